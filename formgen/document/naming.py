"""Names events in a sentence: `the call, the email of April 2 and the visit`."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from formgen.case.incident import Incident
from formgen.case.when import Precision
from formgen.case.when_words import Dated, in_words
from formgen.catalog.specs import ChannelWords, JurisdictionSpec
from formgen.facts.chronology import Event

MOST_NAMED = 4
"""More events than this are counted in a sentence, not named."""


@dataclass(frozen=True, slots=True)
class Namer:
    """Names events and numbers in the words of a jurisdiction, as one letter sees them."""

    spec: JurisdictionSpec
    zone: ZoneInfo
    year: int
    """The letter's own year, left out of dates."""

    words: Mapping[str, str]
    """The letter's short phrases."""

    everything: tuple[Event, ...]
    """All incidents that the reader may see; a noun that stands for one of them needs no date."""

    def dated(self, event: Event) -> Dated | None:
        """Return when *event* happened, in words, or None if that is blank."""
        if event.when is None:
            return None
        return in_words(event.when, self.spec.date_words, self.zone, without_year=self.year)

    def channel(self, event: Event) -> ChannelWords:
        """Return how papers speak of the way *event* came."""
        record = event.record
        channel = record.channel if isinstance(record, Incident) else record.how
        return self.spec.channels[channel or "other"]

    def number(self, count: int) -> str:
        """Return *count* in words if it is small, otherwise in digits."""
        return self.spec.numbers[count] if count < len(self.spec.numbers) else str(count)

    def listed(self, entries: Sequence[str], *, last: str | None = None) -> str:
        """Return *entries* read out: `a, b and c`."""
        lists = self.spec.lists
        if len(entries) < 2:
            return "".join(entries)
        return lists.comma.join(entries[:-1]) + f" {last or lists.and_} " + entries[-1]

    def listed_clauses(self, clauses: Sequence[str]) -> str:
        """Return *clauses* read out, the last of three or more behind a comma too."""
        lists = self.spec.lists
        if len(clauses) < 3:
            return self.listed(clauses)
        return lists.comma.join(clauses[:-1]) + f"{lists.comma}{lists.and_} " + clauses[-1]

    def named(self, events: Iterable[Event]) -> str:
        """Return *events* by name, in their order: `the emails of March 5 and March 16`."""
        groups: dict[str, list[Event]] = {}
        for event in events:
            # A day that is open on one side stands apart: "the email from before March 5".
            # and one whose date is not recalled does not borrow another's.
            undated = "undated" if event.when is None or not event.when.is_dated else ""
            apart = event.path if _is_open(event) else undated
            groups.setdefault(self.channel(event).noun + apart, []).append(event)
        return self.listed([self._group(group) for group in groups.values()])

    def _group(self, events: Sequence[Event]) -> str:
        channel = self.channel(events[0])
        alike = sum(self.channel(other).noun == channel.noun for other in self.everything)
        days = list(dict.fromkeys(self._days(events)))
        if len(events) == 1 and alike == 1:
            return self.words["named-only"].format(noun=channel.noun)
        if not days:
            return self.words["named-undated" if len(events) == 1 else "named-undated-many"].format(
                noun=channel.noun, nouns=channel.nouns
            )
        if len(events) == 1:
            pattern = "named-apart" if _is_open(events[0]) else "named"
            return self.words[pattern].format(noun=channel.noun, day=days[0])
        return self.words["named-many"].format(nouns=channel.nouns, days=self.listed(days))

    def _days(self, events: Iterable[Event]) -> Iterable[str]:
        for event in events:
            dated = self.dated(event)
            if dated is not None and event.when is not None and event.when.is_dated:
                yield dated.day

    def counted(self, events: Iterable[Event]) -> str:
        """Return how many *events* of each kind there are: `31 emails, six calls and one visit`."""
        kinds = Counter(self.channel(event).noun for event in events)
        plural = {words.noun: words.nouns for words in self.spec.channels.values()}
        parts = [f"{self.number(n)} {noun if n == 1 else plural[noun]}" for noun, n in kinds.most_common()]
        return self.listed(parts)


def _is_open(event: Event) -> bool:
    return event.when is not None and event.when.precision in (Precision.BEFORE, Precision.AFTER)


def at_start(words: str) -> str:
    """Return *words* to begin a sentence with."""
    return words[:1].upper() + words[1:]
