"""Pleading paper: a court paper's blocks set on its numbered lines, and put on pages."""

from formgen.render.pleading.glyphs import glyph_problems
from formgen.render.pleading.layout import lay_out

__all__ = ["glyph_problems", "lay_out"]
