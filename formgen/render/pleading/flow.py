"""Rows put on pages, each page ended at the last place where it may end."""

from collections.abc import Sequence
from typing import NamedTuple

from formgen.errors import Problem, RenderError
from formgen.render.pleading.leading import SOLID, WHOLE
from formgen.render.pleading.rows import Row


class PlacedRow(NamedTuple):
    """A row in its place on a page."""

    page: int
    """From 1."""

    top: float
    """In sixths of a line of the grid, from the top of line 1."""

    row: Row


def flow(rows: Sequence[Row], lines: int) -> list[PlacedRow]:
    """Return *rows* on pages of so many *lines*.

    A quotation may run on in less than whole lines; what comes after it is back on the
    grid (rule 2.108).

    Raises:
        RenderError: `block-longer-than-page`, if rows that may not be parted are longer than a page.
    """
    placed: list[PlacedRow] = []
    start, page = 0, 1
    while start < len(rows):
        if rows[start].is_space:
            start += 1
            continue
        taken = _page(rows, start, page, lines * WHOLE)
        if not taken:
            raise RenderError([_too_long(rows[start:])])
        placed += taken
        start += len(taken)
        page += 1
    return placed


def _page(rows: Sequence[Row], start: int, page: int, room: int) -> list[PlacedRow]:
    """Return the rows of one page: from *start* to the last place within *room* where a page may end."""
    found: list[PlacedRow] = []
    good = 0
    at = 0
    for row in rows[start : start + room]:
        if row.height == WHOLE and (over := at % WHOLE):
            _centre_quotation(found, (WHOLE - over) / 2)
            at += WHOLE - over
        # The lower half of the last line stays free: letters there would touch the page number.
        if at + row.height > (room if row.height == WHOLE else room - SOLID):
            break
        found.append(PlacedRow(page, at, row))
        at += row.height
        if row.may_part:
            good = len(found)
    return found[:good]


def _centre_quotation(found: list[PlacedRow], down: float) -> None:
    """Move a quotation *down*: the room left over is then above and below it.  Not at the top of a page."""
    first = len(found)
    while first and found[first - 1].row.height != WHOLE:
        first -= 1
    if first:
        found[first:] = [placed._replace(top=placed.top + down) for placed in found[first:]]


def _too_long(rows: Sequence[Row]) -> Problem:
    spans = (span for row in rows for cell in row.cells for span in cell.line.spans)
    return Problem(
        code="block-longer-than-page",
        what="Lines that have to stand together on one page are more than a page holds: a heading with the "
        "text after it, or the perjury clause with its signature and the text before it.",
        fix="Shorten what is typed there, or make two paragraphs of it.",
        path=next((span.source for span in spans if span.source), ""),
    )
