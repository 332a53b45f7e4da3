"""A finished PDF measured with PDFium: what is printed where, in points from the top left corner."""

import ctypes
from dataclasses import dataclass, field
from itertools import groupby

import pypdfium2
import pypdfium2.raw as pdfium


@dataclass(frozen=True)
class Glyph:
    """A character as it is drawn."""

    text: str
    x: float
    baseline: float
    left: float
    top: float
    right: float
    bottom: float
    size: float
    font: str


@dataclass(frozen=True)
class Printed:
    """Characters that stand on one baseline, one close after the other."""

    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs).strip()

    @property
    def x(self) -> float:
        return self.glyphs[0].x

    @property
    def baseline(self) -> float:
        return self.glyphs[0].baseline

    @property
    def inked(self) -> tuple[Glyph, ...]:
        """Return the characters that leave ink."""
        return tuple(glyph for glyph in self.glyphs if not glyph.text.isspace())

    @property
    def left(self) -> float:
        return min(glyph.left for glyph in self.inked)

    @property
    def right(self) -> float:
        return max(glyph.right for glyph in self.inked)

    @property
    def top(self) -> float:
        return min(glyph.top for glyph in self.inked)

    @property
    def bottom(self) -> float:
        return max(glyph.bottom for glyph in self.inked)

    @property
    def size(self) -> float:
        return self.glyphs[0].size

    @property
    def middle(self) -> float:
        """Return the height of the middle of its digits and capitals."""
        high = [glyph for glyph in self.inked if glyph.text.isdigit() or glyph.text.isupper()]
        return (min(glyph.top for glyph in high) + max(glyph.bottom for glyph in high)) / 2


@dataclass(frozen=True)
class Stroke:
    """A straight line from one point to another, and how thick it is."""

    left: float
    top: float
    right: float
    bottom: float
    width: float

    @property
    def is_upright(self) -> bool:
        return self.bottom - self.top > self.right - self.left

    @property
    def x(self) -> float:
        return (self.left + self.right) / 2

    @property
    def y(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Page:
    """What is printed on a page."""

    width: float
    height: float
    printed: list[Printed] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)

    @property
    def numbers(self) -> list[Printed]:
        """Return the line numbers: what stands left of the double rule."""
        return [printed for printed in self.printed if printed.right < 89]

    @property
    def text(self) -> list[Printed]:
        """Return what stands between the rules, from line 1 to line 28."""
        return [each for each in self.printed if each.left > 92 and 72 <= each.baseline <= 744]

    @property
    def foot(self) -> list[Printed]:
        return [each for each in self.printed if each.baseline > 744]

    @property
    def upright(self) -> list[Stroke]:
        return sorted((stroke for stroke in self.strokes if stroke.is_upright), key=lambda each: each.x)

    @property
    def lying(self) -> list[Stroke]:
        return [stroke for stroke in self.strokes if not stroke.is_upright]

    def find(self, words: str) -> Printed:
        """Return the one line that holds *words*."""
        (found,) = [each for each in self.printed if words in each.text]
        return found


def measure(content: bytes) -> list[Page]:
    """Return the pages of a PDF."""
    pdf = pypdfium2.PdfDocument(content)
    try:
        return [_page(page) for page in pdf]
    finally:
        pdf.close()


def _page(page: pypdfium2.PdfPage) -> Page:
    width, height = page.get_size()
    glyphs = _glyphs(page, height)
    glyphs.sort(key=lambda glyph: (round(glyph.baseline, 1), glyph.x))
    lines = []
    for _, group in groupby(glyphs, key=lambda glyph: round(glyph.baseline, 1)):
        part: list[Glyph] = []
        for glyph in group:
            if part and glyph.x - part[-1].right > 12:
                lines.append(Printed(tuple(part)))
                part = []
            part.append(glyph)
        lines.append(Printed(tuple(part)))
    return Page(width, height, [line for line in lines if line.text], list(_strokes(page, height)))


def _glyphs(page: pypdfium2.PdfPage, height: float) -> list[Glyph]:
    text_page = page.get_textpage()
    raw = text_page.raw
    x, y = ctypes.c_double(), ctypes.c_double()
    found = []
    high = ""
    for index in range(text_page.count_chars()):
        if pdfium.FPDFText_IsGenerated(raw, index):
            continue
        pdfium.FPDFText_GetCharOrigin(raw, index, x, y)
        left, bottom, right, top = text_page.get_charbox(index)
        text = high + chr(pdfium.FPDFText_GetUnicode(raw, index))
        if len(text) == 1 and "\ud800" <= text <= "\udbff":
            high = text  # PDFium gives a character beyond U+FFFF in two halves.
            continue
        high = ""
        text = text.encode("utf-16", "surrogatepass").decode("utf-16")
        if text.isspace():
            left, right, top, bottom = x.value, x.value + 3, y.value, y.value
        name = ctypes.create_string_buffer(200)
        pdfium.FPDFText_GetFontInfo(raw, index, name, 200, None)
        found.append(
            Glyph(
                text,
                x.value,
                height - y.value,
                left,
                height - top,
                right,
                height - bottom,
                pdfium.FPDFText_GetFontSize(raw, index),
                name.value.decode(),
            )
        )
    return found


def _strokes(page: pypdfium2.PdfPage, height: float) -> list[Stroke]:
    found = []
    width = ctypes.c_float()
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = item.get_bounds()
        pdfium.FPDFPageObj_GetStrokeWidth(item.raw, width)
        # PDFium lets its bounds go out by the whole thickness on each side.
        out = width.value
        found.append(Stroke(left + out, height - top + out, right - out, height - bottom - out, out))
    return found
