"""`formgen new`: a folder with a case file to fill in."""

import os
from contextlib import ExitStack
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from formgen.cli.lines import Line, Tone
from formgen.cli.outcome import Outcome
from formgen.cli.usage import command_for
from formgen.errors import OutputError, Problem
from formgen.packet.trouble import shown

CASE_FILE = "case.yaml"
OTHER_CASE_FILE = "case.json"
EVIDENCE = "evidence"

_COURT_PARTS = ("papers", "declarant", "respondent", "incident")
"""What a court case asks besides, each at its own place in the letter's case: `{incident}`."""

_OWNER_ONLY_FILE = 0o600
_OWNER_ONLY_FOLDER = 0o700


class CourtCase(StrEnum):
    """The kinds of court case that a case file can be begun for."""

    CIVIL_HARASSMENT = "civil-harassment"
    WORKPLACE_VIOLENCE = "workplace-violence"


def new(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder for the case.", show_default=False)
    ],
    *,
    court: Annotated[
        CourtCase | None,
        typer.Option(
            "--court",
            help="Also what this kind of court case asks; without it, what the letter to the employer needs.",
            show_default=False,
        ),
    ] = None,
) -> Outcome:
    """Start a case: a folder with a case file to fill in. Nothing is written over."""
    _start(folder, case_text(court))
    return Outcome(
        lines=(
            Line(f"In {folder}:", tone=Tone.DONE),
            Line(f"{CASE_FILE} (only you can open it)", indent=2),
            Line(f"{EVIDENCE}/ (for copies of messages, pictures, notes)", indent=2),
            Line(f"Open {CASE_FILE} in a text editor and fill in what you know; blanks are allowed. Then:"),
            Line(command_for(folder, "check"), indent=2),
        )
    )


def case_text(court: CourtCase | None) -> str:
    """Return the case file to fill in: the letter's parts, and those of a court case if one is meant."""
    text = _part("letter.yaml")
    for name in _COURT_PARTS:
        text = text.replace(f"{{{name}}}\n", "" if court is None else _part(f"{name}.yaml"))
    if court is None:
        return text
    is_workplace = court is CourtCase.WORKPLACE_VIOLENCE
    parts = [text, _part("court.yaml").replace("{grounds}\n", _part("grounds.yaml") if is_workplace else "")]
    if is_workplace:
        parts.append(_part("workplace-violence.yaml"))
    return "\n".join(parts).replace("{kind}", court.value)


def _part(name: str) -> str:
    return (files("formgen.cli") / "first_case" / name).read_text(encoding="utf-8")


def _start(folder: Path, text: str) -> None:
    """Make the folder and what is in it; what was begun is undone if any of it fails.

    Raises:
        OutputError: A case is there already, or the folder cannot be made.
    """
    if any(os.path.lexists(folder / name) for name in (CASE_FILE, OTHER_CASE_FILE)):
        raise _refusal(
            "already-there", "There is a case in this folder already.", "Name another folder.", folder
        )
    if os.path.lexists(folder) and not folder.is_dir():
        raise _refusal("output-not-a-folder", "This is not a folder.", "Name another one.", folder)
    if not folder.absolute().parent.is_dir():
        raise _refusal(
            "output-folder-missing",
            "The folder that should hold it is not there.",
            "Make that folder first, or correct its name.",
            folder,
        )
    try:
        with ExitStack() as undo:
            for home in (folder, folder / EVIDENCE):
                if not home.is_dir():
                    home.mkdir(mode=_OWNER_ONLY_FOLDER)
                    undo.callback(home.rmdir)
            path = folder / CASE_FILE
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY_FILE)
            undo.callback(path.unlink)
            with open(descriptor, "w", encoding="utf-8", newline="\n") as stream:  # noqa: PTH123 - a descriptor
                stream.write(text)
            undo.pop_all()
    except FileExistsError:
        # Somebody else was faster.
        raise _already_there(folder) from None
    except OSError as error:
        raise _refusal(
            "cannot-write",
            f"The system does not let a case be written here ({type(error).__name__}).",
            "Choose a folder of your own, such as one in your Documents.",
            folder,
        ) from None


def _already_there(folder: Path) -> OutputError:
    return _refusal("already-there", "A case is there already.", "Name another folder.", folder)


def _refusal(code: str, what: str, fix: str, folder: Path) -> OutputError:
    return OutputError([Problem(code=code, what=what, fix=fix, path=shown(str(folder)))])
