"""Rectangles, and how they are moved."""

from formgen.checks.rectangles import around, common, moved, product, size
from formgen.render.laid_out import Box


def test_one_matrix_after_the_other_does_both() -> None:
    doubled, shifted = (2.0, 0.0, 0.0, 2.0, 0.0, 0.0), (1.0, 0.0, 0.0, 1.0, 10.0, 20.0)

    assert moved((3.0, 4.0), product(doubled, shifted)) == (16.0, 28.0)
    assert moved((3.0, 4.0), product(shifted, doubled)) == (26.0, 48.0)


def test_a_rectangle_that_is_turned_is_told_by_its_new_sides() -> None:
    assert around([(0.0, 0.0), (85.0, 25.0)], (0.0, 1.0, -1.0, 0.0, 100.0, 10.0)) == Box(
        75.0, 10.0, 100.0, 95.0
    )


def test_what_two_have_in_common_has_a_size() -> None:
    first = Box(0.0, 0.0, 10.0, 10.0)

    assert size(common(first, Box(5.0, 8.0, 20.0, 20.0))) == 10.0
    assert size(common(first, Box(15.0, 0.0, 20.0, 10.0))) == 0.0
