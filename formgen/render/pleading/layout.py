"""A court paper laid out on its pages: pure, and the same every time."""

from collections.abc import Mapping

from formgen.document.court_paper import CourtPaper
from formgen.render.collector import collector_paused
from formgen.render.laid_out import LaidOut
from formgen.render.pleading.body import body_rows
from formgen.render.pleading.caption import caption_rows, centred_rows
from formgen.render.pleading.flow import flow
from formgen.render.pleading.frame import frame_of, page_number
from formgen.render.pleading.links import links_in
from formgen.render.pleading.place import Placed
from formgen.render.pleading.rows import SPACE, Row, Setter
from formgen.render.pleading.ruler import Measures, Ruler


@collector_paused()
def lay_out(
    paper: CourtPaper,
    book: Measures,
    *,
    draft: bool = False,
    pages: Mapping[str, str] | None = None,
    first_page: int = 1,
) -> LaidOut:
    """Return every line and rule of *paper* in its place.

    *pages* holds what is printed where an exhibit's pages are named, by the
    exhibit's label.  Without it nothing is printed there.  With it, lines are
    broken for the widest text that can come to stand there, so that laying
    out again with other pages moves nothing.  *first_page* is the number
    printed on its first page.

    Raises:
        RenderError: `block-longer-than-page`, if what must stand on one page is longer than one;
            `footer-too-long`, if no form of the paper's title fits at the foot.
    """
    sheet, ruler = paper.sheet, Ruler(book)
    setter = Setter(sheet, ruler, pages)
    rows = [*_head(paper, setter), *body_rows(paper.blocks, setter)]
    placed_rows = flow(rows, sheet.lines)
    placed = Placed(sheet, placed_rows)
    page_count = placed_rows[-1].page if placed_rows else 1
    numbers = (page_number(sheet, ruler, page, first_page) for page in range(1, page_count + 1))
    return LaidOut(
        width=sheet.width,
        height=sheet.height,
        page_count=page_count,
        lines=(*placed.lines, *numbers),
        rules=tuple(placed.rules),
        frame=frame_of(paper, ruler, draft=draft),
        outline=tuple(placed.outline),
        anchors=placed.anchors,
        links=links_in(placed.lines, ruler),
        first_page=first_page,
    )


def _head(paper: CourtPaper, setter: Setter) -> list[Row]:
    if paper.caption is not None:
        return caption_rows(paper.caption, setter)
    rows = list(centred_rows(paper.heading, setter))
    return [*rows, SPACE] if rows else []
