"""The typefaces at hand: widths, what is missing, lines, and nothing opened or kept without need."""

from pathlib import Path

import pytest
from render.fonts.sheets_of_text import book
from reportlab.pdfbase import pdfmetrics

from formgen.document.blocks import Span
from formgen.errors import RenderError
from formgen.render.fonts import book as book_module
from formgen.render.fonts import harfbuzz, packages
from formgen.render.fonts.book import FontBook, SetLine
from formgen.render.fonts.clusters import Missing
from formgen.render.fonts.harfbuzz import Cut

ASCII = [chr(number) for number in range(32, 127)]
STYLES = [(False, False), (True, False), (False, True), (True, True)]
HELVETICA = dict(
    zip(STYLES, ["Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique"], strict=True)
)


def texts(line: SetLine) -> list[str]:
    return [part.text for run in line.runs for part in run.fragments]


@pytest.mark.parametrize("style", STYLES)
def test_ordinary_characters_are_as_wide_as_in_helvetica(style: tuple[bool, bool]) -> None:
    bold, italic = style
    yardstick = {each: round(pdfmetrics.stringWidth(each, HELVETICA[style], 1000)) / 1000 for each in ASCII}

    assert {each: book().width(each, bold=bold, italic=italic) for each in ASCII} == yardstick


def test_letters_are_set_closer_inside_a_word_and_nowhere_else() -> None:
    assert book().width("AV") < book().width("A") + book().width("V")
    assert book().width("A V") == book().width("A") + book().width(" ") + book().width("V")


@pytest.mark.parametrize(
    "text",
    ["", " ", "I, Dana Reyes, declare:", "a\tb", "Nguyễn 😀 ☐", "नमस्ते दुनिया", "مرحبا بالعالم", "a שלום 12 b"],
)
@pytest.mark.parametrize("style", STYLES)
def test_a_line_is_as_wide_as_its_text(text: str, style: tuple[bool, bool]) -> None:
    bold, italic = style
    line = book().set_line([Span(text, bold=bold, italic=italic)])

    assert line.width == pytest.approx(book().width(text, bold=bold, italic=italic))
    assert line.width == sum(part.width for run in line.runs for part in run.fragments) / 1000


def test_a_line_is_as_wide_as_its_words_and_the_room_between_them() -> None:
    words = ["the", "notice", "of", "April", "3,", "2026"]
    line = book().set_line([Span(" ".join(words))])

    assert line.width == pytest.approx(sum(map(book().width, words)) + 5 * book().width(" "))


def test_spans_follow_each_other_in_their_own_styles() -> None:
    line = book().set_line([Span("I, "), Span("Dana", bold=True), Span(" said", italic=True)])

    assert [run.cut.postscript_name for run in line.runs if run.cut] == [
        "Arimo-Regular",
        "Arimo-Bold",
        "Arimo-Italic",
    ]
    assert texts(line) == ["I,", " ", "Dana", " ", "said"]
    assert not line.has_rtl


def test_directions_are_told_across_spans() -> None:
    line = book().set_line([Span("אב "), Span("גד", bold=True)])

    assert texts(line) == ["גד", " ", "אב"]
    assert line.has_rtl


def test_a_line_of_right_to_left_words_runs_from_the_right() -> None:
    assert texts(book().set_line([Span("אב גד")])) == ["גד", " ", "אב"]
    assert texts(book().set_line([Span("to אב גד")])) == ["to", " ", "גד", " ", "אב"]


def test_a_tab_is_four_spaces_wide_and_a_hard_space_one() -> None:
    assert book().width("\t") == pytest.approx(4 * book().width(" "))
    assert book().width("\u00a0") == book().width(" ")
    assert texts(book().set_line([Span("a\tb\u00a0c")])) == ["a", " ", "b", " ", "c"]


@pytest.mark.parametrize(
    "mark",
    [
        "\u200b",
        "\u2060",
        "\u200e",
        "\u200f",
        "\u202a\u202c",
        "\u202d\u202c",
        "\u2066\u2069",
        "\u2067\u2069",
        "\ufeff",
        "\u00ad",
        "\ufe0f",
        "\ufe0e",
        "\u200c",
        "\u200d",
        "\n",
    ],
)
def test_what_is_not_drawn_is_not_missing_and_takes_no_room(mark: str) -> None:
    assert book().missing(f"to{mark} {mark}day{mark}") == ()
    assert book().width(f"VA{mark}n") == pytest.approx(book().width("VAn"))
    assert book().width(mark) == 0
    assert book().set_line([Span(mark)]).width == 0


def test_a_hyphen_that_does_not_break_is_drawn() -> None:
    assert book().width("\u2011") == book().width("-")
    assert book().missing("e\u2011mail") == ()


def test_each_missing_character_is_told_once_in_the_order_of_the_text() -> None:
    found = book().missing("a ཀ b \ue000 c ཀ, Nguyễn 😀 ☐ שלום")

    assert [(each.cluster, each.code_points, each.name) for each in found] == [
        ("ཀ", "U+0F40", "tibetan letter ka"),
        ("\ue000", "U+E000", "private use character"),
    ]


def test_an_emoji_newer_than_the_typeface_is_missing() -> None:
    [missing] = book().missing("so \U0001fae9")

    assert (missing.cluster, missing.code_points) == ("\U0001fae9", "U+1FAE9")
    assert (
        missing.remedy
        == "Leave the character out, or name a typeface that has it (typeface: in the case file)."
    )


def test_chinese_japanese_and_korean_are_drawn_where_the_extra_is_installed() -> None:
    assert book().missing("你好 こんにちは カタカナ 한국어 、。「」") == ()


def test_without_the_extra_the_remedy_is_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    installed = packages.package_font
    monkeypatch.setattr(
        packages, "package_font", lambda name: None if name == packages.CJK else installed(name)
    )
    plain = FontBook.open()

    assert plain.missing("你好 he said") == (
        Missing(
            "你",
            "U+4F60",
            "cjk unified ideograph-4f60",
            'Install the typeface for Chinese, Japanese and Korean: pip install "formgen[cjk]".',
        ),
        Missing(
            "好",
            "U+597D",
            "cjk unified ideograph-597d",
            'Install the typeface for Chinese, Japanese and Korean: pip install "formgen[cjk]".',
        ),
    )
    assert plain.missing("he said 😀") == ()


def test_what_cannot_be_drawn_is_never_drawn_as_something_else() -> None:
    with pytest.raises(RenderError) as raised:
        book().set_line([Span("a \ue000")])

    assert [problem.code for problem in raised.value.problems] == ["glyph-missing"]


def test_only_the_typeface_of_the_text_is_opened_for_ordinary_words(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def noted(path: Path) -> object:
        opened.append(path.name)
        return blob(path)

    blob = harfbuzz._blob
    monkeypatch.setattr(harfbuzz, "_blob", noted)
    plain = FontBook.open()

    assert opened == []
    plain.width("I, Dana Reyes, declare:")
    assert plain.missing("“I, Dana Reyes,” declare – Nguyễn") == ()
    assert opened == [packages.ARIMO[0]]


def test_a_word_is_set_once(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = FontBook.open()
    fresh.width("perjury")
    fresh.width(" ")
    monkeypatch.setattr(Cut, "shape", lambda *_, **__: pytest.fail("set again"))

    assert texts(fresh.set_line([Span("perjury perjury")])) == ["perjury", " ", "perjury"]


def test_what_a_book_remembers_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book_module, "_REMEMBERED", 10)
    fresh = FontBook.open()
    for number in range(100):
        fresh.width(f"word{number}")
        fresh.missing(chr(0x0905 + number % 40))
        fresh.set_line([Span(f"א{number}")])

    for style in fresh._styles:
        assert max(len(style.words), len(style.turned_words), len(style._choices)) <= 10
    assert fresh.width("word1") == book().width("word1")
