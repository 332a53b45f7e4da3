"""Someone who saw or heard it, and what this person can say."""

from typing import ClassVar

from formgen.case.base import CaseModel, Identifier, ShorthandModel, Text, YesNo
from formgen.case.people import Address


class WitnessParagraph(ShorthandModel):
    """One numbered paragraph of a witness's own declaration."""

    main_field: ClassVar[str] = "account"

    account: Text | None = None
    """What the witness saw or heard, in the witness's own words."""

    exhibits: tuple[Identifier, ...] = ()
    """What shows it, by its id under `evidence`."""

    attests: YesNo | None = None
    """Whether the witness says that what is cited here is a true and correct copy."""


class Witness(CaseModel):
    """Someone who saw or heard, and may sign a declaration of their own."""

    name: Text | None = None
    """The witness's full name."""

    who: Text | None = None
    """Who this is, such as `a coworker`."""

    mailing_address: Address | None = None
    """Where mail reaches the witness; it need not be home."""

    paragraphs: tuple[WitnessParagraph, ...] = ()
    """What the witness saw or heard: one entry for each paragraph."""
