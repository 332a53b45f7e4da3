"""What is looked for in a volume by a second process, while this one draws it and reads it back."""

from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path
from typing import Any

from formgen.checks.beside import Beside, GoneError
from formgen.checks.covered_text import CoveredText, covered_text
from formgen.checks.packet_looks import looks
from formgen.checks.page_looks import unlike
from formgen.packet.binding import Volume
from formgen.pipeline.private import evidence_of


class SecondLook:
    """Both searches of one volume: for covered words in its evidence, for pages that look otherwise."""

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
