"""One file becomes one prepared file, by its kind: what is done in the child process."""

import hashlib
from collections.abc import Collection
from pathlib import Path

from formgen.evidence.kinds import PICTURE_KINDS, what_to_do
from formgen.exhibit.prepared import Converted, RefusedError
from formgen.exhibit.source import Limits, Source, WrittenWords

DEEPEST_MAIL = 5
"""Messages that may be attached one to the other."""

_READ_AT_ONCE = 1 << 20


def load_for(kinds: Collection[str]) -> None:
    """Load what files of these *kinds* need, before there is one: with PDF that takes longest."""
    if "PDF" in kinds:
        import formgen.exhibit.pdf  # noqa: PLC0415
        import formgen.exhibit.pdf_trial  # noqa: F401, PLC0415


def prepare(source: Source, out: Path, limits: Limits, words: WrittenWords) -> Converted:
    """Write the pages of *source* to *out*, after looking whether it is still the file that was examined.

    Raises:
        RefusedError: If it cannot become pages, or is another file by now (`evidence-changed-since`).
        MemoryError: If it takes more memory than it may.
        OSError: If a file cannot be read or written.
    """
    try:
        before = _state(source.on_disk)
        is_same = _digest_of(source.on_disk) == source.sha256.casefold()
    except FileNotFoundError:
        is_same = False
    if not is_same:
        raise _changed()
    converted = _convert(source, out, limits, words, depth=0)
    # Converters read the file anew.
    if _state(source.on_disk) != before:
        raise _changed()
    return converted


def _convert(source: Source, out: Path, limits: Limits, words: WrittenWords, depth: int) -> Converted:
    """Write the pages of one file, or of one attachment; its kind decides who does it."""
    # Each is loaded only if there is a file of its kind: the child has to begin quickly.
    if source.kind == "PDF":
        from formgen.exhibit.pdf import convert_pdf  # noqa: PLC0415
        from formgen.exhibit.pdf_trial import try_out  # noqa: PLC0415

        converted = convert_pdf(source, out, limits)
        try_out(out)
        return converted
    if source.kind in PICTURE_KINDS:
        from formgen.exhibit.pictures import convert_picture  # noqa: PLC0415

        return convert_picture(source, out, limits)
    if source.kind == "text":
        from formgen.exhibit.written import convert_text  # noqa: PLC0415

        return convert_text(source, out, limits, words)
    if source.kind == "mail" and depth < DEEPEST_MAIL:
        from formgen.exhibit.written import convert_mail  # noqa: PLC0415

        def convert_attachment(attached: Source, to: Path) -> Converted:
            return _convert(attached, to, limits, words, depth + 1)

        return convert_mail(source, out, limits, words, convert_attachment)
    raise RefusedError(
        "evidence-kind", "This file is of a kind that cannot become pages.", what_to_do(source.kind)
    )


def _digest_of(file: Path) -> str:
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while block := stream.read(_READ_AT_ONCE):
            digest.update(block)
    return digest.hexdigest()


def _state(file: Path) -> tuple[int, int, int]:
    found = file.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns


def _changed() -> RefusedError:
    return RefusedError(
        "evidence-changed-since",
        "This file is not the one that was looked at when this run began.",
        "Wait until the program that writes it is done, then run this again.",
    )
