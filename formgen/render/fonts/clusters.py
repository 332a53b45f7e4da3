"""What a reader takes for one character, and what is known about it from Unicode alone.

The only module that imports regex, which knows grapheme clusters.
"""

import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from regex import Pattern

INVISIBLE = frozenset(
    "\n\r\v\f\x85\u2028\u2029"  # line ends stand in exact words, and never inside a line
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u180f"
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
) | frozenset(map(chr, [*range(0xFE00, 0xFE10), *range(0xE0000, 0xE0080), *range(0xE0100, 0xE01F0)]))
"""Characters that say something about their neighbours and are drawn as nothing."""

SPACES = frozenset(" \t\u00a0")
"""Drawn as room in the typeface of the text around them."""

TAB_SPACES = 4
HYPHENS = frozenset("\u2010\u2011")

_CLUSTERS = r"\X"
_EMOJI = r"\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3"
_EMOJI_SEQUENCE = "[\ufe0f\u200d\u20e3\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
_CJK = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Bopomofo}\u3000-\u303f\uff00-\uffef]"

_UNDRAWABLE = frozenset({"Cc", "Co", "Cs"})
_LEAVE_OUT = "Leave the character out: it has no agreed look."
_OTHER_REMEDY = "Leave the character out, or name a typeface that has it (typeface: in the case file)."
_CJK_REMEDY = 'Install the typeface for Chinese, Japanese and Korean: pip install "formgen[cjk]".'


@cache
def _pattern(source: str) -> "Pattern[str]":
    # Plain words need none of it, and it takes as long to load as to lay out a short paper.
    import regex  # noqa: PLC0415

    return regex.compile(source)


class Missing(NamedTuple):
    """A character that no typeface at hand can draw."""

    cluster: str
    code_points: str
    """As Unicode writes them: `U+1F469 U+200D U+1FAE9`."""

    name: str
    remedy: str


def clusters_of(text: str) -> list[str]:
    """Split *text* into what a reader takes for single characters: an accented letter, a joined emoji."""
    found: list[str] = _pattern(_CLUSTERS).findall(text)
    return found


def is_emoji_sequence(cluster: str) -> bool:
    """Tell whether *cluster* asks for the emoji typeface: a joined or coloured one, a flag, a keycap."""
    return _pattern(_EMOJI_SEQUENCE).search(cluster) is not None


def is_emoji(cluster: str) -> bool:
    """Tell whether *cluster* is an emoji of some kind, so that it must come out as one picture."""
    return _pattern(_EMOJI).search(cluster) is not None


def without_invisible(text: str) -> str:
    """Return *text* without the characters that are drawn as nothing."""
    return "".join(character for character in text if character not in INVISIBLE)


def is_drawable(cluster: str) -> bool:
    """Tell whether *cluster* means the same everywhere: no control, private use or broken character."""
    return _UNDRAWABLE.isdisjoint(map(unicodedata.category, cluster))


def describe_missing(cluster: str, *, has_cjk: bool) -> Missing:
    """Say what *cluster* is and what to do about it; *has_cjk* is whether the CJK typeface is installed."""
    remedy = _OTHER_REMEDY
    if not is_drawable(cluster):
        remedy = _LEAVE_OUT
    elif not has_cjk and _pattern(_CJK).search(cluster) is not None:
        remedy = _CJK_REMEDY
    return Missing(
        cluster,
        " ".join(f"U+{ord(character):04X}" for character in cluster),
        ", ".join(_name_of(character) for character in cluster),
        remedy,
    )


def _name_of(character: str) -> str:
    match unicodedata.category(character):
        case "Cc":
            return "control character"
        case "Co":
            return "private use character"
        case "Cs":
            return "half of a character"
        case "Cn":
            return "character newer than this program's list of names"
        case _:
            return unicodedata.name(character, "character without a name").lower()
