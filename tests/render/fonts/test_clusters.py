"""What counts as one character, and what is said of one that cannot be drawn."""

import pytest

from formgen.render.fonts.clusters import (
    INVISIBLE,
    Missing,
    clusters_of,
    describe_missing,
    is_drawable,
    is_emoji,
    is_emoji_sequence,
    without_invisible,
)


@pytest.mark.parametrize("cluster", ["e\u0301", "👩‍👧", "🇺🇸", "👍🏽", "❤️", "1️⃣", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "क्षि", "\r\n"])
def test_what_a_reader_takes_for_one_character_is_one(cluster: str) -> None:
    assert clusters_of(f"a{cluster}b") == ["a", cluster, "b"]


def test_joined_coloured_flagged_and_keycap_emoji_ask_for_the_emoji_typeface() -> None:
    assert [is_emoji_sequence(text) for text in ("👩‍👧", "👍🏽", "❤️", "🇺🇸", "1️⃣", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "😀", "1", "é")] == [
        True
    ] * 6 + [False] * 3


def test_pictures_and_keycaps_are_emoji_and_digits_are_not() -> None:
    assert [is_emoji(text) for text in ("😀", "1️⃣", "🇺🇸", "1", "é", "क")] == [True] * 3 + [False] * 3


def test_marks_of_direction_and_soft_hyphens_are_invisible() -> None:
    assert set("\u00ad\u200b\u200e\u200f\u202a\u202e\u2060\u2066\u2069\ufeff\ufe0e\ufe0f") <= INVISIBLE
    assert without_invisible("a\u00adb\u200bc\ufe0f") == "abc"


@pytest.mark.parametrize(
    ("cluster", "code_points", "name"),
    [
        ("ཀ", "U+0F40", "tibetan letter ka"),
        ("\ue000", "U+E000", "private use character"),
        ("\x07", "U+0007", "control character"),
        ("\ud83d", "U+D83D", "half of a character"),
        ("\u0378", "U+0378", "character newer than this program's list of names"),
        (
            "👩\u200d\u0378",
            "U+1F469 U+200D U+0378",
            "woman, zero width joiner, character newer than this program's list of names",
        ),
    ],
)
def test_a_character_that_cannot_be_drawn_is_named(cluster: str, code_points: str, name: str) -> None:
    missing = describe_missing(cluster, has_cjk=True)

    assert (missing.cluster, missing.code_points, missing.name) == (cluster, code_points, name)


@pytest.mark.parametrize("cluster", ["你", "あ", "ア", "한", "ㄅ", "。", "Ａ"])
def test_for_chinese_japanese_and_korean_the_remedy_is_an_install(cluster: str) -> None:
    assert describe_missing(cluster, has_cjk=False).remedy == (
        'Install the typeface for Chinese, Japanese and Korean: pip install "formgen[cjk]".'
    )


@pytest.mark.parametrize(("cluster", "has_cjk"), [("ཀ", False), ("ཀ", True), ("你", True)])
def test_otherwise_the_remedy_is_another_typeface(cluster: str, has_cjk: bool) -> None:  # noqa: FBT001  a case
    assert describe_missing(cluster, has_cjk=has_cjk).remedy == (
        "Leave the character out, or name a typeface that has it (typeface: in the case file)."
    )


@pytest.mark.parametrize("cluster", ["\ue000", "\U000f0000", "\x07", "\ud83d"])
def test_what_has_no_agreed_look_is_not_drawn_by_any_typeface(cluster: str) -> None:
    assert not is_drawable(cluster)
    assert describe_missing(cluster, has_cjk=False) == Missing(
        cluster,
        f"U+{ord(cluster):04X}",
        describe_missing(cluster, has_cjk=False).name,
        "Leave the character out: it has no agreed look.",
    )
