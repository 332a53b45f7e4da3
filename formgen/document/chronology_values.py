"""What a chronology is made of, composed: its rows and columns, its drawn timeline."""

from dataclasses import dataclass
from typing import TypeAlias

from formgen.document.blocks import Inline, Paragraph, Quotation

Cell: TypeAlias = tuple[Paragraph | Quotation, ...]
"""What stands in one column of a row: paragraphs, and exact words set off."""


@dataclass(frozen=True, slots=True)
class Row:
    """One event in the table."""

    number: int
    path: str
    """The event's place in the case: `incidents[2]`."""

    anchor: str
    """A name for links to the row: `row-3`."""

    when: Cell
    what: Cell
    who: Cell
    where: Cell

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Return what stands in its four columns, from left to right."""
        return (self.when, self.what, self.who, self.where)


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that stand together, under a heading if they have one."""

    heading: tuple[Inline, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """The heads of the columns, from left to right."""

    number: str
    when: str
    what: str
    who: str
    where: str


@dataclass(frozen=True, slots=True)
class TableFrame:
    """The page that the table stands on, in points: its size, and the margins within it."""

    width: float
    height: float
    left: float
    right: float
    top: float
    foot: float
    """Room kept free at the bottom, for page number and title."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One column of the drawn timeline: a day, a week, a month, and what it counts."""

    labels: tuple[str, ...]
    """What stands under it, the longest first: `March`, `Mar.`"""

    heads: tuple[str, ...]
    """What a stretch of columns that begins here is called, the longest first; empty within a stretch."""

    sure: int
    """Contacts known to be of this time."""

    unsure: int
    """Contacts that can have been at this time at the earliest."""

    requests: int
    notices: int

    @property
    def contacts(self) -> int:
        """Return how many contacts are drawn here."""
        return self.sure + self.unsure


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawn timeline: what is counted, column by column, and what its parts are called."""

    slots: tuple[Slot, ...]
    contacts: str
    requests: str
    """The name of the lane of requests to stop; empty if none is drawn."""

    notices: str
    """The name of the lane of notices; empty if none is drawn."""

    unit: str
    """Before the labels under the columns: `Week of`."""

    heads: str
    """Before the heads of its stretches: the year, or the years."""

    legend: tuple[str, ...]
    """What it shows, in whole sentences."""
