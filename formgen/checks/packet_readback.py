"""Reopens a finished volume of a packet: pages as laid out, exhibits as prepared, and nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from formgen.checks.packet_looks import looks_alike
from formgen.checks.packet_made import DAMAGED, made_problems
from formgen.checks.packet_order import completeness_problems, order_problems
from formgen.checks.packet_pages import VolumePage, pages_of_volume
from formgen.checks.packet_places import PlacesFound
from formgen.checks.packet_problems import problem
from formgen.checks.packet_text import text_problems
from formgen.checks.pdf_text import pages_of
from formgen.errors import Problem
from formgen.packet.binding import Volume
from formgen.render.collector import collector_paused

__all__ = ["VolumeReading", "completeness_problems", "looks_alike", "read_back_volume"]


@dataclass(frozen=True, slots=True)
class VolumeReading:
    """What was read of a finished file."""

    problems: tuple[Problem, ...]
    texts: tuple[str, ...]
    """All text of each of its pages, in their order."""


@collector_paused()
def read_back_volume(  # noqa: PLR0913 - each named where it is called
    path: Path,
    volume: Volume,
    *,
    name: str,
    title: str,
    language: str,
    made: Callable[[], list[Problem]] | None = None,
) -> VolumeReading:
    """Return what is wrong with a finished file, and what it says.

    Each page is read once with PDFium; what it is made of is looked at with qpdf.

    Args:
        path: The finished file.
        volume: What was laid out, and which pages of evidence were put in.
        name: The file's name in the packet, for messages.
        title: The title that its own properties must give.
        language: The language that they must give, such as `en-US`.
        made: Gives what `made_problems` finds, if that is looked for elsewhere.
    """
    laid = tuple(pages_of_volume(volume))
    problems = list(order_problems(volume, name))
    texts: list[str] = []
    try:
        problems += _printed_problems(path, volume, laid, name, texts)
        if made is not None:
            problems += made()
        else:
            problems += made_problems(path, laid, name, title=title, language=language)
    except DAMAGED:
        problems.append(problem("packet-unreadable", f"{name} cannot be opened again.", name))
    return VolumeReading(tuple(problems), tuple(texts))


def _printed_problems(
    path: Path, volume: Volume, laid: Sequence[VolumePage], name: str, texts: list[str]
) -> list[Problem]:
    """Return what is wrong with what *path* prints and where it leads; its text is added to *texts*."""
    found = PlacesFound(name)
    problems: list[Problem] = []
    with pages_of(path) as pages:
        for page in pages:
            texts.append(page.text())
            if page.number <= len(laid):
                wanted = laid[page.number - 1]
                found.look_at(page, wanted)
                problems += text_problems(page, wanted, name)
    if len(texts) != len(laid):
        what = f"{name} has {len(texts)} pages, and was laid out on {len(laid)}."
        problems.insert(0, problem("packet-pages", what, name))
    return [*problems, *found.problems(volume)]
