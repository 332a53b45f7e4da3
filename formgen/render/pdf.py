"""Draws laid-out pages into a PDF.  It decides nothing: every line, rule and mark is where its layout put it.

It leans on reportlab's private `_doc`, as the fonts' writer does; hence the
pinned version, and the tests.
"""

import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from formgen.document.blocks import Inline, Span
from formgen.render.collector import collector_paused
from formgen.render.fonts.book import FontBook
from formgen.render.fonts.writer import FontWriter
from formgen.render.laid_out import LaidOut, PlacedLine, PlacedLink, PlacedMark, PlacedRule
from formgen.render.rendered import FontFile, RenderedPdf

_FRAME = "frame"
_PRODUCER = "formgen"
_VERSION = (1, 7)

_Part = PlacedLine | PlacedRule | PlacedMark


class _Info(pdfdoc.PDFInfo):  # type: ignore[misc]
    """The file's own properties: its title, and nothing about who made it, where or when."""

    def format(self, document: Any) -> Any:  # noqa: ANN401 - reportlab has no types
        entries = {"Title": pdfdoc.PDFString(self.title), "Producer": pdfdoc.PDFString(_PRODUCER)}
        return pdfdoc.PDFDictionary(entries).format(document)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A file drawn, and the fonts that it was drawn with."""

    content: bytes = field(repr=False)
    fonts: tuple[FontFile, ...]


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
    drawn = draw_together([laid], book, title=title, language=language)
    return RenderedPdf(paper, file_name, drawn.content, laid, drawn.fonts)


@collector_paused()
def draw_together(laid: Sequence[LaidOut], book: FontBook, *, title: str, language: str) -> Drawn:
    """Return several papers as one PDF: pages labelled from the number on the first of them on.

    A link leads to a place in any of them; one whose place is in another
    file is left out.  The other arguments are as for `draw`.

    Raises:
        RenderError: If a character is in no font.
    """
    content = BytesIO()
    canvas = Canvas(
        content,
        pagesize=(laid[0].width, laid[0].height),
        invariant=1,
        pdfVersion=_VERSION,
        lang=language,
    )
    canvas._doc.info = _Info()  # noqa: SLF001
    canvas.setTitle(title)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.addPageLabel(0, style="ARABIC", start=laid[0].first_page)
    if len(laid) > 1:
        # Whoever opens a packet finds its way by the bookmarks.
        canvas.showOutline()
    writer = FontWriter(canvas, book)
    places = {part.place(anchor) for part in laid for anchor in part.anchors}
    for number, part in enumerate(laid):
        # Its own way of changing the size would name an unembedded typeface on each page again.
        canvas._pagesize = (part.width, part.height)  # noqa: SLF001
        frame = f"{_FRAME}{number or ''}" if part.frame else ""
        if frame:
            _draw_frame(part, frame, canvas, writer)
        _draw_pages(part, frame, places, canvas, writer)
    _add_places(laid, canvas)
    fonts = writer.finish()
    canvas.save()
    return Drawn(content.getvalue(), fonts)


def _draw_frame(laid: LaidOut, name: str, canvas: Canvas, writer: FontWriter) -> None:
    canvas.beginForm(name)
    _draw_parts(laid.frame, canvas, writer)
    canvas.endForm()
    form = canvas._doc.idToObject[pdfdoc.xObjectName(name)]  # noqa: SLF001
    form.Contents, form.compression = _packed(form.stream), 0


def _draw_pages(
    laid: LaidOut, frame: str, places: Collection[str], canvas: Canvas, writer: FontWriter
) -> None:
    document = canvas._doc  # noqa: SLF001
    parts: dict[int, list[_Part]] = defaultdict(list)
    drawn: tuple[_Part, ...] = (*laid.marks, *laid.rules, *laid.lines)
    for part in drawn:
        parts[part.page].append(part)
    links: dict[int, list[PlacedLink]] = defaultdict(list)
    for link in laid.links:
        if link.goes_to in places:
            links[link.page].append(link)
    for number in range(1, laid.page_count + 1):
        if frame:
            canvas.doForm(frame)
        _draw_parts(parts[number], canvas, writer)
        for link in links[number]:
            canvas._addAnnotation(_annotation(link))  # noqa: SLF001
        canvas.showPage()
        page = document.Pages[-1]
        page.Contents, page.stream = _packed(page.stream), None
        document.updateSignature(page.Contents.content)


def _annotation(link: PlacedLink) -> Any:  # noqa: ANN401 - reportlab has no types
    """Return a link without a border: what is filed is printed, and nothing is put on it but its words."""
    box = link.box
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("Annot"),
            "Subtype": pdfdoc.PDFName("Link"),
            "Rect": pdfdoc.PDFArray(
                [f"{edge:.2f}".encode() for edge in (box.left, box.bottom, box.right, box.top)]
            ),
            "Border": pdfdoc.PDFArray([0, 0, 0]),
            "Dest": pdfdoc.PDFString(_name_of(link.goes_to)),
        }
    )


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


def _add_places(laid: Sequence[LaidOut], canvas: Canvas) -> None:
    """Add the bookmarks, and a name for each place that links may point to."""
    document = canvas._doc  # noqa: SLF001
    number = before = 0
    places: dict[str, bytes] = {}
    for part in laid:
        for entry in part.outline:
            place = canvas._bookmarkReference(f"outline-{number}")  # noqa: SLF001
            place.xyz("null", entry.top, "null")
            place.setPage(_page(before + entry.page))
            canvas.addOutlineEntry(entry.title, f"outline-{number}", level=entry.level)
            number += 1
        for anchor, (page, top) in part.anchors.items():
            reference = _page(before + page).format(document)
            places[_name_of(part.place(anchor))] = b"[%s /XYZ null %.2f null]" % (reference, top)
        before += part.page_count
    if places:
        names = [
            entry
            for name in sorted(places)
            for entry in (pdfdoc.PDFString(name).format(document), places[name])
        ]
        tree = pdfdoc.PDFDictionary({"Names": b"[%s]" % b" ".join(names)})
        document.Catalog.Names = pdfdoc.PDFDictionary({"Dests": tree})


def _name_of(place: str) -> str:
    """Return the name of *place* in ASCII: of other letters, readers do not agree on the order.

    They look for a name as in a dictionary (ISO 32000-2, 7.9.6), some by its
    bytes and some by its letters, and miss one that stands elsewhere.
    """
    return place.encode("unicode_escape").decode("ascii")


def _page(number: int) -> Any:  # noqa: ANN401 - reportlab has no types
    return pdfdoc.PDFObjectReference(f"Page{number}")
