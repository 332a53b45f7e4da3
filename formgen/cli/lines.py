"""Lines of text for a person: in colour on a terminal, plain anywhere else."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TextIO

from formgen.packet.trouble import shown

_NARROWEST = 20
"""Columns; a terminal narrower than this shows longer lines."""


class Tone(StrEnum):
    """How a line is meant; each has its look on a terminal."""

    PLAIN = ""
    HEADING = "bold"
    ERROR = "bold red"
    WARNING = "bold yellow"
    QUESTION = "bold cyan"
    DONE = "bold green"


@dataclass(frozen=True, slots=True)
class Line:
    """One line to show; a blank one sets the next apart."""

    text: str = ""
    indent: int = 0
    tone: Tone = Tone.PLAIN


def print_lines(lines: Iterable[Line], stream: TextIO) -> None:
    """Write *lines* to *stream*, with colours only if a person sees them and wants them."""
    if _takes_colour(stream):
        _print_in_colour(lines, stream)
        return
    stream.writelines(f"{' ' * line.indent}{shown(line.text)}".rstrip() + "\n" for line in lines)


def _takes_colour(stream: TextIO) -> bool:
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _print_in_colour(lines: Iterable[Line], stream: TextIO) -> None:
    # Rich doubles the time that a command takes to start.
    from rich.console import Console  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = Console(file=stream, highlight=False)
    for line in lines:
        text = Text(shown(line.text), style=line.tone.value)
        for piece in text.wrap(console, max(console.width - line.indent, _NARROWEST)):
            piece.rstrip()
            console.print(" " * line.indent, piece, sep="")
