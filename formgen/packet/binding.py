"""Binds papers and exhibits into volumes: two passes, the first counts pages, the second prints them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from formgen.catalog.exhibit_spec import ExhibitSpec
from formgen.document.exhibit import Exhibit
from formgen.document.exhibit_leaves import LeafMaker
from formgen.document.leaf import Leaf
from formgen.document.places import exhibit_place, index_place
from formgen.exhibit.prepared import ExhibitPages
from formgen.packet.assemble import Placement
from formgen.packet.bound_page import BoundPage
from formgen.packet.numbering import Numbering, Piece, Weighed, number_pages
from formgen.render.fonts.book import FontBook
from formgen.render.laid_out import LaidOut, OutlineEntry, PlacedLine
from formgen.render.leaf.layout import lay_out_leaf
from formgen.render.pleading.ruler import Ruler
from formgen.render.stamps import LONG_SIDE, SHORT_SIDE, Band, Stamp, Stamped, Stamper, Stretch

STAMP_WEIGHT = 900
"""Bytes that the stamp of a page takes, about."""

DRAFT = "DRAFT"

COVER_WEIGHT = 4_000
"""Bytes that a cover takes, about."""


@dataclass(frozen=True, slots=True)
class ToBind:
    """An exhibit and its pages."""

    exhibit: Exhibit
    prepared: ExhibitPages | None
    """None for a file that is handed in apart."""

    done: tuple[str, ...] = ()
    """What its cover says of the copy."""

    part: str = ""
    """That only some pages of the file are here."""

    facts: tuple[str, ...] = ()
    """What the page of a lodged file says of it."""

    page_weights: tuple[int, ...] = ()
    """Bytes of each page, where they had to be weighed."""

    @property
    def weighed(self) -> Weighed:
        """Return how much of a file it takes, if its cover, and the page of a lodged file, is one page."""
        if self.prepared is None:
            return Weighed(self.exhibit.label, 1, COVER_WEIGHT)
        pages = len(self.prepared.pages)
        weight = self.prepared.file.stat().st_size + COVER_WEIGHT + STAMP_WEIGHT * pages
        return Weighed(self.exhibit.label, pages, weight, self.page_weights)


@dataclass(frozen=True, slots=True)
class Volume:
    """One file of a packet, laid out."""

    number: int
    laid: tuple[LaidOut, ...]
    bound: tuple[BoundPage, ...]

    @property
    def first_page(self) -> int:
        """Return the number on its first page."""
        return self.laid[0].first_page

    @property
    def page_count(self) -> int:
        """Return how many pages it has."""
        return sum(part.page_count for part in self.laid)


class Binder:
    """Binds one set of exhibits."""

    def __init__(self, maker: LeafMaker, band: Band, book: FontBook, *, draft: bool) -> None:
        self.maker, self.book, self.draft = maker, book, draft
        self.stamper = Stamper(band, Ruler(book))

    def numbering(
        self, papers: Sequence[LaidOut], exhibits: Sequence[ToBind], *, room: int, taken: int
    ) -> Numbering:
        """Return the page numbers of *papers* and *exhibits*, before any is printed.

        Args:
            papers: Laid out once; page numbers in them take their widest room already.
            exhibits: In the order in which they are bound.
            room: Bytes that a file may have.
            taken: Bytes that the papers take.
        """
        counted = [(paper.name, paper.page_count) for paper in papers]
        weighed = [self._weighed(each) for each in exhibits]
        found = number_pages(counted, self._index_pages(exhibits, None), weighed, room=room, taken=taken)
        if found.volumes > 1:
            volumes = {each.label: found.volume_of(each.label) for each in weighed}
            pages = self._index_pages(exhibits, volumes)
            found = number_pages(counted, pages, weighed, room=room, taken=taken)
        return found

    def volumes(
        self, papers: Sequence[LaidOut], exhibits: Sequence[ToBind], numbering: Numbering
    ) -> tuple[Volume, ...]:
        """Return every volume laid out, its page numbers printed.

        Args:
            papers: With their pages and the exhibits' pages filled in.
            exhibits: As they were numbered.
            numbering: Their numbers.
        """
        by_label = {each.exhibit.label: each for each in exhibits}
        found = []
        for volume in range(1, numbering.volumes + 1):
            laid = list(papers) if volume == 1 else []
            laid.append(self._index(exhibits, numbering, volume))
            bound: list[BoundPage] = []
            for piece in numbering.pieces:
                if piece.volume == volume:
                    self._add(by_label[piece.label], piece, laid, bound)
            found.append(Volume(volume, tuple(laid), tuple(bound)))
        return tuple(found)

    def alone(self, each: ToBind, numbering: Numbering) -> Volume:
        """Return one exhibit as a file of its own for the hearing: with the page numbers that papers cite."""
        laid: list[LaidOut] = []
        bound: list[BoundPage] = []
        first = numbering.pages_of(each.exhibit.label)[0]
        weighed = self._weighed(each)
        piece = Piece(weighed.label, 1, first - weighed.cover_pages, first, 1, weighed.pages)
        self._add(each, piece, laid, bound)
        return Volume(1, tuple(laid), tuple(bound))

    def leaf(self, leaf: Leaf, *, first_page: int = 1, pages: Mapping[str, str] | None = None) -> LaidOut:
        """Return a leaf laid out."""
        return lay_out_leaf(leaf, self.book, draft=self.draft, pages=pages, first_page=first_page)

    def _weighed(self, each: ToBind) -> Weighed:
        """Return how much of a file an exhibit takes: what is composed for it can be longer than a page."""
        cover = self.leaf(self.maker.cover(each.exhibit, each.done, each.part)).page_count
        weighed = replace(each.weighed, cover_pages=cover)
        if each.prepared is None:
            lodged = self.leaf(self.maker.lodged(each.exhibit, each.facts))
            weighed = replace(weighed, pages=lodged.page_count)
        return weighed

    def _index_pages(self, exhibits: Sequence[ToBind], volumes: Mapping[str, int] | None) -> int:
        index = self.maker.index([_remarked(each) for each in exhibits], volumes)
        return self.leaf(index, pages={}).page_count

    def _index(self, exhibits: Sequence[ToBind], numbering: Numbering, volume: int) -> LaidOut:
        labels = [each.exhibit.label for each in exhibits]
        volumes = {label: numbering.volume_of(label) for label in labels} if numbering.volumes > 1 else None
        pages = {label: self.maker.pages_in_index(*numbering.pages_of(label)) for label in labels}
        index = self.maker.index([_remarked(each) for each in exhibits], volumes)
        return self.leaf(index, first_page=numbering.indexes[volume - 1], pages=pages)

    def _add(self, each: ToBind, piece: Piece, laid: list[LaidOut], bound: list[BoundPage]) -> None:
        """Add the cover and the pages of *piece*."""
        if piece.cover is not None:
            laid.append(self._cover(each, piece.cover))
        before = sum(part.page_count for part in laid)
        if each.prepared is None:
            laid.append(self._lodged(each, piece))
            return
        pages = each.prepared.pages
        for stamped in self._stamped(each, piece, pages=len(pages)):
            for body in stamped.bodies:
                page = pages[body.source - 1]
                placement = Placement(
                    before + body.page, each.prepared.file, body.source, body.x, body.y, body.scale
                )
                bound.append(
                    BoundPage(
                        placement,
                        piece.label,
                        each.exhibit.path,
                        body.source,
                        page.digest,
                        page.is_changed,
                    )
                )
            laid.append(stamped.laid)
            before += stamped.laid.page_count

    def _cover(self, each: ToBind, printed: int) -> LaidOut:
        laid = self.leaf(self.maker.cover(each.exhibit, each.done, each.part), first_page=printed)
        bookmark = OutlineEntry(self.maker.bookmark(each.exhibit), 1, laid.height)
        lines = (*laid.lines, *self._foot(laid, printed))
        return replace(laid, lines=lines, outline=(bookmark,))

    def _foot(self, laid: LaidOut, printed: int) -> Iterator[PlacedLine]:
        for page in range(1, laid.page_count + 1):
            yield self.stamper.number(SHORT_SIDE, page, printed + page - 1)
            if self.draft:
                yield self.stamper.mark(DRAFT, page)

    def _lodged(self, each: ToBind, piece: Piece) -> LaidOut:
        laid = self.leaf(self.maker.lodged(each.exhibit, each.facts), first_page=piece.first_page)
        stretch = Stretch(((SHORT_SIDE, 700.0),) * laid.page_count, piece.first_page, 1, laid.page_count)
        (stamped,) = self.stamper.stamped(stretch, self._stamp(each, is_copy=False))
        return replace(
            laid,
            lines=(*laid.lines, *stamped.laid.lines),
            links=(*laid.links, *stamped.laid.links),
            frame=stamped.laid.frame,
        )

    def _stamped(self, each: ToBind, piece: Piece, *, pages: int) -> tuple[Stamped, ...]:
        prepared = each.prepared
        assert prepared is not None  # noqa: S101 - a lodged file has no pages to stamp
        shown = prepared.pages[piece.first_of - 1 : piece.first_of - 1 + piece.count]
        parts = [OutlineEntry(part.title, part.page, 0.0, part.level + 1) for part in prepared.parts]
        if piece.first_of > 1:
            # Where an exhibit goes on in another volume, its bookmark is not on a cover.
            parts.insert(0, OutlineEntry(self.maker.bookmark(each.exhibit), piece.first_of, 0.0))
        stretch = Stretch(
            tuple((page.width, page.height) for page in shown),
            piece.first_page,
            piece.first_of,
            pages,
            exhibit_place(piece.label) if piece.first_of == 1 else "",
            tuple(parts),
        )
        return self.stamper.stamped(stretch, self._stamp(each, is_copy=True))

    def _stamp(self, each: ToBind, *, is_copy: bool) -> Stamp:
        spec = self.maker.spec
        mark = ""
        if is_copy:
            mark = spec.covered_mark_bare if self.maker.is_bare else spec.covered_mark
            mark = mark if each.exhibit.is_covered else spec.copy_mark
        if self.draft:
            mark = f"{mark}  {DRAFT}".strip()
        label = each.exhibit.label
        return Stamp(self.maker.words.stamp, label, mark, index_place(label))


def _remarked(each: ToBind) -> Exhibit:
    return replace(each.exhibit, remarks=(each.part, *each.done))


def band_of(spec: ExhibitSpec) -> Band:
    """Return the clear band of the catalog, measured from the foot of a page."""
    band = spec.band
    return Band(
        LONG_SIDE - band.top, LONG_SIDE - band.baseline, band.size, band.number_size, band.side, band.rule
    )
