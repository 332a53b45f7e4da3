"""Private data on finished pages is told by page and place, never by value."""

from pathlib import Path

import pytest
from checks.small_pdfs import small_pdf

from formgen.checks.pdf_text import NotAPdfError
from formgen.checks.private_data import PagePlace, private_problems, private_problems_in
from formgen.errors import Problem, Severity
from formgen.facts.withheld_contacts import Watched

EXHIBIT = PagePlace("packet.pdf", 14, "B", 3, "evidence[2]")
PAPER = PagePlace("declaration.pdf", 2)
LETTER = PagePlace("notice-letter.docx")
WATCHED = (
    Watched("address", "100 Example Street", "declarant.mailing_address"),
    Watched("phone", "530-555-0142", "declarant.phone"),
    Watched("email", "dana.reyes@example.com", "declarant.email"),
)
PLANTED = {
    "social-security-number": "SSN 123-45-6789",
    "financial-account-number": "4111 1111 1111 1111",
    "birth-date-shown": "DOB: 01/02/1980",
    "license-number-shown": "DL: D1234567",
    "address-shown": "100 EXAMPLE ST",
    "phone-shown": "(530) 555-0142",
    "email-shown": "Dana.Reyes@example.com",
}
ERRORS = {"social-security-number", "financial-account-number"}


def place_of(page: int) -> PagePlace:
    """Return what a page is: from the second on, one of Exhibit A."""
    return PagePlace("packet.pdf", page, "A", page - 1, "evidence[1]") if page > 1 else PAPER


def pdf_of(*pages: str) -> bytes:
    """Return a PDF with a page for each text, line by line."""
    return small_pdf(
        *(
            b"BT /F1 12 Tf 14 TL 72 700 Td "
            + b" ".join(
                b"(%s) Tj T*" % each.encode().replace(b"(", b"\\(").replace(b")", b"\\)")
                for each in text.split("\n")
            )
            + b" ET"
            for text in pages
        )
    )


def told(problems: list[Problem]) -> list[tuple[str, Severity, str]]:
    """Return code, severity and place of each."""
    return [(problem.code, problem.severity, problem.path) for problem in problems]


def test_a_social_security_number_stops_with_its_page_and_what_to_do() -> None:
    assert private_problems_in("SSN 123-45-6789", EXHIBIT) == [
        Problem(
            code="social-security-number",
            what="What looks like a whole social security or taxpayer number stands on page 14 of packet.pdf "
            "(Exhibit B, page 3).",
            fix="Use a copy of the file from which it is taken out, not only covered: at most the last four "
            "digits may stay. If it is no such number, or shows no more than those, add "
            "`social-security-number` to `accept`.",
            path="evidence[2]",
        )
    ]


def test_what_was_typed_is_to_be_changed_where_it_was_typed() -> None:
    [problem] = private_problems_in("account number 000123456789", LETTER)

    assert (problem.code, problem.severity) == ("financial-account-number", Severity.ERROR)
    assert problem.what == (
        "What looks like the whole number of a bank account or a card stands in notice-letter.docx."
    )
    assert problem.fix.startswith("Change it where it was typed: at most the last four digits may stay.")


@pytest.mark.parametrize(("code", "text"), PLANTED.items(), ids=PLANTED)
def test_each_kind_has_a_code_and_says_nothing_of_what_it_found(code: str, text: str) -> None:
    [problem] = private_problems_in(f"It said {text} and more.", EXHIBIT, WATCHED)

    severity = Severity.ERROR if code in ERRORS else Severity.WARNING
    assert (problem.code, problem.severity, problem.path) == (code, severity, "evidence[2]")
    words = text.removeprefix("SSN").removeprefix("DOB:").removeprefix("DL:").split()
    assert not any(word in f"{problem.what} {problem.fix}" for word in words)


def test_one_kind_is_told_once_a_page() -> None:
    text = "SSN 123-45-6789, 4111 1111 1111 1111, SSN 234-56-7890, account no. 12345678"

    assert told(private_problems_in(text, PAPER)) == [
        ("social-security-number", Severity.ERROR, ""),
        ("financial-account-number", Severity.ERROR, ""),
    ]


def test_the_last_four_digits_may_stay() -> None:
    text = "SSN xxx-xx-6789, account number ending in 1234, card **** **** **** 1111"

    assert private_problems_in(text, EXHIBIT) == []


@pytest.mark.parametrize("code", sorted(ERRORS))
def test_an_accepted_error_is_a_warning(code: str) -> None:
    problems = private_problems_in(PLANTED[code], EXHIBIT, accept=[code])

    assert told(problems) == [(code, Severity.WARNING, "evidence[2]")]


@pytest.mark.parametrize("code", sorted(PLANTED.keys() - ERRORS))
def test_an_accepted_warning_is_not_told(code: str) -> None:
    assert private_problems_in(PLANTED[code], EXHIBIT, WATCHED, [code]) == []


def test_a_page_without_anything_private_is_passed() -> None:
    text = (
        "On March 5, 2026, at 8:47 p.m., call (530) 555-0117 about invoice 1187; case no. 26CV-123-45-6789."
    )

    assert private_problems_in(text, EXHIBIT, WATCHED) == []


def test_each_page_of_a_pdf_is_searched_and_told_as_what_it_is() -> None:
    content = pdf_of("Nothing here", "SSN 123-45-\n6789", "born on May 3, 1985 at home", "530-555-\n0142")

    assert told(private_problems(content, name_of=place_of, watched=WATCHED)) == [
        ("social-security-number", Severity.ERROR, "evidence[1]"),
        ("birth-date-shown", Severity.WARNING, "evidence[1]"),
        ("phone-shown", Severity.WARNING, "evidence[1]"),
    ]


def test_numbers_that_a_pdf_sets_apart_or_breaks_are_found() -> None:
    content = pdf_of(
        "1 2 3 - 4 5 - 6 7 8 9", "4111 1111\n1111 1111", "SSN\n123456789", "Account Number\n000123456789"
    )

    assert [problem.code for problem in private_problems(content, name_of=place_of)] == [
        "social-security-number",
        "financial-account-number",
        "social-security-number",
        "financial-account-number",
    ]


def test_a_pdf_can_be_searched_where_it_is(tmp_path: Path) -> None:
    file = tmp_path / "packet.pdf"
    file.write_bytes(pdf_of("SSN 123-45-6789"))

    [problem] = private_problems(file, name_of=place_of, accept={"social-security-number"})
    assert problem.what.endswith(" stands on page 2 of declaration.pdf.")


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(NotAPdfError):
        private_problems(b"PK\x03\x04", name_of=place_of)
