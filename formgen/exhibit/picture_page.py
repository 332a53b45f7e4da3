"""A page that shows one picture, upright, on a white margin."""

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from pikepdf import Dictionary, Name, ObjectStreamMode, Pdf, Stream, StreamDecodeLevel

from formgen.exhibit.digest import Digester
from formgen.exhibit.picture_exif import Density
from formgen.exhibit.prepared import EXHIBIT, PreparedPage, RefusedError
from formgen.exhibit.source import Limits

MARGIN = 18.0
"""Points of white on each side of a picture."""

LARGEST = 14_400.0
"""Points that a side of a page may have (ISO 32000-1, annex C)."""

LEAST_DENSE, MOST_DENSE, USUAL_DENSITY = 36.0, 1200.0, 96.0
"""Dots an inch: what is believed of a file, and what is taken otherwise."""

_TURNS = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}
"""By orientation: where the stored picture, a square of side 1, comes to lie in an upright one of side 1."""


class PicturePages:
    """A prepared file in the making, a page for each picture."""

    def __init__(self) -> None:
        self.pdf = Pdf.new()
        self._sizes: list[tuple[float, float]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.pdf.close()

    def add(self, image: Stream, density: Density | None, orientation: int = 1) -> None:
        """Add a page with *image*, an image XObject of `pdf`, as stored; *orientation* is from 1 to 8."""
        wide, high = natural_size(int(image.Width), int(image.Height), density, orientation)
        a, b, c, d, e, f = _TURNS[orientation]
        turned = (a * wide, b * high, c * wide, d * high, e * wide + MARGIN, f * high + MARGIN)
        page_wide, page_high = wide + 2 * MARGIN, high + 2 * MARGIN
        box = [0, 0, round(page_wide, 4), round(page_high, 4)]
        numbers = " ".join(f"{number:.4f}" for number in turned)
        form = self.pdf.make_stream(
            f"q {numbers} cm /Im Do Q".encode(),
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=box,
            Matrix=[1, 0, 0, 1, 0, 0],
            Resources=Dictionary(XObject=Dictionary(Im=image)),
        )
        page = self.pdf.add_blank_page(page_size=(box[2], box[3]))
        page.obj.Resources = Dictionary(XObject=Dictionary({EXHIBIT: form}))
        page.obj.Contents = self.pdf.make_stream(f"{EXHIBIT} Do".encode())
        self._sizes.append((box[2], box[3]))

    def save(self, out: Path) -> tuple[PreparedPage, ...]:
        """Write the file and return what its pages are."""
        self.pdf.save(
            out,
            object_stream_mode=ObjectStreamMode.generate,
            # The digests count streams as they are stored: nothing is packed anew.
            compress_streams=False,
            stream_decode_level=StreamDecodeLevel.none,
            # Nobody looks at its identifier, and one made of the whole file takes as long as writing it.
            static_id=True,
        )
        with Pdf.open(out) as saved:
            digester = Digester(saved)
            digests = [digester.of_form(page.obj.Resources.XObject[EXHIBIT]) for page in saved.pages]
        return tuple(
            PreparedPage(wide, high, digest)
            for (wide, high), digest in zip(self._sizes, digests, strict=True)
        )


def natural_size(
    width: int, height: int, density: Density | None, orientation: int = 1
) -> tuple[float, float]:
    """Return how wide and high a picture is when it is upright, in points.

    Args:
        width: In pixels, as stored.
        height: In pixels, as stored.
        density: What the file says; one that cannot be right counts as none.
        orientation: From 1 to 8; from 5 on the picture is turned by a quarter.
    """
    # Files that count by the metre round.
    if density is None or not all(LEAST_DENSE <= round(each, 1) <= MOST_DENSE for each in density):
        density = (USUAL_DENSITY, USUAL_DENSITY)
    wide, high = width * 72 / density[0], height * 72 / density[1]
    scale = min(1.0, (LARGEST - 2 * MARGIN) / max(wide, high))
    return (high * scale, wide * scale) if orientation >= 5 else (wide * scale, high * scale)


def check_pixels(sizes: Sequence[tuple[int, int]], limits: Limits) -> None:
    """Refuse pictures that have more pixels than one may have.

    Raises:
        RefusedError: `picture-too-large`.
    """
    most = max((wide * high for wide, high in sizes), default=0)
    if most > limits.pixels:
        raise RefusedError(
            "picture-too-large",
            f"This picture has {_millions(most)} megapixels; the limit is {_millions(limits.pixels)}.",
            "Save a smaller copy of it, name that as the evidence, and keep the original.",
        )


def _millions(pixels: int) -> str:
    return f"{pixels / 1_000_000:,.1f}".removesuffix(".0")
