"""Pictures opened with Pillow: what they are like, and how they are packed again without loss."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NoReturn

from PIL import Image

from formgen.exhibit.jpeg import is_profile
from formgen.exhibit.picture_exif import Density
from formgen.exhibit.prepared import RefusedError

_CHANNELS = {"1": 1, "L": 1, "LA": 1, "I;16": 1, "CMYK": 4}
"""Of a picture without its transparency, by Pillow's mode; three for any other."""

_CANNOT_BE_SHOWN = frozenset({"F", "I"})
"""Numbers without a given range: measurements, no picture."""


_LEVEL = 3
"""Of packing a PNG, from 1 to 9: photographs come out no larger than at 6, in half the time."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A picture in a file of its own that holds nothing else."""

    colours: bytes
    """A PNG; a TIFF if it is in printing colours, or in black and white without grey."""

    transparency: bytes | None = None
    """A grey PNG of the same size: black where nothing is to be seen."""


@contextmanager
def reading_picture() -> Iterator[None]:
    """Tell what the libraries make of a bad picture as a refusal; their own limit on size is lifted.

    Raises:
        RefusedError: `evidence-damaged`.
        MemoryError: As it came.
    """
    limit = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = None  # the header was held against our own limit
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except (MemoryError, RefusedError):
        raise
    # A damaged picture ends in almost any exception of Pillow, of libheif and of the standard library.
    except Exception as error:
        if "memory" in str(error).casefold():  # zlib and libheif say it in words
            raise MemoryError from error
        refuse_damaged(error)
    finally:
        Image.MAX_IMAGE_PIXELS = limit


def refuse_damaged(error: Exception | None = None) -> NoReturn:
    """Refuse a picture that is not whole.

    Raises:
        RefusedError: `evidence-damaged`.
    """
    raise RefusedError(
        "evidence-damaged",
        "This picture is damaged, or only a part of it is there.",
        "Get the whole file again from where it came from, or open it, save it anew and name that file.",
    ) from error


def refuse_kind() -> NoReturn:
    """Refuse a picture that is stored in a way that no page can show.

    Raises:
        RefusedError: `picture-kind`.
    """
    raise RefusedError(
        "picture-kind",
        "This picture is stored in a rare way that cannot be put on a page.",
        "Open it, save it as an ordinary JPEG or PNG, and name that file.",
    )


def is_transparent(image: Image.Image) -> bool:
    """Tell whether something of the picture may be see-through."""
    return image.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in image.info


def has_sound_profile(image: Image.Image) -> bool:
    """Tell whether the picture has no colour profile, or one that fits its colours."""
    profile = image.info.get("icc_profile")
    return not profile or is_profile(profile, _CHANNELS.get(image.mode, 3))


def density_of(image: Image.Image) -> Density | None:
    """Return the dots an inch that the file itself gives, camera data aside."""
    density = image.info.get("dpi")
    try:
        return (float(density[0]), float(density[1])) if density else None
    except (TypeError, ValueError, ZeroDivisionError, IndexError):
        return None


def pack(image: Image.Image) -> Packed:
    """Return the picture, unpacked if it was not yet, packed again without loss.

    Raises:
        RefusedError: `picture-kind`.
        MemoryError: If it is too large.
    """
    if image.mode in _CANNOT_BE_SHOWN:
        refuse_kind()
    profile = image.info.get("icc_profile") if has_sound_profile(image) else None
    seen_through = None
    if is_transparent(image):
        whole = image.convert("LA" if image.mode in {"L", "LA", "La", "1"} else "RGBA")
        *colours, alpha = whole.split()
        image = Image.merge(whole.mode[:-1], colours)
        if alpha.getextrema() != (255, 255):
            seen_through = _saved(alpha, "PNG", None)
    elif (image.mode == "P" and profile) or image.mode not in {"1", "L", "P", "RGB", "I;16", "CMYK"}:
        image = image.convert("RGB")
    return Packed(_saved(image, "TIFF" if image.mode in {"CMYK", "1"} else "PNG", profile), seen_through)


def _saved(image: Image.Image, kind: str, profile: bytes | None) -> bytes:
    how: dict[str, object] = {"compress_level": _LEVEL} if kind == "PNG" else {}
    if image.mode == "1":
        how["compression"] = "group4"
    elif profile:
        how["icc_profile"] = profile
    packed = io.BytesIO()
    beside, image.info = image.info, {}
    try:
        image.save(packed, kind, **how)
    finally:
        image.info = beside
    return packed.getvalue()
