"""The sheet that court papers stand on, and the words that the program itself puts on them."""

from collections.abc import Mapping
from string import Formatter
from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import BeforeValidator, Field, ValidationInfo, WithJsonSchema, field_validator
from pydantic_core import PydanticCustomError

from formgen.case.base import Count
from formgen.catalog.entry import CatalogModel, Entry


def _points(value: object) -> object:
    """Read a length in points, typed in digits."""
    try:
        return float(value) if isinstance(value, str) and value.isascii() else value
    except ValueError:
        raise PydanticCustomError(
            "not-a-length",
            "This is not a length in points.",
            {"fix": "Write it in digits, such as 72 or 89.4."},
        ) from None


Points: TypeAlias = Annotated[
    float, BeforeValidator(_points), WithJsonSchema({"type": ["number", "string"]}), Field(ge=0, le=2000)
]
"""A length in points, typed in digits."""


class PleadingPaper(Entry):
    """The sheet of court papers: US Letter with its line grid, in points from the top left corner."""

    width: Points
    height: Points
    first_line: Points
    """The top of line 1."""

    pitch: Points
    """From one line to the next."""

    lines: Count
    """Numbered lines on a page."""

    text_left: Points
    text_right: Points
    left_rules: tuple[Points, ...]
    """The double rule, outer first."""

    right_rule: Points
    rule_width: Points
    number_right: Points
    """Where line numbers end."""

    text_size: Points
    page_number: Points
    """The baseline of the page number."""

    footer_rule: Points
    footer: Points
    """The baseline of the first line of the paper's title."""

    footer_size: Points
    clerk_lines: Count
    """Lines at the right of the first page that are left blank for the clerk."""

    court_line: Count
    """The line of the court's title, unless the filer block reaches further."""

    draft: Points
    """The baseline of the mark on a draft."""


def refuse_unknown_names(phrase: object, known: tuple[str, ...]) -> None:
    """Refuse a *phrase*, or one of several, that names in braces anything but what is *known*.

    Raises:
        PydanticCustomError: `name-unknown`.
    """
    match phrase:
        case str():
            phrases: tuple[object, ...] = (phrase,)
        case tuple():
            phrases = phrase
        case dict():
            phrases = tuple(phrase.values())
        case _:
            phrases = ()
    for text in phrases:
        try:
            named = [name for _, name, _, _ in Formatter().parse(str(text)) if name is not None]
        except ValueError:
            named = [""]
        for name in named:
            if name not in known:
                may = ", ".join(f"{{{each}}}" for each in known) or "nothing"
                raise PydanticCustomError(
                    "name-unknown",
                    "It names something in braces that is not there for it.",
                    {"fix": f"It may name {may}."},
                )


class Phrases(CatalogModel):
    """Phrases that may name, in braces, what is listed for them and nothing else."""

    NAMES: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """What each may name in braces; for a phrase of a group, what all of the group may."""

    @field_validator("*")
    @classmethod
    def names_what_it_may(cls, phrase: object, info: ValidationInfo) -> object:
        """Refuse a phrase that names what it is not given."""
        refuse_unknown_names(phrase, cls.NAMES.get(info.field_name or "", ()))
        return phrase


class CourtWords(Phrases):
    """The words that all papers for a court share; names in braces are filled in."""

    court_title: tuple[str, ...]
    petitioner: str
    respondent: str
    versus: str
    doing_business_as: str
    case_number: str
    case_number_blank: str
    hearing_date: str
    hearing_time: str
    hearing_department: str
    hearing_place: str
    hearing_blank: str
    judge: str
    declaration_title: str
    footer: str
    footer_short: str
    opening: str
    self_represented: str
    attorney_for: str
    bar_number: str
    fax: str
    executed: str
    true_copy: str
    """`Exhibit {label} is a true and correct copy`"""

    covering: str
    """Goes on with `, with covering as described in paragraph {number}`."""

    covered: str
    """What was covered in exhibits (Evid. Code, § 1402 asks whoever offers a writing to account for that)."""

    covered_say_so: str
    originals: str
    as_are_others: str
    """Goes on with `, as are the other exhibits`."""

    cited: str
    """In parentheses: `Exhibit {label}`."""

    page: str
    """After a label, once a packet counts pages: `, page {first}`."""

    pages: str
    silence: str
    answer_came: str
    contact_email: str
    contact_phone: str
    place: str
    present: str
    told_me: str
    was_told: str
    said_by: str
    translated: str
    translated_by: str
    case_names: str
    """Above an attachment: whose case it is."""

    NAMES: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "court_title": ("county",),
        "case_number": ("number",),
        "hearing_date": ("date",),
        "hearing_time": ("time",),
        "hearing_department": ("department",),
        "hearing_place": ("place",),
        "judge": ("judge",),
        "declaration_title": ("name", "supports"),
        "footer": ("name",),
        "opening": ("name",),
        "attorney_for": ("role", "name"),
        "bar_number": ("name", "number"),
        "fax": ("number",),
        "true_copy": ("label",),
        "covering": ("number",),
        "covered": ("what",),
        "originals": ("originals",),
        "cited": ("label",),
        "page": ("first",),
        "pages": ("first", "last"),
        "answer_came": ("on",),
        "contact_email": ("respondent", "value"),
        "contact_phone": ("respondent", "value"),
        "place": ("where",),
        "present": ("names",),
        "told_me": ("name",),
        "said_by": ("name",),
        "translated_by": ("translator",),
        "case_names": ("petitioner", "respondent"),
    }
    """What each may name in braces."""


class NamingWords(Phrases):
    """How an employer's declaration tells of the choice not to be named."""

    of_messages: str
    """The employee, where what reached this person was messages."""

    of_events: str
    """The employee, where it was not."""

    again: str
    """At the head of the next sentence: `The employee`."""

    asked: str
    """`{on}, before this petition was filed, {who} {how} and gave that employee the opportunity …`"""

    how: dict[str, str]
    """What was done, by how the employee was asked: `in person` is `met with {employee}`."""

    how_else: str
    declined: str
    in_writing: str
    same_day: str
    other_day: str
    did_not_decline: str
    called: str
    on_behalf: str
    others: str
    left_out: str

    NAMES: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "asked": ("on", "who", "how"),
        "how": ("employee",),
        "how_else": ("employee", "how"),
        "declined": ("employee", "in_writing", "day"),
        "other_day": ("on",),
        "did_not_decline": ("employee",),
        "called": ("open", "name", "close"),
        "on_behalf": ("workplace",),
        "others": ("names",),
        "left_out": ("employee",),
    }


class OrdersWords(Phrases):
    """How a declaration names the orders that it asks for."""

    opening: str
    no_contact: str
    stay_away: str
    conduct: str
    order: tuple[Literal["no_contact", "stay_away", "conduct"], ...]
    own: str
    """Before orders in the declarant's own sentences."""

    also_for: str
    """`I ask that the order also protect {name}, {relation}.`"""

    also_for_name: str
    not_asked: str = ""
    not_told: str
    told: str
    told_undated: str

    NAMES: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "opening": ("clauses",),
        "no_contact": ("subject",),
        "stay_away": ("subject", "yards", "places"),
        "conduct": ("subject", "words"),
        "also_for": ("name", "relation"),
        "also_for_name": ("name",),
        "not_asked": ("respondent", "list"),
        "not_told": ("respondent",),
        "told": ("respondent", "on"),
        "told_undated": ("respondent",),
    }
