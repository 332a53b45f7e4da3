"""The terminal, the clock, the environment: what is typed, and what is shown for it."""

from formgen.cli.app import main

__all__ = ["main"]
