"""What stands on every page alike."""

import pytest
from factories import SHEET
from render.pleading.papers import FOOTER, Halves, court_paper, grid_line, lines, singles, text

from formgen.errors import RenderError
from formgen.render.laid_out import LaidOut, PlacedLine, PlacedRule
from formgen.render.pleading.layout import lay_out

LONG = "A title that goes on " * 8
TOO_LONG = "A title that goes on and on " * 40


def framed(*footer: str, draft: bool = False, has_line_numbers: bool = True) -> LaidOut:
    paper = court_paper(*singles(30), footer=footer or (FOOTER,), has_line_numbers=has_line_numbers)
    return lay_out(paper, Halves(), draft=draft)


def texts(paper: LaidOut) -> list[str]:
    return [text(part) for part in paper.frame if isinstance(part, PlacedLine)]


def foot(paper: LaidOut) -> list[PlacedLine]:
    return [part for part in paper.frame if isinstance(part, PlacedLine) and part.size == SHEET.footer_size]


def test_lines_are_numbered_from_1_to_28_on_the_baselines_of_the_text() -> None:
    numbers = [part for part in framed().frame if isinstance(part, PlacedLine)][:28]
    assert [(text(line), grid_line(line)) for line in numbers] == [(str(n), n) for n in range(1, 29)]
    assert {round(line.box.right, 6) for line in numbers} == {SHEET.number_right}


def test_two_rules_stand_left_and_one_right_from_edge_to_edge() -> None:
    upright = [part for part in framed().frame if isinstance(part, PlacedRule) and part.x1 == part.x2]
    assert [(rule.x1, rule.y1, rule.y2) for rule in upright] == [
        (89.4, 792, 0),
        (92.4, 792, 0),
        (577, 792, 0),
    ]


def test_an_attachment_has_no_numbers_and_no_margin_rules() -> None:
    frame = framed(has_line_numbers=False).frame
    assert [type(part) for part in frame] == [PlacedRule, PlacedLine]


def test_the_title_stands_centred_under_a_printed_line() -> None:
    paper = framed()
    (title,) = foot(paper)
    (rule,) = [part for part in paper.frame if isinstance(part, PlacedRule) and part.y1 == part.y2]
    assert text(title) == FOOTER
    assert title.box.left - SHEET.text_left == pytest.approx(SHEET.text_right - title.box.right)
    assert (rule.y1, title.baseline) == (792 - 756.5, 792 - 767.5)


def test_the_first_title_that_fits_two_lines_is_printed() -> None:
    assert texts(framed(TOO_LONG, LONG, "short"))[28:] == [
        ("A title that goes on " * 4).strip(),
        ("A title that goes on " * 4).strip(),
    ]
    assert texts(framed(TOO_LONG, "short", LONG))[28:] == ["short"]


def test_its_lines_are_never_smaller() -> None:
    assert {line.size for line in foot(framed(LONG))} == {SHEET.footer_size}


def test_a_title_that_cannot_fit_is_told() -> None:
    with pytest.raises(RenderError) as caught:
        framed(TOO_LONG, TOO_LONG)
    (problem,) = caught.value.problems
    assert problem.code == "footer-too-long"
    assert "goes on" not in problem.what + problem.fix


def test_a_paper_without_a_title_has_a_line_and_its_page_number_at_the_foot() -> None:
    paper = lay_out(court_paper(lines("a", 1), footer=()), Halves())
    assert len([part for part in paper.frame if isinstance(part, PlacedRule)]) == 4
    assert text(paper.lines[-1]) == "1"


def test_every_page_has_its_number() -> None:
    numbers = [line for line in framed().lines if line.baseline == 792 - SHEET.page_number]
    assert [(line.page, text(line)) for line in numbers] == [(1, "1"), (2, "2")]


def test_a_draft_says_so_above_all_text_and_nothing_else_does() -> None:
    mark = framed(draft=True).frame[-1]
    assert isinstance(mark, PlacedLine)
    assert (text(mark), mark.baseline) == ("DRAFT", 792 - SHEET.draft)
    assert mark.box.bottom > 792 - SHEET.first_line
    assert "DRAFT" not in texts(framed())
