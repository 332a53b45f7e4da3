"""The sheet of the packet that was served, read from the folder of the case and from nowhere else."""

from dataclasses import dataclass
from pathlib import Path

from formgen.errors import CaseDataError, Problem
from formgen.facts.served import ExhibitRow
from formgen.packet.exhibit_sheet import read_sheet
from formgen.packet.manifest import FileDigest
from formgen.packet.sheet_text import LARGEST_SHEET

SERVED = "exhibits.served"
"""Where a case names the sheet."""


@dataclass(frozen=True, slots=True)
class ServedSheet:
    """The sheet, and the file that it was read from."""

    rows: tuple[ExhibitRow, ...]
    digest: FileDigest
    """Of the file, by its path from the case folder on."""

    on_disk: Path
    """Where it is, every link followed."""


def read_served(folder: Path, name: str) -> ServedSheet:
    """Read the sheet that a case names.

    Args:
        folder: The folder of the case file; the sheet must lie in it.
        name: Its path, from that folder on, as typed.

    Raises:
        CaseDataError: It is not there, lies elsewhere, or cannot be understood.
    """
    home = folder.resolve()
    if Path(name).is_absolute() or any(character in name for character in "\\\n\t"):
        raise _refused(
            "served-path",
            "This is not a path from the folder of the case.",
            "Write it from the case folder on, with / between its parts, such as served/exhibits.csv.",
        )
    try:
        path = (home / name).resolve()
        if not path.is_relative_to(home):
            raise _refused(
                "served-outside",
                "This file is outside the folder of the case.",
                "Copy the sheet that was served into the case folder, and write its path from there.",
            )
        if not path.is_file():
            raise _refused(
                "served-missing",
                "This is a folder, not a file." if path.is_dir() else "This file is not there.",
                "Put the `exhibits.csv` that was served in the case folder, or correct its path.",
            )
        with path.open("rb") as stream:
            # One byte more than a sheet may have, so that a larger one is seen to be.
            data = stream.read(LARGEST_SHEET + 1)
    except (OSError, ValueError, RuntimeError):  # RuntimeError: Python 3.11 and 3.12, on links in a circle
        raise _refused(
            "served-unreadable",
            "This file cannot be read.",
            "Check that you may open it, and that its path is right.",
        ) from None
    rows = read_sheet(data, name)
    return ServedSheet(rows, FileDigest.of(path.relative_to(home).as_posix(), data), path)


def _refused(code: str, what: str, fix: str) -> CaseDataError:
    return CaseDataError([Problem(code=code, what=what, fix=fix, path=SERVED)])
