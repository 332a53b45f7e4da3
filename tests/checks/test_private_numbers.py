"""Social security numbers, cards and bank accounts are found in text; what only looks like them is not."""

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from stdnum import luhn
from stdnum.us import ssn

from formgen.checks.private_numbers import Found, numbers_in

SOCIAL_SECURITY = {
    "hyphens": "123-45-6789",
    "spaces": "123 45 6789",
    "points": "123.45.6789",
    "en dashes": "123\u201345\u20136789",
    "no-break hyphens": "123\u201145\u20116789",
    "minus signs and no-break spaces": "123\u00a0\u2212\u00a045\u00a0\u2212\u00a06789",
    "soft hyphens": "123\u00ad45\u00ad6789",
    "joiners": "123-\u200b45-\u200b6789",
    "digits of another width": "\uff11\uff12\uff13-\uff14\uff15-\uff16\uff17\uff18\uff19",
    "letter by letter": "1 2 3 - 4 5 - 6 7 8 9",
    "spaces around": "123 - 45 - 6789",
    "a line's end behind a hyphen": "123-45-\n6789",
    "two lines' ends": "123-\r\n45-\r\n6789",
    "a line's end for a space": "123 45\r\n6789",
    "a line's end among the last digits": "123-45-67\r\n89",
    "brackets": "(123-45-6789).",
    "a comma behind": "123-45-6789, 1987",
    "a file's name": "W-2 of 123-45-6789.pdf",
    "a word run into it": "Number123-45-6789Wages",
    "a label run into it": "SSN:123-45-6789",
    "in a row, beside a word": "SSN 123456789",
    "in a row, words further off": "The social security number of the child is 123456789.",
    "in a row, Spanish": "N\u00famero de Seguro Social: 123456789",
    "in a row, the word behind": "123456789 (SSN)",
    "in a row, the word above": "Employee's social security number   Wages\n123456789   45,000.00",
    "in a table, beside a word": "SSN 123 45 6789 22",
    "a taxpayer's": "912-70-1234",
    "a newer taxpayer's": "912-55-1234",
    "of a report": "His SSN on the report was 123-45-6789",
}

CARDS = {
    "Visa": "4111 1111 1111 1111",
    "Visa in a row": "4111111111111111",
    "Mastercard": "5555-5555-5555-4444",
    "a newer Mastercard": "2223 0031 2200 3222",
    "American Express": "3782 822463 10005",
    "American Express in a row": "378282246310005",
    "Discover": "6011 1111 1111 1117",
    "Diners Club": "3056 930902 5904",
    "over a line's end": "4111 1111 1111\r\n1111",
    "over a line's end in a group": "4111 1111 11\r\n11 1111",
    "letter by letter": "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
    "and its last month": "4111 1111 1111 1111 12/27",
    "an old one beside a word": "card no. 4222222222222",
    "broken beside a word": "Visa 41111111\n11111111",
    "a label run into it": "Visa:4111111111111111",
}

ACCOUNTS = {
    "IBAN in groups": "GB29 NWBK 6016 1331 9268 19",
    "IBAN in a row": "DE89370400440532013000",
    "IBAN before a bank's name": "DE89 3704 0044 0532 0130 00 COBADEFFXXX",
    "IBAN over a line's end": "DE89 3704 0044\n0532 0130 00",
    "routing number": "Routing number: 121000358",
    "routing number, short": "ABA 121000358",
    "account number": "Account number: 000123456789",
    "account, short": "Acct. No. 1234-5678",
    "account, sign": "acct #123456",
    "account, colon": "Account: 12345678",
    "checking account": "from checking account 123456789",
    "Spanish": "n\u00famero de cuenta: 12345678",
    "below its label": "Account Number   Date\n000123456789   5/1/2026",
    "more than the last four": "Account number XXXXXX123456",
    "a cheque's line": "\u2446121000358\u2446 000123456\u2448 1001",
}

NONE_OF_THEM = {
    "telephone": "530-555-0117",
    "telephone with brackets": "(530) 555-0117",
    "telephone of a country": "+1 530 555 0117",
    "telephones": "530-555-0117 530-555-0118 530 555 0119",
    "telephone abroad": "+49 170 12 3456, +123 45 6789",
    "long ZIP code": "Davis, CA 95616-1234",
    "no such area": "000-12-3456, 666-12-3456, 950-40-1234",
    "no such group": "123-00-4567",
    "in a row, with no word": "123456789",
    "case number": "Case No. 24CV-123-45-6789",
    "case number alone": "Case number: 123-45-6789",
    "invoice": "Invoice 123-45-6789",
    "invoice in a row": "Invoice no. 118745, order #4111111111111111",
    "masked": "xxx-xx-6789, ***-**-6789, XXX-XX-6789",
    "last four": "SSN ending in 6789; SSN last four 6789",
    "account's last four": "Account number ending in 1234, account no. ****1234, acct. **** **** **** 1234",
    "account's last four and a day": "Account number XXXX1234 01/02/2026",
    "account and a day": "Account number: see 2026-03-05",
    "account and a telephone": "About your account number, call 800-555-0100.",
    "account and an invoice": "You gave your account number. Invoice 1187445 is unpaid.",
    "customer's account": "customer account number 12345678",
    "routing number without a word": "121000358",
    "no routing number": "Routing number: 121000359",
    "message's number": "<123-45-6789@mail.example.com> <4111111111111111.1@mail.example.com>",
    "mail header": "X-Batch: 4111111111111111\nMessage-ID: 4111111111111111",
    "link": "https://example.com/4111111111111111?id=4111111111111111",
    "digest": "e3b0c44298fc1c149afbf4c8996fb924 27ae41e4649b934ca495991b7852b855",
    "digest with digits": "a4111111111111111b, 4111111111111111c",
    "days": "2026-03-05 20:47, 3/5/2026, 5-10-2026, January 31 5-10-2026",
    "a day behind a number": "12\n5-10-2026",
    "wrong check digit": "4111 1111 1111 1112",
    "no issuer": "1234 5678 9012 3452",
    "part of a longer one": "94111111111111111111111, 1123-45-67890, 1.123.45.6789",
    "a row of a table": "10 123 45 6789 22",
    "a row of fours": "4111 1111 1111 1111 2222",
    "no account": "DE89370400440532013001",
    "money": "$123 45 6789",
    "nothing": "",
}


def kinds(text: str) -> list[str]:
    """Return what is found in *text*."""
    return [found.kind for found in numbers_in(text)]


@pytest.mark.parametrize("text", SOCIAL_SECURITY.values(), ids=SOCIAL_SECURITY)
def test_a_social_security_number_is_found(text: str) -> None:
    assert kinds(text) == ["social-security"]


@pytest.mark.parametrize("text", CARDS.values(), ids=CARDS)
def test_a_card_is_found(text: str) -> None:
    assert kinds(text) == ["payment-card"]


@pytest.mark.parametrize("text", ACCOUNTS.values(), ids=ACCOUNTS)
def test_a_bank_account_is_found(text: str) -> None:
    assert set(kinds(text)) == {"bank-account"}


@pytest.mark.parametrize("text", NONE_OF_THEM.values(), ids=NONE_OF_THEM)
def test_what_only_looks_like_one_is_not(text: str) -> None:
    assert kinds(text) == []


def test_all_of_them_are_told_with_their_places_in_order() -> None:
    text = "SSN 123-45-6789, card 4111 1111 1111 1111, account no. 000123456."

    assert list(numbers_in(text)) == [
        Found("social-security", 4, 15),
        Found("payment-card", 22, 41),
        Found("bank-account", 55, 64),
    ]


def test_places_are_those_of_the_text_as_it_was_given() -> None:
    text = "\U0001f622 \u201cN\u00ba\u201d \u2192 123\u201345\u20136789"
    [found] = numbers_in(text)

    assert text[found.start : found.end] == "123\u201345\u20136789"


def test_what_is_found_tells_no_digit() -> None:
    [found] = numbers_in("SSN 123-45-6789")

    assert not set("6789") <= set(repr(found).replace("15", "").replace("4", ""))


PROSE = st.text(st.characters(exclude_categories=["Nd", "Cs"]), max_size=40)
APART = st.sampled_from(["-", "\u2010", "\u2011", "\u2012", "\u2013", " ", "\u00a0", ".", "-\n", " - "])
NUMBERS = st.integers(1_010_001, 899_999_999).map(lambda number: f"{number:09}")


@given(PROSE, PROSE, NUMBERS, APART)
@settings(max_examples=300)
def test_a_valid_number_is_found_in_any_text(before: str, behind: str, digits: str, apart: str) -> None:
    assume(ssn.is_valid(digits))
    number = apart.join((digits[:3], digits[3:5], digits[5:]))

    assert "social-security" in kinds(f"{before}\n{number}\n{behind}")


@given(PROSE, PROSE, st.integers(0, 10**14 - 1).map(lambda number: f"4{number:014}"))
@settings(max_examples=300)
def test_a_valid_card_is_found_in_any_text(before: str, behind: str, digits: str) -> None:
    card = digits + luhn.calc_check_digit(digits)
    groups = " ".join(card[start : start + 4] for start in range(0, 16, 4))

    assert "payment-card" in kinds(f"{before}\n{groups}\n{behind}")


PHONES = st.builds(
    lambda form, area, line: form.format(area, 555, f"{line:04}"),
    st.sampled_from(
        ["({}) {}-{}", "{}-{}-{}", "{}.{}.{}", "{} {} {}", "+1 {} {} {}", "1-{}-{}-{}", "{}{}{}", "+1{}{}{}"]
    ),
    st.integers(201, 989),
    st.integers(0, 9999),
)


@given(PROSE, st.lists(PHONES, min_size=1, max_size=5), st.sampled_from([" ", ", ", "\n", "; "]))
@settings(max_examples=300)
def test_a_telephone_number_is_not(before: str, phones: list[str], apart: str) -> None:
    assert kinds(f"{before}\n{apart.join(phones)}") == []


@given(st.text("0123456789 -.\n\u2013\u200bxX*:#SNacount@", max_size=200))
@settings(max_examples=300)
def test_anything_can_be_searched(text: str) -> None:
    found = list(numbers_in(text))

    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
