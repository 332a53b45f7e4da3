"""Holds every typed stretch of a drawn paper against the place in the case that it is said to come from."""

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from formgen.case import Case
from formgen.document.blocks import CaptionLine, Inline, Span
from formgen.document.chronology_paper import ChronologyPaper
from formgen.document.court_paper import CourtPaper
from formgen.document.court_set import DrawnPaper
from formgen.document.declaration import inlines_of
from formgen.document.typed import all_text
from formgen.errors import Problem


def printed_by(paper: DrawnPaper) -> Iterator[tuple[str, str]]:
    """Yield every typed stretch that *paper* prints, with its place in the case."""
    for inline in _inlines(paper):
        if isinstance(inline, Span) and inline.source and inline.text:
            yield inline.text, inline.source


def source_problems(case: Case, printed: Iterable[tuple[str, str]]) -> list[Problem]:
    """Return a problem for every stretch in *printed* that does not stand where it is said to come from."""
    return [
        Problem(
            code="words-astray",
            what="A paper would print words that are not those typed here.",
            fix="Nothing was written. This is a fault of the program: please report it.",
            path=path,
        )
        for text, path in dict.fromkeys(printed)
        if not _stands_at(case, text, path)
    ]


def _inlines(paper: DrawnPaper) -> Iterator[Inline]:
    match paper:
        case ChronologyPaper():
            yield from _in_chronology(paper)
        case CourtPaper():
            for line in _head(paper):
                yield from line.inlines
            for block in paper.blocks:
                yield from inlines_of(block)


def _head(paper: CourtPaper) -> Iterator[CaptionLine]:
    yield from paper.heading
    if paper.caption is not None:
        caption = paper.caption
        for column in (caption.filer, caption.court, caption.parties, caption.paper):
            yield from column


def _in_chronology(paper: ChronologyPaper) -> Iterator[Inline]:
    for line in paper.heading:
        yield from line.inlines
    for group in paper.groups:
        yield from group.heading
        cells = (cell for row in group.rows for cell in row.cells)
        yield from (inline for cell in cells for block in cell for inline in block.inlines)


def _stands_at(case: Case, text: str, path: str) -> bool:
    value = value_at(case, path)
    wanted = _one_spaced(text)
    if value is None:
        return False
    if isinstance(value, BaseModel):
        typed = [_one_spaced(each) for each in all_text(value)]
        # An address is set in lines of its own: each word of a line is one that was typed.
        return any(wanted in each for each in typed) or all(
            any(word.strip(",") in each for each in typed) for word in wanted.split()
        )
    whole = _one_spaced(str(value))
    # A caption prints names in capitals.
    return wanted in whole or wanted == whole.upper()


def value_at(case: Case, path: str) -> object:
    """Return what stands at *path*, written as a person would: `incidents[2].quotes[1]`; None if nothing."""
    value: object = case
    for step in path.split("."):
        name, _, number = step.partition("[")
        value = getattr(value, name, None)
        if number:
            place = int(number.rstrip("]"))
            value = value[place - 1] if isinstance(value, tuple) and place <= len(value) else None
    return value


def _one_spaced(text: str) -> str:
    return " ".join(text.split())
