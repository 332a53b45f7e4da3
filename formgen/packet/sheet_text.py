"""The text of a sheet that a spreadsheet saved: its cells, however they are separated, and their places."""

import codecs
import csv
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from io import StringIO

from formgen.document.spreadsheet import safe
from formgen.errors import CaseDataError, Problem, SourceLocation
from formgen.facts.exhibits import letter_for
from formgen.intake.source import with_line_feeds

LARGEST_SHEET = 16_000_000
"""In bytes. A sheet of five thousand exhibits is under two megabytes."""

_SAVE_AS = "Save it in the spreadsheet as `CSV UTF-8`, or put back the file that formgen wrote."
_SEPARATORS = (",", ";", "\t")
"""Excel takes the one that the country's settings name."""

_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)
"""A first line that Excel itself understands, and does not show."""

_OTHER_KINDS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")
_FOREIGN_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row, as the spreadsheet shows it."""

    number: int
    """From 1; the heading counts."""

    line: int
    """The line of the file on which it begins, from 1."""

    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A heading and the rows under it."""

    file: str
    """The name that it goes by in messages."""

    heading: SheetRow
    rows: tuple[SheetRow, ...]
    """Those in which anything is written."""

    def place(self, row: SheetRow, column: int) -> SourceLocation:
        """Return the place of the cell in *column*, from 0."""
        return SourceLocation(self.file, row.line, cell=cell_name(row, column))


def cell_name(row: SheetRow, column: int) -> str:
    """Return what the spreadsheet calls a cell, its *column* counted from 0: `C7`."""
    return f"{letter_for(column + 1)}{row.number}"


def column_key(heading: str) -> str:
    """Return what the ways of writing one heading have in common: `first_page`, `First page`."""
    return re.sub(r"[\W_]+", "", heading).casefold()


def guarded(text: str) -> str:
    """Return *text* as a cell, with an apostrophe before it if a spreadsheet could take it for a formula."""
    return f"'{text}" if _needs_guard(text) else text


def unguarded(cell: str) -> str:
    """Return what *cell* was before it was guarded."""
    return cell[1:] if cell.startswith("'") and _needs_guard(cell) else cell


def _needs_guard(text: str) -> bool:
    # Apostrophes of its own are guarded with it, so that they can be told from ours.
    bare = text.lstrip("'")
    return safe(bare) != bare


def sheet_of(data: bytes, file: str, known: Collection[str]) -> Sheet:
    """Read *data* as a sheet called *file*.

    Args:
        data: A file in CSV, its cells separated by commas, semicolons or tabs.
        file: The name that it goes by in messages.
        known: Keys of columns to be found in the heading; they tell how the cells are separated.

    Raises:
        CaseDataError: It is too large, no text in UTF-8, or damaged.
    """
    text = _decoded(data, file)
    said = _SEPARATOR_LINE.match(text)
    skipped = 1 if said else 0
    text = text[said.end() :] if said else text
    separator = said[1] if said else _separator_of(text, known)
    rows = [
        SheetRow(number, line + skipped, cells)
        for number, line, cells in _rows(text, separator, file, skipped)
    ]
    if not rows or not any(cell.strip() for cell in rows[0].cells):
        raise unreadable(file, "This sheet is empty, or its first row is.", _SAVE_AS)
    written = (row for row in rows[1:] if any(cell.strip() for cell in row.cells))
    return Sheet(file, rows[0], tuple(written))


def unreadable(file: str, what: str, fix: str, *, line: int | None = None) -> CaseDataError:
    """Return the error that a sheet cannot be read, and why."""
    return CaseDataError(
        [Problem(code="sheet-unreadable", what=what, fix=fix, where=SourceLocation(file, line))]
    )


def _decoded(data: bytes, file: str) -> str:
    if len(data) > LARGEST_SHEET:
        raise unreadable(
            file, "This file is too large for a list of exhibits.", "Name the `exhibits.csv` that was served."
        )
    if data.startswith(_OTHER_KINDS):
        raise unreadable(file, "This is a workbook or another kind of file, not CSV.", _SAVE_AS)
    if data.startswith(_FOREIGN_MARKS):
        raise unreadable(file, "This sheet is saved as UTF-16, not as UTF-8.", _SAVE_AS)
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        line = with_line_feeds(data[: error.start].decode(errors="replace")).count("\n") + 1
        raise unreadable(file, "This sheet is not saved as UTF-8.", _SAVE_AS, line=line) from None


def _separator_of(text: str, known: Collection[str]) -> str:
    def found(separator: str) -> int:
        try:
            heading = next(csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True), [])
        except csv.Error:
            return 0
        return len({column_key(cell) for cell in heading}.intersection(known))

    # The first of equals: a comma.
    return max(_SEPARATORS, key=found)


def _rows(text: str, separator: str, file: str, skipped: int) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield the number, the line and the cells of each row."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    number, line = 0, 1
    try:
        for cells in reader:
            number += 1
            yield number, line, tuple(with_line_feeds(unguarded(cell)) for cell in cells)
            line = reader.line_num + 1
    except csv.Error:
        raise unreadable(
            file, "The quotation marks in this row are not in pairs.", _SAVE_AS, line=line + skipped
        ) from None
