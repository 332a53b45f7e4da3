"""Sets a letter: its Word template filled with plain values.  Only here is the template engine known."""

from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError
from lxml import etree

from formgen.document.letter import LetterDocument
from formgen.errors import CatalogError, Problem
from formgen.render.rendered import Piece, Rendered
from formgen.render.sandbox import sandbox
from formgen.render.tokens import Tokens
from formgen.render.word_file import read_parts, write_parts
from formgen.render.word_xml import put_words

BODY = "word/document.xml"
_ENGINE_ERRORS = (TemplateError, etree.XMLSyntaxError, AttributeError, TypeError)
"""The last three: tags that break a table apart, a loop over what is no list, unlike things compared."""


def render_letter(document: LetterDocument) -> Rendered:
    """Return a letter, made from a fresh copy of its template and named after its id.

    Typed words never pass through the template engine: it is handed tokens,
    and the words are put into the finished XML (`tokens`).  The same values
    always give the same bytes.

    Raises:
        CatalogError: If the template names something unknown, or a tag in it is broken.
    """
    tokens = Tokens()
    template_name = document.template_name
    parts = read_parts(_filled(document.template, tokens.names(document.values), template_name))
    paragraphs: list[tuple[Piece, ...]] = []
    for name in sorted(parts, key=lambda name: (name != BODY, name)):
        if name.startswith("word/") and name.endswith(".xml") and b"<w:p" in parts[name]:
            parts[name], found = put_words(parts[name], tokens, part=f"{template_name}, {name}")
            paragraphs += found
    content = write_parts(parts, title=document.title, language=document.language)
    return Rendered(document.paper, f"{document.paper}.docx", content, tuple(paragraphs))


def _filled(template: bytes, names: dict[str, Any], template_name: str) -> bytes:
    # A fresh template for each letter: the engine keeps what it was last given.
    document: Any = DocxTemplate(BytesIO(template))
    try:
        document.init_docx()
    except (ValueError, KeyError) as error:
        # A macro-enabled file under another name, or one that points to a part it does not have.
        raise CatalogError([_unusable(template_name)]) from error
    try:
        document.render(names, jinja_env=sandbox(), autoescape=True)
    except UndefinedError as error:
        raise CatalogError([_unknown_name(template_name, str(error.message))]) from None
    except TemplateSyntaxError as error:
        raise CatalogError([_broken_tag(template_name, str(error.message))]) from None
    except _ENGINE_ERRORS as error:
        raise CatalogError([_broken_tag(template_name, type(error).__name__)]) from None
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _unusable(template_name: str) -> Problem:
    return Problem(
        code="template-unreadable",
        what="The template is not a Word document that a letter can be made from.",
        fix="Save it again in Word as a document (.docx), without macros.",
        path=template_name,
    )


def _unknown_name(template_name: str, what: str) -> Problem:
    return Problem(
        code="template-name-unknown",
        what=f"The template names something that a letter does not have: {what.rstrip('.')}.",
        fix="Run `formgen catalog lint` to see the paragraph, and correct the name in Word.",
        path=template_name,
    )


def _broken_tag(template_name: str, what: str) -> Problem:
    return Problem(
        code="template-tag-broken",
        what=f"A tag in the template cannot be read: {what.rstrip('.')}.",
        fix="Run `formgen catalog lint` to see the paragraph, and correct the tag in Word.",
        path=template_name,
    )
