"""The whole story of one case: read, look at the evidence, check, compose, set, read back, publish."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from formgen import __version__
from formgen.case import Case
from formgen.catalog.reader import Jurisdiction, load_jurisdiction
from formgen.checks.court_prompts import paper_prompts
from formgen.checks.letter_sources import template_wording, words_of
from formgen.checks.paper_sources import printed_by, source_problems
from formgen.checks.papers_asked import Asked, papers_asked
from formgen.checks.preflight import ToMake, preflight
from formgen.checks.prompts import prompts
from formgen.checks.readback import printed_clauses, read_back
from formgen.checks.unnamed import unnamed_problems
from formgen.document.chronology_paper import ChronologyPaper
from formgen.document.court_paper import CourtPaper
from formgen.document.court_set import DrawnPaper, compose_court_set
from formgen.document.letter import LetterDocument, compose_letter
from formgen.document.read_first import READ_FIRST, read_first
from formgen.errors import (
    CaseDataError,
    OutputError,
    Problem,
    ReadbackError,
    RenderError,
    in_typed_order,
    raise_together,
)
from formgen.evidence.examine import Examined, examine
from formgen.facts.exhibits import Enclosure
from formgen.facts.facts import Facts, derive
from formgen.intake.reader import Loaded, load
from formgen.packet.manifest import FileDigest, FontDigest, Manifest, PaperRecord, ProblemNote
from formgen.packet.publish import Publication, Published, publishing
from formgen.render.rendered import Rendered, RenderedPdf
from formgen.resources import builtin_catalog

if TYPE_CHECKING:
    from formgen.render.papers import LaidPaper

T = TypeVar("T")
Finished: TypeAlias = Rendered | RenderedPdf
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

    draft: bool = False
    """Whether every page that formgen draws is marked as a draft."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A case that was read, checked, composed and laid out; nothing is written yet."""

    loaded: Loaded[Case]
    facts: Facts
    asked: Asked
    examined: tuple[Examined, ...]
    documents: tuple[LetterDocument, ...]
    """Letters, which Word lays out."""

    laid: "tuple[LaidPaper, ...]"
    """The papers that formgen draws itself."""

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
        files.update(_tables(prepared))
        files[READ_FIRST] = read_first(prepared.facts, _all_letters(prepared)).encode()
        manifest = _manifest(job, prepared, finished)
        published = publication.publish(files, manifest, only=bool(job.only))
    return Made(published, (*prepared.problems, *publication.warnings, *published.warnings))


def prepare(job: Job, *, with_prompts: bool = False, example_of: str | None = None) -> Prepared:
    """Read, check, compose and lay out a case, in memory.

    Args:
        job: The case and the choices of the run.
        with_prompts: Whether errors are raised together with the prompts.
        example_of: The paper that the case is an example of: then that paper is made whatever the case
            names, and the files of its evidence need not be there.

    Raises:
        FormgenError: Every error of the first stage that had any.
    """
    loaded = load(job.case_file, Case)
    case = loaded.value
    jurisdiction = _in_force(loaded, job, case.letter.date or job.as_of)
    if example_of:
        asked = Asked((example_of,), (example_of,))
    else:
        asked = _placed_errors(loaded, lambda: papers_asked(case, jurisdiction, job.only))
    case_file = loaded.folder / Path(loaded.file).name
    examined, evidence_problems = examine(
        () if example_of else case.evidence,
        loaded.folder,
        case_file=case_file,
        outside_allowed=OUTSIDE in case.accept,
    )
    kinds = {found.path: found.kind for found in examined}
    facts = derive(case, jurisdiction, as_of=job.as_of, kinds=kinds)
    for_court = facts
    if jurisdiction.as_of != job.as_of:
        # A letter keeps to the law of its date; the court's papers are made for the day of the run.
        for_court = derive(case, _in_force(loaded, job, job.as_of), as_of=job.as_of, kinds=kinds)
    to_make = ToMake.of(asked, for_court.jurisdiction, letters=jurisdiction.letters)
    questions = prompts(facts, to_make)
    errors = preflight(facts, to_make, evidence=evidence_problems)
    if errors and with_prompts:
        errors[-1] = type(errors[-1])([*errors[-1].problems, *questions])
    raise_together([type(error)(_placed(loaded, error.problems)) for error in errors])
    apart = _has_chronology_apart(asked, jurisdiction)
    documents = tuple(compose_letter(facts, letter, chronology_apart=apart) for letter in to_make.letters)
    drawn = _composed(loaded, for_court, to_make)
    laid = _laid(loaded, drawn, draft=job.draft)
    questions += paper_prompts(for_court, [(each.paper, each.laid_out.page_count) for each in laid])
    return Prepared(loaded, facts, asked, examined, documents, laid, tuple(_placed(loaded, questions)))


def finish(prepared: Prepared) -> tuple[Finished, ...]:
    """Set the papers of a prepared case, in memory, and read each one back.

    Raises:
        ReadbackError: If a finished paper does not hold what it must, or holds anything else.
    """
    finished: list[Finished] = []
    faults: list[Problem] = []
    for document in prepared.documents:
        # The template engine is heavy to load, and only needed once a letter is made.
        from formgen.render.letter import render_letter  # noqa: PLC0415

        rendered = render_letter(document)
        finished.append(rendered)
        faults += read_back(
            rendered,
            carries=document.carries,
            wording=template_wording(document.template),
            typed=words_of(prepared.facts, prepared.facts.jurisdiction.letters[document.paper]),
        )
    for laid in prepared.laid:
        # Likewise what draws and reads PDF.
        from formgen.checks.pdf_readback import read_back_pdf  # noqa: PLC0415
        from formgen.render.papers import draw_paper  # noqa: PLC0415

        drawn = draw_paper(laid)
        finished.append(drawn)
        paper = laid.paper
        faults += read_back_pdf(drawn, carries=paper.carries, title=paper.title, language=paper.language)
    if faults:
        raise ReadbackError(faults)
    return tuple(finished)


def _in_force(loaded: Loaded[Case], job: Job, day: date) -> Jurisdiction:
    return _placed_errors(
        loaded, lambda: load_jurisdiction(loaded.value.jurisdiction, as_of=day, folders=_folders(job))
    )


def _has_chronology_apart(asked: Asked, jurisdiction: Jurisdiction) -> bool:
    """Return whether the case makes the chronology that its letter encloses a paper of its own."""
    specs = (jurisdiction.chronologies.get(name) for name in asked.named)
    return any(spec is not None and spec.audience == "employer" for spec in specs)


def _composed(loaded: Loaded[Case], facts: Facts, to_make: ToMake) -> tuple[DrawnPaper, ...]:
    """Return the drawn papers of this run.

    Raises:
        CaseDataError: If one would name somebody who is not to be named.
        ReadbackError: If one holds a typed stretch that the case does not.
    """
    if not to_make.drawn:
        return ()
    papers = [
        paper for paper in compose_court_set(facts, to_make.named).papers if paper.paper in to_make.drawn
    ]
    revealing = unnamed_problems(facts, papers)
    if revealing:
        raise CaseDataError(_placed(loaded, revealing))
    astray = source_problems(facts.case, (stretch for paper in papers for stretch in printed_by(paper)))
    if astray:
        raise ReadbackError(astray)
    return tuple(papers)


def _laid(loaded: Loaded[Case], papers: Sequence[DrawnPaper], *, draft: bool) -> "tuple[LaidPaper, ...]":
    if not papers:
        return ()
    # Fonts take time to load, and a letter needs none.
    from formgen.render.papers import lay_out_papers  # noqa: PLC0415

    try:
        return lay_out_papers(papers, folder=loaded.folder, draft=draft)
    except RenderError as error:
        raise RenderError(_placed(loaded, error.problems)) from None


def _tables(prepared: Prepared) -> dict[str, bytes]:
    """Return the tables for a spreadsheet that go with chronologies."""
    papers = (laid.paper for laid in prepared.laid)
    return {paper.csv_name: paper.csv for paper in papers if isinstance(paper, ChronologyPaper)}


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


def _all_letters(prepared: Prepared) -> dict[str, tuple[Enclosure, ...]]:
    """Return what each letter of the case encloses, those of an earlier run too."""
    facts = prepared.facts
    made = {document.paper: document for document in prepared.documents}
    found = {}
    for name in prepared.asked.named:
        if name in facts.jurisdiction.letters:
            letter = facts.jurisdiction.letters[name]
            document = made.get(name) or compose_letter(facts, letter)
            found[f"{name}.docx"] = document.enclosed
    return found


def _manifest(job: Job, prepared: Prepared, finished: Sequence[Finished]) -> Manifest:
    loaded = prepared.loaded
    case_file = FileDigest(path=Path(loaded.file).name, sha256=loaded.digest, size=loaded.size)
    offered = {
        found.file: FileDigest(path=found.file, sha256=found.sha256, size=found.size)
        for found in prepared.examined
    }
    fonts = {font for drawn in finished if isinstance(drawn, RenderedPdf) for font in drawn.fonts}
    return Manifest(
        program=__version__,
        as_of=job.as_of,
        jurisdiction=prepared.facts.jurisdiction.id,
        draft=job.draft,
        inputs=(case_file, *offered.values()),
        fonts=tuple(FontDigest(name=font.name, sha256=font.sha256) for font in fonts),
        catalog=prepared.facts.jurisdiction.digest,
        papers=tuple(_records(prepared, finished)),
        problems=tuple(ProblemNote.of(problem) for problem in prepared.problems),
    )


def _records(prepared: Prepared, finished: Sequence[Finished]) -> Iterator[PaperRecord]:
    """Yield what the manifest says of each paper; one that makes several files stands there once."""
    letters = {rendered.paper: rendered for rendered in finished if isinstance(rendered, Rendered)}
    for document in prepared.documents:
        rendered = letters[document.paper]
        yield PaperRecord(
            paper=document.paper,
            files=(rendered.file_name,),
            withheld=document.withheld,
            law=printed_clauses(rendered, document.law),
        )
    papers = [laid.paper for laid in prepared.laid]
    for name in dict.fromkeys(paper.paper for paper in papers):
        alike = [paper for paper in papers if paper.paper == name]
        files = [paper.file_name for paper in alike]
        files += [paper.csv_name for paper in alike if isinstance(paper, ChronologyPaper)]
        law = {clause: None for paper in alike if isinstance(paper, CourtPaper) for clause in paper.law}
        yield PaperRecord(paper=name, files=tuple(files), withheld=alike[0].withheld, law=tuple(law))


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
