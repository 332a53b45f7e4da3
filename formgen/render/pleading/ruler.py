"""How wide words are: the fonts asked once for each word."""

from typing import Protocol


class Measures(Protocol):
    """What laying out asks of the fonts."""

    def width(self, text: str, *, bold: bool, italic: bool) -> float:
        """Return how wide *text* is, in ems."""


class Widths(dict[str, float]):
    """The widths of words in one style, in ems; a word is measured when it is first met."""

    def __init__(self, fonts: Measures, *, bold: bool, italic: bool) -> None:
        super().__init__()
        self._fonts, self._bold, self._italic = fonts, bold, italic

    def __missing__(self, text: str) -> float:
        width = self[text] = self._fonts.width(text, bold=self._bold, italic=self._italic)
        return width


class Ruler:
    """Measures text in ems: at 12 points, one em is 12 points."""

    def __init__(self, fonts: Measures) -> None:
        self._fonts = fonts
        self._styles: dict[tuple[bool, bool], Widths] = {}

    def widths(self, *, bold: bool = False, italic: bool = False) -> Widths:
        """Return the widths of words in one style."""
        style = (bold, italic)
        if style not in self._styles:
            self._styles[style] = Widths(self._fonts, bold=bold, italic=italic)
        return self._styles[style]
