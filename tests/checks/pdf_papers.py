"""Small laid-out papers for tests, drawn as they are, or otherwise than they say."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from io import BytesIO

from pypdf import PdfWriter

from formgen.document.blocks import Span
from formgen.render.fonts.book import FontBook
from formgen.render.laid_out import Box, LaidOut, PlacedLine
from formgen.render.pdf import draw
from formgen.render.rendered import RenderedPdf

TITLE, LANGUAGE = "Declaration", "en-US"
WIDTH, HEIGHT, TOP, PITCH, LEFT, SIZE = 612.0, 792.0, 711.0, 24.0, 108.0, 12.0
LINES = 28


@cache
def book() -> FontBook:
    """Return the usual typeface, opened once."""
    return FontBook.open()


def line(  # noqa: PLR0913 - what a line is made of, each with its usual value
    text: str,
    row: int = 1,
    *,
    page: int = 1,
    x: float = LEFT,
    size: float = SIZE,
    block: int = 0,
    joint: str = " ",
    source: str = "",
    pitch: float = PITCH,
) -> PlacedLine:
    """Return *text* on one row of the grid, counted from 1."""
    span = Span(text, source)
    baseline = TOP - pitch * (row - 1)
    right = x + book().set_line([span]).width * size
    box = Box(x, baseline - 0.35 * size, right, baseline + 1.05 * size)
    return PlacedLine(page, x, baseline, size, (span,), box, joint, block)


def numbers() -> tuple[PlacedLine, ...]:
    """Return the line numbers of pleading paper."""
    return tuple(line(str(row), row, x=72.0, block=-1, joint="\n") for row in range(1, LINES + 1))


def paper(*lines: PlacedLine, frame: Iterable[PlacedLine] = ()) -> LaidOut:
    """Return a paper that holds *lines*, on as many pages as they need."""
    pages = max((each.page for each in lines), default=1)
    return LaidOut(WIDTH, HEIGHT, pages, lines, frame=tuple(frame))


def rows(*texts: str, joint: str = " ", page: int = 1) -> tuple[PlacedLine, ...]:
    """Return *texts* as the lines of one block, one below the other."""
    return tuple(line(text, row, joint=joint, page=page) for row, text in enumerate(texts, 1))


def drawn(laid_out: LaidOut, *, as_: LaidOut | None = None) -> RenderedPdf:
    """Return *laid_out* drawn; with *as_*, it is said to be that instead."""
    rendered = draw(
        laid_out, book(), paper="declaration", file_name="declaration.pdf", title=TITLE, language=LANGUAGE
    )
    return replace(rendered, laid_out=as_ or laid_out)


def tampered(content: bytes, change: Callable[[PdfWriter], object]) -> bytes:
    """Return a PDF after *change* was made to it."""
    writer = PdfWriter(clone_from=BytesIO(content))
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
