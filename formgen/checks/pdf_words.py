"""Whether words that were read back from a PDF are the words that were laid out, whatever PDFium makes of them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from formgen.checks.pdf_text import Character

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
"""Soft hyphens, direction marks, joiners and selectors: nothing is printed for them."""

_LIGATURES = {
    ord(letter): unicodedata.normalize("NFKC", letter) for letter in "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb06"
}
_LIGATURES[0xFB05] = "\u017ft"
"""How PDFium reads ligatures that were typed as such."""

_HALVES = re.compile("[\ud800-\udfff]+")
"""Some builds of PDFium give a character beyond U+FFFF in two parts."""

_JOINED = "[^\\s\u0021-\u02ff\u0370-\u058f\u1e00-\u2069\u2070-\u20cf\u2100-\u218f]"
_SPACE_BESIDE_JOINED = re.compile(f"(?<={_JOINED}) | (?={_JOINED})")
"""White space next to a mark, a picture, or a letter of a script whose letters join.

PDFium tells the gap between two words from the widths of their last and
first glyphs, and does not always see it there; nor does it drop every gap
that it takes a mark's shift for.
"""

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def compared(text: str) -> str:
    """Return *text* as it is compared: normal form, what is not printed left out, white space collapsed."""
    if not text.isascii():
        text = _HALVES.sub(_joined_halves, text)
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text).translate(_LIGATURES))
    return " ".join(text.split())


def _joined_halves(found: re.Match[str]) -> str:
    return found[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def are_same(read: str, text: str) -> bool:
    """Tell whether *read* says what *text* says, both as `compared` returns them, left to right."""
    return read == text or (not text.isascii() and _closed_up(read) == _closed_up(text))


def _closed_up(text: str) -> str:
    return unicodedata.normalize("NFC", _SPACE_BESIDE_JOINED.sub("", text))


def has_right_to_left(text: str) -> bool:
    """Tell whether some of *text*, as it was typed, may run from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def are_same_both_ways(read: Sequence[Character], text: str) -> bool:
    """Tell whether the characters of a line are those of *text*, some of which runs from right to left.

    PDFium turns such a line round by rules of its own: digits, signs, points
    and even whole words come out in another order, and brackets mirrored.  So
    the characters are compared whatever their order, and then the letters in
    the order in which they stand on the page, which no reader changes.
    """
    if sorted(_bare("".join(character.text for character in read))) != sorted(_bare(text)):
        return False
    # Words that were typed with a direction of their own may stand anywhere.
    return _TURNS.search(text) is not None or _letters_stand_in_order(read, text)


def _bare(text: str) -> str:
    """Return the characters of *text* without white space, in the form of which PDFium gives any other form."""
    bare = unicodedata.normalize("NFKD", _INVISIBLE.sub("", text))
    return "".join("(" if unicodedata.mirrored(letter) else letter for letter in bare if not letter.isspace())


def _letters_stand_in_order(read: Sequence[Character], text: str) -> bool:
    placed = sorted(
        ((character.x, letter) for character in read for letter in _letters(character.text)),
        key=itemgetter(0),
    )
    printed = [list(run) for is_turned, run in groupby(placed, lambda each: _is_turned(each[1])) if is_turned]
    said = ["".join(run) for is_turned, run in groupby(_letters(text), _is_turned) if is_turned]
    # A line may run from left to right as a whole, or from right to left.
    return len(printed) == len(said) and any(
        all(map(_reads_from_the_right, order, said)) for order in (printed, printed[::-1])
    )


def _letters(text: str) -> Iterator[str]:
    for letter in unicodedata.normalize("NFKD", text):
        if unicodedata.category(letter).startswith("L"):
            yield letter


def _is_turned(letter: str) -> bool:
    return unicodedata.bidirectional(letter) in {"R", "AL"}


def _reads_from_the_right(placed: Sequence[tuple[float, str]], said: str) -> bool:
    """Tell whether letters with their places spell *said*; those drawn as one shape have one place."""
    at = 0
    for _, shape in groupby(reversed(placed), key=itemgetter(0)):
        letters = sorted(letter for _, letter in shape)
        if letters != sorted(said[at : at + len(letters)]):
            return False
        at += len(letters)
    return at == len(said)
