"""A block's text cut into words, each measured; the whole of it is what lines are broken from."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from formgen.document.blocks import Inline, PageOf, Span
from formgen.render.pleading.ruler import Ruler, Widths
from formgen.render.pleading.stretch import NEVER_FIRST, NEVER_LAST, Part, Stretch

_SPACES = " \t\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000"
"""Where a line may end.  Not U+00A0, U+2007 and U+202F: they are typed to hold two words together."""

_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
# Patterns are kept as text: reading them takes longer than laying out a page, and plain words need none.
_TOKENS = f"([^{_SPACES}{_ENDS}]+)|([{_SPACES}]+)|\r\n|[{_ENDS}]"
_UNUSUAL = f"[{_SPACES[1:]}{_ENDS}]|  "
"""What keeps a text from being cut simply at each space."""

_STRANDED = (
    f"[{_SPACES}][{re.escape(NEVER_FIRST)}]{{1,3}}(?![^{_SPACES}{_ENDS}])"
    f"|(?<![^{_SPACES}{_ENDS}])[{re.escape(NEVER_LAST)}]{{1,3}}[{_SPACES}]"
)
"""Such marks standing alone between spaces, as French sets them."""

# Most paragraphs are plain, and looking for a few short strings takes a tenth of the time of a pattern.
_ASCII_SPACES = ("  ", *(character for character in _SPACES[1:] + _ENDS if character.isascii()))
_ASCII_FIRST = "".join(filter(str.isascii, NEVER_FIRST))
_ASCII_LAST = "".join(filter(str.isascii, NEVER_LAST))


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
        if len(self.spans) == 1:
            (span,) = self.spans
            return (Span(self.text[start:end], span.source, span.bold, span.italic, span.goes_to),)
        found = []
        for at in range(bisect_right(self.starts, start) - 1, len(self.spans)):
            span, begin = self.spans[at], self.starts[at]
            if begin >= end:
                break
            text = self.text[max(start, begin) : min(end, begin + len(span.text))]
            found.append(Span(text, span.source, span.bold, span.italic, span.goes_to))
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
            span = Span(pages.get(inline.anchor, ""), goes_to=inline.goes_to)
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
    if _may_be_stranded(text) and re.search(_STRANDED, text):
        for stretch in stretches:
            stretch.hold_together(text)
    return Text(text, tuple(spans), tuple(starts), tuple(stretches))


def _may_be_stranded(text: str) -> bool:
    if not text.isascii():
        return True
    # Nearly all texts hold few such marks, and looking for one character is quickest.
    return any(f" {mark}" in text for mark in filter(text.__contains__, _ASCII_FIRST)) or any(
        f"{mark} " in text for mark in filter(text.__contains__, _ASCII_LAST)
    )


def _add_text(stretches: list[Stretch], text: str, at: int, widths: Widths) -> None:
    is_usual = (
        not any(map(text.__contains__, _ASCII_SPACES)) if text.isascii() else not re.search(_UNUSUAL, text)
    )
    if is_usual and text != " ":
        if text:
            stretches[-1].add_simple(text, at, widths)
        return
    for token in re.finditer(_TOKENS, text):
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
