"""Letters for exhibits in the court's papers, numbers for enclosures of a letter."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

from formgen.case.base import Audience
from formgen.case.evidence import Evidence

if TYPE_CHECKING:
    from formgen.facts.chronology import Event

LabelStyle: TypeAlias = Literal["letters", "numbers"]
"""Whether exhibits are marked A, B, C or 1, 2, 3."""

NOTHING_SERVED: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A piece of evidence that a letter encloses."""

    number: int
    evidence: Evidence
    path: str


def letter_for(number: int) -> str:
    """Return the exhibit letter of the *number*-th exhibit, from 1: A to Z, then AA, AB and so on.

    Raises:
        ValueError: If *number* is below 1.
    """
    if number < 1:
        raise ValueError("exhibits are counted from 1")
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def number_of(letters: str) -> int:
    """Return which exhibit has the letter *letters*, counted from 1: A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def label_key(label: str) -> str:
    """Return what two labels have in common that nobody could tell apart: `a` and ` A`, `1` and `01`."""
    key = unicodedata.normalize("NFKC", label).strip().casefold()
    return key.lstrip("0") or "0" if re.fullmatch("[0-9]+", key) else key


def label_order(label: str) -> tuple[tuple[bool, int, str], ...]:
    """Return what puts labels in the order in which exhibits are bound: A, A-1, B, Z, AA; 2 before 10."""
    # A hyphen is a part of its own: with it, A-1 would come after Z, as letters of two signs do.
    parts = re.findall(r"[0-9]+|[^\W\d_]+|.", label_key(label), re.DOTALL)
    return tuple(
        (False, int(part), part) if part.isascii() and part.isdecimal() else (True, len(part), part)
        for part in parts
    )


def label_exhibits(
    cited: Iterable[str],
    *,
    fixed: Mapping[str, str],
    style: LabelStyle = "letters",
    served: Mapping[str, str] = NOTHING_SERVED,
    retired: Collection[str] = (),
) -> dict[str, str]:
    """Return a label for each evidence id in *cited*, by first citation.

    A served label stays, and so does a *fixed* one; the others take the next
    free one, after all that were served.

    Args:
        cited: Evidence ids in the order in which the papers cite them.
        fixed: Labels that the case fixes, by evidence id, of evidence that is not cited too.
        style: How the others are labelled.
        served: Labels of the packet already served, by evidence id.
        retired: Served labels of exhibits that are no longer in the case: nothing else may have them.
    """
    gone_before = [*served.values(), *retired]
    taken = {label_key(label) for label in (*fixed.values(), *gone_before)}
    free = _free_labels(style, after=_last_of(gone_before, style), taken=taken)
    labels: dict[str, str] = {}
    for name in cited:
        if name not in labels:
            labels[name] = served.get(name) or fixed.get(name) or next(free)
    return labels


def _free_labels(style: LabelStyle, *, after: int, taken: Collection[str]) -> Iterator[str]:
    labels = (letter_for(number) if style == "letters" else str(number) for number in count(after + 1))
    return (label for label in labels if label_key(label) not in taken)


def _last_of(labels: Sequence[str], style: LabelStyle) -> int:
    """Return the place of the last label that was given out in order, 0 if none was."""
    keys = [label_key(label) for label in labels]
    # A longer one than so many exhibits need is a word or a year that somebody fixed.
    if style == "letters":
        longest = max(2, len(letter_for(len(keys) + 1)))
        found = [
            number_of(key.upper()) for key in keys if re.fullmatch("[a-z]+", key) and len(key) <= longest
        ]
    else:
        longest = max(3, len(str(len(keys))))
        found = [int(key) for key in keys if re.fullmatch("[0-9]+", key) and len(key) <= longest]
    return max(found, default=0)


def enclosures(
    events: Sequence["Event"],
    evidence: Sequence[Evidence],
    *,
    audience: Audience,
    without: Collection[str] = (),
) -> dict[str, Enclosure]:
    """Return what a letter about *events* encloses, numbered in their order, by evidence id.

    Evidence withheld from *audience* or named in *without* is left out, and
    so is a citation of evidence that the case does not hold.
    """
    held = {item.id: (number, item) for number, item in enumerate(evidence, 1) if item.id is not None}
    found: dict[str, Enclosure] = {}
    for event in events:
        for name in event.exhibits:
            if name in found or name in without or name not in held:
                continue
            number, item = held[name]
            if audience not in item.withheld_from:
                found[name] = Enclosure(len(found) + 1, item, f"evidence[{number}]")
    return found
