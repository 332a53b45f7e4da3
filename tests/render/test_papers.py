"""The papers that formgen draws itself: laid out together, drawn one by one, their faults told together."""

from pathlib import Path

import pytest
from factories import AS_OF, Typed, facts_of, make_case, make_evidence, make_incident
from pypdf import PdfReader

from formgen.checks.pdf_readback import read_back_pdf
from formgen.document.court_set import DrawnPaper, compose_court_set
from formgen.errors import RenderError
from formgen.render.papers import draw_paper, lay_out_papers

COURT: Typed = {"court": {"kind": "civil-harassment", "county": "Yolo"}, "requests_to_stop": "none"}
PAPERS = ("declaration-petitioner", "chronology")


def papers_of(**changes: object) -> tuple[DrawnPaper, ...]:
    """Return a declaration and its chronology, of a small case with *changes*."""
    changes.setdefault("incidents", [make_incident(knowledge="received", exhibits=["first-email"])])
    changes.setdefault("evidence", [make_evidence()])
    return compose_court_set(facts_of(make_case(**{**COURT, **changes}), AS_OF), PAPERS).papers


def test_no_papers_are_laid_out_as_none(tmp_path: Path) -> None:
    assert lay_out_papers((), folder=tmp_path, draft=False) == ()


def test_every_paper_of_a_case_is_drawn_and_reads_back_as_it_was_composed(tmp_path: Path) -> None:
    for laid in lay_out_papers(papers_of(), folder=tmp_path, draft=False):
        drawn = draw_paper(laid)
        paper = laid.paper

        assert (drawn.paper, drawn.file_name) == (paper.paper, paper.file_name)
        assert read_back_pdf(drawn, carries=paper.carries, title=paper.title, language=paper.language) == []


def test_one_character_that_no_font_has_is_told_once_for_each_place_it_was_typed_at(tmp_path: Path) -> None:
    incident = make_incident(
        account="I saw it.", quotes=["\ue000 you", "\ue000 too"], knowledge="saw", exhibits=[]
    )
    with pytest.raises(RenderError) as caught:
        lay_out_papers(papers_of(incidents=[incident], evidence=[]), folder=tmp_path, draft=False)

    assert [(p.code, p.path) for p in caught.value.problems] == [
        ("glyph-missing", "incidents[1].quotes[1]"),
        ("glyph-missing", "incidents[1].quotes[2]"),
    ]
    assert "U+E000" in caught.value.problems[0].what


def test_a_typeface_that_is_not_on_the_machine_stops_the_papers(tmp_path: Path) -> None:
    with pytest.raises(RenderError) as caught:
        lay_out_papers(papers_of(typeface="No Such Face"), folder=tmp_path, draft=False)

    assert [(p.code, p.path) for p in caught.value.problems] == [("typeface-not-found", "typeface")]


def test_a_draft_says_so_on_every_page_and_a_final_paper_on_none(tmp_path: Path) -> None:
    marked = []
    for draft in (True, False):
        for laid in lay_out_papers(papers_of(), folder=tmp_path, draft=draft):
            path = tmp_path / f"{draft}-{laid.paper.file_name}"
            path.write_bytes(draw_paper(laid).content)
            marked += [(draft, "DRAFT" in page.extract_text()) for page in PdfReader(path).pages]

    assert {(True, True), (False, False)} == set(marked)


def test_a_paper_drawn_twice_is_the_same_to_the_byte(tmp_path: Path) -> None:
    one, other = (
        [draw_paper(laid).content for laid in lay_out_papers(papers_of(), folder=tmp_path, draft=False)]
        for _ in range(2)
    )

    assert one == other


def test_a_name_of_twenty_lines_goes_over_the_page_and_reads_back(tmp_path: Path) -> None:
    name = ",\n".join(f"Person Number {number}" for number in range(1, 21))
    laid = lay_out_papers(papers_of(respondent={"name": name}), folder=tmp_path, draft=False)[0]
    paper = laid.paper
    faults = read_back_pdf(
        draw_paper(laid), carries=paper.carries, title=paper.title, language=paper.language
    )

    assert faults == []
    assert {line.page for line in laid.laid_out.lines if line.block < 0 and line.x < 101} == {1, 2}
