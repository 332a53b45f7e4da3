"""What the catalog says of a declaration: who declares what, in which order, under which headings."""

from typing import Literal, TypeAlias

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from formgen.case.base import Identifier
from formgen.catalog.court_words import (
    CourtWords,
    NamingWords,
    OrdersWords,
    PleadingPaper,
    Points,
    refuse_unknown_names,
)
from formgen.catalog.entry import CatalogModel, Entry

__all__ = [
    "CourtKind",
    "CourtWords",
    "DeclarationSpec",
    "HeadingChoice",
    "NamingWords",
    "OrdersWords",
    "Part",
    "PleadingPaper",
    "Points",
    "Refusal",
    "Source",
]

Source: TypeAlias = Literal[
    "role",
    "knowledge",
    "background",
    "exhibits-known",
    "petitioner",
    "respondent",
    "contacts",
    "naming-choice",
    "coverings",
    "why-now",
    "recent",
    "earlier",
    "notices",
    "followed",
    "steps",
    "dispute",
    "effects",
    "fear",
    "harm",
    "temporary-order",
    "orders",
    "not-asked",
    "witness",
]
"""Where in a case the paragraphs of a declaration come from."""

CourtKind: TypeAlias = Literal["civil-harassment", "workplace-violence"]


class HeadingChoice(CatalogModel):
    """A heading, and when it is the one."""

    text: str
    """`{dispute}` stands for what is in dispute."""

    when: str = "true"
    """Condition over `case`."""

    @field_validator("text")
    @classmethod
    def names_what_it_may(cls, text: str) -> str:
        """Refuse a heading that names anything but what is in dispute."""
        refuse_unknown_names(text, ("dispute",))
        return text


class Part(CatalogModel):
    """A part of a declaration: its heading, and where its paragraphs come from."""

    heading: tuple[HeadingChoice, ...] = ()
    """The first whose condition holds; none, and the part has no heading."""

    when: str = "true"
    """Condition over `case`, without which the part is left out."""

    holds: tuple[Source | tuple[Source, ...], ...]
    """In order; what stands in a list together runs on in one paragraph."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """Return where its paragraphs come from, in order."""
        return tuple(
            source for held in self.holds for source in (held if isinstance(held, tuple) else (held,))
        )


class Refusal(CatalogModel):
    """A case for which the law has no such paper, or another one."""

    id: Identifier
    when: str
    """Condition over `case`."""

    what: str
    fix: str
    """Where to turn."""

    path: str
    """The place in the case that it speaks of; while nothing stands there, it does not hold."""

    source: str


class DeclarationSpec(Entry):
    """`declarations/ID/declaration.yaml`: who declares what, in which order, under which headings."""

    title: str
    """For lists, and for the file's own properties: names nobody."""

    by: Literal["petitioner", "representative", "employee", "witness"]
    """Whose words it holds."""

    kinds: tuple[CourtKind, ...]
    """Kinds of court case that it is for."""

    attachment: str | None = None
    """The exact title of a form's attachment; then it has no caption and no signature of its own."""

    supports: dict[CourtKind, str] = Field(default_factory=dict, validate_default=True)
    """What it supports, as the caption names it, by the kind of case."""

    signs_as: str | None = None
    """After the name under the signature line: `Petitioner`."""

    needs: tuple[str, ...]
    refuses: tuple[Refusal, ...] = ()
    parts: tuple[Part, ...]
    role: str | None = None
    """The sentence that says what the declarant is in the case."""

    knowledge: str | None = None
    """The sentence that says how the declarant knows."""

    joins_requests: bool = False
    """Whether a request to stop and the act after it stand in one paragraph."""

    clauses: dict[Literal["perjury"], str] = Field(default_factory=dict, validate_default=True)
    naming: NamingWords | None = None
    orders: OrdersWords | None = None
    words: CourtWords | None = None
    """In place of the jurisdiction's own."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """Return where its paragraphs come from, in order."""
        return tuple(source for part in self.parts for source in part.sources)

    @field_validator("supports")
    @classmethod
    def supports_something_in_every_case(
        cls, supports: dict[CourtKind, str], info: ValidationInfo
    ) -> dict[CourtKind, str]:
        """Refuse a declaration whose caption would not say what it supports (rule 3.1115)."""
        kinds: tuple[CourtKind, ...] = info.data.get("kinds", ())
        missing = [kind for kind in kinds if not supports.get(kind, "").strip()]
        if missing and info.data.get("attachment") is None:
            raise PydanticCustomError(
                "supports-missing",
                "The caption of a declaration says what it supports, and here nothing says it.",
                {"fix": f"Write it under `supports`, for {' and for '.join(missing)}."},
            )
        return supports

    @field_validator("role", "knowledge")
    @classmethod
    def names_nothing(cls, sentence: str | None) -> str | None:
        """Refuse a sentence that names something in braces: it is printed as it stands."""
        refuse_unknown_names(sentence or "", ())
        return sentence

    @field_validator("clauses")
    @classmethod
    def is_declared_under_penalty_of_perjury(
        cls, clauses: dict[str, str], info: ValidationInfo
    ) -> dict[str, str]:
        """Refuse a declaration without the clause that makes it one (Code Civ. Proc., § 2015.5)."""
        if "perjury" not in clauses and info.data.get("attachment") is None:
            raise PydanticCustomError(
                "perjury-clause-missing",
                "A declaration ends with the words of the law on perjury, and this one names none.",
                {"fix": "Write `clauses: {perjury: code-civ-proc-2015-5.perjury}`, or an `attachment`."},
            )
        return clauses
