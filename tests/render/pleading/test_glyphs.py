"""Characters that no typeface at hand can draw."""

from dataclasses import replace

import pytest
from render.pleading.papers import EXECUTION, caption, court_paper, lines

from formgen.document.blocks import CaptionLine, Heading, PageOf, Paragraph, Quotation, Span
from formgen.render.fonts.book import FontBook
from formgen.render.pleading.glyphs import glyph_problems

ODD = "\ue000"
"""A character for private use: no typeface has it."""


@pytest.fixture(scope="module")
def book() -> FontBook:
    return FontBook.open()


def test_a_paper_that_can_be_drawn_has_no_problem(book: FontBook) -> None:
    assert glyph_problems(court_paper(lines("a", 3), EXECUTION, head=caption()), book) == ()


def test_a_problem_names_the_place_the_character_its_code_and_what_to_do(book: FontBook) -> None:
    typed = Span(f"secret words {ODD}", source="incidents[2].account")
    (problem,) = glyph_problems(court_paper(Paragraph((typed,))), book)
    assert (problem.code, problem.path) == ("glyph-missing", "incidents[2].account")
    assert f"“{ODD}” (U+E000, private use character)" in problem.what
    assert problem.fix
    assert "secret" not in problem.what + problem.fix


def test_it_is_told_once_for_each_place(book: FontBook) -> None:
    first = Span(f"{ODD}{ODD}\ue001", source="incidents[1].account")
    again = Span(ODD, source="incidents[1].account", bold=True)
    other = Span(ODD, source="incidents[2].account")
    found = glyph_problems(court_paper(Paragraph((first, again)), Quotation((other,))), book)
    assert [(problem.path, ODD in problem.what) for problem in found] == [
        ("incidents[1].account", True),
        ("incidents[1].account", False),
        ("incidents[2].account", True),
    ]


@pytest.mark.parametrize("part", ["filer", "court", "parties", "paper"])
def test_every_part_of_the_caption_is_looked_at(book: FontBook, part: str) -> None:
    typed = (CaptionLine((Span(ODD, source=part),)),)
    head = replace(caption(), **{part: typed})
    assert [problem.path for problem in glyph_problems(court_paper(head=head), book)] == [part]


def test_every_kind_of_block_is_looked_at(book: FontBook) -> None:
    odd = (Span(ODD, source="here"),)
    for block in (
        Paragraph(odd),
        Heading(odd),
        Quotation(odd),
        replace(EXECUTION, clause=odd),
        replace(EXECUTION, blanks=odd),
        replace(EXECUTION, signer=odd),
        Paragraph((PageOf("A", ODD),)),
    ):
        assert len(glyph_problems(court_paper(block), book)) == 1


def test_the_heading_of_an_attachment_and_the_foot_are_looked_at(book: FontBook) -> None:
    assert len(glyph_problems(court_paper(heading=(ODD,)), book)) == 1
    assert len(glyph_problems(court_paper(footer=("fine", f"not fine {ODD}")), book)) == 1
