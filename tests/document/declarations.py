"""Declarations for tests: composed, and read as plain text."""

from collections.abc import Iterator, Sequence
from datetime import date

from document.letters import plain
from factories import AS_OF, Typed, case_data, facts_of, make_incident, merged

from formgen.case import Case
from formgen.document.blocks import (
    Block,
    Caption,
    CaptionLine,
    Execution,
    Heading,
    Inline,
    Paragraph,
    Quotation,
    Span,
    text_of,
)
from formgen.document.court_paper import CourtPaper
from formgen.document.court_set import compose_court_set
from formgen.document.declaration import inlines_of

PETITIONER = "declaration-petitioner"
EMPLOYER = "declaration-employer"
WITNESS = "declaration-witness"

DAVIS: Typed = {"street": "200 Sample Avenue", "city": "Davis", "state": "CA", "zip": "95616"}


def harassment(**changes: object) -> Case:
    """Return a small whole case for a civil harassment declaration, with *changes* as in `make_case`."""
    case: Typed = {
        "papers": [PETITIONER],
        "court": {"kind": "civil-harassment", "county": "Yolo"},
        "incidents": [make_incident(knowledge="received")],
    }
    return Case.model_validate(merged(merged(case_data(), case), changes))


def violence(**changes: object) -> Case:
    """Return a small whole case for an employer's declaration, with *changes* as in `make_case`."""
    case: Typed = {
        "papers": [EMPLOYER],
        "court": {"kind": "workplace-violence", "grounds": ["harassment"], "county": "Yolo"},
        "declarant": {"name": "Pat Moreno", "job_title": None, "mailing_address": None},
        "petitioner": {
            "kind": "employer",
            "name": "Sam Okafor",
            "doing_business_as": "Brightline Heating & Air",
            "mailing_address": DAVIS,
            "phone": "(530) 555-0117",
            "email": "office@example.com",
            "self_represented": "yes",
        },
        "employees": [make_employee()],
        "incidents": [make_incident(account="He wrote to Employee A.", knowledge="received")],
    }
    return Case.model_validate(merged(merged(case_data(), case), changes))


def make_employee(**changes: object) -> Typed:
    """Return one employee who is not named, as it is typed, with *changes*."""
    employee: Typed = {
        "name": "Dana Reyes",
        "referred_to_as": "Employee A",
        "workplace": "200 Sample Avenue",
        "naming_choice": {
            "asked_on": "May 11, 2026",
            "how": "in person",
            "by": "Pat Moreno",
            "answer": "declined",
            "answered_on": "May 11, 2026",
            "in_writing": "yes",
        },
    }
    return merged(employee, changes)


def papers_of(case: Case, *names: str, as_of: date = AS_OF) -> list[CourtPaper]:
    """Return the declarations *names* of *case*, by default those that it names."""
    papers = compose_court_set(facts_of(case, as_of), names or case.papers).papers
    return [paper for paper in papers if isinstance(paper, CourtPaper)]


def paper_of(case: Case, name: str = "", *, as_of: date = AS_OF) -> CourtPaper:
    """Return one declaration of *case*, by default the one that it names."""
    (paper,) = papers_of(case, *([name] if name else []), as_of=as_of)
    return paper


def paragraphs_of(paper: CourtPaper) -> list[str]:
    """Return what *paper* says, paragraph by paragraph: headings, numbers, exact words set off behind `>`."""
    return [plain(_text(block)) for block in paper.blocks]


def body_of(case: Case, name: str = "", *, as_of: date = AS_OF) -> list[str]:
    """Return the numbered paragraphs of a declaration of *case*, and the words set off in them."""
    paper = paper_of(case, name, as_of=as_of)
    told = [b for b in paper.blocks if isinstance(b, Quotation) or (isinstance(b, Paragraph) and _told(b))]
    return [plain(_text(block)) for block in told]


def events_told(case: Case, name: str = "") -> list[str]:
    """Return the paragraphs that tell the events of *case*, without their numbers."""
    paper = paper_of(case, name)
    of_events = ("incidents[", "notices[", "requests_to_stop[")
    numbers = {n for path, told in paper.paragraphs.items() if path.startswith(of_events) for n in told}
    found: list[str] = []
    number = 0
    for block in paper.blocks:
        if isinstance(block, Paragraph):
            number = block.number or (number if block.continues else 0)
        if isinstance(block, Paragraph | Quotation) and number in numbers:
            found.append(plain(_text(block)).removeprefix(f"{number}. "))
    return found


def headings_of(paper: CourtPaper) -> list[str]:
    """Return the headings of *paper*."""
    return [plain(text_of(block.inlines)) for block in paper.blocks if isinstance(block, Heading)]


def spans_of(paper: CourtPaper) -> list[Span]:
    """Return every typed stretch of *paper*, in its caption too."""
    return [inline for inline in _inlines(paper) if isinstance(inline, Span) and inline.source]


def typed_at(paper: CourtPaper, source: str) -> list[str]:
    """Return every stretch of *paper* that was typed at *source*."""
    return [span.text for span in spans_of(paper) if span.source == source]


def column(lines: Sequence[CaptionLine]) -> list[str]:
    """Return the lines of one part of a caption that are not blank."""
    return [plain(text_of(line.inlines)) for line in lines if line.inlines]


def caption_of(case: Case, name: str = "") -> Caption:
    """Return the caption of a declaration of *case*."""
    caption = paper_of(case, name).caption
    assert caption is not None
    return caption


def whole_text(paper: CourtPaper) -> str:
    """Return all that *paper* says, a paragraph a line."""
    lines = column(paper.heading)
    if paper.caption is not None:
        for part in (paper.caption.filer, paper.caption.court, paper.caption.parties, paper.caption.paper):
            lines += [*column(part), ""]
    else:
        lines.append("")
    return "\n".join([*lines, *paragraphs_of(paper), "", f"Foot: {paper.footer[0]}"]) + "\n"


def _told(block: Paragraph) -> bool:
    return block.number is not None or not text_of(block.inlines).endswith("declare:")


def _inlines(paper: CourtPaper) -> Iterator[Inline]:
    caption = paper.caption
    lines = [*paper.heading]
    if caption is not None:
        lines += [*caption.filer, *caption.court, *caption.parties, *caption.paper]
    for line in lines:
        yield from line.inlines
    for block in paper.blocks:
        yield from inlines_of(block)


def _text(block: Block) -> str:
    match block:
        case Execution():
            signed = f"____________________________________ {text_of(block.signer)}"
            return "\n".join((text_of(block.clause), text_of(block.blanks), signed))
        case Quotation():
            return f"> {text_of(block.inlines)}"
        case Paragraph() if block.number is not None:
            return f"{block.number}. {text_of(block.inlines)}"
        case Heading() | Paragraph():
            return text_of(block.inlines)
