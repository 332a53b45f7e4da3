"""What the respondent did: one record for one act."""

from typing import ClassVar, Literal

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


class Quote(ShorthandModel):
    """Exact words, never altered."""

    main_field: ClassVar[str] = "text"

    text: Text | None = None
    """The words exactly as they were written or said."""

    heard_by: Text | None = None
    """Who heard or received them; by default the declarant."""

    speaker: Text | None = None
    """Whose words they are; by default the respondent's."""

    whole: YesNo | None = None
    """Whether this is all of the message."""

    identifies: YesNo | None = None
    """Whether it would reveal a person who declined to be named."""

    language: Text | None = None
    """The language, if not English; then `text` is the original."""

    translation: Text | None = None
    translator: Text | None = None


class ProtectedBasis(CaseModel):
    """What shows that it was because of sex, age, race or another protected ground."""

    basis: Identifier | None = None
    """A ground in the catalog's list, such as `sex` or `age`."""

    words: Text | None = None
    """The exact words that show it."""

    speaks_of: Text | None = None
    """How the declarant names it after `speak of`, such as `my being a woman`."""


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
    told_by: Text | None = None
    """Who told her, if she was told."""


class Weapon(ShorthandModel):
    """Whether a weapon was used or threatened."""

    main_field: ClassVar[str] = "answer"

    answer: YesNo | None = None
    account: Text | None = None


class Injury(ShorthandModel):
    """Whether anyone was harmed or injured."""

    main_field: ClassVar[str] = "answer"

    answer: YesNo | None = None
    account: Text | None = None


class Police(ShorthandModel):
    """Whether the police came, and what they gave."""

    main_field: ClassVar[str] = "came"

    came: YesNoUnknown | None = None
    account: Text | None = None
    emergency_order: YesNoUnknown | None = None
    protects: Text | None = None


class MissingEvidence(ShorthandModel):
    """Proof still to get."""

    main_field: ClassVar[str] = "what"

    what: Text | None = None
    held_by: Text | None = None


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
    where: Text | None = None
    """The place."""

    at_work: YesNoPartly | None = None
    """Whether it reached her at work: work email, work phone, premises or work hours."""

    account: Text | None = None
    """What happened, in the declarant's own words, in whole sentences.  A blank line starts a new
    paragraph; `{when}` stands for the date, `{exhibits}` for where its evidence is cited."""

    short: Text | None = None
    """Her own one or two sentences, for the chronology and for small form fields."""

    lead: YesNo | None = None
    """Whether a long letter tells this one in full."""

    quotes: tuple[Quote, ...] = ()
    knowledge: Knowledge | None = None
    directed_at: Text | None = None
    """`me`, a colleague by name, or `the business`."""

    about: Subject | None = None
    protected_basis: tuple[ProtectedBasis, ...] | Literal["none"] | None = None
    """The protected grounds that its words show; `none` is a proper answer."""

    present: tuple[Text, ...] | Literal["none"] | None = None
    """Who else was there."""

    injury: Injury | None = None
    weapon: Weapon | None = None
    police: Police | None = None
    recording: Literal["none", "all consented", "voicemail", "unsure"] | None = None
    """Whether it was recorded; `unsure` keeps the recording out."""

    transcript: Identifier | None = None
    """The evidence that holds the typed words of a recording."""

    duplicate_given: YesNo | None = None
    """Whether the other side has a copy of the recording."""

    exhibits: tuple[Identifier, ...] = ()
    """Evidence that shows it."""

    missing_evidence: tuple[MissingEvidence, ...] = ()
    withheld_from: tuple[Audience, ...] = ()
    """Who is not to be told of it."""
