"""The table on its pages."""

from dataclasses import replace
from itertools import pairwise

import pytest
from document.chronologies import MARCH_10, MARCH_17, court_copy, emails, rows_of
from factories import make_case, make_incident
from render.sheet.sheets import find, laid, on_page, overlapping, words

from formgen.render.laid_out import LaidOut

HEAD = "What happened, and exact words"


def numbers_on(page: LaidOut, number: int) -> list[str]:
    """Return the numbers of the rows on a page, from the top."""
    left = find(page, "No.").x
    found = [line for line in page.lines if line.page == number and line.x == pytest.approx(left)]
    texts = [words(line) for line in sorted(found, key=lambda line: -line.box.top)]
    # The timeline has its year at the same place.
    return [text for text in texts if text.isdigit() and len(text) < 4]


def test_the_head_stands_on_every_page_with_rows() -> None:
    page = laid(court_copy(make_case(incidents=emails(28))))

    assert page.page_count > 2
    assert [on_page(page, number).count(HEAD) for number in range(1, page.page_count + 1)] == [
        1
    ] * page.page_count


def test_rows_stand_in_their_order_and_none_is_lost() -> None:
    page = laid(court_copy(make_case(incidents=emails(28))))

    found = [number for at in range(1, page.page_count + 1) for number in numbers_on(page, at)]

    assert found == [str(number) for number in range(1, 29)]


def test_a_row_that_would_be_cut_goes_to_the_next_page() -> None:
    page = laid(court_copy(make_case(incidents=emails(28, account="One.\n\nTwo.\n\nThree."))))

    for number in range(1, page.page_count + 1):
        told = on_page(page, number)
        assert (
            told.count("One.") == told.count("Two.") == told.count("Three.") == len(numbers_on(page, number))
        )


def test_a_quote_of_many_pages_flows_with_its_number_on_each() -> None:
    quote = "\n".join(f"line {n}" for n in range(1, 301))
    page = laid(court_copy(make_case(incidents=[make_incident(quotes=[quote])])))

    lines = [words(line).strip("\u201c\u201d") for line in page.lines if "line " in words(line)]

    assert lines == quote.split("\n")
    assert page.page_count > 8
    assert all(numbers_on(page, number) == ["1"] for number in range(1, page.page_count + 1))
    assert [on_page(page, number).count("continued") for number in range(1, page.page_count + 1)] == [
        0,
        *[1] * (page.page_count - 1),
    ]


def test_no_page_but_the_last_ends_half_empty_before_a_long_row() -> None:
    long = "\n".join(["word"] * 80)
    page = laid(court_copy(make_case(incidents=[make_incident(), make_incident(id="b", quotes=[long])])))

    assert "2" in numbers_on(page, 1)


def test_a_heading_is_never_parted_from_the_row_below_it() -> None:
    for count in range(1, 16):
        undated = make_incident(id="u", when="unknown", account="\n\n".join(["word"] * 6))
        page = laid(court_copy(make_case(incidents=[*emails(count), undated])))
        heading, row = find(page, "Date not recalled"), find(page, "Date not recalled,")

        assert heading.page == row.page
        assert HEAD in on_page(page, heading.page)


def test_the_head_is_never_alone_at_the_foot() -> None:
    for count in range(1, 9):
        case = make_case(
            incidents=[make_incident(account="\n\n".join(["word"] * count)), *emails(20)],
            notices=[MARCH_10],
            requests_to_stop=[MARCH_17],
        )
        page = laid(court_copy(case))

        for number in range(1, page.page_count + 1):
            assert HEAD not in on_page(page, number) or numbers_on(page, number)


def test_everything_stands_between_the_margins_and_above_the_foot() -> None:
    paper = court_copy(make_case(incidents=[make_incident(quotes=["x" * 4000]), *emails(20)]))
    page = laid(paper)
    frame = paper.frame

    for line in page.lines:
        if words(line) != str(line.page) or line.x < page.width / 3:
            assert frame.left - 0.01 <= line.box.left
            assert line.box.right <= frame.width - frame.right + 0.01
            assert frame.foot - 0.01 <= line.box.bottom
            assert line.box.top <= frame.height - frame.top + 0.01


def test_no_two_lines_overlap() -> None:
    incidents = [
        make_incident(id="a", account="ปั่น\n\nÉCRIT\n\nword", quotes=["x" * 400], present=["Nguyễn" * 9]),
        *emails(28, at_work="yes", quotes=["One.", "Two."]),
    ]
    case = make_case(incidents=incidents, notices=[MARCH_10], requests_to_stop=[MARCH_17])

    assert overlapping(laid(court_copy(case), draft=True, pages={})) == []


def test_rows_are_ruled_off_and_can_be_linked_to() -> None:
    paper = court_copy(make_case(incidents=emails(3)))
    page = laid(paper)

    # One above the head, one below it, one below each row.
    lying = [rule for rule in page.rules if rule.y1 == rule.y2 and rule.x1 == paper.frame.left]
    tops = [page.anchors[row.anchor] for row in rows_of(paper)]

    assert len(lying) == 5
    assert all(rule.x2 == pytest.approx(paper.frame.width - paper.frame.right) for rule in lying)
    assert [number for number, _ in tops] == [1, 1, 1]
    assert all(above > below for (_, above), (_, below) in pairwise(tops))


def test_a_paper_without_rows_has_no_table() -> None:
    page = laid(court_copy(paragraphs={}))

    assert on_page(page, 1) == [
        "Chronology",
        "prepared by Dana Reyes from the events in the declaration of Dana Reyes",
        "This chronology lists no contacts.",
        "1",
    ]


@pytest.mark.parametrize("lower", [400, 430, 460, 480])
def test_a_page_too_low_for_a_paragraph_takes_it_line_by_line(lower: int) -> None:
    paper = court_copy(make_case(incidents=[make_incident(quotes=["one\ntwo\nthree\nfour"])]))
    low = replace(paper, summary=(), frame=replace(paper.frame, top=paper.frame.top + lower))

    lines = [words(line).strip("\u201c\u201d") for line in laid(low).lines]

    assert [text for text in lines if text in ("one", "two", "three", "four")] == [
        "one",
        "two",
        "three",
        "four",
    ]


def test_a_row_that_just_fits_is_not_said_to_go_on() -> None:
    for height in range(1, 40):
        quote = "\n".join(["word"] * height)
        page = laid(
            court_copy(make_case(incidents=[make_incident(id=f"e-{n}", quotes=[quote]) for n in range(3)]))
        )

        for number in range(1, page.page_count + 1):
            texts = on_page(page, number)
            assert texts.count("continued") <= sum("word" in text for text in texts)
