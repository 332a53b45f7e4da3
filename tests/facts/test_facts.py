"""What follows from a case: whose clocks, which elements are spoken to, what is kept out."""

from dataclasses import replace
from datetime import date

import pytest
from factories import AS_OF, facts_of, jurisdiction, make_case, make_incident

from formgen.case import Case
from formgen.catalog.reader import Jurisdiction
from formgen.catalog.specs import Element
from formgen.errors import CatalogError, Problem
from formgen.facts.facts import Facts, derive


def california_asking(**changes: object) -> Jurisdiction:
    """Return California with a single element."""
    typed = {
        "id": "alarms",
        "statute": "code-civ-proc-527-6",
        "asks": "It alarms",
        "met_by": "incident.about.alarming is given",
        "prompt": "What alarmed you?",
        "path": "incidents[].about",
        "source": "a book",
        "checked_on": "2026-11-24",
        "confidence": "confirmed",
    } | changes
    return replace(jurisdiction(), elements=(Element.model_validate(typed),))


def facts_asking(case: Case, **changes: object) -> Facts:
    return derive(case, california_asking(**changes), as_of=AS_OF)


def test_what_follows_keeps_what_it_followed_from() -> None:
    case = make_case()
    facts = facts_of(case)

    assert (facts.case, facts.jurisdiction, facts.as_of) == (case, jurisdiction(), date(2026, 5, 12))
    assert [event.path for event in facts.chronology.all] == ["incidents[1]"]


def test_the_clocks_are_those_of_the_jurisdiction_unless_the_case_names_others() -> None:
    assert facts_of(make_case()).zone.key == "America/Los_Angeles"
    assert facts_of(make_case(time_zone="Pacific/Honolulu")).zone.key == "Pacific/Honolulu"


def test_the_chronology_goes_by_those_clocks() -> None:
    incidents = [
        make_incident(id="at-ten", when="March 5, 2026 at 10 pm"),
        make_incident(id="mailed", when="2026-03-06 01:30 -05:00"),
    ]
    here, in_honolulu = (
        [event.path for event in facts_of(make_case(incidents=incidents, time_zone=zone)).chronology.all]
        for zone in (None, "Pacific/Honolulu")
    )

    assert here == ["incidents[1]", "incidents[2]"]
    assert in_honolulu == ["incidents[2]", "incidents[1]"]


def test_the_incidents_that_speak_to_an_element_are_named() -> None:
    case = make_case(
        incidents=[
            make_incident(id="first"),
            make_incident(id="second", about={"alarming": "the last line"}),
            make_incident(id="third", about={"service": "the furnace"}),
        ]
    )
    (shown,) = facts_asking(case).elements

    assert (shown.element.id, shown.is_met) == ("alarms", True)
    assert [incident.id for incident in shown.incidents] == ["second"]


def test_an_element_that_no_incident_speaks_to_is_not_met() -> None:
    (shown,) = facts_asking(make_case()).elements
    (without_incidents,) = facts_asking(make_case(incidents=[])).elements

    assert (shown.incidents, shown.is_met) == ((), False)
    assert (without_incidents.incidents, without_incidents.is_met) == ((), False)


@pytest.mark.parametrize(
    ("requests", "expected"),
    [(None, False), ("none", False), ([], False), ([{"when": "March 17, 2026"}], True)],
)
def test_an_element_of_the_whole_case_names_no_incident(requests: object, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    case = make_case(requests_to_stop=requests)
    (shown,) = facts_asking(case, each="case", met_by="case.requests_to_stop is given").elements

    assert (shown.incidents, shown.is_met) == ((), expected)


def test_an_element_that_does_not_matter_to_the_case_is_left_out() -> None:
    civil = make_case(court={"kind": "civil-harassment"})
    when = "case.court.kind == 'civil-harassment'"

    assert facts_asking(make_case(), when=when).elements == ()
    assert [shown.element.id for shown in facts_asking(civil, when=when).elements] == ["alarms"]


@pytest.mark.parametrize(
    ("changes", "entry"),
    [
        ({"met_by": "incident.nothing is given"}, "alarms.met_by"),
        ({"when": "case.nothing is given"}, "alarms.when"),
        ({"each": "case", "met_by": "incident.about is given"}, "alarms.met_by"),
    ],
)
def test_an_expression_that_names_what_does_not_exist_is_told_with_its_entry(
    changes: dict[str, object], entry: str
) -> None:
    with pytest.raises(CatalogError) as error:
        facts_asking(make_case(), **changes)

    assert [(problem.code, problem.path) for problem in error.value.problems] == [("name-unknown", entry)]


def test_a_condition_that_is_none_is_told_with_its_entry() -> None:
    with pytest.raises(CatalogError) as error:
        facts_asking(make_case(), met_by="incident.about.alarming is given and")
    (problem,) = error.value.problems

    assert isinstance(problem, Problem)
    assert (problem.code, problem.path) == ("tag-broken", "alarms.met_by")


def test_californias_own_elements_can_be_worked_out_for_the_smallest_case() -> None:
    shown = facts_of(make_case()).elements

    assert {element.element.id: element.is_met for element in shown} == {"asked-to-stop": False}
