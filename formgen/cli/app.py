"""The command line as a whole: one place runs a command, catches what goes wrong, and shows the outcome."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from typing import Annotated, NoReturn, TextIO

import typer
from typer.core import TyperGroup, TyperOption
from typer.main import get_command

from formgen import __version__
from formgen.cli.bug import bug_problem, steps_to
from formgen.cli.catalog import catalog
from formgen.cli.check import check
from formgen.cli.exhibits import exhibits
from formgen.cli.json_output import as_json
from formgen.cli.lines import Line, Tone, print_lines
from formgen.cli.make import make
from formgen.cli.new import new
from formgen.cli.outcome import Outcome
from formgen.cli.plain import PlainCommand, PlainGroup, answered_no
from formgen.cli.problem_lines import counted, problem_lines
from formgen.cli.schema import schema
from formgen.cli.usage import usage_problem, with_first_step
from formgen.errors import ExitCode, FormgenError, Problem

app = typer.Typer(
    name="formgen",
    cls=PlainGroup,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
    epilog="To begin: formgen new my-case",
)
for _command in (new, check, make, exhibits, schema):
    app.command(cls=PlainCommand)(_command)
app.add_typer(catalog, name="catalog")


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - Typer hands it over by position
    if wanted:
        typer.echo(f"formgen {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def formgen(
    context: typer.Context,
    *,
    _version: Annotated[
        bool,
        typer.Option("--version", help="Show the version.", is_eager=True, callback=_show_version),
    ] = False,
) -> None:
    """From one case file to the papers of a harassment matter."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(ExitCode.USAGE)


def main() -> NoReturn:
    """Run what was typed on the command line, and end with its exit code."""
    # One command, and the process is gone: looking for cycles often only costs time while models are built.
    gc.set_threshold(50_000, 20, 20)
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command, show what came of it, and return the exit code.

    Args:
        arguments: What was typed after `formgen`.
    """
    for stream in (sys.stdout, sys.stderr):
        _make_writable(stream)
    try:
        outcome = _outcome_of(arguments)
        if isinstance(outcome, Outcome):
            return _show(outcome, for_program="--json" in arguments)
    except KeyboardInterrupt:
        # While it was shown: what there was to do is done or undone.
        return ExitCode.INTERRUPTED
    return outcome


def _outcome_of(arguments: Sequence[str]) -> Outcome | int:
    """Return what came of a command, whatever that is; an exit code if Typer has said it all."""
    group = _group()
    try:
        returned = group.main(list(arguments), prog_name="formgen", standalone_mode=False)
    except FormgenError as error:
        found = tuple(with_first_step(problem) for problem in error.problems)
        return Outcome(found, exit_code=error.exit_code, closing=f"{counted(found)}. Nothing was written.")
    except typer.TyperException as error:
        return Outcome((usage_problem(error, arguments, group.commands),), exit_code=ExitCode.USAGE)
    except Exception as error:  # noqa: BLE001 - here every fault of the program ends, told without its words
        if isinstance(error.__cause__, KeyboardInterrupt):
            # Python 3.11 wraps Ctrl-C in an error of its own while a class is being made.
            return Outcome((_INTERRUPTED,), exit_code=ExitCode.INTERRUPTED)
        if os.environ.get("FORMGEN_DEBUG"):
            sys.stderr.write(steps_to(error))
        return Outcome((bug_problem(error),), exit_code=ExitCode.BUG)
    if returned == ExitCode.INTERRUPTED:
        return Outcome((_INTERRUPTED,), exit_code=ExitCode.INTERRUPTED)
    return returned if isinstance(returned, Outcome) else int(returned or 0)


_INTERRUPTED = Problem(
    code="interrupted", what="Stopped before it was done.", fix="Nothing was left half made."
)


def _group() -> TyperGroup:
    """Return the commands as they are to be listed."""
    group = get_command(app)
    assert isinstance(group, TyperGroup)  # noqa: S101 - several commands make a group; tells the type checker
    group.commands["catalog"] = group.commands.pop("catalog")
    for option in group.params:
        if isinstance(option, TyperOption) and option.name in {"install_completion", "show_completion"}:
            answered_no(option).hidden = option.name == "show_completion"
    return group


def _show(outcome: Outcome, *, for_program: bool) -> ExitCode:
    """Show what came of a command, and return its exit code: another one if it could not be shown."""
    try:
        if for_program:
            sys.stdout.write(as_json(outcome))
        else:
            _show_to_person(outcome)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever was reading has gone (`| head`): there is nobody left to tell.
        _give_up(sys.stdout)
    except OSError:
        _give_up(sys.stdout)
        print_lines([Line("Where the result should go, it cannot be written.")], sys.stderr)
        return ExitCode.OUTPUT
    return outcome.exit_code


def _show_to_person(outcome: Outcome) -> None:
    lines = problem_lines(outcome.problems_shown)
    if outcome.closing:
        lines += [Line(), Line(outcome.closing, tone=Tone.HEADING)]
    # Not left to the stream: on a terminal the result would come before the problems.
    print_lines(lines, sys.stderr)
    sys.stderr.flush()
    # Apart from the problems, if both are seen on one screen.
    gap = [Line()] if lines and sys.stdout.isatty() else []
    print_lines([*gap, *outcome.lines], sys.stdout)
    sys.stdout.write(outcome.text)


def _make_writable(stream: TextIO) -> None:
    """Let *stream* take any character: UTF-8 into files and pipes; on a terminal, what it can show."""
    if isinstance(stream, TextIOWrapper):
        encoding = stream.encoding if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _give_up(stream: TextIO) -> None:
    """Send the rest of *stream* nowhere, so that Python finds nothing to complain of at the end."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
