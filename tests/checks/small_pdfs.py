"""Small PDFs for tests, written operator by operator."""

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

WORDS = b"BT /F1 12 Tf 100 700 Td (Secret words) Tj ET "
"""Eleven letters, at 100, 700."""

AROUND = b"95 690 85 25 re "
"""A rectangle around them."""

RECT = [95, 690, 180, 715]
QUADS = [95, 715, 180, 715, 95, 690, 180, 690]
"""The same, as notes want it."""

Note = Callable[[Pdf], Dictionary]


def small_pdf(
    *pages: bytes,
    drawn: Mapping[str, tuple[bytes, Mapping[str, object]]] | None = None,
    notes: tuple[Note, ...] = (),
) -> bytes:
    """Return a PDF of Letter pages with these contents; *notes* are on each of them.

    Args:
        pages: What each page draws.
        drawn: Forms and pictures that the pages can draw, by name.
        notes: What makes each note.
    """
    pdf = Pdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )
    shared = pdf.make_indirect(
        Dictionary(
            Font=Dictionary(F1=font),
            ExtGState=Dictionary(Half=Dictionary(ca=0.5), Marker=Dictionary(BM=Name.Multiply)),
            XObject=Dictionary(),
        )
    )
    for name, (content, keys) in (drawn or {}).items():
        stream = Stream(pdf, content)
        for key, value in {"Type": Name.XObject, **keys}.items():
            stream["/" + key] = _object(value)
        if stream["/Subtype"] == "/Form":
            stream["/Resources"] = shared
        shared.XObject["/" + name] = stream
    for content in pages:
        page = pdf.add_blank_page(page_size=(612, 792))
        page.Resources = shared
        page.Contents = Stream(pdf, content)
        if notes:
            page.Annots = Array([pdf.make_indirect(each(pdf)) for each in notes])
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


def _object(value: object) -> Any:  # noqa: ANN401 - what pikepdf takes for an object
    return (
        value
        if isinstance(value, Object | int)
        else list(value)
        if isinstance(value, list | tuple)
        else value
    )


def note(kind: str, look: bytes | None = None, **keys: object) -> Note:
    """Return what makes a note of this *kind* over the words, with an appearance if *look* draws one."""

    def make(pdf: Pdf) -> Dictionary:
        made = Dictionary(Type=Name.Annot, Subtype=Name("/" + kind), Rect=RECT, F=4)
        for key, value in keys.items():
            made["/" + key] = _object(value)
        if look is not None:
            form = Stream(pdf, look)
            form["/Type"], form["/Subtype"], form["/BBox"] = Name.XObject, Name.Form, [0, 0, 85, 25]
            form["/Resources"] = Dictionary(ExtGState=Dictionary(Marker=Dictionary(BM=Name.Multiply)))
            made["/AP"] = Dictionary(N=form)
        return made

    return make
