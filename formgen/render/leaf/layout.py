"""A leaf laid out on its pages: pure, and the same every time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from formgen.document.leaf import Leaf, LeafBlock, LeafFrame, LeafRule, LeafSpace, LeafTable, LeafText
from formgen.render.collector import collector_paused
from formgen.render.laid_out import LaidOut, PlacedLine, PlacedRule
from formgen.render.leaf.page import LeafPages
from formgen.render.leaf.piece import Blocks, Piece
from formgen.render.leaf.table import table_pieces
from formgen.render.leaf.text import text_pieces
from formgen.render.pleading.frame import foot_of, page_number
from formgen.render.pleading.links import links_in
from formgen.render.pleading.ruler import Measures, Ruler

_RULE = 0.4
"""Points: a fine rule across the page."""


@collector_paused()
def lay_out_leaf(
    leaf: Leaf,
    book: Measures,
    *,
    draft: bool = False,
    pages: Mapping[str, str] | None = None,
    first_page: int = 1,
) -> LaidOut:
    """Return every line and rule of *leaf* in its place.

    Args:
        leaf: The paper.  Without a sheet nothing stands at its foot, and it has no mark of a draft.
        book: The fonts.
        draft: Whether the pages are marked as a draft.
        pages: What is printed where pages are named; None if nothing ever is.
        first_page: The number of the first page.

    Raises:
        RenderError: `footer-too-long`, if no form of the paper's title fits at the foot.
    """
    ruler, frame = Ruler(book), leaf.frame
    pieces = list(_pieces(leaf.blocks, frame, Blocks(ruler, pages)))
    made = LeafPages(frame, top=frame.top)
    made.put(pieces)
    if leaf.is_centred and made.page == 1:
        lower = frame.top + (frame.bottom - made.top) / 2
        made = LeafPages(frame, top=lower)
        made.put(pieces)
    numbers: tuple[PlacedLine, ...] = ()
    foot: tuple[PlacedLine | PlacedRule, ...] = ()
    if leaf.sheet is not None:
        sheet = leaf.sheet.on_page(width=frame.width, height=frame.height, left=frame.left, right=frame.right)
        numbers = tuple(page_number(sheet, ruler, page, first_page) for page in range(1, made.page + 1))
        foot = tuple(foot_of(leaf.footer, sheet, ruler, draft=draft))
    return LaidOut(
        width=frame.width,
        height=frame.height,
        page_count=made.page,
        lines=(*made.lines, *numbers),
        rules=tuple(made.rules),
        frame=foot,
        outline=tuple(made.outline),
        anchors=made.anchors,
        links=links_in(made.lines, ruler),
        first_page=first_page,
    )


def _pieces(blocks: Iterable[LeafBlock], frame: LeafFrame, numbered: Blocks) -> Iterator[Piece]:
    space = 0.0
    for block in blocks:
        match block:
            case LeafSpace():
                space += block.height
                continue
            case LeafText():
                made = text_pieces(block, frame, numbered)
            case LeafTable():
                made = table_pieces(block, frame, numbered)
            case LeafRule():
                made = iter((Piece(height=0.0, rule_below=_RULE),))
        for piece in made:
            yield replace(piece, before=piece.before + space)
            space = 0.0
