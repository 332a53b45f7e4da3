"""Evidence prepared in this process, for tests of what is made of it: a child takes time to start."""

from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from formgen.exhibit.prepare import prepare
from formgen.exhibit.prepared import Converted
from formgen.exhibit.source import Limits, Source, WrittenWords


class InProcess:
    """What a child does, done here; for files that are neither hostile nor large."""

    def __init__(self, folder: Path, limits: Limits, words: WrittenWords) -> None:
        self._folder, self._limits, self.words = folder, limits, words
        self._files = 0

    def start(self, kinds: Collection[str] = ()) -> None:
        """Have nothing to start."""

    def prepare(self, source: Source) -> tuple[Path, Converted]:
        """Return the file that was made, which is to be moved away, and what its pages are."""
        self._files += 1
        out = self._folder / f"{id(self)}-{self._files}.part"
        return out, prepare(source, out, self._limits, self.words)

    def close(self) -> None:
        """Have nothing to end."""

    def kill(self) -> None:
        """Have nothing to kill."""


@pytest.fixture(scope="module")
def in_process() -> Iterator[None]:
    """Have evidence prepared in this process in all tests of a module."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("formgen.exhibit.preparing.Child", InProcess)
        yield
