"""Draws what was filled in where a PDF says it but does not show it, with formgen's own typefaces."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from pikepdf import Object, Pdf, Stream

from formgen.exhibit.pdf_content import Drawings, make_form
from formgen.exhibit.pdf_fields import Value
from formgen.exhibit.pdf_objects import entry, items
from formgen.exhibit.pdf_value_lines import cross_of, lines_of
from formgen.render.laid_out import LaidOut, PlacedLine, PlacedRule

if TYPE_CHECKING:
    from formgen.render.fonts.book import FontBook

_TURNED: dict[int, tuple[int, ...]] = {
    90: (0, 1, -1, 0, 0, 0),
    180: (-1, 0, 0, -1, 0, 0),
    270: (0, -1, 1, 0, 0, 0),
}


@dataclass(frozen=True, slots=True)
class DrawnValues:
    """Values drawn."""

    looks: tuple[Stream, ...] = ()
    """A form XObject for each value, in their order."""

    cut: int = 0
    """How many values had no room for all of their words even in the smallest type."""

    spelled: int = 0
    """How many characters are in no typeface, so that their numbers stand for them."""


def draw_values(pdf: Pdf, values: Sequence[Value]) -> DrawnValues:
    """Return how each of *values* looks, as drawings that belong to *pdf*."""
    if not values:
        return DrawnValues()
    # Few files need it, and it takes longer to load than most files take to prepare.
    from formgen.render.pdf import draw  # noqa: PLC0415

    book = _fonts()
    spelled = cut = 0
    lines: list[PlacedLine] = []
    rules: list[PlacedRule] = []
    for page, value in enumerate(values, 1):
        text, count = _drawable(value.text, book)
        spelled += count
        if text:
            placed, is_whole = lines_of(replace(value, text=text), page, book)
            lines += placed
            cut += not is_whole
        else:
            rules += cross_of(value, page)
    width, height = (
        max(sides) for sides in zip(*((value.width, value.height) for value in values), strict=True)
    )
    laid = LaidOut(width, height, len(values), tuple(lines), tuple(rules))
    drawn = draw(laid, book, paper="", file_name="", title="", language="en")
    # Left open: its typefaces are read when the copy is saved.
    made = Pdf.open(BytesIO(drawn.content))
    pages = items(entry(made.Root.get("/Pages"), "/Kids"))
    looks = tuple(_look(pdf, made, page, value) for page, value in zip(pages, values, strict=True))
    return DrawnValues(looks, cut, spelled)


@cache
def _fonts() -> "FontBook":
    from formgen.render.fonts.book import FontBook  # noqa: PLC0415 - see draw_values

    return FontBook()


def _look(pdf: Pdf, made: Pdf, page: Object, value: Value) -> Stream:
    look = Drawings(pdf).of_bytes(page["/Contents"].read_bytes())
    resources = pdf.copy_foreign(made.make_indirect(page["/Resources"]))
    box = (0.0, 0.0, value.width, value.height)
    return make_form(look, box, resources, matrix=_TURNED.get(value.turn, ()))


def _drawable(text: str, book: "FontBook") -> tuple[str, int]:
    """Return *text* with numbers for characters that no typeface at hand has, and how many there are."""
    count = 0
    for missing in book.missing(text):
        count += text.count(missing.cluster)
        text = text.replace(missing.cluster, f"[{missing.code_points}]")
    return text, count
