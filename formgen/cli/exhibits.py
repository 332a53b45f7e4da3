"""`formgen exhibits`: files bound into one labelled, indexed PDF, with no case."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from formgen.cli.lines import Line, Tone
from formgen.cli.options import AsJson, Passwords, day_meant
from formgen.cli.outcome import Outcome
from formgen.cli.passwords import unlocker
from formgen.cli.problem_lines import how_many
from formgen.cli.progress import progress_shown


class Labels(StrEnum):
    """How exhibits are labelled."""

    LETTERS = "letters"
    NUMBERS = "numbers"


def exhibits(  # noqa: PLR0913 - one for each option of the command
    files: Annotated[
        list[Path], typer.Argument(metavar="FILES...", help="The files, in their order.", show_default=False)
    ],
    *,
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            "-o",
            metavar="PDF",
            help="The PDF to make; a sheet of the same name that ends in .csv goes beside it.",
            show_default=False,
        ),
    ],
    labels: Annotated[
        Labels | None,
        typer.Option(
            "--labels",
            help="How exhibits are labelled, whatever the sheet says; without it, as it says, or letters.",
            show_default=False,
        ),
    ] = None,
    titles: Annotated[
        Path | None,
        typer.Option(
            "--titles",
            metavar="CSV",
            help="A sheet with columns file and description, and label and date if you like: such as the one "
            "that this command wrote.",
            show_default=False,
        ),
    ] = None,
    accept: Annotated[
        list[str] | None,
        typer.Option(
            "--accept", metavar="CODE", help="Go on in spite of this problem, which you have looked at."
        ),
    ] = None,
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Set aside what has the name of the PDF or of its sheet already."),
    ] = False,
    passwords: Passwords = None,
    _json: AsJson = False,
) -> Outcome:
    """Bind files into one labelled, indexed PDF, without a case."""
    # Loads everything that lays out and draws: `formgen --help` needs none of it.
    from formgen.pipeline.bundle import Bundle, make_bundle  # noqa: PLC0415

    with progress_shown(quiet=_json) as progress:
        made = make_bundle(
            Bundle(
                tuple(files),
                out,
                labels.value if labels else None,
                titles,
                day_meant(None),
                tuple(accept or ()),
                replace,
                unlock=unlocker(passwords),
                progress=progress,
            )
        )
    lines = [Line(f"In {out.parent}:", tone=Tone.DONE), *(Line(name, indent=2) for name in made.names)]
    lines += [Line(f"Set aside: {name}") for name in made.aside]
    lines.append(
        Line(f"{how_many(made.pages, 'page', 'pages')}, {how_many(len(files), 'exhibit', 'exhibits')}.")
    )
    lines += [Line(f"Done to the copy of {label}: {', '.join(codes)}") for label, codes in made.done.items()]
    data = {
        "folder": str(out.parent),
        "files": list(made.names),
        "aside": list(made.aside),
        "pages": made.pages,
        "done": {label: list(codes) for label, codes in made.done.items()},
    }
    return Outcome(made.problems, tuple(lines), data=data)
