"""What is composed around the exhibits of a case: the names at their head, and how large a file may be."""

from formgen.catalog.exhibit_spec import BoundWords, ExhibitSpec
from formgen.document.blocks import Inline, Span
from formgen.document.court_people import case_number, court_line, petitioner_spans
from formgen.document.court_text import worded
from formgen.document.declaration import sheet_of
from formgen.document.exhibit_leaves import LeafMaker
from formgen.facts.facts import Facts

MEGABYTE = 1_000_000
"""Bytes; courts that count 1,048,576 accept a little more."""


def packet_maker(facts: Facts, spec: ExhibitSpec) -> LeafMaker:
    """Return what composes covers and index of a packet for the court."""
    covers = facts.case.court.covers if facts.case.court else None
    return _maker(facts, spec, spec.packet, head=_head(facts), is_bare=covers == "bare")


def enclosure_maker(facts: Facts, spec: ExhibitSpec) -> LeafMaker:
    """Return what composes covers and list of a letter's enclosures."""
    return _maker(facts, spec, spec.enclosures, head=(), is_bare=False)


def size_limit(facts: Facts, spec: ExhibitSpec) -> tuple[int, bool]:
    """Return the bytes that a filed file may have, and whether that is only a guess."""
    typed = facts.case.court.size_limit_mb if facts.case.court else None
    if isinstance(typed, int):
        return typed * MEGABYTE, False
    return spec.size_limit_mb * MEGABYTE, True


def _maker(
    facts: Facts,
    spec: ExhibitSpec,
    words: BoundWords,
    *,
    head: tuple[tuple[Inline, ...], ...],
    is_bare: bool,
) -> LeafMaker:
    shared = facts.jurisdiction.spec
    return LeafMaker(
        spec,
        words,
        sheet_of(facts),
        facts.case.language or shared.language,
        facts.case.typeface,
        shared.lists.comma,
        head,
        is_bare=is_bare,
    )


def _head(facts: Facts) -> tuple[tuple[Inline, ...], ...]:
    words = facts.jurisdiction.spec.court_words
    if words is None:
        return ()
    case = facts.case
    respondent = (Span(case.respondent.name or "", "respondent.name"),)
    names = worded(
        words.case_names,
        {"petitioner": petitioner_spans(case, words, capitals=False), "respondent": respondent},
    )
    court = case.court
    lines = [names]
    if court is not None and court.covers == "full":
        lines = [*(court_line(line, case) for line in words.court_title), names]
    if court is not None and court.case_number:
        lines.append(case_number(case, words))
    return tuple(lines)
