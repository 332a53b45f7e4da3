"""The whole story of one case: read, look at the evidence, check, compose, set, read back, publish."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from formgen.case import Case
from formgen.catalog.reader import Jurisdiction, load_jurisdiction
from formgen.checks.court_prompts import paper_prompts
from formgen.checks.letter_sources import template_wording, words_of
from formgen.checks.paper_sources import printed_by, source_problems
from formgen.checks.papers_asked import ENCLOSURES, Asked, papers_asked
from formgen.checks.preflight import ToMake, preflight
from formgen.checks.prompts import prompts
from formgen.checks.readback import read_back
from formgen.checks.unnamed import unnamed_problems
from formgen.document.court_set import CourtSet, compose_court_set
from formgen.document.letter import LetterDocument, compose_letter
from formgen.document.read_first import READ_FIRST, read_first
from formgen.errors import (
    CaseDataError,
    EvidenceError,
    FormgenError,
    OutputError,
    Problem,
    ReadbackError,
    RenderError,
    Severity,
    in_typed_order,
    raise_together,
)
from formgen.evidence.examine import Examined, examine
from formgen.facts.exhibits import Enclosure
from formgen.facts.facts import Facts, derive
from formgen.facts.served import Served, match_served
from formgen.facts.withheld_contacts import watched_of
from formgen.intake.reader import Loaded, load
from formgen.packet.publish import Publication, publishing
from formgen.packet.served_sheet import ServedSheet, read_served
from formgen.packet.target import real_target
from formgen.packet.work_folder import scratch_folder, work_folder
from formgen.pipeline.finished import SETS, Finished
from formgen.pipeline.job import Job, Made, Place, Prepared
from formgen.pipeline.named import with_evidence_named
from formgen.pipeline.record import manifest_of
from formgen.render.rendered import Rendered
from formgen.resources import builtin_catalog

if TYPE_CHECKING:
    from formgen.pipeline.filing import Filing, Plan
    from formgen.pipeline.work import Work

__all__ = ["Job", "Made", "Place", "Prepared", "check", "finish", "make", "prepare"]

T = TypeVar("T")
OUTSIDE = "evidence-outside"
"""Accepted by a case whose evidence may lie outside its folder."""


def check(job: Job) -> tuple[Problem, ...]:
    """Return every warning and prompt of a case; writes nothing.

    Raises:
        FormgenError: With every error, and the prompts too.
    """
    with scratch_folder() as folder, ExitStack() as closing:
        return prepare(job, Place(folder, closing), with_prompts=True).problems


def make(job: Job, out: Path, *, replace_others: bool = False) -> Made:
    """Make the papers of a case and put them into *out*, all or none.

    Raises:
        FormgenError: What stands in the way; then nothing was written.
    """
    loaded = load(job.case_file, Case)
    inputs = [loaded.folder / Path(loaded.file).name]
    inputs += [loaded.folder / item.file for item in loaded.value.evidence if item.file]
    with (
        publishing(out, replace=replace_others, inputs=inputs) as publication,
        work_folder(publication.space.target, keep=job.keep_work) as work,
        ExitStack() as closing,
    ):
        prepared = prepare(job, Place(work, closing), loaded=loaded)
        real_target(out, _inputs_of(prepared))
        _refuse_another_case(publication, prepared)
        finished = finish(prepared, work.out)
        files = {**finished.files, READ_FIRST: read_first(prepared.facts, _enclosed(prepared)).encode()}
        manifest = manifest_of(job, prepared, finished)
        published = publication.publish(files, manifest, only=bool(job.only))
    problems = (*prepared.problems, *finished.warnings, *publication.warnings, *published.warnings)
    return Made(published, problems, work.path if job.keep_work else None)


def prepare(
    job: Job,
    place: Place | None = None,
    *,
    loaded: Loaded[Case] | None = None,
    with_prompts: bool = False,
    example_of: str | None = None,
) -> Prepared:
    """Read, check, compose and lay out a case, in memory.

    Args:
        job: The case and the choices of the run.
        place: Where exhibits are made into pages; without it none are, and nothing is bound.
        loaded: The case, if it was read already.
        with_prompts: Whether errors are raised together with the prompts.
        example_of: The paper that the case is an example of: then that paper is made whatever the case
            names, and the files of its evidence need not be there.

    Raises:
        FormgenError: Every error of the first stage that had any.
    """
    loaded = loaded or load(job.case_file, Case)
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
    sheet, served = _served(loaded, examined)
    facts = derive(case, jurisdiction, as_of=job.as_of, kinds=kinds, served=served)
    for_court = facts
    if jurisdiction.as_of != job.as_of:
        # A letter keeps to the law of its date; the court's papers are made for the day of the run.
        for_court = derive(
            case, _in_force(loaded, job, job.as_of), as_of=job.as_of, kinds=kinds, served=served
        )
    to_make = ToMake.of(_counted(asked), for_court.jurisdiction, letters=jurisdiction.letters)
    questions = prompts(facts, to_make)
    errors = preflight(facts, to_make, evidence=(*evidence_problems, *served.problems))
    if not all(isinstance(error, EvidenceError) for error in errors):
        _stop(loaded, errors, questions if with_prompts else ())
    apart = _has_chronology_apart(asked, jurisdiction)
    documents = tuple(compose_letter(facts, letter, chronology_apart=apart) for letter in to_make.letters)
    enclosing = tuple(_all_letters(facts, asked, documents)) if ENCLOSURES in asked.made else ()
    plan = _plan(loaded, (facts, for_court), to_make, asked, enclosing, examined, sheet, job)
    if errors:
        # All that is wrong with files is told together: what only shows when they are made into pages too.
        errors += _page_errors(plan, job, place) if plan else []
        errors = [EvidenceError([problem for error in errors for problem in error.problems])]
        _stop(loaded, errors, questions if with_prompts else ())
    filing = _laid_out(loaded, plan, job, place) if plan else None
    if filing is not None:
        lengths = [(each.paper, each.laid_out.page_count) for each in filing.laid]
        questions += paper_prompts(for_court, [each for each in lengths if each[0].paper in to_make.drawn])
        questions += filing.warnings
    problems = tuple(_placed(loaded, questions))
    return Prepared(loaded, facts, asked, examined, sheet, documents, filing, plan, problems)


def _plan(  # noqa: PLR0913, PLR0917 - what earlier steps have found
    loaded: Loaded[Case],
    facts: tuple[Facts, Facts],
    to_make: ToMake,
    asked: Asked,
    documents: tuple[LetterDocument, ...],
    examined: tuple[Examined, ...],
    sheet: ServedSheet | None,
    job: Job,
) -> "Plan | None":
    """Return what is to be drawn; None for a letter without enclosures, which needs no fonts.

    Raises:
        CaseDataError: If a paper would name somebody who is not to be named.
        ReadbackError: If one holds a typed stretch that the case does not.
    """
    sets = SETS.intersection(asked.made)
    encloses = ENCLOSURES in asked.made and any(document.enclosed for document in documents)
    if not (to_make.drawn or sets or encloses):
        return None
    # What lays out and binds takes time to load.
    from formgen.pipeline.filing import Plan  # noqa: PLC0415

    of_letter, for_court = facts
    rows = sheet.rows if sheet is not None else None
    court_set = CourtSet((), {})
    if to_make.drawn or sets:
        court_set = compose_court_set(for_court, _in_packet_order(asked))
    plan = Plan(of_letter, for_court, asked, court_set, documents, examined, loaded.folder, job.draft, rows)
    revealing = unnamed_problems(for_court, plan.drawn)
    if revealing:
        raise CaseDataError(_placed(loaded, revealing))
    printed = [stretch for paper in plan.drawn for stretch in printed_by(paper)]
    printed += [stretch for leaf in plan.leaves for stretch in printed_by(leaf)]
    astray = source_problems(for_court.case, printed)
    if astray:
        raise ReadbackError(astray)
    return plan


def _page_errors(plan: "Plan", job: Job, place: Place | None) -> list[FormgenError]:
    from formgen.pipeline.filing import page_problems  # noqa: PLC0415 - as above

    work = _work(plan, job, place)
    problems = page_problems(plan, work) if work else []
    return [EvidenceError(problems)] if problems else []


def _in_packet_order(asked: Asked) -> list[str]:
    """Return the papers of a case, those of a packet first and in its order: exhibits are lettered by it."""
    return [*asked.filed, *(name for name in asked.named if name not in asked.filed)]


def _laid_out(loaded: Loaded[Case], plan: "Plan", job: Job, place: Place | None) -> "Filing":
    from formgen.pipeline.filing import lay_out_filing  # noqa: PLC0415 - as above

    try:
        return lay_out_filing(plan, _work(plan, job, place))
    except (RenderError, EvidenceError) as error:
        raise _told(loaded, error) from None


def _work(plan: "Plan", job: Job, place: Place | None) -> "Work | None":
    from formgen.pipeline.work import Work  # noqa: PLC0415 - as above

    if place is None:
        return None
    accept = plan.facts.case.accept
    return Work(place.folder.cache, place.closing, job.limits, job.unlock, job.progress, accept)


def finish(prepared: Prepared, out: Path | None = None) -> Finished:
    """Set and draw the papers of a prepared case, and read each one back.

    Args:
        prepared: The case.
        out: Where files with exhibits are put together; without it, no such file is made.

    Raises:
        ReadbackError: If a finished paper does not hold what it must, or holds anything else.
        EvidenceError: If private numbers would be filed.
    """
    letters: list[Rendered] = []
    faults: list[Problem] = []
    for document in prepared.documents:
        # The template engine is heavy to load, and only needed once a letter is made.
        from formgen.render.letter import render_letter  # noqa: PLC0415

        rendered = render_letter(document)
        letters.append(rendered)
        faults += read_back(
            rendered,
            carries=document.carries,
            wording=template_wording(document.template),
            typed=words_of(prepared.facts, prepared.facts.jurisdiction.letters[document.paper]),
        )
    if prepared.plan is None or prepared.filing is None:
        if faults:
            raise ReadbackError(faults)
        return _finished_letters(prepared, letters)
    # Likewise what draws and reads PDF.
    from formgen.pipeline.finishing import finish_filing  # noqa: PLC0415

    try:
        finished = finish_filing(prepared.plan, prepared.filing, tuple(letters), faults, out)
    except FormgenError as error:
        raise _told(prepared.loaded, error) from None
    return replace(finished, warnings=tuple(_placed(prepared.loaded, finished.warnings)))


def _finished_letters(prepared: Prepared, letters: Sequence[Rendered]) -> Finished:
    """Return letters that go out alone, searched for what must not be in them.

    Raises:
        EvidenceError: If one holds a private number.
    """
    from formgen.pipeline.private_letters import private_in_letter  # noqa: PLC0415 - as above

    case = prepared.facts.case
    watched = watched_of(case, "employer")
    found = [each for letter in letters for each in private_in_letter(letter, watched, case.accept)]
    errors = [each for each in found if each.severity is Severity.ERROR]
    if errors:
        raise EvidenceError(errors)
    return Finished(tuple(letters), warnings=tuple(found))


def _served(loaded: Loaded[Case], examined: tuple[Examined, ...]) -> tuple[ServedSheet | None, Served]:
    """Return the sheet of the packet that was served, and which evidence keeps its label.

    Raises:
        CaseDataError: The sheet is not there, or cannot be understood.
    """
    case = loaded.value
    name = case.exhibits.served
    if not name:
        return None, Served()
    sheet = _placed_errors(loaded, lambda: read_served(loaded.folder, name))
    return sheet, match_served(sheet.rows, case.evidence, examined)


def _in_force(loaded: Loaded[Case], job: Job, day: date) -> Jurisdiction:
    return _placed_errors(
        loaded, lambda: load_jurisdiction(loaded.value.jurisdiction, as_of=day, folders=_folders(job))
    )


def _counted(asked: Asked) -> Asked:
    """Return *asked* with every paper whose pages are counted with what this run makes: all must be sound."""
    if SETS.union(asked.filed).isdisjoint(asked.made):
        return asked
    return replace(asked, made=tuple(dict.fromkeys((*asked.made, *asked.filed))))


def _stop(loaded: Loaded[Case], errors: Sequence[FormgenError], questions: Sequence[Problem]) -> None:
    """Stop with *errors*, and *questions* after them.

    Raises:
        FormgenError: Every problem.
    """
    *others, last = errors
    told = [*others, type(last)([*last.problems, *questions])]
    raise_together([_told(loaded, error) for error in told])


def _has_chronology_apart(asked: Asked, jurisdiction: Jurisdiction) -> bool:
    """Return whether the case makes the chronology that its letter encloses a paper of its own."""
    specs = (jurisdiction.chronologies.get(name) for name in asked.named)
    return any(spec is not None and spec.audience == "employer" for spec in specs)


def _inputs_of(prepared: Prepared) -> list[Path]:
    sheet = [prepared.sheet.on_disk] if prepared.sheet else []
    return [*(found.on_disk for found in prepared.examined), *sheet]


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


def _all_letters(facts: Facts, asked: Asked, made: Sequence[LetterDocument]) -> Iterator[LetterDocument]:
    """Yield each letter of the case, those that this run does not make too."""
    composed = {document.paper: document for document in made}
    for name in asked.named:
        if name in facts.jurisdiction.letters:
            yield composed.get(name) or compose_letter(facts, facts.jurisdiction.letters[name])


def _enclosed(prepared: Prepared) -> dict[str, tuple[Enclosure, ...]]:
    """Return what each letter of the case encloses, by the letter's file."""
    letters = _all_letters(prepared.facts, prepared.asked, prepared.documents)
    return {f"{letter.paper}.docx": letter.enclosed for letter in letters}


def _told(loaded: Loaded[Case], error: FormgenError) -> FormgenError:
    """Return *error* with the places in the file; of a file of the evidence, with its id and name too."""
    problems = _placed(loaded, error.problems)
    if isinstance(error, EvidenceError):
        problems = [with_evidence_named(problem, loaded.value) for problem in problems]
    return type(error)(problems)


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
