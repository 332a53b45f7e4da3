"""Characters that no typeface at hand can draw: told before anything is laid out."""

from collections.abc import Iterable

from formgen.document.blocks import Inline, Span
from formgen.errors import Problem
from formgen.render.fonts.book import FontBook, Missing


def missing_glyphs(printed: Iterable[Inline], book: FontBook) -> tuple[Problem, ...]:
    """Return a problem for each character of *printed* that cannot be drawn, once for each place.

    A problem shows the one character and never the words around it.
    """
    found: dict[tuple[str, str], Missing] = {}
    for inline in printed:
        span = inline if isinstance(inline, Span) else Span(inline.widest)
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
