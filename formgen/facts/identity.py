"""People who are not named: who they are in the papers, and what is left out because it would reveal them."""

from formgen.case import Case
from formgen.case.evidence import Evidence
from formgen.case.incident import Incident, Quote
from formgen.case.petition import Employee


def unnamed(case: Case) -> tuple[Employee, ...]:
    """Return the employees whom counsel leaves out of every paper by name (Code Civ. Proc., § 527.8(e))."""
    return tuple(employee for employee in case.employees if employee.referred_to_as)


def quotes_shown(case: Case, incident: Incident) -> tuple[Quote, ...]:
    """Return the exact words of *incident* that court papers may print."""
    hides = bool(unnamed(case))
    return tuple(
        quote
        for quote in incident.quotes
        if quote.text and quote.text.strip() and not (hides and quote.identifies == "yes")
    )


def is_left_out(case: Case, item: Evidence) -> bool:
    """Return whether *item* would reveal someone who is not named."""
    return item.identifies == "yes" and bool(unnamed(case))
