"""A person who runs the wrong thing learns the right thing."""

from pathlib import Path

import pytest
import typer
from cli.running import Formgen

from formgen.cli.usage import command_for, usage_problem, with_first_step
from formgen.errors import Problem


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("chekc case.yaml", "formgen check case.yaml"),
        ("mak case.yaml --replace", "formgen make case.yaml --replace"),
        ("validate case.yaml", "formgen check case.yaml"),
        ("init here", "formgen new here"),
        ("list", "formgen catalog list"),
        ("help", "formgen --help"),
        ("help make", "formgen make --help"),
        ("Make case.yaml", "formgen make case.yaml"),
    ],
)
def test_a_wrong_command_is_answered_with_the_right_one(formgen: Formgen, typed: str, meant: str) -> None:
    ran = formgen(*typed.split())

    assert ran.exit_code == 2
    assert f"Did you mean `{meant}`?" in ran.err
    assert ran.codes_shown == ["command-unknown"]


@pytest.mark.parametrize("typed", ["case.yaml", "missing.json", ".", "my case.yaml"])
def test_a_case_without_a_command_is_answered_with_both(formgen: Formgen, case: Path, typed: str) -> None:
    ran = formgen(typed)
    quoted = f"'{typed}'" if " " in typed else typed

    assert ran.exit_code == 2
    assert f"Did you mean `formgen check {quoted}` or `formgen make {quoted}`?" in ran.err


def test_a_word_that_is_like_no_command_is_answered_with_all_of_them(formgen: Formgen) -> None:
    assert "The commands are new, check, make, exhibits, schema and catalog." in formgen("xyz").err


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ("make case.yaml --repalce", "No such option: --repalce (Possible options: --replace)"),
        ("make", "Missing argument 'CASE'."),
        ("make case.yaml more", "Got unexpected extra argument(s) (more)"),
        ("make case.yaml -o", "Option '-o' requires an argument."),
        ("catalog lst", "No such command 'lst'. Did you mean 'list'?"),
        (
            "new here --court small-claims",
            "'small-claims' is not one of 'civil-harassment', 'workplace-violence'.",
        ),
        ("--repalce", "No such option: --repalce"),
    ],
)
def test_other_wrong_use_is_named_and_the_help_with_it(formgen: Formgen, typed: str, what: str) -> None:
    ran = formgen(*typed.split())
    command = typed.split(maxsplit=1)[0]

    assert ran.exit_code == 2
    assert what in ran.err
    assert f"`formgen{'' if command.startswith('-') else f' {command}'} --help` says more." in ran.err
    assert ran.codes_shown == ["usage"]


def test_usage_names_the_case_as_it_is_to_be_typed(formgen: Formgen) -> None:
    assert "Usage: formgen make [OPTIONS] CASE  [usage]\n" in formgen("make").err


def test_whoever_has_no_case_yet_learns_how_to_start_one(formgen: Formgen, tmp_path: Path) -> None:
    ran = formgen("check", tmp_path)

    assert ran.exit_code == 3
    assert ran.codes_shown == ["no-case-in-folder"]
    assert "To start a case: `formgen new DIR`." in ran.err


def test_other_problems_keep_their_advice() -> None:
    problem = Problem("needed-blank", "It is blank.", "Fill it in.")

    assert with_first_step(problem) is problem


def test_a_word_document_is_answered_with_what_a_case_is(formgen: Formgen, tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(b"PK\x03\x04 and so on")
    ran = formgen("make", path)

    assert ran.exit_code == 3
    assert ran.codes_shown == ["other-kind-of-file"]


def test_a_command_can_be_typed_as_it_is_shown() -> None:
    assert command_for(Path("my case.yaml"), "make") == "formgen make 'my case.yaml'"


def test_wrong_use_without_a_place_points_to_the_whole_help() -> None:
    problem = usage_problem(typer.TyperException("No."), [], ["make"])

    assert problem == Problem("usage", "No.", "`formgen --help` says more.")
