"""Holding labels, sizes, links and bookmarks of a packet against what was laid out."""

from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest
from checks.volumes import Bound, with_part
from pikepdf import Array, Dictionary, Name, String

from formgen.render.laid_out import OutlineEntry

LINKS = "have a link missing or too many, or one that leads elsewhere."
LINK = LINKS.replace("have", "has")
LABELS = "have a label that is not the number printed there."
BOOKMARKS = [("packet-bookmarks", "The bookmarks of packet.pdf are not those that were laid out.")]


def first_link(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Return the link on the first page that leads to exhibit A."""
    return pdf.pages[0].Annots[0]


def change_label(pdf: pikepdf.Pdf) -> None:
    labels = pdf.Root.PageLabels.Nums
    pdf.Root.PageLabels.Nums = Array([*labels, 10, Dictionary(S=Name.D, St=12)])


@pytest.mark.parametrize(
    ("change", "pages"),
    [
        (change_label, "Pages 11, 12 of packet.pdf"),
        (lambda pdf: pdf.Root.__delitem__("/PageLabels"), "Pages 1, 2, 3, 4, 5 and 7 more of packet.pdf"),
        (
            lambda pdf: setattr(pdf.Root.PageLabels, "Nums", Array([0, Dictionary(S=Name.r)])),
            "Pages 1, 2, 3, 4, 5 and 7 more of packet.pdf",
        ),
        (
            lambda pdf: setattr(pdf.Root.PageLabels, "Nums", Array([0, Dictionary(P=String("x" * 99))])),
            "Pages 1, 2, 3, 4, 5 and 7 more of packet.pdf",
        ),
    ],
    ids=["from page 11 on", "none", "Roman", "long"],
)
def test_labels_that_are_not_the_printed_numbers_are_told(
    packet: Bound, change: Callable[[pikepdf.Pdf], object], pages: str
) -> None:
    assert packet.faults_after(change) == [("packet-labels", f"{pages} {LABELS}")]


def test_a_page_on_which_no_number_was_laid_out_is_told(packet: Bound) -> None:
    part = packet.volume.laid[3]
    other = with_part(packet.volume, 3, lines=part.lines[1:])
    bound = Bound(other, packet.path.with_name("other.pdf"))

    assert bound.faults_of(other) == [
        ("packet-labels", "Page 5 of packet.pdf has no number of its own at the foot.")
    ]


def test_a_number_in_the_text_of_a_page_is_no_page_number(packet: Bound) -> None:
    part = packet.volume.laid[0]
    number = replace(part.lines[-1], block=1)
    other = with_part(packet.volume, 0, lines=(*part.lines[:-1], number))
    bound = Bound(other, packet.path.with_name("other.pdf"))

    assert bound.faults_of(other) == [
        ("packet-labels", "Page 2 of packet.pdf has no number of its own at the foot.")
    ]


def move(pdf: pikepdf.Pdf, by: float) -> None:
    edges = [float(edge) for edge in first_link(pdf).Rect]
    first_link(pdf).Rect = Array([edges[0] + by, *edges[1:]])


def lead_out(pdf: pikepdf.Pdf) -> None:
    link = first_link(pdf)
    del link.Dest
    link.A = Dictionary(S=Name.GoToR, F=String("other.pdf"), D=Array([0, Name.Fit]))


@pytest.mark.parametrize(
    "change",
    [
        lambda pdf: move(pdf, 0.6),
        lambda pdf: setattr(first_link(pdf), "Dest", String("exhibit B")),
        lambda pdf: setattr(first_link(pdf), "Dest", String("nowhere")),
        lambda pdf: setattr(first_link(pdf), "Dest", Array([])),
        lambda pdf: pdf.pages[0].Annots.__delitem__(0),
        lambda pdf: pdf.pages[0].Annots.append(pdf.pages[0].Annots[1]),
        lambda pdf: pdf.pages[0].__delitem__("/Annots"),
    ],
    ids=["moved", "to another exhibit", "to no place", "to nothing", "left out", "one too many", "none"],
)
def test_a_link_that_is_not_the_one_laid_out_is_told(
    packet: Bound, change: Callable[[pikepdf.Pdf], object]
) -> None:
    assert packet.faults_after(change) == [("packet-links", f"Page 1 of packet.pdf {LINK}")]


def test_a_link_may_be_off_by_less_than_anyone_sees(packet: Bound) -> None:
    assert packet.faults_after(lambda pdf: move(pdf, 0.4)) == []


def test_links_may_come_in_any_order(packet: Bound) -> None:
    def turn_round(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Annots = Array(reversed(list(pdf.pages[0].Annots)))

    assert packet.faults_after(turn_round) == []


def test_a_link_that_leads_into_another_file_is_told(packet: Bound) -> None:
    assert ("packet-links", f"Page 1 of packet.pdf {LINK}") in packet.faults_after(lead_out)


def test_links_whose_place_was_moved_to_another_page_are_told_wherever_they_are(packet: Bound) -> None:
    def exchange(pdf: pikepdf.Pdf) -> None:
        names = pdf.Root.Names.Dests.Names
        at = {str(names[number]): number + 1 for number in range(0, len(names), 2)}
        names[at["exhibit A"]], names[at["exhibit C"]] = names[at["exhibit C"]], names[at["exhibit A"]]

    assert packet.faults_after(exchange) == [("packet-links", f"Pages 1, 3 of packet.pdf {LINKS}")]


def test_a_link_without_a_place_in_the_volume_must_not_be_in_the_file(packet: Bound) -> None:
    part = packet.volume.laid[0]
    dangling = replace(part.links[0], goes_to="exhibit Z")
    other = with_part(packet.volume, 0, links=(*part.links[1:], dangling))
    bound = Bound(other, packet.path)

    assert bound.faults_of(other) == []
    assert bound.faults() == [("packet-links", f"Page 1 of packet.pdf {LINK}")]


def test_a_note_on_a_page_is_told(packet: Bound) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([1, 1, 9, 9]), Contents=String("see"))

    assert packet.faults_after(lambda pdf: pdf.pages[4].Annots.append(note)) == [
        ("packet-links", "Page 5 of packet.pdf has something besides links, such as a note or a field."),
        ("packet-structure", "Page 5 of packet.pdf holds something that was not laid out."),
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda page: page.rotate(90, relative=False),
        lambda page: page.rotate(180, relative=False),
        lambda page: setattr(page, "MediaBox", Array([0, 0, 612, 791])),
        lambda page: setattr(page, "MediaBox", Array([5, 5, 617, 797])),
    ],
    ids=["turned", "upside down", "shorter", "shifted"],
)
def test_a_page_of_another_size_or_turned_is_told(
    packet: Bound, change: Callable[[pikepdf.Page], object]
) -> None:
    assert packet.faults_after(lambda pdf: change(pdf.pages[4])) == [
        ("packet-pages", "Page 5 of packet.pdf is not as large as laid out, or turned.")
    ]


def test_a_page_with_a_unit_of_its_own_is_told(packet: Bound) -> None:
    assert packet.faults_after(lambda pdf: setattr(pdf.pages[4], "UserUnit", 2)) == [
        ("packet-structure", "Page 5 of packet.pdf holds something that was not laid out.")
    ]


@pytest.mark.parametrize(
    "outline",
    [
        (),
        (OutlineEntry("Exhibit B: other", 1, 792.0),),
        (OutlineEntry("Exhibit A: email of March 5, 2026, 8:47 p.m. ", 1, 792.0),),
        (OutlineEntry("Exhibit A: email of March 5, 2026, 8:47 p.m.", 1, 792.0, 1),),
        (OutlineEntry("Exhibit A: email of March 5, 2026, 8:47 p.m.", 1, 792.0),) * 2,
    ],
    ids=["left out", "another title", "a space more", "a level lower", "twice"],
)
def test_bookmarks_that_are_not_those_laid_out_are_told(
    packet: Bound, outline: tuple[OutlineEntry, ...]
) -> None:
    assert packet.faults_of(with_part(packet.volume, 2, outline=outline)) == BOOKMARKS


def test_a_bookmark_to_another_page_is_told(packet: Bound) -> None:
    def lead_elsewhere(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Outlines.First.Dest = pdf.make_indirect(Array([pdf.pages[6].obj, Name.XYZ, None, 792, None]))

    assert packet.faults_after(lead_elsewhere) == BOOKMARKS


def test_bookmarks_in_another_script_and_with_odd_characters_are_found(packet: Bound) -> None:
    titles = ("Nguyễn Thị Minh", "\u05de\u05e9\u05d4 (12)", "two\tcolumns", "\U0001f622", "C:\\new <b> & (x")
    outline = tuple(OutlineEntry(title, 1, 792.0) for title in titles)
    other = with_part(packet.volume, 2, outline=outline)
    bound = Bound(other, packet.path.with_name("other.pdf"))

    assert bound.faults_of(other) == []


def test_a_link_from_words_is_held_against_the_page_it_names(packet: Bound) -> None:
    # The anchor of an exhibit belongs to the page on which it begins, not to its cover.
    part = packet.volume.laid[2]
    moved = with_part(packet.volume, 2, anchors={**part.anchors, "exhibit A": (1, 792.0)})
    first = packet.volume.laid[3]
    moved = with_part(moved, 3, anchors={})

    assert first.anchors == {"exhibit A": (1, 792.0)}
    assert packet.faults_of(moved) == [("packet-links", f"Pages 1, 3 of packet.pdf {LINKS}")]
