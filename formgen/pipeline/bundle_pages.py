"""Binds the prepared files of a bundle: laid out, drawn, put together, read back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from formgen.document.court_paper import sheet_from
from formgen.document.exhibit_leaves import LeafMaker
from formgen.errors import (
    CatalogError,
    EvidenceError,
    FormgenError,
    Problem,
    ReadbackError,
    RenderError,
)
from formgen.packet.exhibit_sheet import sheet_bytes
from formgen.packet.manifest import ExhibitRecord
from formgen.packet.sets import exhibit_rows
from formgen.pipeline.bound import bind, binder_for, ready_to_bind
from formgen.pipeline.bundle_files import BundleFiles, names_of, path_of
from formgen.pipeline.bundle_job import Bundle
from formgen.pipeline.files import FileMaker
from formgen.pipeline.private import PrivateSearch
from formgen.render.fonts.book import book_for
from formgen.render.leaf.glyphs import leaf_glyph_problems


@dataclass(frozen=True, slots=True)
class BoundFiles:
    """A bundle, finished and not yet in its place."""

    file: Path
    sheet: bytes = field(repr=False)
    pages: int
    done: Mapping[str, tuple[str, ...]]
    warnings: tuple[Problem, ...]


def bind_files(bundle: Bundle, given: BundleFiles, out: Path) -> BoundFiles:
    """Return the finished PDF in the folder *out*, and its sheet.

    Raises:
        FormgenError: What stands in the way.
    """
    try:
        return _bound(bundle, given, out)
    except FormgenError as error:
        raise type(error)(_named(error.problems, bundle)) from None


def _bound(bundle: Bundle, given: BundleFiles, out: Path) -> BoundFiles:
    spec, shared = given.spec, given.jurisdiction.spec
    if shared.pleading_paper is None:
        raise CatalogError([Problem("entry-missing", "The catalog says nothing of paper.", "", "")])
    sheet = sheet_from(shared.pleading_paper)
    maker = LeafMaker(spec, spec.packet, sheet, shared.language, None, shared.lists.comma)
    book = book_for(None, folder=out)
    problems = leaf_glyph_problems(maker.index(given.exhibits), book)
    if problems:
        raise RenderError(problems)
    prepared = given.being_prepared.results()
    # All that is wrong with files is told together.
    if given.unusable or given.being_prepared.problems:
        raise EvidenceError([*given.unusable, *given.being_prepared.problems])
    binder = binder_for(maker, book, draft=False)
    bound = bind(binder, ready_to_bind(given.exhibits, prepared, given.examined, spec), ())
    making = FileMaker(out, PrivateSearch({}, bundle.accept))
    (volume,) = bound.volumes()
    path = making.make(bundle.out.name, volume, binder, spec.titles["packet"])
    if making.faults:
        raise ReadbackError(making.faults)
    if making.search.errors:
        raise EvidenceError(making.search.errors)
    rows = exhibit_rows(bound.exhibits, bound.numbering, {each.path: each for each in given.examined})
    done = {
        each.exhibit.label: ExhibitRecord.counted(each.prepared.done)
        for each in bound.exhibits
        if each.prepared is not None and each.prepared.done
    }
    warnings = _named((*given.being_prepared.warnings, *making.search.warnings), bundle)
    return BoundFiles(path, sheet_bytes(rows), volume.page_count, done, tuple(warnings))


def _named(problems: Sequence[Problem], bundle: Bundle) -> list[Problem]:
    """Return *problems* with the names of files in place of their places in a case that is not there."""
    names = {path_of(number): name for number, name in enumerate(names_of(bundle.files), 1)}
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
