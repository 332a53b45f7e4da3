"""Faults in the spelling of YAML in plain words."""

import pytest
from ruamel.yaml.error import MarkedYAMLError, StringMark

from formgen.errors import CaseDataError, Problem
from formgen.intake.source import SourceText
from formgen.intake.yaml_faults import syntax_problem
from formgen.intake.yaml_file import parse_yaml


def fault(text: str) -> Problem:
    with pytest.raises(CaseDataError) as raised:
        parse_yaml(SourceText("case.yaml", text))
    [problem] = raised.value.problems
    return problem


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("a: He said: Secret", "1:11", "A colon with a space after it makes a key of what stands before it"),
        ("a: - Secret", "1:4", "A hyphen with a space begins an item of a list"),
        ("a: ? Secret", "1:4", "A question mark with a space cannot begin a value."),
        ("a: @Secret", "1:4", "A value cannot begin with the character that stands here."),
        ("a:\n- b\n-Secret\n", "3:1", "This line has no key"),
        ('a: "x" Secret', "1:8", "What stands here does not belong to the value before it"),
        ("a:\n  - x\n  Secret: 1\n", "3:3", "A list ends here in the middle"),
        ("a: [b, Secret\nd: 1\n", "1:4", "A list that begins with [ is not closed"),
        ("a: {b: Secret\n", "1:4", "A group that begins with { is not closed"),
        ("a: ]Secret", "1:4", "A value should stand here"),
        ("a: {Secret:1}", "1:11", "Between braces or brackets a colon needs a space after it."),
        ('a: "Secret\nb: 1\n', "1:4", "A text that begins with a quotation mark here never ends."),
        ('a: "Secret\n---\n"', "2:1", "A line of three hyphens or dots stands inside a text"),
        ('a: "\\Secret"', "1:5", "A backslash stands before a character it cannot be used with."),
        ('a: "\\xSecret"', "1:7", "The digits after a backslash are not those of a character."),
        ('a: "\\UFFFFFFFF"', "1:7", "The digits after a backslash are not those of a character."),
        ("a: & Secret", "1:4", "A text cannot begin with & or * here."),
        ("a: *Secret* x", "1:4", "A text cannot begin with & or * here."),
        ("a: !Secret!y z", "1:4", "A text cannot begin with ! here."),
        ("a: !<\n", "1:4", "A text cannot begin with ! here."),
        ("a: |0\n Secret", "1:5", "The digit after | or > cannot be used."),
        ("a: | Secret\n x", "1:6", "After | or > the text begins on the next line."),
        ("{a: 1}\nSecret", "2:1", "The file goes on here after the case has ended."),
    ],
)
def test_a_fault_is_placed_and_told_without_the_text(text: str, where: str, what: str) -> None:
    problem = fault(text)
    assert ("syntax", f"case.yaml:{where}", what) == (
        problem.code,
        str(problem.where),
        problem.what[: len(what)],
    )
    assert "ecret" not in problem.what + problem.fix


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("a:\n\tb: 1\n", "2:1", "A tab stands here, where YAML wants spaces."),
        (
            "a: |\n  x\n\ty\n\tz\n",
            "3:1",
            "A tab stands here, where YAML wants spaces. 1 more line begins with one.",
        ),
        (
            "a: x\n\ty\n \tz\n\tw",
            "2:1",
            "A tab stands here, where YAML wants spaces. 2 more lines begin with one.",
        ),
    ],
)
def test_a_tab_for_indentation_is_told_apart(text: str, where: str, what: str) -> None:
    problem = fault(text)
    assert ("tab-indent", f"case.yaml:{where}", what) == (problem.code, str(problem.where), problem.what)


def test_a_fault_that_is_not_known_is_still_placed() -> None:
    mark = StringMark("name", 4, 1, 2, "", 0)
    problem = syntax_problem(
        MarkedYAMLError(context_mark=mark, problem="jargon", problem_mark=None),
        SourceText("case.yaml", "a:\nbc"),
    )
    assert (
        str(problem.where),
        problem.what,
    ) == ("case.yaml:2:2", "The spelling of the file cannot be understood from here on.")


def test_a_fault_without_a_beginning_is_placed_where_reading_stopped() -> None:
    mark = StringMark("name", 4, 1, 2, "", 0)
    error = MarkedYAMLError(problem="could not find expected ':'", problem_mark=mark)
    assert str(syntax_problem(error, SourceText("case.yaml", "a:\nbc")).where) == "case.yaml:2:2"
