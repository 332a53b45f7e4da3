"""What came of a command, as one JSON object for a program."""

import json

from formgen.cli.outcome import Outcome
from formgen.errors import ExitCode


def as_json(outcome: Outcome) -> str:
    """Return problems and result as one JSON object; the order of the keys is always the same."""
    told = {
        "ok": outcome.exit_code == ExitCode.DONE,
        "exit_code": int(outcome.exit_code),
        "problems": [problem.as_data() for problem in outcome.problems],
        "result": dict(outcome.data),
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
