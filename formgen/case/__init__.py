"""The case: one frozen record of who, what, when, exact words, who was told, and the evidence."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from formgen.case.case import Case

__all__ = ["Case"]


def __getattr__(name: str) -> object:
    if name != "Case":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # Evidence without a case needs none of its many parts, which take a while to load.
    from formgen.case.case import Case  # noqa: PLC0415

    return Case
