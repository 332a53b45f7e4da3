"""The plain values that a letter's Word template may name, and nothing else.

Every value is text, a yes or no, or a list of such.  The template's lint
walks these classes, so a name that is not here is told before a letter is
made.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Form = Literal["one", "few", "list", "long"]
"""How a letter tells its events: one as prose, two or three as paragraphs, four to eight as a list, more as
counts with a few rows."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes, and the lines under the name."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """The respondent, as the letter may name him, her or them."""

    name: str
    called: str
    relation: str
    subject: str
    object: str
    possessive: str
    be: str


@dataclass(frozen=True, slots=True)
class EmployerNames:
    """The employer's full and short name."""

    name: str
    called: str


@dataclass(frozen=True, slots=True)
class Marks:
    """Quotation marks: those that the case itself is typed with."""

    open: str
    close: str


@dataclass(frozen=True, slots=True)
class QuoteWords:
    """Exact words, and the plain words that lead to them."""

    lead_in: str
    text: str
    translation: str
    translator: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of an event."""

    head: str
    """Date and channel, to stand before the first paragraph of a list entry; otherwise empty."""

    sentence: str
    """A sentence that gives the date where the account does not; otherwise empty."""

    dated: str
    """A date to begin the account with; otherwise empty."""

    text: str
    quotes: tuple[QuoteWords, ...]
    """Words that run on in the paragraph."""

    quote: QuoteWords | None
    """Words that stand alone as this paragraph."""

    cite: str
    """Where its evidence is enclosed: `(Enclosure 1)`."""

    copy_enclosed: bool
    """Whether a sentence says so instead."""


@dataclass(frozen=True, slots=True)
class ToldIncident:
    """One event that the letter tells."""

    number: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class LongCount:
    """What a long letter counts before it tells a few events."""

    first: str
    last: str
    on: str
    """Where all were on one day or in one month: `On March 5`, `In March 2026`; otherwise empty."""

    counts: str
    total: str
    undated: str
    shown: str
    shown_one: bool
    only_one: bool
    """Whether just one is counted, the others being undated."""


@dataclass(frozen=True, slots=True)
class StopRequest:
    """One time the respondent was told to stop, and what followed."""

    paragraphs: tuple[Paragraph, ...]
    after: str
    """What came after it: `The call and the visit` to begin a sentence, or counts to end one."""

    after_counted: bool
    """Whether it is counted: `20 emails and two visits`."""


@dataclass(frozen=True, slots=True)
class Told:
    """One time the employer was told."""

    account: str
    dated_apart: bool
    """Whether a sentence gives the date before the account, which does not."""

    on: str
    on_inside: str
    told: str
    whom: str
    about: str
    date_first: bool
    """Whether the sentence begins with the date."""

    silent: bool
    silent_again: bool
    answer: str
    done: str
    cite: str


@dataclass(frozen=True, slots=True)
class ToldParagraph:
    """Notices that share a paragraph."""

    notices: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Asks:
    """What the declarant asks for, by where it stands."""

    lines: tuple[str, ...]
    """As a list; empty if they make one sentence."""

    sentence: str
    """As one sentence, after `I ask`."""

    own: tuple[str, ...]
    """Her own sentences, when the rest makes one."""

    orders: tuple[str, ...]
    cost: tuple[str, ...]
    closing: tuple[str, ...]
    answer_by: str
    asks_for_plan: bool


@dataclass(frozen=True, slots=True)
class BasisSentence:
    """Which events speak of which protected ground."""

    subject: str
    many: bool
    phrases: str
    age_40_or_over: bool


@dataclass(frozen=True, slots=True)
class Headings:
    """Which headings have two paragraphs or a list under them."""

    happened: bool
    told: bool
    ask: bool
    law: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the enclosed chronology."""

    number: str
    when: str
    channel: str
    paragraphs: tuple[str, ...]
    quotes: tuple[QuoteWords, ...]
    enclosures: str
    after_request: bool
    after_notice: bool
    opens_undated: bool
    """Whether it is the first of those whose date is not recalled."""


@dataclass(frozen=True, slots=True)
class LetterValues:
    """Everything that a letter's template may name."""

    sender: Sender
    date: str
    delivery: str
    addressee: tuple[str, ...]
    addressee_name: str
    subject: str
    """As typed; otherwise empty, and the template makes one."""

    single: str
    """What one event is called, at the head of a subject: `Email`."""

    since: str
    """The day of the first event."""

    salutation: str
    salutation_closed: bool
    """Whether it is typed with its own colon or comma."""

    respondent: Person
    employer: EmployerNames
    marks: Marks
    form: Form
    headings: Headings
    introduces: bool
    """Whether a sentence must say who the respondent is, since no words of hers name him."""

    opening: tuple[str, ...]
    count: LongCount | None
    incidents: tuple[ToldIncident, ...]
    stop_requests: tuple[StopRequest, ...]
    dispute: tuple[str, ...]
    service_complaint: bool
    """Whether a service complaint is recorded that no words of hers set apart."""

    told: tuple[ToldParagraph, ...]
    told_all_you: bool
    first_time: bool
    effects: tuple[str, ...]
    asks: Asks
    report_to: str
    """The route that the employer's policy names for a report; empty if that is not known."""

    plan: Literal["", "public", "headcount", "if"]
    """Whether the workplace-safety plan law applies, and why; `if` where that is not known."""

    has_basis: bool
    basis: tuple[BasisSentence, ...]
    before_orders: str
    runs_on: bool
    """Whether her words before the orders end with a comma."""

    after_orders: str
    law: Mapping[str, str]
    """Clauses in force on the letter's date, by the names in `letter.yaml`; empty if none is in force."""

    closing: tuple[str, ...]
    enclosures: str
    """The only enclosure by its description, or `1 to 6`; empty if none."""

    enclosures_many: bool
    chronology_enclosed: bool
    """Whether a chronology goes with the letter: as its last pages, or as a paper of its own."""

    chronology: tuple[Row, ...]
    """The rows of the chronology on the letter's last pages; empty if there is none, or it stands apart."""

    copies: tuple[str, ...]
