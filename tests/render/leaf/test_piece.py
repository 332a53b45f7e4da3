"""Words measured and set for the pieces of a leaf."""

from render.leaf.leaves import blocks

from formgen.document.blocks import PageOf, Span
from formgen.render.leaf.piece import Column, piece_line


def test_every_block_has_a_number_of_its_own_but_heads_that_repeat() -> None:
    made = blocks()

    numbers = [
        made.measured((Span("a"),)).block,
        made.measured((Span("head"),), is_numbered=False).block,
        made.measured((Span("b"),)).block,
    ]

    assert numbers == [0, -1, 1]


def test_centred_lines_stay_together() -> None:
    made = blocks()

    lines = made.set(made.measured((Span("aaaa bbbb cccc dddd eeee ffff"),)), 5.0, "centre")

    assert [line.may_part for line in lines] == [False, False, True]


def test_a_line_at_the_right_ends_where_its_printed_words_end() -> None:
    made = blocks({"A": "7"})
    (line,) = made.set(made.measured((PageOf("A", "1000"),)), 10.0, "right")

    placed = piece_line(line, Column(100, 200, "right"), 10.0, 3.0, made.ruler)

    assert (line.line.width, placed.line.width, placed.x, placed.top) == (2.0, 0.5, 195, 3.0)
