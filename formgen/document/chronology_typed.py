"""Typed words on their way into a chronology, where exhibits are cited in a column of their own."""

import re

from formgen.catalog.specs import ListWords

_MARKER = r"\{exhibit(?:s| [A-Za-z0-9-]+)\}"
_MARKED = re.compile(_MARKER)
_IN_PARENTHESES = re.compile(rf" ?\(([^()]*{_MARKER}[^()]*)\)")
_SET_OFF = re.compile(rf" {_MARKER}|^{_MARKER} |{_MARKER}")


def without_citations(text: str, lists: ListWords) -> str:
    """Return *text* without its markers for exhibits, and without the space that set them off.

    Parentheses that hold nothing but markers go with them.
    """
    return _SET_OFF.sub("", _IN_PARENTHESES.sub(lambda found: _kept(found, lists), text))


def _kept(found: re.Match[str], lists: ListWords) -> str:
    between = set(_MARKED.sub(" ", found.group(1)).replace(",", " ").replace(";", " ").split())
    return "" if between <= {lists.and_, lists.or_} else found.group()
