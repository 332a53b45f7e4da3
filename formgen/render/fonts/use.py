"""What one paper has drawn in one font: the number of each glyph in the page, and what it reads back as."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from formgen.render.fonts.harfbuzz import EM, Cut
from formgen.render.fonts.shaping import Fragment, Part, Step, moved
from formgen.render.fonts.type0 import actual_text

if TYPE_CHECKING:
    from formgen.render.fonts.composites import Composite

_LAST_NUMBER = 0xFFFF


class FontUse:
    """A font as one paper uses it."""

    def __init__(self, name: str) -> None:
        self.name = name
        """Its name in the pages."""

        self.texts: dict[int, str] = {}
        """What each number reads back as: the first text that its glyph stood for."""

        self.widths: dict[int, int] = {}
        """In thousandths of the type size, by number."""

        self.bodies: dict[Fragment, str] = {}
        """The operands of each word that reads back from its glyphs alone."""

        self._glyphs: set[int] = set()
        self._composites: list[Composite] = []
        self._numbers: dict[Step, int] = {}

    def shown(self, fragments: Sequence[Fragment], size: float) -> str:
        """Return the operators that draw *fragments* in a size in points."""
        drawn: list[str] = []
        place = 0
        while place < len(fragments):
            part = fragments[place]
            place += 1
            body = self.body(part)
            if not body and part.cut is not None:
                # Room after it goes with it: PDFium leaves out what has no ink.
                end = place
                while end < len(fragments) and fragments[end].is_blank and not part.is_rtl:
                    end += 1
                body = self._with_text_beside(part.cut, (part, *fragments[place:end]), size)
                place = end
            drawn.append(body)
        return f"[<{''.join(drawn)}>]TJ".replace("<>", " ").replace("[ ]TJ", "")

    def body(self, part: Fragment) -> str:
        """Return the operands of *part*, or nothing if its glyphs cannot tell its text."""
        body = self.bodies.get(part, "")
        if body:
            return body
        if part.body and all([self._is_told(part.cut, step) for step in part.steps]):  # noqa: C419  all are noted
            body = part.body
        else:
            bodies = [self._step_body(part.cut, step) for step in part.steps]
            body = "".join(bodies) if all(bodies) else ""
        if body:
            self.bodies[part] = body
        return body

    def program(self, cut: Cut) -> bytes:
        """Return the part of *cut* that was used, as it goes into the PDF."""
        program = cut.program(self._glyphs)
        if not self._composites:
            return program
        from formgen.render.fonts.composites import with_composites  # noqa: PLC0415  see _composite

        return with_composites(program, self._composites, first=cut.face.glyph_count)

    def _is_told(self, cut: Cut | None, step: Step) -> bool:
        """Note the glyph of a plain *step*, and tell whether it reads back as its text."""
        glyph = step.parts[0].glyph
        if glyph not in self.texts:
            self.texts[glyph] = step.text
            self.widths[glyph] = step.advance if cut is None else cut.advance(glyph)
            self._glyphs.add(glyph)
        return self.texts[glyph] == step.text

    def _step_body(self, cut: Cut | None, step: Step) -> str:
        """Return the operands of *step*, as a glyph of its own if need be; nothing if none is free."""
        if cut is None:
            return ""
        if step.body and self._is_told(cut, step):
            return step.body
        number = self._numbers.get(step)
        if number is None:
            number = cut.face.glyph_count + len(self._composites)
            if cut.face.is_compact or number > _LAST_NUMBER:
                return ""
            self._numbers[step] = number
            self._composites.append(_composite(step, cut.face.units))
            self._glyphs.update(part.glyph for part in step.parts)
            self.texts[number] = step.text
            self.widths[number] = step.advance
        return f"{number:04X}"

    def _with_text_beside(self, cut: Cut, fragments: Sequence[Fragment], size: float) -> str:
        """Return the operands of words that do not read back from their glyphs, with their text beside them.

        Readers turn the text beside words from right to left round once
        more, so that those go without.
        """
        said = "".join(part.text for part in fragments)
        drawn = "".join(self._placed(cut, step, size) for part in fragments for step in part.steps)
        if fragments[0].is_rtl:
            return drawn
        return f">]TJ {actual_text(said)}[<{drawn}>]TJ EMC[<"

    def _placed(self, cut: Cut, step: Step, size: float) -> str:
        pen = 0
        drawn: list[str] = []
        for part in step.parts:
            if part.glyph not in self.texts:
                self.texts[part.glyph] = step.text if part is step.parts[0] else ""
                self.widths[part.glyph] = cut.advance(part.glyph)
                self._glyphs.add(part.glyph)
            drawn += (moved(pen - part.x), _raised(part, size))
            pen = part.x + cut.advance(part.glyph)
        return "".join([*drawn, moved(pen - step.advance)])


def _raised(part: Part, size: float) -> str:
    number = f"{part.glyph:04X}"
    return f">]TJ {part.y * size / EM:.3f} Ts[<{number}>]TJ 0 Ts[<" if part.y else number


def _composite(step: Step, units: int) -> "Composite":
    # Most papers have no letter that is drawn from pieces.
    from formgen.render.fonts.composites import Component, Composite  # noqa: PLC0415

    def scaled(thousandths: int) -> int:
        return round(thousandths * units / EM)

    components = tuple(Component(part.glyph, scaled(part.x), scaled(part.y)) for part in step.parts)
    return Composite(components, scaled(step.advance))
