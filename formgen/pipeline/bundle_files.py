"""Looks at the files of a bundle and labels them; from then on they are being prepared."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from formgen.case.evidence import Evidence
from formgen.catalog.exhibit_spec import ExhibitSpec
from formgen.catalog.reader import Jurisdiction, load_jurisdiction
from formgen.document.exhibit import Exhibit
from formgen.errors import CaseDataError, CatalogError, Problem
from formgen.evidence.examine import Examined, examine
from formgen.facts.exhibits import label_exhibits, label_order
from formgen.facts.served import ExhibitRow
from formgen.packet.exhibit_sheet import FOR_TITLES, read_sheet
from formgen.pipeline.bundle_job import Bundle
from formgen.pipeline.exhibit_pages import ExhibitFiles
from formgen.pipeline.work import Work
from formgen.resources import builtin_catalog

JURISDICTION = "us-ca"
"""Whose words and labels a bundle without a case has."""


@dataclass(frozen=True, slots=True)
class BundleFiles:
    """The files of a bundle, being prepared."""

    jurisdiction: Jurisdiction
    spec: ExhibitSpec
    examined: tuple[Examined, ...]
    unusable: tuple[Problem, ...]
    """What is wrong with the files that cannot be used."""

    exhibits: tuple[Exhibit, ...]
    being_prepared: ExhibitFiles


def files_of(bundle: Bundle, work: Work) -> BundleFiles:
    """Return the files of *bundle* as exhibits, and let them be prepared.

    Raises:
        FormgenError: What stands in the way.
    """
    jurisdiction = load_jurisdiction(JURISDICTION, as_of=bundle.as_of, folders=[builtin_catalog()])
    spec = jurisdiction.exhibits
    if spec is None:
        raise CatalogError([Problem("catalog-file-missing", "The catalog has no exhibits.yaml.", "", "")])
    examined, unusable = _examined(bundle.files)
    exhibits = _exhibits(bundle, examined)
    being_prepared = ExhibitFiles(exhibits, examined, spec, work)
    return BundleFiles(jurisdiction, spec, examined, unusable, exhibits, being_prepared)


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
            found.append(replace(each, path=path_of(number), file=name))
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


def path_of(number: int) -> str:
    """Return the place in a case that the file has which is given as the *number*-th."""
    return f"evidence[{number}]"
