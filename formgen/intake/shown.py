"""What of a person's file may be shown in a problem, and how much of it."""

import difflib
import re
from collections.abc import Sequence

from formgen.errors import Problem

MOST_PROBLEMS = 100
"""More than these are counted, not listed: nobody puts right a thousand lines of advice."""

LONGEST_KEY = 40
"""A key longer than this is most likely a sentence that lost its quotation marks."""


_LOOKS_LIKE_A_KEY = re.compile("[A-Za-z0-9_-]+")


def shown_key(key: str) -> str:
    """Return *key* as a problem may show it: what does not look like a key may be words or a name."""
    return key if len(key) <= LONGEST_KEY and _LOOKS_LIKE_A_KEY.fullmatch(key) else "…"


def nearest(typed: str | None, known: Sequence[str]) -> str | None:
    """Return the word of *known* that *typed* was most likely meant to be, if any is close."""
    if typed is None or len(typed) > LONGEST_KEY:
        return None
    lowered = {word.lower(): word for word in known}
    close = difflib.get_close_matches(typed.lower(), list(lowered), n=1)
    return lowered[close[0]] if close else None


def in_words(choices: Sequence[str], *, last: str = "or") -> str:
    """Return *choices* as a person lists them: `a, b or c`."""
    if len(choices) < 2:
        return "".join(choices)
    return f"{', '.join(choices[:-1])} {last} {choices[-1]}"


def left_over(count: int) -> list[Problem]:
    """Return the problem that *count* more are not listed; nothing if there are none."""
    if count <= 0:
        return []
    return [
        Problem(
            code="too-many-problems",
            what=f"There are {count:,} more problems, too many to list.",
            fix="Put right what is listed and check again. If nothing is, this may not be a case file.",
        )
    ]
