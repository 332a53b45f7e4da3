"""Reads the lines of one finished page in their places: each as it was laid out, and nothing beside them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from formgen.checks.pdf_text import Character, PageText
from formgen.checks.pdf_words import (
    are_same,
    compared,
    runs_right_to_left,
    stands_as_typed,
    stands_beside_turned,
)
from formgen.document.blocks import Span, text_of
from formgen.render.laid_out import Box, LaidOut, PlacedLine

_OVERHANG = 3.0
"""Points by which a slanted glyph, an accent or a tail may reach out of its line's rectangle."""

_SLACK = 0.5
"""Points by which the place where a glyph begins may lie out of it."""

_CLOSE = 0.01
"""Points by which a glyph may stand off its line and still be on it."""

_BAND = 12.0
"""Points: the height of the bands by which the lines of a page are looked up."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it must read."""

    number: int
    """On its page, from 1, in the order of the layout; those that every page has come first."""

    index: int
    """Among the lines of the paper; below 0 for one that every page has."""

    typed: str
    text: str
    """The same as it is compared."""

    placed: PlacedLine


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it was laid out."""

    code: str
    what: str
    path: str = ""
    """The one place in the case that it comes from, if there is one."""


class LinesByPage:
    """The lines of a paper, page by page."""

    def __init__(self, laid_out: LaidOut) -> None:
        frame = [line for line in laid_out.frame if isinstance(line, PlacedLine)]
        self._on_every_page = [_line(number, -1, line) for number, line in enumerate(frame, 1)]
        self._by_page: dict[int, list[Line]] = {}
        for index, placed in enumerate(laid_out.lines):
            on_page = self._by_page.setdefault(placed.page, [])
            on_page.append(_line(len(frame) + len(on_page) + 1, index, placed))

    def take(self, page: int) -> list[Line]:
        """Return the lines of *page*, from 1, and forget those that no other page has."""
        return self._on_every_page + self._by_page.pop(page, [])

    def left(self) -> Iterable[tuple[int, list[Line]]]:
        """Return what was never taken, page by page, without the lines that every page has."""
        return self._by_page.items()


class Places:
    """Where the lines of one page stand."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = [line.placed for line in lines]
        self._bands: dict[int, list[int]] = {}
        for number, placed in enumerate(self._lines):
            for band in range(_band(placed.box.bottom - _SLACK), _band(placed.box.top + _SLACK) + 1):
                self._bands.setdefault(band, []).append(number)

    def of_box(self, inner: Box) -> int | None:
        """Return which line *inner* stands in, by the height of its middle; None if it is not one."""
        middle = (inner.bottom + inner.top) / 2
        found = [
            number
            for number in self._bands.get(_band(middle), ())
            if _holds(self._lines[number].box, inner, _OVERHANG)
            and self._lines[number].box.bottom <= middle <= self._lines[number].box.top
        ]
        return found[0] if len(found) == 1 else None

    def of_point(self, x: float, y: float, last: int | None) -> int | None:
        """Return which line a glyph belongs to that begins there: of several, the one that it stands on.

        It is mostly the line of the glyph before it, *last*.
        """
        if last is not None:
            placed = self._lines[last]
            if abs(placed.baseline - y) < _CLOSE and placed.box.left <= x <= placed.box.right:
                return last
        found = [
            (abs(self._lines[number].baseline - y), number)
            for number in self._bands.get(_band(y), ())
            if _holds(self._lines[number].box, Box(x, y, x, y), _SLACK)
        ]
        return min(found)[1] if found else None


def texts_on(page: PageText, lines: Sequence[Line]) -> tuple[list[str], int]:
    """Return how each of *lines* reads on *page*, and how many characters stand in none of them."""
    places = Places(lines)
    if _all_read_right(page, lines, places):
        return [line.text for line in lines], 0
    texts, strays = texts_among(page.characters(), lines, places)
    return texts, len(strays)


def texts_among(
    characters: Iterable[Character], lines: Sequence[Line], places: Places
) -> tuple[list[str], list[Character]]:
    """Return how each of *lines* reads in *characters*, and which of those stand in none of them."""
    parts: list[list[Character]] = [[] for _ in lines]
    strays: list[Character] = []
    at: int | None = None
    for character in characters:
        if not character.text.isspace():
            at = places.of_point(character.x, character.y, at)
            if at is None:
                strays.append(character)
        if at is not None:
            parts[at].append(character)
    turned = any(runs_right_to_left(line.typed) for line in lines)
    return [_text_of(part, line, turned=turned) for part, line in zip(parts, lines, strict=True)], strays


def line_faults(where: str, changed: Sequence[Line], strays: int) -> Iterator[Fault]:
    """Yield what is wrong with a page, each as a sentence.

    Args:
        where: `Page 2 of the finished paper`.
        changed: The lines that do not read as they were laid out.
        strays: How many characters stand in no line.
    """
    if changed:
        numbers = ", ".join(str(line.number) for line in changed)
        sources = {span.source for line in changed for span in line.placed.inlines if isinstance(span, Span)}
        yield Fault(
            "text-changed",
            f"{where} does not read as it was laid out: of all its lines, "
            f"{'these' if len(changed) > 1 else 'this'}: {numbers}.",
            sources.pop() if len(sources) == 1 else "",
        )
    if strays:
        yield Fault("text-foreign", f"{where} holds characters outside of its lines: {strays}.")


def _line(number: int, index: int, placed: PlacedLine) -> Line:
    typed = text_of(placed.inlines)
    return Line(number, index, typed, compared(typed), placed)


def _all_read_right(page: PageText, lines: Sequence[Line], places: Places) -> bool:
    """Tell, at a tenth of the cost of looking at each character, whether all is as it must be.

    Each stretch of text lies within one line, each line has its stretches one
    after the other, and the page reads as those lines do in that order.
    """
    order: list[int] = []
    for stretch in page.stretches():
        at = places.of_box(stretch)
        if at is None:
            return False
        if not order or order[-1] != at:
            order.append(at)
    if sorted(order) != [number for number, line in enumerate(lines) if line.text]:
        return False
    return are_same(compared(page.text()), " ".join(lines[at].text for at in order))


def _text_of(read: Sequence[Character], line: Line, *, turned: bool) -> str:
    """Return the line's own text if it is what *read* says, else what that is.

    What PDFium cannot tell, such as the order of right-to-left words, is then the layout's; on a page with
    such words, *turned*, it may turn those beside them too.
    """
    if stands_as_typed(read, line.typed):
        return line.text
    if turned and not runs_right_to_left(line.typed) and stands_beside_turned(read, line.typed):
        return line.text
    return compared("".join(character.text for character in read))


def _band(y: float) -> int:
    return int(y // _BAND)


def _holds(outer: Box, inner: Box, slack: float) -> bool:
    return (
        outer.left - slack <= inner.left
        and inner.right <= outer.right + slack
        and outer.bottom - slack <= inner.bottom
        and inner.top <= outer.top + slack
    )
