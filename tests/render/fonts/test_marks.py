"""Boxes and ticks are drawn by ourselves, inside a line of type, and look like what they are."""

import pytest
from render.fonts.sheets_of_text import book, drawn, ink, picture

from formgen.render.fonts.marks import BOX, MARKS, NUMBERS


@pytest.mark.parametrize("text", MARKS)
def test_a_mark_stays_inside_its_box_and_its_width(text: str) -> None:
    words = MARKS[text].outline.replace("h", "").replace("f", "").split()
    numbers = [int(word) for word in words if word not in {"m", "l"}]
    left, bottom, _, top = BOX

    assert all(left <= x <= MARKS[text].advance for x in numbers[::2])
    assert all(bottom <= y <= top for y in numbers[1::2])


def test_each_mark_has_a_number_of_its_own() -> None:
    assert sorted(NUMBERS.values()) == list(range(1, len(MARKS) + 2))


def test_the_marks_look_different_and_crossed_or_ticked_boxes_hold_more_ink() -> None:
    sheet = drawn(*MARKS)
    black = {text: ink(picture(sheet, row)) for row, text in enumerate(MARKS)}

    assert 0 < black["☐"] < black["☑"]
    assert black["☐"] < black["☒"]
    assert min(black.values()) > 50
    assert len(set(black.values())) == len(MARKS)


def test_a_mark_is_as_wide_as_it_says() -> None:
    assert [book().width(text) for text in MARKS] == [mark.advance / 1000 for mark in MARKS.values()]
