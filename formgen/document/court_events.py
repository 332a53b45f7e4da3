"""Tells the events of a case to a court: the date, the account as typed, the exact words, the exhibits."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from formgen.case.base import records
from formgen.case.incident import Incident
from formgen.case.told import Notice, RequestToStop
from formgen.case.when import Precision, When
from formgen.case.when_words import Dated, in_words
from formgen.catalog.declaration_spec import CourtWords
from formgen.document.blocks import Span
from formgen.document.citing import Citer
from formgen.document.court_quotes import INTRODUCES, ME, CourtQuoter
from formgen.document.court_text import (
    SPACE,
    Part,
    Passage,
    bare,
    emphasised,
    extended,
    listed,
    passage,
    said,
    sentences,
    typed,
    worded,
    words_of,
)
from formgen.document.letter_values import Marks
from formgen.document.markers import Marker, Typed, exhibits_marked, pieces_of
from formgen.document.typed import EXHIBITS_MARKER, WHEN_MARKER, one_paragraph, paragraphs_of
from formgen.facts.chronology import Event
from formgen.facts.facts import Facts

_ENDS = (".", "!", "?", ":", ";")
_BEFORE_A_DATE = (".", "!", "?", ":")
_CLOSES = tuple(".,;:!?)\u2026\u201d")
_GOES_ON = (".", ",", ";", ":", ")")
_NAMES_A_DAY = (Precision.MINUTE, Precision.ABOUT_MINUTE, Precision.PART_OF_DAY, Precision.DAY)


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
                return self._typed(event, account_of(event.record, event.path), event.exhibits)

    def dated(self, when: When) -> Dated:
        """Return *when* in words, with its year."""
        return in_words(when, self.facts.jurisdiction.spec.date_words, self.facts.zone)

    def own_words(
        self, text: str | None, source: str, *, tells: Sequence[str] = (), of: Event | None = None
    ) -> tuple[Passage, ...]:
        """Return paragraphs of the declarant's own, about no event, or more *of* one that is told."""
        dated = self.dated(of.when) if of is not None and of.when else None
        shown = shown_of(of) if of is not None else ()
        return tuple(
            extended(passage(*self.filled(one, source, dated, shown), tells=tells), self.citer.attestation())
            for one in paragraphs_of(text)
        )

    def _incident(
        self, event: Event, incident: Incident, *, leads: bool, before: Event | None
    ) -> tuple[Passage, ...]:
        text, source = account_of(incident, event.path)
        shown = shown_of(event)
        dates = not (before is not None and self._goes_on(before, event, text))
        account = self._typed(event, (text, source), shown, cites=False, dates=dates)
        told = list(account) or [passage(*self._came(event), tells=(event.path,))]
        quoter = CourtQuoter(self.facts, self.words, self.marks)
        if text.rstrip().endswith(INTRODUCES):
            last = quoter.quoted(told[-1], event, incident, text, leads=leads)
            last = self._with_where(last, incident, text, event.path)
        else:
            last = self._with_where(told[-1], incident, text, event.path)
            last = quoter.quoted(last, event, incident, text, leads=leads)
        told[-1] = self.cited(last, text, shown)
        for name in ("injury", "weapon", "police"):
            more = getattr(incident, name)
            if more is not None:
                told += self.own_words(
                    more.account, f"{event.path}.{name}.account", tells=(event.path,), of=event
                )
        return tuple(told)

    def _notice(self, event: Event, notice: Notice) -> tuple[Passage, ...]:
        if notice.for_court:
            return self._typed(event, account_of(notice, event.path), notice.exhibits)
        account = notice.account or ""
        told = list(self._typed(event, account_of(notice, event.path), notice.exhibits, cites=False))
        if not told:
            return ()
        if notice.answer == "none":
            told[-1] = extended(told[-1], (said(self.words.silence),))
        elif answer := typed(notice.answer, f"{event.path}.answer"):
            told[-1] = extended(told[-1], sentences(answer, self._answer_came(notice)))
        told[-1] = extended(told[-1], typed(notice.done, f"{event.path}.done"))
        told[-1] = self.cited(told[-1], account, notice.exhibits)
        return tuple(told)

    def _answer_came(self, notice: Notice) -> tuple[Part, ...]:
        on = notice.answered_on
        if on is None or not on.is_dated or self._names_day(on, notice.answer or ""):
            return ()
        return worded(self.words.answer_came, {"on": (said(self.dated(on).inside),)})

    def _typed(
        self,
        event: Event,
        account: tuple[str, str],
        exhibits: Sequence[str],
        *,
        cites: bool = True,
        dates: bool = True,
    ) -> tuple[Passage, ...]:
        """Return the paragraphs of an account, its date before it where none is in it.

        What is cited in its last paragraph is said to be a true copy once all of that is told.
        """
        text, source = account
        told: list[Passage] = []
        dated = self.dated(event.when) if event.when else None
        for one in paragraphs_of(text):
            if told and not words_of(told[-1].runs[-1].parts).rstrip().endswith(INTRODUCES):
                told[-1] = extended(told[-1], self.citer.attestation())
            parts = self.filled(one, source, dated, exhibits)
            if parts and dates and not told and event.when is not None:
                # "On May 4, 2026, Lee Tran told me" would give the day of the telling.
                first = "" if _was_told(event) else one
                parts = self._with_date(parts, event.when, first, text)
            if parts:
                told.append(passage(*parts, tells=(event.path,)))
        if told and cites:
            told[-1] = self.cited(told[-1], text, exhibits)
        return tuple(told)

    def cited(self, told: Passage, text: str, exhibits: Sequence[str], *, attests: bool = True) -> Passage:
        """Return *told* with what *text* does not say itself of the *exhibits* that show it."""
        marked = exhibits if EXHIBITS_MARKER in text else exhibits_marked(text)
        rest = [name for name in exhibits if name not in marked]
        told = extended(told, self.citer.attestation())
        return extended(told, self.citer.sentence(rest, attests=attests))

    def filled(
        self, text: str, source: str, dated: Dated | None, exhibits: Sequence[str], *, attests: bool = True
    ) -> tuple[Part, ...]:
        """Return *text* as typed, its markers filled; *attests* says that all it cites are true copies."""
        pieces = self._citable(text, exhibits)
        parts: list[Part] = []
        before = ""
        for place, piece in enumerate(pieces):
            ahead = pieces[place + 1] if place + 1 < len(pieces) else None
            follows = ahead.text if isinstance(ahead, Typed) else ""
            if isinstance(piece, Typed):
                parts.append(Span(piece.text, source))
                before += piece.text
            elif piece.kind == "when":
                date = _date_in(before, follows, dated)
                parts.append(said(date) if date else Span(WHEN_MARKER, source))
                before += date
            else:
                names = (piece.name,) if piece.name else exhibits
                cite = self._cite_at(before, follows, names, attests=attests)
                parts += [SPACE, *cite] if before[-1:].isalnum() or before[-1:] in _CLOSES else cite
                parts += [SPACE] if follows[:1].isalnum() else []
                # A citation that is a sentence of its own ends there.
                before += "." if cite[-1] == said(".)") else ")"
        return tuple(part for part in parts if not isinstance(part, Span) or part.text)

    def _citable(self, text: str, exhibits: Sequence[str]) -> list[Typed | Marker]:
        """Return the pieces of *text* without markers that have nothing to cite, and what set them off."""
        pieces = list(pieces_of(text))
        kept: list[Typed | Marker] = []
        for place, piece in enumerate(pieces):
            names = (piece.name,) if isinstance(piece, Marker) and piece.name else exhibits
            if isinstance(piece, Typed) or piece.kind == "when" or self.citer.may_cite(names):
                kept.append(piece)
                continue
            last = kept.pop() if kept and isinstance(kept[-1], Typed) else Typed("")
            ahead = pieces[place + 1] if place + 1 < len(pieces) else Typed("")
            if isinstance(last, Typed) and isinstance(ahead, Typed):
                last, pieces[place + 1 : place + 2] = _closed_up(last.text, ahead.text)
            kept.append(last)
        return kept

    def _cite_at(self, before: str, follows: str, names: Sequence[str], *, attests: bool) -> tuple[Part, ...]:
        """Return a citation where a marker stands: within the sentence, or as sentences if one can begin."""
        ahead = follows.lstrip()[:1]
        if before.rfind("(") > before.rfind(")") and ")" in follows:
            return self.citer.in_parentheses(names, attests=attests)[1:-1]
        if ahead in _GOES_ON or ahead.islower() or not _can_begin(before, _ENDS):
            return self.citer.in_parentheses(names, attests=attests)
        return self.citer.sentence(names, attests=attests)

    def _with_date(self, parts: tuple[Part, ...], when: When, first: str, account: str) -> tuple[Part, ...]:
        """Return *parts* with their date: before `I` or a name, or standing at their head.

        Template words never join on to a sentence of hers that may begin
        with any word.
        """
        if WHEN_MARKER in account or self._names_day(when, account):
            return parts
        dated = self.dated(when)
        if can_follow_date(first, self.names):
            return (said(f"{dated.lead}, "), *parts)
        return (emphasised(f"{dated.label.removesuffix('.')}."), SPACE, *parts)

    def _goes_on(self, before: Event, event: Event, text: str) -> bool:
        """Return whether *text* gives the time of a day that the paragraph before it gives."""
        if before.when is None or before.when.precision not in _NAMES_A_DAY:
            return False
        if event.when is None or not event.when.is_dated:
            return False
        zone = self.facts.zone
        day, clock = event.when.local(zone)
        if clock is None or before.when.local(zone)[0] != day:
            return False
        # 2:05 is not in 12:05.
        return re.search(rf"(?<!\d){clock.hour % 12 or 12}:{clock.minute:02d}(?!\d)", text) is not None

    def _names_day(self, when: When, text: str) -> bool:
        """Return whether *text* gives the day, with its year or without; March 5, 2025 is another day."""
        if self.dated(when).is_named_in(text):
            return True
        if not when.is_dated:
            return False
        year = when.local(self.facts.zone)[0].year
        words = self.facts.jurisdiction.spec.date_words
        short = in_words(when, words, self.facts.zone, without_year=year)
        day = " ".join(short.first_day.split())
        others = re.compile(rf"{re.escape(day)},? (?!{year})\d{{4}}(?!\d)", re.IGNORECASE)
        return short.is_named_in(others.sub("", " ".join(text.split())))

    def _came(self, event: Event) -> tuple[Part, ...]:
        """Return a sentence that says when something came of which only exact words are given."""
        if event.when is None:
            return ()
        channel = self.facts.jurisdiction.spec.channels[getattr(event.record, "channel", None) or "other"]
        came = f"{channel.came} {self.dated(event.when).inside}"
        return (said(came if came.endswith(".") else f"{came}."),)

    def _with_where(self, told: Passage, incident: Incident, text: str, path: str) -> Passage:
        """Return *told* with the place, and who else was there, unless the account names them."""
        channel = self.facts.jurisdiction.spec.channels[incident.channel or "other"]
        account = one_paragraph(text)
        where = typed(incident.where, f"{path}.where")
        in_hers = _has_words(account.casefold(), words_of(where).removesuffix(".").casefold())
        if where and channel.is_place and not in_hers:
            told = extended(told, worded(self.words.place, {"where": where}))
        listing = enumerate(records(incident.present), 1)
        names = [(name, f"{path}.present[{n}]") for n, name in listing if name.strip()]
        # "Lee Tran, a coworker" is there where the account has Lee Tran.
        absent = [(name, at) for name, at in names if not _has_words(account, name.partition(",")[0].strip())]
        if absent:
            names_there = listed_names(absent, self.facts)
            told = extended(told, worded(self.words.present, {"names": names_there}))
        return told


def account_of(record: Incident | Notice | RequestToStop, path: str) -> tuple[str, str]:
    """Return what the court is told of *record*, as typed, and the place it was typed at."""
    if record.for_court:
        return record.for_court, f"{path}.for_court"
    return record.account or "", f"{path}.account"


def shown_of(event: Event) -> tuple[str, ...]:
    """Return the evidence that shows *event*, the typed words of its recording too."""
    transcript = event.record.transcript if isinstance(event.record, Incident) else None
    return tuple(dict.fromkeys((*event.exhibits, *([transcript] if transcript else []))))


def _was_told(event: Event) -> bool:
    knowledge = event.record.knowledge if isinstance(event.record, Incident) else None
    return knowledge is not None and knowledge.how == "told"


def can_follow_date(account: str, names: Sequence[str]) -> bool:
    """Return whether *account* begins with `I` or with one of *names*, so that a date can stand before it."""
    return any(account.startswith((f"{word} ", f"{word}'", f"{word}\u2019")) for word in (ME, *names))


def listed_names(named: Sequence[tuple[str, str]], facts: Facts) -> tuple[Part, ...]:
    """Return typed names, each with its place, read out: `Lee Tran, June Park and Sam Okafor`."""
    lists = facts.jurisdiction.spec.lists
    names = [name for text, source in named if (name := typed(text, source))]
    return listed(names, comma=lists.comma, last=lists.and_)


def _has_words(text: str, words: str) -> bool:
    """Return whether *text* has *words*, whole: Lee is not in Leeds."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _can_begin(before: str, ends: tuple[str, ...]) -> bool:
    """Return whether a sentence can begin after the words *before*, of which one ends with one of *ends*."""
    return not bare(before) or bare(before).endswith(ends)


def _date_in(before: str, follows: str, dated: Dated | None) -> str:
    if dated is None:
        return ""
    date = dated.lead if _can_begin(before, _BEFORE_A_DATE) else dated.inside
    # "8:47 p.m." at the end of a sentence ends it.
    return date.removesuffix(".") if follows.startswith(".") else date


def _closed_up(behind: str, ahead: str) -> tuple[Typed, list[Typed]]:
    """Return what stands around a marker with nothing to cite, without what set the marker off."""
    if behind.endswith("(") and ahead.startswith(")"):
        behind, ahead = behind.removesuffix("("), ahead.removeprefix(")")
    if behind.endswith(" "):
        return Typed(behind.removesuffix(" ")), [Typed(ahead)]
    if behind[-1:].isalnum() and ahead[:1].isalnum():
        return Typed(behind), [Typed(f" {ahead}")]
    return Typed(behind), [Typed(ahead if behind else ahead.removeprefix(" "))]
