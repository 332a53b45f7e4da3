"""What a finished chronology must hold: names, dates, what happened, the exact words, what was answered."""

from collections.abc import Iterator, Sequence

from formgen.case.base import NONE, records
from formgen.case.incident import Incident
from formgen.case.told import Notice, RequestToStop
from formgen.document.carrying import Carried
from formgen.document.chronology_cells import CellMaker, speaks_for_itself
from formgen.document.chronology_listed import Listed
from formgen.document.typed import lines_of, one_paragraph, paragraphs_of


def carried_by(listed: Sequence[Listed], maker: CellMaker) -> Iterator[Carried]:
    """Yield what the finished paper with the rows *listed* must hold, as typed or in its printed words."""
    if maker.declarant:
        yield Carried(maker.declarant, "declarant.name")
    for entry in listed:
        path = entry.event.path
        if entry.dated is not None:
            yield Carried(entry.dated.label, f"{path}.when")
        for text in entry.account:
            yield Carried(text, entry.account_source)
        yield from _told(entry, maker)


def _told(entry: Listed, maker: CellMaker) -> Iterator[Carried]:
    path = entry.event.path
    match entry.record:
        case Incident() as incident:
            yield from _exact_words(entry)
            for number, name in enumerate(records(incident.present), 1):
                yield Carried(maker.called(name), f"{path}.present[{number}]")
        case Notice() as notice:
            if notice.to:
                yield Carried(maker.called(one_paragraph(notice.to)), f"{path}.to")
            if not speaks_for_itself(entry):
                yield from _outcome(notice, path)
        case RequestToStop() as request:
            if request.by:
                yield Carried(maker.called(request.by), f"{path}.by")


def _exact_words(entry: Listed) -> Iterator[Carried]:
    for quote in entry.quotes:
        yield Carried(lines_of(quote.text), quote.source)
        if quote.translation:
            yield Carried(quote.translation, f"{quote.source}.translation")


def _outcome(notice: Notice, path: str) -> Iterator[Carried]:
    if notice.answer != NONE:
        for text in paragraphs_of(notice.answer):
            yield Carried(text, f"{path}.answer")
    if done := one_paragraph(notice.done):
        yield Carried(done, f"{path}.done")
