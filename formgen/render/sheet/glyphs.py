"""What a chronology holds that no typeface at hand can draw: told before anything is laid out."""

from collections.abc import Iterator
from itertools import chain

from formgen.document.blocks import Inline, Span
from formgen.document.chronology_paper import ChronologyPaper
from formgen.errors import Problem
from formgen.render.fonts.book import FontBook, Missing


def chronology_glyph_problems(paper: ChronologyPaper, book: FontBook) -> tuple[Problem, ...]:
    """Return a problem for each character that cannot be drawn, once for each place it was typed at.

    A problem shows the one character and never the words around it.
    """
    found: dict[tuple[str, str], Missing] = {}
    for span in _spans(paper):
        for missing in book.missing(span.text):
            found.setdefault((missing.cluster, span.source), missing)
    return tuple(
        Problem(
            code="glyph-missing",
            what=f"No typeface at hand can draw “{missing.cluster}” ({missing.code_points}, {missing.name}).",
            fix=missing.remedy,
            path=source,
        )
        for (_, source), missing in found.items()
    )


def _spans(paper: ChronologyPaper) -> Iterator[Span]:
    """Yield every text that *paper* prints."""
    for inline in chain.from_iterable(_texts(paper)):
        yield inline if isinstance(inline, Span) else Span(inline.widest)
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
