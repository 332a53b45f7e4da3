"""Set lines drawn onto a reportlab canvas, and the fonts that they need put into its PDF.

The only module of this package that imports reportlab, which has no types.
It leans on three private parts of its canvas: `_code`, `_preamble` and
`_doc`; hence the pinned version, and the tests.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from formgen.render.fonts.book import FontBook, SetLine
from formgen.render.fonts.harfbuzz import EM, Cut
from formgen.render.fonts.marks import BOX, MARKS, NUMBERS, SPACE
from formgen.render.fonts.shaping import Fragment, Step, at_size
from formgen.render.fonts.type0 import actual_text, subset_tag, to_unicode, widths_array
from formgen.render.rendered import FontFile

_SYMBOLIC = 4


@dataclass(slots=True)
class _Used:
    """What one paper has drawn in one font."""

    name: str
    texts: dict[int, str] = field(default_factory=dict)
    """What each glyph reads back as: the first text that it stood for."""

    bodies: dict[Fragment, str] = field(default_factory=dict)
    """The operands of what is read back from its glyphs alone."""


class FontWriter:
    """Draws set lines onto one canvas, and remembers which glyphs of which fonts it used."""

    def __init__(self, canvas: Canvas, book: FontBook) -> None:
        self._canvas = canvas
        self._used: dict[Cut | None, _Used] = {}
        _drop_first_font(canvas)

    def draw(self, line: SetLine, *, x: float, baseline: float, size: float) -> None:
        """Draw *line* from *x* on, in points; its type is *size* points."""
        parts = [f"BT {x:.3f} {baseline:.3f} Td"]
        for run in line.runs:
            used = self._used.get(run.cut)
            if used is None:
                used = self._used[run.cut] = _Used(f"T{len(self._used) + 1}")
            bodies = [used.bodies.get(part, "") for part in run.fragments]
            shown = f"[<{''.join(bodies)}>]TJ" if all(bodies) else _shown(used, run.fragments, size)
            parts.append(f"/{used.name} {size:g} Tf{shown}")
        parts.append("ET")
        # reportlab's own way would format and escape every number and letter again.
        self._canvas._code.append(" ".join(parts))  # noqa: SLF001  see the module

    def finish(self) -> tuple[FontFile, ...]:
        """Put the fonts into the PDF and return the files they came from, by name; call it before saving."""
        files = set()
        for cut, used in self._used.items():
            if cut is None:
                self._add(used.name, self._mark_font(used))
                continue
            self._add(used.name, self._font(cut, used))
            files.add(cut.face)
        return tuple(
            sorted((FontFile(face.path.name, face.sha256) for face in files), key=lambda file: file.name)
        )

    def _add(self, name: str, dictionary: dict[str, object]) -> None:
        document = self._canvas._doc  # noqa: SLF001  see the module
        document.idToObject["BasicFonts"].dict[name] = _object(document, f"{name}.font", dictionary)

    def _font(self, cut: Cut, used: _Used) -> dict[str, object]:
        document = self._canvas._doc  # noqa: SLF001  see the module
        program = cut.program(used.texts)
        name = f"/{subset_tag(program)}+{cut.postscript_name}"
        metrics = cut.metrics()
        file: dict[str, object] = (
            {"Subtype": "/CIDFontType0C"} if cut.face.is_compact else {"Length1": len(program)}
        )
        descriptor = {
            "Type": "/FontDescriptor",
            "FontName": name,
            "Flags": _SYMBOLIC,
            "FontBBox": _array(metrics.box),
            "ItalicAngle": f"{metrics.italic_angle:g}",
            "Ascent": metrics.ascent,
            "Descent": metrics.descent,
            "CapHeight": metrics.cap_height,
            "StemV": 80,
            ("FontFile3" if cut.face.is_compact else "FontFile2"): _stream(
                document, f"{used.name}.program", program, file
            ),
        }
        descendant: dict[str, object] = {
            "Type": "/Font",
            "Subtype": "/CIDFontType0" if cut.face.is_compact else "/CIDFontType2",
            "BaseFont": name,
            "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
            "FontDescriptor": _object(document, f"{used.name}.descriptor", descriptor),
            "DW": EM,
            "W": widths_array({glyph: cut.advance(glyph) for glyph in used.texts}),
        }
        if not cut.face.is_compact:
            descendant["CIDToGIDMap"] = "/Identity"
        return {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": name,
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray([_object(document, f"{used.name}.descendant", descendant)]),
            "ToUnicode": _stream(document, f"{used.name}.texts", to_unicode(used.texts).encode("ascii")),
        }

    def _mark_font(self, used: _Used) -> dict[str, object]:
        document = self._canvas._doc  # noqa: SLF001  see the module
        marks = (*MARKS.values(), SPACE)
        drawn = {NUMBERS[mark.text]: mark for mark in marks if NUMBERS[mark.text] in used.texts}
        procedures = {
            f"m{number}": _stream(
                document,
                f"{used.name}.m{number}",
                f"{mark.advance} 0 {' '.join(map(str, BOX))} d1 {mark.outline}".encode("ascii"),
            )
            for number, mark in drawn.items()
        }
        differences = " ".join(f"{number} /m{number}" for number in drawn)
        widths = [drawn[number].advance if number in drawn else 0 for number in NUMBERS.values()]
        return {
            "Type": "/Font",
            "Subtype": "/Type3",
            "FontBBox": _array(BOX),
            "FontMatrix": "[ 0.001 0 0 0.001 0 0 ]",
            "CharProcs": pdfdoc.PDFDictionary(procedures),
            "Encoding": f"<< /Type /Encoding /Differences [ {differences} ] >>",
            "FirstChar": 1,
            "LastChar": len(NUMBERS),
            "Widths": _array(widths),
            "Resources": "<< >>",
            "ToUnicode": _stream(
                document, f"{used.name}.texts", to_unicode(used.texts, digits=2).encode("ascii")
            ),
        }


def _shown(used: _Used, fragments: Sequence[Fragment], size: float) -> str:
    """Return the operators that draw *fragments*, with their text beside them where the glyphs do not tell it."""
    parts: list[str] = []
    place = 0
    while place < len(fragments):
        part = fragments[place]
        place += 1
        body = used.bodies.get(part) or _learn(used, part)
        if body:
            parts.append(body)
        elif part.is_rtl:
            parts += [_turned(used, step) for step in part.steps]
        else:
            # Room after it goes with it: PDFium leaves out what has no ink.
            room = []
            while place < len(fragments) and fragments[place].is_blank:
                _learn(used, fragments[place])
                room.append(fragments[place])
                place += 1
            said = part.text + "".join(each.text for each in room)
            drawn = part.body + "".join(each.body for each in room)
            parts.append(f">]TJ {actual_text(said)}[<{drawn}>]TJ EMC[<")
    return at_size(f"[<{''.join(parts)}>]TJ".replace("<>", " ").replace("[ ]TJ", ""), size)


def _learn(used: _Used, part: Fragment) -> str:
    """Note what the glyphs of *part* stand for; return its operands if they read back as its text by themselves."""
    told = [_is_told(used, step) for step in part.steps]
    if not all(told) or part.is_raised:
        return ""
    used.bodies[part] = part.body
    return part.body


def _is_told(used: _Used, step: Step) -> bool:
    if len(step.glyphs) == 1:
        return used.texts.setdefault(step.glyphs[0], step.text) == step.text
    for place, glyph in enumerate(step.glyphs):
        used.texts.setdefault(glyph, "" if place else step.text)
    return False


def _turned(used: _Used, step: Step) -> str:
    """Return the operands of *step*, which runs from right to left.

    Readers turn the text beside such a stretch round as well, so that only
    a single character may stand there.
    """
    is_told = len(step.glyphs) == 1 and used.texts[step.glyphs[0]] == step.text
    if is_told or len(step.text) != 1:
        return step.body
    return f">]TJ {actual_text(step.text)}[<{step.body}>]TJ EMC[<"


def _drop_first_font(canvas: Canvas) -> None:
    """Take out the Helvetica that reportlab names on every page: it is not in the file, and nothing is drawn in it."""
    document = canvas._doc  # noqa: SLF001  see the module
    canvas._preamble = canvas._preamble.partition("BT ")[0]  # noqa: SLF001
    for name, internal in list(document.fontMapping.items()):
        number = internal.removeprefix("/")
        document.idToObject["BasicFonts"].dict.pop(number, None)
        document.idToObject[number] = "null"
        # A canvas that is told to use Helvetica after all then adds it again, under a new number.
        del document.fontMapping[name]
        document.fontMapping[f"no {name}"] = internal


def _array(numbers: Iterable[int]) -> str:
    return f"[ {' '.join(map(str, numbers))} ]"


def _object(document: Any, name: str, values: dict[str, object]) -> Any:  # noqa: ANN401  reportlab's own objects
    return document.Reference(pdfdoc.PDFDictionary(values), name)


def _stream(document: Any, name: str, content: bytes, values: dict[str, object] | None = None) -> Any:  # noqa: ANN401
    return document.Reference(
        pdfdoc.PDFStream(pdfdoc.PDFDictionary(values or {}), content, [pdfdoc.PDFZCompress]), name
    )
