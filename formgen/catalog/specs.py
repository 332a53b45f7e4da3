"""What each file of the catalog holds: every entry with its source, the day it was checked, how surely."""

from typing import Literal, TypeAlias

from pydantic import Field

from formgen.case.base import Audience, Channel, Count, Identifier
from formgen.case.when_words import DateWords
from formgen.catalog.declaration_spec import CourtWords, PleadingPaper
from formgen.catalog.entry import CatalogModel, Confidence, Entry


class ChannelWords(CatalogModel):
    """How papers speak of one channel."""

    head: str = ""
    """At the head of a list entry: `telephone`; nothing where the way is not known."""

    noun: str
    """`call`"""

    nouns: str
    """`calls`"""

    told: str
    """What the declarant did when she told somebody this way, taking a person: `telephoned`, `emailed`."""

    says: str
    """Before its exact words: `The email says:`"""

    says_also: str
    """Before further words of the same: `It also says:`"""

    whole: str
    """Before its exact words when they are all of it: `The whole email reads:`"""

    came: str
    """To say when it happened, before a date: `The email came`."""

    is_place: bool = False
    """Whether the head names the place instead, if the place is known."""

    is_written: bool = False
    """Whether it is a message that can be kept and enclosed."""


class BasisWords(CatalogModel):
    """How the law names a protected ground, and how a person names hers."""

    law: str
    """`age (40 and over)`"""

    mine: str
    """`my age`"""

    only_40_or_over: bool = False
    confidence: Confidence | None = None
    """How surely the law names it, if not as surely as the file as a whole."""


class PronounWords(CatalogModel):
    """The forms of a pronoun, used only if the case gives it."""

    subject: str
    object: str
    possessive: str
    be: str = "is"
    """The verb after the subject: `are` for `they`."""


class ListWords(CatalogModel):
    """How a list is read out."""

    and_: str = Field(alias="and")
    or_: str = Field(alias="or")
    comma: str
    """Between entries."""


class JurisdictionSpec(Entry):
    """`jurisdiction.yaml`: the words and clocks of a jurisdiction."""

    name: str
    time_zone: str
    language: str
    date_words: DateWords
    numbers: tuple[str, ...]
    """Numbers in words from zero up; larger ones are printed in digits."""

    lists: ListWords
    channels: dict[Channel, ChannelWords]
    pronouns: dict[str, PronounWords]
    protected_bases: dict[Identifier, BasisWords]
    pleading_paper: PleadingPaper | None = None
    court_words: CourtWords | None = None
    read_first: Entry | None = None
    """Where the words of `read-first.txt` are from."""


class Statute(Entry):
    """One version of a statute: what a paper may say of it while it is in force."""

    id: Identifier
    """The same in every version: `labor-code-6401-9`."""

    title: str
    citation: str
    clauses: dict[Identifier, str] = Field(default_factory=dict)
    """Wording that a paper may print, by name; names in braces are filled in (Jinja)."""


class StatuteFile(CatalogModel):
    """`law/statutes.yaml`."""

    statutes: tuple[Statute, ...]


class Element(Entry):
    """One thing that a statute asks for, and what in a case speaks to it."""

    id: Identifier
    statute: Identifier
    asks: str
    """The element in plain words."""

    when: str = "true"
    """Expression over `case`: whether the element matters to this case."""

    met_by: str
    """Expression over `case`, and over `incident` if `each` is incident: whether it speaks to the element."""

    each: Literal["incident", "case"] = "incident"
    prompt: str
    """The question to the declarant while nothing speaks to it: `Nothing in the case says that …`"""

    path: str
    """Where in the case an answer would go: `requests_to_stop`."""


class ElementFile(CatalogModel):
    """`law/elements.yaml`."""

    elements: tuple[Element, ...]


class ConclusionWords(Entry):
    """`law/conclusion-words.yaml`: words that conclude instead of telling."""

    words: tuple[str, ...]
    prompt: str


class BannedWords(Entry):
    """`law/banned-words.yaml`: what no clause and no request may say, however a person may say it herself."""

    phrases: tuple[str, ...]


class RequestSpec(CatalogModel):
    """One thing that a letter can ask for, in the forms it can take."""

    id: Identifier
    place: Literal["ask", "orders", "cost", "closing", "answer"]
    """Where it stands: among the requests, after the employer's court order, after both orders, at the end,
    or as the date of the answer."""

    line: str | None = None
    """As a line of a list: `Have someone else deal with … from now on.`"""

    clause: str | None = None
    """As part of one sentence, after `I ask`: `that someone else deal with … from now on`."""

    sentence: str | None = None
    """As a sentence of its own, for the places `orders` and `cost`."""

    closing: str | None = None
    """As an addition to the sentence that ends the letter: `keep …`."""

    what: str | None = None
    """What it applies to, unless the case says otherwise."""


class PlanLaw(CatalogModel):
    """The law that calls for a written plan, and the workplaces that it leaves out."""

    statute: Identifier
    headcount: Count
    """Fewer than this at any time, with no public access, is outside it."""


class LetterSpec(Entry):
    """`letters/ID/letter.yaml`: everything about a letter but its wording, which stands in `letter.docx`."""

    title: str
    audience: Audience
    needs: tuple[str, ...]
    """Places in the case that must be filled, such as `incidents[].account`."""

    clauses: dict[Identifier, str] = Field(default_factory=dict)
    """Name in the template → `statute.clause` in the law."""

    conditions: dict[Identifier, str] = Field(default_factory=dict)
    """Name in the template → condition over `case` without which the clause is left out."""

    plan_law: PlanLaw | None = None
    requests: tuple[RequestSpec, ...] = ()
    most_requests: int = 8
    words: dict[Identifier, str] = Field(default_factory=dict)
    """Short phrases that are computed into lists, by name."""


SetName: TypeAlias = Literal["packet", "e-filing-set", "hearing-set"]
"""Files made of several papers and their exhibits."""


class PacketSpec(Entry):
    """`packets/ID.yaml`: papers that are made together."""

    title: str
    papers: tuple[Identifier, ...]
    sets: tuple[SetName, ...] = ()
    """What is made of its papers and their exhibits: one filed PDF, the files to upload, what goes to the
    hearing."""


__all__ = [
    "BannedWords",
    "BasisWords",
    "CatalogModel",
    "ChannelWords",
    "ConclusionWords",
    "Confidence",
    "Element",
    "ElementFile",
    "Entry",
    "JurisdictionSpec",
    "LetterSpec",
    "ListWords",
    "PacketSpec",
    "PlanLaw",
    "PronounWords",
    "RequestSpec",
    "Statute",
    "StatuteFile",
]
