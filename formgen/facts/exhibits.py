"""Letters for exhibits in the court's papers, numbers for enclosures of a letter."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from formgen.case.base import Audience
from formgen.case.evidence import Evidence
from formgen.facts.chronology import Event


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


def label_exhibits(
    cited: Iterable[str],
    *,
    fixed: Mapping[str, str],
    style: Literal["letters", "numbers"] = "letters",
) -> dict[str, str]:
    """Return a label for each evidence id in *cited*, by first citation.

    A *fixed* label stays; the others take the next free one.
    """
    taken = set(fixed.values())
    labels: dict[str, str] = {}
    number = 0
    for name in cited:
        if name in labels:
            continue
        if name in fixed:
            labels[name] = fixed[name]
            continue
        while True:
            number += 1
            label = letter_for(number) if style == "letters" else str(number)
            if label not in taken:
                break
        labels[name] = label
    return labels


def enclosures(
    events: Sequence[Event],
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
