"""Binds files into one labelled, indexed PDF, with no case at all.

The processes that open the files are started before anything else is loaded.
"""

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from formgen.errors import OutputError, Problem
from formgen.packet.one_file import put_files, refuse_taken
from formgen.packet.work_folder import work_folder
from formgen.pipeline.bundle_job import Bundle, Bundled
from formgen.pipeline.work import Work, started

__all__ = ["Bundle", "Bundled", "make_bundle"]

_NAME_OF_SHEET = Problem(
    code="output-not-a-pdf",
    what="The sheet of the exhibits gets this name.",
    fix="Give the PDF a name that ends in .pdf.",
)


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
    beside = bundle.out.with_name(f"{bundle.out.stem}-pages")
    with work_folder(beside) as folder, ExitStack() as closing:
        unlock = bundle.unlock
        # Without a case, a file's own name is its place.
        by_name = (lambda _, name: unlock(name, name)) if unlock else None
        work = Work(folder.cache, closing, bundle.limits, by_name, bundle.progress, bundle.accept)
        work = started(work, bundle.files)
        from formgen.pipeline.bundle_files import files_of  # noqa: PLC0415 - see above

        given = files_of(bundle, work)
        from formgen.pipeline.bundle_pages import bind_files  # noqa: PLC0415

        bound = bind_files(bundle, given, folder.out)
        aside = put_files({"packet": bound.file, "sheet": bound.sheet}, targets)
    names = tuple(target.name for target in targets.values())
    return Bundled(names, aside, bound.pages, bound.done, bound.warnings)


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
