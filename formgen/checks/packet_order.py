"""Looks whether the exhibits of a volume come in the order of its index, and where the index says."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from operator import attrgetter, itemgetter

from formgen.checks.packet_pages import places_of
from formgen.checks.packet_problems import problem
from formgen.document.blocks import text_of
from formgen.document.places import cover_place, exhibit_place, index_place
from formgen.errors import Problem
from formgen.packet.binding import Volume
from formgen.packet.bound_page import BoundPage
from formgen.render.laid_out import LaidOut

_PAGES = re.compile(r"(\d+)(?:\D\d+)?")
"""`12`, or two numbers with a dash between them."""


def order_problems(volume: Volume, name: str) -> Iterator[Problem]:
    """Yield what is wrong with the order of *volume* as it was laid out; the file is held against that.

    Args:
        volume: One file of a packet; the file of one exhibit has no index.
        name: The file's name.
    """
    for label, group in groupby(volume.bound, key=attrgetter("label")):
        pages = list(group)
        if not _are_one_after_the_other(pages):
            what = f"The pages of exhibit {label} in {name} are not laid out one after the other."
            yield problem("packet-order", what, pages[0].path)
    places = places_of(volume)
    index = next((part for part in volume.laid if _labels_in(part)), None)
    listed = _labels_in(index) if index is not None else []
    printed = _printed(volume, places, listed)
    if index is None:
        listed = list(dict.fromkeys(printed))
    if printed != [label for label in listed if label in set(printed)]:
        yield problem("packet-order", f"The exhibits of {name} do not come in the order of its index.", name)
    if index is None:
        return
    before = volume.first_page - 1
    for label in listed:
        begins = places.get(exhibit_place(label))
        if begins is not None and before + begins not in _pages_named(index, exhibit_place(label)):
            what = f"The index of {name} does not name the page on which exhibit {label} begins."
            yield problem("packet-order", what, name)


def completeness_problems(
    volumes: Sequence[Volume], pages: Mapping[str, int], name: str
) -> Iterator[Problem]:
    """Yield which exhibits are not whole, once through all *volumes* of a packet.

    Args:
        volumes: All of them, in their order.
        pages: How many pages each exhibit has, by its label; those that are lodged have none.
        name: What the set is called in messages.
    """
    bound: dict[str, list[BoundPage]] = {}
    for page in (page for volume in volumes for page in volume.bound):
        bound.setdefault(page.label, []).append(page)
    for label in {**pages, **bound}:
        found, count = bound.get(label, []), pages.get(label, 0)
        if [page.own for page in found] != list(range(1, count + 1)):
            what = (
                f"Exhibit {label} has {count} pages, which do not stand in {name} once each, in their order."
            )
            yield problem("packet-order", what, found[0].path if found else name)


def _are_one_after_the_other(pages: Sequence[BoundPage]) -> bool:
    return all(page.own == page.placement.source for page in pages) and all(
        after.own == before.own + 1 and after.placement.page == before.placement.page + 1
        for before, after in pairwise(pages)
    )


def _labels_in(part: LaidOut) -> list[str]:
    """Return the exhibits that *part* lists, in its order, if it is an index."""
    prefix = index_place("")
    rows = ((page, -top, name) for name, (page, top) in part.anchors.items() if name.startswith(prefix))
    return [name.removeprefix(prefix) for _, _, name in sorted(rows)]


def _printed(volume: Volume, places: dict[str, int], listed: Sequence[str]) -> list[str]:
    """Return the exhibits in the order in which their covers and pages come."""
    found = [(page.placement.page, page.label) for page in volume.bound]
    for label in listed:
        begins = (places.get(place) for place in (cover_place(label), exhibit_place(label)))
        found += [(page, label) for page in begins if page is not None]
    return [label for label, _ in groupby(sorted(found), key=itemgetter(1))]


def _pages_named(index: LaidOut, place: str) -> set[int]:
    """Return the numbers in *index* that lead to *place* and stand alone or before another, as pages do."""
    leading = (
        text_of(line.inlines) for line in index.lines if any(each.goes_to == place for each in line.inlines)
    )
    return {int(found[1]) for text in leading if (found := _PAGES.fullmatch(text.strip()))}
