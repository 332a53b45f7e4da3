"""What was said to the employer and to the respondent, and what came of it."""

from typing import ClassVar, Literal

from formgen.case.base import Audience, CaseModel, Channel, Identifier, ShorthandModel, Text
from formgen.case.when import Day, When


class Notice(CaseModel):
    """One time the employer was told."""

    when: When | None = None
    to: Text | None = None
    """The name of the person told."""

    how: Channel | None = None
    about: tuple[Identifier, ...] = ()
    """The incidents that were reported."""

    account: Text | None = None
    """What was said, in the declarant's own words, in whole sentences; `{when}` stands for the date."""

    answer: Text | Literal["none"] | None = None
    """What was answered, in whole sentences; `none` for silence; blank when still to be asked."""

    answered_on: When | None = None
    done: Text | None = None
    """What was done about it, in whole sentences."""

    exhibits: tuple[Identifier, ...] = ()
    withheld_from: tuple[Audience, ...] = ()


class RequestToStop(CaseModel):
    """One time the respondent was told to stop."""

    when: When | None = None
    how: Channel | None = None
    by: Text | None = None
    """Who told the respondent; by default the declarant."""

    account: Text | None = None
    """What was said, in the declarant's own words, in whole sentences; `{when}` and `{exhibits}` as in an
    incident."""

    exhibits: tuple[Identifier, ...] = ()
    withheld_from: tuple[Audience, ...] = ()


class Effect(ShorthandModel):
    """One thing this has done to the declarant, in her own words."""

    main_field: ClassVar[str] = "what"

    what: Text | None = None
    kind: Literal["work", "health", "other"] | None = None
    """A work effect feeds the letter; a health effect only the court."""

    since: When | None = None
    seen_by: Text | None = None


class Fear(CaseModel):
    """Why the declarant expects more, and what harm would come without an order at once."""

    account: Text | None = None
    harm_without_order: Text | None = None


class ProtectiveStep(ShorthandModel):
    """Something that the employer or the declarant has done: blocked, moved, escorted."""

    main_field: ClassVar[str] = "account"

    account: Text | None = None
    when: When | None = None
    by: Text | None = None


class WhyNow(CaseModel):
    """The event that leads the declaration."""

    incident: Identifier | None = None
    account: Text | None = None


class Dispute(CaseModel):
    """What the respondent and the business disagree about, kept apart from the rest."""

    about: Text | None = None
    """A few words for it, such as `the bill`."""

    account: Text | None = None
    """What the papers are not about, in the declarant's own words."""


class Request(ShorthandModel):
    """One thing that the declarant asks of the employer."""

    main_field: ClassVar[str] = "ask"

    ask: Text | None = None
    """A request in the catalog's list, such as `reassign-contact`, or a whole sentence of her own."""

    what: Text | None = None
    """What it applies to, in place of the catalog's words."""

    by: Day | None = None
    """With `answer`: the day by which she asks for an answer."""


class LetterChoices(CaseModel):
    """What the declarant chooses for the letter."""

    date: Day | None = None
    """The day on the letter; by default the day it is made."""

    delivery: Text | None = None
    """How it is handed over, such as `By hand`."""

    subject: Text | None = None
    opening: Text | None = None
    """Who the respondent is and what her job has to do with him, in her own words."""

    before_orders: Text | None = None
    """Her own words before the letter speaks of court orders; ending with a comma, they run on."""

    after_orders: Text | None = None
    """Her own words after the letter has spoken of court orders."""

    closing: Text | None = None
    """Her own last line."""

    copies: tuple[Text, ...] = ()
    """Who else gets a copy."""
