"""What no page may show of the declarant's own address, telephone and email."""

import pytest
from factories import make_case

from formgen.case.base import Audience
from formgen.facts.withheld_contacts import Watched, watched_of

ADDRESS = Watched("address", "100 Example Street", "declarant.mailing_address")
PHONE = Watched("phone", "530-555-0142", "declarant.phone")
EMAIL = Watched("email", "dana.reyes@example.com", "declarant.email")
OWN = {"phone": PHONE.value, "email": EMAIL.value}


@pytest.mark.parametrize(
    ("audience", "expected"),
    [("employer", (ADDRESS, PHONE)), ("court", (ADDRESS, PHONE, EMAIL)), ("log", (ADDRESS, PHONE, EMAIL))],
)
def test_what_print_on_does_not_allow_is_looked_for(
    audience: Audience, expected: tuple[Watched, ...]
) -> None:
    case = make_case(declarant={**OWN, "print_on": {"letter": ["email"], "court": []}})

    assert watched_of(case, audience) == expected


def test_the_address_is_usually_allowed() -> None:
    case = make_case(declarant=OWN)

    assert watched_of(case, "court") == (PHONE, EMAIL)
    assert watched_of(case, "employer") == (PHONE, EMAIL)


def test_what_the_case_does_not_know_is_not_looked_for() -> None:
    assert watched_of(make_case(), "court") == ()


def test_an_address_is_looked_for_by_its_first_line_with_words() -> None:
    address = {"street": "\n 100 Example Street \nApt. 4", "city": "Davis"}
    case = make_case(declarant={"mailing_address": address})

    assert watched_of(case, "log") == (ADDRESS,)


def test_what_is_printed_anyway_as_somebody_elses_is_not_looked_for() -> None:
    lawyer = {"name": "A. Lawyer", "phone": "(530) 555 0142", "email": "Dana.Reyes@Example.com"}
    case = make_case(
        declarant={
            **OWN,
            "mailing_address": {"street": "200 sample avenue"},
            "attorney": lawyer,
            "print_on": {"court": []},
        }
    )

    assert watched_of(case, "court") == ()


def test_a_petitioners_own_is_printed_anyway() -> None:
    petitioner = {"name": "Sam Okafor", "phone": PHONE.value, "mailing_address": {"street": ADDRESS.value}}
    case = make_case(declarant={**OWN, "print_on": {"court": []}}, petitioner=petitioner)

    assert watched_of(case, "court") == (EMAIL,)
