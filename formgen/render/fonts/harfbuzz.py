"""A font file as HarfBuzz reads it: what it holds, how it sets words, what part of it goes into a PDF.

The only module that imports uharfbuzz, which has no types.  All lengths are
whole thousandths of the type size, the unit in which a PDF counts widths.
"""

import hashlib
from collections.abc import Hashable, Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import uharfbuzz as hb

EM = 1000
REGULAR, BOLD = 400, 700

_CHARACTERS, _GRAPHEMES = (
    hb.BufferClusterLevel.MONOTONE_CHARACTERS,
    hb.BufferClusterLevel.MONOTONE_GRAPHEMES,
)
_SHAPING_FLAGS = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES | hb.BufferFlags.DO_NOT_INSERT_DOTTED_CIRCLE
_FEATURES = {"kern": True, "liga": False}
_NEEDED_TABLES = frozenset(
    ["glyf", "loca", "head", "hhea", "hmtx", "maxp", "CFF ", "CFF2", "fvar", "avar", "gvar", "HVAR", "MVAR"]
)
_SUBSET_FLAGS = (
    hb.SubsetFlags.RETAIN_GIDS
    | hb.SubsetFlags.NO_HINTING
    | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    | hb.SubsetFlags.DOWNGRADE_CFF2
    | hb.SubsetFlags.CFF_IDENTITY_CHARSET
)


class Glyph(NamedTuple):
    """One glyph of a set word, in the order in which it stands on the line, from left to right."""

    start: int
    """Index of the first character that it stands for."""

    number: int
    advance: int
    x_offset: int
    y_offset: int


class Metrics(NamedTuple):
    """The measures of a font that a PDF states beside it."""

    ascent: int
    descent: int
    cap_height: int
    box: tuple[int, int, int, int]
    """Left, bottom, right and top of its capital H and its line: readers use it for selecting text only."""

    italic_angle: float


class NotAFontError(Exception):
    """A file is not a font with outlines."""


def faces_in(path: Path) -> "tuple[Face, ...]":
    """Return the faces of a font file: one, or each member of a collection.

    Raises:
        NotAFontError: If it cannot be read, or holds no outlines.
    """
    first = Face(path)
    return tuple(Face(path, index) if index else first for index in range(first.hb_face.count))


def _blob(path: Path) -> Any:  # noqa: ANN401  the library's own object
    try:
        return hb.Blob.from_file_path(str(path))
    except (OSError, hb.HarfBuzzError) as error:
        raise NotAFontError from error


def _buffer(level: Any) -> Any:  # noqa: ANN401  the library's own objects
    buffer = hb.Buffer()
    buffer.flags = _SHAPING_FLAGS
    buffer.cluster_level = level
    return buffer


class Face:
    """A font file, opened when it is first asked for something; of a collection, one of its members."""

    def __init__(self, path: Path, index: int = 0) -> None:
        self.path = path
        self.index = index
        self._cuts: dict[int, Cut] = {}

    @cached_property
    def hb_face(self) -> Any:  # noqa: ANN401  the library's own object
        """HarfBuzz's face.

        Raises:
            NotAFontError: If the file cannot be read, or holds no outlines.
        """
        face = hb.Face(_blob(self.path), self.index)
        if not face.glyph_count or not {"glyf", "CFF ", "CFF2"} & set(face.table_tags):
            raise NotAFontError
        return face

    @cached_property
    def code_points(self) -> frozenset[int]:
        """Every code point that it has a glyph for."""
        return frozenset(self.hb_face.unicodes)

    @cached_property
    def glyph_count(self) -> int:
        """How many glyphs it has."""
        return int(self.hb_face.glyph_count)

    @cached_property
    def units(self) -> int:
        """How many of its own units make the type size."""
        return int(self.hb_face.upem)

    @cached_property
    def sha256(self) -> str:
        """The digest of the whole file."""
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    @cached_property
    def families(self) -> frozenset[str]:
        """The names of its family, folded for comparing."""
        ids = (hb.OTNameIdPredefined.FONT_FAMILY, hb.OTNameIdPredefined.TYPOGRAPHIC_FAMILY)
        entries = [entry for entry in self.hb_face.list_names() if entry.name_id in ids]
        names = {self.hb_face.get_name(entry.name_id, entry.language) for entry in entries}
        return frozenset(name.strip().casefold() for name in names if name)

    @cached_property
    def postscript_name(self) -> str:
        """Its name inside a PDF, in plain letters, digits and hyphens."""
        name = self.hb_face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or self.path.stem
        return "".join(letter for letter in name if letter.isascii() and (letter.isalnum() or letter == "-"))

    @cached_property
    def weight(self) -> float:
        """How heavy it is as it stands: 400 is regular, 700 is bold."""
        return float(hb.Font(self.hb_face).get_style_value(hb.StyleTag.WEIGHT))

    @cached_property
    def width_percent(self) -> float:
        """How wide it is drawn: 100 is normal, less is condensed."""
        return float(hb.Font(self.hb_face).get_style_value(hb.StyleTag.WIDTH))

    @cached_property
    def is_italic(self) -> bool:
        """Whether it slants."""
        font = hb.Font(self.hb_face)
        return bool(font.get_style_value(hb.StyleTag.ITALIC) or font.get_style_value(hb.StyleTag.SLANT_ANGLE))

    @cached_property
    def weights(self) -> tuple[float, float] | None:
        """The lightest and heaviest weight of a variable font; None for a font of one weight."""
        for axis in self.hb_face.axis_infos:
            if axis.tag == "wght":
                return axis.min_value, axis.max_value
        return None

    @cached_property
    def is_compact(self) -> bool:
        """Whether its outlines are of the PostScript kind (CFF) rather than TrueType."""
        return "glyf" not in self.hb_face.table_tags

    @cached_property
    def embedding(self) -> int:
        """What its maker allows, as the bits of `fsType` in its OS/2 table."""
        table = self.hb_face.reference_table("OS/2").data
        return int.from_bytes(table[8:10], "big") if len(table) >= 10 else 0

    def cut(self, weight: int) -> "Cut":
        """Return it at *weight*; a font of one weight stays as it is."""
        made = self._cuts.get(weight)
        if made is None:
            made = self._cuts[weight] = Cut(self, weight)
        return made


class Cut:
    """A font at one weight: what words are set and drawn in."""

    def __init__(self, face: Face, weight: int) -> None:
        self.face = face
        self.weight = weight
        self._advances: dict[int, int] = {}
        self.steps: dict[Hashable, Any] = {}
        """What has been made of its glyphs, by whoever sets words in it; bounded there."""

    @cached_property
    def pinned(self) -> float | None:
        """The weight that a variable font is fixed at; None for a font of one weight."""
        if self.face.weights is None:
            return None
        lightest, heaviest = self.face.weights
        return min(max(float(self.weight), lightest), heaviest)

    @cached_property
    def _font(self) -> Any:  # noqa: ANN401  the library's own object
        font = hb.Font(self.face.hb_face)
        font.scale = (EM, EM)
        if self.pinned is not None:
            font.set_variations({"wght": self.pinned})
        return font

    @property
    def postscript_name(self) -> str:
        """Its name inside a PDF."""
        name = self.face.postscript_name
        if self.pinned is None:
            return name
        family, _, _ = name.partition("-")
        style = ("Bold" if self.weight >= BOLD else "") + ("Italic" if self.face.is_italic else "")
        return f"{family}-{style or 'Regular'}"

    def advance(self, glyph: int) -> int:
        """Return how far *glyph* moves the pen by itself."""
        width = self._advances.get(glyph)
        if width is None:
            width = self._advances[glyph] = self._font.get_glyph_h_advance(glyph)
        return width

    def shape(self, text: str, *, is_rtl: bool = False) -> list[Glyph]:
        """Set *text*, all of it of one direction, and return its glyphs from left to right."""
        buffer = self._rtl_buffer if is_rtl else self._ltr_buffer
        buffer.clear_contents()
        buffer.add_str(text)
        buffer.direction = "rtl" if is_rtl else "ltr"
        # HarfBuzz would take the machine's language, and the same case would look different elsewhere.
        buffer.language = "en"
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer, _FEATURES)
        return [
            Glyph(info.cluster, info.codepoint, place.x_advance, place.x_offset, place.y_offset)
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]

    # Making a buffer for each word took longer than setting the word.
    @cached_property
    def _ltr_buffer(self) -> Any:  # noqa: ANN401  the library's own object
        return _buffer(_GRAPHEMES)

    @cached_property
    def _rtl_buffer(self) -> Any:  # noqa: ANN401  the library's own object
        # Readers turn words from right to left round, so that a mark needs a place of its own.
        return _buffer(_CHARACTERS)

    def metrics(self) -> Metrics:
        """Return the measures that a PDF states beside the font."""
        extents = self._font.get_font_extents("ltr")
        tags = hb.OTMetricsTag
        cap_height = self._font.get_metric_position_with_fallback(tags.CAP_HEIGHT)
        angle = self._font.get_style_value(hb.StyleTag.SLANT_ANGLE)
        box = (-EM, extents.descender, 2 * EM, extents.ascender)
        return Metrics(extents.ascender, extents.descender, cap_height, box, angle)

    def program(self, glyphs: Iterable[int]) -> bytes:
        """Return a font with only *glyphs* in it, under their old numbers: TrueType, or a bare CFF table."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(glyphs)
        wanted.flags = _SUBSET_FLAGS
        unneeded = set(self.face.hb_face.table_tags) - _NEEDED_TABLES
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode("ascii"), "big") for tag in unneeded)
        if self.face.hb_face.axis_infos:
            wanted.pin_all_axes_to_default(self.face.hb_face)
        if self.pinned is not None:
            wanted.pin_axis_location(self.face.hb_face, "wght", self.pinned)
        part = hb.subset(self.face.hb_face, wanted)
        if self.face.is_compact:
            return bytes(part.reference_table("CFF ").data)
        return bytes(part.blob.data)
