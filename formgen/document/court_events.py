"""Tells the events of a case to a court: the date, the account as typed, the exact words, the exhibits."""

from collections.abc import Sequence
from dataclasses import dataclass

from formgen.case.base import records
from formgen.case.incident import Incident, Quote
from formgen.case.told import Notice, RequestToStop
from formgen.case.when import When
from formgen.case.when_words import Dated, in_words
from formgen.catalog.declaration_spec import CourtWords
from formgen.catalog.specs import ChannelWords
from formgen.document.blocks import Span
from formgen.document.citing import Citer
from formgen.document.court_text import Part, Passage, Run, emphasised, extended, passage, said, sentences
from formgen.document.letter_values import Marks
from formgen.document.markers import Marker, Typed, exhibits_marked, pieces_of
from formgen.document.typed import (
    EXHIBITS_MARKER,
    WHEN_MARKER,
    in_marks,
    lines_of,
    one_paragraph,
    paragraphs_of,
)
from formgen.facts.chronology import Event
from formgen.facts.facts import Facts
from formgen.facts.identity import quotes_shown

LONGEST_RUN_ON_QUOTE = 160
"""Characters, about two lines of pleading paper; longer words, and words with line ends, are set off."""

_CLOSING = "'\"\u2019\u201d)"
_ENDS = ".!?:;"


@dataclass(frozen=True, slots=True)
class CourtTeller:
    """Tells the events of one case in the words of one paper."""

    facts: Facts
    words: CourtWords
    citer: Citer
    marks: Marks
    names: tuple[str, ...]
    """Names in the case; an account that begins with one can follow a date."""

    def tell(self, event: Event, *, leads: bool = False, before: Event | None = None) -> tuple[Passage, ...]:
        """Return the paragraphs that tell *event*.

        Args:
            event: An incident, a notice or a request to stop.
            leads: Whether its exact words are set off, however short.
            before: The event told just before it; a time of the same day needs no date.
        """
        match event.record:
            case Incident():
                is_lead = leads or event.record.lead == "yes"
                return self._incident(event, event.record, leads=is_lead, before=before)
            case Notice():
                return self._notice(event, event.record)
            case RequestToStop():
                return self._typed(event, *account_of(event.record, event.path), event.record.exhibits)

    def dated(self, when: When) -> Dated:
        """Return *when* in words, with its year."""
        return in_words(when, self.facts.jurisdiction.spec.date_words, self.facts.zone)

    def own_words(self, text: str | None, source: str, *, tells: Sequence[str] = ()) -> tuple[Passage, ...]:
        """Return paragraphs of the declarant's own about no event."""
        return tuple(passage(*self.filled(one, source, None, ()), tells=tells) for one in paragraphs_of(text))

    def _incident(
        self, event: Event, incident: Incident, *, leads: bool, before: Event | None
    ) -> tuple[Passage, ...]:
        text, source = account_of(incident, event.path)
        dates = not (before is not None and self._goes_on(before, event, text))
        told = list(self._typed(event, text, source, incident.exhibits, cites=False, dates=dates))
        if told:
            told[-1] = self._with_where(told[-1], incident, text, event.path)
        else:
            told = [passage(*self._came(event), tells=(event.path,))]
        told[-1] = self._with_quotes(told[-1], event, incident, text, leads=leads)
        told[-1] = self.cited(told[-1], text, incident.exhibits)
        for name in ("injury", "weapon", "police"):
            more = getattr(incident, name)
            if more is not None and more.account:
                told += self.own_words(more.account, f"{event.path}.{name}.account", tells=(event.path,))
        return tuple(told)

    def _notice(self, event: Event, notice: Notice) -> tuple[Passage, ...]:
        if notice.for_court:
            return self._typed(event, notice.for_court, f"{event.path}.for_court", notice.exhibits)
        told = list(
            self._typed(event, notice.account or "", f"{event.path}.account", notice.exhibits, cites=False)
        )
        if not told:
            return ()
        if notice.answer == "none":
            told[-1] = extended(told[-1], (said(self.words.silence),))
        elif notice.answer:
            came = self._answer_came(notice)
            answer = Span(one_paragraph(notice.answer), f"{event.path}.answer")
            told[-1] = extended(told[-1], sentences((answer,), (said(came),) if came else ()))
        if notice.done:
            told[-1] = extended(told[-1], (Span(one_paragraph(notice.done), f"{event.path}.done"),))
        told[-1] = self.cited(told[-1], notice.account or "", notice.exhibits)
        return tuple(told)

    def _answer_came(self, notice: Notice) -> str:
        if notice.answered_on is None or not notice.answered_on.is_dated:
            return ""
        dated = self.dated(notice.answered_on)
        named = self._names_day(notice.answered_on, notice.answer or "")
        return "" if named else self.words.answer_came.format(on=dated.inside)

    def _typed(
        self,
        event: Event,
        text: str,
        source: str,
        exhibits: Sequence[str],
        *,
        cites: bool = True,
        dates: bool = True,
    ) -> tuple[Passage, ...]:
        """Return the paragraphs of an account, its date before it where none is in it."""
        told: list[Passage] = []
        dated = self.dated(event.when) if event.when else None
        for one in paragraphs_of(text):
            parts = self.filled(one, source, dated, exhibits)
            if dates and not told and event.when is not None and dated is not None:
                parts = self._with_date(parts, event.when, dated, text)
            told.append(passage(*parts, tells=(event.path,)))
        if told and cites:
            told[-1] = self.cited(told[-1], text, exhibits)
        return tuple(told)

    def cited(self, told: Passage, text: str, exhibits: Sequence[str], *, attests: bool = True) -> Passage:
        """Return *told* with what *text* does not say itself of the *exhibits* that show it."""
        if EXHIBITS_MARKER in text:
            return extended(told, self.citer.attestation(exhibits) if attests else ())
        rest = [name for name in exhibits if name not in exhibits_marked(text)]
        return extended(told, self.citer.sentence(rest, attests=attests))

    def filled(
        self, text: str, source: str, dated: Dated | None, exhibits: Sequence[str], *, attests: bool = True
    ) -> tuple[Part, ...]:
        """Return *text* as typed, with its markers filled; *attests* says that what it cites is a true copy."""
        pieces = list(pieces_of(text))
        parts: list[Part] = []
        before = ""
        for place, piece in enumerate(pieces):
            ahead = pieces[place + 1] if place + 1 < len(pieces) else None
            follows = ahead.text if isinstance(ahead, Typed) else ""
            if isinstance(piece, Typed):
                parts.append(Span(piece.text, source))
                before += piece.text
            elif piece.kind == "when":
                date = self._date_in(before, follows, dated)
                parts.append(said(date) if date else Span(WHEN_MARKER, source))
                before += date
            else:
                names = (piece.name,) if piece.kind == "exhibit" else exhibits
                parts = self._cite_at(parts, (before, follows), names, piece, attests=attests)
        return tuple(part for part in parts if not (isinstance(part, Span) and not part.text))

    def _cite_at(
        self,
        parts: list[Part],
        around: tuple[str, str],
        names: Sequence[str],
        marker: Marker,
        *,
        attests: bool,
    ) -> list[Part]:
        """Return *parts* with a citation: within the sentence, or as sentences where one can begin."""
        before, follows = around
        within = follows.lstrip()[:1] in (".", ",", ";", ":", ")")
        in_hers = before.endswith("(") and follows.startswith(")")
        if not self.citer.may_cite(names):
            return _without_space(parts)
        if in_hers:
            return [*parts, *self.citer.in_parentheses(names)[1:-1]]
        if within or (marker.kind == "exhibits" and not _sentence_can_begin(before)):
            return [*parts, *self.citer.in_parentheses(names)]
        return [*parts, *self.citer.sentence(names, attests=attests)]

    def _date_in(self, before: str, follows: str, dated: Dated | None) -> str:
        if dated is None:
            return ""
        bare = before.rstrip().rstrip(_CLOSING)
        date = dated.lead if not bare or bare[-1] in ".!?:" else dated.inside
        # "8:47 p.m." at the end of a sentence ends it.
        return date.removesuffix(".") if follows.startswith(".") else date

    def _with_date(self, parts: tuple[Part, ...], when: When, dated: Dated, account: str) -> tuple[Part, ...]:
        """Return *parts* with their date: before `I` or a name, or standing at their head.

        Template words never join on to a sentence of hers that may begin
        with any word.
        """
        if WHEN_MARKER in account or self._names_day(when, account):
            return parts
        if account.startswith(("I ", *(f"{name} " for name in self.names))):
            return (said(f"{dated.lead}, "), *parts)
        return (emphasised(f"{dated.label.removesuffix('.')}."), said(" "), *parts)

    def _goes_on(self, before: Event, event: Event, text: str) -> bool:
        """Return whether *text* gives the time of a day that the paragraph before it gives."""
        if before.when is None or event.when is None or not before.when.is_dated or not event.when.is_dated:
            return False
        zone = self.facts.zone
        day, clock = event.when.local(zone)
        return (
            clock is not None
            and before.when.local(zone)[0] == day
            and f"{clock.hour % 12 or 12}:{clock.minute:02d}" in text
        )

    def _names_day(self, when: When, text: str) -> bool:
        """Return whether *text* gives the day, with its year or without."""
        if self.dated(when).is_named_in(text):
            return True
        if not when.is_dated:
            return False
        year = when.local(self.facts.zone)[0].year
        words = self.facts.jurisdiction.spec.date_words
        return in_words(when, words, self.facts.zone, without_year=year).is_named_in(text)

    def _came(self, event: Event) -> tuple[Part, ...]:
        """Return a sentence that says when something came of which only exact words are given."""
        if event.when is None:
            return ()
        came = f"{self._channel(event).came} {self.dated(event.when).inside}"
        return (said(came if came.endswith(".") else f"{came}."),)

    def _with_where(self, told: Passage, incident: Incident, text: str, path: str) -> Passage:
        """Return *told* with the place, and who else was there, unless the account names them."""
        channel = self.facts.jurisdiction.spec.channels[incident.channel or "other"]
        # Her account may lead to the exact words that follow: nothing may come between.
        if text.rstrip().endswith(":"):
            return told
        if incident.where and channel.is_place and incident.where not in text:
            told = extended(told, _around(self.words.place, "{where}", incident.where, f"{path}.where"))
        listed = enumerate(records(incident.present), 1)
        absent = [(name, f"{path}.present[{n}]") for n, name in listed if name not in text]
        if absent:
            phrase = self.words.present if len(absent) == 1 else self.words.present_many
            before, _, after = phrase.partition("{names}")
            told = extended(told, (said(before), *listed_names(absent, self.facts), said(after)))
        return told

    def _with_quotes(
        self, told: Passage, event: Event, incident: Incident, text: str, *, leads: bool
    ) -> Passage:
        """Return *told* with the exact words that the account does not already have in quotation marks."""
        before: Quote | None = None
        for number, quote in enumerate(incident.quotes, 1):
            if quote not in quotes_shown(self.facts.case, incident) or in_marks(quote.text or "", text):
                continue
            source = f"{event.path}.quotes[{number}]"
            introduced = before is None and text.rstrip().endswith(":")
            hers = introduced and not self._is_of_another(quote)
            lead = () if hers or introduced else self._lead_in(quote, source, event, incident, before)
            words = lines_of(quote.text or "")
            in_quotes = (said(self.marks.open), Span(words, source), said(self.marks.close))
            if leads or "\n" in words or len(words) > LONGEST_RUN_ON_QUOTE:
                told = extended(told, lead)
                told = Passage((*told.runs, Run(in_quotes, is_set_off=True)), told.tells, told.name)
            else:
                told = extended(told, sentences(lead, in_quotes))
            told = extended(told, self._translation(quote, source))
            before = quote
        return told

    def _lead_in(
        self, quote: Quote, source: str, event: Event, incident: Incident, before: Quote | None
    ) -> tuple[Part, ...]:
        if self._is_of_another(quote):
            return _around(self.words.said_by, "{name}", quote.speaker or "", f"{source}.speaker")
        knowledge = incident.knowledge
        if knowledge is not None and knowledge.how == "told":
            if knowledge.told_by:
                place = f"{event.path}.knowledge.told_by"
                return _around(self.words.told_me, "{name}", knowledge.told_by, place)
            return (said(self.words.was_told),)
        channel = self._channel(event)
        if before is not None and not self._is_of_another(before):
            return (said(channel.says_also),)
        return (said(channel.whole if quote.whole == "yes" else channel.says),)

    def _translation(self, quote: Quote, source: str) -> tuple[Part, ...]:
        if not quote.translation:
            return ()
        lead: tuple[Part, ...] = (said(self.words.translated),)
        if quote.translator:
            place = f"{source}.translator"
            lead = _around(self.words.translated_by, "{translator}", quote.translator, place)
        english = Span(lines_of(quote.translation), f"{source}.translation")
        return sentences(lead, (said(self.marks.open), english, said(self.marks.close)))

    def _is_of_another(self, quote: Quote) -> bool:
        return bool(quote.speaker) and quote.speaker != self.facts.case.respondent.name

    def _channel(self, event: Event) -> ChannelWords:
        record = event.record
        channel = record.channel if isinstance(record, Incident) else record.how
        return self.facts.jurisdiction.spec.channels[channel or "other"]


def account_of(record: Incident | Notice | RequestToStop, path: str) -> tuple[str, str]:
    """Return what the court is told of *record*, as typed, and the place it was typed at."""
    if record.for_court:
        return record.for_court, f"{path}.for_court"
    return record.account or "", f"{path}.account"


def listed_names(named: Sequence[tuple[str, str]], facts: Facts) -> tuple[Part, ...]:
    """Return typed names, each with its place, read out: `Lee Tran, June Park and Sam Okafor`."""
    lists = facts.jurisdiction.spec.lists
    parts: list[Part] = []
    for place, (name, source) in enumerate(named):
        if place:
            parts.append(said(f" {lists.and_} " if place == len(named) - 1 else lists.comma))
        parts.append(Span(name, source))
    return tuple(parts)


def _around(phrase: str, marker: str, typed: str, source: str) -> tuple[Part, ...]:
    """Return a phrase of the catalog with one typed piece in it."""
    before, _, after = phrase.partition(marker)
    ended = after.removeprefix(".") if typed.endswith(".") else after
    return tuple(part for part in (said(before), Span(typed, source), said(ended)) if part.text)


def _sentence_can_begin(before: str) -> bool:
    bare = before.rstrip().rstrip(_CLOSING)
    return not bare or bare[-1] in _ENDS


def _without_space(parts: list[Part]) -> list[Part]:
    """Return *parts* without the space that set off a marker with nothing to cite."""
    if parts and isinstance(last := parts[-1], Span) and last.text.endswith(" "):
        return [*parts[:-1], Span(last.text.removesuffix(" "), last.source)]
    return parts
