"""Says in whole sentences what a chronology counts; each count can be made again from its rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from formgen.case.base import Audience
from formgen.case.incident import Incident
from formgen.case.told import Notice, RequestToStop
from formgen.case.when import Precision
from formgen.catalog.chronology_spec import SummaryWords
from formgen.document.chronology_cells import day_of
from formgen.document.chronology_listed import Listed
from formgen.document.naming import Namer, at_start
from formgen.facts.chronology import Chronology, Event

MOST_TOLD_OF = 3
"""Of more requests to stop, or notices, only the first and the last are told of in the counts."""

_ROUGH = (Precision.MONTH, Precision.PART_OF_MONTH, Precision.ABOUT_DAY)


def days_of(event: Event, order: Chronology) -> tuple[date, date] | None:
    """Return the first and the last day that *event* can have been; None where either is open."""
    if event.when is None:
        return None
    first, last = event.when.first_day(order.zone), event.when.last_day(order.zone)
    return (first, last) if first is not None and last is not None else None


@dataclass(frozen=True, slots=True)
class Counter:
    """Counts the rows of one chronology."""

    words: SummaryWords
    namer: Namer
    order: Chronology
    audience: Audience
    listed: tuple[Listed, ...]

    def sentences(self) -> tuple[str, ...]:
        """Return how many contacts there are, of what kinds, and what they came after."""
        contacts = [entry for entry in self.listed if isinstance(entry.record, Incident)]
        if not contacts:
            return (self.words.none,)
        return (*self._how_many(contacts), *self._after(contacts))

    def _how_many(self, contacts: Sequence[Listed]) -> Iterator[str]:
        known = [entry.event for entry in contacts if days_of(entry.event, self.order)]
        open_ended = [entry.event for entry in contacts if not days_of(entry.event, self.order)]
        words = self.words
        if len(contacts) == 1 and known:
            yield words.one.format(noun=self.namer.channel(known[0]).noun, day=day_of(contacts[0]))
            return
        if known:
            yield self._in_period(known)
        if open_ended:
            one, many = words.only_undated_one, words.only_undated
            if known:
                one, many = words.also_one, words.also
            yield (one if len(open_ended) == 1 else many).format(
                noun=self.namer.channel(open_ended[0]).noun,
                number=self.namer.number(len(open_ended)),
                counts=self.namer.counted(open_ended),
            )

    def _in_period(self, known: Sequence[Event]) -> str:
        filled = {"number": self.namer.number(len(known)), "counts": self.namer.counted(known)}
        period = self._period(known)
        if period is None:
            pattern = self.words.on if len(known) > 1 else self.words.on_one
            return pattern.format(on=self._on(known), **filled)
        return self.words.period.format(first=period[0], last=period[1], **filled)

    def _period(self, known: Sequence[Event]) -> tuple[str, str] | None:
        """Return the first and the last day in words, the first without a year that both have.

        None if all are of one day or one month.
        """
        spans = [(days, event) for event in known if (days := days_of(event, self.order)) is not None]
        (_, latest), last_event = max(spans, key=lambda entry: entry[0][1])
        (earliest, _), first_event = min(spans, key=lambda entry: entry[0][0])
        last = self.namer.dated(last_event)
        shortened = replace(self.namer, year=latest.year) if earliest.year == latest.year else self.namer
        first, whole = shortened.dated(first_event), self.namer.dated(first_event)
        if first is None or whole is None or last is None or whole.first_day == last.last_day:
            return None
        about = last_event.when is not None and last_event.when.precision is Precision.ABOUT_DAY
        return first.since, last.since if about else last.last_day

    def _on(self, known: Sequence[Event]) -> str:
        """Return the one day or month of *known*, to begin a sentence with."""
        rough = [event for event in known if event.when and event.when.precision in _ROUGH]
        event = (rough or known)[0]
        dated = self.namer.dated(event)
        if dated is None:
            return ""
        return dated.lead if rough else at_start(self.namer.spec.date_words.on.format(day=dated.first_day))

    def _after(self, contacts: Sequence[Listed]) -> Iterator[str]:
        words = self.words
        requests = [entry for entry in self.listed if isinstance(entry.record, RequestToStop)]
        notices = [entry for entry in self.listed if isinstance(entry.record, Notice)]
        yield from self._after_each(
            requests, contacts, (words.after_request, words.after_request_none, words.after_request_only)
        )
        yield from self._after_each(
            notices, contacts, (words.after_notice, words.after_notice_none, words.after_notice_only)
        )

    def _after_each(
        self, told: Sequence[Listed], contacts: Sequence[Listed], patterns: tuple[str, str, str]
    ) -> Iterator[str]:
        """Yield a sentence about what came after each of *told*; of many, after the first and the last."""
        many, none, only = patterns
        paths = {entry.event.path for entry in contacts}
        dated = [entry for entry in told if entry.event.when is not None and entry.event.when.is_dated]
        clauses: list[str] = []
        for entry in dated if len(dated) <= MOST_TOLD_OF else (dated[0], dated[-1]):
            known = self.order.incidents_after(entry.event, self.audience)
            later = len(paths & {event.path for event in known})
            filled = {"row": entry.number, "day": day_of(entry), "number": self.namer.number(later)}
            if len(contacts) > 1:
                clauses.append((many if later else none).format(**filled))
                many, none = self.words.after_next, self.words.after_next_none
            elif later:
                yield only.format(**filled)
                return
        if clauses:
            yield self.words.of_these.format(clauses=self.namer.listed_clauses(clauses))
