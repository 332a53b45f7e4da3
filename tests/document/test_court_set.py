"""The court papers of a case together: one exhibit, one letter."""

import pytest
from document.declarations import PETITIONER, WITNESS, body_of, harassment, papers_of
from factories import Typed, facts_of, make_evidence, make_incident

from formgen.case import Case
from formgen.document.chronology_paper import ChronologyPaper
from formgen.document.court_paper import CourtPaper
from formgen.document.court_set import compose_court_set, labels_of

FROM_LEE: Typed = {"account": "I wrote it.", "exhibits": ["note"], "attests": "yes"}


def seen(name: str, day: int, *exhibits: str, **changes: object) -> Typed:
    """Return an incident of a day in March that *exhibits* show."""
    typed: Typed = {"account": f"I saw {name}.", "quotes": [], "knowledge": "saw", "exhibits": list(exhibits)}
    return make_incident(**{"id": name, "when": f"2026-03-{day}", **typed, **changes})


def case_with(*incidents: Typed, **changes: object) -> Case:
    """Return a case with *incidents* and three pieces of evidence of which nothing is told."""
    items = [make_evidence(id=name, how_known=None) for name in ("a", "b", "note")]
    return harassment(**{"incidents": list(incidents), "evidence": items, **changes})


def labels(case: Case, *names: str) -> dict[str, str]:
    """Return the exhibit letters of the papers *names*, by default of those that *case* names."""
    return dict(compose_court_set(facts_of(case), names or case.papers).labels)


def test_exhibits_are_lettered_by_their_first_citation() -> None:
    case = case_with(seen("x", 5, "b", "a"), seen("y", 9, "a", "note"))

    assert labels(case) == {"b": "A", "a": "B", "note": "C"}
    assert body_of(case)[1].endswith(
        "Exhibit A is a true and correct copy. (Exhibit A.) "
        "Exhibit B is a true and correct copy. (Exhibit B.)"
    )


def test_what_happened_last_is_cited_first() -> None:
    case = case_with(seen("x", 5, "a"), seen("y", 9, "b"), why_now={"incident": "y"})

    assert labels(case) == {"b": "A", "a": "B"}


def test_papers_share_their_letters_in_the_order_of_the_case() -> None:
    case = case_with(
        seen("x", 5, "a"),
        seen("y", 9, "note"),
        witnesses=[{"name": "Lee Tran", "paragraphs": [FROM_LEE]}, {"name": "Silent"}],
    )

    assert labels(case, PETITIONER, WITNESS) == {"a": "A", "note": "B"}
    assert labels(case, WITNESS, PETITIONER) == {"note": "A", "a": "B"}
    own, witness = papers_of(case, PETITIONER, WITNESS)
    assert (own.cites, witness.cites) == (("a", "note"), ("note",))
    assert body_of(case, WITNESS) == ["1. I wrote it. Exhibit A is a true and correct copy. (Exhibit A.)"]


def test_attachments_share_their_letters() -> None:
    case = case_with(seen("x", 5, "a"), seen("y", 9, "b"), why_now={"incident": "y"})

    assert labels(case, "attachment-7a-3", "attachment-7b") == {"b": "A", "a": "B"}


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ({}, {"a": "A", "b": "B"}),
        ({"court": {"labels": "numbers"}}, {"a": "1", "b": "2"}),
        ({"court": {"labels": "unknown"}}, {"a": "A", "b": "B"}),
        ({"court": {"labels": "numbers"}, "exhibits": {"labels": "letters"}}, {"a": "A", "b": "B"}),
        ({"exhibits": {"labels": "numbers"}}, {"a": "1", "b": "2"}),
        ({"court": None}, {"a": "A", "b": "B"}),
    ],
)
def test_letters_or_numbers_are_the_cases_choice_then_the_courts(
    choices: Typed, expected: dict[str, str]
) -> None:
    assert labels_of(facts_of(case_with(seen("x", 5, "a"), **choices)), ["a", "b"]) == expected


def test_a_fixed_letter_stays() -> None:
    items = [make_evidence(id="a", label="C"), make_evidence(id="b"), make_evidence(id=None, label="B")]
    facts = facts_of(harassment(evidence=items))

    assert labels_of(facts, ["a", "b"]) == {"a": "C", "b": "A"}


def test_a_chronology_letters_what_no_paragraph_cites() -> None:
    stops = [{"when": "2026-03-10", "exhibits": ["b"]}]
    case = case_with(seen("x", 5, "a"), requests_to_stop=stops)

    assert labels(case, PETITIONER) == {"a": "A"}
    assert labels(case, PETITIONER, "chronology") == {"a": "A", "b": "B"}


def test_a_chronology_letters_nothing_that_the_court_may_not_see() -> None:
    case = case_with(
        seen("x", 5, "a"),
        seen("y", 9, "b", withheld_from=["court"]),
    )

    assert labels(case, PETITIONER, "chronology") == {"a": "A"}


def test_papers_come_in_the_order_of_the_case() -> None:
    case = case_with(
        seen("x", 5, "a"), witnesses=[{"name": "Lee Tran", "paragraphs": [FROM_LEE, FROM_LEE]}] * 2
    )
    papers = compose_court_set(facts_of(case), [WITNESS, "chronology", "notice-letter", PETITIONER]).papers

    assert [paper.file_name for paper in papers if isinstance(paper, CourtPaper)] == [
        "declaration-witness-1.pdf",
        "declaration-witness-2.pdf",
        "declaration-petitioner.pdf",
    ]
    assert isinstance(papers[2], ChronologyPaper)


def test_a_case_without_drawn_papers_has_none() -> None:
    found = compose_court_set(facts_of(case_with()), ["notice-letter"])

    assert (found.papers, dict(found.labels)) == ((), {})
