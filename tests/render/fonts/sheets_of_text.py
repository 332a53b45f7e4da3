"""Lines drawn onto a page and read back by other programs."""

import shutil
import subprocess
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import uharfbuzz as hb
from PIL import Image
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from formgen.document.blocks import Span
from formgen.render.fonts.book import FontBook
from formgen.render.fonts.writer import FontWriter
from formgen.render.rendered import FontFile

SIZE = 14
TOP = 760
LEADING = 24

POPPLER = pytest.mark.skipif(
    shutil.which("pdftotext") is None or shutil.which("pdffonts") is None,
    reason="Poppler's pdftotext and pdffonts are not installed; other readers are tested",
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page in memory."""

    content: bytes
    fonts: tuple[FontFile, ...]


@cache
def book() -> FontBook:
    """Return the usual typefaces, opened once."""
    return FontBook.open()


def drawn(*lines: str | Sequence[Span], fonts: FontBook | None = None, size: float = SIZE) -> Sheet:
    """Return *lines* drawn one below the other on one page."""
    chosen = fonts or book()
    content = BytesIO()
    canvas = Canvas(content, pagesize=(612, 792), invariant=1, pageCompression=1)
    writer = FontWriter(canvas, chosen)
    for row, line in enumerate(lines):
        spans = [Span(line)] if isinstance(line, str) else line
        writer.draw(chosen.set_line(spans), x=40, baseline=TOP - LEADING * row, size=size)
    canvas.showPage()
    files = writer.finish()
    canvas.save()
    return Sheet(content.getvalue(), files)


def by_pdfium(sheet: Sheet) -> list[str]:
    """Return the lines of *sheet* as PDFium reads them."""
    document = pypdfium2.PdfDocument(sheet.content)
    text: str = document[0].get_textpage().get_text_range()
    return text.split("\r\n")


def by_pypdf(sheet: Sheet) -> list[str]:
    """Return the lines of *sheet* as pypdf reads them."""
    return PdfReader(BytesIO(sheet.content)).pages[0].extract_text().split("\n")


def by_poppler(sheet: Sheet, folder: Path) -> list[str]:
    """Return the lines of *sheet* as Poppler reads them."""
    file = folder / "sheet.pdf"
    file.write_bytes(sheet.content)
    done = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", str(file), "-"], check=True, capture_output=True
    )
    return done.stdout.decode("utf-8").rstrip("\f\n").split("\n")


def fonts_of(sheet: Sheet) -> dict[str, Any]:
    """Return the font dictionaries of *sheet*'s page, by their names in it."""
    resources: Any = PdfReader(BytesIO(sheet.content)).pages[0]["/Resources"]
    return {name: font.get_object() for name, font in resources["/Font"].items()}


def picture(sheet: Sheet, row: int) -> Image.Image:
    """Return one line of *sheet* in grey, four pixels a point."""
    page: Image.Image = pypdfium2.PdfDocument(sheet.content)[0].render(scale=4).to_pil().convert("L")
    baseline = 4 * (792 - TOP + LEADING * row)
    return page.crop((0, baseline - 4 * SIZE, page.width, baseline + 4 * (LEADING - SIZE)))


def ink(image: Image.Image) -> int:
    """Return how many dark pixels *image* has."""
    return sum(1 for value in image.tobytes() if value < 128)


def pieces(image: Image.Image) -> int:
    """Return into how many pieces the ink of *image* falls from left to right."""
    columns = [
        any(image.getpixel((x, y)) < 128 for y in range(image.height))  # type: ignore[operator]
        for x in range(image.width)
    ]
    return sum(1 for is_dark, _ in groupby(columns) if is_dark)


def composed(text: str) -> str:
    """Return *text* in composed form, without what says that a sign is an emoji."""
    return unicodedata.normalize("NFC", text).replace("\ufe0f", "")


def glyph_numbers(text: str, *, fonts: FontBook | None = None) -> list[list[int]]:
    """Return the glyphs of each step of *text*, from left to right."""
    line = (fonts or book()).set_line([Span(text)])
    return [
        [part.glyph for part in step.parts]
        for run in line.runs
        for fragment in run.fragments
        for step in fragment.steps
    ]


def static_font(source: Path, to: Path, weight: int) -> Path:
    """Write a font of one weight, made from a variable one, and return where."""
    face = hb.Face(hb.Blob.from_file_path(str(source)))
    wanted = hb.SubsetInput()
    wanted.keep_everything()
    wanted.pin_axis_location(face, "wght", weight)
    to.write_bytes(hb.subset(face, wanted).blob.data)
    return to
