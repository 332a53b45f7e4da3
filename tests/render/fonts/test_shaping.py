"""Words set once: which glyphs, what each stands for, and how wide."""

import pytest

from formgen.render.fonts.harfbuzz import Cut, Face
from formgen.render.fonts.packages import ARIMO, EMOJI, SCRIPTS, needed_font
from formgen.render.fonts.shaping import Fragment, blank, fragment, mark_fragment

ARABIC, DEVANAGARI = "NotoSansArabic[wght].ttf", "NotoSansDevanagari[wght].ttf"


def cut_of(name: str, weight: int = 400) -> Cut:
    return Face(needed_font(name)).cut(weight)


def texts(part: Fragment) -> list[str]:
    return [step.text for step in part.steps]


def test_the_fonts_named_here_come_with_formgen() -> None:
    assert {ARABIC, DEVANAGARI} <= set(SCRIPTS)


def test_each_letter_of_a_latin_word_is_a_glyph_as_it_comes() -> None:
    part = fragment(cut_of(ARIMO[0]), "Dana")

    assert texts(part) == ["D", "a", "n", "a"]
    assert part.body == "".join(step.body for step in part.steps)
    assert part.width == 722 + 556 + 556 + 556


def test_letters_that_stand_closer_together_are_moved() -> None:
    part = fragment(cut_of(ARIMO[0]), "AV")

    assert part.width < 667 + 667
    assert part.steps[0].body.endswith(f">{667 + 667 - part.width}<")


def test_letters_are_never_joined_into_one_sign() -> None:
    assert texts(fragment(cut_of(ARIMO[0]), "office")) == list("office")


def test_a_decomposed_letter_is_one_glyph_that_says_what_was_typed() -> None:
    part = fragment(cut_of(ARIMO[0]), "cafe\u0301")

    assert texts(part) == ["c", "a", "f", "e\u0301"]
    assert all(step.body for step in part.steps)


def test_a_letter_that_no_glyph_has_with_its_mark_is_put_together() -> None:
    step = fragment(cut_of(ARIMO[0]), "x\u0304").steps[0]

    assert (step.text, len(step.parts), step.body) == ("x\u0304", 2, "")
    assert step.advance == 500


def test_a_syllable_whose_parts_change_places_is_one_step() -> None:
    assert texts(fragment(cut_of(DEVANAGARI), "क्षत्रि")) == ["क्ष", "त्रि"]


def test_arabic_letters_take_their_joined_forms_from_right_to_left() -> None:
    alone = fragment(cut_of(ARABIC), "م", is_rtl=True).steps[0].parts
    part = fragment(cut_of(ARABIC), "ممم", is_rtl=True)

    assert texts(part) == ["م", "م", "م"]
    assert len({alone, *(step.parts for step in part.steps)}) == 4


def test_a_word_from_right_to_left_says_its_letters_in_reading_order() -> None:
    part = fragment(cut_of(ARIMO[0]), "שלום", is_rtl=True)

    assert texts(part) == ["ם", "ו", "ל", "ש"]
    assert part.text == "שלום"


def test_marks_of_a_letter_from_right_to_left_have_glyphs_of_their_own() -> None:
    part = fragment(cut_of(ARIMO[0]), "ו\u05b9", is_rtl=True)

    assert [(step.text, len(step.parts), step.advance > 0) for step in part.steps] == [
        ("\u05b9", 0, False),
        ("ו", 1, True),
    ]


def test_a_bracket_turned_round_reads_back_as_it_is_drawn() -> None:
    part = fragment(cut_of(ARIMO[0]), "(", is_rtl=True)

    assert texts(part) == [")"]
    assert part.steps[0].parts == fragment(cut_of(ARIMO[0]), ")").steps[0].parts


@pytest.mark.parametrize("text", ["👩‍👧", "❤️", "1️⃣", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"])
def test_an_emoji_keeps_all_that_was_typed(text: str) -> None:
    part = fragment(cut_of(EMOJI), text)

    assert texts(part) == [text]
    assert len(part.steps[0].parts) == 1


def test_elsewhere_what_is_not_drawn_is_not_said() -> None:
    assert fragment(cut_of(ARABIC), "می\u200cخواهم", is_rtl=True).text == "میخواهم"


def test_another_character_may_be_drawn_in_its_place() -> None:
    part = fragment(cut_of(ARIMO[0]), "a\u2011b", drawn="a-b")

    assert texts(part) == ["a", "\u2011", "b"]
    assert part.steps[1].parts == fragment(cut_of(ARIMO[0]), "-").steps[0].parts


def test_room_is_a_space_glyph_as_wide_as_asked() -> None:
    cut = cut_of(ARIMO[0])

    assert [(each.text, each.width) for each in (blank(cut), blank(cut, spaces=4), blank(cut, 300))] == [
        (" ", 278),
        (" ", 4 * 278),
        (" ", 300),
    ]
    assert blank(cut, 300).body == f"{blank(cut).body}>-22<"
    assert (blank(None, 500).body, blank(None, 500).width) == ("06>-222<", 500)


def test_our_own_marks_are_plain_and_known_by_their_numbers() -> None:
    part = mark_fragment("☑")

    assert (part.cut, part.text, part.body, part.width) == (None, "☑", "02", 820)


def test_steps_that_words_share_are_kept_once() -> None:
    cut = cut_of(ARIMO[0])

    assert fragment(cut, "on").steps[0] is fragment(cut, "one").steps[0]


def test_what_is_kept_of_a_font_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("formgen.render.fonts.shaping._REMEMBERED", 5)
    cut = cut_of(ARIMO[0])
    for word in ("declare", "under", "penalty", "of", "perjury"):
        fragment(cut, word)

    assert len(cut.steps) <= 5
