"""Glyphs put together: the font stays whole, and holds what was added."""

import struct

import pytest

from formgen.render.fonts import composites
from formgen.render.fonts.composites import Component, Composite, with_composites
from formgen.render.fonts.harfbuzz import Cut, Face
from formgen.render.fonts.packages import ARIMO, needed_font


@pytest.fixture
def cut() -> Cut:
    return Face(needed_font(ARIMO[0])).cut(400)


def glyph(cut: Cut, letter: str) -> int:
    return cut.shape(letter)[0].number


def tables(program: bytes) -> dict[str, tuple[int, bytes]]:
    """Return each table of a font with the sum that the font states for it."""
    (count,) = struct.unpack_from(">H", program, 4)
    entries = [struct.unpack_from(">4sLLL", program, 12 + 16 * number) for number in range(count)]
    return {tag.decode(): (stated, program[start : start + length]) for tag, stated, start, length in entries}


def summed(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    numbers: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(numbers) % 2**32


def test_what_is_added_takes_the_numbers_after_the_last_one(cut: Cut) -> None:
    first = cut.face.glyph_count
    parts = (Component(glyph(cut, "x"), 0, 0), Component(glyph(cut, "-"), 100, 900))
    program = with_composites(
        cut.program([part.glyph for part in parts]), [Composite(parts, 1024)], first=first
    )
    found = {tag: data for tag, (_, data) in tables(program).items()}

    assert struct.unpack_from(">H", found["maxp"], 4) == (first + 1,)
    assert struct.unpack_from(">H", found["hhea"], 34) == (first + 1,)
    assert len(found["hmtx"]) == 4 * (first + 1)
    assert len(found["loca"]) == 4 * (first + 2)
    assert struct.unpack_from(">H", found["hmtx"], 4 * first) == (1024,)
    start, end = struct.unpack_from(">2L", found["loca"], 4 * first)
    contours, _, bottom, _, top = struct.unpack_from(">5h", found["glyf"][start:end])
    assert (contours, bottom) == (-1, 0)
    assert top > 900
    assert struct.unpack_from(">HHhh", found["glyf"], start + 10) == (0x23, glyph(cut, "x"), 0, 0)
    assert struct.unpack_from(">HHhh", found["glyf"], start + 18) == (0x03, glyph(cut, "-"), 100, 900)


def test_its_sums_are_right(cut: Cut) -> None:
    letter = glyph(cut, "x")
    program = with_composites(
        cut.program([letter]), [Composite((Component(letter, 5, 5),), 10)], first=cut.face.glyph_count
    )

    assert summed(program) == 0xB1B0AFBA
    for tag, (stated, data) in tables(program).items():
        assert summed(data[:8] + bytes(4) + data[12:] if tag == "head" else data) == stated


def test_what_has_no_ink_becomes_a_glyph_without_ink(cut: Cut) -> None:
    space, first = glyph(cut, " "), cut.face.glyph_count
    added = [Composite((Component(space, 0, 0),), 500), Composite((), 0)]
    found = tables(with_composites(cut.program([space]), added, first=first))

    assert len(set(struct.unpack_from(">3L", found["loca"][1], 4 * first))) == 1
    assert struct.unpack_from(">Hh", found["hmtx"][1], 4 * first) == (500, 0)


def test_a_font_that_counts_places_in_halves_is_read_too() -> None:
    found = composites._outlines(
        {"head": bytes(52), "loca": struct.pack(">4H", 0, 2, 2, 3), "glyf": b"fourTo"}
    )

    assert found == [b"four", b"", b"To"]
