"""Wrong use: says what was meant, so that the next try is right."""

import shlex
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

import typer

from formgen.errors import Problem
from formgen.intake.shown import in_words, nearest
from formgen.packet.trouble import shown

_CASE_ENDINGS = (".yaml", ".yml", ".json")

_OTHER_WORDS = {
    "build": "make",
    "create": "new",
    "generate": "make",
    "init": "new",
    "lint": "catalog lint",
    "list": "catalog list",
    "render": "make",
    "run": "make",
    "show": "catalog show",
    "start": "new",
    "validate": "check",
    "version": "--version",
}
"""What other programs call our commands."""

_STARTS_A_CASE = {"no-case-in-folder", "file-not-found"}


def usage_problem(
    error: typer.TyperException, arguments: Sequence[str], commands: Collection[str]
) -> Problem:
    """Return what was wrong with the command line, and what to type instead.

    Args:
        error: What Typer has to say of it.
        arguments: What was typed after `formgen`.
        commands: The commands there are.
    """
    first = arguments[0] if arguments else ""
    if first and not first.startswith("-") and first not in commands:
        return _unknown_command(arguments, commands)
    context = getattr(error, "ctx", None)
    command = f"formgen {first}" if first in commands else "formgen"
    usage = "" if context is None else f" {' '.join(context.get_usage().split())}"
    return Problem(
        code="usage",
        what=" ".join(error.format_message().replace("Value error, ", "").split()),
        fix=f"`{command} --help` says more.{usage}",
    )


def with_first_step(problem: Problem) -> Problem:
    """Return *problem* with the word for those who have no case yet, if it is that there is none."""
    if problem.code not in _STARTS_A_CASE:
        return problem
    return replace(problem, fix=f"{problem.fix} To start a case: `formgen new DIR`.")


def command_for(case: Path, name: str) -> str:
    """Return the command *name* for *case*, as it can be typed."""
    return f"formgen {name} {shlex.quote(str(case))}"


def _unknown_command(arguments: Sequence[str], commands: Collection[str]) -> Problem:
    typed, *rest = arguments
    path = Path(typed)
    if path.suffix.casefold() in _CASE_ENDINGS or path.exists():
        return Problem(
            code="command-unknown",
            what="What to do with the case comes first, then the case.",
            fix=f"Did you mean `{command_for(path, 'check')}` or `{command_for(path, 'make')}`?",
        )
    meant = _meant(typed, rest, commands)
    listed = f"The commands are {in_words([*commands], last='and')}. `formgen --help` says more."
    return Problem(
        code="command-unknown",
        what=f"There is no command `{shown(typed)}`.",
        fix=f"Did you mean `{shown(shlex.join(['formgen', *meant]))}`?" if meant else listed,
    )


def _meant(typed: str, rest: Sequence[str], commands: Collection[str]) -> list[str]:
    """Return what was most likely meant, as it is typed after `formgen`; nothing if that is unclear."""
    if typed == "help":
        return [*rest, "--help"]
    command = _OTHER_WORDS.get(typed.casefold()) or nearest(typed, [*commands])
    return [*command.split(), *rest] if command else []
