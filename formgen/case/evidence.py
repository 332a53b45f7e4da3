"""A file offered to show something; once lettered and cited it is an exhibit."""

from typing import ClassVar, Literal

from formgen.case.base import Audience, CaseModel, Identifier, ShorthandModel, Text, YesNo
from formgen.case.when import When


class Redaction(ShorthandModel):
    """Something covered in the copy, and why."""

    main_field: ClassVar[str] = "what"

    what: Text | None = None
    why: Text | None = None


class Message(CaseModel):
    """The header of an imported message, as it stands in the file."""

    sender: Text | None = None
    to: tuple[Text, ...] = ()
    subject: Text | None = None
    date: Text | None = None
    id: Text | None = None
    answers: Text | None = None
    """The id of the message that it answers."""


class Evidence(CaseModel):
    """A file offered."""

    id: Identifier | None = None
    file: Text | None = None
    """Path relative to the case file."""

    description: Text | None = None
    """One line for the index, such as `email of March 5, 2026, 8:47 p.m.`"""

    how_known: Text | None = None
    """How the declarant has it: received it, took the screenshot, saw it made."""

    redactions: tuple[Redaction, ...] = ()
    pages: Text | None = None
    """A range such as 2-4, when only part is used."""

    withheld_from: tuple[Audience, ...] = ()
    label: Text | None = None
    """A fixed exhibit letter or number."""

    lodged: YesNo | None = None
    """Whether it is handed in apart; a page stands for it."""

    sha256: Text | None = None
    """Set on import: the digest of the file."""

    message: Message | None = None
    shows_sender: YesNo | None = None
    """For pictures of messages: whether the sender can be seen."""

    shows_date: YesNo | None = None
    complete: YesNo | None = None
    taken_by: Text | None = None
    taken_on: When | None = None


class ExhibitChoices(CaseModel):
    """How exhibits are labelled."""

    labels: Literal["letters", "numbers"] | None = None
    served: Text | None = None
    """The `exhibits.csv` of the packet already served, whose labels stay."""
