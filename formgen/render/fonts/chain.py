"""Which typeface draws which character: the first of a fixed order that draws it whole."""

from collections.abc import Sequence
from typing import NamedTuple

from formgen.render.fonts import packages
from formgen.render.fonts.clusters import INVISIBLE, is_drawable, is_emoji, is_emoji_sequence
from formgen.render.fonts.harfbuzz import BOLD, REGULAR, Cut, Face


class Family(NamedTuple):
    """A typeface's files: upright, bold and slanted; one variable file may serve for two of them."""

    regular: Face
    bold: Face
    italic: Face | None = None
    bold_italic: Face | None = None

    def cuts(self, *, bold: bool, italic: bool) -> tuple[Cut, ...]:
        """Return what draws it in that style; where it has no slanted file, upright stands in."""
        weight, upright, slanted = (
            (BOLD, self.bold, self.bold_italic) if bold else (REGULAR, self.regular, self.italic)
        )
        faces = (slanted, upright) if italic and slanted is not None else (upright,)
        return tuple(face.cut(weight) for face in faces)


class Chain:
    """The typefaces of one style in the order in which they are asked; each is opened when first asked."""

    def __init__(self, cuts: Sequence[Cut], *, emoji: Cut) -> None:
        self._cuts = tuple(cuts)
        self._emoji = emoji

    @property
    def text(self) -> Cut:
        """The typeface of ordinary words."""
        return self._cuts[0]

    def choose(self, cluster: str, *, is_rtl: bool = False) -> Cut | None:
        """Return the first typeface that draws *cluster* whole, or None."""
        if not is_drawable(cluster):
            return None
        # The digit of a keycap is in every typeface, and would print bare.
        order = (self._emoji, *self._cuts) if is_emoji_sequence(cluster) else self._cuts
        return next((cut for cut in order if _draws(cut, cluster, is_rtl=is_rtl)), None)


def _draws(cut: Cut, cluster: str, *, is_rtl: bool) -> bool:
    known = cut.face.code_points
    if not any(ord(character) in known for character in cluster if character not in INVISIBLE):
        return False
    glyphs = cut.shape(cluster, is_rtl=is_rtl)
    if not glyphs or any(glyph.number == 0 for glyph in glyphs):
        return False
    # Parts of a sequence that stand side by side say something other than what was sent.
    return not is_emoji(cluster) or (len(glyphs) == 1 and glyphs[0].advance > 0)


def packaged_family(names: tuple[str, str]) -> Family:
    """Return the family whose upright and slanted variable files are *names*."""
    upright, slanted = map(Face, packages.needed_fonts(names))
    return Family(upright, upright, slanted, slanted)
