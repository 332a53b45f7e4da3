"""Birth dates and driver's license numbers are found beside the words that say what they are."""

import pytest

from formgen.checks.private_identifiers import Identifier, identifiers_in


@pytest.mark.parametrize(
    "text",
    [
        "DOB: 01/02/1980",
        "D.O.B. 1-2-80",
        "Date of Birth (MM/DD/YYYY): 01/02/1980",
        "Date of birth:\n1980-01-02",
        "born on May 3, 1985",
        "She was born May 3rd, 1985.",
        "His birthday is 3 May 1985.",
        "Fecha de nacimiento: 2 de mayo de 1985",
        "Name   DOB   Height\nC. Voss   01/02/1980   5 ft",
        "01/02/1980 (DOB)",
    ],
)
def test_a_birth_date_is_found(text: str) -> None:
    assert {found.kind for found in identifiers_in(text)} == {"birth-date"}


@pytest.mark.parametrize(
    "text",
    [
        "DL: D1234567",
        "CDL D1234567",
        "CA DL # D 1234567",
        "driver\u2019s license no. D1234567",
        "Driver license number is d1234567",
        "drivers licence D1234567",
        "License No.\nD1234567",
        "Licencia de conducir: D1234567",
        "California ID card D1234567",
    ],
)
def test_a_drivers_license_number_is_found(text: str) -> None:
    assert {found.kind for found in identifiers_in(text)} == {"license-number"}


@pytest.mark.parametrize(
    "text",
    [
        "born in 1980",
        "Happy birthday! On March 5, 2026, he wrote.",
        "the birthday party on March 5, 2026",
        "His birthday was ruined. March 5, 2026, was worse.",
        "bar license no. 123456",
        "license plate 7ABC123",
        "handle D1234567",
        "invoice D1234567",
        "DL 12345",
        "On March 5, 2026",
        "",
    ],
)
def test_a_day_or_number_of_another_kind_is_not(text: str) -> None:
    assert list(identifiers_in(text)) == []


def test_the_place_is_that_of_the_day_alone() -> None:
    assert list(identifiers_in("DOB: 01/02/1980.")) == [Identifier("birth-date", 5, 15)]
