"""The typefaces at hand: what they cannot draw, how wide words come out, and lines of words set in them."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from formgen.document.blocks import Span
from formgen.errors import Problem, RenderError
from formgen.render.fonts import packages
from formgen.render.fonts.chain import Chain, Family, packaged_family
from formgen.render.fonts.clusters import (
    HYPHENS,
    INVISIBLE,
    SPACES,
    TAB_SPACES,
    Missing,
    clusters_of,
    describe_missing,
)
from formgen.render.fonts.harfbuzz import BOLD, EM, REGULAR, Cut, Face
from formgen.render.fonts.marks import MARKS
from formgen.render.fonts.rtl import has_rtl, without_rtl
from formgen.render.fonts.shaping import Fragment, blank, fragment, mark_fragment

__all__ = ["FontBook", "Missing", "Run", "SetLine", "book_for", "style_of", "tokens_of"]

_TOKENS = re.compile("[ \t\u00a0]|[^ \t\u00a0]+")
_REMEMBERED = 20_000
_JOINING = frozenset({"Mn", "Mc", "Me", "Cc", "Cf", "Co", "Cs", "Cn"})
"""Categories of characters that join others, or have no look of their own."""

tokens_of = _TOKENS.findall
"""Cuts a text into words and the spaces between them."""


def style_of(span: Span) -> int:
    """Return the number of the style of *span*: regular, italic, bold, both."""
    return 2 * span.bold + span.italic


class Run(NamedTuple):
    """A stretch of a line in one typeface."""

    cut: Cut | None
    """None for the marks that we draw ourselves."""

    fragments: tuple[Fragment, ...]
    """From left to right."""


class SetLine(NamedTuple):
    """A line of words, set and ready to be drawn."""

    runs: tuple[Run, ...]
    """From left to right, whatever the direction of the words."""

    width: float
    """In ems: 1.0 is the type size."""

    has_rtl: bool
    """Whether any of it runs from right to left, so that readers give its words back in another order."""


class _Word(NamedTuple):
    fragments: tuple[Fragment, ...]
    width: int


class _Words(dict[str, _Word]):
    """Words already set, by their text; those that are not yet are set when they are asked for."""

    def __init__(self, set_word: Callable[[str], tuple[Fragment, ...]]) -> None:
        super().__init__()
        self._set_word = set_word

    def __missing__(self, text: str) -> _Word:
        if len(self) >= _REMEMBERED:
            self.clear()
        fragments = self._set_word(text)
        made = self[text] = _Word(fragments, sum(part.width for part in fragments))
        return made


class _Style:
    """One of the four styles, and the words already set in it."""

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        self.words = _Words(lambda text: tuple(self._fragments(text, is_rtl=False)))
        self.turned_words = _Words(lambda text: tuple(self._fragments(text, is_rtl=True))[::-1])
        self._choices: dict[str, Cut | None] = {}

    @cached_property
    def plain(self) -> frozenset[str]:
        """Characters that the text face draws and that never join, hide or change direction."""
        return _plain_characters(self.chain.text.face.code_points)

    def choose(self, cluster: str) -> Cut | None:
        """Return what draws *cluster*, or None."""
        if cluster not in self._choices:
            if len(self._choices) >= _REMEMBERED:
                self._choices.clear()
            self._choices[cluster] = self.chain.choose(cluster, is_rtl=has_rtl(cluster))
        return self._choices[cluster]

    def _fragments(self, text: str, *, is_rtl: bool) -> Iterator[Fragment]:
        if text in SPACES:
            yield blank(self.chain.text, spaces=TAB_SPACES if text == "\t" else 1)
            return
        if not is_rtl and self.plain.issuperset(text):
            yield fragment(self.chain.text, text)
            return
        parts = (part for part in clusters_of(text) if not INVISIBLE.issuperset(part))
        for cut, group in groupby(parts, key=self._drawn_by):
            said = "".join(group)
            if cut is None:
                yield from map(mark_fragment, said)
                continue
            drawn = said
            if any(hyphen in said and ord(hyphen) not in cut.face.code_points for hyphen in HYPHENS):
                drawn = re.sub("[\u2010\u2011]", "-", said)
            yield fragment(cut, said, drawn=drawn, is_rtl=is_rtl)

    def _drawn_by(self, cluster: str) -> Cut | None:
        if cluster in MARKS:
            return None
        if cluster in HYPHENS:
            return self.chain.text
        cut = self.choose(cluster)
        if cut is None:
            raise RenderError([_cannot_draw(cluster)])
        return cut


class FontBook:
    """The typefaces at hand, opened as they are needed; one book serves any number of papers.

    Where a script has no slanted typeface, upright stands in; Chinese,
    Japanese and Korean come in one weight, which stands in for bold.
    """

    def __init__(self, family: Family | None = None) -> None:
        own = packaged_family(packages.ARIMO)
        noto = packaged_family(packages.NOTO_SANS)
        symbols, emoji, *scripts = map(
            Face, packages.needed_fonts([packages.SYMBOLS, packages.EMOJI, *packages.SCRIPTS])
        )
        cjk = packages.package_font(packages.CJK)
        self._has_cjk = cjk is not None
        last = [Face(cjk, packages.CJK_INDEX).cut(REGULAR)] if cjk else []
        self._styles: list[_Style] = []
        for bold, italic in ((False, False), (False, True), (True, False), (True, True)):
            weight = BOLD if bold else REGULAR
            families = (family, own, noto) if family else (own, noto)
            cuts = [cut for each in families for cut in each.cuts(bold=bold, italic=italic)]
            cuts += [face.cut(weight) for face in (symbols, *scripts, emoji)]
            self._styles.append(_Style(Chain(cuts + last, emoji=emoji.cut(weight))))

    @classmethod
    def open(cls, typeface: str | None = None, *, folder: Path | None = None) -> "FontBook":
        """Return a book that sets words in *typeface*, and takes what it lacks from the typefaces of formgen.

        Args:
            typeface: A family that is installed on this machine, such as
                `Times New Roman`, or a font file; by default Arimo.  Where
                it has no italic, upright stands in.
            folder: The case's folder, which the name of a font file is relative to.

        Raises:
            RenderError: `typeface-not-found`, `typeface-not-readable`,
                `typeface-without-bold`, `typeface-not-embeddable`, or
                `fonts-not-installed` if formgen's own are not there.
        """
        if typeface is None or typeface.strip().casefold() == "arimo":
            return cls()
        # Only a case that names a typeface has the machine's looked through.
        from formgen.render.fonts.machine import named_family  # noqa: PLC0415

        return cls(named_family(typeface, folder))

    def missing(self, text: str) -> tuple[Missing, ...]:
        """Return each character of *text* that no typeface at hand draws, once, in the order of the text."""
        style = self._styles[0]
        others = set(text) - style.plain - SPACES - INVISIBLE - HYPHENS - MARKS.keys()
        if not others:
            return ()
        found: dict[str, Missing] = {}
        for cluster in clusters_of(text):
            if others.isdisjoint(cluster) or cluster in found:
                continue
            if style.choose(cluster) is None:
                found[cluster] = describe_missing(cluster, has_cjk=self._has_cjk)
        return tuple(found.values())

    def width(self, text: str, *, bold: bool = False, italic: bool = False) -> float:
        """Return how wide *text* comes out, in ems: 1.0 is the type size."""
        words = self._styles[2 * bold + italic].words
        word = words.get(text)
        if word is not None:
            return word.width / EM
        if has_rtl(text):
            return self.set_line([Span(text, bold=bold, italic=italic)]).width
        return sum([words[token].width for token in _TOKENS.findall(text)]) / EM

    def plain_word(self, text: str, style: int) -> Fragment | None:
        """Return a word or space set, if it is left to right and in the text face of its *style* alone."""
        if text != " " and not self._styles[style].plain.issuperset(text):
            return None
        (part,) = self._styles[style].words[text].fragments
        return part

    def set_line(self, spans: Sequence[Span]) -> SetLine:
        """Set *spans*, the words of one line in the order in which they are read."""
        found: list[_Word] = []
        for span in spans:
            if has_rtl(span.text):
                return self._set_both_ways(spans)
            words = self._styles[style_of(span)].words
            found += [words[token] for token in _TOKENS.findall(span.text)]
        fragments = [part for word in found for part in word.fragments]
        return SetLine(_runs(fragments), sum([word.width for word in found]) / EM, has_rtl=False)

    def _set_both_ways(self, spans: Sequence[Span]) -> SetLine:
        # Most papers have no word that runs from right to left.
        from formgen.render.fonts import bidi  # noqa: PLC0415

        text = "".join(span.text for span in spans)
        levels = bidi.levels(text, bidi.line_level(text))
        pieces: list[tuple[int, tuple[Fragment, ...]]] = []
        place = 0
        for span in spans:
            style = self._styles[style_of(span)]
            for token in _TOKENS.findall(span.text):
                start = 0
                for level, group in groupby(levels[place : place + len(token)]):
                    end = start + len(list(group))
                    words = style.turned_words if level % 2 else style.words
                    pieces.append((level, words[token[start:end]].fragments))
                    start = end
                place += len(token)
        fragments = [part for parts in bidi.visual_order(pieces) for part in parts]
        width = sum(part.width for part in fragments)
        return SetLine(_runs(fragments), width / EM, has_rtl=any(level % 2 for level in levels))


def _runs(fragments: Sequence[Fragment]) -> tuple[Run, ...]:
    if len({part.cut for part in fragments}) == 1:
        return (Run(fragments[0].cut, tuple(fragments)),)
    runs = [Run(cut, tuple(group)) for cut, group in groupby(fragments, key=attrgetter("cut"))]
    if len(runs) > 1 and any(all(part.is_blank for part in run.fragments) for run in runs):
        return _runs(_closed_up(fragments))
    return tuple(runs)


def _closed_up(fragments: Sequence[Fragment]) -> list[Fragment]:
    """Put room that stands alone between two other typefaces into one of them, as wide as before.

    PDFium leaves out what has no ink, and guesses at the room from its
    neighbours; beside a mark above a letter it guesses wrong.
    """
    done: list[Fragment] = []
    for place, part in enumerate(fragments):
        if part.is_blank and done and done[-1].cut is not part.cut:
            after = next((other.cut for other in fragments[place:] if not other.is_blank), None)
            cut = done[-1].cut
            if after is not part.cut and (cut is None or ord(" ") in cut.face.code_points):
                done.append(blank(cut, part.width))
                continue
        done.append(part)
    return done


@lru_cache(maxsize=8)
def _plain_characters(code_points: frozenset[int]) -> frozenset[str]:
    characters = without_rtl("".join(map(chr, code_points)))
    plain = [each for each in characters if unicodedata.category(each) not in _JOINING]
    return frozenset(plain).difference(INVISIBLE, MARKS)


def _cannot_draw(cluster: str) -> Problem:
    missing = describe_missing(cluster, has_cjk=True)
    return Problem(
        code="glyph-missing",
        what=f"No typeface at hand has the character {missing.code_points} ({missing.name}).",
        fix=missing.remedy,
    )


def book_for(typeface: str | None, *, folder: Path) -> FontBook:
    """Return the fonts of a case: the usual ones, or those of the *typeface* that it names.

    Raises:
        RenderError: If the typeface is not on this machine.
    """
    return _usual_book() if typeface is None else FontBook.open(typeface, folder=folder)


@lru_cache(maxsize=1)
def _usual_book() -> FontBook:
    """Return the usual typeface: its files come with the program, so that it is opened once."""
    return FontBook.open()
