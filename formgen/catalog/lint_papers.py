"""Checks the letters and packets of a jurisdiction: their files, needs, requests and clauses."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from formgen.case import Case
from formgen.catalog.contents import Contents, Letter, Placed
from formgen.catalog.expressions import condition_problems
from formgen.catalog.lint_law import at_place, banned_phrases, path_problem, wording_faults
from formgen.catalog.reading import EXAMPLE_FILE, TEXT_FILE, missing_letter_file
from formgen.catalog.specs import PacketSpec, RequestSpec
from formgen.catalog.suggestion import did_you_mean
from formgen.errors import Problem
from formgen.intake.shown import in_words

T = TypeVar("T")

FORMS = {
    "ask": ("line", "clause"),
    "orders": ("sentence",),
    "cost": ("sentence",),
    "closing": ("clause", "closing"),
    "answer": (),
}
"""The forms that a request must have at each place of a letter."""

EITHER = " or "
"""Between two places of which one is enough: `incidents[].account or incidents[].quotes`."""


def paper_problems(contents: Contents) -> Iterator[Problem]:
    """Yield what is wrong with the letters and packets in *contents*."""
    clauses = sorted({f"{placed.id}.{name}" for placed in contents.statutes for name in placed.value.clauses})
    banned = banned_phrases(contents)
    for letter in contents.letters:
        yield from _letter_problems(letter, clauses, banned)
    papers: list[str] = []
    yield from _names_taken(contents.letters, papers)
    yield from _names_taken(contents.declarations, papers)
    yield from _names_taken(contents.chronologies, papers)
    for packet in contents.packets:
        yield from _packet_problems(packet, papers)


def need_problems(
    placed: Placed[T], needs: Sequence[str], *, always: Sequence[str] = ()
) -> Iterator[Problem]:
    """Yield what is wrong with the places in a case that a paper needs.

    Args:
        placed: The paper.
        needs: What it needs, as it is written under `needs`.
        always: What every paper of its kind needs.
    """
    for number, need in enumerate(needs, 1):
        choices = need.split(EITHER)
        unknown = [problem for path in choices for problem in path_problem(placed, f"needs[{number}]", path)]
        yield from unknown
        if not unknown and len({_lists_in(path) for path in choices}) > 1:
            yield at_place(
                placed,
                f"needs[{number}]",
                Problem(
                    "needs-not-alike",
                    "One of these would do for the other, and they stand in different lists.",
                    "Join with ` or ` only places of one record: incidents[].account or incidents[].quotes.",
                ),
            )
    missing = [need for need in always if need not in needs]
    if missing:
        yield at_place(
            placed,
            "needs",
            Problem(
                "need-missing",
                f"These papers print {in_words(missing, last='and')}, and this one does not need it.",
                f"Add {in_words(missing, last='and')} to its needs.",
            ),
        )


def _lists_in(path: str) -> str:
    """Return the part of *path* that names lists, each of whose records is meant."""
    return path.rpartition("[]")[0]


def _names_taken(listed: Iterable[Placed[T]], taken: list[str]) -> Iterator[Problem]:
    """Yield each paper whose name another kind of paper has too, and add the names to those *taken*."""
    names = []
    for placed in listed:
        names.append(placed.id)
        if placed.id in taken:
            yield at_place(
                placed,
                "",
                Problem(
                    "name-taken",
                    f"Another paper is called `{placed.id}` too, so a case could not say which it means.",
                    "Give its folder another name.",
                ),
            )
    taken += names


def _letter_problems(
    placed: Placed[Letter], clauses: list[str], banned: tuple[str, ...]
) -> Iterator[Problem]:
    letter = placed.value
    for name in (TEXT_FILE, EXAMPLE_FILE):
        if not (letter.folder / name).is_file():
            yield missing_letter_file(letter.folder / name)
    yield from need_problems(placed, letter.spec.needs)
    for name, reference in letter.spec.clauses.items():
        if reference not in clauses:
            yield clause_unknown(placed, name, reference, clauses)
    yield from _condition_problems(placed)
    for number, request in enumerate(letter.spec.requests, 1):
        yield from _request_problems(placed, f"requests[{number}]", request, banned)
    for name, phrase in letter.spec.words.items():
        yield from wording_faults(placed, f"words.{name}", phrase, banned)


def _condition_problems(placed: Placed[Letter]) -> Iterator[Problem]:
    letter = placed.value
    for name, condition in letter.spec.conditions.items():
        if name not in letter.spec.clauses:
            yield at_place(
                placed,
                f"conditions.{name}",
                Problem(
                    "clause-unknown",
                    "The letter has no clause of this name.",
                    did_you_mean(name, tuple(letter.spec.clauses)),
                ),
            )
        for problem in condition_problems(condition, {"case": Case}, entry=f"conditions.{name}"):
            yield at_place(placed, f"conditions.{name}", problem)


def _request_problems(
    placed: Placed[Letter], part: str, request: RequestSpec, banned: tuple[str, ...]
) -> Iterator[Problem]:
    wordings = {
        "line": request.line,
        "clause": request.clause,
        "sentence": request.sentence,
        "closing": request.closing,
        "what": request.what,
    }
    missing = [form for form in FORMS[request.place] if wordings[form] is None]
    if missing:
        yield at_place(
            placed,
            part,
            Problem(
                "request-form-missing",
                f"A request at the place `{request.place}` needs "
                f"{in_words(FORMS[request.place], last='and')}; `{request.id}` has no {in_words(missing)}.",
                f"Add {in_words(missing, last='and')}, or give it another place.",
            ),
        )
    for form, wording in wordings.items():
        if wording is not None:
            yield from wording_faults(placed, f"{part}.{form}", wording, banned)
    alike = [other for other in placed.value.spec.requests if other.id == request.id]
    if request is not alike[0]:
        yield at_place(
            placed,
            f"{part}.id",
            Problem(
                "request-twice", f"There are two requests `{request.id}`.", "Give each a name of its own."
            ),
        )


def _packet_problems(placed: Placed[PacketSpec], papers: Sequence[str]) -> Iterator[Problem]:
    if placed.id in papers:
        yield at_place(
            placed,
            "",
            Problem(
                "name-taken",
                f"A paper is called `{placed.id}` too, so a case could not say which it means.",
                "Give the packet another name.",
            ),
        )
    for number, paper in enumerate(placed.value.papers, 1):
        if paper not in papers:
            yield at_place(
                placed,
                f"papers[{number}]",
                Problem(
                    "paper-unknown",
                    f"There is no paper `{paper}`.",
                    did_you_mean(paper, papers),
                ),
            )


def clause_unknown(placed: Placed[T], name: str, reference: str, known: Sequence[str]) -> Problem:
    """Return the problem that a paper prints a clause which the law does not have."""
    fix = did_you_mean(reference, known, otherwise="Write statute and clause, with a point between.")
    problem = Problem("clause-unknown", f"The law has no clause `{reference}`.", fix)
    return at_place(placed, f"clauses.{name}", problem)
