"""Each character is drawn by the first typeface that draws it whole."""

import pytest
from render.fonts.sheets_of_text import book, glyph_numbers

from formgen.document.blocks import Span


def faces(text: str, *, bold: bool = False, italic: bool = False) -> list[str]:
    """Return the names of the fonts that draw *text*, from left to right."""
    line = book().set_line([Span(text, bold=bold, italic=italic)])
    return ["marks" if run.cut is None else run.cut.postscript_name for run in line.runs]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nguyễn “José” – € ™ § ½ ΑΒ Привет", "Arimo-Regular"),
        ("שלום", "Arimo-Regular"),
        ("cafe\u0301", "Arimo-Regular"),
        ("₿", "NotoSans-Regular"),
        ("⚖", "NotoSansSymbols-Regular"),
        ("مرحبا", "NotoSansArabic-Regular"),
        ("नमस्ते", "NotoSansDevanagari-Regular"),
        ("สวัสดี", "NotoSansThai-Regular"),
        ("សួស្តី", "NotoSansKhmer-Regular"),
        ("ሰላም", "NotoSansEthiopic-Regular"),
        ("Բարեւ", "NotoSansArmenian-Regular"),
        ("😀", "NotoEmoji-Regular"),
        ("你好", "NotoSansCJKsc-Regular"),
        ("☐☑☒✓✗", "marks"),
    ],
)
def test_the_first_typeface_that_has_it_draws_it(text: str, name: str) -> None:
    assert faces(text) == [name]


@pytest.mark.parametrize("text", ["1️⃣", "#️⃣", "❤️", "©️", "☑️", "👍🏽", "🇺🇸"])
def test_what_asks_for_the_emoji_typeface_gets_it(text: str) -> None:
    assert faces(text) == ["NotoEmoji-Regular"]


@pytest.mark.parametrize(
    "text",
    ["😀", "👩‍👧", "🇺🇸", "👍🏽", "❤️", "❤️‍🔥", "🏳️‍🌈", "👨‍👩‍👧‍👦", "🧑🏽‍💻", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "1️⃣", "#️⃣"],
)
def test_an_emoji_is_one_glyph_however_it_is_put_together(text: str) -> None:
    assert [len(step) for step in glyph_numbers(text)] == [1]


def test_a_sequence_that_does_not_join_is_missing() -> None:
    [missing] = book().missing("so 😀\u200d👍 then")

    assert missing.code_points == "U+1F600 U+200D U+1F44D"


def test_marks_are_not_emoji_unless_asked_for() -> None:
    assert faces("☑") == ["marks"]


def test_a_space_stays_in_the_typeface_of_the_text() -> None:
    assert faces("see 😀 there") == ["Arimo-Regular", "NotoEmoji-Regular", "Arimo-Regular"]
    assert book().width("😀 😀") == pytest.approx(2 * book().width("😀") + book().width(" "))


def test_bold_and_italic_are_cuts_of_the_same_typeface() -> None:
    assert faces("word", bold=True) == ["Arimo-Bold"]
    assert faces("word", italic=True) == ["Arimo-Italic"]
    assert faces("word", bold=True, italic=True) == ["Arimo-BoldItalic"]
    assert faces("₿", bold=True, italic=True) == ["NotoSans-BoldItalic"]


def test_what_has_no_italic_stands_upright_and_what_has_no_bold_stays_regular() -> None:
    assert faces("नमस्ते", bold=True, italic=True) == ["NotoSansDevanagari-Bold"]
    assert faces("你好", bold=True, italic=True) == ["NotoSansCJKsc-Regular"]


def test_text_of_two_directions_is_split_though_one_typeface_has_both() -> None:
    line = book().set_line([Span("a שלום b")])
    [run] = line.runs

    assert line.has_rtl
    assert [part.text for part in run.fragments] == ["a", " ", "שלום", " ", "b"]
    assert [part.is_rtl for part in run.fragments] == [False, False, True, False, False]


@pytest.mark.parametrize("text", ["ሰላም ልዑል", "م م", "☐ ☑", "你 好", "नमस्ते दुनिया"])
def test_room_between_words_of_one_other_typeface_does_not_stand_alone(text: str) -> None:
    assert len(faces(text)) == 1
    assert book().set_line([Span(text)]).width == pytest.approx(
        sum(book().width(word) for word in text.split()) + book().width(" ")
    )


@pytest.mark.parametrize(
    "text", ["Nguyễn x̄ 😀👩‍👧", "नमस्ते क्षत्रिय", "សួស្តី ខ្ញុំ", "مرحبا לא ١٢٣", "น้ำ ที่", "한국어 日本語"]
)
def test_nothing_is_drawn_as_a_box(text: str) -> None:
    assert 0 not in [number for step in glyph_numbers(text) for number in step]
