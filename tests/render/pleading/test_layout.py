"""A whole paper laid out: nothing lost, nothing doubled, nothing overlapping, and no work for nothing."""

import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from types import FrameType

import pytest
from factories import SHEET
from hypothesis import given
from hypothesis import strategies as st
from render.pleading.papers import (
    EXECUTION,
    Halves,
    caption,
    court_paper,
    grid_line,
    heading,
    inlines,
    paragraph,
    quotation,
    text,
)

from formgen.document.blocks import Block, Execution, Inline, PageOf, Paragraph, Quotation, Span
from formgen.render.laid_out import Box, LaidOut, PlacedLine
from formgen.render.pleading.layout import lay_out

NAMED = PageOf("A", ", pages 8888–8888")
PAGES = st.sampled_from([None, {}, {"A": ", page 9"}, {"A": ", pages 8888–8888"}])

WORD = st.text(st.sampled_from("abcdé,.”("), min_size=1, max_size=9)
TYPED = st.one_of(
    st.lists(WORD, max_size=60).map(" ".join),
    st.lists(WORD, max_size=30).map("\n".join),
    st.integers(1, 400).map("w".__mul__),
    st.text(max_size=40),
)
INLINES = st.lists(
    st.one_of(
        st.builds(Span, TYPED, st.sampled_from(["", "incidents[1]"]), bold=st.booleans()), st.just(NAMED)
    ),
    min_size=1,
    max_size=3,
).map(tuple)
TEXTS = st.lists(
    st.one_of(
        st.builds(Paragraph, INLINES, st.one_of(st.none(), st.integers(1, 2000)), st.booleans()),
        st.builds(Quotation, INLINES),
        st.lists(WORD, max_size=12).map(lambda words: heading(" ".join(words))),
    ),
    max_size=14,
)
BLOCKS: st.SearchStrategy[list[Block]] = st.builds(list.__add__, TEXTS, st.sampled_from([[], [EXECUTION]]))


def parts_of(block: Block) -> Sequence[tuple[Inline, ...]]:
    return (block.clause, block.blanks, block.signer) if isinstance(block, Execution) else (block.inlines,)


def printed(parts: tuple[Inline, ...], pages: dict[str, str] | None) -> str:
    return "".join(
        part.text if isinstance(part, Span) else (pages or {}).get(part.anchor, "") for part in parts
    )


def words_of(block: Block, pages: dict[str, str] | None) -> str:
    """Return what the lines and joints of *block* come to."""
    number = f"{block.number}. " if isinstance(block, Paragraph) and block.number is not None else ""
    return number + "".join(printed(parts, pages) + "\n" for parts in parts_of(block))


@given(BLOCKS, PAGES)
def test_the_lines_of_each_block_put_together_are_its_text(
    blocks: list[Block], pages: dict[str, str] | None
) -> None:
    laid = lay_out(court_paper(*blocks, head=caption()), Halves(), pages=pages)
    found: dict[int, str] = defaultdict(str)
    for line in laid.lines:
        found[line.block] += text(line) + line.joint
    assert [found[number] for number in range(len(blocks))] == [words_of(block, pages) for block in blocks]


def overlap(one: Box, other: Box) -> bool:
    return (
        one.left < other.right - 1e-6
        and other.left < one.right - 1e-6
        and one.bottom < other.top - 1e-6
        and other.bottom < one.top - 1e-6
    )


def lines_by_page(laid: LaidOut) -> list[list[PlacedLine]]:
    frame = [part for part in laid.frame if isinstance(part, PlacedLine)]
    return [
        [*(line for line in laid.lines if line.page == page and line.inlines), *frame]
        for page in range(1, laid.page_count + 1)
    ]


@given(BLOCKS)
def test_no_two_boxes_overlap_and_all_stand_between_the_margins(blocks: list[Block]) -> None:
    laid = lay_out(court_paper(*blocks, head=caption()), Halves(), draft=True)
    for page in lines_by_page(laid):
        ordered = sorted(page, key=lambda line: -line.box.top)
        for number, line in enumerate(ordered):
            assert not any(overlap(line.box, other.box) for other in ordered[number + 1 : number + 8])
            if line.block >= 0:
                assert line.box.left >= SHEET.text_left
                assert line.box.right <= SHEET.text_right + 1e-6 or len(text(line)) < 20


@given(BLOCKS)
def test_no_page_begins_or_ends_with_a_single_line_of_a_longer_paragraph(blocks: list[Block]) -> None:
    laid = lay_out(court_paper(*blocks), Halves())
    rows: Counter[tuple[int, int]] = Counter()
    whole: Counter[int] = Counter()
    for block, page, _ in {(line.block, line.page, line.baseline) for line in laid.lines}:
        rows[block, page] += 1
        whole[block] += 1
    for (block, _), count in rows.items():
        assert block < 0 or count > 1 or whole[block] == 1


@given(BLOCKS)
def test_all_but_lines_of_quotations_stand_on_the_grid(blocks: list[Block]) -> None:
    for line in lay_out(court_paper(*blocks), Halves()).lines:
        if line.block >= 0 and not isinstance(blocks[line.block], Quotation):
            assert grid_line(line) in range(1, 29)


@given(BLOCKS)
def test_the_same_paper_is_laid_out_the_same_every_time(blocks: list[Block]) -> None:
    paper = court_paper(*blocks, head=caption())
    assert lay_out(paper, Halves()) == lay_out(paper, Halves())


def where(laid: LaidOut) -> list[tuple[object, ...]]:
    return [(line.page, line.x, line.baseline, line.box, line.block) for line in laid.lines]


@given(BLOCKS)
def test_a_second_pass_with_other_page_numbers_moves_no_line(blocks: list[Block]) -> None:
    paper = court_paper(*blocks, head=caption())
    first = lay_out(paper, Halves(), pages={})
    for named in (", page 7", ", pages 12–13", ", pages 8888–8888"):
        assert where(lay_out(paper, Halves(), pages={"A": named})) == where(first)


def test_page_numbers_are_printed_where_they_are_asked_for() -> None:
    paper = court_paper(paragraph("(Exhibit A", NAMED, ".)"))
    assert text(lay_out(paper, Halves()).lines[0]) == "(Exhibit A.)"
    assert (
        text(lay_out(paper, Halves(), pages={"A": ", pages 12–13"}).lines[0]) == "(Exhibit A, pages 12–13.)"
    )


def test_a_line_keeps_the_sources_of_its_words() -> None:
    named = Span("Carl Voss", source="respondent.name")
    line = lay_out(court_paper(paragraph("I know ", named, ".")), Halves()).lines[0]
    assert line.inlines == (Span("I know "), named, Span("."))


def test_every_page_is_a_letter_page() -> None:
    laid = lay_out(court_paper(), Halves())
    assert (laid.width, laid.height) == (612, 792)


def test_laying_out_loads_no_pdf_library() -> None:
    code = (
        "import sys, formgen.render.pleading\n"
        "sys.exit(any(name.partition('.')[0] in {'reportlab', 'pypdf', 'PIL'} for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


STORY: list[Block] = [
    heading("What happened"),
    *(
        paragraph(f"On March {n} he wrote to me again and this is what I remember. " * 4, number=n)
        for n in range(1, 12)
    ),
    quotation(*inlines("I know what time you people lock up. " * 20)),
]


def calls(blocks: Sequence[Block]) -> tuple[int, int]:
    """Return how many Python functions are called to lay out *blocks*, and on how many pages they stand."""
    count = 0

    def note(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event == "call"

    paper = court_paper(*blocks)
    before = sys.getprofile()
    sys.setprofile(note)
    try:
        laid = lay_out(paper, Halves())
    finally:
        sys.setprofile(before)
    return count, laid.page_count


def test_a_page_takes_no_more_work_in_a_long_paper_than_in_a_short_one() -> None:
    few, few_pages = calls(STORY * 5)
    many, many_pages = calls(STORY * 110)
    assert few_pages >= 10
    assert many_pages >= 200
    assert many / many_pages <= 1.05 * few / few_pages


def test_a_long_word_takes_work_by_its_length_and_not_by_its_square() -> None:
    short, _ = calls([paragraph("w" * 3_000)])
    long, _ = calls([paragraph("w" * 30_000)])
    assert long <= 11 * short


@pytest.mark.parametrize("pitch", [20, 24])
def test_the_sheet_decides_where_lines_stand(pitch: int) -> None:
    sheet = replace(SHEET, pitch=pitch, lines=10, first_line=90)
    laid = lay_out(court_paper(paragraph("a\nb"), sheet=sheet), Halves())
    first, second, _ = laid.lines
    assert first.baseline - second.baseline == pitch
    assert first.baseline == pytest.approx(792 - 90 - pitch / 2 - 4.2)
