"""Plain text and mail become the pages of an exhibit: every word as it was sent, in typefaces of our own."""

import codecs
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from formgen.document.blocks import Span
from formgen.document.leaf import Leaf
from formgen.document.mail_leaf import mail_leaf
from formgen.document.text_leaf import text_leaf
from formgen.evidence.kinds import PAGE_KINDS
from formgen.evidence.mail import Mail, MailError, read_mail
from formgen.evidence.mail_attachment import Attachment
from formgen.evidence.mail_blocks import spans_of
from formgen.exhibit.prepared import Converted, Done, Part, RefusedError
from formgen.exhibit.source import Limits, Source, WrittenWords
from formgen.exhibit.written_pages import check_length, put_together, usual_book, write_leaves
from formgen.render.fonts.clusters import Missing
from formgen.render.leaf.glyphs import printed_inlines

Convert: TypeAlias = Callable[[Source, Path], Converted]
"""Makes one file into pages."""

_LANGUAGE = "und"
"""Of words of which nobody has said in what language they are (BCP 47)."""

_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_CONTROLS = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_LINES_OF_A_PAGE = 60
_INSTALL = "pip install"

_PRINT_IT = "Open it in the program that shows it, print it to a PDF, and name that as the evidence."
_SAVE_IT = "Open it in the program that wrote it, save a copy as UTF-8, and name that as the evidence."


def convert_text(source: Source, out: Path, limits: Limits, words: WrittenWords) -> Converted:  # noqa: ARG001 - as for mail
    """Write the pages of a plain text; a form feed begins a new one.

    Raises:
        RefusedError: `text-not-unicode`, `text-control-characters`, `glyph-missing`,
            `evidence-too-many-pages` or `evidence-pages`.
    """
    text = _LINE_ENDS.sub("\n", _decoded(source.on_disk.read_bytes()))
    if (control := _CONTROLS.search(text)) is not None:
        line = _line_of(text, control.start())
        raise RefusedError(
            "text-control-characters",
            f"Line {line} has a control character that cannot be drawn: U+{ord(control[0]):04X}.",
            _PRINT_IT,
        )
    # Laying out a text of millions of lines would take longer than counting them.
    check_length(text.count("\n") // _LINES_OF_A_PAGE, limits)
    if missing := usual_book().missing(text):
        line = _line_of(text, text.index(missing[0].cluster))
        raise _cannot_draw(missing[0], f"Line {line} of this text")
    parts = [part for part in text.split("\f") if part.strip()] or [""]
    leaves = [text_leaf(part, _LANGUAGE) for part in parts]
    with _beside(out) as folder:
        whole = folder / "text.pdf"
        pages = write_leaves(leaves, whole, limits)
        return put_together([(whole, Converted(pages, len(pages)))], out, source.pages, limits)


def convert_mail(
    source: Source, out: Path, limits: Limits, words: WrittenWords, convert: Convert
) -> Converted:
    """Write the pages of a message, and after them those of every attachment that has pages.

    Args:
        source: The message.
        out: Where to write the prepared file; what is needed on the way lies beside it for a while.
        limits: How many pages there may be.
        words: What is printed besides the words of the message.
        convert: Makes an attachment into pages; what it refuses is listed and not shown.

    Raises:
        RefusedError: What `read_mail` cannot read, `glyph-missing`, `evidence-too-many-pages` or
            `evidence-pages`.
    """
    try:
        mail = read_mail(source.on_disk.read_bytes())
    except MailError as error:
        raise RefusedError(error.code, error.what, error.fix) from error
    leaf = mail_leaf(mail, words, _LANGUAGE)
    _check_glyphs(leaf)
    with _beside(out) as folder:
        message = folder / "message.pdf"
        pages = write_leaves([leaf], message, limits)
        shown = [
            (file, converted, attachment)
            for number, attachment in enumerate(mail.attachments, 1)
            for file, converted in _shown(attachment, number, source, folder, convert)
        ]
        done = tuple(_noted(mail, not_shown=len(mail.attachments) - len(shown)))
        files = [(message, Converted(pages, len(pages), done=done))]
        files += [
            (file, _as_part(converted, attachment.name or words.unnamed))
            for file, converted, attachment in shown
        ]
        return put_together(files, out, source.pages, limits)


def _decoded(content: bytes) -> str:
    """Return a file's text by what it says of itself: UTF-16 with its mark, UTF-8 otherwise."""
    is_wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return content.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        where = "" if is_wide else f" on line {line}"
        raise RefusedError(
            "text-not-unicode",
            f"This text is not written down as UTF-8 or UTF-16{where}.",
            _SAVE_IT,
        ) from error


def _line_of(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


@contextmanager
def _beside(out: Path) -> Iterator[Path]:
    """Make a folder beside *out* for a while, on the same disk and out of everybody's sight."""
    with TemporaryDirectory(dir=out.parent, prefix="written-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _shown(
    attachment: Attachment, number: int, source: Source, folder: Path, convert: Convert
) -> Iterator[tuple[Path, Converted]]:
    """Yield the pages of an *attachment*, if it has any that can be shown."""
    if attachment.kind not in PAGE_KINDS:
        return
    file, out = folder / f"attachment-{number}", folder / f"attachment-{number}.pdf"
    file.write_bytes(attachment.content)
    try:
        offered = Source(f"{source.path}.attachments[{number}]", file, attachment.sha256, attachment.kind)
        yield out, convert(offered, out)
    except RefusedError:
        return
    finally:
        file.unlink()


def _as_part(converted: Converted, title: str) -> Converted:
    """Return an attachment with a bookmark of its own over those that it has."""
    inner = (replace(part, level=part.level + 1) for part in converted.parts)
    return replace(converted, parts=(Part(title, 1), *inner))


def _noted(mail: Mail, *, not_shown: int) -> Iterator[Done]:
    """Yield what of a message is not on its pages, or there in another way."""
    bodies = [body for passage in mail.passages for body in passage.versions]
    pictures = sum(span.is_picture for body in bodies for span in spans_of(body.blocks))
    counts = {
        "attachment-not-shown": not_shown,
        "mail-encrypted": int(mail.is_encrypted),
        "mail-words-hidden": int(mail.has_hidden),
        "mail-versions-differ": sum(len(passage.versions) > 1 for passage in mail.passages),
        "mail-pictures-named": pictures,
        "mail-characters-unread": mail.replaced,
    }
    yield from (Done(code, count) for code, count in counts.items() if count)


def _check_glyphs(leaf: Leaf) -> None:
    """Refuse a message with a character that cannot be drawn.

    Raises:
        RefusedError: `glyph-missing`.
    """
    for inline in printed_inlines(leaf):
        text = inline.text if isinstance(inline, Span) else inline.widest
        if missing := usual_book().missing(text):
            raise _cannot_draw(missing[0], "This message")


def _cannot_draw(missing: Missing, where: str) -> RefusedError:
    # The file is evidence: leaving the character out is no remedy; installing a typeface is.
    fix = f"{missing.remedy} Or: {_PRINT_IT}" if _INSTALL in missing.remedy else _PRINT_IT
    return RefusedError(
        "glyph-missing",
        f"{where} has a character that no typeface at hand can draw: {missing.code_points} ({missing.name}).",
        fix,
    )
