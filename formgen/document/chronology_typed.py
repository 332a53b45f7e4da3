"""Typed words on their way into a chronology, where exhibits are cited in a column of their own."""

import re

from formgen.catalog.specs import ListWords
from formgen.document.markers import Typed, pieces_of
from formgen.document.typed import WHEN_MARKER

_MARK = "\0"
"""Stands for a marker; no text of a case can hold it."""

_IN_PARENTHESES = re.compile(rf" ?\(([^()]*{_MARK}[^()]*)\)")
_SET_OFF = re.compile(rf" {_MARK}|^{_MARK} |{_MARK}")


def without_citations(text: str, lists: ListWords) -> str:
    """Return *text* without its markers for exhibits, and without the space that set each off.

    Parentheses that hold nothing but markers go with them.
    """
    marked = ""
    for piece in pieces_of(text):
        if isinstance(piece, Typed):
            marked += piece.text
        else:
            marked += WHEN_MARKER if piece.kind == "when" else _MARK
    return _SET_OFF.sub("", _IN_PARENTHESES.sub(lambda found: _kept(found, lists), marked))


def _kept(found: re.Match[str], lists: ListWords) -> str:
    """Return the parentheses, or nothing if they only hold markers with commas and joining words between."""
    between = found.group(1).replace(_MARK, " ").replace(",", " ").replace(";", " ").split()
    return "" if {lists.and_, lists.or_}.issuperset(between) else found.group()
