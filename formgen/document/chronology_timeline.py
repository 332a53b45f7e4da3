"""Composes the drawn timeline of a chronology: what is counted in each column, and its legend."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from formgen.case.incident import Incident
from formgen.case.told import Notice, RequestToStop
from formgen.case.when import Precision
from formgen.catalog.chronology_spec import TimelineWords
from formgen.document.chronology_cells import rows_in_words
from formgen.document.chronology_counts import days_of
from formgen.document.chronology_listed import Listed
from formgen.document.chronology_values import Slot, Timeline
from formgen.document.naming import Namer
from formgen.facts.chronology import Chronology

MOST_DAYS = 14
"""A longer time is counted by weeks."""

FEWEST_DAYS = 7
MOST_SLOTS = 26
"""Columns whose counts have two digits; of more digits, fewer can stand side by side."""

_SLOTS_BY_DIGITS = {3: 18, 4: 14, 5: 11}
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)

Unit: TypeAlias = Literal["day", "week", "month", "quarter", "year", "years"]


@dataclass(frozen=True, slots=True)
class Drawn:
    """An event that is drawn: the days it can have been."""

    listed: Listed
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class TimelineMaker:
    """Counts the rows of one chronology column by column."""

    words: TimelineWords
    namer: Namer
    order: Chronology
    listed: tuple[Listed, ...]

    def timeline(self) -> Timeline | None:
        """Return the timeline, or None where fewer than two events have a day: a line needs two points."""
        drawn = [
            Drawn(entry, *days)
            for entry in self.listed
            if (days := days_of(entry.event, self.order)) is not None
        ]
        if len(drawn) < 2:
            return None
        unit, starts = self._columns(drawn)
        slots = tuple(self._slots(drawn, unit, starts))
        asked, told = any(slot.requests for slot in slots), any(slot.notices for slot in slots)
        return Timeline(
            slots=slots,
            contacts=self.words.contacts,
            requests=self.words.requests if asked else "",
            notices=self.words.notices if told else "",
            unit=self._unit_words()[unit][0],
            heads=self._heads(unit, starts),
            legend=tuple(self._legend(drawn, unit, starts)),
        )

    def _columns(self, drawn: Sequence[Drawn]) -> tuple[Unit, list[date]]:
        """Return what one column stands for, and the first day of each; the day after the last ends them."""
        first, last = min(event.first for event in drawn), max(event.first for event in drawn)
        if (last - first).days < MOST_DAYS:
            return "day", _every_day(first, max(last, first + timedelta(days=FEWEST_DAYS - 1)))
        weeks = _every_week(first, last, begins=0 if self.words.week_begins == "Monday" else 6)
        choices: list[tuple[Unit, list[date]]] = [
            ("week", weeks),
            ("month", _every_months(first, last, 1)),
            ("quarter", _every_months(first, last, 3)),
            *(("year" if n == 1 else "years", _every_months(first, last, 12 * n)) for n in _YEARS),
        ]
        return next(choice for choice in choices if self._fits(drawn, choice[1]))

    def _fits(self, drawn: Sequence[Drawn], starts: Sequence[date]) -> bool:
        counts = [0] * (len(starts) - 1)
        for event in drawn:
            if isinstance(event.listed.record, Incident):
                counts[_slot_of(event.first, starts)] += 1
        most = _SLOTS_BY_DIGITS.get(len(str(max(counts))), MOST_SLOTS)
        return len(counts) <= most

    def _slots(self, drawn: Sequence[Drawn], unit: Unit, starts: Sequence[date]) -> Iterator[Slot]:
        columns: list[list[Drawn]] = [[] for _ in starts[1:]]
        for event in drawn:
            columns[_slot_of(event.first, starts)].append(event)
        for number, events in enumerate(columns):
            contacts = [event for event in events if isinstance(event.listed.record, Incident)]
            sure = [event for event in contacts if _is_sure(event, starts)]
            before = starts[number - 1] if number else None
            yield Slot(
                labels=self._labels(unit, starts[number]),
                heads=self._stretch(unit, starts[number], before),
                sure=len(sure),
                unsure=len(contacts) - len(sure),
                requests=sum(isinstance(event.listed.record, RequestToStop) for event in events),
                notices=sum(isinstance(event.listed.record, Notice) for event in events),
            )

    def _labels(self, unit: Unit, start: date) -> tuple[str, ...]:
        short = self.words.months_short[start.month - 1]
        match unit:
            case "day" | "week":
                return (str(start.day),)
            case "month":
                return (self.namer.spec.date_words.months[start.month - 1], short, short[0])
            case "quarter":
                return (str((start.month + 2) // 3),)
            case _:
                return (str(start.year),)

    def _stretch(self, unit: Unit, start: date, before: date | None) -> tuple[str, ...]:
        """Return what the stretch that begins with the column from *start* is called; nothing within one."""
        if unit in ("day", "week"):
            if before is not None and before.month == start.month:
                return ()
            month = start.month - 1
            return (self.namer.spec.date_words.months[month], self.words.months_short[month])
        if unit in ("month", "quarter") and (before is None or before.year != start.year):
            return (str(start.year),)
        return ()

    def _heads(self, unit: Unit, starts: Sequence[date]) -> str:
        if unit in ("day", "week"):
            first, last = starts[0].year, starts[-2].year
            return str(first) if first == last else self.words.range.format(first=first, last=last)
        return self.words.year if unit in ("month", "quarter") else ""

    def _unit_words(self) -> dict[Unit, tuple[str, str]]:
        """Return what stands before the labels, and the sentence that says what a column is, by unit."""
        words = self.words
        return {
            "day": (words.day, words.each_day),
            "week": (words.week, words.each_week),
            "month": (words.month, words.each_month),
            "quarter": (words.quarter, words.each_quarter),
            "year": (words.year, words.each_year),
            "years": (words.years, words.each_years),
        }

    def _legend(self, drawn: Sequence[Drawn], unit: Unit, starts: Sequence[date]) -> Iterator[str]:
        words = self.words
        years = starts[1].year - starts[0].year
        yield self._unit_words()[unit][1].format(number=self.namer.number(years))
        if any(isinstance(e.listed.record, Incident) and not _is_sure(e, starts) for e in drawn):
            yield words.unsure
        requests = any(isinstance(event.listed.record, RequestToStop) for event in drawn)
        notices = any(isinstance(event.listed.record, Notice) for event in drawn)
        if requests or notices:
            one = words.square if requests else words.diamond
            yield words.square_and_diamond if requests and notices else one
        shown = {event.listed.number for event in drawn}
        left = [entry.number for entry in self.listed if entry.number not in shown]
        if left:
            pattern = words.not_drawn if len(left) == 1 else words.not_drawn_many
            yield pattern.format(rows=rows_in_words(left, self.namer, self.words.range))


def _slot_of(day: date, starts: Sequence[date]) -> int:
    return next(number for number, end in enumerate(starts[1:]) if day < end)


def _is_sure(event: Drawn, starts: Sequence[date]) -> bool:
    """Return whether *event* can only have been within the column that it is drawn in."""
    when = event.listed.event.when
    about = when is not None and when.precision is Precision.ABOUT_DAY
    return not about and event.last < starts[_slot_of(event.first, starts) + 1]


def _every_day(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 2)]


def _every_week(first: date, last: date, *, begins: int) -> list[date]:
    start = first - timedelta(days=(first.weekday() - begins) % 7)
    return [start + timedelta(days=n) for n in range(0, (last - start).days + 8, 7)]


def _every_months(first: date, last: date, months: int) -> list[date]:
    """Return the first days of stretches of *months* that hold both days, and of the one after them."""
    count = (first.year * 12 + first.month - 1) // months * months
    end = last.year * 12 + last.month - 1
    starts = range(count, end + months + 1, months)
    return [date(number // 12, number % 12 + 1, 1) for number in starts]
