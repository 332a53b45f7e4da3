"""What a finished letter must hold: its names, its exact words, the dates that it prints."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from formgen.case import Case
from formgen.case.incident import Incident
from formgen.document.letter_values import LetterValues, Paragraph
from formgen.facts.chronology import Event


@dataclass(frozen=True, slots=True)
class Carried:
    """Text that a finished paper must hold, and where in the case it comes from."""

    text: str
    path: str


def carried_by(values: LetterValues, case: Case, told_of: Sequence[Event]) -> tuple[Carried, ...]:
    """Return what the letter with *values* must hold once it is finished."""
    attention = case.employer.attention
    names = [
        (case.declarant.name, "declarant.name"),
        (case.employer.name, "employer.name"),
        (attention.name if attention else None, "employer.attention.name"),
        (case.respondent.name, "respondent.name"),
    ]
    found = [Carried(name, path) for name, path in names if name]
    found += [Carried(text, "letter.date") for text in (values.date, values.asks.answer_by) if text]
    found += [carried for event in told_of for carried in _quotes(event)]
    for happening in values.happenings:
        found += _dates(happening.paragraphs)
    for request in values.stop_requests:
        found += _dates(request.paragraphs)
    found += [Carried(row.when, "incidents") for row in values.chronology if row.when]
    return tuple(found)


def _quotes(event: Event) -> Iterator[Carried]:
    # Up to eight incidents are told in full; of more, the enclosed chronology holds every one.
    if isinstance(event.record, Incident):
        for number, quote in enumerate(event.record.quotes, 1):
            if quote.text:
                yield Carried(quote.text, f"{event.path}.quotes[{number}]")


def _dates(paragraphs: Sequence[Paragraph]) -> Iterator[Carried]:
    for paragraph in paragraphs:
        for text in (paragraph.head, paragraph.sentence, paragraph.dated):
            if text:
                yield Carried(text, "incidents")
