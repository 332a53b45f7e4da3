"""Reopening a finished volume of a packet."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest
from checks.pdf_papers import LANGUAGE, line
from checks.volumes import NAME, TITLE, Bound, Page, declaration, made, to_bind, volumes_of, with_part

from formgen.checks.packet_readback import read_back_volume

FIX = "Nothing was written. This is a fault of the program: please report it."
UNREADABLE = ("packet-unreadable", "packet.pdf cannot be opened again.")


def swap_two_pages(pdf: pikepdf.Pdf) -> None:
    pages = pdf.Root.Pages.Kids
    pages[10], pages[11] = pages[11], pages[10]


def test_a_sound_packet_has_no_faults(packet: Bound) -> None:
    assert packet.problems() == []


def test_a_packet_that_was_copied_object_by_object_has_no_faults(packet: Bound) -> None:
    assert packet.faults_after(lambda _: None) == []


def test_every_volume_of_a_packet_has_no_faults(packet: Bound) -> None:
    folder = packet.path.with_name("volumes")
    folder.mkdir()
    exhibits = [to_bind(folder, label, Page(), Page(), number=at) for at, label in enumerate("ABC", 1)]
    volumes = volumes_of([declaration("A", "B", "C")], exhibits, room=12_000)
    bound = [Bound(volume, made(volume, folder / f"{volume.number}.pdf")) for volume in volumes]

    assert [(each.volume.first_page, each.volume.page_count) for each in bound] == [(1, 6), (7, 4), (11, 4)]
    assert [each.problems() for each in bound] == [[], [], []]


def test_an_exhibit_parted_among_volumes_has_no_faults(packet: Bound) -> None:
    folder = packet.path.with_name("parted")
    folder.mkdir()
    whole = replace(to_bind(folder, "A", *(Page() for _ in range(4))), page_weights=(900,) * 4)
    volumes = volumes_of([], [whole], room=2_000)
    bound = [Bound(volume, made(volume, folder / f"{volume.number}.pdf")) for volume in volumes]

    assert [[page.own for page in each.volume.bound] for each in bound] == [[1, 2], [3, 4]]
    assert [each.problems() for each in bound] == [[], []]


def test_the_text_of_every_page_is_handed_on_in_order(packet: Bound) -> None:
    reading = read_back_volume(packet.path, packet.volume, name=NAME, title=TITLE, language=LANGUAGE)

    assert reading.problems == ()
    assert len(reading.texts) == 12
    assert "This is page 2." in reading.texts[1]
    assert "Please call me back." in reading.texts[4]
    assert "EXHIBIT A, page 1 of 3" in reading.texts[4]
    assert "Please call me back." not in reading.texts[8]


def test_a_problem_names_the_evidence_it_is_about_and_says_what_to_do(packet: Bound) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        form = pdf.pages[10].Resources.XObject["/Exhibit"]
        form.write(form.read_bytes().replace(b"call", b"tall"))

    packet.faults_after(change)
    [problem] = packet.problems(packet.path.with_name("changed.pdf"))

    assert problem.code == "packet-content"
    assert problem.path == "evidence[3]"
    assert problem.fix == FIX
    assert "call" not in problem.what


def test_two_pages_that_changed_places_are_told_by_all_that_is_wrong_with_them(packet: Bound) -> None:
    assert packet.faults_after(swap_two_pages) == [
        (
            "text-changed",
            "Page 11 of packet.pdf does not read as it was laid out: of all its lines, these: 1, 2.",
        ),
        ("text-foreign", "Page 11 of packet.pdf holds characters outside of its lines: 19."),
        (
            "text-changed",
            "Page 12 of packet.pdf does not read as it was laid out: of all its lines, these: 1, 2.",
        ),
        ("text-foreign", "Page 12 of packet.pdf holds characters outside of its lines: 19."),
        ("packet-pages", "Pages 11, 12 of packet.pdf are not as large as laid out, or turned."),
        (
            "packet-links",
            "Pages 1, 3, 11, 12 of packet.pdf have a link missing or too many, or one that leads elsewhere.",
        ),
        ("packet-bookmarks", "The bookmarks of packet.pdf are not those that were laid out."),
        ("packet-content", "Page 11 of packet.pdf does not hold page 1 of exhibit C as it was prepared."),
        ("packet-content", "Page 12 of packet.pdf does not hold page 2 of exhibit C as it was prepared."),
    ]


def test_a_page_that_is_not_there_is_told(packet: Bound) -> None:
    whole = packet.volume

    assert packet.faults_of(replace(whole, laid=whole.laid[:-1], bound=whole.bound[:-1])) == [
        ("packet-pages", "packet.pdf has 11 pages, and was laid out on 12."),
        ("packet-bookmarks", "The bookmarks of packet.pdf are not those that were laid out."),
    ]


def test_a_page_too_many_is_told(packet: Bound) -> None:
    assert packet.faults_after(lambda pdf: pdf.add_blank_page(page_size=(612, 792))) == [
        ("packet-pages", "packet.pdf has 13 pages, and was laid out on 12.")
    ]


def test_what_pages_say_that_are_too_many_is_handed_on_too(packet: Bound) -> None:
    last = packet.volume.laid[0]
    other = replace(
        packet.volume, laid=(*packet.volume.laid, replace(last, outline=(), links=(), anchors={}))
    )
    path = made(other, packet.path.with_name("other.pdf"))

    reading = read_back_volume(path, packet.volume, name=NAME, title=TITLE, language=LANGUAGE)

    assert len(reading.texts) == 14
    assert "This is page 2." in reading.texts[13]


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7 and nothing else", b"PK\x03\x04", b"\0" * 5000],
    ids=["empty", "cut", "zip", "zeros"],
)
def test_a_file_that_is_no_pdf_is_one_problem(packet: Bound, content: bytes) -> None:
    path = packet.path.with_name("garbage.pdf")
    path.write_bytes(content)

    assert packet.faults(path) == [UNREADABLE]


def test_a_locked_file_is_one_problem(packet: Bound) -> None:
    path = packet.path.with_name("locked.pdf")
    with pikepdf.open(packet.path) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="one", user="two"))

    assert packet.faults(path) == [UNREADABLE]


def test_a_file_that_is_cut_off_is_told_and_raises_nothing(packet: Bound) -> None:
    path = packet.path.with_name("cut.pdf")
    whole = packet.path.read_bytes()
    for share in (0.2, 0.5, 0.9, 0.99):
        path.write_bytes(whole[: int(len(whole) * share)])

        assert packet.faults(path) != []


@pytest.mark.parametrize(
    "odd",
    [
        lambda pdf: setattr(pdf.pages[4], "Resources", pikepdf.Name.None_),
        lambda pdf: setattr(pdf.pages[4], "Annots", 7),
        lambda pdf: setattr(pdf.pages[4], "Annots", pikepdf.Array([1, pikepdf.Name.X])),
        lambda pdf: setattr(pdf.pages[4], "Contents", pikepdf.Array([pikepdf.Dictionary(), 3])),
        lambda pdf: setattr(pdf.pages[4].Resources, "XObject", pikepdf.Array([1])),
        lambda pdf: setattr(pdf.pages[4].Resources.XObject["/Exhibit"], "BBox", pikepdf.String("wide")),
        lambda pdf: setattr(pdf.pages[4].Resources, "Font", pikepdf.String("bold")),
        lambda pdf: setattr(pdf.Root, "Names", pikepdf.String("none")),
        lambda pdf: setattr(pdf.Root, "Outlines", pikepdf.String("none")),
        lambda pdf: setattr(pdf.Root, "Outlines", pdf.Root),
        lambda pdf: setattr(pdf.Root, "PageLabels", pikepdf.Array([0, 0])),
        lambda pdf: setattr(pdf.trailer, "Info", pikepdf.Array([])),
    ],
)
def test_objects_that_are_not_what_they_should_be_are_told_and_raise_nothing(
    packet: Bound, odd: Callable[[pikepdf.Pdf], object]
) -> None:
    assert packet.faults_after(odd) != []


def test_one_line_that_reads_otherwise_is_told_with_its_number(packet: Bound) -> None:
    lines = packet.volume.laid[0].lines
    other = with_part(packet.volume, 0, lines=(line("Exhibit A shows if.", 1, block=1), *lines[1:]))

    assert packet.faults_of(other) == [
        ("text-changed", "Page 1 of packet.pdf does not read as it was laid out: of all its lines, this: 1.")
    ]


def test_the_library_that_reads_single_papers_is_not_loaded_for_a_packet() -> None:
    asks = "import sys, formgen.checks.packet_readback; print('pypdf' in sys.modules, 'PIL' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)

    assert said.stdout == "False False\n"
