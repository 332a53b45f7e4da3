"""The people of a letter: who writes, to whom, about whom."""

from collections.abc import Mapping

import pytest
from document.letters import values_of
from factories import Typed, make_case

from formgen.case.people import Address
from formgen.document.letter_people import address_lines, names_in
from formgen.document.letter_values import EmployerNames, Person, Sender

HOME = ("100 Example Street", "Davis, CA 95616")
REACHED: Typed = {"phone": "530-555-0101", "email": "dana@example.com"}


@pytest.mark.parametrize(
    ("print_on", "lines"),
    [
        (None, HOME),
        ({"letter": []}, ()),
        ({"letter": ["phone"]}, ("530-555-0101",)),
        ({"letter": ["email"]}, ("dana@example.com",)),
        ({"letter": ["email", "phone", "address"]}, (*HOME, "530-555-0101", "dana@example.com")),
        ({"court": ["email", "phone"]}, HOME),
    ],
)
def test_the_sender_can_be_reached_only_in_the_ways_she_lets_be_printed(
    print_on: Mapping[str, object] | None, lines: tuple[str, ...]
) -> None:
    values = values_of(declarant={**REACHED, "print_on": print_on})

    assert values.sender == Sender("Dana Reyes", lines)


def test_what_is_not_typed_is_not_printed_of_the_sender() -> None:
    declarant = {"name": None, "mailing_address": None, "print_on": {"letter": ["address", "phone", "email"]}}

    assert values_of(declarant=declarant).sender == Sender("", ())


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        (None, ()),
        ({}, ()),
        ({"street": "1 A"}, ("1 A",)),
        ({"street": "1 A\nFloor 2\n"}, ("1 A", "Floor 2")),
        ({"city": "Davis"}, ("Davis",)),
        ({"state": "CA", "zip": "95616"}, ("CA 95616",)),
        ({"city": "Davis", "zip": "95616-0001"}, ("Davis 95616-0001",)),
        ({"street": "PO Box 1", "city": "Köln", "country": "Germany"}, ("PO Box 1", "Köln", "Germany")),
    ],
)
def test_an_address_is_written_as_on_an_envelope(
    address: Mapping[str, object] | None, lines: tuple[str, ...]
) -> None:
    assert address_lines(Address.model_validate(address) if address is not None else None) == lines


AT = ("Brightline Heating & Air", "200 Sample Avenue", "Davis, CA 95616")


@pytest.mark.parametrize(
    ("employer", "addressee", "name"),
    [
        ({}, ("Pat Moreno, Office manager", *AT), "Pat Moreno"),
        ({"attention": {"title": None}}, ("Pat Moreno", *AT), "Pat Moreno"),
        ({"attention": {"name": None}}, ("Office manager", *AT), "Brightline Heating & Air"),
        ({"attention": None}, AT, "Brightline Heating & Air"),
        ({"name": None, "address": None}, ("Pat Moreno, Office manager",), "Pat Moreno"),
        ({"name": None, "address": None, "attention": None}, (), ""),
    ],
)
def test_the_letter_goes_to_the_person_named_or_else_to_the_employer(
    employer: Mapping[str, object], addressee: tuple[str, ...], name: str
) -> None:
    values = values_of(employer=employer)

    assert (values.addressee, values.addressee_name) == (addressee, name)


@pytest.mark.parametrize(
    ("attention", "salutation"),
    [({}, ""), ({"salutation": "Dear Pat"}, "Dear Pat"), ({"salutation": "Dear\nPat\n"}, "Dear Pat")],
)
def test_the_salutation_is_as_typed(attention: Mapping[str, object], salutation: str) -> None:
    assert values_of(employer={"attention": attention}).salutation == salutation


def test_the_employer_is_called_by_its_short_name_if_it_has_one() -> None:
    name = "Brightline Heating & Air"

    assert values_of().employer == EmployerNames(name, name)
    assert values_of(employer={"called": "Brightline"}).employer == EmployerNames(name, "Brightline")


def test_the_respondent_is_named_as_typed() -> None:
    respondent = {"called": "Mr. Voss", "pronouns": "he", "relation": "a customer\nof ours"}

    assert values_of(respondent=respondent).respondent == Person(
        "Carl Voss", "Mr. Voss", "a customer of ours", "he", "him", "his", "is"
    )


@pytest.mark.parametrize(
    ("salutation", "closed"),
    [("Dear Pat", False), ("Dear Pat:", True), ("Pat,", True), ("Hello!", False), (None, False)],
)
def test_a_salutation_with_a_colon_or_comma_of_its_own_gets_no_second(
    salutation: str | None,
    closed: bool,  # noqa: FBT001 - a table of answers
) -> None:
    assert values_of(employer={"attention": {"salutation": salutation}}).salutation_closed is closed


def test_the_names_of_a_case_are_tried_the_longest_first_and_each_once() -> None:
    case = make_case(
        declarant={"name": "Dana"},
        respondent={"name": "Carl Voss", "called": "Voss"},
        employer={"name": "Brightline", "called": "Voss", "attention": None},
        witnesses=[{"name": "Lee Tran"}, {"who": "a coworker"}, {"name": "Dana"}],
    )

    assert names_in(case) == ("Brightline", "Carl Voss", "Lee Tran", "Dana", "Voss")


def test_a_case_without_names_has_none() -> None:
    case = make_case(
        declarant={"name": None}, respondent={"name": None}, employer={"name": None, "attention": None}
    )

    assert names_in(case) == ()
