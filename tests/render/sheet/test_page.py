"""The page that the table stands on, and its foot."""

from dataclasses import replace

import pytest
from document.chronologies import court_copy
from factories import SHEET
from render.sheet.sheets import RULER, laid, words

from formgen.errors import RenderError
from formgen.render.laid_out import LaidOut, PlacedLine, PlacedRule
from formgen.render.sheet.page import Pages, leading_of, lying_sheet, plain


def foot(page: LaidOut) -> list[str]:
    return [words(part) for part in page.frame if isinstance(part, PlacedLine)]


def test_the_foot_is_as_far_from_the_edge_as_on_other_court_papers() -> None:
    sheet = lying_sheet(court_copy())

    for name in ("page_number", "footer_rule", "footer"):
        assert 612 - getattr(sheet, name) == pytest.approx(792 - getattr(SHEET, name))
    assert (sheet.width, sheet.height, sheet.text_left, sheet.text_right) == (792, 612, 72, 738)


def test_every_page_has_its_number_and_the_title_under_a_rule() -> None:
    page = laid()
    (rule,) = [part for part in page.frame if isinstance(part, PlacedRule)]
    number = page.lines[-1]

    assert foot(page) == ["Chronology prepared by Dana Reyes"]
    assert [rule.x1, rule.x2, rule.y1] == pytest.approx([72, 738, 792 - SHEET.footer_rule])
    assert (words(number), number.size) == ("1", 12)
    assert number.baseline == pytest.approx(792 - SHEET.page_number)
    assert (number.box.left + number.box.right) / 2 == pytest.approx((72 + 738) / 2)


def test_a_title_that_is_too_long_is_shortened_to_its_short_form() -> None:
    paper = replace(court_copy(), footer=("x " * 900, "Chronology"))

    assert foot(laid(paper)) == ["Chronology"]


def test_a_title_without_a_form_that_fits_is_refused() -> None:
    with pytest.raises(RenderError) as refused:
        laid(replace(court_copy(), footer=("x " * 900,)))

    assert [problem.code for problem in refused.value.problems] == ["footer-too-long"]


def test_a_draft_says_so_above_all_text() -> None:
    page = laid(draft=True)
    mark = next(part for part in page.frame if isinstance(part, PlacedLine) and words(part) == "DRAFT")

    assert mark.box.bottom > max(line.box.top for line in page.lines)


@pytest.mark.parametrize(("text", "leading"), [("word", 1.2), ("É", 1.4), ("ปั่น", 2.0)])
def test_lines_stand_as_close_as_their_letters_allow(text: str, leading: float) -> None:
    assert leading_of(text) == leading


def test_a_lines_box_holds_its_letters() -> None:
    pages = Pages(SHEET, top=72, bottom=700)

    pages.line(plain("word", RULER), page=1, x=100, top=72)

    (line,) = pages.lines
    assert [line.box.top, line.box.bottom] == pytest.approx([720, 720 - 14.4])
    assert (line.box.left, line.box.right) == (100, 124)
    assert line.baseline == pytest.approx(720 - 14.4 + 2.55)


def test_nothing_is_put_for_a_blank_line() -> None:
    pages = Pages(SHEET, top=72, bottom=700)

    pages.line(plain("", RULER)._replace(spans=()), page=1, x=100, top=72)

    assert pages.lines == []
