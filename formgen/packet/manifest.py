"""What a set of papers was made from and what it holds: `manifest.json`.

A manifest read back from a folder is untrusted: somebody may have edited it.
It counts only if it is, byte for byte, what formgen would have written, and
no path in it can lead out of its folder.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import PureWindowsPath
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    StringConstraints,
    ValidationError,
    field_validator,
)
from pydantic.types import NonNegativeInt, PositiveInt

from formgen.errors import Problem, Severity, SourceLocation
from formgen.exhibit.prepared import Done

MANIFEST_NAME = "manifest.json"
"""Name of the manifest in a folder of papers."""

PACKET = "packet"
"""Id of the paper that holds the exhibits."""

_PART = r"[a-z0-9]+(-[a-z0-9]+)*"
_NEUTRAL_NAME = re.compile(rf"({_PART}/)?{_PART}(\.[a-z0-9]+)*")


def is_neutral_name(path: str) -> bool:
    """Tell whether *path* may name a paper: lower-case letters, digits, hyphens; at most one folder deep."""
    return _NEUTRAL_NAME.fullmatch(path) is not None


def _stays_inside(path: str) -> str:
    parts = path.split("/")
    if (
        not {"", ".", ".."}.isdisjoint(parts)
        or "\\" in path
        or PureWindowsPath(path).anchor
        or any(ord(character) < 32 for character in path)
    ):
        raise ValueError("a path that does not stay inside its folder")
    return path


InsidePath = Annotated[str, AfterValidator(_stays_inside)]
"""A relative path with `/` between its parts, which cannot lead out of its folder on any system."""


class _Record(BaseModel):
    # Built when it is first used: files are bound without a case too, and have no manifest.
    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, hide_input_in_errors=True, defer_build=True
    )


Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""The digest of a file, in small hexadecimal digits."""


class FileDigest(_Record):
    """One file as it was: its place, its SHA-256 and its length."""

    path: InsidePath
    sha256: Sha256
    size: NonNegativeInt

    @classmethod
    def of(cls, path: str, data: bytes) -> Self:
        """Return the digest of *data*, to be kept under *path*."""
        return cls(path=path, sha256=hashlib.sha256(data).hexdigest(), size=len(data))


class FontDigest(_Record):
    """A font file that papers were drawn with: its name and SHA-256, not its place on a machine."""

    name: str
    sha256: Sha256


class PaperRecord(_Record):
    """One paper of the set: its files, what it withheld, and the law it rests on."""

    paper: str
    """The paper's id, such as `notice-letter`."""

    files: tuple[InsidePath, ...]
    withheld: tuple[str, ...] = ()
    """Places in the case that this paper leaves out, such as `incidents[2].quotes`."""

    law: tuple[str, ...] = ()
    """Ids of the law entries used."""

    edition: str | None = None
    """The form's revision date, for a court form."""


class ExhibitRecord(_Record):
    """One exhibit of the packet: where it stands, what it was made from, and what was done to the copy."""

    label: str
    """Its letter or number."""

    path: str
    """Its place in the case: `evidence[2]`."""

    file: InsidePath | None = None
    """The file offered, from the case folder on; nothing for a thing without a file."""

    sha256: Sha256 | None = None
    """Of the file offered, before anything was done."""

    first_page: PositiveInt
    """Its own first page, behind the cover: the one that papers and index name."""

    pages: NonNegativeInt
    """How many pages of it there are, the cover not counted."""

    volume: PositiveInt = 1
    """The volume in which it begins."""

    done: tuple[str, ...] = ()
    """What was done to the copy or left out, such as `location-left-out`; `note-shown:3` for three."""

    @field_validator("done")
    @classmethod
    def done_is_in_order(cls, done: tuple[str, ...]) -> tuple[str, ...]:
        """Put the codes in one order, each once."""
        return tuple(sorted(set(done)))

    @staticmethod
    def counted(done: Iterable[Done]) -> tuple[str, ...]:
        """Return what `done` holds for what was done to a copy: each code once, and how often it was."""
        counts: Counter[str] = Counter()
        for each in done:
            counts[each.code] += each.count
        return tuple(code if count == 1 else f"{code}:{count}" for code, count in sorted(counts.items()))


class ProblemNote(_Record):
    """A warning or question that came with the papers: which, and where; not its words."""

    code: str
    severity: Severity
    path: str = ""
    where: SourceLocation | None = None

    @classmethod
    def of(cls, problem: Problem) -> Self:
        """Return the note of *problem*; of the file it is in, only the name is kept."""
        where = problem.where
        if where is not None:
            # Where a case lies on a disk often spells a client's or the user's name.
            name = PureWindowsPath(where.file).name
            where = SourceLocation(name, where.line, where.column, where.sheet, where.cell)
        return cls(code=problem.code, severity=problem.severity, path=problem.path, where=where)


class Manifest(_Record):
    """What a set of papers was made from and what it holds; no clock, no machine, no value from the case."""

    format: Literal[1] = 1
    program: str
    """Version of formgen that made the set."""

    as_of: date
    jurisdiction: str
    inputs: tuple[FileDigest, ...]
    """Every file of the case, relative to the case folder, whichever papers are made."""

    draft: bool = False
    """Whether the pages that formgen drew are marked as a draft."""

    fonts: tuple[FontDigest, ...] = ()
    """Every font file that a paper was drawn with."""

    catalog: str
    """Digest of the law and templates used."""

    papers: tuple[PaperRecord, ...]
    outputs: tuple[FileDigest, ...] = ()
    """Every file of the set but the manifest; publishing fills it in."""

    exhibits: tuple[ExhibitRecord, ...] = ()
    """The exhibits of the packet, in its order."""

    problems: tuple[ProblemNote, ...] = ()

    @field_validator("exhibits")
    @classmethod
    def exhibits_are_in_order(cls, exhibits: tuple[ExhibitRecord, ...]) -> tuple[ExhibitRecord, ...]:
        """Put the exhibits in the order of their pages, however they were gathered."""
        return tuple(sorted(exhibits, key=lambda exhibit: (exhibit.first_page, exhibit.label)))

    @field_validator("inputs", "outputs")
    @classmethod
    def files_are_listed_once(cls, files: tuple[FileDigest, ...]) -> tuple[FileDigest, ...]:
        """Put the files in the order of their paths, and refuse a path listed twice."""
        if len({file.path for file in files}) < len(files):
            raise ValueError("a file listed twice")
        return tuple(sorted(files, key=lambda file: file.path))

    @field_validator("fonts")
    @classmethod
    def fonts_are_in_order(cls, fonts: tuple[FontDigest, ...]) -> tuple[FontDigest, ...]:
        """Put the fonts in one order, each once."""
        return tuple(sorted(dict.fromkeys(fonts), key=lambda font: (font.name, font.sha256)))

    @field_validator("outputs")
    @classmethod
    def names_are_neutral(cls, files: tuple[FileDigest, ...]) -> tuple[FileDigest, ...]:
        """Refuse an output that formgen could not have named so."""
        if not all(is_neutral_name(file.path) and file.path != MANIFEST_NAME for file in files):
            raise ValueError("an output that formgen did not name")
        return files

    @field_validator("problems")
    @classmethod
    def problems_are_in_order(cls, problems: tuple[ProblemNote, ...]) -> tuple[ProblemNote, ...]:
        """Put the notes in one order, however they were gathered, each once."""
        return tuple(sorted(dict.fromkeys(problems), key=lambda note: note.model_dump_json()))

    def to_bytes(self) -> bytes:
        """Return the manifest as it stands in the folder; the same manifest gives the same bytes."""
        # A set made before there were exhibits is read back byte for byte too.
        left_out = set() if self.exhibits else {"exhibits"}
        values = self.model_dump(mode="json", exclude=left_out)
        text = json.dumps(values, indent=2, sort_keys=True, ensure_ascii=False)
        return f"{text}\n".encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Self | None:
        """Read a manifest back; nothing is returned unless formgen wrote these very bytes."""
        try:
            manifest = cls.model_validate_json(data)
        except ValidationError:
            return None
        return manifest if manifest.to_bytes() == data else None


def same_inputs(one: Manifest, other: Manifest) -> bool:
    """Tell whether two sets were made from the same case, law, day and program."""
    return (one.program, one.as_of, one.jurisdiction, one.draft, one.catalog, one.inputs) == (
        other.program,
        other.as_of,
        other.jurisdiction,
        other.draft,
        other.catalog,
        other.inputs,
    )
