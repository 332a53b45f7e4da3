"""Several glyphs put together into one, in a TrueType font that a PDF carries.

A letter drawn from pieces, or with its marks raised, then has one number in
the page and one text, and every reader gives it back whole, whichever way
the words run.
"""

import struct
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

_WORDS_XY = 0x0001 | 0x0002
_MORE = 0x0020
_CHECKSUM_MAGIC = 0xB1B0AFBA


class Component(NamedTuple):
    """A glyph and where it stands, in the font's own units."""

    glyph: int
    x: int
    y: int


class Composite(NamedTuple):
    """A glyph made of others, and how far it moves the pen, in the font's own units."""

    components: tuple[Component, ...]
    advance: int


def with_composites(program: bytes, composites: Sequence[Composite], *, first: int) -> bytes:
    """Return the TrueType font *program* with *composites* added, numbered from *first* on."""
    tables = _tables(program)
    outlines = _outlines(tables)
    outlines += [b""] * (first - len(outlines))
    metrics = _metrics(tables)
    metrics += [(0, 0)] * (first - len(metrics))
    for composite in composites:
        box, outline = _assembled(composite, outlines)
        outlines.append(outline)
        metrics.append((composite.advance, box[0]))
    tables["glyf"], tables["loca"] = _packed(outlines)
    tables["hmtx"] = b"".join(struct.pack(">Hh", *metric) for metric in metrics)
    tables["hhea"] = tables["hhea"][:34] + struct.pack(">H", len(metrics))
    tables["maxp"] = _limits(tables["maxp"], composites, outlines)
    tables["head"] = tables["head"][:50] + struct.pack(">H", 1) + tables["head"][52:]
    return _font(tables)


def _tables(program: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", program, 4)
    tables = {}
    for number in range(count):
        tag, _, start, length = struct.unpack_from(">4sLLL", program, 12 + 16 * number)
        tables[tag.decode("ascii")] = program[start : start + length]
    return tables


def _outlines(tables: Mapping[str, bytes]) -> list[bytes]:
    loca = tables["loca"]
    is_long = struct.unpack_from(">h", tables["head"], 50)[0]
    if is_long:
        places = struct.unpack(f">{len(loca) // 4}L", loca)
    else:
        places = tuple(2 * half for half in struct.unpack(f">{len(loca) // 2}H", loca))
    return [tables["glyf"][start:end] for start, end in pairwise(places)]


def _metrics(tables: Mapping[str, bytes]) -> list[tuple[int, int]]:
    (count,) = struct.unpack_from(">H", tables["hhea"], 34)
    hmtx = tables["hmtx"]
    metrics = [struct.unpack_from(">Hh", hmtx, 4 * number) for number in range(count)]
    bearings = struct.unpack_from(f">{(len(hmtx) - 4 * count) // 2}h", hmtx, 4 * count)
    return [*metrics, *((metrics[-1][0], bearing) for bearing in bearings)]


def _assembled(composite: Composite, outlines: Sequence[bytes]) -> tuple[tuple[int, int, int, int], bytes]:
    drawn = [component for component in composite.components if outlines[component.glyph]]
    if not drawn:
        return (0, 0, 0, 0), b""
    boxes = []
    parts = []
    for component in drawn:
        left, bottom, right, top = struct.unpack_from(">4h", outlines[component.glyph], 2)
        boxes.append((left + component.x, bottom + component.y, right + component.x, top + component.y))
        flags = _WORDS_XY | (_MORE if component is not drawn[-1] else 0)
        parts.append(struct.pack(">HHhh", flags, *component))
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    box = (min(lefts), min(bottoms), max(rights), max(tops))
    return box, struct.pack(">5h", -1, *box) + b"".join(parts)


def _packed(outlines: Iterable[bytes]) -> tuple[bytes, bytes]:
    places = [0]
    padded = []
    for outline in outlines:
        padded.append(outline + bytes(-len(outline) % 4))
        places.append(places[-1] + len(padded[-1]))
    return b"".join(padded), struct.pack(f">{len(places)}L", *places)


def _limits(maxp: bytes, composites: Sequence[Composite], outlines: Sequence[bytes]) -> bytes:
    """Return the font's table of limits, raised to what *composites* need."""
    values = list(struct.unpack(">L14H", maxp))
    points, contours, all_points, all_contours = values[2:6]
    most = max(len(composite.components) for composite in composites)
    values[1] = len(outlines)
    values[4] = min(most * max(points, all_points), 0xFFFF)
    values[5] = min(most * max(contours, all_contours), 0xFFFF)
    values[13] = max(values[13], most)
    values[14] += 1
    return struct.pack(">L14H", *values)


def _font(tables: Mapping[str, bytes]) -> bytes:
    """Return *tables* as a font file, with the sums that it is checked by."""
    count = len(tables)
    power = count.bit_length() - 1
    head = struct.pack(">LHHHH", 0x00010000, count, 16 << power, power, 16 * count - (16 << power))
    place = 12 + 16 * count
    directory, bodies = [], []
    for tag in sorted(tables):
        table = tables[tag]
        if tag == "head":
            table = table[:8] + bytes(4) + table[12:]
        padded = table + bytes(-len(table) % 4)
        directory.append(struct.pack(">4sLLL", tag.encode("ascii"), _checksum(padded), place, len(table)))
        bodies.append(padded)
        place += len(padded)
    font = head + b"".join(directory) + b"".join(bodies)
    start = next(struct.unpack_from(">L", entry, 8)[0] for entry in directory if entry.startswith(b"head"))
    total = struct.pack(">L", (_CHECKSUM_MAGIC - _checksum(font)) & 0xFFFFFFFF)
    return font[: start + 8] + total + font[start + 12 :]


def _checksum(padded: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF
