"""A way to reach somebody that is kept back is found however a page writes it."""

import pytest

from formgen.checks.contacts_shown import contacts_shown
from formgen.facts.withheld_contacts import Watched

ADDRESS = Watched("address", "100 North Example Street, Apt. 4", "declarant.mailing_address")
BOX = Watched("address", "P.O. Box 12", "declarant.mailing_address")
COTTAGE = Watched("address", "Rose Cottage Lane", "declarant.mailing_address")
PHONE = Watched("phone", "+1 (530) 555-0142 ext. 3", "declarant.phone")
EMAIL = Watched("email", "Dana.Reyes@example.com", "declarant.email")


@pytest.mark.parametrize(
    ("watched", "text"),
    [
        (ADDRESS, "She lives at 100 North Example Street."),
        (ADDRESS, "100 N. EXAMPLE ST., APT 4, DAVIS"),
        (ADDRESS, "100  n example\r\nstreet #4"),
        (BOX, "PO Box 12"),
        (BOX, "p. o. box 12, Davis"),
        (COTTAGE, "the house in rose cottage ln"),
        (PHONE, "530-555-0142"),
        (PHONE, "call (530)\u00a0555\u20130142!"),
        (PHONE, "+1 530.555.0142"),
        (PHONE, "15305550142"),
        (PHONE, "5 3 0 - 5 5 5 - 0 1 4 2"),
        (EMAIL, "To: dana.reyes@example.com"),
        (EMAIL, "<DANA.REYES@EXAMPLE.COM>;"),
        (EMAIL, "dana.reyes@\r\nexample.com."),
    ],
)
def test_it_is_found(watched: Watched, text: str) -> None:
    assert list(contacts_shown(text, [watched])) == [watched]


@pytest.mark.parametrize(
    ("watched", "text"),
    [
        (ADDRESS, "1100 N Example St"),
        (ADDRESS, "100 S Example St"),
        (ADDRESS, "100 N Example Avenue"),
        (ADDRESS, "in 100 days, North Example Street"),
        (BOX, "a box of 12"),
        (COTTAGE, "a rose"),
        (PHONE, "530-555-0143"),
        (PHONE, "15305550142 7"[:11] + "7"),
        (PHONE, "25305550142"),
        (EMAIL, "mydana.reyes@example.com"),
        (EMAIL, "dana.reyes@example.com.mx"),
        (EMAIL, "dana.reyes at example.com"),
        (Watched("phone", "0142", "declarant.phone"), "0142"),
        (Watched("email", "dana", "declarant.email"), "dana@example.com"),
        (Watched("address", "Street", "declarant.mailing_address"), "Street"),
    ],
)
def test_what_is_another_is_not(watched: Watched, text: str) -> None:
    assert list(contacts_shown(text, [watched])) == []


def test_where_nothing_is_kept_back_nothing_is_found() -> None:
    assert list(contacts_shown("530-555-0142", [])) == []
