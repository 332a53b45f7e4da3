"""What the words beside a number say that it is."""

import pytest

from formgen.checks.number_labels import label_of, may_have_labels

NUMBER = "123456789"


def label(text: str) -> str | None:
    """Return what the words beside the number in *text* say."""
    start = text.index(NUMBER)
    return label_of(text, start, start + len(NUMBER))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SSN: 123456789", "social-security"),
        ("S.S.N. 123456789", "social-security"),
        ("SS# 123456789", "social-security"),
        ("Taxpayer identification number 123456789", "social-security"),
        ("seguro social 123456789", "social-security"),
        ("123456789 (SSN)", "social-security"),
        ("acct. no. 123456789", "account"),
        ("savings account 123456789", "account"),
        ("cuenta bancaria n\u00famero 123456789", "account"),
        ("123456789\u2448", "account"),
        ("routing number is 123456789", "routing"),
        ("n\u00famero de ruta 123456789", "routing"),
        ("by card: 123456789", "card"),
        ("Invoice 123456789", "other"),
        ("client's account 123456789", "other"),
        ("SSN of invoice 123456789", "other"),
        ("invoice of SSN 123456789", "social-security"),
        ("Case number:\n123456789", "other"),
        ("in this case\n123456789", None),
        ("SSN 987654321 and 123456789", None),
        ("Give me your SSN. I owe 123456789", None),
        ("Name  SSN\nDana  123456789", "social-security"),
        ("SSN  Wages\n 123456789", "social-security"),
        ("SSN 22211  Wages\n 123456789", None),
        ("123456789", None),
    ],
)
def test_the_nearest_words_tell_what_it_is(text: str, expected: str | None) -> None:
    assert label(text) == expected


def test_a_page_without_any_such_word_is_told_at_once() -> None:
    assert may_have_labels("My Account Number") is True
    assert may_have_labels("He wrote to me on March 5, 2026.") is False
