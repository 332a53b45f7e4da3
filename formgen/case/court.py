"""The court, and what it is asked for."""

from typing import Literal

from formgen.case.base import CaseModel, Count, Text, YesNo, YesNoUnknown
from formgen.case.when import Day, When


class Hearing(CaseModel):
    """When and where the court hears the case."""

    date: Day | None = None
    time: Text | None = None
    place: Text | None = None


class Court(CaseModel):
    """Which court, and what kind of case."""

    kind: Literal["civil-harassment", "workplace-violence"] | None = None
    """Civil harassment: the person asks.  Workplace violence: an employer or a union asks."""

    county: Text | None = None
    why_this_county: tuple[Text, ...] = ()
    street_address: Text | None = None
    branch: Text | None = None
    case_number: Text | None = None
    """Blank in a first filing: the court gives it."""

    judge: Text | None = None
    department: Text | None = None
    hearing: Hearing | None = None
    labels: Literal["letters", "numbers", "unknown"] | None = None
    covers: Literal["full", "bare", "unknown"] | None = None
    efiling: Literal["one file", "each paper apart", "none", "unknown"] | None = None
    size_limit_mb: Count | Literal["unknown"] | None = None
    hearing_exhibits: Text | None = None


class StayAway(CaseModel):
    """How far the respondent is to stay away, and from what."""

    yards: Count | None = None
    places: tuple[Text, ...] = ()


class Orders(CaseModel):
    """What the court is asked for."""

    conduct: tuple[Text, ...] = ()
    no_contact: YesNo | None = None
    stay_away: StayAway | None = None
    others: tuple[Text, ...] = ()


class OtherCase(CaseModel):
    """Another case between these people."""

    kind: Text | None = None
    place: Text | None = None
    year: Text | None = None
    number: Text | None = None
    orders_in_effect: Text | None = None


class Firearms(CaseModel):
    """Whether the respondent has firearms, parts or ammunition."""

    answer: YesNoUnknown | None = None
    items: tuple[Text, ...] = ()


class Animals(CaseModel):
    """Animals that the order should cover."""

    which: tuple[Text, ...] = ()
    possession: Text | None = None
    yards: Count | None = None


class TemporaryOrder(CaseModel):
    """Whether an order at once is asked for, and whether the respondent was told."""

    asked: YesNo | None = None
    respondent_told: YesNo | None = None
    told_on: When | None = None
    why_not_told: Text | None = None
    short_notice_reason: Text | None = None


class Fee(CaseModel):
    """A cost that the court is asked to order paid."""

    item: Text | None = None
    amount: Text | None = None
