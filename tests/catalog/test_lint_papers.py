"""Letters and packets checked without a case, and the names of all papers."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from formgen.catalog.lint_papers import paper_problems
from formgen.catalog.reading import read_contents
from formgen.errors import Problem
from formgen.resources import builtin_catalog

Write = Callable[[Mapping[str, str]], Path]
Make = Callable[..., str]
Lint = Callable[..., list[Problem]]


@pytest.fixture
def lint(write_catalog: Write, jurisdiction_yaml: str, statute: Make) -> Lint:
    """Check one letter, and further files, beside a law with one clause and one banned word."""

    def run(letter: str, **more: str) -> list[Problem]:
        files = {
            "us-ca/jurisdiction.yaml": jurisdiction_yaml,
            "us-ca/law/statutes.yaml": "statutes:" + statute("code-1", "clauses: {orders: Words.}"),
            "us-ca/law/banned-words.yaml": "source: a book\nchecked_on: 2026-11-24\n"
            "confidence: partly\nphrases: [hereby]\n",
            "us-ca/letters/short/letter.yaml": letter,
            "us-ca/letters/short/letter.docx": "x",
            "us-ca/letters/short/letter.txt": "x",
            "us-ca/letters/short/example.yaml": "x",
        }
        files |= {f"us-ca/packets/{name}.yaml": text for name, text in more.items()}
        contents = read_contents("us-ca", [write_catalog(files)])
        assert contents.problems == ()
        return list(paper_problems(contents))

    return run


def request(*lines: str) -> str:
    """Return `requests:` with one request."""
    return "requests:\n  - " + "\n    ".join(lines)


def test_papers_without_mistakes_have_no_problems(lint: Lint, letter_yaml: Make, packet_yaml: Make) -> None:
    letter = letter_yaml(
        "needs: [declarant.name, incidents, 'incidents[].account or incidents[].quotes']",
        "clauses: {orders: code-1.orders}",
        "words: {named: 'the {noun} of {day}'}",
        request("id: copies", "place: ask", "what: our policy", "line: Give me {{ what }}.", "clause: that"),
    )

    assert lint(letter, notice=packet_yaml("short")) == []


def test_a_need_that_is_no_place_in_a_case_is_told(lint: Lint, letter_yaml: Make) -> None:
    letter = letter_yaml("needs: ['declarant.nam', 'incidents[].account or incidents[].quots']")

    problems = lint(letter)

    assert [(p.code, p.path, p.what) for p in problems] == [
        (
            "place-unknown",
            "needs[1]",
            "`declarant.nam` is no place in a case: there is no `nam` there.",
        ),
        (
            "place-unknown",
            "needs[2]",
            "`incidents[].quots` is no place in a case: there is no `quots` there.",
        ),
    ]
    assert problems[1].fix == "Did you mean `quotes`?"


def test_a_clause_that_the_law_does_not_have_is_told(lint: Lint, letter_yaml: Make) -> None:
    problems = lint(letter_yaml("clauses: {orders: code-1.order, other: xyz}"))

    assert [(p.code, p.path, p.fix) for p in problems] == [
        ("clause-unknown", "clauses.orders", "Did you mean `code-1.orders`?"),
        ("clause-unknown", "clauses.other", "Write statute and clause, with a point between."),
    ]


@pytest.mark.parametrize(
    ("lines", "what"),
    [
        (("place: ask", "line: Stop."), "needs line and clause; `x` has no clause."),
        (("place: orders", "line: Stop."), "needs sentence; `x` has no sentence."),
        (("place: cost",), "needs sentence; `x` has no sentence."),
        (("place: closing",), "needs clause and closing; `x` has no clause or closing."),
    ],
)
def test_a_request_without_the_forms_of_its_place_is_told(
    lint: Lint, letter_yaml: Make, lines: tuple[str, ...], what: str
) -> None:
    (problem,) = lint(letter_yaml(request("id: x", *lines)))

    assert (problem.code, problem.path) == ("request-form-missing", "requests[1]")
    assert problem.what.endswith(what)


def test_the_date_of_the_answer_needs_no_form(lint: Lint, letter_yaml: Make) -> None:
    assert lint(letter_yaml(request("id: answer", "place: answer"))) == []


def test_two_requests_of_one_name_are_told_at_the_second(lint: Lint, letter_yaml: Make) -> None:
    letter = letter_yaml(request("id: x", "place: answer") + "\n  - id: x\n    place: answer")

    assert [(p.code, p.path) for p in lint(letter)] == [("request-twice", "requests[2].id")]


def test_wording_of_requests_and_phrases_is_checked(lint: Lint, letter_yaml: Make) -> None:
    letter = letter_yaml(
        "words: {named: hereby the email}",
        request("id: x", "place: cost", "sentence: I hereby ask {{ employr.called }}."),
    )

    assert [(p.code, p.path, p.where and p.where.line) for p in lint(letter)] == [
        ("name-unknown", "requests[1].sentence", 11),
        ("word-banned", "requests[1].sentence", 11),
        ("word-banned", "words.named", 7),
    ]


def test_a_packet_names_papers_that_exist(lint: Lint, letter_yaml: Make, packet_yaml: Make) -> None:
    problems = lint(letter_yaml(), notice=packet_yaml("short", "shirt", "declaration"))

    assert [(p.code, p.path, p.fix) for p in problems] == [
        ("paper-unknown", "papers[2]", "Did you mean `short`?"),
        ("paper-unknown", "papers[3]", "There is: short."),
    ]


def test_a_packet_cannot_have_the_name_of_a_paper(lint: Lint, letter_yaml: Make, packet_yaml: Make) -> None:
    assert [p.code for p in lint(letter_yaml(), short=packet_yaml("short"))] == ["name-taken"]


def test_a_letter_without_its_text_or_example_is_told(
    write_catalog: Write, jurisdiction_yaml: str, letter_yaml: Make
) -> None:
    folder = write_catalog(
        {
            "us-ca/jurisdiction.yaml": jurisdiction_yaml,
            "us-ca/letters/short/letter.yaml": letter_yaml(),
            "us-ca/letters/short/letter.docx": "x",
        }
    )

    problems = list(paper_problems(read_contents("us-ca", [folder])))

    assert [(p.code, p.where and Path(p.where.file).name) for p in problems] == [
        ("letter-file-missing", "letter.txt"),
        ("letter-file-missing", "example.yaml"),
    ]


def test_a_condition_is_of_a_clause_that_the_letter_has_and_names_what_a_case_has(
    lint: Lint, letter_yaml: Make
) -> None:
    letter = letter_yaml(
        "clauses: {orders: code-1.orders}",
        "conditions: {orders: case.respondent.employe != 'yes', own: case.dispute is given}",
    )

    assert [(p.code, p.path) for p in lint(letter)] == [
        ("name-unknown", "conditions.orders"),
        ("clause-unknown", "conditions.own"),
    ]


@pytest.mark.parametrize(
    ("need", "expected"),
    [
        ("incidents[].account or incidents[].quotes", []),
        ("declarant.name or employer.name", []),
        ("incidents[].account or dispute.account", [("needs-not-alike", "needs[1]")]),
        ("incidents[].account or notices[].account", [("needs-not-alike", "needs[1]")]),
        ("incidents[].account or dispute.acount", [("place-unknown", "needs[1]")]),
    ],
)
def test_places_of_which_one_is_enough_stand_in_one_record(
    lint: Lint, letter_yaml: Make, need: str, expected: list[tuple[str, str]]
) -> None:
    assert [(p.code, p.path) for p in lint(letter_yaml(f"needs: ['{need}']"))] == expected


@pytest.fixture
def of_all_kinds(
    write_catalog: Write, jurisdiction_yaml: str, letter_yaml: Make, packet_yaml: Make
) -> Callable[..., list[tuple[str, str]]]:
    """Check a letter, a declaration, a chronology and a packet by the names given."""

    def run(
        letter: str, declaration: str, chronology: str, packet: str, *papers: str
    ) -> list[tuple[str, str]]:
        built_in = builtin_catalog() / "us-ca"
        files = {
            "us-ca/jurisdiction.yaml": jurisdiction_yaml,
            f"us-ca/letters/{letter}/letter.yaml": letter_yaml(),
            f"us-ca/letters/{letter}/letter.docx": "x",
            f"us-ca/letters/{letter}/letter.txt": "x",
            f"us-ca/letters/{letter}/example.yaml": "x",
            f"us-ca/packets/{packet}.yaml": packet_yaml(*papers),
        }
        for kind, name, original in (
            ("declaration", declaration, "declaration-petitioner"),
            ("chronology", chronology, "chronology"),
        ):
            folder = "chronologies" if kind == "chronology" else "declarations"
            text = (built_in / folder / original / f"{kind}.yaml").read_text(encoding="utf-8")
            files[f"us-ca/{folder}/{name}/{kind}.yaml"] = text
        folder_of_all = write_catalog(files)
        problems = paper_problems(read_contents("us-ca", [folder_of_all]))
        return [(p.code, Path(p.where.file).name if p.where else "") for p in problems]

    return run


Run = Callable[..., list[tuple[str, str]]]


def test_a_packet_may_hold_papers_of_every_kind(of_all_kinds: Run) -> None:
    assert of_all_kinds("a", "b", "c", "d", "a", "b", "c") == []


def test_a_packet_holds_no_packet_and_nothing_that_is_not_there(of_all_kinds: Run) -> None:
    assert of_all_kinds("a", "b", "c", "d", "d", "e") == [("paper-unknown", "d.yaml")] * 2


def test_papers_of_different_kinds_have_different_names(of_all_kinds: Run) -> None:
    assert of_all_kinds("a", "a", "c", "d") == [("name-taken", "declaration.yaml")]
    assert of_all_kinds("a", "b", "a", "d") == [("name-taken", "chronology.yaml")]
    assert of_all_kinds("a", "b", "b", "d") == [("name-taken", "chronology.yaml")]
    assert of_all_kinds("a", "b", "c", "b") == [("name-taken", "b.yaml")]
    assert of_all_kinds("a", "b", "c", "c") == [("name-taken", "c.yaml")]
