"""The chronology's sheets: its drawn timeline, and its table with head and foot on every page."""

from formgen.render.sheet.glyphs import chronology_glyph_problems
from formgen.render.sheet.layout import lay_out_chronology

__all__ = ["chronology_glyph_problems", "lay_out_chronology"]
