"""The cells of a sheet, whatever a spreadsheet made of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formgen.document.spreadsheet import safe
from formgen.errors import CaseDataError, SourceLocation
from formgen.packet import sheet_text
from formgen.packet.sheet_text import SheetRow, cell_name, column_key, guarded, sheet_of, unguarded

KNOWN = ("label", "file")


def refused(data: bytes) -> tuple[str, SourceLocation | None]:
    with pytest.raises(CaseDataError) as caught:
        sheet_of(data, "exhibits.csv", KNOWN)
    [problem] = caught.value.problems
    assert problem.code == "sheet-unreadable"
    return problem.what, problem.where


def test_each_row_knows_its_line_and_what_a_spreadsheet_calls_its_cells() -> None:
    sheet = sheet_of(b'label,file\n"two\nlines",a\n\nB,b\n', "exhibits.csv", KNOWN)

    assert sheet.heading == SheetRow(1, 1, ("label", "file"))
    assert sheet.rows == (SheetRow(2, 2, ("two\nlines", "a")), SheetRow(4, 5, ("B", "b")))
    assert sheet.place(sheet.rows[1], 1) == SourceLocation("exhibits.csv", 5, cell="B4")
    assert cell_name(sheet.rows[0], 27) == "AB2"


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("label,file\nA;1,b", ("A;1", "b")),
        ("label;file\nA,1;b", ("A,1", "b")),
        ("label\tfile\nA,1\tb", ("A,1", "b")),
        ('"label";"file"\n"A";"b"', ("A", "b")),
        ("sep=;\r\nlabel;file\r\nA;b", ("A", "b")),
        ('"SEP=\t"\nlabel\tfile\nA\tb', ("A", "b")),
        ("something\nA,b", ("A", "b")),
    ],
)
def test_the_heading_tells_how_cells_are_separated(text: str, cells: tuple[str, ...]) -> None:
    assert sheet_of(text.encode(), "exhibits.csv", KNOWN).rows[0].cells == cells


@pytest.mark.parametrize("heading", ["first_page", "First page", "FIRST-PAGE", " first page\n"])
def test_a_heading_may_be_written_in_several_ways(heading: str) -> None:
    assert column_key(heading) == "firstpage"


@pytest.mark.parametrize("text", ["=1", "'=1", "''=1", "\t", "'\t", "''\n", " +1", "-", "\uff20x"])
def test_a_cell_that_could_be_a_formula_gets_one_apostrophe_and_loses_one(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "'", "'Yes,' he said.", "''", "A-1", "007"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert (guarded(text), unguarded(text)) == (text, text)


@settings(derandomize=True, deadline=None)
@given(st.text(st.sampled_from("'\"=\t\n x\uff1d")) | st.text())
def test_a_guarded_cell_is_safe_and_gives_back_what_it_was(text: str) -> None:
    cell = guarded(text)

    assert unguarded(cell) == text
    assert cell.startswith("'") or safe(cell) == cell


@pytest.mark.parametrize(
    ("data", "what", "line"),
    [
        (b"", "This sheet is empty, or its first row is.", None),
        (b"\xef\xbb\xbf", "This sheet is empty, or its first row is.", None),
        (b"\r\nlabel,file\r\n", "This sheet is empty, or its first row is.", None),
        (b",,\r\nlabel,file\r\n", "This sheet is empty, or its first row is.", None),
        (b"PK\x03\x04rest", "This is a workbook or another kind of file, not CSV.", None),
        ("label,file".encode("utf-16"), "This sheet is saved as UTF-16, not as UTF-8.", None),
        (b"label,file\r\nA,a\r\nB,\xe9.pdf\r\n", "This sheet is not saved as UTF-8.", 3),
        (b'label,file\nA,a\n"B"x,b\n', "The quotation marks in this row are not in pairs.", 3),
        (b'sep=,\nlabel,file\nA,a\n"B,b\n', "The quotation marks in this row are not in pairs.", 4),
        (b'"label,file\n', "The quotation marks in this row are not in pairs.", 1),
    ],
)
def test_what_is_no_sheet_is_refused_with_the_reason(data: bytes, what: str, line: int | None) -> None:
    assert refused(data) == (what, SourceLocation("exhibits.csv", line))


def test_a_file_of_another_size_altogether_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_text, "LARGEST_SHEET", 20)

    assert sheet_of(b"label,file\nA,a\n", "exhibits.csv", KNOWN).rows == (SheetRow(2, 2, ("A", "a")),)
    assert refused(b"label,file\nA,a\nB,bbbbbbb\n") == (
        "This file is too large for a list of exhibits.",
        SourceLocation("exhibits.csv"),
    )
