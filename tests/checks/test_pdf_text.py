"""Reading what a PDF prints, and where."""

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from checks.pdf_papers import drawn, line, paper, rows
from pypdf import PdfWriter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from formgen.checks.pdf_text import NotAPdfError, PageText, pages_of
from formgen.render.fonts.packages import ARIMO, needed_font
from formgen.render.laid_out import Box, PlacedLine


def contents(*lines: PlacedLine) -> bytes:
    """Return a PDF with these lines."""
    return drawn(paper(*lines)).content


def test_every_page_is_read_in_turn_with_its_number() -> None:
    content = contents(line("first", page=1), line("second", page=2))

    with pages_of(content) as pages:
        assert [(page.number, page.text()) for page in pages] == [(1, "first"), (2, "second")]


def test_a_heavy_file_is_opened_anew_now_and_then_and_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("formgen.checks.pdf_text._HELD", 1)
    monkeypatch.setattr("formgen.checks.pdf_text._FEWEST", 2)
    file = tmp_path / "heavy.pdf"
    file.write_bytes(contents(*(line(f"page {number}", page=number) for number in range(1, 6))))

    with pages_of(file, first=2) as pages:
        assert [(page.number, page.text()) for page in pages] == [
            (number, f"page {number}") for number in range(2, 6)
        ]


def test_a_character_is_told_with_the_place_where_it_begins() -> None:
    with pages_of(contents(line("Hi", row=2, x=100.0))) as pages:
        [first, second] = next(pages).characters()

    assert (first.text, round(first.x, 2), round(first.y, 2)) == ("H", 100.0, 687.0)
    assert (second.text, round(second.x, 2), round(second.y, 2)) == ("i", 108.66, 687.0)


def test_a_stretch_of_text_is_told_by_the_rectangle_of_its_ink() -> None:
    with pages_of(contents(line("HH", row=1, x=100.0))) as pages:
        [box] = next(pages).stretches()

    assert 100.0 < box.left < 101.5
    assert round(box.bottom) == 711
    assert 719.0 < box.top < 720.0
    assert 115.0 < box.right < 117.4


def test_what_hangs_off_the_page_is_read_too() -> None:
    with pages_of(contents(line("away", x=-300.0))) as pages:
        assert next(pages).text() == "away"


@pytest.mark.parametrize("second", ["known fact", "8 of them"])
def test_a_hyphen_at_the_end_of_a_line_stays_a_hyphen(second: str) -> None:
    with pages_of(contents(*rows("well-", second))) as pages:
        page = next(pages)

        assert page.text().split() == ["well-", *second.split()]
        assert "".join(character.text for character in page.characters()) == "well-" + second


def test_a_shape_that_stands_for_no_letter_is_told_as_one() -> None:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(612, 792), invariant=1)
    pdfmetrics.registerFont(TTFont("Arimo", needed_font(ARIMO[0])))
    canvas.setFont("Arimo", 12)
    canvas.drawString(100, 700, "a\U0001f600b")
    canvas.save()

    with pages_of(out.getvalue()) as pages:
        page = next(pages)

        assert page.text() == "ab\0"
        assert [character.text for character in page.characters()] == ["a", "\0", "b"]


def test_stretches_are_told_from_the_last_on_too() -> None:
    with pages_of(contents(*rows("one", "two", "three"))) as pages:
        page = next(pages)

        assert list(page.last_stretches()) == list(page.stretches())[::-1]


def test_the_text_that_reaches_into_a_rectangle_is_told() -> None:
    with pages_of(contents(*rows("one", "two", "three"))) as pages:
        page = next(pages)

        assert page.text_in(Box(0.0, 680.0, 612.0, 700.0), 20) == "two"
        assert page.text_in(Box(0.0, 0.0, 612.0, 792.0), 50).split() == ["one", "two", "three"]
        assert page.text_in(Box(0.0, 0.0, 50.0, 792.0), 20) == ""


def test_no_more_text_of_a_rectangle_is_told_than_was_asked_for() -> None:
    with pages_of(contents(line("abcdefgh"))) as pages:
        assert next(pages).text_in(Box(0.0, 0.0, 612.0, 792.0), 4) == "abcd"


def test_pages_may_be_gone_through_from_any_of_them() -> None:
    content = contents(*(line("text", page=page) for page in (1, 2, 3)))

    with pages_of(content, first=2) as pages:
        assert [page.number for page in pages] == [2, 3]


def test_a_page_without_text_is_empty() -> None:
    with pages_of(contents()) as pages:
        page = next(pages)

        assert (page.text(), list(page.stretches()), list(page.characters())) == ("", [], [])


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 and nothing else", b"PK\x03\x04"])
def test_what_is_no_pdf_is_refused(content: bytes) -> None:
    with pytest.raises(NotAPdfError), pages_of(content):
        pass


def test_a_locked_pdf_is_refused() -> None:
    writer = PdfWriter(clone_from=BytesIO(contents(line("secret"))))
    writer.encrypt("key", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)

    with pytest.raises(NotAPdfError), pages_of(out.getvalue()):
        pass


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[pypdfium2.PdfDocument]:
    """Return every document that is opened from now on."""
    documents: list[pypdfium2.PdfDocument] = []

    class Spied(pypdfium2.PdfDocument):  # type: ignore[misc]
        def __init__(self, content: bytes) -> None:
            super().__init__(content)
            documents.append(self)

    monkeypatch.setattr(pypdfium2, "PdfDocument", Spied)
    return documents


def test_the_file_and_its_pages_are_closed_when_reading_stops_half_way(
    opened: list[pypdfium2.PdfDocument],
) -> None:
    content = contents(line("one", page=1), line("two", page=2))

    def stop_at_the_first_page() -> None:
        with pages_of(content) as pages:
            held.append(next(pages))
            raise KeyError

    held: list[PageText] = []
    with pytest.raises(KeyError):
        stop_at_the_first_page()

    assert [document.raw for document in opened] == [None]
    assert held[0]._handle.raw is None


def test_one_page_is_held_at_a_time(opened: list[pypdfium2.PdfDocument]) -> None:
    content = contents(*(line("text", page=page) for page in (1, 2, 3)))

    with pages_of(content) as pages:
        held = [(page, page.text()) for page in pages]

        assert [page._handle.raw for page, _ in held] == [None, None, None]
    assert [document.raw for document in opened] == [None]
