"""Places in a case, found and missed."""

import pytest

from formgen.case import Case
from formgen.case.people import Declarant, Employer
from formgen.case.told import Effect
from formgen.catalog.fields import UnknownPart, is_given, unknown_part, values_at


@pytest.mark.parametrize(
    "path",
    [
        "case.declarant.mailing_address.zip",
        "case.incidents",
        "case.incidents[].account",
        "case.incidents[].protected_basis[].words",
        "case.incidents[].when.is_dated",
        "case.incidents[].when.text",
        "case.notices[].answer",
        "case.court.hearing.date",
        "case.incidents[].when.reading.first",
    ],
)
def test_places_of_a_case_exist(path: str) -> None:
    assert unknown_part({"case": Case}, path) is None


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("cas.incidents", "cas"),
        ("case.incident", "incident"),
        ("case.incidents.account", "account"),
        ("case.court[]", "court[]"),
        ("case.incidents[].acount", "acount"),
        ("case.case.upper", "upper"),
        ("case.declarant.__class__", "__class__"),
        ("case.incidents[].when.parse", "parse"),
        ("case.incidents[].channel.upper", "upper"),
    ],
)
def test_the_first_unknown_part_of_a_path_is_told(path: str, part: str) -> None:
    unknown = unknown_part({"case": Case}, path)

    assert unknown is not None
    assert unknown.part == part


def test_what_there_is_instead_is_told() -> None:
    unknown = unknown_part({"fear": Effect}, "fear.wat")

    assert unknown == UnknownPart("wat", ("what", "kind", "since", "on", "seen_by"))


def test_values_are_found_through_lists_and_blanks(civil_case: Case) -> None:
    assert list(values_at(civil_case, "incidents[].id")) == ["first", "second"]
    assert list(values_at(civil_case, "incidents[].protected_basis[].basis")) == ["age", "age"]
    assert list(values_at(civil_case, "employer.site.called")) == [None]
    assert list(values_at(civil_case, "witnesses[].name")) == []


@pytest.mark.parametrize("value", [None, "", "  ", "none", (), ("",), Employer(), (Effect(what=" "),)])
def test_what_says_nothing_is_not_given(value: object) -> None:
    assert not is_given(value)


@pytest.mark.parametrize(
    "value", ["no", 0, False, ("x",), Declarant(name="Dana Reyes"), (Effect(kind="work"),)]
)
def test_an_answer_is_given_even_if_it_is_no_or_zero(value: object) -> None:
    assert is_given(value)
