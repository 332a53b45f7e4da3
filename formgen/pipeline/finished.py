"""What a run has made, in memory and in the work folder, before it is published."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from formgen.errors import Problem
from formgen.packet.manifest import ExhibitRecord, PaperRecord
from formgen.render.rendered import FontFile, Rendered, RenderedPdf

SETS = frozenset({"packet", "e-filing-set", "hearing-set"})
"""What is made of several papers and their exhibits."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The finished files of a run."""

    letters: tuple[Rendered, ...] = ()
    drawn: tuple[RenderedPdf, ...] = ()
    bound: Mapping[str, bytes | Path] = field(default_factory=dict)
    """Files of sets, by their names: bytes, or where they lie in the work folder."""

    records: tuple[PaperRecord, ...] = ()
    """What the manifest says of the sets."""

    exhibits: tuple[ExhibitRecord, ...] = ()
    fonts: frozenset[FontFile] = frozenset()
    warnings: tuple[Problem, ...] = ()

    @property
    def files(self) -> dict[str, bytes | Path]:
        """Return every file by its name."""
        return {**dict(self._drawn()), **self.bound}

    def _drawn(self) -> Iterator[tuple[str, bytes | Path]]:
        yield from ((letter.file_name, letter.content) for letter in self.letters)
        yield from ((paper.file_name, paper.content) for paper in self.drawn)
