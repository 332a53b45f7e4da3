"""Composes a letter: which parts appear, in what order, in which form, as plain values for its template."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from formgen.case.incident import Incident
from formgen.case.told import Notice
from formgen.case.when_words import day_in_words
from formgen.catalog.reader import Letter
from formgen.document import letter_people as people
from formgen.document.carried import carried_by
from formgen.document.carrying import Carried
from formgen.document.letter_events import Teller, in_turn
from formgen.document.letter_law import basis_sentences, clause_names, law_in_force, plan_law
from formgen.document.letter_long import chronology_rows, first_named, form_for, long_count, shown_of
from formgen.document.letter_requests import compose_asks
from formgen.document.letter_told import (
    effects_at_work,
    opening_of_told,
    stop_request,
    told_paragraphs,
    told_to_addressee,
    told_to_stop,
)
from formgen.document.letter_values import (
    Asks,
    Headings,
    LetterValues,
    StopRequest,
    ToldIncident,
    ToldParagraph,
)
from formgen.document.naming import Namer, at_start
from formgen.document.typed import all_text, marks_for, one_paragraph, paragraphs_of
from formgen.facts.audience import withheld
from formgen.facts.chronology import Event
from formgen.facts.exhibits import Enclosure, enclosures
from formgen.facts.facts import Facts


@dataclass(frozen=True, slots=True)
class LetterDocument:
    """A letter ready to be set: its template, the values the template may name, and what it must carry."""

    paper: str
    """The letter's id, such as `notice-letter`."""

    title: str
    language: str
    template: bytes
    template_name: str
    values: LetterValues
    carries: tuple[Carried, ...]
    """What the finished letter must hold, as typed or in its printed words."""

    enclosed: tuple[Enclosure, ...]
    withheld: tuple[str, ...]
    """Places in the case that it leaves out on purpose."""

    law: Mapping[str, str]
    """The clauses that its template may print: wording by `statute.clause`."""


def compose_letter(facts: Facts, letter: Letter, *, chronology_apart: bool = False) -> LetterDocument:
    """Return the letter *letter* for the case in *facts*.

    Args:
        facts: The case under its law.
        letter: What the catalog says of it.
        chronology_apart: Whether the chronology that a long letter encloses is a paper of its own, and not
            the letter's last pages.

    Raises:
        CatalogError: If wording of the catalog names something that does not exist.
    """
    return _Composer.of(facts, letter, chronology_apart=chronology_apart).document()


@dataclass(frozen=True, slots=True)
class _Composer:
    """What the parts of one letter have in common."""

    facts: Facts
    letter: Letter
    namer: Namer
    teller: Teller
    told_of: tuple[Event, ...]
    """Every event that the reader may see, in order."""

    chronology_apart: bool

    @classmethod
    def of(cls, facts: Facts, letter: Letter, *, chronology_apart: bool) -> "_Composer":
        case, spec = facts.case, letter.spec
        year = (case.letter.date or facts.as_of).year
        incidents = facts.chronology.incidents(spec.audience)
        namer = Namer(facts.jurisdiction.spec, facts.zone, year, spec.words, incidents)
        told_of = tuple(event for event in facts.chronology.all if event.seen_by(spec.audience))
        teller = Teller(
            namer=namer,
            form=form_for(len(incidents)),
            enclosed=enclosures(told_of, case.evidence, audience=spec.audience, without=facts.kept_out),
            names=people.names_in(case),
            respondent=case.respondent.name or "",
            subject=case.letter.subject or "",
        )
        return cls(facts, letter, namer, teller, told_of, chronology_apart)

    def document(self) -> LetterDocument:
        """Return the whole letter."""
        facts, spec = self.facts, self.letter.spec
        values, law = self.values()
        return LetterDocument(
            paper=self.letter.id,
            title=spec.title,
            language=facts.case.language or facts.jurisdiction.spec.language,
            template=self.letter.template,
            template_name=self.letter.template_file,
            values=values,
            carries=carried_by(values, facts.case, self.in_the_letter(), self.namer),
            enclosed=tuple(self.teller.enclosed.values()),
            withheld=(*withheld(facts.case, spec.audience), *facts.kept_out_places),
            law={
                reference: law[name.replace("-", "_")]
                for name, reference in spec.clauses.items()
                if law[name.replace("-", "_")]
            },
        )

    def in_the_letter(self) -> tuple[Event, ...]:
        """Return the events that the letter itself holds: all, unless a chronology apart holds the rest."""
        if self.teller.form != "long" or not self.chronology_apart:
            return self.told_of
        incidents = self.namer.everything
        shown = {e.path for e in shown_of(self.facts.chronology, incidents, self.teller.form)}
        return tuple(e for e in self.told_of if not isinstance(e.record, Incident) or e.path in shown)

    def values(self) -> tuple[LetterValues, Mapping[str, str]]:
        """Return everything that the template may name, and the clauses by name."""
        facts, spec, namer, form = self.facts, self.letter.spec, self.namer, self.teller.form
        case, incidents = facts.case, namer.everything
        names = clause_names(case, spec, namer)
        law = law_in_force(case, facts.jurisdiction, spec, names)
        both = bool(law.get("orders") and law.get("own_order")) and form != "one"
        asks = compose_asks(case, spec, namer, replace(names, both_orders=both))
        told = told_paragraphs(facts.chronology, case, self.teller)
        effects = effects_at_work(case)
        dispute = paragraphs_of(case.dispute.account if case.dispute else None)
        service = not dispute and any(_speaks_of_service(event) for event in incidents)
        headings = self.headings(asks, told, effects)
        ahead = "" if dispute or service or headings.told else opening_of_told(told)
        shown = shown_of(facts.chronology, incidents, form)
        told_incidents, stops = self.happened(shown, ahead=ahead)
        basis = basis_sentences(case, namer)
        before_orders = one_paragraph(case.letter.before_orders)
        greeting = people.salutation(case)
        respondent = people.respondent(case, namer.spec)
        long = form == "long"
        values = LetterValues(
            sender=people.sender(case),
            date=day_in_words(case.letter.date or facts.as_of, namer.spec.date_words),
            delivery=one_paragraph(case.letter.delivery),
            addressee=people.addressee(case),
            addressee_name=people.addressee_name(case),
            subject=one_paragraph(case.letter.subject),
            single=_single(incidents, namer),
            since=first_named(incidents[0], namer) if incidents else "",
            salutation=greeting,
            salutation_closed=greeting.endswith((":", ",")),
            respondent=respondent,
            employer=people.employer(case),
            marks=marks_for(all_text(case)),
            form=form,
            headings=headings,
            introduces=bool(respondent.relation)
            and respondent.name not in (case.letter.subject or "") + (case.letter.opening or ""),
            opening=paragraphs_of(case.letter.opening),
            count=long_count(facts.chronology, incidents, len(shown), namer) if long else None,
            incidents=told_incidents,
            stop_requests=stops,
            dispute=dispute,
            service_complaint=service,
            told=told,
            told_all_you=all(
                told_to_addressee(event.record, case)
                for event in self.told_of
                if isinstance(event.record, Notice)
            ),
            first_time=case.notices in ("none", ()),
            effects=effects,
            asks=asks,
            report_to=one_paragraph(case.employer.report_to).removesuffix("."),
            plan=plan_law(case, facts.jurisdiction, spec),
            has_basis=bool(basis),
            basis=basis,
            before_orders=before_orders,
            runs_on=before_orders.endswith(","),
            after_orders=one_paragraph(case.letter.after_orders),
            law=law,
            closing=paragraphs_of(case.letter.closing),
            enclosures=_enclosure_line(self.teller.enclosed, namer),
            enclosures_many=len(self.teller.enclosed) > 1,
            chronology_enclosed=long or self.chronology_apart,
            chronology=chronology_rows(facts.chronology, incidents, self.teller)
            if long and not self.chronology_apart
            else (),
            copies=tuple(one_paragraph(entry) for entry in case.letter.copies),
        )
        return values, law

    def headings(self, asks: Asks, told: Sequence[ToldParagraph], effects: Sequence[str]) -> Headings:
        """Return which headings have two paragraphs or a list under them."""
        headed = self.teller.form in ("list", "long")
        asks_headed = headed and bool(asks.lines or (asks.sentence and asks.answer_by))
        # Without a heading of their own the requests would stand under that of the notices.
        told_headed = asks_headed and len(told) + len(effects) > 1
        return Headings(happened=headed, told=told_headed, ask=asks_headed, law=headed)

    def happened(
        self, shown: Sequence[Event], *, ahead: str
    ) -> tuple[tuple[ToldIncident, ...], tuple[StopRequest, ...]]:
        """Return the incidents *shown* and the requests to stop; *ahead* is the word after all of them."""
        order = self.facts.chronology
        asked = told_to_stop(order)
        told = in_turn(self.teller, [*shown, *asked], ahead=ahead)
        incidents = tuple(ToldIncident(n, told[n - 1]) for n in range(1, len(shown) + 1))
        stops = zip(asked, told[len(shown) :], strict=True)
        return incidents, tuple(stop_request(event, words, order, self.namer) for event, words in stops)


def _single(incidents: Sequence[Event], namer: Namer) -> str:
    """Return what the only incident is called at the head of a subject; nothing for an encounter."""
    if len(incidents) != 1 or namer.channel(incidents[0]).is_place:
        return ""
    return at_start(namer.channel(incidents[0]).noun)


def _speaks_of_service(event: Event) -> bool:
    return isinstance(event.record, Incident) and bool(event.record.about and event.record.about.service)


def _enclosure_line(enclosed: Mapping[str, Enclosure], namer: Namer) -> str:
    items = list(enclosed.values())
    if len(items) == 1:
        return one_paragraph(items[0].evidence.description) or namer.words["enclosure-unnamed"]
    if len(items) < 3:
        return namer.listed([str(item.number) for item in items])
    return namer.words["enclosure-range"].format(first=1, last=len(items))
