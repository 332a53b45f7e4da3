"""What cannot be so: two records of one name, a notice before what it reports, a day that has not come."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time
from email.utils import parsedate_to_datetime

from formgen.case import Case
from formgen.case.base import records
from formgen.case.incident import Incident
from formgen.case.told import Notice, WhyNow
from formgen.case.when import Precision, When
from formgen.document.letter_requests import ANSWER
from formgen.document.markers import exhibits_marked, marked_in
from formgen.document.typed import EXHIBITS_MARKER, WHEN_MARKER
from formgen.errors import Problem
from formgen.facts.chronology import Event
from formgen.facts.facts import Facts

_LETTER_TEXTS = ("delivery", "subject", "opening", "before_orders", "after_orders", "closing")


def nonsense(facts: Facts) -> list[Problem]:
    """Return every contradiction in the case."""
    return [
        *_doubles("incidents", (incident.id for incident in facts.case.incidents)),
        *_doubles("evidence", (item.id for item in facts.case.evidence)),
        *_dangling(facts.case, facts.chronology.all),
        *_impossible_days(facts),
        *_notices_too_early(facts),
        *_unshown_bases(facts),
        *_stray_markers(facts),
        *_messages_of_another_day(facts),
    ]


def _doubles(listed: str, names: Iterable[str | None]) -> Iterator[Problem]:
    seen: Counter[str] = Counter()
    for number, name in enumerate(names, 1):
        if name is None:
            continue
        seen[name] += 1
        if seen[name] > 1:
            yield Problem(
                code="id-doubled",
                what=f"Another record has the id {name} too.",
                fix="Give each record an id of its own, and correct what refers to it.",
                path=f"{listed}[{number}].id",
            )


def _dangling(case: Case, events: Iterable[Event]) -> Iterator[Problem]:
    evidence = {item.id for item in case.evidence if item.id}
    incidents = {incident.id for incident in case.incidents if incident.id}
    for path, name in (*_citations(events), *_cited_by_witnesses(case)):
        if name not in evidence:
            yield _not_there("exhibit-not-found", path, name, "evidence")
    for path, name in _references(case, events):
        if name not in incidents:
            yield _not_there("incident-not-found", path, name, "incidents")


def _citations(events: Iterable[Event]) -> Iterator[tuple[str, str]]:
    """Yield every place that cites evidence, and the id it cites."""
    for event in events:
        yield from ((f"{event.path}.exhibits[{n}]", name) for n, name in enumerate(event.exhibits, 1))
        if isinstance(event.record, Incident) and event.record.transcript:
            yield f"{event.path}.transcript", event.record.transcript


def _cited_by_witnesses(case: Case) -> Iterator[tuple[str, str]]:
    for number, witness in enumerate(case.witnesses, 1):
        for place, paragraph in enumerate(witness.paragraphs, 1):
            path = f"witnesses[{number}].paragraphs[{place}].exhibits"
            yield from ((f"{path}[{n}]", name) for n, name in enumerate(paragraph.exhibits, 1))


def _references(case: Case, events: Iterable[Event]) -> Iterator[tuple[str, str]]:
    """Yield every place that refers to an incident, and the id it names."""
    for event in events:
        if isinstance(event.record, Notice):
            yield from ((f"{event.path}.about[{n}]", name) for n, name in enumerate(event.record.about, 1))
        elif isinstance(event.record, Incident) and event.record.after:
            yield f"{event.path}.after", event.record.after
    if isinstance(case.why_now, WhyNow) and case.why_now.incident:
        yield "why_now.incident", case.why_now.incident


def _not_there(code: str, path: str, name: str, listed: str) -> Problem:
    return Problem(
        code=code,
        what=f"Nothing under {listed} has the id {name}.",
        fix=f"Correct the id, or add the record under {listed}.",
        path=path,
    )


def _impossible_days(facts: Facts) -> Iterator[Problem]:
    letter_day = facts.case.letter.date
    for event in facts.chronology.all:
        if event.when is None:
            continue
        if event.when.skipped_by(facts.zone):
            yield Problem(
                code="time-skipped",
                what="The clocks skipped this time of day when summer time began.",
                fix="Correct the time, or write it with its offset, such as 2026-03-08 03:30 -07:00.",
                path=f"{event.path}.when",
            )
        first = event.when.first_day(facts.zone)
        if first is None:
            continue
        if first > facts.as_of:
            yield _too_late(
                "date-in-future", f"{event.path}.when", "after the day for which the papers are made"
            )
        elif letter_day is not None and first > letter_day:
            yield _too_late("date-after-letter", f"{event.path}.when", "after the date of the letter")
    yield from _other_days(facts)
    for number, request in enumerate(facts.case.requests, 1):
        if request.by is not None and request.ask != ANSWER:
            yield Problem(
                code="by-without-answer",
                what="A day is given for a request that has none.",
                fix='Put it into a request of its own: {ask: answer, by: "…"}.',
                path=f"requests[{number}].by",
            )
        elif request.by is not None and request.by <= (letter_day or facts.as_of):
            yield Problem(
                code="answer-day-past",
                what="The answer is asked for by a day that is not after the date of the letter.",
                fix="Choose a later day.",
                path=f"requests[{number}].by",
            )


def _other_days(facts: Facts) -> Iterator[Problem]:
    """Yield days that have not come, and answers from before the question."""
    days = [
        (
            "temporary_order.told_on",
            facts.case.temporary_order.told_on if facts.case.temporary_order else None,
        ),
        *_naming_days(facts.case),
        *((f"effects[{n}].since", effect.since) for n, effect in enumerate(facts.case.effects, 1)),
        *((f"evidence[{n}].taken_on", item.taken_on) for n, item in enumerate(facts.case.evidence, 1)),
    ]
    for number, notice in enumerate(records(facts.case.notices), 1):
        path = f"notices[{number}].answered_on"
        days.append((path, notice.answered_on))
        if notice.when and notice.answered_on and notice.answered_on.comes_before(notice.when, facts.zone):
            yield Problem(
                code="answer-too-early",
                what="The answer is dated before the notice.",
                fix="Correct one of the two dates.",
                path=path,
            )
    for path, when in days:
        first = when.first_day(facts.zone) if when else None
        if first is not None and first > facts.as_of:
            yield _too_late("date-in-future", path, "after the day for which the papers are made")


def _naming_days(case: Case) -> Iterator[tuple[str, When | None]]:
    for number, employee in enumerate(case.employees, 1):
        choice = employee.naming_choice
        if choice is not None:
            yield f"employees[{number}].naming_choice.asked_on", choice.asked_on
            yield f"employees[{number}].naming_choice.answered_on", choice.answered_on


def _too_late(code: str, path: str, when: str) -> Problem:
    return Problem(
        code=code,
        what=f"This is dated {when}.",
        fix="Correct the date here, or the day that the papers are made for.",
        path=path,
    )


def _notices_too_early(facts: Facts) -> Iterator[Problem]:
    began = {i.id: i.when.first_day(facts.zone) for i in facts.case.incidents if i.id and i.when}
    for number, notice in enumerate(records(facts.case.notices), 1):
        if notice.when is None:
            continue
        last = notice.when.last_day(facts.zone)
        for name in notice.about:
            first = began.get(name)
            if last is not None and first is not None and last < first:
                yield Problem(
                    code="notice-too-early",
                    what=f"This notice is dated before the incident {name} that it reports.",
                    fix="Correct one of the two dates, or what the notice is about.",
                    path=f"notices[{number}].when",
                )


def _unshown_bases(facts: Facts) -> Iterator[Problem]:
    known = facts.jurisdiction.spec.protected_bases
    for number, incident in enumerate(facts.case.incidents, 1):
        said = "\n".join([incident.account or "", *(quote.text or "" for quote in incident.quotes)])
        for place, entry in enumerate(records(incident.protected_basis), 1):
            path = f"incidents[{number}].protected_basis[{place}]"
            if entry.basis is not None and entry.basis not in known:
                yield Problem(
                    code="basis-unknown",
                    what="The catalog has no protected ground of this name.",
                    fix=f"Use one of {', '.join(known)}.",
                    path=f"{path}.basis",
                )
            if entry.words and entry.words not in said:
                yield Problem(
                    code="basis-words-not-found",
                    what="These words are not in the account or the quotes of this incident.",
                    fix="Copy the words that show it exactly as they stand there.",
                    path=f"{path}.words",
                )


def _stray_markers(facts: Facts) -> Iterator[Problem]:
    """Yield every marker that would be printed as it is typed, since nothing stands behind it."""
    for event in facts.chronology.all:
        for name in ("account", "for_court", "short"):
            text = getattr(event.record, name, None) or ""
            path = f"{event.path}.{name}"
            if WHEN_MARKER in text and event.when is None:
                yield Problem(
                    code="marker-without-date",
                    what=f"The account has {WHEN_MARKER} in it, and no date is given.",
                    fix="Fill in `when`, or take the marker out.",
                    path=path,
                )
            yield from _unlisted(text, event.record.exhibits, path)
    for number, witness in enumerate(facts.case.witnesses, 1):
        for place, paragraph in enumerate(witness.paragraphs, 1):
            path = f"witnesses[{number}].paragraphs[{place}].account"
            yield from _unlisted(paragraph.account or "", paragraph.exhibits, path)
    for path, text in _texts_without_markers(facts.case):
        if text and marked_in(text):
            yield Problem(
                code="marker-misplaced",
                what=f"{WHEN_MARKER} and {EXHIBITS_MARKER} are filled in accounts only, not here.",
                fix="Write the date in words, or take the marker out.",
                path=path,
            )


def _unlisted(text: str, exhibits: Sequence[str], path: str) -> Iterator[Problem]:
    for name in exhibits_marked(text):
        if name not in exhibits:
            yield Problem(
                code="exhibit-marker-unlisted",
                what=f"The account cites {name}, which is not among the exhibits of this record.",
                fix="Correct the name, or list it under `exhibits`.",
                path=path,
            )


def _texts_without_markers(case: Case) -> Iterator[tuple[str, str | None]]:
    """Yield the texts of the declarant's own that belong to no record with a date and exhibits."""
    yield from ((f"letter.{name}", getattr(case.letter, name)) for name in _LETTER_TEXTS)
    yield from ((f"dispute.{name}", getattr(case.dispute, name, None)) for name in ("account", "for_court"))
    yield from ((f"effects[{n}].what", effect.what) for n, effect in enumerate(case.effects, 1))
    yield from (
        (f"fear.{name}", getattr(case.fear, name, None)) for name in ("account", "harm_without_order")
    )
    yield from ((f"protective_steps[{n}].account", s.account) for n, s in enumerate(case.protective_steps, 1))
    yield "declarant.background", case.declarant.background
    yield "respondent.account", case.respondent.account
    yield "petitioner.account", case.petitioner.account if case.petitioner else None
    yield "why_now.account", getattr(case.why_now, "account", None)
    for number, notice in enumerate(records(case.notices), 1):
        yield from ((f"notices[{number}].{name}", getattr(notice, name)) for name in ("answer", "done"))


def _messages_of_another_day(facts: Facts) -> Iterator[Problem]:
    """Yield each incident whose typed time is not that of the message that shows it."""
    sent = {
        item.id: moment
        for item in facts.case.evidence
        if item.message and item.message.date and (moment := _moment(item.message.date))
    }
    for event in facts.chronology.all:
        when = event.when
        moments = [sent[name] for name in event.exhibits if name in sent]
        if when is None or when.reading.clock is None or len(moments) != 1:
            continue
        there = moments[0].astimezone(facts.zone)
        day, clock = when.local(facts.zone)
        exact = when.precision is Precision.MINUTE
        if day != there.date() or (
            exact and (clock or time()).replace(second=0) != there.time().replace(second=0)
        ):
            yield Problem(
                code="date-disagrees",
                what=f"Typed here is {day.isoformat()} {clock:%H:%M}; the message's own header says "
                f"{there:%Y-%m-%d %H:%M %z}.",
                fix="Settle which is right, and correct the other.",
                path=f"{event.path}.when",
            )


def _moment(header: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(header)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
