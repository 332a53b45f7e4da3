"""Checks a case against what the law and the catalog let a court paper be."""

from collections.abc import Iterator, Sequence

from formgen.case import Case
from formgen.catalog.declaration_spec import DeclarationSpec
from formgen.catalog.expressions import holds
from formgen.catalog.reader import Declaration, Jurisdiction
from formgen.errors import Problem

SIGNED = ("petitioner", "representative", "employee")
"""Whose words the declarant of a case can give; a witness's are the witness's own."""


def declaration_problems(case: Case, declaration: Declaration) -> Iterator[Problem]:
    """Yield what stands in the way of *declaration*: who may not ask, the wrong kind of case, no words."""
    spec = declaration.spec
    refused = False
    for refusal in spec.refuses:
        if holds(refusal.when, entry=f"{declaration.id}.refuses.{refusal.id}", case=case):
            refused = True
            yield Problem(
                code=refusal.id,
                what=refusal.what,
                fix=f"{refusal.fix} ({refusal.source})",
                path=refusal.path,
            )
    kind = case.court.kind if case.court else None
    if kind is not None and kind not in spec.kinds and not refused:
        yield Problem(
            code="court-kind-other",
            what=f"The paper {declaration.id} is for another kind of court case.",
            fix=f"It is for {' and '.join(spec.kinds)}; change `kind`, or ask for another paper.",
            path="court.kind",
        )
    if spec.by == "witness":
        yield from _witness_problems(case, declaration)


def _witness_problems(case: Case, declaration: Declaration) -> Iterator[Problem]:
    willing = [n for n, witness in enumerate(case.witnesses, 1) if witness.paragraphs]
    if not willing and declaration.id in case.papers:
        yield Problem(
            code="no-witness-paragraphs",
            what=f"The paper {declaration.id} holds a witness's own words, and the case has none.",
            fix="Write them under `paragraphs` of a witness, or leave the paper out.",
            path="witnesses",
        )
    for number in willing:
        witness = case.witnesses[number - 1]
        blank = [
            *([f"witnesses[{number}].name"] if not witness.name else []),
            *(
                f"witnesses[{number}].paragraphs[{n}].account"
                for n, paragraph in enumerate(witness.paragraphs, 1)
                if not (paragraph.account or "").strip()
            ),
        ]
        for path in blank:
            yield Problem(
                code="needed-blank",
                what=f"The paper {declaration.id} needs this, and it is blank.",
                fix="Fill it in.",
                path=path,
            )


def set_problems(named: Sequence[str], jurisdiction: Jurisdiction) -> Iterator[Problem]:
    """Yield what is wrong with the court papers of a case taken together.

    Args:
        named: Every paper that the case names, packets taken apart.
        jurisdiction: The law in force.
    """
    declarations = [
        jurisdiction.declarations[name].spec for name in named if name in jurisdiction.declarations
    ]
    signers = {spec.by for spec in declarations if spec.by in SIGNED}
    if len(signers) > 1:
        yield Problem(
            code="two-declarants",
            what="These papers are declarations of different people, and a case holds one declarant's words.",
            fix="Make a case file for each, or list the other person under `witnesses`.",
            path="papers",
        )
    if _tells_twice(declarations):
        yield Problem(
            code="narrative-twice",
            what="The declaration and an attachment would tell the same events.",
            fix="Name the declaration, or the attachments to the form, not both.",
            path="papers",
        )
    for name in named:
        spec = jurisdiction.chronologies.get(name)
        if spec is None:
            continue
        if spec.audience == "court" and not any(each.by in SIGNED for each in declarations):
            yield _alone(name, "declaration", "a paragraph swears to it")
        if spec.audience == "employer" and not any(each in jurisdiction.letters for each in named):
            yield _alone(name, "letter", "the letter encloses it")


def _tells_twice(declarations: Sequence[DeclarationSpec]) -> bool:
    own = [spec for spec in declarations if spec.by == "petitioner"]
    return any(spec.attachment for spec in own) and any(not spec.attachment for spec in own)


def _alone(name: str, other: str, why: str) -> Problem:
    return Problem(
        code="chronology-alone",
        what=f"The paper {name} goes with a {other}, and the case names none.",
        fix=f"Name a {other} too: a row stands in it because {why}.",
        path="papers",
    )
