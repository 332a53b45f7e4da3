"""A picture becomes pages: one for each picture in its file, upright and in its own size."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from formgen.exhibit.jpeg import Jpeg, read_jpeg
from formgen.exhibit.page_range import wanted_pages
from formgen.exhibit.picture_exif import Density, LeftOut, read_exif
from formgen.exhibit.picture_headers import read_png, webp_size
from formgen.exhibit.picture_jpeg import jpeg_image
from formgen.exhibit.picture_opened import (
    density_of,
    has_sound_profile,
    is_transparent,
    pack,
    reading_picture,
)
from formgen.exhibit.picture_packed import image_of, images_of
from formgen.exhibit.picture_page import PicturePages, check_pixels
from formgen.exhibit.prepared import Converted, Done
from formgen.exhibit.source import Limits, Source


@dataclass(frozen=True, slots=True)
class _Put:
    """What is to be told of a picture that was put on its pages."""

    left_out: LeftOut
    pages: int = 1
    """In the file."""

    frames: int = 1
    """Of an animation; the first is shown."""

    is_rendering: bool = False
    """Whether the pages show it drawn anew, and not its own data."""

    def done(self) -> tuple[Done, ...]:
        told = [Done("rendering")] if self.is_rendering else []
        told += [Done("frames-left-out", self.frames)] if self.frames > 1 else []
        return (*told, *self.left_out.done())


def convert_picture(source: Source, out: Path, limits: Limits) -> Converted:
    """Write the pages of a picture.

    Args:
        source: A JPEG, PNG, TIFF, GIF, WebP or HEIC file.
        out: The prepared file to write.
        limits: How large it may be.

    Raises:
        RefusedError: `evidence-damaged`, `evidence-pages`, `evidence-too-many-pages`,
            `picture-too-large` or `picture-kind`.
        OSError: If a file cannot be read or written.
        MemoryError: If the picture does not fit.
    """
    data = source.on_disk.read_bytes()
    with PicturePages() as pages:
        with reading_picture():
            put = _PUTTING[source.kind](data, source, pages, limits)
        return Converted(pages.save(out), put.pages, done=put.done())


def _put_jpeg(data: bytes, source: Source, pages: PicturePages, limits: Limits) -> _Put:
    wanted_pages(source.pages, 1)
    jpeg = read_jpeg(data)
    _add_jpeg(jpeg, jpeg.density, pages, limits)
    return _Put(jpeg.left_out)


def _add_jpeg(jpeg: Jpeg, density: Density | None, pages: PicturePages, limits: Limits) -> None:
    check_pixels([(jpeg.width, jpeg.height)], limits)
    pages.add(jpeg_image(pages.pdf, jpeg), density, jpeg.orientation)


def _put_png(data: bytes, source: Source, pages: PicturePages, limits: Limits) -> _Put:
    wanted_pages(source.pages, 1)
    image = Image.open(io.BytesIO(data), formats=["PNG"])
    check_pixels([image.size], limits)
    image.load()  # img2pdf takes the data over without looking whether it is whole
    png = read_png(data, keep_profile=has_sound_profile(image))
    density = density_of(image) or png.exif.density
    is_see_through = is_transparent(image)
    if is_see_through:
        placed = image_of(pages.pdf, pack(image))
    else:
        (placed,) = images_of(pages.pdf, png.data)
    pages.add(placed, density, png.exif.orientation)
    return _Put(png.left_out, frames=png.frames, is_rendering=is_see_through and png.is_deep)


def _put_gif(data: bytes, source: Source, pages: PicturePages, limits: Limits) -> _Put:
    wanted_pages(source.pages, 1)
    image = Image.open(io.BytesIO(data), formats=["GIF"])
    check_pixels([image.size], limits)
    comments = 1 if image.info.get("comment") else 0
    frames = getattr(image, "n_frames", 1)
    image.seek(0)
    pages.add(image_of(pages.pdf, pack(image)), None)
    return _Put(LeftOut(comments=comments), frames=frames)


def _put_webp(data: bytes, source: Source, pages: PicturePages, limits: Limits) -> _Put:
    wanted_pages(source.pages, 1)
    check_pixels([webp_size(data)], limits)
    image = Image.open(io.BytesIO(data), formats=["WEBP"])
    exif_data = image.info.get("exif")
    exif = read_exif(exif_data) if exif_data else None
    camera = bool(image.info.get("xmp")) or (exif is not None and (exif.has_more or not exif.has_place))
    left_out = LeftOut(exif is not None and exif.has_place, camera)
    placed = image_of(pages.pdf, pack(image))
    pages.add(placed, exif.density if exif else None, exif.orientation if exif else 1)
    return _Put(left_out, frames=getattr(image, "n_frames", 1))


def _put_tiff(data: bytes, source: Source, pages: PicturePages, limits: Limits) -> _Put:
    from formgen.exhibit.picture_tiff import TiffFile  # noqa: PLC0415 - loaded if there is one

    file = TiffFile(data, limits)
    wanted = wanted_pages(source.pages, len(file.pages))
    file.put(wanted, pages)
    is_rendering = any(file.pages[number - 1].is_deep for number in wanted)
    return _Put(file.left_out, len(file.pages), is_rendering=is_rendering)


def _put_heif(data: bytes, source: Source, pages: PicturePages, limits: Limits) -> _Put:
    from formgen.exhibit.picture_heif import render_heif  # noqa: PLC0415 - loaded if there is one

    wanted_pages(source.pages, 1)
    found = render_heif(data, limits)
    _add_jpeg(read_jpeg(found.jpeg), found.exif.density, pages, limits)
    return _Put(found.left_out, frames=found.pictures, is_rendering=True)


_PUTTING: dict[str, Callable[[bytes, Source, PicturePages, Limits], _Put]] = {
    "JPEG": _put_jpeg,
    "PNG": _put_png,
    "TIFF": _put_tiff,
    "GIF": _put_gif,
    "WebP": _put_webp,
    "HEIC": _put_heif,
}
