"""Holding the pages of evidence in a packet against the files that were prepared."""

from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest
from checks.volumes import Bound, Page, made, to_bind, volumes_of, with_bound
from pikepdf import Array, Dictionary, Name

ELSEWHERE = [("packet-content", "Page 7 of packet.pdf does not show page 3 of exhibit A where it was to be.")]
OTHER = [("packet-content", "Page 7 of packet.pdf does not hold page 3 of exhibit A as it was prepared.")]


def form_of(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Return what is drawn of the third page of exhibit A."""
    return pdf.pages[6].Resources.XObject["/Exhibit"]


def redraw(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    """Change how the page of evidence is put on its page."""
    content = pdf.pages[6].Contents[0]
    drawing = content.read_bytes()
    assert old in drawing
    content.write(drawing.replace(old, new))


def own_font(pdf: pikepdf.Pdf, **changes: object) -> None:
    """Give the page of evidence a typeface of its own, with *changes*."""
    fonts = form_of(pdf).Resources.Font
    form_of(pdf).Resources = Dictionary(Font=Dictionary(F1=Dictionary({**dict(fonts.F1.items()), **changes})))


@pytest.mark.parametrize(
    "change",
    [
        lambda pdf: form_of(pdf).write(form_of(pdf).read_bytes().replace(b"call", b"calm")),
        lambda pdf: form_of(pdf).write(form_of(pdf).read_bytes() + b" "),
        lambda pdf: own_font(pdf, **{"/BaseFont": Name.Courier}),
        lambda pdf: form_of(pdf).__delitem__("/Resources"),
        lambda pdf: pdf.pages[6].Resources.XObject.__delitem__("/Exhibit"),
        lambda pdf: pdf.pages[6].Resources.__delitem__("/XObject"),
        lambda pdf: pdf.pages[6].Resources.XObject.__setitem__("/Exhibit", Dictionary()),
    ],
    ids=["a letter", "a space", "a typeface", "nothing to draw with", "none", "no drawings", "no drawing"],
)
def test_evidence_that_is_not_as_it_was_prepared_is_told(
    packet: Bound, change: Callable[[pikepdf.Pdf], object]
) -> None:
    assert [fault for fault in packet.faults_after(change) if fault[0] == "packet-content"] == OTHER


def test_the_typeface_that_pages_share_is_a_part_of_each(packet: Bound) -> None:
    found = packet.faults_after(
        lambda pdf: setattr(form_of(pdf).Resources.Font.F1, "Encoding", Name.WinAnsiEncoding)
    )

    assert [fault for fault in found if fault[0] == "packet-content"] == [
        (
            "packet-content",
            f"Page {page} of packet.pdf does not hold page {own} of exhibit A as it was prepared.",
        )
        for page, own in ((5, 1), (6, 2), (7, 3))
    ]


def test_another_page_of_the_same_exhibit_is_told(packet: Bound) -> None:
    bound = packet.volume.bound
    wrong = replace(bound[4].placement, source=1, x=bound[3].placement.x, y=bound[3].placement.y)
    other = with_bound(packet.volume, 4, placement=wrong)

    assert packet.faults_of(packet.volume, as_=other) == [
        ("packet-content", "Page 12 of packet.pdf does not hold page 2 of exhibit C as it was prepared.")
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda pdf: redraw(pdf, b" cm", b" cm 0.5 0 0 0.5 0 0 cm"),
        lambda pdf: redraw(pdf, b"q 0.89323", b"q 0.80000"),
        lambda pdf: redraw(pdf, b"40.000 cm", b"41.000 cm"),
        lambda pdf: redraw(pdf, b"40.140", b"-40.140"),
        lambda pdf: redraw(pdf, b" 0 0 ", b" 0 0.1 "),
        lambda pdf: redraw(pdf, b"Do Q", b"Do /Exhibit Do Q"),
        lambda pdf: redraw(pdf, b"Do Q", b"Do"),
        lambda pdf: redraw(pdf, b"q ", b"0 0 9 9 re W n q "),
        lambda pdf: redraw(pdf, b"/Exhibit Do", b""),
        lambda pdf: pdf.pages[6].__delitem__("/Contents"),
        lambda pdf: setattr(form_of(pdf), "BBox", Array([0, 0, 595.28, 800])),
        lambda pdf: setattr(form_of(pdf), "Matrix", Array([1, 0, 0, 1, 0, -1])),
        lambda pdf: form_of(pdf).__delitem__("/Matrix"),
        lambda pdf: setattr(form_of(pdf), "Group", Dictionary(S=Name.Transparency)),
        lambda pdf: setattr(form_of(pdf), "OC", Dictionary(Type=Name.OCG)),
    ],
    ids=[
        "scaled twice",
        "scaled otherwise",
        "higher",
        "to the left",
        "slanted",
        "drawn twice",
        "left open",
        "cut off",
        "not drawn",
        "nothing drawn",
        "a smaller box",
        "moved by its matrix",
        "no matrix",
        "see-through",
        "on a layer",
    ],
)
def test_evidence_that_is_not_where_it_was_to_be_is_told(
    packet: Bound, change: Callable[[pikepdf.Pdf], object]
) -> None:
    assert [fault for fault in packet.faults_after(change) if fault[0] == "packet-content"] == ELSEWHERE


def test_evidence_that_reaches_into_the_band_is_told_although_it_was_laid_out_so(packet: Bound) -> None:
    low = replace(packet.volume.bound[2].placement, y=30.0)
    other = with_bound(packet.volume, 2, placement=low)
    bound = Bound(other, packet.path.with_name("other.pdf"))

    assert bound.faults_of(other) == ELSEWHERE


@pytest.mark.parametrize(
    "page",
    [
        Page(box=(0.0, -50.0, 612.0, 792.0)),
        Page(matrix=(0.0, 1.0, -1.0, 0.0, 612.0, -50.0), box=(0.0, 0.0, 842.0, 612.0)),
        Page(box=(612.0, 792.0, 0.0, -50.0)),
    ],
    ids=["below its page", "turned", "corners exchanged"],
)
def test_a_prepared_page_whose_drawing_is_larger_than_itself_is_told(packet: Bound, page: Page) -> None:
    folder = packet.path.with_name("larger")
    folder.mkdir(exist_ok=True)
    (volume,) = volumes_of([], [to_bind(folder, "A", page)])

    assert Bound(volume, made(volume, folder / "packet.pdf")).faults() == [
        ("packet-content", "Page 3 of packet.pdf does not show page 1 of exhibit A where it was to be.")
    ]


def test_evidence_on_a_page_that_should_have_none_is_told(packet: Bound) -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        cover = pdf.pages[3]
        own = dict(cover.Resources.items())
        cover.Resources = Dictionary({**own, "/XObject": Dictionary({"/Exhibit": form_of(pdf)})})

    assert packet.faults_after(add) == [
        ("packet-content", "Page 4 of packet.pdf holds evidence, and should not.")
    ]


def test_numbers_may_be_rounded_when_they_are_written(packet: Bound) -> None:
    bound = packet.volume.bound[2].placement
    near = replace(bound, x=bound.x + 0.0004, y=bound.y + 0.0004, scale=bound.scale + 0.000004)
    other = with_bound(packet.volume, 2, placement=near)

    assert packet.faults_of(packet.volume, as_=other) == []
