"""Fields of a form in a PDF: what was filled in, and how it is to look (ISO 32000-2, 12.7)."""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pikepdf import Dictionary, Name, PikepdfError, Stream, String

from formgen.exhibit.pdf_objects import Place, entry, items, keys_of, name, number, place_of, whole, words

_MULTILINE = 1 << 12
_PASSWORD = 1 << 13
_PUSH_BUTTON = 1 << 16
_COMB = 1 << 24
"""Flags of a field, ISO 32000-2, tables 228, 230 and 232."""

_HIGHEST = 64
"""Fields that one may lie under."""

_LONGEST = 20_000
"""Characters of a value that are drawn."""

_SIZE = re.compile(r"/\S+\s+(-?[\d.]+)\s+Tf")
_SHOWS = re.compile(rb"(?:T[jJ]|['\"])(?:\s|$)")
_BREAKS = re.compile(r"\r\n?|[\n\u2028\u2029]")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")

Align: TypeAlias = Literal["left", "centre", "right"]
_ALIGNS: tuple[Align, ...] = ("left", "centre", "right")


@dataclass(frozen=True, slots=True)
class Value:
    """What stands in a field or a note that has no look of its own."""

    text: str
    """Empty for a box that is ticked."""

    width: float
    """Of the room for it, in points, as it is read."""

    height: float
    turn: int = 0
    """Degrees against the clock by which it stands turned on its page."""

    size: float = 0.0
    """Of the type, in points; 0 for as large as fits."""

    align: Align = "left"
    is_long: bool = False
    """Whether it may take several lines."""

    cells: int = 0
    """How many equal boxes its characters stand in, one in each; 0 for none."""


class Field:
    """One place on a page where a value stands: a widget and the field that it shows."""

    def __init__(self, widget: Dictionary, form: object) -> None:
        self.widget = widget
        self._form = form
        self.kind = name(self._entry("/FT"))
        """`Tx`, `Btn`, `Ch` or `Sig`."""

        self._flags = whole(self._entry("/Ff"))

    @property
    def is_button(self) -> bool:
        """Whether it is something to press, which holds no value."""
        return self.kind == "Btn" and bool(self._flags & _PUSH_BUTTON)

    @property
    def is_signed(self) -> bool:
        """Whether it holds a signature."""
        return self.kind == "Sig" and isinstance(self._entry("/V"), Dictionary)

    @property
    def holds(self) -> bool:
        """Whether something was filled in, ticked or signed here."""
        if self.kind == "Btn":
            return not self.is_button and self._state() not in {"", "Off"}
        return self.is_signed or bool(self.text())

    def text(self) -> str:
        """Return the value in words, its lines parted by line ends."""
        value = self._entry("/V")
        if self.kind == "Ch":
            shown = {
                words(pair[0]): words(pair[1])
                for option in items(self._entry("/Opt"))
                if len(pair := items(option)) == 2
            }
            chosen = [words(part) for part in (items(value) or (value,))]
            return _clean("\n".join(shown.get(choice, choice) for choice in chosen))
        if self.kind != "Tx":
            return ""
        text = _clean(words(value))
        return "*" * len(text) if self._flags & _PASSWORD else text

    def settle(self, *, was_stale: bool) -> bool:
        """Choose which of its looks a ticked box has, and return whether there is a look at all.

        Args:
            was_stale: Whether the file says that looks must be made anew: then
                one that shows no words is none.
        """
        look = entry(entry(self.widget, "/AP"), "/N")
        if isinstance(look, Stream):
            return not (was_stale and self.kind in {"Tx", "Ch"} and self.text() and not _shows_words(look))
        if not isinstance(look, Dictionary):
            return False
        if "/AS" not in self.widget:
            state = self._state()
            self.widget["/AS"] = Name(f"/{state if f'/{state}' in keys_of(look) else 'Off'}")
        return isinstance(look.get(f"/{name(self.widget.get('/AS'))}"), Stream)

    def value(self) -> Value | None:
        """Return what is to be drawn here; None if there is nothing, or no room for it."""
        box = [number(part) or 0.0 for part in items(self.widget.get("/Rect"))]
        if len(box) != 4:
            return None
        across, down = abs(box[2] - box[0]), abs(box[3] - box[1])
        turn = whole(entry(self.widget.get("/MK"), "/R")) % 360
        if turn in {90, 270}:
            across, down = down, across
        if self.kind == "Btn":
            return Value("", across, down)
        several = bool(self._flags & _MULTILINE) or self.kind == "Ch"
        cells = whole(self._entry("/MaxLen")) if self._flags & _COMB else 0
        text = self.text()
        aligned = whole(self._entry("/Q"))
        return Value(
            text if several else text.replace("\n", " "),
            across,
            down,
            turn,
            size_in(self._entry("/DA")),
            _ALIGNS[aligned] if 0 <= aligned <= 2 else "left",
            is_long=several,
            cells=cells if len(text) <= cells else 0,
        )

    def _state(self) -> str:
        """Return the name of the state that a box to tick is in."""
        if "/AS" in self.widget:
            return name(self.widget.get("/AS"))
        value = self._entry("/V")
        return name(value) or words(value)

    def _entry(self, key: str) -> object:
        """Return what the widget, a field above it, or the form has under *key*."""
        found: object = self.widget
        seen: set[Place] = set()
        for _ in range(_HIGHEST):
            value = entry(found, key)
            if value is not None:
                return value
            place = place_of(found)
            found = entry(found, "/Parent")
            if not isinstance(found, Dictionary) or (place in seen and place[0]):
                break
            seen.add(place)
        return entry(self._form, key) if key in {"/DA", "/Q"} else None


def size_in(appearance: object) -> float:
    """Return the size of type, in points, that a field asks for; 0 for as large as fits."""
    found = _SIZE.findall(str(appearance)) if isinstance(appearance, String) else []
    try:
        return abs(float(found[-1])) if found else 0.0
    except ValueError:
        return 0.0


def note_value(note: Dictionary) -> Value | None:
    """Return the words of a note that stands open on its page, if there is room for them."""
    box = [number(part) or 0.0 for part in items(note.get("/Rect"))]
    text = _clean(words(note.get("/Contents")))
    if len(box) != 4 or not text:
        return None
    aligned = whole(note.get("/Q"))
    return Value(
        text,
        abs(box[2] - box[0]),
        abs(box[3] - box[1]),
        size=size_in(note.get("/DA")),
        align=_ALIGNS[aligned] if 0 <= aligned <= 2 else "left",
        is_long=True,
    )


def _shows_words(look: Stream) -> bool:
    try:
        return _SHOWS.search(look.read_bytes()) is not None
    except PikepdfError:
        return False


def _clean(text: str) -> str:
    lines = _BREAKS.sub("\n", text[:_LONGEST]).replace("\t", "    ")
    return _UNSEEN.sub("", lines).rstrip()
