"""Compares how pages of evidence look in a finished packet with how they looked before they were put in."""

from collections.abc import Iterable, Iterator
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


def looks_alike(path: Path, volume: Volume) -> list[Problem]:
    """Return which pages of evidence look otherwise than before they were put in.

    Only pages into which something had to be drawn are looked at, such as the
    values of a form: all others are held against their digest, which is
    quicker.  The clear band with the stamps is left out.

    Args:
        path: The finished file.
        volume: What was laid out.
    """
    if not any(page.is_changed for page in volume.bound):
        return []
    try:
        with drawn_file(path) as finished:
            return list(_unlike(finished, pages_of_volume(volume)))
    except NotAPdfError:
        return [problem("packet-unreadable", f"{path.name} cannot be opened again.", path.name)]


def _unlike(finished: DrawnFile, pages: Iterable[VolumePage]) -> Iterator[Problem]:
    bound = ((page, page.bound) for page in pages if page.bound is not None)
    changed = (pair for pair in bound if pair[1].is_changed)
    for file, group in groupby(changed, key=lambda pair: pair[1].placement.file):
        with drawn_file(file) as prepared:
            for laid, page in group:
                if _share_off(finished, prepared, laid, page) >= _SHARE:
                    what = (
                        f"Page {laid.printed} of the packet does not look as page {page.own} of "
                        f"exhibit {page.label} did before it was put in."
                    )
                    yield problem("packet-looks", what, page.path)


def _share_off(finished: DrawnFile, prepared: DrawnFile, laid: VolumePage, bound: BoundPage) -> float:
    """Return the share of dots above the band that are another colour in the one than in the other."""
    placed = bound.placement
    sheet = Grid(laid.part.width, laid.part.height, _DOTS)
    body = Grid(sheet.width, sheet.height, _DOTS, placed.x, placed.y, placed.scale)
    # The rule over the band is drawn across whole dots.
    rows = int((sheet.height - laid.band) * _DOTS / POINTS) - 1
    there = b"".join(finished.rows(placed.page, sheet)[:rows])
    wanted = b"".join(prepared.rows(placed.source, body)[:rows])
    return _dots_off(there, wanted, (sheet.columns, rows)) / (rows * sheet.columns)


def _dots_off(one: bytes, other: bytes, size: tuple[int, int]) -> int:
    """Return how many dots of two pictures differ in the colour in which they differ most."""
    pictures = (Image.frombytes("RGBX", size, data) for data in (one, other))
    blue, green, red, _ = ImageChops.difference(*pictures).split()
    farthest = ImageChops.lighter(ImageChops.lighter(blue, green), red)
    return sum(farthest.histogram()[_OFF:])
