"""Reads the text of a Word file with the standard library alone: what one library writes, another checks."""

from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = "word/document.xml"
LARGEST = 50_000_000
"""Bytes of XML, unpacked; a letter has some 50,000."""

_MARKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n"}


_SETTINGS = "word/settings.xml"
_MARKING_ELEMENTS = {
    "ins": "tracked changes",
    "del": "tracked changes",
    "commentReference": "comments",
    "vanish": "hidden text",
}
_MARKING_PARTS = {"people.xml": "the names of those who edited it", "vbaProject.bin": "macros"}


class NotAWordFileError(Exception):
    """The file is not a Word file that can be read."""


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """One paragraph of a Word file."""

    part: str
    """Such as `word/document.xml`."""

    number: int
    """Counted from 1 in its part."""

    text: str


def paragraphs_in(content: bytes) -> tuple[WordParagraph, ...]:
    """Return every paragraph of a Word file: the body's first, then those of headers, footers and notes.

    Raises:
        NotAWordFileError: If the file is damaged, too large, or declares entities.
    """
    found: list[WordParagraph] = []
    for part, xml in _xml_parts(content):
        root = _parsed(xml)
        found += [
            WordParagraph(part, number, _text_of(paragraph))
            for number, paragraph in enumerate(root.iter(f"{W}p"), 1)
        ]
    return tuple(found)


def marks_in(content: bytes) -> tuple[str, ...]:
    """Return what a Word file holds that would go out with every letter made from it.

    Those are comments and tracked changes, names of those who edited it, the
    path of a template on somebody's computer, hidden text, macros.

    Raises:
        NotAWordFileError: As `paragraphs_in`.
    """
    found = {
        kind
        for _, xml in _xml_parts(content)
        for name, kind in _MARKING_ELEMENTS.items()
        if _parsed(xml).find(f".//{W}{name}") is not None
    }
    with ZipFile(BytesIO(content)) as package:
        names = package.namelist()
        found |= {kind for name in names for end, kind in _MARKING_PARTS.items() if name.endswith(end)}
        if _SETTINGS in names and b"attachedTemplate" in package.read(_SETTINGS):
            found.add("the path of a template on a computer")
    return tuple(sorted(found))


def _xml_parts(content: bytes) -> list[tuple[str, bytes]]:
    try:
        with ZipFile(BytesIO(content)) as package:
            entries = [
                e
                for e in package.infolist()
                if e.filename.startswith("word/") and e.filename.endswith(".xml")
            ]
            if sum(entry.file_size for entry in entries) > LARGEST:
                raise NotAWordFileError("too large")
            parts = [(entry.filename, package.read(entry)) for entry in entries]
    except (BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError) as error:
        raise NotAWordFileError("damaged") from error
    if BODY not in dict(parts):
        raise NotAWordFileError("no body")
    with_text = [(name, xml) for name, xml in parts if b"<w:p" in xml and "/styles" not in name]
    return sorted(with_text, key=lambda part: (part[0] != BODY, part[0]))


def _parsed(xml: bytes) -> ET.Element:
    if b"<!DOCTYPE" in xml:
        raise NotAWordFileError("declares entities")
    try:
        return ET.fromstring(xml)  # noqa: S314 - a file with a document type, so with entities, is refused above
    except ET.ParseError as error:
        raise NotAWordFileError("damaged") from error


def _text_of(paragraph: ET.Element) -> str:
    """Return the text of one paragraph, less that of paragraphs inside it."""
    pieces: list[str] = []

    def walk(element: ET.Element) -> None:
        for child in element:
            if child.tag == f"{W}p":
                continue
            if child.tag == f"{W}t":
                pieces.append(child.text or "")
            elif child.tag in _MARKS:
                pieces.append(_MARKS[child.tag])
            elif child.tag not in (f"{W}pPr", f"{W}rPr"):
                walk(child)

    walk(paragraph)
    return "".join(pieces)
