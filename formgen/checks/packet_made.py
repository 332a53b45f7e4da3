"""Looks at what a finished volume is made of, with qpdf: its own pages, and the evidence on them."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from pikepdf import Pdf, PikepdfError

from formgen.checks.packet_evidence import EvidencePage, EvidenceReader
from formgen.checks.packet_problems import problem, said_of
from formgen.checks.packet_structure import PageMake, file_faults
from formgen.checks.pdf_text import NotAPdfError
from formgen.errors import Problem
from formgen.exhibit.digest import KnottedError
from formgen.packet.bound_page import BoundPage

DAMAGED = (
    *(NotAPdfError, PikepdfError, KnottedError),
    *(AttributeError, IndexError, KeyError, RuntimeError, TypeError, ValueError),
)
"""What taking a file apart may end in whose objects are not what they must be."""


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page of a volume, as far as it matters what it is made of."""

    printed: int
    band: float
    bound: BoundPage | None


def made_problems(
    path: Path, laid: Sequence[EvidencePage], name: str, *, title: str, language: str
) -> list[Problem]:
    """Return what is wrong with what *path* is made of.

    Args:
        path: The finished file.
        laid: Its pages as they were laid out.
        name: The file's name in the packet, for messages.
        title: The title that its own properties must give.
        language: The language that they must give, such as `en-US`.
    """
    make = PageMake()
    with Pdf.open(path) as pdf, closing(EvidenceReader(pdf, name)) as evidence:
        problems = [
            problem("packet-structure", what, name)
            for what in file_faults(pdf, title=title, language=language)
        ]
        for page, wanted in zip(pdf.pages, laid, strict=False):
            make.look_at(page, wanted)
            problems += evidence.problems(page, wanted)
    if make.odd:
        what = said_of(make.odd, name, ("holds", "hold"), "something that was not laid out")
        problems.append(problem("packet-structure", what, name))
    return problems + [problem("packet-structure", what, name) for what in sorted(make.fonts)]
