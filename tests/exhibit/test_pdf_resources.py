"""What a page draws with."""

from pathlib import Path

import pytest
from exhibit.pdf_files import (
    add_page,
    exhibit_form,
    form,
    look_alike,
    prepare,
    prepared_file,
    save,
    text_of,
)
from pikepdf import Dictionary, Name, Object, Pdf, Stream, String

from formgen.exhibit.prepared import RefusedError
from formgen.exhibit.source import Limits


def refusal(file: Path, *, pages: str = "") -> str:
    """Return the code with which *file* is refused."""
    with pytest.raises(RefusedError) as refused:
        prepare(file, pages=pages)
    return refused.value.code


def test_a_picture_too_large_is_refused(tmp_path: Path) -> None:
    pdf = Pdf.new()
    huge = pdf.make_stream(
        b"", Type=Name.XObject, Subtype=Name.Image, Width=20000, Height=20000, BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
    )  # fmt: skip
    inner = form(pdf, b"/I Do", 10, 10, Resources=Dictionary(XObject=Dictionary(I=huge)))
    add_page(pdf, b"/A Do", Resources=Dictionary(XObject=Dictionary(A=inner)))
    file = save(pdf, tmp_path)

    assert refusal(file) == "evidence-picture-too-large"
    assert len(prepare(file, limits=Limits(pixels=400_000_000)).pages) == 1


def test_what_is_not_seen_is_not_carried_over(tmp_path: Path) -> None:
    pdf = Pdf.new()
    image = pdf.make_stream(
        b"\x00", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
    )  # fmt: skip
    secret = pdf.make_stream(b"SECRET")
    image["/Metadata"] = image["/Alternates"] = image["/AF"] = secret
    inner = form(pdf, b"/I Do", 10, 10, Resources=Dictionary(XObject=Dictionary(I=image), Odd=secret))
    inner["/PieceInfo"] = Dictionary(Made=secret)
    inner["/Ref"] = Dictionary(F=secret)
    marks = Dictionary(M=Dictionary(Metadata=secret, ActualText=String("read aloud")), N=secret)
    page = add_page(
        pdf, b"/A Do /P Do",
        Resources=Dictionary(
            XObject=Dictionary(A=inner, P=pdf.make_stream(b"SECRET", Subtype=Name.PS)),
            Font=Dictionary(F1=Dictionary(Type=Name.Font, Metadata=secret)),
            Properties=marks, Odd=secret,
        ),
        Metadata=secret, PieceInfo=Dictionary(Made=secret), Thumb=secret, StructParents=0,
        Group=Dictionary(S=Name.Transparency),
    )  # fmt: skip
    page["/Contents"]["/Metadata"] = secret
    pdf.Root["/Metadata"] = pdf.Root["/StructTreeRoot"] = secret
    pdf.docinfo["/Author"] = String("SECRET")
    file = save(pdf, tmp_path)
    prepare(file)

    with Pdf.open(prepared_file(file)) as prepared:
        streams = [each.read_bytes() for each in prepared.objects if isinstance(each, Stream)]
        drawn = exhibit_form(prepared)
        assert b"SECRET" not in streams
        assert drawn["/Group"] == Dictionary(S=Name.Transparency)
        assert drawn["/Resources"]["/Properties"] == Dictionary(M=Dictionary(ActualText=String("read aloud")))
        assert "/Info" not in prepared.trailer


def test_names_in_no_known_writing_are_carried(tmp_path: Path) -> None:
    pdf = Pdf.new()
    resources = Object.parse(
        b"<< /Font << /F#e9 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    )
    add_page(pdf, b"BT /F#e9 30 Tf 50 500 Td (Odd name) Tj ET", Resources=resources)
    file = save(pdf, tmp_path)
    prepare(file)

    assert text_of(prepared_file(file)) == "Odd name"
    assert look_alike(file)


def test_typefaces_and_masks_that_lead_back_to_their_page_end(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf)
    page["/Resources"]["/Font"]["/F2"] = page
    page["/Resources"]["/XObject"] = Dictionary(P=page)
    page["/Resources"]["/Pattern"] = Dictionary(P=page)
    mask = form(pdf, b"", 9, 9)
    mask["/SMask"] = mask
    page["/Resources"]["/ExtGState"] = Dictionary(G=Dictionary(SMask=Dictionary(G=mask)))
    file = save(pdf, tmp_path)
    prepare(file)

    assert look_alike(file)


def test_drawings_in_drawings_are_gone_through_as_deep_as_anybody_draws(tmp_path: Path) -> None:
    pdf = Pdf.new()
    inner = form(pdf, b"0 0 9 9 re f", 9, 9)
    for _ in range(150):
        inner = form(pdf, b"/A Do", 9, 9, Resources=Dictionary(XObject=Dictionary(A=inner)))
    page = add_page(pdf)
    page["/Resources"]["/XObject"] = Dictionary(A=inner)

    assert len(prepare(save(pdf, tmp_path)).pages) == 1
    for _ in range(2000):
        inner = form(pdf, b"/A Do", 9, 9, Resources=Dictionary(XObject=Dictionary(A=inner)))
    page["/Resources"]["/XObject"] = Dictionary(A=inner)
    assert refusal(save(pdf, tmp_path)) == "evidence-damaged"


def test_tiny_pictures_of_many_colours_and_large_ones_of_one_are_weighed_alike(tmp_path: Path) -> None:
    pdf = Pdf.new()
    plan = pdf.make_stream(
        b"", Type=Name.XObject, Subtype=Name.Image, Width=30_000, Height=30_000, ImageMask=True, SMask=Name.x
    )
    add_page(pdf, Resources=Dictionary(XObject=Dictionary(I=plan)))

    assert len(prepare(save(pdf, tmp_path)).pages) == 1
