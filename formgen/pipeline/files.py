"""Draws files with exhibits one by one, puts the evidence in, and reads each back before it counts."""

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from formgen.case.base import Audience
from formgen.checks.beside import beside
from formgen.checks.packet_readback import looks_alike, read_back_volume
from formgen.errors import Problem
from formgen.packet.assemble import assemble
from formgen.packet.binding import Binder, Volume
from formgen.pipeline.private import PrivateSearch
from formgen.pipeline.second_look import SecondLook
from formgen.render.pdf import draw_together
from formgen.render.rendered import FontFile


@dataclass(slots=True)
class FileMaker:
    """Makes files in the work folder, and keeps what was found in them."""

    out: Path
    search: PrivateSearch
    reader: Audience = "court"
    """Who reads what is made, unless it is said otherwise."""

    files: dict[str, bytes | Path] = field(default_factory=dict)
    """By their names: bytes, or where they lie in the work folder."""

    found: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    """What is wrong with each file."""

    fonts: set[FontFile] = field(default_factory=set)

    @property
    def faults(self) -> list[Problem]:
        """Return what is wrong with all files together."""
        return [problem for found in self.found.values() for problem in found]

    def make(
        self, name: str, volume: Volume, binder: Binder, title: str, reader: Audience | None = None
    ) -> Path:
        """Draw one file, put the evidence in, read it back and search it; return where it lies.

        Args:
            name: The file's name in the set.
            volume: What is on its pages.
            binder: What laid them out.
            title: For its own properties; names nobody.
            reader: Who reads it.
        """
        path = self.out / name.replace("/", "-")
        language = binder.maker.language
        with beside(self.out, pages=len(volume.bound)) as other:
            look = SecondLook(volume, other)
            drawn = draw_together(volume.laid, binder.book, title=title, language=language)
            assemble(drawn.content, [page.placement for page in volume.bound], path)
            self.fonts.update(drawn.fonts)
            made = look.made_in(path, name, title, language)
            unlike = look.unlike_in(path)
            reading = read_back_volume(path, volume, name=name, title=title, language=language, made=made)
            self.found[name] = (*reading.problems, *looks_alike(path, volume, unlike))
            self.search.volume(name, volume, reading.texts, reader or self.reader)
            self.search.redactions(name, volume, look.covered_in)
        self.files[name] = path
        return path

    def discard(self, names: Collection[str]) -> None:
        """Throw files away that are made anew, with all that was found in them."""
        for name in names:
            path = self.files.pop(name)
            del self.found[name]
            if isinstance(path, Path):
                path.unlink()
        self.search.forget(names)
