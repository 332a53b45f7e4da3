"""Words broken into lines, ragged right: where a line ends is decided here and nowhere else."""

from bisect import bisect_right
from typing import NamedTuple

from formgen.document.blocks import Span
from formgen.render.fonts.clusters import clusters_of
from formgen.render.pleading.ruler import Ruler
from formgen.render.pleading.stretch import NEVER_FIRST, NEVER_LAST, Part, Stretch
from formgen.render.pleading.words import Text

_FEW = 3
"""Characters of a word broken at the margin that are too few to stand alone on a line."""

_SLACK = 1e-9
"""Ems by which adding up may be off."""

_CLOSE_ENOUGH = 0.25
"""Ems to which lines are made even."""


class Line(NamedTuple):
    """A line of text, not yet in its place."""

    spans: tuple[Span, ...]
    width: float
    """In ems, with room kept for the widest page numbers."""

    joint: str
    """What stood where it ends: spaces, nothing inside a word that was too long, or a line end."""


class _Cluster(NamedTuple):
    """What a reader takes for one character."""

    start: int
    end: int
    width: float
    text: str


def lines_of(text: Text, ruler: Ruler, measure: float, *, first: float | None = None) -> list[Line]:
    """Return *text* in lines no wider than *measure*, the first no wider than *first*; both in ems.

    A line ends at a space, which is dropped there, or where a line end was
    typed.  A word wider than a whole line is broken at the margin between
    two characters, and no mark is added: an exact word stays exact.  The
    texts and joints of the lines, put together, are the text and a line end.
    """
    breaker = _Breaker(text, ruler, measure, measure if first is None else first)
    for stretch in text.stretches:
        breaker.take(stretch)
    *lines, last = breaker.lines
    return [*lines, last._replace(joint=last.joint + "\n")]


def even_lines_of(text: Text, ruler: Ruler, measure: float) -> list[Line]:
    """Return *text* in as few lines as *measure* allows, about equally wide, as a heading is set."""
    lines = lines_of(text, ruler, measure)
    if len(lines) == len(text.stretches):
        return lines
    low, high = measure / 2, measure
    while high - low > _CLOSE_ENOUGH:
        middle = (low + high) / 2
        tried = lines_of(text, ruler, middle)
        if len(tried) == len(lines):
            high, lines = middle, tried
        else:
            low = middle
    return lines


class _Breaker:
    """Breaks one text: *begin* and *base* are where the present line begins, in the text and in ems."""

    def __init__(self, text: Text, ruler: Ruler, measure: float, first: float) -> None:
        self.text, self.ruler, self.measure = text, ruler, measure
        self.room = first
        """Of the present line."""

        self.begin, self.base = 0, 0.0
        self.lines: list[Line] = []

    def take(self, stretch: Stretch) -> None:
        """Break the words up to a typed line end."""
        starts, rights = stretch.starts, stretch.rights
        self.begin, self.base = stretch.start, 0.0
        if not starts:
            self._end(stretch.start, 0.0, stretch.end)
        at = 0
        while at < len(starts):
            following = bisect_right(rights, self.base + self.room + _SLACK, at)
            if following == at or self._starts_here(stretch, following):
                self._split(stretch, following)
            elif following < len(starts):
                self._end(stretch.ends[following - 1], rights[following - 1], starts[following])
                self.base = stretch.lefts[following]
            else:
                self._end(stretch.ends[-1], rights[-1], stretch.end)
            at = following

    def _end(self, end: int, right: float, then: int) -> None:
        """End the present line at *end*; the next one begins at *then*."""
        spans, joint = self.text.cut(self.begin, end), self.text.text[end:then]
        self.lines.append(Line(spans, right - self.base, joint))
        self.begin, self.room = then, self.measure

    def _starts_here(self, stretch: Stretch, word: int) -> bool:
        """Return whether *word*, wider than a line, begins on this one: if more than a few characters fit."""
        if word == len(stretch.starts) or stretch.rights[word] - stretch.lefts[word] <= self.measure:
            return False
        few = self._clusters(stretch, word)[: _FEW + 1]
        return stretch.lefts[word] + sum(cluster.width for cluster in few) <= self.base + self.room

    def _split(self, stretch: Stretch, word: int) -> None:
        """Break *word* at the margin until what is left of it fits on a line."""
        clusters = self._clusters(stretch, word)
        used = stretch.lefts[word] - self.base
        at = 0
        while True:
            if used <= 0:
                # One character always goes on a line, however narrow the line is.
                self.room = max(self.room, clusters[at].width)
            full, width = _fill(clusters, at, self.room - used)
            if full == len(clusters):
                self.base = stretch.rights[word] - used - width
                return
            cut = _good_cut(clusters, full, least=at + (used <= 0))
            right = self.base + used + sum(cluster.width for cluster in clusters[at:cut])
            self._end(clusters[cut].start, right, clusters[cut].start)
            at, used = cut, 0.0

    def _clusters(self, stretch: Stretch, word: int) -> list[_Cluster]:
        start, end = stretch.starts[word], stretch.ends[word]
        found = []
        for part in stretch.parts.get(word) or [Part(start, end, 0.0)]:
            if part.is_whole:
                found.append(_Cluster(part.start, part.end, part.width, "\0"))
                continue
            begin = part.start
            for span in self.text.cut(part.start, part.end):
                widths = self.ruler.widths(bold=span.bold, italic=span.italic)
                for character in clusters_of(span.text):
                    end = begin + len(character)
                    found.append(_Cluster(begin, end, widths[character], character))
                    begin = end
        return found


def _fill(clusters: list[_Cluster], at: int, room: float) -> tuple[int, float]:
    """Return how far *clusters* from *at* on fill *room*, and how wide they are."""
    width = 0.0
    while at < len(clusters) and width + clusters[at].width <= room + _SLACK:
        width += clusters[at].width
        at += 1
    return at, width


def _good_cut(clusters: list[_Cluster], full: int, *, least: int) -> int:
    """Return where to break, at *full* or before.

    No closing mark comes first on the next line, no opening mark last on
    this one, and more than a few characters are left.
    """
    cut = max(min(full, len(clusters) - _FEW), least)
    for place in range(cut, max(least, cut - 2 * _FEW) - 1, -1):
        if clusters[place].text not in NEVER_FIRST and clusters[place - 1].text not in NEVER_LAST:
            return place
    return cut
