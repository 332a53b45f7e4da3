"""From the grid to the page: every line in points from the bottom left corner, in a box of its own."""

from collections.abc import Sequence

from formgen.document.court_paper import Sheet
from formgen.render.laid_out import Box, OutlineEntry, PlacedLine, PlacedRule
from formgen.render.pleading.breaking import Line
from formgen.render.pleading.flow import PlacedRow
from formgen.render.pleading.leading import WHOLE
from formgen.render.pleading.rows import RowRule

_CAPITAL = 0.7
"""Height of capitals, in ems, in the typefaces that rule 2.105 names."""

_LOOSE_DEPTH, _LOOSE_HEIGHT = 0.35, 1.4
"""How far below the baseline a line's box begins and how tall it is, in ems, where lines stand apart."""

_TIGHT_DEPTH = 0.2125
"""The same depth where lines are set closer: parentheses and tails reach that far down."""


def placed_line(  # noqa: PLR0913 - a line, and everything about its place
    sheet: Sheet,
    line: Line,
    *,
    page: int,
    x: float,
    baseline: float,
    size: float,
    leading: float,
    block: int = -1,
) -> PlacedLine:
    """Return *line* at *baseline*, in points from the top edge; its box is no taller than *leading*."""
    up = sheet.height - baseline
    depth, height = _LOOSE_DEPTH * size, _LOOSE_HEIGHT * size
    if height > leading:
        depth, height = _TIGHT_DEPTH * size, leading
    box = Box(x, up - depth, x + line.width * size, up - depth + height)
    return PlacedLine(page, x, up, size, line.spans, box, line.joint, block)


def grid_baseline(sheet: Sheet, top: float, height: int = WHOLE) -> float:
    """Return the baseline, in points from the top edge, that centres capitals in a row of the grid."""
    middle = (top + height / 2) * sheet.pitch / WHOLE
    return sheet.first_line + middle + _CAPITAL * sheet.text_size / 2


class Placed:
    """Everything that the rows of a paper print, in its place."""

    def __init__(self, sheet: Sheet, rows: Sequence[PlacedRow]) -> None:
        self.lines: list[PlacedLine] = []
        self.rules: list[PlacedRule] = []
        self.outline: list[OutlineEntry] = []
        self.anchors: dict[str, tuple[int, float]] = {}
        self._sheet = sheet
        for row in rows:
            self._add(row)

    def _add(self, placed: PlacedRow) -> None:
        page, top, row = placed
        sheet = self._sheet
        baseline = grid_baseline(sheet, top, row.height)
        leading = row.height * sheet.pitch / WHOLE
        self.lines += [
            placed_line(
                sheet,
                cell.line,
                page=page,
                x=cell.x,
                baseline=baseline,
                size=sheet.text_size,
                leading=leading,
                block=cell.block,
            )
            for cell in row.cells
        ]
        if row.rules or row.anchor or row.title:
            edge = sheet.height - sheet.first_line - top * sheet.pitch / WHOLE
            self._rule(row.rules, page, edge)
            if row.anchor:
                self.anchors[row.anchor] = (page, edge)
            if row.title:
                self.outline.append(OutlineEntry(row.title, page, edge))

    def _rule(self, rules: Sequence[RowRule], page: int, edge: float) -> None:
        for rule in rules:
            made = PlacedRule(
                page, rule.x1, edge - rule.top1, rule.x2, edge - rule.top2, self._sheet.rule_width
            )
            last = self.rules[-1] if self.rules else None
            # One rule down the page, not a piece for each row that it stands beside.
            if last and (last.page, last.x1, last.x2, last.y2) == (page, made.x1, made.x2, made.y1):
                self.rules[-1] = last._replace(y2=made.y2)
            else:
                self.rules.append(made)
