"""What becomes of each file of the old set in an `--only` run."""

from datetime import date
from pathlib import Path

from formgen.packet.existing import Existing
from formgen.packet.manifest import ExhibitRecord, FileDigest, Manifest, PaperRecord
from formgen.packet.plan import Plan, merged, plan_for

LETTER = FileDigest.of("notice-letter.docx", b"letter")
CHRONOLOGY = FileDigest.of("chronology.pdf", b"chronology")
SHARED = FileDigest.of("exhibits/cover-a.pdf", b"cover")
MANIFEST = FileDigest.of("manifest.json", b"manifest")


def make_manifest(
    *papers: PaperRecord,
    outputs: tuple[FileDigest, ...] = (),
    exhibits: tuple[ExhibitRecord, ...] = (),
) -> Manifest:
    return Manifest(
        program="0.1.0",
        as_of=date(2026, 1, 15),
        jurisdiction="us-ca",
        inputs=(),
        catalog="ca7a",
        papers=papers,
        outputs=outputs,
        exhibits=exhibits,
    )


def record(paper: str, *files: FileDigest) -> PaperRecord:
    return PaperRecord(paper=paper, files=tuple(file.path for file in files))


LETTER_RECORD = record("notice-letter", LETTER, SHARED)
CHRONOLOGY_RECORD = record("chronology", CHRONOLOGY, SHARED)
OLD = make_manifest(LETTER_RECORD, CHRONOLOGY_RECORD, outputs=(LETTER, CHRONOLOGY, SHARED))
UNTOUCHED = Existing(Path("papers"), OLD, unchanged=(CHRONOLOGY, SHARED, LETTER), housekeeping=(MANIFEST,))


def test_a_full_run_keeps_nothing_and_may_remove_all_that_is_formgens() -> None:
    assert plan_for(UNTOUCHED, make_manifest(LETTER_RECORD), {LETTER.path}, only=False) == Plan(
        spent=(CHRONOLOGY, SHARED, LETTER, MANIFEST)
    )


def test_a_file_that_a_kept_paper_shares_stays() -> None:
    new = make_manifest(record("notice-letter", LETTER))
    assert plan_for(UNTOUCHED, new, {LETTER.path}, only=True) == Plan(
        kept_papers=(CHRONOLOGY_RECORD,),
        kept=(CHRONOLOGY, SHARED),
        spent=(CHRONOLOGY, SHARED, LETTER, MANIFEST),
    )


def test_a_file_that_a_broken_paper_shares_with_a_kept_one_stays() -> None:
    changed = Existing(
        Path("papers"), OLD, unchanged=(CHRONOLOGY, SHARED), housekeeping=(MANIFEST,), changed=(LETTER.path,)
    )
    new = make_manifest(record("exhibits"))
    assert plan_for(changed, new, (), only=True) == Plan(
        kept_papers=(CHRONOLOGY_RECORD,),
        kept=(CHRONOLOGY, SHARED),
        spent=(CHRONOLOGY, SHARED, MANIFEST),
    )


def test_papers_stand_in_the_order_of_the_old_set_and_new_ones_after_them() -> None:
    made_again = record("chronology", CHRONOLOGY)
    added = record("declaration-petitioner")
    new = make_manifest(added, made_again)
    plan = plan_for(UNTOUCHED, new, {CHRONOLOGY.path}, only=True)
    assert merged(new, OLD, plan, (LETTER,)) == make_manifest(
        LETTER_RECORD, made_again, added, outputs=(LETTER,)
    )


PACKET = FileDigest.of("packet.pdf", b"packet")
PACKET_RECORD = record("packet", PACKET)
EXHIBIT = ExhibitRecord(label="A", path="evidence[1]", first_page=9, pages=2)


def test_a_packet_that_is_kept_keeps_the_record_of_its_exhibits() -> None:
    old = make_manifest(LETTER_RECORD, PACKET_RECORD, outputs=(LETTER, PACKET), exhibits=(EXHIBIT,))
    new = make_manifest(LETTER_RECORD)
    plan = plan_for(Existing(Path("papers"), old, unchanged=(LETTER, PACKET)), new, {LETTER.path}, only=True)

    assert merged(new, old, plan, (LETTER, PACKET)) == old


def test_a_packet_made_again_has_its_new_record_and_one_that_went_has_none() -> None:
    old = make_manifest(LETTER_RECORD, PACKET_RECORD, outputs=(LETTER, PACKET), exhibits=(EXHIBIT,))
    there = Existing(Path("papers"), old, unchanged=(LETTER, PACKET))
    moved = ExhibitRecord(label="A", path="evidence[1]", first_page=11, pages=2)
    again = make_manifest(PACKET_RECORD, exhibits=(moved,))
    plan = plan_for(there, again, {PACKET.path}, only=True)
    assert merged(again, old, plan, (LETTER, PACKET)).exhibits == (moved,)

    letter = make_manifest(LETTER_RECORD)
    without = Existing(Path("papers"), old, unchanged=(LETTER,))
    plan = plan_for(without, letter, {LETTER.path}, only=True)
    assert merged(letter, old, plan, (LETTER,)).exhibits == ()
