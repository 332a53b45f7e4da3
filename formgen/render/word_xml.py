"""Puts typed words into the text of a Word file's XML tree, and says what each paragraph is made of."""

from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from formgen.errors import CatalogError, Problem
from formgen.render.rendered import Piece
from formgen.render.tokens import CLOSE, OPEN, TOKEN, Tokens

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TEXT, BREAK, RETURN, TAB, RUN, PARAGRAPH = (f"{{{W}}}{name}" for name in ("t", "br", "cr", "tab", "r", "p"))
_MARKS = {TAB: "\t", BREAK: "\n", RETURN: "\n"}


def put_words(xml: bytes, tokens: Tokens, *, part: str) -> tuple[bytes, tuple[tuple[Piece, ...], ...]]:
    """Return *xml* with its tokens replaced, and the pieces of each paragraph.

    Args:
        xml: One part of the Word file, such as its body.
        tokens: What the tokens stand for.
        part: The name of the part, for messages.

    Raises:
        CatalogError: If the template names a value where no text can stand.
    """
    root = etree.parse(BytesIO(xml), etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    lifted = [[_lift(element) for element in _texts_of(paragraph)] for paragraph in root.iter(PARAGRAPH)]
    # Before the words are put in: they may hold the same private-use characters as the tokens.
    left = etree.tostring(root, encoding="UTF-8")
    if OPEN.encode() in left or CLOSE.encode() in left:
        raise CatalogError(
            [
                Problem(
                    code="template-value-misplaced",
                    what="The template names a value where no text can stand, such as in a link or a field.",
                    fix="Name values in the text of the letter only.",
                    path=part,
                )
            ]
        )
    pieces = [[p for element, text in held for p in _put(element, text, tokens) if p.text] for held in lifted]
    finished = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return finished, tuple(tuple(paragraph) for paragraph in pieces if paragraph)


def _texts_of(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Yield the texts, tabs and breaks of *paragraph*, but not those of a paragraph inside it."""
    for element in paragraph.iter(TEXT, *_MARKS):
        in_run = (parent := element.getparent()) is not None and parent.tag == RUN
        if in_run and next(element.iterancestors(PARAGRAPH), None) is paragraph:
            yield element


def _lift(element: etree._Element) -> tuple[etree._Element, str]:
    """Return *element* with its text, which is taken out of it if there are tokens in it."""
    text = _MARKS.get(str(element.tag), element.text or "")
    if OPEN in text:
        element.text = ""
    return element, text


def _put(element: etree._Element, text: str, tokens: Tokens) -> list[Piece]:
    """Put the words for the tokens in *text* into *element*; a line end becomes a break, a tab a tab stop."""
    if OPEN not in text:
        return [Piece(text, is_value=False)]
    cut = TOKEN.split(text)
    pieces = [
        Piece(tokens.text_of(int(part)) if place % 2 else part, is_value=bool(place % 2))
        for place, part in enumerate(cut)
    ]
    element.set(SPACE, "preserve")
    here = element
    for character_run in _runs("".join(piece.text for piece in pieces)):
        if character_run in ("\n", "\t"):
            mark = etree.Element(BREAK if character_run == "\n" else TAB)
            here.addnext(mark)
            here = etree.Element(TEXT)
            here.set(SPACE, "preserve")
            mark.addnext(here)
        else:
            here.text = (here.text or "") + character_run
    return pieces


def _runs(text: str) -> Iterator[str]:
    """Yield *text* in stretches, each line end and each tab on its own."""
    start = 0
    for place, character in enumerate(text):
        if character in "\n\t":
            if place > start:
                yield text[start:place]
            yield character
            start = place + 1
    if start < len(text):
        yield text[start:]
