"""Writes the rows of a chronology as a table for a spreadsheet, one fact in each column."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

from formgen.case.base import NONE
from formgen.case.incident import Incident
from formgen.case.told import Notice, RequestToStop
from formgen.case.when_words import in_words
from formgen.catalog.chronology_spec import CsvWords
from formgen.document.blocks import text_of
from formgen.document.chronology_cells import CellMaker, at_work_words, ranges, speaks_for_itself
from formgen.document.chronology_events import Listed
from formgen.document.chronology_values import Cell
from formgen.document.typed import one_paragraph

BYTE_ORDER_MARK = "\ufeff"
"""Tells Excel that the text is UTF-8."""

_FORMULA = re.compile(r"""[\s"']*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]""")
"""How a cell begins that a spreadsheet may take for a formula, its full-width forms too."""


def safe(text: str) -> str:
    """Return *text*, with an apostrophe before it if a spreadsheet could take it for a formula.

    Only the table for a spreadsheet has it; papers print what was typed.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def csv_of(listed: Sequence[Listed], words: CsvWords, maker: CellMaker) -> bytes:
    """Return the table of the events *listed*: UTF-8 with a byte order mark, lines ended as in Windows."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    names = list(type(words).model_fields)
    writer.writerow([safe(getattr(words, name)) for name in names])
    for entry in listed:
        facts = _facts(entry, maker)
        writer.writerow([safe(facts[name]) for name in names])
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def _facts(entry: Listed, maker: CellMaker) -> dict[str, str]:
    """Return every fact of *entry*, by its column."""
    record, when = entry.record, entry.event.when
    first = when.first_day(maker.namer.zone) if when is not None else None
    channel = maker.namer.channel(entry.event).head
    return {
        "number": str(entry.number),
        "date_typed": when.text if when is not None else "",
        "date": entry.dated.label if entry.dated is not None else "",
        "first_day": first.isoformat() if first is not None else "",
        "channel": channel,
        "what": _lines(entry.account),
        "exact_words": _lines(quote.text for quote in entry.quotes),
        "translation": _lines(quote.translation for quote in entry.quotes),
        "marks": _lines(_texts(maker.notes(entry))),
        "exhibits": maker.namer.spec.lists.comma.join(entry.exhibits.values()),
        "paragraphs": maker.namer.spec.lists.comma.join(ranges(entry.paragraphs, maker.words.range)),
        **dict.fromkeys(("place", "present", "at_work", "whom", "told", "answer", "done"), ""),
        **_facts_of(record, entry, maker),
    }


def _facts_of(record: object, entry: Listed, maker: CellMaker) -> dict[str, str]:
    """Return the facts that only this kind of *record* has."""
    match record:
        case Incident():
            notices = [maker.numbered[row - 1] for row in entry.told]
            present = maker.words.present_none if record.present == NONE else ""
            if isinstance(record.present, tuple):
                present = maker.namer.listed([maker.called(name) for name in record.present])
            return {
                "kind": maker.words.contact,
                "place": record.where or "",
                "present": present,
                "at_work": at_work_words(maker.words, record.at_work) if record.at_work else "",
                "told": _lines(maker.told(row) for row in entry.told),
                "answer": _lines(_answer(notice, maker) for notice in notices),
                "done": _lines(_done(notice) for notice in notices),
            }
        case Notice():
            return {
                "kind": maker.words.notice,
                "whom": maker.called(one_paragraph(record.to)),
                "answer": _answer(entry, maker),
                "done": _done(entry),
            }
        case RequestToStop():
            return {
                "kind": maker.words.request,
                "whom": maker.called(one_paragraph(record.by) or maker.declarant),
            }
        case _:
            return {}


def _answer(entry: Listed, maker: CellMaker) -> str:
    notice = entry.record
    if not isinstance(notice, Notice) or not notice.answer:
        return ""
    if notice.answer == NONE:
        return maker.words.silence
    if speaks_for_itself(entry):
        return ""
    text = one_paragraph(notice.answer)
    if notice.answered_on is None:
        return text
    day = in_words(notice.answered_on, maker.namer.spec.date_words, maker.namer.zone).label
    return f"{day}: {text}"


def _done(entry: Listed) -> str:
    notice = entry.record
    return one_paragraph(notice.done) if isinstance(notice, Notice) and not speaks_for_itself(entry) else ""


def _texts(cell: Cell) -> Iterable[str]:
    return (text_of(block.inlines) for block in cell)


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)
