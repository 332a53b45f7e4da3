"""Which way each character of a line runs, after the Unicode bidirectional algorithm (UAX #9).

Levels are even for left to right and odd for right to left, as the standard
numbers them; everything works on one line.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

_Piece = TypeVar("_Piece")

_MAX_DEPTH = 125
_RTL = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_STRONG = {"L": "L", "R": "R", "AL": "R"}
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "FSI", "LRI", "RLI", "PDI"})
_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_REMOVED = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN"})


def has_rtl(text: str) -> bool:
    """Tell whether anything in *text* could run from right to left."""
    return _RTL.search(text) is not None


def line_level(text: str) -> int:
    """Return 1 for a line of right-to-left words only, with or without digits and signs, and 0 for any other."""
    strong = {_STRONG.get(unicodedata.bidirectional(character)) for character in text}
    return 1 if "R" in strong and "L" not in strong else 0


def levels(text: str, base: int) -> list[int]:
    """Return the level of each character of *text*, a line whose own level is *base*."""
    return _Line(text, base).levels()


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


@dataclass(frozen=True, slots=True)
class _Embedding:
    level: int
    override: str
    is_isolate: bool


class _Line:
    """The types and levels of one line's characters while the rules are applied to them in turn."""

    def __init__(self, text: str, base: int) -> None:
        self._text = text
        self._base = base
        self._original = [unicodedata.bidirectional(character) or "L" for character in text]
        self._types = list(self._original)
        self._levels = [base] * len(text)
        self._matches = _matching_isolates(self._original)

    def levels(self) -> list[int]:
        self._explicit()
        for sequence in self._sequences():
            self._weak(sequence)
            self._brackets(sequence)
            self._neutral(sequence)
        for place, kind in enumerate(self._types):
            level = self._levels[place]
            if self._original[place] in _REMOVED:
                continue
            if level % 2 == 0:
                self._levels[place] += {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)
            elif kind != "R":
                self._levels[place] += 1
        self._line_ends()
        return self._levels

    def _explicit(self) -> None:
        """Rules X1 to X8."""
        stack = [_Embedding(self._base, "", is_isolate=False)]
        overflow_isolates = overflow_embeddings = valid_isolates = 0
        for place, kind in enumerate(self._original):
            top = stack[-1]
            if kind in _ISOLATES or kind in {"LRE", "RLE", "LRO", "RLO"}:
                self._levels[place] = top.level
                if kind in _ISOLATES and top.override:
                    self._types[place] = top.override
                goes_right = self._goes_right_to_left(place, kind)
                level = (top.level + 1) | 1 if goes_right else (top.level + 2) & ~1
                if level <= _MAX_DEPTH and not overflow_isolates and not overflow_embeddings:
                    override = {"LRO": "L", "RLO": "R"}.get(kind, "")
                    stack.append(_Embedding(level, override, is_isolate=kind in _ISOLATES))
                    valid_isolates += kind in _ISOLATES
                elif kind in _ISOLATES:
                    overflow_isolates += 1
                elif not overflow_isolates:
                    overflow_embeddings += 1
            elif kind == "PDI":
                if overflow_isolates:
                    overflow_isolates -= 1
                elif valid_isolates:
                    overflow_embeddings = 0
                    while not stack[-1].is_isolate:
                        stack.pop()
                    stack.pop()
                    valid_isolates -= 1
                self._levels[place] = stack[-1].level
                if stack[-1].override:
                    self._types[place] = stack[-1].override
            elif kind == "PDF":
                self._levels[place] = top.level
                if overflow_isolates:
                    continue
                if overflow_embeddings:
                    overflow_embeddings -= 1
                elif not top.is_isolate and len(stack) > 1:
                    stack.pop()
            else:
                self._levels[place] = self._base if kind == "B" else top.level
                if top.override and kind not in {"B", "BN"}:
                    self._types[place] = top.override

    def _goes_right_to_left(self, place: int, kind: str) -> bool:
        if kind != "FSI":
            return kind in {"RLI", "RLE", "RLO"}
        depth = 0
        for inner in self._original[place + 1 : self._matches.get(place, len(self._text))]:
            if inner in _ISOLATES:
                depth += 1
            elif inner == "PDI":
                depth -= 1
            elif not depth and inner in _STRONG:
                return _STRONG[inner] == "R"
        return False

    def _sequences(self) -> list["_Sequence"]:
        """Rule X10, on the characters that rule X9 leaves."""
        kept = [place for place, kind in enumerate(self._original) if kind not in _REMOVED]
        runs: list[list[int]] = []
        for place in kept:
            if runs and self._levels[runs[-1][-1]] == self._levels[place]:
                runs[-1].append(place)
            else:
                runs.append([place])
        starts = {run[0]: run for run in runs}
        ends = set(self._matches.values())
        found = []
        for run in runs:
            if run[0] in ends:
                continue
            places = list(run)
            while (match := self._matches.get(places[-1])) is not None:
                places += starts[match]
            found.append(self._sequence(places, kept))
        return found

    def _sequence(self, places: list[int], kept: list[int]) -> "_Sequence":
        level = self._levels[places[0]]
        before = [place for place in kept if place < places[0]]
        after = [place for place in kept if place > places[-1]]
        # An isolate without its end reaches to the end of the line.
        is_open = self._original[places[-1]] in _ISOLATES and places[-1] not in self._matches
        left = self._levels[before[-1]] if before else self._base
        right = self._levels[after[0]] if after and not is_open else self._base
        return _Sequence(places, level, _direction(max(level, left)), _direction(max(level, right)))

    def _weak(self, sequence: "_Sequence") -> None:
        """Rules W1 to W7."""
        types, places = self._types, sequence.places
        previous = sequence.start
        for place in places:
            if types[place] == "NSM":
                types[place] = "ON" if previous in _ISOLATES or previous == "PDI" else previous
            previous = types[place]
        strong = sequence.start
        for place in places:
            if types[place] in _STRONG:
                strong = types[place]
            elif types[place] == "EN" and strong == "AL":
                types[place] = "AN"
        for place in places:
            if types[place] == "AL":
                types[place] = "R"
        for before, place, after in zip(places, places[1:], places[2:], strict=False):
            if types[before] == types[after] and (
                (types[before] == "EN" and types[place] in {"ES", "CS"})
                or (types[before] == "AN" and types[place] == "CS")
            ):
                types[place] = types[before]
        for order in (places, places[::-1]):
            previous = ""
            for place in order:
                if types[place] == "ET" and previous == "EN":
                    types[place] = "EN"
                previous = types[place]
        strong = sequence.start
        for place in places:
            if types[place] in {"ES", "ET", "CS"}:
                types[place] = "ON"
            elif types[place] in {"L", "R"}:
                strong = types[place]
            elif types[place] == "EN" and strong == "L":
                types[place] = "L"

    def _brackets(self, sequence: "_Sequence") -> None:
        """Rule N0: a pair of brackets runs as what it holds, or as what stands before it."""
        own = _direction(sequence.level)
        for opening, closing in _pairs(self._text, self._types, sequence.places):
            inside = sequence.places[opening + 1 : closing]
            held = {_strong(self._types[place]) for place in inside} - {""}
            if own in held:
                chosen = own
            elif held:
                before = (_strong(self._types[place]) for place in reversed(sequence.places[:opening]))
                context = next((kind for kind in before if kind), sequence.start)
                chosen = context if context != own else own
            else:
                continue
            for index in (opening, closing):
                self._types[sequence.places[index]] = chosen
                for place in sequence.places[index + 1 :]:
                    if self._original[place] != "NSM":
                        break
                    self._types[place] = chosen

    def _neutral(self, sequence: "_Sequence") -> None:
        """Rules N1 and N2."""
        places, types = sequence.places, self._types
        start = 0
        while start < len(places):
            if types[places[start]] not in _NEUTRAL:
                start += 1
                continue
            end = start
            while end < len(places) and types[places[end]] in _NEUTRAL:
                end += 1
            left = _strong(types[places[start - 1]]) if start else sequence.start
            right = _strong(types[places[end]]) if end < len(places) else sequence.end
            kind = left if left == right else _direction(sequence.level)
            for place in places[start:end]:
                types[place] = kind
            start = end

    def _line_ends(self) -> None:
        """Rule L1, and a level for what rule X9 left out: that of its neighbour."""
        for place, kind in enumerate(self._original):
            if kind in _REMOVED:
                self._levels[place] = self._levels[place - 1] if place else self._base
        is_trailing = True
        for place in range(len(self._text) - 1, -1, -1):
            kind = self._original[place]
            if kind in {"B", "S"}:
                is_trailing = True
                self._levels[place] = self._base
            elif kind in {"WS", "FSI", "LRI", "RLI", "PDI"} or kind in _REMOVED:
                if is_trailing:
                    self._levels[place] = self._base
            else:
                is_trailing = False


@dataclass(frozen=True, slots=True)
class _Sequence:
    """An isolating run sequence: places on one level that are read as if they stood side by side."""

    places: list[int]
    level: int
    start: str
    end: str


def _direction(level: int) -> str:
    return "R" if level % 2 else "L"


def _strong(kind: str) -> str:
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind, "")


def _matching_isolates(kinds: Sequence[str]) -> dict[int, int]:
    """Rule BD9: where each isolate ends."""
    matches: dict[int, int] = {}
    opened: list[int] = []
    for place, kind in enumerate(kinds):
        if kind in _ISOLATES:
            opened.append(place)
        elif kind == "PDI" and opened:
            matches[opened.pop()] = place
    return matches


_OPENING = "([{\u0f3a\u0f3c\u169b\u2045\u207d\u208d\u2308\u230a\u2329\u2768\u276a\u276c\u276e\u2770\u2772\u2774\u27c5\u27e6\u27e8"
_OPENING += "\u27ea\u27ec\u27ee\u2983\u2985\u2987\u2989\u298b\u298d\u298f\u2991\u2993\u2995\u2997\u29d8\u29da\u29fc\u2e22\u2e24"
_OPENING += "\u2e26\u2e28\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\ufe59\ufe5b\ufe5d\uff08\uff3b\uff5b\uff5f\uff62"
_CLOSING = ")]}\u0f3b\u0f3d\u169c\u2046\u207e\u208e\u2309\u230b\u232a\u2769\u276b\u276d\u276f\u2771\u2773\u2775\u27c6\u27e7\u27e9"
_CLOSING += "\u27eb\u27ed\u27ef\u2984\u2986\u2988\u298a\u298c\u2990\u298e\u2992\u2994\u2996\u2998\u29d9\u29db\u29fd\u2e23\u2e25"
_CLOSING += "\u2e27\u2e29\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\ufe5a\ufe5c\ufe5e\uff09\uff3d\uff5d\uff60\uff63"
_CLOSER = dict(zip(_OPENING, _CLOSING, strict=True))
_CANONICAL = {"\u232a": "\u3009", "\u2329": "\u3008"}
_CLOSERS = frozenset(_CLOSING)
_DEPTH = 63


def _pairs(text: str, types: Sequence[str], places: Sequence[int]) -> list[tuple[int, int]]:
    """Rule BD16: the bracket pairs of a sequence, as indices into *places*, in the order of their openings."""
    opened: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for index, place in enumerate(places):
        character = text[place]
        if types[place] != "ON":
            continue
        if character in _CLOSER:
            if len(opened) == _DEPTH:
                break
            closer = _CLOSER[character]
            opened.append((_CANONICAL.get(closer, closer), index))
        elif character in _CLOSERS:
            wanted = _CANONICAL.get(character, character)
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == wanted:
                    found.append((opened[depth][1], index))
                    del opened[depth:]
                    break
    return sorted(found)
