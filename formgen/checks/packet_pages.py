"""The pages of a packet's volume as they must be: each with its number, lines, links and evidence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from formgen.checks.pdf_lines import Line, LinesByPage
from formgen.checks.pdf_places import FoundBookmark, FoundLink, shown_title
from formgen.packet.binding import Volume
from formgen.packet.bound_page import BoundPage
from formgen.render.laid_out import LaidOut, PlacedLink, PlacedRule


@dataclass(frozen=True, slots=True)
class VolumePage:
    """One page of a volume as it was laid out."""

    number: int
    """Of the file, from 1."""

    printed: int
    """What stands at its foot."""

    part: LaidOut
    lines: Sequence[Line]
    links: tuple[FoundLink, ...]
    bound: BoundPage | None
    """The page of evidence on it, if it is one of an exhibit."""

    @property
    def band(self) -> float:
        """Return where the clear band ends at whose foot the stamps stand, in points from the bottom edge."""
        rules = [rule.y1 for rule in self.part.frame if isinstance(rule, PlacedRule)]
        return max(rules, default=max((line.placed.box.top for line in self.lines), default=0.0))


def pages_of_volume(volume: Volume) -> Iterator[VolumePage]:
    """Yield the pages of *volume* in their order."""
    bound = {page.placement.page: page for page in volume.bound}
    places = places_of(volume)
    number = 0
    for part in volume.laid:
        lines = LinesByPage(part)
        links = _by_page(part.links)
        for own in range(1, part.page_count + 1):
            number += 1
            wanted = tuple(
                FoundLink(link.box, places[link.goes_to])
                for link in links.get(own, ())
                if link.goes_to in places
            )
            printed = volume.first_page + number - 1
            yield VolumePage(number, printed, part, lines.take(own), wanted, bound.get(number))


def places_of(volume: Volume) -> dict[str, int]:
    """Return the page of the file, from 1, of each named place in *volume*."""
    return {
        part.place(anchor): before + page
        for part, before in _parts(volume)
        for anchor, (page, _) in part.anchors.items()
    }


def bookmarks_of_volume(volume: Volume) -> list[FoundBookmark]:
    """Return the bookmarks that *volume* must have."""
    return [
        FoundBookmark(entry.level, shown_title(entry.title), before + entry.page)
        for part, before in _parts(volume)
        for entry in part.outline
    ]


def _parts(volume: Volume) -> Iterator[tuple[LaidOut, int]]:
    """Yield each part, and how many pages stand before it."""
    before = 0
    for part in volume.laid:
        yield part, before
        before += part.page_count


def _by_page(links: Iterable[PlacedLink]) -> Mapping[int, list[PlacedLink]]:
    found: dict[int, list[PlacedLink]] = {}
    for link in links:
        found.setdefault(link.page, []).append(link)
    return found
