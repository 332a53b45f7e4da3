"""The drawn timeline: bars over a line, squares and diamonds in lanes below it; black on white."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from formgen.document.chronology_values import Slot, Timeline
from formgen.render.laid_out import Box
from formgen.render.pleading.ruler import Ruler
from formgen.render.sheet.page import Pages, plain

_MOST_BLOCKS = 8
"""Contacts in a column up to which each is a block of its own that can be counted."""

_BLOCK, _BETWEEN = 9.0, 2.0
"""Points: how tall a block is, and the white between two."""

_LOWEST_BAR = 1.5
"""Points: one contact beside hundreds can still be seen."""

_WIDEST_SLOT, _WIDEST_BAR = 40.0, 18.0
_BAR = 0.62
"""How much of its column a bar fills."""

_LABEL_GAP = 14.0
"""Points between the names of the lanes and the first column."""

_NEAR = 3.0
"""Points between two labels side by side."""

_LINE, _OUTLINE, _TICK = 0.9, 0.8, 5.0
_LANE = 21.0
"""Points from one lane to the next."""

_SQUARE, _DIAMOND = 8.0, 10.0
"""Points from the middle of a square, or a diamond, to its side or point."""


@dataclass(frozen=True, slots=True)
class _Axis:
    """Where the columns stand, in points from the left edge of the page."""

    left: float
    slot: float
    count: int

    def start(self, number: int) -> float:
        """Return where a column begins."""
        return self.left + number * self.slot

    def middle(self, number: int) -> float:
        """Return the middle of a column."""
        return self.start(number) + self.slot / 2


class Drawing:
    """Draws one timeline with its top at a place on a page."""

    def __init__(self, timeline: Timeline, pages: Pages, ruler: Ruler) -> None:
        self.timeline, self.pages, self.ruler = timeline, pages, ruler
        self._leading = pages.leading
        sheet = pages.sheet
        names = (timeline.contacts, timeline.requests, timeline.notices, timeline.unit, timeline.heads)
        left = sheet.text_left + max(self._width(name) for name in names) + _LABEL_GAP
        count = len(timeline.slots)
        self._axis = _Axis(left, min((sheet.text_right - left) / count, _WIDEST_SLOT), count)
        self._most = max(slot.contacts for slot in timeline.slots)

    @property
    def height(self) -> float:
        """Return how tall it is, in points."""
        labels = 2 if any(slot.heads for slot in self.timeline.slots) else 1
        lanes = sum(bool(name) for name in (self.timeline.requests, self.timeline.notices))
        return self._leading + self._bars + _TICK + labels * self._leading + lanes * _LANE

    @property
    def _bars(self) -> float:
        return min(max(self._most, 2), _MOST_BLOCKS) * (_BLOCK + _BETWEEN)

    def draw(self, page: int, top: float) -> None:
        """Draw it on *page*, from *top* down."""
        ground = top + self._leading + self._bars
        self._name(self.timeline.contacts, page, ground - self._leading)
        for number, slot in enumerate(self.timeline.slots):
            self._bar(slot, self._axis.middle(number), page, ground)
        end = self._axis.start(self._axis.count)
        self.pages.rule(page, (self._axis.left, ground), (end, ground), _LINE)
        below = self._labels(page, ground)
        for name, count, shape in (
            (self.timeline.requests, _requests, self._square),
            (self.timeline.notices, _notices, self._diamond),
        ):
            if name:
                self._lane(name, count, shape, page, below)
                below += _LANE

    def _bar(self, slot: Slot, middle: float, page: int, ground: float) -> None:
        """Draw the contacts of one column: a block for each, or a bar where there are many."""
        if not slot.contacts:
            return
        half = min(self._axis.slot * _BAR, _WIDEST_BAR) / 2
        step = _BLOCK + _BETWEEN
        if self._most <= _MOST_BLOCKS:
            for number in range(slot.contacts):
                foot = ground - _BETWEEN - number * step
                self._box(middle, half, (foot - _BLOCK, foot), page, is_filled=number < slot.sure)
            above = ground - slot.contacts * step
        else:
            scale = self._bars / self._most
            edge = ground - max(slot.sure * scale, _LOWEST_BAR if slot.sure else 0.0)
            above = edge - max(slot.unsure * scale, 2 * _LOWEST_BAR if slot.unsure else 0.0)
            if slot.sure:
                self._box(middle, half, (edge, ground), page, is_filled=True)
            if slot.unsure:
                self._box(middle, half, (above, edge), page, is_filled=False)
        self._centred(str(slot.contacts), middle, page, above - self._leading)

    def _box(
        self, middle: float, half: float, span: tuple[float, float], page: int, *, is_filled: bool
    ) -> None:
        inset = 0.0 if is_filled else 0.5
        box = Box(middle - half + inset, span[1] - inset, middle + half - inset, span[0] + inset)
        self.pages.mark(page, box, is_filled=is_filled)

    def _labels(self, page: int, ground: float) -> float:
        """Write what stands under the columns, and return where that ends."""
        slots = self.timeline.slots
        top = ground + _TICK
        self._name(self.timeline.unit, page, top)
        texts = self._fitting([slot.labels for slot in slots])
        step = self._thinned(texts)
        for number in range(0, len(slots), step):
            self._centred(texts[number], self._axis.middle(number), page, top)
        begins = [number for number, slot in enumerate(slots) if slot.heads]
        if not begins:
            return top + self._leading
        top += self._leading
        self._name(self.timeline.heads, page, top)
        for at, number in enumerate(begins):
            x = self._axis.start(number)
            if number:
                self.pages.rule(page, (x, ground), (x, ground + _TICK), _LINE)
            is_last = at == len(begins) - 1
            end = self.pages.sheet.text_right if is_last else self._axis.start(begins[at + 1])
            self._head(slots[number].heads, (x, end), page, top, is_first=not number)
        return top + self._leading

    def _head(
        self, heads: Sequence[str], span: tuple[float, float], page: int, top: float, *, is_first: bool
    ) -> None:
        """Write the longest of *heads* that fits within its columns; the first may reach out to the left."""
        left, right = span
        for text in heads:
            width = self._width(text)
            if width <= right - left - _NEAR:
                self._write(text, left, page, top)
                return
        text = heads[-1]
        if is_first:
            self._write(text, min(left, right - _NEAR - self._width(text)), page, top)

    def _fitting(self, labels: Sequence[Sequence[str]]) -> list[str]:
        """Return the labels in the longest form in which all of them fit side by side."""
        for form in range(len(labels[0])):
            texts = [forms[form] for forms in labels]
            if self._thinned(texts) == 1:
                return texts
        return [forms[-1] for forms in labels]

    def _thinned(self, texts: Sequence[str]) -> int:
        """Return how many columns apart *texts* must stand to be parted: 1 if all fit."""
        widest = max(self._width(text) for text in texts) + _NEAR
        return max(1, -int(-widest // self._axis.slot))

    def _lane(
        self,
        name: str,
        count: Callable[[Slot], int],
        shape: Callable[[float, float, float, int], None],
        page: int,
        top: float,
    ) -> None:
        """Draw a lane: its name, and a shape with a number in each column that has any."""
        middle = top + _LANE / 2
        self._name(name, page, middle - self._leading / 2)
        for number, slot in enumerate(self.timeline.slots):
            if found := count(slot):
                x = self._axis.middle(number)
                self._centred(str(found), x, page, middle - self._leading / 2)
                shape(x, middle, self._width(str(found)) / 2, page)

    def _square(self, x: float, y: float, half: float, page: int) -> None:
        wide = max(_SQUARE, half + 2)
        self._outline(
            [
                (x - wide, y - _SQUARE),
                (x + wide, y - _SQUARE),
                (x + wide, y + _SQUARE),
                (x - wide, y + _SQUARE),
            ],
            page,
        )

    def _diamond(self, x: float, y: float, half: float, page: int) -> None:
        # Wide enough that its sides pass the corners of the number.
        wide = max(_DIAMOND, half * 1.8)
        self._outline([(x, y - _DIAMOND), (x + wide, y), (x, y + _DIAMOND), (x - wide, y)], page)

    def _outline(self, corners: Sequence[tuple[float, float]], page: int) -> None:
        for number, corner in enumerate(corners):
            self.pages.rule(page, corner, corners[(number + 1) % len(corners)], _OUTLINE)

    def _name(self, text: str, page: int, top: float) -> None:
        if text:
            self._write(text, self.pages.sheet.text_left, page, top)

    def _centred(self, text: str, middle: float, page: int, top: float) -> None:
        self._write(text, middle - self._width(text) / 2, page, top)

    def _write(self, text: str, x: float, page: int, top: float) -> None:
        self.pages.line(plain(text, self.ruler), page=page, x=x, top=top)

    def _width(self, text: str) -> float:
        return self.ruler.widths()[text] * self.pages.sheet.text_size


def _requests(slot: Slot) -> int:
    return slot.requests


def _notices(slot: Slot) -> int:
    return slot.notices
