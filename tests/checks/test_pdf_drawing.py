"""Drawing pages of PDF."""

from pathlib import Path

import pikepdf
import pytest

from formgen.checks.pdf_drawing import BYTES, Grid, drawn_file
from formgen.checks.pdf_text import NotAPdfError


def page(folder: Path, width: float, height: float, drawing: bytes) -> Path:
    """Write a PDF of one page and return where it is."""
    path = folder / "page.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(width, height))
        pdf.pages[0].Contents = pdf.make_stream(drawing)
        pdf.save(path)
    return path


def dark(rows: list[bytes]) -> tuple[int, int, int, int] | None:
    """Return the first and last row, and the first and last column, that have anything dark."""
    found = [
        (row, at // BYTES)
        for row, dots in enumerate(rows)
        for at in range(0, len(dots), BYTES)
        if dots[at] < 64
    ]
    if not found:
        return None
    across = [column for _, column in found]
    return found[0][0], found[-1][0], min(across), max(across)


def test_a_page_is_drawn_row_by_row_from_the_top(tmp_path: Path) -> None:
    path = page(tmp_path, 144, 72, b"0 g 0 36 72 36 re f")

    with drawn_file(path) as drawn:
        rows = drawn.rows(1, Grid(144.0, 72.0, 36))

    assert len(rows) == 36
    assert {len(dots) for dots in rows} == {72 * BYTES}
    assert dark(rows) == (0, 17, 0, 35)


def test_a_page_is_drawn_where_it_lies_on_a_larger_sheet(tmp_path: Path) -> None:
    path = page(tmp_path, 72, 72, b"0 g 0 0 72 72 re f")

    with drawn_file(path) as drawn:
        rows = drawn.rows(1, Grid(144.0, 144.0, 72, x=36.0, y=18.0, scale=0.5))

    assert dark(rows) == (144 - 18 - 36, 144 - 18 - 1, 36, 71)


def test_a_page_that_is_no_whole_number_of_points_fills_its_sheet(tmp_path: Path) -> None:
    path = page(tmp_path, 99.9, 99.9, b"0 g 0 0 99.9 99.9 re f")

    with drawn_file(path) as drawn:
        rows = drawn.rows(1, Grid(99.9, 99.9, 720))

    assert dark(rows) == (0, 998, 0, 998)


def test_an_empty_page_is_white(tmp_path: Path) -> None:
    with drawn_file(page(tmp_path, 72, 72, b"")) as drawn:
        rows = drawn.rows(1, Grid(72.0, 72.0, 72))

    assert dark(rows) is None
    assert set(b"".join(rows)) == {255}


def test_notes_are_not_drawn(tmp_path: Path) -> None:
    path = page(tmp_path, 72, 72, b"")
    marked = tmp_path / "marked.pdf"
    with pikepdf.open(path) as pdf:
        look = pdf.make_stream(b"0 g 0 0 72 72 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        look.BBox = pikepdf.Array([0, 0, 72, 72])
        pdf.pages[0].Annots = pikepdf.Array(
            [pikepdf.Dictionary(Subtype=pikepdf.Name.Stamp, Rect=look.BBox, AP=pikepdf.Dictionary(N=look))]
        )
        pdf.save(marked)

    with drawn_file(marked) as drawn:
        assert dark(drawn.rows(1, Grid(72.0, 72.0, 72))) is None


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 and nothing else"])
def test_what_is_no_pdf_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "garbage.pdf"
    path.write_bytes(content)

    with pytest.raises(NotAPdfError), drawn_file(path):
        pass


def test_a_page_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotAPdfError), drawn_file(page(tmp_path, 72, 72, b"")) as drawn:
        drawn.rows(2, Grid(72.0, 72.0, 72))
