"""Values drawn with formgen's own typefaces."""

from pathlib import Path

from exhibit.pdf_files import add_field, add_page, done, picture, prepare, prepared_file, save, text_of
from pikepdf import Dictionary, Pdf

from formgen.exhibit.pdf_fields import Value
from formgen.exhibit.pdf_values import DrawnValues, draw_values


def test_without_values_nothing_is_drawn() -> None:
    assert draw_values(Pdf.new(), []) == DrawnValues()


def test_each_value_becomes_a_drawing_of_its_own() -> None:
    pdf = Pdf.new()
    values = [Value("One", 100.0, 20.0), Value("Two", 50.0, 30.0, turn=90), Value("", 9.0, 9.0)]
    drawn = draw_values(pdf, values)

    assert [[float(side) for side in look["/BBox"]] for look in drawn.looks] == [
        [0, 0, 100, 20],
        [0, 0, 50, 30],
        [0, 0, 9, 9],
    ]
    assert ["/Matrix" in look for look in drawn.looks] == [False, True, False]
    assert all(look.is_owned_by(pdf) for look in drawn.looks)
    assert (drawn.cut, drawn.spelled) == (0, 0)


def test_a_character_that_no_typeface_has_is_spelled_and_that_is_said(tmp_path: Path) -> None:
    pdf = Pdf.new()
    add_field(pdf, add_page(pdf, b""), (100, 100, 500, 130), "a\U0001fae9b\U0001fae9")
    file = save(pdf, tmp_path)

    assert done(prepare(file)) == {"characters-spelled": 2, "fields-drawn": 1, "fields-flattened": 1}
    assert text_of(prepared_file(file)) == "a[U+1FAE9]b[U+1FAE9]"


def test_a_value_that_is_cut_is_said_to_be(tmp_path: Path) -> None:
    pdf = Pdf.new()
    add_field(pdf, add_page(pdf, b""), (100, 100, 120, 110), "much too long for so small a field")
    converted = prepare(save(pdf, tmp_path))

    assert done(converted) == {"fields-drawn": 1, "fields-flattened": 1, "values-cut": 1}


def test_a_turned_value_reads_upwards(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf, b"")
    add_field(pdf, page, (100, 100, 120, 300), "Typed upwards", MK=Dictionary(R=90))
    file = save(pdf, tmp_path)
    prepare(file)
    ink = picture(prepared_file(file)).convert("L").point(lambda shade: 255 * (shade < 128)).getbbox()

    assert text_of(prepared_file(file)) == "Typed upwards"
    assert ink is not None
    left, top, right, bottom = ink
    assert (left >= 83, right <= 100, bottom <= 577) == (True, True, True)
    assert bottom - top > 3 * (right - left)


def test_right_to_left_and_joined_letters_are_drawn(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf, b"")
    add_field(pdf, page, (100, 100, 300, 120), "سلام")
    add_field(pdf, page, (100, 200, 300, 220), "שלום")
    file = save(pdf, tmp_path)
    prepare(file)

    assert sorted(text_of(prepared_file(file)).split()) == sorted(["سلام", "שלום"])
