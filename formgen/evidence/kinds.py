"""Tells the kind of a file by its content, not by its name."""

_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (0, b"%PDF-", "PDF"),
    (0, b"\xff\xd8\xff", "JPEG"),
    (0, b"\x89PNG\r\n\x1a\n", "PNG"),
    (0, b"II*\x00", "TIFF"),
    (0, b"MM\x00*", "TIFF"),
    (0, b"GIF87a", "GIF"),
    (0, b"GIF89a", "GIF"),
    (4, b"ftypheic", "HEIC"),
    (4, b"ftypheix", "HEIC"),
    (4, b"ftypmif1", "HEIC"),
    (0, b"PK\x03\x04", "zip"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft compound file"),
    (0, b"ID3", "sound"),
    (0, b"OggS", "sound"),
    (4, b"ftyp", "sound or video"),
)
"""Place, bytes there, kind; the first that fits decides."""

_RIFF_KINDS = {b"WEBP": "WebP", b"WAVE": "sound"}
"""What stands at byte 8 of a file that begins with `RIFF`."""

_MAIL_HEADERS = ("from", "to", "date", "subject", "message-id", "received", "return-path", "mime-version")
MAIL_HEADERS_NEEDED = 2


def kind_of(head: bytes) -> str:
    """Return the kind of a file that begins with *head*, or `unknown`."""
    for place, signature, kind in _SIGNATURES:
        if head[place : place + len(signature)] == signature:
            return kind
    if head.startswith(b"RIFF") and head[8:12] in _RIFF_KINDS:
        return _RIFF_KINDS[head[8:12]]
    return _text_kind(head)


def _text_kind(head: bytes) -> str:
    if b"\x00" in head:
        return "unknown"
    header = head.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    names = {
        line.partition(b":")[0].decode("latin-1").casefold() for line in header.split(b"\n") if b":" in line
    }
    if len(names.intersection(_MAIL_HEADERS)) >= MAIL_HEADERS_NEEDED:
        return "mail"
    try:
        head[: 1 << 16].decode("utf-8")
    except UnicodeDecodeError as error:
        # A character cut in two at the end of what was read is no fault.
        return "text" if error.start > (1 << 16) - 4 else "unknown"
    return "text"
