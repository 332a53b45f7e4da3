"""A file of plain text as a paper: each line of it a line, as it was typed."""

import unicodedata
from collections.abc import Iterator

from formgen.document.blocks import Span
from formgen.document.leaf import Align, Leaf, LeafFrame, LeafText

PAGE = LeafFrame(left=72.0, right=558.0, top=54.0, bottom=738.0)
"""The page of text and mail: its margins are those that a stamp leaves free anyway."""

SIZE = 11.0
"""Points."""

LINE = 13.2
"""Points from one line to the next."""

_TAB = 8
"""Characters from one stop to the next."""

_STRONG: dict[str, Align] = {"L": "left", "R": "right", "AL": "right"}
"""By the direction of its first letter, as a browser takes it (Unicode Annex 9, P2)."""


def text_leaf(text: str, language: str) -> Leaf:
    """Return *text* as a paper; blank lines part its paragraphs as they part them in the file.

    Args:
        text: With its own line ends; a tab stands for spaces up to the next multiple of 8 characters.
        language: Such as `en-US`.
    """
    return Leaf(paper="text", title="", language=language, blocks=tuple(_paragraphs(text)), frame=PAGE)


def with_tabs_spaced(line: str) -> str:
    """Return *line* with spaces up to the next multiple of 8 characters for each tab in it."""
    return line.expandtabs(_TAB) if "\t" in line else line


def side_of(text: str) -> Align:
    """Return the side of the page that *text* begins at: the right one for Arabic or Hebrew, say."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in _STRONG:
            return _STRONG[direction]
    return "left"


def _paragraphs(text: str) -> Iterator[LeafText]:
    """Yield a block for each run of lines that are not blank."""
    run: list[str] = []
    blank = 0
    for line in (with_tabs_spaced(line).rstrip() for line in text.splitlines()):
        if line:
            run.append(line)
            continue
        if run:
            yield _block(run, blank)
            run, blank = [], 0
        blank += 1
    yield _block(run, blank)


def _block(run: list[str], blank: int) -> LeafText:
    text = "\n".join(run)
    return LeafText((Span(text),), size=SIZE, align=side_of(text), before=blank * LINE)
