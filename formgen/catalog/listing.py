"""Lists what the catalog holds, and shows one entry as it is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from formgen.catalog.chronology_spec import ChronologySpec
from formgen.catalog.contents import Contents, Placed
from formgen.catalog.declaration_spec import DeclarationSpec
from formgen.catalog.exhibit_spec import ExhibitSpec
from formgen.catalog.reader import refuse_missing
from formgen.catalog.reading import jurisdictions_in, read_contents
from formgen.catalog.specs import (
    BannedWords,
    Confidence,
    Element,
    Entry,
    JurisdictionSpec,
    LetterSpec,
    PacketSpec,
    Statute,
)
from formgen.catalog.suggestion import did_you_mean
from formgen.errors import CatalogError, Problem, in_typed_order


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of the catalog, as a line of the list."""

    jurisdiction: str
    kind: str
    """`jurisdiction`, `statute`, `element`, `words`, `exhibits`, `letter`,
    `declaration`, `chronology` or `packet`."""

    id: str
    title: str
    in_force_from: date | None
    in_force_to: date | None
    checked_on: date
    confidence: Confidence


def list_entries(folders: Sequence[Path]) -> list[Listed]:
    """Return every entry that *folders* hold, of every date; what an earlier folder hides is left out.

    Raises:
        CatalogError: A file of the catalog cannot be read.
    """
    return [
        Listed(
            contents.jurisdiction,
            kind,
            placed.id,
            _title(placed.value),
            placed.value.in_force_from,
            placed.value.in_force_to,
            placed.value.checked_on,
            placed.value.confidence,
        )
        for contents in _all(folders)
        for kind, placed in contents.entries()
    ]


def show_entry(entry_id: str, folders: Sequence[Path]) -> str:
    """Return the source text of every version of an entry, each under the name of its file.

    Raises:
        CatalogError: No entry has this id, or a file of the catalog cannot be read.
    """
    placed = [placed for contents in _all(folders) for _, placed in contents.entries()]
    shown = [_source(one, placed) for one in placed if one.id == entry_id]
    if not shown:
        known = sorted({one.id for one in placed})
        raise CatalogError(
            [
                Problem(
                    "entry-unknown",
                    "The catalog has no entry of this name.",
                    did_you_mean(entry_id, known),
                    path=entry_id,
                )
            ]
        )
    return "\n".join(shown)


def _all(folders: Sequence[Path]) -> Iterator[Contents]:
    refuse_missing(folders)
    for name in jurisdictions_in(folders):
        contents = read_contents(name, folders)
        if contents.problems:
            raise CatalogError(in_typed_order(contents.problems))
        yield contents


def _title(entry: Entry) -> str:
    match entry:
        case Statute() | LetterSpec() | PacketSpec() | DeclarationSpec() | ChronologySpec():
            return entry.title
        case JurisdictionSpec():
            return entry.name
        case Element():
            return entry.asks
        case ExhibitSpec():
            return "Covers, stamps and indexes of exhibits"
        case BannedWords():
            return "Words that the program's own wording never uses"
    return "Words that conclude instead of telling"


def _source(placed: Placed[Entry], others: Sequence[Placed[Entry]]) -> str:
    """Return an entry's lines: from where it begins to where the next one does."""
    lines = placed.path.read_text(encoding="utf-8-sig").splitlines()
    first, last = 1, len(lines)
    if placed.within:
        starts = sorted(_line(other) for other in others if other.path == placed.path)
        first = _line(placed)
        last = next((start - 1 for start in starts if start > first), last)
        while lines[last - 1].lstrip().startswith("#") or not lines[last - 1].strip():
            last -= 1
    return "\n".join([f"# {placed.path}:{first}", *lines[first - 1 : last], ""])


def _line(placed: Placed[Entry]) -> int:
    return placed.at().line or 1
