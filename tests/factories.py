"""Makes what tests are about: a small whole case for a notice letter, typed as text, with changes."""

from datetime import date
from functools import cache
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from formgen.case import Case
from formgen.catalog.reader import Jurisdiction, load_jurisdiction
from formgen.document.declaration import sheet_of
from formgen.facts.facts import Facts, derive
from formgen.resources import builtin_catalog

Typed = dict[str, object]
"""A group of keys as a file gives it: texts, blanks (None), lists and groups."""

AS_OF = date(2026, 5, 12)
LOS_ANGELES = ZoneInfo("America/Los_Angeles")

HARD_TEXTS = {
    "emoji": "I cried. \U0001f622\U0001f468\u200d\U0001f469\u200d\U0001f467",
    "Vietnamese": "Nguyễn Thị Minh",
    "Vietnamese in parts": "Nguye\u0302\u0303n",
    "markup": "<b>Smith & Sons</b> &amp; {{ name }} {% if %}",
    "right to left": "\u202bמשה כהן\u202c said שלום",
    "300 characters": "Wolfe" * 60,
    "lines and tabs": "first\n\n\tsecond",
    "spaces kept": "  two  spaces, and a no-break\u00a0one ",
    "quotes": "\u201cI\u2019ll find you,\u201d he said, 'yes' \"no\"",
    "backslashes": "C:\\new\\table \\_ \\u0041",
}
"""Texts that pass unchanged through everything, by what is hard about them."""


def make_incident(**changes: object) -> Typed:
    """Return one incident as it is typed, with *changes*."""
    incident: Typed = {
        "id": "first-email",
        "when": "March 5, 2026 at 8:47 pm",
        "channel": "email",
        "account": "Carl Voss emailed me after I called about his unpaid invoice.",
        "quotes": ["I hope you get a taste of what it's like."],
    }
    return merged(incident, changes)


def make_evidence(**changes: object) -> Typed:
    """Return one piece of evidence as it is typed, with *changes*."""
    evidence: Typed = {
        "id": "first-email",
        "file": "evidence/first-email.eml",
        "description": "email of March 5, 2026, 8:47 p.m.",
        "how_known": "I received it at my work address.",
    }
    return merged(evidence, changes)


def case_data(**changes: object) -> Typed:
    """Return a case as it is typed, with *changes* as in `make_case`."""
    davis: Typed = {"city": "Davis", "state": "CA", "zip": "95616"}
    case: Typed = {
        "case": "invoice-1187",
        "jurisdiction": "us-ca",
        "papers": ["notice-letter"],
        "declarant": {
            "name": "Dana Reyes",
            "job_title": "Assistant to the office manager",
            "mailing_address": {"street": "100 Example Street", **davis},
        },
        "employer": {
            "name": "Brightline Heating & Air",
            "attention": {"name": "Pat Moreno", "title": "Office manager"},
            "address": {"street": "200 Sample Avenue", **davis},
        },
        "respondent": {"name": "Carl Voss", "relation": "a customer of my employer"},
        "incidents": [make_incident()],
    }
    return merged(case, changes)


def make_case(**changes: object) -> Case:
    """Return a small whole case, with *changes*.

    A group of keys is merged into the one that is there, key by key:
    `make_case(declarant={"name": "Lee Tran"})` keeps her address.  Anything
    else takes the place of what is there; None leaves it blank.
    """
    return Case.model_validate(case_data(**changes))


def refusals(**changes: object) -> list[tuple[str, str]]:
    """Return what is refused in a case with *changes*: each slug, and the field, counted from zero."""
    try:
        make_case(**changes)
    except ValidationError as error:
        return [(found["type"], ".".join(str(part) for part in found["loc"])) for found in error.errors()]
    return []


def merged(typed: Typed, changes: Typed) -> Typed:
    """Return *typed* with *changes*, group by group; neither is altered."""
    result = dict(typed)
    for key, change in changes.items():
        there = result.get(key)
        result[key] = (
            merged(there, change) if isinstance(there, dict) and isinstance(change, dict) else change
        )
    return result


@cache
def jurisdiction(as_of: date = AS_OF) -> Jurisdiction:
    """Return California as it is on a day."""
    return load_jurisdiction("us-ca", as_of=as_of, folders=[builtin_catalog()])


def facts_of(case: Case, as_of: date = AS_OF) -> Facts:
    """Return what follows from *case* in California on a day."""
    return derive(case, jurisdiction(as_of), as_of=as_of)


SHEET = sheet_of(facts_of(make_case()))
"""The sheet of California's court papers, as the catalog has it: what is measured is what is printed."""
