"""Where the paragraphs of a declaration come from, part by part."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from formgen.case.incident import Incident
from formgen.case.told import Notice, WhyNow
from formgen.catalog.declaration_spec import DeclarationSpec, Source
from formgen.document import court_orders, naming_choice
from formgen.document.blocks import Span
from formgen.document.citing import known_together
from formgen.document.court_events import CourtTeller, account_of
from formgen.document.court_people import respondent_parts
from formgen.document.court_text import (
    Part,
    Passage,
    ended,
    passage,
    run_on,
    said,
    sentences,
    typed,
    worded,
    words_of,
)
from formgen.document.markers import exhibits_marked
from formgen.document.typed import paragraphs_of
from formgen.facts.chronology import Event

MOST_TOGETHER = 3
"""More short notices than this are told in a paragraph of their own again."""

LONGEST_TOGETHER = 240
"""Characters, about three lines of pleading paper; a longer notice has a paragraph of its own."""


@dataclass(frozen=True)
class Parts:
    """The paragraphs that one declaration can hold, by where they come from."""

    teller: CourtTeller
    spec: DeclarationSpec
    held: frozenset[Source]
    """The sources that this declaration has a part for."""

    witness: int | None = None
    """Which witness declares, from 0."""

    def of(self, source: Source) -> tuple[Passage, ...]:
        """Return the paragraphs from *source*; none where the case says nothing there."""
        return _SOURCES[source](self)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Return the incidents and requests to stop that the court may be told of, in order."""
        return tuple(
            event
            for event in self.teller.facts.chronology.all
            if not isinstance(event.record, Notice) and event.seen_by("court")
        )

    @cached_property
    def respondent(self) -> court_orders.Person:
        """Return what phrases call the respondent."""
        facts = self.teller.facts
        return respondent_parts(facts.case, facts.jurisdiction.spec)

    @cached_property
    def recent(self) -> tuple[Event, ...]:
        """Return the event that leads the declaration, and what came after it.

        An attachment leaves them to the form's other item.
        """
        why_now = self.teller.facts.case.why_now
        is_apart = "recent" in self.held or self.spec.attachment is not None
        name = why_now.incident if isinstance(why_now, WhyNow) and is_apart else None
        ids = [event.record.id if isinstance(event.record, Incident) else None for event in self.events]
        if name is None or name not in ids:
            return ()
        first = ids.index(name)
        dated = {event.path for event in self.teller.facts.chronology.dated}
        return (self.events[first], *(event for event in self.events[first + 1 :] if event.path in dated))

    @cached_property
    def followed(self) -> tuple[Event, ...]:
        """Return what is known to have come after the last notice, and is not the most recent."""
        chronology = self.teller.facts.chronology
        notices = [e for e in chronology.dated if isinstance(e.record, Notice) and e.seen_by("court")]
        if not notices or "followed" not in self.held:
            return ()
        last = notices[-1]
        incidents = {event.path for event in chronology.incidents_after(last, "court")}
        recent = {event.path for event in self.recent}
        return tuple(
            event
            for event in self.events
            if event.path not in recent and (event.path in incidents or self._is_request_after(event, last))
        )

    def _is_request_after(self, event: Event, last: Event) -> bool:
        if isinstance(event.record, Incident) or event.when is None or last.when is None:
            return False
        return last.when.comes_before(event.when, self.teller.facts.zone)

    @cached_property
    def earlier(self) -> tuple[Event, ...]:
        """Return every other event, in order; those of no known date last."""
        elsewhere = {event.path for event in (*self.recent, *self.followed)}
        return tuple(event for event in self.events if event.path not in elsewhere)

    def told(self, events: Sequence[Event], *, lead: bool = False) -> tuple[Passage, ...]:
        """Return the paragraphs that tell *events*, in order."""
        paragraphs: list[Passage] = []
        joins = False
        before: Event | None = None
        for event in events:
            told = self.teller.tell(event, leads=lead, before=before)
            before = event
            is_incident = isinstance(event.record, Incident)
            if joins and told and is_incident:
                paragraphs[-1] = run_on(paragraphs[-1], told[0])
                paragraphs += told[1:]
            else:
                paragraphs += told
            joins = self.spec.joins_requests and not is_incident and len(told) == 1
        return tuple(paragraphs)


def _sentence(text: str | None) -> tuple[Passage, ...]:
    return (passage(said(text)),) if text else ()


def _knowledge(parts: Parts) -> tuple[Passage, ...]:
    incidents = [event.record for event in parts.events if isinstance(event.record, Incident)]
    first_hand = any(i.knowledge is not None and i.knowledge.how not in (None, "told") for i in incidents)
    return _sentence(parts.spec.knowledge) if first_hand else ()


def _exhibits_known(parts: Parts) -> tuple[Passage, ...]:
    exhibits = parts.teller.citer.exhibits
    how = known_together([each.item for each in exhibits])
    return (passage(Span(how, f"{exhibits[0].path}.how_known")),) if how else ()


def _contacts(parts: Parts) -> tuple[Passage, ...]:
    """Return how each address and number of the respondent is known (Evid. Code, §§ 1400, 1401)."""
    respondent = parts.teller.facts.case.respondent
    words = parts.teller.words
    told: list[Passage] = []
    for listed, phrase in (("emails", words.contact_email), ("phones", words.contact_phone)):
        for number, point in enumerate(getattr(respondent, listed), 1):
            path = f"respondent.{listed}[{number}]"
            own = typed(point.how_known, f"{path}.how_known")
            value = typed(point.value, f"{path}.value")
            if not own or words_of(value) in words_of(own):
                told += [passage(*own)] if own else []
                continue
            used = worded(phrase, {**parts.respondent, "value": value})
            if own[0].text[:1].islower():
                # `it is the address on his customer account` goes on with the sentence.
                told.append(passage(*_less_period(used), said("; "), *ended(own)))
            else:
                told.append(passage(*sentences(used, own)))
    return tuple(told)


def _less_period(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    last = parts[-1]
    if isinstance(last, Span) and last.text.endswith("."):
        return (*parts[:-1], Span(last.text.removesuffix("."), last.source))
    return parts


def _why_now(parts: Parts) -> tuple[Passage, ...]:
    why_now = parts.teller.facts.case.why_now
    own = why_now.account if isinstance(why_now, WhyNow) else None
    return parts.teller.own_words(own, "why_now.account")


def _notices(parts: Parts) -> tuple[Passage, ...]:
    """Return the notices in order; short ones in a row, without exhibits, in one paragraph."""
    told: list[Passage] = []
    together = 0
    for event in parts.teller.facts.chronology.all:
        if not isinstance(event.record, Notice) or not event.seen_by("court"):
            continue
        cites = (*event.exhibits, *exhibits_marked(account_of(event.record, event.path)[0]))
        paragraphs = parts.teller.tell(event)
        is_short = _is_short(paragraphs) and not parts.teller.citer.may_cite(cites)
        if is_short and 0 < together < MOST_TOGETHER:
            told[-1] = run_on(told[-1], paragraphs[0])
        else:
            told += paragraphs
            together = 0
        together = together + 1 if is_short else 0
    return tuple(told)


def _is_short(paragraphs: Sequence[Passage]) -> bool:
    if len(paragraphs) != 1 or len(paragraphs[0].runs) != 1:
        return False
    return len(words_of(paragraphs[0].runs[0].parts)) <= LONGEST_TOGETHER


def _steps(parts: Parts) -> tuple[Passage, ...]:
    told: list[Passage] = []
    for number, step in enumerate(parts.teller.facts.case.protective_steps, 1):
        told += parts.teller.own_words(step.account, f"protective_steps[{number}].account")
    return tuple(told)


def _dispute(parts: Parts) -> tuple[Passage, ...]:
    dispute = parts.teller.facts.case.dispute
    if dispute is None:
        return ()
    field = "for_court" if dispute.for_court else "account"
    return parts.teller.own_words(getattr(dispute, field), f"dispute.{field}")


def _effects(parts: Parts) -> tuple[Passage, ...]:
    told: list[Passage] = []
    for number, effect in enumerate(parts.teller.facts.case.effects, 1):
        told += parts.teller.own_words(effect.what, f"effects[{number}].what", tells=(f"effects[{number}]",))
    return tuple(told)


def _fear(parts: Parts, field: str) -> tuple[Passage, ...]:
    fear = parts.teller.facts.case.fear
    return parts.teller.own_words(getattr(fear, field, None), f"fear.{field}")


def _witness(parts: Parts) -> tuple[Passage, ...]:
    """Return the witness's own paragraphs."""
    if parts.witness is None:
        return ()
    told: list[Passage] = []
    witness = parts.teller.facts.case.witnesses[parts.witness]
    for number, paragraph in enumerate(witness.paragraphs, 1):
        path = f"witnesses[{parts.witness + 1}].paragraphs[{number}]"
        attests = paragraph.attests == "yes"
        cited = paragraph.exhibits
        own = [
            passage(*parts.teller.filled(one, f"{path}.account", None, cited, attests=attests))
            for one in paragraphs_of(paragraph.account)
        ]
        if own:
            own[-1] = parts.teller.cited(own[-1], paragraph.account or "", cited, attests=attests)
        told += own
    return tuple(told)


def _background(parts: Parts) -> tuple[Passage, ...]:
    return parts.teller.own_words(parts.teller.facts.case.declarant.background, "declarant.background")


def _petitioner(parts: Parts) -> tuple[Passage, ...]:
    asking = parts.teller.facts.case.petitioner
    return parts.teller.own_words(asking.account if asking else None, "petitioner.account")


def _respondent(parts: Parts) -> tuple[Passage, ...]:
    return parts.teller.own_words(parts.teller.facts.case.respondent.account, "respondent.account")


def _naming_choice(parts: Parts) -> tuple[Passage, ...]:
    words = parts.spec.naming
    return naming_choice.naming_choice(parts.teller, words, parts.events) if words else ()


def _coverings(parts: Parts) -> tuple[Passage, ...]:
    return naming_choice.coverings(parts.teller, parts.spec.naming)


def _orders(parts: Parts) -> tuple[Passage, ...]:
    words = parts.spec.orders
    return court_orders.orders(parts.teller, words, parts.respondent) if words else ()


def _temporary_order(parts: Parts) -> tuple[Passage, ...]:
    words = parts.spec.orders
    return court_orders.temporary_order(parts.teller, words, parts.respondent) if words else ()


def _not_asked(parts: Parts) -> tuple[Passage, ...]:
    words = parts.spec.orders
    return court_orders.not_asked(parts.teller, words, parts.respondent) if words else ()


_SOURCES: Mapping[Source, Callable[[Parts], tuple[Passage, ...]]] = {
    "role": lambda parts: _sentence(parts.spec.role),
    "knowledge": _knowledge,
    "background": _background,
    "exhibits-known": _exhibits_known,
    "petitioner": _petitioner,
    "respondent": _respondent,
    "contacts": _contacts,
    "naming-choice": _naming_choice,
    "coverings": _coverings,
    "why-now": _why_now,
    "recent": lambda parts: parts.told(parts.recent, lead=True),
    "earlier": lambda parts: parts.told(parts.earlier),
    "notices": _notices,
    "followed": lambda parts: parts.told(parts.followed),
    "steps": _steps,
    "dispute": _dispute,
    "effects": _effects,
    "fear": lambda parts: _fear(parts, "account"),
    "harm": lambda parts: _fear(parts, "harm_without_order"),
    "temporary-order": _temporary_order,
    "orders": _orders,
    "not-asked": _not_asked,
    "witness": _witness,
}
