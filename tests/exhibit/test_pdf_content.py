"""What a page draws."""

import hashlib
import zlib
from pathlib import Path

import pytest
from exhibit.pdf_files import (
    MARKS,
    add_note,
    add_page,
    exhibit_form,
    form,
    look_alike,
    picture,
    prepare,
    prepared_file,
    save,
    two_pages,
    typeface,
)
from pikepdf import Array, Dictionary, Name, Object, Pdf

from formgen.exhibit.pdf_content import numbers
from formgen.exhibit.prepared import Done, RefusedError
from formgen.exhibit.source import Limits


@pytest.mark.parametrize("packing", [Name.FlateDecode, Array([Name.FlateDecode])])
def test_packed_content_keeps_its_bytes(tmp_path: Path, packing: Object) -> None:
    pdf = Pdf.new()
    page = add_page(pdf)
    packed = zlib.compress(MARKS, 1)
    page["/Contents"] = pdf.make_stream(packed, Filter=packing)
    file = save(pdf, tmp_path)
    prepare(file)

    with Pdf.open(prepared_file(file)) as prepared:
        assert exhibit_form(prepared).read_raw_bytes() == packed
    assert look_alike(file)


def test_content_in_parts_is_joined_as_words_are_parted(tmp_path: Path) -> None:
    pdf = Pdf.new()
    add_page(pdf, [b"0 0 1 rg 100 100 200", b"200 re", b"", b"f BT /F1 30 Tf 50 500 Td", b"(Joined) Tj ET"])
    file = save(pdf, tmp_path)
    prepare(file)

    with Pdf.open(prepared_file(file)) as prepared:
        content = exhibit_form(prepared).read_bytes()
    assert content == (b"0 0 1 rg 100 100 200\n200 re\n\nf BT /F1 30 Tf 50 500 Td\n(Joined) Tj ET")
    assert look_alike(file)


@pytest.mark.parametrize("content", [None, Array([]), Name.Nothing, Dictionary(A=1), Array([None, 5])])
def test_a_page_without_content_is_an_empty_page(tmp_path: Path, content: object) -> None:
    pdf = Pdf.new()
    page = add_page(pdf)
    del page["/Contents"]
    if content is not None:
        page["/Contents"] = content
    file = save(pdf, tmp_path)
    converted = prepare(file)

    with Pdf.open(prepared_file(file)) as prepared:
        assert exhibit_form(prepared).read_bytes() == b""
    assert [(page.width, page.height) for page in converted.pages] == [(612.0, 792.0)]


def test_pages_that_share_content_but_not_their_shape_are_drawn_each(tmp_path: Path) -> None:
    pdf = Pdf.new()
    first = add_page(pdf)
    for entries in ({}, {"Rotate": 90}, {"CropBox": Array([0, 0, 300, 300])}):
        add_page(
            pdf, Contents=first["/Contents"], Resources=pdf.make_indirect(first["/Resources"]), **entries
        )
    file = save(pdf, tmp_path)
    converted = prepare(file)

    assert [page.width for page in converted.pages] == [612.0, 612.0, 792.0, 300.0]
    assert [look_alike(file, page) for page in range(4)] == [True] * 4


def test_a_thousand_pages_of_one_content_are_stored_once(tmp_path: Path) -> None:
    pdf = Pdf.new()
    resources = pdf.make_indirect(Dictionary(Font=Dictionary(F1=typeface())))
    content = pdf.make_stream(
        hashlib.sha512(b"noise").hexdigest().encode() * 2000 + b" n", Filter=Name.ASCIIHexDecode
    )
    for _ in range(1000):
        add_page(pdf, Contents=content, Resources=resources)
    file = save(pdf, tmp_path)

    assert len(prepare(file).pages) == 1000
    assert prepared_file(file).stat().st_size < 2 * file.stat().st_size


def test_a_file_whose_page_cannot_be_read_keeps_the_others(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf, [MARKS, b""])
    page["/Contents"][1] = pdf.make_stream(b"this is not packed", Filter=Name.FlateDecode)
    file = save(pdf, tmp_path)
    converted = prepare(file)

    assert Done("content-damaged", page=1) in converted.done
    assert look_alike(file)


def test_pages_whose_one_content_is_damaged_are_said_to_be(tmp_path: Path) -> None:
    pdf = two_pages()
    page = pdf.pages[1].obj
    page["/Contents"] = pdf.make_stream(b"this is not packed", Filter=Name.FlateDecode)

    assert Done("content-damaged", page=2) in prepare(save(pdf, tmp_path)).done


@pytest.mark.parametrize("parts", [1, 2])
def test_content_that_unpacks_without_end_is_refused(tmp_path: Path, parts: int) -> None:
    pdf = Pdf.new()
    page = add_page(pdf, [b""] * parts)
    page["/Contents"][0] = pdf.make_stream(zlib.compress(bytes(20_000_000)), Filter=Name.FlateDecode)
    file = save(pdf, tmp_path)

    with pytest.raises(RefusedError) as refused:
        prepare(file, limits=Limits(memory=40_000_000))

    assert (refused.value.code, refused.value.what, refused.value.fix) == (
        "evidence-too-large",
        "Something in the file takes up more room, once unpacked, than formgen gives one file.",
        "Open the file in a PDF reader, print it to a new PDF, and offer that.",
    )
    assert len(prepare(file).pages) == 1


def test_a_page_whose_content_is_damaged_keeps_its_notes(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf)
    page["/Contents"] = pdf.make_stream(b"this is not packed", Filter=Name.FlateDecode)
    stamp = form(pdf, b"1 0 0 rg 0 0 50 50 re f", 50, 50)
    add_note(pdf, page, "Stamp", (100, 100, 150, 150), AP=Dictionary(N=stamp))
    file = save(pdf, tmp_path)

    assert Done("content-damaged", page=1) in prepare(file).done
    assert picture(prepared_file(file)).getpixel((104, 556)) == (255, 0, 0)


def test_content_that_is_a_drawing_as_well_is_copied(tmp_path: Path) -> None:
    pdf = Pdf.new()
    drawing = form(pdf, b"0 0 1 rg 0 0 99 99 re f", 99, 99)
    resources = pdf.make_indirect(Dictionary(XObject=Dictionary(A=drawing)))
    drawing["/Resources"] = resources
    add_page(pdf, Contents=drawing, Resources=resources)
    add_page(pdf, b"/A Do", Resources=resources)
    file = save(pdf, tmp_path)
    prepare(file)

    assert [look_alike(file, page) for page in range(2)] == [True, True]


def test_numbers_are_written_without_exponents() -> None:
    assert numbers((612.0, -0.0000001, 1e6, 0.1234567)).unparse() == b"[ 612 0 1000000 0.123457 ]"
