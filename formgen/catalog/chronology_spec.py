"""What the catalog says of a chronology: its page, its columns, every word that it prints."""

from collections.abc import Mapping
from string import Formatter
from typing import ClassVar, Literal

from pydantic import ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from formgen.case.base import Audience
from formgen.catalog.declaration_spec import Points
from formgen.catalog.entry import CatalogModel, Entry


class TablePage(CatalogModel):
    """The page that the table stands on, in points; its foot is that of all court papers."""

    width: Points
    height: Points
    left: Points
    """The left margin."""

    right: Points
    """The right margin."""

    top: Points
    """The top margin."""

    foot: Points
    """Room kept free at the bottom, for page number and title."""


class ColumnWords(CatalogModel):
    """The heads of the table's columns."""

    number: str
    when: str
    what: str
    who: str
    where: str


class CsvWords(CatalogModel):
    """The heads of the columns of the chronology's table for a spreadsheet, one fact in each."""

    number: str
    kind: str
    date_typed: str
    """The date as the case file has it."""

    date: str
    first_day: str
    """The first day that it can have been, such as `2026-03-05`, for sorting."""

    channel: str
    place: str
    what: str
    exact_words: str
    translation: str
    present: str
    at_work: str
    whom: str
    """The person at the employer who was told."""

    by: str
    """Who told the respondent to stop."""

    told: str
    answer: str
    answered_on: str
    done: str
    marks: str
    exhibits: str
    paragraphs: str


class _Phrases(CatalogModel):
    """Phrases that may name, in braces, what is listed for them."""

    NAMES: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    @field_validator("*")
    @classmethod
    def names_what_it_may(cls, phrase: object, info: ValidationInfo) -> object:
        """Refuse a phrase that names what it is not given."""
        if not isinstance(phrase, str):
            return phrase
        may = cls.NAMES.get(info.field_name or "", ())
        try:
            named = {name for _, name, _, _ in Formatter().parse(phrase) if name is not None}
        except ValueError:
            named = {""}
        if not named.issubset(may):
            listed = ", ".join(f"{{{name}}}" for name in may) or "nothing"
            raise PydanticCustomError(
                "name-unknown",
                "It names something in braces that is not there for it.",
                {"fix": f"It may name {listed}."},
            )
        return phrase


class RowWords(_Phrases):
    """What stands in the rows beside the declarant's own words."""

    contact: str
    """What an incident is called, in the table for a spreadsheet."""

    notice: str
    request: str
    undated: str
    """Over the entries whose date is not recalled."""

    continued: str
    """Beside the number of a row that goes on from the page before."""

    placed_after: str
    """Where nothing is known of the date but what it came after."""

    at_work: str
    at_work_yes: str
    at_work_no: str
    at_work_partly: str
    present: str
    nobody: str
    """In place of names, where nobody else was there."""

    told: str
    """Around one of the next three."""

    told_in: str
    told_in_answered: str
    told_in_silent: str
    whom: str
    by: str
    about: str
    about_many: str
    answer: str
    answer_on: str
    silence: str
    """In place of an answer, where there was none."""

    done: str
    after_request: str
    after_notice: str
    left_out: str
    """Where exact words would reveal somebody who is not named."""

    told_me: str
    was_told: str
    said_by: str
    translated: str
    translated_by: str
    exhibit: str
    paragraph: str
    paragraphs: str
    range: str
    """Three or more paragraphs or rows that follow each other."""

    NAMES: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "placed_after": ("row",),
        "at_work": ("answer",),
        "present": ("names",),
        "told": ("notice",),
        "told_in": ("day", "row"),
        "told_in_answered": ("day", "row"),
        "told_in_silent": ("day", "row"),
        "whom": ("name",),
        "by": ("name",),
        "about": ("rows",),
        "about_many": ("rows",),
        "answer": ("text",),
        "answer_on": ("day", "text"),
        "done": ("text",),
        "after_request": ("row",),
        "after_notice": ("row",),
        "told_me": ("name",),
        "said_by": ("name",),
        "translated": ("text",),
        "translated_by": ("text", "translator"),
        "exhibit": ("label",),
        "paragraph": ("numbers",),
        "paragraphs": ("numbers",),
        "range": ("first", "last"),
    }


class SummaryWords(_Phrases):
    """The counts on the first page, in whole sentences."""

    period: str
    on: str
    """Where all are of one day or one month."""

    on_one: str
    one: str
    only_undated: str
    only_undated_one: str
    also: str
    also_one: str
    none: str
    of_these: str
    """Around the clauses that follow, one for each request to stop or notice."""

    after_request: str
    after_request_none: str
    after_request_only: str
    """A sentence, where there is a single contact, and it came after."""

    after_notice: str
    after_notice_none: str
    after_notice_only: str
    after_next: str
    """For the second and later ones of a kind."""

    after_next_none: str

    NAMES: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "period": ("first", "last", "number", "counts"),
        "on": ("on", "number", "counts"),
        "on_one": ("on", "counts"),
        "one": ("noun", "day"),
        "only_undated": ("number", "counts"),
        "only_undated_one": ("noun",),
        "also": ("number", "counts"),
        "also_one": ("noun",),
        "of_these": ("clauses",),
        "after_request": ("row", "day", "number"),
        "after_request_none": ("row", "day"),
        "after_request_only": ("row", "day"),
        "after_notice": ("row", "day", "number"),
        "after_notice_none": ("row", "day"),
        "after_notice_only": ("row", "day"),
        "after_next": ("row", "day", "number"),
        "after_next_none": ("row", "day"),
    }


class TimelineWords(_Phrases):
    """The words of the drawn timeline."""

    week_begins: Literal["Sunday", "Monday"]
    months_short: tuple[str, ...]
    contacts: str
    requests: str
    notices: str
    day: str
    week: str
    month: str
    quarter: str
    year: str
    years: str
    range: str
    """Two years, or three or more rows, that follow each other."""

    each_day: str
    each_week: str
    each_month: str
    each_quarter: str
    each_year: str
    each_years: str
    unsure: str
    square: str
    diamond: str
    square_and_diamond: str
    not_drawn: str
    not_drawn_many: str

    NAMES: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "range": ("first", "last"),
        "each_years": ("number",),
        "not_drawn": ("rows",),
        "not_drawn_many": ("rows",),
    }

    @field_validator("months_short")
    @classmethod
    def names_every_month(cls, months: tuple[str, ...]) -> tuple[str, ...]:
        """Refuse anything but twelve months."""
        if len(months) != 12:
            raise PydanticCustomError(
                "months-missing", "There are twelve months.", {"fix": "List them from January to December."}
            )
        return months


class ChronologyWords(_Phrases):
    """The words over the table and at its foot."""

    title: str
    prepared: str
    footer: str
    footer_short: str

    NAMES: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "prepared": ("name", "date"),
        "footer": ("name", "date"),
    }


class ChronologySpec(Entry):
    """`chronologies/ID/chronology.yaml`: everything about a chronology."""

    title: str
    """For lists, and for the file's own properties: names nobody."""

    audience: Audience
    cited_only: bool = False
    """Whether it lists only events that a paragraph swears to or an exhibit shows."""

    cites_pages: bool = False
    """Whether an exhibit is cited with its pages, once a packet has counted them."""

    needs: tuple[str, ...]
    page: TablePage
    columns: ColumnWords
    csv: CsvWords
    words: ChronologyWords
    rows: RowWords
    summary: SummaryWords
    timeline: TimelineWords
