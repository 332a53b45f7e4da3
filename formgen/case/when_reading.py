"""Reads a date as people type it.  What was typed is kept; this is only its meaning."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from pydantic_core import PydanticCustomError


class Precision(StrEnum):
    """How exactly a time is known."""

    MINUTE = "minute"
    ABOUT_MINUTE = "about a minute"
    PART_OF_DAY = "part of a day"
    DAY = "day"
    ABOUT_DAY = "about a day"
    BETWEEN = "between two days"
    MONTH = "month"
    PART_OF_MONTH = "part of a month"
    BEFORE = "before a day"
    AFTER = "after a day"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a typed date means: the days it can be, and the time of day if known."""

    precision: Precision
    first: date | None = None
    last: date | None = None
    clock: time | None = None
    offset: timedelta | None = None
    part: str | None = None
    """`morning`, `afternoon`, `evening`, `night`; or `early`, `mid`, `late` of a month."""

    @property
    def starts_at(self) -> int:
        """Return the minute of the day at which a part of the day begins; 0 for a whole day."""
        return 0 if self.part is None else 60 * PARTS_OF_DAY.get(self.part, 0)


PARTS_OF_DAY = {"morning": 0, "afternoon": 12, "evening": 18, "night": 21}
"""The hour at which each part of a day begins, for sorting only."""

HALF_A_YEAR = 6
"""Months; so far back, a first day without its year is of the year before."""

PARTS_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}

FIRST_YEAR, LAST_YEAR = 1000, 2999
"""A year outside these is a slip of the finger; at the ends of the calendar clocks cannot be converted."""

_MONTH_NAMES = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTHS = {
    name[:length]: number for number, name in enumerate(_MONTH_NAMES, 1) for length in {3, len(name)}
} | {"sept": 9}
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_YEAR = r"(?P<year>\d+)"
_LONG_DAY = re.compile(rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? {_YEAR})?", re.IGNORECASE)
_EUROPEAN_DAY = re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},?(?: {_YEAR})?", re.IGNORECASE)
_ISO_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_SLASH_DAY = re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d+)")
_WHOLE_MONTH = re.compile(rf"(?:(?P<part>early|mid|late)[ -])?{_MONTH},? (?P<year>\d{{4}})", re.IGNORECASE)
_BARE_DAY = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?P<year>\d+))?", re.IGNORECASE)
_CLOCK_12 = re.compile(r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))? ?(?P<half>[ap])\.?m\.?", re.IGNORECASE)
_CLOCK_24 = re.compile(
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))? ?(?P<offset>Z|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_WITH_CLOCK = re.compile(
    r"(?P<day>.+?)(?:,? at |, |[T ])(?P<about>about |around |approximately )?"
    r"(?P<clock>noon|midnight|\d{1,2}(?::\d{2})? ?[ap]\.?m\.?"
    r"|\d{1,2}:\d{2}(?::\d{2})? ?(?:Z|[+-]\d{2}:?\d{2})?)",
    re.IGNORECASE,
)
_WITH_PART = re.compile(
    r"(?P<day>.+?)(?:,| in the| at)? (?P<part>morning|afternoon|evening|night)", re.IGNORECASE
)
_ON = re.compile(
    r"(?:on (?!or )|in (?=\w+ \d{4}$)|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )+",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:on or )?(?:about|around|approximately) (?P<rest>.+)", re.IGNORECASE)
_BETWEEN = re.compile(r"between (?P<first>.+?) and (?P<last>.+)", re.IGNORECASE)
_BESIDE = re.compile(r"(?P<side>before|after) (?P<rest>.+)", re.IGNORECASE)


def read_when(text: str) -> Reading:
    """Return what the typed date *text* means.

    Raises:
        PydanticCustomError: `date-not-understood`, `date-does-not-exist`,
            `two-digit-year`, `year-missing` or `time-does-not-exist`.
    """
    typed = " ".join(text.split())
    if begins := _ON.match(typed):
        typed = typed[begins.end() :]
    if typed.casefold() in ("unknown", "not recalled", "i do not recall"):
        return Reading(Precision.UNKNOWN)
    if match := _BETWEEN.fullmatch(typed):
        return _between(match["first"], match["last"])
    if match := _BESIDE.fullmatch(typed):
        day = _day(match["rest"])
        side = Precision.BEFORE if match["side"].casefold() == "before" else Precision.AFTER
        return Reading(side, day, day)
    if match := _WITH_CLOCK.fullmatch(typed):
        return _timed(match["day"], match["clock"], about=match["about"] is not None)
    if match := _WITH_PART.fullmatch(typed):
        day = _day(match["day"])
        return Reading(Precision.PART_OF_DAY, day, day, part=match["part"].casefold())
    if match := _ABOUT.fullmatch(typed):
        day = _day(match["rest"])
        return Reading(Precision.ABOUT_DAY, day, day)
    if (match := _WHOLE_MONTH.fullmatch(typed)) and match["month"].casefold() in _MONTHS:
        return _month(match)
    day = _day(typed)
    return Reading(Precision.DAY, day, day)


def _timed(day_text: str, clock_text: str, *, about: bool) -> Reading:
    if match := _ABOUT.fullmatch(day_text):
        day_text, about = match["rest"], True
    day = _day(day_text)
    clock, offset = _clock(clock_text, on_iso_day=_ISO_DAY.fullmatch(day_text) is not None)
    return Reading(Precision.ABOUT_MINUTE if about else Precision.MINUTE, day, day, clock, offset)


def _between(first_text: str, last_text: str) -> Reading:
    """Read two days of which the first may leave out its year, the last its month."""
    first_match = _LONG_DAY.fullmatch(first_text)
    if (match := _BARE_DAY.fullmatch(last_text)) and first_match:
        last_text = f"{first_match['month']} {match['day']}" + (f", {match['year']}" if match["year"] else "")
    last_match = _LONG_DAY.fullmatch(last_text)
    if first_match and last_match:
        year = last_match["year"] or first_match["year"]
        first = _long(first_match, first_match["year"] or year)
        last = _long(last_match, year)
    else:
        first, last = _day(first_text), _day(last_text)
    if (
        last < first
        and first_match
        and first_match["year"] is None
        and first.month - last.month > HALF_A_YEAR
    ):
        # "between December 28 and January 3, 2027" begins in the year before.
        first = _existing(first.year - 1, first.month, first.day)
    if last < first:
        raise _refusal(
            "dates-out-of-order", "The second day is before the first.", "Put the earlier day first."
        )
    return Reading(Precision.BETWEEN, first, last)


def _month(match: re.Match[str]) -> Reading:
    year, month = _year(match["year"]), _MONTHS[match["month"].casefold()]
    days = monthrange(year, month)[1]
    if match["part"] is None:
        return Reading(Precision.MONTH, date(year, month, 1), date(year, month, days))
    part = match["part"].casefold()
    start, end = PARTS_OF_MONTH[part]
    first, last = date(year, month, start), date(year, month, min(end, days))
    return Reading(Precision.PART_OF_MONTH, first, last, part=part)


def _day(text: str) -> date:
    if match := _ISO_DAY.fullmatch(text):
        return _existing(_year(match["year"]), int(match["month"]), int(match["day"]))
    if match := _SLASH_DAY.fullmatch(text):
        if int(match["month"]) > 12 and int(match["day"]) <= 12:
            raise _refusal(
                "date-does-not-exist",
                "A date with slashes is read month first here, and there is no such month.",
                "Write the month by name, such as March 5, 2026.",
            )
        return _existing(_year(match["year"]), int(match["month"]), int(match["day"]))
    match = _LONG_DAY.fullmatch(text) or _EUROPEAN_DAY.fullmatch(text)
    if match is None:
        raise _not_understood()
    return _long(match, match["year"])


def _long(match: re.Match[str], year: str | None) -> date:
    month = _MONTHS.get(match["month"].casefold())
    if month is None:
        raise _not_understood()
    if year is None:
        _existing(2000, month, int(match["day"]))  # a leap year: what it lacks, no year has
        raise _refusal("year-missing", "The year is missing.", "Add the year, such as March 5, 2026.")
    return _existing(_year(year), month, int(match["day"]))


def _year(text: str) -> int:
    if len(text) != 4:
        raise _refusal(
            "two-digit-year", "The year must have four digits.", "Write the whole year, such as 2026."
        )
    year = int(text)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _refusal("date-does-not-exist", "This year cannot be meant.", "Correct the year.")
    return year


def _existing(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise _refusal(
            "date-does-not-exist", "There is no such day in the calendar.", "Correct the day or the month."
        ) from None


def _clock(text: str, *, on_iso_day: bool) -> tuple[time, timedelta | None]:
    word = text.casefold()
    if word in ("noon", "midnight"):
        return time(12 if word == "noon" else 0), None
    if match := _CLOCK_12.fullmatch(text):
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if 1 <= hour <= 12 and minute < 60:
            return time(hour % 12 + (12 if match["half"].casefold() == "p" else 0), minute), None
    elif match := _CLOCK_24.fullmatch(text):
        hour, minute = int(match["hour"]), int(match["minute"])
        if hour < 24 and minute < 60 and int(match["second"] or 0) < 60:
            if 1 <= hour <= 12 and len(match["hour"]) == 1 + (hour > 9) and not on_iso_day:
                raise _refusal(
                    "half-of-day-missing",
                    "It is not said whether this is before or after noon.",
                    "Add am or pm.",
                )
            return time(hour, minute), _offset(match["offset"])
    raise _refusal("time-does-not-exist", "There is no such time of day.", "Write it as 8:47 pm or 20:47.")


def _offset(text: str | None) -> timedelta | None:
    if text is None:
        return None
    if text.casefold() == "z":
        return timedelta(0)
    hours, minutes = int(text[1:3]), int(text[-2:])
    if hours >= 24 or minutes >= 60:
        raise _refusal("time-does-not-exist", "There is no such time zone offset.", "Write it as -08:00.")
    size = timedelta(hours=hours, minutes=minutes)
    return -size if text[0] == "-" else size


def _not_understood() -> PydanticCustomError:
    return _refusal(
        "date-not-understood",
        "This date is not understood.",
        "Write it as March 5, 2026; March 5, 2026 at 8:47 pm; about March 5, 2026; late March 2026; "
        "between March 1 and March 9, 2026; before March 5, 2026; or unknown.",
    )


def _refusal(slug: str, what: str, fix: str) -> PydanticCustomError:
    return PydanticCustomError(slug, what, {"fix": fix})
