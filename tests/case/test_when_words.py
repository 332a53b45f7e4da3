"""Dates in California's words, in every shape that a sentence needs."""

from datetime import date, time, timedelta

import pytest
from factories import LOS_ANGELES, jurisdiction
from hypothesis import given, settings
from hypothesis import strategies as st

from formgen.case.when import When
from formgen.case.when_words import (
    Dated,
    DateWords,
    clock_in_words,
    day_in_words,
    in_words,
    weekday_in_words,
)

NO_BREAK_SPACE = "\u00a0"
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


@pytest.fixture(scope="session")
def words() -> DateWords:
    """California's words for dates."""
    return jurisdiction().spec.date_words


def printed(text: str) -> str:
    """Return *text* with a no-break space for each `~`, as papers have it."""
    return text.replace("~", NO_BREAK_SPACE)


def dated(text: str, words: DateWords, *, without_year: int | None = None) -> Dated:
    return in_words(When.parse(text), words, LOS_ANGELES, without_year=without_year)


# What the case file promises: typed, printed at the start of a sentence, the day and minute it sorts as.
CONTRACT = [
    ("2026-03-05", "On March~5, 2026", date(2026, 3, 5), 0),
    ("March 5, 2026", "On March~5, 2026", date(2026, 3, 5), 0),
    ("2026-03-05 20:47", "On March~5, 2026, at 8:47~p.m.", date(2026, 3, 5), 1247),
    ("2026-03-05 20:47 -08:00", "On March~5, 2026, at 8:47~p.m.", date(2026, 3, 5), 1247),
    ("2026-03-05 23:47 -05:00", "On March~5, 2026, at 8:47~p.m.", date(2026, 3, 5), 1247),
    ("March 5, 2026 at 8:47 pm", "On March~5, 2026, at 8:47~p.m.", date(2026, 3, 5), 1247),
    ("March 5, 2026 at about 8:45 pm", "On March~5, 2026, at about 8:45~p.m.", date(2026, 3, 5), 1245),
    ("March 5, 2026, evening", "On the evening of March~5, 2026", date(2026, 3, 5), 1080),
    ("about March 5, 2026", "On or about March~5, 2026", date(2026, 3, 5), 0),
    ("between March 1 and March 9, 2026", "Between March~1 and March~9, 2026", date(2026, 3, 1), 0),
    ("March 2026", "In March~2026", date(2026, 3, 1), 0),
    ("late March 2026", "In late March~2026", date(2026, 3, 21), 0),
    ("before March 5, 2026", "Before March~5, 2026", date(2026, 3, 5), 0),
    ("after March 5, 2026", "After March~5, 2026", date(2026, 3, 5), 0),
    ("unknown", "On a date I do not recall", date.max, 0),
    ("3/5/2026", "On March~5, 2026", date(2026, 3, 5), 0),
]


@pytest.mark.parametrize(("typed", "lead", "day", "minute"), CONTRACT)
def test_a_date_prints_and_sorts_as_the_case_file_promises(
    typed: str, lead: str, day: date, minute: int, words: DateWords
) -> None:
    key = When.parse(typed).sort_key(LOS_ANGELES)

    assert dated(typed, words).lead == printed(lead)
    assert (date.fromordinal(key[0]), key[2]) == (day, minute)


SHAPES = [
    (
        "March 5, 2026",
        None,
        ("on March~5, 2026", "March~5, 2026", "March~5, 2026", "March~5, 2026", "March~5, 2026"),
    ),
    ("March 5, 2026", 2026, ("on March~5", "March~5", "March~5", "March~5", "March~5")),
    (
        "March 5, 2026",
        2025,
        ("on March~5, 2026", "March~5, 2026", "March~5, 2026", "March~5, 2026", "March~5, 2026"),
    ),
    (
        "March 5, 2026 at 8:47 pm",
        None,
        (
            "on March~5, 2026, at 8:47~p.m.",
            "March~5, 2026, 8:47~p.m.",
            "March~5, 2026",
            "March~5, 2026",
            "March~5, 2026",
        ),
    ),
    (
        "March 5, 2026 at 8:47 pm",
        2026,
        ("on March~5 at 8:47~p.m.", "March~5, 8:47~p.m.", "March~5", "March~5", "March~5"),
    ),
    (
        "March 5, 2026 at about noon",
        None,
        (
            "on March~5, 2026, at about noon",
            "March~5, 2026, about noon",
            "March~5, 2026",
            "March~5, 2026",
            "March~5, 2026",
        ),
    ),
    (
        "March 5, 2026 at about 5:10 am",
        2026,
        ("on March~5 at about 5:10~a.m.", "March~5, about 5:10~a.m.", "March~5", "March~5", "March~5"),
    ),
    (
        "March 5, 2026, night",
        None,
        (
            "on the night of March~5, 2026",
            "March~5, 2026, night",
            "March~5, 2026",
            "March~5, 2026",
            "March~5, 2026",
        ),
    ),
    (
        "March 5, 2026, morning",
        2026,
        ("on the morning of March~5", "March~5, morning", "March~5", "March~5", "March~5"),
    ),
    (
        "about March 5, 2026",
        None,
        (
            "on or about March~5, 2026",
            "About March~5, 2026",
            "about March~5, 2026",
            "March~5, 2026",
            "March~5, 2026",
        ),
    ),
    (
        "about March 5, 2026",
        2026,
        ("on or about March~5", "About March~5", "about March~5", "March~5", "March~5"),
    ),
    (
        "between March 1 and March 9, 2026",
        None,
        (
            "between March~1 and March~9, 2026",
            "March~1 to March~9, 2026",
            "March~1 to March~9, 2026",
            "March~1, 2026",
            "March~9, 2026",
        ),
    ),
    (
        "between March 1 and March 9, 2026",
        2026,
        ("between March~1 and March~9", "March~1 to March~9", "March~1 to March~9", "March~1", "March~9"),
    ),
    (
        "between December 28, 2025 and January 3, 2026",
        None,
        (
            "between December~28, 2025 and January~3, 2026",
            "December~28, 2025 to January~3, 2026",
            "December~28, 2025 to January~3, 2026",
            "December~28, 2025",
            "January~3, 2026",
        ),
    ),
    (
        "between December 28, 2025 and January 3, 2026",
        2026,
        (
            "between December~28, 2025 and January~3",
            "December~28, 2025 to January~3",
            "December~28, 2025 to January~3",
            "December~28, 2025",
            "January~3",
        ),
    ),
    ("March 2026", None, ("in March~2026", "March~2026", "March~2026", "March~2026", "March~2026")),
    ("March 2026", 2026, ("in March~2026", "March~2026", "March~2026", "March~2026", "March~2026")),
    (
        "early March 2026",
        None,
        (
            "in early March~2026",
            "Early March~2026",
            "early March~2026",
            "early March~2026",
            "early March~2026",
        ),
    ),
    (
        "mid-March 2026",
        2026,
        ("in mid-March~2026", "Mid-March~2026", "mid-March~2026", "mid-March~2026", "mid-March~2026"),
    ),
    (
        "before March 5, 2026",
        None,
        (
            "before March~5, 2026",
            "Before March~5, 2026",
            "before March~5, 2026",
            "March~5, 2026",
            "March~5, 2026",
        ),
    ),
    (
        "after March 5, 2026",
        2026,
        ("after March~5", "After March~5", "after March~5", "March~5", "March~5"),
    ),
    (
        "unknown",
        2026,
        (
            "on a date I do not recall",
            "Date not recalled",
            "on a date I do not recall",
            "on a date I do not recall",
            "on a date I do not recall",
        ),
    ),
]


@pytest.mark.parametrize(("typed", "year", "shapes"), SHAPES)
def test_every_precision_has_every_shape_with_and_without_its_year(
    typed: str, year: int | None, shapes: tuple[str, ...], words: DateWords
) -> None:
    found = dated(typed, words, without_year=year)
    actual = (found.inside, found.label, found.day, found.first_day, found.last_day)

    assert actual == tuple(printed(shape) for shape in shapes)
    assert found.lead == found.inside[0].upper() + found.inside[1:]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("March 5, 2026 at 8:47 pm", True),
        ("March 5, 2026 at about noon", True),
        ("March 5, 2026, evening", False),
        ("March 5, 2026", False),
        ("unknown", False),
    ],
)
def test_only_a_time_of_day_is_a_clock(typed: str, expected: bool, words: DateWords) -> None:  # noqa: FBT001 - a column of the table
    assert dated(typed, words).has_clock is expected


def test_a_time_with_its_offset_prints_on_the_day_it_was_here(words: DateWords) -> None:
    found = dated("2026-01-01 00:30 -05:00", words, without_year=2026)

    assert found.inside == printed("on December~31, 2025, at 9:30~p.m.")


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        (time(0), "midnight"),
        (time(0, 1), "12:01~a.m."),
        (time(1), "1:00~a.m."),
        (time(11, 59), "11:59~a.m."),
        (time(12), "noon"),
        (time(12, 1), "12:01~p.m."),
        (time(13, 5), "1:05~p.m."),
        (time(23, 59), "11:59~p.m."),
    ],
)
def test_every_hour_has_its_words(clock: time, expected: str, words: DateWords) -> None:
    assert clock_in_words(clock, words) == printed(expected)


def test_no_line_ends_between_month_and_day_or_before_the_half_of_the_day(words: DateWords) -> None:
    text = dated("March 5, 2026 at 8:47 pm", words).lead

    assert text.split(" ") == ["On", "March\u00a05,", "2026,", "at", "8:47\u00a0p.m."]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 5, 11), "Monday"),
        (date(2026, 5, 12), "Tuesday"),
        (date(2026, 5, 17), "Sunday"),
    ],
)
def test_weekdays_are_told(day: date, expected: str, words: DateWords) -> None:
    assert weekday_in_words(day, words) == expected


def test_a_pattern_may_name_the_weekday(words: DateWords) -> None:
    with_weekday = words.model_copy(update={"day": "{weekday}, {month} {day}, {year}"})

    assert day_in_words(date(2026, 5, 12), with_weekday) == "Tuesday, May 12, 2026"


NAMED_IN = [
    ("March 5, 2026", None, "On March 5, 2026, he wrote.", True),
    ("March 5, 2026", None, "On March\u00a05, 2026, he wrote.", True),
    ("March 5, 2026", None, "On March\n5,  2026 he wrote.", True),
    ("March 5, 2026", None, "on march 5, 2026 he wrote", True),
    ("March 5, 2026", None, "On March 5 he wrote.", False),
    ("March 5, 2026", 2026, "On March 5 he wrote.", True),
    ("March 5, 2026", 2026, "It was March 5.", True),
    ("March 5, 2026", 2026, "On March 15 he wrote.", False),
    ("March 5, 2026 at 8:47 pm", 2026, "On March 5 he wrote.", True),
    ("April 1, 2026", 2026, "On April 14 he came.", False),
    ("April 1, 2026", 2026, "On April 14, after April 1, he came.", True),
    ("April 1, 2026", 2026, "On April 1st he came.", True),
    ("between May 4 and May 6, 2026", None, "Between May 4, 2026, and May 6, 2026, he called.", True),
    ("between May 4 and May 6, 2026", 2026, "On May 6 he called.", False),
    ("March 2026", 2026, "In March 2026 he came.", True),
    ("unknown", None, "On a date I do not recall, he came.", True),
    ("unknown", None, "He came.", False),
    ("March 5, 2026", 2026, "", False),
    ("March 5, 2026", 2026, "<b>\U0001f622 Nguyễn & \u202bשלום\u202c</b> " * 300, False),
]


@pytest.mark.parametrize(("typed", "year", "text", "expected"), NAMED_IN)
def test_an_account_that_gives_the_day_itself_is_recognised(
    typed: str,
    year: int | None,
    text: str,
    expected: bool,  # noqa: FBT001 - a column of the table
    words: DateWords,
) -> None:
    assert dated(typed, words, without_year=year).is_named_in(text) is expected


def _typed(day: date) -> st.SearchStrategy[str]:
    month = MONTHS[day.month - 1]
    long = f"{month} {day.day}, {day.year}"
    later = (day + timedelta(days=40)).isoformat()
    return st.sampled_from(
        [
            day.isoformat(),
            f"{day.isoformat()} 00:30 +14:00",
            f"{day.isoformat()} 23:30 -12:00",
            f"{long} at 8:47 pm",
            f"{long} at about noon",
            f"{long}, night",
            f"about {long}",
            f"between {day.isoformat()} and {later}",
            f"{month} {day.year}",
            f"late {month} {day.year}",
            f"before {long}",
            f"after {long}",
            "unknown",
        ]
    )


@settings(derandomize=True, deadline=None)
@given(
    st.dates(date(1000, 1, 1), date(2999, 11, 1)).flatmap(_typed),
    st.none() | st.integers(1000, 2999),
)
def test_any_date_has_words_that_stand_alone_and_in_a_sentence(typed: str, year: int | None) -> None:
    found = dated(typed, jurisdiction().spec.date_words, without_year=year)

    assert all((found.lead, found.inside, found.label, found.day, found.first_day, found.last_day))
    assert "{" not in found.lead + found.label + found.day
    assert found.lead.casefold() == found.inside.casefold()
    assert found.is_named_in(f"It was {found.first_day}.")


@settings(derandomize=True, deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_any_day_prints_its_month_day_and_year(day: date) -> None:
    words = jurisdiction().spec.date_words

    assert day_in_words(day, words) == f"{MONTHS[day.month - 1]}\u00a0{day.day}, {day.year}"
    assert day_in_words(day, words, without_year=day.year) == f"{MONTHS[day.month - 1]}\u00a0{day.day}"
