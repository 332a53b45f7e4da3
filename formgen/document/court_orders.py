"""What the court is asked for, and whether the respondent was told of it."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from formgen.case.base import records
from formgen.case.court import Orders, StayAway, TemporaryOrder
from formgen.catalog.declaration_spec import OrdersWords
from formgen.document.blocks import Span
from formgen.document.court_events import CourtTeller
from formgen.document.court_text import (
    Part,
    Passage,
    ended,
    listed,
    passage,
    said,
    sentences,
    typed,
    typed_within,
    worded,
)

Person: TypeAlias = Mapping[str, Sequence[Part]]
"""What phrases call the respondent: by name, and as the one who acts."""

_SENTENCE_ENDS = (".", "!", "?")


def orders(teller: CourtTeller, words: OrdersWords, respondent: Person) -> tuple[Passage, ...]:
    """Return the orders asked for: those in the catalog's words, then those in the declarant's own."""
    case = teller.facts.case
    asked = case.orders or Orders()
    clauses = _clauses(teller, asked, words, respondent)
    conduct = [(text, f"orders.conduct[{n}]") for n, text in enumerate(asked.conduct, 1)]
    own = [ended(typed(text, path)) for text, path in conduct if _is_sentence(text)]
    parts: list[tuple[Part, ...]] = []
    if clauses:
        lists = teller.facts.jurisdiction.spec.lists
        read_out = listed(clauses, comma=lists.comma, last=lists.and_, is_of_clauses=True)
        parts.append(worded(words.opening, {"clauses": read_out}))
    if own:
        parts += [(said(words.own),), *own]
    parts += [typed(text, f"orders.others[{n}]") for n, text in enumerate(asked.others, 1)]
    for number, person in enumerate(records(case.protected_persons), 1):
        path = f"protected_persons[{number}]"
        if named := typed(person.name, f"{path}.name"):
            also = _also_for(words, named, typed_within(person.relation, f"{path}.relation"))
            parts += [also, typed(person.why, f"{path}.why")]
    temporary = case.temporary_order
    if temporary is not None:
        parts.append(typed(temporary.short_notice_reason, "temporary_order.short_notice_reason"))
    return (passage(*sentences(*parts), tells=("orders",)),) if any(parts) else ()


def temporary_order(teller: CourtTeller, words: OrdersWords, respondent: Person) -> tuple[Passage, ...]:
    """Return whether the respondent was told, and if not why (Code Civ. Proc., § 527, subd. (c)(2))."""
    temporary = teller.facts.case.temporary_order or TemporaryOrder()
    if temporary.asked != "yes" or temporary.respondent_told is None:
        return ()
    if temporary.respondent_told == "no":
        why = typed(temporary.why_not_told, "temporary_order.why_not_told")
        told = sentences(worded(words.not_told, respondent), why)
    elif temporary.told_on is not None and temporary.told_on.is_dated:
        told = worded(words.told, {"on": (said(teller.dated(temporary.told_on).lead),), **respondent})
    else:
        told = worded(words.told_undated, respondent)
    return (passage(*told, tells=("temporary_order",)),)


def not_asked(teller: CourtTeller, words: OrdersWords, respondent: Person) -> tuple[Passage, ...]:
    """Return what the petition does not ask, so that protected speech is left alone (§ 527.8, subd. (c))."""
    asked = teller.facts.case.orders or Orders()
    listing = enumerate(asked.does_not_ask, 1)
    free = [entry for n, text in listing if (entry := typed_within(text, f"orders.does_not_ask[{n}]"))]
    parts: list[tuple[Part, ...]] = []
    if free and words.not_asked:
        lists = teller.facts.jurisdiction.spec.lists
        read_out = listed(free, comma=lists.comma, last=lists.or_, is_of_clauses=len(free) > 2)
        parts.append(worded(words.not_asked, {"list": read_out, **respondent}))
    parts.append(typed(asked.labor_dispute, "orders.labor_dispute"))
    return (passage(*sentences(*parts)),) if any(parts) else ()


def _clauses(
    teller: CourtTeller, asked: Orders, words: OrdersWords, respondent: Person
) -> list[tuple[Part, ...]]:
    lists = teller.facts.jurisdiction.spec.lists
    found: dict[str, list[tuple[Part, ...]]] = {"no_contact": [], "stay_away": [], "conduct": []}
    if asked.no_contact == "yes":
        found["no_contact"].append(worded(words.no_contact, respondent))
    away = asked.stay_away or StayAway()
    listing = enumerate(away.places, 1)
    places = [place for n, text in listing if (place := typed_within(text, f"orders.stay_away.places[{n}]"))]
    if away.yards is not None and places:
        named = {
            "yards": (Span(str(away.yards), "orders.stay_away.yards"),),
            "places": listed(places, comma=lists.comma, last=lists.and_),
            **respondent,
        }
        found["stay_away"].append(worded(words.stay_away, named))
    for number, text in enumerate(asked.conduct, 1):
        act = typed_within(text, f"orders.conduct[{number}]")
        if act and not _is_sentence(text):
            found["conduct"].append(worded(words.conduct, {"words": act, **respondent}))
    return [clause for kind in words.order for clause in found[kind]]


def _also_for(words: OrdersWords, name: Sequence[Part], relation: Sequence[Part]) -> tuple[Part, ...]:
    phrase = words.also_for if relation else words.also_for_name
    return worded(phrase, {"name": name, "relation": relation})


def _is_sentence(text: str) -> bool:
    """Return whether *text* is a sentence of its own, as against words that follow `that he`."""
    first = text.lstrip()[:1]
    return first.isupper() or (not first.islower() and text.rstrip().endswith(_SENTENCE_ENDS))
