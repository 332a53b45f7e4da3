"""Draws laid-out pages into a PDF.  It decides nothing: every line, rule and mark is where its layout put it.

It leans on reportlab's private `_doc`, as the fonts' writer does; hence the
pinned version, and the tests.
"""

import zlib
from collections import defaultdict
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from formgen.document.blocks import Inline, Span
from formgen.render.collector import collector_paused
from formgen.render.fonts.book import FontBook
from formgen.render.fonts.writer import FontWriter
from formgen.render.laid_out import LaidOut, PlacedLine, PlacedMark, PlacedRule
from formgen.render.rendered import RenderedPdf

_FRAME = "frame"
_PRODUCER = "formgen"
_VERSION = (1, 7)

_Part = PlacedLine | PlacedRule | PlacedMark


class _Info(pdfdoc.PDFInfo):  # type: ignore[misc]
    """The file's own properties: its title, and nothing about who made it, where or when."""

    def format(self, document: Any) -> Any:  # noqa: ANN401 - reportlab has no types
        entries = {"Title": pdfdoc.PDFString(self.title), "Producer": pdfdoc.PDFString(_PRODUCER)}
        return pdfdoc.PDFDictionary(entries).format(document)


@collector_paused()
def draw(  # noqa: PLR0913 - the file's own properties, each named where it is called
    laid: LaidOut, book: FontBook, *, paper: str, file_name: str, title: str, language: str
) -> RenderedPdf:
    """Return *laid* as a PDF with every font embedded; the same pages always give the same bytes.

    Args:
        laid: The pages.  What is on each of them alike is stored once.
        book: The fonts.
        paper: The paper's id in the catalog.
        file_name: The file's name.
        title: For the file's own properties; it names nobody.
        language: Such as `en-US`.

    Raises:
        RenderError: If a character is in no font.
    """
    content = BytesIO()
    canvas = Canvas(
        content,
        pagesize=(laid.width, laid.height),
        invariant=1,
        pdfVersion=_VERSION,
        lang=language,
    )
    canvas._doc.info = _Info()  # noqa: SLF001
    canvas.setTitle(title)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.addPageLabel(0, style="ARABIC", start=1)
    writer = FontWriter(canvas, book)
    _draw_frame(laid, canvas, writer)
    _draw_pages(laid, canvas, writer)
    _add_places(laid, canvas)
    fonts = writer.finish()
    canvas.save()
    return RenderedPdf(paper, file_name, content.getvalue(), laid, fonts)


def _draw_frame(laid: LaidOut, canvas: Canvas, writer: FontWriter) -> None:
    canvas.beginForm(_FRAME)
    _draw_parts(laid.frame, canvas, writer)
    canvas.endForm()
    form = canvas._doc.idToObject[pdfdoc.xObjectName(_FRAME)]  # noqa: SLF001
    form.Contents, form.compression = _packed(form.stream), 0


def _draw_pages(laid: LaidOut, canvas: Canvas, writer: FontWriter) -> None:
    document = canvas._doc  # noqa: SLF001
    parts: dict[int, list[_Part]] = defaultdict(list)
    drawn: tuple[_Part, ...] = (*laid.marks, *laid.rules, *laid.lines)
    for part in drawn:
        parts[part.page].append(part)
    for number in range(1, laid.page_count + 1):
        canvas.doForm(_FRAME)
        _draw_parts(parts[number], canvas, writer)
        canvas.showPage()
        page = document.Pages[-1]
        page.Contents, page.stream = _packed(page.stream), None
        document.updateSignature(page.Contents.content)


def _draw_parts(parts: Iterable[_Part], canvas: Canvas, writer: FontWriter) -> None:
    for part in parts:
        match part:
            case PlacedLine():
                if part.inlines:
                    spans = [_span(inline) for inline in part.inlines]
                    writer.draw_line(spans, x=part.x, baseline=part.baseline, size=part.size)
            case PlacedRule():
                canvas.setLineWidth(part.width)
                canvas.setDash(list(part.dashes))
                canvas.line(part.x1, part.y1, part.x2, part.y2)
            case PlacedMark():
                box = part.box
                canvas.setFillGray(part.grey)
                canvas.setStrokeGray(part.grey)
                canvas.rect(
                    box.left,
                    box.bottom,
                    box.right - box.left,
                    box.top - box.bottom,
                    stroke=not part.is_filled,
                    fill=part.is_filled,
                )
                canvas.setFillGray(0)
                canvas.setStrokeGray(0)


def _span(inline: Inline) -> Span:
    return inline if isinstance(inline, Span) else Span("")


def _packed(stream: str | bytes) -> Any:  # noqa: ANN401 - reportlab has no types
    """Return a page's drawing, compressed at once: a thousand pages of it are never held as text.

    Left to itself reportlab wraps it in ASCII-85 as well, a quarter larger
    and slower, unless a setting for the whole process says not to.
    """
    content = zlib.compress(stream if isinstance(stream, bytes) else stream.encode("latin-1"))
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary({"Filter": pdfdoc.PDFName("FlateDecode")}), content)


def _add_places(laid: LaidOut, canvas: Canvas) -> None:
    """Add the bookmarks, and a name for each place that links may point to."""
    for number, entry in enumerate(laid.outline):
        place = canvas._bookmarkReference(f"outline-{number}")  # noqa: SLF001
        place.xyz("null", entry.top, "null")
        place.setPage(_page(entry.page))
        canvas.addOutlineEntry(entry.title, f"outline-{number}", level=entry.level)
    if laid.anchors:
        document = canvas._doc  # noqa: SLF001
        pages = [_page(number).format(document) for number in range(1, laid.page_count + 1)]
        places = []
        for name in sorted(laid.anchors):
            page, top = laid.anchors[name]
            places.append(pdfdoc.PDFString(name).format(document))
            places.append(b"[%s /XYZ null %.2f null]" % (pages[page - 1], top))
        tree = pdfdoc.PDFDictionary({"Names": b"[%s]" % b" ".join(places)})
        document.Catalog.Names = pdfdoc.PDFDictionary({"Dests": tree})


def _page(number: int) -> Any:  # noqa: ANN401 - reportlab has no types
    return pdfdoc.PDFObjectReference(f"Page{number}")
