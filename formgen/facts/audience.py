"""What each reader may see, and the list of what is withheld."""

from formgen.case import Case
from formgen.case.base import NONE, Audience, records
from formgen.case.evidence import Evidence
from formgen.case.incident import Incident
from formgen.case.told import Effect, Notice, RequestToStop
from formgen.facts.identity import is_left_out, quotes_shown

_COURT_ONLY = ("fear", "orders", "protected_persons", "other_cases", "firearms", "animals", "temporary_order")

_WHO_SOMEBODY_IS = {
    "declarant": ("name", "other_names", "job_title"),
    "petitioner": ("name", "representative"),
    "employer": ("name", "called", "attention", "address"),
    "respondent": ("name", "other_names", "called", "address", "emails", "phones"),
}
"""What the log leaves out: all that tells who anyone is (Lab. Code, § 6401.9, subd. (d)(1))."""


def tells_of_work(effect: Effect) -> bool:
    """Return whether an employer may read of *effect*: only what touches the work."""
    return effect.kind == "work"


def withheld(case: Case, audience: Audience) -> tuple[str, ...]:
    """Return the places in *case* that papers for *audience* leave out on purpose."""
    paths = [f"declarant.{name}" for name in _contacts_kept_back(case, audience)]
    kept_apart: tuple[tuple[str, tuple[Incident | Notice | RequestToStop | Evidence, ...]], ...] = (
        ("incidents", case.incidents),
        ("notices", records(case.notices)),
        ("requests_to_stop", records(case.requests_to_stop)),
        ("evidence", case.evidence),
    )
    for listed, entries in kept_apart:
        paths += [
            f"{listed}[{number}]"
            for number, record in enumerate(entries, 1)
            if audience in record.withheld_from
        ]
    if audience == "employer":
        paths += [f"effects[{n}]" for n, effect in enumerate(case.effects, 1) if not tells_of_work(effect)]
        paths += [name for name in _COURT_ONLY if getattr(case, name) not in (None, (), NONE)]
    if audience == "court":
        paths += _unnamed(case)
    if audience == "log":
        paths += _identities(case)
    return tuple(paths)


def _unnamed(case: Case) -> list[str]:
    """Return what court papers leave out because it would name, or reveal, someone who is not named."""
    paths = [
        f"employees[{number}].{name}"
        for number, employee in enumerate(case.employees, 1)
        for name in ("name", "reveals")
        if employee.referred_to_as and getattr(employee, name)
    ]
    paths += [
        f"incidents[{number}].quotes[{place}]"
        for number, incident in enumerate(case.incidents, 1)
        for place, quote in enumerate(incident.quotes, 1)
        if quote.text and quote not in quotes_shown(case, incident)
    ]
    return paths + [f"evidence[{n}]" for n, item in enumerate(case.evidence, 1) if is_left_out(case, item)]


def _identities(case: Case) -> list[str]:
    paths = [
        f"{part}.{field}"
        for part, fields in _WHO_SOMEBODY_IS.items()
        for field in fields
        if getattr(getattr(case, part), field, None)
    ]
    paths += [
        part for part in ("employees", "protected_persons", "witnesses") if records(getattr(case, part))
    ]
    for number, incident in enumerate(case.incidents, 1):
        place = f"incidents[{number}]"
        named = (("present", records(incident.present)), ("knowledge", incident.knowledge))
        paths += [f"{place}.{field}" for field, value in named if value]
        paths += [f"{place}.quotes[{n}].heard_by" for n, q in enumerate(incident.quotes, 1) if q.heard_by]
    paths += [f"notices[{n}].to" for n, notice in enumerate(records(case.notices), 1) if notice.to]
    return paths + [
        f"requests_to_stop[{n}].by" for n, r in enumerate(records(case.requests_to_stop), 1) if r.by
    ]


def _contacts_kept_back(case: Case, audience: Audience) -> list[str]:
    shown = case.declarant.print_on.letter if audience == "employer" else case.declarant.print_on.court
    if audience == "log":
        shown = ()
    fields = (("address", "mailing_address"), ("phone", "phone"), ("email", "email"))
    return [field for name, field in fields if name not in shown and getattr(case.declarant, field)]
