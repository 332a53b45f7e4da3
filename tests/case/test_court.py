"""The court, as it is typed."""

from datetime import date

import pytest
from factories import make_case, refusals

from formgen.case.court import Court, Fee, Firearms, Hearing, OtherCase, StayAway


def test_a_court_keeps_what_was_typed() -> None:
    court = make_case(
        court={
            "kind": "civil-harassment",
            "county": "Yolo",
            "why_this_county": ["The respondent lives here."],
            "hearing": {"date": "June 15, 2026", "time": "8:30 a.m.", "place": "Department 9"},
        }
    ).court

    assert court == Court(
        kind="civil-harassment",
        county="Yolo",
        why_this_county=("The respondent lives here.",),
        hearing=Hearing(date=date(2026, 6, 15), time="8:30 a.m.", place="Department 9"),
    )


def test_a_first_filing_has_no_case_number() -> None:
    court = make_case(court={"kind": "workplace-violence", "case_number": None}).court

    assert court == Court(kind="workplace-violence")


@pytest.mark.parametrize(("typed", "expected"), [("25", 25), ("unknown", "unknown"), (None, None)])
def test_a_size_limit_is_a_number_or_unknown(typed: str | None, expected: object) -> None:
    court = make_case(court={"size_limit_mb": typed}).court

    assert court is not None
    assert court.size_limit_mb == expected


@pytest.mark.parametrize("typed", ["25 MB", "2.5", "none", 2.5])
def test_any_other_size_limit_is_refused(typed: object) -> None:
    assert {slug for slug, _ in refusals(court={"size_limit_mb": typed})} == {
        "not-a-whole-number",
        "literal_error",
    }


def test_what_is_asked_of_the_court_keeps_its_numbers_and_answers() -> None:
    case = make_case(
        orders={"no_contact": "true", "stay_away": {"yards": "100", "places": ["my work"]}},
        firearms={"answer": "unknown", "items": ["a rifle"]},
        temporary_order={"asked": "false", "told_on": "about May 1, 2026"},
        other_cases=[{"kind": "small claims", "year": "0123"}],
        fees=[{"item": "filing fee", "amount": "1e5"}],
        animals={"which": ["a dog"], "yards": "10"},
    )

    assert case.orders is not None
    assert (case.orders.no_contact, case.orders.stay_away) == (
        "yes",
        StayAway(yards=100, places=("my work",)),
    )
    assert case.firearms == Firearms(answer="unknown", items=("a rifle",))
    assert case.temporary_order is not None
    assert case.temporary_order.asked == "no"
    assert case.other_cases == (OtherCase(kind="small claims", year="0123"),)
    assert case.fees == (Fee(item="filing fee", amount="1e5"),)


@pytest.mark.parametrize("kind", ["harassment", "Civil-harassment", "civil harassment"])
def test_any_other_kind_of_case_is_refused(kind: str) -> None:
    assert refusals(court={"kind": kind}) == [("literal_error", "court.kind")]
