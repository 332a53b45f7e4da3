"""What is looked for in a volume by a second process, while this one draws it and reads it back."""

from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path
from typing import Any

from formgen.checks.beside import Beside, GoneError
from formgen.checks.covered_text import CoveredText, covered_text
from formgen.checks.packet_looks import looks
from formgen.checks.packet_made import made_problems
from formgen.checks.packet_pages import pages_of_volume
from formgen.checks.packet_problems import problem
from formgen.checks.page_looks import unlike
from formgen.errors import Problem
from formgen.packet.binding import Volume
from formgen.packet.bound_page import BoundPage
from formgen.pipeline.private import evidence_of


class SecondLook:
    """What is looked for in one volume: words covered, pages that look otherwise, what it is made of."""

    def __init__(self, volume: Volume, other: Beside | None) -> None:
        """Begin with the evidence, if there is an *other* process to look at it."""
        self._volume, self._other = volume, other
        self._pages = {file: sorted(pages) for file, pages in evidence_of(volume).items()}
        self._covered: dict[Path, Callable[[], list[Any]]] = {}
        if other is not None:
            self._covered = {file: other.ask("covered", file, pages) for file, pages in self._pages.items()}

    def covered_in(self, file: Path) -> list[CoveredText]:
        """Return what is covered in a prepared *file* of the volume.

        Raises:
            NotAPdfError: If it cannot be read.
        """
        try:
            if file in self._covered:
                return [CoveredText(*found) for found in self._covered[file]()]
        except GoneError:
            pass  # nobody looks at it but us
        return list(covered_text(file, self._pages[file]))

    def unlike_in(self, path: Path) -> Callable[[], list[int]]:
        """Return what gives the pages that look otherwise in the finished file *path*: see `looks_alike`."""
        wanted = looks(self._volume)
        if not wanted or self._other is None:
            return lambda: unlike(path, wanted)
        answer = self._other.ask("unlike", path, [astuple(look) for look in wanted])

        def found() -> list[int]:
            try:
                return answer()
            except GoneError:
                return unlike(path, wanted)

        return found

    def made_in(self, path: Path, name: str, title: str, language: str) -> Callable[[], list[Problem]] | None:
        """Return what gives the faults of what *path* is made of; None if they are to be looked for here.

        The other arguments are as for `made_problems`.
        """
        if self._other is None:
            return None
        laid = tuple(pages_of_volume(self._volume))
        told = [(page.printed, page.band, _plain(page.bound)) for page in laid]
        answer = self._other.ask("made", path, (name, title, language, told))

        def found() -> list[Problem]:
            try:
                return [problem(*each) for each in answer()]
            except GoneError:
                return made_problems(path, laid, name, title=title, language=language)

        return found


def _plain(bound: BoundPage | None) -> tuple[Any, ...] | None:
    if bound is None:
        return None
    place = bound.placement
    placed = (place.page, str(place.file), place.source, place.x, place.y, place.scale)
    return (placed, bound.label, bound.path, bound.own, bound.digest, bound.is_changed)
