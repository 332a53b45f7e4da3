"""A text as numbers are looked for in it: all hyphens alike, all spaces, all digits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category, decimal

NOTHING = "\x7f"
"""Stands for what takes no room: joiners and marks of direction."""

_SIGNS = {
    "-": "\u00ad\u02d7\u058a\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d",
    '"': "\u201c\u201d\u201e\u00ab\u00bb",
    "'": "\u2018\u2019\u201a\u201b",
    "*": "\u2022\u25cf\u2217\u00b7\u2219\u25aa\u2588",
    "$": "\u20ac\u00a3",
    NOTHING: "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff",
    " ": "\r\t\x0b\x0c",
}


class _Plain(dict[int, str]):
    """What stands for each character, found out when it is met."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        kind = category(sign)
        self[code] = found = str(decimal(sign)) if kind == "Nd" else " " if kind == "Zs" else sign
        return found


_PLAIN = _Plain({ord(sign): plain for plain, signs in _SIGNS.items() for sign in signs})

_WESTERN = "cp1252"
"""Nearly all pages in English can be written in it; there a table of 256 signs does the same, faster."""

_TABLE = bytes(
    (_PLAIN[ord(bytes([code]).decode(_WESTERN, "replace"))].encode("latin-1", "replace"))[0]
    for code in range(256)
)

_KINDS = bytes(
    ord(
        "9"
        if sign in "0123456789"
        else " "
        if sign in " \n.-\x7f"
        else "A"
        if sign in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        else "x"
    )
    for sign in map(chr, range(256))
)
_RUN = re.compile(rb"9(?: *9){5,}")
_COUNTRY = b"AA99"


@lru_cache(maxsize=1)
def plain(text: str) -> str:
    """Return *text*, as long as it is, with plain digits, hyphens, spaces and quotation marks.

    Of line ends, line feeds are left.  Remembered, because several look at one
    page one after the other.
    """
    try:
        return text.encode(_WESTERN).translate(_TABLE).decode("latin-1")
    except UnicodeEncodeError:
        return text.translate(_PLAIN)


@dataclass(frozen=True, slots=True)
class Run:
    """Six digits or more with only spaces, hyphens and points between them: one number, or several."""

    start: int
    end: int

    sizes: bytes
    """How many digits stand together in each of its groups, no more than 255."""


class Digits:
    """Where the digits of a plain text stand."""

    def __init__(self, text: str) -> None:
        self._kinds = text.encode("latin-1", "replace").translate(_KINDS)

    def runs(self) -> Iterator[Run]:
        """Yield every run, in the order in which they stand."""
        for match in _RUN.finditer(self._kinds):
            yield Run(*match.span(), bytes([min(len(group), 255) for group in match[0].split()]))

    def countries(self) -> Iterator[int]:
        """Yield where two capitals stand before two digits, as an IBAN begins."""
        start = self._kinds.find(_COUNTRY)
        while start >= 0:
            yield start
            start = self._kinds.find(_COUNTRY, start + 1)
