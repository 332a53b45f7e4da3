"""The people of a letter: who writes, to whom, about whom."""

from formgen.case import Case
from formgen.case.people import Address
from formgen.catalog.specs import JurisdictionSpec
from formgen.document.letter_law import respondent_words
from formgen.document.letter_values import EmployerNames, Person, Sender
from formgen.document.typed import one_paragraph


def sender(case: Case) -> Sender:
    """Return who writes, with what `print_on` allows on a letter."""
    declarant = case.declarant
    shown = declarant.print_on.letter
    lines = address_lines(declarant.mailing_address) if "address" in shown else ()
    phone = (declarant.phone,) if "phone" in shown and declarant.phone else ()
    email = (declarant.email,) if "email" in shown and declarant.email else ()
    return Sender(declarant.name or "", (*lines, *phone, *email))


def address_lines(address: Address | None) -> tuple[str, ...]:
    """Return *address* as the lines of an envelope."""
    if address is None:
        return ()
    town = ", ".join(part for part in (address.city, address.state) if part)
    last = " ".join(part for part in (town, address.zip) if part)
    street = (address.street or "").split("\n")
    return tuple(line for line in (*street, last, address.country) if line)


def addressee_name(case: Case) -> str:
    """Return the person addressed, or the employer where nobody is named."""
    attention = case.employer.attention
    return (attention.name if attention else None) or case.employer.name or ""


def addressee(case: Case) -> tuple[str, ...]:
    """Return the lines of the inside address."""
    attention = case.employer.attention
    person = ", ".join(part for part in (attention.name, attention.title) if part) if attention else ""
    lines = (person, case.employer.name or "", *address_lines(case.employer.address))
    return tuple(line for line in lines if line)


def salutation(case: Case) -> str:
    """Return the greeting as typed; empty if none is."""
    attention = case.employer.attention
    return one_paragraph(attention.salutation if attention else None)


def respondent(case: Case, spec: JurisdictionSpec) -> Person:
    """Return the respondent as the letter may name him, her or them."""
    words = respondent_words(case, spec)
    relation = one_paragraph(case.respondent.relation)
    return Person(words.name, words.called, relation, words.subject, words.object, words.possessive, words.be)


def employer(case: Case) -> EmployerNames:
    """Return the employer's full and short name."""
    return EmployerNames(case.employer.name or "", case.employer.called or case.employer.name or "")


def names_in(case: Case) -> tuple[str, ...]:
    """Return the names in the case, the longest first; an account that begins with one can follow a date."""
    attention = case.employer.attention
    names = [
        case.declarant.name,
        case.respondent.name,
        case.respondent.called,
        attention.name if attention else None,
        case.employer.name,
        case.employer.called,
        *(witness.name for witness in case.witnesses),
    ]
    return tuple(sorted({name for name in names if name}, key=lambda name: (-len(name), name)))
