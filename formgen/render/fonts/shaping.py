"""A word set once: its glyphs, what each of them stands for, and the PDF operands that draw it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from formgen.render.fonts.clusters import is_emoji, without_invisible
from formgen.render.fonts.harfbuzz import Cut, Glyph
from formgen.render.fonts.marks import MARKS, NUMBERS, SPACE

_REMEMBERED = 50_000


class Part(NamedTuple):
    """A glyph where it stands, in thousandths of the type size from where its step begins."""

    glyph: int
    x: int
    y: int


class Step(NamedTuple):
    """The smallest stretch of a word that has a text of its own: one glyph, or several put together."""

    text: str
    parts: tuple[Part, ...]
    advance: int
    body: str
    """What stands between `<` and `>` in a PDF text array to draw it; empty unless it is one glyph as is."""


@dataclass(frozen=True, slots=True, eq=False)
class Fragment:
    """A word, or as much of it as one typeface draws; made once and used wherever the word stands again."""

    cut: Cut | None
    """What draws it; None for the marks that we draw ourselves."""

    width: int
    steps: tuple[Step, ...]
    """From left to right."""

    body: str
    """The bodies of its steps in one; empty if a step has none."""

    is_rtl: bool = False
    is_blank: bool = False

    @property
    def text(self) -> str:
        """What it says, in the order in which it is read."""
        return "".join(step.text for step in (reversed(self.steps) if self.is_rtl else self.steps))


def fragment(cut: Cut, text: str, *, drawn: str | None = None, is_rtl: bool = False) -> Fragment:
    """Set *text* in *cut*; *drawn*, of the same length, is what is drawn in its place."""
    glyphs = cut.shape(drawn or text, is_rtl=is_rtl)
    if not is_rtl and [glyph.start for glyph in glyphs] == list(range(len(text))):
        # A word of single letters, as nearly all are.
        steps = tuple([_step(cut, letter, (glyph[1:],)) for letter, glyph in zip(text, glyphs, strict=True)])
    else:
        steps = tuple(_steps(cut, text, glyphs, is_rtl=is_rtl))
    bodies = [step.body for step in steps]
    body = "".join(bodies) if all(bodies) else ""
    return Fragment(cut, sum([step.advance for step in steps]), steps, body, is_rtl)


def mark_fragment(text: str) -> Fragment:
    """Return the mark that we draw for the character *text*."""
    number = NUMBERS[text]
    step = Step(text, (Part(number, 0, 0),), MARKS[text].advance, f"{number:02X}")
    return Fragment(None, step.advance, (step,), step.body)


def blank(cut: Cut | None, width: int | None = None, *, spaces: int = 1) -> Fragment:
    """Return room in *cut*, or in the font of our marks; it reads back as one space, however wide.

    Args:
        cut: Whose space glyph is taken.
        width: How wide; by default as wide as *spaces* of its own spaces.
        spaces: For a tab, more than one.
    """
    if cut is None:
        own, glyph, number = SPACE.advance, NUMBERS[" "], f"{NUMBERS[' ']:02X}"
    else:
        (shaped,) = cut.shape(" ")
        own, glyph, number = shaped.advance, shaped.number, f"{shaped.number:04X}"
    width = own * spaces if width is None else width
    step = Step(" ", (Part(glyph, 0, 0),), width, f"{number}{moved(own - width)}")
    return Fragment(cut, width, (step,), step.body, is_blank=True)


def moved(thousandths: int) -> str:
    """Return the operands that move the pen to the left inside a PDF text array."""
    return f">{thousandths}<" if thousandths else ""


def _steps(cut: Cut, text: str, glyphs: Sequence[Glyph], *, is_rtl: bool) -> Iterator[Step]:
    starts = sorted({glyph.start for glyph in glyphs})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    for start, group in groupby(glyphs, key=itemgetter(0)):
        said = text[start : ends[start]]
        members = tuple(glyph[1:] for glyph in group)
        if len(said) > 1 and not is_emoji(said):
            said = without_invisible(said)
            if is_rtl and not cut.face.is_compact:
                # Readers turn these characters round too: each needs a glyph of its own, be it an empty one.
                yield from (Step(letter, (), 0, "") for letter in reversed(said[1:]))
                said = said[:1]
        if is_rtl:
            said = _mirrored(said)
        yield _step(cut, said, members)


def _mirrored(said: str) -> str:
    # Most papers have no word that runs from right to left.
    from formgen.render.fonts.bidi_types import MIRRORED  # noqa: PLC0415

    # A bracket is drawn turned, and reads back as what is drawn: readers turn it again.
    return MIRRORED.get(said, said)


def _step(cut: Cut, said: str, members: tuple[tuple[int, int, int, int], ...]) -> Step:
    key = (said, members)
    step = cut.steps.get(key)
    if step is None:
        if len(cut.steps) >= _REMEMBERED:
            cut.steps.clear()
        step = cut.steps[key] = _new_step(cut, said, members)
    return step


def _new_step(cut: Cut, said: str, members: tuple[tuple[int, int, int, int], ...]) -> Step:
    pen = 0
    parts = []
    for number, advance, x_offset, y_offset in members:
        parts.append(Part(number, pen + x_offset, y_offset))
        pen += advance
    body = ""
    first = parts[0]
    own = cut.advance(first.glyph)
    # A mark drawn over its letter takes no room, whatever its own width.
    if len(parts) == 1 and not first.x and not first.y and (pen > 0 or not own):
        body = f"{first.glyph:04X}{moved(own - pen)}"
    return Step(said, tuple(parts), pen, body)
