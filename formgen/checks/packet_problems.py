"""How the faults of a finished packet are told."""

from collections.abc import Sequence

from formgen.errors import Problem

_FIX = "Nothing was written. This is a fault of the program: please report it."

_MOST_NAMED = 5
"""Pages that a sentence names one by one."""


def problem(code: str, what: str, path: str) -> Problem:
    """Return a fault of the program."""
    return Problem(code=code, what=what, fix=_FIX, path=path)


def said_of(printed: Sequence[int], name: str, verbs: tuple[str, str], what: str) -> str:
    """Return a sentence about pages of a file: `Pages 3, 4 of packet.pdf have` something.

    Args:
        printed: The numbers on the pages.
        name: The file's name.
        verbs: For one page, and for several.
        what: What follows, without the full stop.
    """
    shown = ", ".join(str(page) for page in printed[:_MOST_NAMED])
    more = f" and {len(printed) - _MOST_NAMED} more" if len(printed) > _MOST_NAMED else ""
    if len(printed) == 1:
        return f"Page {shown} of {name} {verbs[0]} {what}."
    return f"Pages {shown}{more} of {name} {verbs[1]} {what}."
