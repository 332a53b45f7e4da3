"""What can go wrong with the output folder, in words for whoever asked for the papers."""

import errno
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from formgen.errors import OutputError, Problem

MOST_NAMED = 20
"""How many files are named one by one before the rest is only counted."""

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
_NO_RIGHT = {errno.EACCES, errno.EPERM, errno.EROFS}


def shown(name: str) -> str:
    """Return a file name that is safe to print: what could steer a terminal becomes `?`."""
    return "".join(
        "?" if unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else letter for letter in name
    )


def refusal(code: str, what: str, fix: str, *, path: str = "") -> OutputError:
    """Return the error that stops a run for one reason."""
    return OutputError([Problem(code=code, what=what, fix=fix, path=shown(path))])


@contextmanager
def told_plainly(folder: str) -> Iterator[None]:
    """Turn what the system says about *folder* into words a person can act on.

    Raises:
        OutputError: The system refused something in the block.
    """
    try:
        yield
    except OSError as error:
        raise OutputError([_from_system(error, folder)]) from error


def _from_system(error: OSError, folder: str) -> Problem:
    name = shown(folder)
    if error.errno in _NO_ROOM:
        return Problem(
            code="no-room",
            what="The disk is full, so the papers could not be written.",
            fix="Free some space on that disk, or choose a folder on another one, and run the command again.",
            path=name,
        )
    if error.errno in _NO_RIGHT:
        return Problem(
            code="no-right-to-write",
            what="The system does not allow the papers to be written here.",
            fix="Close any of the papers that are open in another program. If none is, choose a folder of "
            "your own, such as one in your Documents, and run the command again.",
            path=name,
        )
    return Problem(
        code="cannot-write",
        what=f"The papers could not be written here ({errno.errorcode.get(error.errno or 0, 'unknown')}).",
        fix="Choose a folder with a short name on this computer's own disk, and run the command again.",
        path=name,
    )


def one_each(names: Sequence[str], pattern: Problem, *, folder: str) -> list[Problem]:
    """Return *pattern* once for each of the named files in *folder*; past twenty, the rest is counted."""
    problems = [replace(pattern, path=shown(f"{folder}/{name}")) for name in names[:MOST_NAMED]]
    rest = len(names) - MOST_NAMED
    if rest > 0:
        more = f"The same holds for {rest} more in this folder."
        problems.append(replace(pattern, what=more, path=shown(folder)))
    return problems
