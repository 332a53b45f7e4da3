"""How words of an HTML message are seen: bold, slanted, or set so that nobody sees them.

Only what stands in the element itself is looked at, not a style sheet:
words that a sheet hides are printed, and none that can be seen are left out.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

Colour: TypeAlias = tuple[int, int, int]

_BLACK, _WHITE, _LINK = (0, 0, 0), (255, 255, 255), (0, 0, 238)
_NAMED: dict[str, Colour] = {
    "black": _BLACK,
    "white": _WHITE,
    "red": (255, 0, 0),
    "blue": (0, 0, 255),
    "yellow": (255, 255, 0),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
}
_TOO_NEAR = 8
"""Of 255: how far two colours may be apart in red, green and blue and still look the same."""

_BOLD_TAGS = {"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"}
_ITALIC_TAGS = {"i", "em", "cite", "dfn", "var", "address"}
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b")
_RGB = re.compile(
    r"rgba?\(\s*(\d{1,3})\s*,?\s*(\d{1,3})\s*,?\s*(\d{1,3})\s*(?:[,/]\s*(\d{0,6}\.?\d{1,6})(%?)\s*)?\)"
)
_SIZE = re.compile(r"(?:^|\s)(\d{0,6}\.?\d{1,6})\s*(px|pt|em|rem|%|)(?=$|[\s/;])")


@dataclass(frozen=True, slots=True)
class Look:
    """How words are seen at one place of a message."""

    bold: bool = False
    italic: bool = False
    keeps_space: bool = False
    """Whether white space and line ends stand for themselves."""

    is_gone: bool = False
    """Whether nothing within is shown, whatever it says of itself."""

    is_invisible: bool = False
    is_tiny: bool = False
    colour: Colour | None = _BLACK
    """None if it is not known."""

    ground: Colour | None = _WHITE

    @property
    def is_hidden(self) -> bool:
        """Return whether words here cannot be seen."""
        return self.is_gone or self.is_invisible or self.is_tiny or self._is_one_colour

    @property
    def _is_one_colour(self) -> bool:
        if self.colour is None or self.ground is None:
            return False
        return all(abs(one - other) <= _TOO_NEAR for one, other in zip(self.colour, self.ground, strict=True))


def within(look: Look, tag: str, attributes: Mapping[str, str]) -> Look:
    """Return how words are seen within an element that stands where *look* holds."""
    rules = _rules(attributes.get("style", ""))
    return replace(
        look,
        bold=_bold(rules.get("font-weight", ""), is_bold=look.bold or tag in _BOLD_TAGS),
        italic=_italic(rules.get("font-style", ""), is_italic=look.italic or tag in _ITALIC_TAGS),
        keeps_space=_keeps_space(rules.get("white-space", ""), tag, keeps=look.keeps_space),
        is_gone=look.is_gone or "hidden" in attributes or _is_gone(rules),
        is_invisible=_invisible(rules.get("visibility", ""), is_invisible=look.is_invisible),
        is_tiny=_tiny(rules, is_tiny=look.is_tiny),
        colour=_colour(look, tag, attributes, rules),
        ground=_ground(look, attributes, rules),
    )


def _rules(style: str) -> dict[str, str]:
    """Return the declarations of a `style` attribute."""
    found = {}
    for declaration in _COMMENT.sub("", style.casefold()).split(";"):
        name, _, value = declaration.partition(":")
        found[name.strip()] = value.replace("!important", "").strip()
    return found


def _bold(weight: str, *, is_bold: bool) -> bool:
    if weight.isdecimal():
        return int(weight[:4]) >= 600
    return {"bold": True, "bolder": True, "normal": False, "lighter": False}.get(weight, is_bold)


def _italic(style: str, *, is_italic: bool) -> bool:
    return {"italic": True, "oblique": True, "normal": False}.get(style, is_italic)


def _keeps_space(white_space: str, tag: str, *, keeps: bool) -> bool:
    if white_space:
        return white_space.startswith(("pre", "break-spaces"))
    return keeps or tag in {"pre", "textarea", "listing", "xmp"}


def _is_gone(rules: Mapping[str, str]) -> bool:
    clipped = rules.get("overflow", "") == "hidden" and any(
        _number(rules.get(name, "")) == 0 for name in ("height", "max-height")
    )
    return rules.get("display", "") == "none" or _number(rules.get("opacity", "")) == 0 or clipped


def _invisible(visibility: str, *, is_invisible: bool) -> bool:
    return {"hidden": True, "collapse": True, "visible": False}.get(visibility, is_invisible)


def _tiny(rules: Mapping[str, str], *, is_tiny: bool) -> bool:
    size = _SIZE.search(rules.get("font-size", "") or rules.get("font", ""))
    if size is None:
        # A size in words, such as `small`, can be read; one relative to nothing cannot.
        return is_tiny
    number, unit = float(size[1]), size[2]
    if unit in {"em", "%"}:
        return is_tiny or number == 0
    return number <= 1 if unit in {"px", "pt"} else number == 0


def _number(value: str) -> float | None:
    found = _SIZE.search(value)
    return None if found is None else float(found[1])


def _colour(look: Look, tag: str, attributes: Mapping[str, str], rules: Mapping[str, str]) -> Colour | None:
    typed = rules.get("color") or attributes.get(
        "color" if tag == "font" else "text" if tag == "body" else ""
    )
    if typed:
        if _is_clear(typed):
            return look.ground
        return _read(typed.casefold())
    if tag == "a" and "href" in attributes:
        return _LINK
    # Older messages begin a table with black words, newer ones with those around it.
    return None if tag == "table" else look.colour


def _ground(look: Look, attributes: Mapping[str, str], rules: Mapping[str, str]) -> Colour | None:
    if attributes.get("background") or "background-image" in rules:
        return None
    typed = rules.get("background-color") or rules.get("background") or attributes.get("bgcolor")
    if not typed or _is_clear(typed) or typed == "none":
        return look.ground
    return _read(typed.casefold())


def _is_clear(typed: str) -> bool:
    """Return whether a colour lets everything through."""
    found = _RGB.search(typed)
    return typed == "transparent" or (found is not None and found[4] is not None and float(found[4]) == 0)


def _read(typed: str) -> Colour | None:
    """Return the colour that *typed* names, or None for one in other words, or for a picture."""
    if "url(" in typed or "gradient" in typed:
        return None
    if (found := _RGB.search(typed)) is not None:
        # Half clear colours are mixed with what is below them.
        is_whole = found[4] is None or float(found[4]) == (100 if found[5] else 1)
        return (int(found[1]), int(found[2]), int(found[3])) if is_whole else None
    if (found := _HEX.search(typed)) is not None:
        digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
        return (int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16))
    return next((_NAMED[word] for word in typed.split() if word in _NAMED), None)
