"""Composes the court papers of a case together, so that one exhibit has one letter in all of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from formgen.case.base import Audience
from formgen.document.chronology_paper import ChronologyPaper, compose_chronology
from formgen.document.court_paper import CourtPaper
from formgen.document.declaration import compose_declaration, sheet_of, shown_to_court
from formgen.document.places import stem_of
from formgen.facts.exhibits import enclosures, label_exhibits
from formgen.facts.facts import Facts

DrawnPaper: TypeAlias = CourtPaper | ChronologyPaper
"""A paper that formgen draws itself, as against a letter, which Word does."""

COURT: Audience = "court"


@dataclass(frozen=True, slots=True)
class CourtSet:
    """The papers of a case that formgen draws, and the exhibit letters that they share."""

    papers: tuple[DrawnPaper, ...]
    labels: Mapping[str, str]
    """Exhibit letters by evidence id, by first citation in the order of the papers."""


def compose_court_set(facts: Facts, named: Sequence[str]) -> CourtSet:
    """Return every drawn paper that a case names, in its order.

    Exhibits are lettered by their first citation in all of these papers,
    whichever of them a run makes.

    Args:
        facts: The case under its law.
        named: Every paper that the case names, packets taken apart.

    Raises:
        CatalogError: If wording or a condition of the catalog cannot be used.
    """
    cited = [name for paper in _declarations(facts, named, {}) for name in paper.cites]
    if _court_chronology(facts, named):
        shown = shown_to_court(facts)
        events = (event for event in facts.chronology.all if event.seen_by(COURT))
        cited += [name for event in events for name in event.exhibits if name in shown]
    labels = labels_of(facts, cited)
    declarations = list(_declarations(facts, named, labels))
    papers: list[DrawnPaper] = []
    for name in named:
        papers += (paper for paper in declarations if paper.paper == name)
        if name in facts.jurisdiction.chronologies:
            papers.append(_chronology(facts, name, declarations, labels))
    return CourtSet(tuple(papers), labels)


def labels_of(facts: Facts, cited: Sequence[str]) -> dict[str, str]:
    """Return the exhibit letters, or numbers where the case or its court wants them, by evidence id."""
    case = facts.case
    fixed = {item.id: item.label for item in case.evidence if item.id and item.label}
    court = case.court.labels if case.court else None
    style = case.exhibits.labels or (court if court and court != "unknown" else "letters")
    served = facts.served
    return label_exhibits(cited, fixed=fixed, style=style, served=served.labels, retired=served.retired)


def _declarations(facts: Facts, named: Sequence[str], labels: Mapping[str, str]) -> Iterator[CourtPaper]:
    for name in named:
        declaration = facts.jurisdiction.declarations.get(name)
        if declaration is None:
            continue
        if declaration.spec.by != "witness":
            yield compose_declaration(facts, declaration, labels=labels)
            continue
        for number, witness in enumerate(facts.case.witnesses):
            if witness.paragraphs:
                yield compose_declaration(facts, declaration, labels=labels, witness=number)


def _court_chronology(facts: Facts, named: Sequence[str]) -> bool:
    specs = (facts.jurisdiction.chronologies.get(name) for name in named)
    return any(spec is not None and spec.audience == COURT for spec in specs)


def _chronology(
    facts: Facts, name: str, declarations: Sequence[CourtPaper], labels: Mapping[str, str]
) -> ChronologyPaper:
    spec = facts.jurisdiction.chronologies[name]
    told: dict[str, tuple[int, ...]] = {}
    told_in: dict[str, str] = {}
    if spec.audience == COURT:
        own = (p for p in declarations if facts.jurisdiction.declarations[p.paper].spec.by != "witness")
        for paper in own:
            fresh = {path: numbers for path, numbers in paper.paragraphs.items() if path not in told}
            told.update(fresh)
            told_in.update(dict.fromkeys(fresh, stem_of(paper.file_name)))
    else:
        seen = [event for event in facts.chronology.all if event.seen_by(spec.audience)]
        enclosed = enclosures(seen, facts.case.evidence, audience=spec.audience, without=facts.kept_out)
        labels = {key: str(item.number) for key, item in enclosed.items()}
    return compose_chronology(
        facts, spec, paper=name, sheet=sheet_of(facts), labels=labels, paragraphs=told, told_in=told_in
    )
