"""Draws pages of PDF with PDFium, to compare how they look."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from ctypes import create_string_buffer
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

from formgen.checks.pdf_text import NotAPdfError

POINTS = 72
"""To the inch."""

BYTES = 4
"""A dot: blue, green, red, and one that means nothing."""

_WHITE = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Grid:
    """The picture of a sheet of paper, and where a page lies on it."""

    width: float
    """Of the sheet, points."""

    height: float
    dots: int
    """To the inch."""

    x: float = 0.0
    """Of the page's lower left corner on the sheet, points."""

    y: float = 0.0
    scale: float = 1.0

    @property
    def columns(self) -> int:
        """Return how many dots stand in a row."""
        return round(self.width * self.dots / POINTS)

    @property
    def rows(self) -> int:
        """Return how many rows there are."""
        return round(self.height * self.dots / POINTS)


@dataclass(frozen=True, slots=True)
class DrawnFile:
    """A PDF, open to be drawn."""

    _document: Any = field(repr=False)

    def rows(self, number: int, grid: Grid) -> list[bytes]:
        """Return page *number*, from 1, drawn on *grid*: each row of dots from the top, four bytes a dot.

        Links and notes are left out.
        """
        stride = grid.columns * BYTES
        whole = self.top_rows(number, grid, grid.rows)
        return [whole[at : at + stride] for at in range(0, stride * grid.rows, stride)]

    def top_rows(self, number: int, grid: Grid, rows: int) -> bytes:
        """Return no more than the first *rows* of them, one behind the other."""
        stride = grid.columns * BYTES
        buffer = create_string_buffer(stride * grid.rows)
        with closing(self._document[number - 1]) as page:
            _draw(page, grid, buffer)
        return bytes(memoryview(buffer)[: stride * rows])


@contextmanager
def drawn_file(file: Path) -> Iterator[DrawnFile]:
    """Open a PDF to draw its pages.

    Raises:
        NotAPdfError: If the file, or a page of it, cannot be read.
    """
    try:
        with pypdfium2.PdfDocument(file) as document:
            yield DrawnFile(document)
    except pypdfium2.PdfiumError as error:
        raise NotAPdfError from error


def _draw(page: Any, grid: Grid, buffer: Any) -> None:  # noqa: ANN401 - the library's own objects
    columns, rows = grid.columns, grid.rows
    picture = raw.FPDFBitmap_CreateEx(columns, rows, raw.FPDFBitmap_BGRx, buffer, columns * BYTES)
    try:
        raw.FPDFBitmap_FillRect(picture, 0, 0, columns, rows, _WHITE)
        across, up = columns / grid.width, rows / grid.height
        wide, tall = raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page)
        matrix = raw.FS_MATRIX(
            # PDFium takes a page for as large as whole points say.
            a=across * grid.scale * wide / int(wide),
            d=up * grid.scale * tall / int(tall),
            e=across * grid.x,
            f=up * (grid.height - grid.y - tall * grid.scale),
        )
        raw.FPDF_RenderPageBitmapWithMatrix(
            picture, page, matrix, raw.FS_RECTF(left=0, top=0, right=columns, bottom=rows), 0
        )
    finally:
        raw.FPDFBitmap_Destroy(picture)
