"""Every word that is drawn reads back in other programs, every font is inside, and it looks right."""

import os
import subprocess
import sys
import unicodedata
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from render.fonts.sheets_of_text import (
    POPPLER,
    book,
    by_pdfium,
    by_poppler,
    by_pypdf,
    composed,
    drawn,
    fonts_of,
    ink,
    picture,
    pieces,
)
from reportlab.pdfgen.canvas import Canvas

from formgen.document.blocks import Span
from formgen.render.fonts import packages
from formgen.render.fonts.book import FontBook
from formgen.render.fonts.writer import FontWriter
from formgen.render.rendered import FontFile

LEFT_TO_RIGHT = {
    "Vietnamese": "Nguyễn Thị Hương",
    "Vietnamese, decomposed": unicodedata.normalize("NFD", "Nguyễn Thị Hương"),
    "accents": "José Ñandú, Łukasz, Gülçin; cafe\u0301",
    "quotes and signs": "“Don’t” – ‘no’ — € ™ § ½ … · ¶",
    "Greek and Cyrillic": "Αθήνα Привет мир",
    "letters put together": "x̄ q̃ m̂ ệ́",
    "emoji": "so 😀 I",
    "joined emoji": "👩‍👧 👨‍👩‍👧‍👦 🧑🏽‍💻 ❤️‍🔥 🏳️‍🌈 🐦‍🔥",
    "emoji beside each other": "😀👍🏽👩‍👧😀!",
    "coloured emoji, flags and keycaps": "👍🏽 🇺🇸 🇺🇸🇲🇽 🏴󠁧󠁢󠁳󠁣󠁴󠁿 1️⃣ #️⃣ 5",
    "emoji with and without their selector": "❤️ ❤ ☑️ ☑",
    "marks": "☐ yes ☑ no ☒ maybe ✓ ✗",
    "marks alone": "☐ ☒ ✗✓",
    "Devanagari": "नमस्ते दुनिया क्षत्रिय हिन्दी",
    "Devanagari and emoji": "नमस्ते ❤️ नमस्ते x",
    "Thai": "สวัสดีชาวโลก น้ำ ที่",
    "Ethiopic": "ሰላም ለዓለም",
    "Armenian": "Բարեւ աշխարհ",
    "Khmer": "សួស្តីពិភពលោក ខ្ញុំ",
    "other scripts of South Asia": "বাংলা ગુજરાતી ਪੰਜਾਬੀ தமிழ் తెలుగు ಕನ್ನಡ മലയാളം සිංහල ଓଡ଼ିଆ",
    "other scripts of South-East Asia": "ລາວ မြန်မာ",
    "Georgian": "ქართული",
    "Chinese, Japanese, Korean": "你好世界 日本語 カタカナ 한국어。",
    "two letters that share a glyph": "ə ә ə",
    "hyphens": "e‑mail e-mail e‐mail",
}
RIGHT_TO_LEFT = {
    "Hebrew": "שלום עולם",
    "Hebrew in brackets": "(שלום)",
    "pointed Hebrew": "שָׁלוֹם עוֹלָם",
    "Arabic": "مرحبا بالعالم",
    "Arabic with vowels": "مَرْحَبًا بِالْعَالَمِ",
    "Arabic with dots and hamza": "لأ لآ لإ الله پچژگ شيء محمّد",
    "Persian": "می\u200cخواهم",
}
MIXED = {
    "Hebrew inside English": "He said שלום עולם to me",
    "Arabic inside English": "She wrote مرحبا بالعالم at 9:15",
    "both": "He said מה שלומך and لا بأس to me",
}


def words(text: str) -> list[str]:
    return sorted(composed(text).split())


@pytest.mark.parametrize("text", LEFT_TO_RIGHT.values(), ids=LEFT_TO_RIGHT)
def test_a_line_reads_back_in_pdfium(text: str) -> None:
    assert by_pdfium(drawn(text)) == [text]


@pytest.mark.parametrize("text", LEFT_TO_RIGHT.values(), ids=LEFT_TO_RIGHT)
def test_a_line_reads_back_in_pypdf(text: str) -> None:
    assert list(map(composed, by_pypdf(drawn(text)))) == [composed(text)]


def test_many_lines_read_back_from_one_page() -> None:
    sheet = drawn(*LEFT_TO_RIGHT.values())

    assert by_pdfium(sheet) == list(LEFT_TO_RIGHT.values())


@pytest.mark.parametrize("size", [6, 12, 48])
def test_words_read_back_in_every_size(size: float) -> None:
    assert by_pdfium(drawn("नमस्ते x̄ 😀 ☐", size=size)) == ["नमस्ते x̄ 😀 ☐"]


@pytest.mark.parametrize("text", RIGHT_TO_LEFT.values(), ids=RIGHT_TO_LEFT)
def test_a_line_of_right_to_left_words_reads_back_in_pdfium(text: str) -> None:
    assert composed(by_pdfium(drawn(text))[0]) == composed(text).replace("\u200c", "")


@pytest.mark.parametrize("text", ["שלום", "שלום עולם", "مرحبا", "مرحبا بالعالم"])
def test_right_to_left_words_read_back_in_pypdf(text: str) -> None:
    assert words(by_pypdf(drawn(text))[0]) == words(text)


@pytest.mark.parametrize("text", MIXED.values(), ids=MIXED)
def test_words_of_both_directions_read_back_whole(text: str) -> None:
    assert words(by_pdfium(drawn(text))[0]) == words(text)
    # pypdf drops the room where the direction changes.
    assert [word for word in words(text) if word not in by_pypdf(drawn(text))[0]] == []


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a\tb", "a b"),
        ("§\u00a0527.6", "§ 527.6"),
        ("co\u00adworker", "coworker"),
        ("\u2066in\u2069 \u200eto\ufeff\u200b", "in to"),
    ],
)
def test_what_is_not_drawn_does_not_read_back(text: str, read: str) -> None:
    assert by_pdfium(drawn(text)) == [read]
    assert by_pypdf(drawn(text)) == [read]


@POPPLER
@pytest.mark.parametrize("text", LEFT_TO_RIGHT.values(), ids=LEFT_TO_RIGHT)
def test_a_line_reads_back_in_poppler(text: str, tmp_path: Path) -> None:
    assert [composed(line) for line in by_poppler(drawn(text), tmp_path)] == [composed(text)]


@POPPLER
def test_poppler_finds_every_font_inside(tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").write_bytes(drawn(*LEFT_TO_RIGHT.values(), *RIGHT_TO_LEFT.values()).content)
    listed = subprocess.run(
        ["pdffonts", str(tmp_path / "sheet.pdf")], check=True, capture_output=True, text=True
    )
    rows = [line.split()[-5:-2] for line in listed.stdout.splitlines()[2:]]

    assert listed.stderr == ""
    assert len(rows) == len(set(listed.stdout.splitlines()[2:]))
    # Our own marks are all of their font; of every other a part is inside.
    assert sorted(set(map(tuple, rows))) == [("yes", "no", "yes"), ("yes", "yes", "yes")]


def test_every_font_is_inside_as_a_part_with_its_texts() -> None:
    fonts = fonts_of(drawn("Dana 😀 你好 x̄", [Span("Dana", bold=True)], "☐"))
    kinds = {font["/Subtype"] for font in fonts.values()}

    assert kinds == {"/Type0", "/Type3"}
    for font in fonts.values():
        assert b"beginbfchar" in font["/ToUnicode"].get_data()
        if font["/Subtype"] == "/Type0":
            [descendant] = font["/DescendantFonts"]
            inner: Any = descendant.get_object()
            descriptor = inner["/FontDescriptor"]
            assert font["/BaseFont"] == inner["/BaseFont"] == descriptor["/FontName"]
            assert font["/BaseFont"][7] == "+"
            assert ("/FontFile3" if inner["/Subtype"] == "/CIDFontType0" else "/FontFile2") in descriptor
    assert [font["/BaseFont"][8:] for font in fonts.values() if "/BaseFont" in font] == [
        "Arimo-Regular",
        "NotoEmoji-Regular",
        "NotoSansCJKsc-Regular",
        "Arimo-Bold",
    ]


def test_the_widths_in_the_file_are_those_of_the_line() -> None:
    [font] = fonts_of(drawn("AV")).values()
    widths: Any = font["/DescendantFonts"][0].get_object()["/W"]

    assert [entry.get_object() for entry in widths] == [36, [667], 57, [667]]


def test_no_font_is_named_that_is_not_inside() -> None:
    content = drawn("Dana").content

    assert b"Helvetica" not in content
    assert [font["/BaseFont"][8:] for font in fonts_of(drawn("Dana")).values()] == ["Arimo-Regular"]


def test_only_used_letters_are_inside() -> None:
    few, many = drawn("a"), drawn("".join(chr(number) for number in range(0xC0, 0x24F)))

    assert len(few.content) < 12_000
    assert len(few.content) < len(many.content)


def test_the_font_files_are_told_by_name_and_digest() -> None:
    used = [packages.ARIMO[0], packages.ARIMO[1], packages.EMOJI]

    assert drawn("Dana 😀", [Span("Dana", italic=True)], [Span("Dana", bold=True)]).fonts == tuple(
        FontFile(name, sha256(packages.needed_font(name).read_bytes()).hexdigest()) for name in sorted(used)
    )
    assert drawn("☐").fonts == ()


def test_one_line_is_one_string_of_text() -> None:
    page = PdfReader(BytesIO(drawn("I, Dana Reyes, declare that I know this.").content)).pages[0]
    contents = page.get_contents()
    stream = b"" if contents is None else contents.get_data()

    assert stream.count(b"TJ") == stream.count(b"Tf") == stream.count(b"BT") == 1


def test_lines_stand_where_they_are_put() -> None:
    content = BytesIO()
    canvas = Canvas(content, pagesize=(612, 792), invariant=1, pageCompression=0)
    writer = FontWriter(canvas, book())
    writer.draw(book().set_line([Span("Dana")]), x=108.25, baseline=700.5, size=11.5)
    writer.finish()
    canvas.showPage()
    canvas.save()

    assert b"BT 108.250 700.500 Td /T1 11.5 Tf[<" in content.getvalue()


def test_a_form_may_hold_text_too() -> None:
    content = BytesIO()
    canvas = Canvas(content, pagesize=(612, 792), invariant=1)
    writer = FontWriter(canvas, book())
    canvas.beginForm("frame")
    writer.draw(book().set_line([Span("each page")]), x=40, baseline=700, size=12)
    canvas.endForm()
    for _ in range(2):
        canvas.doForm("frame")
        canvas.showPage()
    writer.finish()
    canvas.save()

    pages = PdfReader(BytesIO(content.getvalue())).pages
    assert [page.extract_text() for page in pages] == ["each page", "each page"]


def test_helvetica_may_still_be_asked_for() -> None:
    content = BytesIO()
    canvas = Canvas(content, pagesize=(612, 792), invariant=1)
    writer = FontWriter(canvas, book())
    writer.draw(book().set_line([Span("ours")]), x=40, baseline=700, size=12)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(40, 600, "theirs")
    writer.finish()
    canvas.save()

    assert PdfReader(BytesIO(content.getvalue())).pages[0].extract_text().split() == ["ours", "theirs"]


def every_line() -> bytes:
    """Return a page with every line of this module on it, in every style."""
    lines = [*LEFT_TO_RIGHT.values(), *RIGHT_TO_LEFT.values(), *MIXED.values()]
    styled = [
        [Span(line, bold=bold, italic=italic)]
        for line in lines
        for bold, italic in ((False, False), (True, False), (False, True), (True, True))
    ]
    return drawn(*styled).content


def test_the_same_lines_make_the_same_bytes() -> None:
    before = every_line()
    drawn("ә ⼀ other words first: " + "".join(reversed(LEFT_TO_RIGHT["emoji"])))

    assert every_line() == before


SCRIPT = """
import sys
from hashlib import sha256

sys.path.insert(0, "tests")
from render.fonts.test_writer import every_line

print(sha256(every_line()).hexdigest())
"""


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_the_same_lines_make_the_same_bytes_in_another_process(seed: str, root: Path) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C", "TZ": "Pacific/Kiritimati"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=root, env=environment, check=True, capture_output=True, text=True
    )

    assert done.stdout.strip() == sha256(every_line()).hexdigest()


def test_bold_looks_bolder_and_italic_leans() -> None:
    word = "declare"
    sheet = drawn([Span(word)], [Span(word, bold=True)], [Span(word, italic=True)])
    regular, bold, italic = (picture(sheet, row) for row in range(3))

    assert ink(bold) > 1.3 * ink(regular)
    assert ink(italic) > 0.8 * ink(regular)
    assert regular.tobytes() != italic.tobytes()


def test_bold_letters_of_other_scripts_look_bolder_too() -> None:
    sheet = drawn([Span("नमस्ते")], [Span("नमस्ते", bold=True)], [Span("مرحبا")], [Span("مرحبا", bold=True)])
    black = [ink(picture(sheet, row)) for row in range(4)]

    assert black[1] > 1.15 * black[0]
    assert black[3] > 1.15 * black[2]


def test_arabic_letters_are_joined_and_latin_letters_are_not() -> None:
    sheet = drawn("سمسم", "ببب", "minimum")

    assert [pieces(picture(sheet, row)) for row in range(3)] == [1, 1, 7]


def test_an_emoji_put_together_is_one_picture_no_wider_than_another() -> None:
    assert book().width("👨‍👩‍👧‍👦") == book().width("😀")
    assert ink(picture(drawn("👨‍👩‍👧‍👦"), 0)) != ink(picture(drawn("👨"), 0))


def test_a_mark_stands_over_its_letter() -> None:
    sheet = drawn("x", "x̄", "ы", "ы́")
    narrow = [pieces(picture(sheet, row)) for row in range(4)]

    assert narrow[0] == narrow[1]
    assert narrow[2] == narrow[3]
    assert ink(picture(sheet, 1)) > ink(picture(sheet, 0))


def drawn_lines(lines: list[list[Span]], *, remembers: bool) -> bytes:
    """Return a page of *lines*, drawn with the words of earlier lines remembered, or each set anew."""
    content = BytesIO()
    canvas = Canvas(content, invariant=1)
    book = FontBook.open()
    writer = FontWriter(canvas, book)
    for number, spans in enumerate(lines):
        if remembers:
            writer.draw_line(spans, x=72, baseline=700 - 20 * number, size=12)
        else:
            writer.draw(book.set_line(spans), x=72, baseline=700 - 20 * number, size=12)
    writer.finish()
    canvas.save()
    return content.getvalue()


def test_words_that_were_drawn_before_are_drawn_the_same() -> None:
    plain = [Span("I know what time "), Span("you people lock up.", "incidents[1]")]
    mixed = [Span("I know ", bold=True), Span("what time", italic=True), Span(" you people lock up.")]
    hard = [Span("Nguyễn 😀 said שלום and ☒, you\u00a0people.")]
    apart = [Span("what"), Span(" ", bold=True), Span("time")]
    lines = [plain, mixed, plain, hard, mixed, apart, hard, [Span("")], plain, [Span(" "), Span("time")]]

    assert drawn_lines(lines, remembers=True) == drawn_lines(lines, remembers=False)
