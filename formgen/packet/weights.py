"""Weighs the pages of a prepared file: how many bytes each adds to a filed one."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pikepdf

from formgen.exhibit.prepared import EXHIBIT

_PAGE = 1_500
"""Bytes that a page takes besides its streams, about."""


def page_weights(file: Path) -> tuple[int, ...]:
    """Return the bytes of each page of a prepared file; what several share counts on the first of them."""
    seen: set[tuple[int, int]] = set()
    with pikepdf.open(file) as pdf:
        return tuple(_PAGE + _weight(page.obj.Resources.XObject[EXHIBIT], seen) for page in pdf.pages)


def _weight(start: pikepdf.Object, seen: set[tuple[int, int]]) -> int:
    weight = 0
    waiting = [start]
    while waiting:
        found = waiting.pop()
        if found.is_indirect:
            if found.objgen in seen:
                continue
            seen.add(found.objgen)
        if isinstance(found, pikepdf.Stream):
            weight += int(found.get("/Length", 0))
        waiting += _parts(found)
    return weight


def _parts(found: Any) -> Iterator[pikepdf.Object]:  # noqa: ANN401 - numbers and names come as Python's own
    values: Iterable[Any] = ()
    if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        values = (value for _, value in found.items())
    elif isinstance(found, pikepdf.Array):
        values = found
    return (value for value in values if isinstance(value, pikepdf.Object))
