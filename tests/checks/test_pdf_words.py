"""Comparing words read back from a PDF with those that were laid out."""

import pytest

from formgen.checks.pdf_text import Character
from formgen.checks.pdf_words import (
    are_same,
    compared,
    runs_right_to_left,
    stands_as_typed,
    stands_beside_turned,
)
from formgen.render.fonts.clusters import INVISIBLE

SHALOM = "\u05e9\u05dc\u05d5\u05dd"
MOSHE = "\u05de\u05e9\u05d4"


def placed(text: str, *, places: str | None = None) -> list[Character]:
    """Return *text* as characters a point wide, in the places in which they stand in *places*."""
    taken: list[int] = []
    for character in text:
        at = next(at for at, other in enumerate(places or text) if other == character and at not in taken)
        taken.append(at)
    return [Character(character, float(at), 0.0) for character, at in zip(text, taken, strict=True)]


def test_white_space_of_every_kind_is_one_space() -> None:
    assert compared(" a\u00a0b\t\tc\r\n d\u2003") == "a b c d"


def test_a_letter_in_parts_is_the_same_letter() -> None:
    assert compared("Nguye\u0302\u0303n") == compared("Nguy\u1ec5n")


def test_nothing_that_is_drawn_as_nothing_is_compared() -> None:
    assert {character for character in INVISIBLE if compared(f"a{character}b") not in {"ab", "a b"}} == set()


def test_a_typed_ligature_is_compared_as_its_letters() -> None:
    assert compared("of\ufb01ce \ufb05") == "office \u017ft"


def test_a_character_in_two_halves_is_one() -> None:
    assert compared("\ud83d\ude00 a") == "\U0001f600 a"
    assert compared("\ud83d a") == "\ufffd a"


@pytest.mark.parametrize(
    ("read", "text"),
    [
        ("\u0928\u092e\u0915\u094d\u0937", "\u0928\u092e \u0915\u094d\u0937"),
        ("said \U0001f600\U0001f600 to me", "said \U0001f600 \U0001f600 to me"),
        ("x\u0301 y", "x \u0301y"),
    ],
    ids=["joining script", "pictures", "mark"],
)
def test_a_gap_beside_a_mark_or_a_joining_letter_may_not_be_seen(read: str, text: str) -> None:
    assert are_same(read, text)


@pytest.mark.parametrize(
    ("read", "text"),
    [
        ("notable", "not able"),
        ("Jos\u00e9Ruiz", "Jos\u00e9 Ruiz"),
        ("all right \U0001f600", "alright \U0001f600"),
        ("\u0928\u092e", "\u0928\u0928"),
    ],
)
def test_a_gap_between_words_must_be_seen(read: str, text: str) -> None:
    assert not are_same(read, text)


def test_right_to_left_words_that_pdfium_turns_round_are_the_same() -> None:
    assert stands_as_typed(placed(f"said {SHALOM[::-1]}", places=f"said {SHALOM[::-1]}"), f"said {SHALOM}")


def test_signs_beside_right_to_left_words_may_come_in_any_order() -> None:
    read = placed(f"He ({SHALOM}) 12 \u201d1/2", places=f"He ({SHALOM[::-1]}) 12 \u201d1/2")

    assert stands_as_typed(read, f"He ({SHALOM}( 12\u00bd \u201c")


def test_letters_drawn_as_one_shape_may_come_in_any_order() -> None:
    read = [Character("\u0644", 5.0, 0.0), Character("\u0627", 5.0, 0.0)]

    assert stands_as_typed(read, "\u0644\u0627")
    assert stands_as_typed(read[::-1], "\u0644\u0627")


def test_points_on_letters_are_not_looked_for_in_order() -> None:
    assert stands_as_typed(placed("\u05dc\u05d5\u05b9", places="\u05b9\u05d5\u05dc"), "\u05dc\u05b9\u05d5")


@pytest.mark.parametrize(
    ("drawn", "typed"),
    [
        (SHALOM, SHALOM),
        (f"{SHALOM[::-1]} {MOSHE}", f"{SHALOM} {MOSHE}"),
        (SHALOM[::-1], f"{SHALOM[1]}{SHALOM[0]}{SHALOM[2:]}"),
        (SHALOM[:0:-1], SHALOM),
        (f"{SHALOM[::-1]}a", f"{SHALOM}b"),
    ],
    ids=["drawn from the left", "one of two", "two letters exchanged", "a letter lost", "another sign"],
)
def test_right_to_left_words_that_stand_otherwise_are_not_the_same(drawn: str, typed: str) -> None:
    read = [Character(letter, float(at), 0.0) for at, letter in enumerate(drawn)]

    assert not stands_as_typed(read, typed)


def test_left_to_right_words_are_never_compared_as_a_heap() -> None:
    assert not stands_as_typed(placed("evil \U0001f600"), "live \U0001f600")


def across(text: str) -> list[Character]:
    """Return the characters of *text*, each to the right of the one before."""
    return [Character(letter, x=10.0 * place, y=0.0) for place, letter in enumerate(text)]


def test_a_column_beside_one_from_right_to_left_may_come_out_turned_round() -> None:
    as_drawn = across("¶ 4 (row 2)")

    assert stands_beside_turned(list(reversed(as_drawn)), "¶ 4 (row 2)")


def test_a_changed_character_in_such_a_column_is_seen() -> None:
    assert not stands_beside_turned(list(reversed(across("¶ 5 (row 2)"))), "¶ 4 (row 2)")
    assert not stands_beside_turned(across("4 ¶ (row 2)"), "¶ 4 (row 2)")


@pytest.mark.parametrize(
    ("text", "expected"), [("said שלום", True), ("مرحبا", True), ("Nguyễn said “no”", False), ("", False)]
)
def test_it_is_told_whether_anything_runs_from_right_to_left(text: str, *, expected: bool) -> None:
    assert runs_right_to_left(text) is expected
