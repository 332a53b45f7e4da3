"""Photographs of telephones in HEIC: drawn anew as JPEG, because a PDF cannot hold them."""

import io
from dataclasses import dataclass

import pillow_heif
from PIL import Image

from formgen.exhibit.jpeg import is_profile
from formgen.exhibit.picture_exif import Exif, LeftOut, read_exif
from formgen.exhibit.picture_page import check_pixels
from formgen.exhibit.source import Limits

QUALITY = 95
"""Of 100; with all colours kept at full size nobody sees a difference."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a photograph looks like, as a JPEG, upright."""

    jpeg: bytes
    exif: Exif
    pictures: int
    """How many the file holds in all."""

    left_out: LeftOut


def render_heif(data: bytes, limits: Limits) -> Rendering:
    """Return the main picture of a HEIC file, drawn anew.

    Raises:
        RefusedError: `picture-too-large`, before anything is unpacked.
        Exception: Of many kinds, if the file is damaged.
    """
    holder = pillow_heif.open_heif(io.BytesIO(data))
    main = holder[holder.primary_index]
    check_pixels([main.size], limits)
    exif_data, profile = _bytes(main.info.get("exif")), _bytes(main.info.get("icc_profile"))
    exif = read_exif(exif_data) if exif_data else None
    # libheif has turned the picture already, whatever its camera data says.
    image = _on_white(main.to_pillow())
    packed = io.BytesIO()
    image.save(
        packed,
        "JPEG",
        quality=QUALITY,
        subsampling=0,
        optimize=False,
        exif=b"",
        icc_profile=profile if is_profile(profile, len(image.getbands())) else None,
    )
    camera = bool(main.info.get("xmp")) or (exif is not None and (exif.has_more or not exif.has_place))
    return Rendering(
        jpeg=packed.getvalue(),
        exif=exif or Exif(),
        pictures=len(holder),
        left_out=LeftOut(exif is not None and exif.has_place, camera),
    )


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else b""


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode in {"L", "RGB"}:
        return image
    if image.mode in {"RGBA", "LA"}:
        white = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(white, image.convert("RGBA")).convert("RGB")
    return image.convert("RGB")
