"""A whole chronology laid out."""

from dataclasses import replace

import pytest
from document.chronologies import COURT, MARCH_10, MARCH_17, court_copy, emails, with_exhibit
from factories import make_case, make_incident
from render.sheet.sheets import find, laid, on_page, words

from formgen.document.blocks import text_of
from formgen.render.laid_out import OutlineEntry


def test_it_lies_on_its_side() -> None:
    page = laid()

    assert (page.width, page.height, page.page_count) == (792, 612, 1)


def test_it_begins_with_its_heading_the_counts_the_timeline_and_then_the_table() -> None:
    page = laid(court_copy(make_case(incidents=emails(2))))
    order = [
        "Chronology",
        "Between March 1 and March 2, 2026, this chronology lists two contacts: two emails.",
        "Contacts",
        "Each column is one day; the number above it counts its contacts.",
        "No.",
    ]

    tops = [find(page, text).box.top for text in order]

    assert tops == sorted(tops, reverse=True)


def test_the_heading_stands_in_the_middle() -> None:
    title = find(laid(), "Chronology")

    assert (title.box.left + title.box.right) / 2 == pytest.approx((72 + 738) / 2)


def test_it_has_a_bookmark() -> None:
    assert laid().outline == (OutlineEntry("Chronology", 1, 612 - 54),)


def test_exhibit_pages_filled_in_later_move_nothing() -> None:
    paper = court_copy(with_exhibit(incidents=[make_incident(exhibits=["first-email"]), *emails(20)]))

    before = laid(paper, pages={})
    after = laid(paper, pages={"A": ", pages 112\u2013118"})

    # The number of pages adds a line that was kept free.
    assert [line for line in after.lines if "pages" not in words(line) and "Exhibit" not in words(line)] == [
        line for line in before.lines if "Exhibit" not in words(line)
    ]
    assert before.rules == after.rules
    assert "pages 112\u2013118" in [words(line) for line in after.lines]


def test_without_a_packet_an_exhibit_is_cited_by_its_letter_alone() -> None:
    page = laid(court_copy(with_exhibit()))

    assert "Exhibit A" in on_page(page, 1)


def test_every_typed_word_is_on_the_pages_with_its_source() -> None:
    paper = court_copy(
        make_case(
            incidents=[make_incident(present=["Lee Tran"]), *emails(3)],
            notices=[MARCH_10],
            requests_to_stop=[MARCH_17],
        )
    )
    blocks: dict[int, str] = {}
    for line in laid(paper).lines:
        if line.block >= 0:
            blocks[line.block] = blocks.get(line.block, "") + text_of(line.inlines) + line.joint
    whole = " ".join(" ".join(blocks.values()).split())

    assert [c.path for c in paper.carries if " ".join(c.text.split()) not in whole] == []


def test_the_same_paper_is_laid_out_the_same() -> None:
    assert laid() == laid()


def test_a_heading_and_counts_longer_than_a_page_go_on_on_the_next() -> None:
    paper = replace(court_copy(), summary=tuple(f"Sentence {n}." for n in range(40)))
    page = laid(paper)

    assert page.page_count == 2
    assert find(page, "Sentence 39.").page == 2
    assert page.anchors["row-1"][0] == 2
    assert paper.paper == COURT
