"""Says what a misspelt name was most likely meant to be."""

from collections.abc import Sequence

from formgen.intake.shown import in_words, nearest


def did_you_mean(typed: str, known: Sequence[str], *, otherwise: str = "") -> str:
    """Return a question naming the nearest of *known*; if none is near, *otherwise* or all there are."""
    close = nearest(typed, known)
    if close is not None:
        return f"Did you mean `{close}`?"
    return otherwise or f"There is: {in_words(known, last='and') or 'nothing'}."
