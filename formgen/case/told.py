"""What was said to the employer and to the respondent, and what came of it."""

from typing import ClassVar, Literal

from formgen.case.base import Audience, CaseModel, Channel, Identifier, ShorthandModel, Text
from formgen.case.when import Day, When


class Notice(CaseModel):
    """One time the employer was told."""

    when: When | None = None
    """When you told them, as exactly as you know it."""

    to: Text | None = None
    """The name of the person told."""

    how: Channel | None = None
    """How you told them, such as `email` or `in person`."""

    about: tuple[Identifier, ...] = ()
    """The incidents that were reported."""

    account: Text | None = None
    """What you said, in your own words, in whole sentences; `{when}` stands for the date."""

    for_court: Text | None = None
    """What you said and what came of it, in your own words for the court, where `account` or `answer`
    speaks to your employer as `you`; blank if they serve for both."""

    answer: Text | Literal["none"] | None = None
    """What was answered, in whole sentences; `none` for silence; blank when still to be asked."""

    answered_on: When | None = None
    """When the answer came."""

    done: Text | None = None
    """What was done about it, in whole sentences."""

    exhibits: tuple[Identifier, ...] = ()
    """What shows it, by its id under `evidence`."""

    withheld_from: tuple[Audience, ...] = ()
    """Who is not to be told of it: `employer`, `court` or `log`."""


class RequestToStop(CaseModel):
    """One time the respondent was told to stop."""

    when: When | None = None
    """When the respondent was told to stop."""

    how: Channel | None = None
    """How the respondent was told, such as `email` or `in person`."""

    by: Text | None = None
    """Who told the respondent; by default you."""

    account: Text | None = None
    """What was said, in your own words, in whole sentences; `{when}` and `{exhibits}` as in an
    incident."""

    for_court: Text | None = None
    """What was said, in your own words for the court, where `account` speaks to your employer as `you`;
    blank if `account` serves for both."""

    exhibits: tuple[Identifier, ...] = ()
    """What shows it, by its id under `evidence`."""

    withheld_from: tuple[Audience, ...] = ()
    """Who is not to be told of it: `employer`, `court` or `log`."""


class Effect(ShorthandModel):
    """One thing this has done to the declarant, in her own words."""

    main_field: ClassVar[str] = "what"

    what: Text | None = None
    """What it has done to you, in a whole sentence, such as `I no longer stay past five.`"""

    kind: Literal["work", "health", "other"] | None = None
    """A work effect feeds the letter; a health effect only the court."""

    since: When | None = None
    """Since when it has been so, such as `late March 2026`."""

    on: When | None = None
    """When it was, if it was once, such as `March 17, 2026`."""

    seen_by: Text | None = None
    """Who has seen it, such as `Lee Tran, who sits beside me`."""


class Fear(CaseModel):
    """Why the declarant expects more, and what harm would come without an order at once."""

    account: Text | None = None
    """Why you expect more, in your own words."""

    harm_without_order: Text | None = None
    """What may happen before a hearing if there is no order at once."""


class ProtectiveStep(ShorthandModel):
    """Something that the employer or the declarant has done: blocked, moved, escorted."""

    main_field: ClassVar[str] = "account"

    account: Text | None = None
    """What was done, in a whole sentence, such as `My calls now go to a colleague.`"""

    when: When | None = None
    """When it was done, or since when."""

    by: Text | None = None
    """Who did it, such as `my employer`."""


class WhyNow(CaseModel):
    """The event that leads the declaration."""

    incident: Identifier | None = None
    """The id of what happened last before you asked, or of what led to it."""

    account: Text | None = None
    """Why you ask now, in a sentence of your own."""


class Dispute(CaseModel):
    """What the respondent and the business disagree about, kept apart from the rest."""

    about: Text | None = None
    """A few words for it, such as `the bill`."""

    account: Text | None = None
    """What the papers are not about, in your own words."""

    for_court: Text | None = None
    """The same in your own words for the court, where `account` speaks of the letter; blank if it serves
    for both."""


class Request(ShorthandModel):
    """One thing that the declarant asks of the employer."""

    main_field: ClassVar[str] = "ask"

    ask: Text | None = None
    """A request in the catalog's list, such as `reassign-contact`, or a whole sentence of your own."""

    what: Text | None = None
    """What it applies to, in place of the catalog's words."""

    by: Day | None = None
    """With `answer`: the day by which you would like an answer, such as `April 27, 2026`."""


class LetterChoices(CaseModel):
    """What the declarant chooses for the letter."""

    date: Day | None = None
    """The day on the letter; by default the day it is made."""

    delivery: Text | None = None
    """How it is handed over, such as `By hand`."""

    subject: Text | None = None
    """What the letter is about, in one line, such as `Carl Voss`; blank, and it is made from the case."""

    opening: Text | None = None
    """Who the respondent is and what your job has to do with it, in your own words."""

    before_orders: Text | None = None
    """Your own words before the letter speaks of court orders; ending with a comma, they run on."""

    after_orders: Text | None = None
    """Your own words after the letter has spoken of court orders."""

    closing: Text | None = None
    """Your own last line."""

    copies: tuple[Text, ...] = ()
    """Who else gets a copy."""
