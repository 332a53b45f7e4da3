"""Where the words of a field's value stand."""

import pytest

from formgen.document.blocks import text_of
from formgen.exhibit.pdf_fields import Align, Value
from formgen.exhibit.pdf_value_lines import cross_of, lines_of
from formgen.render.fonts.book import FontBook
from formgen.render.laid_out import PlacedRule

BOOK = FontBook()


def words(value: Value) -> list[str]:
    """Return the lines of *value*."""
    lines, _ = lines_of(value, 1, BOOK)
    return [text_of(line.inlines) for line in lines]


@pytest.mark.parametrize(("align", "share"), [("left", 0.0), ("centre", 0.5), ("right", 1.0)])
def test_a_line_stands_where_the_field_says(align: Align, share: float) -> None:
    (line,), fits = lines_of(Value("Typed", 200.0, 20.0, size=10.0, align=align), 3, BOOK)
    spare = 196.0 - 10.0 * BOOK.width("Typed")

    assert fits
    assert (line.page, line.size) == (3, 10.0)
    assert line.x == pytest.approx(2.0 + share * spare)
    assert line.baseline == pytest.approx(10.0 - 3.58)


@pytest.mark.parametrize(("height", "size"), [(100.0, 12.0), (12.0, 9.0), (1.0, 4.0)])
def test_type_is_as_large_as_fits_where_the_file_leaves_it_open(height: float, size: float) -> None:
    (line,), _ = lines_of(Value("Typed", 200.0, height), 1, BOOK)

    assert line.size == size


def test_type_is_made_smaller_for_a_long_value() -> None:
    (line,), fits = lines_of(Value("A value that is rather long", 100.0, 20.0, size=12.0), 1, BOOK)

    assert fits
    assert 4.0 < line.size < 12.0
    assert line.x + line.size * BOOK.width("A value that is rather long") <= 98.01


def test_a_value_without_room_even_in_the_smallest_type_is_told() -> None:
    (line,), fits = lines_of(Value("x" * 200, 100.0, 20.0), 1, BOOK)

    assert (line.size, fits) == (4.0, False)


def test_words_go_on_in_the_next_line_where_they_may() -> None:
    value = Value("one two three\n\nfour", 60.0, 100.0, size=10.0, is_long=True)
    lines, fits = lines_of(value, 1, BOOK)

    assert fits
    assert words(value) == ["one two", "three", "four"]
    assert [line.baseline for line in lines] == pytest.approx([88.95, 77.45, 54.45])


def test_characters_stand_in_cells() -> None:
    value = Value("1 3", 100.0, 20.0, size=10.0, cells=5)
    lines, fits = lines_of(value, 1, BOOK)
    half = 5.0 * BOOK.width("1")

    assert (words(value), fits) == (["1", "3"], True)
    assert [line.x for line in lines] == pytest.approx([10.0 - half, 50.0 - half])


def test_a_box_is_ticked_with_two_strokes() -> None:
    assert cross_of(Value("", 10.0, 20.0), 2) == [
        PlacedRule(2, 2.0, 2.0, 8.0, 18.0, 1.0),
        PlacedRule(2, 2.0, 18.0, 8.0, 2.0, 1.0),
    ]


def test_the_last_of_several_lines_is_not_cut_off() -> None:
    lines, fits = lines_of(Value("a\nb\npygmy", 100.0, 40.0, is_long=True), 1, BOOK)

    assert (fits, len(lines)) == (True, 3)
    assert lines[-1].baseline >= 0.212 * lines[-1].size
