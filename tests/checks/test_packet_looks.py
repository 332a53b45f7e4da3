"""Comparing how pages of evidence look before and after they are put into a packet."""

from dataclasses import replace

import pikepdf
import pytest
from checks.volumes import Bound, Page, made, to_bind, volumes_of

from formgen.checks.packet_looks import looks_alike
from formgen.packet.binding import Volume

BOX = b"0 g 100 300 200 100 re f"
"""A black box: 1.6 in a hundred dots of a page above the band."""

COLOURED = b"1 0 0 rg 100 300 200 100 re f 0 0 1 rg 100 500 200 100 re f"


def all_changed(volume: Volume) -> Volume:
    """Return *volume* with every page of evidence said to have been changed."""
    return replace(volume, bound=tuple(replace(page, is_changed=True) for page in volume.bound))


def redrawn(packet: Bound, page: int, content: bytes) -> list[tuple[str, str, str]]:
    """Return which pages look otherwise once one of them was drawn anew."""
    path = packet.path.with_name("redrawn.pdf")
    with pikepdf.open(packet.path) as pdf:
        pdf.pages[page - 1].Resources.XObject["/Exhibit"].write(content)
        pdf.save(path)
    return [(each.code, each.what, each.path) for each in looks_alike(path, packet.volume)]


def test_every_page_looks_as_it_did_before(packet: Bound) -> None:
    assert looks_alike(packet.path, all_changed(packet.volume)) == []


def test_only_pages_that_were_changed_are_looked_at(packet: Bound) -> None:
    assert [page.placement.page for page in packet.volume.bound if page.is_changed] == [7]
    assert redrawn(packet, 5, BOX) == []


def test_a_page_that_looks_otherwise_is_told(packet: Bound) -> None:
    what = "Page 7 of the packet does not look as page 3 of exhibit A did before it was put in."

    assert redrawn(packet, 7, BOX) == [("packet-looks", what, "evidence[1]")]


def test_a_few_dots_may_be_off(packet: Bound) -> None:
    assert redrawn(packet, 7, b"") == []


@pytest.mark.parametrize(
    "page",
    [
        Page(content=COLOURED),
        Page(612.5, 791.4, COLOURED),
        Page(792.0, 612.0, COLOURED),
        Page(841.89, 595.28, COLOURED),
        Page(300.0, 200.0, COLOURED),
        Page(2000.0, 3000.7, COLOURED),
        Page(50.3, 3000.0, COLOURED),
        Page(612.0, 792.0, COLOURED, matrix=(0, 1, -1, 0, 612, 0), box=(0, 0, 792, 612)),
        Page(300.0, 400.0, COLOURED, matrix=(0.5, 0, 0, 0.5, -20, -30), box=(40, 60, 640, 860)),
    ],
)
def test_pages_of_any_size_and_turn_look_as_they_did(packet: Bound, page: Page) -> None:
    folder = packet.path.with_name("sizes")
    folder.mkdir(exist_ok=True)
    (volume,) = volumes_of([], [to_bind(folder, "A", page, page)])
    bound = Bound(all_changed(volume), made(volume, folder / "packet.pdf"))

    assert bound.problems() == []
    assert looks_alike(bound.path, bound.volume) == []


def test_a_page_that_is_off_by_an_eighth_of_an_inch_looks_otherwise(packet: Bound) -> None:
    folder = packet.path.with_name("off")
    folder.mkdir()
    lines = b"".join(b"72 %d 400 6 re f " % (100 + 12 * row) for row in range(50))
    (volume,) = volumes_of([], [to_bind(folder, "A", Page(content=lines))])
    placed = volume.bound[0].placement
    off = replace(volume, bound=(replace(volume.bound[0], placement=replace(placed, y=placed.y + 9.0)),))
    path = made(off, folder / "packet.pdf")

    assert [each.code for each in looks_alike(path, all_changed(volume))] == ["packet-looks"]


def test_a_file_that_is_no_pdf_is_one_problem(packet: Bound) -> None:
    path = packet.path.with_name("garbage.pdf")
    path.write_bytes(b"nothing")

    assert [(each.code, each.path) for each in looks_alike(path, packet.volume)] == [
        ("packet-unreadable", "garbage.pdf")
    ]


def test_a_file_with_too_few_pages_is_one_problem(packet: Bound) -> None:
    path = packet.path.with_name("short.pdf")
    with pikepdf.open(packet.path) as pdf:
        del pdf.pages[3:]
        pdf.save(path)

    assert [each.code for each in looks_alike(path, packet.volume)] == ["packet-unreadable"]


def test_without_changed_pages_no_file_is_opened(packet: Bound) -> None:
    unchanged = tuple(replace(page, is_changed=False) for page in packet.volume.bound)

    assert looks_alike(packet.path.with_name("not there.pdf"), replace(packet.volume, bound=unchanged)) == []
