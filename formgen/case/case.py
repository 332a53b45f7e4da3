"""The whole case, as one person types it once."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import field_validator
from pydantic_core import PydanticCustomError

from formgen.case.base import CaseModel, Identifier, NoneGiven, Text
from formgen.case.court import Animals, Court, Fee, Firearms, Orders, OtherCase, TemporaryOrder
from formgen.case.evidence import Evidence, ExhibitChoices
from formgen.case.incident import Incident
from formgen.case.people import (
    Declarant,
    Employee,
    Employer,
    Petitioner,
    ProtectedPerson,
    Respondent,
    Witness,
)
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
    typeface: Text | None = None
    accept: tuple[Identifier, ...] = ()
    """Codes of prompts and warnings that have been read and are accepted."""

    letter: LetterChoices = LetterChoices()
    exhibits: ExhibitChoices = ExhibitChoices()
    court: Court | None = None
    declarant: Declarant = Declarant()
    petitioner: Petitioner | None = None
    employees: tuple[Employee, ...] = ()
    employer: Employer = Employer()
    respondent: Respondent = Respondent()
    protected_persons: tuple[ProtectedPerson, ...] | NoneGiven | None = None
    incidents: tuple[Incident, ...] = ()
    why_now: WhyNow | NoneGiven | None = None
    notices: tuple[Notice, ...] | NoneGiven | None = None
    """Each time the employer was told; `none` if never."""

    requests_to_stop: tuple[RequestToStop, ...] | NoneGiven | None = None
    """Each time the respondent was told to stop; `none` if never."""

    dispute: Dispute | None = None
    effects: tuple[Effect, ...] = ()
    fear: Fear | None = None
    protective_steps: tuple[ProtectiveStep, ...] = ()
    requests: tuple[Request, ...] = ()
    """What the declarant asks the employer for."""

    orders: Orders | None = None
    other_cases: tuple[OtherCase, ...] | NoneGiven | None = None
    firearms: Firearms | None = None
    animals: Animals | None = None
    temporary_order: TemporaryOrder | None = None
    fees: tuple[Fee, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    evidence: tuple[Evidence, ...] = ()

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
