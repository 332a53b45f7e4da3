"""The headers of a message, as sent, in their order."""

import base64
import binascii
import quopri
import re
from dataclasses import dataclass
from email.message import Message

from formgen.evidence.mail_charset import decoded

READ_BY_PEOPLE = ("from", "sender", "to", "cc", "bcc", "reply-to", "date", "subject")
"""The headers that a program for mail shows; the others are for machines."""

_FOLDS = re.compile(r"\r?\n(?=[ \t])|\r\n?|\n")
_ENCODED = r"=\?([^?\s*]+)(?:\*[^?\s]*)?\?([bBqQ])\?([^?]*)\?="
_WORD = re.compile(_ENCODED)
_WORDS = re.compile(rf"{_ENCODED}(?:\s+{_ENCODED})*")
_BREAKS = re.compile("[\t-\r\x85\u2028\u2029]")
"""What would begin a line that looks like another header."""

_UNSEEN = re.compile("[\0-\x08\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Header:
    """One header of a message."""

    name: str
    """As it is spelt in the message."""

    value: str
    """Its words: unfolded, and decoded where they were sent encoded (RFC 2047)."""


def headers_of(message: Message) -> tuple[Header, ...]:
    """Return every header of *message*."""
    return tuple(Header(name, header_text(str(value))) for name, value in message.raw_items())


def header_text(raw: str) -> str:
    """Return the words of a header's *raw* value; what cannot be decoded stays as it was sent."""
    text = _FOLDS.sub("", raw)
    if not text.isascii():
        text = decoded(text.encode("utf-8", "surrogateescape"), "")
    return _UNSEEN.sub("", _BREAKS.sub(" ", _WORDS.sub(_words, text))).strip()


def _words(found: re.Match[str]) -> str:
    """Return encoded words that follow each other; the white space between them is not theirs."""
    pieces: list[tuple[str, bytes]] = []
    for word in _WORD.finditer(found[0]):
        charset, way, typed = word.groups()
        try:
            content = _content(typed, way)
        except (binascii.Error, ValueError):
            return found[0]
        if pieces and pieces[-1][0] == charset.casefold():
            # A character may have been cut in two.
            content = pieces.pop()[1] + content
        pieces.append((charset.casefold(), content))
    return "".join(decoded(content, charset) for charset, content in pieces)


def _content(typed: str, way: str) -> bytes:
    if way in "qQ":
        return quopri.decodestring(typed.encode(), header=True)
    padded = typed + "=" * (-len(typed) % 4)
    return base64.b64decode(padded, validate=True)
