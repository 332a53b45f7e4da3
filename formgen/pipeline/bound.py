"""Binds what a run makes of exhibits: the packet, the enclosures of a letter, the files for the hearing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from formgen.catalog.exhibit_spec import ExhibitSpec
from formgen.document.exhibit import Exhibit
from formgen.document.exhibit_leaves import LeafMaker
from formgen.document.places import stem_of
from formgen.evidence.examine import Examined
from formgen.evidence.media import length_of
from formgen.exhibit.prepared import ExhibitPages
from formgen.packet.binding import COVER_WEIGHT, Binder, ToBind, Volume, band_of
from formgen.packet.numbering import Numbering
from formgen.packet.weights import page_weights
from formgen.render.fonts.book import FontBook
from formgen.render.laid_out import LaidOut, OutlineEntry

if TYPE_CHECKING:
    from formgen.render.papers import LaidPaper

_FONTS = 150_000
"""Bytes that the typefaces of a file take, about."""

_MARGIN = 0.97
"""How much of the size limit is used."""

_ANY = 1 << 62

_PAGE = 3_000
"""Bytes that a page of a paper takes, about."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Exhibits bound together, with the papers before them."""

    binder: Binder
    exhibits: tuple[ToBind, ...]
    numbering: Numbering
    papers: tuple[LaidOut, ...]
    """With their page numbers, and those of the exhibits that they cite."""

    limit: int | None
    """Bytes that a file may have; None where nothing limits it."""

    room: int
    """Bytes that a file may have by the weights of its parts, which are estimates."""

    def volumes(self) -> tuple[Volume, ...]:
        """Return every volume laid out."""
        return self.binder.volumes(self.papers, self.exhibits, self.numbering)


def bind(
    binder: Binder,
    exhibits: Sequence[ToBind],
    papers: Sequence[LaidOut],
    *,
    limit: int | None = None,
    room: int | None = None,
) -> Bound:
    """Return *exhibits* bound behind *papers*, their pages numbered.

    Args:
        binder: Lays out covers, index and stamps.
        exhibits: In their order.
        papers: As parts of the file, laid out with room for page numbers.
        limit: Bytes that a file may have.
        room: Bytes that a file may have by the weights, which are estimates; by default a little less than
            *limit*.
    """
    room = room if room is not None else int(limit * _MARGIN) if limit is not None else _ANY
    heavy = tuple(_weighed(each, room) for each in exhibits)
    numbering = binder.numbering(papers, heavy, room=room, taken=_taken(papers) if papers else 0)
    return Bound(binder, heavy, numbering, tuple(papers), limit, room)


def binder_for(maker: LeafMaker, book: FontBook, *, draft: bool) -> Binder:
    """Return what binds exhibits with the leaves of *maker*."""
    return Binder(maker, band_of(maker.spec), book, draft=draft)


def ready_to_bind(
    exhibits: Sequence[Exhibit],
    prepared: Mapping[str, ExhibitPages],
    examined: Sequence[Examined],
    spec: ExhibitSpec,
) -> tuple[ToBind, ...]:
    """Return *exhibits* with their pages, and with what their covers say of them."""
    files = {each.path: each for each in examined}
    return tuple(_to_bind(exhibit, prepared, files, spec) for exhibit in exhibits)


def in_packet(laid: "LaidPaper") -> LaidOut:
    """Return a paper as a part of a packet: its places named after it, its bookmarks under its own."""
    paper, out = laid.paper, laid.laid_out
    title = paper.footer[0] if paper.footer else paper.title
    own = [entry for entry in out.outline if len(out.outline) > 1 or not title.startswith(entry.title)]
    outline = (
        OutlineEntry(title, 1, out.height),
        *(replace(entry, level=entry.level + 1) for entry in own),
    )
    return replace(out, name=stem_of(paper.file_name), outline=outline)


def _to_bind(
    exhibit: Exhibit, prepared: Mapping[str, ExhibitPages], files: Mapping[str, Examined], spec: ExhibitSpec
) -> ToBind:
    pages = prepared.get(exhibit.path)
    if pages is None:
        return ToBind(exhibit, None, facts=tuple(_facts(files[exhibit.path], spec)))
    done = [
        spec.done[each.code].format(count=each.count, page=each.page)
        for each in pages.done
        if each.code in spec.done
    ]
    part = ""
    if len(pages.pages) < pages.source_pages and exhibit.item.pages:
        part = spec.cover.part.format(pages=exhibit.item.pages, all=pages.source_pages)
    return ToBind(exhibit, pages, tuple(dict.fromkeys(done)), part)


def _facts(file: Examined, spec: ExhibitSpec) -> list[str]:
    words = spec.lodged
    length = length_of(file.on_disk)
    lines = [words.file.format(name=file.file.rpartition("/")[2]), words.kind.format(kind=file.kind)]
    if length is not None:
        minutes, seconds = divmod(round(length), 60)
        hours, minutes = divmod(minutes, 60)
        lines.append(words.length.format(length=f"{hours}:{minutes:02d}:{seconds:02d}"))
    return [*lines, words.size.format(size=f"{file.size:,}"), words.digest.format(digest=file.sha256)]


def _weighed(each: ToBind, room: int) -> ToBind:
    """Return an exhibit with its pages weighed, if it alone is over *room* bytes."""
    if each.prepared is None or each.page_weights or each.weighed.weight <= room - COVER_WEIGHT:
        return each
    return replace(each, page_weights=page_weights(each.prepared.file))


def _taken(papers: Sequence[LaidOut]) -> int:
    return _FONTS + _PAGE * sum(paper.page_count for paper in papers)
