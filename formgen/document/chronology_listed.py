"""One event of a chronology, with every fact of its row, before it is set in columns."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from formgen.case.incident import Incident
from formgen.case.told import Notice, RequestToStop
from formgen.case.when_words import Dated
from formgen.facts.chronology import Event

Record: TypeAlias = Incident | Notice | RequestToStop

NO_BREAK = "\u00a0"
"""A space at which no line ends."""


@dataclass(frozen=True, slots=True)
class ListedQuote:
    """Exact words in a row."""

    lead_in: str
    text: str
    translation: str
    translator: str
    source: str
    """The place of the words in the case: `incidents[2].quotes[1]`."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One event that has a row, with what its row says."""

    number: int
    event: Event
    dated: Dated | None
    place: str
    """Where it happened, or else the way it came."""

    place_is_typed: bool
    account: tuple[str, ...]
    account_plain: tuple[str, ...]
    """The same with common spaces in the words of its date, as a spreadsheet is searched."""

    account_source: str
    """The place in the case that the account was typed at."""

    quotes: tuple[ListedQuote, ...]
    hides_words: bool
    """Whether exact words are left out because they would reveal somebody who is not named."""

    is_undated: bool
    """Whether nothing says where in time it belongs."""

    placed_after: int | None
    """The row that it is only known to come after."""

    after_request: int | None
    """The first request to stop that it is known to have come after, by its row."""

    after_notice: int | None
    told: tuple[int, ...]
    """The rows in which the employer was told of it."""

    about: tuple[int, ...]
    """The rows that a notice told of."""

    exhibits: Mapping[str, str]
    """Labels by evidence id, in the order of the exhibits."""

    paragraphs: tuple[int, ...]

    @property
    def record(self) -> Record:
        """Return the event as it is typed."""
        return self.event.record


def plainly(dated: Dated | None) -> Dated | None:
    """Return *dated* with common spaces for those at which no line ends."""
    if dated is None:
        return None
    lead, inside, label = (text.replace(NO_BREAK, " ") for text in (dated.lead, dated.inside, dated.label))
    return replace(dated, lead=lead, inside=inside, label=label)
