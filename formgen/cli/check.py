"""`formgen check`: every problem and every question of a case; writes nothing."""

from formgen.cli.lines import Line, Tone
from formgen.cli.options import AsJson, AsOf, CaseFile, CatalogFolder, Only, Passwords, day_meant
from formgen.cli.outcome import Outcome
from formgen.cli.passwords import unlocker
from formgen.cli.problem_lines import counted
from formgen.cli.progress import progress_shown
from formgen.cli.usage import command_for


def check(
    case: CaseFile,
    *,
    only: Only = None,
    as_of: AsOf = None,
    catalog: CatalogFolder = None,
    passwords: Passwords = None,
    _json: AsJson = False,
) -> Outcome:
    """Show every problem and question of a case. Nothing is written."""
    day = day_meant(as_of)
    # Loads every reader and check: `formgen --help` needs none of them.
    from formgen import pipeline  # noqa: PLC0415

    with progress_shown(quiet=_json) as progress:
        unlock = unlocker(passwords)
        job = pipeline.Job(case, day, tuple(only or ()), catalog, unlock=unlock, progress=progress)
        problems = pipeline.check(job)
    found = f"No errors; {counted(problems)}." if problems else "No errors, and no questions."
    return Outcome(
        problems,
        lines=(
            Line(f"{found} Nothing was written.", tone=Tone.DONE),
            Line(f"`{command_for(case, 'make')}` makes the papers."),
        ),
    )
