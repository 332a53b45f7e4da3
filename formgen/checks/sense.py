"""What cannot be so: two records of one name, a notice before what it reports, a day that has not come."""

from collections import Counter
from collections.abc import Iterable, Iterator

from formgen.case import Case
from formgen.case.base import records
from formgen.case.incident import Incident
from formgen.case.told import Notice, WhyNow
from formgen.errors import Problem
from formgen.facts.chronology import Event
from formgen.facts.facts import Facts


def nonsense(facts: Facts) -> list[Problem]:
    """Return every contradiction in the case."""
    return [
        *_doubles("incidents", (incident.id for incident in facts.case.incidents)),
        *_doubles("evidence", (item.id for item in facts.case.evidence)),
        *_dangling(facts.case, facts.chronology.all),
        *_impossible_days(facts),
        *_notices_too_early(facts),
        *_unshown_bases(facts),
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
    for path, name in _citations(events):
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
            yield _too_late("date-in-future", event, "after the day for which the papers are made")
        elif letter_day is not None and first > letter_day:
            yield _too_late("date-after-letter", event, "after the date of the letter")
    for number, request in enumerate(facts.case.requests, 1):
        if request.by is not None and request.by <= (letter_day or facts.as_of):
            yield Problem(
                code="answer-day-past",
                what="The answer is asked for by a day that is not after the date of the letter.",
                fix="Choose a later day.",
                path=f"requests[{number}].by",
            )


def _too_late(code: str, event: Event, when: str) -> Problem:
    return Problem(
        code=code,
        what=f"This is dated {when}.",
        fix="Correct the date here, or the day that the papers are made for.",
        path=f"{event.path}.when",
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
