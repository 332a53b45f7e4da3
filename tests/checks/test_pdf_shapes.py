"""What a page draws, one thing above the other."""

from pathlib import Path

from checks.small_pdfs import AROUND, QUADS, WORDS, note, small_pdf
from pikepdf import Name

from formgen.checks.pdf_shapes import Mark, Paint, shapes_of
from formgen.render.laid_out import Box

FORM = {"Subtype": Name.Form, "BBox": [0, 0, 2000, 2000], "Matrix": [0.5, 0, 0, 0.5, 10, 20]}
BLACK = Paint(0, 0, 0, 255)
PLACE = Box(95.0, 690.0, 180.0, 715.0)


def test_things_are_told_in_the_order_in_which_they_are_drawn() -> None:
    with shapes_of(small_pdf(b"0 g " + AROUND + b"f " + WORDS)) as pages:
        shapes = next(pages).shapes()

        assert [(shape.order, shape.kind) for shape in shapes] == [(0, "path"), (1, "text")]
        assert shapes[0].box() == PLACE
        assert (shapes[0].paint(), shapes[0].blends) == (BLACK, False)
        assert shapes[0].is_filled_and_drawn() == (True, False)


def test_what_is_in_a_form_is_told_where_the_form_puts_it() -> None:
    bar = (b"/Half gs 0 g 4 w 170 1340 170 50 re B", FORM)

    with shapes_of(small_pdf(WORDS + b"/X Do", drawn={"X": bar})) as pages:
        [_, shape] = next(pages).shapes()

        assert shape.outlines()[0][:3] == [(95.0, 690.0), (180.0, 690.0), (180.0, 715.0)]
        assert (shape.line_width(), shape.blends) == (2.0, True)
        assert shape.paint() == Paint(0, 0, 0, 128)


def test_what_a_path_is_clipped_to_is_told() -> None:
    with shapes_of(small_pdf(WORDS + b"q 100 700 5 6 re W n " + AROUND + b"f Q")) as pages:
        [_, shape] = next(pages).shapes()

        assert list(shape.clips()) == [Box(100.0, 700.0, 105.0, 706.0)]


def test_a_page_of_nothing_but_text_is_told_as_nothing() -> None:
    with shapes_of(small_pdf(WORDS)) as pages:
        assert next(pages).shapes() == []


def test_letters_are_told_with_the_text_that_they_belong_to() -> None:
    other = WORDS.replace(b"700", b"500")

    with shapes_of(small_pdf(WORDS + other + AROUND + b"f")) as pages:
        page = next(pages)
        first = page.shapes()[0].identity
        letters = list(page.letters_of({first}))

        assert "".join(letter.text for letter in letters) == "Secret words"
        assert {letter.identity for letter in letters} == {first}
        assert 100.0 < letters[0].box.left < 101.0


def test_notes_without_an_appearance_are_marks() -> None:
    notes = (
        note("Redact"),
        note("Highlight", C=[1, 1, 0], QuadPoints=QUADS),
        note("Square", IC=[0, 0, 0]),
        note("Square"),
        note("Text"),
    )

    with shapes_of(small_pdf(WORDS, notes=notes)) as pages:
        assert next(pages).marks == (
            Mark("redaction", BLACK, (PLACE,)),
            Mark("highlight", Paint(255, 255, 0, 255), (PLACE,)),
            Mark("rectangle", BLACK, (PLACE,)),
        )


def test_notes_with_an_appearance_are_drawn_last() -> None:
    with shapes_of(small_pdf(WORDS, notes=(note("Square", b"0 g 0 0 85 25 re f"),))) as pages:
        page = next(pages)

        assert [(shape.kind, shape.box()) for shape in page.shapes()][1:] == [("path", PLACE)]
        assert page.marks == ()


def test_a_file_can_be_read_where_it_is_and_only_in_part(tmp_path: Path) -> None:
    file = tmp_path / "file.pdf"
    file.write_bytes(small_pdf(WORDS, WORDS, WORDS))

    with shapes_of(file, pages=[3, 1]) as pages:
        assert [page.number for page in pages] == [1, 3]
