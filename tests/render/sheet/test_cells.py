"""Cells broken into lines, and parted where a page ends."""

import pytest
from render.sheet.sheets import RULER, cell, measurer

from formgen.document.blocks import Paragraph, Quotation, Span, text_of
from formgen.document.chronology_values import Cell
from formgen.render.sheet.cells import CellLine, height_of, part, set_cell


def set_lines(*texts: str, measure: float = 5.0) -> tuple[CellLine, ...]:
    """Return *texts* set in lines of so many ems: twice as many characters."""
    return set_cell(measurer().measured(cell(*texts)), RULER, measure)


def said(lines: tuple[CellLine, ...]) -> list[str]:
    return [text_of(line.line.spans) for line in lines]


def test_lines_are_no_wider_than_the_cell() -> None:
    assert said(set_lines("one two three four")) == ["one two", "three four"]


def test_exact_words_stand_in_from_the_left() -> None:
    lines = set_lines("one two", '"three four five"')

    assert [(text_of(line.line.spans), line.indent) for line in lines] == [
        ("one two", 0.0),
        ('"three', 1.0),
        ("four", 1.0),
        ('five"', 1.0),
    ]


def test_paragraphs_stand_a_little_apart() -> None:
    assert [round(line.top, 2) for line in set_lines("one", "two two two")] == [0.0, 1.5, 2.7]


def test_every_paragraph_has_a_number_of_its_own() -> None:
    made = measurer()
    cells: tuple[Cell, ...] = (cell("one", "two"), cell('"three"'))

    assert [paragraph.block for each in cells for paragraph in made.measured(each)] == [0, 1, 2]


def test_letters_with_marks_above_and_below_have_more_room() -> None:
    latin, accents, thai = set_lines("one", "ÉCRIT", "ปั่น")

    assert (latin.leading, accents.leading, thai.leading) == (1.2, 1.4, 2.0)


def test_the_longest_word_is_measured_with_its_indent() -> None:
    (plain,) = measurer().measured(cell("one three"))
    (quote,) = measurer().measured(cell('"one three'))

    assert (plain.longest_word, quote.longest_word) == (2.5, 3.5)


def test_a_cell_that_fits_stays_whole() -> None:
    lines = set_lines("one two three four")

    assert part(lines, 2.4) == (lines, ())


@pytest.mark.parametrize(("room", "fit"), [(1.2, 0), (2.4, 2), (3.6, 3), (4.8, 4), (6.0, 4), (7.2, 6)])
def test_two_lines_of_a_paragraph_stay_together(room: float, fit: int) -> None:
    lines = set_lines("one\ntwo\nthree\nfour\nfive\nsix")

    fitting, rest = part(lines, room)

    assert (len(fitting), len(rest)) == (fit, 6 - fit)


def test_where_nothing_else_fits_a_paragraph_ends_after_any_line() -> None:
    lines = set_lines("one\ntwo\nthree")

    assert [len(some) for some in part(lines, 1.2)] == [0, 3]
    assert [len(some) for some in part(lines, 1.2, anywhere=True)] == [1, 2]


def test_what_is_left_begins_at_the_top_without_blank_lines() -> None:
    lines = set_lines("one\ntwo\n\n\nfive\nsix")

    _, rest = part(lines, 2.4)

    assert [(text_of(line.line.spans), round(line.top, 2)) for line in rest] == [("five", 0.0), ("six", 1.2)]


def test_words_that_lead_to_a_quote_are_not_parted_from_it() -> None:
    made = measurer().measured(
        (
            Paragraph((Span("He wrote:"),), keeps_next=True),
            Quotation((Span('"one\ntwo\nthree"'),)),
        )
    )
    lines = set_cell(made, RULER, 5.0)

    assert [len(some) for some in part(lines, 2.0)] == [0, 4]


def test_the_height_is_that_of_the_tallest_cell() -> None:
    assert height_of([set_lines("one"), set_lines("one\ntwo"), ()]) == pytest.approx(2.4)
    assert height_of([(), ()]) == 0.0
