"""Where blocks stand on the grid: indents, numbers, headings, quotations, the signature."""

from itertools import pairwise

import pytest
from factories import SHEET
from render.pleading.papers import (
    EXECUTION,
    Halves,
    court_paper,
    grid_line,
    heading,
    lines,
    named_lines,
    paragraph,
    quotation,
    text,
)

from formgen.document.blocks import Block, Execution, Span
from formgen.render.laid_out import LaidOut, OutlineEntry, PlacedLine
from formgen.render.pleading.layout import lay_out

LEFT, RIGHT = SHEET.text_left, SHEET.text_right


def laid(*blocks: Block) -> LaidOut:
    return lay_out(court_paper(*blocks), Halves())


def placed(*blocks: Block) -> list[PlacedLine]:
    """Return the lines of *blocks* in order."""
    return [line for line in laid(*blocks).lines if line.block >= 0]


def test_a_paragraph_is_double_spaced_one_line_on_each_line_of_the_grid() -> None:
    assert [grid_line(line) for line in placed(lines("a", 5))] == [1, 2, 3, 4, 5]


def test_a_numbered_paragraph_has_its_number_at_half_an_inch_and_its_text_at_an_inch() -> None:
    number, first, second = placed(paragraph("one\ntwo", number=9))
    assert [(text(line), line.x - LEFT) for line in (number, first, second)] == [
        ("9.", 36),
        ("one", 72),
        ("two", 0),
    ]
    assert number.baseline == first.baseline


def test_the_text_keeps_clear_of_a_long_number() -> None:
    number, first = placed(paragraph("one", number=100_000))
    assert first.x == number.box.right + 6


def test_a_paragraph_without_a_number_begins_at_half_an_inch() -> None:
    assert [line.x - LEFT for line in placed(lines("a", 2))] == [36, 0]


def test_a_paragraph_that_goes_on_after_a_quotation_has_no_number_and_no_indent() -> None:
    assert [line.x - LEFT for line in placed(paragraph("one\ntwo", continues=True))] == [0, 0]


def test_a_heading_is_centred_on_the_text() -> None:
    (line,) = placed(heading("Earlier events"))
    assert line.box.left - LEFT == pytest.approx(RIGHT - line.box.right)


def test_a_long_heading_keeps_short_of_both_margins() -> None:
    found = placed(heading("What I told my employer " * 6))
    assert len(found) > 2
    assert min(line.box.left for line in found) >= LEFT + 36
    assert max(line.box.right for line in found) <= RIGHT - 36


def test_a_quotation_is_indented_on_both_sides() -> None:
    found = placed(quotation("words " * 60))
    assert {line.x for line in found} == {LEFT + 36}
    assert max(line.box.right for line in found) <= RIGHT - 36
    assert max(line.box.right for line in found) > RIGHT - 36 - 36


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_short_quotation_is_double_spaced_on_the_grid(count: int) -> None:
    found = placed(lines("a", 1), quotation(named_lines("q", count)))
    assert [grid_line(line) for line in found] == list(range(1, count + 2))


def spacing(*blocks: Block) -> list[float]:
    """Return the points from each baseline to the next."""
    baselines = [line.baseline for line in placed(*blocks) if line.inlines]
    return [round(one - two, 2) for one, two in pairwise(baselines)]


def test_a_longer_quotation_is_single_spaced_two_of_its_lines_to_one_of_the_grid() -> None:
    assert spacing(lines("a", 1), quotation(named_lines("q", 4)), lines("b", 1)) == [18, 12, 12, 12, 18]


def test_what_is_left_of_its_last_line_of_the_grid_is_parted_between_its_top_and_its_foot() -> None:
    assert spacing(lines("a", 1), quotation(named_lines("q", 5)), lines("b", 1)) == [24, 12, 12, 12, 12, 24]


def test_after_a_quotation_the_text_is_back_on_the_grid() -> None:
    for count in range(1, 12):
        *_, last = placed(lines("a", 1), quotation(named_lines("q", count)), lines("b", 1))
        assert grid_line(last).is_integer()


def test_a_quotation_with_accents_on_capitals_or_emoji_is_spaced_a_little_wider() -> None:
    assert spacing(quotation("Á\nb\nc\nd")) == [16, 16, 16]
    assert spacing(quotation("a 😀\nb\nc\nd")) == [16, 16, 16]


def test_a_quotation_in_a_script_that_needs_the_room_stays_on_the_grid() -> None:
    assert spacing(quotation("ที่นี่\nb\nc\nd")) == [24, 24, 24]


def test_the_signature_has_a_rule_with_an_empty_line_above_it_and_the_name_under_it() -> None:
    paper = laid(EXECUTION)
    (rule,) = paper.rules
    found = {text(line): line for line in paper.lines}
    name = found["Dana Reyes, Petitioner"]
    blanks = max(
        (line for line in paper.lines if "city and state" in text(line)), key=lambda line: -line.baseline
    )
    assert rule.y1 == rule.y2
    assert (rule.x1, rule.x2) == (SHEET.width / 2, RIGHT)
    assert name.x == rule.x1
    assert name.box.top < rule.y1 < name.baseline + 24
    assert grid_line(name) - grid_line(blanks) == 3
    assert blanks.baseline - rule.y1 > 36


def test_blanks_that_fit_one_line_without_an_indent_are_not_broken_over_two() -> None:
    words = "x" * 76
    found = placed(Execution((Span("clause"),), (Span(words),), (Span("name"),)))
    assert [(line.x - LEFT, text(line)) for line in found] == [(36, "clause"), (0, words), (206, "name")]


def test_anchors_name_the_top_of_the_line_that_a_paragraph_begins_on() -> None:
    paper = laid(lines("a", 3), paragraph("b", anchor="paragraph-2"))
    assert paper.anchors == {"paragraph-2": (1, 792 - 72 - 3 * 24)}


def test_every_heading_has_an_entry_in_the_outline() -> None:
    paper = laid(heading("First  part"), *[lines("a", 1)] * 28, heading("Second"), lines("b", 1))
    assert paper.outline == (OutlineEntry("First part", 1, 720), OutlineEntry("Second", 2, 720 - 24))


def test_lines_tell_their_block() -> None:
    found = placed(lines("a", 2), heading("h"), quotation("q"))
    assert [line.block for line in found] == [0, 0, 1, 2]
