"""Braces filled, conditions answered, and everything else refused."""

import pytest
from factories import make_case

from formgen.case import Case
from formgen.case.incident import Incident
from formgen.catalog.clause_names import ClauseNames
from formgen.catalog.expressions import (
    condition_problems,
    fill,
    holds,
    names_in,
    names_in_condition,
    wording_problems,
)
from formgen.errors import CatalogError, Problem


def problem_of(error: pytest.ExceptionInfo[CatalogError]) -> Problem:
    (problem,) = error.value.problems
    return problem


def test_braces_are_filled_with_the_words_of_the_case(names: ClauseNames) -> None:
    filled = fill("Ask {{ respondent.called }} about {{ dispute }}.", names, entry="x")

    assert filled == "Ask Mr. Voss about the bill."


def test_wording_can_choose_between_two_forms(names: ClauseNames) -> None:
    source = "{% if 'investigate' in chosen and not one_message %}either{% else %}that{% endif %}"

    assert fill(source, names, entry="x") == "either"


def test_wording_is_plain_text_and_nothing_in_it_is_escaped(names: ClauseNames) -> None:
    assert fill("{{ employer.name }} <§>\n", names, entry="x") == "Brightline Heating & Air <§>\n"


def test_a_misspelt_name_in_wording_is_named_with_its_entry(names: ClauseNames) -> None:
    with pytest.raises(CatalogError) as error:
        fill("{{ respondant.called }}", names, entry="labor-code-6310.good-faith")

    assert problem_of(error) == Problem(
        code="name-unknown",
        what="It names `respondant.called`, which does not exist.",
        fix="Did you mean `respondent.called`?",
        path="labor-code-6310.good-faith",
    )


def test_a_misspelt_name_is_found_in_wording_that_is_not_chosen(names: ClauseNames) -> None:
    with pytest.raises(CatalogError) as error:
        fill("{% if one_message %}{{ sight }}{% endif %}", names, entry="x")

    assert problem_of(error).fix == "Did you mean `site`?"


def test_a_person_cannot_be_printed_whole(names: ClauseNames) -> None:
    with pytest.raises(CatalogError) as error:
        fill("{{ respondent }}", names, entry="x")

    assert problem_of(error).code == "name-unknown"


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("Because {{ site is open", 9),
        ("{{ site }} and {{ bases", 16),
        ("{{ site }} and\n{{ 'x }}", 16),
        ("{{ site }} is {% iff one_message %}x{% endif %}", 15),
        ("{{ site }} is {% if one_message %}x", 15),
        ("{{ site + }}", 1),
        ("{{ site }} {# a note", 12),
    ],
)
def test_a_broken_tag_is_placed(names: ClauseNames, source: str, place: int) -> None:
    with pytest.raises(CatalogError) as error:
        fill(source, names, entry="x")

    assert problem_of(error).code == "tag-broken"
    assert problem_of(error).what.startswith(
        f"The tag that begins at character {place} cannot be understood: "
    )


@pytest.mark.parametrize(
    ("source", "refused"),
    [
        ("{{ range(10**9) }}", "`call` and `pow`"),
        ("{{ cycler('a') }}", "`call`"),
        ("{{ lipsum() }}", "`call`"),
        ("{{ ''.__class__ }}", "a part of something that is not a name"),
        ("{{ respondent['name'] }}", "`getitem`"),
        ("{{ site * 1000000000 }}", "`mul`"),
        ("{% for a in site %}{{ a }}{% endfor %}", "`for`"),
        ("{% set a = 1 %}", "`assign`"),
        ("{% include 'x' %}", "`include`"),
        ("{% macro m() %}{% endmacro %}", "`macro`"),
        ("{{ site | upper }}", "the filter `upper`"),
        ("{% if one_message %}{{ site | attr('x') }}{% endif %}", "the filter `attr`"),
        ("{{ 'x' if site is defined else '' }}", "the test `defined`"),
    ],
)
def test_what_the_language_does_not_have_is_refused(names: ClauseNames, source: str, refused: str) -> None:
    with pytest.raises(CatalogError) as error:
        fill(source, names, entry="x")

    assert problem_of(error).code == "expression-not-allowed"
    assert problem_of(error).what == f"It uses {refused}, which the language of the catalog does not have."


@pytest.mark.parametrize("source", ["{{ site.__class__ }}", "{{ cycler }}", "{{ respondent.__class__ }}"])
def test_names_that_lead_into_the_program_do_not_exist(names: ClauseNames, source: str) -> None:
    with pytest.raises(CatalogError) as error:
        fill(source, names, entry="x")

    assert problem_of(error).code == "name-unknown"


def test_wording_that_cannot_be_worked_out_is_a_problem_of_its_entry(names: ClauseNames) -> None:
    with pytest.raises(CatalogError) as error:
        fill("{% if site > 3 %}x{% endif %}", names, entry="x")

    assert problem_of(error).code == "expression-fails"
    assert problem_of(error).what == "It cannot be worked out for this case (TypeError)."


def test_a_condition_is_answered(civil_case: Case) -> None:
    assert holds("case.court.kind == 'civil-harassment'", case=civil_case)
    assert not holds("case.court.kind == 'workplace-violence'", case=civil_case)


def test_a_condition_may_ask_about_one_incident(civil_case: Case) -> None:
    assert holds("incident.at_work in ('yes', 'partly')", case=civil_case, incident=civil_case.incidents[0])
    assert not holds("incident.at_work is given", case=civil_case, incident=Incident())


def test_what_is_blank_has_blank_parts(empty_case: Case) -> None:
    assert not holds("case.court.hearing.date is given", case=empty_case)
    assert not holds("case.court.kind == 'civil-harassment'", case=empty_case)


def test_a_misspelt_name_in_a_condition_is_named_even_where_its_parent_is_blank(empty_case: Case) -> None:
    with pytest.raises(CatalogError) as error:
        holds("case.court.knd == 'x'", entry="civil-alarms.when", case=empty_case)

    assert problem_of(error) == Problem(
        code="name-unknown",
        what="It names `case.court.knd`, which does not exist.",
        fix="Did you mean `case.court.kind`?",
        path="civil-alarms.when",
    )


def test_a_condition_without_an_entry_is_named_by_its_own_words(empty_case: Case) -> None:
    with pytest.raises(CatalogError) as error:
        holds("incident.at_work", case=empty_case)

    assert problem_of(error).path == "incident.at_work"
    assert problem_of(error).what == "It names `incident.at_work`, which does not exist."


@pytest.mark.parametrize(
    "source",
    ["case.__class__", "case.model_dump", "case.case.upper", "''.__class__", "range(10**9)", "cycler"],
)
def test_a_condition_cannot_leave_the_case(empty_case: Case, source: str) -> None:
    with pytest.raises(CatalogError) as error:
        holds(source, case=empty_case)

    assert problem_of(error).code in ("name-unknown", "expression-not-allowed")


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("case.dispute is", "unexpected end of template, expected 'name'."),
        ("case.dispute }} x", "there is more after its end"),
        ("{{ case.dispute }}", "got '}'"),
        ("case case", "there is more after its end"),
        ("", "unexpected 'end of template'"),
        ("'x", "unexpected char"),
    ],
)
def test_a_condition_that_cannot_be_understood_is_shown(empty_case: Case, source: str, why: str) -> None:
    with pytest.raises(CatalogError) as error:
        holds(source, entry="x.when", case=empty_case)

    assert problem_of(error).code == "tag-broken"
    assert why in problem_of(error).what.lower()


def test_a_condition_that_fails_for_a_case_is_a_problem(empty_case: Case) -> None:
    with pytest.raises(CatalogError) as error:
        holds("case.employer.site.most_at_once >= 10", entry="x.when", case=empty_case)

    assert problem_of(error).code == "expression-fails"


def test_the_names_in_wording_are_told() -> None:
    source = "{% if dispute %}{{ respondent.called }}{% endif %} {{ 'x' if several else bases }}"

    assert names_in(source) == {"dispute", "respondent.called", "several", "bases"}


def test_the_names_in_a_condition_are_told_as_paths() -> None:
    source = "case.incidents | having('about.service') and (case.notices | first).answer is given"

    assert names_in_condition(source) == {
        "case.incidents",
        "case.incidents[].about.service",
        "case.notices[].answer",
    }


def test_wording_is_checked_without_a_case() -> None:
    assert wording_problems("{{ site }}", entry="x") == ()
    assert [problem.fix for problem in wording_problems("{{ sit }}", entry="x")] == ["Did you mean `site`?"]


def test_a_condition_is_checked_without_a_case() -> None:
    roots = {"case": Case}

    assert condition_problems("case.incidents | having('when.is_dated', true)", roots, entry="x") == ()
    assert [
        problem.what
        for problem in condition_problems("case.incidents | having('wen.is_dated')", roots, entry="x")
    ] == ["It names `case.incidents[].wen.is_dated`, which does not exist."]


def test_what_is_said_to_be_none_has_no_parts() -> None:
    assert not holds("case.why_now.incident is given", case=make_case(why_now="none"))
    assert holds("case.why_now.incident is given", case=make_case(why_now={"incident": "first-email"}))
