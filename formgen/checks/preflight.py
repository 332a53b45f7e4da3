"""Everything that is checked before a paper is made: what stops it, by kind."""

from collections.abc import Iterable, Sequence

from formgen.catalog.reader import Letter
from formgen.checks.letter_asks import letter_problems
from formgen.checks.needs import missing
from formgen.checks.sense import nonsense
from formgen.checks.template_lint import template_problems
from formgen.errors import CaseDataError, CatalogError, EvidenceError, FormgenError, Problem
from formgen.facts.facts import Facts


def preflight(facts: Facts, letters: Sequence[Letter], *, evidence: Iterable[Problem]) -> list[FormgenError]:
    """Return what stops *letters* from being made for the case in *facts*.

    Args:
        facts: The case under its law.
        letters: The letters to be made.
        evidence: What is wrong with the files offered as evidence.
    """
    case_problems: list[Problem] = nonsense(facts)
    template_faults: list[Problem] = []
    for letter in letters:
        case_problems += missing(facts.case, letter.spec.needs, paper=letter.id)
        case_problems += letter_problems(facts.case, letter)
        template_faults += template_problems(letter)
    kinds = ((CaseDataError, case_problems), (EvidenceError, list(evidence)), (CatalogError, template_faults))
    return [kind(found) for kind, found in kinds if found]
