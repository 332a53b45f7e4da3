"""Typed text on its way into a paper: split into paragraphs, its markers filled, its words untouched."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pydantic import BaseModel

from formgen.case.when import When
from formgen.case.when_words import Dated

if TYPE_CHECKING:
    from formgen.document.letter_values import Marks

WHEN_MARKER = "{when}"
EXHIBITS_MARKER = "{exhibits}"
STRAIGHT = ("'", '"')
CURLY = ("\u2018", "\u2019", "\u201c", "\u201d")
_CLOSING = "'\"\u2019\u201d)"
"""What may stand between the end of a sentence and the next one."""


def paragraphs_of(text: str | None) -> tuple[str, ...]:
    """Return the paragraphs of *text*: a blank line ends one, and a line end within one is a space."""
    paragraphs: list[list[str]] = [[]]
    for line in (text or "").split("\n"):
        if line.strip():
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return tuple(" ".join(lines) for lines in paragraphs if lines)


def one_paragraph(text: str | None) -> str:
    """Return *text* as a single paragraph."""
    return " ".join(paragraphs_of(text))


def lines_of(text: str) -> str:
    """Return exact words with their own line ends, less the one that a block of YAML adds at its end."""
    return text.strip("\n")


def with_date(text: str, dated: Dated | None) -> str:
    """Return *text* with its `{when}` markers filled: capitalised where a sentence begins."""
    if dated is None or WHEN_MARKER not in text:
        return text
    pieces = text.split(WHEN_MARKER)
    filled = pieces[0]
    for piece in pieces[1:]:
        before = filled.rstrip().rstrip(_CLOSING)
        begins = not before or before[-1] in ".!?:\n"
        date = dated.lead if begins else dated.inside
        # "8:47 p.m." at the end of a sentence ends it.
        filled += (date.removesuffix(".") if piece.startswith(".") else date) + piece
    return filled


def in_marks(text: str, account: str) -> bool:
    """Return whether *account* already has *text* behind a quotation mark."""
    words = lines_of(text)
    for mark in (*STRAIGHT, *CURLY[::2], "«"):
        after = account.split(mark + words)[1:]
        # "No" is not in "Nobody cares".
        if any(not (words[-1:].isalnum() and rest[:1].isalnum()) for rest in after):
            return True
    return False


def all_text(value: object) -> Iterator[str]:
    """Yield every piece of text that was typed in *value*, a part of a case, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, When):
        yield value.text
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from all_text(getattr(value, name))
    elif isinstance(value, tuple):
        for entry in value:
            yield from all_text(entry)


def marks_for(texts: Iterable[str]) -> "Marks":
    """Return the quotation marks to print: straight if the case is typed with straight ones only."""
    # A letter's values are many, and court papers and packets need none of them.
    from formgen.document.letter_values import Marks  # noqa: PLC0415

    straight = False
    for text in texts:
        if any(mark in text for mark in CURLY):
            return Marks(*CURLY[2:])
        straight = straight or any(mark in text for mark in STRAIGHT)
    return Marks('"', '"') if straight else Marks(*CURLY[2:])
