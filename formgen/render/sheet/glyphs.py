"""What a chronology holds that no typeface at hand can draw: told before anything is laid out."""

from collections.abc import Iterator
from itertools import chain

from formgen.document.blocks import Inline, Span
from formgen.document.chronology_paper import ChronologyPaper
from formgen.errors import Problem
from formgen.render.fonts.book import FontBook
from formgen.render.glyphs import missing_glyphs


def chronology_glyph_problems(paper: ChronologyPaper, book: FontBook) -> tuple[Problem, ...]:
    """Return a problem for each character of *paper* that cannot be drawn, once for each place."""
    return missing_glyphs(_inlines(paper), book)


def _inlines(paper: ChronologyPaper) -> Iterator[Inline]:
    """Yield every text that *paper* prints."""
    yield from chain.from_iterable(_texts(paper))
    columns, timeline = paper.columns, paper.timeline
    printed = [
        *paper.footer,
        *paper.summary,
        columns.number,
        columns.when,
        columns.what,
        columns.who,
        columns.where,
        paper.continued,
    ]
    if timeline is not None:
        printed += [timeline.contacts, timeline.requests, timeline.notices, timeline.unit, timeline.heads]
        printed += timeline.legend
        for slot in timeline.slots:
            printed += [*slot.labels, *slot.heads]
    yield from map(Span, printed)


def _texts(paper: ChronologyPaper) -> Iterator[tuple[Inline, ...]]:
    for entry in paper.heading:
        yield entry.inlines
    for group in paper.groups:
        yield group.heading
        for row in group.rows:
            for cell in row.cells:
                yield from (block.inlines for block in cell)
