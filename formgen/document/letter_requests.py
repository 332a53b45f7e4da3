"""What a letter asks for: chosen requests in the form that their number calls for, and her own."""

from dataclasses import dataclass, replace

from formgen.case import Case
from formgen.case.told import Request
from formgen.case.when_words import day_in_words, weekday_in_words
from formgen.catalog.expressions import ClauseNames, fill
from formgen.catalog.specs import LetterSpec, RequestSpec
from formgen.document.letter_values import Asks
from formgen.document.naming import Namer
from formgen.document.typed import one_paragraph

MOST_IN_A_SENTENCE = 3
ANSWER = "answer"
"""The catalog's request that names the day of the answer."""

PLAN_REQUEST = "copies"
"""The catalog's request that asks for the plan, so that no second sentence does."""


@dataclass(frozen=True, slots=True)
class _Chosen:
    request: Request
    spec: RequestSpec


def is_own_words(request: Request) -> bool:
    """Return whether *request* is a sentence of the declarant's own, not a name in the catalog."""
    return request.ask is not None and any(character.isspace() for character in request.ask)


def compose_asks(case: Case, spec: LetterSpec, namer: Namer, names: ClauseNames) -> Asks:
    """Return what the letter asks for: up to three requests as a sentence, more as a list."""
    known = {entry.id: entry for entry in spec.requests}
    chosen = [_Chosen(r, known[r.ask]) for r in case.requests if r.ask in known]
    own = tuple(one_paragraph(request.ask) for request in case.requests if is_own_words(request))
    names = replace(names, chosen=tuple(entry.spec.id for entry in chosen))
    asks = [entry for entry in chosen if entry.spec.place == "ask"]
    closing = [entry for entry in chosen if entry.spec.place == "closing"]
    as_sentence = len(asks) + len(closing) + len(own) <= MOST_IN_A_SENTENCE
    in_sentence = [entry for entry in asks + closing if entry.spec.clause] if as_sentence else []
    at_end = [entry for entry in closing if entry not in in_sentence]
    return Asks(
        lines=() if as_sentence else (*(_filled(entry, "line", names) for entry in asks), *own),
        sentence=namer.listed_clauses([_filled(entry, "clause", names) for entry in in_sentence]),
        own=own if as_sentence else (),
        orders=tuple(_filled(entry, "sentence", names) for entry in chosen if entry.spec.place == "orders"),
        cost=tuple(_filled(entry, "sentence", names) for entry in chosen if entry.spec.place == "cost"),
        closing=tuple(_filled(entry, "closing", names) for entry in at_end),
        answer_by=_answer_by(case, namer),
        asks_for_plan=PLAN_REQUEST in names.chosen,
    )


def _filled(entry: _Chosen, form: str, names: ClauseNames) -> str:
    label = f"request {entry.spec.id}"
    what = entry.request.what or fill(entry.spec.what or "", names, entry=label)
    source = getattr(entry.spec, form) or entry.spec.line or entry.spec.clause or ""
    return fill(source, replace(names, what=one_paragraph(what)), entry=label)


def _answer_by(case: Case, namer: Namer) -> str:
    for request in case.requests:
        if request.by is not None and request.ask == ANSWER:
            words = namer.spec.date_words
            day = day_in_words(request.by, words, without_year=namer.year)
            return f"{weekday_in_words(request.by, words)}, {day}"
    return ""
