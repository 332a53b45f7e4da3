"""Letters past Z, labels that stay, and what a letter encloses."""

from itertools import product
from string import ascii_uppercase

import pytest
from factories import LOS_ANGELES, make_case, make_evidence, make_incident
from hypothesis import given, settings
from hypothesis import strategies as st

from formgen.case.base import Audience
from formgen.facts.chronology import chronology
from formgen.facts.exhibits import Enclosure, enclosures, label_exhibits, letter_for

COLUMNS = ["".join(letters) for length in (1, 2, 3) for letters in product(ascii_uppercase, repeat=length)]
"""The columns of a spreadsheet from A to ZZZ, counted out."""

NAMES = st.lists(st.sampled_from([f"e{number}" for number in range(60)]))


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "A"),
        (26, "Z"),
        (27, "AA"),
        (52, "AZ"),
        (53, "BA"),
        (702, "ZZ"),
        (703, "AAA"),
        (18278, "ZZZ"),
        (18279, "AAAA"),
    ],
)
def test_letters_go_on_past_z(number: int, expected: str) -> None:
    assert letter_for(number) == expected


@settings(derandomize=True, deadline=None)
@given(st.integers(1, len(COLUMNS)))
def test_any_letter_is_that_of_the_spreadsheet_column(number: int) -> None:
    assert letter_for(number) == COLUMNS[number - 1]


@pytest.mark.parametrize("number", [0, -1, -27])
def test_there_is_no_exhibit_before_the_first(number: int) -> None:
    with pytest.raises(ValueError, match="counted from 1"):
        letter_for(number)


def test_labels_go_by_first_citation() -> None:
    labels = label_exhibits(["note", "email", "note", "photo", "email"], fixed={})

    assert labels == {"note": "A", "email": "B", "photo": "C"}
    assert list(labels) == ["note", "email", "photo"]


def test_labels_may_be_numbers() -> None:
    assert label_exhibits(["note", "email"], fixed={}, style="numbers") == {"note": "1", "email": "2"}


def test_a_fixed_label_is_kept_and_skipped_by_the_others() -> None:
    labels = label_exhibits(["a", "b", "c", "d"], fixed={"c": "A", "uncited": "C"})

    assert labels == {"a": "B", "b": "D", "c": "A", "d": "E"}


def test_fixed_numbers_are_kept_and_skipped_too() -> None:
    labels = label_exhibits(["a", "b", "c"], fixed={"b": "1", "uncited": "3"}, style="numbers")

    assert labels == {"a": "2", "b": "1", "c": "4"}


def test_nothing_cited_needs_no_label() -> None:
    assert label_exhibits([], fixed={"a": "A"}) == {}


@settings(derandomize=True, deadline=None)
@given(
    NAMES,
    st.dictionaries(
        st.sampled_from([f"e{number}" for number in range(0, 60, 3)]), st.sampled_from(COLUMNS[:40])
    ),
)
def test_no_label_is_given_twice_and_none_is_left_out_without_need(
    cited: list[str], fixed: dict[str, str]
) -> None:
    fixed = {name: label for label, name in {label: name for name, label in fixed.items()}.items()}
    labels = label_exhibits(cited, fixed=fixed)
    given_out = [label for name, label in labels.items() if name not in fixed]
    free = [column for column in COLUMNS if column not in fixed.values()]

    assert list(labels) == list(dict.fromkeys(cited))
    assert {name: labels[name] for name in labels if name in fixed} == {
        name: label for name, label in fixed.items() if name in labels
    }
    assert given_out == free[: len(given_out)]


def enclosed(audience: Audience = "employer") -> dict[str, Enclosure]:
    """Return what a letter encloses that tells of three incidents, the last of them typed first."""
    case = make_case(
        incidents=[
            make_incident(id="third", when="March 20, 2026", exhibits=["photo", "note"]),
            make_incident(id="first", when="March 5, 2026", exhibits=["email", "gone"]),
            make_incident(id="second", when="March 9, 2026", exhibits=["diary", "email", "log"]),
        ],
        evidence=[
            make_evidence(id="photo"),
            make_evidence(id=None),
            make_evidence(id="email"),
            make_evidence(id="diary", withheld_from=["employer"]),
            make_evidence(id="log", withheld_from=["court"]),
            make_evidence(id="note"),
            make_evidence(id="uncited"),
        ],
    )
    return enclosures(chronology(case, LOS_ANGELES).all, case.evidence, audience=audience)


def test_a_letter_encloses_what_its_events_cite_in_their_order() -> None:
    found = enclosed()

    assert [(item.number, name, item.path) for name, item in found.items()] == [
        (1, "email", "evidence[3]"),
        (2, "log", "evidence[5]"),
        (3, "photo", "evidence[1]"),
        (4, "note", "evidence[6]"),
    ]
    assert [item.evidence.id for item in found.values()] == list(found)


def test_what_is_withheld_from_a_reader_is_not_enclosed_and_leaves_no_gap() -> None:
    assert [(item.number, name) for name, item in enclosed("court").items()] == [
        (1, "email"),
        (2, "diary"),
        (3, "photo"),
        (4, "note"),
    ]


def test_a_letter_about_nothing_encloses_nothing() -> None:
    assert enclosures([], make_case(evidence=[make_evidence()]).evidence, audience="employer") == {}
