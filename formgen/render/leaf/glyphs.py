"""What a leaf holds that no typeface at hand can draw: told before anything is laid out."""

from collections.abc import Iterator
from itertools import chain

from formgen.document.blocks import Inline, Span
from formgen.document.leaf import Leaf, LeafTable, LeafText
from formgen.errors import Problem
from formgen.render.fonts.book import FontBook
from formgen.render.glyphs import missing_glyphs


def leaf_glyph_problems(leaf: Leaf, book: FontBook) -> list[Problem]:
    """Return a problem for each character of *leaf* that cannot be drawn, once for each place."""
    footer = leaf.footer if leaf.sheet is not None else ()
    return list(missing_glyphs(chain(printed_inlines(leaf), map(Span, footer)), book))


def printed_inlines(leaf: Leaf) -> Iterator[Inline]:
    """Yield every text that the blocks of *leaf* print."""
    for block in leaf.blocks:
        match block:
            case LeafText():
                yield from block.inlines
            case LeafTable():
                yield from (Span(column.head) for column in block.columns)
                for row in block.rows:
                    yield from chain.from_iterable(row.cells)
            case _:
                pass
