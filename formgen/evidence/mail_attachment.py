"""What came with a message: each file by its name, kind, size and digest."""

import hashlib
from dataclasses import dataclass, field

from formgen.evidence.kinds import kind_of
from formgen.evidence.mail_part import Part

_SIGNATURES = {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a message."""

    name: str
    """As sent; empty if it has none."""

    declared_type: str
    """What the sender's program says it is, such as `image/png`."""

    kind: str
    """What it is, by its content, such as `PNG`; `signature` and `encrypted` for what only a machine reads,
    `empty` for nothing."""

    size: int
    """Bytes."""

    sha256: str
    content: bytes = field(repr=False)
    content_id: str = ""
    """The name by which the message's words call a picture into their midst."""


def attachment_of(part: Part, kind: str = "") -> Attachment:
    """Return what *part* holds; its *kind* is found by its content unless it is known already."""
    content = part.content
    return Attachment(
        name=part.file_name,
        declared_type=part.declared_type,
        kind=kind or _kind(part.declared_type, content),
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        content_id=part.content_id,
    )


def _kind(declared: str, content: bytes) -> str:
    if not content:
        return "empty"
    if declared in _SIGNATURES:
        return "signature"
    return "mail" if declared == "message/rfc822" else kind_of(content)
