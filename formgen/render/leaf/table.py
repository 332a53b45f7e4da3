"""A table of a leaf: a piece for its head and for each row, and rows that are too long parted."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from formgen.document.blocks import Inline, Span
from formgen.document.leaf import LeafColumn, LeafFrame, LeafTable
from formgen.render.leaf.piece import Blocks, Column, LongRow, Piece, piece_line
from formgen.render.sheet.cells import CellLine, height_of, part

_GAP = 1.0
"""Ems between two columns."""

_PADDING, _TIGHT = 0.35, 0.1
"""Ems above and below the words of a row: beside rules, and without."""

_STRONG, _FINE = 0.9, 0.4
"""Points: the rule of the head, and those between rows."""

_LEAST = 3
"""Lines of a long row that a page must have room for."""


def table_pieces(table: LeafTable, frame: LeafFrame, blocks: Blocks) -> Iterator[Piece]:
    """Yield the head of *table*, if it has one, and its rows."""
    columns = columns_of(table, frame)
    size = table.size
    padding = (_PADDING if table.has_rules else _TIGHT) * size
    before = table.before
    head = None
    if any(column.head for column in table.columns):
        names = [(Span(column.head, bold=True),) for column in table.columns]
        row = _row(names, columns, size, padding, blocks, is_numbered=False)
        head = replace(piece_of(row), rule_below=_STRONG if table.has_rules else 0.0, may_end=False)
        yield replace(head, before=before)
        before = 0.0
    for number, typed in enumerate(table.rows):
        row = _row(typed.cells, columns, size, padding, blocks)
        whole = piece_of(row)
        is_long = whole.height > (frame.bottom - frame.top) / 2
        yield replace(
            whole,
            before=before,
            rule_above=_FINE if number and table.has_rules else 0.0,
            anchor=typed.anchor,
            head=head,
            long_row=row if is_long else None,
        )
        before = 0.0


def columns_of(table: LeafTable, frame: LeafFrame) -> tuple[Column, ...]:
    """Return where the columns of *table* stand; those without a width share what is left."""
    gap = _GAP * table.size
    rest = frame.right - frame.left - gap * (len(table.columns) - 1)
    rest -= sum(column.width or 0.0 for column in table.columns)
    sharing = sum(column.width is None for column in table.columns)
    share = max(rest / sharing, table.size) if sharing else 0.0
    return tuple(_side_by_side(table.columns, frame.left, share, gap))


def _side_by_side(columns: Sequence[LeafColumn], left: float, share: float, gap: float) -> Iterator[Column]:
    for column in columns:
        right = left + (share if column.width is None else column.width)
        yield Column(left, right, column.align)
        left = right + gap


def _row(  # noqa: PLR0913 - a row, and how it is set
    cells: Sequence[tuple[Inline, ...]],
    columns: tuple[Column, ...],
    size: float,
    padding: float,
    blocks: Blocks,
    *,
    is_numbered: bool = True,
) -> LongRow:
    set_cells = tuple(
        _set(cell, column, size, blocks, is_numbered=is_numbered)
        for cell, column in zip(cells, columns, strict=True)
    )
    return LongRow(_evened(set_cells), columns, size, padding, blocks.ruler)


def _evened(cells: tuple[tuple[CellLine, ...], ...]) -> tuple[tuple[CellLine, ...], ...]:
    """Return *cells* with their lines equally far apart, so that words side by side stand on one line."""
    leading = max((line.leading for cell in cells for line in cell), default=0.0)
    return tuple(
        tuple(replace(line, top=at * leading, leading=leading) for at, line in enumerate(cell))
        for cell in cells
    )


def _set(
    cell: tuple[Inline, ...], column: Column, size: float, blocks: Blocks, *, is_numbered: bool
) -> tuple[CellLine, ...]:
    if not cell:
        return ()
    measured = blocks.measured(cell, is_numbered=is_numbered)
    return blocks.set(measured, (column.right - column.left) / size, column.align)


def piece_of(row: LongRow) -> Piece:
    """Return *row* as one piece."""
    lines = tuple(
        piece_line(line, column, row.size, row.padding, row.ruler)
        for cell, column in zip(row.cells, row.columns, strict=True)
        for line in cell
    )
    return Piece(height=height_of(row.cells) * row.size + 2 * row.padding, lines=lines)


def least_of(row: LongRow) -> float:
    """Return the height, in points, that a page must have left for *row* to begin on it."""
    tallest = max((line.leading for cell in row.cells for line in cell[:_LEAST]), default=0.0)
    return _LEAST * tallest * row.size + 2 * row.padding


def parted(row: LongRow, room: float, *, anywhere: bool) -> tuple[LongRow, LongRow]:
    """Return what of *row* fits into *room* points, and what is left of it.

    Nothing fits where one of its cells would have none of its lines there.

    Args:
        row: A row that does not fit.
        room: What is left of the page.
        anywhere: Whether a cell may end after any line, and takes one at least: on a page of its own.
    """
    left = (room - 2 * row.padding) / row.size
    parts = [part(cell, left) for cell in row.cells]
    if anywhere:
        parts = [
            each if each[0] else part(cell, left, anywhere=True)
            for cell, each in zip(row.cells, parts, strict=True)
        ]
    elif any(cell and not each[0] for cell, each in zip(row.cells, parts, strict=True)):
        return replace(row, cells=((),) * len(row.cells)), row
    fitting, rests = zip(*parts, strict=True)
    return replace(row, cells=fitting), replace(row, cells=rests)
