"""Words broken into lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render.pleading.papers import Halves, inlines

from formgen.document.blocks import PageOf, Span
from formgen.render.pleading.breaking import Line, even_lines_of, lines_of
from formgen.render.pleading.ruler import Ruler
from formgen.render.pleading.words import words_of

RULER = Ruler(Halves())


def said(line: Line) -> str:
    return "".join(span.text for span in line.spans)


def broken(
    *parts: str | Span | PageOf,
    characters: int,
    first: int | None = None,
    pages: dict[str, str] | None = None,
) -> list[Line]:
    """Return the lines of a text in so many characters each."""
    text = words_of(inlines(*parts), RULER, pages)
    return lines_of(text, RULER, characters / 2, first=None if first is None else first / 2)


def texts(*parts: str | Span, characters: int, first: int | None = None) -> list[str]:
    return [said(line) for line in broken(*parts, characters=characters, first=first)]


def test_a_line_holds_as_many_words_as_fit() -> None:
    assert texts("I was at home all day", characters=10) == ["I was at", "home all", "day"]


def test_a_line_may_be_full_to_the_last_character() -> None:
    assert texts("I was at a home", characters=10) == ["I was at a", "home"]


def test_the_first_line_may_be_shorter() -> None:
    assert texts("I was at home all day", characters=10, first=5) == ["I was", "at home", "all day"]


def test_spaces_typed_within_a_line_are_kept_and_those_at_its_end_are_dropped() -> None:
    lines = broken("a  b   cc  ", characters=4)
    assert [(said(line), line.joint) for line in lines] == [("a  b", "   "), ("cc", "  \n")]


def test_spaces_typed_in_front_of_a_line_are_kept() -> None:
    assert texts("one\n  two", characters=10) == ["one", "  two"]


def test_typed_line_ends_and_empty_lines_are_kept() -> None:
    lines = broken("one\n\ntwo \nthree\n", characters=20)
    assert [(said(line), line.joint) for line in lines] == [
        ("one", "\n"),
        ("", "\n"),
        ("two", " \n"),
        ("three", "\n\n"),
    ]


def test_nothing_is_one_empty_line() -> None:
    assert broken("", characters=10) == [Line((), 0.0, "\n")]


def test_a_line_tells_how_wide_it_is() -> None:
    assert [line.width for line in broken("I was at home", characters=10)] == [4.0, 2.0]


def test_words_are_never_parted_at_a_space_that_holds_them_together() -> None:
    assert texts("see §\u00a02015.5", characters=10) == ["see", "§\u00a02015.5"]


def test_a_word_too_long_for_a_line_is_broken_at_the_margin_with_no_mark_added() -> None:
    lines = broken("w" * 3000, characters=70)
    assert "".join(map(said, lines)) == "w" * 3000
    assert [len(said(line)) for line in lines] == [70] * 42 + [60]
    assert {line.joint for line in lines[:-1]} == {""}


def test_a_word_too_long_for_a_line_begins_where_it_stands() -> None:
    assert texts("He wrote " + "w" * 30, characters=20) == ["He wrote " + "w" * 11, "w" * 19]


def test_it_begins_on_a_new_line_where_only_a_few_characters_of_it_would_fit() -> None:
    assert texts("He wrote then " + "w" * 30, characters=17) == ["He wrote then", "w" * 17, "w" * 13]


def test_a_word_that_fits_a_line_is_not_broken() -> None:
    assert texts("He wrote " + "w" * 20, characters=20) == ["He wrote", "w" * 20]


def test_a_word_too_long_for_the_first_line_alone_is_broken_there() -> None:
    assert texts("w" * 18, characters=20, first=10) == ["w" * 10, "w" * 8]


@pytest.mark.parametrize("closing", ["”", ".”", "!)”", "。」"])
def test_closing_marks_are_not_stranded_on_a_line_of_their_own(closing: str) -> None:
    *_, last = texts("w" * 40 + closing, characters=20)
    assert last.startswith("w")


def test_no_line_of_chinese_begins_with_a_mark_that_ends_or_ends_with_one_that_begins() -> None:
    lines = texts("她说，「我知道你在哪里工作。」" * 20, characters=15)
    assert not [line for line in lines if line[0] in "，。」" or line[-1] == "「"]
    assert "".join(lines) == "她说，「我知道你在哪里工作。」" * 20


@pytest.mark.parametrize("cluster", ["e\u0301", "👩\u200d👧", "🇺🇸", "क्षि", "👍🏽"])
def test_a_word_is_not_broken_within_what_a_reader_takes_for_one_character(cluster: str) -> None:
    lines = texts(cluster * 60, characters=21)
    assert [line for line in lines if line != cluster * (len(line) // len(cluster))] == []
    assert "".join(lines) == cluster * 60


def test_a_character_wider_than_a_line_still_has_a_line() -> None:
    assert texts("wwwww", characters=0) == ["w"] * 5


def test_a_long_word_keeps_its_styles() -> None:
    lines = broken(Span("a" * 15, source="here"), Span("b" * 15, bold=True), characters=20)
    assert [line.spans for line in lines] == [
        (Span("a" * 15, "here"), Span("b" * 5, bold=True)),
        (Span("b" * 10, bold=True),),
    ]


def test_words_after_a_long_word_go_on_behind_it() -> None:
    assert texts("w" * 25 + " and more", characters=20) == ["w" * 20, "wwwww and more"]


def test_lines_of_a_title_are_about_equally_wide() -> None:
    text = words_of(inlines("What I told my employer, and what followed that"), RULER, None)
    assert [said(line) for line in even_lines_of(text, RULER, 20)] == [
        "What I told my employer,",
        "and what followed that",
    ]


def test_a_title_that_fits_a_line_stays_on_it() -> None:
    text = words_of(inlines("Earlier events"), RULER, None)
    assert [said(line) for line in even_lines_of(text, RULER, 20)] == ["Earlier events"]


TYPED = st.text(
    st.one_of(
        st.sampled_from("ab .,)(«»—“”\u00a0\t\n\r\u200b\u3000"),
        st.characters(categories=["L", "M", "S", "P"]),
    ),
    max_size=80,
)
PARTS = st.lists(
    st.one_of(
        st.builds(Span, TYPED, bold=st.booleans()),
        st.builds(PageOf, st.sampled_from("AB"), st.sampled_from([", pages 8888–8888", " p. 88", "888", ""])),
    ),
    max_size=5,
)
PRINTED = st.fixed_dictionaries(
    {name: st.sampled_from(["", ", page 9", ", pages 1–2", "7", " p. 3"]) for name in "AB"}
)


@given(PARTS, st.integers(0, 30), st.integers(0, 30), st.one_of(st.none(), PRINTED))
def test_lines_put_together_are_the_text(
    parts: list[Span | PageOf], characters: int, first: int, pages: dict[str, str] | None
) -> None:
    lines = broken(*parts, characters=characters, first=first, pages=pages)
    whole = words_of(inlines(*parts), RULER, pages).text
    assert "".join(said(line) + line.joint for line in lines) == whole + "\n"


@given(PARTS, st.integers(1, 30))
def test_no_line_is_wider_than_there_is_room_unless_it_holds_one_thing_that_is(
    parts: list[Span | PageOf], characters: int
) -> None:
    for line in broken(*parts, characters=characters, pages={}):
        assert line.width <= characters / 2 + 1e-6 or len(said(line)) <= 17 or said(line).isspace()


@given(PARTS, st.integers(4, 30), PRINTED, PRINTED)
def test_other_page_numbers_move_nothing(
    parts: list[Span | PageOf], characters: int, one: dict[str, str], other: dict[str, str]
) -> None:
    first = broken(*parts, characters=characters, pages=one)
    second = broken(*parts, characters=characters, pages=other)
    assert [line.width for line in first] == [line.width for line in second]
    fixed = [[span for span in line.spans if span in parts] for line in first]
    assert fixed == [[span for span in line.spans if span in parts] for line in second]
