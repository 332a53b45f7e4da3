"""A fault of the program is told with nothing of anybody's case in it."""

import json

from formgen.cli.bug import bug_problem, steps_to
from formgen.cli.options import day_meant
from formgen.errors import Problem, in_typed_order


def fault_inside() -> Exception:
    """Return an error that came through formgen's own files."""
    try:
        in_typed_order(["Dana Reyes"])  # type: ignore[list-item] # the fault
    except AttributeError as error:
        return error
    raise AssertionError


def test_the_kind_of_fault_and_its_place_in_the_program_are_told() -> None:
    problem = bug_problem(fault_inside())

    assert problem.code == "bug"
    assert problem.what.startswith("formgen has a fault: AttributeError in formgen/errors.py:")
    assert "Dana" not in problem.what + problem.fix


def test_a_fault_that_came_through_no_file_of_ours_has_no_place() -> None:
    assert bug_problem(ValueError("Dana")).what == "formgen has a fault: ValueError outside its own files."


def test_the_place_is_the_last_of_ours_not_that_of_a_library() -> None:
    try:
        day_meant(5)  # type: ignore[arg-type] # the fault
    except AttributeError as error:
        what = bug_problem(error).what

    assert "in formgen/case/when_reading.py:" in what


def test_steps_name_causes_and_no_words_of_errors() -> None:
    try:
        try:
            json.loads("{Dana")
        except ValueError as error:
            raise RuntimeError("Reyes") from error
    except RuntimeError as error:
        steps = steps_to(error)

    assert steps.startswith("RuntimeError\n  File ")
    assert "\ncaused by JSONDecodeError\n  File " in steps
    assert "Expecting" not in steps


def test_a_fault_is_a_problem_like_any_other() -> None:
    assert isinstance(bug_problem(fault_inside()), Problem)
