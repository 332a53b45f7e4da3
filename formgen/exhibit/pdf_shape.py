"""How large a page is, which way up it is seen, and how it is moved and turned to fill a page of its own."""

from dataclasses import dataclass
from typing import TypeAlias

from formgen.exhibit.pdf_objects import items, number
from formgen.exhibit.pdf_page_tree import SourcePage
from formgen.exhibit.prepared import RefusedError

Corners: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top, in the page's own units."""

_LETTER: Corners = (0.0, 0.0, 612.0, 792.0)

_LARGEST = 14_400.0
"""Points: the longest side of a page that readers must show (ISO 32000-1, annex C)."""

_SMALLEST = 1.0
"""Points: a page with a shorter side shows nothing."""

_FARTHEST = 1e7
"""Units from the origin; readers reckon in numbers that are too coarse farther out."""


@dataclass(frozen=True, slots=True)
class PageShape:
    """A page as it is seen."""

    box: Corners
    """What is seen of it, in its own units, before it is turned."""

    turn: int
    """Degrees clockwise: 0, 90, 180 or 270."""

    unit: float
    """Points to one of its units."""

    is_assumed: bool = False
    """Whether the file gives no size that can be used, so that US Letter stands in."""

    is_scaled: bool = False
    """Whether it was made smaller, because no reader must show a page of its size."""

    @property
    def width(self) -> float:
        """Points, as it is seen."""
        left, bottom, right, top = self.box
        return self.unit * (top - bottom if self.turn in {90, 270} else right - left)

    @property
    def height(self) -> float:
        """Points, as it is seen."""
        left, bottom, right, top = self.box
        return self.unit * (right - left if self.turn in {90, 270} else top - bottom)

    @property
    def matrix(self) -> tuple[float, float, float, float, float, float]:
        """What turns, moves and scales the page so that it fills a box from 0, 0 (ISO 32000-2, 8.3.4)."""
        left, bottom, right, top = self.box
        unit = self.unit
        match self.turn:
            case 90:
                return (0, -unit, unit, 0, -bottom * unit, right * unit)
            case 180:
                return (-unit, 0, 0, -unit, right * unit, top * unit)
            case 270:
                return (0, unit, -unit, 0, top * unit, -left * unit)
            case _:
                return (unit, 0, 0, unit, -left * unit, -bottom * unit)


def shape_of(page: SourcePage) -> PageShape:
    """Return the shape of *page*, with what is amiss in it put right as readers do.

    Raises:
        RefusedError: `evidence-page-size` if nothing can be shown of it.
    """
    media = _corners(page.entry("/MediaBox"))
    crop = _corners(page.entry("/CropBox"))
    box = media or crop or _LETTER
    if media and crop:
        box = _common(media, crop) or media
    unit = number(page.own.get("/UserUnit")) or 1.0
    unit = unit if unit > 0 else 1.0
    longer, shorter = sorted((box[2] - box[0], box[3] - box[1]), reverse=True)
    shown = min(unit, _LARGEST / longer)
    if max(map(abs, box)) > _FARTHEST or shorter * shown < _SMALLEST:
        raise RefusedError(
            "evidence-page-size",
            f"Page {page.number} of the file has a size that cannot be shown.",
            "Ask for the other pages only, or open the file in a PDF reader and print it to a new PDF.",
        )
    return PageShape(
        box, _turn(page.entry("/Rotate")), shown, is_assumed=not (media or crop), is_scaled=shown < unit
    )


def _corners(value: object) -> Corners | None:
    """Return the corners of a box, whichever two of them are given; None if it is none or holds nothing."""
    numbers = [number(item) for item in items(value)]
    if len(numbers) != 4:
        return None
    first, second, third, fourth = (0.0 if part is None else part for part in numbers)
    if None in numbers or first == third or second == fourth:
        return None
    return min(first, third), min(second, fourth), max(first, third), max(second, fourth)


def _common(one: Corners, other: Corners) -> Corners | None:
    """Return what two boxes have in common; None if nothing."""
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    right, top = min(one[2], other[2]), min(one[3], other[3])
    return (left, bottom, right, top) if left < right and bottom < top else None


def _turn(value: object) -> int:
    """Return how far the page is turned; anything but quarters of a circle counts as nothing."""
    found = number(value) or 0.0
    return int(found) % 360 if found % 90 == 0 else 0
