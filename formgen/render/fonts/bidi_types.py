"""Which way digits, signs, brackets and spaces run, from what stands beside them (UAX #9, rules W and N)."""

import unicodedata
from collections.abc import Iterable, Sequence

from formgen.render.fonts.bidi_explicit import ISOLATES, Run, direction

_NEUTRAL = frozenset({"B", "S", "WS", "ON", "PDI"}) | ISOLATES
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
_OPENING = (
    "([{\u0f3a\u0f3c\u169b\u2045\u207d\u208d\u2308\u230a\u2329\u2768\u276a\u276c\u276e\u2770\u2772\u2774\u27c5"
    "\u27e6\u27e8\u27ea\u27ec\u27ee\u2983\u2985\u2987\u2989\u298b\u298d\u298f\u2991\u2993\u2995\u2997\u29d8"
    "\u29da\u29fc\u2e22\u2e24\u2e26\u2e28\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\ufe59\ufe5b"
    "\ufe5d\uff08\uff3b\uff5b\uff5f\uff62"
)
_CLOSING = (
    ")]}\u0f3b\u0f3d\u169c\u2046\u207e\u208e\u2309\u230b\u232a\u2769\u276b\u276d\u276f\u2771\u2773\u2775\u27c6"
    "\u27e7\u27e9\u27eb\u27ed\u27ef\u2984\u2986\u2988\u298a\u298c\u2990\u298e\u2992\u2994\u2996\u2998\u29d9"
    "\u29db\u29fd\u2e23\u2e25\u2e27\u2e29\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\ufe5a\ufe5c"
    "\ufe5e\uff09\uff3d\uff5d\uff60\uff63"
)
_CLOSER = {
    opening: unicodedata.normalize("NFC", closing)
    for opening, closing in zip(_OPENING, _CLOSING, strict=True)
}
MIRRORED = {
    one: other
    for pair in (
        *zip(_OPENING, _CLOSING, strict=True),
        *zip("<\u00ab\u2039\u2264", ">\u00bb\u203a\u2265", strict=True),
    )
    for one, other in (pair, pair[::-1])
}
"""What is drawn in place of a sign that runs from right to left, as far as people type such signs."""

_MOST_OPEN = 63


def resolve_types(text: str, types: list[str], run: Run) -> None:
    """Give each character of *run* in *text* a type with a direction, in place in *types*."""
    _marks(types, run)
    _numbers_after_arabic(types, run)
    _separators(types, run)
    _signs_beside_numbers(types, run)
    _numbers_after_latin(types, run)
    _brackets(text, types, run)
    _neutral(types, run)


def _marks(types: list[str], run: Run) -> None:
    """Rule W1: a mark runs as what it stands on."""
    previous = run.start
    for place in run.places:
        if types[place] == "NSM":
            types[place] = "ON" if previous in ISOLATES or previous == "PDI" else previous
        previous = types[place]


def _numbers_after_arabic(types: list[str], run: Run) -> None:
    """Rules W2 and W3."""
    strong = run.start
    for place in run.places:
        if types[place] == "EN" and strong == "AL":
            types[place] = "AN"
        elif types[place] in {"L", "R", "AL"}:
            strong = types[place]
    for place in run.places:
        if types[place] == "AL":
            types[place] = "R"


def _separators(types: list[str], run: Run) -> None:
    """Rule W4: one separator between two numbers is a part of them."""
    for before, place, after in zip(run.places, run.places[1:], run.places[2:], strict=False):
        pair = (types[before], types[place])
        if types[before] == types[after] and pair in {("EN", "ES"), ("EN", "CS"), ("AN", "CS")}:
            types[place] = types[before]


def _signs_beside_numbers(types: list[str], run: Run) -> None:
    """Rules W5 and W6: a sign such as % goes with its number; any other is neutral."""
    for order in (run.places, run.places[::-1]):
        previous = ""
        for place in order:
            if types[place] == "ET" and previous == "EN":
                types[place] = "EN"
            previous = types[place]
    for place in run.places:
        if types[place] in {"ES", "ET", "CS"}:
            types[place] = "ON"


def _numbers_after_latin(types: list[str], run: Run) -> None:
    """Rule W7."""
    strong = run.start
    for place in run.places:
        if types[place] == "EN" and strong == "L":
            types[place] = "L"
        elif types[place] in {"L", "R"}:
            strong = types[place]


def _brackets(text: str, types: list[str], run: Run) -> None:
    """Rule N0: a pair of brackets runs as what it holds, or as what stands before it."""
    own = direction(run.level)
    for opening, closing in _pairs(text, types, run.places):
        held = _directions(types, run.places[opening + 1 : closing])
        if not held:
            continue
        before = _directions(types, run.places[:opening])
        chosen = own if own in held else before[-1] if before else run.start
        for index in (opening, closing):
            types[run.places[index]] = chosen
            for place in run.places[index + 1 :]:
                if unicodedata.bidirectional(text[place]) != "NSM":
                    break
                types[place] = chosen


def _directions(types: Sequence[str], places: Iterable[int]) -> list[str]:
    return [_STRONG[types[place]] for place in places if types[place] in _STRONG]


def _pairs(text: str, types: Sequence[str], places: Sequence[int]) -> list[tuple[int, int]]:
    """Return the pairs of brackets (BD16), as indices into *places*, in the order in which they open."""
    opened: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for index, place in enumerate(places):
        if types[place] != "ON":
            continue
        if closer := _CLOSER.get(text[place]):
            if len(opened) == _MOST_OPEN:
                break
            opened.append((closer, index))
            continue
        wanted = unicodedata.normalize("NFC", text[place])
        depth = next((depth for depth in range(len(opened) - 1, -1, -1) if opened[depth][0] == wanted), None)
        if depth is not None:
            found.append((opened[depth][1], index))
            del opened[depth:]
    return sorted(found)


def _neutral(types: list[str], run: Run) -> None:
    """Rules N1 and N2: what has no direction runs as its neighbours if they agree, or as its line."""
    places = run.places
    start = 0
    while start < len(places):
        end = start
        while end < len(places) and types[places[end]] in _NEUTRAL:
            end += 1
        if end > start:
            left = _STRONG[types[places[start - 1]]] if start else run.start
            right = _STRONG[types[places[end]]] if end < len(places) else run.end
            chosen = left if left == right else direction(run.level)
            for place in places[start:end]:
                types[place] = chosen
        start = end + 1
