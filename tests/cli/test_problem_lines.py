"""How problems look to a person."""

from formgen.cli.problem_lines import counted, how_many, problem_lines
from formgen.errors import Problem, Severity, SourceLocation

ERROR = Problem(
    "needed-blank", "It is blank.", "Fill it in.", "employer.name", SourceLocation("case.yaml", 12, 5)
)
WARNING = Problem("name-long", "It is long.", "Look at it.", "employer.name", severity=Severity.WARNING)


def question(number: int, what: str = "How did this reach you?") -> Problem:
    """Return a question about one incident."""
    return Problem(
        "channel-blank",
        what,
        "Write email.",
        f"incidents[{number}]",
        SourceLocation("case.yaml", number, 1),
        Severity.PROMPT,
    )


def shown(*problems: Problem) -> str:
    """Return the lines of *problems* as plain text."""
    return "\n".join(" " * line.indent + line.text for line in problem_lines(problems))


def test_a_single_error_is_a_block_place_sentence_remedy() -> None:
    assert shown(ERROR) == "case.yaml:12:5 employer.name\n  It is blank.\n    Fill it in.  [needed-blank]"


def test_errors_come_first_then_warnings_then_questions_each_counted() -> None:
    assert shown(question(1), WARNING, ERROR) == (
        "To put right (1)\n\n"
        "case.yaml:12:5 employer.name\n  It is blank.\n    Fill it in.  [needed-blank]\n\n"
        "To look at (1)\n\n"
        "employer.name\n  It is long.\n    Look at it.  [name-long]\n\n"
        "Questions: an answer would make the papers better (1)\n\n"
        "case.yaml:1:1 incidents[1]\n  How did this reach you?\n    Write email.  [channel-blank]"
    )


def test_a_question_about_many_places_is_asked_once() -> None:
    assert shown(question(1), question(2, "What was answered?"), question(3)) == (
        "Questions: an answer would make the papers better (3)\n\n"
        "case.yaml:1:1 incidents[1]\ncase.yaml:3:1 incidents[3]\n"
        "  How did this reach you?\n    Write email.  [channel-blank]\n\n"
        "case.yaml:2:1 incidents[2]\n  What was answered?\n    Write email.  [channel-blank]"
    )


def test_errors_alike_are_each_shown_in_their_order() -> None:
    lines = [line.text for line in problem_lines([ERROR, ERROR])]

    assert lines.count("It is blank.") == 2


def test_a_problem_without_a_place_or_a_remedy_shows_neither() -> None:
    assert shown(Problem("some-code", "It is so.", "")) == "  It is so.\n    [some-code]"


def test_no_problems_are_no_lines() -> None:
    assert problem_lines([]) == []


def test_problems_are_counted_in_words() -> None:
    assert counted([ERROR, ERROR, WARNING, question(1)]) == "2 errors, 1 warning, 1 question"
    assert counted([]) == "nothing to put right"
    assert how_many(1, "row", "rows") == "1 row"
    assert how_many(0, "row", "rows") == "0 rows"
