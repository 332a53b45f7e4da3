"""Looks for the name of someone who is not named, in all that a court paper would print or show."""

import csv
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import pairwise, permutations
from unicodedata import category, normalize

from formgen.case import Case
from formgen.case.petition import Employee
from formgen.checks.paper_sources import printed_by
from formgen.document.chronology_paper import ChronologyPaper
from formgen.document.court_set import DrawnPaper
from formgen.errors import Problem
from formgen.facts.facts import Facts
from formgen.facts.identity import is_left_out, unnamed

NAMES = "names-the-unnamed"
MAY_NAME = "may-name-the-unnamed"
"""A word of the name, which can be an ordinary word too; a case can accept it once it was looked at."""

SHORT = 3
"""Letters; what reveals somebody and is no longer, such as initials, is sought in capitals only."""

LONG = 4
"""Letters; a word of a name at least as long is sought within other words of an address or a file's name."""

VERY_LONG = 6
"""Letters; a name of several words is sought within one word if it is at least as long."""


def unnamed_problems(facts: Facts, papers: Iterable[DrawnPaper]) -> list[Problem]:
    """Return a problem for everything in the court papers among *papers* that shows who is not named."""
    printed: list[tuple[str, str]] = []
    for paper in papers:
        if isinstance(paper, ChronologyPaper):
            if facts.jurisdiction.chronologies[paper.paper].audience != "court":
                continue
            printed += _table(paper)
        printed += printed_by(paper)
    words = facts.jurisdiction.spec.date_words
    return reveals(facts.case, printed, calendar=(*words.months, *words.weekdays))


def reveals(case: Case, printed: Iterable[tuple[str, str]], *, calendar: Sequence[str] = ()) -> list[Problem]:
    """Return a problem for every typed stretch that names someone who is not named, or reveals this person.

    Args:
        case: The case.
        printed: Typed stretches that papers print, each with its place in the case.
        calendar: Names of months and days, which are no sign of a person.
    """
    common = frozenset(word for name in calendar for word in _words(name))
    hidden = [_Hidden.of(employee, common) for employee in unnamed(case)]
    if not hidden:
        return []
    found: dict[str, str] = {}
    shown = [(text, path, False) for text, path in printed]
    for text, path, is_file in (*shown, *_besides(case)):
        codes = {code for each in hidden if (code := each.shown_by(text, is_file=is_file))}
        if NAMES in codes:
            found[path] = NAMES
        elif codes and MAY_NAME not in case.accept:
            found.setdefault(path, MAY_NAME)
    return [_problem(code, path) for path, code in found.items()]


def _table(paper: ChronologyPaper) -> Iterator[tuple[str, str]]:
    """Yield the cells of the table for a spreadsheet, each with the place of its event."""
    rows = csv.reader(StringIO(paper.csv.decode("utf-8-sig"), newline=""))
    next(rows, None)
    paths = (row.path for group in paper.groups for row in group.rows)
    for cells, path in zip(rows, paths, strict=True):
        yield from ((cell, path) for cell in cells if cell)


def _besides(case: Case) -> Iterator[tuple[str, str, bool]]:
    """Yield what headings, exhibits and the manifest show beside, and whether it is the name of a file."""
    yield case.case, "case", True
    if case.dispute is not None and case.dispute.about:
        yield case.dispute.about, "dispute.about", False
    if case.respondent.called:
        yield case.respondent.called, "respondent.called", False
    for number, item in enumerate(case.evidence, 1):
        if "court" in item.withheld_from or is_left_out(case, item):
            continue
        for name in ("id", "file", "description", "label"):
            if text := getattr(item, name):
                yield text, f"evidence[{number}].{name}", name in ("id", "file")


@dataclass(frozen=True, slots=True)
class _Hidden:
    """What shows who somebody is."""

    whole: str
    """A name of one word."""

    pairs: frozenset[tuple[str, str]]
    """Any two words of the name, one behind the other."""

    joined: frozenset[str]
    """The same with nothing between, as in the name of a file."""

    parts: frozenset[str]
    """Words of the name, each of which may be an ordinary word too."""

    reveals: frozenset[str]
    in_capitals: frozenset[str]
    """What reveals the person and is so short that it is an ordinary word without its capitals."""

    @classmethod
    def of(cls, employee: Employee, common: frozenset[str]) -> "_Hidden":
        """Return what shows who *employee* is; words in *common* alone are no sign."""
        name = _words(employee.name or "")
        pairs = frozenset(pair for pair in permutations(name, 2) if not common.issuperset(pair))
        typed = ["".join(_words(each, keeps_case=True)) for each in employee.reveals]
        return cls(
            "".join(name) if len(name) == 1 and common.isdisjoint(name) else "",
            pairs,
            frozenset("".join(pair) for pair in pairs),
            frozenset(word for word in name if len(word) > 1) - common,
            frozenset(each.casefold() for each in typed if len(each) > SHORT),
            frozenset(each.upper() for each in typed if 0 < len(each) <= SHORT),
        )

    def shown_by(self, text: str, *, is_file: bool) -> str:
        """Return the code of what is wrong with *text*; empty if it shows nothing."""
        words = _words(text)
        addresses = [text] if is_file else [each for each in text.split() if "@" in each]
        in_addresses = [word for each in addresses for word in _words(each)]
        if (
            self.whole in words
            or not self.pairs.isdisjoint(pairwise(words))
            or _run_together(words, self.reveals)
            or _run_together(_words(text, keeps_case=True), self.in_capitals)
            or _within(in_addresses, self.joined)
        ):
            return NAMES
        if (
            not self.parts.isdisjoint(words)
            or _within(words, (each for each in self.joined if len(each) >= VERY_LONG))
            or _within(words, (each for each in self.parts if not each.isascii()))
            or _within(in_addresses, (each for each in self.parts if len(each) >= LONG))
        ):
            return MAY_NAME
        return ""


def _run_together(words: Sequence[str], sought: Collection[str]) -> bool:
    """Return whether *words* that follow each other, with nothing between, make one of *sought*."""
    longest = max((len(each) for each in sought), default=0)
    for start in range(len(words)):
        joined = ""
        for word in words[start:]:
            joined += word
            if len(joined) > longest:
                break
            if joined in sought:
                return True
    return False


def _within(words: Iterable[str], sought: Iterable[str]) -> bool:
    found = tuple(sought)
    return any(each in word for word in words for each in found)


def _words(text: str, *, keeps_case: bool = False) -> list[str]:
    """Return the words of *text*, however their letters are put together and whatever is set above them."""
    plain = "".join(each for each in normalize("NFKD", text) if category(each) not in ("Mn", "Cf"))
    folded = plain if keeps_case else plain.casefold()
    return "".join(each if each.isalnum() else " " for each in folded).split()


def _problem(code: str, path: str) -> Problem:
    if code == MAY_NAME:
        return Problem(
            code=code,
            what="This holds a word of the name of a person who is not to be named.",
            fix=f"Write what the person is called. If it is an ordinary word, add `{code}` to `accept`.",
            path=path,
        )
    return Problem(
        code=code,
        what="This names a person who is not to be named, or reveals who it is.",
        fix="Write what the person is called instead; mark a quote or evidence `identifies: yes`.",
        path=path,
    )
