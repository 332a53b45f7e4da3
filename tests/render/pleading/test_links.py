"""Where the words that lead somewhere stand."""

import pytest
from render.pleading.papers import Halves

from formgen.document.blocks import Inline, PageOf, Span
from formgen.render.laid_out import Box, PlacedLine, PlacedLink
from formgen.render.pleading.links import links_in
from formgen.render.pleading.ruler import Ruler

BOX = Box(100.0, 496.0, 400.0, 512.0)


def line(*inlines: Inline, page: int = 1, size: float = 12.0) -> PlacedLine:
    """Return a line that begins at 100; its box reaches further than its words."""
    return PlacedLine(page, 100.0, 500.0, size, inlines, BOX)


def links(*lines: PlacedLine) -> tuple[PlacedLink, ...]:
    """Return the links of *lines*, every character six points wide at 12 points."""
    return links_in(lines, Ruler(Halves()))


def link(left: float, right: float, goes_to: str, page: int = 1) -> PlacedLink:
    return PlacedLink(page, Box(left, BOX.bottom, right, BOX.top), goes_to)


def test_words_that_lead_nowhere_have_no_link() -> None:
    assert links(line(Span("He wrote.")), line()) == ()


def test_a_link_is_as_wide_as_its_words_and_as_tall_as_the_line() -> None:
    found = links(line(Span("See "), Span("Exhibit A", goes_to="exhibit A"), Span(".")))

    assert found == (link(124.0, 178.0, "exhibit A"),)


def test_words_that_lead_to_one_place_are_one_link_whatever_their_style() -> None:
    words = (
        Span("Exhibit ", goes_to="exhibit A"),
        Span("A", bold=True, goes_to="exhibit A"),
        Span(", page 9", goes_to="exhibit A"),
    )

    assert links(line(*words)) == (link(100.0, 202.0, "exhibit A"),)


def test_each_place_has_its_own_link_even_side_by_side() -> None:
    found = links(line(Span("AB", goes_to="a"), Span("CD", goes_to="b"), Span("EF", goes_to="a")))

    assert found == (link(100.0, 112.0, "a"), link(112.0, 124.0, "b"), link(124.0, 136.0, "a"))


def test_each_line_has_the_links_of_its_page() -> None:
    words = Span("Exhibit A", goes_to="exhibit A")
    found = links(line(words), line(Span("no")), line(words, page=2, size=24.0))

    assert found == (link(100.0, 154.0, "exhibit A"), link(100.0, 208.0, "exhibit A", page=2))


def test_pages_that_are_not_known_yet_take_no_room() -> None:
    found = links(line(Span("A", goes_to="a"), PageOf("A", ", pages 8888", "a"), Span("B", goes_to="b")))

    assert found == (link(100.0, 106.0, "a"), link(106.0, 112.0, "b"))


@pytest.mark.parametrize("words", ["שלום", "نعم", "He wrote \u202bשלום\u202c"])
def test_where_words_run_both_ways_the_whole_line_leads_there(words: str) -> None:
    found = links(line(Span("See "), Span("A", goes_to="a"), Span(words), Span("B", goes_to="b")))

    assert found == (PlacedLink(1, BOX, "a"),)


def test_a_word_in_bold_is_as_wide_as_it_is_in_bold() -> None:
    class Bold(Halves):
        def width(self, text: str, *, bold: bool, italic: bool) -> float:
            return len(text) * (1.0 if bold else 0.25 if italic else 0.5)

    words = (Span("AB", bold=True), Span("AB", italic=True), Span("AB", goes_to="a"))

    assert links_in([line(*words)], Ruler(Bold())) == (link(130.0, 142.0, "a"),)
