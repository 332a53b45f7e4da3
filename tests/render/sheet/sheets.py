"""Chronologies laid out for tests, in a typeface whose widths are easy to count."""

from collections.abc import Mapping

from document.chronologies import court_copy
from factories import make_case
from render.pleading.papers import Halves

from formgen.document.blocks import Paragraph, Quotation, Span, text_of
from formgen.document.chronology_paper import ChronologyPaper
from formgen.document.chronology_values import Cell
from formgen.render.laid_out import Box, LaidOut, PlacedLine
from formgen.render.pleading.ruler import Ruler
from formgen.render.sheet.cells import Measurer
from formgen.render.sheet.layout import lay_out_chronology

RULER = Ruler(Halves())


def laid(
    paper: ChronologyPaper | None = None, *, draft: bool = False, pages: Mapping[str, str] | None = None
) -> LaidOut:
    """Return *paper*, by default that of the small case, laid out."""
    return lay_out_chronology(paper or court_copy(make_case()), Halves(), draft=draft, pages=pages)


def measurer() -> Measurer:
    """Return what measures cells."""
    return Measurer(RULER, None)


def cell(*texts: str) -> Cell:
    """Return paragraphs; one that begins with a quotation mark is set off."""
    return tuple((Quotation if text.startswith('"') else Paragraph)((Span(text),)) for text in texts)


def words(line: PlacedLine) -> str:
    """Return what a line says, with common spaces."""
    return text_of(line.inlines).replace("\u00a0", " ")


def on_page(page: LaidOut, number: int) -> list[str]:
    """Return what the lines of a page say, from the top, then from the left."""
    found = [line for line in page.lines if line.page == number]
    return [words(line) for line in sorted(found, key=lambda line: (-line.box.top, line.x))]


def find(page: LaidOut, text: str) -> PlacedLine:
    """Return the first line that says *text*."""
    return next(line for line in page.lines if words(line) == text)


def overlap(one: Box, other: Box) -> bool:
    """Return whether two rectangles share more than an edge."""
    slack = 1e-6
    return (
        one.left < other.right - slack
        and other.left < one.right - slack
        and one.bottom < other.top - slack
        and other.bottom < one.top - slack
    )


def overlapping(page: LaidOut) -> list[tuple[str, str]]:
    """Return the lines whose boxes overlap, on each page."""
    found = []
    for number in range(1, page.page_count + 1):
        lines = [line for line in page.lines if line.page == number]
        frame = [line for line in page.frame if isinstance(line, PlacedLine)]
        together = [*lines, *frame]
        for at, one in enumerate(together):
            found += [
                (words(one), words(other)) for other in together[at + 1 :] if overlap(one.box, other.box)
            ]
    return found
