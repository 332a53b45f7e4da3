"""Makes a declaration of many pages, with formgen and with what else sets pages, from the same paragraphs.

Run by `benchmarks/run.py`: `python benchmarks/declarations.py ENGINE PAGES OUT`, a whole process each time.
The other engines draw as much of the sheet as they can: line numbers, rules and footer with WeasyPrint
and Typst, the text alone with LibreOffice.
"""

import subprocess
import sys
from pathlib import Path

SENTENCES = (
    "On that day I was at the front desk when the telephone rang, and I knew his voice from the call before.",
    "He said that he would be back, and I wrote it down within a few minutes, while I still had the words.",
    "Nobody else was in the room, and the door to the parking lot was open because of the heat.",
    "I told the office manager the same afternoon, who said that somebody would look into it.",
)
LINES_A_PARAGRAPH = 5.0
NUMBERED_LINES = 28


def paragraphs(pages: int) -> list[str]:
    """Return about as many paragraphs as fill *pages* pages of pleading paper."""
    count = round(pages * NUMBERED_LINES / LINES_A_PARAGRAPH)
    return [f"{' '.join(SENTENCES)} This was the {number}th time." for number in range(1, count + 1)]


def with_formgen(pages: int, out: Path) -> None:
    """Lay out and draw with formgen."""
    out.write_bytes(formgen_pdf(pages))


def formgen_pdf(pages: int) -> bytes:
    """Return the declaration as formgen draws it."""
    from formgen.document.blocks import Paragraph, Span  # noqa: PLC0415
    from formgen.document.court_paper import CourtPaper, Sheet  # noqa: PLC0415
    from formgen.render.fonts.book import FontBook  # noqa: PLC0415
    from formgen.render.pdf import draw  # noqa: PLC0415
    from formgen.render.pleading.layout import lay_out  # noqa: PLC0415

    sheet = Sheet(
        612,
        792,
        72,
        24,
        NUMBERED_LINES,
        100,
        570,
        (89.4, 92.4),
        577,
        0.7,
        82,
        12,
        752,
        756.5,
        767.5,
        10,
        7,
        8,
        40,
    )
    blocks = tuple(
        Paragraph((Span(text),), number=number) for number, text in enumerate(paragraphs(pages), 1)
    )
    paper = CourtPaper(
        paper="declaration",
        file_name="declaration.pdf",
        title="Declaration",
        footer=("Declaration",),
        language="en-US",
        typeface=None,
        sheet=sheet,
        has_line_numbers=True,
        caption=None,
        heading=(),
        blocks=blocks,
        carries=(),
        cites=(),
        paragraphs={},
        withheld=(),
        law=(),
    )
    book = FontBook.open()
    laid = lay_out(paper, book)
    drawn = draw(
        laid, book, paper=paper.paper, file_name=paper.file_name, title=paper.title, language="en-US"
    )
    return drawn.content


def with_weasyprint(pages: int, out: Path) -> None:
    """Set the same paragraphs with WeasyPrint."""
    from weasyprint import HTML  # noqa: PLC0415

    numbers = "".join(f"<div>{number}</div>" for number in range(1, NUMBERED_LINES + 1))
    text = "".join(f"<p>{number}. {each}</p>" for number, each in enumerate(paragraphs(pages), 1))
    style = """
    @page { size: 612pt 792pt; margin: 72pt 42pt 48pt 100pt;
            @bottom-center { content: counter(page); border-top: .7pt solid; width: 100%;
                             font: 10pt Arimo, sans-serif } }
    body { font: 12pt/24pt Arimo, sans-serif; margin: 0 } p { margin: 0; text-indent: 36pt }
    .n { position: fixed; left: -40pt; top: 0; width: 20pt; text-align: right }
    .r { position: fixed; top: -72pt; height: 792pt; border-left: .7pt solid }
    """
    sheet = (
        f'<div class="n">{numbers}</div><div class="r" style="left:-10pt"></div>'
        '<div class="r" style="left:-7pt"></div><div class="r" style="left:477pt"></div>'
    )
    HTML(string=f"<style>{style}</style>{sheet}{text}").write_pdf(out)


def with_typst(pages: int, out: Path) -> None:
    """Set the same paragraphs with Typst."""
    import typst  # noqa: PLC0415

    source = """
#set page(width: 612pt, height: 792pt, margin: (left: 100pt, right: 42pt, top: 72pt, bottom: 48pt),
  footer: [#line(length: 100%, stroke: .7pt) #align(center)[#context counter(page).display()]],
  background: [
    #for x in (89.4pt, 92.4pt, 577pt) { place(line(start: (x, 0pt), end: (x, 792pt), stroke: .7pt)) }
    #for n in range(28) { place(dx: 66pt, dy: 79pt + n * 24pt, box(width: 16pt, align(right)[#(n + 1)])) }
  ])
#set text(size: 12pt)
#set par(leading: 15.4pt, spacing: 15.4pt, first-line-indent: (amount: 36pt, all: true))
"""
    body = "\n\n".join(f"{number}. {each}" for number, each in enumerate(paragraphs(pages), 1))
    typ = out.with_suffix(".typ")
    typ.write_text(source + body.replace("\n\n", "\n\n#parbreak()\n"), encoding="utf-8")
    typst.compile(str(typ), output=str(out))


def with_libreoffice(_pages: int, out: Path) -> None:
    """Turn the same paragraphs, in a Word file made beforehand, into a PDF with LibreOffice."""
    word = out.with_suffix(".docx")
    profile = f"-env:UserInstallation=file://{out.parent / 'profile'}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(out.parent), str(word)],
        check=True,
        capture_output=True,
    )


def write_word_file(pages: int, out: Path) -> None:
    """Write the Word file that LibreOffice turns into a PDF."""
    from docx import Document  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    document = Document()
    for number, each in enumerate(paragraphs(pages), 1):
        paragraph = document.add_paragraph(f"{number}. {each}")
        paragraph.paragraph_format.line_spacing = Pt(24)
        paragraph.paragraph_format.space_after = Pt(0)
    document.save(str(out.with_suffix(".docx")))


ENGINES = {
    "formgen": with_formgen,
    "weasyprint": with_weasyprint,
    "typst": with_typst,
    "libreoffice": with_libreoffice,
}

if __name__ == "__main__":
    ENGINES[sys.argv[1]](int(sys.argv[2]), Path(sys.argv[3]))
