"""Reads the files of one jurisdiction, an office's own folder before the built-in one."""

import hashlib
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import TypeVar

from formgen.catalog.chronology_spec import ChronologySpec
from formgen.catalog.contents import Contents, Declaration, Letter, Placed
from formgen.catalog.declaration_spec import DeclarationSpec
from formgen.catalog.exhibit_spec import ExhibitSpec
from formgen.catalog.specs import (
    BannedWords,
    CatalogModel,
    ConclusionWords,
    Element,
    ElementFile,
    Entry,
    JurisdictionSpec,
    LetterSpec,
    PacketSpec,
    Statute,
    StatuteFile,
)
from formgen.catalog.suggestion import did_you_mean
from formgen.errors import CaseDataError, Problem, SourceLocation
from formgen.intake.reader import Loaded, load
from formgen.intake.source import read_source

JURISDICTION_FILE = "jurisdiction.yaml"
READ_FIRST_FILE = "read-first.txt"
EXHIBITS_FILE = "exhibits.yaml"
LETTER_FILE = "letter.yaml"
TEMPLATE_FILE = "letter.docx"
TEXT_FILE = "letter.txt"
DECLARATION_FILE = "declaration.yaml"
CHRONOLOGY_FILE = "chronology.yaml"
EXAMPLE_FILE = "example.yaml"
STATUTES, ELEMENTS, CONCLUSION_WORDS, BANNED_WORDS = LAW_FILES = (
    "statutes.yaml",
    "elements.yaml",
    "conclusion-words.yaml",
    "banned-words.yaml",
)
"""What a `law` folder may hold."""

_IGNORED = re.compile(r"^\.|^~|~$|^README")

M = TypeVar("M", bound=CatalogModel)
Version = TypeVar("Version", Statute, Element)


def jurisdictions_in(folders: Sequence[Path]) -> tuple[str, ...]:
    """Return the names of the jurisdictions that *folders* describe."""
    places = (place for folder in folders for place in seen_in(folder))
    return tuple(sorted({place.name for place in places if (place / JURISDICTION_FILE).is_file()}))


def seen_in(folder: Path) -> list[Path]:
    """Return what is in *folder*, by name, less notes to people and what editors leave there."""
    if not folder.is_dir():
        return []
    return sorted(place for place in folder.iterdir() if not _IGNORED.search(place.name))


def read_contents(jurisdiction: str, folders: Sequence[Path]) -> Contents:
    """Read everything about *jurisdiction*; what an earlier folder says hides the same in a later one.

    In one process the same files are read once: an office makes many cases
    under one catalog.  A file that was added, taken away or changed since is
    seen by its name, time and size.
    """
    homes = tuple(folder / jurisdiction for folder in folders)
    return _contents_of(jurisdiction, homes, tuple(_state_of(home) for home in homes))


@lru_cache(maxsize=4)
def _contents_of(
    jurisdiction: str,
    homes: tuple[Path, ...],
    state: tuple[frozenset[tuple[str, int, int]], ...],  # noqa: ARG001 - tells one reading from the next
) -> Contents:
    return _Reading(jurisdiction).read(homes)


def _state_of(home: Path) -> frozenset[tuple[str, int, int]]:
    """Return name, time of change in nanoseconds, and size in bytes of every file in *home*."""
    found = set()
    for place, _, names in os.walk(home):
        for name in names:
            path = os.path.join(place, name)  # noqa: PTH118 - thousands of times in a batch
            with suppress(OSError):
                seen = os.stat(path)  # noqa: PTH116
                found.add((path, seen.st_mtime_ns, seen.st_size))
    return frozenset(found)


class _Reading:
    """One reading of the folders: keeps what was wrong, and what was read."""

    def __init__(self, jurisdiction: str) -> None:
        self.jurisdiction = jurisdiction
        self.problems: list[Problem] = []
        self.read_files: list[tuple[str, str]] = []

    def read(self, homes: Sequence[Path]) -> Contents:
        """Return what stands in *homes*, the folders of this jurisdiction."""
        self._refuse_nameless(homes)
        for home in homes:
            self._refuse_unknown_law(home / "law")
        spec = self._first(homes, JURISDICTION_FILE, JurisdictionSpec)
        return Contents(
            self.jurisdiction,
            spec,
            self._listed(homes, f"law/{STATUTES}", StatuteFile, lambda file: file.statutes),
            self._listed(homes, f"law/{ELEMENTS}", ElementFile, lambda file: file.elements),
            self._first(homes, f"law/{CONCLUSION_WORDS}", ConclusionWords),
            self._first(homes, f"law/{BANNED_WORDS}", BannedWords),
            tuple(self._letters(homes)),
            tuple(self._declarations(homes)),
            tuple(self._chronologies(homes)),
            tuple(self._packets(homes)),
            self._first(homes, EXHIBITS_FILE, ExhibitSpec),
            self._read_first(homes),
            # Reading fills these two, so they come last.
            self._digest(),
            tuple(self.problems),
        )

    def _refuse_nameless(self, homes: Sequence[Path]) -> None:
        if not any((home / JURISDICTION_FILE).exists() for home in homes):
            known = jurisdictions_in([home.parent for home in homes])
            self.problems.append(
                Problem(
                    "jurisdiction-file-missing",
                    f"No folder of this name has a {JURISDICTION_FILE}, so nothing in it would be used.",
                    did_you_mean(self.jurisdiction, known, otherwise=f"Add a {JURISDICTION_FILE}."),
                    where=SourceLocation(next(str(home) for home in homes if home.is_dir())),
                )
            )

    def _refuse_unknown_law(self, law: Path) -> None:
        for place in seen_in(law):
            if place.suffix in (".yaml", ".yml") and place.name not in LAW_FILES:
                self.problems.append(
                    Problem(
                        "catalog-file-unknown",
                        "The program knows no law file of this name, so nothing in it would be used.",
                        did_you_mean(place.name, LAW_FILES),
                        where=SourceLocation(str(place)),
                    )
                )

    def _listed(
        self,
        homes: Sequence[Path],
        name: str,
        model: type[M],
        entries_of: Callable[[M], Sequence[Version]],
    ) -> tuple[Placed[Version], ...]:
        """Return the entries that no earlier folder hides: all versions of an id are replaced together."""
        kept: list[Placed[Version]] = []
        for home in homes:
            loaded = self._load(home, name, model) if (home / name).exists() else None
            hidden = {placed.id for placed in kept}
            kept += [
                Placed(entry.id, entry, home / name, loaded.locator, f"{Path(name).stem}[{number}]")
                for number, entry in enumerate(entries_of(loaded.value) if loaded else (), 1)
                if loaded and entry.id not in hidden
            ]
        self.problems.extend(_overlaps(kept))
        return tuple(kept)

    def _first(self, homes: Sequence[Path], name: str, model: type[M]) -> Placed[M] | None:
        for home in homes:
            if (home / name).exists():
                loaded = self._load(home, name, model)
                entry_id = self.jurisdiction if name == JURISDICTION_FILE else Path(name).stem
                return Placed(entry_id, loaded.value, home / name, loaded.locator) if loaded else None
        return None

    def _load(self, home: Path, name: str, model: type[M]) -> Loaded[M] | None:
        try:
            loaded = load(home / name, model)
        except CaseDataError as error:
            self.problems.extend(error.problems)
            return None
        self.read_files.append((name, loaded.digest))
        return loaded

    def _letters(self, homes: Sequence[Path]) -> Iterator[Placed[Letter]]:
        for home, place in _first_of_each(homes, "letters"):
            if not place.is_dir():
                continue
            loaded = self._load(home, f"letters/{place.name}/{LETTER_FILE}", LetterSpec)
            template = self._template(home, place)
            if loaded and template is not None:
                example = place / EXAMPLE_FILE
                letter = Letter(
                    place.name,
                    place,
                    loaded.value,
                    template,
                    str(place / TEMPLATE_FILE),
                    example if example.is_file() else None,
                )
                yield Placed(place.name, letter, place / LETTER_FILE, loaded.locator)

    def _template(self, home: Path, place: Path) -> bytes | None:
        path = place / TEMPLATE_FILE
        try:
            data = path.read_bytes()
        except OSError:
            self.problems.append(missing_letter_file(path))
            return None
        self.read_files.append((path.relative_to(home).as_posix(), hashlib.sha256(data).hexdigest()))
        return data

    def _declarations(self, homes: Sequence[Path]) -> Iterator[Placed[Declaration]]:
        for home, place in _first_of_each(homes, "declarations"):
            name = f"declarations/{place.name}/{DECLARATION_FILE}"
            if place.is_dir() and (loaded := self._load(home, name, DeclarationSpec)):
                example = place / EXAMPLE_FILE
                declaration = Declaration(
                    place.name, place, loaded.value, example if example.is_file() else None
                )
                yield Placed(place.name, declaration, place / DECLARATION_FILE, loaded.locator)

    def _chronologies(self, homes: Sequence[Path]) -> Iterator[Placed[ChronologySpec]]:
        for home, place in _first_of_each(homes, "chronologies"):
            name = f"chronologies/{place.name}/{CHRONOLOGY_FILE}"
            if place.is_dir() and (loaded := self._load(home, name, ChronologySpec)):
                yield Placed(place.name, loaded.value, place / CHRONOLOGY_FILE, loaded.locator)

    def _packets(self, homes: Sequence[Path]) -> Iterator[Placed[PacketSpec]]:
        for home, place in _first_of_each(homes, "packets"):
            if place.suffix == ".yaml" and (loaded := self._load(home, f"packets/{place.name}", PacketSpec)):
                yield Placed(place.stem, loaded.value, place, loaded.locator)

    def _read_first(self, homes: Sequence[Path]) -> str:
        path = next((home / READ_FIRST_FILE for home in homes if (home / READ_FIRST_FILE).exists()), None)
        if path is None:
            return ""
        try:
            source = read_source(path)
        except CaseDataError as error:
            self.problems.extend(error.problems)
            return ""
        self.read_files.append((READ_FIRST_FILE, source.digest))
        return source.text

    def _digest(self) -> str:
        """Return one digest for every file read; where a folder hides another's file, both are in it."""
        # Sorting keeps the order of the folders among files of one name.
        lines = (
            f"{self.jurisdiction}/{name}\0{digest}\n"
            for name, digest in sorted(self.read_files, key=itemgetter(0))
        )
        return hashlib.sha256("".join(lines).encode()).hexdigest()


def _first_of_each(homes: Sequence[Path], kind: str) -> Iterator[tuple[Path, Path]]:
    """Yield what is in the folder *kind* of each home, the first of each name only."""
    taken: set[str] = set()
    for home in homes:
        for place in seen_in(home / kind):
            if place.name not in taken:
                taken.add(place.name)
                yield home, place


def missing_letter_file(path: Path) -> Problem:
    """Return the problem that a letter's folder lacks one of its files."""
    return Problem(
        "letter-file-missing",
        f"A letter has a file {path.name}, and this one cannot be read.",
        "Add it; `form_templates/README.md` says what each file of a letter is for.",
        where=SourceLocation(str(path)),
    )


def _overlaps(entries: Sequence[Placed[Version]]) -> Iterator[Problem]:
    """Yield a problem for each version that is in force on a day on which an earlier one is."""
    for number, placed in enumerate(entries):
        for earlier in entries[:number]:
            if earlier.id == placed.id and _meet(earlier.value, placed.value):
                yield Problem(
                    "entries-overlap",
                    f"Two versions of `{placed.id}` are in force on the same day; the other begins on line "
                    f"{earlier.at().line}.",
                    "Give the older one `to:`, its last day, and the newer one `from:`, the day after.",
                    path=placed.within,
                    where=placed.at(),
                )


def _meet(one: Entry, other: Entry) -> bool:
    """Return whether there is a day on which both are in force."""
    return _starts_in_time(one, other) and _starts_in_time(other, one)


def _starts_in_time(one: Entry, other: Entry) -> bool:
    return one.in_force_from is None or other.in_force_to is None or one.in_force_from <= other.in_force_to
