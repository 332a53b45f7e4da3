"""The pieces of a leaf: what is put on a page in one go, and what may be parted from what follows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from formgen.document.blocks import Inline, Span
from formgen.document.leaf import Align
from formgen.render.pleading.breaking import Line, even_lines_of
from formgen.render.pleading.ruler import Ruler
from formgen.render.pleading.words import words_of
from formgen.render.sheet.cells import CellLine, Measured, set_cell
from formgen.render.sheet.page import leading_of

_LINES = re.compile("(\n+)")


@dataclass(frozen=True, slots=True)
class PieceLine:
    """A line in its place within a piece."""

    line: Line
    x: float
    """Points from the left edge of the page."""

    top: float
    """Points from the top of the piece."""

    size: float
    leading: float
    """Ems: how tall its box is."""

    block: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of text, a rule, or the rows of a table that stand side by side.  All lengths in points."""

    height: float
    lines: tuple[PieceLine, ...] = ()
    before: float = 0.0
    """White above it, dropped at the top of a page."""

    may_end: bool = True
    """Whether a page may end after it."""

    rule_above: float = 0.0
    """The width of the rule that parts it from the row before it; dropped at the top of a page."""

    rule_below: float = 0.0
    anchor: str = ""
    title: str = ""
    level: int = 0
    head: "Piece | None" = None
    """What is repeated over it where it begins a page."""

    long_row: "LongRow | None" = None
    """What it is made of, where it is too long to be kept whole."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column of a table stands, in points from the left edge of the page."""

    left: float
    right: float
    align: Align


@dataclass(frozen=True, slots=True)
class LongRow:
    """A row that is longer than half a page, or what is left of it: its cells broken into lines."""

    cells: tuple[tuple[CellLine, ...], ...]
    columns: tuple[Column, ...]
    size: float
    padding: float
    """Points above and below its words."""

    ruler: Ruler = field(repr=False)


class Blocks:
    """Measures words and gives every block a number of its own."""

    def __init__(self, ruler: Ruler, pages: Mapping[str, str] | None) -> None:
        self.ruler = ruler
        self._pages = pages
        self._number = 0

    def measured(self, inlines: Sequence[Inline], *, is_numbered: bool = True) -> Measured:
        """Return *inlines* measured, as a block of their own."""
        number = -1
        if is_numbered:
            number, self._number = self._number, self._number + 1
        text = words_of(list(_by_lines(inlines)), self.ruler, self._pages)
        return Measured(text, 0.0, keeps_next=False, block=number)

    def set(self, measured: Measured, width: float, align: Align) -> tuple[CellLine, ...]:
        """Return what was *measured* in lines no wider than *width* ems.

        Centred lines are made about equally wide, and stay together.
        """
        if align != "centre":
            return set_cell((measured,), self.ruler, width)
        leading = leading_of(measured.text.text)
        lines = even_lines_of(measured.text, self.ruler, width)
        return tuple(
            CellLine(line, 0.0, at * leading, leading, at == len(lines) - 1, measured.block)
            for at, line in enumerate(lines)
        )


def _by_lines(inlines: Sequence[Inline]) -> Iterator[Inline]:
    """Yield *inlines* with line ends in spans of their own: plain lines are measured many words at once."""
    for inline in inlines:
        if isinstance(inline, Span) and "\n" in inline.text:
            yield from (replace(inline, text=text) for text in _LINES.split(inline.text) if text)
        else:
            yield inline


def piece_line(line: CellLine, column: Column, size: float, top: float, ruler: Ruler) -> PieceLine:
    """Return *line* in its place in a *column*; *top* is where the lines around it begin, in points."""
    printed = line.line
    if column.align != "left":
        # Pages not yet counted keep room for themselves when lines are broken; words end where they end.
        width = sum(ruler.widths(bold=span.bold, italic=span.italic)[span.text] for span in printed.spans)
        printed = printed._replace(width=width)
    free = column.right - column.left - printed.width * size
    x = column.left + {"left": 0.0, "centre": free / 2, "right": free}[column.align]
    return PieceLine(printed, x, top + line.top * size, size, line.leading, line.block)
