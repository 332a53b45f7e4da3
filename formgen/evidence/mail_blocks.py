"""What the body of a message says, in blocks: paragraphs, quotes, items of a list, rows of a table."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class MailSpan:
    """A stretch of a message's words in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    target: str = ""
    """Where the link leads that ends here, if its words do not say so themselves."""

    is_picture: bool = False
    """Whether a picture stands here; the text is then its name, or empty."""


@dataclass(frozen=True, slots=True)
class MailText:
    """A paragraph; a line end in it stands for itself.  Without words, a blank line."""

    spans: tuple[MailSpan, ...] = ()
    quote: int = 0
    """How many times it is quoted: 1 for the words that a message answers."""

    depth: int = 0
    """How many lists it stands in."""

    mark: str = ""
    """The bullet or number before it, if it begins an item of a list."""

    is_apart: bool = False
    """Whether white stands above it."""


@dataclass(frozen=True, slots=True)
class MailRow:
    """A row of a table."""

    cells: tuple[tuple[MailSpan, ...], ...]
    table: int
    """Which of the body's tables it belongs to."""

    quote: int = 0


MailBlock: TypeAlias = MailText | MailRow


@dataclass(frozen=True, slots=True)
class Body:
    """One version of a message's words."""

    blocks: tuple[MailBlock, ...]
    has_hidden: bool = False
    """Whether it holds words that are set so that they are not seen, and which are left out."""

    replaced: int = 0
    """Characters that could not be read, each shown as U+FFFD, and control characters left out."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a message's body."""

    versions: tuple[Body, ...]
    """What is seen first; then each other version that does not say the same."""


def spans_of(blocks: tuple[MailBlock, ...]) -> Iterator[MailSpan]:
    """Yield every span of *blocks*."""
    for block in blocks:
        for cell in _cells_of(block):
            yield from cell


def words_in(blocks: tuple[MailBlock, ...]) -> str:
    """Return all words of *blocks*, pictures left out, each block on a line of its own."""
    return "\n".join(
        " ".join("".join(span.text for span in cell if not span.is_picture) for cell in _cells_of(block))
        for block in blocks
    )


def _cells_of(block: MailBlock) -> tuple[tuple[MailSpan, ...], ...]:
    return (block.spans,) if isinstance(block, MailText) else block.cells
