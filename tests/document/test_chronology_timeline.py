"""What the drawn timeline counts, column by column."""

from collections.abc import Sequence
from itertools import accumulate

import pytest
from document.chronologies import MARCH_10, MARCH_17, court_copy, rows_of
from document.letters import plain
from factories import Typed, make_case, make_incident

from formgen.document.chronology_timeline import MOST_SLOTS
from formgen.document.chronology_values import Timeline


def timeline_of(*whens: str, **changes: object) -> Timeline:
    """Return the timeline of an incident for each of *whens*."""
    incidents = [make_incident(id=f"e-{n}", when=when) for n, when in enumerate(whens)]
    timeline = court_copy(make_case(incidents=incidents, **changes)).timeline
    assert timeline is not None
    return timeline


def labels(timeline: Timeline) -> list[str]:
    """Return what stands under the columns, in the shortest form."""
    return [slot.labels[-1] for slot in timeline.slots]


def heads(timeline: Timeline) -> list[str]:
    """Return what its stretches are called, in the longest form, blank within one."""
    return [slot.heads[0] if slot.heads else "" for slot in timeline.slots]


def test_a_few_days_are_counted_day_by_day() -> None:
    timeline = timeline_of("2026-03-30", "2026-03-30 20:47", "2026-04-01")

    assert labels(timeline) == ["30", "31", "1", "2", "3", "4", "5"]
    assert heads(timeline) == ["March", "", "April", "", "", "", ""]
    assert [slot.contacts for slot in timeline.slots] == [2, 0, 1, 0, 0, 0, 0]
    assert (timeline.unit, timeline.heads) == ("Day", "2026")


def test_a_few_months_are_counted_by_weeks_from_sunday() -> None:
    timeline = timeline_of("2026-03-05", "2026-03-07", "2026-03-08", "2026-04-01")

    assert labels(timeline) == ["1", "8", "15", "22", "29"]
    assert heads(timeline) == ["March", "", "", "", ""]
    assert [slot.contacts for slot in timeline.slots] == [2, 1, 0, 0, 1]
    assert (timeline.unit, timeline.heads) == ("Week of", "2026")


def test_weeks_over_new_year_name_both_years() -> None:
    timeline = timeline_of("2025-12-05", "2026-01-20")

    assert timeline.heads == "2025\u20132026"


def test_a_year_or_two_are_counted_by_months() -> None:
    timeline = timeline_of("2024-11-05", "2026-01-09")

    assert labels(timeline) == list("NDJFMAMJJASONDJ")
    assert timeline.slots[0].labels == ("November", "Nov.", "N")
    assert [head for head in heads(timeline) if head] == ["2024", "2025", "2026"]


def test_several_years_are_counted_by_quarters() -> None:
    timeline = timeline_of("2022-02-05", "2026-01-09")

    assert labels(timeline)[:5] == ["1", "2", "3", "4", "1"]
    assert timeline.unit == "Quarter"


def test_many_years_are_counted_by_years() -> None:
    timeline = timeline_of("2011-12-23", "2026-05-01")

    assert labels(timeline) == [str(year) for year in range(2011, 2027)]
    assert heads(timeline) == [""] * 16


def test_centuries_are_counted_by_as_many_years_as_it_takes() -> None:
    timeline = timeline_of("1000-01-01", "2999-12-31")

    assert labels(timeline) == [str(year) for year in range(1000, 3000, 100)]
    assert timeline.legend[0] == "Each column is 100 years; the number above it counts its contacts."


@pytest.mark.parametrize("days", [2, 13, 14, 100, 181, 182, 183, 800, 2400, 10_000])
def test_columns_are_never_too_many_and_hold_every_contact(days: int) -> None:
    whens = [f"2000-01-01 {n % 24:02d}:{n % 60:02d}" for n in range(30)]
    timeline = timeline_of(*whens, _after(days))

    assert len(timeline.slots) <= MOST_SLOTS
    assert sum(slot.contacts for slot in timeline.slots) == 31


def _after(days: int) -> str:
    year, rest = 2000 + days // 366, days % 366
    starts = list(accumulate([0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30]))
    month = max(n for n, start in enumerate(starts) if start <= rest)
    return f"{year}-{month + 1:02d}-{min(rest - starts[month] + 1, 28):02d}"


def test_counts_of_three_digits_take_wider_columns() -> None:
    whens = ["2026-01-01"] * 120 + ["2026-06-10"]

    timeline = timeline_of(*whens)

    assert timeline.unit == "Month"
    assert timeline.slots[0].contacts == 120


@pytest.mark.parametrize(
    ("when", "sure"),
    [
        ("2026-03-05", 2),
        ("between March 2 and March 6, 2026", 2),
        ("between March 2 and March 12, 2026", 1),
        ("about March 5, 2026", 1),
        ("March 2026", 1),
        ("early March 2026", 1),
    ],
)
def test_a_contact_that_may_belong_to_another_column_is_outlined(when: str, sure: int) -> None:
    timeline = timeline_of(when, "2026-03-04", "2026-05-01")

    first = timeline.slots[0]

    assert (first.sure, first.contacts) == (sure, 2)
    assert any(sentence.startswith("What is outlined") for sentence in timeline.legend) == (sure == 1)


def test_what_has_no_day_is_not_drawn_and_said_so() -> None:
    timeline = timeline_of("2026-03-05", "2026-03-09", "unknown", "before March 5, 2026")

    assert sum(slot.contacts for slot in timeline.slots) == 2
    assert plain(timeline.legend[-1]) == "Rows 1 and 4 are not drawn, because no day is known for them."


def test_one_that_has_no_day_is_said_not_to_be_drawn() -> None:
    timeline = timeline_of("2026-03-05", "2026-03-09", "unknown")

    assert plain(timeline.legend[-1]) == "Row 3 is not drawn, because no day is known for it."


def test_requests_and_notices_have_lanes_of_their_own() -> None:
    timeline = timeline_of(
        "2026-03-05",
        "2026-04-01",
        notices=[{**MARCH_10, "about": []}] * 2,
        requests_to_stop=[MARCH_17],
    )

    assert [slot.notices for slot in timeline.slots] == [0, 2, 0, 0, 0]
    assert [slot.requests for slot in timeline.slots] == [0, 0, 1, 0, 0]
    assert (timeline.requests, timeline.notices) == ("Requests to stop", "Notices")
    assert timeline.legend[1] == "A square counts requests to stop, a diamond notices to the employer."


@pytest.mark.parametrize(
    ("changes", "lanes", "sentence"),
    [
        ({"notices": [MARCH_10]}, ("", "Notices"), "A diamond counts notices to the employer."),
        ({"requests_to_stop": [MARCH_17]}, ("Requests to stop", ""), "A square counts requests to stop."),
    ],
)
def test_a_lane_with_nothing_in_it_is_not_there(
    changes: Typed, lanes: tuple[str, str], sentence: str
) -> None:
    timeline = timeline_of("2026-03-05", "2026-04-01", **changes)

    assert (timeline.requests, timeline.notices) == lanes
    assert timeline.legend[1:] == (sentence,)


@pytest.mark.parametrize("whens", [["2026-03-05"], ["unknown", "unknown"], ["2026-03-05", "unknown"]])
def test_fewer_than_two_days_make_no_line(whens: Sequence[str]) -> None:
    incidents = [make_incident(id=f"e-{n}", when=when) for n, when in enumerate(whens)]

    assert court_copy(make_case(incidents=incidents)).timeline is None


def test_the_timeline_counts_what_the_rows_list() -> None:
    case = make_case(
        incidents=[make_incident(id=f"e-{n}", when=f"2026-03-{n:02d}") for n in range(1, 29)],
        notices=[MARCH_10],
        requests_to_stop=[MARCH_17],
    )
    paper = court_copy(case)
    assert paper.timeline is not None
    slots = paper.timeline.slots

    drawn = sum(slot.contacts + slot.requests + slot.notices for slot in slots)

    assert drawn == len(rows_of(paper)) == 30
