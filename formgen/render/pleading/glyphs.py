"""What a paper holds that no typeface at hand can draw: told before anything is laid out."""

from collections.abc import Iterator
from itertools import chain

from formgen.document.blocks import Execution, Inline, Span
from formgen.document.court_paper import CourtPaper
from formgen.errors import Problem
from formgen.render.fonts.book import FontBook, Missing


def glyph_problems(paper: CourtPaper, book: FontBook) -> tuple[Problem, ...]:
    """Return a problem for each character that cannot be drawn, once for each place it was typed at.

    A problem shows the one character and never the words around it.
    """
    found: dict[tuple[str, str], Missing] = {}
    for span in _spans(paper):
        for missing in book.missing(span.text):
            found.setdefault((missing.cluster, span.source), missing)
    return tuple(_problem(missing, source) for (_, source), missing in found.items())


def _spans(paper: CourtPaper) -> Iterator[Span]:
    """Yield every text that *paper* prints, in the order of its pages."""
    for inline in chain.from_iterable(_texts(paper)):
        yield inline if isinstance(inline, Span) else Span(inline.widest)
    yield from map(Span, paper.footer)


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


def _problem(missing: Missing, source: str) -> Problem:
    return Problem(
        code="glyph-missing",
        what=f"No typeface at hand can draw “{missing.cluster}” ({missing.code_points}, {missing.name}).",
        fix=missing.remedy,
        path=source,
    )
