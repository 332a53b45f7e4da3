"""What holds of everything in `form_templates/`, tried on whatever is there."""

from datetime import date

import pytest

from formgen.case import Case
from formgen.catalog.clause_names import ClauseNames
from formgen.catalog.contents import Placed
from formgen.catalog.expressions import fill, holds
from formgen.catalog.lint import lint_catalog
from formgen.catalog.reader import load_jurisdiction
from formgen.catalog.reading import jurisdictions_in, read_contents
from formgen.catalog.specs import Element, Entry
from formgen.catalog.words import words_in
from formgen.errors import Severity
from formgen.resources import builtin_catalog

FOLDERS = [builtin_catalog()]
CONTENTS = [read_contents(name, FOLDERS) for name in jurisdictions_in(FOLDERS)]
ENTRIES = [placed for contents in CONTENTS for _, placed in contents.entries()]
CLAUSES = {
    f"{placed.id}.{name}": wording
    for contents in CONTENTS
    for placed in contents.statutes
    for name, wording in placed.value.clauses.items()
}
ELEMENTS = [placed.value for contents in CONTENTS for placed in contents.elements]
TODAY = date(2026, 11, 24)

CALIFORNIA = {
    "gov-code-12940.nonemployee": (
        "Under the Fair Employment and Housing Act, an employer may be responsible when someone who is not "
        "an employee harasses an employee because of sex, age (40 and over) or another protected ground, if"
        " the employer knew or should have known of it and did not take immediate and appropriate "
        "corrective action. How much control the employer has over that person is considered. (Gov. Code, §"
        "\u00a012940, subd. (j)(1).)"
    ),
    "labor-code-6401-9.plan-public": (
        "Because our office is open to the public, I also understand that Labor Code section 6401.9 calls "
        "for a written prevention plan and an incident log."
    ),
    "labor-code-6401-9.plan-headcount": (
        "Because ten or more employees work at our office at a time, I also understand that Labor Code "
        "section 6401.9 calls for a written prevention plan and an incident log."
    ),
    "code-civ-proc-527-8.orders": (
        "An employer, or a union that represents the employee, can ask the superior court for a workplace "
        "violence restraining order; I cannot. Before filing, it must give the employee the opportunity to "
        "decline to be named in the temporary order. (Code Civ. Proc., § 527.8.)"
    ),
    "code-civ-proc-527-8.orders-short": (
        "an employer can ask the superior court for a workplace violence restraining order; before filing, "
        "it must give the employee the opportunity to decline to be named in the temporary order (Code Civ."
        " Proc., § 527.8)."
    ),
    "code-civ-proc-527-6.orders": (
        "On my own I could ask for a civil harassment restraining order (§ 527.6)."
    ),
    "code-civ-proc-527-6.orders-alone": (
        "On my own I could ask for a civil harassment restraining order (Code Civ. Proc., § 527.6)."
    ),
    "labor-code-6310.good-faith": (
        "I make this report in good faith, and Labor Code section 6310 protects employees who raise safety "
        "concerns."
    ),
    "labor-code-6400.safe-workplace": (
        "The Labor Code requires a safe and healthful workplace (§ 6400) and protects an employee who "
        "raises a safety concern (§ 6310), so I am putting this in writing."
    ),
    "code-civ-proc-2015-5.perjury": (
        "I declare under penalty of perjury under the laws of the State of California that the foregoing is"
        " true and correct."
    ),
}


def ids(placed: Placed[Entry]) -> str:
    """Return the name of a test of one entry."""
    return f"{placed.id}@{placed.within}"


def test_the_built_in_catalog_has_no_errors() -> None:
    errors = [problem for problem in lint_catalog(FOLDERS, as_of=TODAY) if problem.severity is Severity.ERROR]

    assert errors == []


def test_california_is_there() -> None:
    assert jurisdictions_in(FOLDERS) == ("us-ca",)


@pytest.mark.parametrize("placed", ENTRIES, ids=ids)
def test_every_entry_has_a_source_a_day_and_a_period_that_can_be(placed: Placed[Entry]) -> None:
    entry = placed.value

    assert entry.source.strip()
    assert date(2026, 1, 1) <= entry.checked_on <= TODAY
    assert (
        entry.in_force_from is None or entry.in_force_to is None or entry.in_force_from <= entry.in_force_to
    )


@pytest.mark.parametrize("placed", [one for one in ENTRIES if one.value.confidence == "unsure"], ids=ids)
def test_an_entry_that_is_not_surely_known_says_why(placed: Placed[Entry]) -> None:
    assert placed.value.note


@pytest.mark.parametrize("reference", CLAUSES)
def test_every_clause_fills_and_reads_as_whole_sentences(reference: str, names: ClauseNames) -> None:
    filled = fill(CLAUSES[reference], names, entry=reference)

    assert filled.endswith((".", ".)"))
    assert "{" not in filled
    assert "  " not in filled
    assert "\n" not in filled


@pytest.mark.parametrize("element", ELEMENTS, ids=lambda element: element.id)
def test_every_element_can_be_asked_of_an_empty_case(element: Element, empty_case: Case) -> None:
    assert holds(element.when, case=empty_case) in (True, False)
    if element.each == "case":
        assert not holds(element.met_by, case=empty_case)


@pytest.mark.parametrize("element", ELEMENTS, ids=lambda element: element.id)
def test_a_full_case_speaks_to_every_element_that_matters_to_it(
    element: Element, civil_case: Case, workplace_case: Case
) -> None:
    matters = [case for case in (civil_case, workplace_case) if holds(element.when, case=case)]

    assert matters
    for case in matters:
        if element.each == "case":
            assert holds(element.met_by, case=case)
        else:
            assert all(holds(element.met_by, case=case, incident=incident) for incident in case.incidents)


@pytest.mark.parametrize("element", ELEMENTS, ids=lambda element: element.id)
def test_a_prompt_asks_and_does_not_conclude(element: Element) -> None:
    concluding = [word for one in CONTENTS if (words := one.conclusion_words) for word in words.value.words]

    assert element.prompt.startswith(("Nothing in the case says ", "The case names "))
    assert "?" in element.prompt
    assert list(words_in(element.prompt, tuple(concluding))) == []


def test_an_answer_of_none_stops_the_question() -> None:
    case = Case.model_validate(
        {
            "case": "x",
            "jurisdiction": "us-ca",
            "notices": "none",
            "requests_to_stop": "none",
            "incidents": [{"protected_basis": [{"basis": "sex"}]}],
        }
    )

    mattering = {element.id for element in ELEMENTS if holds(element.when, case=case)}

    assert mattering == {"protected-basis", "reached-at-work", "employer-control"}


def test_the_law_of_the_workplace_order_changed_with_the_year_2026() -> None:
    versions = [
        load_jurisdiction("us-ca", as_of=day, folders=FOLDERS).statutes["code-civ-proc-527-8"].confidence
        for day in (date(2025, 12, 31), date(2026, 1, 1))
    ]

    assert versions == ["partly", "confirmed"]


@pytest.mark.parametrize("reference", CALIFORNIA)
def test_californias_clauses_say_exactly_this(reference: str, names: ClauseNames) -> None:
    jurisdiction = load_jurisdiction("us-ca", as_of=TODAY, folders=FOLDERS)

    assert fill(jurisdiction.clause(reference), names, entry=reference) == CALIFORNIA[reference]
