"""Where a date stands among others, by the clocks of the case."""

from datetime import date, datetime, time
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

import pytest
from factories import HARD_TEXTS, LOS_ANGELES
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from formgen.case.when import Day, Precision, When

MARCH_5 = date(2026, 3, 5)
NEW_YORK = ZoneInfo("America/New_York")
PHOENIX = ZoneInfo("America/Phoenix")

IN_ORDER = [
    "March 4, 2026 at 11:59 pm",
    "before March 5, 2026",
    "March 5, 2026",
    "2026-03-05 00:01",
    "March 5, 2026 at 8:45 am",
    "March 5, 2026 at about 8:45 am",
    "March 5, 2026 at 8:46 am",
    "March 5, 2026, afternoon",
    "March 5, 2026 at about noon",
    "March 5, 2026, evening",
    "March 5, 2026 at 8:45 pm",
    "2026-03-05 23:47 -05:00",
    "March 5, 2026 at 9 pm",
    "March 5, 2026 at about 9 pm",
    "about March 5, 2026",
    "between March 5 and March 9, 2026",
    "after March 5, 2026",
    "March 6, 2026",
    "mid March 2026",
    "late March 2026",
    "unknown",
]


class Record(BaseModel):
    when: When


class Answer(BaseModel):
    by: Day


def when(text: str) -> When:
    return When.parse(text)


def test_what_was_typed_is_kept() -> None:
    assert when("  3/5/2026 ").text == "  3/5/2026 "
    assert Record.model_validate({"when": "3/5/2026 at 8 pm"}).model_dump() == {"when": "3/5/2026 at 8 pm"}


def test_a_date_says_how_exactly_it_is_known() -> None:
    assert (when("March 2026").precision, when("March 2026").is_dated) == (Precision.MONTH, True)
    assert (when("unknown").precision, when("unknown").is_dated) == (Precision.UNKNOWN, False)


@pytest.mark.parametrize(("earlier", "later"), list(pairwise(IN_ORDER)))
def test_dates_stand_in_order_within_a_day_and_across_days(earlier: str, later: str) -> None:
    assert when(earlier).sort_key(LOS_ANGELES) < when(later).sort_key(LOS_ANGELES)


def test_a_shuffled_list_sorts_into_the_same_order() -> None:
    shuffled = Random(5).sample(IN_ORDER, len(IN_ORDER))  # noqa: S311 - no secret

    assert sorted(shuffled, key=lambda text: when(text).sort_key(LOS_ANGELES)) == IN_ORDER


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("March 5, 2026", "2026-03-05 00:00"),
        ("March 5, 2026", "March 5, 2026, morning"),
        ("March 5, 2026, evening", "March 5, 2026 at 6 pm"),
        ("March 5, 2026, night", "March 5, 2026 at 9 pm"),
        ("March 2026", "early March 2026"),
        ("March 2026", "between March 1 and March 9, 2026"),
        ("2026-03-05 20:47", "2026-03-05 23:47 -05:00"),
        ("unknown", "not recalled"),
    ],
)
def test_dates_of_one_place_keep_the_order_typed(one: str, other: str) -> None:
    assert when(one).sort_key(LOS_ANGELES) == when(other).sort_key(LOS_ANGELES)


@pytest.mark.parametrize(
    ("text", "zone", "expected"),
    [
        ("2026-03-05 20:47", LOS_ANGELES, (MARCH_5, time(20, 47))),
        ("2026-03-05 20:47 -08:00", LOS_ANGELES, (MARCH_5, time(20, 47))),
        ("2026-03-06 04:47Z", LOS_ANGELES, (MARCH_5, time(20, 47))),
        ("2026-03-06 04:47Z", NEW_YORK, (MARCH_5, time(23, 47))),
        ("2026-03-05 23:30 -10:00", LOS_ANGELES, (date(2026, 3, 6), time(1, 30))),
        ("2026-01-01 00:30 -05:00", LOS_ANGELES, (date(2025, 12, 31), time(21, 30))),
        ("2026-07-05 20:47 -07:00", LOS_ANGELES, (date(2026, 7, 5), time(20, 47))),
        ("2026-03-05 20:47", NEW_YORK, (MARCH_5, time(20, 47))),
        ("March 5, 2026, evening", LOS_ANGELES, (MARCH_5, None)),
        ("late March 2026", LOS_ANGELES, (date(2026, 3, 21), None)),
    ],
)
def test_a_time_with_its_offset_is_told_by_the_clocks_of_the_case(
    text: str, zone: ZoneInfo, expected: tuple[date, time | None]
) -> None:
    assert when(text).local(zone) == expected


def test_a_date_not_recalled_has_no_local_day() -> None:
    with pytest.raises(ValueError, match="no day is known"):
        when("unknown").local(LOS_ANGELES)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("March 5, 2026", MARCH_5, MARCH_5),
        ("about March 5, 2026", MARCH_5, MARCH_5),
        ("March 5, 2026, night", MARCH_5, MARCH_5),
        ("2026-03-05 20:47", MARCH_5, MARCH_5),
        ("2026-03-06 04:47Z", MARCH_5, MARCH_5),
        ("2026-03-05 23:30 -10:00", date(2026, 3, 6), date(2026, 3, 6)),
        ("between March 5 and March 9, 2026", MARCH_5, date(2026, 3, 9)),
        ("March 2026", date(2026, 3, 1), date(2026, 3, 31)),
        ("mid March 2026", date(2026, 3, 11), date(2026, 3, 20)),
        ("before March 5, 2026", None, date(2026, 3, 4)),
        ("after March 5, 2026", date(2026, 3, 6), None),
        ("unknown", None, None),
    ],
)
def test_the_first_and_last_day_it_can_have_been_are_told(
    text: str, first: date | None, last: date | None
) -> None:
    assert (when(text).first_day(LOS_ANGELES), when(text).last_day(LOS_ANGELES)) == (first, last)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("March 5, 2026", "March 6, 2026", True),
        ("March 6, 2026", "March 5, 2026", False),
        ("March 5, 2026", "March 5, 2026", False),
        ("March 5, 2026", "March 5, 2026 at 8:47 pm", False),
        ("March 5, 2026 at 8:46 pm", "March 5, 2026 at about 8:47 pm", True),
        ("March 5, 2026 at 8:47 pm", "March 5, 2026 at 8:47 pm", False),
        ("March 5, 2026 at 8:46 pm", "March 5, 2026, night", False),
        ("2026-03-05 20:47", "2026-03-05 23:48 -05:00", True),
        ("between March 5 and March 9, 2026", "March 9, 2026", False),
        ("between March 5 and March 9, 2026", "March 10, 2026", True),
        ("March 2026", "March 20, 2026", False),
        ("early March 2026", "late March 2026", True),
        ("before March 5, 2026", "March 5, 2026", True),
        ("March 1, 2026", "before March 5, 2026", False),
        ("March 5, 2026", "after March 5, 2026", True),
        ("after March 5, 2026", "March 9, 2026", False),
        ("unknown", "March 9, 2026", False),
        ("March 9, 2026", "unknown", False),
    ],
)
def test_one_comes_before_another_only_if_that_is_known(one: str, other: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    assert when(one).comes_before(when(other), LOS_ANGELES) is expected


@pytest.mark.parametrize(
    ("text", "zone", "expected"),
    [
        ("2026-03-08 01:59", LOS_ANGELES, False),
        ("2026-03-08 02:00", LOS_ANGELES, True),
        ("March 8, 2026 at about 2:30 am", LOS_ANGELES, True),
        ("2026-03-08 02:59", LOS_ANGELES, True),
        ("2026-03-08 03:00", LOS_ANGELES, False),
        ("2026-03-08 02:30 -08:00", LOS_ANGELES, False),
        ("2026-03-08 02:30", PHOENIX, False),
        ("2026-11-01 01:30", LOS_ANGELES, False),
        ("March 8, 2026", LOS_ANGELES, False),
        ("unknown", LOS_ANGELES, False),
    ],
)
def test_an_hour_lost_in_spring_was_never_on_the_clock(text: str, zone: ZoneInfo, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    assert when(text).skipped_by(zone) is expected


def test_a_number_is_no_date() -> None:
    with pytest.raises(ValidationError) as error:
        Record.model_validate({"when": 20260305})

    assert [found["type"] for found in error.value.errors()] == ["string_type"]


@pytest.mark.parametrize("text", ["31 June", *HARD_TEXTS.values()])
def test_a_refused_date_does_not_become_part_of_a_message(text: str) -> None:
    with pytest.raises(ValidationError) as error:
        Record.model_validate({"when": text})

    assert text not in error.value.errors(include_input=False, include_url=False)[0]["msg"]


@pytest.mark.parametrize("text", ["April 17, 2026", "2026-04-17", "4/17/2026", "17 April 2026"])
def test_an_exact_day_is_read_as_a_day(text: str) -> None:
    assert Answer.model_validate({"by": text}).by == date(2026, 4, 17)


def test_a_day_that_is_already_a_day_stays_one() -> None:
    assert Answer(by=date(2026, 4, 17)).by == date(2026, 4, 17)


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("about April 17, 2026", "not-an-exact-day"),
        ("April 17, 2026 at noon", "not-an-exact-day"),
        ("April 2026", "not-an-exact-day"),
        ("before April 17, 2026", "not-an-exact-day"),
        ("unknown", "not-an-exact-day"),
        ("31 June 2026", "date-does-not-exist"),
        ("April 17", "year-missing"),
        (["April 17, 2026"], "text-expected"),
        (datetime(2026, 4, 17, 8, 0, tzinfo=LOS_ANGELES), "text-expected"),
    ],
)
def test_anything_but_an_exact_day_is_refused(typed: object, slug: str) -> None:
    with pytest.raises(ValidationError) as error:
        Answer.model_validate({"by": typed})

    assert [found["type"] for found in error.value.errors()] == [slug]


def test_editors_are_told_how_to_type_a_date() -> None:
    schema = Record.model_json_schema()["properties"]["when"]
    day_schema = Answer.model_json_schema()["properties"]["by"]

    assert (schema["type"], day_schema["type"]) == ("string", "string")
    assert [Record.model_validate({"when": text}).when.text for text in schema["examples"]] == (
        schema["examples"]
    )
    assert {Answer.model_validate({"by": text}).by for text in day_schema["examples"]} == {date(2026, 4, 17)}


@settings(derandomize=True, deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_any_two_days_sort_as_the_calendar_does(one: date, other: date) -> None:
    first, second = when(one.isoformat()), when(other.isoformat())

    assert (first.sort_key(LOS_ANGELES) < second.sort_key(LOS_ANGELES)) == (one < other)
    assert first.comes_before(second, LOS_ANGELES) == (one < other)


@settings(derandomize=True, deadline=None)
@given(
    st.datetimes(datetime(1900, 1, 1), datetime(2100, 12, 31)),  # noqa: DTZ001 - as it is typed
    st.integers(-14 * 60, 14 * 60),
)
def test_any_minute_with_any_offset_sorts_as_the_instant_it_is(at: datetime, minutes: int) -> None:
    sign, (hours, rest) = "-" if minutes < 0 else "+", divmod(abs(minutes), 60)
    typed = f"{at:%Y-%m-%d %H:%M} {sign}{hours:02d}:{rest:02d}"
    expected = datetime.fromisoformat(typed.replace(" ", "T", 1).replace(" ", "")).astimezone(LOS_ANGELES)

    assert when(typed).local(LOS_ANGELES) == (expected.date(), expected.time())


def test_a_refusal_is_raised_by_name() -> None:
    with pytest.raises(PydanticCustomError) as error:
        when("13/5/2026")

    assert error.value.type == "date-does-not-exist"
