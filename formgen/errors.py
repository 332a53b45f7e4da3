"""What can go wrong, said so that the person at the keyboard can put it right.

The tree::

    FormgenError(problems)          exit
    ├── CaseDataError                 3   every problem in the case, in the order it was typed
    ├── EvidenceError                 4   missing, locked, damaged, or of a kind that cannot be included
    ├── CatalogError                  5   template, form map or law data at fault
    ├── RenderError                   6   a glyph no font has; text that cannot fit
    ├── ReadbackError                 7   a finished paper failed its own check; nothing is published
    └── OutputError                   9   the output folder: a file, no room, no right to write, in use

A Problem never holds a name, an address, a number or words that somebody
typed: it is shown on shared screens and pasted into mail.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import ClassVar


class ExitCode(IntEnum):
    """What the program answers to the shell; the numbers are a promise."""

    DONE = 0
    BUG = 1
    USAGE = 2
    CASE_DATA = 3
    EVIDENCE = 4
    CATALOG = 5
    RENDER = 6
    READBACK = 7
    BATCH_ROWS = 8
    OUTPUT = 9
    INTERRUPTED = 130


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """Stops: nothing is written."""

    WARNING = "warning"
    """Goes on, and is kept in the manifest."""

    PROMPT = "prompt"
    """A question to the declarant; an answer would make the papers better."""


@dataclass(frozen=True, slots=True)
class SourceLocation:
    """Where something was typed: a file, then line and column, or sheet and cell."""

    file: str
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        """Return the place as an editor or a spreadsheet names it."""
        if self.sheet is not None:
            return f"{self.file}, {self.sheet}!{self.cell or ''}"
        numbers = [str(number) for number in (self.line, self.column) if number is not None]
        return ":".join([self.file, *numbers])


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right: what is wrong, where, and what to do."""

    code: str
    """Kebab-case name, promised to scripts: `exhibit-not-found`."""

    what: str
    """What is wrong, as a sentence."""

    fix: str
    """What to do about it, as a sentence."""

    path: str = ""
    """The place as a person would write it, counted from one: `incidents[2].when`."""

    where: SourceLocation | None = None
    severity: Severity = Severity.ERROR

    def as_data(self) -> dict[str, object]:
        """Return the problem as plain values for `--json` and the manifest."""
        where = self.where
        return {
            "code": self.code,
            "severity": self.severity.value,
            "what": self.what,
            "fix": self.fix,
            "path": self.path,
            "where": None
            if where is None
            else {
                name: value
                for name in ("file", "line", "column", "sheet", "cell")
                if (value := getattr(where, name)) is not None
            },
        }


def in_typed_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return *problems* in the order their places stand in the files; those without a place last."""

    def place(problem: Problem) -> tuple[bool, str, int, int]:
        where = problem.where
        if where is None:
            return (True, "", 0, 0)
        return (False, where.file, where.line or 0, where.column or 0)

    return sorted(problems, key=place)


class FormgenError(Exception):
    """Something the person can put right; it stops the run."""

    exit_code: ClassVar[ExitCode] = ExitCode.BUG

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(", ".join(problem.code for problem in self.problems))


class CaseDataError(FormgenError):
    """The case file cannot be read, or does not say what a paper needs."""

    exit_code = ExitCode.CASE_DATA


class EvidenceError(FormgenError):
    """A file offered as evidence is missing, locked, damaged or of a kind that cannot be included."""

    exit_code = ExitCode.EVIDENCE


class CatalogError(FormgenError):
    """A template, a form map or law data is at fault."""

    exit_code = ExitCode.CATALOG


class RenderError(FormgenError):
    """A paper cannot be set as it must be."""

    exit_code = ExitCode.RENDER


class ReadbackError(FormgenError):
    """A finished paper failed its own check, so nothing is published."""

    exit_code = ExitCode.READBACK


class OutputError(FormgenError):
    """The output folder cannot be used."""

    exit_code = ExitCode.OUTPUT


def raise_together(errors: Sequence[FormgenError]) -> None:
    """Raise *errors* as one: every problem, under the kind with the lowest exit code.

    Raises:
        FormgenError: Of the kind with the lowest exit code; nothing if *errors* is empty.
    """
    if errors:
        worst = min(errors, key=lambda error: error.exit_code)
        raise type(worst)([problem for error in errors for problem in error.problems])
