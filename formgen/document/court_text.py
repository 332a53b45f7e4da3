"""The paragraphs of a court paper while they are being composed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import Formatter
from typing import TypeAlias, TypeVar
from unicodedata import normalize

from formgen.document.blocks import Block, Heading, Inline, PageOf, Paragraph, Quotation, Span
from formgen.document.typed import one_paragraph

CLOSING = "'\"\u2019\u201d)"
"""Marks that close after the end of a sentence."""

SPACE = Span(" ")
PERIOD = Span(".")


@dataclass(frozen=True, slots=True)
class NumberOf:
    """The number of a paragraph, filled in once paragraphs are counted."""

    name: str
    """The paragraph's name, such as `coverings`."""

    before: str
    after: str
    """Catalog words around the number."""


Part: TypeAlias = Inline | NumberOf
P = TypeVar("P", bound=Part)


@dataclass(frozen=True, slots=True)
class Run:
    """Running text, or exact words set off from it."""

    parts: tuple[Part, ...]
    is_set_off: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """One numbered paragraph: running text, and exact words set off in it."""

    runs: tuple[Run, ...]
    tells: tuple[str, ...] = ()
    """Places of the events that it tells, such as `incidents[2]`."""

    name: str = ""
    """A name to refer to its number by."""


def said(text: str) -> Span:
    """Return words of the catalog."""
    return Span(text)


def typed(text: str | None, source: str) -> tuple[Span, ...]:
    """Return words typed at *source* as running text; nothing where it is blank."""
    words = one_paragraph(text)
    return (Span(words, source),) if words else ()


def typed_within(text: str | None, source: str) -> tuple[Span, ...]:
    """Return words typed at *source* to stand within a sentence, without a period of their own."""
    return typed(one_paragraph(text).removesuffix("."), source)


def passage(*parts: Part, tells: Sequence[str] = (), name: str = "") -> Passage:
    """Return a paragraph of running text alone."""
    return Passage((Run(parts),), tuple(tells), name)


def worded(phrase: str, parts: Mapping[str, Sequence[P | Span]]) -> tuple[P | Span, ...]:
    """Return a phrase of the catalog with *parts* where its braces name them.

    What is put in is never read as a phrase itself, whatever braces it has.
    What ends it, as in `8:47 p.m.`, ends the phrase too.
    """
    found: list[P | Span] = []
    for literal, name, _, _ in Formatter().parse(phrase):
        ends_twice = literal.startswith(".") and words_of(found).endswith((".", "!", "?"))
        found.append(said(literal.removeprefix(".") if ends_twice else literal))
        found += parts.get(name or "", ())
    return shown(found)


def shown(parts: Iterable[P]) -> tuple[P, ...]:
    """Return *parts* without stretches that have no words."""
    return tuple(part for part in parts if not isinstance(part, Span) or part.text)


def words_of(parts: Sequence[Part]) -> str:
    """Return the words of *parts*, before paragraphs and pages are counted."""
    words = ""
    for part in parts:
        if isinstance(part, Span):
            words += part.text
        elif isinstance(part, NumberOf):
            words += f"{part.before}0{part.after}"
    return words


def listed(
    entries: Sequence[Sequence[Part]], *, comma: str, last: str, is_of_clauses: bool = False
) -> tuple[Part, ...]:
    """Return *entries* read out: `a, b and c`; of clauses, a comma stands before the last one too."""
    parts: list[Part] = []
    for place, entry in enumerate(entries):
        if place == len(entries) - 1 and place:
            parts.append(said(f"{comma if is_of_clauses else ' '}{last} "))
        elif place:
            parts.append(said(comma))
        parts += entry
    return tuple(parts)


def bare(text: str) -> str:
    """Return *text* without what may stand between the end of a sentence and the next one."""
    return text.rstrip(f"{CLOSING} \t\n\u00a0")


def ended(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return *parts*, with a period behind a last word that has nothing to end its sentence."""
    last = normalize("NFC", bare(words_of(parts)))[-1:]
    return (*parts, PERIOD) if last.isalnum() else tuple(parts)


def sentences(*groups: Sequence[Part]) -> tuple[Part, ...]:
    """Return *groups* of sentences one after another with a space between; empty ones vanish.

    Words typed without an end get a period where other words follow, so
    that nobody reads the two as one sentence.
    """
    joined: tuple[Part, ...] = ()
    for group in groups:
        if group:
            joined = (*ended(joined), SPACE, *group) if joined else tuple(group)
    return joined


def run_on(first: Passage, second: Passage) -> Passage:
    """Return the two as one paragraph."""
    last, ahead = first.runs[-1], second.runs[0]
    if last.is_set_off or ahead.is_set_off:
        runs = (*first.runs, *second.runs)
    else:
        runs = (*first.runs[:-1], Run(sentences(last.parts, ahead.parts)), *second.runs[1:])
    return Passage(runs, (*first.tells, *second.tells), first.name or second.name)


def extended(whole: Passage, parts: Sequence[Part]) -> Passage:
    """Return *whole* with more running text at its end."""
    return run_on(whole, Passage((Run(tuple(parts)),))) if parts else whole


def together(groups: Iterable[Sequence[Passage]]) -> tuple[Passage, ...]:
    """Return the paragraphs of *groups*, the first of each running on from the last before it."""
    joined: list[Passage] = []
    for group in groups:
        for place, one in enumerate(group):
            if place == 0 and joined:
                joined[-1] = run_on(joined[-1], one)
            else:
                joined.append(one)
    return tuple(joined)


def numbered(
    parts: Sequence[tuple[Sequence[Inline], Sequence[Passage]]],
) -> tuple[tuple[Block, ...], dict[str, tuple[int, ...]]]:
    """Return the blocks of headed paragraphs, numbered from 1, and the paragraphs that tell each event.

    A paragraph without words vanishes, and a heading with nothing under it.

    Args:
        parts: Heading (empty for none) and paragraphs.
    """
    filled = [(heading, [one for one in under if has_words(one)]) for heading, under in parts]
    named = enumerate((one for _, under in filled for one in under), 1)
    numbers = {one.name: number for number, one in named if one.name}
    blocks: list[Block] = []
    told: dict[str, tuple[int, ...]] = {}
    number = 1
    for heading, under in filled:
        if heading and under:
            blocks.append(Heading(tuple(heading)))
        for one in under:
            for path in dict.fromkeys(one.tells):
                told[path] = (*told.get(path, ()), number)
            blocks += _blocks(one, number, numbers)
            number += 1
    return tuple(blocks), told


def has_words(one: Passage) -> bool:
    """Return whether *one* says anything."""
    return any(words_of(run.parts).strip() for run in one.runs)


def _blocks(one: Passage, number: int, numbers: dict[str, int]) -> Iterable[Block]:
    for place, run in enumerate(one.runs):
        inlines = tuple(_filled(part, numbers) for part in run.parts)
        followed = place + 1 < len(one.runs) and one.runs[place + 1].is_set_off
        if run.is_set_off:
            yield Quotation(inlines)
        elif place == 0:
            anchor = f"paragraph-{number}"
            yield Paragraph(inlines, number=number, anchor=anchor, keeps_next=followed)
        else:
            yield Paragraph(inlines, continues=True, keeps_next=followed)


def _filled(part: Part, numbers: dict[str, int]) -> Span | PageOf:
    if isinstance(part, NumberOf):
        return Span(f"{part.before}{numbers.get(part.name, 0)}{part.after}")
    return part


def emphasised(text: str) -> Span:
    """Return a date at the head of a paragraph."""
    return Span(text, italic=True)
