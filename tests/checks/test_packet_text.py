"""Reading the text of a packet's pages."""

from dataclasses import replace

import pikepdf
import pytest
from checks.pdf_papers import line
from checks.volumes import GREETING, Bound, Page, declaration, made, to_bind, volumes_of, with_part

from formgen.document.blocks import Span

A_1 = 3
"""The part of the packet in which the first page of exhibit A is: page 5 of the file."""


def changed(page: int, *lines: int) -> tuple[str, str]:
    """Return the fault of lines that read otherwise."""
    these = f"th{'ese' if len(lines) > 1 else 'is'}: {', '.join(map(str, lines))}"
    what = f"Page {page} of packet.pdf does not read as it was laid out: of all its lines, {these}."
    return "text-changed", what


def foreign(page: int, count: int) -> tuple[str, str]:
    """Return the fault of characters that stand in no line."""
    return "text-foreign", f"Page {page} of packet.pdf holds characters outside of its lines: {count}."


def with_stamp(packet: Bound, number: int, **changes: object) -> list[tuple[str, str]]:
    """Return what is wrong once a stamp of page 5 was drawn otherwise than laid out."""
    lines = list(packet.volume.laid[A_1].lines)
    lines[number] = replace(lines[number], **changes)  # type: ignore[arg-type]
    return packet.faults_of(with_part(packet.volume, A_1, lines=tuple(lines)))


def test_a_page_number_that_is_not_printed_as_laid_out_is_told(packet: Bound) -> None:
    assert with_stamp(packet, 0, inlines=(Span("6"),)) == [changed(5, 1)]


def test_a_stamp_that_counts_otherwise_is_told(packet: Bound) -> None:
    assert with_stamp(packet, 1, inlines=(Span("EXHIBIT A, page 2 of 3", bold=True),)) == [changed(5, 2)]


def test_a_stamp_that_stands_elsewhere_in_the_band_is_told_twice(packet: Bound) -> None:
    assert with_stamp(packet, 2, x=120.0) == [changed(5, 3), foreign(5, 4)]


def test_a_stamp_above_the_band_is_told_as_missing(packet: Bound) -> None:
    assert with_stamp(packet, 2, baseline=300.0) == [changed(5, 3)]


def test_a_stamp_that_is_missing_is_told(packet: Bound) -> None:
    lines = packet.volume.laid[A_1].lines

    assert packet.faults_of(with_part(packet.volume, A_1, lines=lines[:2])) == [changed(5, 3)]


def test_words_added_to_the_band_are_told_by_their_number(packet: Bound) -> None:
    lines = packet.volume.laid[A_1].lines
    other = with_part(packet.volume, A_1, lines=(*lines, line("SEALED", x=180.0, row=30)))

    assert packet.faults_of(other) == [foreign(5, 6)]


def test_words_added_below_the_page_are_told_by_their_number(packet: Bound) -> None:
    lines = packet.volume.laid[A_1].lines
    other = with_part(packet.volume, A_1, lines=(*lines, line("SEALED", row=60)))

    assert packet.faults_of(other) == [foreign(5, 6)]


def test_words_added_to_a_cover_are_told_by_their_number(packet: Bound) -> None:
    cover = packet.volume.laid[2]
    other = with_part(packet.volume, 2, lines=(*cover.lines, line("SEALED")))

    assert packet.faults_of(other) == [foreign(4, 6)]


def test_a_cover_that_reads_otherwise_is_told(packet: Bound) -> None:
    cover = packet.volume.laid[2]
    lines = (replace(cover.lines[0], inlines=(Span("EXHIBIT B", bold=True),)), *cover.lines[1:])

    assert packet.faults_of(with_part(packet.volume, 2, lines=lines)) == [changed(4, 1)]


def test_a_lodged_exhibit_has_nothing_but_its_own_lines_on_its_page(packet: Bound) -> None:
    lodged = next(part for part in packet.volume.laid if part.first_page == 9)
    at = packet.volume.laid.index(lodged)
    other = with_part(packet.volume, at, lines=(*lodged.lines, line("SEALED")))

    assert packet.faults_of(other) == [foreign(9, 6)]


def test_the_page_number_of_a_later_volume_is_the_one_that_is_printed(packet: Bound) -> None:
    folder = packet.path.with_name("later")
    folder.mkdir()
    exhibits = [to_bind(folder, label, Page(), number=at) for at, label in enumerate("AB", 1)]
    _, later = volumes_of([declaration("A", "B")], exhibits, room=6_000)
    lines = later.laid[-1].lines
    bound = Bound(later, folder / "packet.pdf")

    other = with_part(later, -1, lines=(replace(lines[0], inlines=(Span("9"),)), *lines[1:]))

    assert (later.first_page, later.page_count) == (6, 3)
    assert bound.faults_of(other) == [changed(8, 1)]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"BT /F1 12 Tf 1 0 0 1 72 2 Tm (At the very foot, with gyp.) Tj ET",
        b"BT /F1 12 Tf 1 0 0 1 72 -4 Tm (Half cut off at the foot.) Tj ET",
        b"BT /F1 9 Tf 1 0 0 1 488 -19 Tm (EXHIBIT A, page 9) Tj ET",
        b"BT /F1 12 Tf 1 0 0 1 -300 400 Tm (Beside the page.) Tj ET",
        b"BT /F1 12 Tf 3 Tr 1 0 0 1 72 400 Tm (Unseen, as a scan has it.) Tj ET",
        b"BT /F1 300 Tf 1 0 0 1 10 10 Tm (Tall) Tj ET",
        b"BT /F9 12 Tf 1 0 0 1 72 400 Tm (No such font.) Tj ET",
        b"BT /F1 12 Tf " + b"".join(b"1 0 0 1 %d 400 Tm (x) Tj " % (8 * at) for at in range(60)) + b"ET",
    ],
    ids=[
        "nothing",
        "at the foot",
        "half cut off",
        "over the stamp, cut off",
        "beside",
        "unseen",
        "tall",
        "no font",
        "letter by letter",
    ],
)
def test_what_evidence_says_is_not_taken_for_something_strange(packet: Bound, content: bytes) -> None:
    folder = packet.path.with_name("evidence")
    folder.mkdir(exist_ok=True)
    (volume,) = volumes_of([], [to_bind(folder, "A", Page(content=content), Page(content=GREETING))])

    assert Bound(volume, made(volume, folder / "packet.pdf")).problems() == []


def test_what_is_drawn_over_the_band_is_told_although_the_evidence_hides_the_same_elsewhere(
    packet: Bound,
) -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[4]
        page.contents_add(b"BT /F1 12 Tf 1 0 0 1 200 24 Tm (EXHIBIT Z) Tj ET")
        fonts = dict(page.Resources.Font.items())
        fonts["/F1"] = page.Resources.XObject["/Exhibit"].Resources.Font.F1
        page.Resources.Font = pikepdf.Dictionary(fonts)

    assert foreign(5, 8) in packet.faults_after(add)
