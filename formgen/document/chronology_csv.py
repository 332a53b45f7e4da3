"""Writes the rows of a chronology as a table for a spreadsheet, one fact in each column."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from formgen.case.base import NONE
from formgen.case.incident import Incident
from formgen.case.told import Notice, RequestToStop
from formgen.case.when import When
from formgen.case.when_words import in_words
from formgen.catalog.chronology_spec import CsvWords
from formgen.document.blocks import text_of
from formgen.document.chronology_cells import CellMaker, ranges, speaks_for_itself
from formgen.document.chronology_listed import NO_BREAK, Listed
from formgen.document.spreadsheet import BYTE_ORDER_MARK, safe
from formgen.document.typed import one_paragraph


def csv_of(listed: Sequence[Listed], words: CsvWords, maker: CellMaker) -> bytes:
    """Return the table of the events *listed*: UTF-8 with a byte order mark, lines ended as in Windows."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    names = list(type(words).model_fields)
    writer.writerow([safe(getattr(words, name)) for name in names])
    for entry in listed:
        facts = _facts(entry, maker)
        writer.writerow([safe(facts.get(name, "")) for name in names])
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def _facts(entry: Listed, maker: CellMaker) -> dict[str, str]:
    """Return every fact of *entry*, by its column."""
    when = entry.event.when
    first = when.first_day(maker.namer.zone) if when is not None else None
    comma = maker.namer.spec.lists.comma
    return {
        "number": str(entry.number),
        "date_typed": when.text if when is not None else "",
        "date": _plain(entry.dated.label) if entry.dated is not None else "",
        "first_day": first.isoformat() if first is not None else "",
        "channel": maker.namer.channel(entry.event).head,
        "what": _lines(entry.account_plain),
        "exact_words": _lines(quote.text for quote in entry.quotes),
        "translation": _lines(quote.translation for quote in entry.quotes),
        "marks": _lines(_plain(text_of(note.inlines)) for note in maker.notes(entry)),
        "exhibits": comma.join(entry.exhibits.values()),
        "paragraphs": comma.join(ranges(entry.paragraphs, maker.words.range)),
        **_facts_of(entry, maker),
    }


def _facts_of(entry: Listed, maker: CellMaker) -> dict[str, str]:
    """Return the facts that only this kind of event has."""
    match entry.record:
        case Incident() as incident:
            notices = [maker.numbered[row - 1] for row in entry.told]
            return {
                "kind": maker.words.contact,
                "place": incident.where or "",
                "present": maker.present(incident),
                "at_work": maker.at_work(incident),
                "told": _lines(_plain(maker.told(row)) for row in entry.told),
                **_outcome(notices, maker),
            }
        case Notice() as notice:
            return {
                "kind": maker.words.notice,
                "whom": maker.called(one_paragraph(notice.to)),
                **_outcome([entry], maker),
            }
        case RequestToStop() as request:
            by = one_paragraph(request.by) or maker.declarant
            return {"kind": maker.words.request, "by": maker.called(by)}


def _outcome(notices: Sequence[Listed], maker: CellMaker) -> dict[str, str]:
    """Return what came of *notices*, where it is not told in the words for the court already."""
    told = [(entry, entry.record) for entry in notices]
    known = [(entry, notice) for entry, notice in told if isinstance(notice, Notice)]
    apart = [notice for entry, notice in known if not speaks_for_itself(entry)]
    silent = [maker.words.silence for _, notice in known if notice.answer == NONE]
    answers = [one_paragraph(notice.answer) for notice in apart if notice.answer != NONE]
    return {
        "answer": _lines([*answers, *silent]),
        "answered_on": _lines(_day(notice.answered_on, maker) for _, notice in known),
        "done": _lines(one_paragraph(notice.done) for notice in apart),
    }


def _day(when: When | None, maker: CellMaker) -> str:
    if when is None:
        return ""
    return _plain(in_words(when, maker.namer.spec.date_words, maker.namer.zone).label)


def _plain(text: str) -> str:
    """Return words of the catalog with common spaces, as a spreadsheet is searched."""
    return text.replace(NO_BREAK, " ")


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)
