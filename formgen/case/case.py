"""The whole case, as one person types it once."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import field_validator
from pydantic_core import PydanticCustomError

from formgen.case.base import CaseModel, Identifier, NoneGiven, Text
from formgen.case.court import Animals, Court, Fee, Firearms, Orders, OtherCase, TemporaryOrder
from formgen.case.evidence import Evidence, ExhibitChoices
from formgen.case.incident import Incident
from formgen.case.people import Declarant, Employer, ProtectedPerson, Respondent
from formgen.case.petition import Employee, Petitioner
from formgen.case.told import (
    Dispute,
    Effect,
    Fear,
    LetterChoices,
    Notice,
    ProtectiveStep,
    Request,
    RequestToStop,
    WhyNow,
)
from formgen.case.witness import Witness


class Case(CaseModel):
    """Who, what, when, exact words, who was told, and the evidence.

    Blank and missing values are legal: unfinished is a legal state.  What a
    paper needs is decided per paper, before it is made.
    """

    case: Identifier
    """A neutral name: it shows in folders and messages.  Letters, digits, hyphens."""

    jurisdiction: Identifier
    """Whose law and forms, such as us-ca."""

    papers: tuple[Identifier, ...] = ()
    """What to make: papers, or a packet of papers, by their names in the catalog."""

    time_zone: Text | None = None
    """Name such as America/Los_Angeles; by default the jurisdiction's."""

    language: Text | None = None
    """The language of the papers, such as `en`; blank for English."""

    typeface: Text | None = None
    """The typeface of the papers by its name, or a font file; blank for the usual one."""

    accept: tuple[Identifier, ...] = ()
    """Codes of prompts and warnings that you have read and accept; `evidence-outside` to take evidence from
    outside the case folder."""

    letter: LetterChoices = LetterChoices()
    """What you choose for the letter: its date, its subject, your own first and last words."""

    exhibits: ExhibitChoices = ExhibitChoices()
    """How the things that you attach are marked: with letters or with numbers."""

    court: Court | None = None
    """The court and its address, if papers for a court are to be made."""

    declarant: Declarant = Declarant()
    """The person whose words these are and who signs."""

    petitioner: Petitioner | None = None
    """Only in a workplace violence case: the employer or union that asks for the order."""

    employees: tuple[Employee, ...] = ()
    """Only in a workplace violence case: who suffered it."""

    employer: Employer = Employer()
    """The employer to whom the letter goes."""

    respondent: Respondent = Respondent()
    """The person whose conduct this is about."""

    protected_persons: tuple[ProtectedPerson, ...] | NoneGiven | None = None
    """Others whom the order should cover, such as a child or a coworker; `none` if nobody."""

    incidents: tuple[Incident, ...] = ()
    """What happened: one entry for each time."""

    why_now: WhyNow | NoneGiven | None = None
    """What happened last, so that you ask the court now; `none` if no one event led to it."""

    notices: tuple[Notice, ...] | NoneGiven | None = None
    """Each time the employer was told; `none` if never."""

    requests_to_stop: tuple[RequestToStop, ...] | NoneGiven | None = None
    """Each time the respondent was told to stop; `none` if never."""

    dispute: Dispute | None = None
    """What this is not about, such as an unpaid bill, so that the two are kept apart."""

    effects: tuple[Effect, ...] = ()
    """What it has done to you: your work, your sleep, where you go."""

    fear: Fear | None = None
    """Why you expect more, and what may happen if the court does not act at once."""

    protective_steps: tuple[ProtectiveStep, ...] = ()
    """What you or your employer have done so far, such as blocking a number or moving a desk."""

    requests: tuple[Request, ...] = ()
    """What you ask the employer for: from the catalog's list, or in a sentence of your own."""

    orders: Orders | None = None
    """What you ask the court to order."""

    other_cases: tuple[OtherCase, ...] | NoneGiven | None = None
    """Other court cases between these people; `none` if there are none."""

    firearms: Firearms | None = None
    """Whether the respondent has a gun, parts of one or ammunition."""

    animals: Animals | None = None
    """Pets or other animals that the order should cover."""

    temporary_order: TemporaryOrder | None = None
    """Whether you ask for an order at once, before there is a hearing."""

    fees: tuple[Fee, ...] = ()
    """Costs that you ask the court to have paid, such as a lawyer's fees."""

    witnesses: tuple[Witness, ...] = ()
    """People who saw or heard it and may say so in a declaration of their own."""

    evidence: tuple[Evidence, ...] = ()
    """What you have that shows it: emails, pictures, recordings, letters."""

    @field_validator("time_zone")
    @classmethod
    def time_zone_exists(cls, name: str | None) -> str | None:
        """Refuse a time zone that no clock keeps."""
        if name is not None:
            try:
                ZoneInfo(name)
            except (ZoneInfoNotFoundError, ValueError, OSError):
                raise PydanticCustomError(
                    "time-zone-unknown",
                    "There is no time zone of this name.",
                    {"fix": "Use a name such as America/Los_Angeles, or leave it blank."},
                ) from None
        return name
