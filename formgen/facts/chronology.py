"""Every event of a case in order, the undated ones kept visible."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from operator import itemgetter
from zoneinfo import ZoneInfo

from formgen.case import Case
from formgen.case.base import Audience, records
from formgen.case.incident import Incident
from formgen.case.told import Notice, RequestToStop
from formgen.case.when import When


@dataclass(frozen=True, slots=True)
class Event:
    """One incident, notice or request to stop, and where it stands in the case."""

    record: Incident | Notice | RequestToStop
    path: str
    """As a person would write it: `incidents[2]`."""

    @property
    def when(self) -> When | None:
        """Return when it happened, if that is typed."""
        return self.record.when

    @property
    def exhibits(self) -> tuple[str, ...]:
        """Return the evidence it cites."""
        return self.record.exhibits

    def seen_by(self, audience: Audience) -> bool:
        """Return whether *audience* may be told of it."""
        return audience not in self.record.withheld_from


@dataclass(frozen=True, slots=True)
class Chronology:
    """The events of a case in order."""

    dated: tuple[Event, ...]
    """By day, then by time, then as they were typed; an event that is only known to come after another
    stands behind that one."""

    undated: tuple[Event, ...]
    """As they were typed."""

    zone: ZoneInfo
    """Whose clocks order them."""

    @property
    def all(self) -> tuple[Event, ...]:
        """Return the dated events, then the undated ones."""
        return self.dated + self.undated

    def incidents(self, audience: Audience) -> tuple[Event, ...]:
        """Return the incidents that *audience* may see, in order."""
        return tuple(e for e in self.all if isinstance(e.record, Incident) and e.seen_by(audience))

    def incidents_after(self, event: Event, audience: Audience) -> tuple[Event, ...]:
        """Return the incidents, seen by *audience*, that are known to have come after *event*."""
        names = {event.record.id} if isinstance(event.record, Incident) else set()
        later: list[Event] = []
        for other in self.dated:
            if isinstance(other.record, Incident) and self._follows(other, event, names):
                later.append(other)
                names.add(other.record.id)
        return tuple(e for e in later if e.seen_by(audience))

    def _follows(self, other: Event, event: Event, names: Container[str | None]) -> bool:
        """Return whether *other* came after *event*, or after one of the incidents called *names*."""
        after = _placed_after(other)
        if after is not None or event.when is None or other.when is None:
            return after in names and after is not None
        return event.when.comes_before(other.when, self.zone)


def chronology(case: Case, zone: ZoneInfo) -> Chronology:
    """Return the events of *case* in order, by the clocks of *zone*."""
    events = [
        *_numbered("incidents", case.incidents),
        *_numbered("notices", records(case.notices)),
        *_numbered("requests_to_stop", records(case.requests_to_stop)),
    ]
    known = [(event.when.sort_key(zone), event) for event in events if event.when and event.when.is_dated]
    followers: dict[str, list[Event]] = {}
    for event in events:
        if (after := _placed_after(event)) is not None:
            followers.setdefault(after, []).append(event)
    dated: list[Event] = []
    for _, first in sorted(known, key=itemgetter(0)):
        waiting = [first]
        while waiting:
            event = waiting.pop()
            dated.append(event)
            if isinstance(event.record, Incident) and event.record.id:
                waiting += reversed(followers.pop(event.record.id, []))
    placed = {event.path for event in dated}
    return Chronology(tuple(dated), tuple(e for e in events if e.path not in placed), zone)


def _placed_after(event: Event) -> str | None:
    """Return the id of the incident that *event*, of unknown date, came after."""
    is_dated = event.when is not None and event.when.is_dated
    return event.record.after if isinstance(event.record, Incident) and not is_dated else None


def _numbered(name: str, listed: Iterable[Incident | Notice | RequestToStop]) -> list[Event]:
    return [Event(record, f"{name}[{number}]") for number, record in enumerate(listed, 1)]
