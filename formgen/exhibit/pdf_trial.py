"""Draws the pages of a prepared file once, where they could go on for ever: in the child, which has limits.

A form that draws another twice, which draws a third twice, and so on, keeps
a reader busy for years. What reads finished packets back has no such
limits, so nothing reaches it that was not opened once here.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pikepdf

from formgen.exhibit.prepared import EXHIBIT

_DRAWING = ("/Form", "/PS")


def try_out(file: Path) -> None:
    """Open every page that nests drawings in drawings; one that cannot be ends the child at its limits."""
    with pikepdf.open(file) as pdf:
        suspects = [
            number for number, page in enumerate(pdf.pages) if _nests(page.obj.Resources.XObject[EXHIBIT])
        ]
    if not suspects:
        return
    # Loads a second reader of PDF, which most files do not need.
    import pypdfium2  # noqa: PLC0415

    with pypdfium2.PdfDocument(file) as document:
        for number in suspects:
            with closing(document[number]) as page, closing(page.get_textpage()):
                pass


def _nests(form: pikepdf.Object) -> bool:
    """Tell whether a page draws by drawings of drawings: forms in forms, patterns, letters made of forms."""
    inner = [*_parts(form, "/XObject")]
    return any(_has_own(part) for part in (form, *inner)) or any(
        _is_form(deeper) for part in inner if _is_form(part) for deeper in _parts(part, "/XObject")
    )


def _has_own(form: pikepdf.Object) -> bool:
    """Tell whether *form* has patterns, or letters that are drawings themselves."""
    patterns = (isinstance(each, pikepdf.Stream) for each in _parts(form, "/Pattern"))
    letters = (each.get("/Subtype") == "/Type3" for each in _parts(form, "/Font"))
    return any(patterns) or any(letters)


def _is_form(part: pikepdf.Object) -> bool:
    return isinstance(part, pikepdf.Stream) and part.get("/Subtype") in _DRAWING


def _parts(form: pikepdf.Object, kind: str) -> Iterator[pikepdf.Object]:
    """Yield what the resources of *form* name under *kind*, whatever else may stand there."""
    resources = form.get("/Resources") if isinstance(form, pikepdf.Stream) else None
    named = resources.get(kind) if isinstance(resources, pikepdf.Dictionary) else None
    if isinstance(named, pikepdf.Dictionary):
        values: Iterable[Any] = (value for _, value in named.items())
        yield from (value for value in values if isinstance(value, pikepdf.Dictionary | pikepdf.Stream))
