"""How many bytes each page of a prepared file adds."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from formgen.exhibit.prepared import EXHIBIT
from formgen.packet.weights import page_weights

PAGE = 1_500
"""Bytes that a page takes besides its streams."""

Fill = Callable[[pikepdf.Pdf, int], pikepdf.Dictionary]


def prepared(file: Path, *contents: bytes, fill: Fill | None = None) -> Path:
    """Write a prepared file whose pages draw *contents*, unpacked; *fill* makes the resources of each."""
    with pikepdf.new() as pdf:
        for number, content in enumerate(contents):
            form = pikepdf.Stream(pdf, content, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
            form.BBox = pikepdf.Array([0, 0, 612, 792])
            form.Resources = fill(pdf, number) if fill else pikepdf.Dictionary()
            page = pdf.add_blank_page(page_size=(612, 792))
            page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary({EXHIBIT: form}))
        pdf.save(file, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return file


def test_a_page_weighs_what_its_drawing_takes(tmp_path: Path) -> None:
    file = prepared(tmp_path / "a.pdf", b"n" * 100, b"n" * 25_000, b"")

    assert page_weights(file) == (PAGE + 100, PAGE + 25_000, PAGE)


def test_what_a_drawing_draws_with_is_weighed_however_deep_it_lies(tmp_path: Path) -> None:
    def fill(pdf: pikepdf.Pdf, _: int) -> pikepdf.Dictionary:
        inner = pikepdf.Stream(pdf, b"x" * 3_000)
        mask = pikepdf.Stream(pdf, b"x" * 400)
        middle = pikepdf.Stream(pdf, b"x" * 50, SMask=mask, Resources=pikepdf.Dictionary(Inner=inner))
        return pikepdf.Dictionary(Listed=pikepdf.Array([1, pikepdf.Array([middle])]))

    assert page_weights(prepared(tmp_path / "a.pdf", b"n", fill=fill)) == (PAGE + 1 + 3_450,)


def test_what_pages_share_counts_on_the_first_of_them(tmp_path: Path) -> None:
    shared: list[pikepdf.Object] = []

    def fill(pdf: pikepdf.Pdf, _: int) -> pikepdf.Dictionary:
        if not shared:
            shared.append(pdf.make_indirect(pikepdf.Stream(pdf, b"x" * 9_000)))
        return pikepdf.Dictionary(Font=shared[0])

    assert page_weights(prepared(tmp_path / "a.pdf", b"n", b"nn", fill=fill)) == (PAGE + 9_001, PAGE + 2)


def test_what_leads_back_to_itself_is_weighed_once(tmp_path: Path) -> None:
    def fill(pdf: pikepdf.Pdf, _: int) -> pikepdf.Dictionary:
        one, other = (pdf.make_indirect(pikepdf.Stream(pdf, b"x" * size)) for size in (10, 200))
        one["/Other"], other["/Other"] = other, one
        return pikepdf.Dictionary(One=one)

    assert page_weights(prepared(tmp_path / "a.pdf", b"n", fill=fill)) == (PAGE + 211,)


def test_what_hangs_thousands_deep_is_weighed_too(tmp_path: Path) -> None:
    def fill(pdf: pikepdf.Pdf, _: int) -> pikepdf.Dictionary:
        last: pikepdf.Object = pdf.make_indirect(pikepdf.Stream(pdf, b"x" * 70))
        for _ in range(3_000):
            last = pdf.make_indirect(pikepdf.Dictionary(Next=last))
        return pikepdf.Dictionary(First=last)

    assert page_weights(prepared(tmp_path / "a.pdf", b"n", fill=fill)) == (PAGE + 71,)


def test_all_pages_together_weigh_about_what_the_file_does(tmp_path: Path) -> None:
    file = prepared(tmp_path / "a.pdf", *(b"n" * 10_000 for _ in range(40)))

    assert sum(page_weights(file)) == pytest.approx(file.stat().st_size, rel=0.15)
