"""What typed dates mean, and those that mean nothing."""

from datetime import date, time, timedelta

import pytest
from factories import HARD_TEXTS
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from formgen.case.when_reading import Precision, Reading, read_when

MARCH_5 = date(2026, 3, 5)
MARCH_9 = date(2026, 3, 9)
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
LATE_EVENING = time(20, 47)

DAY = Reading(Precision.DAY, MARCH_5, MARCH_5)
MINUTE = Reading(Precision.MINUTE, MARCH_5, MARCH_5, LATE_EVENING)
ABOUT_MINUTE = Reading(Precision.ABOUT_MINUTE, MARCH_5, MARCH_5, LATE_EVENING)
ABOUT_DAY = Reading(Precision.ABOUT_DAY, MARCH_5, MARCH_5)
BETWEEN = Reading(Precision.BETWEEN, MARCH_5, MARCH_9)

PIECES = (
    "between",
    "and",
    "before",
    "after",
    "about",
    "at",
    "on",
    "or",
    "the",
    "March",
    "Feb",
    "5",
    "31",
    "2026",
    "0000",
    "26",
    "early",
    "late",
    "evening",
    "8:47",
    "pm",
    "noon",
    "unknown",
    ",",
    "+99:99",
    "3/5/2026",
    "2026-03-05",
)
"""What dates are made of, and what they are not."""

SLUGS = {
    "date-not-understood",
    "date-does-not-exist",
    "dates-out-of-order",
    "two-digit-year",
    "year-missing",
    "time-does-not-exist",
}


def refusal_of(text: str) -> str:
    """Return the slug under which *text* is refused."""
    with pytest.raises(PydanticCustomError) as error:
        read_when(text)
    return error.value.type


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-05",
        "2026-3-5",
        "March 5, 2026",
        "March 5 2026",
        "march 5, 2026",
        "MARCH 5, 2026",
        "March 5th, 2026",
        "Mar 5, 2026",
        "Mar. 5, 2026",
        "5 March 2026",
        "5 March, 2026",
        "5th Mar. 2026",
        "3/5/2026",
        "03/05/2026",
        "  March   5,\u00a02026 ",
    ],
)
def test_a_day_can_be_typed_in_many_ways(text: str) -> None:
    assert read_when(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-05 20:47",
        "2026-03-05T20:47",
        "2026-03-05 20:47:31",
        "2026-03-05 8:47 pm",
        "March 5, 2026 at 8:47 pm",
        "March 5, 2026 at 20:47",
        "March 5, 2026, at 8:47 p.m.",
        "March 5, 2026, 8:47 PM",
        "March 5, 2026 8:47pm",
        "March 5, 2026 at 8:47\u00a0p.m.",
        "3/5/2026 at 8:47 pm",
        "5 March 2026 at 8:47 P.M.",
    ],
)
def test_a_minute_can_be_typed_in_many_ways(text: str) -> None:
    assert read_when(text) == MINUTE


@pytest.mark.parametrize(
    "text",
    [
        "March 5, 2026 at about 8:47 pm",
        "March 5, 2026, about 8:47 pm",
        "March 5, 2026 at around 8:47 pm",
        "March 5, 2026 at approximately 20:47",
        "about March 5, 2026 at 8:47 pm",
    ],
)
def test_about_a_minute_can_be_typed_in_many_ways(text: str) -> None:
    assert read_when(text) == ABOUT_MINUTE


@pytest.mark.parametrize(
    "text",
    ["about March 5, 2026", "On or about March 5, 2026", "around 3/5/2026", "approximately 2026-03-05"],
)
def test_about_a_day_can_be_typed_in_many_ways(text: str) -> None:
    assert read_when(text) == ABOUT_DAY


@pytest.mark.parametrize(
    "text",
    [
        "between March 5 and March 9, 2026",
        "between March 5 and 9, 2026",
        "between March 5th and 9th, 2026",
        "between March 5, 2026 and March 9, 2026",
        "between March 5, 2026 and March 9",
        "between March 5, 2026 and 9",
        "Between 2026-03-05 and 2026-03-09",
        "between 3/5/2026 and 3/9/2026",
        "between 5 March 2026 and 9 March 2026",
    ],
)
def test_two_days_can_be_typed_in_many_ways(text: str) -> None:
    assert read_when(text) == BETWEEN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("March 5, 2026 at noon", time(12)),
        ("March 5, 2026, Midnight", time(0)),
        ("March 5, 2026 at 12 am", time(0)),
        ("March 5, 2026 at 12:01 am", time(0, 1)),
        ("March 5, 2026 at 12 pm", time(12)),
        ("March 5, 2026 at 11:59 pm", time(23, 59)),
        ("March 5, 2026 at 8 pm", time(20)),
        ("March 5, 2026 at 1 a.m.", time(1)),
        ("2026-03-05 0:00", time(0)),
        ("2026-03-05 23:59:59", time(23, 59)),
    ],
)
def test_every_way_to_tell_the_time_gives_its_minute(text: str, expected: time) -> None:
    assert read_when(text) == Reading(Precision.MINUTE, MARCH_5, MARCH_5, expected)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("2026-03-05 20:47 -08:00", -8),
        ("2026-03-05 20:47-0800", -8),
        ("2026-03-05T20:47:00+05:30", 5.5),
        ("2026-03-05 20:47Z", 0),
        ("2026-03-05T20:47z", 0),
        ("March 5, 2026 at 20:47 +14:00", 14),
    ],
)
def test_an_offset_typed_is_kept(text: str, hours: float) -> None:
    expected = Reading(Precision.MINUTE, MARCH_5, MARCH_5, LATE_EVENING, timedelta(hours=hours))

    assert read_when(text) == expected


@pytest.mark.parametrize("part", ["morning", "afternoon", "evening", "night"])
@pytest.mark.parametrize("joined", [", ", " ", " in the ", " at "])
def test_a_part_of_a_day_is_read(part: str, joined: str) -> None:
    expected = Reading(Precision.PART_OF_DAY, MARCH_5, MARCH_5, part=part)

    assert read_when(f"March 5, 2026{joined}{part}") == expected
    assert read_when(f"March 5, 2026{joined}{part.upper()}") == expected


@pytest.mark.parametrize(
    ("text", "first", "last", "part"),
    [
        ("March 2026", date(2026, 3, 1), date(2026, 3, 31), None),
        ("Mar. 2026", date(2026, 3, 1), date(2026, 3, 31), None),
        ("March, 2026", date(2026, 3, 1), date(2026, 3, 31), None),
        ("february 2024", date(2024, 2, 1), date(2024, 2, 29), None),
        ("early March 2026", date(2026, 3, 1), date(2026, 3, 10), "early"),
        ("mid March 2026", date(2026, 3, 11), date(2026, 3, 20), "mid"),
        ("mid-March 2026", date(2026, 3, 11), date(2026, 3, 20), "mid"),
        ("Late March 2026", date(2026, 3, 21), date(2026, 3, 31), "late"),
        ("late February 2026", date(2026, 2, 21), date(2026, 2, 28), "late"),
        ("late Sept 2026", date(2026, 9, 21), date(2026, 9, 30), "late"),
    ],
)
def test_a_month_and_its_parts_are_read(text: str, first: date, last: date, part: str | None) -> None:
    precision = Precision.PART_OF_MONTH if part else Precision.MONTH

    assert read_when(text) == Reading(precision, first, last, part=part)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("before March 5, 2026", Precision.BEFORE),
        ("Before 3/5/2026", Precision.BEFORE),
        ("after March 5, 2026", Precision.AFTER),
        ("AFTER 2026-03-05", Precision.AFTER),
    ],
)
def test_one_side_of_a_day_is_read(text: str, precision: Precision) -> None:
    assert read_when(text) == Reading(precision, MARCH_5, MARCH_5)


@pytest.mark.parametrize("text", ["unknown", "Unknown", " UNKNOWN ", "not recalled", "I do not recall"])
def test_a_date_can_be_unknown(text: str) -> None:
    assert read_when(text) == Reading(Precision.UNKNOWN)


@pytest.mark.parametrize("number", range(1, 13))
def test_every_month_is_read_in_full_and_short(number: int) -> None:
    name = MONTHS[number - 1]
    expected = Reading(Precision.DAY, date(2026, number, 5), date(2026, number, 5))

    assert [read_when(f"{form} 5, 2026") for form in (name, name[:3], f"{name[:3]}.")] == [expected] * 3


def test_september_may_be_cut_after_four_letters() -> None:
    assert read_when("Sept. 5, 2026").first == date(2026, 9, 5)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "yesterday",
        "sometime",
        "3/5",
        "26-03-05",
        "2026",
        "2026-03",
        "March",
        "Smarch 5, 2026",
        "Smarch 2026",
        "5 Smarch 2026",
        "March 5, 2026 and March 9, 2026",
        "between March 5, 2026",
        "between Smarch 5 and Smarch 9, 2026",
        "between 5 and 9 March 2026",
        "before late March 2026",
        "after noon",
        "about late March 2026",
        "8:47 pm",
        "March 5, 2026 at",
        "March 5, 2026 at tea time",
        "March 5, 2026 -08:00",
        "2026-03-05 20:47 PST",
        "2026-03-05\n2026-03-06",
        *HARD_TEXTS.values(),
    ],
)
def test_what_is_no_date_is_not_understood(text: str) -> None:
    assert refusal_of(text) == "date-not-understood"


@pytest.mark.parametrize(
    "text",
    [
        "31 June",
        "June 31",
        "31 June 2026",
        "June 31, 2026",
        "2026-06-31",
        "6/31/2026",
        "February 29, 2026",
        "February 30, 2024",
        "March 0, 2026",
        "2026-13-05",
        "13/5/2026",
        "13/13/2026",
        "0/5/2026",
        "between June 1 and 31, 2026",
        "before June 31, 2026",
        "about June 31, 2026",
        "June 31, 2026, evening",
        "June 31, 2026 at 8:47 pm",
        "March 0000",
        "March 5, 0226",
        "March 5, 0999",
        "0001-01-01 00:30 +14:00",
        "9999-12-31 23:59",
        "3/5/3000",
    ],
)
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    assert refusal_of(text) == "date-does-not-exist"


def test_a_slash_date_with_the_day_first_is_told_that_the_month_comes_first() -> None:
    with pytest.raises(PydanticCustomError) as error:
        read_when("13/5/2026")

    assert error.value.message() == (
        "A date with slashes is read month first here, and there is no such month."
    )
    assert error.value.context == {"fix": "Write the month by name, such as March 5, 2026."}


@pytest.mark.parametrize(
    ("text", "year"), [("3/5/1000", 1000), ("March 5, 1872", 1872), ("2999-12-31", 2999)]
)
def test_a_year_long_past_or_far_ahead_can_be_meant(text: str, year: int) -> None:
    first = read_when(text).first

    assert first is not None
    assert first.year == year


@pytest.mark.parametrize("text", ["2/29/2024", "2024-02-29", "29 February 2024"])
def test_a_leap_day_exists(text: str) -> None:
    assert read_when(text).first == date(2024, 2, 29)


@pytest.mark.parametrize(
    "text",
    [
        "3/5/26",
        "March 5, 26",
        "March 5, 026",
        "5 March 26",
        "March 5, 20260",
        "about 3/5/26",
        "between March 1 and 9, 26",
        "March 5, 26 at 8:47 pm",
    ],
)
def test_a_year_without_its_four_digits_is_refused(text: str) -> None:
    assert refusal_of(text) == "two-digit-year"


@pytest.mark.parametrize(
    "text",
    [
        "March 5",
        "5 March",
        "February 29",
        "about March 5",
        "before March 5",
        "March 5, evening",
        "March 5 at 8:47 pm",
        "March 5, 8:47 pm",
        "between March 5 and March 9",
        "between March 5 and 9",
        "between March 5 and 2026-03-09",
    ],
)
def test_a_missing_year_is_asked_for(text: str) -> None:
    assert refusal_of(text) == "year-missing"


@pytest.mark.parametrize(
    "text",
    [
        "between March 9 and March 5, 2026",
        "between March 9 and 5, 2026",
        "between 2026-03-09 and 2026-03-05",
        "between January 3, 2027 and December 28, 2026",
    ],
)
def test_two_days_the_wrong_way_round_are_refused(text: str) -> None:
    assert refusal_of(text) == "dates-out-of-order"


def test_two_days_may_be_one_and_may_span_two_years() -> None:
    one = read_when("between March 5 and March 5, 2026")
    over_new_year = read_when("between December 28, 2026 and January 3, 2027")

    assert (one.first, one.last) == (MARCH_5, MARCH_5)
    assert (over_new_year.first, over_new_year.last) == (date(2026, 12, 28), date(2027, 1, 3))


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-05 24:00",
        "2026-03-05 20:60",
        "2026-03-05 20:47:60",
        "2026-03-05 20:47:99",
        "March 5, 2026 at 13 pm",
        "March 5, 2026 at 0 am",
        "March 5, 2026 at 8:60 pm",
        "March 5, 2026 at 13:47 pm",
        "March 5, 2026 at about 25:00",
        "2026-03-05 20:47 +24:00",
        "2026-03-05 20:47 -99:00",
        "2026-03-05 20:47 +05:60",
    ],
)
def test_a_time_that_no_clock_shows_is_refused(text: str) -> None:
    assert refusal_of(text) == "time-does-not-exist"


@pytest.mark.parametrize(
    "text",
    [
        "yesterday",
        "31 June",
        "March 5, 26",
        "March 5",
        "2026-03-05 24:00",
        "between 9 and 5",
        "March 5, 0226",
        "March 5, 0999",
    ],
)
def test_a_refusal_says_what_to_do_and_repeats_nothing_typed(text: str) -> None:
    with pytest.raises(PydanticCustomError) as error:
        read_when(text)

    assert error.value.context is not None
    assert str(error.value.context["fix"]).endswith(".")
    assert text not in error.value.message()


@settings(derandomize=True, deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_any_day_reads_as_itself_in_every_form(day: date) -> None:
    month = MONTHS[day.month - 1]
    forms = [
        day.isoformat(),
        f"{month} {day.day}, {day.year}",
        f"{month[:3]}. {day.day} {day.year}",
        f"{day.day} {month} {day.year}",
        f"{day.month}/{day.day}/{day.year}",
        f"{day.month:02d}/{day.day:02d}/{day.year}",
    ]

    assert [read_when(form) for form in forms] == [Reading(Precision.DAY, day, day)] * len(forms)


@settings(derandomize=True, deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.times())
def test_any_minute_reads_as_itself_by_either_clock(day: date, at: time) -> None:
    minute = time(at.hour, at.minute)
    half = "am" if at.hour < 12 else "pm"
    by_24 = f"{day.isoformat()} {at.hour:02d}:{at.minute:02d}"
    by_12 = f"{MONTHS[day.month - 1]} {day.day}, {day.year} at {at.hour % 12 or 12}:{at.minute:02d} {half}"

    expected = Reading(Precision.MINUTE, day, day, minute)
    assert (read_when(by_24), read_when(by_12)) == (expected, expected)


@settings(derandomize=True, deadline=None, max_examples=500)
@given(
    st.one_of(
        st.text(),
        st.text("0123456789/-:, TZapm+"),
        st.lists(st.sampled_from(PIECES)).map(" ".join),
    )
)
def test_any_text_is_read_or_refused_by_name(text: str) -> None:
    try:
        actual = read_when(text).precision in Precision
    except PydanticCustomError as refusal:
        actual = refusal.type in SLUGS

    assert actual


@pytest.mark.parametrize("text", ["between " * 20_000, "1 " * 50_000, "March 5, 2026" + " at" * 30_000])
def test_a_very_long_text_is_refused_at_once(text: str) -> None:
    assert refusal_of(text) == "date-not-understood"


def test_a_first_day_late_in_the_year_is_of_the_year_before() -> None:
    reading = read_when("between December 28 and January 3, 2027")

    assert (reading.first, reading.last) == (date(2026, 12, 28), date(2027, 1, 3))


@pytest.mark.parametrize("typed", ["on March 5, 2026", "On March 5, 2026"])
def test_on_before_a_day_says_nothing_more(typed: str) -> None:
    assert read_when(typed) == read_when("March 5, 2026")
