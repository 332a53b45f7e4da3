"""Texts and messages for tests, made into pages and read back."""

import hashlib
from pathlib import Path

from formgen.checks.pdf_text import pages_of
from formgen.checks.pdf_words import compared
from formgen.exhibit.pictures import convert_picture
from formgen.exhibit.prepared import Converted, RefusedError
from formgen.exhibit.source import Limits, Source, WrittenWords
from formgen.exhibit.written import convert_mail, convert_text

LIMITS = Limits()
WORDS = WrittenWords()


def source_of(content: bytes, folder: Path, kind: str, pages: str = "") -> Source:
    """Return a file with *content*, offered as evidence."""
    file = folder / "offered"
    file.write_bytes(content)
    return Source("evidence[1]", file, hashlib.sha256(content).hexdigest(), kind, pages)


def convert(source: Source, out: Path) -> Converted:
    """Make any file into pages as the program does, save PDFs."""
    if source.kind == "text":
        return convert_text(source, out, LIMITS, WORDS)
    if source.kind == "mail":
        return convert_mail(source, out, LIMITS, WORDS, convert)
    if source.kind == "PNG":
        return convert_picture(source, out, LIMITS)
    raise RefusedError("evidence-kind", "no", "no")


def made(content: bytes, folder: Path, kind: str = "text", pages: str = "") -> tuple[Converted, list[str]]:
    """Make *content* into pages; return what they are, and their words."""
    out = folder / "out" / "prepared.pdf"
    out.parent.mkdir(exist_ok=True)
    converted = convert(source_of(content, folder, kind, pages), out)
    assert [file.name for file in out.parent.iterdir()] == ["prepared.pdf"]
    return converted, words_of(out)


def words_of(file: Path) -> list[str]:
    """Return the words of each page, white space collapsed."""
    with pages_of(file.read_bytes()) as pages:
        return [compared(page.text().replace("\0", "")) for page in pages]
