"""`formgen make`: the papers of a case, all or none."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from formgen.cli.lines import Line, Tone
from formgen.cli.options import AsJson, AsOf, CaseFile, CatalogFolder, Only, Passwords, day_meant
from formgen.cli.outcome import Outcome
from formgen.cli.passwords import unlocker
from formgen.cli.problem_lines import how_many
from formgen.cli.progress import progress_shown
from formgen.cli.usage import command_for
from formgen.errors import Severity

if TYPE_CHECKING:
    from formgen.packet.publish import Published

PAPERS = "papers"
"""The folder beside the case into which papers go."""


def make(  # noqa: PLR0913 - one for each option of the command
    case: CaseFile,
    *,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="DIR",
            help="The folder for the papers; by default papers, beside the case.",
            show_default=False,
        ),
    ] = None,
    only: Only = None,
    as_of: AsOf = None,
    catalog: CatalogFolder = None,
    replace: Annotated[
        bool,
        typer.Option(
            "--replace", help="Set aside what is in the folder and was not made here, or was changed since."
        ),
    ] = False,
    draft: Annotated[
        bool, typer.Option("--draft", help="Mark every page that formgen draws as a draft, outside its text.")
    ] = False,
    keep_work: Annotated[
        bool,
        typer.Option(
            "--keep-work", help="Keep the folder with the prepared evidence, so that the next run is faster."
        ),
    ] = False,
    passwords: Passwords = None,
    _json: AsJson = False,
) -> Outcome:
    """Make the papers of a case. If anything is wrong, none is made."""
    day = day_meant(as_of)
    # Loads every reader, check and renderer: `formgen --help` needs none of them.
    from formgen import pipeline  # noqa: PLC0415

    folder = _beside(case) if out is None else out
    with progress_shown(quiet=_json) as progress:
        job = pipeline.Job(
            case,
            day,
            tuple(only or ()),
            catalog,
            draft=draft,
            keep_work=keep_work,
            unlock=unlocker(passwords),
            progress=progress,
        )
        made = pipeline.make(job, folder, replace_others=replace)
    questions = sum(problem.severity is Severity.PROMPT for problem in made.problems)
    lines = [*_files(folder, made.published)]
    if questions:
        asked = how_many(questions, "question", "questions")
        them = "it" if questions == 1 else "them"
        lines.append(Line(f"{asked}: `{command_for(case, 'check')}` shows {them}."))
    if made.work is not None:
        lines.append(Line(f"The work folder was kept: {made.work}. You can delete it at any time."))
    data = _data(folder, made.published)
    if made.work is not None:
        data["work"] = str(made.work)
    return Outcome(made.problems, tuple(lines), data=data, unshown=frozenset({Severity.PROMPT}))


def _beside(case: Path) -> Path:
    return (case if case.is_dir() else case.parent) / PAPERS


def _files(folder: Path, published: "Published") -> Iterator[Line]:
    yield Line(f"In {folder}:", tone=Tone.DONE)
    for name in published.names:
        yield Line(f"{name} (kept from before)" if name in published.kept else name, indent=2)
    for aside in published.aside:
        yield Line(f"Set aside in {aside.folder.name}:", tone=Tone.HEADING)
        yield from (Line(name, indent=2) for name in aside.names)
    # Written by document.read_first, which would load all that composes papers.
    if "read-first.txt" in published.names:
        yield Line("Open read-first.txt first.")


def _data(folder: Path, published: "Published") -> dict[str, object]:
    return {
        "folder": str(folder),
        "files": list(published.names),
        "kept": list(published.kept),
        "aside": [{"folder": aside.folder.name, "files": list(aside.names)} for aside in published.aside],
    }
