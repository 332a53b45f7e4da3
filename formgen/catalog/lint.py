"""Checks everything in a catalog folder that can be checked without a case."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from formgen.case.base import Identifier
from formgen.catalog.contents import Contents, Placed
from formgen.catalog.lint_declarations import chronology_problems, declaration_problems
from formgen.catalog.lint_law import law_problems
from formgen.catalog.lint_papers import paper_problems
from formgen.catalog.reader import refuse_missing
from formgen.catalog.reading import EXHIBITS_FILE, JURISDICTION_FILE, READ_FIRST_FILE, read_contents, seen_in
from formgen.catalog.specs import Entry
from formgen.catalog.suggestion import did_you_mean
from formgen.errors import CatalogError, Problem, Severity, SourceLocation, in_typed_order
from formgen.intake.shown import in_words

FRESH = timedelta(days=365)
"""An entry compared with its source longer ago than this is due again."""

KINDS = (
    *(JURISDICTION_FILE, READ_FIRST_FILE, EXHIBITS_FILE),
    *("law", "letters", "declarations", "chronologies", "packets"),
)
"""What the folder of a jurisdiction may hold."""

_IDENTIFIER: TypeAdapter[str] = TypeAdapter(Identifier)


def lint_catalog(folders: Sequence[Path], *, as_of: date | None = None) -> list[Problem]:
    """Return everything wrong with what *folders* say together, in the order of the files.

    Args:
        folders: Searched in this order: an office's own folder, then the built-in one.
        as_of: Tells which entries were checked too long ago; without it none are.
    """
    try:
        refuse_missing(folders)
    except CatalogError as error:
        return list(error.problems)
    names = sorted({place.name for folder in folders for place in seen_in(folder) if place.is_dir()})
    found: list[Problem] = []
    for name in names:
        contents = read_contents(name, folders)
        found += contents.problems
        found += (problem for folder in folders for problem in _shape_problems(folder / name))
        found += law_problems(contents)
        found += paper_problems(contents)
        found += declaration_problems(contents)
        found += chronology_problems(contents)
        found += _doubts(contents, as_of)
    return in_typed_order(found)


def _shape_problems(home: Path) -> Iterator[Problem]:
    """Yield a problem for each folder or file of a jurisdiction that has a name it cannot have."""
    for place in seen_in(home):
        if place.name not in KINDS:
            yield Problem(
                "catalog-file-unknown",
                "The folder of a jurisdiction holds nothing of this name, so nothing in it would be used.",
                did_you_mean(place.name, KINDS),
                where=SourceLocation(str(place)),
            )
    if home.is_dir():
        yield from _name_problems(home.name, home)
    for kind in ("letters", "declarations", "chronologies"):
        for place in seen_in(home / kind):
            yield from _name_problems(place.name, place)
    for place in seen_in(home / "packets"):
        if place.suffix == ".yaml":
            yield from _name_problems(place.stem, place)
        else:
            yield Problem(
                "catalog-file-unknown",
                "A packet is a file whose name ends in .yaml, so this one would not be used.",
                "Name it after the packet, with .yaml at the end.",
                where=SourceLocation(str(place)),
            )


def _name_problems(name: str, place: Path) -> Iterator[Problem]:
    try:
        _IDENTIFIER.validate_python(name)
    except ValidationError:
        yield Problem(
            "name-invalid",
            "This name cannot be typed in a case.",
            "Use letters, digits and single hyphens, such as notice-letter.",
            where=SourceLocation(str(place)),
        )


def _doubts(contents: Contents, as_of: date | None) -> Iterator[Problem]:
    """Yield a warning for each entry that is not surely known, or was checked too long ago."""
    for _, placed in contents.entries():
        if placed.value.confidence == "unsure":
            yield _doubt(
                placed,
                "confidence",
                "confidence-unsure",
                f"`{placed.id}` was not compared with its source.",
                "Read the source, then write confirmed or partly, and the day.",
            )
        if as_of is not None and placed.value.in_force_on(as_of) and as_of - placed.value.checked_on > FRESH:
            yield _doubt(
                placed,
                "checked_on",
                "check-is-old",
                f"`{placed.id}` was last compared with its source more than a year ago.",
                "Compare it again, and write the day in `checked_on`.",
            )
    if contents.spec is not None:
        bases = contents.spec.value.protected_bases.items()
        unsure = [name for name, words in bases if words.confidence == "unsure"]
        if unsure:
            yield Problem(
                "confidence-unsure",
                f"These grounds were not compared with their source: {in_words(unsure, last='and')}.",
                "Read the source, then take out `confidence: unsure`.",
                path="protected_bases",
                where=contents.spec.at("protected_bases"),
                severity=Severity.WARNING,
            )


def _doubt(placed: Placed[Entry], part: str, code: str, what: str, fix: str) -> Problem:
    path = ".".join(step for step in (placed.within, part) if step)
    return Problem(code, what, fix, path=path, where=placed.at(part), severity=Severity.WARNING)
