"""What stands in PNG and WebP files around the picture, read without unpacking anything."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from formgen.exhibit.picture_exif import Exif, LeftOut, read_exif
from formgen.exhibit.picture_opened import refuse_damaged, refuse_kind

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = (b"IHDR", b"iCCP", b"PLTE", b"tRNS", b"IDAT")
_PNG_TEXTS = (b"tEXt", b"zTXt", b"iTXt")
_PNG_XMP = b"XML:com.adobe.xmp\x00"


@dataclass(frozen=True, slots=True)
class PngFile:
    """A PNG file without what is beside its picture."""

    data: bytes
    """Header, palette, colour profile and picture; no texts, no camera data."""

    exif: Exif
    frames: int
    is_deep: bool
    """More than eight bits a colour."""

    left_out: LeftOut


def read_png(data: bytes, *, keep_profile: bool) -> PngFile:
    """Return what a PNG file holds; its checksums are not looked at (ISO/IEC 15948, 5 and 11).

    Raises:
        RefusedError: `evidence-damaged`, if it has no picture or no end.
    """
    found: dict[bytes, list[bytes]] = {}
    place = len(_PNG)
    for kind, body, place in _chunks(data):  # noqa: B007 - the last place is used
        found.setdefault(kind, []).append(body)
        if kind == b"IEND":
            break
    if b"IEND" not in found or b"IDAT" not in found:
        refuse_damaged()
    if not keep_profile:
        found.pop(b"iCCP", None)
    texts = [body for kind in _PNG_TEXTS for body in found.get(kind, [])]
    xmp = sum(body.startswith(_PNG_XMP) for body in texts)
    exif = read_exif(found[b"eXIf"][0]) if b"eXIf" in found else None
    # One piece of picture data: many make img2pdf slow.
    pieces = [_chunk(kind, b"".join(found[kind])) for kind in _PNG_KEPT if kind in found]
    return PngFile(
        data=_PNG + b"".join(pieces) + _chunk(b"IEND", b""),
        exif=exif or Exif(),
        frames=max(1, int.from_bytes(found.get(b"acTL", [b""])[0][:4], "big")),
        is_deep=data[24:25] == b"\x10",
        left_out=LeftOut(
            has_place=exif is not None and exif.has_place,
            has_camera_data=xmp > 0 or (exif is not None and (exif.has_more or not exif.has_place)),
            comments=len(texts) - xmp,
            extra=1 if data[place:].strip(b"\x00") else 0,
        ),
    )


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """Yield the kind of each chunk, what is in it, and the place after it."""
    place = len(_PNG)
    while place + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        end = place + 12 + length
        if end > len(data):
            return
        yield kind, data[place + 8 : end - 4], end
        place = end


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def webp_size(data: bytes) -> tuple[int, int]:
    """Return how wide and high a WebP picture is, from its first chunk (RFC 9649, 2.5 to 2.7).

    Raises:
        RefusedError: `picture-kind`, if it begins with no chunk that is known.
    """
    head = data[:30].ljust(30, b"\x00")
    kind = head[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind != b"VP8 ":
        refuse_kind()
    wide, high = struct.unpack_from("<HH", head, 26)
    return wide & 0x3FFF, high & 0x3FFF
