"""What a camera wrote beside the picture: which way up it is, how dense, and whether it tells a place."""

import struct
from dataclasses import dataclass

from formgen.exhibit.prepared import Done

Density = tuple[float, float]
"""Dots an inch, across and down."""

_ORIENTATION, _ACROSS, _DOWN, _UNIT, _PLACE = 0x0112, 0x011A, 0x011B, 0x0128, 0x8825
_HOW_IT_LIES = frozenset({_ORIENTATION, _ACROSS, _DOWN, _UNIT, _PLACE, 0x0213})
"""Tags that tell nothing of the camera or its owner."""

_SHORT, _LONG, _RATIO = 3, 4, 5
_SIZES = {_SHORT: 2, _LONG: 4, _RATIO: 8}
_MOST_TAGS = 1000
_INCHES = {2: 1.0, 3: 2.54}
"""How many of the unit make an inch, by its number in the file (Exif 2.32, 4.6.4)."""


@dataclass(frozen=True, slots=True)
class Exif:
    """What was read of a picture's camera data."""

    orientation: int = 1
    """From 1 to 8: how the stored picture is to be turned and mirrored (Exif 2.32, 4.6.4)."""

    density: Density | None = None
    has_place: bool = False
    """Whether it holds where the picture was taken, or room for it."""

    has_more: bool = False
    """Whether it tells of the camera, the time or the owner."""


def read_exif(data: bytes) -> Exif:
    """Return what camera data says; what is damaged in it is passed over.

    Args:
        data: A TIFF header with its tags, with or without `Exif` and two bytes before it.
    """
    if data.startswith(b"Exif\x00"):
        data = data[6:]
    try:
        tags = _first_tags(data)
    except struct.error:
        tags = {}
    orientation = tags.get(_ORIENTATION, 1)
    inch = _INCHES.get(int(tags.get(_UNIT, 2)))
    across, down = tags.get(_ACROSS), tags.get(_DOWN)
    return Exif(
        orientation=int(orientation) if orientation in range(1, 9) else 1,
        density=(across * inch, down * inch) if inch and across and down else None,
        has_place=_PLACE in tags,
        has_more=not tags or any(tag not in _HOW_IT_LIES for tag in tags),
    )


def _first_tags(data: bytes) -> dict[int, float]:
    """Return the tags of the first directory with their values; 0 for a value that is no number.

    Raises:
        struct.error: If the data ends too early.
    """
    order = {b"II": "<", b"MM": ">"}.get(data[:2])
    if order is None:
        return {}
    (start,) = struct.unpack_from(f"{order}I", data, 4)
    (count,) = struct.unpack_from(f"{order}H", data, start)
    found: dict[int, float] = {}
    for number in range(min(count, _MOST_TAGS)):
        place = start + 2 + 12 * number
        if place + 12 > len(data):
            break
        tag, kind, many = struct.unpack_from(f"{order}HHI", data, place)
        found.setdefault(tag, _number(data, order, kind, place + 8) if many == 1 else 0.0)
    return found


def _number(data: bytes, order: str, kind: int, place: int) -> float:
    if kind == _SHORT:
        return float(struct.unpack_from(f"{order}H", data, place)[0])
    if kind not in _SIZES:
        return 0.0
    (value,) = struct.unpack_from(f"{order}I", data, place)
    if kind == _LONG:
        return float(value)
    if value + 8 > len(data):
        return 0.0
    upper, lower = struct.unpack_from(f"{order}II", data, value)
    return upper / lower if lower else 0.0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What stands beside the picture in its file, and is not taken over into the copy."""

    has_place: bool = False
    has_camera_data: bool = False
    comments: int = 0
    extra: int = 0
    """Pieces of other data: a small second picture, a short film, what a program added."""

    def done(self) -> tuple[Done, ...]:
        """Return it as it is told in the manifest."""
        counts = {
            "location-left-out": int(self.has_place),
            "camera-data-left-out": int(self.has_camera_data),
            "comment-left-out": self.comments,
            "extra-data-left-out": self.extra,
        }
        return tuple(Done(code, count) for code, count in counts.items() if count)
