"""What a command answered, for tests of the command line."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
MINIMAL = (ROOT / "samples" / "minimal.yaml").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command answered."""

    exit_code: int
    out: str
    err: str

    @property
    def told(self) -> dict[str, object]:
        """Return the one JSON object that it printed."""
        told = json.loads(self.out)
        assert isinstance(told, dict)
        return told

    @property
    def codes(self) -> list[str]:
        """Return the codes of the problems in that object."""
        problems = self.told["problems"]
        assert isinstance(problems, list)
        return [problem["code"] for problem in problems]

    @property
    def codes_shown(self) -> list[str]:
        """Return the codes of the problems that a person is shown."""
        ends = [line.rpartition("  [") for line in self.err.splitlines() if line.endswith("]")]
        return [end.removesuffix("]") for _, mark, end in ends if mark]


Formgen = Callable[..., Ran]
"""Runs one command, given word by word."""
