"""Reopens a finished PDF: every line reads as it was laid out, in its place, and nothing else is there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from formgen.checks.pdf_structure import structure_faults
from formgen.checks.pdf_text import Character, NotAPdfError, PageText, pages_of
from formgen.checks.pdf_words import (
    are_same,
    compared,
    runs_right_to_left,
    stands_as_typed,
    stands_beside_turned,
)
from formgen.document.blocks import Span, text_of
from formgen.document.carrying import Carried
from formgen.errors import Problem
from formgen.render.laid_out import Box, LaidOut, PlacedLine
from formgen.render.rendered import RenderedPdf

_OVERHANG = 3.0
"""Points by which a slanted glyph, an accent or a tail may reach out of its line's rectangle."""

_SLACK = 0.5
"""Points by which the place where a glyph begins may lie out of it."""

_CLOSE = 0.01
"""Points by which a glyph may stand off its line and still be on it."""

_BAND = 12.0
"""Points: the height of the bands by which the lines of a page are looked up."""


def read_back_pdf(
    rendered: RenderedPdf, *, carries: Iterable[Carried], title: str, language: str
) -> list[Problem]:
    """Return what is wrong with the finished file of *rendered*.

    Args:
        rendered: The finished file, and where its maker says each line stands.
        carries: Quotes, names and dates that must be found, as typed.
        title: The title that the file's own properties must give.
        language: The language that they must give, such as `en-US`.
    """
    laid_out = rendered.laid_out
    try:
        structure = list(structure_faults(rendered.content, laid_out, title=title, language=language))
        read, faults = _read(rendered.content, laid_out)
    except NotAPdfError:
        return [_problem(rendered, "paper-unreadable", "The finished paper cannot be opened again.")]
    problems = [_problem(rendered, "pdf-structure", what) for what in structure]
    problems += [_problem(rendered, fault.code, fault.what, fault.path) for fault in faults]
    problems += [
        _problem(
            rendered,
            "text-missing",
            "Something typed is not in the finished paper as it was typed.",
            want.path,
        )
        for want in _missing(carries, _in_reading_order(laid_out.lines, read))
    ]
    return problems


@dataclass(frozen=True, slots=True)
class _Line:
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
class _Fault:
    code: str
    what: str
    path: str = ""


def _read(content: bytes, laid_out: LaidOut) -> tuple[list[str], list[_Fault]]:
    """Return the text of every line as it is printed, and where it differs from what was laid out."""
    frame = [line for line in laid_out.frame if isinstance(line, PlacedLine)]
    on_every_page = [_line(number, -1, line) for number, line in enumerate(frame, 1)]
    by_page: dict[int, list[_Line]] = {}
    for index, placed in enumerate(laid_out.lines):
        on_page = by_page.setdefault(placed.page, [])
        on_page.append(_line(len(frame) + len(on_page) + 1, index, placed))
    read = [""] * len(laid_out.lines)
    faults: list[_Fault] = []
    with pages_of(content) as pages:
        for page in pages:
            lines = on_every_page + by_page.pop(page.number, [])
            texts, strays = _texts_on(page, lines)
            for line, text in zip(lines, texts, strict=True):
                if line.index >= 0:
                    read[line.index] = text
            changed = [line for line, text in zip(lines, texts, strict=True) if text != line.text]
            faults += _faults_on(page.number, changed, strays)
    for number, lines in by_page.items():
        faults += _faults_on(number, lines, 0)
    return read, faults


def _line(number: int, index: int, placed: PlacedLine) -> _Line:
    typed = text_of(placed.inlines)
    return _Line(number, index, typed, compared(typed), placed)


def _faults_on(page: int, changed: Sequence[_Line], strays: int) -> Iterator[_Fault]:
    if changed:
        numbers = ", ".join(str(line.number) for line in changed)
        sources = {span.source for line in changed for span in line.placed.inlines if isinstance(span, Span)}
        yield _Fault(
            "text-changed",
            f"Page {page} of the finished paper does not read as it was laid out: of all its lines, "
            f"{'these' if len(changed) > 1 else 'this'}: {numbers}.",
            sources.pop() if len(sources) == 1 else "",
        )
    if strays:
        yield _Fault(
            "text-foreign",
            f"Page {page} of the finished paper holds characters outside of its lines: {strays}.",
        )


def _texts_on(page: PageText, lines: Sequence[_Line]) -> tuple[list[str], int]:
    """Return how each of *lines* reads on *page*, and how many characters stand in none of them."""
    places = _Places(lines)
    if _all_read_right(page, lines, places):
        return [line.text for line in lines], 0
    parts: list[list[Character]] = [[] for _ in lines]
    strays = 0
    at: int | None = None
    for character in page.characters():
        if not character.text.isspace():
            at = places.of_point(character.x, character.y, at)
            strays += at is None
        if at is not None:
            parts[at].append(character)
    turned = any(runs_right_to_left(line.typed) for line in lines)
    return [_text_of(part, line, turned=turned) for part, line in zip(parts, lines, strict=True)], strays


def _all_read_right(page: PageText, lines: Sequence[_Line], places: "_Places") -> bool:
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


def _text_of(read: Sequence[Character], line: _Line, *, turned: bool) -> str:
    """Return the line's own text if it is what *read* says, else what that is.

    What PDFium cannot tell, such as the order of right-to-left words, is then the layout's; on a page with
    such words, *turned*, it may turn those beside them too.
    """
    if stands_as_typed(read, line.typed):
        return line.text
    if turned and not runs_right_to_left(line.typed) and stands_beside_turned(read, line.typed):
        return line.text
    return compared("".join(character.text for character in read))


class _Places:
    """Where the lines of one page stand."""

    def __init__(self, lines: Sequence[_Line]) -> None:
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


def _band(y: float) -> int:
    return int(y // _BAND)


def _holds(outer: Box, inner: Box, slack: float) -> bool:
    return (
        outer.left - slack <= inner.left
        and inner.right <= outer.right + slack
        and outer.bottom - slack <= inner.bottom
        and inner.top <= outer.top + slack
    )


def _in_reading_order(lines: Sequence[PlacedLine], read: Sequence[str]) -> str:
    """Return the paper's text, block after block, whatever pages, line numbers and footers come between."""
    texts: dict[tuple[int, int], list[str]] = {}
    for line, text in zip(lines, read, strict=True):
        # Outside of the blocks stands the caption, in two columns side by side that may go on over the page.
        key = (line.block, 0) if line.block >= 0 else (-1, round(line.x))
        texts.setdefault(key, []).append(text + line.joint)
    return compared(" ".join("".join(parts) for parts in texts.values()))


def _missing(carries: Iterable[Carried], whole: str) -> Iterator[Carried]:
    """Yield what is not found; what is carried mostly comes in the order in which it is printed."""
    reached = 0
    for want in carries:
        text = compared(want.text)
        found = whole.find(text, reached)
        if found < 0:
            found = whole.find(text)
        if found < 0:
            yield want
        else:
            reached = found


def _problem(rendered: RenderedPdf, code: str, what: str, path: str = "") -> Problem:
    return Problem(
        code=code,
        what=what,
        fix="Nothing was written. This is a fault of the program: please report it.",
        path=path or rendered.file_name,
    )
