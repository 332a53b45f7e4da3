"""Opens a PDF that was offered as evidence, or says why it cannot be opened."""

import zlib
from collections.abc import Iterator

from pikepdf import PasswordError, Pdf, PdfError

from formgen.exhibit.pdf_objects import dictionary, entry, items, name
from formgen.exhibit.pdf_page_tree import SourcePage
from formgen.exhibit.prepared import RefusedError
from formgen.exhibit.source import Source

_HARMLESS = ("Resources is missing or invalid", "MediaBox is undefined")
"""What is put right by reading alone, and changes nothing that is seen."""

_WORDS_OF_LOCKS = ("encrypt", "security handler")


def open_pdf(source: Source) -> Pdf:
    """Return the file of *source*, open; it is read and never written.

    Raises:
        RefusedError: `evidence-locked`, `password-wrong` or `evidence-damaged`.
    """
    for password in _ways_to_write(source.password):
        try:
            return Pdf.open(source.on_disk, password=password, inherit_page_attributes=False)
        except PasswordError:
            continue
        except (PdfError, zlib.error, ValueError, RuntimeError) as error:
            raise _cannot_open(str(error)) from None
    if source.password is None:
        raise RefusedError(
            "evidence-locked",
            "The file is locked with a password.",
            "Give its password when formgen asks for it, or offer a copy that is not locked.",
        )
    raise RefusedError(
        "password-wrong",
        "The file is locked, and the password that was given does not open it.",
        "Check the password (capitals count), or offer a copy that is not locked.",
    )


def was_repaired(pdf: Pdf) -> bool:
    """Return whether something in *pdf* had to be put right for it to be read, up to now."""
    return any(not any(words in warning for words in _HARMLESS) for warning in pdf.get_warnings())


def refuse_waiting_page(pdf: Pdf, pages: list[SourcePage]) -> None:
    """Refuse a form that only its own program can show: its one page asks to wait.

    ISO 32000-2, annex K (XFA).

    Raises:
        RefusedError: `evidence-xfa`.
    """
    form = dictionary(entry(pdf.Root, "/AcroForm"))
    if form is None or "/XFA" not in form:
        return
    needs_program = entry(pdf.Root, "/NeedsRendering") is True
    if needs_program or not any(True for _ in _widgets(pages)):
        raise RefusedError(
            "evidence-xfa",
            "The file is a form whose pages are made by the program it was written for (XFA).",
            "Open it in that program, such as Adobe Acrobat Reader, print it to a new PDF, and offer that.",
        )


def _widgets(pages: list[SourcePage]) -> Iterator[object]:
    for page in pages:
        for note in items(page.own.get("/Annots")):
            if name(entry(note, "/Subtype")) == "Widget":
                yield note


def _ways_to_write(password: str | None) -> list[str | bytes]:
    """Return *password* in the ways in which programs of several ages lock files with it."""
    if not password:
        return [""]
    ways: list[str | bytes] = [password]
    for encoding in ("pdfdoc", "cp1252"):
        try:
            written = password.encode(encoding)
        except UnicodeError:
            continue
        if written != password.encode() and written not in ways:
            ways.append(written)
    return ways


def _cannot_open(why: str) -> RefusedError:
    if any(words in why.casefold() for words in _WORDS_OF_LOCKS):
        return RefusedError(
            "evidence-locked",
            "The file is locked in a way that no password opens, such as with a certificate.",
            "Open it in the program that can, print it to a new PDF, and offer that.",
        )
    return damaged()


def damaged() -> RefusedError:
    """Return the refusal of a file that is past repair."""
    return RefusedError(
        "evidence-damaged",
        "The file begins like a PDF, but is so damaged that it cannot be opened.",
        "Get the file again, or try to open it in a PDF reader and print it to a new PDF.",
    )
