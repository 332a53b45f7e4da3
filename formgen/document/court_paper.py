"""A paper for a court, composed: its blocks, the sheet it goes on, what it must carry."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from formgen.catalog.declaration_spec import PleadingPaper
from formgen.document.blocks import Block, Caption, CaptionLine
from formgen.document.carrying import Carried


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page: US Letter, its margins, its line grid.  All lengths in points, from the top left corner.

    California Rules of Court, rules 2.103 to 2.111; the figures stand in
    the catalog with their rules.
    """

    width: float
    height: float
    first_line: float
    """The top of line 1."""

    pitch: float
    """From one line to the next."""

    lines: int
    """Numbered lines on a page."""

    text_left: float
    text_right: float
    left_rules: tuple[float, ...]
    """Where the double rule stands, outer first."""

    right_rule: float
    rule_width: float
    number_right: float
    """Where line numbers end."""

    text_size: float
    page_number: float
    """The baseline of the page number."""

    footer_rule: float
    footer: float
    """The baseline of the first line of the paper's title."""

    footer_size: float
    clerk_lines: int
    """Lines at the right of the first page that are left blank for the clerk (rule 2.111(2))."""

    court_line: int
    """The line of the court's title, unless the filer block reaches further (rule 2.111(3))."""

    draft: float
    """The baseline of the mark on a draft, above all text."""

    def on_page(self, *, width: float, height: float, left: float, right: float) -> "Sheet":
        """Return the sheet for a page of another size, text from *left* to *right*, its foot as it was.

        All in points from the top left corner.
        """
        lower = height - self.height
        return replace(
            self,
            width=width,
            height=height,
            text_left=left,
            text_right=right,
            page_number=self.page_number + lower,
            footer_rule=self.footer_rule + lower,
            footer=self.footer + lower,
        )


@dataclass(frozen=True, slots=True)
class CourtPaper:
    """A declaration, or an attachment to a form, ready to be laid out."""

    paper: str
    """The paper's id in the catalog, such as `declaration-petitioner`."""

    file_name: str
    """Neutral: it names nobody."""

    title: str
    """For the file's own properties: names nobody."""

    footer: tuple[str, ...]
    """The paper's title at the foot of each page, fullest first; the first that fits there is printed (rule
    2.110 allows a clear abbreviation)."""

    language: str
    typeface: str | None
    """A family or a font file that the case asks for."""

    sheet: Sheet
    has_line_numbers: bool
    """Whether it stands on pleading paper; an attachment to a form does not."""

    caption: Caption | None
    heading: tuple[CaptionLine, ...]
    """Of a paper without a caption: its exact title, and whose it is."""

    blocks: tuple[Block, ...]
    carries: tuple[Carried, ...]
    """What the finished paper must hold, as typed or in its printed words."""

    cites: tuple[str, ...]
    """Ids of the evidence that it cites, by first citation."""

    paragraphs: Mapping[str, tuple[int, ...]]
    """Numbers of the paragraphs that tell each event, by its place such as `incidents[2]`."""

    withheld: tuple[str, ...]
    """Places in the case that it leaves out on purpose."""

    law: tuple[str, ...]
    """Clauses of the law that it prints: `code-civ-proc-2015-5.perjury`."""

    caption_title: str = ""
    """The title in its caption; empty for a paper without one."""


def sheet_from(paper: PleadingPaper) -> Sheet:
    """Return the sheet that the catalog describes."""
    return Sheet(**{field.name: getattr(paper, field.name) for field in fields(Sheet)})
