"""What came of a command, before any of it is shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from formgen.cli.lines import Line
from formgen.errors import ExitCode, Problem, Severity


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command found and did; one place shows it, for a person or as JSON."""

    problems: tuple[Problem, ...] = ()
    lines: tuple[Line, ...] = ()
    """The result, for a person."""

    text: str = ""
    """A result that is written exactly as it is, such as a schema."""

    data: Mapping[str, object] = field(default_factory=dict)
    """The result, for a program."""

    exit_code: ExitCode = ExitCode.DONE
    closing: str = ""
    """What is said after the problems."""

    unshown: frozenset[Severity] = frozenset()
    """Problems that a person is not shown here; a program is given all."""

    @property
    def problems_shown(self) -> tuple[Problem, ...]:
        """Return the problems that a person is shown."""
        return tuple(problem for problem in self.problems if problem.severity not in self.unshown)
