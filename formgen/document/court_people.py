"""The people of a court paper: who files, between whom, who declares."""

from dataclasses import dataclass

from formgen.case import Case
from formgen.case.people import Address, Attorney, Contact, Petitioner
from formgen.case.when_words import day_in_words
from formgen.catalog.declaration_spec import CourtWords, DeclarationSpec
from formgen.catalog.specs import JurisdictionSpec
from formgen.document.blocks import Caption, CaptionLine, Inline, Span
from formgen.document.letter_people import address_lines
from formgen.facts.facts import Facts

BLANK = CaptionLine()


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
    if not asking.doing_business_as:
        return (name,)
    business = _name(asking.doing_business_as, "petitioner.doing_business_as", capitals=capitals)
    return (name, Span(f", {words.doing_business_as} "), business)


def caption(facts: Facts, spec: DeclarationSpec, words: CourtWords, signer: Signer) -> Caption:
    """Return the first page's head for the declaration *spec* of *signer*."""
    case = facts.case
    return Caption(
        filer=filer(case, words),
        court=tuple(CaptionLine(_court(line, case)) for line in words.court_title),
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
            CaptionLine(_case_number(case, words)),
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
    before, _, after = words.declaration_title.partition("{name}")
    return (
        Span(before, bold=True),
        Span(signer.name.upper(), signer.path, bold=True),
        Span(after.format(supports=supports), bold=True),
    )


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
        shown: tuple[Contact, ...] = person.print_on.court
        lines = [petitioner_spans(case, words, capitals=False)]
        lines += _address(person.mailing_address, "declarant.mailing_address") if "address" in shown else []
        lines += _each((person.phone, "declarant.phone")) if "phone" in shown else []
        lines += _each((person.email, "declarant.email")) if "email" in shown else []
        alone = person.self_represented
    lines += [(Span(words.self_represented),)] if alone == "yes" else []
    return tuple(CaptionLine(line) for line in lines)


def _attorney(case: Case) -> tuple[Attorney | None, str]:
    if asks_for_employer(case):
        return (case.petitioner.attorney if case.petitioner else None), "petitioner.attorney"
    return case.declarant.attorney, "declarant.attorney"


def _lawyer(case: Case, words: CourtWords, attorney: Attorney, path: str) -> tuple[CaptionLine, ...]:
    name: tuple[Inline, ...] = (Span(attorney.name or "", f"{path}.name"),)
    if attorney.bar_number:
        _, _, rest = words.bar_number.partition("{name}")
        before, _, after = rest.partition("{number}")
        name = (*name, Span(before), Span(attorney.bar_number, f"{path}.bar_number"), Span(after))
    before, _, after = words.attorney_for.format(role=words.petitioner, name="\0").partition("\0")
    lines = [
        name,
        *_each((attorney.firm, f"{path}.firm")),
        *_address(attorney.address, f"{path}.address"),
        *_each((attorney.phone, f"{path}.phone")),
    ]
    if attorney.fax:
        opening, _, closing = words.fax.partition("{number}")
        lines.append((Span(opening), Span(attorney.fax, f"{path}.fax"), Span(closing)))
    lines += _each((attorney.email, f"{path}.email"))
    lines.append((Span(before), *petitioner_spans(case, words, capitals=False), Span(after)))
    return tuple(CaptionLine(tuple(part for part in line if _is_shown(part))) for line in lines)


def _is_shown(part: Inline) -> bool:
    return not isinstance(part, Span) or bool(part.text)


def _address(address: Address | None, path: str) -> list[tuple[Inline, ...]]:
    return [(Span(line, path),) for line in address_lines(address)]


def _each(*typed: tuple[str | None, str]) -> list[tuple[Inline, ...]]:
    return [(Span(text, path),) for text, path in typed if text]


def _name(name: str | None, path: str, *, capitals: bool) -> Span:
    return Span((name or "").upper() if capitals else name or "", path)


def _court(line: str, case: Case) -> tuple[Inline, ...]:
    county = (case.court.county if case.court else None) or ""
    before, marker, after = line.partition("{county}")
    if not marker:
        return (Span(line),)
    parts = (Span(before), Span(county.upper(), "court.county"), Span(after))
    return tuple(part for part in parts if part.text)


def _case_number(case: Case, words: CourtWords) -> tuple[Inline, ...]:
    before, _, after = words.case_number.partition("{number}")
    number = case.court.case_number if case.court else None
    value = Span(number, "court.case_number") if number else Span(words.case_number_blank)
    return tuple(part for part in (Span(before), value, Span(after)) if part.text)


def _hearing(case: Case, spec: JurisdictionSpec, words: CourtWords) -> tuple[CaptionLine, ...]:
    """Return when and where it is heard, blanks where that is not known yet (rule 3.1110(b))."""
    court = case.court
    hearing = court.hearing if court else None
    day = day_in_words(hearing.date, spec.date_words) if hearing and hearing.date else ""
    department = court.department if court else None
    lines = [
        _line(words.hearing_date, "{date}", day, "", words),
        _line(words.hearing_time, "{time}", hearing.time if hearing else None, "court.hearing.time", words),
        _line(words.hearing_department, "{department}", department, "court.department", words),
    ]
    if hearing and hearing.place:
        lines.append(_line(words.hearing_place, "{place}", hearing.place, "court.hearing.place", words))
    if court and court.judge:
        lines.append(_line(words.judge, "{judge}", court.judge, "court.judge", words))
    return tuple(lines)


def _line(phrase: str, marker: str, typed: str | None, path: str, words: CourtWords) -> CaptionLine:
    before, _, after = phrase.partition(marker)
    value = Span(typed, path) if typed else Span(words.hearing_blank)
    return CaptionLine(tuple(part for part in (Span(before), value, Span(after)) if part.text))
