"""Looks on a page for a way to reach somebody that is kept back, however it is written there."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from unicodedata import normalize

from formgen.checks.number_text import plain
from formgen.facts.withheld_contacts import Watched

_Finder = Callable[[str], bool]

_SHORT = dict(
    re.findall(
        r"(\w+)=(\w+)",
        "street=st avenue=ave av=ave road=rd drive=dr lane=ln court=ct boulevard=blvd place=pl circle=cir "
        "terrace=ter parkway=pkwy highway=hwy square=sq trail=trl north=n south=s east=e west=w "
        "northeast=ne northwest=nw southeast=se southwest=sw first=1st second=2nd third=3rd fourth=4th "
        "fifth=5th sixth=6th seventh=7th eighth=8th ninth=9th tenth=10th",
    )
)
"""How the post office shortens the words of a street (Publication 28)."""

_UNITS = frozenset(
    {"apt", "apartment", "unit", "suite", "ste", "room", "rm", "floor", "fl", "bldg", "building"}
)
_WORD = re.compile(r"[^\W_]+")
_POST_OFFICE = re.compile(r"\bp\W{0,2}o\W{0,2}box\b")
_EXTENSION = re.compile(r"[,;\s]*(?:x|ext)(?:ension)?\W{0,2}\d+\s*\Z", re.IGNORECASE)
_SETS_APART = "[^0-9A-Za-z]{0,4}"
_FEWEST_PHONE_DIGITS = 7


def contacts_shown(text: str, watched: Sequence[Watched]) -> Iterator[Watched]:
    """Yield each of *watched* that *text* shows."""
    if not watched:
        return
    folded = plain(text).casefold()
    for each in watched:
        if _finder(each.kind, each.value)(folded):
            yield each


@lru_cache(maxsize=64)
def _finder(kind: str, value: str) -> _Finder:
    if kind == "phone":
        return _phone(value)
    return _email(value) if kind == "email" else _street(value)


def _phone(value: str) -> _Finder:
    digits = re.sub(r"\D", "", _EXTENSION.sub("", plain(value)))
    if len(digits) == 11 and digits.startswith("1"):
        digits = digits[1:]
    pattern = re.compile(rf"{_SETS_APART.join(digits)}(?!\d)")

    def is_shown(text: str) -> bool:
        return any(not _goes_before(text, match.start()) for match in pattern.finditer(text))

    return is_shown if len(digits) >= _FEWEST_PHONE_DIGITS else _never


def _goes_before(text: str, start: int) -> bool:
    """Tell whether digits stand at once before *start* that are not the country's."""
    before = re.search(r"\d*\Z", text[max(0, start - 4) : start])
    return before is not None and before[0] not in ("", "1")


def _email(value: str) -> _Finder:
    letters = [re.escape(letter) for letter in plain(value).casefold() if not letter.isspace()]
    pattern = re.compile(r"[ \n]{0,3}".join(letters) + r"(?![\w\-]|\.\w)")

    def is_shown(text: str) -> bool:
        return "@" in text and any(
            re.search(r"[\w.+\-]\Z", text[max(0, match.start() - 1) : match.start()]) is None
            for match in pattern.finditer(text)
        )

    return is_shown if "@" in value else _never


def _street(value: str) -> _Finder:
    line = plain(value).casefold()
    words = _street_words(re.split("[,#]", line)[0])
    unit = next((place for place, word in enumerate(words) if place and word in _UNITS), len(words))
    sought = words[:unit]
    numbers = [word for word in sought if word[0].isdecimal()]
    if len(sought) < 2 or not numbers:
        return lambda text: len(sought) > 1 and _has(_street_words(text), sought)
    number = re.compile(rf"(?<![^\W_]){re.escape(numbers[0])}(?![^\W_])")
    reach = 16 * len(sought)

    def is_shown(text: str) -> bool:
        return any(
            _has(_street_words(text[max(0, match.start() - reach) : match.end() + reach]), sought)
            for match in number.finditer(text)
        )

    return is_shown


def _street_words(text: str) -> list[str]:
    if not text.isascii():
        text = normalize("NFKC", text)
    return [_SHORT.get(word, word) for word in _WORD.findall(_POST_OFFICE.sub(" po box ", text))]


def _has(words: Sequence[str], sought: Sequence[str]) -> bool:
    return any(
        list(words[start : start + len(sought)]) == list(sought)
        for start, word in enumerate(words)
        if word == sought[0]
    )


def _never(_text: str) -> bool:
    return False
