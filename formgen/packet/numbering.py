"""Numbers the pages of a packet: one count through all its volumes, and which volume holds what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Weighed:
    """An exhibit to be bound, and how much of a file it takes."""

    label: str
    pages: int
    """Its own, without the cover."""

    weight: int
    """Bytes that it adds to a file."""

    page_weights: tuple[int, ...] = ()
    """Bytes of each page, for an exhibit that alone is over the limit."""

    cover_pages: int = 1
    """Pages of its cover: more than one where much is to be said on it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An exhibit, or what of it goes into one volume."""

    label: str
    volume: int
    """From 1."""

    cover: int | None
    """The page number of the first page of its cover; None where it goes on from the volume before."""

    first_page: int
    """The page number of the first of its own pages here."""

    first_of: int
    """Which page of the exhibit that is, from 1."""

    count: int


@dataclass(frozen=True, slots=True)
class Numbering:
    """The page numbers of a packet."""

    papers: Mapping[str, int]
    """The first page of each paper, by the name of its file less `.pdf`."""

    indexes: tuple[int, ...]
    """The first page of the index in each volume."""

    pieces: tuple[Piece, ...]

    @property
    def volumes(self) -> int:
        """Return how many volumes there are."""
        return len(self.indexes)

    def pages_of(self, label: str) -> tuple[int, int]:
        """Return the first and the last page of an exhibit's own pages."""
        pieces = [piece for piece in self.pieces if piece.label == label]
        last = pieces[-1]
        return pieces[0].first_page, last.first_page + last.count - 1

    def count_of(self, label: str) -> int:
        """Return how many pages of its own an exhibit has: without an index that stands between them."""
        return sum(piece.count for piece in self.pieces if piece.label == label)

    def volume_of(self, label: str) -> int:
        """Return the volume in which an exhibit begins."""
        return next(piece.volume for piece in self.pieces if piece.label == label)


@dataclass(slots=True)
class _Counter:
    """Where the count stands, and how full the present volume is."""

    index_pages: int
    room: int
    """Bytes that a volume has for exhibits."""

    page: int
    volume: int = 0
    used: int = 0
    indexes: list[int] = field(default_factory=list)

    def open_volume(self) -> None:
        """Begin a volume with its index."""
        self.volume += 1
        self.used = 0
        self.indexes.append(self.page)
        self.page += self.index_pages

    def take(self, weighed: Weighed, *, first_of: int, count: int, weight: int) -> Piece:
        """Count *count* pages of an exhibit into the present volume."""
        cover = self.page if first_of == 1 else None
        self.page += weighed.cover_pages if cover is not None else 0
        piece = Piece(weighed.label, self.volume, cover, self.page, first_of, count)
        self.page += count
        self.used += weight
        return piece


def number_pages(
    papers: Sequence[tuple[str, int]],
    index_pages: int,
    exhibits: Sequence[Weighed],
    *,
    room: int,
    taken: int = 0,
) -> Numbering:
    """Return the page numbers of a packet: papers, index, then each exhibit behind its cover.

    Rule 3.1110(c): Arabic numbers, in one count from the first page on.  Where
    a volume would be over *room*, the next exhibit begins another one, with the
    index again; an exhibit is parted only if it alone is over.

    Args:
        papers: Name and number of pages of each paper.
        index_pages: Pages that the index takes in each volume.
        exhibits: In the order in which they are bound.
        room: Bytes that a volume may have.
        taken: Bytes that the papers take of the first volume.
    """
    firsts: dict[str, int] = {}
    page = 1
    for name, count in papers:
        firsts[name] = page
        page += count
    counter = _Counter(index_pages, room, page)
    counter.open_volume()
    counter.used = taken
    pieces: list[Piece] = []
    for exhibit in exhibits:
        if counter.used and counter.used + exhibit.weight > room:
            counter.open_volume()
        if exhibit.weight > room and exhibit.page_weights:
            pieces += _parted(exhibit, counter)
        else:
            pieces.append(counter.take(exhibit, first_of=1, count=exhibit.pages, weight=exhibit.weight))
    return Numbering(firsts, tuple(counter.indexes), tuple(pieces))


def _parted(exhibit: Weighed, counter: _Counter) -> Iterator[Piece]:
    """Yield an exhibit that is over the limit volume by volume, as many pages in each as fit."""
    first, count, weight = 1, 0, 0
    for page_weight in exhibit.page_weights:
        if count and counter.used + weight + page_weight > counter.room:
            yield counter.take(exhibit, first_of=first, count=count, weight=weight)
            counter.open_volume()
            first, count, weight = first + count, 0, 0
        count += 1
        weight += page_weight
    yield counter.take(exhibit, first_of=first, count=count, weight=weight)
