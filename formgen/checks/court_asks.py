"""Checks a case against what the law and the catalog let a court paper be."""

from collections.abc import Iterator, Sequence

from formgen.case import Case
from formgen.catalog.declaration_spec import DeclarationSpec
from formgen.catalog.expressions import holds
from formgen.catalog.reader import Declaration, Jurisdiction
from formgen.checks.needs import missing
from formgen.errors import Problem
from formgen.intake.shown import in_words

SIGNED = ("petitioner", "representative", "employee")
"""Whose words the declarant of a case can give; a witness's are the witness's own."""


def declaration_problems(case: Case, declaration: Declaration) -> Iterator[Problem]:
    """Yield what stands in the way of *declaration*: who may not ask, another kind of case, blanks."""
    refusals = list(_refusals(case, declaration))
    yield from refusals
    spec = declaration.spec
    kind = case.court.kind if case.court else None
    if kind is not None and kind not in spec.kinds and not refusals:
        yield Problem(
            code="court-kind-other",
            what=f"The paper {declaration.id} is for another kind of court case.",
            fix=f"It is for {in_words(spec.kinds)}: correct `kind`, or name another paper.",
            path="court.kind",
        )
    county = (case.court.county if case.court else None) or ""
    if county.casefold().split()[-1:] == ["county"]:
        yield Problem(
            code="county-named-twice",
            what="The caption says “COUNTY OF” before the name, and this ends with the word once more.",
            fix="Write the name alone, such as `Yolo`.",
            path="court.county",
        )
    blank = missing(case, spec.needs, paper=declaration.id)
    if spec.by != "witness":
        yield from blank
        return
    yield from (problem for problem in blank if not _is_of_a_silent_witness(case, problem.path))
    if declaration.id in case.papers and not any(witness.paragraphs for witness in case.witnesses):
        yield Problem(
            code="no-witness-paragraphs",
            what=f"The paper {declaration.id} holds a witness's own words, and the case has none.",
            fix="Write them under `paragraphs` of a witness, or leave the paper out.",
            path="witnesses",
        )


def _refusals(case: Case, declaration: Declaration) -> Iterator[Problem]:
    for refusal in declaration.spec.refuses:
        # What is blank is asked for; only what somebody typed can be refused.
        is_blank = missing(case, (refusal.path,), paper=declaration.id)
        entry = f"{declaration.id}.refuses.{refusal.id}"
        if not is_blank and holds(refusal.when, entry=entry, case=case):
            yield Problem(
                code=refusal.id,
                what=refusal.what,
                fix=f"{refusal.fix} ({refusal.source})",
                path=refusal.path,
            )


def _is_of_a_silent_witness(case: Case, path: str) -> bool:
    """Return whether *path* is about a witness without words, of whom no paper is made."""
    silent = [f"witnesses[{n}]." for n, witness in enumerate(case.witnesses, 1) if not witness.paragraphs]
    return path == "witnesses" or path.startswith(tuple(silent))


def set_problems(named: Sequence[str], jurisdiction: Jurisdiction) -> Iterator[Problem]:
    """Yield what is wrong with the court papers of a case taken together.

    Args:
        named: Every paper that the case names, packets taken apart.
        jurisdiction: The law in force.
    """
    declarations = [
        jurisdiction.declarations[name].spec for name in named if name in jurisdiction.declarations
    ]
    own = [spec for spec in declarations if spec.by in SIGNED]
    if len({spec.by for spec in own}) > 1:
        yield Problem(
            code="two-declarants",
            what="These papers are declarations of different people, and a case holds one declarant's words.",
            fix="Make a case file for each, or list the other person under `witnesses`.",
            path="papers",
        )
    if _tells_twice(own):
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
        if spec.audience == "court" and not own:
            yield _alone(name, "declaration", "a paragraph swears to it")
        if spec.audience == "employer" and not any(each in jurisdiction.letters for each in named):
            yield _alone(name, "letter", "the letter encloses it")


def _tells_twice(own: Sequence[DeclarationSpec]) -> bool:
    return any(spec.attachment for spec in own) and any(not spec.attachment for spec in own)


def _alone(name: str, other: str, why: str) -> Problem:
    return Problem(
        code="chronology-alone",
        what=f"The paper {name} goes with a {other}, and the case names none.",
        fix=f"Name a {other} too: a row stands in it because {why}.",
        path="papers",
    )
