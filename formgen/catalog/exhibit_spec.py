"""What covers, stamps, indexes and lists of exhibits say, and how large a filed file may be."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from formgen.case.base import Count, Identifier
from formgen.catalog.court_words import Points, refuse_unknown_names
from formgen.catalog.entry import CatalogModel, Entry

_FOOT = 792.0
"""Points: the lower edge of a page."""

_DEPTH, _RISE = 0.35, 1.05
"""Ems below and above its baseline that a line is given."""

_TITLED = ("packet", "enclosures", "exhibit", "hearing")
"""What is made with a title of its own."""


class _Phrases(CatalogModel):
    """Phrases in which names in braces are filled in: for each phrase, which names it may have."""

    names: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    @field_validator("*", mode="after")
    @classmethod
    def names_are_known(cls, value: object, info: ValidationInfo) -> object:
        """Refuse a phrase that names anything else."""
        if info.field_name is not None:
            refuse_unknown_names(value, cls.names.get(info.field_name, ()))
        return value


class Band(CatalogModel):
    """The clear band at the foot of an exhibit's page: points from the top edge of a page 792 points tall."""

    top: Points
    """Where it begins; a page of evidence ends above it."""

    baseline: Points
    """The line on which stamp and page number stand."""

    size: Points
    """Of the stamp's type."""

    number_size: Points
    side: Points
    """From the edges of the page to the stamp."""

    rule: Points
    """How thick the rule is that parts the band from the page above it."""

    @model_validator(mode="after")
    def keeps_clear(self) -> Self:
        """Refuse a band whose stamp would reach into the evidence above it, or off the page."""
        tallest = max(self.size, self.number_size)
        if self.baseline - _RISE * tallest < self.top or self.baseline + _DEPTH * tallest > _FOOT:
            raise PydanticCustomError(
                "band-not-clear",
                "The stamp does not stand within its band.",
                {"fix": "Write `top` higher up than `baseline` by the height of the type, both on the page."},
            )
        return self


class Heads(CatalogModel):
    """The heads of an index's columns."""

    label: str
    description: str
    date: str
    page: str
    volume: str


class BoundWords(_Phrases):
    """What is said of exhibits bound together: those of a packet, or the enclosures of a letter."""

    names: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "stamp": ("label", "page", "pages"),
        "cover": ("label",),
        "bare": ("label",),
        "bookmark": ("label", "description"),
    }
    stamp: str
    """On each page: `EXHIBIT {label}, page {page} of {pages}`."""

    cover: str
    """In large letters on the cover."""

    bare: str
    """All that a bare cover says."""

    index: str
    """The title of the index."""

    bookmark: str
    heads: Heads


class CoverWords(_Phrases):
    """What else a cover says."""

    names: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "covered": ("what", "why"),
        "covered_plain": ("what",),
        "cited_one": ("title", "number"),
        "cited_many": ("title", "numbers"),
        "row_one": ("title", "number"),
        "row_many": ("title", "numbers"),
        "part": ("pages", "all"),
        "case_number": ("number",),
    }
    covered: str
    """`Covered in this copy: {what} ({why}).`"""

    covered_plain: str
    cited_one: str
    cited_many: str
    row_one: str
    row_many: str
    part: str
    """That only some pages of the file are here."""

    case_number: str


class LodgedWords(_Phrases):
    """What stands in the place of a file that is handed in apart."""

    names: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "file": ("name",),
        "kind": ("kind",),
        "length": ("length",),
        "size": ("size",),
        "digest": ("digest",),
    }
    title: str
    file: str
    kind: str
    length: str
    size: str
    digest: str


class ListWords(_Phrases):
    """The list of exhibits for a hearing, with the clerk's columns, and the list of tabs."""

    names: ClassVar[Mapping[str, tuple[str, ...]]] = {"tab": ("label", "page"), "copies": ("how",)}
    title: str
    heads: tuple[str, ...]
    """The clerk's columns: `Offered`, `Admitted`."""

    tabs: str
    tab: str
    """`{label}: before page {page}`"""

    copies: str
    """How the court wants exhibits brought to the hearing, as the case says."""


class WrittenPageWords(_Phrases):
    """What the program adds to a page made of a message."""

    names: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "attachment": ("number", "name", "kind", "size", "sha256"),
        "picture": ("name",),
        "link": ("text", "target"),
    }
    attachments: str
    attachment: str
    unnamed: str
    both_versions: str
    hidden: str
    picture: str
    link: str


class ExhibitSpec(Entry):
    """`exhibits.yaml`: how exhibits look and what is said of them."""

    size_limit_mb: Annotated[Count, Field(ge=1)]
    """The largest file that is filed, in millions of bytes, where the case gives no other."""

    size_limit_note: str
    """How surely that is known."""

    band: Band
    copy_mark: str
    """On each page that is a copy."""

    covered_mark: str
    """On each page of a copy in which something is covered."""

    covered_mark_bare: str
    """The same where covers say nothing, so that the index does."""

    packet: BoundWords
    enclosures: BoundWords
    cover: CoverWords
    lodged: LodgedWords
    hearing: ListWords
    written: WrittenPageWords
    titles: dict[Identifier, str]
    """Titles of the files, by the name of the set: they name nobody."""

    done: dict[Identifier, str]
    """What a cover says of something done to a copy, by its code; what has no entry is told in the manifest
    only."""

    @field_validator("titles")
    @classmethod
    def titles_are_there(cls, titles: dict[str, str]) -> dict[str, str]:
        """Refuse titles of which one is missing: a file without a title shows its name instead."""
        missing = [name for name in _TITLED if not titles.get(name, "").strip()]
        if missing:
            raise PydanticCustomError(
                "title-missing",
                "Some files would have no title.",
                {"fix": f"Add {', '.join(f'`{name}`' for name in missing)}."},
            )
        return titles

    @field_validator("done")
    @classmethod
    def counts_and_pages_only(cls, sentences: dict[str, str]) -> dict[str, str]:
        """Refuse a sentence that names anything but how many there are and on which page."""
        refuse_unknown_names(sentences, ("count", "page"))
        return sentences
