"""Private data stops a run before anything is published: told by page and place, never what it is."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from exhibit.pdf_files import add_page, save
from pikepdf import Pdf
from pipeline.packets import NOTE, packet_case, read, told, tree

from formgen.errors import EvidenceError, Problem, Severity
from formgen.packet.binding import Volume
from formgen.pipeline import Job, make
from formgen.pipeline.private import PrivateSearch
from formgen.render.laid_out import LaidOut

pytestmark = pytest.mark.usefixtures("in_process")

NUMBER = "219-09-4321"
PLANTED = f"My social security number is {NUMBER}."
MAIL = f"From: a@example.com\r\nTo: b@example.com\r\nSubject: Hello\r\n\r\n{PLANTED}\r\n"
BLACK_BOX = b"BT /F1 12 Tf 72 700 Td (Call me at the office.) Tj ET 0 g 60 690 200 30 re f"


def pdf_of(folder: Path, *contents: bytes) -> bytes:
    """Return a PDF whose pages are drawn by *contents*."""
    pdf = Pdf.new()
    for content in contents:
        add_page(pdf, content)
    file = save(pdf, folder, "made.pdf")
    made = file.read_bytes()
    file.unlink()
    return made


def refused(job: Job) -> Sequence[Problem]:
    """Return the problems that stop *job*; nothing is left behind."""
    folder = job.case_file.parent
    before = tree(folder)
    with pytest.raises(EvidenceError) as caught:
        make(job, folder / "papers")
    assert tree(folder) == before
    return caught.value.problems


def planted(folder: Path) -> dict[str, bytes | str]:
    """Return files of several kinds with the same number in them; the PDF has it on its second page."""
    line = b"BT /F1 12 Tf 72 700 Td (%s) Tj ET"
    return {
        "note.txt": f"{NOTE}{PLANTED}\n",
        "log.pdf": pdf_of(folder, line % b"Page one.", line % PLANTED.encode()),
        "mail.eml": MAIL,
    }


def test_a_social_security_number_in_any_kind_of_file_stops_the_run_with_page_and_place(
    tmp_path: Path,
) -> None:
    job = packet_case(tmp_path, planted(tmp_path))
    problems = refused(job)

    assert [(each.code, each.path, each.severity) for each in problems] == [
        ("social-security-number", "evidence[1]", Severity.ERROR),
        ("social-security-number", "evidence[2]", Severity.ERROR),
        ("social-security-number", "evidence[3]", Severity.ERROR),
    ]
    assert [each.what.partition(" stands ")[2] for each in problems] == [
        "on page 6 of packet.pdf (Exhibit A, page 1).",
        "on page 9 of packet.pdf (Exhibit B, page 2).",
        "on page 11 of packet.pdf (Exhibit C, page 1).",
    ]
    assert [each.where.line for each in problems if each.where] != []
    assert len([each.where for each in problems if each.where]) == 3
    told_of = repr(problems)
    assert [part for part in (NUMBER, NUMBER.replace("-", ""), "4321") if part in told_of] == []


def test_what_the_case_accepts_is_a_warning_and_the_packet_is_made(tmp_path: Path) -> None:
    job = packet_case(tmp_path, planted(tmp_path), accept=["social-security-number"])
    made = make(job, tmp_path / "papers")
    warned = [each for each in made.problems if each.severity is Severity.WARNING]

    assert [(each.code, each.path) for each in warned] == [
        ("social-security-number", "evidence[1]"),
        ("social-security-number", "evidence[2]"),
        ("social-security-number", "evidence[3]"),
    ]
    assert [each.code for each in warned if each.where is None] == []
    manifest = (tmp_path / "papers" / "manifest.json").read_text(encoding="utf-8")
    assert manifest.count('"social-security-number"') == 3
    assert NUMBER not in manifest
    assert NUMBER in read(tmp_path / "papers" / "packet.pdf").flat[5]


def test_each_page_is_told_once_however_many_files_it_is_in(tmp_path: Path) -> None:
    job = replace(
        packet_case(tmp_path, {"note.txt": PLANTED}), only=("packet", "e-filing-set", "hearing-set")
    )

    assert [each.code for each in refused(job)] == ["social-security-number"]


def test_a_number_that_was_typed_into_the_case_stops_the_run(tmp_path: Path) -> None:
    job = packet_case(tmp_path, {"note.txt": NOTE}, respondent={"account": PLANTED})
    codes = {each.code for each in refused(job)}

    assert codes == {"social-security-number"}


def test_a_number_in_a_letter_stops_the_run(tmp_path: Path) -> None:
    job = packet_case(tmp_path, {}, papers=["notice-letter"], letter={"closing": PLANTED})
    (problem,) = refused(replace(job, only=()))

    assert problem.code == "social-security-number"
    assert "stands in notice-letter.docx." in problem.what


def test_a_number_in_a_description_stops_the_run(tmp_path: Path) -> None:
    job = packet_case(tmp_path, {"note.txt": NOTE}, {"note.txt": {"description": f"note of {NUMBER}"}})
    problems = refused(job)

    # On the index and on the cover.
    assert {each.code for each in problems} == {"social-security-number"}
    assert [each.what for each in problems if "page 4 of packet.pdf" in each.what] != []
    assert [each.what for each in problems if "page 5 of packet.pdf" in each.what] != []


def test_words_under_a_black_box_stop_the_run(tmp_path: Path) -> None:
    job = packet_case(tmp_path, {"log.pdf": pdf_of(tmp_path, b"BT /F1 12 Tf 72 700 Td (x) Tj ET", BLACK_BOX)})
    (problem,) = refused(job)

    assert (problem.code, problem.path) == ("redaction-failed", "evidence[1]")
    assert "Exhibit A, page 2" in problem.what
    assert "office" not in repr(problem)


def test_a_black_box_that_is_accepted_is_a_warning(tmp_path: Path) -> None:
    job = packet_case(tmp_path, {"log.pdf": pdf_of(tmp_path, BLACK_BOX)}, accept=["redaction-failed"])

    assert told(make(job, tmp_path / "papers").problems) == ["redaction-failed"]


def test_an_address_that_is_kept_back_is_warned_of_in_an_exhibit(tmp_path: Path) -> None:
    job = packet_case(
        tmp_path,
        {"note.txt": "Call 530-555-0142 or write to dana.reyes@example.com. DOB: 01/02/1980."},
        declarant={"phone": "530-555-0142", "email": "dana.reyes@example.com"},
    )
    made = make(job, tmp_path / "papers")

    assert sorted(told(made.problems)) == ["birth-date-shown", "email-shown", "phone-shown"]
    assert [each.code for each in made.problems if "0142" in repr(each) or "1980" in repr(each)] == []


def test_a_private_number_in_the_enclosures_stops_the_letter(tmp_path: Path) -> None:
    job = packet_case(tmp_path, {"note.txt": PLANTED}, papers=["notice-letter"])
    (problem,) = refused(replace(job, only=()))

    assert problem.code == "social-security-number"
    assert "on page 3 of enclosures.pdf (Exhibit 1, page 1)" in problem.what


def test_what_was_found_in_a_file_that_is_made_anew_is_forgotten() -> None:
    search = PrivateSearch({})
    paper = LaidOut(612.0, 792.0, 1, (), name="declaration")
    search.volume("packet.pdf", Volume(1, (paper,), ()), [PLANTED], "court")
    assert [each.code for each in search.errors] == ["social-security-number"]
    search.forget(["packet.pdf"])

    assert search.errors == []
