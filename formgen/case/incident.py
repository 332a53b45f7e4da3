"""What the respondent did: one record for one act."""

from typing import Any, ClassVar, Literal

from pydantic import model_validator

from formgen.case.base import (
    Audience,
    CaseModel,
    Channel,
    Identifier,
    ShorthandModel,
    Text,
    YesNo,
    YesNoPartly,
    YesNoUnknown,
)
from formgen.case.when import When

TOLD_BY = "told by "


class Quote(ShorthandModel):
    """Exact words, never altered."""

    main_field: ClassVar[str] = "text"

    text: Text | None = None
    """The words exactly as they were written or said."""

    heard_by: Text | None = None
    """Who heard or received them; by default you."""

    speaker: Text | None = None
    """Whose words they are; by default the respondent's."""

    whole: YesNo | None = None
    """Whether this is all of the message."""

    identifies: YesNo | None = None
    """Whether it would reveal a person who declined to be named."""

    language: Text | None = None
    """The language, if not English; then `text` is the original."""

    translation: Text | None = None
    """The words in English, if they were in another language."""

    translator: Text | None = None
    """Who translated them."""


class ProtectedBasis(CaseModel):
    """What shows that it was because of sex, age, race or another protected ground."""

    basis: Identifier | None = None
    """A ground in the catalog's list, such as `sex` or `age`."""

    words: Text | None = None
    """The exact words that show it."""

    speaks_of: Text | None = None
    """How you name it after `speak of`, such as `my being a woman`."""


class Subject(CaseModel):
    """What an incident is about: a complaint about service is legitimate and is kept apart."""

    service: Text | None = None
    """The part that is a service dispute."""

    personal: Text | None = None
    """The part that is personal."""

    alarming: Text | None = None
    """The part that alarmed."""


class Knowledge(ShorthandModel):
    """How the declarant knows of it."""

    main_field: ClassVar[str] = "how"

    how: Literal["saw", "heard", "received", "told"] | None = None
    """Whether you saw, heard or received it yourself, or were told of it."""

    told_by: Text | None = None
    """Who told you, if you were told; `told by Lee Tran` says both in one."""

    @model_validator(mode="before")
    @classmethod
    def read_told_by(cls, value: Any) -> Any:  # noqa: ANN401 - pydantic hands over what was typed
        """Take `told by Lee Tran` as both how and by whom."""
        if isinstance(value, str) and (name := value.removeprefix(TOLD_BY)) not in {value, ""}:
            return {"how": "told", "told_by": name}
        return value


class Weapon(ShorthandModel):
    """Whether a weapon was used or threatened."""

    main_field: ClassVar[str] = "answer"

    answer: YesNo | None = None
    """Whether a weapon was used or threatened."""

    account: Text | None = None
    """What weapon, and what was done or said with it."""


class Injury(ShorthandModel):
    """Whether anyone was harmed or injured."""

    main_field: ClassVar[str] = "answer"

    answer: YesNo | None = None
    """Whether anyone was hurt."""

    account: Text | None = None
    """Who was hurt, and how."""


class Police(ShorthandModel):
    """Whether the police came, and what they gave."""

    main_field: ClassVar[str] = "came"

    came: YesNoUnknown | None = None
    """Whether the police came."""

    account: Text | None = None
    """What the police did, and the number of their report if there is one."""

    emergency_order: YesNoUnknown | None = None
    """Whether the police gave an emergency protective order: a paper that holds for a few days."""

    protects: Text | None = None
    """Whom that order protects."""


class MissingEvidence(ShorthandModel):
    """Proof still to get."""

    main_field: ClassVar[str] = "what"

    what: Text | None = None
    """What is still to be had, such as `the footage of the parking lot`."""

    held_by: Text | None = None
    """Who has it, such as `the property manager`."""


class Incident(CaseModel):
    """One act by the respondent.

    An incident is typed once and read many times: as a letter paragraph, a
    numbered declaration paragraph, a chronology row and an exhibit
    reference.  Whoever signs swears to this text, so nothing downstream
    rewrites it.
    """

    id: Identifier | None = None
    """Short name used to refer to it, such as `parking-lot`."""

    when: When | None = None
    """When it happened, as exactly as it is known."""

    after: Identifier | None = None
    """With `when: unknown`: the incident that it came after."""

    channel: Channel | None = None
    """How it reached you, such as `email`, `voicemail` or `in person`."""

    where: Text | None = None
    """The place, such as `the parking lot`; blank if it was not at a place."""

    at_work: YesNoPartly | None = None
    """Whether it reached you at work: by work email or phone, at work or in work hours."""

    account: Text | None = None
    """What happened, in your own words, in whole sentences.  A blank line starts a new
    paragraph; `{when}` stands for the date, `{exhibits}` for where its evidence is cited."""

    for_court: Text | None = None
    """What happened, in your own words for the court, where `account` speaks to your employer as
    `you`; blank if `account` serves for both."""

    short: Text | None = None
    """Your own one or two sentences, for the chronology and for small form fields."""

    lead: YesNo | None = None
    """Whether a long letter tells this one in full."""

    quotes: tuple[Quote, ...] = ()
    """The exact words that were written or said, each on a line of its own."""

    knowledge: Knowledge | None = None
    """How you know of it: saw, heard, received, or `told by Lee Tran`."""

    directed_at: Text | None = None
    """`me`, a colleague by name, or `the business`."""

    about: Subject | None = None
    """Which part is about service or money, which about you, and which alarmed you."""

    protected_basis: tuple[ProtectedBasis, ...] | Literal["none"] | None = None
    """The protected grounds that its words show; `none` is a proper answer."""

    present: tuple[Text, ...] | Literal["none"] | None = None
    """Who else was there."""

    injury: Injury | None = None
    """Whether anyone was hurt, and how."""

    weapon: Weapon | None = None
    """Whether a weapon was used or threatened."""

    police: Police | None = None
    """Whether the police came, and what they did."""

    recording: Literal["none", "all consented", "voicemail", "unsure"] | None = None
    """Whether it was recorded; `unsure` keeps the recording out."""

    transcript: Identifier | None = None
    """The evidence that holds the typed words of a recording."""

    duplicate_given: YesNo | None = None
    """Whether the other side has a copy of the recording."""

    exhibits: tuple[Identifier, ...] = ()
    """Evidence that shows it."""

    missing_evidence: tuple[MissingEvidence, ...] = ()
    """Proof that you do not have yet, and who has it."""

    withheld_from: tuple[Audience, ...] = ()
    """Who is not to be told of it."""
