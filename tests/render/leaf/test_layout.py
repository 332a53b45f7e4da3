"""A whole leaf laid out."""

from dataclasses import replace

import pytest
from factories import SHEET
from hypothesis import given, settings
from hypothesis import strategies as st
from render.leaf.leaves import FRAME, find, laid, leaf, lines, on_page, table, text, words
from render.pleading.papers import Halves
from render.sheet.sheets import overlapping

from formgen.document.blocks import Span
from formgen.document.leaf import LeafBlock, LeafFrame, LeafRule, LeafSpace, LeafText
from formgen.errors import RenderError
from formgen.render.laid_out import OutlineEntry, PlacedLine, PlacedLink, PlacedRule
from formgen.render.leaf import lay_out_leaf


def test_its_first_line_stands_at_the_top_of_the_frame() -> None:
    page = laid(text("Message"))

    assert [(line.x, line.box.top, line.size) for line in page.lines] == [(30, 400 - 40, 12)]
    assert (page.width, page.height, page.page_count) == (300, 400, 1)


def test_a_page_without_a_sheet_has_nothing_at_its_foot() -> None:
    paper = replace(leaf(text("Message")), footer=("Message",))

    page = lay_out_leaf(paper, Halves(), draft=True)

    assert (page.frame, on_page(page, 1)) == ((), ["Message"])


def test_with_a_sheet_pages_are_numbered_and_titled_as_the_other_papers_are() -> None:
    page = lay_out_leaf(
        leaf(text(lines(60)), sheet=SHEET, footer=("Exhibit Index",), frame=LeafFrame()),
        Halves(),
        first_page=12,
        draft=True,
    )

    assert [on_page(page, number)[-1] for number in (1, 2)] == ["12", "13"]
    assert page.first_page == 12
    assert [words(line) for line in page.frame if isinstance(line, PlacedLine)] == ["Exhibit Index", "DRAFT"]
    assert [line.y1 for line in page.frame if isinstance(line, PlacedRule)] == [792 - SHEET.footer_rule]


def test_the_foot_of_a_lying_page_is_as_far_from_its_edge() -> None:
    frame = LeafFrame(width=792, height=612, right=720, bottom=528)

    page = lay_out_leaf(leaf(text("Index"), sheet=SHEET, footer=("Index",), frame=frame), Halves())

    (rule,) = (part for part in page.frame if isinstance(part, PlacedRule))
    assert (rule.x1, rule.x2, rule.y1) == (72, 720, 792 - SHEET.footer_rule)
    number = find(page, "1")
    assert (number.box.left + number.box.right) / 2 == pytest.approx((72 + 720) / 2)


def test_a_title_that_does_not_fit_at_the_foot_is_a_problem() -> None:
    paper = leaf(text("Index"), sheet=SHEET, footer=("Exhibit Index " * 40,), frame=LeafFrame())

    with pytest.raises(RenderError) as caught:
        lay_out_leaf(paper, Halves())

    assert [problem.code for problem in caught.value.problems] == ["footer-too-long"]


def test_white_space_is_left_out_at_the_top_of_a_page() -> None:
    above = laid(LeafSpace(50), text("First"), LeafSpace(20), LeafSpace(10), text("Second", before=5))

    assert find(above, "First").box.top == 360
    assert find(above, "Second").box.top == pytest.approx(360 - 14.4 - 35)


def test_a_rule_goes_across_the_page() -> None:
    page = laid(text("Headers"), LeafRule(), text("Words"))

    (rule,) = page.rules
    assert (rule.x1, rule.x2) == (30, 270)
    assert rule.y1 == rule.y2 == pytest.approx(360 - 14.4)


def test_a_cover_stands_in_the_middle_of_the_height() -> None:
    page = laid(text("EXHIBIT A", anchor="cover", title="Exhibit A"), text("Email"), is_centred=True)

    first, last = page.lines
    assert 360 - first.box.top == pytest.approx(last.box.bottom - 40)
    assert page.anchors["cover"] == (1, first.box.top)
    assert page.outline == (OutlineEntry("Exhibit A", 1, first.box.top),)


def test_a_cover_longer_than_a_page_begins_at_the_top() -> None:
    page = laid(text(lines(30)), is_centred=True)

    assert find(page, "line 1").box.top == 360
    assert page.page_count == 2


def test_words_that_lead_somewhere_become_links() -> None:
    page = laid(LeafText((Span("See "), Span("Exhibit A", goes_to="exhibit-a"))))

    (line,) = page.lines
    box = line.box._replace(left=30 + 4 * 6)
    assert page.links == (PlacedLink(1, box, "exhibit-a"),)


def test_the_same_leaf_is_laid_out_the_same_every_time() -> None:
    paper = leaf(text(lines(40), size=11.0), table(("a", "b"), heads=("One", "Two")))

    assert lay_out_leaf(paper, Halves()) == lay_out_leaf(paper, Halves())


WORDS = st.text(st.sampled_from("ab \n\tNguyễ😢שלם."), max_size=400)
TEXTS = st.builds(
    lambda said, size, indent, align, keeps: text(
        said, size=size, indent=indent, align=align, keeps_next=keeps, before=6.0
    ),
    WORDS,
    st.sampled_from([9.0, 12.0, 24.0]),
    st.sampled_from([0.0, 14.0, 100.0]),
    st.sampled_from(["left", "centre", "right"]),
    st.booleans(),
)
TABLES = st.builds(
    lambda rows, has_head: table(*rows, heads=("No.", "What") if has_head else ("", "")),
    st.lists(st.tuples(WORDS, WORDS), max_size=6),
    st.booleans(),
)
BLOCKS = st.lists(TEXTS | TABLES | st.just(LeafSpace(10.0)) | st.just(LeafRule()), max_size=6)


@settings(derandomize=True, deadline=None)
@given(BLOCKS)
def test_no_word_is_lost_and_none_stands_outside_the_frame(blocks: list[LeafBlock]) -> None:
    page = laid(*blocks)
    said: dict[int, str] = {}
    for line in page.lines:
        if line.block >= 0:
            said[line.block] = said.get(line.block, "") + words(line) + line.joint

    printed = "".join("".join(said.values()).split())
    assert sorted(printed) == sorted("".join(_typed(blocks).split()))
    assert [line for line in page.lines if line.box.bottom < 400 - FRAME.bottom - 1e-6] == []
    assert [line for line in page.lines if line.box.top > 400 - FRAME.top + 1e-6] == []
    assert overlapping(page) == []


def _typed(blocks: list[LeafBlock]) -> str:
    found = []
    for block in blocks:
        if isinstance(block, LeafText):
            found += [block.inlines]
        elif not isinstance(block, LeafSpace | LeafRule):
            found += [cell for row in block.rows for cell in row.cells]
    return "".join(span.text for inlines in found for span in inlines if isinstance(span, Span))
