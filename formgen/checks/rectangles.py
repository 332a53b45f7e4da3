"""Rectangles on a page, and how what is drawn is moved, turned and scaled (ISO 32000-2, 8.3.4)."""

from collections.abc import Iterable

from formgen.render.laid_out import Box

Point = tuple[float, float]
"""Across and up, in points."""

Matrix = tuple[float, float, float, float, float, float]
"""As in a content stream: a b c d e f."""

UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def product(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that does *first*, and *then* the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def moved(point: Point, matrix: Matrix) -> Point:
    """Return where *matrix* puts *point*."""
    a, b, c, d, e, f = matrix
    return (a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f)


def around(points: Iterable[Point], matrix: Matrix = UNMOVED) -> Box:
    """Return the rectangle around *points*, once *matrix* has moved them; there must be one."""
    across, up = zip(*(moved(point, matrix) for point in points), strict=True)
    return Box(min(across), min(up), max(across), max(up))


def common(first: Box, second: Box) -> Box:
    """Return what lies in both; its right is left of its left, or its top under its bottom, if none does."""
    return Box(
        max(first.left, second.left),
        max(first.bottom, second.bottom),
        min(first.right, second.right),
        min(first.top, second.top),
    )


def size(box: Box) -> float:
    """Return the area of *box*, in square points; 0 if nothing lies in it."""
    return max(box.right - box.left, 0.0) * max(box.top - box.bottom, 0.0)
