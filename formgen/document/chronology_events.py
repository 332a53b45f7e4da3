"""Which events a chronology lists, and the facts of each row before they are set in columns."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from formgen.case.incident import Incident, Quote
from formgen.case.told import Notice, RequestToStop
from formgen.case.when_words import Dated, in_words
from formgen.catalog.chronology_spec import ChronologySpec, RowWords
from formgen.document.chronology_listed import Listed, ListedQuote, Record, plainly
from formgen.document.chronology_typed import without_citations
from formgen.document.letter_events import Teller
from formgen.document.letter_told import is_told
from formgen.document.naming import Namer
from formgen.document.typed import in_marks, paragraphs_of, with_date
from formgen.facts.chronology import Event
from formgen.facts.facts import Facts
from formgen.facts.identity import is_left_out, quotes_shown, unnamed

NO_YEAR = 0
"""A year that no date has: none is left out."""


def list_events(
    facts: Facts,
    spec: ChronologySpec,
    *,
    labels: Mapping[str, str],
    paragraphs: Mapping[str, tuple[int, ...]],
) -> tuple[Listed, ...]:
    """Return every event that has a row in the chronology *spec*, in order, the undated last.

    Args:
        facts: What follows from the case.
        spec: The chronology, which says for whom it is.
        labels: Exhibit label, or number of the enclosure, by evidence id.
        paragraphs: Numbers of the paragraphs that tell each event, by its place.
    """
    return _Lister.of(facts, spec, labels, paragraphs).listed()


def namer_for(facts: Facts, words: RowWords) -> Namer:
    """Return what names events and counts for a chronology, whose dates have their years."""
    phrases = {"said-by": words.said_by, "told-me": words.told_me, "was-told": words.was_told}
    return Namer(facts.jurisdiction.spec, facts.zone, NO_YEAR, phrases, ())


def caller_of(facts: Facts, spec: ChronologySpec) -> Callable[[str], str]:
    """Return what gives a person's name as a paper may print it: `Employee A` where it is left out."""
    hidden = unnamed(facts.case) if spec.audience == "court" else ()
    names = {employee.name: employee.referred_to_as for employee in hidden}
    return lambda name: names.get(name) or name


@dataclass(frozen=True, slots=True)
class _Lister:
    """What the rows of one chronology have in common."""

    facts: Facts
    spec: ChronologySpec
    labels: Mapping[str, str]
    """Only those that this reader may see."""

    paragraphs: Mapping[str, tuple[int, ...]]
    events: tuple[Event, ...]
    """Those that have a row."""

    numbers: Mapping[str, int]
    """Their rows, by their places in the case."""

    teller: Teller
    called: Callable[[str], str]

    @classmethod
    def of(
        cls,
        facts: Facts,
        spec: ChronologySpec,
        labels: Mapping[str, str],
        paragraphs: Mapping[str, tuple[int, ...]],
    ) -> "_Lister":
        shown = _labels_shown(facts, spec, labels)
        seen = facts.chronology.incidents(spec.audience)
        events = tuple(
            event
            for event in facts.chronology.all
            if event.seen_by(spec.audience)
            and (not isinstance(event.record, Notice) or is_told(event, seen))
            and (not spec.cited_only or paragraphs.get(event.path) or shown.keys() & set(event.exhibits))
        )
        numbers = {event.path: number for number, event in enumerate(events, 1)}
        teller = Teller(
            namer=namer_for(facts, spec.rows),
            form="long",
            enclosed={},
            names=(),
            respondent=facts.case.respondent.name or "",
            subject="",
        )
        return cls(facts, spec, shown, paragraphs, events, numbers, teller, caller_of(facts, spec))

    def listed(self) -> tuple[Listed, ...]:
        after_request = self._first_rows_before(RequestToStop)
        after_notice = self._first_rows_before(Notice)
        placed = {event.path for event in self.facts.chronology.dated}
        return tuple(
            replace(
                self._row(event),
                is_undated=event.path not in placed,
                after_request=after_request.get(event.path),
                after_notice=after_notice.get(event.path),
            )
            for event in self.events
        )

    def _row(self, event: Event) -> Listed:
        record, namer = event.record, self.teller.namer
        typed, field = _account(record, for_court=self.spec.audience == "court")
        place = self.teller.place_or_channel(event)
        return Listed(
            number=self.numbers[event.path],
            event=event,
            dated=namer.dated(event),
            place=place,
            place_is_typed=bool(place) and place != namer.channel(event).head,
            account=self._filled(typed, self._date(event)),
            account_plain=self._filled(typed, plainly(self._date(event))),
            account_source=f"{event.path}.{field}",
            quotes=self._quotes(event, typed),
            hides_words=isinstance(record, Incident) and self._shown(record) != _worded(record),
            is_undated=False,
            placed_after=self._placed_after(record),
            after_request=None,
            after_notice=None,
            told=self._told(record),
            about=self._about(record),
            exhibits={name: label for name, label in self.labels.items() if name in event.exhibits},
            paragraphs=self.paragraphs.get(event.path, ()),
        )

    def _date(self, event: Event) -> Dated | None:
        """Return the date for the account: the column beside it gives the year."""
        if event.when is None:
            return None
        year = event.when.reading.first.year if event.when.reading.first else NO_YEAR
        return in_words(event.when, self.teller.namer.spec.date_words, self.facts.zone, without_year=year)

    def _filled(self, typed: str, dated: Dated | None) -> tuple[str, ...]:
        """Return the paragraphs of an account as typed, its markers filled or gone."""
        lists = self.teller.namer.spec.lists
        texts = (without_citations(text, lists) for text in paragraphs_of(typed))
        return tuple(with_date(text, dated) for text in texts if text)

    def _quotes(self, event: Event, typed: str) -> tuple[ListedQuote, ...]:
        record = event.record
        if not isinstance(record, Incident):
            return ()
        shown = self._shown(record)
        knowledge = record.knowledge
        if knowledge is not None and knowledge.told_by:
            knowledge = knowledge.model_copy(update={"told_by": self.called(knowledge.told_by)})
        named = tuple(
            quote.model_copy(update={"speaker": self.called(quote.speaker)}) if quote.speaker else quote
            for _, quote in shown
        )
        words = self.teller.quotes(
            replace(event, record=record.model_copy(update={"quotes": named, "knowledge": knowledge})),
            has_lead=typed.rstrip().endswith(":"),
            needs_lead=False,
            account=typed,
        )
        apart = [number for number, quote in shown if not in_marks(quote.text or "", typed)]
        return tuple(
            ListedQuote(
                told.lead_in,
                told.text,
                told.translation,
                told.translator,
                f"{event.path}.quotes[{number}]",
            )
            for number, told in zip(apart, words, strict=True)
        )

    def _shown(self, record: Incident) -> tuple[tuple[int, Quote], ...]:
        """Return the exact words that this reader may see, with their numbers in the case."""
        if self.spec.audience != "court":
            return _worded(record)
        shown = quotes_shown(self.facts.case, record)
        return tuple((number, quote) for number, quote in _worded(record) if quote in shown)

    def _told(self, record: Record) -> tuple[int, ...]:
        name = record.id if isinstance(record, Incident) else None
        return tuple(
            self.numbers[event.path]
            for event in self.events
            if isinstance(event.record, Notice) and name is not None and name in event.record.about
        )

    def _about(self, record: Record) -> tuple[int, ...]:
        names = record.about if isinstance(record, Notice) else ()
        return tuple(
            self.numbers[event.path]
            for event in self.events
            if isinstance(event.record, Incident) and event.record.id in names
        )

    def _placed_after(self, record: Record) -> int | None:
        is_dated = record.when is not None and record.when.is_dated
        if not isinstance(record, Incident) or record.after is None or is_dated:
            return None
        return next(
            (
                self.numbers[event.path]
                for event in self.events
                if isinstance(event.record, Incident) and event.record.id == record.after
            ),
            None,
        )

    def _first_rows_before(self, kind: type[RequestToStop | Notice]) -> dict[str, int]:
        """Return the first row of this *kind* that each event is known to have come after."""
        found: dict[str, int] = {}
        for event in self.events:
            if isinstance(event.record, kind):
                for later in self.facts.chronology.incidents_after(event, self.spec.audience):
                    found.setdefault(later.path, self.numbers[event.path])
        return found


def _labels_shown(facts: Facts, spec: ChronologySpec, labels: Mapping[str, str]) -> dict[str, str]:
    """Return the *labels* of what this reader may see."""
    items = {item.id: item for item in facts.case.evidence if item.id is not None}
    return {
        name: label
        for name, label in labels.items()
        if name in items
        and name not in facts.kept_out
        and spec.audience not in items[name].withheld_from
        and not (spec.audience == "court" and is_left_out(facts.case, items[name]))
    }


def _account(record: Record, *, for_court: bool) -> tuple[str, str]:
    """Return what happened as the declarant puts it for this reader, and the field that it was typed in."""
    fields: Sequence[tuple[str, str | None]] = (
        ("short", record.short if isinstance(record, Incident) else None),
        ("for_court", record.for_court if for_court else None),
        ("account", record.account),
    )
    return next(((text, field) for field, text in fields if paragraphs_of(text) and text), ("", "account"))


def _worded(record: Incident) -> tuple[tuple[int, Quote], ...]:
    return tuple((n, quote) for n, quote in enumerate(record.quotes, 1) if quote.text and quote.text.strip())
