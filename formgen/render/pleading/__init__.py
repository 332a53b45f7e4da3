"""Pleading paper: a court paper's blocks set on its numbered lines, and put on pages."""
