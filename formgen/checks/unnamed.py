"""Looks for the name of someone who is not named, in all that a paper would print or show."""

from collections.abc import Iterable, Iterator, Sequence

from formgen.case import Case
from formgen.case.people import Employee
from formgen.errors import Problem
from formgen.facts.identity import is_left_out, unnamed

MAY_NAME = "may-name-the-unnamed"
"""A word of the name, which can be an ordinary word too; a case can accept it once it was looked at."""


def reveals(case: Case, printed: Iterable[tuple[str, str]], *, calendar: Sequence[str] = ()) -> list[Problem]:
    """Return a problem for every typed stretch that names someone who is not named, or reveals this person.

    Args:
        case: The case.
        printed: Typed stretches that papers print, each with its place in the case.
        calendar: Names of months and days, which are no sign of a person.
    """
    hidden = unnamed(case)
    if not hidden:
        return []
    common = {word.casefold() for word in calendar}
    found: dict[tuple[str, str], Problem] = {}
    for text, path in (*printed, *_about_files(case)):
        for employee in hidden:
            code = _shows(text, employee, common)
            if code and not (code == MAY_NAME and MAY_NAME in case.accept):
                found.setdefault((code, path), _problem(code, path))
    return list(found.values())


def _about_files(case: Case) -> Iterator[tuple[str, str]]:
    """Yield what exhibits, their bookmarks and the manifest show of each piece of evidence."""
    yield case.case, "case"
    for number, item in enumerate(case.evidence, 1):
        if "court" in item.withheld_from or is_left_out(case, item):
            continue
        for name in ("id", "file", "description"):
            if text := getattr(item, name):
                yield text, f"evidence[{number}].{name}"


def _shows(text: str, employee: Employee, common: set[str]) -> str:
    plain = " ".join(text.casefold().split())
    whole = " ".join((employee.name or "").casefold().split())
    words = set(_words(plain))
    if (whole and whole in plain) or any(
        each.casefold() in plain for each in employee.reveals if each.strip()
    ):
        return "names-the-unnamed"
    parts = [word for word in _words(whole) if len(word) > 1 and word not in common]
    return MAY_NAME if words.intersection(parts) else ""


def _words(text: str) -> list[str]:
    return "".join(character if character.isalnum() else " " for character in text).split()


def _problem(code: str, path: str) -> Problem:
    if code == MAY_NAME:
        return Problem(
            code=code,
            what="This holds a word of the name of a person who is not to be named.",
            fix=f"Write what the person is called instead. If it is an ordinary word, add `{code}` to `accept`.",
            path=path,
        )
    return Problem(
        code=code,
        what="This names a person who is not to be named, or reveals who it is.",
        fix="Write what the person is called instead; mark a quote or evidence `identifies: yes`.",
        path=path,
    )
