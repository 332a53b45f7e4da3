"""Every name that a letter's template may use is told in form_templates/README.md."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from formgen.document.letter_values import LetterValues

ROOT = Path(__file__).parents[2]
README = (ROOT / "form_templates" / "README.md").read_text(encoding="utf-8")
SECTION = README.partition("## Names that a letter's template may use\n")[2].partition("\n## ")[0]
TABLE = [line for line in SECTION.splitlines() if line.startswith("| `")]


def names_in(kind: Any, before: str = "") -> Iterator[str]:  # noqa: ANN401 - types of many kinds
    """Yield what a template writes for each field of *kind*, a record, and of the records in it."""
    for field, hint in get_type_hints(kind).items():
        name, inner = f"{before}{field}", hint
        if get_origin(hint) is tuple:
            name, inner = f"{name}[]", get_args(hint)[0]
        elif get_origin(hint) is Mapping:
            name = f"{name}.NAME"
        elif NoneType in get_args(hint):
            (inner,) = (part for part in get_args(hint) if part is not NoneType)
        # A group that is always there is only the way to what it holds.
        if inner is not hint or not is_dataclass(inner):
            yield name
        if is_dataclass(inner):
            yield from names_in(inner, f"{name}.")


NAMES = list(names_in(LetterValues))


def test_names_are_found_in_records_in_lists_and_in_what_may_be_missing() -> None:
    assert {
        "date",
        "respondent.called",
        "asks.lines[]",
        "count",
        "count.first",
        "incidents[].paragraphs[].quote.text",
        "chronology[].quotes[].text",
        "law.NAME",
    } <= set(NAMES)
    assert "respondent" not in NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_name_stands_in_the_table_with_a_meaning(name: str) -> None:
    (row,) = (line for line in TABLE if f"`{name}`" in line.rpartition(" | ")[0])

    assert re.fullmatch(r"\| .+ \| \S.+ \|", row)


def test_the_table_has_no_name_that_there_is_not() -> None:
    told = [name for row in TABLE for name in re.findall(r"`([^`]+)`", row.rpartition(" | ")[0])]

    assert sorted(told) == sorted(NAMES)
