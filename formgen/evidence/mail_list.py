"""The marks before the items of a message's lists: bullets, numbers, letters."""

from collections.abc import Callable, Mapping

_BULLET = "\u2022"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Lists:
    """The lists that are open at one place, and the mark of the item that begins there."""

    def __init__(self) -> None:
        self._open: list[tuple[int, Callable[[int], str]] | None] = []
        """Of each list, the next number and how it is written; None for bullets."""

        self._mark = ""

    @property
    def depth(self) -> int:
        """Return how many lists are open."""
        return len(self._open)

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin a list."""
        if tag != "ol":
            self._open.append(None)
            return
        written = {"a": _letters, "A": _capitals, "i": _roman, "I": _large_roman}
        self._open.append(
            (_whole(attributes.get("start", ""), 1), written.get(attributes.get("type", ""), str))
        )

    def end(self) -> None:
        """End the innermost list."""
        if self._open:
            self._open.pop()
        self._mark = ""

    def item(self, attributes: Mapping[str, str]) -> None:
        """Begin an item."""
        numbers = self._open[-1] if self._open else None
        if numbers is None:
            self._mark = _BULLET
            return
        number = _whole(attributes.get("value", ""), numbers[0])
        self._mark = f"{numbers[1](number)}."
        self._open[-1] = (number + 1, numbers[1])

    def end_item(self) -> None:
        """End an item, which may have had no words to be marked."""
        self._mark = ""

    def take_mark(self) -> str:
        """Return the mark of the item that begins here, once."""
        mark, self._mark = self._mark, ""
        return mark


def _whole(typed: str, otherwise: int) -> int:
    typed = typed.strip()
    return (
        int(typed)
        if typed.removeprefix("-").isascii() and typed.removeprefix("-").isdecimal() and len(typed) < 9
        else otherwise
    )


def _letters(number: int) -> str:
    if number < 1:
        return str(number)
    said = ""
    while number:
        number, letter = divmod(number - 1, 26)
        said = chr(ord("a") + letter) + said
    return said


def _capitals(number: int) -> str:
    return _letters(number).upper()


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    said = ""
    for value, letters in (*_ROMAN, *_ROMAN_SMALL):
        times, number = divmod(number, value)
        said += letters * times
    return said


def _large_roman(number: int) -> str:
    return _roman(number).upper()
