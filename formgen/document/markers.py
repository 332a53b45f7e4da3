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
    at = text.find(EXHIBIT_OPENS)
    while at >= 0:
        if (name := _name_at(text, at)) is not None:
            found.append((at, Marker("exhibit", name), text.find(MARKER_CLOSES, at) + 1 - at))
            break
        at = text.find(EXHIBIT_OPENS, at + 1)
    return min(found, key=lambda each: each[0]) if found else (0, None, 0)


def _name_at(text: str, at: int) -> str | None:
    """Return the evidence named in the braces at *at*; braces around anything else are words of hers."""
    end = text.find(MARKER_CLOSES, at)
    name = text[at + len(EXHIBIT_OPENS) : end].strip() if end >= 0 else ""
    return name if name and all(character.isalnum() or character == "-" for character in name) else None


def exhibits_marked(text: str) -> tuple[str, ...]:
    """Return the evidence that *text* cites by name, in order."""
    return tuple(piece.name for piece in pieces_of(text) if isinstance(piece, Marker) and piece.name)


def exhibit_marker(text: str, name: str) -> str:
    """Return the marker for *name* as *text* has it."""
    at = text.find(EXHIBIT_OPENS)
    while at >= 0:
        if _name_at(text, at) == name:
            return text[at : text.find(MARKER_CLOSES, at) + 1]
        at = text.find(EXHIBIT_OPENS, at + 1)
    return ""


def marked_in(text: str) -> tuple[str, ...]:
    """Return every marker in *text*, as it is typed there."""
    fixed = [marker for marker in (WHEN_MARKER, EXHIBITS_MARKER) if marker in text]
    return (*fixed, *dict.fromkeys(exhibit_marker(text, name) for name in exhibits_marked(text)))
