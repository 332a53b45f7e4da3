"""Compares how a page looks in one file with how it looked in another."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from formgen.checks.pdf_drawing import POINTS, DrawnFile, Grid, drawn_file

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
    # Mostly loaded in the second process only.
    from PIL import Image, ImageChops  # noqa: PLC0415

    pictures = (Image.frombytes("RGBX", size, data) for data in (one, other))
    blue, green, red, _ = ImageChops.difference(*pictures).split()
    farthest = ImageChops.lighter(ImageChops.lighter(blue, green), red)
    return sum(farthest.histogram()[_OFF:])
