"""What goes on the grid, row by row, before it is known on which page."""

from collections.abc import Mapping
from typing import NamedTuple

from formgen.document.blocks import Inline
from formgen.document.court_paper import Sheet
from formgen.render.pleading.breaking import Line, even_lines_of, lines_of
from formgen.render.pleading.leading import WHOLE
from formgen.render.pleading.ruler import Ruler
from formgen.render.pleading.words import words_of

STEP = 36.0
"""Half an inch, in points: one step of indent."""


class Cell(NamedTuple):
    """A line of text at its place from the left edge, in points."""

    x: float
    line: Line
    block: int


class RowRule(NamedTuple):
    """A straight line; its heights are in points below the top of its row."""

    x1: float
    top1: float
    x2: float
    top2: float


class Row(NamedTuple):
    """One line of the grid, or a line of a quotation, which may take less."""

    cells: tuple[Cell, ...] = ()
    height: int = WHOLE
    """In sixths of a line of the grid."""

    may_part: bool = True
    """Whether a page may end after it."""

    is_space: bool = False
    """Whether it only keeps things apart: at the top of a page it is left out."""

    rules: tuple[RowRule, ...] = ()
    anchor: str = ""
    title: str = ""
    """Its entry in the outline."""

    @property
    def is_text(self) -> bool:
        """Whether anything is printed in it, or will be once pages are known."""
        return any(cell.line.width > 0 for cell in self.cells)


SPACE = Row(is_space=True)
"""A blank line between two parts of a paper."""

BLANK = Row()
"""A blank line that stays where it is."""


class Setter:
    """Sets text in lines between two places on the sheet, in points from its left edge."""

    def __init__(self, sheet: Sheet, ruler: Ruler, pages: Mapping[str, str] | None) -> None:
        self.sheet, self._ruler, self._pages = sheet, ruler, pages

    def lines(
        self, inlines: tuple[Inline, ...], left: float, right: float, *, indent: float = 0.0
    ) -> list[Line]:
        """Return *inlines* in lines between *left* and *right*, the first one indented."""
        size = self.sheet.text_size
        text = words_of(inlines, self._ruler, self._pages)
        return lines_of(text, self._ruler, (right - left) / size, first=(right - left - indent) / size)

    def even_lines(self, inlines: tuple[Inline, ...], left: float, right: float) -> list[Line]:
        """Return *inlines* in lines about equally wide."""
        text = words_of(inlines, self._ruler, self._pages)
        return even_lines_of(text, self._ruler, (right - left) / self.sheet.text_size)

    def width(self, text: str) -> float:
        """Return how wide *text* is in ordinary type, in points."""
        return self._ruler.widths()[text] * self.sheet.text_size

    def centred(self, line: Line, left: float, right: float) -> float:
        """Return where *line* begins if it stands in the middle between *left* and *right*."""
        return (left + right - line.width * self.sheet.text_size) / 2
