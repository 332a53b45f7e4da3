"""A finished file in memory, and what it is made of."""

from dataclasses import dataclass, field
from typing import NamedTuple

from formgen.render.laid_out import LaidOut


class Piece(NamedTuple):
    """A stretch of text in a paragraph: the template's own words, or a value handed to it."""

    text: str
    is_value: bool


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished letter."""

    paper: str
    file_name: str
    content: bytes
    paragraphs: tuple[tuple[Piece, ...], ...]
    """Every paragraph that has text, in the order of the file, headers last."""


class FontFile(NamedTuple):
    """A font file that a paper was drawn with: its name, not its place on the machine."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class RenderedPdf:
    """A finished PDF."""

    paper: str
    file_name: str
    content: bytes = field(repr=False)
    laid_out: LaidOut
    fonts: tuple[FontFile, ...]
    """Every font file it was drawn with, by name."""
