"""Each word is drawn so that it reads back: as it comes, as one new glyph, or with its text beside it."""

import pytest
from render.fonts.sheets_of_text import by_pdfium, by_pypdf, drawn

from formgen.render.fonts.harfbuzz import Cut, Face
from formgen.render.fonts.packages import ARIMO, CJK, CJK_INDEX, needed_font
from formgen.render.fonts.shaping import Fragment, Part, Step, blank, fragment, mark_fragment
from formgen.render.fonts.use import FontUse


@pytest.fixture
def arimo() -> Cut:
    return Face(needed_font(ARIMO[0])).cut(400)


@pytest.fixture
def cjk() -> Cut:
    return Face(needed_font(CJK), CJK_INDEX).cut(400)


def test_a_word_of_plain_glyphs_is_one_string(arimo: Cut) -> None:
    use = FontUse("T1")
    part = fragment(arimo, "on")

    assert use.shown([part, blank(arimo), part], 12) == f"[<{part.body}0003{part.body}>]TJ"
    assert set(use.texts.values()) == {"o", "n", " "}
    assert set(use.widths.values()) == {556, 278}


def test_a_letter_put_together_gets_a_number_after_the_last_glyph(arimo: Cut) -> None:
    use = FontUse("T1")
    number = arimo.face.glyph_count

    assert use.shown([fragment(arimo, "x\u0304")], 12) == f"[<{number:04X}>]TJ"
    assert (use.texts[number], use.widths[number]) == ("x\u0304", 500)
    assert use.shown([fragment(arimo, "x\u0304")], 12) == f"[<{number:04X}>]TJ"
    assert len(use.program(arimo)) > 0


def test_a_glyph_that_stands_for_a_second_text_gets_a_second_number(arimo: Cut) -> None:
    use = FontUse("T1")
    first = fragment(arimo, "\u0259")
    second = fragment(arimo, "\u04d9")
    number = arimo.face.glyph_count

    assert first.body == second.body
    assert use.shown([first], 12) == f"[<{first.body}>]TJ"
    assert use.shown([second], 12) == f"[<{number:04X}>]TJ"
    assert use.shown([first, second, first], 12) == f"[<{first.body}{number:04X}{first.body}>]TJ"
    assert use.texts[number] == "\u04d9"


def test_which_text_a_glyph_has_is_decided_anew_in_each_paper(arimo: Cut) -> None:
    second = fragment(arimo, "\u04d9")
    FontUse("T1").shown([fragment(arimo, "\u0259"), second], 12)

    assert FontUse("T1").shown([second], 12) == f"[<{second.body}>]TJ"


def test_a_postscript_font_has_the_text_beside_the_word_instead(cjk: Cut) -> None:
    use = FontUse("T1")
    first, second = fragment(cjk, "一"), fragment(cjk, "\u2f00好")
    use.shown([first], 12)

    room = blank(cjk, 278)
    assert use.shown([second, room, first], 12) == (
        f" /Span<</ActualText<FEFF2F00597D0020>>>BDC[<{second.body}{room.body[:-1]} ]TJ EMC[<{first.body}>]TJ"
    )


def test_a_raised_mark_of_a_postscript_font_is_lifted_by_the_type_size(cjk: Cut) -> None:
    raised = Step("か", (Part(5, 0, 0), Part(6, -100, 250)), 1000, "")
    shown = FontUse("T1").shown([Fragment(cjk, 1000, (raised,), "")], 12)

    assert " 3.000 Ts[<0006>]TJ 0 Ts[" in shown
    assert shown.startswith(" /Span<</ActualText<FEFF304B>>>BDC[<0005>")


def test_words_from_right_to_left_in_a_postscript_font_have_no_text_beside_them(cjk: Cut) -> None:
    raised = Step("x", (Part(5, 0, 0), Part(6, 0, 0)), 1000, "")
    shown = FontUse("T1").shown([Fragment(cjk, 1000, (raised,), "", is_rtl=True)], 12)

    assert "ActualText" not in shown


def test_words_of_a_postscript_font_read_back_beside_their_glyphs() -> None:
    sheet = drawn("一 \u2f00好 好")

    assert by_pdfium(sheet) == ["一 \u2f00好 好"]
    assert by_pypdf(sheet) == ["一 一好 好"]


def test_our_marks_are_told_by_their_numbers() -> None:
    use = FontUse("T1")

    assert use.shown([mark_fragment("☐"), blank(None), mark_fragment("✗")], 12) == "[<010605>]TJ"
    assert use.texts == {1: "☐", 6: " ", 5: "✗"}
    assert use.widths == {1: 820, 6: 278, 5: 770}


def test_words_without_a_font_of_their_own_are_never_put_together() -> None:
    unknown = Step("x", (Part(1, 0, 0),), 820, "")

    assert FontUse("T1").shown([Fragment(None, 820, (unknown,), "")], 12) == ""
