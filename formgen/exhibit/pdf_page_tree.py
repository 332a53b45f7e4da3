"""The pages of a PDF in their order, found without trusting how the file says that they hang together."""

from collections.abc import Mapping
from dataclasses import dataclass

from pikepdf import Dictionary, Pdf

from formgen.exhibit.pdf_objects import Place, dictionary, entry, items, name, place_of
from formgen.exhibit.prepared import RefusedError

_HANDED_DOWN = ("/MediaBox", "/CropBox", "/Rotate", "/Resources")
"""What a page takes from above if it has none of its own (ISO 32000-2, 7.7.3.4)."""

_DEEPEST = 200
"""Levels of a page tree."""


@dataclass(frozen=True, slots=True)
class SourcePage:
    """One page as the file has it."""

    number: int
    """From 1."""

    own: Dictionary
    handed_down: Mapping[str, object]

    def entry(self, key: str) -> object:
        """Return what the page has under *key*, of its own or from above."""
        own = self.own.get(key)
        return self.handed_down.get(key) if own is None else own


def pages_of(pdf: Pdf, most: int) -> list[SourcePage]:
    """Return the pages of *pdf* in their order.

    Args:
        pdf: The open file.
        most: How many pages it may have.

    Raises:
        RefusedError: `evidence-no-pages`, `evidence-too-many-pages`, or
            `evidence-damaged` if its pages hang together in a circle.
    """
    pages: list[SourcePage] = []
    seen: set[Place] = set()
    waiting: list[tuple[object, Mapping[str, object], int]] = [(entry(pdf.Root, "/Pages"), {}, 0)]
    while waiting:
        found, above, depth = waiting.pop()
        node = dictionary(found)
        if node is None:
            continue
        if "/Kids" not in node:
            if name(node.get("/Type")) != "Pages":
                pages.append(SourcePage(len(pages) + 1, node, above))
            if len(pages) > most:
                raise _too_many(most)
            continue
        place = place_of(node)
        if depth > _DEEPEST or (place in seen and place[0]):
            raise _knotted()
        seen.add(place)
        here = {**above, **{key: node[key] for key in _HANDED_DOWN if key in node}}
        kids = items(node.get("/Kids"))
        if len(kids) > most:
            raise _too_many(most)
        waiting.extend((kid, here, depth + 1) for kid in reversed(kids))
    if not pages:
        raise RefusedError(
            "evidence-no-pages",
            "The file is a PDF without pages.",
            "Get the file again from where it came from; if it is the same, leave it out.",
        )
    return pages


def _too_many(most: int) -> RefusedError:
    return RefusedError(
        "evidence-too-many-pages",
        f"The file has more than {most} pages.",
        "Offer the part that matters as a file of its own.",
    )


def _knotted() -> RefusedError:
    return RefusedError(
        "evidence-damaged",
        "The file is damaged: its list of pages leads back into itself.",
        "Get the file again, or open it in a PDF reader and print it to a new PDF.",
    )
