"""`formgen check`: every problem and every question of a case; writes nothing."""

from formgen.cli.lines import Line, Tone
from formgen.cli.options import AsJson, AsOf, CaseFile, CatalogFolder, Only, day_meant
from formgen.cli.outcome import Outcome
from formgen.cli.problem_lines import counted
from formgen.cli.usage import command_for


def check(
    case: CaseFile,
    *,
    only: Only = None,
    as_of: AsOf = None,
    catalog: CatalogFolder = None,
    _json: AsJson = False,
) -> Outcome:
    """Show every problem and question of a case. Nothing is written."""
    day = day_meant(as_of)
    # Loads every reader and check: `formgen --help` needs none of them.
    from formgen import pipeline  # noqa: PLC0415

    problems = pipeline.check(pipeline.Job(case, day, tuple(only or ()), catalog))
    found = f"No errors; {counted(problems)}." if problems else "No errors, and no questions."
    return Outcome(
        problems,
        lines=(
            Line(f"{found} Nothing was written.", tone=Tone.DONE),
            Line(f"`{command_for(case, 'make')}` makes the papers."),
        ),
    )
