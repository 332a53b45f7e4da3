"""Looks things up in the objects of a PDF, which may be of any kind where the standard asks for one."""

import math
from decimal import Decimal
from typing import TypeAlias

from pikepdf import Array, Dictionary, Name, Object, PikepdfError, Stream, String

_SURROGATES = frozenset(map(chr, range(0xDC80, 0xDD00)))
"""What stands in a name for bytes that are no UTF-8."""

Place: TypeAlias = tuple[int, int]
"""Number and generation of an object in its file; 0, 0 for one that has none of its own."""


def entry(owner: object, key: str) -> object:
    """Return what *owner*, a dictionary or stream, has under *key*, such as `/Type`; None if nothing."""
    return owner.get(key) if isinstance(owner, Dictionary | Stream) else None


def dictionary(value: object) -> Dictionary | None:
    """Return *value* if it is a dictionary."""
    return value if isinstance(value, Dictionary) else None


def stream(value: object) -> Stream | None:
    """Return *value* if it is a stream."""
    return value if isinstance(value, Stream) else None


def keys_of(owner: Object) -> list[str]:
    """Return what *owner*, a dictionary or stream, has entries for, save names in no known writing."""
    return [key for key in sorted(owner.keys()) if key.isascii() or _SURROGATES.isdisjoint(key)]


def values_of(value: object) -> list[object]:
    """Return what is in *value* if it is a dictionary, whatever it is filed under; otherwise nothing."""
    return list(value.as_dict().values()) if isinstance(value, Dictionary) else []


def items(value: object) -> list[Object]:
    """Return what is in *value* if it is an array; otherwise nothing."""
    return list(value) if isinstance(value, Array) else []


def name(value: object) -> str:
    """Return *value* without its slash if it is a name in a known writing; otherwise nothing."""
    try:
        return str(value)[1:] if isinstance(value, Name) else ""
    except UnicodeDecodeError:
        return ""


def words(value: object) -> str:
    """Return *value* if it is a string of text, or a stream that holds one; otherwise nothing."""
    try:
        if isinstance(value, String):
            return str(value)
        if isinstance(value, Stream):
            return str(String(value.read_bytes()))
    except (UnicodeDecodeError, PikepdfError):
        pass
    return ""


def number(value: object) -> float | None:
    """Return *value* if it is a number that can be reckoned with."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    found = float(value)
    return found if math.isfinite(found) else None


def whole(value: object) -> int:
    """Return *value* if it is a whole number; otherwise 0."""
    found = number(value)
    return int(found) if found is not None and found == int(found) else 0


def place_of(value: object) -> Place:
    """Return where in its file an object stands by itself; 0, 0 if it does not."""
    return value.objgen if isinstance(value, Object) else (0, 0)
