"""Where pages end: nothing alone that belongs together, nothing lost."""

import pytest
from render.pleading.papers import (
    SHORT_EXECUTION,
    Halves,
    body,
    court_paper,
    heading,
    inlines,
    lines,
    named_lines,
    on_grid,
    paragraph,
    quotation,
    singles,
)

from formgen.document.blocks import Block, Execution, Heading, Paragraph, Span
from formgen.errors import RenderError
from formgen.render.pleading.layout import lay_out


def pages(*blocks: Block) -> list[list[str]]:
    """Return the lines of each page, from top to foot."""
    return body(lay_out(court_paper(*blocks), Halves()))


def ends(*blocks: Block) -> tuple[list[str], list[str]]:
    """Return the last two lines of the first page, and the first two of the second."""
    first, second, *_ = pages(*blocks)
    return first[-2:], second[:2]


@pytest.mark.parametrize(("count", "expected"), [(27, [27]), (28, [28]), (29, [28, 1])])
def test_a_page_holds_twenty_eight_lines(count: int, expected: list[int]) -> None:
    assert [len(page) for page in pages(*singles(count))] == expected


@pytest.mark.parametrize(
    ("count", "expected"),
    [(27, [27]), (28, [28]), (29, [27, 2]), (30, [28, 2]), (57, [28, 27, 2]), (59, [28, 28, 3])],
)
def test_a_long_paragraph_leaves_no_single_line_at_the_top_of_a_page(count: int, expected: list[int]) -> None:
    found = pages(lines("a", count))
    assert [len(page) for page in found] == expected
    assert [line for page in found for line in page] == [f"a{number}" for number in range(1, count + 1)]


def test_a_paragraph_of_two_lines_is_never_parted() -> None:
    assert ends(*singles(27), lines("a", 2)) == (["s26", "s27"], ["a1", "a2"])
    assert pages(*singles(26), lines("a", 2))[0][-2:] == ["a1", "a2"]


@pytest.mark.parametrize("above", [26, 27])
def test_a_paragraph_of_three_lines_is_never_parted(above: int) -> None:
    first, second = pages(*singles(above), lines("a", 3))
    assert len(first) == above
    assert second == ["a1", "a2", "a3"]


def test_a_paragraph_of_four_lines_is_parted_in_the_middle_only() -> None:
    assert ends(*singles(26), lines("a", 4)) == (["a1", "a2"], ["a3", "a4"])
    assert ends(*singles(25), lines("a", 4)) == (["a1", "a2"], ["a3", "a4"])
    first, second = pages(*singles(27), lines("a", 4))
    assert (len(first), second) == (27, ["a1", "a2", "a3", "a4"])


def test_a_paragraph_of_five_lines_may_leave_two_or_three_at_the_foot() -> None:
    assert ends(*singles(25), lines("a", 5)) == (["a2", "a3"], ["a4", "a5"])
    assert ends(*singles(26), lines("a", 5)) == (["a1", "a2"], ["a3", "a4"])


def test_a_heading_is_never_the_last_line_of_a_page() -> None:
    first, second = pages(*singles(27), heading("H"), lines("a", 2))
    assert (len(first), second) == (27, ["H", "a1", "a2"])


def test_a_heading_is_not_left_with_one_line_of_its_paragraph() -> None:
    first, second = pages(*singles(26), heading("H"), lines("a", 4))
    assert (len(first), second) == (26, ["H", "a1", "a2", "a3", "a4"])


def test_a_heading_may_stand_at_the_foot_with_two_lines_of_its_paragraph() -> None:
    assert pages(*singles(25), heading("H"), lines("a", 4))[0][-3:] == ["H", "a1", "a2"]
    assert pages(*singles(25), heading("H"), lines("a", 2))[0][-3:] == ["H", "a1", "a2"]


def test_a_heading_may_stand_at_the_foot_with_the_whole_of_a_shorter_paragraph() -> None:
    assert pages(*singles(26), heading("H"), *singles(3, "a"))[0][-2:] == ["H", "a1"]


def test_a_heading_takes_a_paragraph_of_three_lines_along() -> None:
    first, second = pages(*singles(25), heading("H"), lines("a", 3))
    assert (len(first), second) == (25, ["H", "a1", "a2", "a3"])


def test_headings_in_a_row_stay_together_with_what_follows() -> None:
    first, second = pages(*singles(26), heading("H1"), heading("H2"), lines("a", 2))
    assert (len(first), second) == (26, ["H1", "H2", "a1", "a2"])


def test_a_heading_of_two_lines_is_not_parted() -> None:
    long = "What I told my employer in writing and by word of mouth and what followed"
    first, second = pages(*singles(27), heading(long), lines("a", 2))
    assert (len(first), len(second)) == (27, 4)


def test_a_heading_stays_with_a_quotation_and_with_the_perjury_clause() -> None:
    first, second = pages(*singles(26), heading("H"), quotation(named_lines("q", 3)))
    assert (len(first), second) == (26, ["H", "q1", "q2", "q3"])
    first, second = pages(*singles(22), heading("H"), SHORT_EXECUTION)
    assert first[-1] == "s21"
    assert second == ["s22", "H", "clause", "blanks", "signer"]


def test_a_heading_at_the_very_end_is_still_printed() -> None:
    assert pages(*singles(27), heading("H")) == [[*(f"s{number}" for number in range(1, 28)), "H"]]


def test_a_paragraph_that_asks_for_it_stays_with_the_next() -> None:
    opening = paragraph("I, Dana Reyes, declare:", keeps_next=True)
    first, second = pages(*singles(27), opening, lines("a", 2))
    assert (len(first), second) == (27, ["I, Dana Reyes, declare:", "a1", "a2"])


@pytest.mark.parametrize("count", [1, 2, 3, 8, 60])
def test_the_line_before_a_quotation_stays_with_its_first_two_lines(count: int) -> None:
    first, second, *_ = pages(*singles(27), paragraph("He wrote:"), quotation(named_lines("q", count)))
    assert first[-1] == "s27"
    assert second[: min(count, 2) + 1] == [
        "He wrote:",
        *(f"q{number}" for number in range(1, min(count, 2) + 1)),
    ]


def test_a_quotation_may_begin_at_the_foot_with_two_lines() -> None:
    # Single spaced, two of them take one line of the grid; the next two stand on the next page.
    first, second = pages(*singles(26), paragraph("He wrote:"), quotation(named_lines("q", 4)))
    assert (first[-1], second[0]) == ("s26", "He wrote:")
    first, second = pages(*singles(25), paragraph("He wrote:"), quotation(named_lines("q", 5)))
    assert (first[-3:], second) == (["q1", "q2", "q3"], ["q4", "q5"])


@pytest.mark.parametrize("above", range(20, 28))
@pytest.mark.parametrize("count", [4, 5, 6, 7, 8, 9, 25])
def test_a_quotation_leaves_two_lines_on_either_side_of_a_page_break(above: int, count: int) -> None:
    found = pages(*singles(above), quotation(named_lines("q", count)))
    quoted = [[line for line in page if line.startswith("q")] for page in found]
    assert [line for page in quoted for line in page] == [f"q{number}" for number in range(1, count + 1)]
    assert all(len(page) != 1 for page in quoted)


def test_the_end_of_a_paragraph_after_a_quotation_is_not_left_alone_on_the_next_page() -> None:
    quoted: list[Block] = [paragraph("He wrote:", number=1), quotation(named_lines("q", 3))]
    end = paragraph("Exhibit A is a copy.", continues=True)
    first, second = pages(*singles(24), *quoted, end)
    assert (len(first), second) == (24, ["1. He wrote:", "q1", "q2", "q3", "Exhibit A is a copy."])


def test_a_quotation_of_ten_pages_flows_over_them() -> None:
    found = pages(paragraph("He wrote:"), quotation(named_lines("q", 550)), paragraph("That is all."))
    assert len(found) == 11
    assert [line for page in found for line in page] == [
        "He wrote:",
        *(f"q{number}" for number in range(1, 551)),
        "That is all.",
    ]


def test_empty_lines_in_a_quotation_are_kept() -> None:
    laid = lay_out(court_paper(quotation("a\n\n\nb\nc")), Halves())
    places = {line.inlines[0]: line.baseline for line in laid.lines if line.block == 0 and line.inlines}
    assert places[Span("a")] - places[Span("b")] == pytest.approx(36)
    assert places[Span("b")] - places[Span("c")] == pytest.approx(12)


def test_a_page_does_not_begin_with_an_empty_line_of_a_quotation() -> None:
    typed = "\n".join(f"q{number}\n" for number in range(1, 60))
    laid = lay_out(court_paper(quotation(typed)), Halves())
    assert laid.page_count > 1
    for page in range(1, laid.page_count + 1):
        top = next(line for line in laid.lines if line.page == page)
        assert top.inlines


def test_more_empty_lines_than_a_page_holds_are_no_trouble() -> None:
    assert [line for page in pages(quotation("a" + "\n" * 200 + "b")) for line in page] == ["a", "b"]


def execution_on(count: int) -> list[list[str]]:
    return pages(*singles(count), SHORT_EXECUTION)


def test_the_perjury_clause_and_its_lines_stand_on_one_page() -> None:
    laid = lay_out(court_paper(*singles(20), SHORT_EXECUTION), Halves())
    (page,) = on_grid(laid)
    assert [page[number] for number in (21, 23, 26)] == ["clause", "blanks", "signer"]


def test_it_may_end_on_the_last_line() -> None:
    (page,) = execution_on(22)
    assert page[-3:] == ["clause", "blanks", "signer"]


@pytest.mark.parametrize("count", range(23, 29))
def test_where_it_does_not_fit_two_lines_of_text_go_with_it(count: int) -> None:
    first, second = execution_on(count)
    assert first[-1] == f"s{count - 2}"
    assert second == [f"s{count - 1}", f"s{count}", "clause", "blanks", "signer"]


def test_two_lines_of_one_paragraph_go_with_it() -> None:
    _, second = pages(*singles(20), lines("a", 6), SHORT_EXECUTION)
    assert second == ["a5", "a6", "clause", "blanks", "signer"]


def test_a_paragraph_that_may_not_be_parted_goes_with_it_whole() -> None:
    _, second = pages(*singles(23), lines("a", 3), SHORT_EXECUTION)
    assert second == ["a1", "a2", "a3", "clause", "blanks", "signer"]


def test_a_heading_before_those_two_lines_goes_with_them() -> None:
    _, second = pages(*singles(22), heading("H"), lines("a", 2), SHORT_EXECUTION)
    assert second == ["H", "a1", "a2", "clause", "blanks", "signer"]


def test_two_lines_of_a_quotation_go_with_it() -> None:
    _, second = pages(*singles(20), quotation(named_lines("q", 12)), SHORT_EXECUTION)
    assert second == ["q11", "q12", "clause", "blanks", "signer"]


def test_a_clause_with_no_text_before_it_stands_alone() -> None:
    assert pages(SHORT_EXECUTION) == [["clause", "blanks", "signer"]]


FULL_PAGE: Block = Heading((Span("\n".join("Hh" for _ in range(26)), source="incidents[3].account"),))
TOO_LONG: list[list[Block]] = [
    [Heading((Span(named_lines("h", 29), source="incidents[3].account"),)), paragraph("a")],
    [
        paragraph("a"),
        Execution((Span(named_lines("c", 25), "incidents[3].account"),), inlines("b"), inlines("s")),
    ],
    [
        *(Paragraph((Span(f"k{number}", "incidents[3].account"),), keeps_next=True) for number in range(30)),
        paragraph("a"),
    ],
    [FULL_PAGE, lines("a", 3)],
]


@pytest.mark.parametrize("blocks", TOO_LONG)
def test_what_must_stand_together_and_is_longer_than_a_page_is_told(blocks: list[Block]) -> None:
    with pytest.raises(RenderError) as caught:
        pages(*blocks)
    (problem,) = caught.value.problems
    assert (problem.code, problem.path) == ("block-longer-than-page", "incidents[3].account")


def test_telling_so_shows_no_typed_words() -> None:
    with pytest.raises(RenderError) as caught:
        pages(Heading((Span("\n".join(["secret"] * 29)),)), paragraph("secret"))
    (problem,) = caught.value.problems
    assert "secret" not in problem.what + problem.fix + problem.path


def test_a_page_full_of_what_must_stand_together_is_not_too_long() -> None:
    assert [len(page) for page in pages(FULL_PAGE, lines("a", 2))] == [28]


def test_a_paper_with_nothing_to_say_has_one_page() -> None:
    laid = lay_out(court_paper(), Halves())
    assert (laid.page_count, len(laid.lines)) == (1, 1)
