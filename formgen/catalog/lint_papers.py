"""Checks the letters and packets of a jurisdiction: their files, needs, requests and clauses."""

from collections.abc import Iterator

from formgen.case import Case
from formgen.catalog.contents import Contents, Letter, Placed
from formgen.catalog.expressions import condition_problems
from formgen.catalog.lint_law import at_place, banned_phrases, path_problem, wording_faults
from formgen.catalog.reading import EXAMPLE_FILE, TEXT_FILE, missing_letter_file
from formgen.catalog.specs import PacketSpec, RequestSpec
from formgen.catalog.suggestion import did_you_mean
from formgen.errors import Problem
from formgen.intake.shown import in_words

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
    letters = [placed.id for placed in contents.letters]
    for letter in contents.letters:
        yield from _letter_problems(letter, clauses, banned)
    for packet in contents.packets:
        yield from _packet_problems(packet, letters)


def _letter_problems(
    placed: Placed[Letter], clauses: list[str], banned: tuple[str, ...]
) -> Iterator[Problem]:
    letter = placed.value
    for name in (TEXT_FILE, EXAMPLE_FILE):
        if not (letter.folder / name).is_file():
            yield missing_letter_file(letter.folder / name)
    for number, need in enumerate(letter.spec.needs, 1):
        for path in need.split(EITHER):
            yield from path_problem(placed, f"needs[{number}]", path)
    for name, reference in letter.spec.clauses.items():
        if reference not in clauses:
            yield at_place(
                placed,
                f"clauses.{name}",
                Problem(
                    "clause-unknown",
                    f"The law has no clause `{reference}`.",
                    did_you_mean(
                        reference, clauses, otherwise="Write statute and clause, with a point between."
                    ),
                ),
            )
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


def _packet_problems(placed: Placed[PacketSpec], letters: list[str]) -> Iterator[Problem]:
    if placed.id in letters:
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
        if paper not in letters:
            yield at_place(
                placed,
                f"papers[{number}]",
                Problem(
                    "paper-unknown",
                    f"There is no paper `{paper}`.",
                    did_you_mean(paper, letters),
                ),
            )
