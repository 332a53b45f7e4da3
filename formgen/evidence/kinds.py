"""Tells the kind of a file by its content, not by its name."""

import codecs
import re

PICTURE_KINDS = frozenset({"JPEG", "PNG", "TIFF", "GIF", "WebP", "HEIC"})
WRITTEN_KINDS = frozenset({"text", "mail"})
PAGE_KINDS = PICTURE_KINDS | WRITTEN_KINDS | {"PDF"}
"""Kinds that can become the pages of an exhibit."""

SOUND_KINDS = frozenset({"sound", "video", "sound or video"})
"""Kinds that are listened to or watched."""

_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"%PDF-", "PDF"),
    (0, b"\xff\xd8\xff", "JPEG"),
    (0, b"\x89PNG\r\n\x1a\n", "PNG"),
    (0, b"II*\x00", "TIFF"),
    (0, b"MM\x00*", "TIFF"),
    (0, b"II+\x00", "TIFF"),
    (0, b"MM\x00+", "TIFF"),
    (0, b"GIF87a", "GIF"),
    (0, b"GIF89a", "GIF"),
    (0, b"PK\x03\x04", "zip"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft compound file"),
    (0, b"{\\rtf", "RTF"),
    (0, b"%!PS", "PostScript"),
    (0, b"ID3", "sound"),
    (0, b"OggS", "sound"),
    (0, b"fLaC", "sound"),
    (0, b"#!AMR", "sound"),
    (0, b"\x1aE\xdf\xa3", "sound or video"),  # Matroska and WebM
    (0, b"0&\xb2u\x8ef\xcf\x11", "sound or video"),  # Windows Media
    (0, b"\x00\x00\x01\xba", "video"),  # MPEG
)
"""Place, bytes there, kind; the first that fits decides."""

_OLD_QUICKTIME = frozenset({b"moov", b"mdat", b"wide"})
"""The first box of a video from before files said of what kind they are."""

_FORM_KINDS = {
    (b"RIFF", b"WEBP"): "WebP",
    (b"RIFF", b"WAVE"): "sound",
    (b"RIFF", b"AVI "): "video",
    (b"FORM", b"AIFF"): "sound",
    (b"FORM", b"AIFC"): "sound",
}
"""By the first four bytes, and by those from byte 8 on."""

_HEIC_BRANDS = frozenset(
    {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"hevm", b"hevs", b"mif1", b"msf1"}
)
_AVIF_BRANDS = frozenset({b"avif", b"avis"})
_SOUND_BRANDS = frozenset({b"M4A ", b"M4B ", b"M4P "})

_PDF_WITHIN = 1024
"""Bytes in which a PDF has to begin, as readers take it (ISO 32000-1, annex H, 3.4.1)."""

_PDF_BEGINS = re.compile(rb"%PDF-\d\.\d")
_BEFORE_MARKUP = re.compile(rb"\s*(?:<\?xml[^>]*>|<!doctype\s+svg[^>]*>|<!--)", re.IGNORECASE)
_WEB_PAGE = re.compile(rb"\s*<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
_DRAWING = re.compile(rb"\s*<svg[\s>]", re.IGNORECASE)
_MARKUP_WITHIN = 4096

_TEXT_LOOKED_AT = 1 << 16
_WIDE_TEXT = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}

_MAIL_HEADERS = ("from", "to", "date", "subject", "message-id", "received", "return-path", "mime-version")
MAIL_HEADERS_NEEDED = 2

_OFFICE = re.compile(rb"\[Content_Types\]\.xml|(?:word|xl|ppt)/|_rels/\.rels|mimetypeapplication/vnd\.oasis")
_OFFICE_WITHIN = 4096
"""Names that Word, Excel, PowerPoint and LibreOffice write at the beginning of their files."""

_WHAT_TO_DO = {
    "office file": "Save it as a PDF in Word, Excel or the program that made it, and name that file.",
    "web page": "Open it in a browser, print it to a PDF, and name that file.",
    "zip": "Unpack it, or open it in the program it was made with and save it as a PDF; name what comes out.",
    "Microsoft compound file": "Open it in the program that made it, save it as a PDF, and name that file.",
    "AVIF": "Open it, save it as a JPEG or PNG, and name that file; keep the original.",
    "unknown": "Open it in the program it was made with, save or print it as a PDF, and name that file.",
}


def kind_of(head: bytes) -> str:
    """Return the kind of a file that begins with *head*, or `unknown`."""
    for place, signature, kind in _SIGNATURES:
        if head[place : place + len(signature)] == signature:
            return "office file" if kind == "zip" and _OFFICE.search(head[:_OFFICE_WITHIN]) else kind
    if form := _FORM_KINDS.get((head[:4], head[8:12])):
        return form
    if head[4:8] == b"ftyp" and b"\x00" in head:
        return _boxed_kind(head)
    if head[4:8] in _OLD_QUICKTIME and b"\x00" in head:
        return "sound or video"
    if _is_stream_of_sound(head):
        return "sound"
    return _text_kind(head)


def what_to_do(kind: str) -> str:
    """Return how a file of a kind that cannot become pages can still be used, as a sentence."""
    if kind in SOUND_KINDS:
        return "Write `lodged: yes` for it, so that a page stands for it, and add a typed transcript."
    return _WHAT_TO_DO.get(kind, _WHAT_TO_DO["unknown"])


def _boxed_kind(head: bytes) -> str:
    """Return the kind of a file in boxes, by the brands it says it is of (ISO/IEC 14496-12, 4.3)."""
    end = min(int.from_bytes(head[:4], "big"), 1024)
    brands = {head[8:12], *(head[place : place + 4] for place in range(16, end - 3, 4))}
    if head[8:12] in _AVIF_BRANDS or (head[8:12] in _HEIC_BRANDS and brands & _AVIF_BRANDS):
        return "AVIF"
    if head[8:12] in _HEIC_BRANDS:
        return "HEIC"
    return "sound" if head[8:12] in _SOUND_BRANDS else "sound or video"


def _is_stream_of_sound(head: bytes) -> bool:
    """Tell whether *head* begins as bare MPEG sound or AAC does: eleven bits set, then nothing impossible."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return False
    if head[1] & 0xF6 == 0xF0:  # AAC
        return head[2] >> 2 & 0xF < 13
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    return version != 1 and layer in {1, 2} and 0 < head[2] >> 4 < 15 and head[2] >> 2 & 3 != 3


def _text_kind(head: bytes) -> str:
    if wide := _WIDE_TEXT.get(head[:2]):
        return "text" if _is_text(head[2:], wide) else "unknown"
    if b"\x00" not in head:
        header = head.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
        names = {
            line.partition(b":")[0].decode("latin-1").casefold()
            for line in header.split(b"\n")
            if b":" in line
        }
        if len(names.intersection(_MAIL_HEADERS)) >= MAIL_HEADERS_NEEDED:
            return "mail"
    if _is_late_pdf(head):
        return "PDF"
    if b"\x00" in head or not _is_text(head, "utf-8"):
        return "unknown"
    markup = _markup(head.removeprefix(codecs.BOM_UTF8)[:_MARKUP_WITHIN])
    if _WEB_PAGE.match(markup):
        return "web page"
    return "SVG drawing" if _DRAWING.match(markup) else "text"


def _markup(start: bytes) -> bytes:
    """Return *start* from its first tag on; what may stand before that is passed over, piece by piece."""
    place = 0
    while found := _BEFORE_MARKUP.match(start, place):
        place = found.end()
        if start[place - 4 : place] == b"<!--":
            end = start.find(b"-->", place)
            if end < 0:
                return b""
            place = end + 3
    return start[place:]


def _is_late_pdf(head: bytes) -> bool:
    """Tell whether a PDF follows after something else; a text that only speaks of one is none."""
    found = _PDF_BEGINS.search(head, 0, _PDF_WITHIN + len(b"%PDF-1.0"))
    if found is None:
        return False
    return not head[: found.start()].strip(b"\x00\xef\xbb\xbf \t\r\n") or b" obj" in head[found.end() :]


def _is_text(head: bytes, encoding: str) -> bool:
    looked_at = head[:_TEXT_LOOKED_AT]
    try:
        # A character cut in two at the end of what was read is no fault.
        codecs.getincrementaldecoder(encoding)().decode(looked_at, final=len(head) <= _TEXT_LOOKED_AT)
    except UnicodeDecodeError:
        return False
    return True
