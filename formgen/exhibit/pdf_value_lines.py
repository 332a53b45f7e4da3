"""Where the words of a field's value stand in its box."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from formgen.document.blocks import Span
from formgen.exhibit.pdf_fields import Value
from formgen.render.laid_out import Box, PlacedLine, PlacedRule

if TYPE_CHECKING:
    from formgen.render.fonts.book import FontBook

_USUAL = 12.0
"""Points: the size of type where the file leaves it open and there is room."""

_SMALLEST = 4.0
_STEP = 0.5
_MARGIN = 2.0
_LEADING = 1.15
_ASCENT, _DESCENT = 0.905, 0.212
"""Of the text face, in ems."""

_HALF_CAPITAL = 0.358
"""Of the text face, in ems: what a line is centred by."""


def lines_of(value: Value, page: int, book: "FontBook") -> tuple[list[PlacedLine], bool]:
    """Return where the lines of *value* stand, and whether there is room for all of it.

    Args:
        value: What is to be drawn.  Its type is made smaller if it would not
            fit, down to 4 points.
        page: The number that its lines carry.
        book: The typefaces.
    """
    if value.cells:
        return list(_in_cells(value, page, book)), True
    size = value.size or min(_USUAL, max(_SMALLEST, value.height * 0.75))
    while True:
        lines = _broken(value, size, book)
        tall = size
        if value.is_long:
            tall = _MARGIN + (_ASCENT + _DESCENT + _LEADING * (len(lines) - 1)) * size
        wide = max(book.width(line) for line in lines) * size
        fits = wide <= value.width - 2 * _MARGIN + 0.01 and tall <= value.height + 0.01
        if fits or size <= _SMALLEST:
            return list(_set(value, lines, size, page, book)), fits
        size = max(_SMALLEST, size - _STEP)


def cross_of(value: Value, page: int) -> list[PlacedRule]:
    """Return the two strokes that tick the box of *value*."""
    inset = 0.2 * min(value.width, value.height)
    right, top = value.width - inset, value.height - inset
    return [
        PlacedRule(page, inset, inset, right, top, inset / 2),
        PlacedRule(page, inset, top, right, inset, inset / 2),
    ]


def _in_cells(value: Value, page: int, book: "FontBook") -> Iterator[PlacedLine]:
    wide = value.width / value.cells
    size = value.size or min(_USUAL, max(_SMALLEST, value.height * 0.75))
    baseline = value.height / 2 - _HALF_CAPITAL * size
    for number, character in enumerate(value.text):
        if character.strip():
            left = number * wide + (wide - book.width(character) * size) / 2
            yield _line(value, page, character, at=(left, baseline), size=size)


def _set(
    value: Value, lines: Sequence[str], size: float, page: int, book: "FontBook"
) -> Iterator[PlacedLine]:
    baseline = value.height / 2 - _HALF_CAPITAL * size
    if value.is_long:
        baseline = value.height - _MARGIN - _ASCENT * size
    for line in lines:
        if line.strip():
            spare = value.width - 2 * _MARGIN - book.width(line) * size
            share = {"left": 0.0, "centre": 0.5, "right": 1.0}[value.align]
            left = _MARGIN + max(0.0, spare) * share
            yield _line(value, page, line, at=(left, baseline), size=size)
        baseline -= _LEADING * size


def _line(value: Value, page: int, text: str, *, at: tuple[float, float], size: float) -> PlacedLine:
    box = Box(0.0, 0.0, value.width, value.height)
    return PlacedLine(page, at[0], at[1], size, (Span(text),), box)


def _broken(value: Value, size: float, book: "FontBook") -> list[str]:
    """Return *value* broken into lines that fit its width; a word too long for one is left whole."""
    if not value.is_long:
        return [value.text]
    room = (value.width - 2 * _MARGIN) / size
    space = book.width(" ")
    lines: list[str] = []
    for typed in value.text.split("\n"):
        line, wide = "", 0.0
        for word in typed.split(" "):
            width = book.width(word)
            if line and wide + space + width > room:
                lines.append(line)
                line, wide = word, width
            else:
                line, wide = (f"{line} {word}", wide + space + width) if line else (word, width)
        lines.append(line)
    return lines
