"""How wide the columns are."""

from itertools import pairwise

import pytest
from render.sheet.sheets import cell, measurer

from formgen.document.blocks import text_of
from formgen.document.chronology_values import Cell, Columns
from formgen.render.sheet.columns import GAP, Grid, grid_of

HEADS = Columns("No.", "When", "What happened", "Who", "Where cited")
NOTHING: Cell = ()


def grid(
    *rows: tuple[Cell, Cell, Cell, Cell], numbers: tuple[str, ...] = ("1",), total: float = 60.0
) -> Grid:
    made = measurer()
    measured = [tuple(made.measured(each) for each in row) for row in rows]
    return grid_of(HEADS, numbers, measured, made, total)


def widths(made: Grid) -> list[float]:
    return [column.width for column in made.columns]


def test_what_happened_takes_what_the_others_leave() -> None:
    made = grid((NOTHING, NOTHING, NOTHING, NOTHING))

    assert widths(made) == pytest.approx([1.5, 7.0, 60 - 1.5 - 7.0 - 7.5 - 6.0 - 4 * GAP, 7.5, 6.0])
    assert made.columns[-1].right == pytest.approx(60.0)


def test_a_column_is_as_wide_as_its_widest_line() -> None:
    made = grid((cell("x" * 16), NOTHING, cell("x" * 20), cell("x" * 15)))

    assert (widths(made)[1], *widths(made)[3:]) == pytest.approx((8.0, 10.0, 7.5))


def test_a_long_text_does_not_widen_its_column_without_end() -> None:
    made = grid((cell("xx " * 99), NOTHING, cell("x" * 99), cell("x" * 99)))

    assert widths(made)[1] <= 9.4
    assert widths(made)[3] <= 10.8
    assert widths(made)[4] <= 9.0


def test_numbers_have_a_column_of_their_own() -> None:
    row = (NOTHING, NOTHING, NOTHING, NOTHING)

    assert widths(grid(row, numbers=("1", "10")))[0] == 1.5
    assert widths(grid(row, numbers=("1", "1000")))[0] == 2.0


def test_columns_stand_apart() -> None:
    columns = grid((NOTHING, NOTHING, NOTHING, NOTHING)).columns

    assert [right.left - left.right for left, right in pairwise(columns)] == [pytest.approx(GAP)] * 4


def test_heads_are_bold_and_fit_their_columns() -> None:
    made = grid((NOTHING, NOTHING, NOTHING, NOTHING))

    assert [[text_of(line.line.spans) for line in head] for head in made.heads] == [
        ["No."],
        ["When"],
        ["What happened"],
        ["Who"],
        ["Where cited"],
    ]
    assert all(span.bold for head in made.heads for line in head for span in line.line.spans)
