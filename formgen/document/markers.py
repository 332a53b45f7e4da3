"""Markers in typed text: where a date goes, and where evidence is cited."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from formgen.document.typed import EXHIBITS_MARKER, WHEN_MARKER

EXHIBIT_OPENS = "{exhibit "
MARKER_CLOSES = "}"


@dataclass(frozen=True, slots=True)
class Typed:
    """Words between markers, as typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker: `{when}`, `{exhibits}`, or `{exhibit first-email}` for one of them."""

    kind: Literal["when", "exhibits", "exhibit"]
    name: str = ""
    """The evidence that `{exhibit NAME}` names."""


def pieces_of(text: str) -> Iterator[Typed | Marker]:
    """Yield what *text* is made of, in order: typed words, and the markers between them."""
    rest = text
    while rest:
        at, marker, length = _next_marker(rest)
        if marker is None:
            yield Typed(rest)
            return
        if at:
            yield Typed(rest[:at])
        yield marker
        rest = rest[at + length :]


def _next_marker(text: str) -> tuple[int, Marker | None, int]:
    """Return where the first marker stands, the marker, and how long it is as typed."""
    found: list[tuple[int, Marker, int]] = []
    for fixed, kind in ((WHEN_MARKER, "when"), (EXHIBITS_MARKER, "exhibits")):
        if (at := text.find(fixed)) >= 0:
            found.append((at, Marker("when" if kind == "when" else "exhibits"), len(fixed)))
    if (at := text.find(EXHIBIT_OPENS)) >= 0 and (end := text.find(MARKER_CLOSES, at)) >= 0:
        name = text[at + len(EXHIBIT_OPENS) : end].strip()
        # Braces around anything else are words of hers.
        if name and all(character.isalnum() or character == "-" for character in name):
            found.append((at, Marker("exhibit", name), end + 1 - at))
    return min(found, key=lambda each: each[0]) if found else (0, None, 0)


def exhibits_marked(text: str) -> tuple[str, ...]:
    """Return the evidence that *text* cites by name, in order."""
    return tuple(piece.name for piece in pieces_of(text) if isinstance(piece, Marker) and piece.name)


def without_exhibits(text: str) -> str:
    """Return *text* without its exhibit markers, and without the space or parentheses that set each off."""
    kept = ""
    for piece in pieces_of(text):
        if isinstance(piece, Typed):
            follows = piece.text
            if kept.endswith("(") and follows.startswith(")"):
                kept, follows = kept[:-1], follows[1:]
            ends_open = not kept or kept.endswith(" ")
            closes = follows[:1] in (" ", ".", ",", ";", ":")
            if ends_open and closes and (kept or follows.startswith(" ")):
                kept, follows = (kept.removesuffix(" "), follows) if kept else (kept, follows[1:])
            kept += follows
        elif piece.kind == "when":
            kept += WHEN_MARKER
    return kept.removesuffix(" ") if text.rstrip().endswith(MARKER_CLOSES) else kept
