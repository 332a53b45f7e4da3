"""How a letter with many events tells them: counts, a few rows, and the enclosed chronology."""

from collections.abc import Sequence
from datetime import date

from formgen.case.incident import Incident
from formgen.case.told import Notice, RequestToStop
from formgen.case.when import Precision
from formgen.case.when_words import Dated, in_words
from formgen.document.letter_events import Teller
from formgen.document.letter_values import Form, LongCount, Row
from formgen.document.naming import Namer, at_start
from formgen.document.typed import paragraphs_of, with_date
from formgen.facts.chronology import Chronology, Event

MOST_PARAGRAPHS = 3
MOST_ENTRIES = 8
MOST_SHOWN = 5
_OPEN = (Precision.BEFORE, Precision.AFTER, Precision.UNKNOWN)


def form_for(events: int) -> Form:
    """Return the form in which a letter tells this many events."""
    if events <= 1:
        return "one"
    if events <= MOST_PARAGRAPHS:
        return "few"
    return "list" if events <= MOST_ENTRIES else "long"


def shown_of(order: Chronology, incidents: Sequence[Event], form: Form) -> tuple[Event, ...]:
    """Return the incidents that a letter tells: all, or for a long one at most five.

    Those are the ones marked `lead`; otherwise, by structure and never by
    ugliness: the first, the last, the first after each request to stop and
    after each notice, and those in person.
    """
    if form != "long":
        return tuple(incidents)
    marked = [e for e in incidents if isinstance(e.record, Incident) and e.record.lead == "yes"]
    chosen = marked or _by_structure(order, incidents)
    paths = [event.path for event in chosen[:MOST_SHOWN]]
    return tuple(event for event in incidents if event.path in paths)


def _by_structure(order: Chronology, incidents: Sequence[Event]) -> list[Event]:
    placed = {event.path for event in order.dated}
    dated = [event for event in incidents if event.path in placed] or list(incidents)
    candidates = [dated[0], dated[-1]]
    for kind in (RequestToStop, Notice):
        for event in order.dated:
            if isinstance(event.record, kind) and event.seen_by("employer"):
                candidates += order.incidents_after(event, "employer")[:1]
    candidates += [
        e for e in dated if isinstance(e.record, Incident) and e.record.channel in ("in person", "on site")
    ]
    by_path = {event.path: event for event in candidates}
    return list(by_path.values())


def long_count(order: Chronology, incidents: Sequence[Event], shown: int, namer: Namer) -> LongCount:
    """Return the counts and the period that a long letter begins with."""
    dated_paths = {event.path for event in order.dated if event.when is not None and event.when.is_dated}
    dated = [event for event in incidents if event.path in dated_paths]
    undated = len(incidents) - len(dated)
    first, last = _period(dated, namer)
    return LongCount(
        first=first,
        last=last,
        on=_on(dated[0], namer) if first and first == last else "",
        counts=namer.counted(dated or incidents),
        total=namer.number(len(incidents)),
        undated=namer.number(undated) if undated and dated else "",
        shown=namer.number(shown),
        shown_one=shown == 1,
        only_one=len(dated or incidents) == 1,
    )


def first_named(event: Event, namer: Namer) -> str:
    """Return the day since which there were incidents, in words; empty where that is not known."""
    dated = namer.dated(event)
    known = event.when is not None and event.when.first_day(namer.zone) is not None
    return dated.since if dated and known else ""


def _on(event: Event, namer: Namer) -> str:
    """Return the day of *event*, or the month if no day is known, to begin a sentence with."""
    dated = namer.dated(event)
    if dated is None or event.when is None:
        return ""
    if event.when.precision in (Precision.MONTH, Precision.PART_OF_MONTH):
        return dated.lead
    return at_start(namer.spec.date_words.on.format(day=dated.first_day))


def _period(dated: Sequence[Event], namer: Namer) -> tuple[str, str]:
    """Return the first and the last day in words; nothing where either is open."""
    if not dated or any(e.when is None or e.when.precision in _OPEN for e in dated):
        return "", ""
    return first_named(dated[0], namer), _latest(dated, namer).last_day


def _latest(dated: Sequence[Event], namer: Namer) -> Dated:
    """Return the date that ends latest: one between two days can reach beyond the event that stands last."""
    whens = [event.when for event in dated if event.when is not None]
    reaching = [when for when in whens[:-1] if when.precision is Precision.BETWEEN]
    latest = max([whens[-1], *reaching], key=lambda when: when.last_day(namer.zone) or date.min)
    return in_words(latest, namer.spec.date_words, namer.zone, without_year=namer.year)


def chronology_rows(order: Chronology, incidents: Sequence[Event], teller: Teller) -> tuple[Row, ...]:
    """Return a row for every incident that the employer may see, in order, the undated last."""
    after_request = _after_first(order, RequestToStop)
    after_notice = _after_first(order, Notice)
    rows: list[Row] = []
    placed = {event.path for event in order.dated}
    for number, event in enumerate(incidents, 1):
        record = event.record
        if not isinstance(record, Incident):
            continue
        dated = teller.namer.dated(event)
        numbers = sorted({teller.enclosed[name].number for name in event.exhibits if name in teller.enclosed})
        account = record.short or record.account or ""
        rows.append(
            Row(
                number=str(number),
                when=dated.label if dated else "",
                channel=teller.place_or_channel(event),
                paragraphs=tuple(
                    with_date(teller.without_marker(text, event), dated) for text in paragraphs_of(account)
                ),
                quotes=teller.quotes(
                    event, has_lead=account.rstrip().endswith(":"), needs_lead=False, account=account
                ),
                enclosures=", ".join(str(n) for n in numbers),
                after_request=event.path in after_request,
                after_notice=event.path in after_notice,
                opens_undated=event.path not in placed and not any(row.opens_undated for row in rows),
            )
        )
    return tuple(rows)


def _after_first(order: Chronology, kind: type[RequestToStop | Notice]) -> set[str]:
    for event in order.dated:
        if isinstance(event.record, kind) and event.seen_by("employer"):
            return {later.path for later in order.incidents_after(event, "employer")}
    return set()
