"""Says in whole sentences what a chronology counts; each count can be made again from its rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from formgen.case.incident import Incident
from formgen.case.told import Notice, RequestToStop
from formgen.case.when import Precision
from formgen.catalog.chronology_spec import SummaryWords
from formgen.document.chronology_cells import day_of
from formgen.document.chronology_events import Listed
from formgen.document.naming import Namer, at_start
from formgen.facts.chronology import Chronology, Event

MOST_TOLD_OF = 3
"""Of more requests to stop, or notices, only the first and the last are told of in the counts."""

_WHOLE_MONTHS = (Precision.MONTH, Precision.PART_OF_MONTH)


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
        first, last = self._period(known)
        filled = {"number": self.namer.number(len(known)), "counts": self.namer.counted(known)}
        if first == last:
            pattern = self.words.on if len(known) > 1 else self.words.on_one
            return pattern.format(on=self._on(known[0]), **filled)
        return self.words.period.format(first=first, last=last, **filled)

    def _period(self, known: Sequence[Event]) -> tuple[str, str]:
        """Return the first and the last day in words, the first without its year if that is the same."""
        spans = [(days_of(event, self.order) or (date.min, date.min), event) for event in known]
        (_, latest), latest_event = max(spans, key=lambda entry: entry[0][1])
        (first, _), first_event = spans[0]
        last = self.namer.dated(latest_event)
        earliest = self.namer.dated(first_event)
        if earliest is None or last is None:
            return "", ""
        is_one = earliest.first_day == last.last_day
        shown = replace(self.namer, year=latest.year) if first.year == latest.year and not is_one else self.namer
        opening = shown.dated(first_event)
        return (opening or earliest).since, last.since if is_one else last.last_day

    def _on(self, event: Event) -> str:
        dated = self.namer.dated(event)
        if dated is None or event.when is None:
            return ""
        if event.when.precision in (*_WHOLE_MONTHS, Precision.ABOUT_DAY):
            return dated.lead
        return at_start(self.namer.spec.date_words.on.format(day=dated.first_day))

    def _after(self, contacts: Sequence[Listed]) -> Iterator[str]:
        words = self.words
        yield from self._after_each(
            RequestToStop,
            contacts,
            (words.after_request, words.after_request_none, words.after_request_only),
        )
        yield from self._after_each(
            Notice, contacts, (words.after_notice, words.after_notice_none, words.after_notice_only)
        )

    def _after_each(
        self, kind: type[RequestToStop | Notice], contacts: Sequence[Listed], patterns: tuple[str, str, str]
    ) -> Iterator[str]:
        many, none, only = patterns
        paths = {entry.event.path for entry in contacts}
        audience_free = [entry for entry in self.listed if isinstance(entry.record, kind)]
        dated = [entry for entry in audience_free if entry.event.when is not None and entry.event.when.is_dated]
        chosen = dated if len(dated) <= MOST_TOLD_OF else [dated[0], dated[-1]]
        for entry in chosen:
            later = paths & {event.path for event in self.order.incidents_known_after(entry.event)}
            pattern = many if later else none
            if len(contacts) == 1:
                if not later:
                    continue
                pattern = only
            yield pattern.format(row=entry.number, day=day_of(entry), number=self.namer.number(len(later)))
