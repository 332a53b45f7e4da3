"""Leaves: papers of plain text and tables laid out on their pages."""

from formgen.render.leaf.glyphs import leaf_glyph_problems
from formgen.render.leaf.layout import lay_out_leaf

__all__ = ["lay_out_leaf", "leaf_glyph_problems"]
