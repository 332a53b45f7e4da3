"""The arguments and options that several commands take, and what they mean."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

CaseFile: TypeAlias = Annotated[
    Path,
    typer.Argument(
        metavar="CASE", help="The case file (YAML or JSON), or the folder it is in.", show_default=False
    ),
]
Only: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar="PAPER",
        help="Only this paper of those that the case names; may be given several times.",
        show_default=False,
    ),
]
AsOf: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help='The day the papers are made for, such as 2026-04-17 or "April 17, 2026"; by default today.',
        show_default=False,
    ),
]
CatalogFolder: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--catalog",
        metavar="DIR",
        help="An office's own folder of letters and law, used before what formgen brings.",
        show_default=False,
    ),
]
Passwords: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--passwords",
        metavar="FILE",
        help="A file with the passwords of locked evidence, a line each, such as `call-log.pdf: secret`; "
        "otherwise FORMGEN_PASSWORD is used, or you are asked.",
        show_default=False,
    ),
]
AsJson: TypeAlias = Annotated[
    bool, typer.Option("--json", help="Say everything as one JSON object, for another program.")
]
"""Declared for the help only: `app.run` looks for it itself, as even wrong usage is told as JSON."""


def day_meant(typed: str | None) -> date:
    """Return the day that was typed after `--as-of`; without it, today.

    Raises:
        BadParameter: It is not one exact day.
    """
    if typed is None:
        return datetime.now().astimezone().date()
    # Reading dates loads pydantic, which takes as long to start as all the rest.
    from formgen.case.when import Precision  # noqa: PLC0415
    from formgen.case.when_reading import read_when  # noqa: PLC0415

    try:
        reading = read_when(typed)
    except ValueError as error:
        raise _not_a_day(str(error)) from None
    if reading.precision is not Precision.DAY or reading.first is None:
        raise _not_a_day("An exact day is needed here.")
    return reading.first


def _not_a_day(why: str) -> typer.BadParameter:
    return typer.BadParameter(
        f'{why} Write it as 2026-04-17 or "April 17, 2026", or leave it out for today.',
        param_hint="--as-of",
    )
