"""Dates that cannot be so."""

from datetime import date

import pytest
from checks.runs import Told, petition
from document.declarations import make_employee
from factories import AS_OF, facts_of, make_case, make_evidence, make_incident

from formgen.case import Case
from formgen.checks.sense_days import wrong_days, wrong_days_of_letter


def told(as_of: date = AS_OF, /, **changes: object) -> list[Told]:
    """Return code and path of every date that contradicts another."""
    return of_case(make_case(**changes), as_of)


def of_case(case: Case, as_of: date = AS_OF) -> list[Told]:
    """Return code and path of every date of *case* that contradicts another."""
    return [(p.code, p.path) for p in wrong_days(facts_of(case, as_of))]


def told_of_letter(**changes: object) -> list[Told]:
    """Return code and path of every date that contradicts the date of the letter."""
    return [(p.code, p.path) for p in wrong_days_of_letter(facts_of(make_case(**changes)))]


@pytest.mark.parametrize(
    ("when", "as_of", "expected"),
    [
        ("March 5, 2026", date(2026, 3, 5), []),
        ("March 6, 2026", date(2026, 3, 5), [("date-in-future", "incidents[1].when")]),
        ("March 2026", date(2026, 3, 5), []),
        ("before June 1, 2026", date(2026, 3, 5), []),
        ("after March 5, 2026", date(2026, 3, 5), [("date-in-future", "incidents[1].when")]),
        ("2026-03-06 05:00 +09:00", date(2026, 3, 5), []),
    ],
)
def test_an_event_may_not_come_after_the_day_of_making(
    when: str, as_of: date, expected: list[tuple[str, str]]
) -> None:
    assert told(as_of, incidents=[make_incident(when=when)]) == expected


def test_an_event_may_not_come_after_the_date_of_the_letter() -> None:
    assert told_of_letter(letter={"date": "March 4, 2026"}) == [("date-after-letter", "incidents[1].when")]
    assert told_of_letter(letter={"date": "March 5, 2026"}) == []
    assert told_of_letter(letter={"date": None}) == []


def test_an_event_that_has_not_come_is_told_once() -> None:
    case = make_case(letter={"date": "March 4, 2026"}, incidents=[make_incident(when="June 1, 2026")])

    assert of_case(case) == [("date-in-future", "incidents[1].when")]
    assert list(wrong_days_of_letter(facts_of(case))) == []


def test_the_date_of_a_letter_is_nothing_to_the_papers_for_a_court() -> None:
    assert told(letter={"date": "March 4, 2026"}, requests=[{"ask": "answer", "by": "March 3, 2026"}]) == []


def test_a_time_that_the_clocks_skipped_is_told() -> None:
    assert told(incidents=[make_incident(when="2026-03-08 02:30")]) == [("time-skipped", "incidents[1].when")]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("March 4, 2026", [("notice-too-early", "notices[1].when")]),
        ("March 5, 2026", []),
        ("between March 1 and March 9, 2026", []),
        ("after March 1, 2026", []),
        ("unknown", []),
        (None, []),
    ],
)
def test_a_notice_comes_no_sooner_than_what_it_reports(
    when: str | None, expected: list[tuple[str, str]]
) -> None:
    assert told(notices=[{"when": when, "to": "Pat Moreno", "about": ["first-email"]}]) == expected


@pytest.mark.parametrize(
    ("by", "expected"),
    [("May 12, 2026", [("answer-day-past", "requests[1].by")]), ("May 13, 2026", [])],
)
def test_an_answer_is_asked_for_after_the_date_of_the_letter(
    by: str, expected: list[tuple[str, str]]
) -> None:
    assert told_of_letter(requests=[{"ask": "answer", "by": by}]) == expected


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("March 5, 2026 at 8:47 pm", []),
        ("March 5, 2026 at about 9 pm", []),
        ("March 5, 2026", []),
        ("March 5, 2026 at 8:48 pm", [("date-disagrees", "incidents[1].when")]),
        ("March 6, 2026 at 8:47 pm", [("date-disagrees", "incidents[1].when")]),
        ("March 6, 2026 at about 8:47 pm", [("date-disagrees", "incidents[1].when")]),
    ],
)
def test_a_typed_time_that_is_not_the_messages_own_is_to_be_settled(
    when: str, expected: list[tuple[str, str]]
) -> None:
    message = {"date": "Thu, 05 Mar 2026 20:47:22 -0800"}
    evidence = [make_evidence(message=message)]

    assert told(incidents=[make_incident(when=when, exhibits=["first-email"])], evidence=evidence) == expected


@pytest.mark.parametrize(
    "header",
    [
        "",
        "yesterday",
        "Thu, 05 Mar 2026 20:47:22 -0000",
        "Fri, 31 Dec 9999 23:59:00 -1200",
        "Sat, 01 Jan 10000 00:00:00 +0000",
        "Thu, 05 Mar 2026 20:47:22 +9999",
    ],
)
def test_a_header_that_gives_no_certain_time_settles_nothing(header: str) -> None:
    evidence = [make_evidence(message={"date": header})]

    assert told(incidents=[make_incident(exhibits=["first-email"])], evidence=evidence) == []


def test_days_that_have_not_come_are_told_wherever_they_stand() -> None:
    later = "June 1, 2026"
    case = petition(
        effects=[{"what": "x", "kind": "work", "since": later}, {"what": "y", "on": later}],
        evidence=[make_evidence(taken_on=later)],
        notices=[{"when": "March 6, 2026", "answered_on": later}],
        protective_steps=[{"account": "z", "when": later}],
        temporary_order={"told_on": later},
        employees=[make_employee(naming_choice={"asked_on": later, "answered_on": later})],
    )

    assert sorted(of_case(case)) == [
        ("date-in-future", "effects[1].since"),
        ("date-in-future", "effects[2].on"),
        ("date-in-future", "employees[1].naming_choice.answered_on"),
        ("date-in-future", "employees[1].naming_choice.asked_on"),
        ("date-in-future", "evidence[1].taken_on"),
        ("date-in-future", "notices[1].answered_on"),
        ("date-in-future", "protective_steps[1].when"),
        ("date-in-future", "temporary_order.told_on"),
    ]


def test_an_answer_comes_no_sooner_than_its_question() -> None:
    notice = {"when": "March 6, 2026", "answered_on": "March 5, 2026"}
    choice = {"asked_on": "May 11, 2026", "answered_on": "May 10, 2026"}

    assert told(notices=[notice]) == [("answer-too-early", "notices[1].answered_on")]
    assert of_case(petition(employees=[make_employee(naming_choice=choice)])) == [
        ("answer-too-early", "employees[1].naming_choice.answered_on")
    ]


def test_an_answer_of_the_same_day_or_to_a_question_without_a_date_is_no_contradiction() -> None:
    for asked_on in ("May 11, 2026", "May 2026", None):
        choice = {"asked_on": asked_on, "answered_on": "May 11, 2026"}
        assert of_case(petition(employees=[make_employee(naming_choice=choice)])) == []


def test_a_day_is_given_only_for_the_answer() -> None:
    assert told_of_letter(requests=[{"ask": "investigate", "by": "June 1, 2026"}]) == [
        ("by-without-answer", "requests[1].by")
    ]
