"""What the elements of an HTML message are: blocks, lists, tables that set words side by side."""

import re
from collections.abc import Mapping

from lxml import html

BLOCKS = frozenset(
    {
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
        ),
        *("dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3"),
        *("h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre"),
        *("section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    }
)
"""What begins on a line of its own."""

LISTS = frozenset({"ul", "ol", "menu", "dir"})
DROPPED = frozenset({"script", "style", "title", "template", "iframe", "xml", "noembed", "noframes"})
"""What holds no words for the reader."""

_APART = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "dl", "pre", "hr", "table", "fieldset"}
_CELLS = {"td", "th"}
_NO_MARGIN = re.compile(r"margin(?:-top)?\s*:\s*0", re.IGNORECASE)


def stands_apart(tag: str, attributes: Mapping[str, str]) -> bool:
    """Return whether white stands above and below a block."""
    # Outlook sets its lines as paragraphs without any, and says so in a style sheet.
    is_line = attributes.get("class", "").startswith("Mso")
    return tag in _APART and not is_line and not _NO_MARGIN.search(attributes.get("style", ""))


def has_rows(table: html.HtmlElement) -> bool:
    """Return whether *table* sets words side by side, and is not there to arrange other tables."""
    if table.find(".//table") is not None:
        return False
    return any(sum(_has_words(cell) for cell in row if cell.tag in _CELLS) > 1 for row in table.iter("tr"))


def _has_words(cell: html.HtmlElement) -> bool:
    return any(str(text).strip() for text in cell.itertext())
