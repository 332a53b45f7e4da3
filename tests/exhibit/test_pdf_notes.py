"""Fields, notes, stamps and signatures of a page."""

from pathlib import Path

import pytest
from exhibit.pdf_files import (
    MARKS,
    add_field,
    add_note,
    add_page,
    done,
    form,
    look_alike,
    picture,
    prepare,
    prepared_file,
    save,
    text_of,
    typeface,
)
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

HIDDEN, PRINTS, NO_VIEW = 2, 4, 32


def green(pdf: Pdf, **entries: object) -> Stream:
    """Return a look: a green square."""
    return form(pdf, b"0 1 0 rg 0 0 50 50 re f", 50, 50, **entries)


def worded(pdf: Pdf, text: bytes) -> Stream:
    """Return the look of a field that shows *text*."""
    content = b"/Tx BMC BT /Helv 12 Tf 2 6 Td (%s) Tj ET EMC" % text
    return form(pdf, content, 200, 20, Resources=Dictionary(Font=Dictionary(Helv=typeface())))


def is_green(file: Path) -> bool:
    """Return whether the place where the notes of these tests stand is green."""
    return picture(file).getpixel((104, 556)) == (0, 255, 0)


AT = (100, 100, 150, 150)


@pytest.mark.parametrize(
    ("flags", "is_seen"),
    [
        (PRINTS, True),
        (PRINTS | NO_VIEW, True),
        (0, False),
        (NO_VIEW, False),
        (HIDDEN, False),
        (HIDDEN | PRINTS, False),
    ],
)
def test_a_note_is_seen_if_paper_would_show_it(tmp_path: Path, flags: int, is_seen: bool) -> None:  # noqa: FBT001 - a table
    pdf = Pdf.new()
    page = add_page(pdf, b"")
    add_note(pdf, page, "Stamp", AT, AP=Dictionary(N=green(pdf)), F=flags, Contents=String("SECRET"))
    file = save(pdf, tmp_path)
    converted = prepare(file)

    assert is_green(prepared_file(file)) is is_seen
    assert converted.pages[0].is_changed is is_seen
    assert done(converted) == ({"notes-flattened": 1} if is_seen else {"notes-left-out": 1, "page-empty": 1})


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [(0, 0, 612, 792), (80, 80, 500, 600)])
def test_notes_stand_where_they_stood_on_a_turned_page(
    tmp_path: Path, turn: int, crop: tuple[int, ...]
) -> None:
    pdf = Pdf.new()
    page = add_page(pdf, MARKS, Rotate=turn, CropBox=Array(crop), UserUnit=2)
    turned = green(pdf, Matrix=Array([0, 1, -1, 0, 0, 0]), BBox=Array([10, 10, 40, 50]))
    add_note(pdf, page, "Stamp", AT, AP=Dictionary(N=turned))
    add_field(pdf, page, (200, 200, 400, 220), "Typed", AP=Dictionary(N=worded(pdf, b"Typed")))
    file = save(pdf, tmp_path)
    prepare(file)

    assert look_alike(file)
    assert "Typed" in text_of(prepared_file(file))


def test_a_highlight_shines_through_to_the_words_under_it(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf, b"BT /F1 30 Tf 100 110 Td (Marked words) Tj ET")
    multiply = Dictionary(GS=Dictionary(BM=Name.Multiply))
    look = form(
        pdf, b"/GS gs 1 1 0 rg 0 0 300 50 re f", 300, 50,
        Group=Dictionary(S=Name.Transparency), Resources=Dictionary(ExtGState=multiply),
    )  # fmt: skip
    add_note(pdf, page, "Highlight", (90, 95, 390, 145), AP=Dictionary(N=look), Contents=String("I disagree"))
    file = save(pdf, tmp_path)

    assert done(prepare(file)) == {"notes-flattened": 1, "note-words-left-out": 1}
    assert picture(prepared_file(file)).getpixel((300, 565)) == (255, 255, 0)
    assert look_alike(file)


def test_words_written_onto_a_page_are_drawn_if_they_have_no_look(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf)
    add_note(
        pdf, page, "FreeText", (100, 100, 300, 200),
        Contents=String("Nguyễn wrote\rtwo lines"), DA=String("/Helv 14 Tf 1 0 0 rg"),
    )  # fmt: skip
    file = save(pdf, tmp_path)

    assert done(prepare(file)) == {"fields-drawn": 1, "notes-flattened": 1}
    assert "Nguyễn wrote\ntwo lines" in text_of(prepared_file(file))


def test_notes_that_only_open_and_marks_without_a_look_are_counted(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf)
    add_note(pdf, page, "Text", AT, Contents=String("SECRET"), AP=Dictionary(N=green(pdf)))
    add_note(pdf, page, "Popup", AT, AP=Dictionary(N=green(pdf)))
    add_note(pdf, page, "Underline", AT, Contents=String("SECRET"))
    add_note(pdf, page, "Ink", AT)
    add_note(pdf, page, "Redact", AT, AP=Dictionary(N=green(pdf)))
    add_note(pdf, page, "Link", AT, AP=Dictionary(N=green(pdf)))
    converted = prepare(save(pdf, tmp_path))

    assert done(converted) == {
        "note-words-left-out": 1,
        "notes-flattened": 2,
        "notes-left-out": 1,
        "redactions-not-applied": 1,
    }


def test_a_signature_keeps_its_look_and_is_counted(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf)
    signature = Dictionary(Type=Name.Sig, Contents=String("0"))
    add_field(pdf, page, AT, signature, FT=Name.Sig, AP=Dictionary(N=green(pdf)))
    add_field(pdf, page, (0, 0, 0, 0), signature, FT=Name.Sig, F=HIDDEN)
    add_field(pdf, page, AT, FT=Name.Sig)
    file = save(pdf, tmp_path)
    converted = prepare(file)

    assert done(converted) == {"signature-flattened": 2}
    assert is_green(prepared_file(file))


@pytest.mark.parametrize("stale", [True, False])
def test_values_with_a_look_keep_it_even_if_the_file_asks_for_a_new_one(tmp_path: Path, stale: bool) -> None:  # noqa: FBT001 - a table
    pdf = Pdf.new()
    page = add_page(pdf, b"")
    add_field(pdf, page, (100, 100, 300, 120), "José ñ", AP=Dictionary(N=worded(pdf, b"Jos\xe9 \xf1")))
    pdf.Root["/AcroForm"]["/NeedAppearances"] = stale
    page_font = pdf.Root["/Pages"]["/Kids"][0]["/Annots"][0]["/AP"]["/N"]["/Resources"]["/Font"]["/Helv"]
    page_font["/Encoding"] = Name.WinAnsiEncoding
    file = save(pdf, tmp_path)
    converted = prepare(file)

    assert done(converted) == {"fields-flattened": 1}
    assert text_of(prepared_file(file)) == "José ñ"


def test_a_look_without_words_is_none_if_the_file_asks_for_a_new_one(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf, b"")
    empty = form(pdf, b"/Tx BMC EMC", 200, 20)
    add_field(pdf, page, (100, 100, 300, 120), "Typed", AP=Dictionary(N=empty))
    file = save(pdf, tmp_path)
    assert done(prepare(file)) == {"fields-flattened": 1}
    assert text_of(prepared_file(file)) == ""

    pdf.Root["/AcroForm"]["/NeedAppearances"] = True
    file = save(pdf, tmp_path)
    assert done(prepare(file)) == {"fields-flattened": 1, "fields-drawn": 1}
    assert text_of(prepared_file(file)) == "Typed"


@pytest.mark.parametrize("stale", [True, False])
@pytest.mark.parametrize("value", ["José ñ", "Nguyễn Thị Hương", "yes 😀 no", "Ω and Я", "O'Brien (\\)"])
def test_values_without_a_look_are_drawn(tmp_path: Path, value: str, stale: bool) -> None:  # noqa: FBT001 - a table
    pdf = Pdf.new()
    page = add_page(pdf, b"q 0.1 0 0 0.1 0 0 cm")
    add_field(pdf, page, (100, 100, 300, 120), value)
    pdf.Root["/AcroForm"]["/NeedAppearances"] = stale
    file = save(pdf, tmp_path)
    converted = prepare(file)

    assert done(converted) == {"fields-flattened": 1, "fields-drawn": 1}
    assert converted.pages[0].is_changed
    assert text_of(prepared_file(file)) == value


def test_a_value_is_seen_though_its_field_is_not_meant_for_paper(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf, b"")
    add_field(pdf, page, (100, 100, 300, 120), "Typed", F=0)
    add_field(pdf, page, AT, FT=Name.Btn, Ff=1 << 16, F=0, AP=Dictionary(N=green(pdf)))
    file = save(pdf, tmp_path)

    assert done(prepare(file)) == {"fields-flattened": 1, "fields-drawn": 1}
    assert text_of(prepared_file(file)) == "Typed"
    assert not is_green(prepared_file(file))


def test_hidden_values_stay_hidden_and_are_counted(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf, b"")
    for flags in (HIDDEN, HIDDEN | PRINTS, NO_VIEW):
        add_field(pdf, page, (100, 100, 300, 120), "SECRET", F=flags, AP=Dictionary(N=worded(pdf, b"SECRET")))
    add_field(pdf, page, (100, 100, 300, 120), F=HIDDEN)
    file = save(pdf, tmp_path)

    assert done(prepare(file)) == {"hidden-fields-left-out": 3, "page-empty": 1}
    assert text_of(prepared_file(file)) == ""


def box(pdf: Pdf, page: Object, **entries: object) -> Object:
    """Add a box to tick, that is green when it is ticked."""
    looks = Dictionary(N=Dictionary(Yes=green(pdf), Off=form(pdf, b"", 50, 50)))
    return add_field(pdf, page, AT, FT=Name.Btn, AP=looks, **entries)


@pytest.mark.parametrize(
    ("entries", "is_ticked"),
    [
        ({"AS": Name.Yes, "V": Name.Yes}, True),
        ({"AS": Name.Off, "V": Name.Off}, False),
        ({"V": Name.Yes}, True),
        ({"V": String("Yes")}, True),
        ({"V": Name.Other}, False),
        ({}, False),
    ],
)
def test_boxes_are_ticked_as_they_were(tmp_path: Path, entries: dict[str, object], is_ticked: bool) -> None:  # noqa: FBT001 - a table
    pdf = Pdf.new()
    box(pdf, add_page(pdf), **entries)
    file = save(pdf, tmp_path)
    prepare(file)

    assert is_green(prepared_file(file)) is is_ticked


def test_a_ticked_box_without_a_look_is_crossed(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf, b"")
    add_field(pdf, page, AT, FT=Name.Btn, V=Name.Yes, AS=Name.Yes)
    file = save(pdf, tmp_path)

    assert done(prepare(file)) == {"fields-flattened": 1, "fields-drawn": 1}
    assert picture(prepared_file(file)).getpixel((104, 556)) == (0, 0, 0)


def test_what_only_looks_like_a_list_of_notes_is_passed_over(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf)
    page["/Annots"] = Array([None, 5, Name.x, Dictionary()])
    add_field(pdf, page, (0, 0, 5, 5), FT=Name.x, Parent=Name.x)
    add_note(pdf, page, "Stamp", (), AP=Dictionary(N=green(pdf)))
    add_note(pdf, page, "Stamp", AT, AP=Dictionary(N=Name.x))
    add_note(pdf, page, "Stamp", AT, AP=Dictionary(N=pdf.make_stream(b"")))
    add_field(pdf, page, (), "No room")
    add_field(pdf, page, AT, "x", AP=Name.x, MK=5, DA=5, Q=7)
    file = save(pdf, tmp_path)

    assert len(prepare(file).pages) == 1
