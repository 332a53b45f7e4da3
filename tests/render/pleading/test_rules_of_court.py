"""The finished PDF measured against the California Rules of Court, one test a rule, and against real filings.

Every figure is taken from the PDF with PDFium, to half a point.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import pypdfium2
import pytest
from factories import SHEET
from render.pleading.measured import Page, Printed, Stroke, measure
from render.pleading.papers import (
    EXECUTION,
    FILER,
    FOOTER,
    caption,
    court_paper,
    heading,
    paragraph,
    quotation,
    text,
)

from formgen.document.blocks import Block
from formgen.render.fonts.book import FontBook
from formgen.render.laid_out import LaidOut
from formgen.render.pdf import draw
from formgen.render.pleading.layout import lay_out
from formgen.render.rendered import RenderedPdf

CLOSE = 0.5
"""Points."""

INCH = 72
STORY = "On March 9, 2026, at 7:12 a.m., he emailed me again. Most of it asks us to lower the bill. "
MESSAGE = "I know what time you people lock up (and by which door). You can’t ignore me. " * 12
BLOCKS: list[Block] = [
    paragraph("I, Dana Reyes, declare:", continues=True, keeps_next=True),
    heading("Who I am and how I know this"),
    *(paragraph(STORY * 3, number=number, anchor=f"paragraph-{number}") for number in range(1, 8)),
    paragraph("He wrote:", number=8),
    quotation(MESSAGE),
    paragraph("Exhibit A is a true and correct copy.", continues=True),
    heading("Earlier events, in order"),
    *(paragraph(STORY * 4, number=number) for number in range(9, 14)),
    paragraph("She wrote:", number=14),
    quotation("Ángel saw it. 😀 No one else did.\n" * 5),
    paragraph("That is all.", continues=True),
    EXECUTION,
]
TWELVE = tuple(f"Line {number} of the filer" for number in range(1, 13))


@cache
def book() -> FontBook:
    return FontBook.open()


def drawn(laid: LaidOut) -> RenderedPdf:
    return draw(laid, book(), paper="declaration", file_name="d.pdf", title="Declaration", language="en-US")


@cache
def rendered(filer: Sequence[str] = FILER, *, draft: bool = False) -> RenderedPdf:
    paper = court_paper(*BLOCKS, head=caption(filer=filer))
    return drawn(lay_out(paper, book(), draft=draft))


@cache
def pages_of(filer: Sequence[str] = FILER, *, draft: bool = False) -> list[Page]:
    return measure(rendered(filer, draft=draft).content)


def measured(*blocks: Block) -> tuple[LaidOut, list[Page]]:
    laid = lay_out(court_paper(*blocks), book())
    return laid, measure(drawn(laid).content)


def pages() -> list[Page]:
    return pages_of()


def every_line() -> list[Printed]:
    return [line for page in pages() for line in page.printed]


def near(value: float) -> object:
    return pytest.approx(value, abs=CLOSE)


def test_rule_2_103_every_page_is_letter_size() -> None:
    assert {(page.width, page.height) for page in pages()} == {(8.5 * INCH, 11 * INCH)}


def test_rule_2_104_type_is_12_points_or_more_above_the_foot() -> None:
    sizes = {glyph.size for line in every_line() if line.baseline <= 753 for glyph in line.inked}
    assert min(sizes) >= 12


def test_rule_2_105_the_typeface_is_one_equivalent_to_arial() -> None:
    fonts = {
        glyph.font.partition("+")[2] for line in every_line() for glyph in line.inked if glyph.text.isascii()
    }
    assert fonts == {"Arimo-Regular", "Arimo-Bold"}


def test_rule_2_106_all_is_black() -> None:
    pdf = pypdfium2.PdfDocument(rendered().content)
    for page in pdf:
        colours = {colour for _, colour in page.render(scale=0.5).to_pil().convert("RGB").getcolors()}
        assert (0, 0, 0) in colours
        assert all(red == green == blue for red, green, blue in colours)
    pdf.close()


def test_rule_2_107_margins_are_an_inch_left_and_half_an_inch_right() -> None:
    for page in pages():
        assert min(line.left for line in page.text + page.foot) >= 1 * INCH
        assert max(line.right for line in page.printed) <= page.width - 0.5 * INCH


def test_rule_2_107_nothing_touches_a_rule() -> None:
    for page in pages():
        inner, right = page.upright[1], page.upright[-1]
        for line in page.text + page.foot:
            assert line.left >= inner.x + 4
            assert line.right <= right.x - 4
        assert max(number.right for number in page.numbers) <= page.upright[0].x - 4


def test_rule_2_108_1_text_is_double_spaced() -> None:
    for page in pages():
        baselines = sorted({round(line.baseline, 2) for line in page.text if not is_quoted(line)})
        for above, below in pairwise(baselines):
            lines = round((below - above) / 24)
            assert lines >= 1
            assert below - above == near(24 * lines)


def test_rule_2_108_2_lines_are_numbered_from_1_on_each_page() -> None:
    for page in pages():
        assert [number.text for number in page.numbers] == [str(number) for number in range(1, 29)]


def test_rule_2_108_2_numbers_stand_at_the_left_margin_apart_from_the_text_by_a_rule() -> None:
    for page in pages():
        right = max(number.right for number in page.numbers)
        left = min(line.left for line in page.text)
        assert right < page.upright[0].x < page.upright[1].x < left
        assert left - right >= INCH / 5


def test_rule_2_108_3_a_quotation_may_be_single_spaced_and_returns_to_the_grid() -> None:
    steps = set()
    for page in pages():
        grid = {round(number.baseline, 2) for number in page.numbers}
        quoted = [line.baseline for line in page.text if is_quoted(line)]
        steps |= {round(below - above, 2) for above, below in pairwise(quoted)}
        for line in page.text:
            assert is_quoted(line) or round(line.baseline, 2) in grid
    assert steps == {12.0, 16.0}


def is_quoted(line: Printed) -> bool:
    """Tell whether *line* is one of a quotation, by where it begins and what does not begin there."""
    others = r"\d+\.|v\.|I declare under penalty .*|Executed on .*"
    return line.x == near(SHEET.text_left + 36) and not re.fullmatch(others, line.text)


def test_rule_2_108_4_numbers_are_evenly_spaced_and_aligned_with_the_text() -> None:
    for page in pages():
        baselines = [number.baseline for number in page.numbers]
        assert [below - above for above, below in pairwise(baselines)] == [near(24)] * 27
        in_text = {round(line.baseline, 1) for line in page.text if not is_quoted(line)}
        assert in_text <= {round(baseline, 1) for baseline in baselines}


def test_rule_2_108_4_there_are_at_least_three_numbers_to_the_inch() -> None:
    baselines = [number.baseline for number in pages()[0].numbers]
    for top in baselines[:-3]:
        assert len([each for each in baselines if top - CLOSE <= each < top + INCH - CLOSE]) >= 3


def test_rule_2_109_pages_are_numbered_at_the_foot_from_the_first_page() -> None:
    for count, page in enumerate(pages(), 1):
        (number,) = [line for line in page.foot if line.text.isdigit()]
        assert number.text == str(count)
        assert number.baseline == near(752)


def test_rule_2_110_the_papers_title_stands_under_the_page_number_divided_from_it_by_a_line() -> None:
    for page in pages():
        (number,) = [line for line in page.foot if line.text.isdigit()]
        (title,) = [line for line in page.foot if line.text == FOOTER]
        (rule,) = [stroke for stroke in page.lying if stroke.y > 744]
        assert number.bottom + 1 < rule.y < title.top - 1
        assert title.size >= 10
        assert (title.left + title.right) / 2 == near((SHEET.text_left + SHEET.text_right) / 2)


def test_rule_2_111_1_the_filer_stands_from_line_1_left_of_the_centre() -> None:
    first = pages()[0]
    for number, words in enumerate(FILER):
        (line,) = [line for line in first.text if line.text == words]
        assert line.baseline == near(first.numbers[number].baseline)
        assert line.right <= first.width / 2
        assert line.top >= 1 * INCH


def test_rule_2_111_2_the_first_two_inches_right_of_the_centre_are_blank_for_the_clerk() -> None:
    for filer in (FILER, TWELVE):
        first = pages_of(filer)[0]
        assert not [
            line
            for line in first.printed
            if line.right > first.width / 2 and line.bottom > 1 * INCH and line.top < 3 * INCH
        ]


def test_rule_2_111_3_the_courts_title_stands_on_line_8_a_third_of_the_way_down() -> None:
    first = pages()[0]
    court = first.find("SUPERIOR COURT OF CALIFORNIA")
    assert court.baseline == near(first.numbers[7].baseline)
    assert court.top >= 3.333 * INCH


def test_rule_2_111_3_it_stands_below_a_filer_of_twelve_lines() -> None:
    first = pages_of(TWELVE)[0]
    court = first.find("SUPERIOR COURT OF CALIFORNIA")
    assert court.top > first.find("Line 12 of the filer").bottom
    assert court.top >= 3.333 * INCH


def test_rule_2_111_4_the_parties_stand_below_the_court_left_of_the_centre() -> None:
    first = pages()[0]
    court = first.find("COUNTY OF YOLO")
    for words in ("DANA REYES,", "Petitioner,", "CARL VOSS,", "Respondent."):
        assert first.find(words).top > court.bottom
        assert first.find(words).right <= first.width / 2


def test_rule_2_111_5_the_number_of_the_case_stands_opposite_at_the_right() -> None:
    first = pages()[0]
    number = first.find("Case No. 26CV001")
    assert number.left >= first.width / 2
    assert number.baseline == near(first.find("DANA REYES,").baseline)


def test_rule_2_111_6_the_nature_of_the_paper_stands_below_the_number() -> None:
    first = pages()[0]
    title = first.find("DECLARATION OF DANA REYES")
    assert title.left >= first.width / 2
    assert title.top > first.find("Case No. 26CV001").bottom


def test_rule_2_111_7_the_department_stands_below_that() -> None:
    first = pages()[0]
    hearing = first.find("Hearing: June 2, 2026")
    assert hearing.left >= first.width / 2
    assert hearing.top > first.find("DECLARATION OF DANA REYES").bottom
    assert "Dept. 8" in " ".join(line.text for line in first.text)


def test_rule_3_1115_the_caption_names_the_declarant_and_what_the_declaration_supports() -> None:
    first = pages()[0]
    right = " ".join(line.text for line in first.text if line.left > first.width / 2 and line.size == 12)
    assert "DECLARATION OF DANA REYES IN SUPPORT OF REQUEST FOR CIVIL HARASSMENT RESTRAINING ORDERS" in right


def test_real_filings_line_1_is_centred_71_to_87_points_down_and_line_28_at_719_to_735() -> None:
    for page in pages():
        assert 71 <= page.numbers[0].middle <= 87
        assert 719 <= page.numbers[-1].middle <= 735


def test_real_filings_the_inner_left_rule_stands_at_76_to_97_points_close_to_the_outer() -> None:
    for page in pages():
        outer, inner, *_ = page.upright
        assert 76 <= inner.x <= 97
        assert 1.5 <= inner.x - outer.x <= 3.6


def test_real_filings_the_right_rule_stands_at_576_to_590_points() -> None:
    for page in pages():
        assert 576 <= page.upright[-1].x <= 590


def test_real_filings_rules_run_the_length_of_the_page() -> None:
    for page in pages():
        for rule in (*page.upright[:2], page.upright[-1]):
            assert (rule.top, rule.bottom) == (near(0), near(792))


def test_real_filings_lines_are_24_points_apart() -> None:
    for page in pages():
        assert (page.numbers[-1].baseline - page.numbers[0].baseline) / 27 == pytest.approx(24, abs=0.01)


def test_capitals_stand_in_the_middle_of_their_line_of_the_grid() -> None:
    first = pages()[0]
    assert first.find("SUPERIOR COURT").middle == near(72 + 7 * 24 + 12)


def test_a_rule_stands_between_parties_and_paper_and_one_under_the_parties() -> None:
    first = pages()[0]
    between: Stroke = first.upright[2]
    (below,) = [stroke for stroke in first.lying if stroke.y < 744]
    assert between.x == near(first.width / 2)
    assert between.top < first.find("DANA REYES,").top
    assert between.bottom > first.find("Respondent.").bottom
    assert (below.left, below.right, below.y) == (near(100), near(306), near(between.bottom))


def test_a_draft_is_marked_on_every_page_outside_the_text() -> None:
    for page in pages_of(draft=True):
        mark = page.find("DRAFT")
        assert mark.bottom < page.numbers[0].top
    assert not [line for line in every_line() if line.text == "DRAFT"]


def test_every_glyph_stands_in_the_box_of_its_line_and_in_no_other() -> None:
    laid = rendered().laid_out
    for number, page in enumerate(pages(), 1):
        placed = [line for line in laid.lines if line.page == number and line.inlines]
        for line in placed:
            box = line.box
            inside = [
                glyph.text
                for each in page.printed
                for glyph in each.inked
                if glyph.left < box.right
                and glyph.right > box.left
                and glyph.top < 792 - box.bottom
                and glyph.bottom > 792 - box.top
            ]
            assert "".join(inside) == "".join(text(line).split())


SOLID_LETTERS = "".join(map(chr, [*range(0x21, 0x7F), *range(0xA1, 0xC0), *range(0xE6, 0x100)])) + "ßàáâãä§"
LOOSE_LETTERS = "ÀÉÎÑÕÜÅĂĆĞĬŐŘŠŪŽẢẤỆỖỮΪЁЙ你好。한국かなゴ😀🎉👍🏽❤️★☂שלום"


@pytest.mark.parametrize("letters", [SOLID_LETTERS, LOOSE_LETTERS])
def test_no_letter_of_a_quotation_reaches_into_the_lines_above_and_below(letters: str) -> None:
    typed = "\n".join(letters[at : at + 12] for at in range(0, len(letters), 12)) + "\nend\nend"
    laid, (page,) = measured(quotation(typed))
    boxes = {round(792 - line.baseline, 1): line.box for line in laid.lines if line.block == 0}
    for line in page.text:
        box = boxes[round(line.baseline, 1)]
        assert line.top >= 792 - box.top
        assert line.bottom <= 792 - box.bottom


def test_the_longest_line_of_a_paragraph_ends_at_the_margin() -> None:
    _, (page,) = measured(paragraph("word " * 300))
    assert 540 <= max(line.right for line in page.text) <= 570
