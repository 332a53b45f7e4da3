"""Pages of evidence put under their stamps: placed, and otherwise as they were."""

import hashlib
import os
import stat
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from checks.pdf_papers import book, line, paper
from checks.volumes import Page, prepared_file
from PIL import Image

from formgen.exhibit.digest import Digester
from formgen.exhibit.prepared import EXHIBIT
from formgen.packet.assemble import Placement, assemble
from formgen.render.pdf import draw_together

BLACK = b"0 g 0 0 612 792 re f"
"""A page that is black all over."""

UNBALANCED = b"q q 3 0 0 3 200 200 cm 1 1 1 rg BT "
"""A page that leaves what it has set as it is: scaled, white, within a text."""


def stamped(pages: int = 1) -> bytes:
    """Return pages with a stamp at the foot of each."""
    laid = paper(*(line("EXHIBIT A", 29, page=page, x=450.0) for page in range(1, pages + 1)))
    return draw_together([replace(laid, name="packet")], book(), title="Papers", language="en-US").content


def put_together(
    tmp_path: Path, *pages: Page, x: float = 0.0, y: float = 0.0, scale: float = 1.0
) -> tuple[Path, Path]:
    """Return a packet of *pages*, each placed alike, and the prepared file they come from."""
    file = prepared_file(tmp_path / "prepared.pdf", pages).file
    out = tmp_path / "packet.pdf"
    places = [Placement(number, file, number, x, y, scale) for number in range(1, len(pages) + 1)]
    assemble(stamped(len(pages)), places, out)
    return out, file


def pictures(file: Path) -> list[Image.Image]:
    """Return the pages of *file* in grey, a pixel to a point."""
    pdf = pypdfium2.PdfDocument(file)
    try:
        return [page.render(scale=1).to_pil().convert("L") for page in pdf]
    finally:
        pdf.close()


def inked(image: Image.Image) -> tuple[int, int, int, int] | None:
    """Return the rectangle that holds all of what is not white, from the top left corner."""
    return image.point(lambda grey: 255 if grey < 128 else 0).getbbox()


def forms(pdf: pikepdf.Pdf) -> list[Any]:
    return [page.obj.Resources.XObject[EXHIBIT] for page in pdf.pages]


def test_evidence_goes_where_it_is_placed(tmp_path: Path) -> None:
    out, _ = put_together(tmp_path, Page(content=BLACK), x=100.0, y=300.0, scale=0.5)
    (picture,) = pictures(out)
    stamp = picture.crop((0, 700, 612, 792))

    assert inked(picture.crop((0, 0, 612, 700))) == (100, 792 - 300 - 396, 100 + 306, 792 - 300)
    assert inked(stamp) is not None


def test_the_stamp_is_drawn_over_the_evidence(tmp_path: Path) -> None:
    out, _ = put_together(tmp_path, Page(content=b"1 g 0 0 612 792 re f"))
    (plain,) = pictures(out)
    drawn = tmp_path / "drawn.pdf"
    drawn.write_bytes(stamped())

    assert plain.tobytes() == pictures(drawn)[0].tobytes()


def test_a_page_that_leaves_its_settings_open_cannot_move_or_hide_the_stamp(tmp_path: Path) -> None:
    out, _ = put_together(tmp_path, Page(content=UNBALANCED), Page(content=b"Q Q Q"), x=10.0, scale=0.9)
    drawn = tmp_path / "drawn.pdf"
    drawn.write_bytes(stamped(2))

    assert [each.tobytes() for each in pictures(out)] == [each.tobytes() for each in pictures(drawn)]


def test_what_a_page_draws_is_taken_over_unchanged(tmp_path: Path) -> None:
    contents = (BLACK, UNBALANCED, b"%" + bytes(range(256)))
    out, file = put_together(tmp_path, *(Page(content=content) for content in contents), scale=0.25)

    with pikepdf.open(out) as pdf, pikepdf.open(file) as source:
        here, there = Digester(pdf), Digester(source)
        assert [here.of_form(form) for form in forms(pdf)] == [there.of_form(form) for form in forms(source)]
        assert [form.read_raw_bytes() for form in forms(pdf)] == [
            form.read_raw_bytes() for form in forms(source)
        ]


def test_a_picture_stays_byte_for_byte(tmp_path: Path) -> None:
    data = BytesIO()
    Image.effect_noise((40, 30), 90).save(data, "JPEG")
    file, out = tmp_path / "prepared.pdf", tmp_path / "packet.pdf"
    prepared_file(file, [Page(content=b"612 0 0 792 0 0 cm /Photo Do")])
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        photo = pikepdf.Stream(
            pdf,
            data.getvalue(),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=40,
            Height=30,
            ColorSpace=pikepdf.Name.DeviceGray,
            BitsPerComponent=8,
            Filter=pikepdf.Name.DCTDecode,
        )
        forms(pdf)[0].Resources.XObject = pikepdf.Dictionary(Photo=photo)
        pdf.save(file)
    assemble(stamped(), [Placement(1, file, 1, 0.0, 0.0, 1.0)], out)

    with pikepdf.open(out) as pdf:
        held = forms(pdf)[0].Resources.XObject.Photo.read_raw_bytes()
    assert hashlib.sha256(held).digest() == hashlib.sha256(data.getvalue()).digest()


def test_pages_that_share_what_they_were_drawn_with_do_not_share_their_evidence(tmp_path: Path) -> None:
    out, _ = put_together(tmp_path, Page(content=BLACK), Page(content=b"n"))
    black, white = pictures(out)

    assert inked(black.crop((0, 0, 612, 600))) == (0, 0, 612, 600)
    assert inked(white.crop((0, 0, 612, 600))) is None


def test_a_page_without_evidence_stays_as_it_was_drawn(tmp_path: Path) -> None:
    file = prepared_file(tmp_path / "prepared.pdf", [Page(content=BLACK)]).file
    out = tmp_path / "packet.pdf"
    assemble(stamped(2), [Placement(2, file, 1, 0.0, 0.0, 0.5)], out)

    with pikepdf.open(out) as pdf:
        first, second = pdf.pages
        assert EXHIBIT not in first.obj.Resources.get("/XObject", {})
        assert EXHIBIT in second.obj.Resources.XObject


def test_pages_may_come_in_any_order_and_from_several_files(tmp_path: Path) -> None:
    one = prepared_file(tmp_path / "one.pdf", [Page(content=BLACK), Page(content=b"n")]).file
    other = prepared_file(tmp_path / "other.pdf", [Page(content=b"0 g 0 0 612 100 re f")]).file
    out = tmp_path / "packet.pdf"
    places = [
        Placement(3, one, 1, 0.0, 0.0, 1.0),
        Placement(1, other, 1, 0.0, 0.0, 1.0),
        Placement(2, one, 2, 0.0, 0.0, 1.0),
    ]
    assemble(stamped(3), places, out)

    assert [inked(picture.crop((0, 0, 612, 720))) for picture in pictures(out)] == [
        (0, 692, 612, 720),
        None,
        (0, 0, 612, 720),
    ]


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    out, file = put_together(tmp_path, Page(content=BLACK), Page())
    again = tmp_path / "again.pdf"
    places = [Placement(number, file, number, 0.0, 0.0, 1.0) for number in (1, 2)]
    assemble(stamped(2), places, again)

    assert again.read_bytes() == out.read_bytes()


def test_a_packet_is_its_owners_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        out, _ = put_together(tmp_path, Page())
    finally:
        os.umask(before)

    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def layered(file: Path, *names: str, hidden: str) -> Path:
    """Write a prepared file of one page with layers of these *names*, one of them *hidden*."""
    prepared_file(file, [Page(content=b"/OC /L0 BDC 0 g 0 400 612 392 re f EMC")])
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        layers = [
            pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String(name)))
            for name in names
        ]
        pdf.Root.OCProperties = pikepdf.Dictionary(
            OCGs=pikepdf.Array(layers),
            D=pikepdf.Dictionary(OFF=pikepdf.Array([layers[names.index(hidden)]])),
        )
        forms(pdf)[0].Resources.Properties = pikepdf.Dictionary(
            {f"/L{number}": layer for number, layer in enumerate(layers)}
        )
        pdf.save(file)
    return file


def test_layers_of_every_exhibit_are_layers_of_the_packet_and_what_is_hidden_stays_hidden(
    tmp_path: Path,
) -> None:
    one = layered(tmp_path / "one.pdf", "Notes", "Plan", hidden="Notes")
    other = layered(tmp_path / "other.pdf", "Plan", "Notes", hidden="Notes")
    out = tmp_path / "packet.pdf"
    assemble(stamped(2), [Placement(1, one, 1, 0, 0, 1.0), Placement(2, other, 1, 0, 0, 1.0)], out)

    with pikepdf.open(out) as pdf:
        properties: Any = pdf.Root.OCProperties
        assert [str(layer.Name) for layer in properties.OCGs] == ["Notes", "Plan", "Plan", "Notes"]
        assert [str(layer.Name) for layer in properties.D.OFF] == ["Notes", "Notes"]
    hidden, shown = pictures(out)
    assert inked(hidden.crop((0, 0, 612, 392))) is None
    assert inked(shown.crop((0, 0, 612, 392))) == (0, 0, 612, 392)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not count open files so")
def test_more_exhibits_than_a_process_may_have_files_open_are_put_together(tmp_path: Path) -> None:
    import resource  # noqa: PLC0415 - Windows has none

    count = 60
    files = [prepared_file(tmp_path / f"{number}.pdf", [Page()]).file for number in range(count)]
    drawn = stamped(count)
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    few = (40, before[1])
    resource.setrlimit(resource.RLIMIT_NOFILE, few)
    try:
        places = [Placement(number, file, 1, 0.0, 0.0, 1.0) for number, file in enumerate(files, 1)]
        assemble(drawn, places, tmp_path / "packet.pdf")
        assert resource.getrlimit(resource.RLIMIT_NOFILE) == few
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)

    with pikepdf.open(tmp_path / "packet.pdf") as pdf:
        assert len(forms(pdf)) == count


def test_heavy_evidence_is_joined_from_file_to_file_and_comes_out_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [Page(content=BLACK), Page(content=UNBALANCED)]
    light, _ = put_together(tmp_path, *pages, x=10.0, y=50.0, scale=0.5)
    kept = light.rename(tmp_path / "light.pdf")
    monkeypatch.setattr("formgen.packet.assemble.IN_MEMORY", 0)
    heavy, _ = put_together(tmp_path, *pages, x=10.0, y=50.0, scale=0.5)

    assert [picture.tobytes() for picture in pictures(heavy)] == [
        picture.tobytes() for picture in pictures(kept)
    ]
    with pikepdf.open(heavy) as one, pikepdf.open(kept) as other:
        assert len(one.pages) == len(other.pages) == 2
        assert [Digester(one).of_form(form) for form in forms(one)] == [
            Digester(other).of_form(form) for form in forms(other)
        ]
        assert [page.label for page in one.pages] == [page.label for page in other.pages] == ["1", "2"]
        assert str(one.Root.Lang) == str(other.Root.Lang)
        assert str(one.docinfo.Title) == "Papers"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["light.pdf", "packet.pdf", "prepared.pdf"]
    assert stat.S_IMODE(heavy.stat().st_mode) == 0o600
