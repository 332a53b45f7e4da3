"""Tables of a leaf."""

import pytest
from render.leaf.leaves import FRAME, blocks, cells, find, laid, lines, on_page, table, text

from formgen.document.blocks import PageOf, Span
from formgen.document.leaf import LeafColumn, LeafRow, LeafTable
from formgen.render.leaf.table import columns_of, least_of, parted, piece_of, table_pieces


def test_columns_without_a_width_share_what_is_left() -> None:
    made = LeafTable(
        (LeafColumn("", 36.0), LeafColumn(""), LeafColumn("", 24.0), LeafColumn("")), (), size=12.0
    )

    columns = columns_of(made, FRAME)

    assert [(column.left, column.right) for column in columns] == [
        (30, 66),
        (78, 150),
        (162, 186),
        (198, 270),
    ]


def test_columns_too_wide_for_the_page_leave_the_others_an_em() -> None:
    columns = columns_of(LeafTable((LeafColumn("", 300.0), LeafColumn("")), (), size=12.0), FRAME)

    assert columns[1].right - columns[1].left == 12


def test_its_head_is_bold_and_stands_on_every_page() -> None:
    rows = [(f"{number}", "email") for number in range(1, 31)]

    page = laid(table(*rows, heads=("No.", "What")))

    heads = [line for line in page.lines if line.block < 0]
    assert [(line.page, line.inlines) for line in heads] == [
        (number, (Span(said, bold=True),)) for number in (1, 2, 3) for said in ("No.", "What")
    ]
    assert on_page(page, 2)[:4] == ["No.", "What", "14", "email"]


def test_a_table_without_heads_has_none() -> None:
    assert on_page(laid(table(("From:", "Carl"))), 1) == ["From:", "Carl"]


def test_a_head_is_not_left_alone_at_the_end_of_a_page() -> None:
    page = laid(text(lines(20)), table(("1", "email"), heads=("No.", "What")))

    assert on_page(page, 2) == ["No.", "What", "1", "email"]
    assert page.page_count == 2


def test_a_strong_rule_is_under_its_head_and_fine_ones_between_its_rows() -> None:
    page = laid(table(("1", "a"), ("2", "b"), ("3", "c"), heads=("No.", "What")))

    assert [rule.width for rule in page.rules] == [0.9, 0.4, 0.4]
    assert {(rule.x1, rule.x2) for rule in page.rules} == {(30, 270)}


def test_rules_may_be_left_out() -> None:
    page = laid(table(("From:", "a"), ("To:", "b"), heads=("Name", "Value"), has_rules=False))

    assert page.rules == ()


def test_no_rule_stands_over_the_first_row_of_a_page() -> None:
    page = laid(table(*((str(number), "a") for number in range(30))))

    assert len([rule for rule in page.rules if rule.page == 2]) == len(on_page(page, 2)) / 2 - 1


def test_a_row_is_kept_whole() -> None:
    page = laid(text(lines(18)), table(("1", lines(6, "cell"))))

    assert on_page(page, 2) == ["1", *(f"cell {number}" for number in range(1, 7))]


def test_a_row_longer_than_half_a_page_is_parted() -> None:
    page = laid(text(lines(12)), table(("1", lines(16, "cell")), heads=("No.", "What")))

    assert on_page(page, 1)[-1] == "cell 8"
    assert on_page(page, 2) == ["No.", "What", *(f"cell {number}" for number in range(9, 17))]


def test_a_long_row_does_not_begin_where_only_a_line_of_it_fits() -> None:
    page = laid(text(lines(21)), table(("1", lines(16, "cell"))))

    assert on_page(page, 2)[:2] == ["1", "cell 1"]


def test_a_row_longer_than_a_page_runs_over_several() -> None:
    page = laid(table((lines(50, "left"), lines(30, "right")), heads=("One", "Two")))

    said = [line for number in (1, 2, 3) for line in on_page(page, number) if line not in {"One", "Two"}]
    assert sorted(said) == sorted([*lines(50, "left").split("\n"), *lines(30, "right").split("\n")])
    assert page.page_count == 3


def test_blank_lines_at_the_end_of_a_long_row_take_no_page_of_their_own() -> None:
    page = laid(table(("1", lines(21, "cell") + "\n" * 20)))

    assert page.page_count == 1


def test_a_cell_that_cannot_begin_here_takes_its_row_to_the_next_page() -> None:
    (row,) = (
        piece.long_row
        for piece in table_pieces(table((lines(20), "a " * 100)), FRAME, blocks())
        if piece.long_row is not None
    )

    fitting, rest = parted(row, 20.0, anywhere=False)

    assert (fitting.cells, rest) == (((), ()), row)


def test_on_a_page_of_its_own_a_cell_takes_one_line_at_least() -> None:
    (piece,) = table_pieces(table((lines(20), "word")), FRAME, blocks())
    assert piece.long_row is not None

    fitting, rest = parted(piece.long_row, 1.0, anywhere=True)

    assert [len(cell) for cell in fitting.cells] == [1, 1]
    assert [len(cell) for cell in rest.cells] == [19, 0]


def test_three_lines_of_a_long_row_must_fit() -> None:
    (piece,) = table_pieces(table((lines(20), "word")), FRAME, blocks())
    assert piece.long_row is not None

    assert least_of(piece.long_row) == pytest.approx(3 * 14.4 + 2 * 0.35 * 12)
    assert piece_of(piece.long_row).height == pytest.approx(20 * 14.4 + 2 * 0.35 * 12)


def test_cells_may_be_aligned() -> None:
    made = LeafTable(
        (LeafColumn("", 60.0, "right"), LeafColumn("", 60.0, "centre")),
        (LeafRow(cells("12", "ab")),),
        size=12.0,
    )

    page = laid(made)

    assert find(page, "12").box.right == 90
    assert (find(page, "ab").box.left, find(page, "ab").box.right) == (126, 138)


def test_words_side_by_side_stand_on_one_line_whatever_letters_are_in_them() -> None:
    page = laid(table(("plain", "Nguyễn")))

    assert find(page, "plain").baseline == find(page, "Nguyễn").baseline


def test_a_row_is_a_place() -> None:
    made = LeafTable((LeafColumn("Exhibit"),), (LeafRow(cells("A"), anchor="index-a"),), size=12.0)

    page = laid(made)

    number, height = page.anchors["index-a"]
    assert (number, round(height, 6)) == (1, 337.2)


def test_the_place_of_a_long_row_is_where_it_begins() -> None:
    made = LeafTable((LeafColumn(""),), (LeafRow(cells(lines(30)), anchor="index-a"),), size=12.0)

    page = laid(made)

    assert page.anchors == {"index-a": (1, 360)}


def test_pages_are_filled_in_where_they_end_at_the_right() -> None:
    row = LeafRow(((Span("A"),), (PageOf("A", "1000\u20131000"),)))
    made = LeafTable((LeafColumn("Exhibit"), LeafColumn("Page", 66.0, "right")), (row,), size=12.0)

    page = laid(made, pages={"A": "7"})

    assert find(page, "7").box.right == find(page, "Page").box.right == 270


def test_a_table_without_rows_prints_its_head() -> None:
    assert on_page(laid(table(heads=("No.", "What"))), 1) == ["No.", "What"]
