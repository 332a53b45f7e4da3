"""The head of the first page."""

import pytest
from factories import SHEET
from render.pleading.papers import (
    COURT,
    FILER,
    PAPER,
    Halves,
    caption,
    court_paper,
    grid_line,
    lines,
    on_grid,
    text,
)

from formgen.document.blocks import Caption
from formgen.render.laid_out import LaidOut, PlacedLine
from formgen.render.pleading.layout import lay_out

MIDDLE = SHEET.width / 2
LEFT, RIGHT = SHEET.text_left, SHEET.text_right


def laid(head: Caption) -> LaidOut:
    return lay_out(court_paper(lines("body", 4), head=head), Halves())


def line_of(paper: LaidOut, words: str) -> float:
    (found,) = [line for line in paper.lines if text(line) == words]
    return (found.page - 1) * SHEET.lines + grid_line(found)


def column(paper: LaidOut, *, is_left: bool) -> list[PlacedLine]:
    found = [line for line in paper.lines if line.block < 0 and grid_line(line) < 28.5 and line.inlines]
    return [line for line in found if (line.x < MIDDLE) is is_left]


def test_the_filer_begins_on_line_1_at_the_left() -> None:
    paper = laid(caption())
    found = column(paper, is_left=True)[:5]
    assert [(grid_line(line), line.x, text(line)) for line in found] == [
        (number, LEFT, words) for number, words in enumerate(FILER, 1)
    ]


def test_a_long_line_of_the_filer_is_wrapped_left_of_the_centre() -> None:
    paper = laid(caption(filer=("The Law Offices of a Very Long Name " * 3, "w" * 100)))
    found = [line for line in column(paper, is_left=True) if grid_line(line) < 8]
    assert len(found) == 7
    assert max(line.box.right for line in found) <= MIDDLE


@pytest.mark.parametrize(("count", "court"), [(1, 8), (6, 8), (7, 8), (8, 10), (12, 14)])
def test_the_court_stands_on_line_8_or_below_a_longer_filer(count: int, court: int) -> None:
    paper = laid(caption(filer=[f"filer {number}" for number in range(count)]))
    assert line_of(paper, "SUPERIOR COURT OF CALIFORNIA") == court
    assert line_of(paper, "COUNTY OF YOLO") == court + 1


def test_the_court_is_centred_on_the_text() -> None:
    (line,) = [line for line in laid(caption()).lines if text(line) == "COUNTY OF YOLO"]
    assert line.box.left - LEFT == pytest.approx(RIGHT - line.box.right)


def test_nothing_stands_right_of_the_centre_on_the_clerks_lines() -> None:
    paper = laid(caption(filer=["word " * 20] * 12))
    first_page = [line for line in column(paper, is_left=False) if line.page == 1]
    assert all(grid_line(line) > SHEET.clerk_lines for line in first_page)


def test_parties_stand_left_of_the_centre_and_the_paper_right_of_it() -> None:
    paper = laid(caption())
    first = line_of(paper, "DANA REYES,")
    assert first == 11
    assert line_of(paper, PAPER[0]) == first
    left = [line for line in column(paper, is_left=True) if grid_line(line) >= first]
    right = column(paper, is_left=False)
    assert [text(line) for line in left[:5]] == [
        "DANA REYES,",
        "Petitioner,",
        "v.",
        "CARL VOSS,",
        "Respondent.",
    ]
    assert max(line.box.right for line in left[:5]) < MIDDLE < min(line.x for line in right)
    assert max(line.box.right for line in right) <= RIGHT


def test_a_step_of_indent_is_half_an_inch() -> None:
    paper = laid(caption())
    found = {text(line): line.x - LEFT for line in column(paper, is_left=True)}
    assert (found["v."], found["Petitioner,"]) == (36, 72)


def test_what_stands_at_the_right_keeps_its_order() -> None:
    right = [text(line) for line in column(laid(caption()), is_left=False)]
    assert " ".join(right) == " ".join(words.removeprefix("*") for words in PAPER)


def test_an_empty_entry_is_a_blank_line() -> None:
    paper = laid(caption(parties=("A", "", "B"), paper=("C",)))
    assert line_of(paper, "B") - line_of(paper, "A") == 2


def test_a_rule_stands_between_them_and_one_under_the_parties() -> None:
    paper = laid(caption())
    upright, lying = paper.rules
    rows = 11, max(line_of(paper, "Respondent."), line_of(paper, text(column(paper, is_left=False)[-1])))
    top, bottom = 792 - 72 - (rows[0] - 1) * 24, 792 - 72 - rows[1] * 24
    assert (upright.x1, upright.y1, upright.x2, upright.y2) == (MIDDLE, top, MIDDLE, bottom)
    assert (lying.x1, lying.y1, lying.x2, lying.y2) == (LEFT, bottom, MIDDLE, bottom)


def test_the_text_begins_after_one_blank_line() -> None:
    paper = laid(caption())
    assert line_of(paper, "body1") == line_of(paper, text(column(paper, is_left=False)[-1])) + 2


def test_twelve_lines_of_the_filer_leave_room_for_all_the_rest() -> None:
    paper = laid(caption(filer=[f"filer {number}" for number in range(12)]))
    assert line_of(paper, "DANA REYES,") == 17
    assert paper.page_count == 1


TWENTY = caption(
    parties=["DANA REYES,", ">>Petitioner,", ">v.", *(f"RESPONDENT NUMBER {n}," for n in range(1, 21))],
    paper=["Case No. 26CV001", "*" + "DECLARATION OF DANA REYES IN SUPPORT OF HER REQUEST " * 3],
)


def test_twenty_parties_go_on_on_the_next_page_with_their_rule() -> None:
    paper = laid(TWENTY)
    assert [line_of(paper, f"RESPONDENT NUMBER {n},") for n in range(1, 21)] == list(range(14, 34))
    first, second, lying = paper.rules
    assert (first.page, first.y1, first.y2) == (1, 792 - 72 - 10 * 24, 792 - 72 - 28 * 24)
    assert (second.page, second.y1, second.y2) == (2, 792 - 72, 792 - 72 - 5 * 24)
    assert (lying.page, lying.y1, lying.y2) == (2, second.y2, second.y2)
    assert line_of(paper, "body1") == 28 + 7


@pytest.mark.parametrize("names", range(14, 19))
def test_a_caption_that_ends_at_the_foot_leaves_no_blank_line_at_the_top(names: int) -> None:
    paper = laid(caption(parties=[f"N{n}" for n in range(names)], paper=["x"]))
    first, second = on_grid(paper)[0], on_grid(paper)[1:]
    assert not second or 1 in second[0]
    assert "N0 x" in first.values()


def test_a_caption_of_several_pages_loses_nothing() -> None:
    filer = [f"filer {number}" for number in range(40)]
    court = [f"court {number}" for number in range(30)]
    parties = [f"party {number}" for number in range(70)]
    title = [f"title {number}" for number in range(90)]
    paper = laid(caption(filer, court, parties, title))
    printed = [text(line) for line in paper.lines if line.block < 0 and grid_line(line) < 28.5]
    assert sorted(word for word in printed if word) == sorted(filer + court + parties + title)


def test_a_caption_without_parties_has_no_rules() -> None:
    paper = laid(Caption((), caption().court, (), ()))
    assert line_of(paper, COURT[0].removeprefix("*")) == 8
    assert paper.rules == ()


def test_a_paper_without_a_caption_has_its_heading_at_the_top() -> None:
    title = "Attachment 7b—Previous Harassment"
    made = court_paper(
        lines("body", 2), heading=(f"*{title}", "Dana Reyes", ">Case No. 1"), has_line_numbers=False
    )
    paper = lay_out(made, Halves())
    assert [line_of(paper, words) for words in (title, "Dana Reyes", "Case No. 1", "body1")] == [1, 2, 3, 5]
    centred, _, indented = paper.lines[:3]
    assert centred.box.left - LEFT == pytest.approx(RIGHT - centred.box.right)
    assert indented.x == LEFT + 36
