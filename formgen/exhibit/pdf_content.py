"""What a page draws, made into one drawing that stands by itself (ISO 32000-2, 8.10)."""

import zlib
from collections.abc import Sequence

from pikepdf import Dictionary, Name, Object, Pdf, Stream

from formgen.exhibit.digest import drawing_of
from formgen.exhibit.pdf_objects import Place, items, keys_of, place_of, stream
from formgen.exhibit.pdf_shape import Corners

_KEPT = {"/Filter", "/DecodeParms", "/Length"}
"""What a page's content keeps of its own: how it is packed."""

_PACKING = 1
"""How hard content is pressed: fast, for it is small."""


class Drawings:
    """Makes drawings out of the contents of one file's pages."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._taken: set[Place] = set()

    def of_contents(self, contents: object) -> tuple[Stream, bool]:
        """Return a page's content as one stream, and whether all of it could be read.

        One stream is taken as it is packed.  Several are joined by line ends,
        for a word of one never goes on in the next (ISO 32000-2, 7.8.2).
        """
        alone = stream(contents)
        parts = items(contents)
        if alone is None and len(parts) == 1:
            alone = stream(parts[0])
        if alone is not None:
            return self._as_it_is(alone), True
        read = [drawing_of(part) for part in parts if isinstance(part, Stream)]
        whole = b"\n".join(content for content, is_whole in read if is_whole)
        return self.of_bytes(whole), all(is_whole for _, is_whole in read)

    def of_bytes(self, content: bytes) -> Stream:
        """Return a stream that draws *content*."""
        return self._pdf.make_stream(zlib.compress(content, _PACKING), Filter=Name.FlateDecode)

    def _as_it_is(self, content: Stream) -> Stream:
        place = place_of(content)
        if place in self._taken or "/Subtype" in content:
            copied = self._pdf.make_stream(content.read_raw_bytes())
            for key in ("/Filter", "/DecodeParms"):
                if key in content:
                    copied[key] = content[key]
            return copied
        self._taken.add(place)
        for key in set(keys_of(content)) - _KEPT:
            del content[key]
        return content


def make_form(
    drawing: Stream, box: Corners, resources: Object, *, matrix: Sequence[float] = (), group: object = None
) -> Stream:
    """Make *drawing* a form XObject and return it.

    Args:
        drawing: A stream of content.
        box: What is seen of it, in its own units.
        resources: What it draws with.
        matrix: What turns, moves and scales it where it is placed; none for as it is.
        group: How its parts shine through each other, if the page said so.
    """
    drawing["/Type"] = Name.XObject
    drawing["/Subtype"] = Name.Form
    drawing["/BBox"] = numbers(box)
    drawing["/Resources"] = resources
    if matrix:
        drawing["/Matrix"] = numbers(matrix)
    if isinstance(group, Dictionary):
        drawing["/Group"] = group
    return drawing


def numbers(values: Sequence[float]) -> Object:
    """Return *values* as a PDF writes them: without exponents, and no longer than readers reckon."""
    written = [f"{value:.6f}".rstrip("0").rstrip(".") for value in values]
    return Object.parse(f"[{' '.join(written)}]".encode())
