"""Plain text as a paper."""

import pytest

from formgen.document.blocks import Span
from formgen.document.leaf import LeafText
from formgen.document.text_leaf import LINE, PAGE, SIZE, side_of, text_leaf, with_tabs_spaced


def test_each_line_is_a_line_and_blank_ones_part_paragraphs() -> None:
    leaf = text_leaf("one\n  two\n\n\nthree\n", "und")

    assert leaf.blocks == (
        LeafText((Span("one\n  two"),), size=SIZE),
        LeafText((Span("three"),), size=SIZE, before=2 * LINE),
    )
    assert (leaf.language, leaf.frame, leaf.sheet, leaf.title) == ("und", PAGE, None, "")


def test_every_kind_of_line_end_counts() -> None:
    (block,) = text_leaf("one\r\ntwo\rthree\u2028four", "und").blocks

    assert block == LeafText((Span("one\ntwo\nthree\nfour"),), size=SIZE)


def test_text_without_words_is_a_blank_page() -> None:
    assert text_leaf("", "und").blocks == (LeafText((Span(""),), size=SIZE),)
    assert text_leaf(" \n\n", "und").blocks == (LeafText((Span(""),), size=SIZE, before=2 * LINE),)


@pytest.mark.parametrize(
    ("typed", "spaced"),
    [
        ("a\tb", "a       b"),
        ("12345678\tb", "12345678        b"),
        ("\t\tx", " " * 16 + "x"),
        ("no  tab", "no  tab"),
    ],
)
def test_a_tab_goes_to_the_next_stop(typed: str, spaced: str) -> None:
    assert with_tabs_spaced(typed) == spaced


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("words", "left"),
        ("שלום and words", "right"),
        ("1. مرحبا", "right"),
        ("said שלום", "left"),
        ("123 !", "left"),
    ],
)
def test_text_begins_at_the_side_of_its_first_letter(text: str, side: str) -> None:
    assert side_of(text) == side


def test_a_paragraph_in_arabic_stands_at_the_right() -> None:
    assert [
        block.align for block in text_leaf("مرحبا\n\nhello", "und").blocks if isinstance(block, LeafText)
    ] == [
        "right",
        "left",
    ]
