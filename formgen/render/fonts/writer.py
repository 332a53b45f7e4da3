"""Set lines drawn onto a reportlab canvas, and the fonts that they need put into its PDF.

The only module of this package that imports reportlab, which has no types.
It leans on three private parts of its canvas: `_code`, `_preamble` and
`_doc`; hence the pinned version, and the tests.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from formgen.document.blocks import Span
from formgen.render.fonts.book import FontBook, SetLine, style_of, tokens_of
from formgen.render.fonts.harfbuzz import EM, Cut
from formgen.render.fonts.marks import BOX, MARKS, NUMBERS, SPACE
from formgen.render.fonts.type0 import subset_tag, to_unicode, widths_array
from formgen.render.fonts.use import FontUse
from formgen.render.rendered import FontFile

_SYMBOLIC = 4


class FontWriter:
    """Draws set lines onto one canvas, and remembers which glyphs of which fonts it used."""

    def __init__(self, canvas: Canvas, book: FontBook) -> None:
        self._canvas = canvas
        self._book = book
        self._known: tuple[dict[str, str], ...] = ({}, {}, {}, {})
        """By style: operands of the plain words that were drawn before."""

        self._names = ["", "", "", ""]
        """By style: the name of the font that those words are in."""

        self._used: dict[Cut | None, FontUse] = {}
        _drop_first_font(canvas)

    def draw_line(self, spans: Sequence[Span], *, x: float, baseline: float, size: float) -> None:
        """Set *spans*, the words of one line, and draw them from *x* on, in points.

        Most words of a paper have been drawn before, and need not be set again.
        """
        runs: list[tuple[int, list[str]]] = []
        try:
            for span in spans:
                style = style_of(span)
                known = self._known[style]
                bodies = [known[token] for token in tokens_of(span.text)]
                if runs and runs[-1][0] == style:
                    runs[-1][1].extend(bodies)
                elif bodies:
                    runs.append((style, bodies))
        except KeyError:
            self.draw(self._book.set_line(spans), x=x, baseline=baseline, size=size)
            self._remember(spans)
            return
        shown = [f"/{self._names[style]} {size:g} Tf[<{''.join(bodies)}>]TJ" for style, bodies in runs]
        self._canvas._code.append(" ".join([f"BT {x:.3f} {baseline:.3f} Td", *shown, "ET"]))  # noqa: SLF001

    def _remember(self, spans: Sequence[Span]) -> None:
        for span in spans:
            style = style_of(span)
            known = self._known[style]
            for token in tokens_of(span.text):
                part = None if token in known else self._book.plain_word(token, style)
                used = self._used.get(part.cut) if part is not None else None
                if part is not None and used is not None and (body := used.bodies.get(part)):
                    known[token] = body
                    self._names[style] = used.name

    def draw(self, line: SetLine, *, x: float, baseline: float, size: float) -> None:
        """Draw *line* from *x* on, in points; its type is *size* points."""
        parts = [f"BT {x:.3f} {baseline:.3f} Td"]
        for run in line.runs:
            used = self._used.get(run.cut)
            if used is None:
                used = self._used[run.cut] = FontUse(f"T{len(self._used) + 1}")
            bodies = [used.bodies.get(part, "") for part in run.fragments]
            shown = f"[<{''.join(bodies)}>]TJ" if all(bodies) else used.shown(run.fragments, size)
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
            files.add(FontFile(cut.face.path.name, cut.face.sha256))
        return tuple(sorted(files, key=lambda file: (file.name, file.sha256)))

    def _add(self, name: str, dictionary: dict[str, object]) -> None:
        document = self._canvas._doc  # noqa: SLF001  see the module
        document.idToObject["BasicFonts"].dict[name] = _object(document, f"{name}.font", dictionary)

    def _font(self, cut: Cut, used: FontUse) -> dict[str, object]:
        document = self._canvas._doc  # noqa: SLF001  see the module
        program = used.program(cut)
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
            "W": widths_array(used.widths),
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

    def _mark_font(self, used: FontUse) -> dict[str, object]:
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


def _drop_first_font(canvas: Canvas) -> None:
    """Take out the Helvetica that reportlab names on every page: it is not in the file, nor drawn in."""
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
