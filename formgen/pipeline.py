"""The whole story of one case: read, look at the evidence, check, compose, set, read back, publish."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from formgen import __version__
from formgen.case import Case
from formgen.catalog.reader import Jurisdiction, Letter, load_jurisdiction, papers_named
from formgen.checks.letter_sources import template_wording, words_of
from formgen.checks.preflight import preflight
from formgen.checks.prompts import prompts
from formgen.checks.readback import printed_clauses, read_back
from formgen.document.letter import LetterDocument, compose_letter
from formgen.document.read_first import READ_FIRST, read_first
from formgen.errors import (
    CaseDataError,
    OutputError,
    Problem,
    ReadbackError,
    in_typed_order,
    raise_together,
)
from formgen.evidence.examine import Examined, examine
from formgen.facts.exhibits import Enclosure
from formgen.facts.facts import Facts, derive
from formgen.intake.reader import Loaded, load
from formgen.packet.manifest import FileDigest, Manifest, PaperRecord, ProblemNote
from formgen.packet.publish import Publication, Published, publishing
from formgen.render.rendered import Rendered
from formgen.resources import builtin_catalog

T = TypeVar("T")
OUTSIDE = "evidence-outside"
"""Accepted by a case whose evidence may lie outside its folder."""


@dataclass(frozen=True, slots=True)
class Job:
    """One case to be made into papers, and the choices of this run."""

    case_file: Path
    as_of: date
    """The day for which the papers are made."""

    only: tuple[str, ...] = ()
    """Papers to make; empty for all that the case names."""

    catalog: Path | None = None
    """An office's own catalog folder, searched before the built-in one."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A case that was read, checked and composed; nothing is written yet."""

    loaded: Loaded[Case]
    facts: Facts
    examined: tuple[Examined, ...]
    documents: tuple[LetterDocument, ...]
    problems: tuple[Problem, ...]
    """Warnings and prompts, with their places, in the order of the file."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a run put into its folder, and what it has to say about it."""

    published: Published
    problems: tuple[Problem, ...]


def check(job: Job) -> tuple[Problem, ...]:
    """Return every warning and prompt of a case; writes nothing.

    Raises:
        FormgenError: With every error, and the prompts too.
    """
    return prepare(job, with_prompts=True).problems


def make(job: Job, out: Path, *, replace_others: bool = False) -> Made:
    """Make the papers of a case and put them into *out*, all or none.

    Raises:
        FormgenError: What stands in the way; then nothing was written.
    """
    prepared = prepare(job)
    folder = prepared.loaded.folder
    inputs = [folder / Path(prepared.loaded.file).name, *(found.on_disk for found in prepared.examined)]
    with publishing(out, replace=replace_others, inputs=inputs) as publication:
        _refuse_another_case(publication, prepared)
        finished = finish(prepared)
        files = {rendered.file_name: rendered.content for rendered in finished}
        files[READ_FIRST] = read_first(prepared.facts, _all_letters(prepared)).encode()
        manifest = _manifest(job, prepared, finished)
        published = publication.publish(files, manifest, only=bool(job.only))
    return Made(published, (*prepared.problems, *publication.warnings, *published.warnings))


def prepare(job: Job, *, with_prompts: bool = False, example_of: str | None = None) -> Prepared:
    """Read, check and compose a case, in memory.

    Args:
        job: The case and the choices of the run.
        with_prompts: Whether errors are raised together with the prompts.
        example_of: The letter that the case is an example of: then that letter is composed whatever the
            case names, and the files of its evidence need not be there.

    Raises:
        FormgenError: Every error of the first stage that had any.
    """
    loaded = load(job.case_file, Case)
    case = loaded.value
    jurisdiction = _placed_errors(
        loaded,
        lambda: load_jurisdiction(
            case.jurisdiction, as_of=case.letter.date or job.as_of, folders=_folders(job)
        ),
    )
    letters = [jurisdiction.letters[example_of]] if example_of else _letters(loaded, jurisdiction, job.only)
    case_file = loaded.folder / Path(loaded.file).name
    offered = () if example_of else case.evidence
    examined, evidence_problems = examine(
        offered,
        loaded.folder,
        case_file=case_file,
        outside_allowed=OUTSIDE in case.accept,
    )
    kinds = {found.path: found.kind for found in examined}
    facts = derive(case, jurisdiction, as_of=job.as_of, kinds=kinds)
    asked = prompts(facts)
    errors = preflight(facts, letters, evidence=evidence_problems)
    if errors and with_prompts:
        errors[-1] = type(errors[-1])([*errors[-1].problems, *asked])
    raise_together([type(error)(_placed(loaded, error.problems)) for error in errors])
    documents = tuple(compose_letter(facts, letter) for letter in letters)
    return Prepared(loaded, facts, examined, documents, tuple(_placed(loaded, asked)))


def finish(prepared: Prepared) -> tuple[Rendered, ...]:
    """Set the papers of a prepared case, in memory, and read each one back.

    Raises:
        ReadbackError: If a finished paper does not hold what it must, or holds anything else.
    """
    # The template engine is heavy to load, and only needed once a paper is made.
    from formgen.render.letter import render_letter  # noqa: PLC0415

    finished = tuple(render_letter(document) for document in prepared.documents)
    faults = [
        problem
        for rendered, document in zip(finished, prepared.documents, strict=True)
        for problem in read_back(
            rendered,
            carries=document.carries,
            wording=template_wording(document.template),
            typed=words_of(prepared.facts, prepared.facts.jurisdiction.letters[document.paper]),
        )
    ]
    if faults:
        raise ReadbackError(faults)
    return finished


def _refuse_another_case(publication: Publication, prepared: Prepared) -> None:
    """Stop before the papers of one case take the place of another's in the same folder.

    Raises:
        OutputError: If the papers there were made from a case file of another name.
    """
    there = publication.existing.manifest
    name = Path(prepared.loaded.file).name
    if there is not None and name not in {file.path for file in there.inputs}:
        raise OutputError(
            [
                Problem(
                    code="papers-of-another-case",
                    what="The papers in the output folder were made from another case file.",
                    fix="Choose another folder with -o, or move those papers away first.",
                    path=publication.existing.target.name,
                )
            ]
        )


def _folders(job: Job) -> list[Path]:
    return [folder for folder in (job.catalog, builtin_catalog()) if folder is not None]


def _letters(loaded: Loaded[Case], jurisdiction: Jurisdiction, only: Sequence[str]) -> list[Letter]:
    """Return the letters that this run makes, in the order of the case.

    Raises:
        CaseDataError: If the case names no paper, or not the one that was asked for.
    """
    named = _placed_errors(loaded, lambda: papers_named(loaded.value.papers, jurisdiction))
    problems = []
    if not named:
        problems.append(
            Problem(
                code="papers-blank",
                what="The case does not say what to make.",
                fix=f"Write `papers: [{next(iter(jurisdiction.papers), '')}]`.",
                path="papers",
            )
        )
    problems += [
        Problem(
            code="paper-not-asked",
            what=f"The case does not name the paper {name}, which --only asks for.",
            fix=f"It names {', '.join(named) or 'none'}.",
            path="papers",
        )
        for name in only
        if named and name not in named
    ]
    if problems:
        raise CaseDataError(_placed(loaded, problems))
    return [jurisdiction.letters[name] for name in named if not only or name in only]


def _all_letters(prepared: Prepared) -> dict[str, tuple[Enclosure, ...]]:
    """Return what each letter of the case encloses, those of an earlier run too."""
    facts = prepared.facts
    made = {document.paper: document for document in prepared.documents}
    found = {}
    for name in papers_named(facts.case.papers, facts.jurisdiction):
        document = made.get(name) or compose_letter(facts, facts.jurisdiction.letters[name])
        found[f"{name}.docx"] = document.enclosed
    return found


def _manifest(job: Job, prepared: Prepared, finished: Sequence[Rendered]) -> Manifest:
    records = [
        PaperRecord(
            paper=document.paper,
            files=(rendered.file_name,),
            withheld=document.withheld,
            law=printed_clauses(rendered, document.law),
        )
        for rendered, document in zip(finished, prepared.documents, strict=True)
    ]
    loaded = prepared.loaded
    case_file = FileDigest(path=Path(loaded.file).name, sha256=loaded.digest, size=loaded.size)
    offered = {
        found.file: FileDigest(path=found.file, sha256=found.sha256, size=found.size)
        for found in prepared.examined
    }
    return Manifest(
        program=__version__,
        as_of=job.as_of,
        jurisdiction=prepared.facts.jurisdiction.id,
        inputs=(case_file, *offered.values()),
        catalog=prepared.facts.jurisdiction.digest,
        papers=tuple(records),
        problems=tuple(ProblemNote.of(problem) for problem in prepared.problems),
    )


def _placed(loaded: Loaded[Case], problems: Iterable[Problem]) -> list[Problem]:
    """Return *problems* with the places in the file of those that name a place in the case."""
    return in_typed_order(
        problem if problem.where else replace(problem, where=loaded.locator.place_of(problem.path))
        for problem in problems
    )


def _placed_errors(loaded: Loaded[Case], step: Callable[[], T]) -> T:
    try:
        return step()
    except CaseDataError as error:
        raise CaseDataError(_placed(loaded, error.problems)) from None
