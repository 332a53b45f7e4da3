"""Characters that no typeface at hand can draw."""

from dataclasses import replace

import pytest
from document.chronologies import court_copy
from factories import HARD_TEXTS, make_case, make_incident

from formgen.render.fonts.book import FontBook
from formgen.render.sheet.glyphs import chronology_glyph_problems

ODD = "\ue000"
"""A character for private use: no typeface has it."""


@pytest.fixture(scope="module")
def book() -> FontBook:
    return FontBook.open()


@pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=list(HARD_TEXTS))
def test_hard_texts_can_be_drawn(book: FontBook, text: str) -> None:
    paper = court_copy(make_case(incidents=[make_incident(quotes=[text])]))

    assert chronology_glyph_problems(paper, book) == ()


def test_a_problem_names_the_place_and_never_the_words_around(book: FontBook) -> None:
    paper = court_copy(make_case(incidents=[make_incident(account=f"secret {ODD}{ODD}", present=[ODD])]))

    problems = chronology_glyph_problems(paper, book)

    assert [(problem.code, problem.path) for problem in problems] == [
        ("glyph-missing", "incidents[1].account"),
        ("glyph-missing", "incidents[1].present"),
    ]
    assert "secret" not in str(problems)


def test_the_words_of_the_catalog_are_looked_at_too(book: FontBook) -> None:
    paper = court_copy(make_case(incidents=[make_incident(), make_incident(id="b")]))
    assert paper.timeline is not None

    for odd in (
        replace(paper, footer=(ODD,)),
        replace(paper, summary=(ODD,)),
        replace(paper, columns=replace(paper.columns, who=ODD)),
        replace(paper, continued=ODD),
        replace(paper, timeline=replace(paper.timeline, legend=(ODD,))),
    ):
        assert [problem.path for problem in chronology_glyph_problems(odd, book)] == [""]
