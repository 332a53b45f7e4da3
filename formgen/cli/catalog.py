"""`formgen catalog`: the law, letters and packets that papers are made from."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from formgen.cli.lines import Line, Tone
from formgen.cli.options import CatalogFolder, day_meant
from formgen.cli.outcome import Outcome
from formgen.cli.plain import PlainCommand, PlainGroup
from formgen.cli.problem_lines import counted
from formgen.errors import ExitCode, Severity
from formgen.resources import builtin_catalog

if TYPE_CHECKING:
    from formgen.catalog.listing import Listed

catalog = typer.Typer(cls=PlainGroup, rich_markup_mode=None, pretty_exceptions_enable=False)

_HEAD = ("KIND", "ID", "IN FORCE", "CHECKED ON", "CONFIDENCE", "TITLE")


@catalog.callback(invoke_without_command=True)
def look_into_catalog(context: typer.Context) -> None:
    """Look into the law and letters behind the papers, or check them."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(ExitCode.USAGE)


@catalog.command("list", cls=PlainCommand)
def list_catalog(*, folder: CatalogFolder = None) -> Outcome:
    """List every law, letter and packet, with their dates."""
    # Loads the reader of the catalog: `formgen --help` does not need it.
    from formgen.catalog.listing import list_entries  # noqa: PLC0415

    rows = [_HEAD, *(_row(entry) for entry in list_entries(_folders(folder)))]
    return Outcome(text=_table(rows))


@catalog.command("show", cls=PlainCommand)
def show(
    entry: Annotated[str, typer.Argument(metavar="ID", help="An id from the list.", show_default=False)],
    *,
    folder: CatalogFolder = None,
) -> Outcome:
    """Show one law, letter or packet as it is written."""
    # As above.
    from formgen.catalog.listing import show_entry  # noqa: PLC0415

    return Outcome(text=show_entry(entry, _folders(folder)))


@catalog.command("lint", cls=PlainCommand)
def lint(
    *,
    folder: CatalogFolder = None,
    write_text: Annotated[
        bool, typer.Option("--write-text", help="First write letter.txt anew from each letter's template.")
    ] = False,
) -> Outcome:
    """Check the whole catalog. Each letter's example is made too, in memory."""
    # Loads every reader and check: `formgen --help` needs none of them.
    from formgen.lint import catalog_problems, write_texts  # noqa: PLC0415

    written = write_texts(folder) if write_text else []
    problems = tuple(catalog_problems(folder, as_of=day_meant(None)))
    lines = tuple(Line(f"Written: {path}") for path in written)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return Outcome(problems, lines, exit_code=ExitCode.CATALOG, closing=f"{counted(problems)}.")
    found = f"No errors; {counted(problems)}." if problems else "Nothing to put right."
    return Outcome(problems, (*lines, Line(found, tone=Tone.DONE)))


def _folders(office: Path | None) -> list[Path]:
    return [folder for folder in (office, builtin_catalog()) if folder is not None]


def _row(entry: "Listed") -> tuple[str, ...]:
    days = (entry.in_force_from, entry.in_force_to)
    in_force = " to ".join("" if day is None else day.isoformat() for day in days)
    return (
        entry.kind,
        entry.id,
        "" if days == (None, None) else in_force.strip(),
        entry.checked_on.isoformat(),
        entry.confidence,
        entry.title,
    )


def _table(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "".join(f"{line.rstrip()}\n" for line in lines)
