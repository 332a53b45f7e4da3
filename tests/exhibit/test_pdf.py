"""A PDF offered as evidence becomes prepared pages."""

import hashlib
from pathlib import Path

import pytest
from exhibit.pdf_files import (
    LETTER,
    MARKS,
    add_note,
    add_page,
    exhibit_form,
    form,
    look_alike,
    picture,
    prepare,
    prepared_file,
    raw_pdf,
    save,
    text_of,
    two_pages,
)
from pikepdf import Array, Dictionary, Name, Pdf, String

from formgen.exhibit.prepared import Done, Part, RefusedError


def refusal(file: Path, *, pages: str = "") -> str:
    """Return the code with which *file* is refused."""
    with pytest.raises(RefusedError) as refused:
        prepare(file, pages=pages)
    return refused.value.code


def test_a_plain_file_is_taken_over_as_it_is(tmp_path: Path) -> None:
    file = save(two_pages(), tmp_path)
    before = file.read_bytes()
    converted = prepare(file)

    assert [(page.width, page.height, page.is_changed) for page in converted.pages] == [
        (612.0, 792.0, False),
        (612.0, 792.0, False),
    ]
    assert (converted.source_pages, converted.parts, converted.done) == (2, (), ())
    assert file.read_bytes() == before
    assert look_alike(file)


def test_a_prepared_page_is_one_drawing_and_nothing_else(tmp_path: Path) -> None:
    file = save(two_pages(), tmp_path)
    prepare(file)

    with Pdf.open(prepared_file(file)) as pdf:
        page = pdf.pages[0].obj
        drawn = exhibit_form(pdf)
        assert set(page.keys()) == {"/Type", "/Parent", "/MediaBox", "/Contents", "/Resources"}
        assert page["/Contents"].read_bytes() == b"/Exhibit Do"
        assert set(page["/Resources"].keys()) == {"/XObject"}
        assert [int(side) for side in page["/MediaBox"]] == list(LETTER)
        assert set(drawn.keys()) == {
            "/BBox", "/Filter", "/Length", "/Matrix", "/Resources", "/Subtype", "/Type",
        }  # fmt: skip
        assert drawn.read_bytes() == MARKS
        assert set(pdf.Root.keys()) == {"/Type", "/Pages"}
        assert set(pdf.trailer.keys()) <= {
            "/ID",
            "/Root",
            "/Size",
            "/Type",
            "/W",
            "/Index",
            "/Filter",
            "/Length",
            "/DecodeParms",
        }


def test_a_prepared_file_is_for_its_owner_only_and_always_the_same(tmp_path: Path) -> None:
    file = save(two_pages(), tmp_path)
    prepare(file)
    once = prepared_file(file).read_bytes()
    mode = prepared_file(file).stat().st_mode & 0o777
    prepare(file)

    assert mode == 0o600
    assert hashlib.sha256(prepared_file(file).read_bytes()).digest() == hashlib.sha256(once).digest()


@pytest.mark.parametrize("unit", [1, 2])
@pytest.mark.parametrize("crop", [LETTER, (100, 200, 500, 700), (-100, -100, 400, 2000)])
@pytest.mark.parametrize("turn", [0, 90, 180, 270, -90, 450])
def test_a_page_looks_as_it_was_seen_however_it_is_turned_cut_and_scaled(
    tmp_path: Path, turn: int, crop: tuple[int, ...], unit: int
) -> None:
    pdf = Pdf.new()
    add_page(pdf, Rotate=turn, CropBox=Array(crop), UserUnit=unit)
    file = save(pdf, tmp_path)
    (page,) = prepare(file).pages
    left, bottom, right, top = max(crop[0], 0), max(crop[1], 0), min(crop[2], 612), min(crop[3], 792)
    across, down = unit * (right - left), unit * (top - bottom)

    assert (page.width, page.height) == ((down, across) if turn % 180 else (across, down))
    assert look_alike(file)


def test_size_turn_and_typefaces_are_taken_from_above(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf)
    pages = pdf.Root["/Pages"]
    for key in ("/MediaBox", "/Resources"):
        pages[key] = page[key]
        del page[key]
    pages["/Rotate"] = 90
    file = save(pdf, tmp_path)

    assert prepare(file).pages[0].width == 792.0
    assert look_alike(file)


@pytest.mark.parametrize(
    "content",
    [
        b"q q q " + MARKS,
        b"0.5 0 0 0.5 50 50 cm " + MARKS,
        b"Q Q " + MARKS,
        b"q 3 0 0 3 0 0 cm Q 0.7 0 0 0.7 0 0 cm q " + MARKS + b" BT",
    ],
)
def test_what_a_page_leaves_open_does_not_move_its_notes(tmp_path: Path, content: bytes) -> None:
    pdf = Pdf.new()
    page = add_page(pdf, content)
    stamp = form(pdf, b"1 0 0 rg 0 0 100 50 re f", 100, 50)
    add_note(pdf, page, "Stamp", (450, 700, 550, 750), AP=Dictionary(N=stamp))
    file = save(pdf, tmp_path)
    (prepared,) = prepare(file).pages
    seen = picture(prepared_file(file))

    assert prepared.is_changed
    assert seen.getpixel((int(500 / 1.2), int((792 - 725) / 1.2))) == (255, 0, 0)
    assert look_alike(file)


def test_a_range_of_pages_is_taken(tmp_path: Path) -> None:
    pdf = Pdf.new()
    for number in range(1, 8):
        add_page(pdf, b"BT /F1 20 Tf 50 50 Td (Number %d) Tj ET" % number)
    file = save(pdf, tmp_path)
    converted = prepare(file, pages="2-3, 7")

    assert (len(converted.pages), converted.source_pages) == (3, 7)
    assert [text_of(prepared_file(file), page) for page in range(3)] == ["Number 2", "Number 3", "Number 7"]
    assert refusal(file, pages="2-8") == "evidence-pages"
    assert refusal(file, pages="all") == "evidence-pages"


def test_a_page_of_an_absurd_size_is_refused_with_its_number(tmp_path: Path) -> None:
    pdf = two_pages()
    pdf.pages[1].obj["/MediaBox"] = Array([0, 0, 900000000, 5])
    file = save(pdf, tmp_path)

    assert refusal(file) == "evidence-page-size"
    assert len(prepare(file, pages="1").pages) == 1


def test_a_page_without_a_size_is_us_letter_and_that_is_said(tmp_path: Path) -> None:
    file = tmp_path / "offered.pdf"
    file.write_bytes(
        raw_pdf(
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /MediaBox [0 0 nan nan] /Parent 2 0 R >>",
        )
    )
    converted = prepare(file)

    assert [(page.width, page.height) for page in converted.pages] == [(612.0, 792.0)]
    assert Done("page-size-assumed", page=1) in converted.done


def test_a_giant_page_is_made_smaller_and_that_is_said(tmp_path: Path) -> None:
    pdf = Pdf.new()
    add_page(pdf, MARKS, MediaBox=Array([0, 0, 6120, 7920]), UserUnit=10)
    file = save(pdf, tmp_path)
    converted = prepare(file)

    assert (converted.pages[0].height, converted.done) == (14400.0, (Done("page-scaled", page=1),))


def test_bookmarks_are_parts_on_the_pages_taken(tmp_path: Path) -> None:
    pdf = two_pages()
    first, second = pdf.pages[0].obj, pdf.pages[1].obj
    second_entry = pdf.make_indirect(Dictionary(Title=String("Second"), Dest=Array([second, Name.Fit])))
    first_entry = pdf.make_indirect(
        Dictionary(Title=String("First"), Dest=Array([first, Name.Fit]), Next=second_entry)
    )
    pdf.Root["/Outlines"] = Dictionary(First=first_entry, Last=second_entry)
    file = save(pdf, tmp_path)

    assert prepare(file).parts == (Part("First", 1), Part("Second", 2))
    assert prepare(file, pages="2").parts == (Part("Second", 1),)
