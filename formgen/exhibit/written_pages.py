"""Papers of text drawn and made into prepared pages, and prepared files put one after the other."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from pikepdf import ObjectStreamMode, Pdf, StreamDecodeLevel

from formgen.document.leaf import Leaf
from formgen.exhibit.page_range import wanted_pages
from formgen.exhibit.pdf import convert_pdf
from formgen.exhibit.prepared import Converted, Done, Part, PreparedPage, RefusedError
from formgen.exhibit.source import Limits, Source
from formgen.render.fonts.book import FontBook
from formgen.render.leaf import lay_out_leaf
from formgen.render.pdf import draw_together


@lru_cache(maxsize=1)
def usual_book() -> FontBook:
    """Return the typefaces that come with the program; they are opened once."""
    return FontBook.open()


def write_leaves(leaves: Sequence[Leaf], out: Path, limits: Limits) -> tuple[PreparedPage, ...]:
    """Write *leaves* as a prepared file, and return what its pages are.

    Raises:
        RefusedError: `evidence-too-many-pages`, if there are more pages than one file may have.
    """
    book = usual_book()
    laid = [lay_out_leaf(leaf, book) for leaf in leaves]
    check_length(sum(each.page_count for each in laid), limits)
    content = draw_together(laid, book, title="", language=leaves[0].language).content
    drawn = out.with_suffix(".drawn")
    try:
        drawn.write_bytes(content)
        return convert_pdf(Source("", drawn, hashlib.sha256(content).hexdigest(), "PDF"), out, limits).pages
    finally:
        drawn.unlink(missing_ok=True)


def put_together(files: Sequence[tuple[Path, Converted]], out: Path, pages: str, limits: Limits) -> Converted:
    """Write prepared files one after the other, or those of their pages that are wanted.

    Args:
        files: Each with what it holds; what their parts and notes say of pages is counted in each of them.
        out: Where to write.
        pages: A range such as `2-4, 7`, counted in all of them; empty for all.
        limits: How many pages there may be.

    Raises:
        RefusedError: `evidence-too-many-pages`, or `evidence-pages` for a range that cannot be.
    """
    whole = _added([converted for _, converted in files])
    check_length(len(whole.pages), limits)
    wanted = wanted_pages(pages, len(whole.pages))
    if len(files) == 1 and len(wanted) == len(whole.pages):
        files[0][0].replace(out)
        return whole
    with _opened([file for file, _ in files]) as opened, Pdf.new() as pdf:
        all_pages = [page for each in opened for page in each.pages]
        for number in wanted:
            pdf.pages.append(all_pages[number - 1])
        _save(pdf, out)
    return chosen(whole, wanted)


@contextmanager
def _opened(files: Sequence[Path]) -> Iterator[list[Pdf]]:
    opened: list[Pdf] = []
    try:
        opened.extend(Pdf.open(file) for file in files)
        yield opened
    finally:
        for each in opened:
            each.close()


def _added(converted: Sequence[Converted]) -> Converted:
    """Return what several prepared files hold as if they were one."""
    pages: list[PreparedPage] = []
    parts: list[Part] = []
    done: list[Done] = []
    for each in converted:
        before = len(pages)
        parts += [replace(part, page=part.page + before) for part in each.parts]
        done += [note if note.page is None else replace(note, page=note.page + before) for note in each.done]
        pages += each.pages
    return Converted(tuple(pages), len(pages), tuple(parts), _counted(done))


def _counted(done: Sequence[Done]) -> tuple[Done, ...]:
    """Return *done* with the counts of what was done several times added up."""
    counts: dict[tuple[str, int | None], int] = {}
    for note in done:
        counts[note.code, note.page] = counts.get((note.code, note.page), 0) + note.count
    return tuple(Done(code, count, page) for (code, page), count in counts.items())


def chosen(whole: Converted, wanted: Sequence[int]) -> Converted:
    """Return what is left of *whole* when only the *wanted* pages, counted from 1, are kept."""
    places = {number: place for place, number in enumerate(wanted, 1)}
    return Converted(
        tuple(whole.pages[number - 1] for number in wanted),
        whole.source_pages,
        tuple(replace(part, page=places[part.page]) for part in whole.parts if part.page in places),
        tuple(
            note if note.page is None else replace(note, page=places[note.page])
            for note in whole.done
            if note.page is None or note.page in places
        ),
    )


def check_length(count: int, limits: Limits) -> None:
    """Refuse what has more pages than one file may have.

    Raises:
        RefusedError: `evidence-too-many-pages`.
    """
    if count > limits.pages:
        raise RefusedError(
            "evidence-too-many-pages",
            f"This file has {count:,} pages or more; the limit is {limits.pages:,}.",
            "Split it, and name its parts as evidence of their own.",
        )


def _save(pdf: Pdf, out: Path) -> None:
    pdf.save(
        out,
        object_stream_mode=ObjectStreamMode.generate,
        # The digests count streams as they are stored: nothing is packed anew.
        compress_streams=False,
        stream_decode_level=StreamDecodeLevel.none,
        deterministic_id=True,
    )
