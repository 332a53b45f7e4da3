"""What came of a command, as one JSON object."""

import json

from formgen.cli.json_output import as_json
from formgen.cli.outcome import Outcome
from formgen.errors import ExitCode, Problem, Severity


def test_the_object_has_its_four_keys_in_their_order() -> None:
    told = as_json(Outcome(data={"folder": "papers"}))

    assert list(json.loads(told)) == ["ok", "exit_code", "problems", "result"]
    assert json.loads(told) == {"ok": True, "exit_code": 0, "problems": [], "result": {"folder": "papers"}}
    assert told.endswith("}\n")


def test_an_outcome_that_stopped_is_not_ok() -> None:
    told = json.loads(as_json(Outcome(exit_code=ExitCode.OUTPUT)))

    assert (told["ok"], told["exit_code"]) == (False, 9)


def test_a_program_is_given_the_problems_that_a_person_is_not_shown() -> None:
    problem = Problem("answer-blank", "“Nguyễn”?", "Write it.", severity=Severity.PROMPT)
    outcome = Outcome((problem,), unshown=frozenset({Severity.PROMPT}))

    assert outcome.problems_shown == ()
    assert json.loads(as_json(outcome))["problems"] == [problem.as_data()]
    assert "“Nguyễn”?" in as_json(outcome)
