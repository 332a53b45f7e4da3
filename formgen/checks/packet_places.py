"""Looks at what the pages of a packet are called, how large they are, and where they lead."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from formgen.checks.packet_pages import VolumePage, bookmarks_of_volume
from formgen.checks.packet_problems import problem, said_of
from formgen.checks.pdf_places import (
    FoundBookmark,
    FoundLink,
    annotations_of,
    bookmarks_of,
    label_of,
    links_of,
    shown_of,
)
from formgen.checks.pdf_text import PageText
from formgen.errors import Problem
from formgen.packet.binding import Volume
from formgen.render.laid_out import Box

_CLOSE = 0.01
"""Points by which a page may be larger or smaller than laid out."""

_NEAR = 0.5
"""Points by which the edge of a link may be off."""


@dataclass(slots=True)
class PlacesFound:
    """What is wrong with the places of a packet, by the numbers printed on its pages."""

    name: str
    sizes: list[int] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    links: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    bookmarks: Sequence[FoundBookmark] | None = None
    """Of the file; None before its first page was looked at."""

    def look_at(self, page: PageText, laid: VolumePage) -> None:
        """Look at one page of the file."""
        if self.bookmarks is None:
            self.bookmarks = tuple(bookmarks_of(page))
        printed = str(laid.printed)
        shown = shown_of(page)
        if shown is None or not _is_near(shown, Box(0.0, 0.0, laid.part.width, laid.part.height), _CLOSE):
            self.sizes.append(laid.printed)
        if label_of(page) != printed:
            self.labels.append(laid.printed)
        # Line numbers, which every page has, are no page numbers; nor is a number in the text of a block.
        if not any(line.text == printed and line.placed.block < 0 <= line.index for line in laid.lines):
            self.numbers.append(laid.printed)
        links = links_of(page)
        if not _are_same(links, laid.links):
            self.links.append(laid.printed)
        if annotations_of(page) != len(links):
            self.notes.append(laid.printed)

    def problems(self, volume: Volume) -> Iterator[Problem]:
        """Yield what was found, each as a sentence."""
        said = (
            (self.sizes, "packet-pages", ("is", "are"), "not as large as laid out, or turned"),
            (self.labels, "packet-labels", ("has", "have"), "a label that is not the number printed there"),
            (self.numbers, "packet-labels", ("has", "have"), "no number of its own at the foot"),
            (
                self.links,
                "packet-links",
                ("has", "have"),
                "a link missing or too many, or one that leads elsewhere",
            ),
            (
                self.notes,
                "packet-links",
                ("has", "have"),
                "something besides links, such as a note or a field",
            ),
        )
        for pages, code, verbs, what in said:
            if pages:
                yield problem(code, said_of(pages, self.name, verbs, what), self.name)
        if self.bookmarks is not None and list(self.bookmarks) != bookmarks_of_volume(volume):
            what = f"The bookmarks of {self.name} are not those that were laid out."
            yield problem("packet-bookmarks", what, self.name)


def _are_same(found: Sequence[FoundLink], wanted: Sequence[FoundLink]) -> bool:
    """Tell whether each of *wanted* is among *found*, and no other."""
    left = list(found)
    for link in wanted:
        there = next((each for each in left if _is_same(each, link)), None)
        if there is None:
            return False
        left.remove(there)
    return not left


def _is_same(found: FoundLink, wanted: FoundLink) -> bool:
    return found.leads_to == wanted.leads_to and _is_near(found.box, wanted.box, _NEAR)


def _is_near(one: Box, other: Box, slack: float) -> bool:
    return all(abs(first - second) <= slack for first, second in zip(_edges(one), _edges(other), strict=True))


def _edges(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.bottom, box.right, box.top
