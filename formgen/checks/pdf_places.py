"""Reads where the pages of a finished PDF lead and what they are called: labels, links, bookmarks.

Through PDFium's own functions; the library's Python side knows no links.
"""

import re
from collections.abc import Iterator
from ctypes import addressof, c_int, create_string_buffer
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

from formgen.checks.pdf_text import PageText
from formgen.render.laid_out import Box

_LONGEST_LABEL = 64
"""Bytes; a label of 31 characters is none of ours."""

_DEEPEST, _MOST = 64, 100_000
"""Bookmarks that are looked at; where they go round in a ring there is no end of them."""

_CONTROL = re.compile("[\0-\x1f]")


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A link on a page."""

    box: Box
    leads_to: int | None
    """The page of the file, from 1; None if it leads nowhere in it."""


@dataclass(frozen=True, slots=True)
class FoundBookmark:
    """A bookmark of the file."""

    level: int
    title: str
    page: int | None
    """From 1; None if it leads nowhere."""


def label_of(page: PageText) -> str:
    """Return what *page* is called in the file; nothing if it has no label."""
    buffer = create_string_buffer(_LONGEST_LABEL)
    length: int = raw.FPDF_GetPageLabel(page.document, page.number - 1, buffer, _LONGEST_LABEL)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace") if 2 <= length <= _LONGEST_LABEL else ""


def shown_of(page: PageText) -> Box | None:
    """Return what is shown of *page*, in points; None if it is turned."""
    edges = raw.FS_RECTF()
    if raw.FPDFPage_GetRotation(page.page) or not raw.FPDF_GetPageBoundingBox(page.page, edges):
        return None
    return Box(edges.left, edges.bottom, edges.right, edges.top)


def links_of(page: PageText) -> list[FoundLink]:
    """Return the links of *page* in their order."""
    found: list[FoundLink] = []
    position, link, edges = c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    while raw.FPDFLink_Enumerate(page.page, position, link):
        raw.FPDFLink_GetAnnotRect(link, edges)
        box = Box(edges.left, edges.bottom, edges.right, edges.top)
        found.append(FoundLink(box, _page_of(page.document, raw.FPDFLink_GetDest(page.document, link))))
    return found


def annotations_of(page: PageText) -> int:
    """Return how many links, notes and fields *page* has in all."""
    count: int = raw.FPDFPage_GetAnnotCount(page.page)
    return count


def bookmarks_of(page: PageText) -> Iterator[FoundBookmark]:
    """Yield the bookmarks of the file of *page*, each before those below it."""
    seen: set[int] = set()
    waiting = [(0, raw.FPDFBookmark_GetFirstChild(page.document, None))]
    while waiting:
        level, entry = waiting.pop()
        # The end of a row, or one that has been here: rows that lead back into themselves have no end.
        if not entry or (place := addressof(entry.contents)) in seen or len(seen) >= _MOST:
            continue
        seen.add(place)
        title = _title(entry)
        yield FoundBookmark(level, title, _page_of(page.document, _place_of(page.document, entry)))
        waiting.append((level, raw.FPDFBookmark_GetNextSibling(page.document, entry)))
        if level < _DEEPEST:
            waiting.append((level + 1, raw.FPDFBookmark_GetFirstChild(page.document, entry)))


def shown_title(title: str) -> str:
    """Return a bookmark's title as PDFium gives it."""
    return _CONTROL.sub(" ", title)


def _title(entry: Any) -> str:  # noqa: ANN401 - the library's own object
    length: int = raw.FPDFBookmark_GetTitle(entry, None, 0)
    buffer = create_string_buffer(max(length, 2))
    raw.FPDFBookmark_GetTitle(entry, buffer, length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace") if length > 2 else ""


def _place_of(document: Any, entry: Any) -> Any:  # noqa: ANN401 - as above
    return raw.FPDFBookmark_GetDest(document, entry)


def _page_of(document: Any, place: Any) -> int | None:  # noqa: ANN401 - as above
    if not place:
        return None
    index: int = raw.FPDFDest_GetDestPageIndex(document, place)
    return index + 1 if 0 <= index < raw.FPDF_GetPageCount(document) else None
