"""Which papers a case names, and which of them a run makes."""

import pytest
from factories import jurisdiction, make_case

from formgen.checks.papers_asked import Asked, papers_asked
from formgen.errors import CaseDataError


def refused(papers: list[str], *only: str) -> list[tuple[str, str, str]]:
    """Return code, place and advice of everything that is wrong with what is asked for."""
    with pytest.raises(CaseDataError) as error:
        papers_asked(make_case(papers=papers), jurisdiction(), only)
    return [(problem.code, problem.path, problem.fix) for problem in error.value.problems]


def test_a_packet_stands_for_its_papers_and_each_is_made_once() -> None:
    case = make_case(papers=["declaration-witness", "civil-harassment", "notice-letter"])

    assert papers_asked(case, jurisdiction(), ()) == Asked(
        ("declaration-witness", "declaration-petitioner", "chronology", "notice-letter"),
        ("declaration-witness", "declaration-petitioner", "chronology", "notice-letter"),
    )


def test_a_run_can_make_fewer_in_the_order_of_the_case() -> None:
    case = make_case(papers=["notice-letter", "civil-harassment"])
    asked = papers_asked(case, jurisdiction(), ("chronology", "notice-letter"))

    assert asked.named == ("notice-letter", "declaration-petitioner", "declaration-witness", "chronology")
    assert asked.made == ("notice-letter", "chronology")


def test_a_case_that_names_no_paper_is_told_what_to_write() -> None:
    assert refused([]) == [("papers-blank", "papers", "Write `papers: [notice-letter]`.")]


def test_a_paper_that_the_case_does_not_name_cannot_be_asked_for() -> None:
    assert refused(["notice-letter"], "chronology", "notice-letter") == [
        ("paper-not-asked", "papers", "It names notice-letter.")
    ]


def test_a_case_without_papers_is_told_so_once_whatever_is_asked_for() -> None:
    assert [code for code, _, _ in refused([], "chronology")] == ["papers-blank"]


def test_an_unknown_paper_is_told_at_its_place() -> None:
    assert refused(["notice-letter", "declaration-petitoner"]) == [
        ("paper-unknown", "papers[2]", "Did you mean `declaration-petitioner`?")
    ]
