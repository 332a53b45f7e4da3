"""The files of a jurisdiction, an office's before the built-in ones."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from formgen.catalog.reading import jurisdictions_in, read_contents, seen_in
from formgen.errors import SourceLocation
from formgen.resources import builtin_catalog

Write = Callable[[Mapping[str, str]], Path]
Make = Callable[..., str]
LAW = "us-ca/law/statutes.yaml"


def test_a_folder_with_a_jurisdiction_file_is_a_jurisdiction(write_catalog: Write) -> None:
    one = write_catalog({"us-ca/jurisdiction.yaml": "", "us-nv/law/x.yaml": "", "README.md": ""})
    other = write_catalog({"us-or/jurisdiction.yaml": "", "us-ca/jurisdiction.yaml": ""})

    assert jurisdictions_in([one, other, one / "nowhere"]) == ("us-ca", "us-or")


def test_notes_and_what_editors_leave_in_a_folder_are_not_seen(write_catalog: Write) -> None:
    left = {".DS_Store": "", "~$letter.docx": "", "a.yaml~": "", "README.md": ""}
    folder = write_catalog({"b.yaml": "", "a.yaml": "", **left})

    assert [place.name for place in seen_in(folder)] == ["a.yaml", "b.yaml"]


def test_entries_know_their_places(write_catalog: Write, jurisdiction_yaml: str, statute: Make) -> None:
    text = "statutes:" + statute("code-1") + statute("code-2", "clauses:", "  one: Words.")
    folder = write_catalog({"us-ca/jurisdiction.yaml": jurisdiction_yaml, LAW: text})

    first, second = read_contents("us-ca", [folder]).statutes

    path = str(folder / LAW)
    assert (first.id, first.within, first.at()) == ("code-1", "statutes[1]", SourceLocation(path, 2, 5))
    assert second.at("clauses.one") == SourceLocation(path, 16, 7)


def test_an_offices_entry_replaces_every_version_of_the_built_in_one(
    write_catalog: Write, jurisdiction_yaml: str, statute: Make
) -> None:
    built_in = write_catalog(
        {
            "us-ca/jurisdiction.yaml": jurisdiction_yaml,
            LAW: "statutes:"
            + statute("code-1", "to: 2025-12-31")
            + statute("code-1", "from: 2026-01-01")
            + statute("code-2"),
        }
    )
    office = write_catalog({LAW: "statutes:" + statute("code-1", "note: ours")})

    contents = read_contents("us-ca", [office, built_in])

    assert contents.problems == ()
    assert [(placed.id, placed.value.note) for placed in contents.statutes] == [
        ("code-1", "ours"),
        ("code-2", None),
    ]


def test_an_offices_letter_packet_and_words_replace_the_built_in_ones(
    write_catalog: Write, jurisdiction_yaml: str, letter_yaml: Make, packet_yaml: Make
) -> None:
    words = "source: a book\nchecked_on: 2026-11-24\nconfidence: partly\n"
    built_in = write_catalog(
        {
            "us-ca/jurisdiction.yaml": jurisdiction_yaml,
            "us-ca/letters/short/letter.yaml": letter_yaml("note: theirs"),
            "us-ca/letters/short/letter.docx": "theirs",
            "us-ca/letters/other/letter.yaml": letter_yaml(),
            "us-ca/letters/other/letter.docx": "other",
            "us-ca/packets/notice.yaml": packet_yaml("short"),
            "us-ca/law/banned-words.yaml": words + "phrases: [theirs]",
        }
    )
    office = write_catalog(
        {
            "us-ca/letters/short/letter.yaml": letter_yaml("note: ours"),
            "us-ca/letters/short/letter.docx": "ours",
            "us-ca/letters/short/example.yaml": "",
            "us-ca/letters/read-me.txt": "",
            "us-ca/packets/notice.yaml": packet_yaml("short", "other"),
            "us-ca/law/banned-words.yaml": words + "phrases: [ours]",
        }
    )

    contents = read_contents("us-ca", [office, built_in])

    assert contents.problems == ()
    short, other = (placed.value for placed in contents.letters)
    assert (short.id, short.template, short.spec.note) == ("short", b"ours", "ours")
    assert short.template_file == str(office / "us-ca/letters/short/letter.docx")
    assert short.example == office / "us-ca/letters/short/example.yaml"
    assert (other.id, other.folder, other.example) == ("other", built_in / "us-ca/letters/other", None)
    assert [placed.value.papers for placed in contents.packets] == [("short", "other")]
    assert contents.banned_words is not None
    assert contents.banned_words.value.phrases == ("ours",)
    assert contents.conclusion_words is None


def test_two_versions_in_force_on_one_day_are_told(
    write_catalog: Write, jurisdiction_yaml: str, statute: Make
) -> None:
    text = "statutes:" + statute("code-1", "to: 2026-01-01") + statute("code-1", "from: 2026-01-01")
    folder = write_catalog({"us-ca/jurisdiction.yaml": jurisdiction_yaml, LAW: text})

    (problem,) = read_contents("us-ca", [folder]).problems

    assert problem.code == "entries-overlap"
    assert problem.path == "statutes[2]"
    assert problem.where == SourceLocation(str(folder / LAW), 10, 5)
    assert "line 2" in problem.what


def test_versions_that_follow_one_another_do_not_overlap(
    write_catalog: Write, jurisdiction_yaml: str, statute: Make
) -> None:
    text = "statutes:" + statute("code-1", "from: 2026-01-01") + statute("code-1", "to: 2025-12-31")
    folder = write_catalog({"us-ca/jurisdiction.yaml": jurisdiction_yaml, LAW: text})

    assert read_contents("us-ca", [folder]).problems == ()


def test_every_file_at_fault_is_told_at_once(
    write_catalog: Write, jurisdiction_yaml: str, letter_yaml: Make, statute: Make
) -> None:
    folder = write_catalog(
        {
            "us-ca/jurisdiction.yaml": jurisdiction_yaml + "\nzone: x\n",
            "us-ca/law/statute.yaml": "",
            "us-ca/law/notes.txt": "",
            LAW: "statutes:" + statute("code-1", "form: 2026-01-01"),
            "us-ca/letters/short/letter.yaml": letter_yaml(),
            "us-ca/letters/long/letter.docx": "x",
            "us-ca/packets/notice.yaml": "[",
        }
    )

    contents = read_contents("us-ca", [folder])

    home = folder / "us-ca"
    assert sorted((problem.code, problem.where and problem.where.file) for problem in contents.problems) == [
        ("catalog-file-unknown", str(home / "law/statute.yaml")),
        ("file-not-found", str(home / "letters/long/letter.yaml")),
        ("letter-file-missing", str(home / "letters/short/letter.docx")),
        ("syntax", str(home / "packets/notice.yaml")),
        ("unknown-key", str(home / "jurisdiction.yaml")),
        ("unknown-key", str(home / "law/statutes.yaml")),
    ]
    assert contents.spec is None


def test_a_jurisdiction_without_its_file_is_told(write_catalog: Write, jurisdiction_yaml: str) -> None:
    folder = write_catalog({"us-ca/jurisdiction.yaml": jurisdiction_yaml, "us-cal/law/read-me.yaml": ""})

    problems = read_contents("us-cal", [folder]).problems

    assert [problem.code for problem in problems] == ["jurisdiction-file-missing", "catalog-file-unknown"]
    assert problems[0].fix == "Did you mean `us-ca`?"


def test_the_digest_tells_content_and_not_place(
    write_catalog: Write, jurisdiction_yaml: str, statute: Make
) -> None:
    files = {"us-ca/jurisdiction.yaml": jurisdiction_yaml, LAW: "statutes:" + statute("code-1")}
    one, same = write_catalog(files), write_catalog(files)
    other = write_catalog({**files, LAW: "statutes:" + statute("code-2")})

    digests = [read_contents("us-ca", [folder]).digest for folder in (one, same, other)]

    assert digests[0] == digests[1]
    assert digests[0] != digests[2]


def test_the_digest_tells_which_folder_came_first(
    write_catalog: Write, jurisdiction_yaml: str, statute: Make
) -> None:
    one = write_catalog({"us-ca/jurisdiction.yaml": jurisdiction_yaml, LAW: "statutes:" + statute("code-1")})
    other = write_catalog({LAW: "statutes:" + statute("code-1", "note: ours")})

    assert read_contents("us-ca", [one, other]).digest != read_contents("us-ca", [other, one]).digest


def test_a_catalog_is_read_once_until_one_of_its_files_changes(tmp_path: Path) -> None:
    home = Path(shutil.copytree(builtin_catalog(), tmp_path / "catalog"))
    first = read_contents("us-ca", [home])

    assert read_contents("us-ca", [home]) is first

    elements = home / "us-ca" / "law" / "elements.yaml"
    elements.write_text(elements.read_text(encoding="utf-8") + "# looked through\n", encoding="utf-8")
    assert read_contents("us-ca", [home]).digest != first.digest

    (home / "us-ca" / "packets" / "notice.yaml").unlink()
    assert "notice" not in {placed.id for placed in read_contents("us-ca", [home]).packets}
