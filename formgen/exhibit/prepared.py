"""The pages of an exhibit, ready to be put into a packet: upright, without anything that acts."""

from dataclasses import dataclass
from pathlib import Path

EXHIBIT = "/Exhibit"
"""In a prepared file, the name of the form XObject that holds all of a page.

The form's `/Matrix` turns, moves and scales it so that what was seen of the
page fills the prepared page, whose MediaBox begins at 0, 0 and which has
neither `/Rotate` nor `/UserUnit` nor annotations (ISO 32000-2, 8.10).
"""


@dataclass(frozen=True, slots=True)
class PreparedPage:
    """One page as it is seen: upright."""

    width: float
    """Points, whatever unit the file counts in."""

    height: float
    digest: str
    """SHA-256 of its content and of everything that the content draws with (`exhibit.digest`)."""

    is_changed: bool = False
    """Whether something was drawn into it that was no content before: a field's value, a note."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an exhibit that gets a bookmark of its own: an attachment, a chapter."""

    title: str
    page: int
    """From 1, of the exhibit."""

    level: int = 0


@dataclass(frozen=True, slots=True)
class Done:
    """Something that was done to the copy or left out of it; what `code` says is in the catalog's words."""

    code: str
    """Such as `location-left-out`."""

    count: int = 1
    """How many."""

    page: int | None = None
    """The page of the exhibit, from 1, if it is about one."""


@dataclass(frozen=True, slots=True)
class ExhibitPages:
    """A file prepared."""

    path: str
    """Its place in the case: `evidence[2]`."""

    sha256: str
    """Of the source, before anything was done."""

    file: Path
    """The prepared PDF, in the work folder."""

    file_sha256: str
    pages: tuple[PreparedPage, ...]
    source_pages: int
    """Pages that the file has in all; more than `pages` if a range was asked for."""

    parts: tuple[Part, ...] = ()
    done: tuple[Done, ...] = ()


@dataclass(frozen=True, slots=True)
class Converted:
    """What a converter wrote: a prepared file, still without its digest."""

    pages: tuple[PreparedPage, ...]
    source_pages: int
    parts: tuple[Part, ...] = ()
    done: tuple[Done, ...] = ()


class RefusedError(Exception):
    """A file that cannot be made into pages: why, and what to do.  It quotes nothing from the file."""

    def __init__(self, code: str, what: str, fix: str) -> None:
        super().__init__(code)
        self.code, self.what, self.fix = code, what, fix
