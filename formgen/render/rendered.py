"""A finished file in memory, and what each of its paragraphs is made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in a paragraph: the template's own words, or a value handed to it."""

    text: str
    is_value: bool


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished paper."""

    paper: str
    file_name: str
    content: bytes
    paragraphs: tuple[tuple[Piece, ...], ...]
    """Every paragraph that has text, in the order of the file, headers last."""
