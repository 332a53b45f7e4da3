"""Running text of a leaf."""

import pytest
from render.leaf.leaves import FRAME, blocks, find, laid, lines, on_page, text, words

from formgen.document.blocks import PageOf, Span
from formgen.document.leaf import LeafText
from formgen.render.laid_out import OutlineEntry
from formgen.render.leaf.text import text_pieces


def test_each_line_end_stands_for_itself() -> None:
    page = laid(text("one\n\ntwo"))

    assert [words(line) for line in page.lines] == ["one", "two"]
    assert find(page, "one").box.top - find(page, "two").box.top == pytest.approx(2 * 14.4)


def test_runs_of_spaces_stay() -> None:
    page = laid(text("  Total     $642.00"))

    assert on_page(page, 1) == ["  Total     $642.00"]


def test_a_word_too_long_for_a_line_is_broken_without_a_mark() -> None:
    page = laid(text("x" * 100))

    assert on_page(page, 1) == ["x" * 40, "x" * 40, "x" * 20]
    assert [line.joint for line in page.lines] == ["", "", "\n"]


def test_text_may_be_indented() -> None:
    (line, _) = laid(text("x" * 40, indent=14)).lines

    assert (line.x, words(line)) == (44, "x" * 37)


def test_centred_text_is_short_of_its_indent_on_both_sides_and_its_lines_are_even() -> None:
    page = laid(text("aaaa bbbb cccc dddd", align="centre", indent=78))

    assert on_page(page, 1) == ["aaaa bbbb", "cccc dddd"]
    assert [(line.box.left + line.box.right) / 2 for line in page.lines] == [150, 150]


def test_right_aligned_text_ends_at_the_margin() -> None:
    (line,) = laid(text("page 12", align="right")).lines

    assert line.box.right == 270


def test_letters_with_marks_above_them_have_room() -> None:
    page = laid(text("Nguyễn\nNguyễn"))

    assert page.lines[0].box.top - page.lines[1].box.top == pytest.approx(1.4 * 12)


def test_one_line_of_a_paragraph_never_stands_alone_at_the_end_of_a_page() -> None:
    page = laid(text(lines(21, "above")), text(lines(4)))

    assert on_page(page, 2) == ["line 1", "line 2", "line 3", "line 4"]


def test_one_line_of_a_paragraph_never_stands_alone_at_the_head_of_a_page() -> None:
    page = laid(text(lines(18, "above")), text(lines(5)))

    assert on_page(page, 2) == ["line 4", "line 5"]


def test_a_heading_stays_with_what_follows() -> None:
    page = laid(text(lines(20, "above")), text("Heading", keeps_next=True), text(lines(2)))

    assert on_page(page, 2) == ["Heading", "line 1", "line 2"]


def test_what_cannot_be_kept_together_on_a_page_is_parted() -> None:
    page = laid(*(text(f"heading {number}", keeps_next=True) for number in range(30)))

    assert (page.page_count, len(page.lines)) == (2, 30)
    assert on_page(page, 1) == [f"heading {number}" for number in range(22)]


def test_its_first_line_is_a_place_and_has_a_bookmark() -> None:
    page = laid(text("Exhibit A", anchor="exhibit-a", title="Exhibit A: email", level=1))

    assert page.anchors == {"exhibit-a": (1, 360)}
    assert page.outline == (OutlineEntry("Exhibit A: email", 1, 360, 1),)


def test_pages_filled_in_later_move_nothing() -> None:
    block = LeafText((Span("Exhibit A "), PageOf("A", "pages 1000\u20131000"), Span(" shows it all")))

    before, after = laid(block, pages={}), laid(block, pages={"A": "page 7"})

    assert [words(line) for line in before.lines] == ["Exhibit A  shows it all"]
    assert [words(line) for line in after.lines] == ["Exhibit A page 7 shows it all"]
    assert before.lines[0].baseline == after.lines[0].baseline


def test_a_page_number_at_the_right_ends_at_the_margin_whatever_it_is() -> None:
    (line,) = laid(LeafText((PageOf("A", "1000"),), align="right"), pages={"A": "7"}).lines

    assert (words(line), line.box.right) == ("7", 270)


def test_only_its_first_line_has_white_above() -> None:
    pieces = list(text_pieces(text("one\ntwo", before=9.0), FRAME, blocks()))

    assert [piece.before for piece in pieces] == [9.0, 0.0]
    assert [piece.may_end for piece in pieces] == [False, True]
