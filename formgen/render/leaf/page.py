"""The pages of a leaf, and the pieces put on them one below the other."""

from collections.abc import Iterable, Iterator, Sequence

from formgen.document.leaf import LeafFrame
from formgen.render.laid_out import Box, OutlineEntry, PlacedLine, PlacedRule
from formgen.render.leaf.piece import LongRow, Piece, PieceLine
from formgen.render.leaf.table import least_of, parted, piece_of

_DEPTHS = {1.2: 0.2125, 1.4: 0.25, 2.0: 0.35}
"""Ems from the baseline to the bottom of a line's box, by its leading."""

_SLACK = 1e-6
"""Points by which adding up may be off."""


class LeafPages:
    """Takes pieces, and begins a new page where the next ones do not fit."""

    def __init__(self, frame: LeafFrame, *, top: float) -> None:
        self.page = 1
        self.lines: list[PlacedLine] = []
        self.rules: list[PlacedRule] = []
        self.outline: list[OutlineEntry] = []
        self.anchors: dict[str, tuple[int, float]] = {}
        self.top = top
        """Where the next piece goes, in points from the top edge."""

        self._frame = frame
        self._first = top
        self._is_fresh = True
        """Whether nothing stands on this page yet but the head of a table, repeated."""

    def put(self, pieces: Iterable[Piece]) -> None:
        """Put *pieces* on as many pages as they take; those that may not be parted stand on one."""
        for together in _kept_together(pieces):
            if not self._fits(together) and not self._is_fresh:
                self._new_page()
            if self._fits(together):
                for piece in together:
                    self._put(piece)
                continue
            for piece in together:
                # More is kept together than fits on a page: it is parted where it must be.
                if not self._fits((piece,)) and not self._is_fresh:
                    self._new_page()
                self._put(piece)

    def _fits(self, pieces: Sequence[Piece]) -> bool:
        needed = sum(piece.before + piece.height for piece in pieces[:-1]) + _least(pieces[-1])
        if self._is_fresh:
            needed -= pieces[0].before
            if pieces[0].head is not None:
                needed += pieces[0].head.height
        return self.top + needed <= self._frame.bottom + _SLACK

    def _new_page(self) -> None:
        self.page += 1
        self.top = self._first
        self._is_fresh = True

    def _put(self, piece: Piece) -> None:
        if self._is_fresh:
            if piece.head is not None:
                self._place(piece.head)
        else:
            self.top += piece.before
            if piece.rule_above:
                self._rule(self.top, piece.rule_above)
        if piece.long_row is None:
            self._place(piece)
        else:
            self._name(piece)
            self._put_long(piece.long_row, piece)
        self._is_fresh = False

    def _put_long(self, row: LongRow, piece: Piece) -> None:
        """Put a long row on as many pages as it takes."""
        while piece_of(row).height > self._room + _SLACK:
            fitting, rest = parted(row, self._room, anywhere=self._is_fresh)
            if not any(rest.cells):
                break
            if any(fitting.cells):
                self._place(piece_of(fitting))
            row = rest
            self._new_page()
            if piece.head is not None:
                self._place(piece.head)
        self._place(piece_of(row))

    @property
    def _room(self) -> float:
        return self._frame.bottom - self.top

    def _place(self, piece: Piece) -> None:
        self._name(piece)
        self.lines += [self._placed(line) for line in piece.lines if line.line.spans]
        self.top += piece.height
        if piece.rule_below:
            self._rule(self.top, piece.rule_below)

    def _placed(self, line: PieceLine) -> PlacedLine:
        size = line.size
        bottom = self._frame.height - (self.top + line.top + line.leading * size)
        box = Box(line.x, bottom, line.x + line.line.width * size, bottom + line.leading * size)
        baseline = bottom + _DEPTHS[line.leading] * size
        return PlacedLine(
            self.page, line.x, baseline, size, line.line.spans, box, line.line.joint, line.block
        )

    def _name(self, piece: Piece) -> None:
        height = self._frame.height - self.top
        if piece.anchor:
            self.anchors.setdefault(piece.anchor, (self.page, height))
        if piece.title:
            self.outline.append(OutlineEntry(piece.title, self.page, height, piece.level))

    def _rule(self, top: float, width: float) -> None:
        up = self._frame.height - top
        self.rules.append(PlacedRule(self.page, self._frame.left, up, self._frame.right, up, width))


def _least(piece: Piece) -> float:
    """Return the height that a page must have left for *piece*."""
    row = piece.long_row
    return piece.before + (piece.height if row is None else min(piece.height, least_of(row)))


def _kept_together(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Yield *pieces* in groups between which a page may end."""
    together: list[Piece] = []
    for piece in pieces:
        together.append(piece)
        if piece.may_end:
            yield together
            together = []
    if together:
        yield together
