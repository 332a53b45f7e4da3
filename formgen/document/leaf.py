"""A leaf: a paper of plain text and tables, such as an exhibit's cover, an index, a message."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from formgen.document.blocks import Inline
from formgen.document.court_paper import Sheet

Align: TypeAlias = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class LeafText:
    """A stretch of running text; a line end in it stands for itself, and so do runs of spaces."""

    inlines: tuple[Inline, ...]
    size: float = 12.0
    """Points."""

    align: Align = "left"
    indent: float = 0.0
    """Points from the left margin; centred text is short by it on both sides."""

    before: float = 0.0
    """Points left blank above it, save at the top of a page."""

    keeps_next: bool = False
    """Whether its last line may not be parted from the block that follows."""

    anchor: str = ""
    """A name for links and bookmarks."""

    title: str = ""
    """Its bookmark, if it has one."""

    level: int = 0
    """Of the bookmark."""


@dataclass(frozen=True, slots=True)
class LeafColumn:
    """A column of a table."""

    head: str
    """Printed over it in bold, on every page; where no column has one, the table has no head."""

    width: float | None = None
    """Points; the columns without share what is left."""

    align: Align = "left"


@dataclass(frozen=True, slots=True)
class LeafRow:
    """A row of a table, never parted from page to page unless it is longer than half of one."""

    cells: tuple[tuple[Inline, ...], ...]
    """One for each column; a line end in a cell stands for itself."""

    anchor: str = ""


@dataclass(frozen=True, slots=True)
class LeafTable:
    """A table with a rule under its head and fine rules between its rows."""

    columns: tuple[LeafColumn, ...]
    rows: tuple[LeafRow, ...]
    size: float = 11.0
    before: float = 0.0
    has_rules: bool = True
    """Whether rules are drawn; none beside the headers of a message."""


@dataclass(frozen=True, slots=True)
class LeafSpace:
    """White space, dropped at the top of a page."""

    height: float
    """Points."""


@dataclass(frozen=True, slots=True)
class LeafRule:
    """A fine rule across the page."""


LeafBlock: TypeAlias = LeafText | LeafTable | LeafSpace | LeafRule


@dataclass(frozen=True, slots=True)
class LeafFrame:
    """The page: its size and where its text may stand.  Points, from the top left corner."""

    width: float = 612.0
    height: float = 792.0
    left: float = 72.0
    right: float = 540.0
    top: float = 72.0
    bottom: float = 708.0


@dataclass(frozen=True, slots=True)
class Leaf:
    """A paper of plain blocks, ready to be laid out."""

    paper: str
    """The paper's id: `exhibit-cover`, `exhibit-index`."""

    title: str
    """For the file's own properties where it is one of its own; names nobody."""

    language: str
    blocks: tuple[LeafBlock, ...]
    frame: LeafFrame = LeafFrame()
    sheet: Sheet | None = None
    """Whose page number, foot and mark on a draft it shares with the other papers; None for a page that has
    none of its own, such as one of a message that becomes an exhibit."""

    footer: tuple[str, ...] = ()
    """The paper's title at the foot of each page, fullest first; printed only with a sheet."""

    is_centred: bool = False
    """Whether the blocks stand in the middle of the page's height: a cover's."""
