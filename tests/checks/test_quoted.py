"""What stands outside quotation marks."""

import pytest

from formgen.checks.quoted import outside_marks


def outside(text: str) -> str:
    """Return what stands outside, with single spaces."""
    return " ".join(outside_marks(text).split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said so.", "He said so."),
        ('He wrote, "I see you," and left.', "He wrote, and left."),
        ("He wrote, “I see you,” and left.", "He wrote, and left."),
        ("He wrote, ‘I see you,’ and left.", "He wrote, and left."),
        ("He wrote, 'I see you,' and left.", "He wrote, and left."),
        ("He wrote, «I see you», and left.", "He wrote, , and left."),
        ('("I see you")', "( )"),
        ('He wrote:\n"I see you."', "He wrote:"),
    ],
)
def test_what_is_quoted_is_left_out_whatever_the_marks(text: str, expected: str) -> None:
    assert outside(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I don't, and the customers' door isn't yours.",
        "It’s the customers’ door.",
        'The pipe was 6" wide, the other 8" wide.',
        'He wrote, "I see you.',
        'He wrote " I see you',
        "“",
        '"',
        "",
        "rock 'n roll",
    ],
)
def test_a_mark_that_quotes_nothing_is_kept_with_all_around_it(text: str) -> None:
    assert outside_marks(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He wrote:\n\n“I see you.\n\n“And you.”\n\nI left.", "He wrote: I left."),
        ('He wrote:\n\n"I see you.\n\n"And you."\n\nI left.', "He wrote: I left."),
        ("He wrote:\n\n“I see you.\n\nAnd you.”\n\nI left.", "He wrote: I left."),
        ('He wrote:\n\n"I see you.\n\nAnd you."\n\nI left.', "He wrote: I left."),
    ],
)
def test_a_quote_may_span_paragraphs_with_a_mark_before_each_or_without(text: str, expected: str) -> None:
    assert outside(text) == expected


def test_a_single_mark_is_not_looked_for_in_the_next_paragraph() -> None:
    assert outside("In the 'nineties.\n\nIt is the boys' room.") == "In the 'nineties. It is the boys' room."


def test_marks_of_another_kind_stand_within_a_quote() -> None:
    assert outside("He wrote, “Tell ‘your girl’ that you know,” and left.") == "He wrote, and left."


def test_two_quotes_are_not_one() -> None:
    assert outside('"No," I said to you, "no more."') == "I said to you,"


def test_marks_without_end_take_no_longer_than_the_text_is_long() -> None:
    text = "'a " * 200_000

    assert outside_marks(text) == text
