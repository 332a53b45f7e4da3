"""Joins a drawn file and prepared ones into one, none of them held in memory: for packets of great weight."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from formgen.exhibit.prepared import EXHIBIT


@dataclass(frozen=True, slots=True)
class Joined:
    """The joined file: first the drawn pages, then those of each prepared file."""

    pdf: pikepdf.Pdf
    drawn: int
    """How many pages were drawn."""

    starts: Mapping[Path, int]
    """Where the pages of each prepared file begin, counted from 0."""

    pages: Sequence[pikepdf.Page]

    def form(self, file: Path, number: int) -> pikepdf.Object:
        """Return what page *number*, from 1, of a prepared file draws."""
        return self.pages[self.starts[file] + number - 1].obj.Resources.XObject[EXHIBIT]

    def drop_prepared(self) -> None:
        """Take the pages of prepared files out again, once what they draw is in its place."""
        del self.pdf.pages[self.drawn :]


@contextmanager
def joined(drawn: bytes, files: Sequence[Path], out: Path) -> Iterator[Joined]:
    """Join *drawn* and *files* while the block lasts, in files beside *out* that are removed then.

    qpdf copies streams from file to file.  What is taken over with
    pikepdf's `copy_foreign` stays in memory until it is written.
    """
    first, whole = out.with_name(f"{out.name}.drawn"), out.with_name(f"{out.name}.joined")
    try:
        descriptor = os.open(first, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(drawn)
        # Made before qpdf writes into it, so that nobody else can read it meanwhile.
        os.close(os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
        inputs = [argument for file in (first, *files) for argument in (str(file), "1-z")]
        packing = ("--stream-data=preserve", "--decode-level=none", "--static-id")
        pikepdf.Job(["qpdf", str(first), "--pages", *inputs, "--", *packing, str(whole)]).run()
        with pikepdf.open(first) as own:
            labels = own.Root.PageLabels if "/PageLabels" in own.Root else None
            count = len(own.pages)
            with pikepdf.open(whole, access_mode=pikepdf.AccessMode.stream) as pdf:
                if labels is not None:
                    # qpdf has gone on with the numbers of each file's own.
                    pdf.Root.PageLabels = pdf.copy_foreign(labels)
                starts, at = {}, count
                for file in files:
                    starts[file] = at
                    with pikepdf.open(file) as source:
                        at += len(source.pages)
                yield Joined(pdf, count, starts, list(pdf.pages))
    finally:
        first.unlink(missing_ok=True)
        whole.unlink(missing_ok=True)
