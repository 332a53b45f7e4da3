"""Where pages of evidence go, and the stamps and numbers below them."""

import pytest
from factories import jurisdiction
from hypothesis import given, settings
from hypothesis import strategies as st
from render.pleading.papers import Halves

from formgen.document.blocks import Span, text_of
from formgen.packet.binding import band_of
from formgen.render.laid_out import Box, OutlineEntry, PlacedLine, PlacedLink, PlacedRule
from formgen.render.pleading.ruler import Ruler
from formgen.render.stamps import Band, Body, Stamp, Stamped, Stamper, Stretch

BAND = Band(top=40.0, baseline=20.0, size=9.0, number_size=12.0, side=36.0, rule=0.4)
STAMP = Stamp("EXHIBIT {label}, page {page} of {pages}", "A", "Copy", "index A")
LETTER, LYING = (612.0, 792.0), (792.0, 612.0)


def stretch(
    *sizes: tuple[float, float],
    first_page: int = 16,
    first_of: int = 1,
    anchor: str = "",
    outline: tuple[OutlineEntry, ...] = (),
) -> Stretch:
    """Return pages of an exhibit that has no others behind them."""
    return Stretch(sizes, first_page, first_of, first_of + len(sizes) - 1, anchor, outline)


def stamped(pages: Stretch, stamp: Stamp = STAMP) -> tuple[Stamped, ...]:
    """Return pages with their stamps, every character half an em wide."""
    return Stamper(BAND, Ruler(Halves())).stamped(pages, stamp)


def said(run: Stamped, page: int) -> list[str]:
    return [text_of(line.inlines) for line in run.laid.lines if line.page == page]


def body_of(width: float, height: float) -> Body:
    ((body,),) = (run.bodies for run in stamped(stretch((width, height))))
    return body


def test_a_page_has_its_number_in_the_middle_its_stamp_at_the_right_and_its_mark_at_the_left() -> None:
    (run,) = stamped(stretch(LETTER))

    number = Span("16")
    name = Span("EXHIBIT A, page 1 of 1", bold=True, goes_to="index A")
    wide = 22 * 4.5
    assert run.laid.lines == (
        PlacedLine(1, 300.0, 20.0, 12.0, (number,), Box(300.0, 15.8, 312.0, pytest.approx(32.6)), "\n"),  # type: ignore[arg-type]
        PlacedLine(
            1,
            576.0 - wide,
            20.0,
            9.0,
            (name,),
            Box(576.0 - wide, pytest.approx(16.85), 576.0, pytest.approx(29.45)),  # type: ignore[arg-type]
            "\n",
        ),
        PlacedLine(
            1,
            36.0,
            20.0,
            9.0,
            (Span("Copy"),),
            Box(36.0, pytest.approx(16.85), 54.0, pytest.approx(29.45)),  # type: ignore[arg-type]
            "\n",
        ),
    )
    assert run.laid.frame == (PlacedRule(1, 36.0, 40.0, 576.0, 40.0, 0.4),)
    assert (run.laid.width, run.laid.height, run.laid.page_count, run.laid.first_page) == (*LETTER, 1, 16)


def test_the_stamp_leads_to_the_row_of_the_index() -> None:
    (run,) = stamped(stretch(LETTER, LETTER))

    name = [line for line in run.laid.lines if line.inlines[0].goes_to]
    assert run.laid.links == tuple(PlacedLink(line.page, line.box, "index A") for line in name)
    assert [link.page for link in run.laid.links] == [1, 2]


def test_a_page_that_is_no_copy_has_no_mark() -> None:
    (run,) = stamped(stretch(LETTER), Stamp("{label}", "A", "", "index A"))

    assert said(run, 1) == ["16", "A"]


def test_a_label_with_braces_is_printed_as_it_is() -> None:
    (run,) = stamped(stretch(LETTER), Stamp("EXHIBIT {label}", "{page}", "", "index"))

    assert said(run, 1) == ["16", "EXHIBIT {page}"]


def test_pages_of_a_stretch_are_counted_in_the_packet_and_in_the_exhibit() -> None:
    pages = Stretch((LETTER, LETTER), 117, 98, 1200)
    (run,) = stamped(pages)

    assert [said(run, page)[:2] for page in (1, 2)] == [
        ["117", "EXHIBIT A, page 98 of 1200"],
        ["118", "EXHIBIT A, page 99 of 1200"],
    ]
    assert [(body.page, body.source) for body in run.bodies] == [(1, 98), (2, 99)]


def test_runs_of_pages_that_lie_the_same_way_stay_together_in_their_order() -> None:
    runs = stamped(stretch(LETTER, LYING, LYING, LETTER, anchor="exhibit A"))

    assert [(run.laid.width, run.laid.height) for run in runs] == [LETTER, LYING, LETTER]
    assert [run.laid.page_count for run in runs] == [1, 2, 1]
    assert [run.laid.first_page for run in runs] == [16, 17, 19]
    assert [said(run, page)[0] for run in runs for page in range(1, run.laid.page_count + 1)] == [
        "16",
        "17",
        "18",
        "19",
    ]
    assert [(body.page, body.source) for run in runs for body in run.bodies] == [
        (1, 1),
        (1, 2),
        (2, 3),
        (1, 4),
    ]
    assert [dict(run.laid.anchors) for run in runs] == [{"exhibit A": (1, 792.0)}, {}, {}]


def test_a_lying_page_has_its_band_at_its_own_foot() -> None:
    (run,) = stamped(stretch(LYING))

    assert run.laid.frame == (PlacedRule(1, 36.0, 40.0, 756.0, 40.0, 0.4),)
    assert [(line.x, line.baseline) for line in run.laid.lines] == [
        (390.0, 20.0),
        (657.0, 20.0),
        (36.0, 20.0),
    ]


def test_the_first_page_is_named_where_it_lies() -> None:
    (run,) = stamped(stretch(LYING, anchor="exhibit A"))

    assert run.laid.anchors == {"exhibit A": (1, 612.0)}


def test_a_square_page_stands_upright() -> None:
    runs = stamped(stretch((500.0, 500.0), (500.0005, 500.0), (500.01, 500.0)))

    assert [(run.laid.width, run.laid.page_count) for run in runs] == [(612.0, 2), (792.0, 1)]


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((612.0, 752.0), Body(1, 1, 0.0, 40.0, 1.0)),
        ((612.0, 792.0), Body(1, 1, (612 - 612 * 752 / 792) / 2, 40.0, 752 / 792)),
        ((300.0, 400.0), Body(1, 1, 156.0, 392.0, 1.0)),
        ((1.0, 1.0), Body(1, 1, 305.5, 791.0, 1.0)),
        ((0.5, 0.5), Body(1, 1, 305.75, 791.5, 1.0)),
        ((1224.0, 1224.0), Body(1, 1, 0.0, 40.0 + (752 - 612) / 2, 0.5)),
        ((14_400.0, 14_400.0), Body(1, 1, 0.0, 110.0, 612 / 14_400)),
        ((0.5, 14_400.0), Body(1, 1, (612 - 0.5 * 752 / 14_400) / 2, 40.0, 752 / 14_400)),
        ((792.0, 612.0), Body(1, 1, (792 - 792 * 572 / 612) / 2, 40.0, 572 / 612)),
        ((14_400.0, 0.5), Body(1, 1, 0.0, 40.0 + (572 - 0.5 * 792 / 14_400) / 2, 792 / 14_400)),
    ],
)
def test_evidence_is_made_smaller_only_as_the_band_asks_and_stands_in_the_middle(
    size: tuple[float, float], expected: Body
) -> None:
    body = body_of(*size)

    assert (body.page, body.source) == (expected.page, expected.source)
    assert (body.x, body.y, body.scale) == pytest.approx((expected.x, expected.y, expected.scale))


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.floats(0.5, 20_000), st.floats(0.5, 20_000))
def test_no_page_reaches_into_the_band_or_off_the_sheet_and_none_is_made_larger(
    width: float, height: float
) -> None:
    ((run,), (body,)) = (runs := stamped(stretch((width, height)))), runs[0].bodies

    near = 1e-6
    assert 0 < body.scale <= 1.0
    assert -near <= body.x
    assert body.x + width * body.scale <= run.laid.width + near
    assert BAND.top - near <= body.y
    assert body.y + height * body.scale <= run.laid.height + near
    assert body.x * 2 + width * body.scale == pytest.approx(run.laid.width)


@pytest.mark.parametrize("number", [1, 99, 8888])
@pytest.mark.parametrize("width", [612.0, 792.0])
def test_a_page_number_stands_in_the_middle_of_the_page(number: int, width: float) -> None:
    line = Stamper(BAND, Ruler(Halves())).number(width, 3, number)

    assert (line.page, text_of(line.inlines)) == (3, str(number))
    assert (line.box.left + line.box.right) / 2 == width / 2


def test_nothing_in_the_band_touches_anything_else_or_the_evidence() -> None:
    spec = jurisdiction().exhibits
    assert spec is not None
    band = band_of(spec)
    stamp = Stamp(spec.packet.stamp, "WWW-88", f"{spec.covered_mark}  DRAFT", "index")
    (run,) = Stamper(band, Ruler(Halves())).stamped(Stretch((LETTER,), 8888, 8888, 8888), stamp)

    number, name, mark = (line.box for line in run.laid.lines)
    assert max(box.top for box in (number, name, mark)) < band.top
    assert min(box.bottom for box in (number, name, mark)) > 0
    assert mark.right < number.left
    assert number.right < name.left


def entry(title: str, page: int, level: int = 1) -> OutlineEntry:
    return OutlineEntry(title, page, 0.0, level)


def bookmarks(pages: Stretch) -> list[list[tuple[str, int, int]]]:
    """Return title, page and level of each bookmark, run by run."""
    runs = stamped(pages)
    tops = {(run.laid.height, mark.top) for run in runs for mark in run.laid.outline}
    assert all(height == top for height, top in tops)
    return [[(mark.title, mark.page, mark.level) for mark in run.laid.outline] for run in runs]


def test_a_bookmark_leads_to_its_page_in_whatever_run_that_is() -> None:
    outline = (entry("One", 1), entry("Two", 2), entry("Below two", 2, 2), entry("Three", 4))

    assert bookmarks(stretch(LETTER, LYING, LYING, LETTER, outline=outline)) == [
        [("One", 1, 1)],
        [("Two", 1, 1), ("Below two", 1, 2)],
        [("Three", 1, 1)],
    ]


def test_bookmarks_of_other_pages_are_left_to_the_volumes_that_hold_those() -> None:
    outline = tuple(entry(f"Page {page}", page) for page in range(1, 6))

    assert bookmarks(stretch(LETTER, LETTER, first_of=3, outline=outline)) == [
        [("Page 3", 1, 1), ("Page 4", 2, 1)]
    ]


def test_a_bookmark_whose_parent_is_not_there_moves_up() -> None:
    """A PDF knows no bookmark two levels below the one before it: once, drawing stopped at such a one."""
    outline = (entry("Chapter", 9), entry("Section", 1, 2), entry("Point", 2, 3), entry("Next", 2, 3))

    assert bookmarks(stretch(LETTER, LETTER, outline=outline)) == [
        [("Section", 1, 1), ("Point", 2, 2), ("Next", 2, 3)]
    ]


def test_bookmarks_that_runs_put_in_another_order_are_still_one_level_apart() -> None:
    outline = (entry("Chapter", 3), entry("Section", 1, 2), entry("Point", 2, 3))

    assert bookmarks(stretch(LETTER, LYING, LETTER, outline=outline)) == [
        [("Section", 1, 1)],
        [("Point", 1, 2)],
        [("Chapter", 1, 1)],
    ]
