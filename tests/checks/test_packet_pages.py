"""The pages of a volume as they must be."""

import pytest
from checks.volumes import Bound, with_part

from formgen.checks.packet_pages import bookmarks_of_volume, pages_of_volume, places_of
from formgen.checks.packet_problems import said_of
from formgen.checks.pdf_places import FoundBookmark

EMAIL = "email of March 5, 2026, 8:47 p.m."


def test_every_page_is_told_with_its_number_and_its_evidence(packet: Bound) -> None:
    pages = list(pages_of_volume(packet.volume))

    assert [(page.number, page.printed) for page in pages] == [(number, number) for number in range(1, 13)]
    assert [page.number for page in pages if page.bound is not None] == [5, 6, 7, 11, 12]
    assert [page.band for page in pages if page.bound is not None] == [40.0] * 5


def test_without_a_rule_the_band_ends_above_its_highest_line(packet: Bound) -> None:
    part = packet.volume.laid[3]
    page = next(page for page in pages_of_volume(with_part(packet.volume, 3, frame=())) if page.number == 5)

    assert page.band == max(line.box.top for line in part.lines if line.page == 1)


def test_a_page_has_the_links_whose_place_is_in_the_volume(packet: Bound) -> None:
    pages = list(pages_of_volume(packet.volume))

    assert [link.leads_to for link in pages[0].links] == [5, 9, 11]
    assert [link.leads_to for link in pages[3].links] == [1]
    assert [link.leads_to for link in pages[4].links] == [3]


def test_places_are_named_with_the_page_of_the_file(packet: Bound) -> None:
    assert places_of(packet.volume) == {
        "declaration.paragraph-1": 1,
        "index A": 3,
        "index B": 3,
        "index C": 3,
        "cover A": 4,
        "cover B": 8,
        "cover C": 10,
        "exhibit A": 5,
        "exhibit B": 9,
        "exhibit C": 11,
    }


def test_bookmarks_come_in_the_order_of_the_parts(packet: Bound) -> None:
    assert bookmarks_of_volume(packet.volume) == [
        FoundBookmark(0, "Declaration", 1),
        FoundBookmark(1, "What happened", 2),
        FoundBookmark(0, "INDEX OF EXHIBITS", 3),
        FoundBookmark(0, f"Exhibit A: {EMAIL}", 4),
        FoundBookmark(0, f"Exhibit B: {EMAIL}", 8),
        FoundBookmark(0, f"Exhibit C: {EMAIL}", 10),
        FoundBookmark(1, "The answer", 12),
    ]


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ([7], "Page 7 of packet.pdf is odd."),
        ([7, 9], "Pages 7, 9 of packet.pdf are odd."),
        ([1, 2, 3, 4, 5], "Pages 1, 2, 3, 4, 5 of packet.pdf are odd."),
        (list(range(1, 5001)), "Pages 1, 2, 3, 4, 5 and 4995 more of packet.pdf are odd."),
    ],
)
def test_pages_are_named_until_there_are_too_many(pages: list[int], said: str) -> None:
    assert said_of(pages, "packet.pdf", ("is", "are"), "odd") == said
