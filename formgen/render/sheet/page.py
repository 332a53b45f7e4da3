"""The page that the table stands on, and everything that is put on it."""

from typing import TYPE_CHECKING

from formgen.document.blocks import Span
from formgen.document.court_paper import Sheet
from formgen.render.laid_out import Box, PlacedLine, PlacedMark, PlacedRule
from formgen.render.pleading.breaking import Line
from formgen.render.pleading.leading import LOOSE, SOLID, WHOLE, closest
from formgen.render.pleading.ruler import Ruler

if TYPE_CHECKING:
    from formgen.document.chronology_paper import ChronologyPaper

LEADING = 1.2
"""Ems from one line to the next."""

_LEADINGS = {SOLID: LEADING, LOOSE: 1.4, WHOLE: 2.0}
_DEPTHS = {LEADING: 0.2125, 1.4: 0.25, 2.0: 0.35}
"""Ems from the baseline to the bottom of a line's box, by its leading."""


def lying_sheet(paper: "ChronologyPaper") -> Sheet:
    """Return the sheet of court papers with the size and margins of the table's page, its foot as it was."""
    frame = paper.frame
    return paper.sheet.on_page(
        width=frame.width, height=frame.height, left=frame.left, right=frame.width - frame.right
    )


class Pages:
    """Takes lines, rules and marks, measured in points from the top left corner of their page."""

    def __init__(self, sheet: Sheet, *, top: float, bottom: float) -> None:
        self.sheet = sheet
        self.top, self.bottom = top, bottom
        """Where words may begin on a page, and where they end."""

        self.lines: list[PlacedLine] = []
        self.rules: list[PlacedRule] = []
        self.marks: list[PlacedMark] = []
        self.anchors: dict[str, tuple[int, float]] = {}

    @property
    def leading(self) -> float:
        """Return the points from one line to the next."""
        return LEADING * self.sheet.text_size

    def line(  # noqa: PLR0913 - a line, and everything about its place
        self, line: Line, *, page: int, x: float, top: float, block: int = -1, leading: float = LEADING
    ) -> None:
        """Put *line* with the top of its box at *top*; the box is *leading* ems tall."""
        if not line.spans:
            return
        size = self.sheet.text_size
        bottom = top + leading * size
        self.lines.append(
            placed(line, self.sheet, (page, x, bottom), size=size, leading=leading, block=block)
        )

    def rule(self, page: int, start: tuple[float, float], end: tuple[float, float], width: float) -> None:
        """Draw a straight line."""
        height = self.sheet.height
        self.rules.append(PlacedRule(page, start[0], height - start[1], end[0], height - end[1], width))

    def mark(self, page: int, box: Box, *, is_filled: bool) -> None:
        """Put a bar; *box* is measured from the top too."""
        height = self.sheet.height
        turned = Box(box.left, height - box.bottom, box.right, height - box.top)
        self.marks.append(PlacedMark(page, turned, is_filled=is_filled))

    def anchor(self, name: str, page: int, top: float) -> None:
        """Name a place."""
        self.anchors[name] = (page, self.sheet.height - top)


def leading_of(text: str) -> float:
    """Return how close lines of *text* may stand, in ems, that no letter reaches into the lines around it."""
    return _LEADINGS[closest(text)]


def placed(  # noqa: PLR0913 - as above
    line: Line,
    sheet: Sheet,
    place: tuple[int, float, float],
    *,
    size: float,
    leading: float,
    block: int = -1,
) -> PlacedLine:
    """Return *line* at its *place*: the page, where it begins, and where its box ends, from the top."""
    page, x, bottom = place
    up = sheet.height - bottom
    box = Box(x, up, x + line.width * size, up + leading * size)
    return PlacedLine(page, x, up + _DEPTHS[leading] * size, size, line.spans, box, line.joint, block)


def plain(text: str, ruler: Ruler, *, bold: bool = False, italic: bool = False) -> Line:
    """Return *text* as a line of its own."""
    span = Span(text, bold=bold, italic=italic)
    return Line((span,), ruler.widths(bold=bold, italic=italic)[text], "\n")
