"""Prints a date in the words of a jurisdiction."""

import re
from dataclasses import dataclass
from datetime import date, time
from zoneinfo import ZoneInfo

from formgen.case.base import CaseModel
from formgen.case.when import Precision, When


class DateWords(CaseModel):
    """How a jurisdiction writes dates: its names and patterns.

    Patterns name their parts in braces: `{month} {day}, {year}`.
    """

    months: tuple[str, ...]
    """The twelve months, January first."""

    weekdays: tuple[str, ...]
    """Monday first."""

    am: str
    """After a time before noon: `a.m.`"""

    pm: str
    """After a time from noon on: `p.m.`"""

    noon: str
    """Twelve o'clock in the day: `noon`."""

    midnight: str
    """Twelve o'clock at night: `midnight`."""

    parts: dict[str, str]
    """What parts of a day and of a month are called."""

    clock: str
    """A time of day, from `{hour}`, `{minute}` and `{half}`: `8:47 p.m.`"""

    day: str
    """A day with its year: `March 5, 2026`."""

    day_this_year: str
    """A day whose year the reader knows."""

    month: str
    """A month with its year: `March 2026`."""

    on: str
    """A day within a sentence: `on March 5, 2026`."""

    at: str
    """A day and a time within a sentence: `on March 5, 2026, at 8:47 p.m.`"""

    at_this_year: str
    """The same where the year is left out: `on March 5 at 8:47 p.m.`"""

    about_clock: str
    """A time that is not exact: `about 8:45 p.m.`"""

    part_of_day: str
    """A part of a day within a sentence: `on the evening of March 5, 2026`."""

    about_day: str
    """A day that is not exact, within a sentence: `on or about March 5, 2026`."""

    about_day_name: str
    """As after `the email of`: `about March 5`."""

    between: str
    """Two days within a sentence: `between March 1 and March 9, 2026`."""

    between_name: str
    """As after `the call of`: `May 4 to May 6`."""

    in_month: str
    """A month within a sentence: `in March 2026`."""

    part_of_month: str
    """A part of a month within a sentence: `in late March 2026`."""

    part_of_month_name: str
    """A part of a month by itself: `late March 2026`."""

    before: str
    """Before a day: `before March 5, 2026`."""

    after: str
    """After a day: `after March 5, 2026`."""

    unknown: str
    """A date that is not recalled, within a sentence: `on a date I do not recall`."""

    label_clock: str
    """A date and time standing alone, as at the head of a list entry."""

    label_about: str
    """A date and a time that is not exact, standing alone."""

    label_part: str
    """A part of a day standing alone: `March 5, 2026, evening`."""

    label_about_day: str
    """A day that is not exact, standing alone: `about March 5, 2026`."""

    label_between: str
    """Two days standing alone: `March 1 to March 9, 2026`."""

    label_unknown: str
    """A date that is not recalled, standing alone."""


@dataclass(frozen=True, slots=True)
class Dated:
    """One date in words, in the shapes that sentences need."""

    lead: str
    """To begin a sentence: `On March 5, 2026, at 8:47 p.m.`"""

    inside: str
    """Within a sentence: `on March 5, 2026, at 8:47 p.m.`"""

    label: str
    """Standing alone: `March 5, 2026, 8:47 p.m.`"""

    day: str
    """The day alone, as after `the email of`: `March 5, 2026`, `May 4 to May 6`."""

    first_day: str
    """The first day that it can have been, or the month."""

    last_day: str
    """The last day that it can have been, or the month."""

    since: str
    """As after `since`: `about March 5` where the day is not exact."""

    has_clock: bool
    """Whether a time of day is in it."""

    def is_named_in(self, text: str) -> bool:
        """Return whether *text*, as typed, already gives the day."""
        day = re.escape(_one_spaced(self.first_day))
        # No digit may follow: April 14 does not give April 1.
        return re.search(rf"{day}(?!\d)", _one_spaced(text), re.IGNORECASE) is not None


def _one_spaced(text: str) -> str:
    """Return *text* with a plain space for every line end, no-break space or run of spaces."""
    return " ".join(text.split())


def day_in_words(day: date, words: DateWords, *, without_year: int | None = None) -> str:
    """Return *day* in words, less its year if that is *without_year*."""
    pattern = words.day_this_year if day.year == without_year else words.day
    return pattern.format(
        month=words.months[day.month - 1],
        day=day.day,
        year=day.year,
        weekday=words.weekdays[day.weekday()],
    )


def weekday_in_words(day: date, words: DateWords) -> str:
    """Return the weekday of *day*."""
    return words.weekdays[day.weekday()]


def clock_in_words(clock: time, words: DateWords) -> str:
    """Return *clock* in words: `8:47 p.m.`, `noon`."""
    if clock.minute == 0 and clock.hour in (0, 12):
        return words.noon if clock.hour else words.midnight
    half = words.am if clock.hour < 12 else words.pm
    return words.clock.format(hour=clock.hour % 12 or 12, minute=f"{clock.minute:02d}", half=half)


def in_words(when: When, words: DateWords, zone: ZoneInfo, *, without_year: int | None = None) -> Dated:
    """Return *when* in the jurisdiction's words, by the clocks of *zone*.

    A letter leaves out its own year: *without_year*.
    """
    if not when.is_dated:
        return _dated(words.unknown, words.label_unknown, _Day(words.unknown))
    first, clock = when.local(zone)
    day = day_in_words(first, words, without_year=without_year)
    if clock is not None:
        return _timed(when, words, day, clock_in_words(clock, words), this_year=first.year == without_year)
    if when.precision in (Precision.MONTH, Precision.PART_OF_MONTH):
        return _in_month(
            when, words, words.month.format(month=words.months[first.month - 1], year=first.year)
        )
    part = words.parts.get(when.reading.part or "", "")
    end = when.reading.last or first
    last = day_in_words(end, words, without_year=without_year)
    # The first of two days goes without its year if the second has the same one.
    opening = day_in_words(first, words, without_year=end.year if first.year == end.year else without_year)
    inside, label, named = _patterns(when.precision, words)
    filled = {"day": day, "part": part, "first": opening, "last": last}
    name = named.format(**filled)
    shown = _Day(day, last, name, name if when.precision is Precision.ABOUT_DAY else "")
    return _dated(inside.format(**filled), label.format(**filled), shown)


def _patterns(precision: Precision, words: DateWords) -> tuple[str, str, str]:
    """Return how a day known with *precision* is written in a sentence, standing alone, and after `of`."""
    return {
        Precision.PART_OF_DAY: (words.part_of_day, words.label_part, "{day}"),
        Precision.ABOUT_DAY: (words.about_day, words.label_about_day, words.about_day_name),
        Precision.BETWEEN: (words.between, words.label_between, words.between_name),
        Precision.BEFORE: (words.before, words.before, words.before),
        Precision.AFTER: (words.after, words.after, words.after),
    }.get(precision, (words.on, "{day}", "{day}"))


def _timed(when: When, words: DateWords, day: str, clock: str, *, this_year: bool) -> Dated:
    exact = when.precision is Precision.MINUTE
    at = words.at_this_year if this_year else words.at
    shown = clock if exact else words.about_clock.format(clock=clock)
    label = (words.label_clock if exact else words.label_about).format(day=day, clock=clock)
    return _dated(at.format(on=words.on.format(day=day), clock=shown), label, _Day(day), has_clock=True)


def _in_month(when: When, words: DateWords, month: str) -> Dated:
    if when.reading.part is None:
        return _dated(words.in_month.format(month=month), month, _Day(month))
    part = words.parts[when.reading.part]
    name = words.part_of_month_name.format(part=part, month=month)
    return _dated(words.part_of_month.format(part=part, month=month), name, _Day(name))


@dataclass(frozen=True, slots=True)
class _Day:
    first: str
    last: str = ""
    named: str = ""
    since: str = ""


def _dated(inside: str, label: str, day: _Day, *, has_clock: bool = False) -> Dated:
    return Dated(
        lead=inside[0].upper() + inside[1:],
        inside=inside,
        label=label[0].upper() + label[1:],
        day=day.named or day.first,
        first_day=day.first,
        last_day=day.last or day.first,
        since=day.since or day.first,
        has_clock=has_clock,
    )
