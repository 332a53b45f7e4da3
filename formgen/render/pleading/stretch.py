"""Words one after the other on an endless line: where each stands, and which stay together."""

from itertools import accumulate
from operator import add
from typing import NamedTuple

from formgen.render.pleading.ruler import Widths

NEVER_FIRST = ".,;:!?…)]}»›’”%–—-、。，．！？：；）」』】〕》〉"  # noqa: RUF001 - marks of several scripts
"""What closes, ends or parts a sentence: at the head of a line it would be stranded."""

NEVER_LAST = "([{«‹‘“¿¡（「『【〔《〈"  # noqa: RUF001 - the same
"""What opens one: at the end of a line it would be stranded."""

_WIDEST_HELD = 20.0
"""Ems that words held together may come to: a page of dots is still broken into lines."""


class Part(NamedTuple):
    """A piece of a word."""

    start: int
    end: int
    width: float
    """In ems."""

    is_whole: bool = False
    """Whether it is never broken: the name of a page."""


class Stretch:
    """The words between two typed line ends: where each stands in the text, and on one endless line."""

    __slots__ = ("_is_open", "_pieces", "at", "end", "ends", "lefts", "parts", "rights", "start", "starts")

    def __init__(self, start: int) -> None:
        self.start = start
        self.end = start
        """After the line end that closes it."""

        self.starts: list[int] = []
        self.ends: list[int] = []
        self.lefts: list[float] = []
        self.rights: list[float] = []
        """Positions in ems."""

        self.parts: dict[int, list[Part]] = {}
        """The pieces of each word that holds the name of a page, by the word's place."""

        self.at = 0.0
        self._is_open = False
        self._pieces: list[Part] = []

    def add(self, part: Part) -> None:
        """Add a piece: of the last word if no space came between, of a new one otherwise."""
        if self._is_open:
            self.ends[-1] = part.end
            self.rights[-1] = self.at + part.width
            self._pieces.append(part)
        else:
            self.starts.append(part.start)
            self.ends.append(part.end)
            self.lefts.append(self.at)
            self.rights.append(self.at + part.width)
            self._pieces = [part]
            self._is_open = True
        self.at += part.width
        if part.is_whole:
            self.parts[len(self.starts) - 1] = self._pieces

    def skip(self, width: float) -> None:
        """Leave a space before what comes next."""
        self.at += width
        self._is_open = False

    def add_simple(self, text: str, start: int, widths: Widths) -> None:
        """Add a text that has only single spaces in it, many words at once."""
        words = text.split(" ")
        space = widths[" "]
        if words[0]:
            self.add(Part(start, start + len(words[0]), widths[words[0]]))
        if len(words) == 1:
            return
        self.skip(space)
        start += len(words[0]) + 1
        last = words.pop()
        middle = words[1:]
        if middle:
            lengths = list(map(len, middle))
            measured = list(map(widths.__getitem__, middle))
            starts = list(accumulate([length + 1 for length in lengths], initial=start))
            lefts = list(accumulate([width + space for width in measured], initial=self.at))
            start, self.at = starts.pop(), lefts.pop()
            self.starts += starts
            self.ends += map(add, starts, lengths)
            self.lefts += lefts
            self.rights += map(add, lefts, measured)
        if last:
            self.add(Part(start, start + len(last), widths[last]))

    def hold_together(self, text: str) -> None:
        """Make one word of a word and the mark that stands alone beside it."""
        words = list(zip(self.starts, self.ends, self.lefts, self.rights, strict=True))
        held: list[tuple[int, int, float, float]] = []
        parts: dict[int, list[Part]] = {}
        for at, (start, end, left, right) in enumerate(words):
            if held and at not in self.parts and len(held) - 1 not in parts:
                first, last, begin, _ = held[-1]
                if right - begin <= _WIDEST_HELD and (
                    _are_marks(text[start:end], NEVER_FIRST) or _are_marks(text[first:last], NEVER_LAST)
                ):
                    held[-1] = (first, end, begin, right)
                    continue
            if at in self.parts:
                parts[len(held)] = self.parts[at]
            held.append((start, end, left, right))
        self.starts, self.ends, self.lefts, self.rights = (
            [word[0] for word in held],
            [word[1] for word in held],
            [word[2] for word in held],
            [word[3] for word in held],
        )
        self.parts = parts


def _are_marks(word: str, marks: str) -> bool:
    return 0 < len(word) <= 3 and all(mark in marks for mark in word)
