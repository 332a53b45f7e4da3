"""Where people write in sentences of their own."""

import pytest
from factories import make_case, make_evidence, make_incident

from formgen.case import Case
from formgen.catalog.fields import unknown_part
from formgen.checks import own_words
from formgen.checks.own_words import texts_at, told_in

PATHS = [
    *own_words.IN_BOTH,
    *own_words.IN_LETTERS,
    *own_words.OF_EVENTS_IN_COURT,
    *own_words.IN_COURT,
    *own_words.OF_ORDERS,
    *own_words.OF_WITNESSES,
]


@pytest.mark.parametrize("path", PATHS)
def test_every_place_is_one_that_a_case_has(path: str) -> None:
    # A list of texts has no records to name a part of.
    assert unknown_part({"case": Case}, f"case.{path.removesuffix('[]')}") is None


def test_texts_come_with_the_place_of_each_in_the_case() -> None:
    case = make_case(
        orders={"others": ["First.", "Second."]},
        witnesses=[{"name": "Lee Tran"}, {"name": "June Park", "paragraphs": ["I saw him."]}],
    )

    assert list(texts_at(case, ("orders.others[]", "witnesses[].paragraphs[].account", "fear.account"))) == [
        ("orders.others[1]", "First."),
        ("orders.others[2]", "Second."),
        ("witnesses[2].paragraphs[1].account", "I saw him."),
    ]


def test_a_part_that_is_none_or_blank_has_no_texts() -> None:
    case = make_case(why_now="none", notices="none", requests_to_stop="none", protected_persons="none")

    assert list(texts_at(case, (*own_words.IN_COURT, *own_words.OF_EVENTS_IN_COURT))) == []
    assert [path for path, _ in told_in(case, letter=True, court=True)] == ["incidents[1].account"]


def test_a_letter_and_the_papers_of_a_court_print_different_things() -> None:
    case = make_case(
        letter={"opening": "He is a customer."},
        requests=["investigate", "Lock the door."],
        declarant={"background": "I answer the telephone."},
        incidents=[make_incident(for_court="He emailed me.", injury={"answer": "yes", "account": "I fell."})],
        fear={"account": "He may come."},
        orders={"others": ["I ask for a key."]},
        evidence=[make_evidence(how_known=None, true_copy="of his email")],
    )

    assert [path for path, _ in told_in(case, letter=True, court=False)] == [
        "incidents[1].account",
        "letter.opening",
        "requests[2]",
    ]
    assert [path for path, _ in told_in(case, letter=False, court=True)] == [
        "incidents[1].account",
        "incidents[1].injury.account",
        "incidents[1].for_court",
        "declarant.background",
        "fear.account",
        "evidence[1].true_copy",
    ]
