"""The bookmarks of a PDF, as far as they help to find one's way in an exhibit (ISO 32000-2, 12.3.3)."""

import unicodedata
from collections.abc import Iterator, Mapping

from pikepdf import Dictionary, NameTree, Pdf, PikepdfError, String

from formgen.exhibit.pdf_objects import Place, dictionary, entry, items, name, place_of, words
from formgen.exhibit.prepared import Part

_MOST = 200
_LOOKED_AT = 5_000
_DEEPEST = 2
_LONGEST = 120


def parts_of(pdf: Pdf, pages: Mapping[Place, int], numbers: Mapping[int, int]) -> tuple[Part, ...]:
    """Return the bookmarks that lead to pages taken over: at most 200, three levels, 120 characters each.

    Args:
        pdf: The open file.
        pages: The number, from 1, of each page of the exhibit by its place in the file.
        numbers: The same, by its number in the file, from 0.
    """
    found: list[Part] = []
    try:
        goals = _Goals(pdf)
        for item, level in _entries(entry(pdf.Root.get("/Outlines"), "/First")):
            title = _title(words(item.get("/Title")))
            goal = goals.of(item)
            page = numbers.get(goal) if isinstance(goal, int) else pages.get(place_of(goal))
            if title and page is not None:
                found.append(Part(title, page, level))
            if len(found) == _MOST:
                break
    except PikepdfError:
        # Bookmarks are a help; those that were read before the fault are kept.
        pass
    return tuple(found)


def _entries(first: object) -> Iterator[tuple[Dictionary, int]]:
    """Yield each entry in its order, with its level from 0."""
    seen: set[Place] = set()
    waiting: list[tuple[object, int]] = [(first, 0)]
    while waiting and len(seen) < _LOOKED_AT:
        found, level = waiting.pop()
        item = dictionary(found)
        if item is None or place_of(item) in seen:
            continue
        seen.add(place_of(item))
        yield item, level
        waiting.append((item.get("/Next"), level))
        if level < _DEEPEST:
            waiting.append((item.get("/First"), level + 1))


class _Goals:
    """The pages that bookmarks lead to, by name or directly."""

    def __init__(self, pdf: Pdf) -> None:
        tree = dictionary(entry(pdf.Root.get("/Names"), "/Dests"))
        self._names = NameTree(tree) if tree is not None else None
        self._listed = pdf.Root.get("/Dests")

    def of(self, item: Dictionary) -> object:
        """Return the page that *item* leads to, or its number from 0; None if it leads elsewhere."""
        action = item.get("/A")
        goal: object = item.get("/Dest")
        if goal is None and name(entry(action, "/S")) == "GoTo":
            goal = entry(action, "/D")
        if isinstance(goal, String):
            goal = self._names.get(str(goal)) if self._names is not None else None
        elif name(goal):
            goal = entry(self._listed, f"/{name(goal)}")
        goal = entry(goal, "/D") or goal
        return next(iter(items(goal)), None)


def _title(text: str) -> str:
    """Return *text* on one line, without what cannot be printed, and no longer than helps."""
    spaced = "".join(
        " " if unicodedata.category(sign) in {"Zl", "Zp"} or sign.isspace() else sign for sign in text
    )
    printed = "".join(
        sign for sign in spaced if unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
    )
    return " ".join(printed.split())[:_LONGEST].rstrip()
