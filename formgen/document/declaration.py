"""Composes a declaration, or an attachment to a form: parts in order, numbered paragraphs, its caption."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from formgen.case import Case
from formgen.catalog.declaration_spec import CourtWords, DeclarationSpec, Part
from formgen.catalog.expressions import holds
from formgen.catalog.reader import Declaration
from formgen.document.blocks import (
    Block,
    CaptionLine,
    Execution,
    Heading,
    Inline,
    Paragraph,
    Quotation,
    Span,
    text_of,
)
from formgen.document.carrying import Carried
from formgen.document.citing import Citer, Shown, coverings_of, known_together
from formgen.document.court_events import CourtTeller
from formgen.document.court_paper import CourtPaper, Sheet, sheet_from
from formgen.document.court_parts import Parts
from formgen.document.court_people import (
    Signer,
    caption,
    case_number,
    names_in_court,
    petitioner_spans,
    title_of,
)
from formgen.document.court_text import Passage, numbered, together, worded
from formgen.document.typed import all_text, marks_for, one_paragraph
from formgen.errors import CatalogError, Problem
from formgen.facts.audience import withheld
from formgen.facts.facts import Facts
from formgen.facts.identity import is_left_out


def compose_declaration(
    facts: Facts, declaration: Declaration, *, labels: Mapping[str, str], witness: int | None = None
) -> CourtPaper:
    """Return *declaration* for the case in *facts*.

    Args:
        facts: The case under its law.
        declaration: What the catalog says of it.
        labels: Exhibit letters by evidence id; without them the paper only tells in which order it cites.
        witness: Which witness declares, from 0; None for the declarant of the case.

    Raises:
        CatalogError: If wording or a condition of the catalog cannot be used.
    """
    spec = declaration.spec
    words = spec.words or _court_words(facts)
    signer = signer_of(facts, witness)
    active = [
        part for part in spec.parts if holds(part.when, entry=f"{declaration.id}.when", case=facts.case)
    ]
    sources = frozenset(source for part in active for source in part.sources)
    citer = Citer(words, shown_to_court(facts), labels, is_witness=witness is not None)
    citer.known_together = "exhibits-known" in sources and bool(
        known_together([each.item for each in citer.exhibits])
    )
    citer.tells_coverings = "coverings" in sources and any(map(coverings_of, citer.exhibits))
    names = names_in_court(facts.case, facts.jurisdiction.spec)
    teller = CourtTeller(facts, words, citer, marks_for(all_text(facts.case)), names)
    parts = Parts(teller, spec, sources, witness)
    # A heading may speak of what happened last only where an event leads.
    seen = facts.case if parts.recent else facts.case.model_copy(update={"why_now": None})
    headed = [(_heading(part, seen, declaration.id), _paragraphs(part, parts)) for part in active]
    blocks, told = numbered(headed)
    law: tuple[str, ...] = ()
    if not spec.attachment:
        law = (spec.clauses["perjury"],)
        opening = worded(words.opening, {"name": (Span(signer.name, signer.path),)})
        blocks = (
            Paragraph(opening, continues=True, keeps_next=True),
            *blocks,
            _execution(facts, spec, words, signer),
        )
    return CourtPaper(
        paper=declaration.id,
        file_name=file_name(declaration.id, witness),
        title=spec.attachment or spec.title,
        footer=(spec.attachment,)
        if spec.attachment
        else (words.footer.format(name=signer.name), words.footer_short),
        language=facts.case.language or facts.jurisdiction.spec.language,
        typeface=facts.case.typeface,
        sheet=sheet_of(facts),
        has_line_numbers=not spec.attachment,
        caption=None if spec.attachment else caption(facts, spec, words, signer),
        heading=_attachment_heading(facts, spec, words) if spec.attachment else (),
        blocks=blocks,
        carries=tuple(_carried(blocks, facts, has_caption=not spec.attachment)),
        cites=tuple(citer.cited),
        paragraphs=told,
        withheld=(*withheld(facts.case, "court"), *facts.kept_out_places),
        law=law,
        caption_title="" if spec.attachment else text_of(title_of(facts.case, spec, words, signer)),
    )


def file_name(paper: str, witness: int | None) -> str:
    """Return the paper's file name: it names nobody."""
    return f"{paper}.pdf" if witness is None else f"{paper}-{witness + 1}.pdf"


def signer_of(facts: Facts, witness: int | None) -> Signer:
    """Return who declares."""
    if witness is None:
        return Signer(facts.case.declarant.name or "", "declarant.name")
    return Signer(facts.case.witnesses[witness].name or "", f"witnesses[{witness + 1}].name")


def shown_to_court(facts: Facts) -> dict[str, Shown]:
    """Return the evidence that court papers may cite, by id."""
    case = facts.case
    return {
        item.id: Shown(item, f"evidence[{number}]")
        for number, item in enumerate(case.evidence, 1)
        if item.id
        and item.id not in facts.kept_out
        and "court" not in item.withheld_from
        and not is_left_out(case, item)
    }


def sheet_of(facts: Facts) -> Sheet:
    """Return the sheet that the jurisdiction's court papers stand on.

    Raises:
        CatalogError: If the jurisdiction says nothing of it.
    """
    paper = facts.jurisdiction.spec.pleading_paper
    if paper is None:
        raise CatalogError([_missing("pleading_paper")])
    return sheet_from(paper)


def _court_words(facts: Facts) -> CourtWords:
    words = facts.jurisdiction.spec.court_words
    if words is None:
        raise CatalogError([_missing("court_words")])
    return words


def _missing(part: str) -> Problem:
    return Problem(
        "catalog-part-missing",
        f"jurisdiction.yaml has no `{part}`, which papers for a court need.",
        "Add it, as form_templates/us-ca/jurisdiction.yaml has it.",
        path=part,
    )


def _paragraphs(part: Part, parts: Parts) -> tuple[Passage, ...]:
    told: list[Passage] = []
    for held in part.holds:
        told += together([parts.of(each) for each in held]) if isinstance(held, tuple) else parts.of(held)
    return tuple(told)


def _heading(part: Part, case: Case, paper: str) -> tuple[Span, ...]:
    for choice in part.heading:
        if holds(choice.when, entry=f"{paper}.heading", case=case):
            about = one_paragraph(case.dispute.about if case.dispute else None)
            heading = worded(choice.text, {"dispute": (Span(about, "dispute.about"),)})
            return tuple(replace(part, bold=True) for part in heading)
    return ()


def _execution(facts: Facts, spec: DeclarationSpec, words: CourtWords, signer: Signer) -> Execution:
    role = (Span(f", {spec.signs_as}"),) if spec.signs_as else ()
    return Execution(
        clause=(Span(facts.jurisdiction.clause(spec.clauses["perjury"])),),
        blanks=(Span(words.executed),),
        signer=(Span(signer.name, signer.path), *role),
    )


def _attachment_heading(facts: Facts, spec: DeclarationSpec, words: CourtWords) -> tuple[CaptionLine, ...]:
    respondent = (Span(facts.case.respondent.name or "", "respondent.name"),)
    petitioner = petitioner_spans(facts.case, words, capitals=False)
    return (
        CaptionLine((Span(spec.attachment or "", bold=True),)),
        CaptionLine(worded(words.case_names, {"petitioner": petitioner, "respondent": respondent})),
        CaptionLine(case_number(facts.case, words)),
    )


def _carried(blocks: Sequence[Block], facts: Facts, *, has_caption: bool) -> Iterator[Carried]:
    """Yield what the finished paper must hold: every typed stretch in its blocks, the name in its caption."""
    for block in blocks:
        for inline in inlines_of(block):
            if isinstance(inline, Span) and inline.source and inline.text.strip():
                yield Carried(inline.text, inline.source)
    if has_caption:
        yield Carried((facts.case.respondent.name or "").upper(), "respondent.name")


def inlines_of(block: Block) -> tuple[Inline, ...]:
    """Return everything that *block* says."""
    match block:
        case Execution():
            return (*block.clause, *block.blanks, *block.signer)
        case Heading() | Paragraph() | Quotation():
            return block.inlines
