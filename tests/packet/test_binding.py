"""Papers and exhibits bound: what stands on which page, what it is called, where it leads."""

from dataclasses import replace
from pathlib import Path

import pytest
from checks.pdf_papers import LANGUAGE, book
from checks.volumes import Page, declaration, numbered, to_bind, volumes_of
from checks.volumes import binder as usual_binder
from factories import SHEET, jurisdiction, make_evidence

from formgen.case.evidence import Evidence
from formgen.catalog.exhibit_spec import ExhibitSpec
from formgen.document.blocks import Span, text_of
from formgen.document.exhibit_leaves import LeafMaker
from formgen.exhibit.prepared import Part
from formgen.packet.assemble import Placement
from formgen.packet.binding import COVER_WEIGHT, STAMP_WEIGHT, Binder, ToBind, Volume, band_of
from formgen.packet.bound_page import BoundPage
from formgen.packet.numbering import Piece, Weighed
from formgen.render.laid_out import LaidOut, PlacedLine, PlacedLink
from formgen.render.pdf import draw_together
from formgen.render.stamps import Band

UPRIGHT, LYING = Page(), Page(792.0, 612.0)
MANY = tuple((f"child {number}", "it has nothing to do with this matter") for number in range(1, 41))


def spec() -> ExhibitSpec:
    found = jurisdiction().exhibits
    assert found is not None
    return found


def binder(*, draft: bool = False, is_bare: bool = False) -> Binder:
    maker = LeafMaker(spec(), spec().packet, SHEET, LANGUAGE, None, ", ", is_bare=is_bare)
    return Binder(maker, band_of(spec()), book(), draft=draft)


def bound(binder: Binder, *exhibits: ToBind) -> Volume:
    """Return *exhibits* bound without a paper, in one volume."""
    (volume,) = binder.volumes([], exhibits, binder.numbering([], exhibits, room=1 << 40, taken=0))
    return volume


def covered(each: ToBind, *redactions: tuple[str, str]) -> ToBind:
    """Return an exhibit in which something is covered."""
    typed = make_evidence(redactions=[{"what": what, "why": why} for what, why in redactions])
    return replace(each, exhibit=replace(each.exhibit, item=Evidence.model_validate(typed)))


def said(part: LaidOut, page: int = 1) -> list[str]:
    return [text_of(line.inlines) for line in part.lines if line.page == page]


def numbers(volume: Volume) -> list[str]:
    """Return the number printed at the foot of each page, after the one that it has in the count."""
    found = []
    for part in volume.laid:
        for page in range(1, part.page_count + 1):
            foot = (
                line for line in part.lines if line.page == page and line.baseline < 60 and line.block < 0
            )
            printed = [text for line in foot if (text := text_of(line.inlines)).isdigit()]
            found.append(f"{part.first_page + page - 1}: {' '.join(printed)}")
    return found


def counted(last: int) -> list[str]:
    """Return what `numbers` does where every page has its own."""
    return [f"{number}: {number}" for number in range(1, last + 1)]


def test_an_exhibit_weighs_its_file_its_cover_and_its_stamps(tmp_path: Path) -> None:
    each = to_bind(tmp_path, "A", UPRIGHT, UPRIGHT)
    size = (tmp_path / "A.pdf").stat().st_size

    assert each.weighed == Weighed("A", 2, size + COVER_WEIGHT + 2 * STAMP_WEIGHT)
    assert replace(each, page_weights=(5, 6)).weighed.page_weights == (5, 6)
    assert to_bind(tmp_path, "B", lodged=True).weighed == Weighed("B", 1, COVER_WEIGHT)


def test_a_packet_is_papers_index_covers_and_pages_in_one_count(tmp_path: Path) -> None:
    exhibits = [to_bind(tmp_path, "A", UPRIGHT, LYING), to_bind(tmp_path, "B", UPRIGHT, number=2)]
    (volume,) = volumes_of([declaration("A", "B")], exhibits)

    assert [(part.first_page, part.page_count) for part in volume.laid] == [
        (1, 2),
        (3, 1),
        (4, 1),
        (5, 1),
        (6, 1),
        (7, 1),
        (8, 1),
    ]
    assert (volume.number, volume.first_page, volume.page_count) == (1, 1, 8)
    assert [place for part in volume.laid for place in part.anchors] == [
        "paragraph-1",
        "index A",
        "index B",
        "cover A",
        "exhibit A",
        "cover B",
        "exhibit B",
    ]


def test_the_number_printed_on_every_page_is_its_place_in_the_count(tmp_path: Path) -> None:
    exhibits = [
        to_bind(tmp_path, "A", UPRIGHT, LYING, LYING, UPRIGHT),
        to_bind(tmp_path, "B", number=2, lodged=True),
    ]

    assert numbers(bound(binder(), *exhibits)) == counted(8)


def test_each_page_of_evidence_is_known_by_where_it_must_be(tmp_path: Path) -> None:
    changed = replace(UPRIGHT, is_changed=True)
    each = to_bind(tmp_path, "A", LYING, changed)
    assert each.prepared is not None
    first, second = each.prepared.pages
    volume = bound(binder(), each)

    band = band_of(spec())
    lying, upright = (612 - band.top) / 612, (792 - band.top) / 792
    file = tmp_path / "A.pdf"
    assert volume.bound == (
        BoundPage(
            Placement(3, file, 1, pytest.approx((792 - 792 * lying) / 2), band.top, lying),  # type: ignore[arg-type]
            "A",
            "evidence[1]",
            1,
            first.digest,
            is_changed=False,
        ),
        BoundPage(
            Placement(4, file, 2, pytest.approx((612 - 612 * upright) / 2), band.top, upright),  # type: ignore[arg-type]
            "A",
            "evidence[1]",
            2,
            second.digest,
            is_changed=True,
        ),
    )


def test_the_index_names_the_exhibits_own_first_and_last_page(tmp_path: Path) -> None:
    exhibits = [to_bind(tmp_path, "A", UPRIGHT, UPRIGHT, UPRIGHT), to_bind(tmp_path, "B", UPRIGHT, number=2)]
    volume = bound(binder(), *exhibits)
    index = volume.laid[0]

    assert {"3–5", "7"} < set(said(index))
    assert [(link.goes_to, link.page) for link in index.links] == [("exhibit A", 1)] * 3 + [
        ("exhibit B", 1)
    ] * 3


def test_stamps_count_the_pages_of_the_exhibit(tmp_path: Path) -> None:
    volume = bound(binder(), to_bind(tmp_path, "A", UPRIGHT, LYING, UPRIGHT))

    stamps = [text for part in volume.laid for text in said(part) if text.startswith("EXHIBIT A,")]
    assert stamps == [f"EXHIBIT A, page {page} of 3" for page in (1, 2, 3)]


def test_a_page_lies_as_its_evidence_does(tmp_path: Path) -> None:
    volume = bound(binder(), to_bind(tmp_path, "A", UPRIGHT, UPRIGHT, LYING, UPRIGHT))

    assert [(part.width, part.height, part.page_count) for part in volume.laid[2:]] == [
        (612.0, 792.0, 2),
        (792.0, 612.0, 1),
        (612.0, 792.0, 1),
    ]
    assert [(page.own, page.placement.page) for page in volume.bound] == [(1, 3), (2, 4), (3, 5), (4, 6)]


def test_every_exhibit_is_bookmarked_on_its_cover_with_its_parts_below(tmp_path: Path) -> None:
    each = to_bind(tmp_path, "A", UPRIGHT, LYING, parts=(Part("The answer", 2), Part("Its end", 2, 1)))
    volume = bound(binder(), each)

    outlines = [
        (part.first_page + entry.page - 1, entry.title, entry.level, entry.top)
        for part in volume.laid[1:]
        for entry in part.outline
    ]
    assert outlines == [
        (2, "Exhibit A: email of March 5, 2026, 8:47 p.m.", 0, 792.0),
        (4, "The answer", 1, 612.0),
        (4, "Its end", 2, 612.0),
    ]


def test_parts_whose_chapter_is_not_among_the_pages_can_be_drawn(tmp_path: Path) -> None:
    """The bookmarks of a page range: what was above them was on a page that is not used."""
    each = to_bind(tmp_path, "A", UPRIGHT, parts=(Part("Section", 1, 1), Part("Point", 1, 2)))
    volume = bound(binder(), each)

    draw_together(volume.laid, book(), title="Papers", language=LANGUAGE)
    assert [(entry.title, entry.level) for entry in volume.laid[2].outline] == [("Section", 1), ("Point", 2)]


def test_a_lodged_file_has_a_page_in_its_place(tmp_path: Path) -> None:
    volume = bound(binder(), to_bind(tmp_path, "B", lodged=True))
    index, cover, page = volume.laid

    assert volume.bound == ()
    assert said(page) == [
        "This exhibit is lodged separately.",
        "email of March 5, 2026, 8:47 p.m.",
        "File: call.mp3",
        "3",
        "EXHIBIT B, page 1 of 1",
    ]
    assert (cover.first_page, page.first_page, page.page_count) == (2, 3, 1)
    assert list(page.anchors) == ["exhibit B"]
    assert [link.goes_to for link in page.links] == ["index B"]
    assert "3" in said(index)
    band = band_of(spec())
    assert [(rule.y1, rule.y2) for rule in page.frame] == [(band.top, band.top)]  # type: ignore[union-attr]


def test_a_lodged_file_of_which_much_is_said_is_counted_with_all_its_pages(tmp_path: Path) -> None:
    long = replace(to_bind(tmp_path, "A", lodged=True), facts=("File: " + "a word " * 900,))
    volume = bound(binder(), long, to_bind(tmp_path, "B", UPRIGHT, number=2))

    page = volume.laid[2]
    assert page.page_count == 3
    assert [stamp for each in (1, 2, 3) for stamp in said(page, each) if stamp.startswith("EXHIBIT")] == [
        "EXHIBIT A, page 1 of 3",
        "EXHIBIT A, page 2 of 3",
        "EXHIBIT A, page 3 of 3",
    ]
    assert numbers(volume) == counted(7)


def test_a_cover_that_says_more_than_a_page_holds_is_counted_with_all_its_pages(tmp_path: Path) -> None:
    """Once only its first page was, and every number after it was on two pages."""
    first = covered(to_bind(tmp_path, "A", UPRIGHT), *MANY)
    volume = bound(binder(), first, to_bind(tmp_path, "B", UPRIGHT, number=2))

    cover = volume.laid[1]
    assert cover.page_count == 2
    assert numbers(volume) == counted(6)
    assert [page.placement.page for page in volume.bound] == [4, 6]
    assert binder().numbering([], [first], room=1 << 40, taken=0).pieces == (Piece("A", 1, 2, 4, 1, 1),)


def alone(*exhibits: ToBind) -> Volume:
    """Return the last of *exhibits* as a file of its own, numbered as in a packet of all of them."""
    numbering = binder().numbering([], exhibits, room=1 << 40, taken=0)
    return binder().alone(exhibits[-1], numbering)


def test_an_exhibit_alone_has_the_page_numbers_that_papers_cite(tmp_path: Path) -> None:
    before, each = to_bind(tmp_path, "B", UPRIGHT), to_bind(tmp_path, "C", LYING, UPRIGHT)
    volume = alone(before, each)

    # The index is page 1; the other exhibit takes pages 2 and 3.
    assert [(part.first_page, part.page_count) for part in volume.laid] == [(4, 1), (5, 1), (6, 1)]
    assert numbers(volume) == ["4: 4", "5: 5", "6: 6"]
    assert [(page.own, page.placement.page) for page in volume.bound] == [(1, 2), (2, 3)]
    assert said(volume.laid[1])[1] == "EXHIBIT C, page 1 of 2"


def test_a_lodged_exhibit_and_one_with_a_long_cover_can_stand_alone_too(tmp_path: Path) -> None:
    assert numbers(alone(to_bind(tmp_path, "A", lodged=True))) == ["2: 2", "3: 3"]
    assert numbers(alone(covered(to_bind(tmp_path, "B", UPRIGHT), *MANY))) == ["2: 2", "3: 3", "4: 4"]


def marks(volume: Volume) -> list[str]:
    """Return what stands at the left of the foot of each page behind the cover."""
    side = band_of(spec()).side
    return [
        text_of(line.inlines)
        for part in volume.laid[2:]
        for line in part.lines
        if line.x == side and line.baseline == band_of(spec()).baseline
    ]


def test_a_page_is_marked_as_a_copy_and_as_covered_where_something_is(tmp_path: Path) -> None:
    plain = to_bind(tmp_path, "A", UPRIGHT, LYING)
    partly = covered(to_bind(tmp_path, "B", UPRIGHT), ("a child's name", ""))

    assert marks(bound(binder(), plain)) == ["Copy", "Copy"]
    assert marks(bound(binder(), partly)) == ["Copy, covered in part: see the cover"]


def test_a_lodged_page_is_no_copy(tmp_path: Path) -> None:
    assert marks(bound(binder(), to_bind(tmp_path, "A", lodged=True))) == []


def test_every_page_of_a_draft_says_so(tmp_path: Path) -> None:
    exhibits = [to_bind(tmp_path, "A", UPRIGHT), to_bind(tmp_path, "B", number=2, lodged=True)]
    volume = bound(binder(draft=True), *exhibits)

    index, cover, evidence, other, lodged = volume.laid
    on_each = [line.inlines for line in index.frame if isinstance(line, PlacedLine)]
    assert "DRAFT" in [text_of(inlines) for inlines in on_each]
    assert [["DRAFT" in said(part)] for part in (cover, other, lodged)] == [[True]] * 3
    assert "Copy  DRAFT" in said(evidence)


def test_a_bare_cover_says_the_letter_and_its_number(tmp_path: Path) -> None:
    volume = bound(binder(is_bare=True), to_bind(tmp_path, "A", UPRIGHT))

    assert said(volume.laid[1]) == ["Exhibit A", "2"]


def in_three(tmp_path: Path) -> tuple[Volume, ...]:
    """Return a packet in volumes: exhibit B goes on in another."""
    large = to_bind(tmp_path, "B", UPRIGHT, LYING, UPRIGHT, number=2, parts=(Part("The end", 3, 1),))
    exhibits = [
        to_bind(tmp_path, "A", UPRIGHT),
        replace(large, page_weights=(8_000, 8_000, 8_000)),
        to_bind(tmp_path, "C", UPRIGHT, number=3),
    ]
    return volumes_of([declaration("A", "B", "C")], exhibits, room=8_500)


def test_each_volume_has_the_index_again_and_the_count_runs_on(tmp_path: Path) -> None:
    volumes = in_three(tmp_path)

    assert [volume.number for volume in volumes] == list(range(1, len(volumes) + 1))
    assert [volume.first_page for volume in volumes] == [1, 6, 9, 11, 13]
    assert [volume.page_count for volume in volumes] == [5, 3, 2, 2, 3]
    indexes = [volume.laid[1 if volume.number == 1 else 0] for volume in volumes]
    assert len({tuple(said(index)[:-2]) for index in indexes}) == 1
    assert [list(index.anchors) for index in indexes] == [["index A", "index B", "index C"]] * 5


def test_the_index_of_several_volumes_says_which_holds_what(tmp_path: Path) -> None:
    index = in_three(tmp_path)[0].laid[1]
    baselines = sorted({line.baseline for line in index.lines}, reverse=True)
    rows = [
        [text_of(line.inlines) for line in sorted(index.lines, key=lambda each: each.x) if line.baseline == y]
        for y in baselines
    ]

    assert [row for row in rows if row[0] in {"Exhibit", "A", "B", "C"}] == [
        ["Exhibit", "Description", "Date", "Volume", "Page"],
        ["A", "email of March 5, 2026, 8:47", "March 5, 2026", "1", "5"],
        ["B", "email of March 5, 2026, 8:47", "March 5, 2026", "2", "8–12"],
        ["C", "email of March 5, 2026, 8:47", "March 5, 2026", "5", "15"],
    ]


def test_where_an_exhibit_goes_on_it_has_no_cover_but_a_bookmark(tmp_path: Path) -> None:
    second, third, last = in_three(tmp_path)[1:4]

    def bookmarked(volume: Volume) -> list[tuple[int, str, int]]:
        return [
            (part.first_page + entry.page - 1, entry.title.partition(":")[0], entry.level)
            for part in volume.laid
            for entry in part.outline
        ]

    assert bookmarked(second) == [(6, "INDEX OF EXHIBITS", 0), (7, "Exhibit B", 0)]
    assert bookmarked(third) == [(9, "INDEX OF EXHIBITS", 0), (10, "Exhibit B", 0)]
    assert bookmarked(last) == [(11, "INDEX OF EXHIBITS", 0), (12, "Exhibit B", 0), (12, "The end", 1)]
    assert [place for part in third.laid for place in part.anchors if "B" in place] == ["index B"]
    for volume in (second, third, last):
        draw_together(volume.laid, book(), title="Papers", language=LANGUAGE)


def test_where_an_exhibit_goes_on_its_pages_are_counted_on(tmp_path: Path) -> None:
    volumes = in_three(tmp_path)

    stamps = [
        text for volume in volumes for part in volume.laid for text in said(part) if "EXHIBIT B," in text
    ]
    assert stamps == [f"EXHIBIT B, page {page} of 3" for page in (1, 2, 3)]
    assert [(page.own, page.placement.source) for volume in volumes for page in volume.bound] == [
        (1, 1),
        (1, 1),
        (2, 2),
        (3, 3),
        (1, 1),
    ]


def test_papers_are_in_the_first_volume_as_they_were_laid_out(tmp_path: Path) -> None:
    paper = declaration("A")
    volumes = volumes_of(
        [paper], [to_bind(tmp_path, "A", UPRIGHT), to_bind(tmp_path, "B", UPRIGHT, number=2)]
    )

    assert volumes[0].laid[0] is paper


def test_the_pages_that_papers_are_to_cite_are_the_exhibits_own(tmp_path: Path) -> None:
    exhibits = [to_bind(tmp_path, "A", UPRIGHT, LYING), to_bind(tmp_path, "B", number=2, lodged=True)]
    numbering = numbered([declaration("A", "B")], exhibits)

    assert numbering.papers == {"declaration": 1}
    assert (numbering.pages_of("A"), numbering.pages_of("B")) == ((5, 6), (8, 8))


def test_covers_lead_back_to_the_paragraphs_that_cite_them(tmp_path: Path) -> None:
    (volume,) = volumes_of([declaration("A")], [to_bind(tmp_path, "A", UPRIGHT)])
    cover = volume.laid[2]

    (link,) = cover.links
    assert link.goes_to == "declaration.paragraph-1"
    (line,) = (line for line in cover.lines if Span("1", goes_to=link.goes_to) in line.inlines)
    assert text_of(line.inlines) == "Cited in: Declaration, paragraph 1"
    assert PlacedLink(1, line.box, "") != link


def test_an_index_of_hundreds_of_exhibits_is_counted_with_all_its_pages(tmp_path: Path) -> None:
    one = to_bind(tmp_path, "A", UPRIGHT)
    exhibits = [replace(one, exhibit=replace(one.exhibit, label=f"{number}")) for number in range(1, 121)]
    usual = usual_binder()
    numbering = usual.numbering([], exhibits, room=1 << 40, taken=0)
    (volume,) = usual.volumes([], exhibits, numbering)

    index = volume.laid[0]
    assert index.page_count > 2
    assert numbering.pages_of("1") == (index.page_count + 2, index.page_count + 2)
    assert volume.page_count == index.page_count + 240
    assert [part.first_page for part in volume.laid[1:]] == list(
        range(index.page_count + 1, volume.page_count + 1)
    )


def test_the_catalogs_band_is_measured_from_the_foot_of_the_page() -> None:
    assert band_of(spec()) == Band(top=40.0, baseline=20.0, size=9.0, number_size=12.0, side=36.0, rule=0.4)
