"""Set lines drawn onto a reportlab canvas, and the fonts that they need put into its PDF.

The only module of this package that imports reportlab, which has no types.
It leans on three private parts of its canvas: `_code`, `_preamble` and
`_doc`; hence the pinned version, and the tests.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from formgen.render.fonts.book import FontBook, SetLine
from formgen.render.fonts.harfbuzz import EM, Cut
from formgen.render.fonts.marks import BOX, MARKS, NUMBERS
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

    said: set[tuple[int, str]] = field(default_factory=set)
    bodies: dict[Fragment, str] = field(default_factory=dict)


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
            bodies = used.bodies
            drawn = [bodies.get(part) or _body(used, part, size) for part in run.fragments]
            shown = f"[<{''.join(drawn)}>]TJ"
            parts.append(f"/{used.name} {size:g} Tf{shown.replace('<>', '').replace('[]TJ', '')}")
        parts.append("ET")
        self._canvas._code.append(" ".join(parts))  # noqa: SLF001  reportlab's own way formats each number again

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
        drawn = {NUMBERS[text]: mark for text, mark in MARKS.items() if NUMBERS[text] in used.texts}
        procedures = {
            f"m{number}": _stream(
                document,
                f"{used.name}.m{number}",
                f"{mark.advance} 0 {' '.join(map(str, BOX))} d1 {mark.outline}".encode("ascii"),
            )
            for number, mark in drawn.items()
        }
        differences = " ".join(f"{number} /m{number}" for number in drawn)
        widths = [drawn[number].advance if number in drawn else 0 for number in range(1, len(MARKS) + 1)]
        return {
            "Type": "/Font",
            "Subtype": "/Type3",
            "FontBBox": _array(BOX),
            "FontMatrix": "[ 0.001 0 0 0.001 0 0 ]",
            "CharProcs": pdfdoc.PDFDictionary(procedures),
            "Encoding": f"<< /Type /Encoding /Differences [ {differences} ] >>",
            "FirstChar": 1,
            "LastChar": len(MARKS),
            "Widths": _array(widths),
            "Resources": "<< >>",
            "ToUnicode": _stream(
                document, f"{used.name}.texts", to_unicode(used.texts, digits=2).encode("ascii")
            ),
        }


def _body(used: _Used, part: Fragment, size: float) -> str:
    """Return the operands that draw *part*, with the text beside them where its glyphs do not say it alone."""
    body = part.body
    said = [(glyph, step.text) for step in part.steps if len(step.glyphs) == 1 for glyph in step.glyphs]
    if not used.said.issuperset(said) or len(said) != len(part.steps):
        is_told = all([_is_told(used, step) for step in part.steps])
        if not is_told and part.is_rtl:
            body = "".join(
                step.body
                if len(step.glyphs) == 1
                else f">]TJ {actual_text(step.text)}[<{step.body}>]TJ EMC[<"
                for step in part.steps
            )
        elif not is_told:
            body = f">]TJ {actual_text(part.text)}[<{body}>]TJ EMC[<"
    if part.is_raised:
        return at_size(body, size)
    used.bodies[part] = body
    return body


def _is_told(used: _Used, step: Step) -> bool:
    """Note what the glyphs of *step* stand for, and tell whether they read back as its text by themselves."""
    if len(step.glyphs) == 1:
        glyph = step.glyphs[0]
        is_told = used.texts.setdefault(glyph, step.text) == step.text
        if is_told:
            used.said.add((glyph, step.text))
        return is_told
    for place, glyph in enumerate(step.glyphs):
        used.texts.setdefault(glyph, "" if place else step.text)
    return False


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
