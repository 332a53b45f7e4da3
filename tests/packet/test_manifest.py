"""The manifest: written exactly, read back with distrust."""

from collections.abc import Callable
from datetime import date

import pytest
from pydantic import ValidationError

from formgen.errors import Problem, Severity, SourceLocation
from formgen.exhibit.prepared import Done
from formgen.packet.manifest import (
    ExhibitRecord,
    FileDigest,
    FontDigest,
    Manifest,
    PaperRecord,
    ProblemNote,
    is_neutral_name,
    same_inputs,
)

LETTER = FileDigest.of("notice-letter.docx", b"letter")
CASE = FileDigest.of("case.yaml", b"case")
PHOTO = FileDigest.of("evidence/Screenshot 10.30\u202fAM é.png", b"photo")
UNCLEAR = Problem(
    code="report-date-unknown",
    what="When was the employer told?",
    fix="Fill in the day.",
    path="incidents[2].reported_on",
    where=SourceLocation("/home/someone/case.yaml", line=12, column=3),
    severity=Severity.WARNING,
)
TEXT = """\
{
  "as_of": "2026-01-15",
  "catalog": "ca7a",
  "draft": false,
  "fonts": [],
  "format": 1,
  "inputs": [
    {
      "path": "case.yaml",
      "sha256": "5f7abbdf8b71d4ab7e2e97a1ba4bb3d6c5e3a9da77ba0a0ee9dbc1d0e3f4d7b4",
      "size": 4
    }
  ],
  "jurisdiction": "us-ca",
  "outputs": [],
  "papers": [
    {
      "edition": null,
      "files": [
        "notice-letter.docx"
      ],
      "law": [
        "ccp-527-8"
      ],
      "paper": "notice-letter",
      "withheld": [
        "incidents[2].quotes"
      ]
    }
  ],
  "problems": [
    {
      "code": "report-date-unknown",
      "path": "incidents[2].reported_on",
      "severity": "warning",
      "where": {
        "cell": null,
        "column": 3,
        "file": "case.yaml",
        "line": 12,
        "sheet": null
      }
    }
  ],
  "program": "0.1.0"
}
""".replace("5f7abbdf8b71d4ab7e2e97a1ba4bb3d6c5e3a9da77ba0a0ee9dbc1d0e3f4d7b4", CASE.sha256)


def make_manifest(**changes: object) -> Manifest:
    values: dict[str, object] = {
        "program": "0.1.0",
        "as_of": date(2026, 1, 15),
        "jurisdiction": "us-ca",
        "inputs": (CASE,),
        "catalog": "ca7a",
        "papers": (
            PaperRecord(
                paper="notice-letter",
                files=("notice-letter.docx",),
                withheld=("incidents[2].quotes",),
                law=("ccp-527-8",),
            ),
        ),
        "problems": (ProblemNote.of(UNCLEAR),),
    }
    return Manifest.model_validate({**values, **changes})


def test_a_manifest_is_written_as_sorted_text_without_clock_machine_or_full_path() -> None:
    assert make_manifest().to_bytes().decode() == TEXT


def test_a_manifest_comes_back_as_it_was() -> None:
    manifest = make_manifest(inputs=(CASE, PHOTO), outputs=(LETTER,))
    assert Manifest.from_bytes(manifest.to_bytes()) == manifest
    assert "AM é.png".encode() in manifest.to_bytes()


def test_the_order_in_which_things_were_gathered_does_not_show() -> None:
    first = ProblemNote.of(UNCLEAR)
    second = ProblemNote(code="another", severity=Severity.PROMPT)
    one = make_manifest(inputs=(CASE, PHOTO), problems=(first, second, first))
    other = make_manifest(inputs=(PHOTO, CASE), problems=(second, first))
    assert one.to_bytes() == other.to_bytes()


@pytest.mark.parametrize(
    ("file", "kept"),
    [("C:\\Users\\someone\\clients.xlsx", "clients.xlsx"), ("../clients/a.csv", "a.csv"), ("a.csv", "a.csv")],
)
def test_of_the_file_that_a_problem_is_in_only_the_name_is_kept(file: str, kept: str) -> None:
    problem = Problem("blank", "Empty.", "Fill it in.", where=SourceLocation(file, sheet="People", cell="D7"))
    assert ProblemNote.of(problem).where == SourceLocation(kept, sheet="People", cell="D7")


def test_a_problem_without_a_place_has_none_in_the_manifest() -> None:
    assert ProblemNote.of(Problem("blank", "Empty.", "Fill it in.")).where is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda data: data[:-1],
        lambda data: data + b"\n",
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: b"\xff\xfe" + data,
        lambda data: data.replace(b'"format": 1', b'"format": 2'),
        lambda data: data.replace(b'"format": 1,', b'"format": 1, "format": 1,'),
        lambda data: data.replace(b'"us-ca"', b"null"),
        lambda data: data.replace(b'"cell": null,', b'"cell": null, "more": 1,'),
        lambda data: data.replace(b'"size": 4', b'"size": -4'),
        lambda data: data.replace(b'"size": 4', b'"size": 4.0'),
        lambda data: data.replace(b'"sha256": "', b'"sha256": "0'),
        lambda data: data.replace(b'"case.yaml",\n      "sha', b'"../../x",\n      "sha'),
        lambda data: data.replace(b'"fonts": [],', b'"exhibits": [],\n  "fonts": [],'),
        lambda _: b"[" * 100_000,
        lambda _: b"[]",
    ],
)
def test_anything_that_formgen_did_not_write_itself_is_no_manifest(damage: Callable[[bytes], bytes]) -> None:
    data = make_manifest().to_bytes()
    damaged = damage(data)
    assert damaged != data
    assert Manifest.from_bytes(damaged) is None


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/passwd",
        "..",
        "../x",
        "../../x",
        "a/../../x",
        "a/./b",
        "a//b",
        "a/",
        "\\\\server\\share\\x",
        "..\\x",
        "a\\b",
        "C:x",
        "C:/x",
        "//server/share/x",
        "a\0b",
        "a\nb",
    ],
)
def test_a_path_that_could_lead_out_of_the_folder_is_refused(path: str) -> None:
    with pytest.raises(ValidationError):
        FileDigest.of(path, b"")
    with pytest.raises(ValidationError):
        PaperRecord(paper="notice-letter", files=(path,))


@pytest.mark.parametrize(
    "path",
    ["Notice.docx", "manifest.json", ".hidden", "a b.pdf", "a/b/c.pdf", "a.", "-a.pdf", "é.pdf", "a/.b"],
)
def test_an_output_that_formgen_would_not_have_named_so_is_refused(path: str) -> None:
    with pytest.raises(ValidationError):
        make_manifest(outputs=(FileDigest.of(path, b""),))


def test_a_file_listed_twice_is_refused() -> None:
    with pytest.raises(ValidationError):
        make_manifest(outputs=(LETTER, LETTER))


@pytest.mark.parametrize(
    "name",
    [
        "notice-letter.docx",
        "read-first.txt",
        "volume-1.pdf",
        "exhibits/cover-a.pdf",
        "set.tar.gz",
        "efile/packet.pdf",
        "efile/packet-volume-2.pdf",
        "efile/efile.csv",
        "hearing/exhibit-a.pdf",
        "hearing/exhibit-a-1.pdf",
        "hearing/exhibit-12.pdf",
        "exhibits.csv",
        "changes.txt",
    ],
)
def test_the_names_of_papers_are_neutral(name: str) -> None:
    assert is_neutral_name(name)


def test_the_same_case_law_day_and_program_are_the_same_inputs() -> None:
    one = make_manifest()
    assert same_inputs(one, make_manifest(papers=(), outputs=(LETTER,), problems=()))


@pytest.mark.parametrize(
    "change",
    [
        {"program": "0.2.0"},
        {"as_of": date(2026, 1, 16)},
        {"jurisdiction": "us-nv"},
        {"catalog": "other"},
        {"inputs": (FileDigest.of("case.yaml", b"case, changed"),)},
        {"inputs": (CASE, PHOTO)},
    ],
)
def test_any_change_of_case_law_day_or_program_is_another_input(change: dict[str, object]) -> None:
    assert not same_inputs(make_manifest(), make_manifest(**change))


def test_fonts_stand_once_each_in_one_order() -> None:
    arimo = FontDigest(name="Arimo[wght].ttf", sha256="a" * 64)
    emoji = FontDigest(name="NotoEmoji[wght].ttf", sha256="b" * 64)

    assert make_manifest(fonts=(emoji, arimo, emoji)).fonts == (arimo, emoji)


def test_a_draft_is_not_made_from_the_same_as_a_final_paper() -> None:
    assert not same_inputs(make_manifest(draft=True), make_manifest())


def exhibit(**changes: object) -> ExhibitRecord:
    values: dict[str, object] = {"label": "A", "path": "evidence[1]", "first_page": 12, "pages": 2}
    return ExhibitRecord.model_validate({**values, **changes})


def test_a_manifest_of_exhibits_comes_back_as_it_was() -> None:
    held = exhibit(
        file=PHOTO.path, sha256=PHOTO.sha256, volume=2, done=("picture-turned", "location-left-out")
    )
    manifest = make_manifest(exhibits=(held,))
    assert Manifest.from_bytes(manifest.to_bytes()) == manifest
    assert manifest.exhibits[0].done == ("location-left-out", "picture-turned")


def test_a_manifest_made_before_there_were_exhibits_is_still_read() -> None:
    assert b"exhibits" not in TEXT.encode()
    assert Manifest.from_bytes(TEXT.encode()) == make_manifest()


def test_exhibits_stand_in_the_order_of_their_pages() -> None:
    first, second, late = exhibit(label="B", first_page=9), exhibit(), exhibit(label="C", first_page=20)
    assert make_manifest(exhibits=(late, first, second)).exhibits == (first, second, late)


def test_what_was_done_to_a_copy_is_counted_by_its_code() -> None:
    done = (
        Done("note-shown", count=2),
        Done("location-left-out"),
        Done("note-shown", page=4),
        Done("script-left-out"),
    )
    assert ExhibitRecord.counted(done) == ("location-left-out", "note-shown:3", "script-left-out")
    assert ExhibitRecord.counted(()) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"file": "../a.pdf"},
        {"file": "/a.pdf"},
        {"sha256": "A" * 64},
        {"sha256": "a" * 63},
        {"first_page": 0},
        {"pages": -1},
        {"volume": 0},
        {"pages": True},
        {"title": "x"},
    ],
)
def test_an_exhibit_recorded_as_none_can_be_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        exhibit(**change)
