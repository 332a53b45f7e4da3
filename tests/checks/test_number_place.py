"""What stands around a number."""

import pytest

from formgen.checks.number_place import NumberPlace


def place(text: str, number: str = "123456") -> NumberPlace:
    """Return where *number* stands in *text*."""
    start = text.index(number)
    return NumberPlace(text, start, start + len(number))


def test_its_digits_are_told_without_what_sets_them_apart() -> None:
    assert (place("a 12 34-56", "12 34-56").digits, place("a 12 34-56", "12 34-56").is_grouped) == (
        "123456",
        True,
    )
    assert (place("123456").digits, place("123456").is_grouped) == ("123456", False)


@pytest.mark.parametrize("text", ["0123456", "1234567", "0-123456", "123456.7", "1.123456"])
def test_a_number_that_goes_on_is_cut(text: str) -> None:
    assert place(text).is_cut() is True


@pytest.mark.parametrize("text", ["123456", "a-123456.", "0 123456 7", "(123456)", "1,123456"])
def test_a_number_with_nothing_of_the_kind_beside_it_is_whole(text: str) -> None:
    assert place(text).is_cut() is False


@pytest.mark.parametrize("text", ["123456", "no:123456,", "(123456)", '"123456".', "#123456;"])
def test_a_number_with_signs_around_it_stands_alone(text: str) -> None:
    assert place(text).stands_alone() is True


@pytest.mark.parametrize(
    "text",
    [
        "a123456",
        "123456a",
        "x-123456",
        "x_123456",
        "123456_x",
        "id=123456",
        "/a/123456",
        "+123456",
        "$123456",
        "123456@a.example",
    ],
)
def test_a_part_of_a_longer_sign_does_not(text: str) -> None:
    assert place(text).stands_alone() is False


@pytest.mark.parametrize("text", ["Number12 34 56", "12 34 56Wages", "id=12 34 56", "/12 34 56"])
def test_groups_of_digits_stand_alone_where_a_row_would_not(text: str) -> None:
    assert place(text, "12 34 56").stands_alone() is True


@pytest.mark.parametrize(
    ("text", "digits", "expected"),
    [
        ("10 123456", 0, True),
        ("123456 10", 0, True),
        ("123456 10", 4, False),
        ("123456 1000", 4, True),
        ("123456 1/2/2026", 0, False),
        ("10\n123456\n10", 0, False),
        ("+49 123456", 0, True),
    ],
)
def test_a_number_beside_it_on_its_line_makes_a_row(text: str, digits: int, expected: bool) -> None:  # noqa: FBT001
    assert place(text).is_in_a_row(digits) is expected


def test_what_is_masked_but_for_its_end_is_told() -> None:
    assert place("xxxx-1234 56", "1234 56").shows_its_end_only() is True
    assert place("xxxx-123456").shows_its_end_only() is False
    assert place("no. 1234 56", "1234 56").shows_its_end_only() is False


def test_a_header_of_a_mail_program_is_told() -> None:
    assert place("Hello\nX-Batch-Id: 123456").is_in_a_mail_header() is True
    assert place("X-Batch-Id: 1\nHello 123456").is_in_a_mail_header() is False
    assert place("Message-ID: <123456@a.example>").is_in_an_address() is True
