"""Where the papers go: the output folder that was asked for, made sure of before anything is done."""

import os
from collections.abc import Iterable
from pathlib import Path

from formgen.packet.trouble import refusal, told_plainly


def real_target(target: Path, inputs: Iterable[Path] = ()) -> Path:
    """Return where the papers really go, once it is sure that a folder can be there.

    Args:
        target: The output folder as it was asked for.
        inputs: The files of the case, which must not lie in it.

    Raises:
        OutputError: It is a file, leads nowhere, has no parent, or holds the case or the running shell.
    """
    with told_plainly(target.name):
        real = Path(os.path.realpath(target))
        name = target.name or real.name
        if os.path.lexists(target) and not target.is_dir():
            raise refusal(
                "output-not-a-folder",
                "The output folder is a file, or a link that leads nowhere.",
                "Name another folder for the papers, or move that file elsewhere.",
                path=name,
            )
        if not real.parent.is_dir():
            raise refusal(
                "output-folder-missing",
                "The folder that should hold the output folder is not there.",
                "Make that folder first, or correct its name.",
                path=real.parent.name,
            )
        if Path.cwd().is_relative_to(real):
            # It is renamed away and removed: the shell would be left standing nowhere.
            raise refusal(
                "output-is-this-folder",
                "The papers cannot go into the folder that the command is run from.",
                "Name a folder inside it, such as papers, or run the command from another folder.",
                path=name,
            )
        if any(Path(os.path.realpath(file)).is_relative_to(real) for file in inputs):
            raise refusal(
                "output-holds-the-case",
                "The output folder holds files of the case itself.",
                "Name a folder of its own for the papers, such as papers.",
                path=name,
            )
        if real.is_dir() and not os.access(real, os.R_OK | os.W_OK | os.X_OK):
            raise refusal(
                "no-right-to-write",
                "The system does not allow files to be written in the output folder.",
                "Name another folder for the papers, or ask whoever looks after this computer.",
                path=name,
            )
    return real
