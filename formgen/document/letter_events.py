"""Tells one event of a letter: its date, the account as typed, its exact words, what is enclosed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from formgen.case.incident import Incident, Quote
from formgen.case.when_words import Dated
from formgen.catalog.specs import ChannelWords
from formgen.document.letter_values import Form, Paragraph, QuoteWords
from formgen.document.markers import exhibit_marker, exhibits_marked
from formgen.document.naming import Namer
from formgen.document.typed import EXHIBITS_MARKER, WHEN_MARKER, in_marks, lines_of, paragraphs_of, with_date
from formgen.facts.chronology import Event
from formgen.facts.exhibits import Enclosure

LONGEST_RUN_ON_QUOTE = 300
"""Characters; longer words, and words with line ends of their own, stand alone."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells events in the form that one letter takes."""

    namer: Namer
    form: Form
    enclosed: Mapping[str, Enclosure]
    names: tuple[str, ...]
    """Names in the case; an account that begins with one can follow a date."""

    respondent: str
    subject: str
    """The subject line as typed: a date there need not be said again."""

    def tell(self, event: Event, *, unlike: Collection[str] = ()) -> tuple[Paragraph, ...]:
        """Return the paragraphs of one event: an incident in a list with its date at the head, else prose.

        Args:
            event: An incident or a request to stop.
            unlike: How the paragraphs before and after begin; it begins otherwise if it can.
        """
        in_list = self.form in ("list", "long") and isinstance(event.record, Incident)
        return self._told(event, with_head=in_list, unlike=unlike)

    def cite(self, event: Event) -> str:
        """Return where the evidence of *event* is enclosed: `(Enclosures 2 and 3)`, or nothing."""
        marked = exhibits_marked(event.record.account or "")
        return self.cite_each([name for name in event.exhibits if name not in marked])

    def cite_each(self, names: Sequence[str]) -> str:
        """Return where *names* are enclosed, or nothing."""
        numbers = sorted({self.enclosed[name].number for name in names if name in self.enclosed})
        if not numbers:
            return ""
        listed = self.namer.listed([str(number) for number in numbers])
        return self.namer.words["enclosure" if len(numbers) == 1 else "enclosures"].format(numbers=listed)

    def quotes(
        self, event: Event, *, has_lead: bool, needs_lead: bool, account: str
    ) -> tuple[QuoteWords, ...]:
        """Return the exact words of *event* that *account* does not already hold in quotation marks."""
        if not isinstance(event.record, Incident):
            return ()
        channel = self.namer.channel(event)
        told: list[QuoteWords] = []
        before: Quote | None = None
        for quote in event.record.quotes:
            if not quote.text or not quote.text.strip() or in_marks(quote.text, account):
                continue
            # Words of anyone but the respondent stand under that name, save where her own lead to them.
            told_by = _told_by(event.record)
            needs = needs_lead or self._is_of_another(quote) or told_by is not None
            lead = (
                "" if not told and (has_lead or not needs) else self._lead_in(quote, channel, before, told_by)
            )
            told.append(
                QuoteWords(lead, lines_of(quote.text), quote.translation or "", quote.translator or "")
            )
            before = quote
        return tuple(told)

    def _lead_in(self, quote: Quote, channel: ChannelWords, before: Quote | None, told_by: str | None) -> str:
        if self._is_of_another(quote):
            return self.namer.words["said-by"].format(name=quote.speaker)
        if told_by is not None:
            return self.namer.words["told-me" if told_by else "was-told"].format(name=told_by)
        if before is not None and not self._is_of_another(before):
            return channel.says_also
        return channel.whole if quote.whole == "yes" else channel.says

    def _is_of_another(self, quote: Quote) -> bool:
        return bool(quote.speaker) and quote.speaker != self.respondent

    def _told(self, event: Event, *, with_head: bool, unlike: Collection[str]) -> tuple[Paragraph, ...]:
        dated = self.namer.dated(event)
        account = event.record.account or ""
        filled = [with_date(self.without_marker(text, event), dated) for text in paragraphs_of(account)]
        texts = [text for text in filled if text] or [""]
        cite = "" if EXHIBITS_MARKER in account else self.cite(event)
        only = list(self.enclosed.values())
        copy_enclosed = (
            self.form == "one" and bool(cite) and len(only) == 1 and only[0].evidence.lodged != "yes"
        )
        lead, sentence = ("", "") if with_head else self._date_in_prose(event, account, dated, unlike)
        if not with_head and (place := self._place_in_prose(event, account)):
            sentence = f"{sentence} {place}".strip()
        quotes = self.quotes(
            event,
            has_lead=texts[-1].rstrip().endswith(":"),
            needs_lead=bool(account) or not with_head,
            account=account,
        )
        paragraphs = [Paragraph("", "", "", text, (), None, "", copy_enclosed=False) for text in texts]
        for quote in quotes:
            alone = "\n" in quote.text or len(quote.text) > LONGEST_RUN_ON_QUOTE
            last = paragraphs[-1]
            if alone or last.quote is not None:
                paragraphs.append(Paragraph("", "", "", "", (), quote, "", copy_enclosed=False))
            else:
                paragraphs[-1] = replace(last, quotes=(*last.quotes, quote))
        paragraphs[0] = replace(
            paragraphs[0], head=self._head(event, dated) if with_head else "", sentence=sentence, dated=lead
        )
        paragraphs[-1] = replace(
            paragraphs[-1], cite="" if copy_enclosed else cite, copy_enclosed=copy_enclosed
        )
        return tuple(paragraphs)

    def place_or_channel(self, event: Event) -> str:
        """Return the place of an encounter if it is known, otherwise the way *event* came."""
        channel = self.namer.channel(event)
        where = event.record.where if isinstance(event.record, Incident) else None
        return (where.removesuffix(".") if channel.is_place and where else channel.head) or ""

    def without_marker(self, text: str, event: Event) -> str:
        """Return *text* with `{exhibits}`, and `{exhibit NAME}` for one of them, filled."""
        text = _cited_at(text, EXHIBITS_MARKER, self.cite(event))
        for name in exhibits_marked(text):
            text = _cited_at(text, exhibit_marker(text, name), self.cite_each([name]))
        return text

    def _head(self, event: Event, dated: Dated | None) -> str:
        place = self.place_or_channel(event)
        head = ", ".join(part for part in (dated.label if dated else "", place) if part)
        # The template ends it with a period.
        return head.removesuffix(".")

    def _place_in_prose(self, event: Event, account: str) -> str:
        """Return a sentence that names the place of an encounter, unless the account does."""
        where = event.record.where if isinstance(event.record, Incident) else None
        if not where or not self.namer.channel(event).is_place or where in account or where in self.subject:
            return ""
        return _ended(self.namer.words["place"].format(where=where))

    def _date_in_prose(
        self, event: Event, account: str, dated: Dated | None, unlike: Collection[str]
    ) -> tuple[str, str]:
        """Return a date to begin the account with, or a sentence that gives it, if either is needed.

        Template words never join on to a sentence of hers that may begin
        with any word: only `I` or a name can follow a date.
        """
        if dated is None or WHEN_MARKER in account or dated.is_named_in(account):
            return "", ""
        lead = dated.lead + ("," if dated.has_clock else "")
        is_incident = isinstance(event.record, Incident)
        if not is_incident and not (account.startswith("I ") and first_word(lead) not in unlike):
            # A request to stop is the declarant's own message: it did not come.
            return "", _ended(self.namer.words["request-dated"].format(day=dated.inside))
        came = self.namer.channel(event).came
        came_on = _ended(f"{came} {dated.inside}")
        if account.startswith(("I ", *(f"{name} " for name in self.names))):
            return ("", came_on) if first_word(lead) in unlike else (lead, "")
        if is_incident and account and dated.is_named_in(self.subject):
            return "", ""
        on_it_came = _ended(f"{lead} {came[:1].lower()}{came[1:]}")
        turned = first_word(came) in unlike and not self.namer.channel(event).is_place
        return "", on_it_came if turned else came_on


def in_turn(teller: Teller, events: Sequence[Event], *, ahead: str) -> list[tuple[Paragraph, ...]]:
    """Return the paragraphs of each of *events*; no two in a row begin alike, as far as words can be chosen.

    Args:
        teller: Tells them.
        events: Incidents, then requests to stop, in their order.
        ahead: The word that the paragraph after all of them begins with.
    """
    told: list[tuple[Paragraph, ...]] = []
    for place in reversed(range(len(events))):
        typed_before = typed_opening(teller.tell(events[place - 1])[-1]) if place else ""
        told.insert(0, teller.tell(events[place], unlike=(ahead, typed_before)))
        ahead = opening_of(told[0][0])
    return told


def opening_of(paragraph: Paragraph) -> str:
    """Return the word that *paragraph* begins with; empty if it is exact words alone."""
    return first_word(paragraph.head or paragraph.sentence or paragraph.dated or paragraph.text)


def typed_opening(paragraph: Paragraph) -> str:
    """Return the word that *paragraph* begins with, if it is hers and cannot be chosen."""
    return "" if paragraph.sentence or paragraph.dated else opening_of(paragraph)


def _told_by(record: object) -> str | None:
    """Return who told the declarant of it, empty if that is not said; None if nobody had to."""
    knowledge = record.knowledge if isinstance(record, Incident) else None
    return (knowledge.told_by or "") if knowledge is not None and knowledge.how == "told" else None


def _cited_at(text: str, marker: str, cite: str) -> str:
    """Return *text* with *cite* where *marker* stands."""
    text = text.replace(f"({marker})", marker)
    if cite:
        return text.replace(marker, cite)
    # With nothing to cite, the space that set the marker off goes with it.
    for place in (f" {marker}", f"{marker} ", marker):
        text = text.replace(place, "")
    return text


def first_word(text: str) -> str:
    """Return the word that *text* begins with."""
    return "".join(text.split(maxsplit=1)[:1])


def _ended(words: str) -> str:
    """Return *words* with the period that ends them, if an abbreviation does not give it."""
    return words if words.endswith(".") else f"{words}."
