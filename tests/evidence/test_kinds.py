"""The kind of a file by what is in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formgen.evidence.kinds import PAGE_KINDS, SOUND_KINDS, kind_of, what_to_do

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
    (b"RIFF\x24\x00\x00\x00AVI LIST", "video"),
    (b"FORM\x00\x00\x00\x24AIFFCOMM", "sound"),
    (b"II+\x00\x08\x00", "TIFF"),
    (b"MM\x00+\x00\x08", "TIFF"),
    *(
        (b"\x00\x00\x00\x18ftyp" + brand, "HEIC")
        for brand in (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")
    ),
    (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1heic", "HEIC"),
    (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1avif", "AVIF"),
    (b"\x00\x00\x00\x18ftypavif\x00\x00\x00\x00mif1heic", "AVIF"),
    (b"\x00\x00\x00\x18ftypavis", "AVIF"),
    (b"\x00\x00\x00\x18ftypqt  ", "sound or video"),
    (b"\x00\x00\x00\x08wide\x00\x00\x00\x00mdat", "sound or video"),
    (b"\x00\x01\x00\x08moov", "sound or video"),
    (b"\x1aE\xdf\xa3\x01\x00", "sound or video"),
    (b"0&\xb2u\x8ef\xcf\x11\xa6\xd9", "sound or video"),
    (b"\x00\x00\x01\xba\x44", "video"),
    (b"fLaC\x00\x00\x00\x22", "sound"),
    (b"#!AMR\n\x3c", "sound"),
    (b"\xff\xfb\x90\x44", "sound"),
    (b"\xff\xf3\x48\xc4", "sound"),
    (b"\xff\xfd\x84\x04", "sound"),
    (b"\xff\xf1\x50\x80", "sound"),
    (b"\xff\xf9\x50\x80", "sound"),
    (b"{\\rtf1\\ansi", "RTF"),
    (b"%!PS-Adobe-3.0", "PostScript"),
    (b"\x00\x00\x00\x18ftypmp42", "sound or video"),
    (b"\x00\x00\x00\x18ftypM4A ", "sound"),
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
    (b"RIFF\x24\x00\x00\x00CDR LIST", "unknown"),
    ("plain".encode("utf-16"), "text"),
    (b"\xfe\xff" + "Nguyễn \U0001f622".encode("utf-16-be"), "text"),
    (b"\xff\xfe", "text"),
    (b"\xff\xfeodd", "unknown"),
    (b"\xff\xfe\x00\xd8a\x00", "unknown"),
    (b"\x00" * 64, "unknown"),
    (b" %PDF-1.7", "PDF"),
    (b"\xef\xbb\xbf\r\n%PDF-1.4\n", "PDF"),
    (b"HTTP/1.1 200 OK\r\nDate: today\r\n\r\n%PDF-1.4\n1 0 obj\n", "PDF"),
    (b"\x00\xff" * 512 + b"%PDF-1.4\n1 0 obj\n", "PDF"),
    (b"\x00\xff" * 513 + b"%PDF-1.4\n1 0 obj\n", "unknown"),
    (b"A PDF begins with %PDF-1.7, I read.", "text"),
    (MAIL.encode() + b"%PDF-1.4\n1 0 obj\n", "mail"),
    (b"\xff\xe7\x90\x44", "unknown"),
    (b"\xff\xfb\xf0\x44", "unknown"),
    (b"\xff\xe3\x90\x0c", "sound"),
    (b"\xff\xfb\x9c\x44", "unknown"),
    (b"\xff\xeb\x90\x44", "unknown"),
    (b"\xff\xfb", "unknown"),
    (b"the wide river", "text"),
    (b"see ftypes", "text"),
    (b"<!DOCTYPE html><p>Hello", "web page"),
    (b"\xef\xbb\xbf\n <!-- saved -->\n<HTML lang=en>", "web page"),
    (b'<?xml version="1.0"?>\n<!doctype HTML PUBLIC "x">', "web page"),
    (b"<htmlish> is no tag", "text"),
    (b"He wrote <html> to me", "text"),
    (b"<svg xmlns='x'></svg>", "SVG drawing"),
    (b'<?xml version="1.0"?><!-- x --><svg>', "SVG drawing"),
    (b"<!--" * 5000, "text"),
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


def test_kinds_that_become_pages_and_kinds_that_are_listened_to_are_known() -> None:
    assert {"PDF", "JPEG", "PNG", "TIFF", "GIF", "WebP", "HEIC", "text", "mail"} == PAGE_KINDS
    assert {"sound", "video", "sound or video"} == SOUND_KINDS


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("web page", "print it to a PDF"),
        ("zip", "Unpack it"),
        ("sound", "`lodged: yes`"),
        ("video", "`lodged: yes`"),
        ("AVIF", "JPEG or PNG"),
        ("unknown", "PDF"),
        ("RTF", "PDF"),
    ],
)
def test_for_every_other_kind_there_is_something_to_do(kind: str, word: str) -> None:
    assert word in what_to_do(kind)


def test_comments_without_an_end_are_looked_through_quickly() -> None:
    assert kind_of(b"<!-- x -->" * 400 + b"<p>") == "text"
    assert kind_of(b" \n" * 2000 + b"<p>") == "text"
