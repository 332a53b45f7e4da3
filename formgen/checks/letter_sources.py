"""Where every word of a letter can come from: its template, the case, the words that the catalog lends."""

import re
from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from formgen.case.when import When
from formgen.case.when_words import Dated, clock_in_words, day_in_words, in_words, weekday_in_words
from formgen.catalog.reader import Letter
from formgen.checks.word_text import paragraphs_in
from formgen.document.markers import Typed, pieces_of
from formgen.document.typed import CURLY, all_text, paragraphs_of
from formgen.facts.facts import Facts
from formgen.render.template_text import wording_in

_PLACES = re.compile(r"\{[{%].*?[}%]\}|\{[a-z_]+\}")
"""Tags and pattern names in the catalog's wording."""

LARGEST_NUMBER = 1_000
"""Events and enclosures are counted in figures up to here, beyond what a letter can hold."""


def template_wording(template: bytes) -> frozenset[str]:
    """Return every stretch of plain wording in a Word template."""
    return frozenset(text for paragraph in paragraphs_in(template) for text in wording_in(paragraph.text))


def words_of(facts: Facts, letter: Letter) -> frozenset[str]:
    """Return every text that a value in a letter can be made up of."""
    return frozenset(
        [
            *_typed(facts),
            *_dates(facts),
            # A letter borrows nothing from the words of court papers.
            *_lent(facts.jurisdiction.spec.model_copy(update={"court_words": None})),
            *_lent(letter.spec),
            *(stretch for law in facts.jurisdiction.statutes.values() for stretch in _lent(law)),
            *(str(number) for number in range(LARGEST_NUMBER)),
            *"'\",.:;()",
            *CURLY,
            "'s",
        ]
    )


def _typed(facts: Facts) -> Iterator[str]:
    """Yield every text of the case: whole, by paragraph, and cut at its markers."""
    for text in all_text(facts.case):
        yield text
        # Words that the letter puts at the end of a sentence or an entry bring no second period.
        yield text.removesuffix(".")
        for paragraph in paragraphs_of(text):
            yield from (piece.text for piece in pieces_of(paragraph) if isinstance(piece, Typed))
    names = (facts.case.respondent.name or "").split()
    yield from (word.rstrip(",") for word in names)


def _dates(facts: Facts) -> Iterator[str]:
    words = facts.jurisdiction.spec.date_words
    letter_day = facts.case.letter.date or facts.as_of
    days = [letter_day, *(request.by for request in facts.case.requests if request.by)]
    for day in days:
        yield day_in_words(day, words)
        yield day_in_words(day, words, without_year=day.year)
        yield weekday_in_words(day, words)
    for event in facts.chronology.all:
        if isinstance(event.when, When):
            for year in (letter_day.year, None):
                dated = in_words(event.when, words, facts.zone, without_year=year)
                yield from _shapes(dated)
            if event.when.reading.clock:
                yield clock_in_words(event.when.reading.clock, words)


def _shapes(dated: Dated) -> Iterator[str]:
    shapes = (dated.lead, dated.inside, dated.label, dated.day, dated.first_day, dated.last_day, dated.since)
    for shape in shapes:
        yield shape
        # The period of "8:47 p.m." is also that of a sentence which ends there.
        yield shape.removesuffix(".")


def _lent(part: object) -> Iterator[str]:
    """Yield the words of a part of the catalog, cut where values stand, also as sentences begin and go on."""
    for text in _texts(part):
        for stretch in _PLACES.split(text):
            if stretch.strip():
                yield stretch
                yield stretch[:1].upper() + stretch[1:]
                yield stretch[:1].lower() + stretch[1:]


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from _texts(getattr(part, name))
    elif isinstance(part, dict):
        for entry in part.values():
            yield from _texts(entry)
    elif isinstance(part, Iterable):
        for entry in part:
            yield from _texts(entry)
