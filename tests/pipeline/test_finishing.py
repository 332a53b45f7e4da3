"""The sets of a case: what lies in the folder, late exhibits, the same bytes each time."""

import csv
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from factories import Typed, merged
from pipeline.packets import (
    NOTE,
    ROOT,
    packet_case,
    read,
    stamps,
    stopped,
    told,
    tree,
    typed_in,
    written,
)

from formgen.errors import CaseDataError, EvidenceError, ReadbackError
from formgen.packet.assemble import Placement, assemble
from formgen.pipeline import Job, make

pytestmark = pytest.mark.usefixtures("in_process")


def rows_of(sheet: Path) -> list[tuple[str, str, str]]:
    """Return label, file and first page of each row of an exhibit sheet."""
    with sheet.open(encoding="utf-8-sig", newline="") as stream:
        return [(row["label"], row["file"], row["first_page"]) for row in csv.DictReader(stream)]


# The sets of a sample.


def test_the_files_to_upload_are_listed_as_they_are(dana: Path) -> None:
    folder = dana / "papers" / "efile"
    with (folder / "efile.csv").open(encoding="utf-8-sig", newline="") as sheet:
        rows = list(csv.DictReader(sheet))
    content = (folder / "packet.pdf").read_bytes()

    assert sorted(path.name for path in folder.iterdir()) == ["efile.csv", "packet.pdf"]
    assert rows == [
        {
            "file": "packet.pdf",
            "title": "Papers and exhibits",
            "first_page": "1",
            "pages": str(len(read(folder / "packet.pdf").texts)),
            "bytes": str(len(content)),
            "sha256": hashlib.sha256(content).hexdigest(),
        }
    ]
    assert content == (dana / "papers" / "packet.pdf").read_bytes()


def test_each_exhibit_is_a_file_of_its_own_for_the_hearing(dana: Path) -> None:
    hearing, packet = dana / "papers" / "hearing", read(dana / "papers" / "packet.pdf")
    rows = rows_of(dana / "papers" / "exhibits.csv")
    for label, _, first in rows:
        alone = read(hearing / f"exhibit-{label.casefold()}.pdf")
        own = [number for number, stamp in stamps(packet).items() if stamp.startswith(f"{label} ")]

        assert alone.flat[0].startswith("Dana Reyes v. Carl Voss")
        assert f"EXHIBIT {label} " in alone.flat[0]
        assert own[0] == int(first)
        assert [re.sub("^[0-9]+ |[0-9]+ EXHIBIT", "", text) for text in alone.flat[1:]] == [
            re.sub("^[0-9]+ |[0-9]+ EXHIBIT", "", packet.flat[page - 1]) for page in own
        ]
        assert alone.links == ()
    assert len(list(hearing.glob("exhibit-?.pdf"))) == len(rows)


def test_the_list_for_the_hearing_has_the_clerks_columns(dana: Path) -> None:
    listed = read(dana / "papers" / "hearing" / "exhibit-list.pdf").flat

    assert "Exhibit Description Date Offered Identified Admitted Refused Withdrawn" in listed[0]
    assert "A email of May 9, 2026, 8:02 p.m." in listed[0]


def test_the_tabs_of_a_paper_copy_come_before_the_covers(dana: Path) -> None:
    lines = (dana / "papers" / "hearing" / "tabs.txt").read_text(encoding="utf-8").splitlines()
    rows = rows_of(dana / "papers" / "exhibits.csv")

    assert lines[2:] == [f"{label}: before page {int(first) - 1}" for label, _, first in rows]


def test_the_manifest_lists_each_set_with_its_files(dana: Path) -> None:
    manifest = json.loads((dana / "papers" / "manifest.json").read_bytes())
    files = {paper["paper"]: paper["files"] for paper in manifest["papers"]}

    assert files["packet"] == ["packet.pdf", "exhibits.csv"]
    assert files["enclosures"] == ["enclosures.pdf"]
    assert sorted(files["e-filing-set"]) == ["efile/efile.csv", "efile/packet.pdf"]
    assert files["hearing-set"][0] == "hearing/exhibit-list.pdf"
    assert files["hearing-set"][-1] == "hearing/tabs.txt"
    listed = {file["path"] for file in manifest["outputs"]}
    there = {name for name in tree(dana / "papers") if not (dana / "papers" / name).is_dir()}
    assert listed == there - {"manifest.json"}


@pytest.mark.parametrize("name", ["dana", "brightline"])
def test_the_same_input_gives_the_same_bytes_in_another_zone_locale_and_hash_seed(
    name: str, sample: Callable[[str], Path], tmp_path: Path
) -> None:
    folder = sample(name)
    program = (
        "import sys; from datetime import date; from pathlib import Path;"
        "from formgen.pipeline import Job, make;"
        "make(Job(Path(sys.argv[1]), date(2026, 5, 12)), Path(sys.argv[2]))"
    )
    changed = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7", "PYTHONUTF8": "0"}
    command = [sys.executable, "-c", program, str(folder), str(tmp_path / "again")]
    subprocess.run(command, check=True, env=os.environ | changed, cwd=ROOT)
    first, again = tree(folder / "papers"), tree(tmp_path / "again")

    assert first.keys() == again.keys()
    assert [name for name, content in first.items() if content != again[name]] == []


# Parts of the sets.


def test_only_the_packet_is_made_when_only_it_is_asked_for(tmp_path: Path) -> None:
    job = packet_case(tmp_path, {"note.txt": NOTE})

    assert make(job, tmp_path / "papers").published.names == (
        "exhibits.csv",
        "manifest.json",
        "packet.pdf",
        "read-first.txt",
    )


def test_only_the_enclosures_are_made_when_only_they_are_asked_for(tmp_path: Path) -> None:
    job = packet_case(tmp_path, {"note.txt": NOTE}, papers=["notice-letter"])
    made = make(replace(job, only=("enclosures",)), tmp_path / "papers")
    enclosures = read(tmp_path / "papers" / "enclosures.pdf")

    assert made.published.names == ("enclosures.pdf", "manifest.json", "read-first.txt")
    assert stamps(enclosures, "ENCLOSURE") == {3: "1 1/1"}
    assert NOTE.strip() in enclosures.flat[2]


def test_a_packet_needs_all_that_its_papers_need(tmp_path: Path) -> None:
    job = packet_case(tmp_path, {"note.txt": NOTE}, respondent={"name": None}, court={"county": None})

    assert stopped(job, by=CaseDataError) == [
        ("needed-blank", "respondent.name"),
        ("needed-blank", "court.county"),
    ]


def test_a_packet_that_would_have_no_exhibits_is_told_of(tmp_path: Path) -> None:
    made = make(packet_case(tmp_path, {}), tmp_path / "papers")

    assert told(made.problems) == ["packet-empty"]
    assert made.published.names == ("manifest.json", "read-first.txt")


def test_a_letter_alone_loads_nothing_that_draws_or_opens_pdf(dana: Path, tmp_path: Path) -> None:
    program = (
        "import sys; from formgen.cli import main\ntry:\n    main()\n"
        "finally:\n    print(*sys.modules, file=sys.stderr)"
    )
    words = ["make", str(dana), "--as-of", "2026-05-12", "--only", "notice-letter", "-o", "papers"]
    ran = subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {name.partition(".")[0] for name in ran.stderr.split()}

    assert (tmp_path / "papers" / "notice-letter.docx").is_file()
    assert "docxtpl" in loaded
    assert loaded & {"pikepdf", "reportlab", "img2pdf", "PIL", "pillow_heif", "pypdf"} == set()


def test_two_letters_have_their_enclosures_in_files_of_their_own(tmp_path: Path) -> None:
    office = tmp_path / "office" / "us-ca" / "letters" / "reminder"
    shutil.copytree(ROOT / "form_templates" / "us-ca" / "letters" / "notice-letter", office)
    case = tmp_path / "case"
    job = packet_case(case, {"note.txt": NOTE}, papers=["notice-letter", "reminder"])
    made = make(
        replace(job, only=("enclosures", "notice-letter", "reminder"), catalog=tmp_path / "office"),
        case / "papers",
    )

    assert [name for name in made.published.names if name.endswith(".pdf")] == [
        "notice-letter-enclosures.pdf",
        "reminder-enclosures.pdf",
    ]


def test_a_draft_is_marked_beside_every_stamp(tmp_path: Path) -> None:
    job = replace(packet_case(tmp_path, {"note.txt": NOTE}), draft=True)
    make(job, tmp_path / "papers")
    packet = read(tmp_path / "papers" / "packet.pdf")

    assert [number for number, text in enumerate(packet.flat, 1) if "DRAFT" not in text] == []


# What was served keeps its labels.


@pytest.fixture(scope="module")
def served(in_process: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a case whose packet, with exhibits A and B, was made and served."""
    folder = tmp_path_factory.mktemp("served")
    job = packet_case(folder, {"first.txt": "The first.", "second.txt": "The second."})
    make(job, folder / "papers")
    (folder / "served").mkdir()
    shutil.move(folder / "papers" / "exhibits.csv", folder / "served" / "exhibits.csv")
    shutil.rmtree(folder / "papers")
    return folder


def late(served: Path, folder: Path, **changes: object) -> Job:
    """Return the job of that case with evidence that is cited before all other, with *changes* to that."""
    shutil.copytree(served, folder, dirs_exist_ok=True)
    job = Job(folder / "case.json", packet_case(folder / "unused", {}).as_of, only=("packet",))
    shutil.rmtree(folder / "unused")
    (folder / "evidence" / "late.txt").write_text("The late one.", encoding="utf-8")
    typed = typed_in(job)
    evidence, incidents = typed["evidence"], typed["incidents"]
    assert isinstance(evidence, list)
    assert isinstance(incidents, list)
    new: Typed = {**evidence[0], "id": "late", "file": "evidence/late.txt", "description": "copy of late"}
    incidents[0]["exhibits"] = ["late", *incidents[0]["exhibits"]]
    added: Typed = {
        "evidence": [merged(new, changes), *evidence],
        "exhibits": {"served": "served/exhibits.csv"},
    }
    return written(folder, merged(typed, added))


def test_a_late_exhibit_gets_the_next_letter_and_those_served_keep_theirs(
    served: Path, tmp_path: Path
) -> None:
    job = late(served, tmp_path)
    made = make(job, tmp_path / "papers")
    rows = rows_of(tmp_path / "papers" / "exhibits.csv")

    assert made.published.names == (
        "changes.txt",
        "exhibits.csv",
        "manifest.json",
        "packet.pdf",
        "read-first.txt",
    )
    assert [row[:2] for row in rows] == [
        ("A", "evidence/first.txt"),
        ("B", "evidence/second.txt"),
        ("C", "evidence/late.txt"),
    ]
    packet = read(tmp_path / "papers" / "packet.pdf")
    assert stamps(packet) == {int(first): f"{label} 1/1" for label, _, first in rows}
    text = " ".join(packet.flat)
    assert text.index("Exhibit C is a true") < text.index("Exhibit A is a true")
    assert (tmp_path / "papers" / "changes.txt").read_text(encoding="utf-8") == (
        "Exhibits: what has changed since the packet that was served\n"
        "\nAdded:\n  Exhibit C: copy of late\n"
        "\nAs before:\n  Exhibit A: copy of first\n  Exhibit B: copy of second\n"
    )


def test_a_late_exhibit_may_have_a_label_between_two_others(served: Path, tmp_path: Path) -> None:
    job = late(served, tmp_path, label="A-1")
    make(job, tmp_path / "papers")
    packet = read(tmp_path / "papers" / "packet.pdf")
    rows = rows_of(tmp_path / "papers" / "exhibits.csv")

    assert [row[0] for row in rows] == ["A", "A-1", "B"]
    assert [stamp for _, stamp in sorted(stamps(packet).items())] == ["A 1/1", "A-1 1/1", "B 1/1"]
    assert f"Exhibit A-1, page {rows[1][2]}" in packet.flat[2]
    changes = (tmp_path / "papers" / "changes.txt").read_text(encoding="utf-8")
    assert "Added:\n  Exhibit A-1: copy of late\n" in changes
    assert (
        "On other pages:\n  Exhibit B: copy of second\n"
        f"    before: page 8, 1 page\n    now: page {rows[2][2]}, 1 page\n" in changes
    )


def test_a_label_that_was_served_is_given_to_nothing_else(served: Path, tmp_path: Path) -> None:
    job = late(served, tmp_path, label="B")

    assert stopped(job, by=CaseDataError) == [("label-taken", "evidence[1].label")]


def test_a_file_that_is_another_than_was_served_stops_the_packet(served: Path, tmp_path: Path) -> None:
    job = late(served, tmp_path)
    (tmp_path / "evidence" / "second.txt").write_text("Not what was served.", encoding="utf-8")

    assert stopped(job, by=EvidenceError) == [("exhibit-changed-since-served", "evidence[3].file")]


def test_an_exhibit_that_is_gone_leaves_its_letter_to_nobody(served: Path, tmp_path: Path) -> None:
    job = late(served, tmp_path)
    typed = typed_in(job)
    evidence, incidents = typed["evidence"], typed["incidents"]
    assert isinstance(evidence, list)
    assert isinstance(incidents, list)
    incidents[0]["exhibits"] = ["late", "first"]
    job = written(tmp_path, merged(typed, {"evidence": evidence[:2]}))
    make(job, tmp_path / "papers")

    assert [row[:2] for row in rows_of(tmp_path / "papers" / "exhibits.csv")] == [
        ("A", "evidence/first.txt"),
        ("C", "evidence/late.txt"),
        ("B", "evidence/second.txt"),
    ]
    assert "No longer there:\n  Exhibit B: copy of second\n" in (
        tmp_path / "papers" / "changes.txt"
    ).read_text("utf-8")


# What is finished is read back.


def test_a_packet_whose_evidence_is_not_where_it_belongs_is_not_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exchanged(drawn: bytes, placements: list[Placement], out: Path) -> None:
        first, second = placements
        assemble(drawn, [replace(first, file=second.file), replace(second, file=first.file)], out)

    monkeypatch.setattr("formgen.pipeline.files.assemble", exchanged)
    job = packet_case(tmp_path, {"first.txt": "The first.", "second.txt": "The second."})

    codes = {code for code, _ in stopped(job, by=ReadbackError)}
    assert codes == {"packet-content"}
