"""The words in which a PDF describes a font: its widths, and what each of its glyphs reads back as."""

import hashlib
from collections.abc import Mapping, Sequence

_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<{first}> <{last}>
endcodespacerange
"""
_CMAP_TAIL = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
_MOST_IN_A_BLOCK = 100


def utf16(text: str) -> str:
    """Return *text* as a PDF writes it in hexadecimal: UTF-16, high byte first, with surrogate pairs."""
    return text.encode("utf-16-be").hex().upper()


def actual_text(text: str) -> str:
    """Return the opening of a marked stretch that reads back as *text*."""
    return f"/Span<</ActualText<FEFF{utf16(text)}>>>BDC"


def subset_tag(program: bytes) -> str:
    """Return the six capitals that stand before the name of a font of which only a part is in the PDF."""
    number = int.from_bytes(hashlib.sha256(program).digest()[:8], "big")
    letters = []
    for _ in range(6):
        number, letter = divmod(number, 26)
        letters.append(chr(ord("A") + letter))
    return "".join(letters)


def widths_array(widths: Mapping[int, int]) -> str:
    """Return the `/W` array for *widths*, by glyph number, in thousandths of the type size."""
    parts: list[str] = []
    previous = -2
    for glyph in sorted(widths):
        if glyph != previous + 1:
            parts.append(f"{']' if parts else ''} {glyph} [")
        parts.append(f" {widths[glyph]}")
        previous = glyph
    return f"[{''.join(parts)}{']' if parts else ''} ]"


def to_unicode(texts: Mapping[int, str], *, digits: int = 4) -> str:
    """Return the character map that tells what each glyph of *texts* reads back as.

    Args:
        texts: By glyph number.
        digits: How many hexadecimal digits a glyph number has in the page: 4, or 2 in a font of our marks.
    """
    lines = [f"<{glyph:0{digits}X}> <{utf16(texts[glyph])}>" for glyph in sorted(texts)]
    blocks = [lines[start : start + _MOST_IN_A_BLOCK] for start in range(0, len(lines), _MOST_IN_A_BLOCK)]
    return "".join(
        [
            _CMAP_HEAD.format(first="0" * digits, last="F" * digits),
            *(_block(block) for block in blocks),
            _CMAP_TAIL,
        ]
    )


def _block(lines: Sequence[str]) -> str:
    return "\n".join([f"{len(lines)} beginbfchar", *lines, "endbfchar\n"])
