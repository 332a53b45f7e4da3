"""How to reach the declarant, as far as the case keeps it back: what no page for that reader may show."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from formgen.case.base import Audience

if TYPE_CHECKING:
    from formgen.case import Case
    from formgen.case.people import Address, Attorney, Contact

KINDS: tuple["Contact", ...] = ("address", "phone", "email")


@dataclass(frozen=True, slots=True)
class Watched:
    """One way to reach somebody that is looked for on finished pages."""

    kind: Literal["address", "phone", "email"]
    value: str
    """Of an address, the line with the street."""

    path: str
    """Its place in the case: `declarant.phone`."""


def watched_of(case: "Case", audience: Audience) -> tuple[Watched, ...]:
    """Return what *audience* is not to learn of the declarant: all that `print_on` does not allow.

    What the case prints there anyway, as its lawyer's, employer's or
    petitioner's, is not looked for.
    """
    may_show: tuple[Contact, ...] = ()
    if audience == "employer":
        may_show = case.declarant.print_on.letter
    elif audience == "court":
        may_show = case.declarant.print_on.court
    own = (
        Watched("address", _street(case.declarant.mailing_address), "declarant.mailing_address"),
        Watched("phone", case.declarant.phone or "", "declarant.phone"),
        Watched("email", case.declarant.email or "", "declarant.email"),
    )
    printed = _printed_anyway(case)
    return tuple(
        each
        for each in own
        if each.value and each.kind not in may_show and (each.kind, _plain(each.value)) not in printed
    )


def _printed_anyway(case: "Case") -> frozenset[tuple[str, str]]:
    lawyers: list[Attorney | None] = [case.declarant.attorney]
    addresses: list[Address | None] = [case.employer.address]
    reached: list[tuple[str, str | None]] = []
    if case.petitioner is not None:
        lawyers.append(case.petitioner.attorney)
        addresses.append(case.petitioner.mailing_address)
        reached += [("phone", case.petitioner.phone), ("email", case.petitioner.email)]
    for lawyer in filter(None, lawyers):
        addresses.append(lawyer.address)
        reached += [("phone", lawyer.phone), ("email", lawyer.email)]
    reached += [("address", _street(address)) for address in addresses]
    return frozenset((kind, _plain(value)) for kind, value in reached if value)


def _street(address: "Address | None") -> str:
    lines = (address.street or "").splitlines() if address else []
    return next((line.strip() for line in lines if line.strip()), "")


def _plain(value: str) -> str:
    return re.sub(r"[\W_]+", "", value.casefold())
