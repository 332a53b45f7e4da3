"""What of a file may be shown."""

import pytest

from formgen.intake.shown import in_words, left_over, nearest, shown_key


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("name", "name"),
        ("mailing_address", "mailing_address"),
        ("first-email", "first-email"),
        ("k" * 40, "k" * 40),
        ("k" * 41, "…"),
        ("a\nb", "…"),
        ("Carl Voss", "…"),
        ("530 555 0142", "…"),
        ("Nguyễn", "…"),
    ],
)
def test_only_what_looks_like_a_key_is_shown_for_anything_else_may_be_words_or_a_name(
    key: str, shown: str
) -> None:
    assert shown == shown_key(key)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("emial", "email"), ("EMAIL", "email"), ("pigeon", None), (None, None), ("e" * 41, None)],
)
def test_the_nearest_word_is_the_one_meant(typed: str | None, meant: str | None) -> None:
    assert meant == nearest(typed, ["email", "text"])


@pytest.mark.parametrize(
    ("choices", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")]
)
def test_choices_are_listed_as_a_person_lists_them(choices: list[str], words: str) -> None:
    assert words == in_words(choices)


def test_problems_beyond_the_listed_ones_are_counted() -> None:
    assert left_over(0) == []
    assert [each.what for each in left_over(1900)] == ["There are 1,900 more problems, too many to list."]
