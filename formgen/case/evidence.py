"""A file offered to show something; once lettered and cited it is an exhibit."""

from typing import ClassVar, Literal

from formgen.case.base import Audience, CaseModel, Identifier, ShorthandModel, Text, YesNo
from formgen.case.when import When


class Redaction(ShorthandModel):
    """Something covered in the copy, and why."""

    main_field: ClassVar[str] = "what"

    what: Text | None = None
    """What is covered, such as `a child's name` or `an account number`."""

    why: Text | None = None
    """Why it is covered, such as `it has nothing to do with this`."""


class Message(CaseModel):
    """The header of an imported message, as it stands in the file."""

    sender: Text | None = None
    """Who sent it, as the message says."""

    to: tuple[Text, ...] = ()
    """Who received it, as the message says."""

    subject: Text | None = None
    """Its subject line."""

    date: Text | None = None
    """Its date and time, as the message says."""

    id: Text | None = None
    """The message's own number, which its mail program gave it."""

    answers: Text | None = None
    """The id of the message that it answers."""


class Evidence(CaseModel):
    """A file offered."""

    id: Identifier | None = None
    """Short name of your own for it, such as `first-email`; incidents refer to it."""

    file: Text | None = None
    """Path relative to the case file."""

    description: Text | None = None
    """One line for the index, such as `email of March 5, 2026, 8:47 p.m.`"""

    date: When | None = None
    """The day that the index names, if the file does not say it itself, such as `April 14, 2026`."""

    how_known: Text | None = None
    """How you have it, such as `I received it` or `I took the screenshot`."""

    true_copy: Text | None = None
    """How the sentence `Exhibit A is a true and correct copy` goes on, such as `of my answer`."""

    identifies: YesNo | None = None
    """Whether it would reveal a person who declined to be named; then it is left out."""

    redactions: tuple[Redaction, ...] = ()
    """What is covered in the copy, and why."""

    pages: Text | None = None
    """A range such as 2-4, when only part is used."""

    withheld_from: tuple[Audience, ...] = ()
    """Who is not to see it: `employer`, `court` or `log`."""

    label: Text | None = None
    """A fixed exhibit letter or number."""

    lodged: YesNo | None = None
    """Whether it is handed in apart; a page stands for it."""

    sha256: Text | None = None
    """Set on import: the digest of the file."""

    message: Message | None = None
    """Set on import: sender, date and subject of an email, as its file says."""

    shows_sender: YesNo | None = None
    """For pictures of messages: whether the sender can be seen."""

    shows_date: YesNo | None = None
    """For pictures of messages: whether date and time can be seen."""

    complete: YesNo | None = None
    """For pictures of messages: whether the whole message can be seen."""

    taken_by: Text | None = None
    """Who took the picture or screenshot."""

    taken_on: When | None = None
    """When the picture or screenshot was taken."""


class ExhibitChoices(CaseModel):
    """How exhibits are labelled."""

    labels: Literal["letters", "numbers"] | None = None
    """Whether exhibits are marked with letters (A, B) or numbers (1, 2); blank for what is usual."""

    originals: Text | None = None
    """Where the originals of covered copies are kept, such as `the business's email system`."""

    served: Text | None = None
    """The `exhibits.csv` of the packet already served, whose labels stay."""
