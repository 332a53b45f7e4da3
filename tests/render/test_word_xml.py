"""Puts typed words into the text of a Word file's XML tree, and says what each paragraph is made of."""

from dataclasses import dataclass

import pytest
from factories import HARD_TEXTS
from render.templates import paragraph
from word_files import W, word_file

from formgen.checks.word_text import paragraphs_in
from formgen.errors import CatalogError
from formgen.render.rendered import Piece
from formgen.render.tokens import CLOSE, OPEN, Tokens
from formgen.render.word_xml import put_words

FIRST, SECOND = f"{OPEN}0{CLOSE}", f"{OPEN}1{CLOSE}"


@dataclass(frozen=True)
class Values:
    first: str
    second: str


def put(body: str, first: str = "typed", second: str = "too") -> tuple[str, list[list[tuple[str, bool]]]]:
    """Return the finished XML of *body*, and the pieces of its paragraphs."""
    tokens = Tokens()
    tokens.names(Values(first, second))
    xml = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    finished, paragraphs = put_words(xml.encode(), tokens, part="a part")
    return finished.decode(), [[(p.text, p.is_value) for p in pieces] for pieces in paragraphs]


def read(body: str, first: str = "typed", second: str = "too") -> list[str]:
    """Return the text of the paragraphs of *body* once it is finished."""
    xml = put(body, first, second)[0].encode()
    inside = xml[xml.index(b"<w:body>") + 8 : xml.index(b"</w:body>")] if b"<w:body>" in xml else b""
    return [p.text for p in paragraphs_in(word_file(inside.decode()))]


def test_a_token_becomes_the_words_it_stands_for() -> None:
    body = paragraph(f"Dear {FIRST}:")

    assert read(body) == ["Dear typed:"]
    assert put(body)[1] == [[("Dear ", False), ("typed", True), (":", False)]]


def test_a_token_may_stand_several_times_and_beside_another() -> None:
    body = paragraph(f"{FIRST}{SECOND}", f"{FIRST}")

    assert read(body) == ["typedtootyped"]
    assert put(body)[1] == [[("typed", True), ("too", True), ("typed", True)]]


@pytest.mark.parametrize(
    "text",
    [
        *HARD_TEXTS.values(),
        "{{ 7*7 }} {% for x in y %} {_{ a }_} {%p if %}",
        "<w:p><w:r/></w:p> &amp; &#65; ]]> <!-- -->",
        " \u00a0 ",
        "\u00a0\u2003\u200b\u2060\ufeff",
        f"{OPEN}0{CLOSE}",
        f"{OPEN}1{CLOSE} {OPEN} {CLOSE}{CLOSE}",
        "\U0010fffd\ue123",
        "x" * 5_000,
        "a b\tc\nd\n\n\te " * 300,
        "  two  spaces  ",
        "\n",
        "\t\t",
    ],
)
def test_words_come_out_as_they_were_typed(text: str) -> None:
    assert read(paragraph(f"[{FIRST}]"), text) == [f"[{text}]"]
    assert read(paragraph(FIRST), text) == [text]


def test_a_line_end_becomes_a_break_and_a_tab_a_tab_stop() -> None:
    xml, pieces = put(paragraph(FIRST), "a\nb\tc")

    assert '<w:t xml:space="preserve">a</w:t><w:br/>' in xml
    assert '<w:t xml:space="preserve">b</w:t><w:tab/>' in xml
    assert '<w:t xml:space="preserve">c</w:t>' in xml
    assert pieces == [[("a\nb\tc", True)]]


def test_spaces_are_kept_even_where_the_template_did_not_ask_for_it() -> None:
    xml, _ = put(f"<w:p><w:r><w:t>{FIRST}</w:t></w:r></w:p>", " a ")

    assert '<w:t xml:space="preserve"> a </w:t>' in xml


def test_the_templates_own_tabs_and_breaks_are_its_own_words() -> None:
    body = "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:cr/></w:r></w:p>"

    assert put(body)[1] == [[("a", False), ("\t", False), ("b", False), ("\n", False), ("\n", False)]]


def test_the_tab_stops_of_a_paragraphs_style_are_no_words() -> None:
    body = f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>{FIRST}</w:t></w:r></w:p>"

    assert put(body)[1] == [[("typed", True)]]


def test_a_paragraph_without_text_has_no_pieces_and_an_empty_value_is_none() -> None:
    assert put("<w:p/>" + paragraph("") + paragraph(FIRST) + paragraph("a"), "")[1] == [[("a", False)]]


def test_a_paragraph_inside_a_paragraph_is_one_of_its_own() -> None:
    box = f"<w:txbxContent>{paragraph(SECOND)}</w:txbxContent>"
    body = f"<w:p><w:r><w:t>{FIRST}</w:t></w:r><w:r><w:pict>{box}</w:pict></w:r></w:p>"

    assert put(body)[1] == [[("typed", True)], [("too", True)]]
    assert read(body) == ["typed", "too"]


def test_paragraphs_are_told_in_the_order_of_the_file() -> None:
    body = (
        paragraph(FIRST)
        + f"<w:tbl><w:tr><w:tc>{paragraph('in it')}</w:tc></w:tr></w:tbl>"
        + paragraph(SECOND)
    )

    assert put(body)[1] == [[("typed", True)], [("in it", False)], [("too", True)]]


@pytest.mark.parametrize(
    "body",
    [
        f'<w:p><w:hyperlink w:anchor="{FIRST}"><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>',
        f"<w:p><w:r><w:instrText>{FIRST}</w:instrText></w:r></w:p>",
        f"<w:p>{FIRST}</w:p>",
        f"<w:p><w:r>{FIRST}</w:r></w:p>",
        f"<w:r><w:t>{FIRST}</w:t></w:r>",
        f"<!-- {FIRST} -->",
        f"<w:p><w:r><w:t>a</w:t></w:r></w:p>{CLOSE}",
    ],
)
def test_a_value_where_no_text_can_stand_is_a_fault_of_the_template(body: str) -> None:
    with pytest.raises(CatalogError) as caught:
        put(body, "secret words")

    assert [(p.code, p.path) for p in caught.value.problems] == [("template-value-misplaced", "a part")]
    assert "secret words" not in str(caught.value.problems)


def test_the_same_words_give_the_same_bytes() -> None:
    assert put(paragraph(FIRST), "a\tb") == put(paragraph(FIRST), "a\tb")


def test_a_piece_says_whose_it_is() -> None:
    assert Piece("a", is_value=True) != Piece("a", is_value=False)
