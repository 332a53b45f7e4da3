"""Letters for tests: composed, or finished and read back as plain text."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from factories import AS_OF, Typed, facts_of, make_case, make_evidence, make_incident

from formgen.case import Case
from formgen.catalog.reader import Letter
from formgen.checks.word_text import BODY, paragraphs_in
from formgen.document.letter import LetterDocument, compose_letter
from formgen.document.letter_events import Teller
from formgen.document.letter_long import form_for
from formgen.document.letter_people import names_in
from formgen.document.letter_values import Form, LetterValues
from formgen.document.naming import Namer
from formgen.facts.chronology import Event
from formgen.facts.exhibits import enclosures
from formgen.facts.facts import Facts
from formgen.render.letter import render_letter

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def plain(text: str) -> str:
    """Return *text* with common spaces for those at which no line ends."""
    return text.replace("\u00a0", " ")


def letter_of(facts: Facts) -> Letter:
    """Return the notice letter of the catalog."""
    return facts.jurisdiction.letters["notice-letter"]


def compose(case: Case | None = None, *, as_of: date = AS_OF) -> LetterDocument:
    """Return the letter for *case*, by default the small one."""
    facts = facts_of(case or make_case(), as_of)
    return compose_letter(facts, letter_of(facts))


def values_of(*, as_of: date = AS_OF, **changes: object) -> LetterValues:
    """Return the values of the letter for a small case with *changes*."""
    return compose(make_case(**changes), as_of=as_of).values


def read_letter(case: Case, *, as_of: date = AS_OF) -> list[str]:
    """Return the paragraphs of the finished letter's body, read back from its file."""
    content = render_letter(compose(case, as_of=as_of)).content
    return [plain(p.text).strip(" ") for p in paragraphs_in(content) if p.part == BODY]


def body_of(*, as_of: date = AS_OF, **changes: object) -> list[str]:
    """Return the letter for a small case with *changes*, from after its salutation to before its closing."""
    text = read_letter(make_case(**changes), as_of=as_of)
    start = next(n for n, line in enumerate(text) if line.startswith("Dear "))
    return text[start + 1 : text.index("Sincerely,")]


def emails(count: int, **changes: object) -> list[Typed]:
    """Return *count* emails, one a day from March 1, each with its own words and a copy of it."""
    return [
        make_incident(
            id=f"email-{n}",
            when=str(date.fromordinal(date(2026, 3, 1).toordinal() + n - 1)),
            account=None,
            quotes=[f"This is message {n}."],
            exhibits=[f"email-{n}"],
            **changes,
        )
        for n in range(1, count + 1)
    ]


def copies_of(incidents: Sequence[Typed]) -> list[Typed]:
    """Return the evidence that *incidents* cite."""
    return [make_evidence(id=incident["id"], file=f"{incident['id']}.eml") for incident in incidents]


def namer_of(facts: Facts) -> Namer:
    """Return what names the events in *facts*, as the letter sees them."""
    year = (facts.case.letter.date or facts.as_of).year
    incidents = facts.chronology.incidents("employer")
    return Namer(facts.jurisdiction.spec, facts.zone, year, letter_of(facts).spec.words, incidents)


def teller_of(facts: Facts, form: Form | None = None) -> Teller:
    """Return what tells the events in *facts*, in the form that their number calls for."""
    case, namer = facts.case, namer_of(facts)
    return Teller(
        namer=namer,
        form=form or form_for(len(namer.everything)),
        enclosed=enclosures(facts.chronology.all, case.evidence, audience="employer"),
        names=names_in(case),
        respondent=case.respondent.name or "",
        subject=case.letter.subject or "",
    )


def events_of(**changes: object) -> tuple[Facts, tuple[Event, ...]]:
    """Return what follows from a small case with *changes*, and its incidents in order."""
    facts = facts_of(make_case(**changes))
    return facts, facts.chronology.incidents("employer")


def styled(content: bytes) -> list[tuple[str, str]]:
    """Return the paragraphs of a Word file's body that stand in no table, each behind its style."""
    with ZipFile(BytesIO(content)) as package:
        body = ET.fromstring(package.read("word/document.xml"))[0]  # noqa: S314 - the file was just made
    texts = [p.text for p in paragraphs_in(content) if p.part == BODY]
    numbers = {paragraph: number for number, paragraph in enumerate(body.iter(f"{W}p"))}
    found = []
    for paragraph in body.findall(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = "" if style is None else style.get(f"{W}val", "")
        found.append((name, plain(texts[numbers[paragraph]]).strip(" ")))
    return found
