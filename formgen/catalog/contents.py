"""Everything the catalog says of one jurisdiction, each entry with the place where it is written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from formgen.catalog.chronology_spec import ChronologySpec
from formgen.catalog.declaration_spec import DeclarationSpec
from formgen.catalog.exhibit_spec import ExhibitSpec
from formgen.catalog.specs import (
    BannedWords,
    ConclusionWords,
    Element,
    Entry,
    JurisdictionSpec,
    LetterSpec,
    PacketSpec,
    Statute,
)
from formgen.errors import Problem, SourceLocation
from formgen.intake.locate import Locator

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """An entry of the catalog and the place where it is written."""

    id: str
    value: T
    path: Path
    """The file it is in."""

    locator: Locator
    within: str = ""
    """Its place in the file: `statutes[2]`; blank if it is the whole file."""

    def holding(self, entry: Entry) -> "Placed[Entry]":
        """Return *entry* at the same place."""
        return Placed(self.id, entry, self.path, self.locator, self.within)

    def at(self, part: str = "") -> SourceLocation:
        """Return the place of *part* of it, such as `clauses.orders`."""
        return self.locator.place_of(".".join(step for step in (self.within, part) if step))


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that can be made: what it needs and may ask for, and its Word template."""

    id: str
    folder: Path
    spec: LetterSpec
    template: bytes = field(repr=False)
    template_file: str
    """The template's name, for messages."""

    example: Path | None
    """A case that tests it."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """A declaration, or an attachment to a form, that can be made."""

    id: str
    folder: Path
    spec: DeclarationSpec
    example: Path | None
    """A case that tests it."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What the folders say of one jurisdiction, of every date, with all that is wrong with it."""

    jurisdiction: str
    spec: Placed[JurisdictionSpec] | None
    statutes: tuple[Placed[Statute], ...]
    elements: tuple[Placed[Element], ...]
    conclusion_words: Placed[ConclusionWords] | None
    banned_words: Placed[BannedWords] | None
    letters: tuple[Placed[Letter], ...]
    declarations: tuple[Placed[Declaration], ...]
    chronologies: tuple[Placed[ChronologySpec], ...]
    packets: tuple[Placed[PacketSpec], ...]
    exhibits: Placed[ExhibitSpec] | None
    read_first: str
    """What is said to whoever opens a folder of papers; empty if nothing is."""

    digest: str
    """SHA-256 over the relative names and the bytes of every file read."""

    problems: tuple[Problem, ...]

    def entries(self) -> Iterator[tuple[str, Placed[Entry]]]:
        """Yield every entry with its kind: the jurisdiction, its law, its papers, its packets."""
        for kind, found in (
            ("jurisdiction", (self.spec,)),
            ("statute", self.statutes),
            ("element", self.elements),
            ("words", (self.conclusion_words, self.banned_words)),
            ("exhibits", (self.exhibits,)),
            ("chronology", self.chronologies),
            ("packet", self.packets),
        ):
            yield from ((kind, placed.holding(placed.value)) for placed in found if placed is not None)
        yield from (("letter", placed.holding(placed.value.spec)) for placed in self.letters)
        yield from (("declaration", placed.holding(placed.value.spec)) for placed in self.declarations)
