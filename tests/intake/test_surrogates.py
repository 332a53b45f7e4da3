"""Two-part escapes made one character."""

import pytest

from formgen.intake.surrogates import Surrogates, has_lone_surrogate

EVERY_PRIVATE_LETTER = "".join(chr(code) for code in range(0xE000, 0xF900))


def test_text_without_two_part_escapes_is_left_as_it_is() -> None:
    surrogates = Surrogates('a: "\\u00e9"')
    assert surrogates.marked == 'a: "\\u00e9"'
    assert surrogates.restored("value", is_escaped=True) == "value"


def test_the_marked_text_is_as_long_as_the_text() -> None:
    text = 'a: "\\ud83d\\uDE00" b'
    marked = Surrogates(text).marked
    assert (len(text), "\\" in marked) == (len(marked), False)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("\\ud83d\\ude00", "\N{GRINNING FACE}"),
        ("x \\uD83D\\uDE00 \N{GRINNING FACE}", "x \N{GRINNING FACE} \N{GRINNING FACE}"),
        ("\\ud83d", None),
        ("\\ude00\\ud83d", None),
        ("\\ud83d x \\ude00", None),
        ("nothing", "nothing"),
    ],
)
def test_both_halves_between_double_quotation_marks_are_one_character(typed: str, read: str | None) -> None:
    surrogates = Surrogates(f'key: "{typed} \\ud83d"')
    value = typed.replace("\\", surrogates.mark)
    assert read == surrogates.restored(value, is_escaped=True)


def test_outside_double_quotation_marks_an_escape_is_text() -> None:
    surrogates = Surrogates("a: \\ud83d\\ude00")
    value = surrogates.marked.removeprefix("a: ")
    assert surrogates.restored(value, is_escaped=False) == "\\ud83d\\ude00"


def test_an_escaped_backslash_before_it_makes_it_text() -> None:
    text = 'a: "\\\\ud83d"'
    assert text == Surrogates(text).marked


def test_an_escape_after_an_escaped_backslash_is_still_one() -> None:
    surrogates = Surrogates('a: "\\\\\\ud83d\\ude00"')
    assert surrogates.marked == f'a: "\\\\{surrogates.mark}ud83d{surrogates.mark}ude00"'


def test_backslashes_and_quotation_marks_beside_an_escape_are_kept() -> None:
    surrogates = Surrogates("\\ud83d")
    mark = surrogates.mark
    value = f'\\n "\t {mark}ud83d{mark}ude00'
    assert surrogates.restored(value, is_escaped=True) == '\\n "\t \N{GRINNING FACE}'


def test_the_mark_is_a_letter_the_file_does_not_use() -> None:
    assert Surrogates("\ue000\ue001 \\ud83d").mark == "\ue002"


def test_a_file_that_uses_every_private_letter_is_left_to_the_reader() -> None:
    text = EVERY_PRIVATE_LETTER + "\\ud83d"
    assert text == Surrogates(text).marked


def test_half_a_character_is_noticed() -> None:
    assert (has_lone_surrogate("x\ud83d"), has_lone_surrogate("\N{GRINNING FACE}")) == (True, False)
