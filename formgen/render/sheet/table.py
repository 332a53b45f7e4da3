"""The table on its pages: its head on each, rows kept whole unless they are long."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from formgen.document.blocks import Inline, Paragraph
from formgen.document.chronology_values import Row
from formgen.render.pleading.breaking import Line
from formgen.render.sheet.cells import SLACK, CellLine, Measured, Measurer, height_of, part, set_cell
from formgen.render.sheet.columns import Grid
from formgen.render.sheet.page import LEADING, Pages, plain

_PADDING = 0.4
"""Ems between a rule and the words above or below it."""

_STRONG, _FINE = 0.9, 0.4
"""Points: the rules of the head, and those between rows."""

_LEAST = 3
"""Lines of a long row that a page must have room for."""


@dataclass(frozen=True, slots=True)
class MeasuredRow:
    """A row whose words are measured."""

    row: Row
    cells: tuple[tuple[Measured, ...], ...]


@dataclass(frozen=True, slots=True)
class _SetRow:
    """A row, or what is left of it, broken into lines."""

    number: Line
    anchor: str
    cells: tuple[tuple[CellLine, ...], ...]

    @property
    def height(self) -> float:
        """Return its height with the room above and below its words, in ems."""
        return height_of(self.cells) + 2 * _PADDING


class Table:
    """Puts rows on pages; *page* and *top* are where the next one goes, in points."""

    def __init__(  # noqa: PLR0913 - where it begins, each by name
        self, pages: Pages, grid: Grid, measurer: Measurer, *, page: int, top: float, continued: str
    ) -> None:
        self.pages, self.grid, self.measurer = pages, grid, measurer
        self.page, self.top = page, top
        self._em = pages.sheet.text_size
        self._continued = CellLine(
            plain(continued, measurer.ruler, italic=True), 0.0, 0.0, LEADING, may_part=True, block=-1
        )
        self._head_height = height_of(grid.heads) + 2 * _PADDING
        self._has_head = False

    def group(self, heading: tuple[Inline, ...], rows: Sequence[MeasuredRow]) -> None:
        """Put *rows*, under their *heading* if they have one."""
        whole = self.grid.columns[-1].right
        above: tuple[CellLine, ...] = ()
        if heading:
            above = set_cell(self.measurer.measured((Paragraph(heading),)), self.measurer.ruler, whole)
        for measured in rows:
            row = self._set(measured)
            self._make_room(row, above)
            self._put_across(above)
            self._put(row)
            above = ()

    def _set(self, measured: MeasuredRow) -> _SetRow:
        cells = tuple(
            set_cell(cell, self.measurer.ruler, column.width)
            for cell, column in zip(measured.cells, self.grid.columns[1:], strict=True)
        )
        return _SetRow(plain(str(measured.row.number), self.measurer.ruler), measured.row.anchor, cells)

    def _make_room(self, row: _SetRow, above: Sequence[CellLine]) -> None:
        """Begin a new page if *row*, or the first lines of a long one, would not fit."""
        heading = height_of([above]) + 2 * _PADDING if above else 0.0
        page = (self.pages.bottom - self.pages.top) / self._em - self._head_height
        needed = row.height
        if heading + row.height > page / 2:
            needed = min(row.height, _LEAST * LEADING + 2 * _PADDING)
        head = 0.0 if self._has_head else self._head_height
        if head + heading + needed > self._room() + SLACK:
            self._new_page()
        elif not self._has_head:
            self._put_head()

    def _room(self) -> float:
        """Return the height left on this page, in ems."""
        return (self.pages.bottom - self.top) / self._em

    def _new_page(self) -> None:
        self.page += 1
        self.top = self.pages.top
        self._put_head()

    def _put_head(self) -> None:
        height = height_of(self.grid.heads)
        self._rule(_STRONG)
        for column, lines in zip(self.grid.columns, self.grid.heads, strict=True):
            self._put_lines(
                lines, column.left, self.top + (_PADDING + height - height_of([lines])) * self._em
            )
        self.top += self._head_height * self._em
        self._rule(_STRONG)
        self._has_head = True

    def _put_across(self, lines: Sequence[CellLine]) -> None:
        if lines:
            self._put_lines(lines, 0.0, self.top + _PADDING * self._em)
            self.top += (height_of([lines]) + 2 * _PADDING) * self._em
            self._rule(_FINE)

    def _put(self, row: _SetRow) -> None:
        """Put *row*, on as many pages as it takes."""
        self.pages.anchor(row.anchor, self.page, self.top)
        is_fresh = False
        while row.height > self._room() + SLACK:
            fitting, rest = self._parted(row, anywhere=is_fresh)
            if not any(rest.cells):
                break
            if all(fitting.cells[at] or not cell for at, cell in enumerate(row.cells)):
                self._put_whole(fitting)
                row = replace(rest, cells=(rest.cells[0] or (self._continued,), *rest.cells[1:]))
            is_fresh = True
            self._new_page()
        self._put_whole(row)

    def _parted(self, row: _SetRow, *, anywhere: bool) -> tuple[_SetRow, _SetRow]:
        """Return what of *row* fits on this page, and what is left of it."""
        room = self._room() - 2 * _PADDING
        parts = [part(cell, room) for cell in row.cells]
        if anywhere:
            parts = [
                (fitting, rest) if fitting else part(cell, room, anywhere=True)
                for cell, (fitting, rest) in zip(row.cells, parts, strict=True)
            ]
        fitting, rests = zip(*parts, strict=True)
        return replace(row, cells=fitting), replace(row, cells=rests)

    def _put_whole(self, row: _SetRow) -> None:
        top = self.top + _PADDING * self._em
        self.pages.line(row.number, page=self.page, x=self._x(self.grid.columns[0].left), top=top)
        for column, cell in zip(self.grid.columns[1:], row.cells, strict=True):
            self._put_lines(cell, column.left, top)
        self.top += row.height * self._em
        self._rule(_FINE)

    def _put_lines(self, lines: Sequence[CellLine], left: float, top: float) -> None:
        for line in lines:
            self.pages.line(
                line.line,
                page=self.page,
                x=self._x(left + line.indent),
                top=top + line.top * self._em,
                block=line.block,
                leading=line.leading,
            )

    def _rule(self, width: float) -> None:
        end = self._x(self.grid.columns[-1].right)
        self.pages.rule(self.page, (self._x(0.0), self.top), (end, self.top), width)

    def _x(self, ems: float) -> float:
        return self.pages.sheet.text_left + ems * self._em
