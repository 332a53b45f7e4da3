"""The exhibit sheet, `exhibits.csv`: written for a spreadsheet, and read back as a spreadsheet saves it."""

import csv
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from io import StringIO

from formgen.case.base import UNPRINTABLE
from formgen.document.spreadsheet import BYTE_ORDER_MARK
from formgen.errors import CaseDataError, Problem
from formgen.facts.exhibits import label_key
from formgen.facts.served import ExhibitRow, file_key
from formgen.intake.shown import MOST_PROBLEMS, left_over
from formgen.packet.sheet_text import Sheet, SheetRow, cell_name, column_key, guarded, sheet_of

SHEET_NAME = "exhibits.csv"
"""Name of the sheet in a folder of papers."""

COLUMNS = ("label", "description", "date", "file", "sha256", "first_page", "pages")

FOR_SERVED = ("label", "file", "sha256")
"""Columns without which nobody knows what was served."""

FOR_TITLES = ("file", "description")
"""Columns without which a sheet gives no titles."""

_KEYS = {**{column_key(column): column for column in COLUMNS}, "letter": "label"}
_DIGEST = re.compile("[0-9a-f]{64}")
_NUMBER = re.compile("[0-9]{1,9}")


def sheet_bytes(rows: Iterable[ExhibitRow]) -> bytes:
    """Return the sheet of *rows*: UTF-8 with a byte order mark, lines ended as in Windows, no formulas."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        values = (getattr(row, column) for column in COLUMNS)
        writer.writerow(["" if value is None else guarded(str(value)) for value in values])
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def read_sheet(data: bytes, file: str, *, needed: Sequence[str] = FOR_SERVED) -> tuple[ExhibitRow, ...]:
    """Read a sheet back: its columns in any order, others besides, rows without anything left out.

    Args:
        data: The file, as a spreadsheet or formgen saved it.
        file: The name that it goes by in messages.
        needed: Columns that must be there; the first of them must be filled in every row.

    Returns:
        Its rows, in their order.

    Raises:
        CaseDataError: With everything that is wrong with it, each at its row and cell.
    """
    sheet = sheet_of(data, file, _KEYS.keys())
    places, problems = _columns(sheet, needed)
    if not problems:
        rows = [_row_of(sheet, row, places) for row in sheet.rows]
        problems = [
            *(problem for row in sheet.rows for problem in _faults(sheet, row, places, needed[0])),
            *_twice(sheet, places, "label", label_key),
            # Two page ranges of one file are two exhibits; but one file has one title.
            *(_twice(sheet, places, "file", file_key) if needed[0] == "file" else ()),
        ]
    if problems:
        problems.sort(key=lambda problem: problem.where.line or 0 if problem.where else 0)
        raise CaseDataError([*problems[:MOST_PROBLEMS], *left_over(len(problems) - MOST_PROBLEMS)])
    return tuple(rows)


def _columns(sheet: Sheet, needed: Collection[str]) -> tuple[dict[str, int], list[Problem]]:
    """Return where each column is, and what is wrong with the heading."""
    places: dict[str, int] = {}
    problems: list[Problem] = []
    for place, cell in enumerate(sheet.heading.cells):
        column = _KEYS.get(column_key(cell))
        if column in places:
            problems.append(
                Problem(
                    code="sheet-column-twice",
                    what=f"The column `{column}` is there twice.",
                    fix="Delete the one that is not meant.",
                    path=cell_name(sheet.heading, place),
                    where=sheet.place(sheet.heading, place),
                )
            )
        elif column is not None:
            places[column] = place
    problems += [
        Problem(
            code="sheet-column-missing",
            what=f"The sheet has no column `{column}`.",
            fix=f"Write {column} in the first row, above what belongs to it.",
            where=sheet.place(sheet.heading, 0),
        )
        for column in needed
        if column not in places
    ]
    return places, problems


def _row_of(sheet: Sheet, row: SheetRow, places: Mapping[str, int]) -> ExhibitRow:
    texts = {column: _cell(row, places.get(column)) for column in COLUMNS}
    return ExhibitRow(
        label=texts["label"],
        description=texts["description"],
        date=texts["date"],
        file=texts["file"],
        sha256=texts["sha256"].strip().lower(),
        first_page=_number(texts["first_page"]),
        pages=_number(texts["pages"]),
        where=sheet.place(row, places.get("label", 0)),
    )


def _number(text: str) -> int | None:
    return int(text) if _NUMBER.fullmatch(text := text.strip()) else None


def _cell(row: SheetRow, place: int | None) -> str:
    return row.cells[place] if place is not None and place < len(row.cells) else ""


def _faults(sheet: Sheet, row: SheetRow, places: Mapping[str, int], filled: str) -> Iterator[Problem]:
    """Yield what is wrong with one row by itself."""

    def fault(code: str, what: str, fix: str, place: int) -> Problem:
        return Problem(
            code=code, what=what, fix=fix, path=cell_name(row, place), where=sheet.place(row, place)
        )

    width = len(sheet.heading.cells)
    if any(cell.strip() for cell in row.cells[width:]):
        yield fault(
            "sheet-row-too-long",
            "This row has more cells than the first row.",
            "Put a text that has a comma or semicolon in it between quotation marks.",
            width,
        )
    if not _cell(row, places[filled]).strip():
        yield fault(
            "sheet-cell-missing",
            f"This row has no {filled}.",
            "Fill it in, or delete the row.",
            places[filled],
        )
    for column, place in places.items():
        text = _cell(row, place)
        if UNPRINTABLE.search(text):
            yield fault(
                "control-character",
                "This cell holds a character that cannot be printed.",
                "Delete the character; it often comes with copied text.",
                place,
            )
        expected = {"sha256": _DIGEST, "first_page": _NUMBER, "pages": _NUMBER}.get(column)
        if expected and text.strip() and not expected.fullmatch(text.strip().lower()):
            yield fault(
                "sheet-cell-unreadable",
                "This is not a SHA-256 digest." if column == "sha256" else "This is not a whole number.",
                "Put back what formgen wrote there, or leave it empty.",
                place,
            )


def _twice(
    sheet: Sheet, places: Mapping[str, int], column: str, key_of: Callable[[str], str]
) -> Iterator[Problem]:
    """Yield each cell of *column* that says what one above it says."""
    seen: set[str] = set()
    for row in sheet.rows:
        key = key_of(_cell(row, places.get(column)))
        if key and key in seen:
            yield Problem(
                code=f"sheet-{column}-twice",
                what=f"A row above has this {column} too.",
                fix="Delete the row that is not meant, or correct it.",
                path=cell_name(row, places[column]),
                where=sheet.place(row, places[column]),
            )
        seen.add(key)
