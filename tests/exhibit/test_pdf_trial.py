"""A page whose drawings draw each other over and over is refused, and what nests harmlessly is not."""

import hashlib
from pathlib import Path

import pikepdf
import pytest

from formgen.checks.pdf_text import pages_of
from formgen.exhibit.pdf import convert_pdf
from formgen.exhibit.pdf_trial import try_out
from formgen.exhibit.preparing import Preparer
from formgen.exhibit.source import Limits, Source, WrittenWords


def ladder(path: Path, rungs: int) -> Source:
    """Return a PDF in which each form draws the next one twice; the last draws a word."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(612, 792))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    form = pikepdf.Stream(pdf, b"BT /F 9 Tf 72 72 Td (end) Tj ET")
    form.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    for _ in range(rungs):
        form.Type, form.Subtype, form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 612, 792]
        upper = pikepdf.Stream(pdf, b"/X Do /X Do")
        upper.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=pdf.make_indirect(form)))
        form = upper
    page.obj.Contents, page.obj.Resources = pdf.make_stream(b"/X Do"), form.Resources
    pdf.save(path)
    return Source("evidence[1]", path, hashlib.sha256(path.read_bytes()).hexdigest(), "PDF")


def test_forms_that_draw_each_other_without_end_are_refused_in_time(tmp_path: Path) -> None:
    source = ladder(tmp_path / "ladder.pdf", 40)

    with Preparer(tmp_path / "work", limits=Limits(seconds=2.0), words=WrittenWords()) as preparer:
        pages, refused = preparer.prepare([source])

    assert pages == ()
    assert [each.code for each in refused] in (["evidence-too-slow"], ["evidence-too-heavy"])


@pytest.mark.parametrize("rungs", [1, 3])
def test_forms_within_forms_are_an_ordinary_page(tmp_path: Path, rungs: int) -> None:
    out = tmp_path / "out.pdf"
    converted = convert_pdf(ladder(tmp_path / "nested.pdf", rungs), out, Limits())

    try_out(out)

    assert len(converted.pages) == 1
    with pages_of(out) as pages:
        assert [page.text() for page in pages] == ["end"]
