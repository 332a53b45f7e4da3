"""Which pages of a file are wanted: `2-4, 7`."""

import re

from formgen.exhibit.prepared import RefusedError

_PART = re.compile(r"([0-9]{1,9})(?:\s*[-\u2010-\u2015]\s*([0-9]{1,9}))?")

_HOW = "Write single pages and stretches of pages in rising order, such as 2-4, 7."


def wanted_pages(words: str, count: int) -> tuple[int, ...]:
    """Return the numbers, from 1, of the pages that *words* ask for; all of them if it is empty.

    Args:
        words: Such as `2-4, 7`.
        count: How many pages the file has.

    Raises:
        RefusedError: `evidence-pages`, if *words* are not such a list, name a
            page twice or out of order, or one that the file does not have.
    """
    if not words.strip():
        return tuple(range(1, count + 1))
    found: list[int] = []
    for part in words.split(","):
        read = _PART.fullmatch(part.strip())
        if read is None:
            raise _refused("What is given for its pages is not a list of pages.", _HOW)
        first = int(read[1])
        last = int(read[2] or read[1])
        if first < 1 or last > count:
            pages = "1 page" if count == 1 else f"{count} pages"
            raise _refused(
                f"A page is asked for that the file does not have: it has {pages}.",
                f"Ask for pages from 1 to {count}.",
            )
        if last < first or (found and first <= found[-1]):
            raise _refused("The pages asked for are not in rising order, or one is asked for twice.", _HOW)
        found.extend(range(first, last + 1))
    return tuple(found)


def _refused(what: str, fix: str) -> RefusedError:
    return RefusedError("evidence-pages", what, fix)
