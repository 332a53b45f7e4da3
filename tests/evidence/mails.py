"""Messages for tests, typed as they are sent."""

import base64

from formgen.evidence.mail import Mail, read_mail
from formgen.evidence.mail_blocks import Body, MailBlock, MailRow, MailText
from formgen.evidence.mail_html import html_body

HEADERS = (
    "From: Carl Voss <carl.voss@example.com>\n"
    "To: Dana Reyes <dana.reyes@example.com>\n"
    "Date: Thu, 05 Mar 2026 20:47:22 -0800\n"
    "Subject: Your call this morning\n"
    "MIME-Version: 1.0\n"
)


def mail_bytes(
    body: str | bytes, *, kind: str = "text/plain; charset=utf-8", headers: str = HEADERS
) -> bytes:
    """Return a message of one part."""
    content = body if isinstance(body, bytes) else body.encode()
    return f"{headers}Content-Type: {kind}\n\n".encode() + content


def part(content: str | bytes, kind: str, *more: str) -> bytes:
    """Return a part with *more* headers; what is not text is sent as base64."""
    if isinstance(content, bytes):
        more = (*more, "Content-Transfer-Encoding: base64")
        content = base64.encodebytes(content).decode()
    return "\n".join([f"Content-Type: {kind}", *more, "", content]).encode()


def parts_bytes(kind: str, *parts: bytes, headers: str = HEADERS, boundary: str = "bound") -> bytes:
    """Return a message, or with empty *headers* a part, of several parts."""
    joined = b"".join(b"--%s\n%s\n" % (boundary.encode(), each) for each in parts)
    return (
        f'{headers}Content-Type: {kind}; boundary="{boundary}"\n\n'.encode()
        + joined
        + (f"--{boundary}--\n".encode())
    )


def alternative(plain: str, html: str) -> bytes:
    """Return a message in two versions."""
    return parts_bytes(
        "multipart/alternative",
        part(plain, "text/plain; charset=utf-8"),
        part(html, "text/html; charset=utf-8"),
    )


def html_blocks(html: str) -> list[MailBlock]:
    """Return the blocks of an HTML body."""
    return list(read_html(html).blocks)


def read_html(html: str, pictures: dict[str, str] | None = None) -> Body:
    """Return an HTML body read."""
    body = html_body(html.encode(), "utf-8", pictures or {})
    assert body is not None
    return body


def said(blocks: list[MailBlock] | tuple[MailBlock, ...]) -> list[str]:
    """Return the words of each block; the cells of a row are parted by bars."""
    return [
        "|".join("".join(span.text for span in cell) for cell in block.cells)
        if isinstance(block, MailRow)
        else "".join(span.text for span in block.spans)
        for block in blocks
    ]


def words_of_mail(mail: Mail | bytes) -> list[list[list[str]]]:
    """Return the words of each passage, in each version."""
    read = read_mail(mail) if isinstance(mail, bytes) else mail
    return [[said(body.blocks) for body in passage.versions] for passage in read.passages]


def texts(blocks: list[MailBlock]) -> list[MailText]:
    """Return *blocks*, none of which is a row."""
    found = [block for block in blocks if isinstance(block, MailText)]
    assert len(found) == len(blocks)
    return found
