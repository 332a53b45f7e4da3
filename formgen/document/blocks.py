"""What a paper says, block by block: no fonts, no pages."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style; in exact words a line end stands for itself."""

    text: str
    source: str = ""
    """Where in the case it was typed, such as `incidents[2].account`; empty for the catalog's words."""

    bold: bool = False
    italic: bool = False
    goes_to: str = ""
    """The place that it links to, once it stands in one file with it: see `document.places`."""


@dataclass(frozen=True, slots=True)
class PageOf:
    """Where an exhibit's pages are named once a packet has counted them: `, page 12`; nothing before.

    Lines are broken with the widest text it can become, so that filling it
    in moves nothing.
    """

    anchor: str
    """The exhibit's label, such as `A`."""

    widest: str
    """The longest text that it can become: that of two pages with four figures each."""

    goes_to: str = ""
    """The place that it links to."""


Inline: TypeAlias = Span | PageOf


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    inlines: tuple[Inline, ...]
    number: int | None = None
    """Printed before it, with a period, where paragraphs are numbered."""

    continues: bool = False
    """Whether it goes on with a numbered paragraph after words set off in it: no number and no indent."""

    anchor: str = ""
    """A name for links and bookmarks, such as `paragraph-9`."""

    keeps_next: bool = False
    """Whether its last line may not be parted from the block that follows."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; never parted from the paragraph after it."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Exact words set off, indented on both sides; longer ones single spaced (rule 2.108(3))."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Execution:
    """The perjury clause with its blank lines for date, place and signature.

    Code Civ. Proc., § 2015.5.  All of it, and at least two lines of the text
    before it, stand on one page.
    """

    clause: tuple[Inline, ...]
    blanks: tuple[Inline, ...]
    """`Executed on ____, at ____ (city and state).`"""

    signer: tuple[Inline, ...]
    """The name under the signature line."""


Block: TypeAlias = Paragraph | Heading | Quotation | Execution


@dataclass(frozen=True, slots=True)
class CaptionLine:
    """One entry of the caption; more lines of the grid if it is long; empty for a line left blank."""

    inlines: tuple[Inline, ...] = ()
    indent: int = 0
    """Steps of half an inch from the left of its column."""


@dataclass(frozen=True, slots=True)
class Caption:
    """The first page's head: who files, which court, between whom, which paper (rules 2.111, 3.1115)."""

    filer: tuple[CaptionLine, ...]
    """From line 1, left of the centre."""

    court: tuple[CaptionLine, ...]
    """From line 8, or below the filer block if that is longer."""

    parties: tuple[CaptionLine, ...]
    """Left, under the court: the title of the case."""

    paper: tuple[CaptionLine, ...]
    """Right, beside the parties: case number, the paper's title, the hearing."""


def text_of(inlines: tuple[Inline, ...]) -> str:
    """Return the words of *inlines* as they stand before pages are known."""
    return "".join(inline.text for inline in inlines if isinstance(inline, Span))
