"""Cells of the table: their words measured, broken into lines, and parted where a page ends."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from formgen.document.blocks import Paragraph, Quotation
from formgen.document.chronology_values import Cell
from formgen.render.pleading.breaking import Line, lines_of
from formgen.render.pleading.ruler import Ruler
from formgen.render.pleading.words import Text, words_of
from formgen.render.sheet.page import leading_of

_GAP = 0.3
"""Ems between two paragraphs of a cell."""

_INDENT = 1.0
"""Ems by which exact words stand in on the left."""

SLACK = 1e-6
"""Ems by which adding up may be off."""

_FEWEST = 2
"""Lines of a paragraph that stand together at the top or the foot of a page."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A paragraph of a cell, its words measured."""

    text: Text
    indent: float
    """In ems."""

    keeps_next: bool
    block: int

    @property
    def longest_word(self) -> float:
        """Return the width of its longest word, in ems."""
        words = (
            right - left
            for stretch in self.text.stretches
            for left, right in zip(stretch.lefts, stretch.rights, strict=True)
        )
        return self.indent + max(words, default=0.0)


@dataclass(frozen=True, slots=True)
class CellLine:
    """A line in its place within a cell, in ems."""

    line: Line
    indent: float
    top: float
    leading: float
    may_part: bool
    """Whether a page may end after it."""

    block: int

    @property
    def bottom(self) -> float:
        """Return where its box ends."""
        return self.top + self.leading


class Measurer:
    """Measures cells, and gives every paragraph a number of its own."""

    def __init__(self, ruler: Ruler, pages: Mapping[str, str] | None) -> None:
        self.ruler = ruler
        self._pages = pages
        self._block = 0

    def next_block(self) -> int:
        """Return the number of the next paragraph."""
        self._block += 1
        return self._block - 1

    def measured(self, cell: Cell) -> tuple[Measured, ...]:
        """Return the paragraphs of *cell*, measured."""
        return tuple(self._measured(block) for block in cell)

    def _measured(self, block: Paragraph | Quotation) -> Measured:
        text = words_of(block.inlines, self.ruler, self._pages)
        if isinstance(block, Quotation):
            return Measured(text, _INDENT, keeps_next=False, block=self.next_block())
        return Measured(text, 0.0, keeps_next=block.keeps_next, block=self.next_block())


def set_cell(paragraphs: Sequence[Measured], ruler: Ruler, measure: float) -> tuple[CellLine, ...]:
    """Return *paragraphs* in lines no wider than *measure* ems."""
    found: list[CellLine] = []
    top = 0.0
    for number, paragraph in enumerate(paragraphs):
        lines = lines_of(paragraph.text, ruler, measure - paragraph.indent)
        leading = leading_of(paragraph.text.text)
        top += _GAP if number else 0.0
        is_last = number == len(paragraphs) - 1
        for at, line in enumerate(lines):
            may_part = _may_part(at, len(lines)) and not (
                at == len(lines) - 1 and paragraph.keeps_next and not is_last
            )
            found.append(CellLine(line, paragraph.indent, top, leading, may_part, paragraph.block))
            top += leading
    return tuple(found)


def _may_part(at: int, count: int) -> bool:
    """Return whether a page may end after line *at* of *count*: two lines on either side."""
    return at == count - 1 or _FEWEST - 1 <= at < count - _FEWEST


def part(
    lines: Sequence[CellLine], room: float, *, anywhere: bool = False
) -> tuple[tuple[CellLine, ...], tuple[CellLine, ...]]:
    """Return what of *lines* stands within *room* ems, and what is left, moved to the top.

    Args:
        lines: The lines of a cell.
        room: In ems.
        anywhere: Whether it may end after any line, and takes one at least: when nothing else would fit.
    """
    fitting = sum(line.bottom <= room + SLACK for line in lines)
    if fitting == len(lines):
        return tuple(lines), ()
    if anywhere:
        fitting = max(fitting, 1)
    while not anywhere and fitting and not lines[fitting - 1].may_part:
        fitting -= 1
    return tuple(lines[:fitting]), tuple(_at_top(lines[fitting:]))


def _at_top(lines: Sequence[CellLine]) -> Iterator[CellLine]:
    """Yield *lines* moved to the top of a page, without blank ones at their head."""
    first = next((at for at, line in enumerate(lines) if line.line.spans), len(lines))
    for line in lines[first:]:
        yield replace(line, top=line.top - lines[first].top)


def height_of(cells: Sequence[Sequence[CellLine]]) -> float:
    """Return how tall the tallest of *cells* is, in ems."""
    return max((cell[-1].bottom for cell in cells if cell), default=0.0)
