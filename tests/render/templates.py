"""Small Word templates for tests, made of the built-in one, and letters set with them."""

import re
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

from document.letters import compose
from factories import make_case

from formgen.case import Case
from formgen.checks.word_text import paragraphs_in
from formgen.document.letter import LetterDocument
from formgen.render.letter import render_letter
from formgen.render.rendered import Rendered

BODY = "word/document.xml"
CONTENT_TYPES = "[Content_Types].xml"


def paragraph(*texts: str) -> str:
    """Return a paragraph of runs, each with one text, as XML."""
    runs = "".join(f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in texts)
    return f"<w:p>{runs}</w:p>"


def table(*rows: str) -> str:
    """Return a table of one column as XML."""
    return "<w:tbl>" + "".join(f"<w:tr><w:tc>{paragraph(row)}</w:tc></w:tr>" for row in rows) + "</w:tbl>"


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name, in their order."""
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a Word file of *parts*."""
    out = BytesIO()
    with ZipFile(out, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def with_body(xml: str, document: LetterDocument, *, header: str | None = None) -> LetterDocument:
    """Return *document* with a template whose body is *xml*, and whose header is *header* if given."""
    parts = parts_of(document.template)
    parts[BODY] = re.sub(
        rb"<w:body>.*(?=<w:sectPr)", lambda _: b"<w:body>" + xml.encode(), parts[BODY], flags=re.DOTALL
    )
    if header is not None:
        name = "word/header1.xml"
        parts[name] = re.sub(rb"<w:p>.*</w:p>", lambda _: header.encode(), parts[name], flags=re.DOTALL)
    return replace(document, template=packed(parts))


def set_with(xml: str, case: Case | None = None, *, header: str | None = None) -> Rendered:
    """Return the letter for *case*, set with a template whose body is *xml*."""
    return render_letter(with_body(xml, compose(case or make_case()), header=header))


def texts_of(rendered: Rendered) -> list[str]:
    """Return the paragraphs of a finished letter's body."""
    return [p.text for p in paragraphs_in(rendered.content) if p.part == BODY]
