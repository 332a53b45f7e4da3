"""A fault of the program itself: told with nothing of anybody's case in it."""

import traceback
from collections.abc import Iterator
from pathlib import Path

import formgen
from formgen.errors import Problem

_HOME = Path(formgen.__file__).parent


def bug_problem(error: BaseException) -> Problem:
    """Return what can be said of *error* without its words, which may hold what somebody typed."""
    return Problem(
        code="bug",
        what=f"formgen has a fault: {type(error).__name__} {_place(error)}.",
        fix="Please report this line, your command and the version "
        f"(formgen {formgen.__version__}): nothing of your case is in them. "
        "With FORMGEN_DEBUG=1 in the environment the steps that led there are shown.",
    )


def steps_to(error: BaseException) -> str:
    """Return the places in the program that led to *error*: no values, no words of the error."""
    return "".join(
        f"{'' if number == 0 else 'caused by '}{type(one).__name__}\n"
        f"{''.join(traceback.format_list(traceback.extract_tb(one.__traceback__)))}"
        for number, one in enumerate(_causes(error))
    )


def _causes(error: BaseException) -> Iterator[BaseException]:
    current: BaseException | None = error
    while current is not None:
        yield current
        current = current.__cause__ or current.__context__


def _place(error: BaseException) -> str:
    """Return the last place inside formgen that *error* came through."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.is_relative_to(_HOME):
            return f"in {path.relative_to(_HOME.parent).as_posix()}:{frame.lineno}"
    return "outside its own files"
