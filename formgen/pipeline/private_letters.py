"""Searches finished letters for what must not be in them: private numbers, contacts that are kept back."""

from collections.abc import Collection, Sequence

from formgen.checks.private_data import PagePlace, private_problems_in
from formgen.errors import Problem
from formgen.facts.withheld_contacts import Watched
from formgen.render.rendered import Rendered


def private_in_letter(letter: Rendered, watched: Sequence[Watched], accept: Collection[str]) -> list[Problem]:
    """Return a problem for each kind of private data in a finished letter, whose pages are not known.

    Args:
        letter: As it was read back.
        watched: What its reader is not to learn.
        accept: The codes that the case accepts.
    """
    text = "\n".join("".join(piece.text for piece in pieces) for pieces in letter.paragraphs)
    return private_problems_in(text, PagePlace(letter.file_name), watched, accept)
