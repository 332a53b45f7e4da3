"""Leaves for tests, in a typeface whose widths are easy to count: every character is half an em wide."""

from collections.abc import Mapping

from render.pleading.papers import Halves

from formgen.document.blocks import Inline, Span, text_of
from formgen.document.court_paper import Sheet
from formgen.document.leaf import Leaf, LeafBlock, LeafColumn, LeafFrame, LeafRow, LeafTable, LeafText
from formgen.render.laid_out import LaidOut, PlacedLine
from formgen.render.leaf import lay_out_leaf
from formgen.render.leaf.piece import Blocks
from formgen.render.pleading.ruler import Ruler

FRAME = LeafFrame(width=300, height=400, left=30, right=270, top=40, bottom=360)
"""Room for 40 characters of 12 points in a line, and for 22 lines."""


def leaf(
    *blocks: LeafBlock,
    sheet: Sheet | None = None,
    footer: tuple[str, ...] = (),
    frame: LeafFrame = FRAME,
    is_centred: bool = False,
) -> Leaf:
    """Return a leaf of *blocks*."""
    return Leaf("exhibit-index", "Index", "en-US", blocks, frame, sheet, footer, is_centred)


def laid(*blocks: LeafBlock, pages: Mapping[str, str] | None = None, is_centred: bool = False) -> LaidOut:
    """Return *blocks* laid out."""
    return lay_out_leaf(leaf(*blocks, is_centred=is_centred), Halves(), pages=pages)


def text(words: str, **changes: float | str | bool) -> LeafText:
    """Return running text of 12 points, with *changes*."""
    return LeafText((Span(words),), **changes)  # type: ignore[arg-type]


def lines(count: int, word: str = "line") -> str:
    """Return so many lines."""
    return "\n".join(f"{word} {number}" for number in range(1, count + 1))


def cells(*words: str) -> tuple[tuple[Inline, ...], ...]:
    """Return the cells of a row."""
    return tuple((Span(each),) if each else () for each in words)


def table(*rows: tuple[str, ...], heads: tuple[str, ...] = ("", ""), **changes: object) -> LeafTable:
    """Return a table of 12 points, with *changes*."""
    columns = tuple(LeafColumn(head) for head in heads)
    made = tuple(LeafRow(cells(*row)) for row in rows)
    return LeafTable(columns, made, **{"size": 12.0, **changes})  # type: ignore[arg-type]


def blocks(pages: Mapping[str, str] | None = None) -> Blocks:
    """Return what measures words."""
    return Blocks(Ruler(Halves()), pages)


def words(line: PlacedLine) -> str:
    """Return what a line says."""
    return text_of(line.inlines)


def on_page(page: LaidOut, number: int) -> list[str]:
    """Return what the lines of a page say, in the order in which they are drawn."""
    return [words(line) for line in page.lines if line.page == number]


def find(page: LaidOut, said: str) -> PlacedLine:
    """Return the first line that says *said*."""
    return next(line for line in page.lines if words(line) == said)
