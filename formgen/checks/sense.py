"""What cannot be so: two records of one name, a citation of nothing, a marker with nothing behind it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from formgen.case import Case
from formgen.case.base import records
from formgen.case.incident import Incident
from formgen.case.told import Notice, WhyNow
from formgen.checks.own_words import IN_COURT, IN_LETTERS, OF_ORDERS, texts_at
from formgen.checks.sense_days import wrong_days
from formgen.document.markers import exhibits_marked, marked_in
from formgen.document.typed import EXHIBITS_MARKER, WHEN_MARKER
from formgen.errors import Problem
from formgen.facts.chronology import Event
from formgen.facts.exhibits import label_key
from formgen.facts.facts import Facts
from formgen.facts.served import label_problems

IDENTIFIER = re.compile("[A-Za-z0-9-]+")

WITHOUT_MARKERS = (
    *IN_LETTERS,
    *IN_COURT,
    *OF_ORDERS,
    "letter.delivery",
    "dispute.account",
    "dispute.for_court",
    "effects[].what",
    "notices[].answer",
    "notices[].done",
    "requests[].ask",
)
"""What belongs to no record with a date and exhibits of its own, so that a marker in it is never filled."""


def nonsense(facts: Facts) -> list[Problem]:
    """Return every contradiction in the case, less those that only a letter has."""
    return [
        *_doubles("incidents", (incident.id for incident in facts.case.incidents)),
        *_doubles("evidence", (item.id for item in facts.case.evidence)),
        *_labels_doubled(facts.case),
        *label_problems(facts.case.evidence, facts.served),
        *_dangling(facts.case, facts.chronology.all),
        *wrong_days(facts),
        *_unshown_bases(facts),
        *_stray_markers(facts),
    ]


_LABEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,11}")


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


def _labels_doubled(case: Case) -> Iterator[Problem]:
    """Yield each piece of evidence whose fixed letter or number another has too."""
    seen: set[str] = set()
    for number, item in enumerate(case.evidence, 1):
        if item.label and not _LABEL.fullmatch(item.label.strip()):
            yield Problem(
                code="label-form",
                what="A label of an exhibit is up to twelve letters, digits, hyphens and periods.",
                fix="Write it as it is to be stamped, such as C or A-1, or leave it blank.",
                path=f"evidence[{number}].label",
            )
        label = label_key(item.label) if item.label else ""
        if label and label in seen:
            yield Problem(
                code="label-doubled",
                what="Another piece of evidence has this letter or number too.",
                fix="Give each its own, or leave it blank for the next that is free.",
                path=f"evidence[{number}].label",
            )
        seen.add(label)


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
    # Where any words can be typed, they are not shown: they may be somebody's name.
    shown = f"the id {name}" if IDENTIFIER.fullmatch(name) else "this id"
    return Problem(
        code=code,
        what=f"Nothing under {listed} has {shown}.",
        fix=f"Correct the id, or add the record under {listed}.",
        path=path,
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
        for path, text in texts_at_event(event):
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
            text = paragraph.account or ""
            if WHEN_MARKER in text:
                yield _misplaced(path)
            yield from _unlisted(text, paragraph.exhibits, path)
    for path, text in texts_at(facts.case, WITHOUT_MARKERS):
        if marked_in(text):
            yield _misplaced(path)


def texts_at_event(event: Event) -> Iterator[tuple[str, str]]:
    """Yield the texts of an event in which markers are filled."""
    record = event.record
    texts = {name: getattr(record, name, None) for name in ("account", "for_court", "short")}
    for name in ("injury", "weapon", "police"):
        texts[f"{name}.account"] = getattr(getattr(record, name, None), "account", None)
    yield from ((f"{event.path}.{name}", text) for name, text in texts.items() if text)


def _misplaced(path: str) -> Problem:
    return Problem(
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
