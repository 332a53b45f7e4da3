"""Plain text and mail made into pages."""

import codecs
import io
from pathlib import Path

import pytest
from evidence.mails import HEADERS, alternative, mail_bytes, part, parts_bytes
from exhibit.written_files import LIMITS, WORDS, convert, made, source_of
from factories import HARD_TEXTS
from PIL import Image

from formgen.exhibit.prepared import Converted, Done, Part, RefusedError
from formgen.exhibit.source import Limits
from formgen.exhibit.written import convert_mail, convert_text

PLAIN = "text/plain; charset=utf-8"
HTML = "text/html; charset=utf-8"


def refused(content: bytes, folder: Path, kind: str = "text", pages: str = "") -> RefusedError:
    """Return why *content* is refused, after looking that nothing is left behind."""
    (folder / "out").mkdir()
    with pytest.raises(RefusedError) as caught:
        convert(source_of(content, folder, kind, pages), folder / "out" / "prepared.pdf")
    assert list((folder / "out").iterdir()) == []
    return caught.value


def png() -> bytes:
    """Return a small picture."""
    content = io.BytesIO()
    Image.new("RGB", (20, 10), "red").save(content, "PNG")
    return content.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        "One\r\ntwo café\n".encode(),
        codecs.BOM_UTF8 + "One\ntwo café".encode(),
        "One\ntwo café".encode("utf-16"),
        codecs.BOM_UTF16_BE + "One\ntwo café".encode("utf-16-be"),
    ],
    ids=["UTF-8", "UTF-8 with a mark", "UTF-16", "UTF-16 the other way"],
)
def test_text_is_read_as_it_was_written_down(content: bytes, tmp_path: Path) -> None:
    converted, words = made(content, tmp_path)

    assert words == ["One two café"]
    assert [(page.width, page.height, page.is_changed) for page in converted.pages] == [(612, 792, False)]
    assert (converted.source_pages, converted.parts, converted.done) == (1, (), ())


@pytest.mark.parametrize(
    "name", [name for name in HARD_TEXTS if name not in {"right to left", "300 characters"}]
)
def test_hard_texts_read_back_from_their_pages(name: str, tmp_path: Path) -> None:
    _, words = made(HARD_TEXTS[name].encode(), tmp_path)

    assert "".join("".join(words).split()) == "".join(
        made_alike
        for made_alike in "".join(HARD_TEXTS[name].split()).replace("e\u0302\u0303", "\u1ec5")
        if made_alike != "\u200d"
    )


def test_words_from_right_to_left_read_back_letter_for_letter(tmp_path: Path) -> None:
    _, words = made("مرحبا بالعالم\n\nשלום Dana".encode(), tmp_path)

    assert sorted("".join(words).replace(" ", "")) == sorted("مرحبابالعالمשלוםDana")


def test_a_form_feed_begins_a_page(tmp_path: Path) -> None:
    converted, words = made(b"one\n\ftwo\fthree\n\f\n\f", tmp_path)

    assert words == ["one", "two", "three"]
    assert converted.source_pages == 3


def test_text_of_white_space_is_a_blank_page(tmp_path: Path) -> None:
    assert made(b"\n \f\n", tmp_path)[1] == [""]


def test_a_range_of_pages_is_taken(tmp_path: Path) -> None:
    converted, words = made(b"one\ftwo\fthree\ffour", tmp_path, pages="2, 4")

    assert words == ["two", "four"]
    assert (len(converted.pages), converted.source_pages) == (2, 4)


def test_a_range_past_the_end_is_refused(tmp_path: Path) -> None:
    assert refused(b"one\ftwo", tmp_path, pages="3").code == "evidence-pages"


@pytest.mark.parametrize(
    ("content", "line", "point"),
    [
        (b"one\r\ntwo\x00", 2, "U+0000"),
        (b"\x1b[31mred", 1, "U+001B"),
        ("a\rb\u2028c\x85d\x9b".encode(), 4, "U+009B"),
        (b"a\fb\x0b", 1, "U+000B"),
    ],
)
def test_control_characters_are_refused_with_their_line(
    content: bytes, line: int, point: str, tmp_path: Path
) -> None:
    error = refused(content, tmp_path)

    assert error.code == "text-control-characters"
    assert error.what == f"Line {line} has a control character that cannot be drawn: {point}."
    assert "print it to a PDF" in error.fix


def test_text_that_is_not_unicode_is_refused_with_its_line(tmp_path: Path) -> None:
    error = refused(b"one\ncaf\xe9", tmp_path)

    assert (error.code, "on line 2" in error.what, "UTF-8" in error.fix) == ("text-not-unicode", True, True)


def test_half_a_character_of_utf_16_is_refused(tmp_path: Path) -> None:
    assert refused(codecs.BOM_UTF16_LE + b"a\x00b", tmp_path).code == "text-not-unicode"


def test_a_character_without_a_typeface_is_refused_with_its_line_and_nothing_around_it(
    tmp_path: Path,
) -> None:
    error = refused("one\nsecret \ue000 words".encode(), tmp_path)

    assert error.code == "glyph-missing"
    assert error.what.startswith(
        "Line 2 of this text has a character that no typeface at hand can draw: U+E000"
    )
    assert "secret" not in error.what
    assert error.fix.startswith("Open it in the program that shows it, print it to a PDF")


def test_a_text_longer_than_a_file_may_be_is_refused_before_it_is_laid_out(tmp_path: Path) -> None:
    source = source_of(b"line\n" * 1000, tmp_path, "text")

    with pytest.raises(RefusedError) as caught:
        convert_text(source, tmp_path / "out.pdf", Limits(pages=10), WORDS)

    assert (caught.value.code, "the limit is 10" in caught.value.what) == ("evidence-too-many-pages", True)


def test_a_text_a_little_longer_is_refused_once_it_is(tmp_path: Path) -> None:
    source = source_of(b"line\n" * 120, tmp_path, "text")

    with pytest.raises(RefusedError) as caught:
        convert_text(source, tmp_path / "out.pdf", Limits(pages=2), WORDS)

    assert caught.value.code == "evidence-too-many-pages"


def test_the_same_text_gives_the_same_pages(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.mkdir()
    second.mkdir()

    assert made(b"one\ftwo", first) == made(b"one\ftwo", second)
    assert (first / "out" / "prepared.pdf").read_bytes() == (second / "out" / "prepared.pdf").read_bytes()


def test_the_words_of_a_message_read_back_exactly(tmp_path: Path) -> None:
    said = "\u201cYou\u2019ll find out,\u201d *Nguyễn* <of> & \U0001f622 {name} &amp;"
    mail = mail_bytes(f"{said}\n\n> {said}\n", headers=HEADERS)

    converted, words = made(mail, tmp_path, "mail")

    headers = (
        "From: Carl Voss <carl.voss@example.com> To: Dana Reyes <dana.reyes@example.com> "
        "Date: Thu, 05 Mar 2026 20:47:22 -0800 Subject: Your call this morning"
    )
    assert words == [f"{headers} {said} > {said}"]
    assert (len(converted.pages), converted.parts, converted.done) == (1, (), ())


def test_html_reads_back_with_its_links_and_pictures(tmp_path: Path) -> None:
    html = "<p>See <a href='https://example.com/x'>the bill</a> <img alt=map></p><ul><li>one</ul>"

    _, words = made(mail_bytes(html, kind=HTML, headers="To: a\nMIME-Version: 1.0\n"), tmp_path, "mail")

    assert words == ["To: a See the bill [https://example.com/x] [picture: map] \u2022 one"]


def test_attachments_that_are_pages_follow_with_bookmarks(tmp_path: Path) -> None:
    inner = mail_bytes("inner words", headers="Subject: inner\nMIME-Version: 1.0\n")
    mail = parts_bytes(
        "multipart/mixed",
        part("words", PLAIN),
        part(png(), "image/png; name=door.png"),
        part("note\fmore", PLAIN, "Content-Disposition: attachment; filename=note.txt"),
        b"Content-Type: message/rfc822\n\n" + inner,
        headers="Subject: outer\nMIME-Version: 1.0\n",
    )

    converted, words = made(mail, tmp_path, "mail")

    assert words[1:] == ["", "note", "more", "Subject: inner inner words"]
    assert words[0].startswith("Subject: outer words Attached to this message: 1. door.png (PNG, ")
    assert converted.parts == (Part("door.png", 2), Part("note.txt", 3), Part("without a name", 5))
    assert (len(converted.pages), converted.source_pages, converted.done) == (5, 5, ())


def test_bookmarks_of_a_message_within_a_message_stand_a_level_deeper(tmp_path: Path) -> None:
    inner = parts_bytes(
        "multipart/mixed", part("a", PLAIN), part(png(), "image/png; name=door.png"), boundary="inner"
    )
    mail = parts_bytes("multipart/mixed", part("b", PLAIN), b"Content-Type: message/rfc822\n\n" + inner)

    converted, _ = made(mail, tmp_path, "mail")

    assert converted.parts == (Part("without a name", 2), Part("door.png", 3, 1))


def test_an_attachment_that_cannot_be_shown_stays_listed_and_is_counted(tmp_path: Path) -> None:
    mail = parts_bytes(
        "multipart/mixed",
        part("words", PLAIN),
        part(b"\x78\x9f\x3e\x22", "application/ms-tnef; name=winmail.dat"),
        part(b"%PDF-1.7 refused in this test", "application/pdf; name=bill.pdf"),
        part(b"a\x07b", 'text/plain; name="note.txt"'),
    )

    converted, words = made(mail, tmp_path, "mail")

    (page,) = words
    assert [
        name in page for name in ("1. winmail.dat (unknown", "2. bill.pdf (PDF", "3. note.txt (text")
    ] == [True] * 3
    assert converted.done == (Done("attachment-not-shown", 3),)
    assert converted.parts == ()


def test_what_was_done_to_attachments_is_told_with_their_pages(tmp_path: Path) -> None:
    def converting(source, out):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202 - stands for any converter
        converted = convert(source, out)
        done = (Done("location-left-out"), Done("page-scaled", page=1))
        return Converted(converted.pages, converted.source_pages, (), done)

    mail = parts_bytes("multipart/mixed", part("words", PLAIN), *[part(png(), "image/png; name=a.png")] * 2)
    out = tmp_path / "prepared.pdf"

    converted = convert_mail(source_of(mail, tmp_path, "mail"), out, LIMITS, WORDS, converting)

    assert converted.done == (
        Done("location-left-out", 2),
        Done("page-scaled", 1, 2),
        Done("page-scaled", 1, 3),
    )


def test_attachments_are_handed_on_as_files_of_their_own(tmp_path: Path) -> None:
    seen: list[tuple[str, str, str, bytes]] = []

    def converting(source, out):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202 - stands for any converter
        seen.append((source.path, source.kind, source.sha256, source.on_disk.read_bytes()))
        assert "Voss" not in source.on_disk.name
        return convert(source, out)

    mail = parts_bytes("multipart/mixed", part("words", PLAIN), part(png(), 'image/png; name="Voss.png"'))
    source = source_of(mail, tmp_path, "mail")

    convert_mail(source, tmp_path / "prepared.pdf", LIMITS, WORDS, converting)

    ((path, kind, digest, content),) = seen
    assert (path, kind, content) == ("evidence[1].attachments[1]", "PNG", png())
    assert len(digest) == 64


def test_what_a_message_does_not_show_is_told(tmp_path: Path) -> None:
    html = "<p>other words <img alt=map><img alt=door></p><p style='display:none'>unseen</p>"

    converted, words = made(alternative("plain words", html), tmp_path, "mail")

    assert converted.done == (
        Done("mail-words-hidden"),
        Done("mail-versions-differ"),
        Done("mail-pictures-named", 2),
    )
    assert ("unseen" in words[0], WORDS.hidden in words[0], "plain words" in words[0]) == (False, True, True)


def test_characters_that_cannot_be_read_are_counted(tmp_path: Path) -> None:
    converted, _ = made(mail_bytes(b"\x81\x07", kind="text/plain; charset=shift_jis"), tmp_path, "mail")

    assert converted.done == (Done("mail-characters-unread", 2),)


def test_an_encrypted_message_says_so(tmp_path: Path) -> None:
    mail = mail_bytes("MIIB", kind="application/pkcs7-mime; name=smime.p7m")

    converted, words = made(mail, tmp_path, "mail")

    assert converted.done == (Done("attachment-not-shown"), Done("mail-encrypted"))
    assert "1. smime.p7m (encrypted, 4 bytes" in words[0]


def test_a_range_of_a_message_counts_its_attachments_too(tmp_path: Path) -> None:
    mail = parts_bytes(
        "multipart/mixed", part("words", PLAIN), *[part(png(), f"image/png; name={n}.png") for n in range(3)]
    )

    converted, _ = made(mail, tmp_path, "mail", pages="1, 3")

    assert (len(converted.pages), converted.source_pages) == (2, 4)
    assert converted.parts == (Part("1.png", 2),)


def test_a_message_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    mail = mail_bytes("a", headers=f"Subject: {'x' * (1 << 20)}\n")

    assert refused(mail, tmp_path, "mail").code == "mail-headers-too-long"


def test_a_message_with_a_character_that_cannot_be_drawn_is_refused(tmp_path: Path) -> None:
    error = refused(mail_bytes("secret \ue000"), tmp_path, "mail")

    assert (error.code, "U+E000" in error.what, "secret" in error.what) == ("glyph-missing", True, False)


def test_a_message_with_more_pages_than_a_file_may_have_is_refused(tmp_path: Path) -> None:
    mail = parts_bytes("multipart/mixed", part("words", PLAIN), *[part(png(), "image/png; name=a.png")] * 2)

    with pytest.raises(RefusedError) as caught:
        convert_mail(
            source_of(mail, tmp_path, "mail"), tmp_path / "prepared.pdf", Limits(pages=2), WORDS, convert
        )

    assert caught.value.code == "evidence-too-many-pages"
