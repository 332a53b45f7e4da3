"""Dates that cannot be so: one that has not come, an answer before its question, one that a message shows."""

from collections.abc import Iterator
from datetime import date, datetime, time
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

from formgen.case import Case
from formgen.case.base import records
from formgen.case.when import Precision, When
from formgen.document.letter_requests import ANSWER
from formgen.errors import Problem
from formgen.facts.facts import Facts


def wrong_days(facts: Facts) -> Iterator[Problem]:
    """Yield every date that contradicts another, or the day for which the papers are made."""
    yield from _impossible_days(facts)
    yield from _notices_too_early(facts)
    yield from _messages_of_another_day(facts)


def wrong_days_of_letter(facts: Facts) -> Iterator[Problem]:
    """Yield every date that contradicts the date of the letter."""
    yield from _after_the_letter(facts)
    yield from _days_of_requests(facts)


def _impossible_days(facts: Facts) -> Iterator[Problem]:
    for event in facts.chronology.all:
        if event.when is None:
            continue
        if event.when.skipped_by(facts.zone):
            yield Problem(
                code="time-skipped",
                what="The clocks skipped this time of day when summer time began.",
                fix="Correct the time, or write it with its offset, such as 2026-03-08 03:30 -07:00.",
                path=f"{event.path}.when",
            )
        if _is_after(event.when, facts.as_of, facts):
            yield _too_late(
                "date-in-future", f"{event.path}.when", "after the day for which the papers are made"
            )
    for path, when in _other_days(facts.case):
        if _is_after(when, facts.as_of, facts):
            yield _too_late("date-in-future", path, "after the day for which the papers are made")
    for path, asked, answered in _questions(facts.case):
        if asked and answered and answered.comes_before(asked, facts.zone):
            yield Problem(
                code="answer-too-early",
                what="The answer is dated before the question.",
                fix="Correct one of the two dates.",
                path=path,
            )


def _is_after(when: When | None, day: date, facts: Facts) -> bool:
    first = when.first_day(facts.zone) if when else None
    return first is not None and first > day


def _after_the_letter(facts: Facts) -> Iterator[Problem]:
    letter_day = facts.case.letter.date
    if letter_day is None:
        return
    for event in facts.chronology.all:
        # What has not come at all is told of every paper.
        if _is_after(event.when, letter_day, facts) and not _is_after(event.when, facts.as_of, facts):
            yield _too_late("date-after-letter", f"{event.path}.when", "after the date of the letter")


def _days_of_requests(facts: Facts) -> Iterator[Problem]:
    for number, request in enumerate(facts.case.requests, 1):
        if request.by is not None and request.ask != ANSWER:
            yield Problem(
                code="by-without-answer",
                what="A day is given for a request that has none.",
                fix='Put it into a request of its own: {ask: answer, by: "…"}.',
                path=f"requests[{number}].by",
            )
        elif request.by is not None and request.by <= (facts.case.letter.date or facts.as_of):
            yield Problem(
                code="answer-day-past",
                what="The answer is asked for by a day that is not after the date of the letter.",
                fix="Choose a later day.",
                path=f"requests[{number}].by",
            )


def _other_days(case: Case) -> Iterator[tuple[str, When | None]]:
    """Yield the dates that belong to no event."""
    yield "temporary_order.told_on", case.temporary_order.told_on if case.temporary_order else None
    for number, effect in enumerate(case.effects, 1):
        yield from ((f"effects[{number}].{name}", getattr(effect, name)) for name in ("since", "on"))
    for number, step in enumerate(case.protective_steps, 1):
        yield f"protective_steps[{number}].when", step.when
    for number, item in enumerate(case.evidence, 1):
        yield f"evidence[{number}].taken_on", item.taken_on
    for path, asked, answered in _questions(case):
        yield path, answered
        if path.startswith("employees"):
            yield path.replace("answered_on", "asked_on"), asked


def _questions(case: Case) -> Iterator[tuple[str, When | None, When | None]]:
    """Yield when each answer came, by its place, behind when it was asked for."""
    for number, notice in enumerate(records(case.notices), 1):
        yield f"notices[{number}].answered_on", notice.when, notice.answered_on
    for number, employee in enumerate(case.employees, 1):
        if employee.naming_choice is not None:
            choice = employee.naming_choice
            yield f"employees[{number}].naming_choice.answered_on", choice.asked_on, choice.answered_on


def _too_late(code: str, path: str, when: str) -> Problem:
    return Problem(
        code=code,
        what=f"This is dated {when}.",
        fix="Correct the date here, or the day that the papers are made for.",
        path=path,
    )


def _notices_too_early(facts: Facts) -> Iterator[Problem]:
    began = {i.id: i.when.first_day(facts.zone) for i in facts.case.incidents if i.id and i.when}
    for number, notice in enumerate(records(facts.case.notices), 1):
        if notice.when is None:
            continue
        last = notice.when.last_day(facts.zone)
        for name in notice.about:
            first = began.get(name)
            if last is not None and first is not None and last < first:
                yield Problem(
                    code="notice-too-early",
                    what=f"This notice is dated before the incident {name} that it reports.",
                    fix="Correct one of the two dates, or what the notice is about.",
                    path=f"notices[{number}].when",
                )


def _messages_of_another_day(facts: Facts) -> Iterator[Problem]:
    """Yield each incident whose typed time is not that of the message that shows it."""
    sent = {
        item.id: moment
        for item in facts.case.evidence
        if item.message and item.message.date and (moment := _moment(item.message.date, facts.zone))
    }
    for event in facts.chronology.all:
        when = event.when
        moments = [sent[name] for name in event.exhibits if name in sent]
        if when is None or when.reading.clock is None or len(moments) != 1:
            continue
        there = moments[0]
        day, clock = when.local(facts.zone)
        exact = when.precision is Precision.MINUTE
        if day != there.date() or (
            exact and (clock or time()).replace(second=0) != there.time().replace(second=0)
        ):
            yield Problem(
                code="date-disagrees",
                what=f"Typed here is {day.isoformat()} {clock:%H:%M}; the message's own header says "
                f"{there:%Y-%m-%d %H:%M %z}.",
                fix="Settle which is right, and correct the other.",
                path=f"{event.path}.when",
            )


def _moment(header: str, zone: ZoneInfo) -> datetime | None:
    try:
        moment = parsedate_to_datetime(header)
        # A moment at the very end of the calendar has no place in another zone.
        return moment.astimezone(zone) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None
