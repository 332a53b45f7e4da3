"""Dates with common spaces, as a spreadsheet is searched."""

from document.chronologies import listed_for_court
from factories import make_case

from formgen.document.chronology_listed import plainly


def test_dates_are_said_with_common_spaces() -> None:
    (listed,) = listed_for_court(make_case())

    printed, searched = listed.dated, plainly(listed.dated)

    assert printed is not None
    assert searched is not None
    assert printed.label == "March\u00a05, 2026, 8:47\u00a0p.m."
    assert searched.label == "March 5, 2026, 8:47 p.m."
    assert searched.lead == "On March 5, 2026, at 8:47 p.m."


def test_no_date_stays_none() -> None:
    assert plainly(None) is None


def test_the_record_is_the_event_as_typed() -> None:
    (listed,) = listed_for_court(make_case())

    assert listed.record is listed.event.record
