"""What every entry of the catalog has: its source, the day it was checked, how surely it is known."""

from datetime import date
from typing import Literal, TypeAlias

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from formgen.case.base import CaseModel
from formgen.case.when import Day

Confidence: TypeAlias = Literal["confirmed", "partly", "unsure"]
"""How surely something is known."""


class CatalogModel(CaseModel):
    """A part of the catalog: frozen, and refusing unknown keys."""


class Entry(CatalogModel):
    """Something that law or practice says, and how surely it is known."""

    source: str
    """The rule, statute or page it was read in."""

    checked_on: Day
    """The day it was last compared with its source."""

    confidence: Confidence
    """Confirmed: read in primary text.  Partly: in a secondary or older one.  Unsure: neither."""

    note: str | None = None
    in_force_from: Day | None = Field(default=None, alias="from")
    in_force_to: Day | None = Field(default=None, alias="to")
    """The last day on which it is in force."""

    @field_validator("in_force_to")
    @classmethod
    def ends_after_it_begins(cls, last: date | None, info: ValidationInfo) -> date | None:
        """Refuse a period that ends before it begins."""
        first = info.data.get("in_force_from")
        if last is not None and first is not None and last < first:
            raise PydanticCustomError(
                "period-backwards",
                "`to` is before `from`.",
                {"fix": "Give in `to` the last day on which it is in force."},
            )
        return last

    def in_force_on(self, day: date) -> bool:
        """Return whether this is in force on *day*."""
        return (self.in_force_from is None or self.in_force_from <= day) and (
            self.in_force_to is None or day <= self.in_force_to
        )
