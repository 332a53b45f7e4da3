"""Whether the words read back from a PDF are those that were laid out, whatever PDFium makes of them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter

from formgen.checks.pdf_text import Character

_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff"
)
"""Soft hyphens, direction marks, joiners and selectors: nothing is printed for them."""

_NOT_PRINTED = re.compile(f"[{_INVISIBLE}\U000e0000-\U000e0fff]")
_NOT_PRINTED_BUT_TAGS = re.compile(f"[{_INVISIBLE}\U000e0100-\U000e0fff]")
"""Less those that make up the flags of Scotland and Wales: turned round, their halves are not known."""

_LIGATURES = {
    ord(letter): unicodedata.normalize("NFKC", letter) for letter in "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb06"
}
_LIGATURES[0xFB05] = "\u017ft"
"""How PDFium reads ligatures that were typed as such."""

_HALVES = re.compile("[\ud800-\udfff]+")
"""PDFium may give a character beyond U+FFFF in two parts."""

_JOINED = "[^\\s!-\u02ff\u0370-\u058f\u1e00-\u20cf\u2100-\u218f]"
_SPACE_BESIDE_JOINED = re.compile(f"(?<={_JOINED}) | (?={_JOINED})")
"""White space next to a mark, a picture, or a letter of a script whose letters join.

PDFium tells the gap between two words from the widths of their last and
first glyphs; there it does not see every gap, and takes some shifts for one.
"""

_QUOTATION_MARKS = "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f"
"""PDFium mirrors these too."""

_SIGN = "("
"""Stands for every character that has a mirror image."""

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def compared(text: str) -> str:
    """Return *text* as it is compared: normal form, what is not printed left out, white space collapsed."""
    if not text.isascii():
        text = _HALVES.sub(_whole, text)
        text = unicodedata.normalize("NFC", _NOT_PRINTED.sub("", text).translate(_LIGATURES))
    return " ".join(text.split())


def _whole(halves: re.Match[str]) -> str:
    return halves[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def are_same(read: str, text: str) -> bool:
    """Tell whether *read* is *text*, both as `compared` returns them."""
    return read == text or (not text.isascii() and _closed_up(read) == _closed_up(text))


def _closed_up(text: str) -> str:
    return unicodedata.normalize("NFC", _SPACE_BESIDE_JOINED.sub("", text))


def stands_as_typed(read: Sequence[Character], typed: str) -> bool:
    """Tell whether the characters of one line are those of *typed*, in the order in which they are read.

    Where anything runs from right to left, PDFium turns the line round by
    rules of its own: signs, digits, points and even whole words come out in
    another order, and brackets mirrored.  So the characters are compared
    whatever their order, and then each word's letters by where they stand on
    the page, which no reader changes.
    """
    said = "".join(character.text for character in read)
    if not _RIGHT_TO_LEFT.search(typed):
        return are_same(compared(said), compared(typed))
    if sorted(_units(said)) != sorted(_units(typed)):
        return False
    letters = [(character.x, letter) for character in read for letter in _letters(character.text)]
    shapes = [
        sorted(letter for _, letter in shape)
        for _, shape in groupby(sorted(letters, key=itemgetter(0), reverse=True), itemgetter(0))
    ]
    return all(_are_spelt(shapes, word) for word in _right_to_left_words(typed))


def stands_beside_turned(read: Sequence[Character], typed: str) -> bool:
    """Tell whether the characters of one line are those of *typed*, from left to right as they stand.

    For a line without right-to-left characters in a row of columns of which
    another has some: PDFium turns the whole row round, and mirrors its
    brackets.  White space, which has no place of its own, is left out.
    """
    across = "".join(character.text for character in sorted(read, key=attrgetter("x")))
    return _units(across) == _units(typed)


def runs_right_to_left(text: str) -> bool:
    """Tell whether anything in *text* runs from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def _units(text: str) -> memoryview:
    """Return the characters of *text* but for white space, in the plain forms that PDFium gives of others."""
    plain = unicodedata.normalize("NFKD", _NOT_PRINTED_BUT_TAGS.sub("", text)).replace("\u2044", "/")
    kept = (_SIGN if _is_mirrored(letter) else letter for letter in plain if not letter.isspace())
    return memoryview("".join(kept).encode("utf-16-le", "surrogatepass")).cast("H")


def _is_mirrored(letter: str) -> bool:
    return letter in _QUOTATION_MARKS or unicodedata.mirrored(letter) == 1


def _letters(text: str) -> Iterator[str]:
    for letter in unicodedata.normalize("NFKD", text):
        if unicodedata.category(letter).startswith("L"):
            yield letter


def _right_to_left_words(text: str) -> Iterator[str]:
    for is_turned, word in groupby(_NOT_PRINTED.sub("", text), _is_turned):
        if is_turned:
            yield "".join(_letters("".join(word)))


def _is_turned(letter: str) -> bool:
    """Tell whether *letter* runs from right to left, or is a mark on one that does."""
    kind = unicodedata.bidirectional(letter)
    return (kind in {"R", "AL"} and unicodedata.category(letter).startswith("L")) or kind == "NSM"


def _are_spelt(shapes: Sequence[Sequence[str]], word: str) -> bool:
    """Tell whether *word* can be read somewhere in *shapes*, each the letters that are drawn in one place."""
    return any(_are_spelt_from(shapes, start, word) for start in range(len(shapes))) or not word


def _are_spelt_from(shapes: Sequence[Sequence[str]], start: int, word: str) -> bool:
    at = 0
    for shape in shapes[start:]:
        if at >= len(word):
            break
        if list(shape) != sorted(word[at : at + len(shape)]):
            return False
        at += len(shape)
    return at == len(word)
