"""JPEG files taken apart: what stays byte for byte, and what does not come along."""

import io
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from formgen.exhibit.jpeg import read_jpeg
from formgen.exhibit.picture_exif import LeftOut
from formgen.exhibit.prepared import RefusedError

GPS, MAKER = 0x8825, 0x010F


def jpeg(mode: str = "RGB", *, size: tuple[int, int] = (40, 24), **how: object) -> bytes:
    packed = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert(mode).save(packed, "JPEG", **how)
    return packed.getvalue()


def segment(mark: int, body: bytes) -> bytes:
    return bytes([0xFF, mark]) + struct.pack(">H", len(body) + 2) + body


def with_segment(data: bytes, mark: int, body: bytes) -> bytes:
    """Return *data* with a segment more, before everything else."""
    return data[:2] + segment(mark, body) + data[2:]


def without(data: bytes, mark: int) -> bytes:
    """Return *data* without its first segment of that mark."""
    start = data.index(bytes([0xFF, mark]))
    return data[:start] + data[start + 2 + int.from_bytes(data[start + 2 : start + 4], "big") :]


def exif(**tags: object) -> bytes:
    found = Image.Exif()
    if "place" in tags:
        found.get_ifd(GPS)[1] = "N"
        found.get_ifd(GPS)[2] = (38.0, 34.0, 54.0)
    if "maker" in tags:
        found[MAKER] = tags["maker"]
    if "orientation" in tags:
        found[0x0112] = tags["orientation"]
    return found.tobytes()


def scan_of(data: bytes) -> bytes:
    return data[data.index(b"\xff\xda") :]


def refused(data: bytes) -> str:
    with pytest.raises(RefusedError) as caught:
        read_jpeg(data)
    return caught.value.code


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize(("mode", "channels"), [("L", 1), ("RGB", 3), ("CMYK", 4)])
def test_the_picture_data_stays_as_it_is(mode: str, channels: int, progressive: bool) -> None:  # noqa: FBT001 - a column of the table
    data = jpeg(mode, progressive=progressive)
    found = read_jpeg(with_segment(data, 0xFE, b"taken at her door"))

    assert (found.width, found.height, found.channels) == (40, 24, channels)
    assert found.data == data
    assert found.left_out == LeftOut(comments=1)


def test_where_it_was_taken_is_left_out_and_told() -> None:
    data = jpeg(exif=exif(place=True, maker="Telephone"))
    found = read_jpeg(data)

    assert b"GPS" not in found.data
    assert b"Telephone" not in found.data
    assert b"Exif" not in found.data
    assert scan_of(found.data) == scan_of(data)
    assert found.left_out == LeftOut(has_place=True, has_camera_data=True)


def test_where_it_was_taken_is_told_without_a_camera() -> None:
    assert read_jpeg(jpeg(exif=exif(place=True))).left_out == LeftOut(has_place=True)


def test_a_place_in_the_other_kind_of_camera_data_is_found() -> None:
    body = b'http://ns.adobe.com/xap/1.0/\x00<x exif:GPSLatitude="38,34.9N"/>'
    found = read_jpeg(with_segment(jpeg(), 0xE1, body))

    assert found.left_out == LeftOut(has_place=True, has_camera_data=True)
    assert b"GPS" not in found.data


def test_a_caption_of_a_press_program_is_left_out() -> None:
    found = read_jpeg(with_segment(jpeg(), 0xED, b"Photoshop 3.0\x00Dana"))

    assert found.left_out == LeftOut(has_camera_data=True)
    assert b"Dana" not in found.data


@pytest.mark.parametrize("mark", [0xE2, 0xE3, 0xE5, 0xEB, 0xEF])
def test_what_other_programs_add_is_left_out(mark: int) -> None:
    found = read_jpeg(with_segment(jpeg(), mark, b"MPF\x00more"))

    assert (found.left_out, found.data) == (LeftOut(extra=1), jpeg())


def test_a_film_or_a_second_picture_behind_it_is_left_out() -> None:
    found = read_jpeg(jpeg() + jpeg("L") + b"ftypmp42")

    assert (found.left_out, found.data) == (LeftOut(extra=1), jpeg())


def test_zeros_behind_it_are_nothing() -> None:
    assert read_jpeg(jpeg() + bytes(512)).left_out == LeftOut()


def test_a_small_picture_in_its_head_is_left_out() -> None:
    head = b"JFIF\x00\x01\x01\x01\x01\x2c\x01\x2c\x01\x01\xaa\xbb\xcc"
    found = read_jpeg(with_segment(without(jpeg(), 0xE0), 0xE0, head))

    assert found.left_out == LeftOut(extra=1)
    assert found.density == (300.0, 300.0)
    assert b"\xaa\xbb\xcc" not in found.data
    assert Image.open(io.BytesIO(found.data)).info["dpi"] == (300, 300)


@pytest.mark.parametrize(
    ("unit", "expected"), [(0, None), (1, (118, 100)), (2, (118 * 2.54, 254.0)), (9, None)]
)
def test_its_density_is_read_whatever_the_unit(unit: int, expected: tuple[float, float] | None) -> None:
    head = b"JFIF\x00\x01\x01" + struct.pack(">BHHBB", unit, 118, 100, 0, 0)

    assert read_jpeg(with_segment(without(jpeg(), 0xE0), 0xE0, head)).density == expected


def test_its_density_is_read_from_camera_data_otherwise() -> None:
    tags = Image.Exif()
    tags[0x011A], tags[0x011B], tags[0x0128] = 240.0, 240.0, 2
    data = without(jpeg(exif=tags.tobytes()), 0xE0)

    assert read_jpeg(data).density == (240, 240)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_way_it_lies_is_read(orientation: int) -> None:
    assert read_jpeg(jpeg(exif=exif(orientation=orientation))).orientation == orientation


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_a_way_to_lie_that_does_not_exist_is_upright(orientation: int) -> None:
    assert read_jpeg(jpeg(exif=exif(orientation=orientation))).orientation == 1


@pytest.mark.parametrize(
    "start", [b"", b"II", b"MM\x00*", b"II*\x00\xff\xff\xff\xff", b"II*\x00\x08\x00\x00\x00\xff\xff"]
)
def test_damaged_camera_data_is_left_out_and_harms_nothing(start: bytes) -> None:
    found = read_jpeg(with_segment(jpeg(), 0xE1, b"Exif\x00\x00" + start))

    assert (found.orientation, found.left_out, found.data) == (1, LeftOut(has_camera_data=True), jpeg())


def test_its_colour_profile_stays() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = jpeg(icc_profile=profile)
    found = read_jpeg(data)

    assert (found.profile, found.data) == (profile, data)


def test_a_colour_profile_for_other_colours_is_not_used() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    assert read_jpeg(jpeg("L", icc_profile=profile)).profile is None
    assert read_jpeg(jpeg(icc_profile=profile[:200])).profile is None


def test_printing_colours_of_adobe_are_inverted() -> None:
    plain = jpeg("CMYK")
    marked = with_segment(
        without(plain, 0xEE) if b"Adobe" in plain else plain, 0xEE, b"Adobe\x00\x64\x00\x00\x00\x00\x02"
    )

    assert read_jpeg(marked).is_inverted
    assert not read_jpeg(without(marked, 0xEE)).is_inverted
    assert b"Adobe" in read_jpeg(marked).data


def test_red_green_and_blue_as_they_stand_are_known() -> None:
    adobe = with_segment(jpeg(), 0xEE, b"Adobe\x00\x64\x00\x00\x00\x00\x00")
    named = without(jpeg(), 0xE0)
    frame = named.index(b"\xff\xc0") + 10
    named = (
        named[:frame]
        + b"R"
        + named[frame + 1 : frame + 3]
        + b"G"
        + named[frame + 4 : frame + 6]
        + b"B"
        + named[frame + 7 :]
    )

    assert [read_jpeg(data).is_plain_rgb for data in (adobe, named, jpeg())] == [True, True, False]


@pytest.mark.parametrize("cut", [1, 2, 3, 10, 200, 600])
def test_a_picture_that_was_cut_off_is_refused(cut: int) -> None:
    assert refused(jpeg()[:-cut]) == "evidence-damaged"


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8",
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8\xff\xe0",
        b"\xff\xd8\xff\xe0\x00\x00",
        b"\xff\xd8\xff\xe0\x00\x01",
        b"\xff\xd8\xff\xe0\xff\xff",
        b"\xff\xd8\xff\xda\x00\x02\xff\xd9",
        b"\xff\xd8garbage",
        b"\xff\xd8" + b"\xff" * 1000,
        b"\xff\xd8\xff\xd8\x00\x02\xff\xd9",
        b"\xff\xd8" + segment(0xC0, b"\x08\x00\x01"),
        b"\xff\xd8" + segment(0xC0, b"\x08\x00\x01\x00\x00\x01\x01\x11\x00"),
        b"\xff\xd8" + segment(0xC0, b"\x08\x00\x01\x00\x01\x03\x01\x11\x00"),
        jpeg()[:2] + segment(0xC0, b"\x08\x00\x01\x00\x01\x01\x01\x11\x00") * 2 + jpeg()[2:],
    ],
)
def test_what_is_no_whole_picture_is_refused(data: bytes) -> None:
    assert refused(data) == "evidence-damaged"


@pytest.mark.parametrize(
    ("frame", "body"),
    [
        (0xC1, b"\x0c\x00\x08\x00\x08\x01\x01\x11\x00"),
        (0xC0, b"\x08\x00\x00\x00\x08\x01\x01\x11\x00"),
        (0xC0, b"\x08\x00\x08\x00\x08\x02\x01\x11\x00\x02\x11\x00"),
        (0xC3, b"\x08\x00\x08\x00\x08\x01\x01\x11\x00"),
        (0xC9, b"\x08\x00\x08\x00\x08\x01\x01\x11\x00"),
        (0xCA, b"\x08\x00\x08\x00\x08\x01\x01\x11\x00"),
    ],
    ids=[
        "twelve bits",
        "height told later",
        "two channels",
        "lossless",
        "arithmetic",
        "arithmetic progressive",
    ],
)
def test_what_no_pdf_can_hold_is_refused(frame: int, body: bytes) -> None:
    assert refused(b"\xff\xd8" + segment(frame, body) + scan_of(jpeg())) == "picture-kind"


def test_bytes_that_fill_before_a_mark_are_taken_over() -> None:
    data = jpeg()
    padded = data[:-2] + b"\xff\xff\xff\xd9"

    assert read_jpeg(padded).data == padded


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.integers(0, 400), st.binary(min_size=1, max_size=4))
def test_whatever_is_overwritten_it_is_read_or_refused(place: int, by: bytes) -> None:
    data = jpeg()
    data = data[: 2 + place] + by + data[2 + place + len(by) :]
    try:
        found = read_jpeg(data)
    except RefusedError as error:
        assert error.code in {"evidence-damaged", "picture-kind"}  # noqa: PT017 - either end is right
    else:
        assert found.data.startswith(b"\xff\xd8")
        assert found.data.endswith(b"\xff\xd9")


def test_a_refusal_quotes_nothing() -> None:
    with pytest.raises(RefusedError) as caught:
        read_jpeg(with_segment(jpeg(), 0xFE, b"Dana Reyes")[:-2])

    assert "Dana" not in caught.value.what + caught.value.fix
