"""Characters of a leaf that no typeface at hand can draw."""

from dataclasses import replace

import pytest
from factories import HARD_TEXTS, SHEET
from render.leaf.leaves import leaf, table, text

from formgen.document.blocks import PageOf, Span
from formgen.document.leaf import LeafRule, LeafSpace, LeafText
from formgen.render.fonts.book import FontBook
from formgen.render.leaf import leaf_glyph_problems
from formgen.render.leaf.glyphs import printed_inlines

ODD = "\ue000"
"""A character for private use: no typeface has it."""


@pytest.fixture(scope="module")
def book() -> FontBook:
    return FontBook.open()


@pytest.mark.parametrize("said", HARD_TEXTS.values(), ids=list(HARD_TEXTS))
def test_hard_texts_can_be_drawn(book: FontBook, said: str) -> None:
    assert leaf_glyph_problems(leaf(text(said), table((said, said))), book) == []


@pytest.mark.parametrize(
    "block", [text(ODD), table((ODD, "a")), table(heads=(ODD, ""))], ids=["text", "cell", "head"]
)
def test_a_character_without_a_typeface_is_told(book: FontBook, block: LeafText) -> None:
    (problem,) = leaf_glyph_problems(leaf(block), book)

    assert (problem.code, "U+E000" in problem.what) == ("glyph-missing", True)


def test_the_foot_counts_only_where_it_is_printed(book: FontBook) -> None:
    paper = leaf(text("a"), footer=(ODD,))

    assert leaf_glyph_problems(paper, book) == []
    assert [each.code for each in leaf_glyph_problems(replace(paper, sheet=SHEET), book)] == ["glyph-missing"]


def test_every_text_of_its_blocks_is_looked_at() -> None:
    pages = PageOf("A", "page 1000")
    paper = leaf(LeafText((Span("a"), pages)), LeafSpace(1), LeafRule(), table(("b", ""), heads=("c", "d")))

    assert list(printed_inlines(paper)) == [Span("a"), pages, Span("c"), Span("d"), Span("b")]
