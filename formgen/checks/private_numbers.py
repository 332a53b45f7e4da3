"""Finds in text what looks like a social security number, or a card's or bank account's: candidates, checked.

Rule 1.201(a) of the California Rules of Court lets a filed paper hold no more
than the last four digits of either.  So a number of which only the last four
can be read is none of those found.

Text read from a PDF may break a number over two lines or set its digits
apart; a number may be typed with any of the hyphens and spaces there are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from formgen.checks.number_labels import NEAR, label_of, may_have_labels
from formgen.checks.number_place import NumberPlace
from formgen.checks.number_text import Digits, Run, plain

Kind = Literal["social-security", "payment-card", "bank-account"]


@dataclass(frozen=True, slots=True)
class Found:
    """Where in a text something private stands; never what it is."""

    kind: Kind
    start: int
    end: int


_SET_APART = b"\3\2\4"
"""Groups of a social security number."""

_SIGN = r"\x7f?(?: {0,2}-\s{0,3}|\.(?: ?\n)?)\x7f?"
_EOL = r"(?: ?\n)?"
_WITH_SIGNS = re.compile(
    rf"\d\d\d{_SIGN}\d{_EOL}\d{_SIGN}\d{_EOL}\d{_EOL}\d{_EOL}\d(?!\d)"
    r"|\d \d \d ?- ?\d \d ?- ?\d \d \d \d(?! ?\d)"
)
_WITH_SPACES = re.compile(r"\d{3}\x7f?\s{1,2}\d\d\x7f?\s{1,2}\d{4}(?!\d)")

_NEW_TAX_GROUPS = frozenset(str(group) for group in range(50, 66))
"""Fourth and fifth digit of newer taxpayer numbers, which python-stdnum does not know (irs.gov, ITIN)."""

_CARD_DIGITS = range(13, 20)
_USUAL_CARD_DIGITS = frozenset({15, 16})
"""Old and foreign cards have fewer or more, and so has much that is no card."""

_CARD_GROUPS = (b"\4\4\4\4\3", b"\4\4\4\4", b"\4\6\5", b"\4\6\4")
"""How the digits of a card are set apart."""

_ROW_OF_FOURS = b"\4\4\4\4"
_GROUP = re.compile(r"\d+")
_GROUP_OVER_LINES = re.compile(r"\d+(?: ?\n\d+)?")
_CLOSE = re.compile(r"\d+(?:[ \-.\n\x7f]{1,3}\d+)*")
"""Groups with no more between them than a hyphen, a space or a line's end."""

_ISSUERS = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})"
    r"|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}"
    r"|3[47]\d{13}"
    r"|3(?:0[0-5]|[689]\d)\d{11}"
    r"|(?:6011|64[4-9]\d|65\d\d|62\d\d)\d{12,15}"
    r"|35(?:2[89]|[3-8]\d)\d{12,15}"
    r"|(?:5018|5020|5038|5893|6304|6759|676[1-3])\d{9,15}"
)
"""Visa; Mastercard; American Express; Diners Club; Discover and UnionPay; JCB; Maestro."""

_IBAN = re.compile(r"[A-Z]{2}\d\d(?:[\s\-\x7f]{0,2}[A-Z0-9]){11,30}")
_SHORTEST_IBAN = 15

_ACCOUNT_DIGITS = range(6, 18)
_ACCOUNT = re.compile(r"\d{6,17}(?![\d/:])|\d{2,8}(?:[ \-]\d{1,8}){1,5}(?![\d/:])")
_NO_ACCOUNT = re.compile(
    r"\d{1,2}[ \-]\d{1,2}[ \-](?:\d\d|\d{4})|\d{4}-\d\d-\d\d"
    r"|(?:1[ \-])?(?:\d{3}[ \-])?\d{3}[ \-]\d{4}|\d{5}-\d{4}"
)
"""Days, telephone numbers, long ZIP codes."""

_ROUTING_STARTS = frozenset(f"{first:02}" for first in (*range(13), *range(21, 33), *range(61, 73), 80))
"""First two digits of the routing numbers that are given out."""


def numbers_in(text: str) -> Iterator[Found]:
    """Yield every number in *text* that is likely one of these, in the order in which they stand; none twice.

    * Social security: three, two and four digits set apart, or nine in a row
      beside words that say so; taxpayer numbers (ITIN), which people have who
      have no other, too.
    * Cards: 13 to 19 digits that begin as a card's do, and whose last one is
      right.
    * Bank accounts: an IBAN; a routing number, or an account's number, beside
      words that say so.  The number of a customer's account is none.
    """
    reached = 0
    for found in sorted(_candidates(plain(text)), key=lambda each: (each.start, -each.end)):
        if found.start >= reached:
            yield found
            reached = found.end


def _candidates(text: str) -> Iterator[Found]:
    digits = Digits(text)
    for start in digits.countries():
        yield from _iban(text, start)
    for run in digits.runs():
        yield from _social_security(text, run)
        yield from _cards(text, run)
        yield from _labelled(text, run)


def _social_security(text: str, run: Run) -> Iterator[Found]:
    """Yield what is set apart as a social security number is."""
    if _SET_APART not in run.sizes and 1 not in run.sizes and "\n" not in text[run.start : run.end]:
        return
    for pattern in (_WITH_SIGNS, _WITH_SPACES):
        for match in pattern.finditer(text, run.start, run.end):
            place = NumberPlace(text, *match.span())
            if place.is_cut() or not _is_social_security(place.digits):
                continue
            label = label_of(text, *match.span())
            is_sure = place.stands_alone() and not (pattern is _WITH_SPACES and place.is_in_a_row())
            if label == "social-security" or (is_sure and label != "other"):
                yield Found("social-security", *match.span())


def _cards(text: str, run: Run) -> Iterator[Found]:
    """Yield what has the digits of a card, in one row or in groups."""
    if sum(run.sizes) < _CARD_DIGITS[0]:
        return
    yield from _cards_of(text, [match.span() for match in _GROUP.finditer(text, run.start, run.end)])
    if "\n" in text[run.start : run.end]:
        yield from _cards_of(text, [m.span() for m in _GROUP_OVER_LINES.finditer(text, run.start, run.end)])


def _cards_of(text: str, groups: list[tuple[int, int]]) -> Iterator[Found]:
    sizes = bytes(min(sum(map(str.isdecimal, text[left:right])), 255) for left, right in groups)
    if len(groups) in _CARD_DIGITS and sizes.count(1) == len(groups):
        groups, sizes = [(groups[0][0], groups[-1][1])], bytes([len(groups)])
    for first, size in enumerate(sizes):
        shapes = [shape for shape in _CARD_GROUPS if sizes.startswith(shape, first)]
        if size in _CARD_DIGITS:
            shapes.append(bytes([size]))
        for shape in shapes:
            place = NumberPlace(text, groups[first][0], groups[first + len(shape) - 1][1])
            if _is_card(place, shape):
                yield Found("payment-card", place.start, place.end)


def _is_card(place: NumberPlace, shape: bytes) -> bool:
    digits = place.digits
    if (
        _ISSUERS.fullmatch(digits) is None
        or place.is_cut()
        or _CLOSE.fullmatch(place.text, place.start, place.end) is None
        or not _adds_up(digits)
    ):
        return False
    label = label_of(place.text, place.start, place.end)
    if label == "card":
        return True
    if label == "other" or not place.stands_alone():
        return False
    if len(shape) > 1:
        return shape != _ROW_OF_FOURS or not place.is_in_a_row(digits=4)
    is_broken = "\n" in place.text[place.start : place.end]
    return len(digits) in _USUAL_CARD_DIGITS and not is_broken and not place.is_in_a_mail_header()


def _labelled(text: str, run: Run) -> Iterator[Found]:
    """Yield what only the words beside it give away."""
    for match in _ACCOUNT.finditer(text, run.start, run.end):
        start, end = match.span()
        if (
            _NO_ACCOUNT.fullmatch(text, start, end)
            or text[end : end + 1] in ("/", ":")
            or not may_have_labels(text[max(0, start - NEAR) : end + NEAR])
        ):
            continue
        place = NumberPlace(text, start, end)
        digits = place.digits
        if (
            len(digits) not in _ACCOUNT_DIGITS
            or place.is_cut()
            or place.is_in_an_address()
            or place.shows_its_end_only()
        ):
            continue
        label = label_of(text, start, end)
        if label == "social-security" and _is_social_security(digits):
            yield Found("social-security", start, end)
        elif label == "account" or (label == "routing" and _is_routing(digits)):
            yield Found("bank-account", start, end)


def _iban(text: str, start: int) -> Iterator[Found]:
    """Yield the account's number that begins at *start* with the letters of a country, if one does."""
    match = _IBAN.match(text, start)
    if match is None or text[start - 1 : start].isalnum():
        return
    places = [place for place in range(*match.span()) if text[place].isalnum()]
    letters = "".join(text[place] for place in places)
    for length in range(len(letters), _SHORTEST_IBAN - 1, -1):
        end = places[length - 1] + 1
        if not text[end : end + 1].isalnum() and _is_iban(letters[:length]):
            yield Found("bank-account", start, end)
            return


# What knows the numbers themselves takes as long to load as a hundred pages take to be searched, and on most
# pages there is nothing to ask it.


def _adds_up(digits: str) -> bool:
    from stdnum import luhn  # noqa: PLC0415

    return bool(luhn.is_valid(digits))


def _is_iban(letters: str) -> bool:
    from stdnum import iban  # noqa: PLC0415

    return bool(iban.is_valid(letters))


def _is_social_security(digits: str) -> bool:
    if len(digits) != 9:
        return False
    from stdnum.us import itin, ssn  # noqa: PLC0415

    return (
        ssn.is_valid(digits)
        or itin.is_valid(digits)
        or (digits.startswith("9") and digits[3:5] in _NEW_TAX_GROUPS)
    )


def _is_routing(digits: str) -> bool:
    if digits[:2] not in _ROUTING_STARTS:
        return False
    from stdnum.us import rtn  # noqa: PLC0415

    return bool(rtn.is_valid(digits))
