"""What a paper needs that a case leaves blank."""

import pytest
from factories import make_case, make_incident

from formgen.checks.needs import is_blank, missing


def blanks(case: object, *needs: str) -> list[tuple[str, str]]:
    """Return path and remedy of everything missing."""
    assert case is not None
    return [(p.path, p.fix) for p in missing(case, needs, paper="notice-letter")]  # type: ignore[arg-type]


def test_a_complete_case_misses_nothing() -> None:
    needs = ("declarant.name", "employer.address", "incidents", "incidents[].when")

    assert blanks(make_case(), *needs) == []


@pytest.mark.parametrize("name", [None, "", "  \n"])
def test_white_space_is_blank(name: str | None) -> None:
    assert blanks(make_case(declarant={"name": name}), "declarant.name") == [
        ("declarant.name", "Fill it in.")
    ]


def test_a_record_in_which_all_is_blank_is_blank() -> None:
    address = {"street": None, "city": "", "state": None, "zip": None}

    assert blanks(make_case(declarant={"mailing_address": address}), "declarant.mailing_address") == [
        ("declarant.mailing_address", "Fill it in.")
    ]


def test_a_place_behind_a_blank_is_named_whole() -> None:
    case = make_case(employer={"attention": None})

    assert blanks(case, "employer.attention.name") == [("employer.attention.name", "Fill it in.")]


def test_each_record_of_a_list_is_looked_at_and_counted_from_one() -> None:
    case = make_case(
        incidents=[make_incident(), make_incident(id="b", when=None), make_incident(id="c", when=None)]
    )

    assert [path for path, _ in blanks(case, "incidents[].when")] == [
        "incidents[2].when",
        "incidents[3].when",
    ]


def test_one_of_two_places_is_enough() -> None:
    case = make_case(
        incidents=[
            make_incident(account=None),
            make_incident(id="b", quotes=None),
            make_incident(id="c", account=None, quotes=None),
        ]
    )

    assert blanks(case, "incidents[].account or incidents[].quotes") == [
        ("incidents[3].account", "Fill in one of account, quotes.")
    ]


def test_an_empty_list_is_missed_as_a_whole() -> None:
    case = make_case(incidents=[])

    assert blanks(case, "incidents", "incidents[].when") == [("incidents", "Fill it in.")]


def test_a_list_said_to_be_none_is_an_answer() -> None:
    assert not is_blank(make_case(notices="none").notices)
    assert is_blank(make_case().notices)
