"""Looks at what a finished PDF is made of, with pypdf: what one library writes, another checks.

Page contents are never unpacked here; `checks.pdf_text` reads those.
"""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, Destination, DictionaryObject, IndirectObject, PdfObject

from formgen.checks.pdf_text import NotAPdfError
from formgen.render.laid_out import LaidOut

_SUBSET = re.compile(r"/[A-Z]{6}\+.")
"""A typeface's name, after the six letters that say that only a part of it is there."""

_PROPERTIES = frozenset({"/Title", "/Producer", "/CreationDate", "/ModDate", "/Trapped"})
"""What a file may say about itself; none of it names a person or a machine."""

_STARTS = frozenset({"/AA", "/OpenAction", "/JS", "/JavaScript", "/AcroForm", "/XFA"})
_ATTACHES = frozenset({"/EF", "/EmbeddedFiles", "/AF", "/Collection"})
_INSIDE = "/GoTo"
_ACTIONS = frozenset(
    {
        *("/GoTo3DView", "/GoToDp", "/GoToE", "/GoToR", "/Hide", "/ImportData", "/JavaScript", "/Launch"),
        *("/Movie", "/Named", "/Rendition", "/ResetForm", "/RichMediaExecute", "/SetOCGState", "/Sound"),
        *("/SubmitForm", "/Thread", "/Trans", "/URI"),
    }
)
"""Every action but the one that goes to a place in the same file (ISO 32000-2, table 201)."""

_CLOSE = 0.01
"""Points by which a page may be larger or smaller than laid out."""


def structure_faults(content: bytes, laid_out: LaidOut, *, title: str, language: str) -> Iterator[str]:
    """Yield what is wrong with the make of a finished PDF, each as a sentence.

    Raises:
        NotAPdfError: If the file cannot be read.
    """
    try:
        reader = PdfReader(BytesIO(content), strict=True)
        if reader.is_encrypted:
            yield "The finished PDF is locked."
            return
        pages = list(reader.pages)
        yield from _page_faults(pages, laid_out)
        yield from _place_faults(reader, pages, laid_out)
        yield from _property_faults(reader, title=title, language=language)
        yield from _object_faults(reader)
    except PyPdfError as error:
        raise NotAPdfError from error


def _page_faults(pages: Sequence[PageObject], laid_out: LaidOut) -> Iterator[str]:
    if len(pages) != laid_out.page_count:
        yield f"The finished PDF has {len(pages)} pages, and was laid out on {laid_out.page_count}."
    whole = (0.0, 0.0, laid_out.width, laid_out.height)
    for number, page in enumerate(pages, 1):
        edges = zip((*page.mediabox, *page.cropbox), (*whole, *whole), strict=True)
        if page.user_unit != 1 or any(abs(float(edge) - wanted) > _CLOSE for edge, wanted in edges):
            yield f"Page {number} of the finished PDF has another size than it was laid out for."
        if page.rotation:
            yield f"Page {number} of the finished PDF is turned."


def _place_faults(reader: PdfReader, pages: Sequence[PageObject], laid_out: LaidOut) -> Iterator[str]:
    wanted = [(entry.level, entry.title, entry.page) for entry in laid_out.outline]
    if list(_bookmarks(reader, reader.outline)) != wanted:
        yield "The bookmarks of the finished PDF are not those that were laid out."
    named = reader.named_destinations
    if {name: _page_number(reader, place) for name, place in named.items()} != {
        name: page for name, (page, _) in laid_out.anchors.items()
    }:
        yield "The named places of the finished PDF are not those that were laid out."
    first = laid_out.first_page
    if reader.page_labels != [str(number) for number in range(first, first + len(pages))]:
        yield "The pages of the finished PDF are not labelled with the numbers printed on them."
    places = {str(name) for name in named} | {_reference(page.indirect_reference) for page in pages}
    for number, page in enumerate(pages, 1):
        links = _resolved(page.get("/Annots"))
        if links is not None and not (
            isinstance(links, ArrayObject) and all(_target(_resolved(link)) in places for link in links)
        ):
            yield f"Page {number} of the finished PDF holds a note, a field, or a link that leads elsewhere."


def _bookmarks(
    reader: PdfReader, entries: Sequence[object], level: int = 0
) -> Iterator[tuple[int, str | None, int | None]]:
    for entry in entries:
        if isinstance(entry, Destination):
            yield level, entry.title, _page_number(reader, entry)
        elif isinstance(entry, list):
            yield from _bookmarks(reader, entry, level + 1)


def _page_number(reader: PdfReader, place: Destination) -> int | None:
    index = reader.get_destination_page_number(place)
    return None if index is None else index + 1


def _target(link: PdfObject | None) -> str | None:
    """Return where an annotation leads, by name or by page; None if it is no link within the paper."""
    if not isinstance(link, DictionaryObject) or _said(link, "/Subtype") != "/Link":
        return None
    holder, key = link, "/Dest"
    if "/A" in link:
        action = _resolved(link.get("/A"))
        if not isinstance(action, DictionaryObject) or _said(action, "/S") != _INSIDE:
            return None
        holder, key = action, "/D"
    place = _resolved(holder.get(key))
    if isinstance(place, ArrayObject):
        return _reference(list.__getitem__(place, 0)) if place else None
    return str(place)


def _reference(value: object) -> str:
    return f"object {value.idnum}" if isinstance(value, IndirectObject) else "no object"


def _property_faults(reader: PdfReader, *, title: str, language: str) -> Iterator[str]:
    properties: dict[str, object] = dict(reader.metadata or {})
    if properties.get("/Title") != title:
        yield "The finished PDF has another title in its properties than the paper's."
    if any(value for name, value in properties.items() if name not in _PROPERTIES):
        yield "The finished PDF holds properties that may name who made it, or on what machine."
    if "/Metadata" in reader.root_object:
        yield "The finished PDF holds a second set of properties."
    if _said(reader.root_object, "/Lang") != language:
        yield "The finished PDF does not say in which language it is written."


def _object_faults(reader: PdfReader) -> Iterator[str]:
    starts = attaches = False
    fonts: set[str] = set()
    for entry in _dictionaries(reader.trailer):
        starts = starts or not _STARTS.isdisjoint(entry) or _said(entry, "/S") in _ACTIONS
        attaches = attaches or not _ATTACHES.isdisjoint(entry)
        if _said(entry, "/Type") == "/Font":
            fonts.update(_font_faults(entry))
    if starts:
        yield "The finished PDF holds a script, a form, or something that starts when it is opened."
    if attaches:
        yield "The finished PDF has another file attached."
    yield from sorted(fonts)


def _dictionaries(trailer: DictionaryObject) -> Iterator[DictionaryObject]:
    """Yield every dictionary that can be reached in the file, once."""
    seen: set[int] = set()
    waiting: list[object] = [trailer]
    while waiting:
        found = waiting.pop()
        if isinstance(found, IndirectObject):
            if found.idnum not in seen:
                seen.add(found.idnum)
                waiting.append(found.get_object())
        elif isinstance(found, DictionaryObject):
            yield found
            waiting.extend(dict.values(found))
        elif isinstance(found, ArrayObject):
            waiting.extend(list.__iter__(found))


def _font_faults(font: DictionaryObject) -> Iterator[str]:
    kind = _said(font, "/Subtype")
    if not kind.startswith("/CIDFont") and "/ToUnicode" not in font:
        yield "A typeface of the finished PDF does not say which letters its shapes stand for."
    if kind in {"/Type0", "/Type3"}:
        # Made of parts, each looked at by itself, or of shapes drawn in the file.
        return
    descriptor = _resolved(font.get("/FontDescriptor"))
    if not isinstance(descriptor, DictionaryObject) or not {"/FontFile2", "/FontFile3"} & descriptor.keys():
        yield "A typeface is not in the finished PDF, so that another computer would show another."
    elif not _SUBSET.match(_said(font, "/BaseFont")):
        yield "A typeface of the finished PDF is not marked as holding only what the paper needs."


def _said(dictionary: DictionaryObject, key: str) -> str:
    """Return the name or the text that stands under *key*; nothing if none does."""
    return str(_resolved(dictionary.get(key)) or "")


def _resolved(value: PdfObject | None) -> PdfObject | None:
    return value.get_object() if value is not None else None
