"""A block's text cut into words, each measured; the whole of it is what lines are broken from."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from formgen.document.blocks import Inline, PageOf, Span
from formgen.render.pleading.ruler import Ruler, Widths

_SPACES = " \t\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000"
"""Where a line may end.  Not U+00A0, U+2007 and U+202F: they are typed to hold two words together."""

_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
_TOKENS = re.compile(f"([^{_SPACES}{_ENDS}]+)|([{_SPACES}]+)|\r\n|[{_ENDS}]")
_UNUSUAL = re.compile(f"[{_SPACES[1:]}{_ENDS}]|  ")
"""What keeps a text from being cut simply at each space."""

NEVER_FIRST = ".,;:!?…)]}»›’”%–—-、。，．！？：；）」』】〕》〉"  # noqa: RUF001 - marks of several scripts
"""What closes, ends or parts a sentence: at the head of a line it would be stranded."""

NEVER_LAST = "([{«‹‘“¿¡（「『【〔《〈"  # noqa: RUF001 - the same
"""What opens one: at the end of a line it would be stranded."""

_STRANDED = re.compile(
    f"[{_SPACES}][{re.escape(NEVER_FIRST)}]{{1,3}}(?![^{_SPACES}{_ENDS}])"
    f"|(?<![^{_SPACES}{_ENDS}])[{re.escape(NEVER_LAST)}]{{1,3}}[{_SPACES}]"
)
"""Such marks standing alone between spaces, as French sets them."""

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
            lengths = [len(word) for word in middle]
            measured = [widths[word] for word in middle]
            starts = list(accumulate(lengths, lambda sum_, more: sum_ + more + 1, initial=start))
            lefts = list(accumulate(measured, lambda sum_, more: sum_ + more + space, initial=self.at))
            start, self.at = starts.pop(), lefts.pop()
            self.starts += starts
            self.ends += [begin + length for begin, length in zip(starts, lengths, strict=True)]
            self.lefts += lefts
            self.rights += [left + width for left, width in zip(lefts, measured, strict=True)]
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


class Text(NamedTuple):
    """The text of one block as it is printed, cut into words."""

    text: str
    spans: tuple[Span, ...]
    starts: tuple[int, ...]
    """Where each span begins."""

    stretches: tuple[Stretch, ...]

    def cut(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the text from *start* to *end*, each piece in its style."""
        if end <= start:
            return ()
        found = []
        for at in range(bisect_right(self.starts, start) - 1, len(self.spans)):
            span, begin = self.spans[at], self.starts[at]
            if begin >= end:
                break
            text = self.text[max(start, begin) : min(end, begin + len(span.text))]
            found.append(Span(text, span.source, span.bold, span.italic))
        return tuple(found)


def words_of(inlines: Sequence[Inline], ruler: Ruler, pages: Mapping[str, str] | None) -> Text:
    """Return the text of *inlines* with its words measured.

    *pages* holds what is printed for each place where pages are named.
    Without it nothing is printed there and no room is kept; with it, the
    widest text is measured, whatever is printed, so that a second pass moves
    nothing.
    """
    spans: list[Span] = []
    starts: list[int] = []
    stretches = [Stretch(0)]
    at = 0
    for inline in inlines:
        if isinstance(inline, PageOf):
            if pages is None:
                continue
            span = Span(pages.get(inline.anchor, ""))
            _add_page(stretches[-1], inline.widest, span.text, at, ruler.widths())
        else:
            span = inline
            _add_text(stretches, span.text, at, ruler.widths(bold=span.bold, italic=span.italic))
        if span.text:
            spans.append(span)
            starts.append(at)
            at += len(span.text)
    stretches[-1].end = at
    while len(stretches) > 1 and not stretches[-1].starts:
        # A line end after the last word parts it from nothing.
        stretches.pop()
        stretches[-1].end = at
    text = "".join(span.text for span in spans)
    if _STRANDED.search(text):
        for stretch in stretches:
            stretch.hold_together(text)
    return Text(text, tuple(spans), tuple(starts), tuple(stretches))


def _add_text(stretches: list[Stretch], text: str, at: int, widths: Widths) -> None:
    if _UNUSUAL.search(text) is None and text != " ":
        if text:
            stretches[-1].add_simple(text, at, widths)
        return
    for token in _TOKENS.finditer(text):
        start, end = token.span()
        match token.lastindex:
            case 1:
                stretches[-1].add(Part(at + start, at + end, widths[token[0]]))
            case 2:
                stretches[-1].skip(widths[token[0]])
            case _:
                stretches[-1].end = at + end
                stretches.append(Stretch(at + end))


def _add_page(stretch: Stretch, widest: str, printed: str, at: int, widths: Widths) -> None:
    # It is broken at its first space only: a number is not parted from the word "page" before it.
    head, space, tail = widest.partition(" ")
    end = at + len(printed)
    if not space:
        stretch.add(Part(at, end, widths[widest], is_whole=True))
        return
    begins_so = printed.startswith(head + space)
    if head:
        stretch.add(Part(at, at + len(head) if begins_so else at, widths[head], is_whole=True))
    stretch.skip(widths[space])
    stretch.add(Part(at + len(head + space) if begins_so else at, end, widths[tail], is_whole=True))


def _are_marks(word: str, marks: str) -> bool:
    return 0 < len(word) <= 3 and all(mark in marks for mark in word)
