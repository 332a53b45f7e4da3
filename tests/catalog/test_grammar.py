"""What the language of the catalog has, and what it does not."""

import pytest

from formgen.case import Case
from formgen.catalog.expressions import holds
from formgen.catalog.grammar import ENVIRONMENT, FILTERS, TESTS, having
from formgen.errors import CatalogError


def test_only_the_listed_filters_tests_and_no_globals_exist() -> None:
    assert sorted(ENVIRONMENT.filters) == sorted(FILTERS)
    assert sorted(ENVIRONMENT.tests) == sorted(TESTS)
    assert ENVIRONMENT.globals == {}


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("case.incidents | listed | length == 2", True),
        ("(case.incidents | first).id == 'first'", True),
        ("(case.incidents | last).id == 'second'", True),
        ("case.incidents | having('protected_basis')", True),
        ("case.incidents | having('protected_basis[].basis', 'age')", True),
        ("case.incidents | having('protected_basis[].basis', 'race', 'sex')", False),
        ("case.incidents | having('about.personal')", False),
        ("case.effects | having('kind', 'health') | length == 1", True),
        ("case.effects | having('kind', 'work') is given", False),
        ("case.witnesses | listed", False),
        ("case.other_cases | having('kind')", False),
        ("case.papers | join(', ') == ''", True),
        ("not case.dispute is given or case.case in ['full', 'other']", True),
    ],
)
def test_conditions_read_the_records_of_a_case(civil_case: Case, source: str, answer: bool) -> None:  # noqa: FBT001 - a table of answers
    assert holds(source, case=civil_case) is answer


@pytest.mark.parametrize(
    "source",
    [
        "case.incidents | having(case.case)",
        "case.incidents | having",
        "case.incidents | having(path='when')",
        "(case.incidents | length).real",
        "(case.case ~ 'x').__class__",
        "('x' | listed | first).real",
    ],
)
def test_having_needs_the_name_of_a_field_and_parts_need_a_name(civil_case: Case, source: str) -> None:
    with pytest.raises(CatalogError) as error:
        holds(source, case=civil_case)

    assert [problem.code for problem in error.value.problems] == ["expression-not-allowed"]


def test_names_inside_a_list_are_found(civil_case: Case) -> None:
    with pytest.raises(CatalogError) as error:
        holds("case.case in [('a' | join(cse)), 'b']", case=civil_case)

    assert [problem.code for problem in error.value.problems] == ["name-unknown"]


def test_having_finds_nothing_in_what_is_no_list() -> None:
    assert having("none", "kind") == ()
    assert having(None, "kind") == ()


def test_a_blank_on_the_way_is_a_blank_at_the_end(empty_case: Case) -> None:
    assert holds("case.court.hearing.date == none", case=empty_case)
