"""Finds text in a PDF that something was drawn over: a redaction that hides words and leaves them in it.

Whoever opens such a file copies the words from under the bar.  Looked for are
bars, boxes and broad lines, plain pictures, and notes of a PDF program, drawn
after the text and covering its letters whatever their colour, white too.  What is
drawn before the text, such as the shade of a table's row, covers nothing.

Not seen: a bar that is a part of a scanned page's own picture, over letters
that a text recognition left behind it; finding it means drawing each scan.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from formgen.checks.pdf_shapes import Mark, PageShapes, Paint, Shape, shapes_of
from formgen.checks.problem_codes import REDACTION_FAILED
from formgen.checks.rectangles import Point, around, common, size
from formgen.errors import Problem, Severity
from formgen.render.laid_out import Box

if TYPE_CHECKING:
    from formgen.checks.private_data import PagePlace

_COVERED = 0.6
"""Part of a letter's ink that must be covered."""

_GRAZED = 0.3
"""Part of a line of text, of the smaller of its sides, from which on a letter in it can be covered."""

_SAME_PLACE = 1.0
"""Points."""

_BAND = 32.0
_MOST_BANDS = 500.0
"""Of so many points each: more than the tallest page has."""

_OPAQUE = 230
"""Of 255."""

_DARK = 96
"""Of 255, in each of red, green and blue; what is so dark hides text even where both are mixed."""

_NARROWEST = 3.0
"""Points; rules under and through words are narrower."""

_SOLID = 0.9
"""Part of the rectangle around it that a bar fills."""


@dataclass(frozen=True, slots=True)
class CoveredText:
    """What is covered on one page."""

    page: int
    """From 1."""

    characters: int
    """Letters and digits, at least one."""


def covered_text(content: bytes | Path, pages: Collection[int] | None = None) -> Iterator[CoveredText]:
    """Yield each page that has letters or digits under something drawn over them.

    Args:
        content: The PDF as it came in, or where it is.
        pages: Which pages to look at, from 1; all if it is None.

    Raises:
        NotAPdfError: If the file, or one of its pages, cannot be read.
    """
    with shapes_of(content, pages) as found:
        for page in found:
            count = _covered(page)
            if count:
                yield CoveredText(page.number, count)


def covered_text_problem(covered: CoveredText, place: "PagePlace", accept: Collection[str] = ()) -> Problem:
    """Return the problem that *covered* is; a warning if the case accepts it."""
    is_accepted = REDACTION_FAILED in accept
    return Problem(
        code=REDACTION_FAILED,
        what=f"Something is drawn over {covered.characters} letters or digits {place}; they are still in it, "
        "and anyone can copy them from the file.",
        fix="It is accepted in the case: be sure that the covered words may be read."
        if is_accepted
        else "Use a program that takes redacted words out of the file, or cover them on paper and scan that. "
        f"If the words may be read, add `{REDACTION_FAILED}` to `accept`.",
        path=place.path,
        severity=Severity.WARNING if is_accepted else Severity.ERROR,
    )


class _Text(NamedTuple):
    """Text that was drawn in one go."""

    order: int
    left: float
    bottom: float
    right: float
    top: float
    shape: Shape

    @classmethod
    def of(cls, shape: Shape) -> "_Text":
        """Return *shape* with the rectangle around it."""
        box = shape.box()
        return cls(shape.order, box.left, box.bottom, box.right, box.top, shape)


class _Cover(NamedTuple):
    """Something that hides what was drawn before it."""

    order: int
    box: Box


def _covered(page: PageShapes) -> int:
    """Return how many letters and digits of *page* are covered."""
    shapes = page.shapes()
    first = next((shape.order for shape in shapes if shape.kind == "text"), len(shapes))
    drawn_over = [shape for shape in shapes[first:] if shape.kind != "text"]
    marked = [_Cover(len(shapes), box) for mark in page.marks if _hides(mark) for box in mark.boxes]
    if first == len(shapes) or not (drawn_over or marked):
        return 0
    broad = [(shape, box) for shape in drawn_over if _is_broad(box := shape.box())]
    if not (broad or marked):
        return 0
    texts = _Texts([_Text.of(shape) for shape in shapes if shape.kind == "text"])
    covers = [
        cover
        for shape, box in broad
        if texts.below(_Cover(shape.order, box))
        for cover in _covers(shape, box)
    ]
    hits = {cover: found for cover in (*covers, *marked) if (found := texts.below(cover))}
    return _letters(page, texts, hits) if hits else 0


class _Texts:
    """All text of a page, to be asked what lies under a rectangle; there can be thousands of each."""

    def __init__(self, texts: Sequence[_Text]) -> None:
        self._bands: dict[int, list[_Text]] = {}
        for text in texts:
            for band in _bands(text.bottom, text.top):
                self._bands.setdefault(band, []).append(text)

    def below(self, cover: _Cover) -> list[_Text]:
        """Return what was drawn before *cover* and of which it may hide a letter."""
        box = cover.box
        found: dict[int, _Text] = {}
        for band in _bands(box.bottom, box.top):
            for text in self._bands.get(band, ()):
                order, left, bottom, right, top, _ = text
                if order > cover.order:
                    break
                if left < box.right and right > box.left and bottom < box.top and top > box.bottom:
                    across = min(right, box.right) - max(left, box.left)
                    up = min(top, box.top) - max(bottom, box.bottom)
                    if min(across, up) >= _GRAZED * min(right - left, top - bottom):
                        found[order] = text
        return list(found.values())

    def is_drawn_again(self, text: _Text, cover: _Cover) -> bool:
        """Tell whether text as large in the same place is drawn above *cover*: then it can be read."""
        return any(
            again.order > cover.order
            and abs(again.left - text.left) < _SAME_PLACE
            and abs(again.right - text.right) < _SAME_PLACE
            and abs(again.bottom - text.bottom) < _SAME_PLACE
            and abs(again.top - text.top) < _SAME_PLACE
            for band in _bands(text.bottom - _SAME_PLACE, text.top + _SAME_PLACE)
            for again in self._bands.get(band, ())
        )


def _bands(bottom: float, top: float) -> range:
    """Return the strips of the page from *bottom* to *top*; what lies far off it counts to its edge."""
    lowest, highest = (round(min(max(y / _BAND, -1.0), _MOST_BANDS)) for y in (bottom, top))
    return range(lowest, highest + 1)


def _letters(page: PageShapes, texts: _Texts, hits: Mapping[_Cover, Sequence[_Text]]) -> int:
    over: dict[int, list[_Cover]] = {}
    for cover, found in hits.items():
        for text in found:
            if not texts.is_drawn_again(text, cover):
                over.setdefault(text.shape.identity, []).append(cover)
    return sum(
        letter.text.isalnum()
        and any(_part(letter.box, cover.box) >= _COVERED for cover in over[letter.identity])
        for letter in page.letters_of(over)
    )


def _covers(shape: Shape, box: Box) -> Iterator[_Cover]:
    """Yield what *shape*, which *box* is around, hides."""
    if shape.kind == "path":
        boxes = list(_bars(shape))
    else:
        boxes = [] if shape.blends or not shape.is_plain_picture() else [box]
    clips = list(shape.clips()) if boxes else []
    for each in boxes:
        hidden = reduce(common, clips, each)
        if _is_broad(hidden):
            yield _Cover(shape.order, hidden)


def _bars(shape: Shape) -> Iterator[Box]:
    is_filled, is_drawn = shape.is_filled_and_drawn()
    fills = is_filled and _is_opaque(shape.paint(), blends=shape.blends)
    width = shape.line_width() if is_drawn and _is_opaque(shape.ink(), blends=shape.blends) else 0.0
    if not fills and width < _NARROWEST:
        return
    outlines = [outline for outline in shape.outlines() if len(outline) > 1]
    boxes = [around(outline) for outline in outlines]
    for outline, box in zip(outlines, boxes, strict=True):
        if fills and _is_solid(outline, box):
            if not _is_frame(box, boxes):
                yield box
        elif width >= _NARROWEST and len(outline) == 2:
            yield _stroke(box, width / 2)


def _is_opaque(paint: Paint | None, *, blends: bool) -> bool:
    return paint is not None and paint.opacity >= _OPAQUE and (not blends or _is_dark(paint))


def _is_dark(paint: Paint) -> bool:
    return max(paint.red, paint.green, paint.blue) <= _DARK


def _hides(mark: Mark) -> bool:
    if mark.kind == "redaction":
        return True
    return mark.paint.opacity >= _OPAQUE and (mark.kind == "rectangle" or _is_dark(mark.paint))


def _is_solid(outline: Sequence[Point], box: Box) -> bool:
    following = [*outline[1:], outline[0]]
    twice = sum(x * v - u * y for (x, y), (u, v) in zip(outline, following, strict=True))
    return abs(twice) / 2 >= _SOLID * size(box) > 0


def _is_frame(box: Box, parts: Sequence[Box]) -> bool:
    """Tell whether another part of its path lies within *box*, or around it: one is a hole in the other."""
    for other in parts:
        smaller, larger = sorted((size(box), size(other)))
        if other is not box and smaller < _SOLID * larger and size(common(other, box)) > _SOLID * smaller:
            return True
    return False


def _stroke(box: Box, half: float) -> Box:
    """Return what a straight line across *box* covers; nothing of one that lies askew."""
    if box.top - box.bottom < 1.0:
        return Box(box.left, box.bottom - half, box.right, box.top + half)
    if box.right - box.left < 1.0:
        return Box(box.left - half, box.bottom, box.right + half, box.top)
    return Box(box.left, box.bottom, box.left, box.bottom)


def _is_broad(box: Box) -> bool:
    return min(box.right - box.left, box.top - box.bottom) >= _NARROWEST


def _part(letter: Box, cover: Box) -> float:
    """Return how much of *letter* lies under *cover*, from 0 to 1."""
    return size(common(letter, cover)) / (size(letter) or 1.0)
