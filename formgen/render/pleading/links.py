"""Where the words that lead somewhere stand: measured when a paper is laid out, not read back from a page."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from formgen.document.blocks import Inline, Span
from formgen.render.fonts.rtl import has_rtl
from formgen.render.laid_out import Box, PlacedLine, PlacedLink
from formgen.render.pleading.ruler import Ruler


def links_in(lines: Iterable[PlacedLine], ruler: Ruler) -> tuple[PlacedLink, ...]:
    """Return a link for each stretch of words in *lines* that leads somewhere."""
    return tuple(
        link
        for line in lines
        if any(inline.goes_to for inline in line.inlines)
        for link in _links_of(line, ruler)
    )


def _links_of(line: PlacedLine, ruler: Ruler) -> Iterator[PlacedLink]:
    box = line.box
    if any(isinstance(inline, Span) and has_rtl(inline.text) for inline in line.inlines):
        # Where words run both ways, their order is settled when the line is drawn: all of it leads there.
        yield PlacedLink(line.page, box, next(inline.goes_to for inline in line.inlines if inline.goes_to))
        return
    x = line.x
    for place, stretch in groupby(line.inlines, key=attrgetter("goes_to")):
        width = sum(_width(inline, ruler) for inline in stretch) * line.size
        if place:
            yield PlacedLink(line.page, Box(x, box.bottom, x + width, box.top), place)
        x += width


def _width(inline: Inline, ruler: Ruler) -> float:
    if not isinstance(inline, Span):
        return 0.0
    return ruler.widths(bold=inline.bold, italic=inline.italic)[inline.text]
