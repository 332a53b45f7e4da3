"""The plain words of a message as blocks: lines as they were typed, or joined as RFC 3676 asks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from formgen.evidence.mail_blocks import MailSpan, MailText

_MARKS = re.compile(">+")
_SIGNATURE = "-- "


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    quote: int = 0


def plain_blocks(text: str, *, is_flowed: bool = False, drops_space: bool = False) -> tuple[MailText, ...]:
    """Return the blocks of a plain *text*: one for each run of lines that are not blank.

    Args:
        text: With `LF` at its line ends.
        is_flowed: Whether a space at the end of a line says that it goes on (`format=flowed`); then the
            quote marks before lines are no words either.
        drops_space: Whether that space is no part of the text (`delsp=yes`).
    """
    lines = _flowed(text, drops_space=drops_space) if is_flowed else map(_Line, text.split("\n"))
    return tuple(_without_blank_ends(list(_blocks(lines))))


def _flowed(text: str, *, drops_space: bool) -> Iterator[_Line]:
    """Yield the lines of *text* with those joined that flow into each other (RFC 3676, section 4)."""
    begun: _Line | None = None
    for typed in text.split("\n"):
        marks = _MARKS.match(typed)
        quote = marks.end() if marks else 0
        said = typed[quote:].removeprefix(" ")
        if begun is not None and begun.quote != quote:
            yield begun
            begun = None
        line = _Line((begun.text if begun else "") + said, quote)
        begun = None
        if said.endswith(" ") and said != _SIGNATURE:
            begun = _Line(line.text[:-1] if drops_space else line.text, quote)
        else:
            yield line
    if begun is not None:
        yield begun


def _blocks(lines: Iterator[_Line]) -> Iterator[MailText]:
    """Yield a block for each run of lines, and one without words for each blank line beyond the first."""
    run: list[_Line] = []
    blank = 0
    for line in lines:
        if run and (not line.text.strip() or line.quote != run[-1].quote):
            yield _block(run, is_apart=blank > 0)
            run, blank = [], 0
        if line.text.strip():
            run.append(line)
        else:
            blank += 1
            if blank > 1:
                yield MailText(quote=line.quote)
    if run:
        yield _block(run, is_apart=blank > 0)


def _block(run: list[_Line], *, is_apart: bool) -> MailText:
    text = "\n".join(line.text.rstrip() for line in run)
    return MailText((MailSpan(text),), quote=run[0].quote, is_apart=is_apart)


def _without_blank_ends(blocks: list[MailText]) -> list[MailText]:
    while blocks and not blocks[-1].spans:
        blocks.pop()
    while blocks and not blocks[0].spans:
        blocks.pop(0)
    return blocks
