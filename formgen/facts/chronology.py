"""Every event of a case in order, the undated ones kept visible."""

from collections.abc import Iterable
from dataclasses import dataclass
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

    @property
    def all(self) -> tuple[Event, ...]:
        """Return the dated events, then the undated ones."""
        return self.dated + self.undated

    def incidents(self, audience: Audience) -> tuple[Event, ...]:
        """Return the incidents that *audience* may see, in order."""
        return tuple(e for e in self.all if isinstance(e.record, Incident) and e.seen_by(audience))

    def incidents_after(self, event: Event, audience: Audience) -> tuple[Event, ...]:
        """Return the incidents, seen by *audience*, that are known to have come after *event*."""
        places = [other.path for other in self.dated]
        if event.path not in places:
            return ()
        later = self.dated[places.index(event.path) + 1 :]
        return tuple(e for e in later if isinstance(e.record, Incident) and e.seen_by(audience))


def chronology(case: Case, zone: ZoneInfo) -> Chronology:
    """Return the events of *case* in order, by the clocks of *zone*."""
    events = [
        *_numbered("incidents", case.incidents),
        *_numbered("notices", records(case.notices)),
        *_numbered("requests_to_stop", records(case.requests_to_stop)),
    ]
    known = [event for event in events if event.when is not None and event.when.is_dated]
    dated = sorted(known, key=lambda event: event.when.sort_key(zone) if event.when else ())
    undated = []
    for event in events:
        if event.when is not None and event.when.is_dated:
            continue
        place = _place_behind(event, dated)
        if place is None:
            undated.append(event)
        else:
            dated.insert(place, event)
    return Chronology(tuple(dated), tuple(undated))


def _place_behind(event: Event, dated: list[Event]) -> int | None:
    after = event.record.after if isinstance(event.record, Incident) else None
    for index, other in enumerate(dated):
        if after is not None and isinstance(other.record, Incident) and other.record.id == after:
            return index + 1
    return None


def _numbered(name: str, listed: Iterable[Incident | Notice | RequestToStop]) -> list[Event]:
    return [Event(record, f"{name}[{number}]") for number, record in enumerate(listed, 1)]
