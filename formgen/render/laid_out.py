"""Lines and marks in their places on pages: what drawing is handed, and what reading back looks for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from formgen.document.blocks import Inline


class Box(NamedTuple):
    """A rectangle on a page, in points from its bottom left corner."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """One line of text in its place; drawing decides nothing more about it."""

    page: int
    """From 1."""

    x: float
    """Where it begins, in points from the left edge."""

    baseline: float
    """In points from the bottom edge."""

    size: float
    inlines: tuple[Inline, ...]
    """In the order in which they are read, whatever their direction."""

    box: Box
    """The rectangle that holds all of its glyphs and no other line's."""

    joint: str = " "
    """What stood where the line ends: a space, nothing inside a word that was too long, or a line end."""

    block: int = -1
    """Which of the paper's blocks it belongs to, from 0; below 0 for caption, footer and line numbers."""


class PlacedRule(NamedTuple):
    """A straight line from one point to another, in points from the bottom left corner."""

    page: int
    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A filled or outlined rectangle, in points from the bottom left corner: a bar of a chart."""

    page: int
    box: Box
    grey: float = 0.0
    """0 is black, 1 is white."""

    is_filled: bool = True


@dataclass(frozen=True, slots=True)
class PlacedLink:
    """A rectangle that leads to a place, which may be in another paper of the same file."""

    page: int
    box: Box
    goes_to: str


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark."""

    title: str
    page: int
    top: float
    """In points from the bottom edge."""

    level: int = 0


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A paper laid out: every line, rule and mark in its place."""

    width: float
    height: float
    page_count: int
    lines: tuple[PlacedLine, ...]
    rules: tuple[PlacedRule, ...] = ()
    marks: tuple[PlacedMark, ...] = ()
    frame: tuple[PlacedLine | PlacedRule, ...] = ()
    """What is the same on every page, such as line numbers and margin rules; their `page` is 1."""

    outline: tuple[OutlineEntry, ...] = ()
    anchors: Mapping[str, tuple[int, float]] = field(default_factory=dict)
    """Page and height, from the bottom edge, of each named place."""

    links: tuple[PlacedLink, ...] = ()
    first_page: int = 1
    """The number printed on its first page; all other pages are counted here from 1."""

    name: str = ""
    """In a file of several papers, what the names of its places begin with; its own places need none."""

    def place(self, anchor: str) -> str:
        """Return the name that *anchor* has in a file of several papers."""
        return f"{self.name}.{anchor}" if self.name else anchor
