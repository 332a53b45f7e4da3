"""Running text of a leaf: a piece for each of its lines."""

from collections.abc import Iterator

from formgen.document.leaf import LeafFrame, LeafText
from formgen.render.leaf.piece import Blocks, Column, Piece, piece_line


def text_pieces(text: LeafText, frame: LeafFrame, blocks: Blocks) -> Iterator[Piece]:
    """Yield the lines of *text*, each a piece; two at least stand together at either end of it."""
    right = frame.right - (text.indent if text.align == "centre" else 0.0)
    column = Column(frame.left + text.indent, right, text.align)
    measured = blocks.measured(text.inlines)
    lines = blocks.set(measured, (column.right - column.left) / text.size, text.align)
    for number, line in enumerate(lines):
        is_first, is_last = number == 0, number == len(lines) - 1
        placed = piece_line(line, column, text.size, -line.top * text.size, blocks.ruler)
        yield Piece(
            height=line.leading * text.size,
            lines=(placed,),
            before=text.before if is_first else 0.0,
            may_end=line.may_part and not (is_last and text.keeps_next),
            anchor=text.anchor if is_first else "",
            title=text.title if is_first else "",
            level=text.level if is_first else 0,
        )
