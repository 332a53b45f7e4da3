"""Puts the pages of evidence into a file whose own pages are drawn: content as it is, only placed."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf

from formgen.exhibit.pdf_layers import merge_layers
from formgen.exhibit.prepared import EXHIBIT
from formgen.packet.joining import joined

IN_MEMORY = 100_000_000
"""Bytes of evidence that are held in memory; what is heavier takes twice as long on the disk instead."""

_OPEN_BESIDES = 100
"""Files that are open meanwhile besides those of the evidence."""


@dataclass(frozen=True, slots=True)
class Placement:
    """One page of evidence, and where it goes."""

    page: int
    """Of the file that is put together, from 1."""

    file: Path
    """The prepared PDF that holds it."""

    source: int
    """Which of its pages it is, from 1."""

    x: float
    y: float
    scale: float


def assemble(drawn: bytes, placements: Sequence[Placement], out: Path) -> None:
    """Write the file *drawn* with the pages of evidence below its stamps.

    Streams are copied as they are, and held in memory until all is written
    as long as they are few; many are joined from file to file.  The same
    input gives the same bytes.

    Args:
        drawn: The PDF with covers, stamps, links and bookmarks.
        placements: The pages of evidence.
        out: Where it is written; readable by its owner only.
    """
    files = list(dict.fromkeys(placement.file for placement in placements))
    if sum(file.stat().st_size for file in files) > IN_MEMORY and not any(map(_has_layers, files)):
        with joined(drawn, files, out) as found:
            for placement in placements:
                form = found.form(placement.file, placement.source)
                _place(found.pages[placement.page - 1], form, placement)
            found.drop_prepared()
            _save(found.pdf, out)
        return
    with ExitStack() as opened:
        opened.enter_context(_many_open(len(files)))
        pdf = opened.enter_context(pikepdf.open(BytesIO(drawn)))
        sources: dict[Path, pikepdf.Pdf] = {}
        pages = list(pdf.pages)
        for placement in placements:
            source = sources.get(placement.file)
            if source is None:
                source = sources[placement.file] = opened.enter_context(pikepdf.open(placement.file))
                merge_layers(pdf, source)
            form = source.pages[placement.source - 1].obj.Resources.XObject[EXHIBIT]
            _place(pages[placement.page - 1], pdf.copy_foreign(form), placement)
        _save(pdf, out)


def _save(pdf: pikepdf.Pdf, out: Path) -> None:
    descriptor = os.open(out, os.O_RDWR | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        pdf.save(
            stream,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            compress_streams=True,
        )


def _has_layers(file: Path) -> bool:
    """Tell whether a prepared file has layers, whose state is taken over with what they are in."""
    with pikepdf.open(file) as pdf:
        return "/OCProperties" in pdf.Root


@contextmanager
def _many_open(count: int) -> Iterator[None]:
    """Let this process keep *count* files open more than usual, where the system counts them."""
    if sys.platform == "win32":
        yield
        return
    import resource  # noqa: PLC0415 - Windows has none

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = count + _OPEN_BESIDES
    if soft != resource.RLIM_INFINITY and soft < wanted:
        wanted = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        with suppress(OSError, ValueError):  # macOS does not take every limit
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    try:
        yield
    finally:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def _place(page: pikepdf.Page, form: pikepdf.Object, placement: Placement) -> None:
    # What is drawn may share one list of its parts among all pages: each page of evidence needs its own.
    own = dict(page.obj.Resources.items())
    forms = dict(own["/XObject"].items()) if "/XObject" in own else {}
    forms[EXHIBIT] = form
    page.obj.Resources = pikepdf.Dictionary({**own, "/XObject": pikepdf.Dictionary(forms)})
    scale = f"{placement.scale:.5f}"
    drawing = f"q {scale} 0 0 {scale} {placement.x:.3f} {placement.y:.3f} cm {EXHIBIT} Do Q\n"
    page.contents_add(drawing.encode("ascii"), prepend=True)
