"""How problems look to a person: one block each, what stops first, questions last."""

from collections.abc import Iterable, Iterator, Sequence

from formgen.cli.lines import Line, Tone
from formgen.errors import Problem, Severity

_NAMES = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.PROMPT: ("question", "questions"),
}
_HEADINGS = {
    Severity.ERROR: "To put right",
    Severity.WARNING: "To look at",
    Severity.PROMPT: "Questions: an answer would make the papers better",
}
_TONES = {Severity.ERROR: Tone.ERROR, Severity.WARNING: Tone.WARNING, Severity.PROMPT: Tone.QUESTION}


def problem_lines(problems: Sequence[Problem]) -> list[Line]:
    """Return *problems* as lines: errors, then warnings, then questions, each kind in its order."""
    lines: list[Line] = []
    for severity in Severity:
        found = [problem for problem in problems if problem.severity is severity]
        if not found:
            continue
        if len(problems) > 1 or severity is not Severity.ERROR:
            lines += [Line(f"{_HEADINGS[severity]} ({len(found)})", tone=_TONES[severity]), Line()]
        for block in _blocks(found):
            lines += [*_block_lines(block), Line()]
    return lines[:-1]


def counted(problems: Iterable[Problem]) -> str:
    """Return how many *problems* there are of each kind: `2 errors, 1 warning, 12 questions`."""
    found = [problem.severity for problem in problems]
    counts = [
        how_many(found.count(severity), *_NAMES[severity]) for severity in Severity if severity in found
    ]
    return ", ".join(counts) or "nothing to put right"


def how_many(count: int, one: str, several: str) -> str:
    """Return *count* with the word for it: `1 question`, `12 questions`."""
    return f"{count} {one if count == 1 else several}"


def _blocks(problems: Sequence[Problem]) -> Iterator[list[Problem]]:
    """Yield each problem by itself; a question that is asked at several places only once, with them all."""
    asked: dict[tuple[str, str, str], list[Problem]] = {}
    for number, problem in enumerate(problems):
        once = problem.severity is Severity.PROMPT
        key = (problem.code, problem.what, problem.fix) if once else (str(number), "", "")
        asked.setdefault(key, []).append(problem)
    yield from asked.values()


def _block_lines(block: Sequence[Problem]) -> Iterator[Line]:
    for problem in block:
        if place := _place(problem):
            yield Line(place, tone=Tone.HEADING)
    yield Line(block[0].what, indent=2)
    yield Line(f"{block[0].fix}  [{block[0].code}]".lstrip(), indent=4)


def _place(problem: Problem) -> str:
    return " ".join(str(part) for part in (problem.where, problem.path) if part)
