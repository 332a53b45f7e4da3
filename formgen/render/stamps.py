"""The pages of an exhibit as they are bound: where each page of evidence goes, and the stamp below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from formgen.document.blocks import Span
from formgen.render.laid_out import Box, LaidOut, OutlineEntry, PlacedLine, PlacedRule
from formgen.render.pleading.links import links_in
from formgen.render.pleading.ruler import Ruler

SHORT_SIDE, LONG_SIDE = 612.0, 792.0
"""US Letter, points."""

_DEPTH, _HEIGHT = 0.35, 1.4
"""Ems: how far below its baseline a line's box begins, and how tall it is."""

_SQUARE = 0.001
"""Points by which a page's sides may differ and it still stands upright."""


@dataclass(frozen=True, slots=True)
class Band:
    """The clear band: points from the bottom edge of the page, which is the same whichever way it lies."""

    top: float
    baseline: float
    size: float
    number_size: float
    side: float
    rule: float


@dataclass(frozen=True, slots=True)
class Stamp:
    """What stands in the band at the foot of each page of one exhibit."""

    pattern: str
    """`EXHIBIT {label}, page {page} of {pages}`."""

    label: str
    mark: str
    """That it is a copy."""

    leads_to: str
    """The place that the stamp leads to: the exhibit's row in the index."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pages of one exhibit that are bound one behind the other."""

    sizes: tuple[tuple[float, float], ...]
    """Width and height of each page of evidence, as it is seen, in points."""

    first_page: int
    """The number of the first of them in the filed PDF."""

    first_of: int
    """Which page of the exhibit it is; above 1 where an exhibit goes on in another volume."""

    of: int
    """How many pages the exhibit has in all."""

    anchor: str = ""
    """A name for the first page, if links lead there."""

    outline: tuple[OutlineEntry, ...] = ()
    """Bookmarks, by page of the exhibit from 1; what is above them all is bookmarked before."""


@dataclass(frozen=True, slots=True)
class Body:
    """Where one page of evidence goes: its lower left corner, and how much it is scaled down."""

    page: int
    """Of the pages that are stamped together, from 1."""

    source: int
    """Of the prepared file, from 1."""

    x: float
    y: float
    scale: float


@dataclass(frozen=True, slots=True)
class Stamped:
    """Pages of one exhibit that lie the same way: their stamps, and where the evidence goes above them."""

    laid: LaidOut
    bodies: tuple[Body, ...]


class Stamper:
    """Stamps and numbers pages."""

    def __init__(self, band: Band, ruler: Ruler) -> None:
        self.band, self.ruler = band, ruler

    def stamped(self, stretch: Stretch, stamp: Stamp) -> tuple[Stamped, ...]:
        """Return the pages of *stretch* with their stamps and numbers.

        A page stands upright or lies as the evidence does.  Evidence is scaled
        down only as far as the clear band asks, never up, and never cropped.
        """
        found: list[Stamped] = []
        done = above = 0
        for lies, group in groupby(stretch.sizes, key=_lies):
            sizes = list(group)
            run = self._run(stretch, stamp, done, sizes, lies=lies)
            outline = _stepwise(run.laid.outline, above)
            above = outline[-1].level if outline else above
            found.append(replace(run, laid=replace(run.laid, outline=outline)))
            done += len(sizes)
        return tuple(found)

    def number(self, width: float, page: int, printed: int) -> PlacedLine:
        """Return the number of a page, in the middle of its foot (rule 3.1110(c)).

        Args:
            width: Of the page, points.
            page: Which page of its paper it is, from 1.
            printed: Its number in the filed PDF.
        """
        text, size = Span(str(printed)), self.band.number_size
        return self._line(text, (width - self._wide(text, size)) / 2, size, page)

    def mark(self, text: str, page: int) -> PlacedLine:
        """Return what stands at the left of the foot of a page, such as that it is a copy."""
        return self._line(Span(text), self.band.side, self.band.size, page)

    def _run(
        self, stretch: Stretch, stamp: Stamp, done: int, sizes: Sequence[tuple[float, float]], *, lies: bool
    ) -> Stamped:
        band = self.band
        width, height = (LONG_SIDE, SHORT_SIDE) if lies else (SHORT_SIDE, LONG_SIDE)
        begins = stretch.first_of + done
        lines: list[PlacedLine] = []
        bodies: list[Body] = []
        for page, size in enumerate(sizes, 1):
            own = begins + page - 1
            bodies.append(_body(size, page, own, (width, height), band))
            lines.append(self.number(width, page, stretch.first_page + done + page - 1))
            name = stamp.pattern.format(label=stamp.label, page=own, pages=stretch.of)
            lines += self._stamp(name, stamp, width, page)
        outline = tuple(
            OutlineEntry(entry.title, entry.page - begins + 1, height, entry.level)
            for entry in stretch.outline
            if begins <= entry.page < begins + len(sizes)
        )
        laid = LaidOut(
            width,
            height,
            len(sizes),
            tuple(lines),
            frame=(PlacedRule(1, band.side, band.top, width - band.side, band.top, band.rule),),
            outline=outline,
            anchors={stretch.anchor: (1, height)} if stretch.anchor and not done else {},
            links=links_in(lines, self.ruler),
            first_page=stretch.first_page + done,
        )
        return Stamped(laid, tuple(bodies))

    def _stamp(self, name: str, stamp: Stamp, width: float, page: int) -> Iterator[PlacedLine]:
        band = self.band
        right = Span(name, bold=True, goes_to=stamp.leads_to)
        yield self._line(right, width - band.side - self._wide(right, band.size), band.size, page)
        if stamp.mark:
            yield self.mark(stamp.mark, page)

    def _line(self, text: Span, x: float, size: float, page: int) -> PlacedLine:
        low = self.band.baseline - _DEPTH * size
        box = Box(x, low, x + self._wide(text, size), low + _HEIGHT * size)
        return PlacedLine(page, x, self.band.baseline, size, (text,), box, "\n")

    def _wide(self, text: Span, size: float) -> float:
        return self.ruler.widths(bold=text.bold)[text.text] * size


def _lies(size: tuple[float, float]) -> bool:
    return size[0] > size[1] + _SQUARE


def _stepwise(entries: Sequence[OutlineEntry], above: int) -> tuple[OutlineEntry, ...]:
    """Return *entries* with none more than one level below the one before it, as PDF has no other."""
    found: list[OutlineEntry] = []
    for entry in entries:
        above = min(entry.level, above + 1)
        found.append(replace(entry, level=above))
    return tuple(found)


def _body(size: tuple[float, float], page: int, source: int, sheet: tuple[float, float], band: Band) -> Body:
    room = sheet[1] - band.top
    scale = min(1.0, sheet[0] / size[0], room / size[1])
    wide, tall = size[0] * scale, size[1] * scale
    # A page smaller than the sheet hangs from its top, as it would lie on a copier.
    y = sheet[1] - tall if scale == 1.0 else band.top + (room - tall) / 2
    return Body(page, source, (sheet[0] - wide) / 2, y, scale)
