"""Tells what the employer was told, and how the respondent was told to stop."""

from collections.abc import Sequence
from dataclasses import dataclass

from formgen.case import Case
from formgen.case.base import NONE
from formgen.case.incident import Incident
from formgen.case.told import Notice, RequestToStop
from formgen.case.when_words import Dated
from formgen.document.letter_events import Teller, first_word
from formgen.document.letter_values import Paragraph, StopRequest, Told, ToldParagraph
from formgen.document.naming import MOST_NAMED, Namer, at_start
from formgen.document.typed import (
    EXHIBITS_MARKER,
    WHEN_MARKER,
    one_paragraph,
    paragraphs_of,
    with_date,
)
from formgen.facts.chronology import Chronology, Event

NOTICES_A_PARAGRAPH = 3


def told_to_addressee(notice: Notice, case: Case) -> bool:
    """Return whether *notice* was given to the person whom the letter addresses as `you`."""
    attention = case.employer.attention
    addressee = (attention.name if attention else None) or case.employer.name
    return notice.to is not None and notice.to == addressee


def is_told(event: Event, incidents: Sequence[Event]) -> bool:
    """Return whether a letter tells *event* to a reader who may see these *incidents*.

    Not a request to stop without its words: its date alone would make no
    sentence.  Not a notice of nothing but what this reader may not see: it
    would say so by its silence.
    """
    record = event.record
    if isinstance(record, RequestToStop):
        return bool(paragraphs_of(record.account))
    if isinstance(record, Notice):
        seen = {other.record.id for other in incidents if isinstance(other.record, Incident)}
        return bool(record.account) or not record.about or not seen.isdisjoint(record.about)
    return True


def told_paragraphs(order: Chronology, case: Case, teller: Teller) -> tuple[ToldParagraph, ...]:
    """Return the notices that the employer may read of, a few to a paragraph."""
    notices = _Notices(case, order.incidents("employer"), teller)
    told: list[Told] = []
    for event in order.all:
        if (
            isinstance(event.record, Notice)
            and event.seen_by("employer")
            and is_told(event, notices.incidents)
        ):
            told.append(notices.told(event, event.record, earlier=told))
    groups = range(0, len(told), NOTICES_A_PARAGRAPH)
    return tuple(ToldParagraph(tuple(told[n : n + NOTICES_A_PARAGRAPH])) for n in groups)


@dataclass(frozen=True, slots=True)
class _Notices:
    """Tells the notices of one case."""

    case: Case
    incidents: tuple[Event, ...]
    """Those that the employer may see."""

    teller: Teller

    def told(self, event: Event, notice: Notice, *, earlier: Sequence[Told]) -> Told:
        """Return *notice* as the letter tells it after *earlier* ones."""
        case, teller, namer = self.case, self.teller, self.teller.namer
        dated = namer.dated(event)
        typed = one_paragraph(notice.account)
        account = with_date(teller.without_marker(typed, event), dated)
        names_day = dated is None or WHEN_MARKER in typed or dated.is_named_in(account)
        undated = bool(account) and not names_day
        # Only a sentence that begins with "I" can follow a date; others get a sentence before them.
        if dated and undated and account.startswith("I "):
            account, undated = f"{_lead(dated)} {account}", False
        reported = [
            e for e in self.incidents if isinstance(e.record, Incident) and e.record.id in notice.about
        ]
        silent = notice.answer == NONE
        return Told(
            account=account,
            dated_apart=undated,
            on=_lead(dated) if dated else "",
            on_inside=_on_inside(dated, ends=undated or not reported),
            told=namer.channel(event).told,
            whom="" if told_to_addressee(notice, case) else notice.to or _employer(case),
            about=namer.named(reported) if reported else "",
            date_first=len(earlier) % 2 == 0,
            silent=silent,
            silent_again=silent and any(other.silent for other in earlier),
            answer="" if silent else one_paragraph(notice.answer),
            done=one_paragraph(notice.done),
            cite="" if EXHIBITS_MARKER in typed else teller.cite(event),
        )


def _on_inside(dated: Dated | None, *, ends: bool) -> str:
    """Return the date within a sentence; where it *ends* one, the period of "p.m." is the sentence's."""
    if dated is None:
        return ""
    return dated.inside.removesuffix(".") if ends else dated.inside


def _employer(case: Case) -> str:
    return case.employer.called or case.employer.name or ""


def _lead(dated: Dated) -> str:
    return dated.lead + ("," if dated.has_clock else "")


def opening_of_told(told: Sequence[ToldParagraph]) -> str:
    """Return the word that the first of *told* begins with."""
    first = told[0].notices[0] if told else None
    if first is None:
        return ""
    dated = first.on if first.date_first else ""
    return "I" if first.dated_apart else first_word(first.account or dated or "I")


def told_to_stop(order: Chronology) -> list[Event]:
    """Return each time the respondent was told to stop that the letter tells."""
    return [
        event
        for event in order.all
        if isinstance(event.record, RequestToStop) and event.seen_by("employer") and is_told(event, ())
    ]


def stop_request(
    event: Event, paragraphs: tuple[Paragraph, ...], order: Chronology, namer: Namer
) -> StopRequest:
    """Return one time the respondent was told to stop, told in *paragraphs*, and what came after it."""
    later = order.incidents_after(event, "employer")
    if len(later) > MOST_NAMED:
        return StopRequest(paragraphs, namer.counted(later), after_counted=True)
    return StopRequest(paragraphs, at_start(namer.named(later)), after_counted=False)


def effects_at_work(case: Case) -> tuple[str, ...]:
    """Return how it affects work, in the declarant's words."""
    return tuple(
        paragraph
        for effect in case.effects
        if effect.kind == "work"
        for paragraph in paragraphs_of(effect.what)
    )
