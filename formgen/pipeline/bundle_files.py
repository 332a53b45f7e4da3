"""Looks at the files of a bundle and labels them; from then on they are being prepared."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from formgen.case.evidence import Evidence
from formgen.catalog.exhibit_spec import ExhibitSpec
from formgen.catalog.reader import Jurisdiction, load_jurisdiction
from formgen.document.exhibit import Exhibit
from formgen.errors import CaseDataError, CatalogError, EvidenceError, Problem
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
    examined = _examined(bundle.files)
    exhibits = _exhibits(bundle, examined)
    return BundleFiles(jurisdiction, spec, examined, exhibits, ExhibitFiles(exhibits, examined, spec, work))


def _examined(files: Sequence[Path]) -> tuple[Examined, ...]:
    """Look at each file.

    Raises:
        EvidenceError: Every file that cannot be used.
    """
    found: list[Examined] = []
    problems: list[Problem] = []
    for number, file in enumerate(files, 1):
        item = Evidence(file=file.name)
        examined, wrong = examine([item], file.parent, outside_allowed=True)
        problems += (replace(problem, path=file.name) for problem in wrong)
        for each in examined:
            if each.on_disk in {other.on_disk for other in found}:
                problems.append(
                    Problem("evidence-twice", "This file is given twice.", "Give it once.", file.name)
                )
            found.append(replace(each, path=path_of(number), file=file.name))
    if problems:
        raise EvidenceError(problems)
    return tuple(found)


def _exhibits(bundle: Bundle, examined: Sequence[Examined]) -> tuple[Exhibit, ...]:
    """Return the files as exhibits: labelled and described as the sheet says, otherwise by their names.

    Raises:
        CaseDataError: The sheet cannot be understood, or names a file that is not given.
    """
    rows = {row.file: row for row in _titles(bundle.titles)}
    names = {each.file for each in examined}
    unknown = [row for name, row in rows.items() if Path(name).name not in names]
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
    by_name = {Path(name).name: row for name, row in rows.items()}
    fixed = {each.path: by_name[each.file].label for each in examined if each.file in by_name}
    fixed = {path: label for path, label in fixed.items() if label}
    labels = label_exhibits([each.path for each in examined], fixed=fixed, style=bundle.labels)
    found = []
    for each in examined:
        row = by_name.get(each.file, ExhibitRow(""))
        item = Evidence(file=each.file, description=row.description or each.file)
        found.append(Exhibit(labels[each.path], item, each.path, row.date))
    return tuple(sorted(found, key=lambda exhibit: label_order(exhibit.label)))


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
