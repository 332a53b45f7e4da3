"""Compares how pages of evidence look in a finished packet with how they looked before they were put in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from PIL import Image, ImageChops

from formgen.checks.packet_pages import VolumePage, pages_of_volume, problem
from formgen.checks.pdf_drawing import POINTS, DrawnFile, Grid, drawn_file
from formgen.checks.pdf_text import NotAPdfError
from formgen.errors import Problem
from formgen.packet.binding import BoundPage, Volume

_DOTS = 60
"""To the inch."""

_OFF = 64
"""Of 256: how far a dot may be off in one of its colours."""

_SHARE = 0.005
"""How many of the dots may be off by more."""


@dataclass(frozen=True, slots=True)
class Look:
    """A page of evidence in a finished packet, and where it was before: plain values."""

    page: int
    """Of the packet, from 1."""

    width: float
    height: float
    band: float
    """How high the clear band at its foot is, which is left out."""

    file: str
    """The prepared file."""

    source: int
    """Which of its pages, from 1."""

    x: float
    y: float
    scale: float


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


def unlike(path: Path, looked_at: Sequence[Look]) -> list[int]:
    """Return which of *looked_at*, counted from 0, look otherwise in *path* than before.

    Raises:
        NotAPdfError: If a file cannot be read.
    """
    found = []
    with drawn_file(path) as finished:
        numbered = enumerate(looked_at)
        for file, group in groupby(numbered, key=lambda each: each[1].file):
            with drawn_file(Path(file)) as prepared:
                found += [number for number, look in group if _share_off(finished, prepared, look) >= _SHARE]
    return found


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


def _share_off(finished: DrawnFile, prepared: DrawnFile, look: Look) -> float:
    """Return the share of dots above the band that are another colour in the one than in the other."""
    sheet = Grid(look.width, look.height, _DOTS)
    body = Grid(sheet.width, sheet.height, _DOTS, look.x, look.y, look.scale)
    # The rule over the band is drawn across whole dots.
    rows = int((sheet.height - look.band) * _DOTS / POINTS) - 1
    there = finished.top_rows(look.page, sheet, rows)
    wanted = prepared.top_rows(look.source, body, rows)
    return _dots_off(there, wanted, (sheet.columns, rows)) / (rows * sheet.columns)


def _dots_off(one: bytes, other: bytes, size: tuple[int, int]) -> int:
    """Return how many dots of two pictures differ in the colour in which they differ most."""
    pictures = (Image.frombytes("RGBX", size, data) for data in (one, other))
    blue, green, red, _ = ImageChops.difference(*pictures).split()
    farthest = ImageChops.lighter(ImageChops.lighter(blue, green), red)
    return sum(farthest.histogram()[_OFF:])
