"""Which way each character of a line runs, after the Unicode bidirectional algorithm (UAX #9).

Levels are even for left to right and odd for right to left, as the standard
numbers them.  The rules are kept in `bidi_explicit` (X) and `bidi_types`
(W and N); everything works on one line.
"""

import unicodedata
from collections.abc import Sequence
from typing import TypeVar

from formgen.render.fonts.bidi_explicit import ISOLATES, REMOVED, explicit_levels, sequences
from formgen.render.fonts.bidi_types import resolve_types

_Piece = TypeVar("_Piece")

_STRONG = {"L": "L", "R": "R", "AL": "R"}
_SPACES = frozenset({"WS", "PDI"}) | ISOLATES | REMOVED
_RAISED = {"R": (1, 0), "L": (0, 1), "AN": (2, 1), "EN": (2, 1)}
"""By how much a type raises an even and an odd level (rules I1 and I2)."""


def line_level(text: str) -> int:
    """Return 1 for a line of right-to-left words only, with or without digits and signs; 0 for any other."""
    strong = {_STRONG.get(unicodedata.bidirectional(character)) for character in text}
    return 1 if "R" in strong and "L" not in strong else 0


def levels(text: str, base: int) -> list[int]:
    """Return the level of each character of *text*, a line whose own level is *base*."""
    # A character that Python does not know yet runs from left to right.
    kinds = [unicodedata.bidirectional(character) or "L" for character in text]
    found, types = explicit_levels(kinds, base)
    for sequence in sequences(kinds, found, base):
        resolve_types(text, types, sequence)
    for place, kind in enumerate(kinds):
        if kind not in REMOVED:
            found[place] += _RAISED.get(types[place], (0, 0))[found[place] % 2]
    _level_spaces(kinds, found, base)
    return found


def visual_order(pieces: Sequence[tuple[int, _Piece]]) -> list[_Piece]:
    """Return *pieces*, each with its level, in the order in which they stand from left to right (rule L2)."""
    order = list(pieces)
    highest = max((level for level, _ in pieces), default=0)
    for level in range(highest, 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and order[end][0] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return [piece for _, piece in order]


def _level_spaces(kinds: Sequence[str], found: list[int], base: int) -> None:
    """Give tabs, and spaces at the end, the line's own level (rule L1); what X9 left out, its neighbour's."""
    for place, kind in enumerate(kinds):
        if kind in REMOVED:
            found[place] = found[place - 1] if place else base
    is_last = True
    for place in range(len(kinds) - 1, -1, -1):
        kind = kinds[place]
        if kind in {"B", "S"}:
            is_last = True
        elif kind not in _SPACES:
            is_last = False
        if is_last:
            found[place] = base
