"""A JPEG file taken apart: the picture data byte for byte, without what the camera wrote beside it."""

import re
import struct
from dataclasses import dataclass, field

from formgen.exhibit.picture_exif import Density, Exif, LeftOut, read_exif
from formgen.exhibit.prepared import RefusedError

_SOI, _EOI, _SOS, _DNL, _COMMENT = 0xD8, 0xD9, 0xDA, 0xDC, 0xFE
_APP0, _APP1, _APP2, _APP13, _APP14, _APP15 = 0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xEF
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_FRAMES_OF_PDF = frozenset({0xC0, 0xC1, 0xC2})
"""Baseline, extended and progressive, without arithmetic coding (ISO 32000-2, 7.4.8)."""

_NEXT_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
"""In picture data FF is followed by 00 or by a restart mark; FF before FF fills (ITU-T T.81, B.1.1)."""

_PLAIN_JFIF = 16
"""Bytes of a JFIF segment, with its length, that has no small picture in it."""

_COLOURS = {1: b"GRAY", 3: b"RGB ", 4: b"CMYK"}
"""What a colour profile says of itself, by the number of channels (ICC.1, 7.2.6)."""


@dataclass(frozen=True, slots=True)
class Jpeg:
    """One picture."""

    data: bytes
    """The file without camera data and comments."""

    width: int
    """As stored, in pixels."""

    height: int
    channels: int
    is_plain_rgb: bool
    """Three channels that are red, green and blue as they stand."""

    is_inverted: bool
    """Four channels counted from full ink down, as Adobe's programs write them."""

    profile: bytes | None
    """Its colour profile, if it has one for its number of channels."""

    orientation: int
    density: Density | None
    left_out: LeftOut


@dataclass(slots=True)
class _Reading:
    """What has been found so far."""

    kept: list[bytes | memoryview] = field(default_factory=list)
    has_scan: bool = False
    frame: tuple[int, int, int, bytes] | None = None
    """Width, height, channels and their names."""

    jfif_density: Density | None = None
    is_jfif: bool = False
    adobe: int | None = None
    exif: Exif | None = None
    profile: dict[int, bytes] = field(default_factory=dict)
    camera: int = 0
    has_place: bool = False
    comments: int = 0
    extra: int = 0


def read_jpeg(data: bytes) -> Jpeg:
    """Return the picture in a JPEG file.

    Raises:
        RefusedError: `evidence-damaged`, or `picture-kind` if it is stored in a way that a PDF cannot hold.
    """
    found = _Reading(kept=[b"\xff\xd8"])
    place = 2
    while True:
        mark, start = _marker(data, place)
        if mark == _EOI:
            found.kept.append(b"\xff\xd9")
            break
        (length,) = struct.unpack_from(">H", data, start) if start + 2 <= len(data) else (0,)
        place = start + length
        if length < 2 or place > len(data) or mark in {0x00, 0x01, _SOI, *range(0xD0, _SOI)}:
            raise _damaged()
        _take(found, mark, data[start:place])
        if mark == _SOS:
            if found.frame is None:
                raise _damaged()
            end = _NEXT_MARKER.search(data, place)
            if end is None:
                raise _damaged()
            found.has_scan = True
            found.kept.append(memoryview(data)[place : end.start()])
            place = end.start()
    if found.frame is None or not found.has_scan:
        raise _damaged()
    if data[start:].strip(b"\x00"):
        found.extra += 1
    return _finished(found)


def _marker(data: bytes, place: int) -> tuple[int, int]:
    """Return the next marker and the place after it; fill bytes may stand before it."""
    if data[place : place + 1] != b"\xff":
        raise _damaged()
    while data[place : place + 1] == b"\xff":
        place += 1
    if place >= len(data):
        raise _damaged()
    return data[place], place + 1


def _take(found: _Reading, mark: int, segment: bytes) -> None:
    """Keep a segment, or note that it is left out.  *segment* begins with its length."""
    body = segment[2:]
    if mark == _COMMENT:
        found.comments += 1
    elif mark == _APP1:
        _take_camera_data(found, body)
    elif mark == _APP13:
        found.camera += 1
    elif mark == _APP0 and body.startswith(b"JFIF\x00") and len(segment) >= _PLAIN_JFIF:
        found.is_jfif = True
        unit, across, down = struct.unpack_from(">BHH", body, 7)
        inch = {1: 1.0, 2: 2.54}.get(unit)
        found.jfif_density = (across * inch, down * inch) if inch else None
        if len(segment) > _PLAIN_JFIF:
            found.extra += 1
        found.kept.append(b"\xff\xe0" + struct.pack(">H", _PLAIN_JFIF) + body[:12] + b"\x00\x00")
    elif mark == _APP2 and body.startswith(b"ICC_PROFILE\x00") and len(body) > 14:
        found.profile[body[12]] = body[14:]
        found.kept.append(b"\xff\xe2" + segment)
    elif mark == _APP14 and body.startswith(b"Adobe") and len(body) >= 12:
        found.adobe = body[11]
        found.kept.append(b"\xff\xee" + segment)
    elif _APP0 <= mark <= _APP15:
        found.extra += 1
    else:
        if mark in _FRAMES:
            _take_frame(found, mark, body)
        found.kept.append(bytes([0xFF, mark]) + segment)


def _take_camera_data(found: _Reading, body: bytes) -> None:
    if body.startswith(b"Exif\x00"):
        exif = read_exif(body)
        found.exif = found.exif or exif
        found.has_place |= exif.has_place
        found.camera += exif.has_more or not exif.has_place
    else:
        found.has_place |= b"GPSL" in body
        found.camera += 1


def _take_frame(found: _Reading, mark: int, body: bytes) -> None:
    if len(body) < 6 or found.frame is not None:
        raise _damaged()
    bits, height, width, channels = struct.unpack_from(">BHHB", body)
    if len(body) < 6 + 3 * channels or not width:
        raise _damaged()
    if mark not in _FRAMES_OF_PDF or bits != 8 or channels not in _COLOURS or not height:
        raise RefusedError(
            "picture-kind",
            "This picture is a JPEG of a rare kind that a PDF cannot hold.",
            "Open it, save it as an ordinary JPEG or PNG, and name that file.",
        )
    found.frame = (width, height, channels, body[6 : 6 + 3 * channels : 3])


def _finished(found: _Reading) -> Jpeg:
    assert found.frame is not None  # noqa: S101 - held by who calls
    width, height, channels, names = found.frame
    exif = found.exif or Exif()
    is_named_rgb = not found.is_jfif and found.adobe is None and names == b"RGB"
    return Jpeg(
        data=b"".join(found.kept),
        width=width,
        height=height,
        channels=channels,
        is_plain_rgb=channels == 3 and (found.adobe == 0 or is_named_rgb),
        is_inverted=channels == 4 and found.adobe is not None,
        profile=_profile(found.profile, channels),
        orientation=exif.orientation,
        density=found.jfif_density or exif.density,
        left_out=LeftOut(found.has_place, bool(found.camera), found.comments, found.extra),
    )


def _profile(parts: dict[int, bytes], channels: int) -> bytes | None:
    """Return the colour profile put together; None if it is damaged or for other colours."""
    whole = b"".join(parts[number] for number in sorted(parts))
    return whole if is_profile(whole, channels) else None


def is_profile(profile: bytes, channels: int) -> bool:
    """Tell whether *profile* is a whole colour profile for pictures of that many channels."""
    return (
        len(profile) > 128
        and int.from_bytes(profile[:4], "big") == len(profile)
        and profile[36:40] == b"acsp"
        and profile[16:20] == _COLOURS.get(channels)
    )


def _damaged() -> RefusedError:
    return RefusedError(
        "evidence-damaged",
        "This picture is damaged, or only a part of it is there.",
        "Get the whole file again from where it came from, or open it, save it anew and name that file.",
    )
