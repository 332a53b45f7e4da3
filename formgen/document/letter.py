"""Composes a letter: which parts appear, in what order, in which form, as plain values for its template."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from formgen.case import Case
from formgen.case.incident import Incident
from formgen.case.people import Address
from formgen.case.told import Notice
from formgen.case.when_words import day_in_words
from formgen.catalog.reader import Letter
from formgen.document.carried import Carried, carried_by
from formgen.document.letter_events import Teller, in_turn, names_in_order
from formgen.document.letter_law import (
    basis_sentences,
    clause_names,
    law_in_force,
    plan_law,
    recorded_bases,
    respondent_words,
)
from formgen.document.letter_long import chronology_rows, form_for, long_count, shown_of
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
    EmployerNames,
    Happening,
    Headings,
    LetterValues,
    Person,
    Sender,
    StopRequest,
)
from formgen.document.naming import Namer, at_start
from formgen.document.typed import all_text, marks_for, one_paragraph, paragraphs_of
from formgen.facts.audience import withheld
from formgen.facts.chronology import Chronology, Event
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


def compose_letter(facts: Facts, letter: Letter) -> LetterDocument:
    """Return the letter *letter* for the case in *facts*.

    Raises:
        CatalogError: If wording of the catalog names something that does not exist.
    """
    case, spec = facts.case, letter.spec
    day = case.letter.date or facts.as_of
    incidents = facts.chronology.incidents("employer")
    namer = Namer(facts.jurisdiction.spec, facts.zone, day.year, spec.words, incidents)
    told_of = [event for event in facts.chronology.all if event.seen_by(spec.audience)]
    enclosed = enclosures(told_of, case.evidence, audience=spec.audience)
    names = clause_names(case, spec, namer)
    teller = Teller(
        namer=namer,
        form=form_for(len(incidents)),
        enclosed=enclosed,
        names=_names(case),
        respondent=case.respondent.name or "",
        subject=case.letter.subject or "",
    )
    asks = compose_asks(case, spec, namer, names)
    law = law_in_force(facts.jurisdiction, spec, names)
    values = _values(facts, teller, asks_and_law=(asks, law))
    return LetterDocument(
        paper=letter.id,
        title=spec.title,
        language=case.language or facts.jurisdiction.spec.language,
        template=letter.template,
        template_name=letter.template_file,
        values=values,
        carries=carried_by(values, case, told_of),
        enclosed=tuple(enclosed.values()),
        withheld=withheld(case, spec.audience),
        law={
            reference: law[name.replace("-", "_")]
            for name, reference in spec.clauses.items()
            if law[name.replace("-", "_")]
        },
    )


def _values(facts: Facts, teller: Teller, *, asks_and_law: tuple[Asks, Mapping[str, str]]) -> LetterValues:
    case, order, namer = facts.case, facts.chronology, teller.namer
    asks, law = asks_and_law
    incidents = namer.everything
    form = teller.form
    shown = shown_of(order, incidents, form)
    dispute = paragraphs_of(case.dispute.account if case.dispute else None)
    notices = [e.record for e in order.all if isinstance(e.record, Notice) and e.seen_by("employer")]
    told = told_paragraphs(order, case, teller)
    effects = effects_at_work(case)
    has_basis = any(recorded_bases(event, case, namer.spec) for event in incidents)
    before_orders = one_paragraph(case.letter.before_orders)
    headed = form in ("list", "long")
    asks_headed = headed and bool(asks.lines or (asks.sentence and asks.answer_by))
    # Without a heading of their own the requests would stand under this one.
    told_headed = asks_headed and len(told) + len(effects) > 1
    service_complaint = not dispute and any(_speaks_of_service(event) for event in incidents)
    ahead = "" if dispute or service_complaint or told_headed else opening_of_told(told)
    happenings, stops = _happened(order, shown, teller, ahead=ahead)
    person = respondent_words(case, namer.spec)
    first = namer.dated(incidents[0]) if incidents else None
    return LetterValues(
        sender=Sender(case.declarant.name or "", _sender_lines(case)),
        date=day_in_words(case.letter.date or facts.as_of, namer.spec.date_words),
        delivery=one_paragraph(case.letter.delivery),
        addressee=_addressee(case),
        addressee_name=_addressee_name(case),
        subject=one_paragraph(case.letter.subject),
        single=at_start(namer.channel(incidents[0]).noun) if len(incidents) == 1 else "",
        since=first.first_day if first else "",
        salutation=_salutation(case),
        respondent=Person(
            person.name,
            person.called,
            one_paragraph(case.respondent.relation),
            person.subject,
            person.object,
            person.possessive,
            person.be,
        ),
        employer=EmployerNames(case.employer.name or "", case.employer.called or case.employer.name or ""),
        marks=marks_for(all_text(case)),
        form=form,
        headings=Headings(
            happened=headed,
            told=told_headed,
            ask=asks_headed,
            law=headed,
        ),
        introduces=bool(case.respondent.relation)
        and person.name not in (case.letter.subject or "") + (case.letter.opening or ""),
        opening=paragraphs_of(case.letter.opening),
        count=long_count(order, incidents, len(shown), namer) if form == "long" else None,
        happenings=happenings,
        stop_requests=stops,
        dispute=dispute,
        service_complaint=service_complaint,
        told=told,
        told_all_you=all(told_to_addressee(notice, case) for notice in notices),
        first_time=case.notices in ("none", ()),
        effects=effects,
        asks=asks,
        report_to=one_paragraph(case.employer.report_to),
        plan=plan_law(case, facts.jurisdiction),
        has_basis=has_basis,
        basis=basis_sentences(case, namer),
        more_than_one=len(incidents) > 1,
        before_orders=before_orders,
        runs_on=before_orders.endswith(","),
        after_orders=one_paragraph(case.letter.after_orders),
        law=law,
        closing=paragraphs_of(case.letter.closing),
        enclosures=_enclosure_line(teller.enclosed, namer),
        enclosures_many=len(teller.enclosed) > 1,
        chronology=chronology_rows(order, incidents, teller, teller.enclosed) if form == "long" else (),
        copies=tuple(one_paragraph(entry) for entry in case.letter.copies),
    )


def _happened(
    order: Chronology, shown: Sequence[Event], teller: Teller, *, ahead: str
) -> tuple[tuple[Happening, ...], tuple[StopRequest, ...]]:
    """Return the incidents *shown* and the requests to stop; *ahead* is the word after all of them."""
    asked = told_to_stop(order)
    told = in_turn(teller, [*shown, *asked], ahead=ahead)
    happenings = tuple(Happening(n, told[n - 1]) for n in range(1, len(shown) + 1))
    stops = zip(asked, told[len(shown) :], strict=True)
    return happenings, tuple(stop_request(event, words, order, teller.namer) for event, words in stops)


def _names(case: Case) -> tuple[str, ...]:
    attention = case.employer.attention
    return names_in_order(
        [
            case.declarant.name,
            case.respondent.name,
            case.respondent.called,
            attention.name if attention else None,
            case.employer.name,
            case.employer.called,
            *(witness.name for witness in case.witnesses),
        ]
    )


def _sender_lines(case: Case) -> tuple[str, ...]:
    declarant = case.declarant
    shown = declarant.print_on.letter
    lines = address_lines(declarant.mailing_address) if "address" in shown else ()
    phone = (declarant.phone,) if "phone" in shown and declarant.phone else ()
    email = (declarant.email,) if "email" in shown and declarant.email else ()
    return (*lines, *phone, *email)


def address_lines(address: Address | None) -> tuple[str, ...]:
    """Return *address* as the lines of an envelope."""
    if address is None:
        return ()
    town = ", ".join(part for part in (address.city, address.state) if part)
    last = " ".join(part for part in (town, address.zip) if part)
    street = (address.street or "").split("\n")
    return tuple(line for line in (*street, last, address.country) if line)


def _addressee_name(case: Case) -> str:
    attention = case.employer.attention
    return (attention.name if attention else None) or case.employer.name or ""


def _addressee(case: Case) -> tuple[str, ...]:
    attention = case.employer.attention
    person = ", ".join(part for part in (attention.name, attention.title) if part) if attention else ""
    lines = (person, case.employer.name or "", *address_lines(case.employer.address))
    return tuple(line for line in lines if line)


def _salutation(case: Case) -> str:
    attention = case.employer.attention
    return one_paragraph(attention.salutation if attention else None)


def _speaks_of_service(event: Event) -> bool:
    return isinstance(event.record, Incident) and bool(event.record.about and event.record.about.service)


def _enclosure_line(enclosed: Mapping[str, Enclosure], namer: Namer) -> str:
    items = list(enclosed.values())
    if len(items) == 1:
        return one_paragraph(items[0].evidence.description) or namer.words["enclosure-unnamed"]
    if len(items) < 3:
        return namer.listed([str(item.number) for item in items])
    return namer.words["enclosure-range"].format(first=1, last=len(items))
