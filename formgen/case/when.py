"""A date as a person knows it: exact, about, between, before, or not recalled."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from typing import Annotated, Any, TypeAlias
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from formgen.case.when_reading import Precision, Reading, read_when


@dataclass(frozen=True, slots=True)
class When:
    """When something happened, as exactly as the declarant knows it.

    The file keeps what was typed in `text`; the papers print it in the
    jurisdiction's words (`when_words`).
    """

    text: str
    """What was typed."""

    reading: Reading
    """What it means."""

    @classmethod
    def parse(cls, text: str) -> "When":
        """Read *text*.

        Raises:
            PydanticCustomError: With a slug such as `date-does-not-exist`.
        """
        return cls(text, read_when(text))

    @property
    def precision(self) -> Precision:
        """Return how exactly the time is known."""
        return self.reading.precision

    @property
    def is_dated(self) -> bool:
        """Return whether any day is known."""
        return self.reading.first is not None

    def local(self, zone: ZoneInfo) -> tuple[date, time | None]:
        """Return the first day named, and the time of day, by the clocks of *zone*.

        Raises:
            ValueError: If no day is known.
        """
        reading = self.reading
        if reading.first is None:
            raise ValueError("no day is known")
        if reading.clock is None or reading.offset is None:
            return reading.first, reading.clock
        typed = datetime.combine(reading.first, reading.clock, tzinfo=timezone(reading.offset))
        here = typed.astimezone(zone)
        return here.date(), here.time()

    def first_day(self, zone: ZoneInfo) -> date | None:
        """Return the first day it can have been, or None where that is open."""
        if self.precision in (Precision.UNKNOWN, Precision.BEFORE):
            return None
        day = self.local(zone)[0]
        return day + timedelta(days=1) if self.precision is Precision.AFTER else day

    def last_day(self, zone: ZoneInfo) -> date | None:
        """Return the last day it can have been, or None where that is open."""
        if self.precision in (Precision.UNKNOWN, Precision.AFTER):
            return None
        if self.precision is Precision.BEFORE:
            return self.local(zone)[0] - timedelta(days=1)
        return self.reading.last if self.reading.offset is None else self.local(zone)[0]

    def comes_before(self, other: "When", zone: ZoneInfo) -> bool:
        """Return whether this is known to have come before *other*: by the day, or by the clock."""
        last, first = self.last_day(zone), other.first_day(zone)
        if last is None or first is None or last != first:
            return last is not None and first is not None and last < first
        mine, theirs = self.local(zone)[1], other.local(zone)[1]
        return mine is not None and theirs is not None and mine < theirs

    def sort_key(self, zone: ZoneInfo) -> tuple[int, int, int, int]:
        """Return the place in a chronology: day, then what is known of it, then the minute.

        Exact days and times come before approximate ones of the same day;
        what is not recalled comes last.
        """
        if self.reading.first is None:
            return (date.max.toordinal(), 9, 0, 0)
        day, clock = self.local(zone)
        place = _PLACE_IN_DAY.get(self.precision, 1)
        minute = self.reading.starts_at if clock is None else clock.hour * 60 + clock.minute
        return (day.toordinal(), place, minute, int(self.precision is Precision.ABOUT_MINUTE))

    def skipped_by(self, zone: ZoneInfo) -> bool:
        """Return whether the clocks of *zone* never showed this time (the hour lost in spring)."""
        reading = self.reading
        if reading.first is None or reading.clock is None or reading.offset is not None:
            return False
        there = datetime.combine(reading.first, reading.clock, tzinfo=zone)
        back = there.astimezone(timezone(timedelta(0))).astimezone(zone)
        return back.replace(tzinfo=None) != there.replace(tzinfo=None)

    @classmethod
    def __get_pydantic_core_schema__(
        cls,
        source: type[Any],
        handler: GetCoreSchemaHandler,
        /,
    ) -> CoreSchema:
        """Let a model field be typed as one line of text."""
        return core_schema.no_info_after_validator_function(
            cls.parse,
            core_schema.str_schema(),
            serialization=core_schema.plain_serializer_function_ser_schema(lambda when: when.text),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler, /
    ) -> JsonSchemaValue:
        """Tell editors that it is a line of text, with examples."""
        return {
            "type": "string",
            "examples": [
                "March 5, 2026 at 8:47 pm",
                "2026-03-05 20:47",
                "about March 5, 2026",
                "between March 1 and March 9, 2026",
                "late March 2026",
                "unknown",
            ],
        }


_PLACE_IN_DAY = {
    Precision.BEFORE: 0,
    Precision.ABOUT_DAY: 2,
    Precision.BETWEEN: 3,
    Precision.PART_OF_MONTH: 3,
    Precision.MONTH: 3,
    Precision.AFTER: 4,
}


def _read_day(value: object) -> object:
    """Read one exact day, with no time."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("text-expected", "A day is written as text here.", {})
    reading = read_when(value)
    if reading.precision is not Precision.DAY or reading.first is None:
        raise PydanticCustomError(
            "not-an-exact-day",
            "An exact day is needed here.",
            {"fix": "Write it as April 17, 2026, or 2026-04-17."},
        )
    return reading.first


Day: TypeAlias = Annotated[
    date,
    BeforeValidator(_read_day),
    WithJsonSchema({"type": "string", "examples": ["April 17, 2026", "2026-04-17"]}),
]
"""One exact day."""

__all__ = ["Day", "Precision", "When"]
