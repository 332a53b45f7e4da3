"""Reading the lines of one page; most of it is tested with whole papers in `test_pdf_readback`."""

from checks.pdf_papers import drawn, line, numbers, paper, rows

from formgen.checks.pdf_lines import Fault, LinesByPage, Places, line_faults, texts_among, texts_on
from formgen.checks.pdf_text import Character, pages_of
from formgen.document.blocks import Span


def test_lines_are_taken_page_by_page_those_of_every_page_first() -> None:
    by_page = LinesByPage(paper(line("one", page=1), line("two", page=2), frame=numbers()[:2]))

    first, second = by_page.take(1), by_page.take(2)

    assert [(each.number, each.index, each.text) for each in first] == [
        (1, -1, "1"),
        (2, -1, "2"),
        (3, 0, "one"),
    ]
    assert [(each.number, each.index, each.text) for each in second] == [
        (1, -1, "1"),
        (2, -1, "2"),
        (3, 1, "two"),
    ]


def test_lines_that_no_page_took_are_left() -> None:
    by_page = LinesByPage(paper(line("one", page=1), line("two", page=2), frame=numbers()[:1]))
    by_page.take(1)

    assert [(page, [each.text for each in lines]) for page, lines in by_page.left()] == [(2, ["two"])]


def test_a_page_reads_line_by_line() -> None:
    said = paper(*rows("She said", "he said"))

    with pages_of(drawn(said).content) as pages:
        assert texts_on(next(pages), LinesByPage(said).take(1)) == (["She said", "he said"], 0)


def test_characters_are_sorted_into_lines_and_the_others_are_told() -> None:
    lines = LinesByPage(paper(line("Hi"))).take(1)
    stray = Character("x", 300.0, 100.0)
    read = [Character("H", 108.0, 711.0), stray, Character(" ", 0.0, 0.0), Character("i", 116.0, 711.0)]

    assert texts_among(read, lines, Places(lines)) == (["Hi"], [stray])


def test_what_is_wrong_with_a_page_is_said_with_the_place_in_the_case_if_there_is_one() -> None:
    lines = LinesByPage(paper(*rows("a", "b"), line("c", 3, source="incidents[1].account"))).take(1)

    assert list(line_faults("Page 3 of packet.pdf", lines[2:], 2)) == [
        Fault(
            "text-changed",
            "Page 3 of packet.pdf does not read as it was laid out: of all its lines, this: 3.",
            "incidents[1].account",
        ),
        Fault("text-foreign", "Page 3 of packet.pdf holds characters outside of its lines: 2."),
    ]
    assert next(line_faults("Page 3 of packet.pdf", lines, 0)).path == ""
    assert list(line_faults("Page 3 of packet.pdf", (), 0)) == []
    assert Span("c", "incidents[1].account") in lines[2].placed.inlines
