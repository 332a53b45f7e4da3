"""A word set once: its glyphs, what each of them stands for, and the PDF operands that draw it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from formgen.render.fonts.clusters import is_emoji, without_invisible
from formgen.render.fonts.harfbuzz import EM, Cut, Glyph
from formgen.render.fonts.marks import MARKS, NUMBERS, SPACE

_RISE = re.compile(r"\^(-?\d+)\^")


class Step(NamedTuple):
    """The smallest stretch of a word that has both a text and glyphs of its own."""

    text: str
    glyphs: tuple[int, ...]
    body: str
    """What goes between `<` and `>` in a PDF text array: hexadecimal glyph numbers, and moves between them."""


@dataclass(frozen=True, slots=True, eq=False)
class Fragment:
    """A word, or as much of it as one typeface draws; made once and used wherever the word stands again."""

    cut: Cut | None
    """What draws it; None for the marks that we draw ourselves."""

    width: int
    steps: tuple[Step, ...]
    """From left to right."""

    body: str
    """The bodies of all steps in one, as they are drawn where every glyph can be read back by itself."""

    is_rtl: bool = False
    is_blank: bool = False

    @property
    def text(self) -> str:
        """What it says, in the order in which it is read."""
        return "".join(step.text for step in (reversed(self.steps) if self.is_rtl else self.steps))

    @property
    def is_raised(self) -> bool:
        """Whether a glyph of it leaves the base line, so that its operands depend on the type size."""
        return "^" in self.body


def fragment(cut: Cut, text: str, *, drawn: str | None = None, is_rtl: bool = False) -> Fragment:
    """Set *text* in *cut*; *drawn*, of the same length, is what is drawn in its place."""
    glyphs = cut.shape(drawn or text, is_rtl=is_rtl)
    steps = tuple(_steps(cut, text, glyphs))
    return Fragment(
        cut, sum(glyph.advance for glyph in glyphs), steps, "".join(step.body for step in steps), is_rtl
    )


def mark_fragment(text: str) -> Fragment:
    """Return the mark that we draw for the character *text*."""
    number = NUMBERS[text]
    step = Step(text, (number,), f"{number:02X}")
    return Fragment(None, MARKS[text].advance, (step,), step.body)


def blank(cut: Cut | None, width: int | None = None, *, spaces: int = 1) -> Fragment:
    """Return room in *cut*, or in the font of our marks; it reads back as one space, however wide.

    Args:
        cut: Whose space glyph is taken.
        width: How wide; by default as wide as *spaces* of its own spaces.
        spaces: For a tab, more than one.
    """
    if cut is None:
        own, number = SPACE.advance, f"{NUMBERS[' ']:02X}"
        glyph = NUMBERS[" "]
    else:
        (shaped,) = cut.shape(" ")
        own, glyph = shaped.advance, shaped.number
        number = f"{glyph:04X}"
    width = own * spaces if width is None else width
    move = f">{own - width}<" if own != width else ""
    step = Step(" ", (glyph,), number + move)
    return Fragment(cut, width, (step,), step.body, is_blank=True)


def at_size(body: str, size: float) -> str:
    """Return *body* with its rises, which are thousandths of the type size, worked out for *size* points."""
    return _RISE.sub(lambda found: f"{int(found[1]) * size / EM:.3f}", body)


def _steps(cut: Cut, text: str, glyphs: Sequence[Glyph]) -> Iterator[Step]:
    starts = sorted({glyph.start for glyph in glyphs})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    for start, group in groupby(glyphs, key=attrgetter("start")):
        members = tuple(group)
        said = text[start : ends[start]]
        yield Step(
            said if len(said) == 1 or is_emoji(said) else without_invisible(said),
            tuple(glyph.number for glyph in members),
            _body(cut, members),
        )


def _body(cut: Cut, glyphs: Sequence[Glyph]) -> str:
    parts: list[str] = []
    move = 0
    for glyph in glyphs:
        move -= glyph.x_offset
        if move:
            parts.append(f">{move}<")
        number = f"{glyph.number:04X}"
        parts.append(f">]TJ ^{glyph.y_offset}^ Ts[<{number}>]TJ 0 Ts[<" if glyph.y_offset else number)
        move = glyph.x_offset + cut.advance(glyph.number) - glyph.advance
    if move:
        parts.append(f">{move}<")
    return "".join(parts)
