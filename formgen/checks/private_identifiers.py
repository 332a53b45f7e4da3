"""Finds in text birth dates and California driver's license numbers beside the words that say what they are.

Neither must be left out of a filed paper, but rarely should either be in it:
whoever reads the file can pass for this person with them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from formgen.checks.number_text import plain

IdentifierKind = Literal["birth-date", "license-number"]


@dataclass(frozen=True, slots=True)
class Identifier:
    """Where in a text something stands that tells who a person is; never what it is."""

    kind: IdentifierKind
    start: int
    end: int


_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto"
    r"|septiembre|octubre|noviembre|diciembre)\b\.?"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?:19|20)\d\d"
_SLASHED = (
    rf"{_DAY}\s?[/.\-]\s?{_DAY}\s?[/.\-]\s?(?:{_YEAR}|\d\d)(?!\d)|{_YEAR}[/.\-]{_DAY}[/.\-]{_DAY}(?!\d)"
)
_DATE = (
    rf"(?:{_SLASHED}|{_MONTH}\s{{0,2}}{_DAY}(?:st|nd|rd|th)?,?\s{{0,2}}{_YEAR}(?!\d)"
    rf"|{_DAY}(?:st|nd|rd|th)?\s(?:de\s|of\s)?{_MONTH},?\s(?:de\s)?{_YEAR}(?!\d))"
)
_BIRTH = (
    r"(?:\bdate\s+of\s+birth\b|\bbirth\s?(?:date|day)\b|\bd\.?o\.?b\b\.?|\bborn\b|\bfecha\s+de\s+nacimiento\b"
    r"|\bnacid[oa]\b|\bnac[i\u00ed]\b|\bcumplea\u00f1os\b)"
)
_LINKS = r"(?:[\s:#=()*\-,]|\b(?:is|was|on|of|in|the|es|el|mm|dd|yyyy|yy|m|d|y)\b|/)"
_BIRTH_DATE = re.compile(rf"{_BIRTH}{_LINKS}{{0,24}}({_DATE})", re.IGNORECASE)
_DATE_OF_BIRTH = re.compile(rf"({_DATE})\s?\((?:dob|d\.o\.b\.|date of birth|born)\)", re.IGNORECASE)
_HEAD_OF_BIRTHS = re.compile(_BIRTH, re.IGNORECASE)
_DATE_IN_A_COLUMN = re.compile(rf"(?<!\d)(?:{_SLASHED})")

_LICENSE = (
    r"(?:\bdriver\W{0,2}s?\W{0,2}\s?licen[cs]e\b|\blicen[cs]e\s*(?:number\b|no\b\.?|num\b\.?|\#)|\bc?dl\b|\bc?d\.l\."
    r"|\bidentification\s+card\b|\bid\s+card\b|\blicencia\s+de\s+(?:conducir|manejar)\b)"
)
_CALIFORNIA = r"(?<!\w)[A-Z][ \-]?\d{7}(?!\w)"
_LICENSE_NUMBER = re.compile(
    rf"{_LICENSE}(?:[\s:#=()*\-,./]|\b(?:number|num|no|is|was|ca|calif|california|state|class|of|and|the)\b){{0,24}}"
    rf"({_CALIFORNIA})",
    re.IGNORECASE,
)
_HEAD_OF_LICENSES = re.compile(_LICENSE, re.IGNORECASE)
_LICENSE_IN_A_COLUMN = re.compile(_CALIFORNIA)

_BIRTH_STEMS = ("birth", "born", "dob", "d.o.b", "nacid", "nacim", "nac\u00ed", "cumplea")
_LICENSE_STEMS = ("licens", "licenc", "identification card", "id card")
_LICENSE_CAPITALS = ("DL", "D.L.", "cdl")


def identifiers_in(text: str) -> Iterator[Identifier]:
    """Yield every birth date and driver's license number that words beside it give away; kind by kind."""
    searched = plain(text)
    folded = searched.lower()
    if any(stem in folded for stem in _BIRTH_STEMS):
        for pattern in (_BIRTH_DATE, _DATE_OF_BIRTH):
            for match in pattern.finditer(searched):
                yield Identifier("birth-date", *match.span(1))
        yield from _below(searched, "birth-date", _HEAD_OF_BIRTHS, _DATE_IN_A_COLUMN)
    if any(stem in folded for stem in _LICENSE_STEMS) or any(each in searched for each in _LICENSE_CAPITALS):
        for match in _LICENSE_NUMBER.finditer(searched):
            yield Identifier("license-number", *match.span(1))
        yield from _below(searched, "license-number", _HEAD_OF_LICENSES, _LICENSE_IN_A_COLUMN)


def _below(
    text: str, kind: IdentifierKind, head: re.Pattern[str], pattern: re.Pattern[str]
) -> Iterator[Identifier]:
    """Yield what stands in the line below *head*: a form, or a table, has its labels above."""
    for match in head.finditer(text):
        line = text.find("\n", match.end())
        if line >= 0 and not any(map(str.isdecimal, text[match.end() : line])):
            end = text.find("\n", line + 1)
            for found in pattern.finditer(text, line, len(text) if end < 0 else end):
                yield Identifier(kind, *found.span())
