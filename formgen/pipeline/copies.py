"""Looks at copies of evidence that were made: which show less than the file, or too small to be read."""

from collections.abc import Iterator

from formgen.catalog.exhibit_spec import ExhibitSpec
from formgen.errors import Problem, Severity
from formgen.exhibit.prepared import ExhibitPages
from formgen.render.stamps import LONG_SIDE, SHORT_SIDE

DAMAGED = "evidence-damaged"
"""Accepted by a case whose damaged files were looked at."""

SMALL = 0.4
"""How far a page may be scaled down before its words are hard to read."""

_SHOWS_LESS = frozenset(
    {
        *("characters-spelled", "content-damaged", "mail-encrypted", "note-words-left-out", "notes-left-out"),
        *("portfolio", "repaired", "values-cut"),
    }
)
"""What was done to a copy that whoever files it ought to know."""


def damage_problems(pages: ExhibitPages) -> Iterator[Problem]:
    """Yield that a damaged file came out with empty pages: whatever stood on them is lost."""
    codes = [each.code for each in pages.done]
    empty = codes.count("page-empty")
    if "repaired" in codes and empty:
        yield Problem(
            code=DAMAGED,
            what=f"This file is damaged: of its {len(pages.pages)} pages {empty} came out empty.",
            fix="Get a whole copy of the file. If its pages are meant to be empty, or there is none better, "
            f"add `{DAMAGED}` to `accept`.",
            path=f"{pages.path}.file",
        )


def copy_warnings(pages: ExhibitPages, spec: ExhibitSpec) -> Iterator[Problem]:
    """Yield what of a file its copy does not show, and that a page is very small."""
    said = dict.fromkeys(
        spec.done[each.code].format(count=each.count, page=each.page)
        for each in pages.done
        if each.code in _SHOWS_LESS and each.code in spec.done
    )
    if said:
        yield _warning(
            pages,
            "copy-shows-less",
            f"The copy does not show all of this file. {' '.join(said)}",
            "Look at its pages in the packet. If something that matters is missing, offer a better copy: "
            "print the file with its notes to a PDF, for one.",
        )
    small = [number for number, page in enumerate(pages.pages, 1) if _scale(page.width, page.height) < SMALL]
    if small:
        least = min(_scale(pages.pages[number - 1].width, pages.pages[number - 1].height) for number in small)
        yield _warning(
            pages,
            "page-shown-small",
            f"Page {small[0]} of this file is so large that it is shown at {least:.0%} of its size.",
            "Look whether its words can be read. If not, cut a long screenshot into several pictures and "
            "offer them in their order.",
        )


def _scale(width: float, height: float) -> float:
    sheet = (LONG_SIDE, SHORT_SIDE) if width > height else (SHORT_SIDE, LONG_SIDE)
    return min(1.0, sheet[0] / width, sheet[1] / height)


def _warning(pages: ExhibitPages, code: str, what: str, fix: str) -> Problem:
    return Problem(code=code, what=what, fix=fix, path=f"{pages.path}.file", severity=Severity.WARNING)
