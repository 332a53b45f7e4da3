"""Reopening a finished PDF."""

from dataclasses import replace
from io import BytesIO

import pytest
from checks.pdf_papers import (
    LANGUAGE,
    LEFT,
    LINES,
    TITLE,
    book,
    drawn,
    line,
    numbers,
    paper,
    rows,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from formgen.checks.pdf_readback import read_back_pdf
from formgen.checks.pdf_text import PageText
from formgen.document.blocks import PageOf, Span
from formgen.document.carrying import Carried
from formgen.errors import Problem
from formgen.render.laid_out import LaidOut, PlacedLine, PlacedRule
from formgen.render.rendered import RenderedPdf

SHALOM = "\u05e9\u05dc\u05d5\u05dd"
MOSHE = "\u05de\u05e9\u05d4"
DIRTY = {
    "emoji": "Then he sent \U0001f622 and \U0001f468\u200d\U0001f469\u200d\U0001f467 and \u2764\ufe0f!",
    "Vietnamese": "Nguy\u1ec5n Th\u1ecb H\u01b0\u01a1ng",
    "Vietnamese in parts": "Nguye\u0302\u0303n Thi\u0323 Hu\u031bo\u031bng",
    "Hebrew in English": f"He wrote: {MOSHE} (12) said {SHALOM}, to me.",
    "Hebrew": f"{SHALOM} {MOSHE}!",
    "pointed Hebrew": "\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd he said",
    "Arabic": "\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645 123",
    "a direction typed": "\u202babc def\u202c ghi",
    "markup": "<b>Smith & Sons</b> &amp; {{ name }} {% if %}",
    "ligatures": "office ffi, of\ufb01ce, a\ufb04e",
    "spaces": "two  spaces, a no-break\u00a0one, a\ttab",
    "soft and zero-width": "co\u00adoper\u200bate with\u200dout",
    "curly quotes": "\u201cI\u2019ll find you,\u201d he said, 'yes' \"no\" \u2014 \u2026",
    "boxes": "\u2610 yes \u2612 no \u2713 done",
    "a mark without a letter of its own": "q\u0308 and x\u0301\u0323 too",
    "Hindi": "\u0939\u093f\u0928\u094d\u0926\u0940 \u0915\u094d\u0937 it said",
    "Thai and Amharic": "\u0e20\u0e32\u0e29\u0e32\u0e44\u0e17\u0e22 and \u12a0\u121b",
    "hyphens": "well-known x\u2011y a--b -",
    "backslashes": "C:\\new\\table \\_ \\u0041",
    "kerned": "AV To Wa LT P. 11",
}


def problems(
    rendered: RenderedPdf, *carried: str, title: str = TITLE, language: str = LANGUAGE
) -> list[Problem]:
    """Return what is wrong."""
    carries = [Carried(text, f"incidents[{number}].account") for number, text in enumerate(carried, 1)]
    return read_back_pdf(rendered, carries=carries, title=title, language=language)


def faults(rendered: RenderedPdf, *carried: str) -> list[str]:
    """Return the codes of what is wrong."""
    return [problem.code for problem in problems(rendered, *carried)]


def with_text(laid_out: LaidOut, place: int, text: str) -> LaidOut:
    """Return a paper with another text in one of its lines, in the same place."""
    lines = list(laid_out.lines)
    lines[place] = replace(lines[place], inlines=(Span(text),))
    return replace(laid_out, lines=tuple(lines))


def two_pages() -> LaidOut:
    """Return a paper of two pages with line numbers, two blocks and a footer."""
    footers = (line(str(page), LINES + 1, page=page, x=300.0, block=-1, joint="\n") for page in (1, 2))
    return paper(
        line("I, Dana Reyes, declare:", 1, block=0, joint="\n"),
        line("He wrote to me again and", 2, block=1, source="incidents[1].account"),
        line("again, at work, though I had", 1, page=2, block=1, source="incidents[1].account"),
        line("told him to stop.", 2, page=2, block=1, joint="\n", source="incidents[1].account"),
        *footers,
        frame=numbers(),
    )


def test_a_paper_that_reads_as_it_was_laid_out_has_no_faults() -> None:
    assert problems(drawn(two_pages()), "Dana Reyes", "again and again, at work") == []


@pytest.mark.parametrize("text", DIRTY.values(), ids=DIRTY)
def test_hard_words_are_read_back(text: str) -> None:
    laid_out = paper(*rows("before them", text, "after them"), frame=numbers())

    assert problems(drawn(laid_out), text, f"before them {text} after them") == []


@pytest.mark.parametrize("text", DIRTY.values(), ids=DIRTY)
@pytest.mark.parametrize("changed", ["{0:.{1}}", "b{0}", "{0}."], ids=["less", "more before", "more after"])
def test_hard_words_that_changed_are_told(text: str, changed: str) -> None:
    said = paper(*rows("before them", text, "after them"), frame=numbers())
    rendered = drawn(with_text(said, 1, changed.format(text, len(text) - 1)), as_=said)

    assert "text-changed" in faults(rendered)


def test_one_changed_character_is_told_with_its_page_and_line() -> None:
    said = two_pages()
    [problem] = problems(drawn(with_text(said, 3, "told him to stop!"), as_=said))

    assert problem == Problem(
        code="text-changed",
        what="Page 2 of the finished paper does not read as it was laid out: of all its lines, this: 30.",
        fix="Nothing was written. This is a fault of the program: please report it.",
        path="incidents[1].account",
    )


def test_the_words_that_changed_are_never_told() -> None:
    said = paper(*rows("my secret words", "more of it"))
    found = problems(drawn(with_text(said, 0, "my other words"), as_=said), "my secret words")

    assert [problem.code for problem in found] == ["text-changed", "text-missing"]
    assert "secret" not in "".join(problem.what + problem.fix + problem.path for problem in found)
    assert "other" not in "".join(problem.what + problem.fix + problem.path for problem in found)


def test_a_line_that_is_not_there_is_told() -> None:
    said = two_pages()
    rendered = drawn(replace(said, lines=said.lines[1:]), as_=said)

    assert [(each.code, each.path) for each in problems(rendered)] == [("text-changed", "declaration.pdf")]


def test_two_lines_that_changed_places_are_told() -> None:
    said = paper(*rows("She said", "he said"))
    exchanged = with_text(with_text(said, 0, "he said"), 1, "She said")

    found = problems(drawn(exchanged, as_=said))

    assert found[0].code == "text-changed"
    assert "these: 1, 2." in found[0].what


def test_a_line_that_stands_in_no_place_of_its_own_is_told_twice() -> None:
    said = paper(*rows("She said", "he said"))
    moved = replace(said, lines=(said.lines[0], replace(said.lines[1], x=300.0)))

    assert faults(drawn(moved, as_=said)) == ["text-changed", "text-foreign"]


def test_the_end_of_a_line_that_stands_away_from_it_is_told() -> None:
    said = paper(line("She said"))
    apart = paper(line("She"), line("said", x=400.0))

    assert faults(drawn(apart, as_=said)) == ["text-changed", "text-foreign"]


def test_words_moved_from_the_end_of_a_line_to_the_next_are_told() -> None:
    said = paper(*rows("I did not see", "him there"))
    moved = with_text(with_text(said, 0, "I did"), 1, "not see him there")

    assert "text-changed" in faults(drawn(moved, as_=said))


def test_a_line_printed_twice_is_told() -> None:
    said = paper(*rows("She said", "he said"))
    doubled = replace(said, lines=(*said.lines, line("he said", 4)))

    assert faults(drawn(doubled, as_=said)) == ["text-foreign"]


@pytest.mark.parametrize(
    "stray",
    [line("left over", 9), line("left over", 1, x=400.0), line("left over", 1, x=-200.0), line("x", 40)],
    ids=["between lines", "behind a line", "beside the page", "below the page"],
)
def test_what_stands_in_no_line_is_told(stray: PlacedLine) -> None:
    said = paper(*rows("She said", "he said"))
    rendered = drawn(replace(said, lines=(*said.lines, stray)), as_=said)

    [problem] = problems(rendered)

    assert (problem.code, problem.path) == ("text-foreign", "declaration.pdf")
    count = len("".join(span.text for span in stray.inlines if isinstance(span, Span)).replace(" ", ""))
    assert problem.what == f"Page 1 of the finished paper holds characters outside of its lines: {count}."


def test_a_page_too_many_is_told_with_what_it_holds() -> None:
    said = paper(*rows("She said"))
    more = replace(said, page_count=2, lines=(*said.lines, line("he said", page=2)))

    assert faults(drawn(more, as_=said)) == ["pdf-structure", "text-foreign"]


def test_a_page_that_is_not_there_is_told_with_what_it_should_hold() -> None:
    said = two_pages()
    first = replace(said, page_count=1, lines=tuple(each for each in said.lines if each.page == 1))

    found = problems(drawn(first, as_=said))

    assert [problem.code for problem in found] == ["pdf-structure", "text-changed"]
    assert found[1].what.startswith("Page 2 ")


def test_a_line_number_that_is_wrong_is_told_on_every_page() -> None:
    said = two_pages()
    frame = (*numbers()[:6], line("8", 7, x=72.0), *numbers()[7:])

    found = problems(drawn(replace(said, frame=frame), as_=said))

    assert [problem.code for problem in found] == ["text-changed", "text-changed"]
    assert "this: 7." in found[0].what


def test_rules_of_the_frame_are_no_lines_of_text() -> None:
    rule = PlacedRule(1, 90.0, 792.0, 90.0, 0.0, 0.5)
    laid_out = replace(two_pages(), frame=(rule, *numbers(), rule))

    assert problems(drawn(laid_out)) == []


def test_pages_that_are_not_known_yet_are_printed_as_nothing() -> None:
    known = line("see Exhibit A", 1)
    unknown = replace(known, inlines=(*known.inlines, PageOf("A", ", pages 8888\u20138888")))

    assert problems(drawn(paper(unknown))) == []


def close(*texts: str, depth: float, height: float) -> LaidOut:
    """Return lines set solid, with rectangles of that depth and height."""
    lines = [line(text, row, pitch=12.0) for row, text in enumerate(texts, 1)]
    boxes = [
        each.box._replace(bottom=each.baseline - depth, top=each.baseline + height - depth) for each in lines
    ]
    return paper(*(replace(each, box=box) for each, box in zip(lines, boxes, strict=True)))


def test_a_glyph_taller_than_its_line_belongs_to_the_line_that_it_stands_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rendered = drawn(
        close("[\u1ea8\u1eab] q", "\u1ea8 (j)", "__", "\u1e68 \u201cy\u201d", depth=2.5, height=12.0)
    )

    def looked_at(_: PageText) -> None:
        raise AssertionError

    # At so many pages a second, no page may need a look at each character.
    monkeypatch.setattr(PageText, "characters", looked_at)
    assert problems(rendered) == []


def test_where_rectangles_overlap_a_character_belongs_to_the_line_that_it_stands_on() -> None:
    laid_out = close(f"{SHALOM} (x)", "[gyp] \u1ea8", f"qq {MOSHE}", depth=13.0, height=30.0)

    assert problems(drawn(laid_out)) == []


def test_what_is_carried_is_found_across_lines_pages_and_line_numbers() -> None:
    assert (
        faults(drawn(two_pages()), "He wrote to me again and again, at work, though I had told him to stop.")
        == []
    )


def test_a_quote_over_three_pages_is_found_whole() -> None:
    words = [f"word{number} and" for number in range(3 * LINES)]
    lines = [
        line(text, place % LINES + 1, page=place // LINES + 1, block=3, source="incidents[1].quotes[1]")
        for place, text in enumerate(words)
    ]
    footers = [line(str(page), LINES + 1, page=page, x=300.0, block=-1) for page in (1, 2, 3)]
    rendered = drawn(paper(*lines, *footers, frame=numbers()))

    assert faults(rendered, " ".join(words)) == []
    assert faults(rendered, " ".join(words).replace("word60", "word6O")) == ["text-missing"]


def test_a_long_word_broken_without_a_mark_is_found_whole() -> None:
    rendered = drawn(paper(*rows("https://example.com/a", "/long/address", joint="")))

    assert faults(rendered, "https://example.com/a/long/address") == []
    assert faults(rendered, "https://example.com/a /long/address") == ["text-missing"]


def test_the_ends_of_typed_lines_are_found_as_white_space() -> None:
    rendered = drawn(paper(*rows("still there,", "Dana?", joint="\n")))

    assert faults(rendered, "still there,\n\nDana?", "there, Dana?") == []


def test_right_to_left_words_are_found_across_lines() -> None:
    rendered = drawn(paper(*rows(f"He wrote {SHALOM}", f"{MOSHE}, and left."), frame=numbers()))

    assert faults(rendered, f"He wrote {SHALOM} {MOSHE}, and left.") == []
    assert faults(rendered, f"He wrote {MOSHE} {SHALOM}, and left.") == ["text-missing"]


def test_right_to_left_words_drawn_from_left_to_right_are_told() -> None:
    said = paper(*rows(f"He wrote {SHALOM}"))

    assert faults(drawn(with_text(said, 0, f"He wrote {SHALOM[::-1]}"), as_=said)) == ["text-changed"]


def test_text_in_the_two_columns_of_a_caption_is_found_in_each() -> None:
    left = [
        line(text, row, block=-1, joint=joint)
        for row, text, joint in ((1, "MARIA DEL", " "), (2, "CARMEN", "\n"))
    ]
    right = [
        line(text, row, block=-1, x=330.0, joint=joint)
        for row, text, joint in ((1, "Case No.", " "), (2, "26-1", "\n"))
    ]
    rendered = drawn(paper(left[0], right[0], left[1], right[1], line("I declare:", 4)))

    assert faults(rendered, "MARIA DEL CARMEN", "Case No. 26-1") == []
    assert faults(rendered, "MARIA DEL Case No.") == ["text-missing"]


def test_text_in_two_cells_side_by_side_is_found_in_each() -> None:
    first = [line(text, row, block=4) for row, text in enumerate(("March 5,", "2026"), 1)]
    second = [line(text, row, block=5, x=330.0) for row, text in enumerate(("he wrote", "to me"), 1)]
    rendered = drawn(paper(first[0], second[0], first[1], second[1]))

    assert faults(rendered, "March 5, 2026", "he wrote to me") == []


@pytest.mark.parametrize(
    "carried",
    ["Still there, Dana.", "still there, Dana?", "Still there Dana?", "Still there, Dana? I", "Nguyen"],
)
def test_what_is_carried_and_lost_anything_is_missing(carried: str) -> None:
    found = problems(drawn(paper(*rows("Still there, Dana? He"))), "Still there, Dana?", carried)

    assert [(problem.code, problem.path) for problem in found] == [("text-missing", "incidents[2].account")]


def test_what_is_carried_is_found_before_what_was_found_last() -> None:
    assert faults(drawn(paper(*rows("one two three"))), "three", "one", "two", "one two") == []


def test_what_is_carried_is_looked_for_in_what_is_printed_not_in_the_layout() -> None:
    said = paper(*rows("Still there, Dana?"))

    assert faults(drawn(with_text(said, 0, "Still there."), as_=said), "Still there, Dana?") == [
        "text-changed",
        "text-missing",
    ]


@pytest.mark.parametrize("cut", [0, 20, 400, -400, -30])
def test_a_file_that_cannot_be_opened_again_is_told(cut: int) -> None:
    rendered = drawn(two_pages())

    assert faults(replace(rendered, content=rendered.content[:cut])) == ["paper-unreadable"]


def test_a_locked_file_is_told() -> None:
    rendered = drawn(two_pages())
    writer = PdfWriter(clone_from=BytesIO(rendered.content))
    writer.encrypt("key", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)

    assert faults(replace(rendered, content=out.getvalue())) == ["paper-unreadable"]


def test_what_is_wrong_with_the_make_of_the_file_is_told() -> None:
    found = problems(drawn(two_pages()), title="Another")

    assert [(problem.code, problem.path) for problem in found] == [("pdf-structure", "declaration.pdf")]


WORDS = st.lists(
    st.one_of(
        st.sampled_from(list("ab I,.-'\u2019()5\u00e9\u00a0")),
        st.sampled_from(list(SHALOM + MOSHE)),
        st.sampled_from(list("\u0645\u0631\u062d\u0628\u0627\u0661")),
        st.characters(max_codepoint=0x2FFF, exclude_categories=("C", "Zl", "Zp")),
        st.sampled_from(
            ["\U0001f600", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\u2764\ufe0f", "\u0301"]
        ),
    ),
    min_size=1,
    max_size=30,
).map("".join)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.lists(WORDS, min_size=1, max_size=20))
def test_whatever_can_be_drawn_is_read_back(texts: list[str]) -> None:
    drawable = [text.strip() for text in texts if text.strip() and not book().missing(text)]

    laid_out = paper(*rows(*drawable), frame=numbers())

    assert problems(drawn(laid_out), *drawable) == []
    assert all(each.x == LEFT for each in laid_out.lines)
