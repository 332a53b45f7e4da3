"""What stops the papers of a run, by kind."""

from checks.runs import stopped, to_make
from document.declarations import EMPLOYER, PETITIONER, WITNESS, harassment, make_employee
from factories import AS_OF, facts_of, jurisdiction, make_case, make_incident

from formgen.case import Case
from formgen.checks.preflight import preflight
from formgen.errors import CaseDataError, EvidenceError, Problem

BOTH = ["notice-letter", "civil-harassment"]


def test_the_papers_of_a_run_are_told_apart_by_kind() -> None:
    papers = to_make(make_case(papers=BOTH))

    assert [letter.id for letter in papers.letters] == ["notice-letter"]
    assert [declaration.id for declaration in papers.declarations] == [PETITIONER, WITNESS]
    assert list(papers.chronologies) == ["chronology"]
    assert papers.drawn == papers.for_court == {PETITIONER, WITNESS, "chronology"}
    assert papers.jurisdiction is jurisdiction()


def test_the_chronology_of_a_letter_is_drawn_and_is_not_for_a_court() -> None:
    papers = to_make(make_case(papers=["notice-letter", "enclosure-chronology"]))

    assert papers.drawn == {"enclosure-chronology"}
    assert not papers.for_court


def test_what_a_run_does_not_make_is_still_named() -> None:
    papers = to_make(make_case(papers=BOTH), ["notice-letter"])

    sets = ("packet", "e-filing-set", "hearing-set")
    assert papers.named == ("notice-letter", PETITIONER, WITNESS, "chronology", *sets)
    assert not papers.drawn
    assert papers.declarations == ()


def test_a_whole_case_is_stopped_by_nothing() -> None:
    assert stopped(harassment(papers=BOTH)) == []


def test_what_two_papers_need_is_asked_for_once() -> None:
    case = harassment(papers=BOTH, respondent={"name": None})

    assert stopped(case) == [("needed-blank", "respondent.name")]


def test_problems_of_each_kind_come_together_under_it() -> None:
    lost = Problem("evidence-missing", "It is not there.", "Put it there.", "evidence[1].file")
    facts = facts_of(make_case(respondent={"name": None}))

    errors = preflight(facts, to_make(facts.case), evidence=[lost])

    assert [type(error) for error in errors] == [CaseDataError, EvidenceError]
    assert [[problem.code for problem in error.problems] for error in errors] == [
        ["needed-blank"],
        ["evidence-missing"],
    ]


def test_only_what_a_run_makes_can_lack_anything() -> None:
    case = harassment(papers=BOTH, court={"county": None}, employer={"address": None})

    assert stopped(case, ["notice-letter"]) == [("needed-blank", "employer.address.street")]
    assert stopped(case, [PETITIONER]) == [("needed-blank", "court.county")]


def test_what_happened_after_a_letter_was_sent_does_not_stop_the_papers_for_the_court() -> None:
    case = harassment(
        papers=BOTH,
        letter={"date": "March 20, 2026"},
        requests=[{"ask": "answer", "by": "March 18, 2026"}],
        incidents=[make_incident(when="April 9, 2026", knowledge="received")],
    )

    assert stopped(case, [PETITIONER]) == []
    assert stopped(case, ["notice-letter"]) == [
        ("date-after-letter", "incidents[1].when"),
        ("answer-day-past", "requests[1].by"),
    ]


def test_a_case_of_which_nothing_is_known_stops_every_paper_and_breaks_none() -> None:
    law = jurisdiction()
    for paper in (*law.papers, *law.packets):
        case = Case.model_validate({"case": "empty", "jurisdiction": "us-ca", "papers": [paper]})
        errors = preflight(facts_of(case, AS_OF), to_make(case), evidence=())

        assert [type(error) for error in errors] == [CaseDataError]
        assert {p.code for p in errors[0].problems} <= {
            "needed-blank",
            "no-witness-paragraphs",
            "chronology-alone",
        }


def test_an_employee_who_is_not_named_needs_no_name() -> None:
    assert stopped(harassment(papers=[EMPLOYER], employees=[make_employee(name=None)])) != []
    assert ("needed-blank", "employees[1].name") not in stopped(
        harassment(papers=[EMPLOYER], employees=[make_employee(name=None)])
    )
