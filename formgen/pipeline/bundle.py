"""Binds files into one labelled, indexed PDF, with no case at all."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from formgen.case.evidence import Evidence
from formgen.catalog.exhibit_spec import ExhibitSpec
from formgen.catalog.reader import Jurisdiction, load_jurisdiction
from formgen.document.declaration import sheet_from
from formgen.document.exhibit_leaves import LeafMaker
from formgen.document.exhibits import Exhibit
from formgen.errors import (
    CaseDataError,
    CatalogError,
    EvidenceError,
    FormgenError,
    OutputError,
    Problem,
    ReadbackError,
    RenderError,
)
from formgen.evidence.examine import Examined, examine
from formgen.exhibit.source import Limits
from formgen.facts.exhibits import LabelStyle, label_exhibits, label_order
from formgen.facts.served import ExhibitRow
from formgen.packet.exhibit_sheet import FOR_TITLES, read_sheet, sheet_bytes
from formgen.packet.manifest import ExhibitRecord
from formgen.packet.one_file import put_files, refuse_taken
from formgen.packet.sets import exhibit_rows
from formgen.packet.work_folder import work_folder
from formgen.pipeline.bound import bind, binder_for, ready_to_bind
from formgen.pipeline.exhibit_pages import ExhibitFiles, Progress, Unlock, Work
from formgen.pipeline.files import FileMaker
from formgen.pipeline.private import PrivateSearch
from formgen.render.leaf.glyphs import leaf_glyph_problems
from formgen.render.papers import book_for
from formgen.resources import builtin_catalog

JURISDICTION = "us-ca"
"""Whose words and labels a bundle without a case has."""

_NAME_OF_SHEET = Problem(
    code="output-not-a-pdf",
    what="The sheet of the exhibits gets this name.",
    fix="Give the PDF a name that ends in .pdf.",
)


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files to be bound, and how."""

    files: tuple[Path, ...]
    out: Path
    labels: LabelStyle | None = None
    """How exhibits are labelled, whatever a sheet says; None for the sheet's labels, or letters."""

    titles: Path | None = None
    """A sheet with the columns `file` and `description`, and `label` and `date` if they are known."""

    as_of: date = date.min
    accept: tuple[str, ...] = ()
    replace: bool = False
    limits: Limits = field(default_factory=Limits)
    unlock: Unlock | None = field(default=None, compare=False)
    progress: Progress | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Bundled:
    """What a run has made."""

    names: tuple[str, ...]
    aside: tuple[str, ...]
    pages: int
    done: Mapping[str, tuple[str, ...]]
    """What was done to the copies or left out of them, by label: codes as in a manifest."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Result:
    """The finished PDF, the rows of its sheet, how many pages it has, and what is to be said of it."""

    path: Path
    rows: tuple[ExhibitRow, ...]
    pages: int
    done: Mapping[str, tuple[str, ...]]
    warnings: tuple[Problem, ...]


def make_bundle(bundle: Bundle) -> Bundled:
    """Bind files into one PDF with an index, covers, stamps, bookmarks and links, and write its sheet.

    Raises:
        FormgenError: What stands in the way; then nothing was written.
    """
    targets = {"packet": bundle.out, "sheet": bundle.out.with_suffix(".csv")}
    if targets["sheet"].name.casefold() == bundle.out.name.casefold():
        raise OutputError([replace(_NAME_OF_SHEET, path=bundle.out.name)])
    _refuse_inputs(bundle, targets.values())
    refuse_taken(targets, replace=bundle.replace)
    jurisdiction = load_jurisdiction(JURISDICTION, as_of=bundle.as_of, folders=[builtin_catalog()])
    spec = jurisdiction.exhibits
    if spec is None:
        raise CatalogError([Problem("catalog-file-missing", "The catalog has no exhibits.yaml.", "", "")])
    examined, unusable = _examined(bundle.files)
    exhibits = _exhibits(bundle, examined)
    beside = bundle.out.with_name(f"{bundle.out.stem}-pages")
    with work_folder(beside) as folder, ExitStack() as closing:
        unlock = bundle.unlock
        # Without a case, a file's own name is its place.
        by_name = (lambda _, name: unlock(name, name)) if unlock else None
        work = Work(folder.cache, closing, bundle.limits, by_name, bundle.progress, bundle.accept)
        try:
            made = _bound(bundle, jurisdiction, spec, exhibits, examined, unusable, work, folder.out)
        except FormgenError as error:
            raise type(error)(_named(error.problems, bundle)) from None
        aside = put_files({"packet": made.path, "sheet": sheet_bytes(made.rows)}, targets)
    names = tuple(target.name for target in targets.values())
    return Bundled(names, aside, made.pages, made.done, tuple(_named(made.warnings, bundle)))


def _refuse_inputs(bundle: Bundle, targets: Iterable[Path]) -> None:
    """Stop before a file that is to be bound is set aside for the one that is made of it.

    Raises:
        OutputError: The PDF or its sheet would take the name of a file that was given.
    """
    given = {file.resolve() for file in bundle.files}
    for target in targets:
        if target.resolve() in given:
            raise OutputError(
                [
                    Problem(
                        "output-is-an-input",
                        "This is one of the files to be bound.",
                        "Choose another name with -o.",
                        target.name,
                    )
                ]
            )


def names_of(files: Sequence[Path]) -> tuple[str, ...]:
    """Return what each file is called: its name, with as many folders as tell it from the others."""
    every = [file.absolute().parts for file in files]
    return tuple("/".join(parts[-_needed(parts, every) :]) for parts in every)


def _needed(parts: Sequence[str], every: Sequence[Sequence[str]]) -> int:
    """Return how many of the last *parts* tell them from all others."""
    others = [other for other in every if other[-1:] == parts[-1:] and other != parts]
    return next((n for n in range(1, len(parts)) if all(o[-n:] != parts[-n:] for o in others)), 1)


_MISSING = Problem("evidence-missing", "There is no such file.", "Correct its name.")


def _examined(files: Sequence[Path]) -> tuple[tuple[Examined, ...], tuple[Problem, ...]]:
    """Look at each file; return what was found, and what is wrong with those that cannot be used."""
    found: list[Examined] = []
    problems: list[Problem] = []
    for number, (file, name) in enumerate(zip(files, names_of(files), strict=True), 1):
        examined, wrong = examine([Evidence(file=file.name)], file.parent, outside_allowed=True)
        problems += (replace(_MISSING if each.code == _MISSING.code else each, path=name) for each in wrong)
        for each in examined:
            if each.on_disk in {other.on_disk for other in found}:
                problems.append(Problem("evidence-twice", "This file is given twice.", "Give it once.", name))
            found.append(replace(each, path=_path(number), file=name))
    return tuple(found), tuple(problems)


def _exhibits(bundle: Bundle, examined: Sequence[Examined]) -> tuple[Exhibit, ...]:
    """Return the files as exhibits: labelled and described as the sheet says, otherwise by their names.

    Raises:
        CaseDataError: The sheet cannot be understood, or names a file that is not given.
    """
    rows = _rows_of(bundle)
    fixed = {each.path: rows[each.file].label for each in examined if each.file in rows}
    fixed = {path: label for path, label in fixed.items() if label and bundle.labels is None}
    labels = label_exhibits([each.path for each in examined], fixed=fixed, style=bundle.labels or "letters")
    found = []
    for each in examined:
        row = rows.get(each.file, ExhibitRow(""))
        item = Evidence(file=each.file, description=row.description or each.file)
        found.append(Exhibit(labels[each.path], item, each.path, row.date))
    return tuple(sorted(found, key=lambda exhibit: label_order(exhibit.label)))


def _rows_of(bundle: Bundle) -> dict[str, ExhibitRow]:
    """Return the rows of the sheet by what the files are called; one may name a file with its folders.

    Raises:
        CaseDataError: Every row that names no file, or more than one.
    """
    found: dict[str, ExhibitRow] = {}
    unknown: list[ExhibitRow] = []
    names = names_of(bundle.files)
    for row in _titles(bundle.titles):
        alike = [name for name in names if row.file == name] or [
            name for name in names if Path(name).name == Path(row.file).name
        ]
        if len(alike) == 1:
            found[alike[0]] = row
        else:
            unknown.append(row)
    if unknown:
        raise CaseDataError(
            [
                Problem(
                    "sheet-file-not-given",
                    "The sheet has a row for a file that is not among those given.",
                    "Give the file too, or take the row out.",
                    where=row.where,
                )
                for row in unknown
            ]
        )
    return found


def _titles(sheet: Path | None) -> tuple[ExhibitRow, ...]:
    if sheet is None:
        return ()
    try:
        data = sheet.read_bytes()
    except OSError:
        raise CaseDataError(
            [
                Problem(
                    "sheet-unreadable",
                    "The sheet cannot be read.",
                    "Check its name, and that you may open it.",
                    sheet.name,
                )
            ]
        ) from None
    return read_sheet(data, sheet.name, needed=FOR_TITLES)


def _bound(  # noqa: PLR0913, PLR0917 - all that was found out before
    bundle: Bundle,
    jurisdiction: Jurisdiction,
    spec: ExhibitSpec,
    exhibits: Sequence[Exhibit],
    examined: Sequence[Examined],
    unusable: Sequence[Problem],
    work: Work,
    out: Path,
) -> _Result:
    """Return the finished PDF and what belongs to it."""
    files = ExhibitFiles(exhibits, examined, spec, work)
    paper = jurisdiction.spec.pleading_paper
    if paper is None:
        raise CatalogError([Problem("entry-missing", "The catalog says nothing of paper.", "", "")])
    language, comma = jurisdiction.spec.language, jurisdiction.spec.lists.comma
    maker = LeafMaker(spec, spec.packet, sheet_from(paper), language, None, comma)
    book = book_for(None, folder=out)
    problems = leaf_glyph_problems(maker.index(exhibits), book)
    if problems:
        raise RenderError(problems)
    prepared = files.results()
    # All that is wrong with files is told together.
    if unusable or files.problems:
        raise EvidenceError([*unusable, *files.problems])
    binder = binder_for(maker, book, draft=False)
    bound = bind(binder, ready_to_bind(exhibits, prepared, examined, spec), ())
    making = FileMaker(out, PrivateSearch({}, bundle.accept))
    (volume,) = bound.volumes()
    path = making.make(bundle.out.name, volume, binder, spec.titles["packet"])
    if making.faults:
        raise ReadbackError(making.faults)
    if making.search.errors:
        raise EvidenceError(making.search.errors)
    by_path = {each.path: each for each in examined}
    rows = tuple(exhibit_rows(bound.exhibits, bound.numbering, by_path))
    done = {
        each.exhibit.label: ExhibitRecord.counted(each.prepared.done)
        for each in bound.exhibits
        if each.prepared is not None and each.prepared.done
    }
    return _Result(path, rows, volume.page_count, done, (*files.warnings, *making.search.warnings))


def _path(number: int) -> str:
    return f"evidence[{number}]"


def _named(problems: Sequence[Problem], bundle: Bundle) -> list[Problem]:
    """Return *problems* with the names of files in place of their places in a case that is not there."""
    names = {_path(number): name for number, name in enumerate(names_of(bundle.files), 1)}
    return [
        replace(
            problem,
            path=names.get(problem.path.partition(".")[0], problem.path),
            fix=problem.fix.replace(
                f"add `{problem.code}` to `accept`", f"add `--accept {problem.code}` to the command"
            ),
        )
        for problem in problems
    ]
