"""Searches finished pages for private data, and tells where it stands, never what it is.

Errors are full social security and financial account numbers: rule 1.201(a)
of the California Rules of Court leaves no more than the last four digits of
them to a filed paper, and leaves that to whoever files.  Warnings are birth
dates, driver's license numbers, and what the case keeps back of the
declarant's own address, telephone and email.

`accept` in the case: an exhibit is never altered here, so what stands in it
either goes or stays as it is.  A number of which only the last four digits
can be read stays without a word.  Where a program cannot tell such a form
from a whole number, or takes something else for one, whoever looked at the
page lists the error's code under `accept`: it is then a warning, which the
manifest keeps.  A warning whose code is accepted is not told again.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from formgen.checks.contacts_shown import contacts_shown
from formgen.checks.private_identifiers import identifiers_in
from formgen.checks.private_numbers import numbers_in
from formgen.errors import Problem, Severity
from formgen.facts.withheld_contacts import Watched

SOCIAL_SECURITY = "social-security-number"
FINANCIAL = "financial-account-number"
BIRTH_DATE = "birth-date-shown"
LICENSE = "license-number-shown"

_CODES = {
    "social-security": SOCIAL_SECURITY,
    "payment-card": FINANCIAL,
    "bank-account": FINANCIAL,
    "birth-date": BIRTH_DATE,
    "license-number": LICENSE,
    "address": "address-shown",
    "phone": "phone-shown",
    "email": "email-shown",
}
_ERRORS = frozenset({SOCIAL_SECURITY, FINANCIAL})

_SHOWN = {
    SOCIAL_SECURITY: "What looks like a whole social security or taxpayer number",
    FINANCIAL: "What looks like the whole number of a bank account or a card",
    BIRTH_DATE: "A birth date",
    LICENSE: "A driver's license number",
    "address-shown": "The address that `print_on` keeps back",
    "phone-shown": "The telephone number that `print_on` keeps back",
    "email-shown": "The email address that `print_on` keeps back",
}
_TAKE_OUT = {
    True: "Use a copy of the file from which it is taken out, not only covered",
    False: "Change it where it was typed",
}
"""Whether it stands in an exhibit."""


@dataclass(frozen=True, slots=True)
class PagePlace:
    """What a page is, so that it can be found."""

    file: str
    """Name of the file that it is in."""

    page: int | None = None
    """The number printed on it; none in a letter, whose pages are not known."""

    exhibit: str | None = None
    """The exhibit's label, if it is a page of one."""

    exhibit_page: int | None = None
    """Which page of the exhibit, from 1."""

    path: str = ""
    """Its place in the case, such as `evidence[2]`."""

    called: str = "Exhibit"
    """What it is called where it is bound: `Enclosure` with a letter."""

    def __str__(self) -> str:
        """Return the place as a person would say it."""
        told = f"in {self.file}" if self.page is None else f"on page {self.page} of {self.file}"
        if self.exhibit is None:
            return told
        part = "" if self.exhibit_page is None else f", page {self.exhibit_page}"
        return f"{told} ({self.called} {self.exhibit}{part})"


def private_problems(
    content: bytes | Path,
    *,
    name_of: Callable[[int], PagePlace],
    watched: Sequence[Watched] = (),
    accept: Collection[str] = (),
) -> list[Problem]:
    """Return a problem for each kind of private data on each page of a finished PDF.

    Args:
        content: The PDF, or where it is.
        name_of: What a page is, by its count in the file, from 1.
        watched: What the reader of this PDF is not to learn.
        accept: The codes that the case accepts.

    Raises:
        NotAPdfError: If the file, or one of its pages, cannot be read.
    """
    # Loads what reads PDF, which a letter does not need.
    from formgen.checks.pdf_text import pages_of  # noqa: PLC0415

    found: list[Problem] = []
    with pages_of(content) as pages:
        for page in pages:
            found += private_problems_in(page.text(), name_of(page.number), watched, accept)
    return found


def private_problems_in(
    text: str, place: PagePlace, watched: Sequence[Watched] = (), accept: Collection[str] = ()
) -> list[Problem]:
    """Return a problem for each kind of private data in the text of one page, or of a letter."""
    codes = dict.fromkeys(_CODES[kind] for kind in _kinds(text, watched))
    return [_problem(code, place, code in accept) for code in codes if code in _ERRORS or code not in accept]


def _kinds(text: str, watched: Sequence[Watched]) -> Iterator[str]:
    yield from (found.kind for found in numbers_in(text))
    yield from (found.kind for found in identifiers_in(text))
    yield from (found.kind for found in contacts_shown(text, watched))


def _problem(code: str, place: PagePlace, is_accepted: bool) -> Problem:  # noqa: FBT001
    take_out = _TAKE_OUT[place.exhibit is not None]
    problem = Problem(
        code=code,
        what=f"{_SHOWN[code]} stands {place}.",
        fix=f"{take_out}; if it may stay, add `{code}` to `accept`.",
        path=place.path,
        severity=Severity.WARNING,
    )
    if code not in _ERRORS:
        return problem
    if is_accepted:
        return replace(
            problem, fix="It is accepted in the case: look at the page once more before it is filed."
        )
    return replace(
        problem,
        fix=f"{take_out}: at most the last four digits may stay. If it is no such number, or shows no more "
        f"than those, add `{code}` to `accept`.",
        severity=Severity.ERROR,
    )
