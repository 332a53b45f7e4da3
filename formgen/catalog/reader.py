"""Finds the law and the papers of a jurisdiction as they are on a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from formgen.catalog.chronology_spec import ChronologySpec
from formgen.catalog.contents import Contents, Declaration, Letter
from formgen.catalog.exhibit_spec import ExhibitSpec
from formgen.catalog.reading import jurisdictions_in, read_contents
from formgen.catalog.specs import ConclusionWords, Element, JurisdictionSpec, PacketSpec, Statute
from formgen.catalog.suggestion import did_you_mean
from formgen.errors import CaseDataError, CatalogError, Problem, SourceLocation, in_typed_order

__all__ = ["Declaration", "Jurisdiction", "Letter", "load_jurisdiction", "papers_filed", "papers_named"]


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """The law in force on one day, and the papers that can be made."""

    id: str
    as_of: date
    spec: JurisdictionSpec
    statutes: Mapping[str, Statute]
    """In force, by id."""

    elements: tuple[Element, ...]
    """In force, of statutes in force, in the order of the file."""

    conclusion_words: ConclusionWords | None
    letters: Mapping[str, Letter]
    declarations: Mapping[str, Declaration]
    chronologies: Mapping[str, ChronologySpec]
    packets: Mapping[str, PacketSpec]
    exhibits: ExhibitSpec | None
    """What covers, stamps and indexes say."""

    read_first: str
    """What is said to whoever opens a folder of papers; empty if nothing is."""

    digest: str
    """SHA-256 over the relative names and the bytes of every file read."""

    @property
    def papers(self) -> tuple[str, ...]:
        """Return the names of the papers that can be made one by one."""
        return (*self.letters, *self.declarations, *self.chronologies)

    def clause(self, reference: str) -> str:
        """Return the wording of a clause, with its braces.

        Args:
            reference: Statute and clause: `labor-code-6310.good-faith`.

        Raises:
            CatalogError: No statute in force has such a clause.
        """
        statute, _, name = reference.partition(".")
        found = self.statutes.get(statute)
        if found is None or name not in found.clauses:
            known = [f"{entry.id}.{clause}" for entry in self.statutes.values() for clause in entry.clauses]
            raise CatalogError(
                [
                    Problem(
                        "clause-unknown",
                        f"No law in force on {self.as_of.isoformat()} has the clause `{reference}`.",
                        did_you_mean(
                            reference, known, otherwise="`formgen catalog list` shows the law and its dates."
                        ),
                        path=reference,
                    )
                ]
            )
        return found.clauses[name]


def load_jurisdiction(name: str, *, as_of: date, folders: Sequence[Path]) -> Jurisdiction:
    """Return jurisdiction *name* as it is on *as_of*.

    Args:
        name: As the case names it: `us-ca`.
        as_of: The day whose law is meant.
        folders: Searched in this order: an office's own folder, then the built-in one.

    Raises:
        CaseDataError: There is no such jurisdiction.
        CatalogError: Something in the catalog is at fault; every problem at once.
    """
    refuse_missing(folders)
    known = jurisdictions_in(folders)
    if name not in known:
        raise CaseDataError(
            [
                Problem(
                    "jurisdiction-unknown",
                    "The catalog has no jurisdiction of this name.",
                    did_you_mean(name, known),
                    path="jurisdiction",
                )
            ]
        )
    return in_force(read_contents(name, folders), as_of)


def refuse_missing(folders: Sequence[Path]) -> None:
    """Refuse a catalog folder that is not there.

    Raises:
        CatalogError: One of *folders* is not a folder.
    """
    missing = [
        Problem(
            "catalog-folder-missing",
            "There is no catalog folder here.",
            "Check the name given with --catalog.",
            where=SourceLocation(str(folder)),
        )
        for folder in folders
        if not folder.is_dir()
    ]
    if missing:
        raise CatalogError(missing)


def in_force(contents: Contents, as_of: date) -> Jurisdiction:
    """Return what *contents* says of one day.

    Raises:
        CatalogError: Something in the catalog is at fault.
    """
    if contents.problems or contents.spec is None:
        raise CatalogError(in_typed_order(contents.problems))
    statutes = {placed.id: placed.value for placed in contents.statutes if placed.value.in_force_on(as_of)}
    words = contents.conclusion_words
    return Jurisdiction(
        contents.jurisdiction,
        as_of,
        contents.spec.value,
        statutes,
        tuple(
            placed.value
            for placed in contents.elements
            if placed.value.in_force_on(as_of) and placed.value.statute in statutes
        ),
        words.value if words and words.value.in_force_on(as_of) else None,
        {placed.id: placed.value for placed in contents.letters},
        {placed.id: placed.value for placed in contents.declarations},
        {placed.id: placed.value for placed in contents.chronologies},
        {placed.id: placed.value for placed in contents.packets},
        contents.exhibits.value if contents.exhibits else None,
        contents.read_first,
        contents.digest,
    )


def papers_named(case_papers: Sequence[str], jurisdiction: Jurisdiction) -> tuple[str, ...]:
    """Return the papers that a case asks for, each once; a packet stands for its papers and its sets.

    Raises:
        CaseDataError: A name is neither a paper nor a packet; all such names at once.
    """
    named: dict[str, None] = {}
    sets: dict[str, None] = {}
    problems: list[Problem] = []
    known = (*jurisdiction.papers, *jurisdiction.packets)
    for number, name in enumerate(case_papers, 1):
        packet = jurisdiction.packets.get(name)
        if name not in known:
            problems.append(_unknown_paper(f"papers[{number}]", name, known))
        else:
            named.update(dict.fromkeys(packet.papers if packet else (name,)))
            sets.update(dict.fromkeys(packet.sets if packet else ()))
    if problems:
        raise CaseDataError(problems)
    return (*named, *sets)


def papers_filed(case_papers: Sequence[str], jurisdiction: Jurisdiction) -> tuple[str, ...]:
    """Return the papers that are filed as one packet with their exhibits, in the packet's order."""
    packets = (jurisdiction.packets.get(name) for name in case_papers)
    filed = (paper for packet in packets if packet is not None and packet.sets for paper in packet.papers)
    return tuple(dict.fromkeys(filed))


def _unknown_paper(path: str, name: str, known: Sequence[str]) -> Problem:
    return Problem(
        "paper-unknown",
        f"`{name}` is neither a paper nor a packet of papers.",
        did_you_mean(name, known),
        path=path,
    )
