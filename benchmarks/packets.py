"""Evidence of mixed kinds, made up on the spot, and what others do with the same files."""

import random
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TypeAlias

import pikepdf
from PIL import Image
from reportlab.lib.pagesizes import A4, LETTER, landscape
from reportlab.pdfgen.canvas import Canvas

WORDS = (
    *(
        "the",
        "office",
        "line",
        "rang",
        "again",
        "and",
        "nobody",
        "spoke",
        "while",
        "the",
        "display",
        "showed",
    ),
    *("the", "number", "of", "his", "account"),
)


Maker: TypeAlias = Callable[[Path, int, random.Random, bytes], None]
"""Writes one file: where, how many pages, which words, the picture of a scan."""


def write_exhibits(folder: Path, *, count: int, pages: int, scans: bool = True) -> list[Path]:
    """Write *count* PDFs of *pages* pages each: text, A4, lying, cropped, turned, scans, fields, links."""
    folder.mkdir(parents=True, exist_ok=True)
    scan = _scan(folder)
    makers: tuple[Maker, ...] = (
        _text,
        _a4,
        _lying,
        _cropped,
        _turned_90,
        _turned_180,
        _turned_270,
        _scanned,
        _form,
        _linked,
    )
    if not scans:
        makers = tuple(maker for maker in makers if maker is not _scanned)
    found = []
    for number in range(count):
        path = folder / f"exhibit-{number + 1:03d}.pdf"
        makers[number % len(makers)](path, pages, random.Random(number), scan)  # noqa: S311 - words to fill pages
        found.append(path)
    return found


def write_photographs(folder: Path, *, count: int, side: int = 3000) -> list[Path]:
    """Write *count* JPEG photographs of about 5 MB each."""
    folder.mkdir(parents=True, exist_ok=True)
    noise = Image.effect_noise((side, side), 80).convert("RGB")
    content = BytesIO()
    noise.save(content, "JPEG", quality=78)
    found = []
    for number in range(count):
        path = folder / f"photo-{number + 1:03d}.jpg"
        # Each is another file: a comment with its number, as a camera writes one.
        comment = f"{number:08d}".encode()
        data = content.getvalue()
        path.write_bytes(data[:2] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2) + comment + data[2:])
        found.append(path)
    return found


def merge_with_pypdf(files: list[Path], out: Path) -> None:
    """Do what a packet needs with pypdf: covers, stamps, numbers, bookmarks; one process."""
    program = Path(__file__).with_name("pypdf_packet.py")
    subprocess.run([sys.executable, str(program), str(out), *map(str, files)], check=True)


def merge_with_qpdf(files: list[Path], out: Path) -> None:
    """Only merge the files, with the qpdf program."""
    subprocess.run(["qpdf", "--empty", "--pages", *map(str, files), "--", str(out)], check=True)


def _lines(canvas: Canvas, chance: random.Random, *, top: float, left: float = 72.0) -> None:
    canvas.setFont("Helvetica", 10)
    for line in range(int(top - 60) // 15):
        words = " ".join(chance.choices(WORDS, k=12))
        canvas.drawString(left, top - 15 * line, words)


def _drawn(path: Path, pages: int, chance: random.Random, size: tuple[float, float]) -> None:
    canvas = Canvas(str(path), pagesize=size, invariant=1)
    for _ in range(pages):
        _lines(canvas, chance, top=size[1] - 72)
        canvas.showPage()
    canvas.save()


def _text(path: Path, pages: int, chance: random.Random, _scan: bytes) -> None:
    _drawn(path, pages, chance, LETTER)


def _a4(path: Path, pages: int, chance: random.Random, _scan: bytes) -> None:
    _drawn(path, pages, chance, A4)


def _lying(path: Path, pages: int, chance: random.Random, _scan: bytes) -> None:
    _drawn(path, pages, chance, landscape(LETTER))


def _changed(path: Path, pages: int, chance: random.Random, key: str, value: object) -> None:
    _drawn(path, pages, chance, LETTER)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            page.obj[key] = value
        pdf.save(path)


def _cropped(path: Path, pages: int, chance: random.Random, _scan: bytes) -> None:
    _changed(path, pages, chance, "/CropBox", pikepdf.Array([36, 36, 576, 756]))


def _turned_90(path: Path, pages: int, chance: random.Random, _scan: bytes) -> None:
    _changed(path, pages, chance, "/Rotate", 90)


def _turned_180(path: Path, pages: int, chance: random.Random, _scan: bytes) -> None:
    _changed(path, pages, chance, "/Rotate", 180)


def _turned_270(path: Path, pages: int, chance: random.Random, _scan: bytes) -> None:
    _changed(path, pages, chance, "/Rotate", 270)


def _scan(folder: Path) -> bytes:
    page = Image.effect_noise((2550, 3300), 18).convert("L")
    content = BytesIO()
    page.save(content, "JPEG", quality=42)
    (folder / "scan.jpg").write_bytes(content.getvalue())
    return content.getvalue()


def _scanned(path: Path, pages: int, _chance: random.Random, scan: bytes) -> None:
    with pikepdf.new() as pdf:
        for number in range(pages):
            page = pdf.add_blank_page(page_size=LETTER)
            picture = pikepdf.Stream(
                pdf,
                scan + b"%d" % number,
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Image,
                Width=2550,
                Height=3300,
                ColorSpace=pikepdf.Name.DeviceGray,
                BitsPerComponent=8,
                Filter=pikepdf.Name.DCTDecode,
            )
            page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=picture))
            page.contents_add(b"q 612 0 0 792 0 0 cm /Im Do Q")
        pdf.save(path)


def _form(path: Path, pages: int, chance: random.Random, _scan: bytes) -> None:
    canvas = Canvas(str(path), pagesize=LETTER, invariant=1)
    for number in range(pages):
        _lines(canvas, chance, top=640)
        for field in range(2):
            canvas.acroForm.textfield(
                name=f"field-{number}-{field}", value=f"typed {number}", x=72 + 200 * field, y=680, width=180
            )
        canvas.showPage()
    canvas.save()


def _linked(path: Path, pages: int, chance: random.Random, _scan: bytes) -> None:
    canvas = Canvas(str(path), pagesize=LETTER, invariant=1)
    for _ in range(pages):
        _lines(canvas, chance, top=720)
        canvas.linkURL("http://www.example.com/", (72, 700, 300, 740))
        canvas.showPage()
    canvas.save()
