"""How words of an HTML message are seen."""

import pytest

from formgen.evidence.mail_style import Look, within


def look(style: str = "", tag: str = "span", around: Look | None = None, **attributes: str) -> Look:
    """Return how words are seen within an element."""
    return within(around or Look(), tag, {"style": style, **attributes} if style else attributes)


@pytest.mark.parametrize(
    ("made", "is_bold", "is_italic"),
    [
        (look(tag="strong"), True, False),
        (look(tag="em"), False, True),
        (look("font-weight:bold"), True, False),
        (look("font-weight:600"), True, False),
        (look("font-weight:500", tag="b"), False, False),
        (look("font-weight:normal;font-style:normal", around=Look(bold=True, italic=True)), False, False),
        (look("font-weight:inherit", around=Look(bold=True)), True, False),
        (look("FONT-STYLE: Oblique"), False, True),
    ],
)
def test_bold_and_slanted(made: Look, is_bold: bool, is_italic: bool) -> None:  # noqa: FBT001 - a case of a table
    assert (made.bold, made.italic) == (is_bold, is_italic)


@pytest.mark.parametrize(
    "style",
    [
        "display:none",
        "DISPLAY : NONE",
        "display:/**/none",
        "color:red;display:none!important",
        "visibility:hidden",
        "visibility:collapse",
        "font-size:0",
        "font-size:0px",
        "font-size:.5px",
        "font-size:1px",
        "font-size:1pt",
        "font-size:0%",
        "font-size:0em",
        "font:0px/0 Arial",
        "opacity:0",
        "opacity:0.0",
        "max-height:0;overflow:hidden",
        "height:0px;overflow:hidden",
        "color:#fff",
        "color:#FEFEFE",
        "color:white",
        "color:rgb(255,255,255)",
        "color:rgba(255, 250, 250, 1)",
        "color:rgba(0,0,0,0)",
        "color:transparent",
        "background:black",
        "background-color:#000000",
    ],
)
def test_what_cannot_be_seen(style: str) -> None:
    assert look(style).is_hidden


@pytest.mark.parametrize(
    "style",
    [
        "",
        "display:block",
        "font-size:2px",
        "font-size:small",
        "font:bold 12px Arial",
        "font-size:1em",
        "opacity:0.5",
        "opacity:inherit",
        "max-height:0",
        "height:10px;overflow:hidden",
        "color:#eee",
        "color:var(--white)",
        "color:rgba(255,255,255,0.5)",
        "color:white;background:black",
        "color:white;background:url(white.png)",
        "color:white;background:linear-gradient(white, white)",
        "color:white;background-image:url(x)",
        "background:none",
        "background:rgba(0,0,0,0.0)",
        "color:chartreuse;background:chartreuse",
        "nonsense",
        ":::;;",
    ],
)
def test_what_can_be_seen_or_is_not_known(style: str) -> None:
    assert not look(style).is_hidden


def test_attributes_of_older_messages_count() -> None:
    assert look(tag="font", color="white").is_hidden
    assert look(tag="body", text="#ffffff").is_hidden
    assert look(tag="td", bgcolor="black").is_hidden
    assert look(tag="p", hidden="").is_hidden
    assert not look(tag="td", bgcolor="black", background="x.png").is_hidden
    assert not look(tag="p", color="white").is_hidden


def test_what_is_gone_stays_gone_and_what_is_invisible_may_come_back() -> None:
    assert look("display:block", around=look("display:none")).is_hidden
    assert not look("visibility:visible", around=look("visibility:hidden")).is_hidden
    assert not look("font-size:12px", around=look("font-size:0")).is_hidden
    assert look("font-size:2em", around=look("font-size:0")).is_hidden


def test_links_have_a_colour_of_their_own() -> None:
    white = look("color:white")

    assert not look(tag="a", around=white, href="x").is_hidden
    assert look(tag="a", around=white).is_hidden


def test_a_table_may_begin_with_black_words() -> None:
    assert not look(tag="table", around=look("color:white")).is_hidden


@pytest.mark.parametrize(
    ("made", "keeps"),
    [
        (look(tag="pre"), True),
        (look("white-space:pre-line"), True),
        (look("white-space:normal", tag="pre"), False),
        (look(around=look(tag="pre")), True),
        (look(), False),
    ],
)
def test_white_space_may_stand_for_itself(made: Look, keeps: bool) -> None:  # noqa: FBT001 - a case of a table
    assert made.keeps_space == keeps


def test_long_numbers_take_no_time() -> None:
    assert not look(f"font-size:{'9' * 100_000}q").is_hidden
