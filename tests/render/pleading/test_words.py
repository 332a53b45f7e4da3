"""A block's text cut into words and measured."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render.pleading.papers import Halves, inlines

from formgen.document.blocks import PageOf, Span
from formgen.render.pleading.ruler import Ruler
from formgen.render.pleading.words import Text, words_of

NAMED = PageOf("A", ", pages 8888–8888")


class Counting(Halves):
    """Counts how often a word is measured."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def width(self, text: str, *, bold: bool, italic: bool) -> float:
        self.asked.append(text)
        return super().width(text, bold=bold, italic=italic)


def cut(*parts: str | Span | PageOf, pages: dict[str, str] | None = None) -> Text:
    return words_of(inlines(*parts), Ruler(Halves()), pages)


def words(text: Text) -> list[str]:
    return [
        text.text[start:end]
        for stretch in text.stretches
        for start, end in zip(stretch.starts, stretch.ends, strict=True)
    ]


def test_words_stand_between_spaces() -> None:
    assert words(cut("I saw  him\tthere")) == ["I", "saw", "him", "there"]


def test_a_word_may_change_its_style_or_its_source_within() -> None:
    text = cut(Span("Mr. Vo", source="respondent.name"), Span("ss", bold=True), Span(" came", italic=True))
    assert words(text) == ["Mr.", "Voss", "came"]
    assert text.cut(4, 9) == (
        Span("Vo", "respondent.name"),
        Span("ss", bold=True),
        Span(" ", italic=True),
    )


def test_a_piece_of_a_text_leads_where_all_of_it_does() -> None:
    """Once a text of one span lost it, and the rows of an index had no links."""
    alone = cut(Span("first email", source="evidence[1].description", bold=True, goes_to="exhibit A"))
    assert alone.cut(6, 11) == (Span("email", "evidence[1].description", bold=True, goes_to="exhibit A"),)

    among = cut(Span("See "), Span("Exhibit A", italic=True, goes_to="exhibit A"), Span(" and B"))
    assert among.cut(2, 11) == (Span("e "), Span("Exhibit", italic=True, goes_to="exhibit A"))


def test_pages_that_are_printed_lead_where_they_are() -> None:
    text = cut(PageOf("A", "8888–8888", "exhibit A"), pages={"A": "12–14"})
    assert text.cut(0, 5) == (Span("12–14", goes_to="exhibit A"),)


@pytest.mark.parametrize("space", [" ", "\t", "\u1680", "\u2003", "\u200a", "\u200b", "\u205f", "\u3000"])
def test_a_line_may_end_at_every_breaking_space(space: str) -> None:
    assert words(cut(f"at{space}noon")) == ["at", "noon"]


@pytest.mark.parametrize("space", ["\u00a0", "\u2007", "\u202f"])
def test_no_line_ends_at_a_space_that_holds_words_together(space: str) -> None:
    assert words(cut(f"§{space}2015.5 says")) == [f"§{space}2015.5", "says"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_each_line_end_that_can_be_typed_is_one(end: str) -> None:
    text = cut(f"one{end}two")
    assert [stretch.end for stretch in text.stretches] == [3 + len(end), 6 + len(end)]


def test_a_line_end_after_the_last_word_parts_it_from_nothing() -> None:
    assert len(cut("one\n\ntwo\n \n").stretches) == 3


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("« Tu es là ? »", ["« Tu", "es", "là ? »"]),
        ("he said ( loudly ) no", ["he", "said", "( loudly )", "no"]),
        ("wait . . . no", ["wait . . .", "no"]),
        ("home — and work", ["home —", "and", "work"]),
    ],
)
def test_a_mark_alone_between_spaces_stays_with_its_word(typed: str, held: list[str]) -> None:
    assert words(cut(typed)) == held


def test_marks_in_a_row_stay_together_only_as_far_as_a_line_can_hold() -> None:
    assert len(words(cut("x" + " ." * 500))) > 10


def test_a_place_for_pages_prints_nothing_and_takes_no_room_before_pages_are_known() -> None:
    text = cut("(Exhibit A", NAMED, ".)")
    assert text.text == "(Exhibit A.)"
    assert text.stretches[0].rights[-1] == len(text.text) / 2


@pytest.mark.parametrize("printed", ["", ", page 9", ", pages 12–13", ", pages 8888–8888", "9"])
def test_a_place_for_pages_is_as_wide_as_the_widest_whatever_is_printed(printed: str) -> None:
    text = cut("(Exhibit A", NAMED, ".) Then", pages={"A": printed})
    assert text.text == f"(Exhibit A{printed}.) Then"
    assert text.stretches[0].rights == [4.0, 5.5, 14.5, 17.0]


def test_a_page_number_is_not_parted_from_the_word_before_it() -> None:
    assert words(cut("A", NAMED, pages={"A": ", pages 1–2"})) == ["A,", "pages 1–2"]


def test_an_exhibit_without_pages_yet_keeps_its_room() -> None:
    assert cut("A", NAMED, pages={}).stretches[0].rights == [1.0, 9.0]


def test_a_word_is_measured_once_however_often_it_stands() -> None:
    fonts = Counting()
    ruler = Ruler(fonts)
    for _ in range(3):
        words_of(inlines("he came and he went"), ruler, None)
    assert sorted(fonts.asked) == [" ", "and", "came", "he", "went"]


SPAN = st.builds(
    Span,
    st.text(st.sampled_from("ab .)(\u00a0\t\n\u3000«»—é"), max_size=12),
    bold=st.booleans(),
)


@given(st.lists(SPAN, max_size=6))
def test_every_way_of_cutting_gives_the_same_places(spans: list[Span]) -> None:
    """One span after the other, or all of the text in one: places and widths agree."""
    whole = "".join(span.text for span in spans)
    found, same = cut(*spans), cut(whole)
    assert found.text == whole
    assert [vars_of(each) for each in found.stretches] == [vars_of(each) for each in same.stretches]


def vars_of(stretch: object) -> list[object]:
    return [getattr(stretch, name) for name in ("start", "end", "starts", "ends", "lefts", "rights")]


@given(st.lists(SPAN, max_size=6), st.data())
def test_a_text_cut_in_two_is_still_the_text(spans: list[Span], data: st.DataObject) -> None:
    text = cut(*spans)
    at = data.draw(st.integers(0, len(text.text)))
    pieces = text.cut(0, at) + text.cut(at, len(text.text))
    assert "".join(piece.text for piece in pieces) == text.text
    assert all(piece.text for piece in pieces)
