"""Names of the places in a filed PDF that links lead to."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from formgen.document.blocks import Span

P = TypeVar("P")

WIDEST_PAGE = 8888
"""No filed PDF has more pages; a line is broken as if every page number were this wide."""


def exhibit_place(label: str) -> str:
    """Return the place of an exhibit's own first page, behind its cover."""
    return f"exhibit {label}"


def cover_place(label: str) -> str:
    """Return the place of an exhibit's cover."""
    return f"cover {label}"


def index_place(label: str) -> str:
    """Return the place of an exhibit's row in the index."""
    return f"index {label}"


def place_in(paper: str, anchor: str) -> str:
    """Return the place of *anchor*, such as `paragraph-9`, in a paper: its file's name less `.pdf`."""
    return f"{paper}.{anchor}"


def stem_of(file_name: str) -> str:
    """Return the name of a paper's file less `.pdf`, by which its places are named."""
    return file_name.removesuffix(".pdf")


def linked(parts: Iterable[P], place: str) -> tuple[P, ...]:
    """Return *parts* with their words leading to *place*."""
    found: list[P] = []
    for part in parts:
        if isinstance(part, Span):
            part = replace(part, goes_to=place)  # noqa: PLW2901 - the same stretch, with its link
        found.append(part)
    return tuple(found)
