"""Whether a text holds anything from right to left; most hold nothing, and need no more of the standard."""

import re

_RTL = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def has_rtl(text: str) -> bool:
    """Tell whether anything in *text* could run from right to left."""
    return not text.isascii() and _RTL.search(text) is not None


def without_rtl(text: str) -> str:
    """Return *text* without what could run from right to left."""
    return _RTL.sub("", text)
