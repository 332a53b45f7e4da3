"""The text of a case file, read whole and unharmed, or a plain reason why it cannot be."""

import codecs
import hashlib
import stat
from dataclasses import dataclass, field
from pathlib import Path

from formgen.errors import CaseDataError, Problem, SourceLocation
from formgen.intake.faults import FILE_EMPTY
from formgen.intake.tree import MOST_TEXT

LARGEST_FILE = MOST_TEXT
"""In bytes. A case of five hundred incidents is under half a megabyte."""

CASE_FILES = ("case.yaml", "case.json")
"""What a folder is searched for when a folder is given in place of a file."""

# The four-byte marks come first: a UTF-32 mark begins with a UTF-16 one.
_FOREIGN_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}

_OTHER_PROGRAMS = {
    b"PK\x03\x04": "a Word, Excel or zip file",
    b"%PDF": "a PDF file",
    b"\xd0\xcf\x11\xe0": "a file of an older Word or Excel",
}

_SAVE_AS_UTF8 = "Open it in a text editor and save it with the encoding UTF-8."


@dataclass(frozen=True, slots=True)
class SourceText:
    """What a file says, with the name it goes by in messages."""

    file: str
    """The name as it was given."""

    text: str = field(repr=False)
    """Every line ends with a line feed; nothing else was changed."""

    digest: str = ""
    """SHA-256 of the bytes as they lie on the disk."""

    size: int = 0
    """Bytes."""

    folder: Path = Path()
    """Where names of other files in the text are looked up."""

    def at(self, offset: int) -> SourceLocation:
        """Return the line and column of the character at *offset*."""
        line, column = line_and_column(self.text, offset)
        return SourceLocation(self.file, line, column)


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return where *offset* is in *text*, both counted from one."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def read_source(path: Path) -> SourceText:
    """Read the case file at *path*; a folder stands for the `case.yaml` or `case.json` in it.

    Raises:
        CaseDataError: There is no such file, or it is not text in UTF-8 of a reasonable size.
    """
    try:
        found = _file_meant(path)
        data = _bytes_of(found)
    except (FileNotFoundError, NotADirectoryError):
        raise _refusal(
            str(path), "file-not-found", "There is no file of this name.", "Check the name and the folder."
        ) from None
    except OSError:
        raise _refusal(
            str(path),
            "file-not-readable",
            "The file cannot be read.",
            "Check that you may open it, and that no other program holds it.",
        ) from None
    return source_from_bytes(str(found), data, folder=found.parent)


def source_from_bytes(file: str, data: bytes, *, folder: Path = Path()) -> SourceText:
    """Read *data* as the text of a case file called *file*.

    Raises:
        CaseDataError: It is empty, too large, another kind of file, or not UTF-8.
    """
    _refuse_large(file, len(data))
    _refuse_other_kinds(file, data)
    text = _decoded(file, data.removeprefix(codecs.BOM_UTF8))
    if not text or text.isspace():
        raise CaseDataError([FILE_EMPTY.at(SourceLocation(file))])
    return SourceText(file, text, digest=hashlib.sha256(data).hexdigest(), size=len(data), folder=folder)


def _file_meant(path: Path) -> Path:
    if not path.is_dir():
        return path
    inside = [path / name for name in CASE_FILES if (path / name).exists()]
    match inside:
        case [only]:
            return only
        case []:
            raise _refusal(
                str(path),
                "no-case-in-folder",
                f"This folder holds neither {CASE_FILES[0]} nor {CASE_FILES[1]}.",
                "Give the folder of a case, or the case file itself.",
            )
        case _:
            raise _refusal(
                str(path),
                "two-case-files",
                f"This folder holds both {CASE_FILES[0]} and {CASE_FILES[1]}.",
                "Give the one you mean by its name, or move the other away.",
            )


def _bytes_of(path: Path) -> bytes:
    facts = path.stat()
    if not stat.S_ISREG(facts.st_mode):
        raise _refusal(
            str(path),
            "not-a-file",
            "This is not a file that can be read as text.",
            "Give the case file, YAML or JSON.",
        )
    # Told before reading: a file of any size is refused at once.
    _refuse_large(str(path), facts.st_size)
    with path.open("rb") as stream:
        return stream.read(LARGEST_FILE + 1)


def _refuse_large(file: str, size: int) -> None:
    if size > LARGEST_FILE:
        raise _refusal(
            file,
            "file-too-large",
            f"The file is too large for a case file: more than {LARGEST_FILE // 1024 // 1024} MB.",
            "Give the case file. Pictures, mail and other evidence stay in files of their own.",
        )


def _refuse_other_kinds(file: str, data: bytes) -> None:
    for mark, kind in _OTHER_PROGRAMS.items():
        if data.startswith(mark):
            raise _refusal(
                file,
                "other-kind-of-file",
                f"This is {kind}, not a case file.",
                "Give the case file: a text file in YAML or JSON.",
            )
    for mark, name in _FOREIGN_MARKS.items():
        if data.startswith(mark):
            raise _refusal(file, "not-utf-8", f"The file is saved as {name}, not as UTF-8.", _SAVE_AS_UTF8)


def _decoded(file: str, data: bytes) -> str:
    try:
        text = with_line_feeds(data.decode())
    except UnicodeDecodeError as error:
        before = with_line_feeds(data[: error.start].decode())
        line, column = line_and_column(before, len(before))
        raise CaseDataError(
            [
                Problem(
                    code="not-utf-8",
                    what=f"The file is not UTF-8: byte {error.start + 1} (line {line}, column {column}) "
                    "belongs to no character.",
                    fix=_SAVE_AS_UTF8,
                    where=SourceLocation(file, line, column),
                )
            ]
        ) from None
    if (nul := text.find("\0")) >= 0:
        line, column = line_and_column(text, nul)
        raise CaseDataError(
            [
                Problem(
                    code="nul-byte",
                    what=f"The file holds a NUL byte (line {line}, column {column}), which no text does. "
                    "It may be damaged, or saved as UTF-16.",
                    fix=_SAVE_AS_UTF8,
                    where=SourceLocation(file, line, column),
                )
            ]
        )
    return text


def with_line_feeds(text: str) -> str:
    """Return *text* with every line end a line feed, and nothing else changed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refusal(file: str, code: str, what: str, fix: str) -> CaseDataError:
    return CaseDataError([Problem(code=code, what=what, fix=fix, where=SourceLocation(file))])
