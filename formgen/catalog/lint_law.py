"""Checks the law of a jurisdiction: wording, conditions, and what its entries point to."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from formgen.case import Case
from formgen.case.incident import Incident
from formgen.catalog.contents import Contents, Placed
from formgen.catalog.expressions import condition_problems, wording_problems
from formgen.catalog.fields import unknown_part
from formgen.catalog.specs import Element
from formgen.catalog.suggestion import did_you_mean
from formgen.catalog.words import words_in
from formgen.errors import Problem

T = TypeVar("T")


def law_problems(contents: Contents) -> Iterator[Problem]:
    """Yield what is wrong with the statutes and elements in *contents*."""
    banned = banned_phrases(contents)
    for placed in contents.statutes:
        for name, wording in placed.value.clauses.items():
            yield from wording_faults(placed, f"clauses.{name}", wording, banned)
    statutes = {placed.id for placed in contents.statutes}
    for element in contents.elements:
        yield from _element_problems(element, statutes)


def banned_phrases(contents: Contents) -> tuple[str, ...]:
    """Return what the program's own wording never says."""
    return contents.banned_words.value.phrases if contents.banned_words else ()


def wording_faults(placed: Placed[T], part: str, wording: str, banned: tuple[str, ...]) -> Iterator[Problem]:
    """Yield what is wrong with one wording: its braces, and words that it never uses."""
    for problem in wording_problems(wording, entry=part):
        yield at_place(placed, part, problem)
    for phrase, _ in words_in(wording, banned):
        yield at_place(
            placed,
            part,
            Problem(
                "word-banned",
                f"The wording says “{phrase}”, which the program's own wording never does.",
                "Say it plainly; the list and its reason are in law/banned-words.yaml.",
            ),
        )


def path_problem(placed: Placed[T], part: str, path: str) -> Iterator[Problem]:
    """Yield the problem that *path* is no place in a case, if it is not."""
    unknown = unknown_part({"case": Case}, f"case.{path}")
    if unknown is not None:
        yield at_place(
            placed,
            part,
            Problem(
                "place-unknown",
                f"`{path}` is no place in a case: there is no `{unknown.part}` there.",
                did_you_mean(unknown.part, unknown.choices),
            ),
        )


def _element_problems(placed: Placed[Element], statutes: set[str]) -> Iterator[Problem]:
    element = placed.value
    if element.statute not in statutes:
        yield at_place(
            placed,
            "statute",
            Problem(
                "statute-unknown",
                f"There is no statute `{element.statute}`.",
                did_you_mean(element.statute, sorted(statutes), otherwise="Add it to law/statutes.yaml."),
            ),
        )
    roots: dict[str, type] = {"case": Case}
    for problem in condition_problems(element.when, roots, entry="when"):
        yield at_place(placed, "when", problem)
    if element.each == "incident":
        roots["incident"] = Incident
    for problem in condition_problems(element.met_by, roots, entry="met_by"):
        yield at_place(placed, "met_by", problem)
    yield from path_problem(placed, "path", element.path)


def at_place(placed: Placed[T], part: str, problem: Problem) -> Problem:
    """Return *problem* with its place in the file."""
    path = ".".join(step for step in (placed.within, part) if step)
    return replace(problem, path=path, where=placed.at(part))
