"""The court, and what it is asked for."""

from typing import Literal

from formgen.case.base import CaseModel, Count, Text, YesNo, YesNoUnknown
from formgen.case.when import Day, When


class Hearing(CaseModel):
    """When and where the court hears the case."""

    date: Day | None = None
    """The day of the hearing; blank if none is set yet."""

    time: Text | None = None
    """The time of the hearing, such as `8:30 am`."""

    place: Text | None = None
    """The department or room, and its address if it is not the court's."""


class Court(CaseModel):
    """Which court, and what kind of case."""

    kind: Literal["civil-harassment", "workplace-violence"] | None = None
    """Civil harassment: the person asks.  Workplace violence: an employer or a union asks."""

    grounds: tuple[Literal["violence", "threat", "harassment"], ...] = ()
    """Only in a workplace violence case: what the petition rests on, such as `[harassment]`."""

    county: Text | None = None
    """The county whose court it is, such as `Yolo`."""

    why_this_county: tuple[Text, ...] = ()
    """What ties the matter to this county, each in a sentence, such as `It happened in this county.`"""

    street_address: Text | None = None
    """The court's street address."""

    branch: Text | None = None
    """The name of the courthouse, if the court has several."""

    case_number: Text | None = None
    """Blank in a first filing: the court gives it."""

    judge: Text | None = None
    """The judge's name, once one is assigned."""

    department: Text | None = None
    """The department or courtroom, such as `Department 11`."""

    hearing: Hearing | None = None
    """When and where the court hears the case, once that is known."""

    labels: Literal["letters", "numbers", "unknown"] | None = None
    """Whether this court wants exhibits marked with letters or numbers; blank for what is known of it."""

    covers: Literal["full", "bare", "unknown"] | None = None
    """Whether an exhibit's cover page also names the court and the case (`full`) or not (`bare`)."""

    efiling: Literal["one file", "each paper apart", "none", "unknown"] | None = None
    """Whether the court takes papers electronically, and in one file or each apart."""

    size_limit_mb: Count | Literal["unknown"] | None = None
    """The largest file that the court takes electronically, in megabytes, such as `25`."""

    hearing_exhibits: Text | None = None
    """How the court wants exhibits brought to the hearing, such as `three paper copies`."""


class StayAway(CaseModel):
    """How far the respondent is to stay away, and from what."""

    yards: Count | None = None
    """How many yards away, in digits, such as `100`."""

    places: tuple[Text, ...] = ()
    """Where the respondent is to stay away from, such as `my home` or `my workplace`."""


class Orders(CaseModel):
    """What the court is asked for."""

    conduct: tuple[Text, ...] = ()
    """What the respondent is not to do, each on a line of its own: a whole sentence such as `Do not follow
    me.`, or words that follow `that he`, such as `contact no employee except me`."""

    no_contact: YesNo | None = None
    """Whether the respondent is to have no contact with you at all: in person, by phone, in writing."""

    stay_away: StayAway | None = None
    """How far the respondent is to stay away, and from which places."""

    others: tuple[Text, ...] = ()
    """Anything else that you ask the court to order, in whole sentences."""

    does_not_ask: tuple[Text, ...] = ()
    """What the respondent stays free to do, in words that follow `keep … from`, such as `disputing the
    invoice`."""

    labor_dispute: Text | None = None
    """Whether there is a labor dispute that has to do with the respondent, in a whole sentence."""


class OtherCase(CaseModel):
    """Another case between these people."""

    kind: Text | None = None
    """What the case is about, such as `small claims` or `divorce`."""

    place: Text | None = None
    """The court and county where it was filed."""

    year: Text | None = None
    """The year in which it was filed, such as `2026`."""

    number: Text | None = None
    """The case number, if you know it."""

    orders_in_effect: Text | None = None
    """Whether an order is in effect now, and what it says."""


class Firearms(CaseModel):
    """Whether the respondent has firearms, parts or ammunition."""

    answer: YesNoUnknown | None = None
    """Whether the respondent has any; `unknown` is a proper answer."""

    items: tuple[Text, ...] = ()
    """What there is, and where you saw it, such as `a pistol, in his truck`."""


class Animals(CaseModel):
    """Animals that the order should cover."""

    which: tuple[Text, ...] = ()
    """Each animal: its name, kind, breed and color, such as `Rex, a brown dog`."""

    possession: Text | None = None
    """If you ask to keep them: why, in a sentence of your own."""

    yards: Count | None = None
    """How many yards the respondent is to stay away from them, in digits."""


class TemporaryOrder(CaseModel):
    """Whether an order at once is asked for, and whether the respondent was told."""

    asked: YesNo | None = None
    """Whether you ask for an order at once, before the hearing."""

    respondent_told: YesNo | None = None
    """Whether the respondent was told that you ask for it."""

    told_on: When | None = None
    """When the respondent was told."""

    why_not_told: Text | None = None
    """If the respondent was not told: why, in your own words."""

    short_notice_reason: Text | None = None
    """If the respondent is to get the papers later than usual before the hearing: why."""


class Fee(CaseModel):
    """A cost that the court is asked to order paid."""

    item: Text | None = None
    """What it was for, such as `lawyer's fees` or `a new lock`."""

    amount: Text | None = None
    """How much, such as `$250`."""
