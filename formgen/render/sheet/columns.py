"""How wide the columns of the table are: what is short takes what it needs, what happened takes the rest."""

from collections.abc import Sequence
from dataclasses import dataclass

from formgen.document.blocks import Paragraph, Span
from formgen.document.chronology_values import Columns
from formgen.render.sheet.cells import CellLine, Measured, Measurer, set_cell

GAP = 1.0
"""Ems between two columns."""

_LEAST_TO_MOST = ((7.0, 9.4), None, (7.5, 10.8), (6.0, 9.0))
"""Ems that a column takes for itself: when, what (which has the rest), who, where."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where it begins and ends, in ems from the left margin."""

    left: float
    right: float

    @property
    def width(self) -> float:
        """Return how wide its lines may be."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of the table, the numbers' first, and their heads."""

    columns: tuple[Column, ...]
    heads: tuple[tuple[CellLine, ...], ...]


def grid_of(
    heads: Columns,
    numbers: Sequence[str],
    rows: Sequence[Sequence[tuple[Measured, ...]]],
    measurer: Measurer,
    total: float,
) -> Grid:
    """Return the columns for *rows* within *total* ems.

    Args:
        heads: The columns' heads.
        numbers: The numbers of the rows, as printed.
        rows: Of each row, its four cells.
        measurer: Measures the heads.
        total: Room for the whole table.
    """
    named = [
        measurer.measured((Paragraph((Span(head, bold=True),)),))
        for head in (heads.number, heads.when, heads.what, heads.who, heads.where)
    ]
    widths: list[float | None] = [
        max(named[0][0].longest_word, *(measurer.ruler.widths()[number] for number in numbers))
    ]
    for at, limits in enumerate(_LEAST_TO_MOST):
        if limits is None:
            widths.append(None)
            continue
        least, most = limits
        lines = (line for row in rows for line in set_cell(row[at], measurer.ruler, most))
        widest = max((line.line.width for line in lines), default=0.0)
        widths.append(max(least, widest, named[at + 1][0].longest_word))
    rest = total - sum(width for width in widths if width is not None) - GAP * (len(widths) - 1)
    columns: list[Column] = []
    left = 0.0
    for width in widths:
        right = left + (rest if width is None else width)
        columns.append(Column(left, right))
        left = right + GAP
    set_heads = tuple(
        set_cell(head, measurer.ruler, column.width) for head, column in zip(named, columns, strict=True)
    )
    return Grid(tuple(columns), set_heads)
