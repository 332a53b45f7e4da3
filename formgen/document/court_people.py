"""The people of a court paper: who files, between whom, who declares."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from formgen.case import Case
from formgen.case.people import Address, Attorney, Contact
from formgen.case.petition import Petitioner
from formgen.case.when_words import day_in_words
from formgen.catalog.declaration_spec import CourtWords, DeclarationSpec
from formgen.catalog.specs import JurisdictionSpec
from formgen.document.blocks import Caption, CaptionLine, Inline, Span
from formgen.document.court_text import Part, said, shown, worded
from formgen.document.letter_law import respondent_words
from formgen.document.letter_people import address_lines, names_in
from formgen.facts.facts import Facts

BLANK = CaptionLine()
_TOLD_APART = 3
"""Letters by which a typed department is known to say itself that it is one."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who declares."""

    name: str
    path: str


def asks_for_employer(case: Case) -> bool:
    """Return whether an employer or a union asks the court."""
    return case.court is not None and case.court.kind == "workplace-violence"


def petitioner_spans(case: Case, words: CourtWords, *, capitals: bool) -> tuple[Inline, ...]:
    """Return the name of whoever asks the court, as captions print it."""
    if not asks_for_employer(case):
        return (_name(case.declarant.name, "declarant.name", capitals=capitals),)
    asking = case.petitioner or Petitioner()
    name = _name(asking.name, "petitioner.name", capitals=capitals)
    business = _name(asking.doing_business_as, "petitioner.doing_business_as", capitals=capitals)
    if name.text and business.text:
        return (name, Span(f", {words.doing_business_as} "), business)
    return (business if business.text else name,)


def caption(facts: Facts, spec: DeclarationSpec, words: CourtWords, signer: Signer) -> Caption:
    """Return the first page's head for the declaration *spec* of *signer*."""
    case = facts.case
    return Caption(
        filer=filer(case, words),
        court=tuple(CaptionLine(court_line(line, case)) for line in words.court_title),
        parties=(
            CaptionLine((*petitioner_spans(case, words, capitals=True), Span(","))),
            CaptionLine((Span(f"{words.petitioner},"),), indent=2),
            BLANK,
            CaptionLine((Span(words.versus),), indent=1),
            BLANK,
            CaptionLine((_name(case.respondent.name, "respondent.name", capitals=True), Span(","))),
            CaptionLine((Span(f"{words.respondent}."),), indent=2),
        ),
        paper=(
            CaptionLine(case_number(case, words)),
            BLANK,
            CaptionLine(title_of(case, spec, words, signer)),
            BLANK,
            *_hearing(case, facts.jurisdiction.spec, words),
        ),
    )


def title_of(case: Case, spec: DeclarationSpec, words: CourtWords, signer: Signer) -> tuple[Inline, ...]:
    """Return the paper's title: whose declaration it is and what it supports (rule 3.1115)."""
    kind = case.court.kind if case.court else None
    supports = spec.supports[kind].upper() if kind in spec.supports else ""
    name = Span(signer.name.upper(), signer.path)
    title = worded(words.declaration_title, {"name": (name,), "supports": (Span(supports),)})
    return tuple(replace(part, bold=True) for part in title)


def filer(case: Case, words: CourtWords) -> tuple[CaptionLine, ...]:
    """Return who files: a lawyer, or the party in person (rule 2.111(1))."""
    for_employer = asks_for_employer(case)
    attorney, path = _attorney(case)
    if attorney is not None and attorney.name:
        return _lawyer(case, words, attorney, path)
    if for_employer:
        asking = case.petitioner or Petitioner()
        lines = [petitioner_spans(case, words, capitals=False)]
        lines += _address(asking.mailing_address, "petitioner.mailing_address")
        lines += _each((asking.phone, "petitioner.phone"), (asking.email, "petitioner.email"))
        alone = asking.self_represented
    else:
        person = case.declarant
        may_show: tuple[Contact, ...] = person.print_on.court
        lines = [petitioner_spans(case, words, capitals=False)]
        lines += (
            _address(person.mailing_address, "declarant.mailing_address") if "address" in may_show else []
        )
        lines += _each((person.phone, "declarant.phone")) if "phone" in may_show else []
        lines += _each((person.email, "declarant.email")) if "email" in may_show else []
        alone = person.self_represented
    lines += [(Span(words.self_represented),)] if alone == "yes" else []
    return tuple(CaptionLine(line) for line in lines if shown(line))


def _attorney(case: Case) -> tuple[Attorney | None, str]:
    if asks_for_employer(case):
        return (case.petitioner.attorney if case.petitioner else None), "petitioner.attorney"
    return case.declarant.attorney, "declarant.attorney"


def _lawyer(case: Case, words: CourtWords, attorney: Attorney, path: str) -> tuple[CaptionLine, ...]:
    name = (Span(attorney.name or "", f"{path}.name"),)
    number = (Span(attorney.bar_number or "", f"{path}.bar_number"),)
    fax = (Span(attorney.fax or "", f"{path}.fax"),)
    role = (Span(words.petitioner),)
    client = petitioner_spans(case, words, capitals=False)
    lines = [
        worded(words.bar_number, {"name": name, "number": number}) if attorney.bar_number else name,
        *_each((attorney.firm, f"{path}.firm")),
        *_address(attorney.address, f"{path}.address"),
        *_each((attorney.phone, f"{path}.phone")),
        *([worded(words.fax, {"number": fax})] if attorney.fax else []),
        *_each((attorney.email, f"{path}.email")),
        worded(words.attorney_for, {"role": role, "name": client}),
    ]
    return tuple(CaptionLine(line) for line in lines)


def _address(address: Address | None, path: str) -> list[tuple[Inline, ...]]:
    return [(Span(line, path),) for line in address_lines(address)]


def _each(*typed: tuple[str | None, str]) -> list[tuple[Inline, ...]]:
    return [(Span(text, path),) for text, path in typed if text]


def _name(name: str | None, path: str, *, capitals: bool) -> Span:
    return Span((name or "").upper() if capitals else name or "", path)


def court_line(line: str, case: Case) -> tuple[Inline, ...]:
    """Return a line of the court's title with its county."""
    county = (case.court.county if case.court else None) or ""
    return worded(line, {"county": (Span(county.upper(), "court.county"),)})


def case_number(case: Case, words: CourtWords) -> tuple[Inline, ...]:
    """Return the case number, or a blank for it in a first filing."""
    typed = case.court.case_number if case.court else None
    number = Span(typed, "court.case_number") if typed else Span(words.case_number_blank)
    return worded(words.case_number, {"number": (number,)})


def _hearing(case: Case, spec: JurisdictionSpec, words: CourtWords) -> tuple[CaptionLine, ...]:
    """Return when and where it is heard, blanks where that is not known yet (rule 3.1110(b))."""
    court = case.court
    hearing = court.hearing if court else None
    day = day_in_words(hearing.date, spec.date_words) if hearing and hearing.date else ""
    hour = (hearing.time if hearing else None) or ""
    department = (court.department if court else None) or ""
    lines = [
        worded(words.hearing_date, {"date": (Span(day or words.hearing_blank),)}),
        worded(words.hearing_time, {"time": (_or_blank(hour, "court.hearing.time", words),)}),
        _department(department, words),
    ]
    if hearing and hearing.place:
        lines.append(worded(words.hearing_place, {"place": (Span(hearing.place, "court.hearing.place"),)}))
    if court and court.judge:
        lines.append(worded(words.judge, {"judge": (Span(court.judge, "court.judge"),)}))
    return tuple(CaptionLine(line) for line in lines)


def _department(typed: str, words: CourtWords) -> tuple[Inline, ...]:
    """Return the department; `Department 11` says itself what it is."""
    department = _or_blank(typed, "court.department", words)
    label = words.hearing_department.partition("{department}")[0].rstrip(". ").casefold()
    if label and typed.casefold().startswith(label[:_TOLD_APART]):
        return (department,)
    return worded(words.hearing_department, {"department": (department,)})


def _or_blank(typed: str, path: str, words: CourtWords) -> Span:
    return Span(typed, path) if typed else Span(words.hearing_blank)


def respondent_parts(case: Case, spec: JurisdictionSpec) -> Mapping[str, Sequence[Part]]:
    """Return what phrases of the catalog call the respondent: by name, and as the one who acts."""
    called = "called" if case.respondent.called else "name"
    words = respondent_words(case, spec)
    name = Span(words.called, f"respondent.{called}")
    has_pronoun = bool(case.respondent.pronouns)
    return {"respondent": (name,), "subject": (said(words.subject) if has_pronoun else name,)}


def names_in_court(case: Case, spec: JurisdictionSpec) -> tuple[str, ...]:
    """Return the names that court papers use; an account that begins with one can follow a date."""
    employees = (employee.referred_to_as or employee.name for employee in case.employees)
    names = (*names_in(case), respondent_words(case, spec).called, *employees)
    return tuple(dict.fromkeys(name for name in names if name))
