"""Pictures put into a PDF as they are packed: the only place that meets img2pdf, which has no types."""

import io
from collections.abc import Sequence
from typing import cast

import img2pdf  # type: ignore[import-untyped]
from pikepdf import Name, Pdf, Stream

from formgen.exhibit.picture_opened import Packed


def images_of(pdf: Pdf, data: bytes) -> tuple[Stream, ...]:
    """Return each picture of a PNG or TIFF file as an image XObject of *pdf*.

    Args:
        pdf: The file they are to be used in.
        data: Pictures that are neither turned nor see-through.

    Raises:
        Exception: Of many kinds, if img2pdf cannot put them into a PDF.
    """
    packed: bytes = img2pdf.convert(
        data, layout_fun=_same_for_all, rotation=img2pdf.Rotation.none, nodate=True
    )
    with Pdf.open(io.BytesIO(packed)) as holder:
        # Their pages say nothing that is used; each picture is copied as it is packed.
        return tuple(
            cast("Stream", pdf.copy_foreign(page.obj.Resources.XObject.Im0)) for page in holder.pages
        )


def image_of(pdf: Pdf, packed: Packed) -> Stream:
    """Return one picture as an image XObject of *pdf*, its transparency with it."""
    image = _only(images_of(pdf, packed.colours))
    if packed.transparency is not None:
        image[Name.SMask] = _only(images_of(pdf, packed.transparency))
    return image


def _only(images: Sequence[Stream]) -> Stream:
    (image,) = images
    return image


def _same_for_all(_width: int, _height: int, _density: object) -> tuple[int, int, int, int]:
    return (72, 72, 72, 72)
