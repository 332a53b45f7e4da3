"""How close the lines of a quotation may stand: as close as their letters leave them apart."""

import re
import unicodedata

WHOLE, LOOSE, SOLID = 6, 4, 3
"""Heights of rows, in sixths of a line of the grid: at 24 points 24, 16 and 12 points."""

# Kept as text: reading them takes longer than laying out a page, and most papers need neither.
_SOLID = "[\0-~\u00a0-\u00bf\u00d7\u00df-\u00e4\u00e6-\u00ff\u2000-\u2027\u202f-\u203a\u20ac\u2122]*"
"""Letters with nothing above the height of a small one with its accent."""

_LOOSE = (
    "[\0-\u024f\u0370-\u03ff\u0400-\u045f\u05d0-\u05ea\u1e00-\u1eff\u2000-\u214f\u2190-\u2bff\u3000-\u30ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\ufe0f\uff01-\uff60\U0001f000-\U0001faff\U000e0020-\U000e007f]*"
)
"""Capitals with accents, emoji, and the scripts whose letters fill a square."""


def closest(text: str) -> int:
    """Return the least height of a row in which no letter of *text* reaches into the lines above and below.

    Rule 2.108(3) lets a quotation be single spaced, and asks nothing more.
    Where letters have marks above or below them that need the room, such as
    in Thai, it stays on the grid.
    """
    composed = unicodedata.normalize("NFC", text)
    if re.fullmatch(_SOLID, composed):
        return SOLID
    return LOOSE if re.fullmatch(_LOOSE, composed) else WHOLE
