"""The paragraphs of a court paper while they are being composed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from formgen.document.blocks import Block, Heading, Inline, PageOf, Paragraph, Quotation, Span

SPACE = Span(" ")


@dataclass(frozen=True, slots=True)
class NumberOf:
    """The number of a paragraph, filled in once paragraphs are counted."""

    name: str
    """The paragraph's name, such as `coverings`."""

    before: str
    after: str
    """Catalog words around the number."""


Part: TypeAlias = Inline | NumberOf


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


def passage(*parts: Part, tells: Sequence[str] = (), name: str = "") -> Passage:
    """Return a paragraph of running text alone."""
    return Passage((Run(parts),), tuple(tells), name)


def sentences(*groups: Sequence[Part]) -> tuple[Part, ...]:
    """Return *groups* of words one after another with a space between; empty ones vanish."""
    joined: list[Part] = []
    for group in groups:
        if group:
            joined += [SPACE, *group] if joined else group
    return tuple(joined)


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
    parts: Sequence[tuple[str, Sequence[Passage]]], *, first: int = 1
) -> tuple[tuple[Block, ...], dict[str, tuple[int, ...]]]:
    """Return the blocks of headed paragraphs, numbered, and the paragraphs that tell each event.

    Args:
        parts: Heading (empty for none) and paragraphs.
        first: The first number.
    """
    numbers = {
        one.name: number
        for number, one in enumerate((one for _, under in parts for one in under), first)
        if one.name
    }
    blocks: list[Block] = []
    told: dict[str, tuple[int, ...]] = {}
    number = first
    for heading, under in parts:
        if heading and under:
            blocks.append(Heading((Span(heading, bold=True),)))
        for one in under:
            for path in dict.fromkeys(one.tells):
                told[path] = (*told.get(path, ()), number)
            blocks += _blocks(one, number, numbers)
            number += 1
    return tuple(blocks), told


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
    return replace(Span(text), italic=True)
