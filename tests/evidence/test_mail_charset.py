"""Bytes of a message turned into text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formgen.evidence.mail_charset import Read, decoded, read_text, without_controls

AS_SAID = [
    ("café".encode(), "utf-8", "café"),
    ("café".encode(), "", "café"),
    ("café".encode(), "us-ascii", "café"),
    ("café".encode(), "no-such-charset", "café"),
    ("café".encode(), '"UTF-8"', "café"),
    ("café".encode("latin-1"), "iso-8859-1", "café"),
    ("café".encode("latin-1"), "us-ascii", "café"),
    ("café".encode("latin-1"), "no-such-charset", "café"),
    (b"\x93quoted\x94 \x96 it\x92s", "iso-8859-1", "\u201cquoted\u201d \u2013 it\u2019s"),
    (b"\x81", "us-ascii", "\x81"),
    ("Привет".encode("koi8-r"), "koi8-r", "Привет"),
    ("你好".encode("gb18030"), "gb2312", "你好"),
    ("①".encode("cp932"), "shift_jis", "①"),
    ("hi".encode("utf-16"), "utf-16", "hi"),
    (b"\xef\xbb\xbfcaf\xc3\xa9", "utf-8", "café"),
    (b"caf\xe9", "utf-8", "caf\ufffd"),
    (b"plain", "base64", "plain"),
    (b"plain", "idna", "plain"),
    (b"\\u0041", "unicode_escape", "\\u0041"),
    (b"plain", "\x00", "plain"),
]


@pytest.mark.parametrize(("content", "charset", "text"), AS_SAID)
def test_text_is_read_by_its_charset_or_a_better_one(content: bytes, charset: str, text: str) -> None:
    assert decoded(content, charset) == text


def test_line_ends_are_made_alike() -> None:
    assert read_text(b"a\r\nb\rc\nd\x0be\x0cf", "utf-8") == Read("a\nb\nc\nd\ne\nf", 0)


def test_what_is_lost_is_counted() -> None:
    assert read_text(b"a\x00\x1b[0mb\xff", "utf-8") == Read("a[0mb\ufffd", 3)


def test_tabs_and_line_ends_are_no_controls() -> None:
    assert without_controls("a\tb\nc\x07") == Read("a\tb\nc", 1)


@settings(derandomize=True, deadline=None)
@given(
    st.binary(max_size=64), st.sampled_from(["", "ascii", "utf-8", "utf-7", "utf-16", "big5", "hz", "cp1252"])
)
def test_any_bytes_become_text(content: bytes, charset: str) -> None:
    assert isinstance(read_text(content, charset).text, str)
