"""Compares how pages of evidence look in a finished packet with how they looked before they were put in."""

from collections.abc import Callable, Sequence
from pathlib import Path

from formgen.checks.packet_pages import VolumePage, pages_of_volume
from formgen.checks.packet_problems import problem
from formgen.checks.page_looks import Look, unlike
from formgen.checks.pdf_text import NotAPdfError
from formgen.errors import Problem
from formgen.packet.binding import Volume
from formgen.packet.bound_page import BoundPage


def looks_alike(
    path: Path, volume: Volume, compare: Callable[[], Sequence[int]] | None = None
) -> list[Problem]:
    """Return which pages of evidence look otherwise than before they were put in.

    Only pages into which something had to be drawn are looked at, such as the
    values of a form: all others are held against their digest, which is
    quicker.  The clear band with the stamps is left out.

    Args:
        path: The finished file.
        volume: What was laid out.
        compare: Gives what `unlike` finds of the `looks` of *volume*, if that is looked for elsewhere.
    """
    pages = _changed(volume)
    if not pages:
        return []
    try:
        found = compare() if compare is not None else unlike(path, looks(volume))
    except NotAPdfError:
        return [problem("packet-unreadable", f"{path.name} cannot be opened again.", path.name)]
    return [_told(pages[number]) for number in found]


def looks(volume: Volume) -> list[Look]:
    """Return the pages of *volume* that are to be looked at."""
    return [
        Look(
            each.placement.page,
            page.part.width,
            page.part.height,
            page.band,
            str(each.placement.file),
            *(each.placement.source, each.placement.x, each.placement.y, each.placement.scale),
        )
        for page, each in _changed(volume)
    ]


def _changed(volume: Volume) -> list[tuple[VolumePage, BoundPage]]:
    if not any(page.is_changed for page in volume.bound):
        return []
    pages = ((page, page.bound) for page in pages_of_volume(volume))
    return [(page, bound) for page, bound in pages if bound is not None and bound.is_changed]


def _told(changed: tuple[VolumePage, BoundPage]) -> Problem:
    laid, page = changed
    what = (
        f"Page {laid.printed} of the packet does not look as page {page.own} of "
        f"exhibit {page.label} did before it was put in."
    )
    return problem("packet-looks", what, page.path)
