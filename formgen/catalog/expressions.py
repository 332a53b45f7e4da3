"""Fills the braces in the catalog's wording, and answers its conditions."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields
from functools import cache

from jinja2 import Template, TemplateError, TemplateSyntaxError, nodes
from jinja2.environment import TemplateExpression
from jinja2.parser import Parser

from formgen.catalog.clause_names import CLAUSE_NAMES, ClauseNames, NameWords, PersonWords
from formgen.catalog.fields import unknown_part
from formgen.catalog.grammar import ENVIRONMENT, names_of, refusals
from formgen.catalog.suggestion import did_you_mean
from formgen.errors import CatalogError, Problem
from formgen.intake.shown import in_words

__all__ = [
    "ClauseNames",
    "NameWords",
    "PersonWords",
    "condition_problems",
    "fill",
    "holds",
    "names_in",
    "names_in_condition",
    "wording_problems",
]

_TAG = re.compile(r"\{[{%#]")


@dataclass(frozen=True, slots=True)
class _Wording:
    template: Template
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Condition:
    expression: TemplateExpression
    names: frozenset[str]


class _FaultError(Exception):
    """Something in a text of the catalog that cannot be used, before it is known which entry it is in."""

    def __init__(self, code: str, what: str, fix: str) -> None:
        self.code, self.what, self.fix = code, what, fix
        super().__init__(code)


def fill(source: str, names: ClauseNames, *, entry: str) -> str:
    """Return the wording *source* with the words of the case in place of the braces.

    Args:
        source: Wording of a clause or a request.
        names: What its braces may name.
        entry: Where the wording stands, for messages: `gov-code-12940.nonemployee`.

    Raises:
        CatalogError: It names something unknown, or a tag in it is broken.
    """
    with _placed(entry):
        wording = _wording(source)
        _refuse_unknown(_unknown_in_wording(wording.names))
        values = {field.name: getattr(names, field.name) for field in fields(names)}
        with _computed():
            return wording.template.render(values)


def holds(source: str, /, *, entry: str = "", **values: object) -> bool:
    """Return whether the condition *source* is true of *values*, such as `case` and `incident`.

    Raises:
        CatalogError: It names something unknown, or cannot be understood.
    """
    with _placed(entry or source):
        condition = _condition(source)
        roots = tuple((name, type(value)) for name, value in values.items())
        _refuse_unknown(_unknown_in_condition(condition.names, roots))
        with _computed():
            return bool(condition.expression(values))


def names_in(source: str) -> frozenset[str]:
    """Return the names in a wording, such as `respondent.called`.

    Raises:
        CatalogError: A tag in it is broken.
    """
    with _placed(source):
        return _wording(source).names


def names_in_condition(source: str) -> frozenset[str]:
    """Return the names in a condition, such as `case.incidents[].protected_basis`.

    Raises:
        CatalogError: It cannot be understood.
    """
    with _placed(source):
        return _condition(source).names


def wording_problems(source: str, *, entry: str) -> tuple[Problem, ...]:
    """Return what is wrong with a wording, without filling it."""
    try:
        with _placed(entry):
            _refuse_unknown(_unknown_in_wording(_wording(source).names))
    except CatalogError as error:
        return error.problems
    return ()


def condition_problems(source: str, roots: Mapping[str, type], *, entry: str) -> tuple[Problem, ...]:
    """Return what is wrong with a condition over *roots*, without answering it."""
    try:
        with _placed(entry):
            _refuse_unknown(_unknown_in_condition(_condition(source).names, tuple(roots.items())))
    except CatalogError as error:
        return error.problems
    return ()


@contextmanager
def _placed(entry: str) -> Iterator[None]:
    """Turn a fault into the problem of *entry*."""
    try:
        yield
    except _FaultError as fault:
        raise CatalogError([Problem(fault.code, fault.what, fault.fix, path=entry)]) from None


@contextmanager
def _computed() -> Iterator[None]:
    """Turn what goes wrong with the values into a fault."""
    try:
        yield
    except (TemplateError, TypeError, ValueError) as error:
        raise _FaultError(
            "expression-fails",
            f"It cannot be worked out for this case ({type(error).__name__}).",
            "Ask whether a value `is given` before comparing or counting it.",
        ) from None


@cache
def _wording(source: str) -> _Wording:
    try:
        tree = ENVIRONMENT.parse(source)
        _refuse_foreign(tree)
        return _Wording(ENVIRONMENT.from_string(source), names_of(tree))
    except TemplateSyntaxError as error:
        raise _FaultError(
            "tag-broken",
            f"The tag that begins at character {_broken_at(source)} cannot be understood: {_said(error)}",
            "Write `{{ name }}`, or `{% if name %}`, words and `{% endif %}`.",
        ) from None


@cache
def _condition(source: str) -> _Condition:
    try:
        parser = Parser(ENVIRONMENT, source, state="variable")
        tree = parser.parse_expression()
        if not parser.stream.eos:
            _refuse_rest(source)
        _refuse_foreign(tree)
        return _Condition(ENVIRONMENT.compile_expression(source, undefined_to_none=False), names_of(tree))
    except TemplateSyntaxError as error:
        raise _FaultError(
            "tag-broken",
            f"The condition `{source}` cannot be understood: {_said(error)}",
            "Write it without braces, such as `case.dispute is given`.",
        ) from None


def _said(error: TemplateSyntaxError) -> str:
    """Return Jinja's own sentence as the end of ours."""
    message = (error.message or "").rstrip(".")
    return f"{message[:1].lower()}{message[1:]}."


def _refuse_rest(source: str) -> None:
    raise TemplateSyntaxError(f"there is more after its end in `{source}`", 1)


def _refuse_foreign(tree: nodes.Node) -> None:
    foreign = list(dict.fromkeys(refusals(tree)))
    if foreign:
        raise _FaultError(
            "expression-not-allowed",
            f"It uses {in_words(foreign, last='and')}, which the language of the catalog does not have.",
            "Use names, texts in quotation marks, comparisons, `and`, `or`, `not`, `if`, `is given`, and the "
            "filters listed, having, length, first, last and join.",
        )


def _refuse_unknown(unknown: tuple[str, tuple[str, ...]] | None) -> None:
    if unknown is None:
        return
    name, choices = unknown
    raise _FaultError(
        "name-unknown",
        f"It names `{name}`, which does not exist.",
        did_you_mean(name, choices),
    )


@cache
def _unknown_in_wording(names: frozenset[str]) -> tuple[str, tuple[str, ...]] | None:
    unknown = sorted(names - CLAUSE_NAMES)
    return (unknown[0], tuple(sorted(CLAUSE_NAMES))) if unknown else None


@cache
def _unknown_in_condition(
    names: frozenset[str], roots: tuple[tuple[str, type], ...]
) -> tuple[str, tuple[str, ...]] | None:
    for name in sorted(names):
        unknown = unknown_part(dict(roots), name)
        if unknown is not None:
            before = name[: name.index(unknown.part)]
            return name, tuple(f"{before}{choice}" for choice in unknown.choices)
    return None


def _broken_at(source: str) -> int:
    """Return at which character, counted from one, the tag begins that Jinja stumbles over.

    Jinja tells only the line; so each tag is put on a line of its own.
    """
    starts = [found.start() for found in _TAG.finditer(source)]
    line = 1
    try:
        ENVIRONMENT.from_string(_TAG.sub(r"\n\g<0>", source.replace("\n", " ")))
    except TemplateSyntaxError as error:
        line = error.lineno
    tag = min(line - 1, len(starts))
    return starts[tag - 1] + 1 if tag > 0 else 1
