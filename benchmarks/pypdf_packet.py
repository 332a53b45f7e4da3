"""What a packet needs, done with pypdf alone: a cover and a bookmark for each file, a stamp on each page."""

import sys
from io import BytesIO
from pathlib import Path

from pypdf import PageObject, PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas


def overlay(lines: list[tuple[float, float, str]]) -> PageObject:
    """Return a page with *lines* on it."""
    content = BytesIO()
    canvas = Canvas(content, pagesize=(612, 792))
    for x, y, text in lines:
        canvas.drawString(x, y, text)
    canvas.save()
    return PdfReader(content).pages[0]


def main() -> None:
    """Write the packet named first, of the files named after it."""
    out, *files = sys.argv[1:]
    writer = PdfWriter()
    for number, name in enumerate(files, 1):
        reader = PdfReader(Path(name))
        cover = writer.add_page(overlay([(250, 400, f"EXHIBIT {number}")]))
        writer.add_outline_item(title=f"Exhibit {number}", page_number=cover.page_number)
        for own, page in enumerate(reader.pages, 1):
            placed = writer.add_page(page)
            placed.transfer_rotation_to_content()
            count = len(writer.pages)
            placed.merge_page(overlay([(400, 20, f"EXHIBIT {number}, page {own}"), (300, 20, str(count))]))
    writer.write(out)


if __name__ == "__main__":
    main()
