"""What marks in a text say about its direction: embeddings, overrides, isolates (UAX #9, rules X1 to X10)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

ISOLATES = frozenset({"LRI", "RLI", "FSI"})
EMBEDDINGS = frozenset({"LRE", "RLE", "LRO", "RLO"})
REMOVED = EMBEDDINGS | {"PDF", "BN"}
"""What takes no part in the rules after X9."""

_MAX_DEPTH = 125
_OVERRIDES = {"LRO": "L", "RLO": "R"}


@dataclass(frozen=True, slots=True)
class Run:
    """An isolating run sequence: places on one level that are read as if they stood side by side."""

    places: tuple[int, ...]
    level: int
    start: str
    """The direction of what stands before it."""

    end: str
    """The direction of what stands after it."""


@dataclass(frozen=True, slots=True)
class _Entry:
    level: int
    override: str = ""
    is_isolate: bool = False


@dataclass(slots=True)
class _Stack:
    """The embeddings and isolates that are open at one place of the line."""

    entries: list[_Entry]
    isolates: int = 0
    isolates_too_deep: int = 0
    embeddings_too_deep: int = 0
    levels: list[int] = field(default_factory=list)
    types: list[str] = field(default_factory=list)

    def add(self, kind: str) -> None:
        """Give a character the level and, in an override, the type of what is open around it."""
        top = self.entries[-1]
        self.levels.append(top.level)
        self.types.append(top.override if top.override and kind not in REMOVED | {"B"} else kind)

    def open(self, kind: str, *, is_rtl: bool) -> None:
        level = self.entries[-1].level
        level = (level + 1) | 1 if is_rtl else (level + 2) & ~1
        is_isolate = kind in ISOLATES
        if level <= _MAX_DEPTH and not self.isolates_too_deep and not self.embeddings_too_deep:
            self.entries.append(_Entry(level, _OVERRIDES.get(kind, ""), is_isolate))
            self.isolates += is_isolate
        elif is_isolate:
            self.isolates_too_deep += 1
        elif not self.isolates_too_deep:
            self.embeddings_too_deep += 1

    def close_isolate(self) -> None:
        if self.isolates_too_deep:
            self.isolates_too_deep -= 1
        elif self.isolates:
            self.embeddings_too_deep = 0
            while not self.entries.pop().is_isolate:
                pass
            self.isolates -= 1

    def close_embedding(self) -> None:
        if self.isolates_too_deep:
            return
        if self.embeddings_too_deep:
            self.embeddings_too_deep -= 1
        elif len(self.entries) > 1 and not self.entries[-1].is_isolate:
            self.entries.pop()


def explicit_levels(kinds: Sequence[str], base: int) -> tuple[list[int], list[str]]:
    """Return the levels and types that the marks among *kinds* give the characters of a line (X1 to X8)."""
    stack = _Stack([_Entry(base)])
    ends = _isolate_ends(kinds)
    for place, kind in enumerate(kinds):
        if kind == "PDI":
            stack.close_isolate()
        stack.add(kind)
        if kind in EMBEDDINGS or kind in ISOLATES:
            is_rtl = kind.startswith("R") or (kind == "FSI" and _is_rtl(kinds[place + 1 : ends.get(place)]))
            stack.open(kind, is_rtl=is_rtl)
        elif kind == "PDF":
            stack.close_embedding()
    return stack.levels, stack.types


def sequences(kinds: Sequence[str], levels: Sequence[int], base: int) -> list[Run]:
    """Return the run sequences of a line (X10), made of the characters that X9 leaves."""
    kept = [place for place, kind in enumerate(kinds) if kind not in REMOVED]
    runs: list[list[int]] = []
    for place in kept:
        if runs and levels[runs[-1][-1]] == levels[place]:
            runs[-1].append(place)
        else:
            runs.append([place])
    ends = _isolate_ends(kinds)
    continued = set(ends.values())
    beginning = {run[0]: run for run in runs}
    found = []
    for run in runs:
        if run[0] not in continued:
            places = list(run)
            while places[-1] in ends:
                places += beginning[ends[places[-1]]]
            found.append(_sequence(kinds, levels, places, kept, base))
    return found


def direction(level: int) -> str:
    """Return the direction of *level*: L or R."""
    return "R" if level % 2 else "L"


def _sequence(
    kinds: Sequence[str], levels: Sequence[int], places: Sequence[int], kept: Sequence[int], base: int
) -> Run:
    level = levels[places[0]]
    before = [place for place in kept if place < places[0]]
    after = [place for place in kept if place > places[-1]]
    # An isolate that nothing closes reaches to the end of the line.
    if kinds[places[-1]] in ISOLATES:
        after = []
    left = levels[before[-1]] if before else base
    right = levels[after[0]] if after else base
    return Run(tuple(places), level, direction(max(level, left)), direction(max(level, right)))


def _isolate_ends(kinds: Sequence[str]) -> Mapping[int, int]:
    """Return where each isolate ends, by where it begins (definition BD9)."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for place, kind in enumerate(kinds):
        if kind in ISOLATES:
            opened.append(place)
        elif kind == "PDI" and opened:
            ends[opened.pop()] = place
    return ends


def _is_rtl(kinds: Sequence[str]) -> bool:
    """Tell whether the first character with a direction, isolates aside, runs from right to left (P2)."""
    depth = 0
    for kind in kinds:
        if kind in ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth -= 1
        elif not depth and kind in {"L", "R", "AL"}:
            return kind != "L"
    return False
