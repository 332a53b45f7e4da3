"""Looks whether each page of evidence is in its place in a finished packet, and still what it was."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

from pikepdf import Array, Page, Pdf, Stream

from formgen.checks.packet_problems import problem
from formgen.errors import Problem
from formgen.exhibit.digest import Digester
from formgen.exhibit.prepared import EXHIBIT
from formgen.packet.assemble import Placement
from formgen.packet.bound_page import BoundPage

_NAME = EXHIBIT.encode()
_NUMBER = rb"(-?\d+(?:\.\d+)?)"
_PLACED = re.compile(
    rb"\s*q\s+%b\s+0\s+0\s+%b\s+%b\s+%b\s+cm\s+%b\s+Do\s+Q\s" % (_NUMBER, _NUMBER, _NUMBER, _NUMBER, _NAME)
)
"""How a page of evidence is put on a page: scaled, moved, drawn, and nothing left behind."""

_CLOSE = 0.001
"""Points, or shares of the size, by which what is written may differ from what was laid out."""

_AS_IT_IS = (1, 0, 0, 1, 0, 0)

_OVER = 0.05
"""Points by which evidence may reach into the clear band: no more than rounding."""


class EvidencePage(Protocol):
    """What must be known of a page of a volume to look at the evidence on it."""

    @property
    def printed(self) -> int:
        """Return what stands at its foot."""

    @property
    def band(self) -> float:
        """Return where the clear band ends, in points from the bottom edge."""

    @property
    def bound(self) -> BoundPage | None:
        """Return the page of evidence on it, if it is one of an exhibit."""


class EvidenceReader:
    """Holds the pages of a finished packet against the prepared files."""

    def __init__(self, pdf: Pdf, name: str) -> None:
        self._name = name
        self._digester = Digester(pdf)
        self._opened = ExitStack()
        self._file: Path | None = None
        self._prepared: Pdf | None = None

    def problems(self, page: Page, laid: EvidencePage) -> Iterator[Problem]:
        """Yield what is wrong with the evidence on *page*."""
        form = _form_on(page)
        where = f"Page {laid.printed} of {self._name}"
        if laid.bound is None:
            if form is not None:
                yield problem("packet-content", f"{where} holds evidence, and should not.", self._name)
            return
        bound = laid.bound
        wanted = f"page {bound.own} of exhibit {bound.label}"
        if form is None or self._digester.of_form(form) != bound.digest:
            yield problem("packet-content", f"{where} does not hold {wanted} as it was prepared.", bound.path)
            return
        if not self._is_placed(page, form, laid, bound.placement):
            yield problem("packet-content", f"{where} does not show {wanted} where it was to be.", bound.path)

    def close(self) -> None:
        """Close the prepared file that was looked at last."""
        self._opened.close()

    def _is_placed(self, page: Page, form: Stream, laid: EvidencePage, placement: Placement) -> bool:
        drawing = _drawing_of(page)
        found = _PLACED.match(drawing)
        if found is None or _NAME in drawing[found.end() :]:
            return False
        across, up, x, y = (float(number) for number in found.groups())
        wanted = (placement.scale, placement.scale, placement.x, placement.y)
        pairs = zip((across, up, x, y), wanted, strict=True)
        own = self._as_prepared(placement)
        if own is None or any(abs(one - other) > _CLOSE for one, other in pairs):
            return False
        if any(form.get(key) != own.get(key) for key in ("/BBox", "/Matrix")):
            return False
        # Without these, what shines through or belongs to a layer would be drawn otherwise.
        if any((key in form) != (key in own) for key in ("/Group", "/OC")):
            return False
        return y + up * _lowest(form) >= laid.band - _OVER

    def _as_prepared(self, placement: Placement) -> Stream | None:
        """Return the page of evidence in the prepared file; of those one is open at a time."""
        if self._prepared is None or placement.file != self._file:
            self._opened.close()
            self._prepared = self._opened.enter_context(Pdf.open(placement.file))
            self._file = placement.file
        return _form_on(self._prepared.pages[placement.source - 1])


def _form_on(page: Page) -> Stream | None:
    resources = page.obj.get("/Resources")
    forms = None if resources is None else resources.get("/XObject")
    form = None if forms is None else forms.get(EXHIBIT)
    return form if isinstance(form, Stream) else None


def _drawing_of(page: Page) -> bytes:
    content = page.obj.get("/Contents")
    parts = content if isinstance(content, Array) else () if content is None else (content,)
    return b"\n".join(part.read_bytes() for part in parts)


def _lowest(form: Stream) -> float:
    """Return how far down the box of *form* reaches once its matrix has turned and moved it."""
    left, bottom, right, top = (float(edge) for edge in form.BBox)
    _, across, _, up, _, moved = (float(number) for number in form.get("/Matrix", _AS_IT_IS))
    return min(across * x + up * y + moved for x in (left, right) for y in (bottom, top))
