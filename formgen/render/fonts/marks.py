"""The boxes and ticks of forms, drawn by ourselves: no typeface that comes with formgen has them all."""

from typing import NamedTuple

from formgen.render.fonts.harfbuzz import EM

_BOX = "60 -60 m 760 -60 l 760 640 l 60 640 l h 120 0 m 120 580 l 700 580 l 700 0 l h f"
_TICK_IN_BOX = "210 300 m 255 345 l 365 215 l 590 480 l 640 440 l 370 110 l h f"
_CROSS_IN_BOX = (
    "175 90 m 210 55 l 410 255 l 610 55 l 645 90 l 445 290 l 645 490 l 610 525 l 410 325 l 210 525 l"
    " 175 490 l 375 290 l h f"
)
_TICK = "70 300 m 135 365 l 285 190 l 620 620 l 700 560 l 295 40 l h f"
_CROSS = (
    "90 70 m 145 15 l 385 255 l 625 15 l 680 70 l 440 310 l 680 550 l 625 605 l 385 365 l 145 605 l"
    " 90 550 l 330 310 l h f"
)


class Mark(NamedTuple):
    """A drawn mark: its outline in thousandths of the type size, and how far it moves the pen."""

    text: str
    outline: str
    """PDF path operators."""

    advance: int


MARKS = {
    mark.text: mark
    for mark in (
        Mark("☐", _BOX, 820),
        Mark("☑", f"{_BOX} {_TICK_IN_BOX}", 820),
        Mark("☒", f"{_BOX} {_CROSS_IN_BOX}", 820),
        Mark("✓", _TICK, 770),
        Mark("✗", _CROSS, 770),
    )
}
"""By the character that each stands for; all fit into a line of type."""

SPACE = Mark(" ", "", 278)
"""Room between two marks, where no word of an ordinary typeface stands beside it."""

NUMBERS = {mark.text: number for number, mark in enumerate((*MARKS.values(), SPACE), start=1)}
"""The code of each in the font made of them."""

BOX = (0, -100, EM, 700)
"""Left, bottom, right and top of what they cover."""
