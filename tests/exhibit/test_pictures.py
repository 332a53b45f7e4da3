"""Pictures on pages: upright, whole, in their own size, and without what the camera told."""

import io
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pillow_heif
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageCms, ImageOps, TiffImagePlugin

from formgen.exhibit import picture_tiff
from formgen.exhibit.digest import Digester
from formgen.exhibit.jpeg import read_jpeg
from formgen.exhibit.picture_headers import webp_size
from formgen.exhibit.picture_opened import density_of
from formgen.exhibit.picture_page import LARGEST, MARGIN, natural_size
from formgen.exhibit.pictures import convert_picture
from formgen.exhibit.prepared import EXHIBIT, Converted, Done, PreparedPage, RefusedError
from formgen.exhibit.source import Limits, Source

WIDE, HIGH = 120, 80
PIXEL = 72 / 96
"""Points, where the file says nothing of its density."""

GPS = 0x8825


def picture(mode: str = "RGB") -> Image.Image:
    """Return a picture that looks another however it is turned or mirrored."""
    image = Image.new("RGB", (WIDE, HIGH), "white")
    image.paste((255, 0, 0), (0, 0, 60, 40))
    image.paste((0, 128, 0), (60, 0, 120, 40))
    image.paste((0, 0, 255), (0, 40, 60, 80))
    image.paste((0, 0, 0), (100, 60, 120, 80))
    return image.convert(mode)


def camera_data(orientation: int = 1, *, place: bool = False, maker: str = "") -> Image.Exif:
    found = Image.Exif()
    found[0x0112] = orientation
    if maker:
        found[0x010F] = maker
    if place:
        found.get_ifd(GPS)[1] = "N"
        found.get_ifd(GPS)[2] = (38.0, 34.0, 54.0)
    return found


def saved(image: Image.Image, kind: str, **how: object) -> bytes:
    packed = io.BytesIO()
    image.save(packed, kind, **how)
    return packed.getvalue()


def heic(image: Image.Image, **how: object) -> bytes:
    packed = io.BytesIO()
    pillow_heif.from_pillow(image).save(packed, **how)
    return packed.getvalue()


def png_chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


@pytest.fixture
def convert(tmp_path: Path) -> Callable[..., tuple[Converted, Path]]:
    """Return what makes bytes into pages; the file it writes is read again."""

    def do(data: bytes, kind: str, *, pages: str = "", limits: Limits = Limits()) -> tuple[Converted, Path]:  # noqa: B008 - frozen
        file, out = tmp_path / "offered", tmp_path / "prepared.pdf"
        file.write_bytes(data)
        return convert_picture(Source("evidence[1]", file, "0" * 64, kind, pages), out, limits), out

    return do


Convert = Callable[..., tuple[Converted, Path]]


def drawn(out: Path, page: int = 0, scale: float = 1 / PIXEL) -> Image.Image:
    """Return what a page shows, without its margin."""
    with pypdfium2.PdfDocument(out) as pdf:
        image: Image.Image = pdf[page].render(scale=scale).to_pil().convert("RGB")
    edge = round(MARGIN * scale)
    return image.crop((edge, edge, image.width - edge, image.height - edge))


def looks_like(found: Image.Image, expected: Image.Image) -> bool:
    """Tell whether no more than one pixel in a hundred is off by more than a quarter."""
    if found.size != expected.size:
        return False
    off = ImageChops.difference(found, expected.convert("RGB")).convert("L").point([0] * 64 + [255] * 192)
    return off.histogram()[255] <= found.width * found.height / 100


def refused(convert: Convert, data: bytes, kind: str, **how: object) -> RefusedError:
    with pytest.raises(RefusedError) as caught:
        convert(data, kind, **how)
    return caught.value


@dataclass(frozen=True)
class Stored:
    """An image as it stands in a prepared file."""

    data: bytes
    bits: int
    packed: str
    colours: str
    profile: bytes | None
    is_see_through: bool


def image_in(out: Path) -> Stored:
    """Return the image that the first page shows."""
    with pikepdf.open(out) as pdf:
        image = pdf.pages[0].obj.Resources.XObject[EXHIBIT].Resources.XObject.Im
        colours = image.ColorSpace
        is_profiled = isinstance(colours, pikepdf.Array) and colours[0] == "/ICCBased"
        return Stored(
            image.read_raw_bytes(),
            int(image.BitsPerComponent),
            str(image.Filter[0] if isinstance(image.Filter, pikepdf.Array) else image.Filter),
            str(colours[0] if isinstance(colours, pikepdf.Array) else colours),
            colours[1].read_bytes() if is_profiled else None,
            "/SMask" in image,
        )


KINDS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "JPEG": ("JPEG", lambda: saved(picture(), "JPEG", quality=95)),
    "JPEG, grey": ("JPEG", lambda: saved(picture("L"), "JPEG", quality=95)),
    "JPEG, printing colours": ("JPEG", lambda: saved(picture("CMYK"), "JPEG", quality=95)),
    "JPEG, progressive": ("JPEG", lambda: saved(picture(), "JPEG", quality=95, progressive=True)),
    "PNG": ("PNG", lambda: saved(picture(), "PNG")),
    "PNG, black and white": ("PNG", lambda: saved(picture("1"), "PNG")),
    "PNG, grey": ("PNG", lambda: saved(picture("L"), "PNG")),
    "PNG, palette": ("PNG", lambda: saved(picture("P"), "PNG")),
    "PNG, grey with transparency": ("PNG", lambda: saved(picture("LA"), "PNG")),
    "PNG with transparency": ("PNG", lambda: saved(picture("RGBA"), "PNG")),
    "GIF": ("GIF", lambda: saved(picture("P"), "GIF")),
    "WebP": ("WebP", lambda: saved(picture(), "WEBP", lossless=True)),
    "WebP, lossy": ("WebP", lambda: saved(picture(), "WEBP", quality=95)),
    "TIFF": ("TIFF", lambda: saved(picture(), "TIFF")),
    "TIFF, LZW": ("TIFF", lambda: saved(picture(), "TIFF", compression="tiff_lzw")),
    "TIFF, JPEG": ("TIFF", lambda: saved(picture(), "TIFF", compression="jpeg", quality=95)),
    "TIFF, printing colours": ("TIFF", lambda: saved(picture("CMYK"), "TIFF")),
    "TIFF, palette": ("TIFF", lambda: saved(picture("P"), "TIFF")),
    "TIFF with transparency": ("TIFF", lambda: saved(picture("RGBA"), "TIFF")),
    "TIFF, fax": ("TIFF", lambda: saved(picture("1"), "TIFF", compression="group4")),
    "TIFF, old fax": ("TIFF", lambda: saved(picture("1"), "TIFF", compression="group3")),
    "HEIC": ("HEIC", lambda: heic(picture(), quality=95)),
}
MODES = {"grey": "L", "black": "1", "fax": "1"}


@pytest.mark.parametrize("name", KINDS)
def test_a_picture_is_on_its_page_whole_and_in_its_own_size(name: str, convert: Convert) -> None:
    kind, make = KINDS[name]
    converted, out = convert(make(), kind)
    mode = next((mode for word, mode in MODES.items() if word in name), "RGB")

    assert [(page.width, page.height) for page in converted.pages] == [
        (WIDE * PIXEL + 2 * MARGIN, HIGH * PIXEL + 2 * MARGIN)
    ]
    assert (converted.source_pages, converted.parts) == (1, ())
    assert converted.done == ((Done("rendering"),) if kind == "HEIC" else ())
    assert looks_like(drawn(out), picture(mode))


@pytest.mark.parametrize("name", KINDS)
def test_a_prepared_page_is_one_form_that_fills_it(name: str, convert: Convert) -> None:
    kind, make = KINDS[name]
    converted, out = convert(make(), kind)
    with pikepdf.open(out) as pdf:
        page = pdf.pages[0].obj
        form = page.Resources.XObject[EXHIBIT]
        (prepared,) = converted.pages

        assert [float(edge) for edge in page.MediaBox] == [0, 0, prepared.width, prepared.height]
        assert [float(edge) for edge in form.BBox] == [0, 0, prepared.width, prepared.height]
        assert [float(number) for number in form.Matrix] == [1, 0, 0, 1, 0, 0]
        assert page.Contents.read_bytes() == b"/Exhibit Do"
        assert not {"/Rotate", "/UserUnit", "/Annots", "/CropBox"} & set(page.keys())
        assert prepared == PreparedPage(prepared.width, prepared.height, Digester(pdf).of_form(form))


@pytest.mark.parametrize("name", KINDS)
def test_the_same_picture_gives_the_same_file(name: str, convert: Convert) -> None:
    kind, make = KINDS[name]
    data = make()
    first = convert(data, kind)[1].read_bytes()

    assert convert(data, kind)[1].read_bytes() == first


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WebP", "TIFF", "TIFF, fax", "TIFF, printing colours"])
def test_a_picture_is_upright_however_its_camera_was_held(
    kind: str, orientation: int, convert: Convert
) -> None:
    mode = {"TIFF, fax": "1", "TIFF, printing colours": "CMYK"}.get(kind, "RGB")
    format_ = kind.partition(",")[0]
    how: dict[str, object] = {"exif": camera_data(orientation)}
    if format_ == "TIFF":
        how = {"tiffinfo": {274: orientation}, "compression": "group4" if mode == "1" else None}
    data = saved(picture(mode), format_.upper(), **how)
    _, out = convert(data, format_)
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))

    assert upright.size == ((WIDE, HIGH) if orientation < 5 else (HIGH, WIDE))
    assert looks_like(drawn(out), upright)


def test_a_jpeg_is_turned_by_its_place_and_stays_as_it_is(convert: Convert) -> None:
    upright, turned = (saved(picture(), "JPEG", exif=camera_data(way)) for way in (1, 6))

    assert image_in(convert(turned, "JPEG")[1]) == image_in(convert(upright, "JPEG")[1])
    assert image_in(convert(turned, "JPEG")[1]).data == read_jpeg(turned).data


def test_a_photograph_of_a_telephone_is_turned_once(convert: Convert) -> None:
    data = heic(picture(), quality=95, exif=camera_data(6).tobytes())
    _, out = convert(data, "HEIC")

    assert looks_like(drawn(out), pillow_heif.open_heif(io.BytesIO(data)).to_pillow())


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WebP", "HEIC"])
def test_where_a_picture_was_taken_is_gone_and_told(kind: str, convert: Convert) -> None:
    exif = camera_data(place=True, maker="Telephone of Dana")
    data = (
        heic(picture(), exif=exif.tobytes()) if kind == "HEIC" else saved(picture(), kind.upper(), exif=exif)
    )
    assert b"Telephone of Dana" in data

    converted, out = convert(data, kind)

    assert set(converted.done) - {Done("rendering")} == {
        Done("location-left-out"),
        Done("camera-data-left-out"),
    }
    assert b"Dana" not in out.read_bytes()
    assert all(
        b"Exif" not in stream.read_raw_bytes()
        for stream in pikepdf.open(out).objects
        if isinstance(stream, pikepdf.Stream)
    )


def test_where_a_scan_was_made_and_by_whom_is_gone_and_told(convert: Convert) -> None:
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[GPS], tags[315] = {1: "N"}, "Dana Reyes"
    data = saved(picture(), "TIFF", tiffinfo=tags)
    converted, out = convert(data, "TIFF")

    assert converted.done == (Done("location-left-out"), Done("camera-data-left-out"))
    assert b"Dana" not in out.read_bytes()


def test_what_was_written_into_a_png_is_left_out_and_counted(convert: Convert) -> None:
    data = saved(picture(), "PNG")
    texts = png_chunk(b"tEXt", b"Author\x00Dana") + png_chunk(b"zTXt", b"c\x00\x00" + zlib.compress(b"Dana"))
    xmp = png_chunk(b"iTXt", b"XML:com.adobe.xmp\x00\x00\x00\x00\x00<x/>")
    converted, out = convert(data[:33] + texts + xmp + data[33:] + b"hidden", "PNG")

    assert converted.done == (
        Done("camera-data-left-out"),
        Done("comment-left-out", 2),
        Done("extra-data-left-out"),
    )
    assert b"Dana" not in out.read_bytes()


def test_of_a_moving_picture_the_first_frame_is_shown_and_all_are_counted(convert: Convert) -> None:
    frames = [picture("P").rotate(90), picture("P").rotate(180)]
    gif = saved(picture("P"), "GIF", save_all=True, append_images=frames, comment="of Dana")
    webp = saved(picture(), "WEBP", save_all=True, append_images=[picture().rotate(180)], lossless=True)
    png = saved(picture(), "PNG", save_all=True, append_images=[picture().rotate(180)])

    assert [convert(data, kind)[0].done for data, kind in ((gif, "GIF"), (webp, "WebP"), (png, "PNG"))] == [
        (Done("frames-left-out", 3), Done("comment-left-out")),
        (Done("frames-left-out", 2),),
        (Done("frames-left-out", 2),),
    ]
    assert all(
        looks_like(drawn(convert(data, kind)[1]), picture())
        for data, kind in ((gif, "GIF"), (webp, "WebP"), (png, "PNG"))
    )


def test_of_several_photographs_in_one_file_the_main_one_is_shown(convert: Convert) -> None:
    file = pillow_heif.from_pillow(picture())
    file.add_from_pillow(picture().rotate(180))
    packed = io.BytesIO()
    file.save(packed, quality=95)
    converted, out = convert(packed.getvalue(), "HEIC")

    assert converted.done == (Done("rendering"), Done("frames-left-out", 2))
    assert looks_like(drawn(out), picture())


def faxes(**how: object) -> bytes:
    pages = [picture("1").rotate(180), picture("1")]
    return saved(picture("1"), "TIFF", compression="group4", save_all=True, append_images=pages, **how)


def test_every_page_of_a_fax_is_there(convert: Convert) -> None:
    converted, out = convert(faxes(), "TIFF")

    assert (len(converted.pages), converted.source_pages) == (3, 3)
    assert [looks_like(drawn(out, page), picture("1").rotate(180 * (page == 1))) for page in range(3)] == [
        True
    ] * 3
    assert image_in(out).packed == "/CCITTFaxDecode"


def test_pages_of_a_scan_may_be_of_any_kind(convert: Convert) -> None:
    pages = [picture("RGBA"), picture("CMYK"), picture("P"), picture("1"), picture("L")]
    converted, out = convert(saved(picture(), "TIFF", save_all=True, append_images=pages), "TIFF")

    assert len(converted.pages) == 6
    assert [looks_like(drawn(out, page), picture()) for page in range(4)] == [True] * 4
    assert [looks_like(drawn(out, page), picture(mode)) for page, mode in ((4, "1"), (5, "L"))] == [True] * 2


def test_only_the_pages_asked_for_are_taken(convert: Convert) -> None:
    converted, out = convert(faxes(), "TIFF", pages="2")

    assert (len(converted.pages), converted.source_pages) == (1, 3)
    assert looks_like(drawn(out), picture("1").rotate(180))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WebP", "TIFF", "HEIC"])
def test_a_page_that_a_picture_does_not_have_is_refused(kind: str, convert: Convert) -> None:
    assert refused(convert, KINDS[kind][1](), kind, pages="2").code == "evidence-pages"


def test_a_fax_is_as_wide_as_it_is_high_on_paper(convert: Convert) -> None:
    data = saved(Image.new("1", (1728, 1100), 1), "TIFF", compression="group4", dpi=(204, 98))
    (page,) = convert(data, "TIFF")[0].pages

    assert page.width == pytest.approx(1728 * 72 / 204 + 36, abs=1e-3)
    assert page.height == pytest.approx(1100 * 72 / 98 + 36, abs=1e-3)


@pytest.mark.parametrize(
    ("dpi", "believed"), [(36, 36), (300, 300), (1200, 1200), (35, 96), (1201, 96), (1, 96)]
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_the_density_of_the_file_counts_if_it_can_be(
    kind: str, dpi: int, believed: int, convert: Convert
) -> None:
    (page,) = convert(saved(picture(), kind, dpi=(dpi, dpi)), kind)[0].pages

    assert page.width == pytest.approx(WIDE * 72 / believed + 36, rel=1e-3)


def test_a_density_that_differs_across_and_down_is_turned_with_the_picture(convert: Convert) -> None:
    data = saved(picture(), "JPEG", dpi=(200, 100), exif=camera_data(6))
    (page,) = convert(data, "JPEG")[0].pages

    assert (page.width, page.height) == (HIGH * 72 / 100 + 36, WIDE * 72 / 200 + 36)


def test_a_picture_larger_than_any_page_is_scaled_down(convert: Convert) -> None:
    (page,) = convert(saved(Image.new("1", (40_000, 2)), "PNG"), "PNG")[0].pages

    assert page.width == LARGEST
    assert page.height == pytest.approx(2 * MARGIN + 0.72, abs=0.01)


def test_what_is_see_through_shows_the_paper(convert: Convert) -> None:
    image = picture("RGBA")
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    on_paper = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    found = [
        convert(saved(image, kind.upper(), **how), kind)[1]
        for kind, how in (("PNG", {}), ("TIFF", {}), ("WebP", {"lossless": True}))
    ]

    assert [looks_like(drawn(out), on_paper) for out in found] == [True] * 3


@pytest.mark.parametrize("kind", ["PNG", "GIF"])
def test_a_see_through_colour_of_a_palette_shows_the_paper(kind: str, convert: Convert) -> None:
    image = Image.new("P", (WIDE, HIGH), 1)
    image.putpalette([255, 0, 0, 0, 0, 255, 0, 128, 0])
    image.paste(0, (0, 0, 60, 40))
    _, out = convert(saved(image, kind, transparency=0), kind)
    shown = drawn(out)

    assert (shown.getpixel((20, 20)), shown.getpixel((90, 60))) == ((255, 255, 255), (0, 0, 255))


def test_a_screenshot_without_anything_see_through_is_one_plain_picture(convert: Convert) -> None:
    _, out = convert(saved(picture("RGBA"), "PNG"), "PNG")

    assert not image_in(out).is_see_through


def test_sixteen_bits_a_colour_stay(convert: Convert) -> None:
    deep = Image.linear_gradient("L").convert("I;16").point(lambda value: value * 256)
    converted, out = convert(saved(deep, "PNG"), "PNG")
    tiff = convert(saved(deep, "TIFF"), "TIFF")

    assert (image_in(out).bits, converted.done) == (16, ())
    assert (image_in(tiff[1]).bits, tiff[0].done) == (16, ())


def test_deep_colours_that_cannot_stay_are_told(convert: Convert) -> None:
    rows = b"".join(b"\x00" + b"\x80\x00\x40\x00\x20\x00\x80\x00" * 4 for _ in range(4))
    header = png_chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 4, 16, 6, 0, 0, 0))
    data = b"\x89PNG\r\n\x1a\n" + header + png_chunk(b"IDAT", zlib.compress(rows)) + png_chunk(b"IEND", b"")

    assert convert(data, "PNG")[0].done == (Done("rendering"),)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WebP", "HEIC"])
def test_a_colour_profile_stays(kind: str, convert: Convert) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    how: dict[str, object] = {"icc_profile": profile}
    image = picture()
    image.info["icc_profile"] = profile
    data = heic(image) if kind == "HEIC" else saved(image, kind.upper(), **how)

    assert image_in(convert(data, kind)[1]).profile == profile


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_a_colour_profile_for_other_colours_is_left_out(kind: str, convert: Convert) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    _, out = convert(saved(picture("L"), kind, icc_profile=profile), kind)

    assert image_in(out).colours == "/DeviceGray"
    assert looks_like(drawn(out), picture("L"))


def jpeg_header(wide: int, high: int) -> bytes:
    data = bytearray(saved(picture(), "JPEG"))
    place = data.index(b"\xff\xc0") + 5
    data[place : place + 4] = struct.pack(">HH", high, wide)
    return bytes(data)


def png_header(wide: int, high: int) -> bytes:
    data = saved(picture(), "PNG")
    return data[:8] + png_chunk(b"IHDR", struct.pack(">II", wide, high) + data[24:29]) + data[33:]


def tiff_header(wide: int, high: int) -> bytes:
    data = saved(picture(), "TIFF", compression="tiff_lzw")
    for tag, value in ((256, wide), (257, high)):
        place = data.index(struct.pack("<H", tag), 8)
        data = data[: place + 2] + struct.pack("<HII", 4, 1, value) + data[place + 12 :]
    return data


def gif_header(wide: int, high: int) -> bytes:
    data = saved(picture("P"), "GIF")
    return data[:6] + struct.pack("<HH", wide, high) + data[10:]


def webp_header(wide: int, high: int) -> bytes:
    body = b"\x00" * 4 + (wide - 1).to_bytes(3, "little") + (high - 1).to_bytes(3, "little")
    rest = saved(picture(), "WEBP", lossless=True)[12:]
    return b"RIFF" + struct.pack("<I", len(rest) + 22) + b"WEBPVP8X" + struct.pack("<I", 10) + body + rest


def heic_header(wide: int, high: int) -> bytes:
    data = heic(picture())
    return data.replace(struct.pack(">II", WIDE, HIGH), struct.pack(">II", wide, high))


HEADERS: dict[str, Callable[[int, int], bytes]] = {
    "JPEG": jpeg_header,
    "PNG": png_header,
    "TIFF": tiff_header,
    "GIF": gif_header,
    "WebP": webp_header,
    "HEIC": heic_header,
}


@pytest.mark.parametrize("kind", HEADERS)
def test_a_picture_of_four_hundred_megapixels_is_refused_by_its_header(kind: str, convert: Convert) -> None:
    error = refused(convert, HEADERS[kind](20_000, 20_000), kind)

    assert (error.code, error.what) == (
        "picture-too-large",
        "This picture has 400 megapixels; the limit is 150.",
    )


@pytest.mark.parametrize("kind", HEADERS)
def test_the_limit_on_pixels_is_a_setting(kind: str, convert: Convert) -> None:
    assert convert(KINDS[kind][1](), kind, limits=Limits(pixels=WIDE * HIGH))[0].source_pages == 1
    assert (
        refused(convert, KINDS[kind][1](), kind, limits=Limits(pixels=WIDE * HIGH - 1)).code
        == "picture-too-large"
    )


def test_pillows_own_limit_is_neither_asked_nor_changed(
    convert: Convert, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 10)

    assert convert(saved(picture(), "PNG"), "PNG")[0].source_pages == 1
    assert Image.MAX_IMAGE_PIXELS == 10


def test_more_pages_than_a_file_may_have_are_refused(convert: Convert) -> None:
    assert convert(faxes(), "TIFF", limits=Limits(pages=3))[0].source_pages == 3
    assert refused(convert, faxes(), "TIFF", limits=Limits(pages=2)).code == "evidence-too-many-pages"


@pytest.mark.parametrize("kind", HEADERS)
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_picture_that_was_cut_off_is_refused(kind: str, share: float, convert: Convert) -> None:
    data = KINDS[kind][1]()

    assert refused(convert, data[: int(len(data) * share)], kind).code in {"evidence-damaged", "picture-kind"}


@pytest.mark.parametrize("cut", [1, 12, 13, 20])
def test_a_png_without_its_end_is_refused(cut: int, convert: Convert) -> None:
    assert refused(convert, saved(picture(), "PNG")[:-cut], "PNG").code == "evidence-damaged"


def test_a_fax_whose_pages_lead_in_a_circle_ends(convert: Convert) -> None:
    data = bytearray(saved(picture("1"), "TIFF", compression="group4"))
    start = int.from_bytes(data[4:8], "little")
    count = int.from_bytes(data[start : start + 2], "little")
    data[start + 2 + 12 * count :][:4] = b""
    place = start + 2 + 12 * count
    data[place : place + 4] = struct.pack("<I", start)
    converted, _ = convert(bytes(data), "TIFF")

    assert converted.source_pages == 1


@pytest.mark.parametrize("mode", ["F", "I"])
def test_measurements_are_no_picture(mode: str, convert: Convert) -> None:
    assert refused(convert, saved(picture("L").convert(mode), "TIFF"), "TIFF").code == "picture-kind"


def test_a_refusal_quotes_nothing(convert: Convert) -> None:
    data = saved(picture(), "PNG", pnginfo=None)
    error = refused(convert, data[:33] + png_chunk(b"tEXt", b"Author\x00Dana Reyes") + data[33:-60], "PNG")

    assert "Dana" not in error.what + error.fix


def test_what_is_see_through_in_a_photograph_of_a_telephone_shows_the_paper(convert: Convert) -> None:
    image = picture("RGBA")
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    _, out = convert(heic(image, quality=95), "HEIC")

    assert looks_like(drawn(out), Image.alpha_composite(Image.new("RGBA", image.size, "white"), image))


def test_a_photograph_of_a_telephone_without_colours_stays_without(convert: Convert) -> None:
    _, out = convert(heic(picture("L"), quality=95), "HEIC")

    assert looks_like(drawn(out), picture("L"))


def test_red_green_and_blue_as_they_stand_are_shown_so(convert: Convert) -> None:
    data = saved(picture(), "JPEG", quality=95, keep_rgb=True)
    _, out = convert(data, "JPEG")

    assert read_jpeg(data).is_plain_rgb
    assert looks_like(drawn(out), picture())


def test_a_palette_with_a_colour_profile_is_shown_in_its_colours(convert: Convert) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    found = [
        convert(saved(picture("P"), kind, icc_profile=profile), kind)[1].read_bytes()
        for kind in ("PNG", "TIFF")
    ]
    _, out = convert(saved(picture("P"), "TIFF", icc_profile=profile), "TIFF")

    assert all(found)
    assert (image_in(out).profile, looks_like(drawn(out), picture())) == (profile, True)


def test_a_fax_that_img2pdf_does_not_take_is_unpacked(
    convert: Convert, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr(picture_tiff, "images_of", fail)
    converted, out = convert(faxes(), "TIFF")

    assert len(converted.pages) == 3
    assert looks_like(drawn(out, 1), picture("1").rotate(180))


@pytest.mark.parametrize("error", [MemoryError(), OSError("Error -4: out of memory")])
def test_too_little_memory_is_no_damage(
    error: Exception, convert: Convert, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(picture_tiff, "images_of", fail)
    monkeypatch.setattr(picture_tiff, "pack", fail)

    with pytest.raises(MemoryError):
        convert(faxes(), "TIFF")


@pytest.mark.parametrize("density", [("x", "y"), (1,), 96, (300, 0)])
def test_a_density_that_is_none_is_passed_over(density: object) -> None:
    image = picture()
    image.info["dpi"] = density

    assert density_of(image) in {None, (300.0, 0.0)}
    assert natural_size(WIDE, HIGH, density_of(image)) == (WIDE * PIXEL, HIGH * PIXEL)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"VP8 " + bytes(10) + struct.pack("<HH", 0x4000 + 640, 0x8000 + 480), (640, 480)),
        (b"VP8L" + bytes(4) + b"\x2f" + (639 | 479 << 14).to_bytes(4, "little"), (640, 480)),
        (b"VP8X" + bytes(8) + b"\x7f\x02\x00\xdf\x01\x00", (640, 480)),
        (b"VP8 ", (0, 0)),
    ],
)
def test_the_size_of_a_webp_is_read_from_its_head(head: bytes, expected: tuple[int, int]) -> None:
    assert webp_size(b"RIFF\x00\x00\x00\x00WEBP" + head) == expected


def test_a_webp_of_no_known_sort_is_refused(convert: Convert) -> None:
    assert refused(convert, b"RIFF\x04\x00\x00\x00WEBPNONE", "WebP").code == "picture-kind"
