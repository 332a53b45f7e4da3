"""Small catalogs made on the spot, and the words and cases to try them with."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from formgen.case import Case
from formgen.catalog.clause_names import ClauseNames, NameWords, PersonWords
from formgen.resources import builtin_catalog

WriteCatalog = Callable[[Mapping[str, str]], Path]

KNOWN = "source: a book\n    checked_on: 2026-11-24\n    confidence: confirmed"

STATUTE = f"""
  - id: ID
    title: A title
    citation: Code, § 1
    {KNOWN}
"""


@pytest.fixture
def write_catalog(tmp_path: Path) -> WriteCatalog:
    """Write files into a new catalog folder and return the folder."""

    def write(files: Mapping[str, str]) -> Path:
        folder = tmp_path / f"catalog-{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return folder

    return write


@pytest.fixture
def jurisdiction_yaml() -> str:
    """Return a `jurisdiction.yaml` that can be read."""
    return (builtin_catalog() / "us-ca" / "jurisdiction.yaml").read_text(encoding="utf-8")


@pytest.fixture
def statute() -> Callable[..., str]:
    """Return a maker of statutes for `law/statutes.yaml`."""

    def make(name: str, *more: str) -> str:
        return STATUTE.replace("ID", name) + "".join(f"    {line}\n" for line in more)

    return make


@pytest.fixture
def element() -> Callable[..., str]:
    """Return a maker of elements for `law/elements.yaml`."""

    def make(**changes: str) -> str:
        entry = {
            "id": "asked",
            "statute": "code-1",
            "asks": "The respondent was asked to stop",
            "each": "case",
            "met_by": "case.requests_to_stop is given",
            "prompt": "Was the respondent asked to stop?",
            "path": "requests_to_stop",
        } | changes
        lines = [f"{key}: {value}" for key, value in entry.items()]
        return "  - " + "\n    ".join([*lines, KNOWN]) + "\n"

    return make


@pytest.fixture
def letter_yaml() -> Callable[..., str]:
    """Return a maker of `letter.yaml`."""

    def make(*more: str) -> str:
        head = "title: A letter\nsource: a book\nchecked_on: 2026-11-24\nconfidence: confirmed\n"
        needs = "" if any(part.startswith("needs:") for part in more) else "needs: [incidents]\n"
        return f"{head}audience: employer\n{needs}" + "".join(f"{part}\n" for part in more)

    return make


@pytest.fixture
def packet_yaml() -> Callable[..., str]:
    """Return a maker of packets."""

    def make(*papers: str) -> str:
        head = "title: A packet\nsource: a book\nchecked_on: 2026-11-24\nconfidence: confirmed\n"
        return f"{head}papers: [{', '.join(papers)}]\n"

    return make


@pytest.fixture
def texts(
    statute: Callable[..., str],
    element: Callable[..., str],
    letter_yaml: Callable[..., str],
    packet_yaml: Callable[..., str],
) -> Mapping[str, Callable[..., str]]:
    """Return the makers of every kind of entry, by kind."""
    return {"statute": statute, "element": element, "letter": letter_yaml, "packet": packet_yaml}


@pytest.fixture
def names() -> ClauseNames:
    """Return sample words for every name that wording may use."""
    return ClauseNames(
        respondent=PersonWords("Carl Voss", "Mr. Voss", "he", "him", "his", "is"),
        employer=NameWords("Brightline Heating & Air", "Brightline"),
        bases="sex, age (40 and over) or another protected ground",
        what="our policy",
        dispute="the bill",
        site="our office",
        one_message=False,
        message="email",
        several=True,
        chosen=("investigate",),
    )


@pytest.fixture
def empty_case() -> Case:
    """Return a case in which nothing is known yet."""
    return Case.model_validate({"case": "empty", "jurisdiction": "us-ca"})


def _full(kind: str) -> Case:
    incident = {
        "channel": "email",
        "at_work": "partly",
        "account": "He wrote to me.",
        "directed_at": "me",
        "about": {"service": "the furnace", "alarming": "the last line"},
        "protected_basis": [{"basis": "age", "words": "Women your age"}],
    }
    return Case.model_validate(
        {
            "case": "full",
            "jurisdiction": "us-ca",
            "court": {"kind": kind},
            "declarant": {"name": "Dana Reyes", "age_40_or_over": "yes"},
            "employer": {"name": "Brightline", "control": "It can close his account."},
            "employees": [{"name": "Dana Reyes", "naming_choice": {"answer": "declined"}}],
            "incidents": [
                {"id": "first", "when": "2026-03-05", **incident},
                {"id": "second", "when": "2026-03-09", **incident},
            ],
            "notices": [{"when": "2026-03-10", "to": "Pat Moreno"}],
            "requests_to_stop": [{"when": "2026-03-17"}],
            "dispute": {"about": "the bill"},
            "effects": [{"what": "I wake at night.", "kind": "health"}],
            "fear": {"harm_without_order": "He may come to the door."},
            "protective_steps": ["We lock the staff door."],
            "temporary_order": {"asked": "yes"},
        }
    )


@pytest.fixture
def civil_case() -> Case:
    """Return a case of civil harassment in which every element is spoken to."""
    return _full("civil-harassment")


@pytest.fixture
def workplace_case() -> Case:
    """Return a case of workplace violence in which every element is spoken to."""
    return _full("workplace-violence")
