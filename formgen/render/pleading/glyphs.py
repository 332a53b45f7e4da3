"""What a paper holds that no typeface at hand can draw: told before anything is laid out."""

from collections.abc import Iterator
from itertools import chain

from formgen.document.blocks import Execution, Inline, Span
from formgen.document.court_paper import CourtPaper
from formgen.errors import Problem
from formgen.render.fonts.book import FontBook
from formgen.render.glyphs import missing_glyphs


def glyph_problems(paper: CourtPaper, book: FontBook) -> tuple[Problem, ...]:
    """Return a problem for each character of *paper* that cannot be drawn, once for each place."""
    inlines = chain.from_iterable(_texts(paper))
    return missing_glyphs(chain(inlines, map(Span, paper.footer)), book)


def _texts(paper: CourtPaper) -> Iterator[tuple[Inline, ...]]:
    entries = paper.heading
    if paper.caption is not None:
        caption = paper.caption
        entries = (*caption.filer, *caption.court, *caption.parties, *caption.paper)
    for entry in entries:
        yield entry.inlines
    for block in paper.blocks:
        if isinstance(block, Execution):
            yield from (block.clause, block.blanks, block.signer)
        else:
            yield block.inlines
