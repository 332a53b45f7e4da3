"""Directions are those of the Unicode standard; python-bidi's compiled half is the yardstick."""

import unicodedata

import pytest
from bidi import get_display
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from formgen.render.fonts.bidi import levels, line_level, visual_order
from formgen.render.fonts.rtl import has_rtl

LETTERS = "abאבгערب١٢12"
SIGNS = " \t,.:+-$%()[]<>\"'!\u0301\u05b4"
MARKS = "\u200e\u200f\u00ad\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
NOT_SHOWN = {"BN", "LRE", "RLE", "LRO", "RLO", "PDF"}


def turned(text: str, base: int = 0) -> str:
    """Return *text* in the order in which it stands on the line."""
    return "".join(visual_order(list(zip(levels(text, base), text, strict=True))))


def shown(text: str) -> str:
    return "".join(letter for letter in text if unicodedata.bidirectional(letter) not in NOT_SHOWN)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("he said", "he said"),
        ("אבג", "גבא"),
        ("a אבג b", "a גבא b"),
        ("a אב 12 b", "a 12 בא b"),
        ("a אב (גד) b", "a )דג( בא b"),
        ("a (אב) b", "a (בא) b"),
        ("אב, abc", "בא, abc"),
        ("a אב-12% b", "a 12%-בא b"),
    ],
)
def test_words_are_put_in_the_order_in_which_they_stand(text: str, found: str) -> None:
    assert turned(text) == found


@pytest.mark.parametrize("base", [0, 1])
@settings(max_examples=300, deadline=None)
@given(text=st.text(alphabet=LETTERS + SIGNS + MARKS, max_size=16))
def test_any_line_runs_as_the_unicode_standard_says(text: str, base: int) -> None:
    theirs = shown(get_display(text, base_dir="LR"[base]))
    ours = shown(turned(text, base))
    # Of some lines the yardstick turns nothing at all.
    assume(theirs != shown(text) or theirs == ours)

    assert ours == theirs


def test_every_character_gets_a_level() -> None:
    text = "a\u2067א\u202d1\u202c\u2069 ב"

    assert levels(text, 0) == [0, 0, 1, 1, 2, 2, 0, 0, 1]


def test_a_line_of_right_to_left_words_and_digits_runs_from_the_right() -> None:
    assert [line_level(text) for text in ("שלום 12!", "مرحبا", "שלום a", "12!", "")] == [1, 1, 0, 0, 0]


def test_only_what_can_run_from_right_to_left_takes_the_long_way() -> None:
    assert [has_rtl(text) for text in ("plain", "Nguyễn – “é” 😀", "א", "ا", "\u200f", "\u202e")] == [
        False,
        False,
        True,
        True,
        True,
        True,
    ]


def test_spaces_at_the_end_and_tabs_stay_with_the_line() -> None:
    assert levels("א\tב ", 0) == [1, 0, 1, 0]


@pytest.mark.parametrize(
    ("opening", "closing", "deepest"),
    [("\u202b", "\u202c", 126), ("\u2067", "\u2069", 126), ("\u202e", "\u202c", 125)],
)
def test_what_is_nested_beyond_the_limit_does_no_harm(opening: str, closing: str, deepest: int) -> None:
    found = levels(opening * 200 + "a" + closing * 200 + "c" + closing, 0)

    assert (found[200], found[401]) == (deepest, 0)


def test_an_embedding_inside_isolates_beyond_the_limit_is_left_alone() -> None:
    text = "\u2067" * 200 + "\u202ba\u202c" + "\u2069" * 200 + "c"

    assert levels(text, 0)[-1] == 0
    assert turned(text)[-1] == "c"


def test_a_mark_after_an_isolate_stands_alone() -> None:
    assert levels("א\u2067a\u2069\u0301", 0) == [1, 0, 2, 0, 0]


def test_more_open_brackets_than_the_standard_counts_are_plain_signs() -> None:
    last = [levels(f"א {'(' * count}א{')' * count} a", 0)[2 * count + 2] for count in (1, 63, 64)]

    assert last == [1, 1, 0]


def test_a_mark_after_a_closing_bracket_runs_with_it() -> None:
    assert levels("א(ב)\u0301 a", 0)[1:5] == [1, 1, 1, 1]
