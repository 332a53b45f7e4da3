"""Leaves drawn and read back."""

import pytest
from factories import HARD_TEXTS, SHEET
from hypothesis import given, settings
from hypothesis import strategies as st
from render.leaf.leaves import leaf, lines, table, text
from render.sheet.sheets import overlapping

from formgen.checks.pdf_readback import read_back_pdf
from formgen.document.leaf import Leaf, LeafFrame, LeafRule, LeafSpace
from formgen.errors import Problem
from formgen.render.fonts.book import FontBook
from formgen.render.leaf import lay_out_leaf
from formgen.render.pdf import draw

FRAME = LeafFrame(bottom=720.0)


@pytest.fixture(scope="module")
def book() -> FontBook:
    return FontBook.open()


def read_back(paper: Leaf, book: FontBook) -> list[Problem]:
    """Return what is wrong with the finished *paper*."""
    laid = lay_out_leaf(paper, book, pages={})
    assert overlapping(laid) == []
    drawn = draw(laid, book, paper="leaf", file_name="leaf.pdf", title="Leaf", language="en-US")
    return list(read_back_pdf(drawn, carries=(), title="Leaf", language="en-US"))


@pytest.mark.parametrize("said", HARD_TEXTS.values(), ids=list(HARD_TEXTS))
def test_hard_texts_read_back(said: str, book: FontBook) -> None:
    paper = leaf(
        text(said, size=24.0, align="centre"),
        LeafRule(),
        text(f"{said}\n\n{said}", indent=14.0, before=6.0),
        LeafSpace(20),
        table((said, "plain"), ("plain", said), heads=("One", "Two")),
        frame=FRAME,
        sheet=SHEET,
        footer=("Exhibit Index",),
    )

    assert read_back(paper, book) == []


def test_many_pages_read_back(book: FontBook) -> None:
    paper = leaf(
        text(lines(200), title="Lines"),
        table(*((str(number), "Wolfe " * number) for number in range(60)), heads=("No.", "What")),
        frame=FRAME,
        sheet=SHEET,
        footer=("Exhibit Index",),
    )

    assert read_back(paper, book) == []


@settings(derandomize=True, deadline=None, max_examples=25)
@given(said=st.text(st.characters(codec="latin-1", exclude_categories=["Cc"]), max_size=300))
def test_any_words_read_back(said: str, book: FontBook) -> None:
    paper = leaf(text(said), table((said, said)), frame=FRAME, sheet=SHEET, footer=("Index",))

    assert read_back(paper, book) == []
