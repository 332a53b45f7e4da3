"""How large a page is and which way up it is seen."""

from decimal import Decimal

import pytest
from pikepdf import Array, Dictionary, Name

from formgen.exhibit.pdf_objects import whole
from formgen.exhibit.pdf_page_tree import SourcePage
from formgen.exhibit.pdf_shape import PageShape, shape_of
from formgen.exhibit.prepared import RefusedError


def page(**entries: object) -> SourcePage:
    """Return a page that says *entries* of itself, with the number that it gives."""
    own = Dictionary({f"/{key}": value for key, value in entries.items()})
    return SourcePage(whole(own.get("/Number")) or 1, own, {})


def box(*numbers: float) -> Array:
    """Return a box of a PDF."""
    return Array([Decimal(str(number)) for number in numbers])


LETTER = PageShape((0, 0, 612, 792), 0, 1.0)
ASSUMED = PageShape((0, 0, 612, 792), 0, 1.0, is_assumed=True)


@pytest.mark.parametrize(
    ("entries", "shape"),
    [
        ({"MediaBox": box(0, 0, 612, 792)}, LETTER),
        ({"MediaBox": box(612, 792, 0, 0)}, LETTER),
        (
            {"MediaBox": box(0, 0, 612, 792), "CropBox": box(90, 20, 10, 80)},
            PageShape((10, 20, 90, 80), 0, 1),
        ),
        (
            {"MediaBox": box(0, 0, 612, 792), "CropBox": box(-50, 700, 100, 9000)},
            PageShape((0, 700, 100, 792), 0, 1),
        ),
        ({"MediaBox": box(0, 0, 612, 792), "CropBox": box(700, 0, 900, 100)}, LETTER),
        ({"MediaBox": box(0, 0, 612, 792), "CropBox": box(5, 5, 5, 100)}, LETTER),
        ({"MediaBox": box(0, 0, 612, 792), "CropBox": Array([Name.x, 0, 1, 2])}, LETTER),
        ({"MediaBox": box(-10.5, 0, 20, 30)}, PageShape((-10.5, 0, 20, 30), 0, 1)),
        ({}, ASSUMED),
        ({"MediaBox": box(0, 0, 0, 0)}, ASSUMED),
        ({"MediaBox": Array([0, 0, None, 5])}, ASSUMED),
        ({"MediaBox": box(0, 0, 612)}, ASSUMED),
        ({"CropBox": box(0, 0, 100, 50)}, PageShape((0, 0, 100, 50), 0, 1)),
    ],
)
def test_boxes_that_are_amiss_are_put_right_as_readers_do(
    entries: dict[str, object], shape: PageShape
) -> None:
    assert shape_of(page(**entries)) == shape


@pytest.mark.parametrize(
    ("rotate", "turn"),
    [(0, 0), (90, 90), (-90, 270), (450, 90), (Decimal("180.0"), 180), (45, 0), (Name.x, 0), (True, 0)],
)
def test_a_page_is_turned_by_quarters_only(rotate: object, turn: int) -> None:
    assert shape_of(page(MediaBox=box(0, 0, 612, 792), Rotate=rotate)).turn == turn


def test_what_a_page_does_not_say_is_taken_from_above() -> None:
    shape = shape_of(SourcePage(1, Dictionary(), {"/MediaBox": box(0, 0, 100, 50), "/Rotate": 270}))

    assert shape == PageShape((0, 0, 100, 50), 270, 1.0)


@pytest.mark.parametrize(
    ("unit", "points"), [(2, 2.0), (Decimal("0.5"), 0.5), (0, 1.0), (-3, 1.0), (Name.x, 1.0)]
)
def test_a_unit_other_than_a_point_counts(unit: object, points: float) -> None:
    assert shape_of(page(MediaBox=box(0, 0, 100, 50), UserUnit=unit)).unit == points


def test_a_page_larger_than_readers_show_is_made_smaller() -> None:
    shape = shape_of(page(MediaBox=box(0, 0, 28800, 14400)))

    assert shape == PageShape((0, 0, 28800, 14400), 0, 0.5, is_scaled=True)
    assert (shape.width, shape.height) == (14400.0, 7200.0)


def test_a_unit_that_makes_a_page_too_large_is_made_smaller() -> None:
    shape = shape_of(page(MediaBox=box(0, 0, 1000, 500), UserUnit=75000))

    assert (shape.width, shape.height, shape.is_scaled) == (14400.0, 7200.0, True)


@pytest.mark.parametrize(
    "sides",
    [box(0, 0, 0.5, 792), box(0, 0, 1e6, 5), box(0, 0, 1e8, 1e8), box(99999999, 0, 100000000, 5)],
)
def test_a_page_of_which_nothing_can_be_shown_is_refused_with_its_number(sides: Array) -> None:
    with pytest.raises(RefusedError) as refused:
        shape_of(page(Number=7, MediaBox=sides))

    assert (refused.value.code, refused.value.what, refused.value.fix) == (
        "evidence-page-size",
        "Page 7 of the file has a size that cannot be shown.",
        "Ask for the other pages only, or open the file in a PDF reader and print it to a new PDF.",
    )


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("unit", [1.0, 2.0])
def test_a_turned_page_fills_a_page_of_its_own(turn: int, unit: float) -> None:
    shape = PageShape((10, 20, 110, 70), turn, unit)
    a, b, c, d, e, f = shape.matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x, y in ((10, 20), (110, 20), (110, 70), (10, 70))]
    width, height = shape.width, shape.height
    first = {0: (0, 0), 90: (0, height), 180: (width, height), 270: (width, 0)}[turn]

    assert corners[0] == first
    assert sorted(corners) == sorted([(0, 0), (width, 0), (width, height), (0, height)])
