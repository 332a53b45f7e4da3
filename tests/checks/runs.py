"""What the checks say of a case, for tests: what stops its papers, and what is asked about them."""

from collections.abc import Sequence
from datetime import date

from document.declarations import violence
from factories import AS_OF, Typed, facts_of, jurisdiction, merged

from formgen.case import Case
from formgen.checks.court_prompts import paper_prompts
from formgen.checks.papers_asked import papers_asked
from formgen.checks.preflight import ToMake, preflight
from formgen.checks.prompts import prompts
from formgen.document.court_set import DrawnPaper, compose_court_set
from formgen.errors import Problem

Told = tuple[str, str]
"""The code of a problem, and its place."""


def petition(**changes: object) -> Case:
    """Return a case of which an employer's declaration can be made, with *changes* as in `make_case`."""
    whole: Typed = {"respondent": {"employee": "no"}}
    return violence(**merged(whole, changes))


def to_make(case: Case, only: Sequence[str] = ()) -> ToMake:
    """Return the papers that a run makes for *case*."""
    law = jurisdiction()
    return ToMake.of(papers_asked(case, law, only), law, letters=law.letters)


def errors_of(case: Case, only: Sequence[str] = (), *, as_of: date = AS_OF) -> list[Problem]:
    """Return every problem that stops the papers of *case*."""
    stopped = preflight(facts_of(case, as_of), to_make(case, only), evidence=())
    return [problem for error in stopped for problem in error.problems]


def stopped(case: Case, only: Sequence[str] = (), *, as_of: date = AS_OF) -> list[Told]:
    """Return code and place of everything that stops the papers of *case*."""
    return [(problem.code, problem.path) for problem in errors_of(case, only, as_of=as_of)]


def questions_of(case: Case, only: Sequence[str] = ()) -> list[Problem]:
    """Return what is asked about *case* before its papers are composed."""
    return prompts(facts_of(case), to_make(case, only))


def asked(case: Case, only: Sequence[str] = ()) -> list[Told]:
    """Return code and place of what is asked about *case* before its papers are composed."""
    return [(problem.code, problem.path) for problem in questions_of(case, only)]


def drawn(case: Case) -> tuple[DrawnPaper, ...]:
    """Return the composed papers of *case*."""
    return compose_court_set(facts_of(case), to_make(case).named).papers


def questions_of_papers(case: Case, *, pages: int = 1) -> list[Problem]:
    """Return what is asked about the composed papers of *case*, each said to have so many *pages*."""
    return paper_prompts(facts_of(case), [(paper, pages) for paper in drawn(case)])


def asked_of_papers(case: Case, *, pages: int = 1) -> list[Told]:
    """Return code and place of what is asked about the composed papers of *case*."""
    return [(problem.code, problem.path) for problem in questions_of_papers(case, pages=pages)]
