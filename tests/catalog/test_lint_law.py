"""The law checked without a case."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from formgen.catalog.lint_law import law_problems
from formgen.catalog.reading import read_contents
from formgen.errors import Problem

Write = Callable[[Mapping[str, str]], Path]
Make = Callable[..., str]
Lint = Callable[[str, str], list[Problem]]
WITHOUT_BRACES = "Write it without braces, such as `case.dispute is given`."


@pytest.fixture
def lint(write_catalog: Write, jurisdiction_yaml: str) -> Lint:
    """Check statutes and elements beside a list with one banned word."""

    def run(statutes: str, elements: str) -> list[Problem]:
        folder = write_catalog(
            {
                "us-ca/jurisdiction.yaml": jurisdiction_yaml,
                "us-ca/law/statutes.yaml": f"statutes:{statutes}",
                "us-ca/law/elements.yaml": f"elements:\n{elements}",
                "us-ca/law/banned-words.yaml": "source: a book\nchecked_on: 2026-11-24\n"
                "confidence: partly\nphrases: [hereby]\n",
            }
        )
        contents = read_contents("us-ca", [folder])
        assert contents.problems == ()
        return list(law_problems(contents))

    return run


def test_law_without_mistakes_has_no_problems(lint: Lint, statute: Make, element: Make) -> None:
    clauses = "clauses: {orders: 'Because {{ site }} is open.'}"

    assert (
        lint(statute("code-1", clauses), element(each="incident", met_by="incident.at_work is given")) == []
    )


def test_a_clause_that_cannot_be_filled_or_says_a_banned_word_is_told_at_its_line(
    lint: Lint, statute: Make, element: Make
) -> None:
    clauses = ("clauses:", "  one: 'I hereby ask {{ sight }}.'", "  two: '{{ site'")

    problems = lint(statute("code-1", *clauses), element())

    assert [(p.code, p.path, p.where and p.where.line) for p in problems] == [
        ("name-unknown", "statutes[1].clauses.one", 9),
        ("word-banned", "statutes[1].clauses.one", 9),
        ("tag-broken", "statutes[1].clauses.two", 10),
    ]


def test_without_a_list_no_word_is_banned(
    write_catalog: Write, jurisdiction_yaml: str, statute: Make
) -> None:
    text = "statutes:" + statute("code-1", "clauses: {one: I hereby ask.}")
    folder = write_catalog({"us-ca/jurisdiction.yaml": jurisdiction_yaml, "us-ca/law/statutes.yaml": text})

    assert list(law_problems(read_contents("us-ca", [folder]))) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"statute": "code-2"}, ("statute-unknown", "statute", "Did you mean `code-1`?")),
        ({"statute": "xyz"}, ("statute-unknown", "statute", "Add it to law/statutes.yaml.")),
        ({"when": "case.disput is given"}, ("name-unknown", "when", "Did you mean `case.dispute`?")),
        ({"met_by": "incident.at_work is given"}, ("name-unknown", "met_by", "There is: case.")),
        ({"met_by": '"case case"', "each": "incident"}, ("tag-broken", "met_by", WITHOUT_BRACES)),
        ({"path": "incidents[].at_wrk"}, ("place-unknown", "path", "Did you mean `at_work`?")),
    ],
)
def test_an_element_that_points_nowhere_is_told(
    lint: Lint, statute: Make, element: Make, changes: dict[str, str], expected: tuple[str, str, str]
) -> None:
    problems = lint(statute("code-1"), element(**changes))

    assert [(p.code, p.path.removeprefix("elements[1]."), p.fix) for p in problems] == [expected]
