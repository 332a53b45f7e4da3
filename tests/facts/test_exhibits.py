"""Letters past Z, labels that stay, and what a letter encloses."""

from itertools import product
from string import ascii_uppercase
from typing import Literal

import pytest
from factories import LOS_ANGELES, make_case, make_evidence, make_incident
from hypothesis import given, settings
from hypothesis import strategies as st

from formgen.case.base import Audience
from formgen.facts.chronology import chronology
from formgen.facts.exhibits import (
    Enclosure,
    enclosures,
    label_exhibits,
    label_key,
    label_order,
    letter_for,
    number_of,
)

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


@settings(derandomize=True, deadline=None)
@given(st.integers(1, 10**9))
def test_a_letter_is_counted_back(number: int) -> None:
    assert number_of(letter_for(number)) == number


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


@pytest.mark.parametrize(
    ("one", "other"), [("a", "A"), (" A ", "A"), ("\uff21", "A"), ("01", "1"), ("000", "0"), ("a-1", "A-1")]
)
def test_labels_that_nobody_could_tell_apart_are_one(one: str, other: str) -> None:
    assert label_key(one) == label_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("A", "AA"), ("A-1", "A-2"), ("A", "A-1"), ("1", "10"), ("", "0")]
)
def test_labels_that_can_be_told_apart_are_two(one: str, other: str) -> None:
    assert label_key(one) != label_key(other)


@pytest.mark.parametrize(
    "labels",
    [
        ["A", "B", "Y", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"],
        ["1", "2", "9", "10", "11", "99", "100", "1000"],
        ["A", "A-1", "A-2", "A-10", "A-AA", "B", "B-1", "Z", "Z-1", "AA", "AA-1", "AB"],
        ["A", "A1", "A2", "A10", "B"],
        ["1", "1-A", "1-B", "2", "10", "10-A"],
        ["A", "a-1", "B", "b-1", "C"],
        ["9", "10", "A", "B", "EMAIL"],
        ["A", "B", "Z", "Ü", "AA"],
    ],
)
def test_exhibits_are_bound_in_the_order_in_which_a_person_would_look_for_them(labels: list[str]) -> None:
    backwards = labels[::-1]

    assert sorted(backwards, key=label_order) == labels


def test_a_late_exhibit_comes_right_after_the_one_it_belongs_to() -> None:
    """A-1 once came after Z: its letter and hyphen were taken for a letter of two signs."""
    assert sorted(["A", "Z", "A-1", "B"], key=label_order) == ["A", "A-1", "B", "Z"]


@pytest.mark.parametrize(("one", "other"), [("a", "A"), (" A ", "A"), ("\uff21-\uff11", "a-1"), ("007", "7")])
def test_labels_that_nobody_could_tell_apart_have_one_place(one: str, other: str) -> None:
    assert label_order(one) == label_order(other)


@settings(derandomize=True, deadline=None)
@given(numbers=st.lists(st.integers(1, 20_000)), are_letters=st.booleans())
def test_labels_given_out_in_order_are_bound_in_order(numbers: list[int], *, are_letters: bool) -> None:
    labels = [letter_for(number) if are_letters else str(number) for number in numbers]

    assert sorted(labels, key=label_order) == [
        letter_for(number) if are_letters else str(number) for number in sorted(numbers)
    ]


@settings(derandomize=True, deadline=None)
@given(st.lists(st.text(max_size=8), unique_by=label_key, max_size=8))
def test_every_label_has_a_place_of_its_own_whatever_it_is(labels: list[str]) -> None:
    assert len({label_order(label) for label in labels}) == len(labels)


def test_a_fixed_label_in_small_letters_is_not_given_out_in_capitals() -> None:
    assert label_exhibits(["x", "y"], fixed={"y": "a"}) == {"x": "B", "y": "a"}


def test_served_labels_stay_whatever_is_cited_first_now() -> None:
    labels = label_exhibits(["late", "b", "a"], fixed={}, served={"a": "A", "b": "B"})

    assert labels == {"late": "C", "b": "B", "a": "A"}


def test_a_late_exhibit_may_have_the_label_fixed_for_it() -> None:
    labels = label_exhibits(["a", "late", "later", "b"], fixed={"late": "A-1"}, served={"a": "A", "b": "B"})

    assert labels == {"a": "A", "late": "A-1", "later": "C", "b": "B"}


def test_a_served_label_stays_though_another_is_fixed_for_it() -> None:
    assert label_exhibits(["a"], fixed={"a": "Q"}, served={"a": "A"}) == {"a": "A"}


def test_the_label_of_an_exhibit_that_is_gone_is_not_given_to_another() -> None:
    labels = label_exhibits(["a", "late"], fixed={}, served={"a": "A"}, retired=["B", "C"])

    assert labels == {"a": "A", "late": "D"}


def test_a_late_exhibit_comes_after_the_last_served_one_even_where_one_was_left_out() -> None:
    assert label_exhibits(["late"], fixed={}, served={"a": "A", "d": "D"}) == {"late": "E"}


@pytest.mark.parametrize(
    ("last", "expected"),
    [("Z", "AA"), ("AZ", "BA"), ("ZZ", "AAA"), ("A-1", "A"), ("EMAIL", "A"), ("tro", "A")],
)
def test_late_letters_go_on_past_z_and_not_on_from_words(last: str, expected: str) -> None:
    assert label_exhibits(["late"], fixed={}, served={"old": last}) == {"late": expected}


@pytest.mark.parametrize(("last", "expected"), [("9", "10"), ("099", "100"), ("2026", "1"), ("B", "1")])
def test_late_numbers_go_on_and_not_on_from_years(last: str, expected: str) -> None:
    assert label_exhibits(["late"], fixed={}, served={"old": last}, style="numbers") == {"late": expected}


def test_letters_past_zz_are_no_words_once_there_are_as_many_exhibits() -> None:
    served = {f"e{number}": letter_for(number) for number in range(1, 704)}

    assert label_exhibits(["late"], fixed={}, served=served) == {"late": "AAB"}


@settings(derandomize=True, deadline=None)
@given(
    NAMES,
    NAMES,
    st.dictionaries(
        st.sampled_from([f"e{number}" for number in range(0, 90, 4)]), st.sampled_from(COLUMNS[:60])
    ),
    st.sets(st.integers(0, 59)),
    st.sampled_from(["letters", "numbers"]),
)
def test_whatever_is_added_or_taken_away_served_labels_stay_and_no_two_are_alike(
    first: list[str],
    then: list[str],
    fixed: dict[str, str],
    gone: set[int],
    style: Literal["letters", "numbers"],
) -> None:
    fixed = {name: label for label, name in {label: name for name, label in fixed.items()}.items()}
    served = label_exhibits(first, fixed=fixed, style=style)
    left = {name: label for name, label in served.items() if int(name[1:]) not in gone}
    retired = [label for name, label in served.items() if name not in left]
    new_fixed = {name: label for name, label in fixed.items() if label not in served.values()}
    now = label_exhibits(then, fixed=new_fixed, style=style, served=left, retired=retired)

    assert {name: now[name] for name in now if name in left} == {
        name: label for name, label in left.items() if name in now
    }
    assert len(set(now.values())) == len(now)
    assert {label for name, label in now.items() if name not in left}.isdisjoint(served.values())


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
