"""Set lines drawn onto a reportlab canvas, and the fonts that they need put into its PDF.

The only module of this package that imports reportlab, which has no types.
It leans on three private parts of its canvas: `_code`, `_preamble` and
`_doc`; hence the pinned version, and the tests.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from formgen.document.blocks import Span
from formgen.render.fonts.book import FontBook, SetLine, style_of, tokens_of
from formgen.render.fonts.clusters import SPACES
from formgen.render.fonts.harfbuzz import EM, Cut
from formgen.render.fonts.marks import BOX, MARKS, NUMBERS, SPACE
from formgen.render.fonts.shaping import Fragment
from formgen.render.fonts.type0 import subset_tag, to_unicode, widths_array
from formgen.render.fonts.use import FontUse
from formgen.render.rendered import FontFile

_SYMBOLIC = 4


class FontWriter:
    """Draws set lines onto one canvas, and remembers which glyphs of which fonts it used."""

    def __init__(self, canvas: Canvas, book: FontBook) -> None:
        self._canvas = canvas
        self._book = book
        self._known: tuple[dict[str, str], ...] = ({"": ""}, {"": ""}, {"": ""}, {"": ""})
        """By style: operands of the plain words that were drawn before."""

        self._names = ["", "", "", ""]
        """By style: the name of the font that those words are in."""

        self._used: dict[Cut | None, FontUse] = {}
        _drop_first_font(canvas)

    def draw_line(self, spans: Sequence[Span], *, x: float, baseline: float, size: float) -> None:
        """Set *spans*, the words of one line, and draw them from *x* on, in points.

        Most lines are plain words, most of them drawn before: those need
        not be set again.  They come out as `draw` would draw them.
        """
        printed = [span for span in spans if span.text]
        is_plain = len(printed) == 1 or not any(SPACES.issuperset(span.text) for span in printed)
        runs = self._runs(printed) if is_plain else None
        if runs is None:
            self.draw(self._book.set_line(spans), x=x, baseline=baseline, size=size)
            return
        shown = [f"/{name} {size:g} Tf[<{body}>]TJ" for name, body in runs]
        self._canvas._code.append(" ".join([f"BT {x:.3f} {baseline:.3f} Td", *shown, "ET"]))  # noqa: SLF001

    def _runs(self, spans: Sequence[Span]) -> list[tuple[str, str]] | None:
        """Return the names of fonts, and the operands drawn in each; None if not all words are plain."""
        runs: list[tuple[str, str]] = []
        for span in spans:
            style = style_of(span)
            try:
                body = _operands(span.text, self._known[style])
            except KeyError:
                if not self._learn(spans):
                    return None
                body = _operands(span.text, self._known[style])
            name = self._names[style]
            if runs and runs[-1][0] == name:
                body = runs.pop()[1] + body
            runs.append((name, body))
        return runs

    def _learn(self, spans: Sequence[Span]) -> bool:
        """Note the words of a line that were not drawn before; return False if one of them is not plain."""
        found: list[tuple[int, str, Fragment]] = []
        for span in spans:
            style = style_of(span)
            for token in tokens_of(span.text):
                if token in self._known[style]:
                    continue
                part = self._book.plain_word(token, style)
                if part is None:
                    return False
                found.append((style, token, part))
        for style, token, part in found:
            used = self._use(part.cut)
            body = used.body(part)
            if not body:
                return False
            self._known[style][token] = body
            self._names[style] = used.name
        return True

    def _use(self, cut: Cut | None) -> FontUse:
        used = self._used.get(cut)
        if used is None:
            used = self._used[cut] = FontUse(f"T{len(self._used) + 1}")
        return used

    def draw(self, line: SetLine, *, x: float, baseline: float, size: float) -> None:
        """Draw *line* from *x* on, in points; its type is *size* points."""
        parts = [f"BT {x:.3f} {baseline:.3f} Td"]
        for run in line.runs:
            used = self._use(run.cut)
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


def _operands(text: str, known: Mapping[str, str]) -> str:
    """Return what draws *text*, put together from what draws its words; a KeyError if one is not *known*."""
    if "\u00a0" in text:
        return "".join([known[token] for token in tokens_of(text)])
    # The same as above, for words parted by ordinary spaces: several times as fast.
    words = text.split(" ")
    return known[" "].join([known[word] for word in words]) if len(words) > 1 else known[text]


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
