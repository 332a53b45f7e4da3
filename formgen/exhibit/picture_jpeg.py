"""A JPEG put into a PDF as it is: its data is not packed anew."""

import zlib

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from formgen.exhibit.jpeg import Jpeg

_COLOURS = {1: Name.DeviceGray, 3: Name.DeviceRGB, 4: Name.DeviceCMYK}


def jpeg_image(pdf: Pdf, jpeg: Jpeg) -> Stream:
    """Return *jpeg* as an image XObject of *pdf* (ISO 32000-2, 7.4.8 and 8.9.5)."""
    image = pdf.make_stream(
        jpeg.data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=jpeg.width,
        Height=jpeg.height,
        BitsPerComponent=8,
        ColorSpace=_colours(pdf, jpeg),
        Filter=Name.DCTDecode,
    )
    if jpeg.is_plain_rgb:
        image.DecodeParms = Dictionary(ColorTransform=0)
    if jpeg.is_inverted:
        image.Decode = Array([1, 0] * jpeg.channels)
    return image


def _colours(pdf: Pdf, jpeg: Jpeg) -> Object:
    plain: Object = _COLOURS[jpeg.channels]
    if jpeg.profile is None:
        return plain
    profile = pdf.make_stream(
        zlib.compress(jpeg.profile), N=jpeg.channels, Alternate=plain, Filter=Name.FlateDecode
    )
    return Array([Name.ICCBased, profile])
