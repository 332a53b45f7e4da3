"""Reads the text of one page of a packet: its own lines in their places, and nothing strange beside them."""

from collections import Counter
from collections.abc import Iterable, Iterator

from formgen.checks.packet_pages import VolumePage
from formgen.checks.packet_problems import problem
from formgen.checks.pdf_lines import Places, line_faults, texts_among, texts_on
from formgen.checks.pdf_text import Character, PageText, pages_of
from formgen.checks.pdf_words import compared
from formgen.errors import Problem
from formgen.packet.assemble import Placement
from formgen.render.laid_out import Box

_AWAY = 1e5
"""Points: farther off than anything on a page."""

_AROUND = (0, -1, 1)
"""Whole points by which a glyph of the evidence may stand off the place that its own file tells."""

_LONG = 8
"""How much longer a text may be in its file than it is laid out, such as by white space."""


def text_problems(page: PageText, laid: VolumePage, name: str) -> Iterator[Problem]:
    """Yield where *page* does not read as it was laid out.

    A page of an exhibit has its stamps in the clear band at its foot, and
    nothing else there that can be seen; above the band stands the evidence,
    which is held against its digest, not read.
    """
    if laid.bound is None:
        texts, strays = texts_on(page, laid.lines)
    elif _band_reads_right(page, laid):
        return
    else:
        texts, strays = _texts_in_band(page, laid, laid.bound.placement)
    changed = [line for line, text in zip(laid.lines, texts, strict=True) if text != line.text]
    for fault in line_faults(f"Page {laid.printed} of {name}", changed, strays):
        yield problem(fault.code, fault.what, fault.path or name)


def _band_reads_right(page: PageText, laid: VolumePage) -> bool:
    """Tell, without looking at each character, whether the band holds the stamps in their places and no more.

    Stamps are drawn last: the last stretches of text are theirs.
    """
    places = Places(laid.lines)
    order: list[int] = []
    for stretch in page.last_stretches():
        at = places.of_box(stretch)
        if at is None:
            break
        if not order or order[-1] != at:
            order.append(at)
    order.reverse()
    if sorted(order) != list(range(len(laid.lines))):
        return False
    wanted = "".join(laid.lines[at].typed for at in order)
    band = Box(-_AWAY, -_AWAY, _AWAY, laid.band)
    return _closed_up(page.text_in(band, _LONG * len(wanted) + _LONG)) == _closed_up(wanted)


def _texts_in_band(page: PageText, laid: VolumePage, placement: Placement) -> tuple[list[str], int]:
    """Return how each line in the band reads, and how many characters stand there in none of them.

    What the evidence has below its own lower edge is cut off, so that nobody
    sees it; PDFium reads it all the same.  The prepared file tells what that is.
    """
    low = _below(page.characters(), laid.band)
    seen = _without(low, _below(_characters_of(placement), laid.band))
    texts, strays = texts_among(seen, laid.lines, Places(laid.lines))
    return texts, len(strays)


def _below(characters: Iterable[Character], height: float) -> Iterator[Character]:
    """Yield what stands below *height*, and the white space behind it, which has no place of its own."""
    is_below = False
    for character in characters:
        if not character.text.isspace():
            is_below = character.y < height
        if is_below:
            yield character


def _characters_of(placement: Placement) -> Iterator[Character]:
    """Yield the characters of a page of evidence where they are once it is placed."""
    with pages_of(placement.file, first=placement.source) as pages:
        for character in next(pages).characters():
            x = character.x * placement.scale + placement.x
            y = character.y * placement.scale + placement.y
            yield Character(character.text, x, y)


def _without(characters: Iterable[Character], others: Iterable[Character]) -> Iterator[Character]:
    """Yield *characters* less those that *others* has in the same place."""
    left = Counter(_place_of(other) for other in others if not other.text.isspace())
    for character in characters:
        text, x, y = _place_of(character)
        near = ((text, x + right, y + up) for right in _AROUND for up in _AROUND)
        there = next((place for place in near if left[place]), None)
        if there is None:
            yield character
        else:
            left[there] -= 1


def _place_of(character: Character) -> tuple[str, int, int]:
    return character.text, round(character.x), round(character.y)


def _closed_up(text: str) -> str:
    return "".join(compared(text).split())
