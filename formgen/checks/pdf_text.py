"""Reads what a finished PDF prints, and where, with PDFium: what one library writes, another checks.

With `pdf_places` and `pdf_drawing`, which are handed what it has opened, the
only module that knows pypdfium2, which has no types.  PDFium is not
safe for threads: two papers are read one after the other, or in two processes.
"""

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from ctypes import c_double, c_ushort
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

from formgen.render.laid_out import Box

_HYPHENS_AT_LINE_ENDS = ("\x02", "\ufffe")
"""What PDFium gives for a hyphen that it takes for the division of a word."""


_HELD = 64_000_000
"""Bytes of a file that are read before it is opened anew."""

_FEWEST = 8
"""Pages that are read in any case before that."""


class NotAPdfError(Exception):
    """The file is not a PDF that can be read."""


@dataclass(frozen=True, slots=True)
class Character:
    """One character as it is printed."""

    text: str
    x: float
    """Where it begins, in points from the left edge."""

    y: float
    """The line that it stands on, in points from the bottom edge."""


@dataclass(frozen=True, slots=True)
class PageText:
    """What one page prints; to be asked only while the pages are being gone through."""

    number: int
    """From 1."""

    _handle: Any = field(repr=False, compare=False)
    page: Any = field(default=None, repr=False, compare=False)
    """The page as the library holds it, for those who ask for more than its text."""

    document: Any = field(default=None, repr=False, compare=False)
    """Likewise the file."""

    def text(self) -> str:
        """Return all of the page's text, row by row, in the order in which it was drawn.

        What hangs off the page is in it too.  Shapes that stand for no letter
        follow at its end, each as U+0000.
        """
        count: int = raw.FPDFText_CountChars(self._handle)
        buffer = (c_ushort * (2 * count + 1))()
        length: int = max(raw.FPDFText_GetText(self._handle, 0, count, buffer) - 1, 0)
        read = bytes(memoryview(buffer)[:length]).decode("utf-16-le", "replace")
        for mark in _HYPHENS_AT_LINE_ENDS:
            read = read.replace(mark, "-\n")
        return read + "\0" * (count - length)

    def stretches(self) -> Iterator[Box]:
        """Yield the rectangle of each stretch of text that was drawn in one go, in the order of the text."""
        return self._rectangles(range(raw.FPDFText_CountRects(self._handle, 0, -1)))

    def last_stretches(self) -> Iterator[Box]:
        """Yield the same from the last to the first."""
        return self._rectangles(reversed(range(raw.FPDFText_CountRects(self._handle, 0, -1))))

    def text_in(self, box: Box, most: int) -> str:
        """Return the text that reaches into *box*, no more of it than *most* characters."""
        buffer = (c_ushort * most)()
        length: int = raw.FPDFText_GetBoundedText(
            self._handle, box.left, box.top, box.right, box.bottom, buffer, most
        )
        return bytes(memoryview(buffer)[:length]).decode("utf-16-le", "replace").rstrip("\0")

    def _rectangles(self, numbers: Iterable[int]) -> Iterator[Box]:
        left, top, right, bottom = c_double(), c_double(), c_double(), c_double()
        for number in numbers:
            raw.FPDFText_GetRect(self._handle, number, left, top, right, bottom)
            yield Box(left.value, bottom.value, right.value, top.value)

    def characters(self) -> Iterator[Character]:
        """Yield every character with its place, in the order of the text; white space may be PDFium's own."""
        x, y = c_double(), c_double()
        for number in range(raw.FPDFText_CountChars(self._handle)):
            text = chr(raw.FPDFText_GetUnicode(self._handle, number))
            raw.FPDFText_GetCharOrigin(self._handle, number, x, y)
            yield Character("-" if text in _HYPHENS_AT_LINE_ENDS else text, x.value, y.value)


@contextmanager
def pages_of(content: bytes | Path, *, first: int = 1) -> Iterator[Iterator[PageText]]:
    """Open a PDF, given as it is or by where it is, to go through its pages; one is held at a time.

    Args:
        content: The file, or where it is.
        first: The page to begin with.

    Raises:
        NotAPdfError: If the file, or one of its pages, cannot be read.
    """
    try:
        with closing(_Reading(content)) as reading, closing(reading.pages(first)) as pages:
            yield pages
    except pypdfium2.PdfiumError as error:
        raise NotAPdfError from error


class _Reading:
    """A file being read, opened anew now and then: PDFium keeps what it has read of one while it is open."""

    def __init__(self, content: bytes | Path) -> None:
        self._content = content
        self._document: Any = pypdfium2.PdfDocument(content)
        size = content.stat().st_size if isinstance(content, Path) else 0
        self._count = len(self._document)
        self._at_once = max(_FEWEST, self._count * _HELD // size) if size > _HELD else self._count

    def close(self) -> None:
        self._document.close()

    def pages(self, first: int) -> Generator[PageText, None, None]:
        for number in range(first - 1, self._count):
            if number > first - 1 and (number - first + 1) % self._at_once == 0:
                self._document.close()
                self._document = pypdfium2.PdfDocument(self._content)
            with closing(self._document[number]) as page, closing(page.get_textpage()) as text:
                yield PageText(number + 1, text, page, self._document)
