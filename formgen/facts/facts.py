"""Everything that follows from a case, gathered once; every paper reads the same."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from zoneinfo import ZoneInfo

from formgen.case import Case
from formgen.case.incident import Incident
from formgen.catalog.expressions import holds
from formgen.catalog.reader import Jurisdiction
from formgen.catalog.specs import Element
from formgen.facts.chronology import Chronology, chronology
from formgen.facts.recordings import kept_out
from formgen.facts.served import Served


@dataclass(frozen=True, slots=True)
class ElementShown:
    """One thing that a statute asks for, and the incidents that speak to it."""

    element: Element
    incidents: tuple[Incident, ...]
    is_met: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """What follows from a case under the law in force on a day."""

    case: Case
    jurisdiction: Jurisdiction
    as_of: date
    zone: ZoneInfo
    chronology: Chronology
    elements: tuple[ElementShown, ...]
    """Only those that matter to this case."""

    kinds: Mapping[str, str]
    """What each file of the evidence was found to be, by its place such as `evidence[2]`."""

    kept_out: frozenset[str]
    """Ids of recordings, and what was typed from them, that no paper may carry."""

    served: Served = field(default_factory=Served)
    """What the packet that was served already calls its exhibits."""

    @property
    def kept_out_places(self) -> tuple[str, ...]:
        """Return the places in the case of what is kept out."""
        numbered = enumerate(self.case.evidence, 1)
        return tuple(f"evidence[{number}]" for number, item in numbered if item.id in self.kept_out)


def derive(
    case: Case,
    jurisdiction: Jurisdiction,
    *,
    as_of: date,
    kinds: Mapping[str, str] = MappingProxyType({}),
    served: Served | None = None,
) -> Facts:
    """Return what follows from *case* on the day *as_of*.

    Args:
        case: The case.
        jurisdiction: The law in force.
        as_of: The day for which papers are made.
        kinds: What each file of the evidence was found to be, by its place such as `evidence[2]`.
        served: What the packet that was served already calls its exhibits.

    Raises:
        CatalogError: If an element's expression names something that does not exist.
    """
    zone = ZoneInfo(case.time_zone or jurisdiction.spec.time_zone)
    order = chronology(case, zone)
    out = kept_out(case, kinds)
    return Facts(
        kinds=kinds,
        kept_out=out,
        served=served or Served(),
        case=case,
        jurisdiction=jurisdiction,
        as_of=as_of,
        zone=zone,
        chronology=order,
        elements=tuple(
            _shown(element, case)
            for element in jurisdiction.elements
            if holds(element.when, entry=f"{element.id}.when", case=case)
        ),
    )


def _shown(element: Element, case: Case) -> ElementShown:
    entry = f"{element.id}.met_by"
    if element.each == "case":
        return ElementShown(element, (), holds(element.met_by, entry=entry, case=case))
    speaking = tuple(i for i in case.incidents if holds(element.met_by, entry=entry, case=case, incident=i))
    return ElementShown(element, speaking, bool(speaking))
