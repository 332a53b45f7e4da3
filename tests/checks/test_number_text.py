"""The plain form of a text, and the runs of digits in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formgen.checks.number_text import NOTHING, Digits, Run, plain


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1\u20132\u20113\u22124\u00ad5", "1-2-3-4-5"),
        ("1\u00a02\u20093\t4\r\n5", "1 2 3 4 \n5"),
        ("\u201c1\u201d \u20182\u2019 \u2022", "\"1\" '2' *"),
        ("\uff11\u0662\u0969", "123"),
        ("1\u200b2\u20603", f"1{NOTHING}2{NOTHING}3"),
        ("\u20ac5 N\u00fa", "$5 N\u00fa"),
        ("\u4e2d \u2446 \U0001f622", "\u4e2d \u2446 \U0001f622"),
    ],
)
def test_signs_that_look_alike_become_the_same(typed: str, expected: str) -> None:
    assert plain(typed) == expected


@given(st.text())
def test_no_character_moves(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert plain(plain(text)) == plain(text)


def test_a_run_is_told_with_the_sizes_of_its_groups() -> None:
    assert list(Digits("On 123-45-6789, 12/34 and 1 2\n3456.").runs()) == [
        Run(3, 14, b"\3\2\4"),
        Run(26, 34, b"\1\1\4"),
    ]


def test_fewer_than_six_digits_are_no_run() -> None:
    assert list(Digits("12345 a 1-2-3 b").runs()) == []


def test_a_run_of_any_length_is_one() -> None:
    assert list(Digits("9" * 1000).runs()) == [Run(0, 1000, b"\xff")]


def test_two_capitals_before_two_digits_can_be_a_country() -> None:
    assert list(Digits("GB29, DE8, xFR12, US99").countries()) == [0, 12, 18]
