"""What came with a message."""

import hashlib
from email.parser import BytesParser

import pytest

from formgen.evidence.mail_attachment import Attachment, attachment_of
from formgen.evidence.mail_part import Part


def read(headers: str, body: bytes) -> Part:
    """Return a part."""
    return BytesParser(Part).parsebytes(headers.encode() + b"\n\n" + body)


def test_a_file_is_listed_with_its_size_and_digest() -> None:
    part = read("Content-Type: image/png; name=map.png\nContent-ID: <one>", b"\x89PNG\r\n\x1a\nrest")

    assert attachment_of(part) == Attachment(
        name="map.png",
        declared_type="image/png",
        kind="PNG",
        size=12,
        sha256=hashlib.sha256(b"\x89PNG\r\n\x1a\nrest").hexdigest(),
        content=b"\x89PNG\r\n\x1a\nrest",
        content_id="one",
    )


@pytest.mark.parametrize(
    ("declared", "content", "kind"),
    [
        ("image/png", b"%PDF-1.7", "PDF"),
        ("application/octet-stream", b"", "empty"),
        ("application/pgp-signature", b"-----BEGIN PGP SIGNATURE-----", "signature"),
        ("message/rfc822", b"Hello", "mail"),
        ("application/ms-tnef", b"\x78\x9f\x3e\x22\x00", "unknown"),
        ("text/calendar", b"BEGIN:VCALENDAR", "text"),
    ],
)
def test_its_kind_is_what_is_in_it(declared: str, content: bytes, kind: str) -> None:
    assert attachment_of(read(f"Content-Type: {declared}", content)).kind == kind


def test_its_kind_may_be_known_already() -> None:
    assert attachment_of(read("Content-Type: text/plain", b"a"), "encrypted").kind == "encrypted"
