"""The exhibit sheet: what is written comes back, also from a spreadsheet; what cannot be meant is named."""

import csv
from io import StringIO

import pytest
from factories import HARD_TEXTS
from hypothesis import given, settings
from hypothesis import strategies as st

from formgen.case.base import UNPRINTABLE
from formgen.errors import CaseDataError, Problem, SourceLocation
from formgen.facts.exhibits import label_key
from formgen.facts.served import ExhibitRow, file_key
from formgen.packet.exhibit_sheet import FOR_TITLES, read_sheet, sheet_bytes

DIGEST = "0123456789abcdef" * 4
ROWS = (
    ExhibitRow("A", "email of March 5, 2026, 8:47 p.m.", "March 5, 2026", "evidence/a.eml", DIGEST, 9, 2),
    ExhibitRow("A-1", 'a "photo"; of Nguyễn \U0001f622', "", "evidence/é 1.jpg", "", 12, 1),
    ExhibitRow("B", "=cmd()", "", "", "", None, 0),
)
HEADING = "label,description,date,file,sha256,first_page,pages\r\n"


def read(text: str) -> tuple[ExhibitRow, ...]:
    return read_sheet(text.encode(), "exhibits.csv")


def told(
    text: str | bytes, *, needed: tuple[str, ...] = ("label", "file", "sha256")
) -> list[tuple[str, str]]:
    """Return the codes of what is wrong with a sheet, and its places as a person sees them."""
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(CaseDataError) as caught:
        read_sheet(data, "exhibits.csv", needed=needed)
    return [(problem.code, f"{problem.where} {problem.path}".strip()) for problem in caught.value.problems]


def saved_again(data: bytes, separator: str) -> str:
    """Return a sheet as a spreadsheet saves it that separates cells by *separator*."""
    rows = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""))
    text = StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def test_a_sheet_is_written_for_a_spreadsheet() -> None:
    assert sheet_bytes(ROWS).decode() == (
        f"\ufeff{HEADING}"
        f'A,"email of March 5, 2026, 8:47 p.m.","March 5, 2026",evidence/a.eml,{DIGEST},9,2\r\n'
        'A-1,"a ""photo""; of Nguyễn \U0001f622",,evidence/é 1.jpg,,12,1\r\n'
        "B,'=cmd(),,,,,0\r\n"
    )


def test_what_was_written_comes_back_with_its_place() -> None:
    rows = read_sheet(sheet_bytes(ROWS), "exhibits.csv")

    assert rows == ROWS
    assert [str(row.where) for row in rows] == ["exhibits.csv:2", "exhibits.csv:3", "exhibits.csv:4"]
    assert rows[1].where == SourceLocation("exhibits.csv", 3, cell="A3")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_sheet_that_a_spreadsheet_saved_is_read(separator: str, mark: str) -> None:
    assert read(mark + saved_again(sheet_bytes(ROWS), separator)) == ROWS


@pytest.mark.parametrize("line_end", ["\n", "\r", "\r\n"])
def test_any_line_end_will_do(line_end: str) -> None:
    text = sheet_bytes(ROWS).decode().replace("\r\n", line_end)

    assert [row.label for row in read(text)] == ["A", "A-1", "B"]


def test_a_first_line_that_names_the_separator_is_understood_and_not_counted_as_a_row() -> None:
    text = "sep=|\r\nlabel|file|sha256\r\nA|a.pdf|\r\nA|b.pdf|\r\n"

    assert told(text) == [("sheet-label-twice", "exhibits.csv:4 A3")]


def test_columns_may_be_in_another_order_with_others_between_and_without_those_that_can_be_missed() -> None:
    text = "notes,SHA-256,Letter,File\r\nask her,,A,a.pdf\r\n,,B\r\n"

    assert read(text) == (ExhibitRow("A", file="a.pdf"), ExhibitRow("B"))


def test_rows_without_anything_are_left_out_and_counted() -> None:
    text = f"{HEADING}\r\n,,,,,,\r\nA,,,a.pdf,,,\r\n ,,,,,,\r\nA,,,b.pdf,,,,,\r\n"

    assert told(text) == [("sheet-label-twice", "exhibits.csv:6 A6")]


def test_a_digest_and_numbers_may_be_typed_with_spaces_and_capitals() -> None:
    (row,) = read(f"{HEADING}A,,,a.pdf, {DIGEST.upper()} , 007 , 2\r\n")

    assert (row.sha256, row.first_page, row.pages) == (DIGEST, 7, 2)


def test_titles_need_no_labels() -> None:
    text = "file;description\r\na.pdf;a letter\r\nb.pdf;\r\n"

    assert read_sheet(text.encode(), "titles.csv", needed=FOR_TITLES) == (
        ExhibitRow("", "a letter", file="a.pdf"),
        ExhibitRow("", file="b.pdf"),
    )


def test_missing_and_doubled_columns_are_told_together() -> None:
    assert told("label,Label,letter,pages\r\nA,,,\r\n") == [
        ("sheet-column-twice", "exhibits.csv:1 B1"),
        ("sheet-column-twice", "exhibits.csv:1 C1"),
        ("sheet-column-missing", "exhibits.csv:1"),
        ("sheet-column-missing", "exhibits.csv:1"),
    ]


def test_everything_wrong_with_the_rows_is_told_at_once_in_their_order() -> None:
    text = (
        f"{HEADING}"
        "A,,,a.pdf,12ab,nine,-1\r\n"
        '" a","two\nlines",,.\\a.pdf,,,\r\n'
        " ,,,c.pdf,,,1.5\r\n"
        "C,an email, not signed,,c.pdf,,1,1\r\n"
        "D,bell\x07,,d.pdf,,,\r\n"
    )

    assert told(text) == [
        ("sheet-cell-unreadable", "exhibits.csv:2 E2"),
        ("sheet-cell-unreadable", "exhibits.csv:2 F2"),
        ("sheet-cell-unreadable", "exhibits.csv:2 G2"),
        ("sheet-label-twice", "exhibits.csv:3 A3"),
        ("sheet-cell-missing", "exhibits.csv:5 A4"),
        ("sheet-cell-unreadable", "exhibits.csv:5 G4"),
        ("sheet-row-too-long", "exhibits.csv:6 H5"),
        ("sheet-cell-unreadable", "exhibits.csv:6 E5"),
        ("control-character", "exhibits.csv:7 B6"),
    ]


def test_two_page_ranges_of_one_file_may_have_been_served_but_have_one_title() -> None:
    rows = "A,,,a.pdf,,1,1\r\nB,,,a.pdf,,3,1\r\n"

    assert [row.label for row in read(f"{HEADING}{rows}")] == ["A", "B"]
    with pytest.raises(CaseDataError) as caught:
        read_sheet(f"{HEADING}{rows}".encode(), "titles.csv", needed=FOR_TITLES)
    assert [problem.code for problem in caught.value.problems] == ["sheet-file-twice"]


def test_what_is_told_shows_nothing_that_was_typed() -> None:
    text = f"{HEADING}Carl Voss,,,voss.pdf,voss,,\r\nCarl Voss,,,voss.pdf,,,\r\n"
    with pytest.raises(CaseDataError) as caught:
        read(text)

    assert (
        "voss"
        not in " ".join(f"{each.what} {each.fix} {each.path}" for each in caught.value.problems).lower()
    )


def test_a_sheet_of_something_else_altogether_is_told_in_few_words() -> None:
    text = HEADING + ",,,,x,x,x\r\n" * 500
    problems = told(text)

    assert len(problems) == 101
    assert problems[-1] == ("too-many-problems", "None")


def test_a_sheet_with_no_exhibits_is_one_too() -> None:
    assert read(HEADING) == ()


def test_hard_texts_come_back() -> None:
    rows = tuple(ExhibitRow(f"{n}", text, text, f"{n}/{text}") for n, text in enumerate(HARD_TEXTS.values()))

    assert read_sheet(sheet_bytes(rows), "exhibits.csv") == rows


TEXT = st.one_of(
    st.text(),
    st.text(st.sampled_from("'\"=+-@,;\t\n 0A\ufeff\uff1d")),
    st.sampled_from(
        ["=cmd|' /C calc'!A0", "007", "Nguyễn", "\U0001f622", "'=1", "''\t", "'\n", "\n", "3/5", "sep=;"]
    ),
).filter(lambda text: not UNPRINTABLE.search(text))


@settings(derandomize=True, deadline=None)
@given(
    st.lists(
        st.builds(
            ExhibitRow,
            label=TEXT.filter(str.strip),
            description=TEXT,
            date=TEXT,
            file=TEXT,
            sha256=st.sampled_from(["", DIGEST]),
            first_page=st.none() | st.integers(0, 10**9 - 1),
            pages=st.none() | st.integers(0, 10**9 - 1),
        ),
        unique_by=(lambda row: label_key(row.label), lambda row: file_key(row.file) or id(row)),
    ),
    st.sampled_from([",", ";", "\t"]),
)
def test_any_exhibits_come_back_as_they_were_also_when_saved_again(
    rows: list[ExhibitRow], separator: str
) -> None:
    data = sheet_bytes(rows)

    assert read_sheet(data, "exhibits.csv") == tuple(rows)
    assert read(saved_again(data, separator)) == tuple(rows)


@settings(derandomize=True, deadline=None)
@given(st.binary() | st.text().map(str.encode) | st.text().map(lambda text: f"{HEADING}{text}".encode()))
def test_any_bytes_are_read_or_refused_with_a_place(data: bytes) -> None:
    problems: tuple[Problem, ...] = ()
    rows: tuple[ExhibitRow, ...] = ()
    try:
        rows = read_sheet(data, "exhibits.csv")
    except CaseDataError as error:
        problems = error.problems

    assert all(problem.where or problem.code == "too-many-problems" for problem in problems)
    assert all(row.label.strip() for row in rows)
