"""Court papers for tests, about nobody: blocks, captions, and a typeface whose widths are easy to count."""

from collections.abc import Sequence

from factories import SHEET

from formgen.document.blocks import (
    Block,
    Caption,
    CaptionLine,
    Execution,
    Heading,
    Inline,
    Paragraph,
    Quotation,
    Span,
)
from formgen.document.court_paper import CourtPaper, Sheet
from formgen.render.laid_out import LaidOut, PlacedLine

FOOTER = "Declaration of Dana Reyes in Support of Request for Civil Harassment Restraining Orders"


class Halves:
    """A typeface in which every character is half an em wide."""

    def width(self, text: str, *, bold: bool, italic: bool) -> float:  # noqa: ARG002 - as the fonts have it
        return len(text) / 2


def entries(*texts: str) -> tuple[CaptionLine, ...]:
    """Return lines of a caption: each `>` in front indents by a step, a `*` makes it bold."""
    made = []
    for text in texts:
        words = text.lstrip(">")
        span = Span(words.removeprefix("*"), bold=words.startswith("*"))
        made.append(CaptionLine((span,) if span.text else (), indent=len(text) - len(words)))
    return tuple(made)


FILER = ("Dana Reyes", "100 Example Street", "Davis, CA 95616", "(530) 555-0142", "dana@example.com")
COURT = ("*SUPERIOR COURT OF CALIFORNIA", "*COUNTY OF YOLO")
PARTIES = ("DANA REYES,", ">>Petitioner,", ">v.", "CARL VOSS,", ">>Respondent.")
PAPER = (
    "Case No. 26CV001",
    "*DECLARATION OF DANA REYES IN SUPPORT OF REQUEST FOR CIVIL HARASSMENT RESTRAINING ORDERS",
    "Hearing: June 2, 2026, 9:00 a.m., Dept. 8",
)


def caption(
    filer: Sequence[str] = FILER,
    court: Sequence[str] = COURT,
    parties: Sequence[str] = PARTIES,
    paper: Sequence[str] = PAPER,
) -> Caption:
    """Return a caption; each entry as in `entries`."""
    return Caption(entries(*filer), entries(*court), entries(*parties), entries(*paper))


def court_paper(
    *blocks: Block,
    head: Caption | None = None,
    heading: Sequence[str] = (),
    footer: Sequence[str] = (FOOTER,),
    sheet: Sheet = SHEET,
    has_line_numbers: bool = True,
) -> CourtPaper:
    """Return a paper with *blocks*; without a *head* its text begins on line 1."""
    return CourtPaper(
        paper="declaration-petitioner",
        file_name="declaration-petitioner.pdf",
        title="Declaration",
        footer=tuple(footer),
        language="en-US",
        typeface=None,
        sheet=sheet,
        has_line_numbers=has_line_numbers,
        caption=head,
        heading=entries(*heading),
        blocks=blocks,
        carries=(),
        cites=(),
        paragraphs={},
        withheld=(),
        law=(),
    )


def inlines(*parts: str | Inline) -> tuple[Inline, ...]:
    """Return *parts* as they stand in a block."""
    return tuple(Span(part) if isinstance(part, str) else part for part in parts)


def paragraph(
    *parts: str | Inline,
    number: int | None = None,
    continues: bool = False,
    keeps_next: bool = False,
    anchor: str = "",
) -> Paragraph:
    """Return a paragraph."""
    return Paragraph(inlines(*parts), number, continues, anchor, keeps_next)


def heading(text: str) -> Heading:
    """Return a heading in bold."""
    return Heading((Span(text, bold=True),))


def quotation(*parts: str | Inline) -> Quotation:
    """Return words set off from the text."""
    return Quotation(inlines(*parts))


def named_lines(name: str, count: int) -> str:
    """Return *count* typed lines that tell which they are: `a1`, `a2` …."""
    return "\n".join(f"{name}{number}" for number in range(1, count + 1))


def lines(name: str, count: int) -> Paragraph:
    """Return a paragraph of *count* lines: `a1`, `a2` …."""
    return paragraph(named_lines(name, count))


def singles(count: int, name: str = "s") -> list[Paragraph]:
    """Return *count* paragraphs of one line each."""
    return [paragraph(f"{name}{number}") for number in range(1, count + 1)]


CLAUSE = (
    "I declare under penalty of perjury under the laws of the State of California that the foregoing is true "
    "and correct."
)
BLANKS = "Executed on ____________________, at ____________________ (city and state)."
EXECUTION = Execution(inlines(CLAUSE), inlines(BLANKS), inlines("Dana Reyes, Petitioner"))
SHORT_EXECUTION = Execution(inlines("clause"), inlines("blanks"), inlines("signer"))
"""Six lines: the clause, a blank one, date and place, a blank one, the one to sign on, the name."""


def text(line: PlacedLine) -> str:
    """Return the words of a line."""
    return "".join(span.text for span in line.inlines if isinstance(span, Span))


def grid_line(line: PlacedLine) -> float:
    """Return which line of the grid *line* stands on; a fraction for one between."""
    return round((SHEET.height - line.baseline - SHEET.first_line - 16.2) / SHEET.pitch + 1, 3)


def on_grid(laid: LaidOut) -> list[dict[float, str]]:
    """Return for each page what stands on each line of its grid, page number left out."""
    pages: list[dict[float, str]] = [{} for _ in range(laid.page_count)]
    for line in laid.lines:
        if line.inlines and grid_line(line) <= SHEET.lines + 0.5:
            before = pages[line.page - 1].get(grid_line(line), "")
            pages[line.page - 1][grid_line(line)] = f"{before} {text(line)}".strip()
    return pages


def body(laid: LaidOut) -> list[list[str]]:
    """Return for each page its lines from top to foot, page number left out."""
    return [[page[number] for number in sorted(page)] for page in on_grid(laid)]
