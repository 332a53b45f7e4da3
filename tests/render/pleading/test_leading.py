"""How close the lines of a quotation may stand."""

import pytest

from formgen.render.pleading.leading import LOOSE, SOLID, WHOLE, closest


@pytest.mark.parametrize(
    "text", ["I know where you live.", "“no”—é ñ ç ü… §§ 1–2 €5", "snake_case@example.com", ""]
)
def test_ordinary_letters_are_set_solid(text: str) -> None:
    assert closest(text) == SOLID


@pytest.mark.parametrize(
    "text", ["É", "E\u0301", "Ángel", "ŵ", "Việt", "Ж", "Ω", "你好", "한국", "שלום", "👩\u200d👧", "❤️", "★"]
)
def test_accents_on_capitals_emoji_and_square_letters_stand_a_little_wider(text: str) -> None:
    assert closest(f"all else {text} is plain") == LOOSE


@pytest.mark.parametrize("text", ["ที่", "नमस्ते", "العربية", "ខ្មែរ", "a\u0300\u0301\u0302\u0303"])
def test_letters_with_marks_that_need_the_room_stay_on_the_grid(text: str) -> None:
    assert closest(f"all else {text} is plain") == WHOLE


def test_one_letter_decides_for_all_lines() -> None:
    assert closest("a\nb\nÉ\nd") == LOOSE
