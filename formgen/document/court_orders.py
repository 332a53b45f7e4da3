"""What the court is asked for, and whether the respondent was told of it."""

from collections.abc import Sequence

from formgen.case.base import records
from formgen.case.court import Orders, TemporaryOrder
from formgen.catalog.clause_names import PersonWords
from formgen.catalog.declaration_spec import OrdersWords
from formgen.document.blocks import Span
from formgen.document.court_events import CourtTeller
from formgen.document.court_text import Part, Passage, passage, said, sentences
from formgen.document.typed import one_paragraph

_SENTENCE_ENDS = (".", "!", "?")


def orders(teller: CourtTeller, words: OrdersWords, respondent: PersonWords) -> tuple[Passage, ...]:
    """Return the orders asked for: those in the catalog's words, then those in the declarant's own."""
    case = teller.facts.case
    asked = case.orders or Orders()
    clauses = _clauses(asked, words, respondent)
    own = [(text, f"orders.conduct[{n}]") for n, text in enumerate(asked.conduct, 1) if _is_sentence(text)]
    others = [(text, f"orders.others[{n}]") for n, text in enumerate(asked.others, 1)]
    parts: list[tuple[Part, ...]] = []
    if clauses:
        before, _, after = words.opening.partition("{clauses}")
        parts.append((said(before), *_listed_clauses(clauses, teller), said(after)))
    if own:
        parts += [(said(words.own),), *((Span(one_paragraph(text), path),) for text, path in own)]
    parts += [(Span(one_paragraph(text), path),) for text, path in others]
    for number, person in enumerate(records(case.protected_persons), 1):
        path = f"protected_persons[{number}]"
        if person.name:
            parts.append(_also_for(words, person.name, person.relation, path))
            if person.why:
                parts.append((Span(one_paragraph(person.why), f"{path}.why"),))
    temporary = case.temporary_order
    if temporary is not None and temporary.short_notice_reason:
        reason = one_paragraph(temporary.short_notice_reason)
        parts.append((Span(reason, "temporary_order.short_notice_reason"),))
    return (passage(*sentences(*parts), tells=("orders",)),) if parts else ()


def temporary_order(teller: CourtTeller, words: OrdersWords, respondent: PersonWords) -> tuple[Passage, ...]:
    """Return whether the respondent was told, and if not why (Code Civ. Proc., § 527, subd. (c)(2))."""
    temporary = teller.facts.case.temporary_order or TemporaryOrder()
    parts: list[tuple[Part, ...]] = []
    if temporary.asked == "no":
        return ()
    if temporary.respondent_told == "no":
        parts.append(_about(words.not_told, respondent))
        if temporary.why_not_told:
            why = Span(one_paragraph(temporary.why_not_told), "temporary_order.why_not_told")
            parts.append((why,))
    elif temporary.respondent_told == "yes":
        told_on = temporary.told_on
        phrase = (
            words.told.replace("{on}", teller.dated(told_on).lead)
            if told_on is not None and told_on.is_dated
            else words.told_undated
        )
        parts.append(_about(phrase, respondent))
    return (passage(*sentences(*parts), tells=("temporary_order",)),) if parts else ()


def not_asked(teller: CourtTeller, words: OrdersWords, respondent: PersonWords) -> tuple[Passage, ...]:
    """Return what the petition does not ask, so that protected speech is left alone (§ 527.8, subd. (c))."""
    asked = teller.facts.case.orders or Orders()
    parts: list[tuple[Part, ...]] = []
    if asked.does_not_ask and words.not_asked:
        named = [
            (Span(one_paragraph(text), f"orders.does_not_ask[{n}]"),)
            for n, text in enumerate(asked.does_not_ask, 1)
        ]
        lists = teller.facts.jurisdiction.spec.lists
        before, _, after = _filled(words.not_asked, respondent).partition("{list}")
        parts.append((said(before), *_joined(named, lists.comma, lists.or_), said(after)))
    if asked.labor_dispute:
        parts.append((Span(one_paragraph(asked.labor_dispute), "orders.labor_dispute"),))
    return (passage(*sentences(*parts)),) if parts else ()


def _clauses(asked: Orders, words: OrdersWords, respondent: PersonWords) -> list[tuple[Part, ...]]:
    found: dict[str, list[tuple[Part, ...]]] = {"no_contact": [], "stay_away": [], "conduct": []}
    if asked.no_contact == "yes":
        found["no_contact"].append(_about(words.no_contact, respondent))
    if asked.stay_away is not None and asked.stay_away.yards is not None and asked.stay_away.places:
        phrase = _filled(words.stay_away, respondent)
        before, _, rest = phrase.partition("{yards}")
        between, _, after = rest.partition("{places}")
        places = [
            (Span(place, f"orders.stay_away.places[{n}]"),)
            for n, place in enumerate(asked.stay_away.places, 1)
        ]
        yards = Span(str(asked.stay_away.yards), "orders.stay_away.yards")
        found["stay_away"].append((said(before), yards, said(between), *_and(places), said(after)))
    for number, text in enumerate(asked.conduct, 1):
        if not _is_sentence(text):
            before, _, after = _filled(words.conduct, respondent).partition("{words}")
            typed = Span(one_paragraph(text), f"orders.conduct[{number}]")
            found["conduct"].append((said(before), typed, said(after)))
    return [tuple(p for p in clause if _is_shown(p)) for kind in words.order for clause in found[kind]]


def _listed_clauses(clauses: list[tuple[Part, ...]], teller: CourtTeller) -> tuple[Part, ...]:
    lists = teller.facts.jurisdiction.spec.lists
    return _joined(clauses, lists.comma, lists.and_, always_comma=True)


def _and(entries: Sequence[tuple[Part, ...]]) -> tuple[Part, ...]:
    return _joined(entries, ", ", "and", before_last=" ")


def _joined(
    entries: Sequence[tuple[Part, ...]],
    comma: str,
    last: str,
    *,
    before_last: str | None = None,
    always_comma: bool = False,
) -> tuple[Part, ...]:
    """Return *entries* read out; a comma stands before the last of three or more clauses."""
    between = comma if always_comma or len(entries) > 2 else " "
    parts: list[Part] = []
    for place, entry in enumerate(entries):
        if place and place == len(entries) - 1:
            parts.append(said(f"{between if before_last is None else before_last}{last} "))
        elif place:
            parts.append(said(comma))
        parts += entry
    return tuple(parts)


def _also_for(words: OrdersWords, name: str, relation: str | None, path: str) -> tuple[Part, ...]:
    phrase = words.also_for if relation else words.also_for_name
    before, _, rest = phrase.partition("{name}")
    between, _, after = rest.partition("{relation}")
    parts: list[Part] = [said(before), Span(name, f"{path}.name"), said(between)]
    if relation:
        parts += [Span(one_paragraph(relation), f"{path}.relation"), said(after)]
    return tuple(part for part in parts if _is_shown(part))


def _about(phrase: str, respondent: PersonWords) -> tuple[Part, ...]:
    return (said(_filled(phrase, respondent)),)


def _filled(phrase: str, respondent: PersonWords) -> str:
    return phrase.replace("{respondent}", respondent.called).replace("{subject}", respondent.subject)


def _is_sentence(text: str) -> bool:
    return text.rstrip().endswith(_SENTENCE_ENDS)


def _is_shown(part: Part) -> bool:
    return not isinstance(part, Span) or bool(part.text)
