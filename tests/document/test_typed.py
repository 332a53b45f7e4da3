"""Typed text on its way into a paper: split into paragraphs, its markers filled, its words untouched."""

from zoneinfo import ZoneInfo

import pytest
from factories import HARD_TEXTS, jurisdiction, make_case, make_incident

from formgen.case.when import When
from formgen.case.when_words import Dated, in_words
from formgen.document.letter_values import Marks
from formgen.document.typed import (
    all_text,
    in_marks,
    lines_of,
    marks_for,
    one_paragraph,
    paragraphs_of,
    with_date,
)

STRAIGHT = Marks('"', '"')
CURLY = Marks("\u201c", "\u201d")


@pytest.fixture
def dated() -> Dated:
    when = When.parse("March 5, 2026 at 8:47 pm")
    words = jurisdiction().spec.date_words
    return in_words(when, words, ZoneInfo("America/Los_Angeles"), without_year=2026)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (None, ()),
        ("", ()),
        ("\n \n\t\n", ()),
        ("One.", ("One.",)),
        ("One\nline more.", ("One line more.",)),
        ("One.\n\nTwo.", ("One.", "Two.")),
        ("One.\n\n\n \t \n\nTwo.\n", ("One.", "Two.")),
        ("\n\nOne.\n\n", ("One.",)),
        ("  two  spaces \n\u00a0kept", ("  two  spaces  \u00a0kept",)),
        ("a\tb", ("a\tb",)),
        ("{{ x }} {% if %}", ("{{ x }} {% if %}",)),
    ],
)
def test_a_blank_line_ends_a_paragraph_and_a_line_end_within_one_is_a_space(
    text: str | None, paragraphs: tuple[str, ...]
) -> None:
    assert paragraphs_of(text) == paragraphs


@pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=HARD_TEXTS)
def test_nothing_but_line_ends_is_changed_in_a_text(text: str) -> None:
    assert "".join(paragraphs_of(text)) == text.replace("\n", "")


@pytest.mark.parametrize(
    ("text", "paragraph"), [(None, ""), ("One.\n\nTwo\nthree.", "One. Two three."), (" a ", " a ")]
)
def test_a_text_can_be_made_one_paragraph(text: str | None, paragraph: str) -> None:
    assert one_paragraph(text) == paragraph


@pytest.mark.parametrize(
    ("typed", "words"),
    [("You\nagain.\n", "You\nagain."), ("\n\nA\n\nB\n\n", "A\n\nB"), ("  A ", "  A "), ("\tA", "\tA")],
)
def test_exact_words_keep_their_own_line_ends_but_not_those_around_them(typed: str, words: str) -> None:
    assert lines_of(typed) == words


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{when} he wrote.", "On March 5 at 8:47 p.m. he wrote."),
        ("He wrote {when}, late.", "He wrote on March 5 at 8:47 p.m., late."),
        ("He wrote {when}.", "He wrote on March 5 at 8:47 p.m."),
        ("He wrote {when}. I read it.", "He wrote on March 5 at 8:47 p.m. I read it."),
        ("He wrote. {when} he called.", "He wrote. On March 5 at 8:47 p.m. he called."),
        ("Did he? {when}, yes.", "Did he? On March 5 at 8:47 p.m., yes."),
        ("So: {when} he came.", "So: On March 5 at 8:47 p.m. he came."),
        ('He said "Go." {when} I went.', 'He said "Go." On March 5 at 8:47 p.m. I went.'),
        ("He said “Go.” {when} I went.", "He said “Go.” On March 5 at 8:47 p.m. I went."),
        ("(So he said.) {when} I went.", "(So he said.) On March 5 at 8:47 p.m. I went."),
        ('He said "Go," {when}, twice.', 'He said "Go," on March 5 at 8:47 p.m., twice.'),
        ("A\n{when} b", "A\non March 5 at 8:47 p.m. b"),
        ("{when}{when}", "On March 5 at 8:47 p.m.On March 5 at 8:47 p.m."),
        ("{ when } {When} {{when}}", "{ when } {When} {on March 5 at 8:47 p.m.}"),
        ("He wrote.", "He wrote."),
    ],
)
def test_the_date_stands_at_its_marker_with_a_capital_where_a_sentence_begins(
    dated: Dated, text: str, filled: str
) -> None:
    assert with_date(text, dated).replace("\u00a0", " ") == filled


def test_a_marker_stays_if_no_date_is_typed() -> None:
    assert with_date("{when} he wrote.", None) == "{when} he wrote."


@pytest.mark.parametrize(
    ("account", "held"),
    [
        ('He said, "You\'ll find out," and hung up.', True),
        ("He said, “You'll find out,” and hung up.", True),
        ("He said, 'You'll find out.'", True),
        ("He said, ‘You'll find out.’", True),
        ("Il a dit : «You'll find out»", True),
        ("He said, \"You'll find out", True),
        ("He said that You'll find out was his motto.", False),
        ('He said, "You\'ll find outlaws."', False),
        ('He said, "You\'ll find outlaws." Then: "You\'ll find out."', True),
        ('He said, "you\'ll find out."', False),
        ("", False),
    ],
)
def test_words_are_held_by_an_account_that_has_them_in_quotation_marks(account: str, held: bool) -> None:  # noqa: FBT001 - a table of answers
    assert in_marks("You'll find out\n", account) is held


@pytest.mark.parametrize(
    ("texts", "marks"),
    [
        ([], CURLY),
        (["no marks at all"], CURLY),
        (["it's"], STRAIGHT),
        (['"no"', "yes"], STRAIGHT),
        (["it’s"], CURLY),
        (['"no"', "it’s"], CURLY),
        (["“no”", "it's"], CURLY),
        (["‘no"], CURLY),
    ],
)
def test_quotation_marks_are_straight_if_the_case_is_typed_with_straight_ones_only(
    texts: list[str], marks: Marks
) -> None:
    assert marks_for(texts) == marks


def test_every_text_of_a_case_is_found_in_the_order_it_is_typed() -> None:
    case = make_case(incidents=[make_incident(account="First.", quotes=["Second.", {"text": "Third."}])])
    texts = list(all_text(case))
    wanted = ["Dana Reyes", "95616", "March 5, 2026 at 8:47 pm", "First.", "Second.", "Third."]

    assert [text for text in texts if text in wanted and text != "95616"] == [
        text for text in wanted if text != "95616"
    ]
    assert texts.count("95616") == 2


def test_what_is_not_text_is_no_text() -> None:
    assert list(all_text((1, None, ("a", True), "b"))) == ["a", "b"]
