"""Checks the declarations and chronologies of a jurisdiction: needs, conditions, clauses, every wording."""

from collections import Counter
from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from formgen.case import Case
from formgen.catalog.chronology_spec import ChronologySpec
from formgen.catalog.contents import Contents, Declaration, Placed
from formgen.catalog.declaration_spec import DeclarationSpec, Source
from formgen.catalog.expressions import condition_problems, names_in_condition
from formgen.catalog.fields import EACH
from formgen.catalog.lint_law import at_place, banned_phrases, path_problem, wording_faults
from formgen.catalog.lint_papers import clause_unknown, need_problems
from formgen.catalog.reading import EXAMPLE_FILE
from formgen.catalog.specs import Statute
from formgen.errors import CatalogError, Problem, SourceLocation
from formgen.intake.shown import in_words

PERJURY = ("under penalty of perjury", "laws of the State of California")
"""What makes a declaration one, wherever it is signed (Code Civ. Proc., § 2015.5, wording (b); Kulshrestha v.
First Union (2004) 33 Cal.4th 601)."""

ALWAYS_NEEDED = ("declarant.name", "court.kind", "court.county", "respondent.name")
"""What the head of every court paper prints: blank, it could not be filed."""

OF_A_WITNESS = ("role", "witness")
"""What a witness's own declaration can hold: everything else is in the words of the case's declarant."""

NEEDED_WORDS: dict[Source, str] = {
    "role": "role",
    "knowledge": "knowledge",
    "naming-choice": "naming",
    "temporary-order": "orders",
    "orders": "orders",
    "not-asked": "orders",
}
"""Where the words for a part stand that the declarant does not write."""

ABOUT_DISPUTE = "case.dispute.about"
CHRONOLOGY_WORDS = ("title", "columns", "csv", "words", "rows", "summary", "timeline")


def declaration_problems(contents: Contents) -> Iterator[Problem]:
    """Yield what is wrong with the declarations of *contents*, and with the words that all of them share."""
    banned = banned_phrases(contents)
    for placed in contents.declarations:
        if placed.value.example is None:
            yield Problem(
                "example-missing",
                f"A declaration has a file {EXAMPLE_FILE} that tests it, and this one has none.",
                "Add a small case, made up and whole, that the declaration can be made from.",
                where=SourceLocation(str(placed.value.folder / EXAMPLE_FILE)),
            )
        yield from _conditions(placed)
        yield from _perjury(placed, contents.statutes)
        yield from _parts(placed)
        yield from _refusals(placed)
        spec = placed.value.spec
        yield from need_problems(placed, spec.needs, always=ALWAYS_NEEDED)
        for path, text in _wording_of(spec):
            yield from wording_faults(placed, path, text, banned)
    if contents.spec is not None and contents.spec.value.court_words is not None:
        for path, text in texts_in(contents.spec.value.court_words, "court_words"):
            yield from wording_faults(contents.spec, path, text, banned)


def chronology_problems(contents: Contents) -> Iterator[Problem]:
    """Yield what is wrong with the chronologies of *contents*."""
    banned = banned_phrases(contents)
    for placed in contents.chronologies:
        yield from need_problems(placed, placed.value.needs)
        for path, text in _words_of_chronology(placed.value):
            yield from wording_faults(placed, path, text, banned)


def texts_in(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Yield every text in *value*, a part of the catalog, with its place."""
    match value:
        case str():
            yield path, value
        case BaseModel():
            for name in type(value).model_fields:
                yield from texts_in(getattr(value, name), f"{path}.{name}")
        case dict():
            for name, entry in value.items():
                yield from texts_in(entry, f"{path}.{name}")
        case tuple():
            for number, entry in enumerate(value, 1):
                yield from texts_in(entry, f"{path}[{number}]")


def _wording_of(spec: DeclarationSpec) -> Iterator[tuple[str, str]]:
    """Yield everything that the catalog itself puts on a declaration."""
    for name in ("attachment", "supports", "signs_as", "role", "knowledge", "naming", "orders", "words"):
        yield from texts_in(getattr(spec, name), name)
    for number, part in enumerate(spec.parts, 1):
        for place, choice in enumerate(part.heading, 1):
            yield f"parts[{number}].heading[{place}].text", choice.text


def _words_of_chronology(spec: ChronologySpec) -> Iterator[tuple[str, str]]:
    for name in CHRONOLOGY_WORDS:
        yield from texts_in(getattr(spec, name), name)


def _conditions(placed: Placed[Declaration]) -> Iterator[Problem]:
    """Yield what is wrong with the conditions: each is asked of a case."""
    spec = placed.value.spec
    found = [(f"refuses[{n}].when", refusal.when) for n, refusal in enumerate(spec.refuses, 1)]
    for number, part in enumerate(spec.parts, 1):
        found.append((f"parts[{number}].when", part.when))
        for place, choice in enumerate(part.heading, 1):
            path = f"parts[{number}].heading[{place}]"
            found.append((f"{path}.when", choice.when))
            if "{dispute}" in choice.text and not _asks_for_dispute(choice.when):
                yield at_place(
                    placed,
                    f"{path}.text",
                    Problem(
                        "heading-may-be-blank",
                        "The heading names what is in dispute, and a case may leave that blank.",
                        f"Add `when: {ABOUT_DISPUTE} is given`, and a heading for the other cases.",
                    ),
                )
    for path, condition in found:
        for problem in condition_problems(condition, {"case": Case}, entry=path):
            yield at_place(placed, path, problem)


def _asks_for_dispute(condition: str) -> bool:
    try:
        return ABOUT_DISPUTE in names_in_condition(condition)
    except CatalogError:
        # What is wrong with it is told apart.
        return True


def _perjury(placed: Placed[Declaration], statutes: Iterable[Placed[Statute]]) -> Iterator[Problem]:
    """Yield what is wrong with the clause that a declaration ends with, in any version of its law."""
    for name, reference in placed.value.spec.clauses.items():
        versions = [
            (each, f"{each.id}.{clause}", wording)
            for each in statutes
            for clause, wording in each.value.clauses.items()
        ]
        known = sorted({each for _, each, _ in versions})
        if reference not in known:
            yield clause_unknown(placed, name, reference, known)
        for statute, each, wording in versions:
            if each == reference:
                yield from _perjury_wording(statute, f"clauses.{each.partition('.')[2]}", wording)


def _perjury_wording(statute: Placed[Statute], part: str, wording: str) -> Iterator[Problem]:
    missing = [phrase for phrase in PERJURY if phrase not in " ".join(wording.split())]
    if missing:
        yield at_place(
            statute,
            part,
            Problem(
                "perjury-clause-incomplete",
                f"A declaration that ends with this is none: it lacks {in_words(missing, last='and')}.",
                "Write it as Code Civ. Proc., § 2015.5 has it, wording (b).",
            ),
        )
    if "{" in wording:
        yield at_place(
            statute,
            part,
            Problem(
                "name-unknown",
                "It names something in braces, and the end of a declaration is printed as it stands.",
                "Write it without braces.",
            ),
        )


def _parts(placed: Placed[Declaration]) -> Iterator[Problem]:
    """Yield what is wrong with where the paragraphs come from."""
    spec = placed.value.spec
    seen: Counter[Source] = Counter()
    for number, part in enumerate(spec.parts, 1):
        for source in part.sources:
            seen[source] += 1
            problem = _source_problem(spec, source, times=seen[source])
            if problem is not None:
                yield at_place(placed, f"parts[{number}].holds", problem)


def _source_problem(spec: DeclarationSpec, source: Source, *, times: int) -> Problem | None:
    if times > 1:
        return Problem(
            "source-twice",
            f"The declaration would tell `{source}` twice.",
            "Leave it in one part only.",
        )
    if (source not in OF_A_WITNESS) if spec.by == "witness" else (source == "witness"):
        return Problem(
            "source-of-another",
            f"`{source}` is not in the words of the one who signs this declaration.",
            f"A witness's holds {in_words(OF_A_WITNESS, last='and')} only; any other holds no `witness`.",
        )
    words = NEEDED_WORDS.get(source)
    if words is not None and getattr(spec, words) is None:
        return Problem(
            "words-missing",
            f"The declaration tells `{source}`, and has no `{words}` to tell it with.",
            f"Add `{words}`, as a built-in declaration has it, or leave `{source}` out.",
        )
    return None


def _refusals(placed: Placed[Declaration]) -> Iterator[Problem]:
    """Yield what is wrong with the cases that it is not for."""
    seen: set[str] = set()
    for number, refusal in enumerate(placed.value.spec.refuses, 1):
        yield from path_problem(placed, f"refuses[{number}].path", refusal.path)
        if EACH in refusal.path:
            yield at_place(
                placed,
                f"refuses[{number}].path",
                Problem(
                    "place-of-many",
                    f"A refusal speaks of one place in a case, and `{refusal.path}` is many.",
                    "Name the list, or a place outside it.",
                ),
            )
        if refusal.id in seen:
            yield at_place(
                placed,
                f"refuses[{number}].id",
                Problem(
                    "refusal-twice",
                    f"There are two refusals `{refusal.id}`.",
                    "Give each a name of its own.",
                ),
            )
        seen.add(refusal.id)
