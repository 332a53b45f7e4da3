"""The kind of a file by what is in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formgen.evidence.kinds import kind_of

SIGNATURES = [
    (b"%PDF-1.7\n", "PDF"),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
    (b"\x89PNG\r\n\x1a\n\x00", "PNG"),
    (b"II*\x00\x08\x00", "TIFF"),
    (b"MM\x00*\x00\x00", "TIFF"),
    (b"GIF87a\x01\x00", "GIF"),
    (b"GIF89a\x01\x00", "GIF"),
    (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "WebP"),
    (b"RIFF\x24\x00\x00\x00WAVEfmt ", "sound"),
    (b"\x00\x00\x00\x18ftypheic", "HEIC"),
    (b"\x00\x00\x00\x18ftypheix", "HEIC"),
    (b"\x00\x00\x00\x18ftypmif1", "HEIC"),
    (b"\x00\x00\x00\x18ftypmp42", "sound or video"),
    (b"\x00\x00\x00\x18ftypM4A ", "sound or video"),
    (b"PK\x03\x04\x14\x00", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft compound file"),
    (b"ID3\x04\x00", "sound"),
    (b"OggS\x00", "sound"),
]

MAIL = "From: Carl Voss <carl.voss@example.com>\nTo: dana.reyes@example.com\nSubject: the bill\n\nHello.\n"

OTHERS = [
    (MAIL.encode(), "mail"),
    (MAIL.replace("\n", "\r\n").encode(), "mail"),
    (b"RECEIVED: from x\r\nMIME-Version: 1.0\r\n\r\n", "mail"),
    (b"Message-ID: <1@example.com>\nReturn-Path: <x@example.com>", "mail"),
    (b"\xef\xbb\xbf" + MAIL.encode(), "mail"),
    (b"From x@example.com Thu Mar  5 20:47:00 2026\n" + MAIL.encode(), "mail"),
    (MAIL.encode() + b"caf\xe9", "mail"),
    (b"Subject: a note of mine\n\nHe came.", "text"),
    (b"\n" + MAIL.encode(), "mail"),
    (b"A letter\n\n" + MAIL.encode(), "text"),
    (b"Subject: one\nSubject: two\n\n", "text"),
    ("Nguyễn: <שלום> & \U0001f622".encode(), "text"),
    (b"plain", "text"),
    (b"RIFFRAFF came by: WAVE", "text"),
    (b"A FIRST WAVE of calls", "text"),
    (b"caf\xe9 at noon", "unknown"),
    (b"plain\x00", "unknown"),
    (b"RIFF\x24\x00\x00\x00AVI LIST", "unknown"),
    ("plain".encode("utf-16"), "unknown"),
    (b"\x00" * 64, "unknown"),
    (b" %PDF-1.7", "text"),
    (b"\xff\xfb\x90\x44", "unknown"),
    (b"", "text"),
]


@pytest.mark.parametrize(("head", "expected"), SIGNATURES)
def test_a_file_is_known_by_its_first_bytes(head: bytes, expected: str) -> None:
    assert kind_of(head) == expected
    assert kind_of(head + b"\x00\xff" * 100) == expected


@pytest.mark.parametrize(("head", "expected"), OTHERS)
def test_mail_text_and_what_is_neither_are_told_apart(head: bytes, expected: str) -> None:
    assert kind_of(head) == expected


@pytest.mark.parametrize("cut", range(1, 4))
def test_a_character_cut_in_two_where_reading_ended_is_no_fault(cut: int) -> None:
    smile = "\U0001f622".encode()

    assert kind_of(b"x" * ((1 << 16) - cut) + smile) == "text"


def test_a_byte_that_is_no_text_is_found_before_that() -> None:
    assert kind_of(b"x" * ((1 << 16) - 10) + b"\xe9 at noon, and more" + b"x" * 100) == "unknown"


@settings(derandomize=True, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_have_a_kind(head: bytes) -> None:
    assert kind_of(head) in {kind for _, kind in SIGNATURES + OTHERS}


@settings(derandomize=True, deadline=None)
@given(st.text(max_size=100).filter(lambda text: "\x00" not in text))
def test_any_text_behind_a_plain_line_is_text(text: str) -> None:
    assert kind_of(b"He came.\n\n" + text.encode()) == "text"
