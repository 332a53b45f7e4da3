"""Everything that is checked before a paper is made: what stops it, by kind."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from formgen.catalog.chronology_spec import ChronologySpec
from formgen.catalog.reader import Declaration, Jurisdiction, Letter
from formgen.checks.court_asks import declaration_problems, set_problems
from formgen.checks.letter_asks import letter_problems
from formgen.checks.needs import missing
from formgen.checks.papers_asked import Asked
from formgen.checks.sense import nonsense
from formgen.checks.sense_days import wrong_days_of_letter
from formgen.checks.template_lint import template_problems
from formgen.errors import CaseDataError, CatalogError, EvidenceError, FormgenError, Problem
from formgen.facts.facts import Facts


@dataclass(frozen=True, slots=True)
class ToMake:
    """The papers of a run, by kind."""

    named: tuple[str, ...]
    """Every paper that the case names, of this run or not."""

    letters: tuple[Letter, ...]
    declarations: tuple[Declaration, ...]
    chronologies: Mapping[str, ChronologySpec]
    jurisdiction: Jurisdiction
    """The law of the day for which the papers are made."""

    @classmethod
    def of(cls, asked: Asked, jurisdiction: Jurisdiction, *, letters: Mapping[str, Letter]) -> "ToMake":
        """Return what *asked* names; letters keep to the law of their date, so they are given apart."""
        return cls(
            asked.named,
            tuple(letters[name] for name in asked.made if name in letters),
            tuple(
                jurisdiction.declarations[name] for name in asked.made if name in jurisdiction.declarations
            ),
            {
                name: jurisdiction.chronologies[name]
                for name in asked.made
                if name in jurisdiction.chronologies
            },
            jurisdiction,
        )

    @property
    def for_court(self) -> frozenset[str]:
        """Return the papers that a court reads."""
        chronologies = (name for name, spec in self.chronologies.items() if spec.audience == "court")
        return frozenset((*(declaration.id for declaration in self.declarations), *chronologies))

    @property
    def drawn(self) -> frozenset[str]:
        """Return the papers that formgen draws itself."""
        return frozenset((*(declaration.id for declaration in self.declarations), *self.chronologies))


def preflight(facts: Facts, to_make: ToMake, *, evidence: Iterable[Problem]) -> list[FormgenError]:
    """Return what stops the papers of a run from being made for the case in *facts*.

    Args:
        facts: The case under its law.
        to_make: The papers to be made.
        evidence: What is wrong with the files offered as evidence.
    """
    case = facts.case
    case_problems: list[Problem] = nonsense(facts)
    template_faults: list[Problem] = []
    if to_make.letters:
        case_problems += wrong_days_of_letter(facts)
    for letter in to_make.letters:
        case_problems += missing(case, letter.spec.needs, paper=letter.id)
        case_problems += letter_problems(case, letter)
        template_faults += template_problems(letter)
    for declaration in to_make.declarations:
        case_problems += declaration_problems(case, declaration)
    for name, spec in to_make.chronologies.items():
        case_problems += missing(case, spec.needs, paper=name)
    if to_make.drawn:
        case_problems += set_problems(to_make.named, to_make.jurisdiction)
    kinds = (
        (CaseDataError, _each_once(case_problems)),
        (EvidenceError, list(evidence)),
        (CatalogError, template_faults),
    )
    return [kind(found) for kind, found in kinds if found]


def _each_once(problems: Iterable[Problem]) -> list[Problem]:
    """Return *problems* with one for each thing to put right, however many papers need it."""
    return list({(problem.code, problem.path): problem for problem in problems}.values())
