"""Bytes of a message turned into text, whatever its sender's program says of them, or does not say."""

import codecs
import re
from typing import NamedTuple

_OFTEN_WRONG = {"ascii", "iso8859-1", "latin-1"}
"""Charsets that are named where Windows-1252 or UTF-8 is meant; programs that show mail know it."""

_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949"}
"""Charsets in whose name text of a larger one is sent."""

_NOT_FOR_TEXT = {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"}

_CONTROLS = re.compile("[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c]")


class Read(NamedTuple):
    """Text, and how many characters of it could not be read."""

    text: str
    replaced: int


def read_text(content: bytes, charset: str) -> Read:
    """Return *content* as text, its line ends made alike.

    A charset that is not known, or not the true one, gives way to UTF-8
    and then to Windows-1252.  What still cannot be read becomes U+FFFD;
    control characters, which no program shows, are left out.
    """
    text = decoded(content, charset)
    replaced = text.count("\ufffd")
    text, dropped = without_controls(_LINE_ENDS.sub("\n", text))
    return Read(text, replaced + dropped)


def without_controls(text: str) -> Read:
    """Return *text* without control characters, and how many there were."""
    return Read(*_CONTROLS.subn("", text))


def decoded(content: bytes, charset: str) -> str:
    """Return *content* as text, as `read_text` does, but with every character that it has."""
    name = _known(charset)
    tries = ["utf-8"] if name in {"", *_OFTEN_WRONG} else [name, "utf-8"]
    for each in tries:
        try:
            return content.removeprefix(codecs.BOM_UTF8).decode(each)
        except (UnicodeError, ValueError):
            continue
    if name in {"", *_OFTEN_WRONG}:
        try:
            return content.decode("windows-1252")
        except UnicodeDecodeError:
            return content.decode("latin-1")
    return content.decode(name, "replace")


def _known(charset: str) -> str:
    """Return the name under which Python knows *charset*, or nothing if it is not one for text."""
    try:
        found = codecs.lookup(charset.strip().strip("\"'"))
        "".encode(found.name)
    except (LookupError, ValueError, TypeError):
        return ""
    if found.name.replace("_", "-") in _NOT_FOR_TEXT:
        return ""
    return _WIDER.get(found.name, found.name)
