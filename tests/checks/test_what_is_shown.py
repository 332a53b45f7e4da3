"""Whatever a check says of a case can be shown to anyone: places that a case has, and nothing typed there."""

import re
from collections.abc import Iterator
from datetime import date
from types import UnionType
from typing import Literal, Union, get_args, get_origin

import pytest
from checks.runs import drawn, errors_of, questions_of, questions_of_papers
from factories import Typed, facts_of, jurisdiction, make_case, merged
from pydantic import BaseModel, ValidationError

from formgen.case import Case
from formgen.case.when import When
from formgen.catalog.fields import unknown_part
from formgen.checks.paper_sources import printed_by, source_problems, value_at
from formgen.checks.unnamed import unnamed_problems
from formgen.errors import Problem

RARE = "Qwyzx"
PLAIN = f"{RARE} told me that you always threaten people. You know."
MARKED = f"{PLAIN} {{when}} {{exhibits}} {{exhibit nothing-here}}"
ID = "some-id"
LATER = "June 1, 2027"

CIVIL = ["notice-letter", "enclosure-chronology", "civil-harassment", "attachment-7b"]
WORKPLACE = ["workplace-violence", "declaration-employee"]


def filled(model: type[BaseModel], text: str) -> Typed:
    """Return *model* with every field typed: *text* where words can stand, two records in every list."""
    found: Typed = {"case": "x", "jurisdiction": "us-ca"} if model is Case else {}
    for name, field in model.model_fields.items():
        if name not in found:
            candidates = (
                value for value in values_for(field.annotation, text) if accepts(model, name, value)
            )
            found[name] = next(candidates, None)
    return found


def values_for(kind: object, text: str) -> Iterator[object]:
    """Yield what could be typed for a field of type *kind*."""
    origin: object = get_origin(kind)
    plain: dict[object, tuple[object, ...]] = {
        str: (text, ID, "95616", "America/Los_Angeles"),
        int: ("7",),
        When: (LATER,),
        date: (LATER,),
    }
    if hasattr(kind, "__metadata__"):
        yield from values_for(get_args(kind)[0], text)
    elif origin in (Union, UnionType):
        # The words that stand for nothing come last.
        for member in sorted(get_args(kind), key=is_of_words):
            yield from values_for(member, text)
    elif origin is tuple:
        yield from ([value, value] for value in values_for(get_args(kind)[0], text))
    elif isinstance(kind, type) and issubclass(kind, BaseModel):
        yield filled(kind, text)
    else:
        yield from plain.get(kind, get_args(kind))


def is_of_words(kind: object) -> bool:
    """Return whether only listed words can stand for *kind*."""
    origin: object = get_origin(kind)
    return origin is Literal


def accepts(model: type[BaseModel], name: str, value: object) -> bool:
    """Return whether *value* can be typed for the field *name*."""
    needed: Typed = {"case": "x", "jurisdiction": "us-ca"} if model is Case else {}
    try:
        model.model_validate({**needed, name: value})
    except ValidationError:
        return False
    return True


def full_case(text: str, papers: list[str], **changes: object) -> Case:
    """Return a case in which everything is typed, with *changes*."""
    return Case.model_validate(merged(merged(filled(Case, text), {"papers": papers, "accept": []}), changes))


def everything_about(case: Case) -> list[Problem]:
    """Return what the checks of a case say, before its papers are composed."""
    return [*errors_of(case), *questions_of(case)]


def is_place(case: Case, path: str) -> bool:
    """Return whether *path* is a place in *case*: fields that there are, records that it has."""
    if unknown_part({"case": Case}, f"case.{re.sub(r'[0-9]+(?=])', '', path)}") is not None:
        return False
    numbered = [path[: found.end()] for found in re.finditer(r"\[[0-9]+\]", path)]
    return all(value_at(case, each) is not None for each in numbered)


def test_everything_in_a_case_is_filled() -> None:
    case = full_case(PLAIN, CIVIL)
    blank = [name for name in Case.model_fields if getattr(case, name) in (None, (), "none")]

    assert blank == ["accept"]
    assert case.incidents[1].quotes[1].translation == PLAIN
    assert case.employees[0].naming_choice is not None


@pytest.mark.parametrize("papers", [CIVIL, WORKPLACE], ids=["civil", "workplace"])
@pytest.mark.parametrize("text", [PLAIN, MARKED], ids=["plain", "marked"])
def test_what_is_said_of_a_full_case_names_places_and_shows_nothing_typed(
    papers: list[str], text: str
) -> None:
    kind = "civil-harassment" if papers is CIVIL else "workplace-violence"
    case = full_case(text, papers, court={"kind": kind})
    problems = everything_about(case)

    assert len({problem.code for problem in problems}) > 12
    assert [problem.path for problem in problems if not is_place(case, problem.path)] == []
    assert [problem.code for problem in problems if RARE in f"{problem.what} {problem.fix}"] == []


@pytest.mark.parametrize("paper", [*jurisdiction().papers, *jurisdiction().packets])
def test_what_is_said_of_an_empty_case_names_places(paper: str) -> None:
    case = Case.model_validate({"case": "x", "jurisdiction": "us-ca", "papers": [paper]})

    assert [problem.path for problem in everything_about(case) if not is_place(case, problem.path)] == []


@pytest.mark.parametrize("paper", ["declaration-petitioner", "declaration-employer", "declaration-witness"])
def test_what_is_said_of_composed_papers_names_places_and_shows_nothing_typed(paper: str) -> None:
    kind = "workplace-violence" if "employer" in paper else "civil-harassment"
    changes: Typed = {"court": {"kind": kind}, "declarant": {"print_on": {"court": []}}}
    case = full_case(PLAIN, [paper], **changes)
    papers = drawn(case)
    printed = [(f"{text}{RARE}", path) for each in papers for text, path in printed_by(each)]
    problems = [
        *questions_of_papers(case, pages=11),
        *unnamed_problems(facts_of(case), papers),
        *source_problems(case, printed),
    ]

    assert {"speaks-to-you", "narrative-long", "names-the-unnamed", "words-astray"} <= {
        p.code for p in problems
    }
    assert [problem.path for problem in problems if not is_place(case, problem.path)] == []
    assert [problem.code for problem in problems if RARE in f"{problem.what} {problem.fix}"] == []


def test_a_place_is_known_from_what_is_none() -> None:
    case = make_case(why_now="none")

    assert is_place(case, "incidents[1].account")
    assert is_place(case, "why_now.incident")
    assert not is_place(case, "incidents[2].account")
    assert not is_place(case, "incidents[1].acount")
