"""Makes PDFs for the tests, sound and otherwise, prepares them, and looks at pages as pictures."""

from collections.abc import Sequence
from pathlib import Path

import pypdfium2 as pdfium
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, StreamDecodeLevel, String
from PIL import Image, ImageChops

from formgen.exhibit.pdf import convert_pdf
from formgen.exhibit.prepared import EXHIBIT, Converted
from formgen.exhibit.source import Limits, Source

LETTER = (0, 0, 612, 792)
MARKS = (
    b"0.9 0.2 0.2 rg 60 60 120 40 re f 0.1 0.3 0.8 rg 300 500 40 160 re f "
    b"BT /F1 36 Tf 0 g 80 400 Td (Upright Exhibit) Tj ET 2 w 40 40 m 560 740 l S"
)
"""A drawing that looks another when it is turned, mirrored or moved."""


def typeface() -> Dictionary:
    """Return one of the typefaces that every reader has."""
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def add_page(pdf: Pdf, content: bytes | Sequence[bytes] = MARKS, **entries: object) -> Object:
    """Add a page to *pdf*, drawn by *content*, in parts if there are several; return it."""
    parts = [content] if isinstance(content, bytes) else content
    streams = [pdf.make_stream(part) for part in parts]
    page = pdf.make_indirect(
        Dictionary(
            Type=Name.Page,
            MediaBox=Array(LETTER),
            Resources=Dictionary(Font=Dictionary(F1=typeface())),
            Contents=streams[0] if isinstance(content, bytes) else Array(streams),
        )
    )
    for key, value in entries.items():
        page[f"/{key}"] = value
    kids = pdf.Root["/Pages"]["/Kids"]
    page["/Parent"] = pdf.Root["/Pages"]
    kids.append(page)
    pdf.Root["/Pages"]["/Count"] = len(kids)
    return page


def two_pages() -> Pdf:
    """Return a plain file of two pages."""
    pdf = Pdf.new()
    add_page(pdf)
    add_page(pdf, b"BT /F1 20 Tf 50 50 Td (Second) Tj ET")
    return pdf


def form(pdf: Pdf, content: bytes, width: float, height: float, **entries: object) -> Stream:
    """Return a drawing of its own, such as the look of a note."""
    made = pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, width, height]))
    for key, value in entries.items():
        made[f"/{key}"] = value
    return made


def add_note(pdf: Pdf, page: Object, kind: str, box: Sequence[float], **entries: object) -> Object:
    """Add a note, field or link of *kind* to *page* and return it; it prints unless told otherwise."""
    note = pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array(list(box)), F=4)
    )
    for key, value in entries.items():
        note[f"/{key}"] = value
    if "/Annots" not in page:
        page["/Annots"] = Array()
    page["/Annots"].append(note)
    return note


def add_field(
    pdf: Pdf, page: Object, box: Sequence[float], value: object = None, **entries: object
) -> Object:
    """Add a field of a form to *page* and return it: one for text unless told otherwise."""
    if isinstance(value, str):
        entries["V"] = String(value)
    elif value is not None:
        entries["V"] = value
    entries.setdefault("FT", Name.Tx)
    entries.setdefault("T", String("field"))
    field = add_note(pdf, page, "Widget", box, **entries)
    if "/AcroForm" not in pdf.Root:
        pdf.Root["/AcroForm"] = Dictionary(Fields=Array(), DA=String("/Helv 0 Tf 0 g"))
    pdf.Root["/AcroForm"]["/Fields"].append(field)
    return field


def raw_pdf(*objects: bytes) -> bytes:
    """Return a PDF of *objects* as they are, the first of which is its catalog."""
    content = b"%PDF-1.7\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return content + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, len(content))
    )


def source(file: Path, *, pages: str = "", password: str | None = None) -> Source:
    """Return *file* as evidence offered."""
    return Source("evidence[0]", file, "", "PDF", pages, password)


def save(pdf: Pdf, folder: Path, name: str = "offered.pdf") -> Path:
    """Write *pdf* into *folder* and return its file."""
    file = folder / name
    pdf.save(file, compress_streams=False, stream_decode_level=StreamDecodeLevel.none)
    return file


def prepare(
    file: Path, *, pages: str = "", password: str | None = None, limits: Limits | None = None
) -> Converted:
    """Prepare *file* beside itself."""
    return convert_pdf(source(file, pages=pages, password=password), prepared_file(file), limits or Limits())


def prepared_file(file: Path) -> Path:
    """Return where the prepared pages of *file* are."""
    return file.with_suffix(".prepared.pdf")


def done(converted: Converted) -> dict[str, int]:
    """Return what was done, by code, and how often; what is about one page is counted together."""
    found: dict[str, int] = {}
    for each in converted.done:
        found[each.code] = found.get(each.code, 0) + each.count
    return found


def picture(file: Path, page: int = 0, *, width: int = 510) -> Image.Image:
    """Return a page as it is seen, its fields and notes with it, *width* pixels wide: 60 dpi for Letter."""
    opened = pdfium.PdfDocument(file)
    opened.init_forms()
    seen = opened[page]
    image: Image.Image = seen.render(scale=width / seen.get_width()).to_pil().convert("RGB")
    opened.close()
    return image


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return the share of pixels that are off by more than a quarter of the range."""
    if abs(one.height - other.height) > 1:
        return 1.0
    other = other.resize(one.size) if other.size != one.size else other
    red, green, blue = ImageChops.difference(one, other).split()
    worst = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(worst.histogram()[64:]) / (one.width * one.height)


def look_alike(file: Path, page: int = 0) -> bool:
    """Return whether a page prepared looks like its source: under 0.5 % of its pixels are off."""
    seen = picture(file, page)
    return is_drawn_on(seen) and difference(seen, picture(prepared_file(file), page)) < 0.005


def is_drawn_on(image: Image.Image) -> bool:
    """Return whether anything at all is seen."""
    darkest, _ = image.convert("L").getextrema()
    return isinstance(darkest, int | float) and darkest < 128


def text_of(file: Path, page: int = 0) -> str:
    """Return the words of a page as a reader finds them."""
    opened = pdfium.PdfDocument(file)
    found: str = opened[page].get_textpage().get_text_bounded()
    opened.close()
    return found.replace("\r\n", "\n")


def exhibit_form(pdf: Pdf, page: int = 0) -> Object:
    """Return the drawing of all of a page of a prepared file."""
    return pdf.Root["/Pages"]["/Kids"][page]["/Resources"]["/XObject"][EXHIBIT]
