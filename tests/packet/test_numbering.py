"""One count of pages through all volumes: nothing numbered twice, nothing lost."""

from collections.abc import Sequence
from itertools import groupby

from hypothesis import given, settings
from hypothesis import strategies as st

from formgen.facts.exhibits import letter_for
from formgen.packet.numbering import Numbering, Piece, Weighed, number_pages

PAPERS = (("declaration", 9), ("chronology", 3))
ANY = 1 << 62


def cover_pages(exhibits: Sequence[Weighed]) -> dict[str, int]:
    return {each.label: each.cover_pages for each in exhibits}


def counted(
    papers: Sequence[tuple[str, int]], index_pages: int, exhibits: Sequence[Weighed], found: Numbering
) -> list[int]:
    """Return every page number that is given out, in the order in which the pages are bound."""
    numbers: list[int] = []
    for name, count in papers:
        numbers += range(found.papers[name], found.papers[name] + count)
    covers = cover_pages(exhibits)
    for volume, index in enumerate(found.indexes, 1):
        numbers += range(index, index + index_pages)
        for piece in found.pieces:
            if piece.volume == volume:
                if piece.cover is not None:
                    numbers += range(piece.cover, piece.cover + covers[piece.label])
                numbers += range(piece.first_page, piece.first_page + piece.count)
    return numbers


def test_papers_come_first_then_the_index_then_each_cover_and_its_pages() -> None:
    found = number_pages(PAPERS, 2, [Weighed("A", 4, 10), Weighed("B", 1, 10)], room=ANY)

    assert found == Numbering(
        {"declaration": 1, "chronology": 10},
        (13,),
        (Piece("A", 1, 15, 16, 1, 4), Piece("B", 1, 20, 21, 1, 1)),
    )
    assert found.volumes == 1
    assert (found.pages_of("A"), found.pages_of("B")) == ((16, 19), (21, 21))


def test_without_papers_the_index_is_page_1() -> None:
    found = number_pages((), 1, [Weighed("A", 1, 10)], room=ANY)

    assert found == Numbering({}, (1,), (Piece("A", 1, 2, 3, 1, 1),))


def test_without_exhibits_there_are_papers_and_an_index() -> None:
    assert number_pages(PAPERS, 1, [], room=ANY) == Numbering({"declaration": 1, "chronology": 10}, (13,), ())


def test_a_cover_of_several_pages_is_counted_with_all_of_them() -> None:
    found = number_pages((), 1, [Weighed("A", 2, 10, cover_pages=3), Weighed("B", 1, 10)], room=ANY)

    assert found.pieces == (Piece("A", 1, 2, 5, 1, 2), Piece("B", 1, 7, 8, 1, 1))


def test_an_exhibit_that_would_be_too_much_begins_a_volume_with_the_index_again() -> None:
    exhibits = [Weighed("A", 2, 60), Weighed("B", 3, 41), Weighed("C", 1, 59)]
    found = number_pages(PAPERS, 2, exhibits, room=100)

    assert found.indexes == (13, 18)
    assert found.pieces == (
        Piece("A", 1, 15, 16, 1, 2),
        Piece("B", 2, 20, 21, 1, 3),
        Piece("C", 2, 24, 25, 1, 1),
    )
    assert [found.volume_of(each.label) for each in exhibits] == [1, 2, 2]


def test_a_volume_may_be_just_full() -> None:
    found = number_pages((), 1, [Weighed("A", 1, 60), Weighed("B", 1, 40)], room=100)

    assert found.volumes == 1


def test_the_papers_take_their_room_of_the_first_volume_only() -> None:
    exhibits = [Weighed("A", 1, 60), Weighed("B", 1, 60), Weighed("C", 1, 40)]
    found = number_pages(PAPERS, 1, exhibits, room=100, taken=50)

    assert [(piece.label, piece.volume) for piece in found.pieces] == [("A", 2), ("B", 3), ("C", 3)]


def test_an_exhibit_alone_over_the_limit_is_parted_between_its_pages() -> None:
    large = Weighed("B", 5, 200, page_weights=(40, 40, 40, 40, 40))
    found = number_pages((), 1, [Weighed("A", 1, 90), large, Weighed("C", 1, 60)], room=100)

    assert found.indexes == (1, 4, 8, 11)
    assert found.pieces == (
        Piece("A", 1, 2, 3, 1, 1),
        Piece("B", 2, 5, 6, 1, 2),
        Piece("B", 3, None, 9, 3, 2),
        Piece("B", 4, None, 12, 5, 1),
        Piece("C", 4, 13, 14, 1, 1),
    )
    assert (found.pages_of("B"), found.count_of("B"), found.volume_of("B")) == ((6, 12), 5, 2)


def test_one_page_over_the_limit_stands_in_a_volume_of_its_own() -> None:
    found = number_pages((), 1, [Weighed("A", 3, 152, page_weights=(1, 150, 1))], room=100)

    assert [(piece.volume, piece.first_of, piece.count) for piece in found.pieces] == [
        (1, 1, 1),
        (2, 2, 1),
        (3, 3, 1),
    ]


def test_an_exhibit_whose_pages_were_not_weighed_stays_whole() -> None:
    found = number_pages((), 1, [Weighed("A", 3, 150), Weighed("B", 1, 1)], room=100)

    assert [(piece.label, piece.volume, piece.count) for piece in found.pieces] == [("A", 1, 3), ("B", 2, 1)]


def test_a_thousand_exhibits_are_counted_past_zz() -> None:
    exhibits = [Weighed(letter_for(number), 1, 1) for number in range(1, 1001)]
    found = number_pages((), 25, exhibits, room=ANY)

    assert found.pages_of("A") == (27, 27)
    assert found.pages_of("ZZ") == (25 + 2 * 702, 25 + 2 * 702)
    assert found.pages_of("ALL") == (2025, 2025)


@st.composite
def weighed(draw: st.DrawFn) -> list[Weighed]:
    exhibits = []
    for number in range(1, draw(st.integers(0, 12)) + 1):
        weights = tuple(draw(st.lists(st.integers(1, 60), min_size=1, max_size=8)))
        is_weighed = draw(st.booleans())
        cover = draw(st.integers(1, 2))
        exhibits.append(
            Weighed(letter_for(number), len(weights), sum(weights), weights if is_weighed else (), cover)
        )
    return exhibits


PAPER_COUNTS = st.lists(st.integers(1, 20), max_size=3)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(PAPER_COUNTS, st.integers(1, 4), weighed(), st.integers(1, 200), st.integers(0, 150))
def test_every_page_has_one_number_and_the_count_runs_on(
    counts: list[int], index_pages: int, exhibits: list[Weighed], room: int, taken: int
) -> None:
    papers = [(f"paper-{number}", count) for number, count in enumerate(counts)]
    found = number_pages(papers, index_pages, exhibits, room=room, taken=taken)
    numbers = counted(papers, index_pages, exhibits, found)

    assert numbers == list(range(1, len(numbers) + 1))
    whole = sum(each.pages + each.cover_pages for each in exhibits)
    assert len(numbers) == sum(counts) + index_pages * found.volumes + whole


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.integers(1, 3), weighed(), st.integers(1, 200), st.integers(0, 150))
def test_no_exhibit_is_lost_or_parted_without_need(
    index_pages: int, exhibits: list[Weighed], room: int, taken: int
) -> None:
    found = number_pages((), index_pages, exhibits, room=room, taken=taken)
    pieces = {label: list(group) for label, group in groupby(found.pieces, key=lambda each: each.label)}

    assert list(pieces) == [each.label for each in exhibits]
    for each in exhibits:
        parts = pieces[each.label]
        pages = [page for part in parts for page in range(part.first_of, part.first_of + part.count)]
        assert pages == list(range(1, each.pages + 1))
        assert [part.cover is None for part in parts] == [False] + [True] * (len(parts) - 1)
        assert [part.volume for part in parts] == list(range(parts[0].volume, parts[0].volume + len(parts)))
        if each.weight <= room or not each.page_weights:
            assert len(parts) == 1


@settings(derandomize=True, deadline=None, max_examples=300)
@given(weighed(), st.integers(1, 200))
def test_a_volume_is_over_its_room_only_by_what_cannot_be_parted(exhibits: list[Weighed], room: int) -> None:
    found = number_pages((), 1, exhibits, room=room)
    by_label = {each.label: each for each in exhibits}
    used: dict[int, list[int]] = {}
    for piece in found.pieces:
        each = by_label[piece.label]
        weights = each.page_weights[piece.first_of - 1 : piece.first_of - 1 + piece.count]
        used.setdefault(piece.volume, []).append(sum(weights) if each.page_weights else each.weight)

    for volume, taken in used.items():
        pieces = [piece for piece in found.pieces if piece.volume == volume]
        alone = len(pieces) == 1 and (pieces[0].count == 1 or not by_label[pieces[0].label].page_weights)
        assert sum(taken) <= room or alone
