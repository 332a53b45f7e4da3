"""Sets exact words in a court paper: behind a lead-in, run on or set off, each once."""

from dataclasses import dataclass

from formgen.case.incident import Incident, Quote
from formgen.catalog.declaration_spec import CourtWords
from formgen.catalog.specs import ChannelWords
from formgen.document.blocks import Span
from formgen.document.court_text import SPACE, Part, Passage, Run, extended, said, typed, worded
from formgen.document.letter_law import respondent_words
from formgen.document.letter_values import Marks
from formgen.document.typed import in_marks, lines_of, one_paragraph
from formgen.facts.chronology import Event
from formgen.facts.facts import Facts
from formgen.facts.identity import quotes_shown

LONGEST_RUN_ON_QUOTE = 160
"""Characters, about two lines of pleading paper; longer words, and words with line ends, are set off."""

INTRODUCES = (":", ",")
"""An account that ends so leads to the exact words after it: nothing may come between."""

ME = "I"


@dataclass(frozen=True, slots=True)
class CourtQuoter:
    """Sets the exact words of one case in the words of one paper."""

    facts: Facts
    words: CourtWords
    marks: Marks

    def quoted(self, told: Passage, event: Event, incident: Incident, text: str, *, leads: bool) -> Passage:
        """Return *told* with the exact words of *incident* that it does not have in quotation marks yet.

        Args:
            told: The last paragraph of the account.
            event: The incident, and its place in the case.
            incident: The incident.
            text: The account, as typed.
            leads: Whether exact words are set off, however short.
        """
        shown = quotes_shown(self.facts.case, incident)
        before: Quote | None = None
        for number, quote in enumerate(incident.quotes, 1):
            if quote not in shown or in_marks(quote.text or "", text):
                continue
            source = f"{event.path}.quotes[{number}]"
            introduced = before is None and text.rstrip().endswith(INTRODUCES)
            lead = () if introduced else self._lead_in(quote, source, event, incident, before)
            told = self._in_marks(told, lead, lines_of(quote.text or ""), source, leads=leads)
            if quote.translation and quote.translation.strip():
                english, place = lines_of(quote.translation), f"{source}.translation"
                told = self._in_marks(told, self._translated(quote, source), english, place, leads=leads)
            before = quote
        return told

    def _in_marks(
        self, told: Passage, lead: tuple[Part, ...], words: str, source: str, *, leads: bool
    ) -> Passage:
        in_quotes = (said(self.marks.open), Span(words, source), said(self.marks.close))
        if leads or "\n" in words or len(words) > LONGEST_RUN_ON_QUOTE:
            told = extended(told, lead)
            return Passage((*told.runs, Run(in_quotes, is_set_off=True)), told.tells, told.name)
        return extended(told, (*lead, SPACE, *in_quotes) if lead else in_quotes)

    def _lead_in(
        self, quote: Quote, source: str, event: Event, incident: Incident, before: Quote | None
    ) -> tuple[Part, ...]:
        """Return what stands before exact words; it says no more than is known of them."""
        speaker = self._other_speaker(quote, f"{source}.speaker")
        said_by = worded(self.words.said_by, {"name": speaker}) if speaker else ()
        knowledge = incident.knowledge
        if knowledge is not None and knowledge.how == "told":
            by = typed(knowledge.told_by, f"{event.path}.knowledge.told_by")
            told = worded(self.words.told_me, {"name": by}) if by else (said(self.words.was_told),)
            return (*told, SPACE, *said_by) if said_by else told
        if said_by:
            return said_by
        channel = self._channel(quote, incident)
        if before is not None and not self._other_speaker(before, ""):
            return (said(channel.says_also),)
        return (said(channel.whole if quote.whole == "yes" else channel.says),)

    def _channel(self, quote: Quote, incident: Incident) -> ChannelWords:
        channels = self.facts.jurisdiction.spec.channels
        channel = channels[incident.channel or "other"]
        if quote.heard_by and not self._is_me(quote.heard_by) and not channel.is_written:
            # "The words I heard" would not be so.
            return channels["other"]
        return channel

    def _translated(self, quote: Quote, source: str) -> tuple[Part, ...]:
        translator = typed(quote.translator, f"{source}.translator")
        if translator:
            return worded(self.words.translated_by, {"translator": translator})
        return (said(self.words.translated),)

    def _other_speaker(self, quote: Quote, source: str) -> tuple[Part, ...]:
        """Return who said *quote*, if it was not the respondent."""
        speaker = one_paragraph(quote.speaker)
        respondent = self.facts.case.respondent
        called = respondent_words(self.facts.case, self.facts.jurisdiction.spec).called
        if speaker in ("", respondent.name, called, *respondent.other_names):
            return ()
        return (said(ME),) if self._is_me(speaker) else (Span(speaker, source),)

    def _is_me(self, name: str) -> bool:
        return name in ("me", ME, self.facts.case.declarant.name)
