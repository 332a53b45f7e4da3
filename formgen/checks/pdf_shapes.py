"""What the pages of a PDF draw, one thing above the other, as PDFium takes it apart.

Imports pypdfium2, which has no types and is not safe for threads (`pdf_text`).
Coordinates are points from the bottom left corner of the page as it is
written, before it is turned.
"""

import ctypes
from collections.abc import Collection, Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from ctypes import c_double, c_float, c_int, c_uint
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

import pypdfium2
from pypdfium2 import raw

from formgen.checks.pdf_text import NotAPdfError
from formgen.checks.rectangles import UNMOVED, Matrix, Point, around, moved, product
from formgen.render.laid_out import Box

Kind = Literal["text", "path", "picture"]

_KINDS: dict[int, Kind] = {
    raw.FPDF_PAGEOBJ_TEXT: "text",
    raw.FPDF_PAGEOBJ_PATH: "path",
    raw.FPDF_PAGEOBJ_IMAGE: "picture",
}
_DEEPEST = 24
"""Forms within forms; PDFium itself follows no more than about as many."""

_SHOWN_AS = 0
"""As on a screen, not as printed."""

_LARGEST_PICTURE = 250_000
"""Pixels; what has more is a scan or a photograph, no bar, and takes long to read."""


@dataclass(frozen=True, slots=True)
class Paint:
    """With what something is filled or drawn."""

    red: int
    green: int
    blue: int
    opacity: int
    """Each from 0 to 255."""


class Shape(NamedTuple):
    """One thing that a page draws; to be asked only while its page is held.  A page can have very many."""

    order: int
    """The higher, the later it is drawn."""

    kind: Kind
    is_in_a_blend: bool
    """Whether a form that it is in lets what is below show through."""

    matrix: Matrix
    """From the space of the form that it is in to the page."""

    handle: Any
    """PDFium's own; only this module makes anything of it."""

    @property
    def identity(self) -> int:
        """What tells one thing of a page from another."""
        return ctypes.addressof(self.handle.contents)

    @property
    def blends(self) -> bool:
        """Whether what is below can show through it."""
        return self.is_in_a_blend or bool(raw.FPDFPageObj_HasTransparency(self.handle))

    def box(self) -> Box:
        """Return the rectangle around it, with the width of its lines."""
        left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
        raw.FPDFPageObj_GetBounds(self.handle, left, bottom, right, top)
        if self.matrix is UNMOVED:
            return Box(left.value, bottom.value, right.value, top.value)
        return around([(x.value, y.value) for x in (left, right) for y in (bottom, top)], self.matrix)

    def clips(self) -> Iterator[Box]:
        """Yield the rectangle around each path outside of which it is cut off."""
        clip = raw.FPDFPageObj_GetClipPath(self.handle)
        for path in range(max(raw.FPDFClipPath_CountPaths(clip), 0)):
            count: int = raw.FPDFClipPath_CountPathSegments(clip, path)
            segments = [raw.FPDFClipPath_GetPathSegment(clip, path, number) for number in range(count)]
            if segments:
                yield around([_point(segment) for segment in segments], self.matrix)

    def paint(self) -> Paint | None:
        """Return with what it is filled; None if that is no plain colour."""
        return self._paint(raw.FPDFPageObj_GetFillColor)

    def ink(self) -> Paint | None:
        """Return with what its lines are drawn."""
        return self._paint(raw.FPDFPageObj_GetStrokeColor)

    def _paint(self, read: Any) -> Paint | None:  # noqa: ANN401  one of the library's functions
        parts = c_uint(), c_uint(), c_uint(), c_uint()
        return Paint(*(part.value for part in parts)) if read(self.handle, *parts) else None

    def is_filled_and_drawn(self) -> tuple[bool, bool]:
        """Return whether a path is filled, and whether its line is drawn."""
        fill, stroke = c_int(), c_int()
        raw.FPDFPath_GetDrawMode(self.handle, fill, stroke)
        return fill.value != raw.FPDF_FILLMODE_NONE, bool(stroke.value)

    def line_width(self) -> float:
        """Return how wide a path's line is on the page."""
        width = c_float()
        raw.FPDFPageObj_GetStrokeWidth(self.handle, width)
        a, b, c, d, _, _ = product(self._own_matrix(), self.matrix)
        return float(width.value * abs(a * d - b * c) ** 0.5)

    def outlines(self) -> list[list[Point]]:
        """Return the corners of each part of a path, on the page; of curves, all points that set them."""
        matrix = product(self._own_matrix(), self.matrix)
        parts: list[list[Point]] = []
        for number in range(raw.FPDFPath_CountSegments(self.handle)):
            segment = raw.FPDFPath_GetPathSegment(self.handle, number)
            if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO or not parts:
                parts.append([])
            parts[-1].append(moved(_point(segment), matrix))
        return parts

    def is_plain_picture(self) -> bool:
        """Tell whether a picture is of one colour all over."""
        width, height = c_uint(), c_uint()
        raw.FPDFImageObj_GetImagePixelSize(self.handle, width, height)
        if not 0 < width.value * height.value <= _LARGEST_PICTURE:
            return False
        bitmap = raw.FPDFImageObj_GetBitmap(self.handle)
        if not bitmap:
            return False
        try:
            return _is_plain(bitmap)
        finally:
            raw.FPDFBitmap_Destroy(bitmap)

    def render_mode(self) -> int:
        """Return how text is shown (ISO 32000-2, 9.3.6); 3 is not at all."""
        return int(raw.FPDFTextObj_GetTextRenderMode(self.handle))

    def _own_matrix(self) -> Matrix:
        return _matrix(self.handle)


def _is_plain(bitmap: Any) -> bool:  # noqa: ANN401  the library's own object
    rows, stride = raw.FPDFBitmap_GetHeight(bitmap), raw.FPDFBitmap_GetStride(bitmap)
    size = {raw.FPDFBitmap_Gray: 1, raw.FPDFBitmap_BGR: 3}.get(raw.FPDFBitmap_GetFormat(bitmap), 4)
    used = raw.FPDFBitmap_GetWidth(bitmap) * size
    content = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), rows * stride)
    first = content[:size] * (used // size)
    return all(content[row * stride : row * stride + used] == first for row in range(rows))


@dataclass(frozen=True, slots=True)
class Letter:
    """One character, and the text that it belongs to."""

    text: str
    box: Box
    identity: int
    """Of the shape; 0 if the character stands for no ink."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A note on a page that has no appearance of its own, so that each program draws it its own way."""

    kind: Literal["redaction", "highlight", "rectangle"]
    paint: Paint
    boxes: tuple[Box, ...]


_MARKS: dict[int, Literal["redaction", "highlight", "rectangle"]] = {
    raw.FPDF_ANNOT_REDACT: "redaction",
    raw.FPDF_ANNOT_HIGHLIGHT: "highlight",
    raw.FPDF_ANNOT_SQUARE: "rectangle",
}


@dataclass(frozen=True, slots=True)
class PageShapes:
    """What one page draws; to be asked only while the pages are being gone through."""

    number: int
    """From 1."""

    marks: tuple[Mark, ...]
    _page: Any = field(repr=False, compare=False)

    def shapes(self) -> list[Shape]:
        """Return all that it draws, in that order, what is in forms and notes too.

        Nothing if it is text from first to last and bears no mark: so are most
        pages, and telling is quick.
        """
        count: int = raw.FPDFPage_CountObjects(self._page)
        handles = [raw.FPDFPage_GetObject(self._page, number) for number in range(count)]
        kinds: list[int] = list(map(raw.FPDFPageObj_GetType, handles))
        found: list[Shape] = []
        if self.marks or kinds.count(raw.FPDF_PAGEOBJ_TEXT) < count:
            _gather(handles, kinds, found, _Form())
        return found

    def letters_of(self, texts: Collection[int]) -> Iterator[Letter]:
        """Yield every character, with the rectangle of its ink, of the *texts* with these identities."""
        left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
        with closing(self._page.get_textpage()) as text:
            for number in range(raw.FPDFText_CountChars(text)):
                owner = raw.FPDFText_GetTextObject(text, number)
                identity = ctypes.addressof(owner.contents) if owner else 0
                if identity in texts:
                    raw.FPDFText_GetCharBox(text, number, left, right, bottom, top)
                    yield Letter(
                        chr(raw.FPDFText_GetUnicode(text, number)),
                        Box(left.value, bottom.value, right.value, top.value),
                        identity,
                    )


class _Form(NamedTuple):
    """What holds other things, as the page itself does."""

    matrix: Matrix = UNMOVED
    blends: bool = False
    depth: int = 0


def _gather(handles: Sequence[Any], kinds: Sequence[int], found: list[Shape], form: _Form) -> None:
    for handle, number in zip(handles, kinds, strict=True):
        kind = _KINDS.get(number)
        if kind is not None:
            found.append(Shape(len(found), kind, form.blends, form.matrix, handle))
        elif number == raw.FPDF_PAGEOBJ_FORM and form.depth < _DEEPEST:
            count: int = raw.FPDFFormObj_CountObjects(handle)
            inner = [raw.FPDFFormObj_GetObject(handle, each) for each in range(count)]
            matrix = product(_matrix(handle), form.matrix)
            blends = form.blends or bool(raw.FPDFPageObj_HasTransparency(handle))
            within = _Form(UNMOVED if matrix == UNMOVED else matrix, blends, form.depth + 1)
            _gather(inner, list(map(raw.FPDFPageObj_GetType, inner)), found, within)


@contextmanager
def shapes_of(content: bytes | Path, pages: Collection[int] | None = None) -> Iterator[Iterator[PageShapes]]:
    """Open a PDF, to go through what its pages draw; one page is held at a time.

    Args:
        content: The PDF, or where it is; the file is not changed.
        pages: Which pages, from 1; all if it is None.

    Raises:
        NotAPdfError: If the file, or one of its pages, cannot be read.
    """
    try:
        with pypdfium2.PdfDocument(content) as document, closing(_pages(document, pages)) as found:
            yield found
    except pypdfium2.PdfiumError as error:
        raise NotAPdfError from error


def _pages(document: Any, wanted: Collection[int] | None) -> Generator[PageShapes, None, None]:  # noqa: ANN401
    for number in range(len(document)):
        if wanted is not None and number + 1 not in wanted:
            continue
        page = document[number]
        try:
            marks: tuple[Mark, ...] = ()
            if raw.FPDFPage_GetAnnotCount(page) > 0:
                marks = tuple(_marks(page))
                if raw.FPDFPage_Flatten(page, _SHOWN_AS) == raw.FLATTEN_SUCCESS:
                    page.close()
                    page = document[number]
            yield PageShapes(number + 1, marks, page)
        finally:
            page.close()


def _marks(page: Any) -> Iterator[Mark]:  # noqa: ANN401  the library's own object
    for number in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, number)
        if not note:
            continue
        try:
            kind = _MARKS.get(raw.FPDFAnnot_GetSubtype(note))
            if kind is not None and not raw.FPDFAnnot_GetFlags(note) & raw.FPDF_ANNOT_FLAG_HIDDEN:
                yield from _mark(note, kind)
        finally:
            raw.FPDFPage_CloseAnnot(note)


def _mark(note: Any, kind: Literal["redaction", "highlight", "rectangle"]) -> Iterator[Mark]:  # noqa: ANN401
    parts = c_uint(), c_uint(), c_uint(), c_uint()
    part = raw.FPDFANNOT_COLORTYPE_Color if kind == "highlight" else raw.FPDFANNOT_COLORTYPE_InteriorColor
    is_known = raw.FPDFAnnot_GetColor(note, part, *parts)
    if kind == "rectangle" and not raw.FPDFAnnot_HasKey(note, b"IC"):
        return
    if not is_known and kind != "redaction":
        return
    boxes = [
        around([(quad.x1, quad.y1), (quad.x2, quad.y2), (quad.x3, quad.y3), (quad.x4, quad.y4)])
        for quad in _quads(note)
    ]
    if not boxes:
        whole = raw.FS_RECTF()
        raw.FPDFAnnot_GetRect(note, whole)
        boxes = [around([(whole.left, whole.bottom), (whole.right, whole.top)])]
    yield Mark(kind, Paint(*(part.value for part in parts)), tuple(boxes))


def _quads(note: Any) -> Iterator[Any]:  # noqa: ANN401  the library's own objects
    for number in range(raw.FPDFAnnot_CountAttachmentPoints(note)):
        quad = raw.FS_QUADPOINTSF()
        if raw.FPDFAnnot_GetAttachmentPoints(note, number, quad):
            yield quad


def _matrix(handle: Any) -> Matrix:  # noqa: ANN401  the library's own object
    read = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(handle, read)
    return (read.a, read.b, read.c, read.d, read.e, read.f)


def _point(segment: Any) -> Point:  # noqa: ANN401  the library's own object
    x, y = c_float(), c_float()
    raw.FPDFPathSegment_GetPoint(segment, x, y)
    return (x.value, y.value)
