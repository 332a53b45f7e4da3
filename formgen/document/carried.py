"""What a finished letter must hold: its names, its exact words, the dates that it prints."""

from collections.abc import Iterator, Sequence

from formgen.case import Case
from formgen.case.incident import Incident
from formgen.document.carrying import Carried
from formgen.document.letter_told import is_told
from formgen.document.letter_values import LetterValues, Paragraph
from formgen.document.naming import Namer
from formgen.document.typed import in_marks
from formgen.facts.chronology import Event


def carried_by(
    values: LetterValues, case: Case, told_of: Sequence[Event], namer: Namer
) -> tuple[Carried, ...]:
    """Return what the letter with *values*, which tells of *told_of*, must hold once it is finished."""
    attention = case.employer.attention
    names = [
        (case.declarant.name, "declarant.name"),
        (case.employer.name, "employer.name"),
        (attention.name if attention else None, "employer.attention.name"),
        (case.respondent.name, "respondent.name"),
    ]
    found = [Carried(name, path) for name, path in names if name]
    found += [Carried(text, "letter.date") for text in (values.date, values.asks.answer_by) if text]
    for event in told_of:
        found += _quotes(event)
        if is_told(event, namer.everything):
            found += _day(event, namer, case.letter.subject or "")
    for incident in values.incidents:
        found += _dates(incident.paragraphs)
    for request in values.stop_requests:
        found += _dates(request.paragraphs)
    found += [Carried(row.when, "incidents") for row in values.chronology if row.when]
    return tuple(found)


def _quotes(event: Event) -> Iterator[Carried]:
    # Up to eight incidents are told in full; of more, the enclosed chronology holds every one.
    if isinstance(event.record, Incident):
        for number, quote in enumerate(event.record.quotes, 1):
            if quote.text and quote.text.strip():
                yield Carried(quote.text, f"{event.path}.quotes[{number}]")
            if quote.text and quote.translation and not in_marks(quote.text, event.record.account or ""):
                yield Carried(quote.translation, f"{event.path}.quotes[{number}].translation")


def _day(event: Event, namer: Namer, subject: str) -> Iterator[Carried]:
    """Yield the day of an event, from the case itself, unless her own words give it in her own way."""
    dated = namer.dated(event)
    own = getattr(event.record, "account", None) or ""
    if dated and event.when and event.when.is_dated and not dated.is_named_in(own + "\n" + subject):
        # "late March 2026" has a capital at the head of an entry.
        day = dated.last_day[1:] if dated.last_day[:1].islower() else dated.last_day
        yield Carried(day, f"{event.path}.when")


def _dates(paragraphs: Sequence[Paragraph]) -> Iterator[Carried]:
    for paragraph in paragraphs:
        for text in (paragraph.head, paragraph.sentence, paragraph.dated):
            if text:
                yield Carried(text, "incidents")
