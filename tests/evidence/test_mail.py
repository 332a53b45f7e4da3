"""Messages read: headers, words, attachments."""

import hashlib

import pytest
from evidence.mails import HEADERS, alternative, mail_bytes, part, parts_bytes, words_of_mail
from hypothesis import given, settings
from hypothesis import strategies as st

from formgen.evidence.mail import Mail, MailError, read_mail
from formgen.evidence.mail_headers import Header

PLAIN = "text/plain; charset=utf-8"
HTML = "text/html; charset=utf-8"


def test_the_headers_that_people_read_stand_in_the_order_of_the_file() -> None:
    mail = read_mail(
        mail_bytes(
            "Hello.",
            headers="Received: from x\nSubject: Hi\nX-Spam: no\nCC: Lee <lee@example.com>\nFROM: Carl\n",
        )
    )

    assert mail.shown_headers == (
        Header("Subject", "Hi"),
        Header("CC", "Lee <lee@example.com>"),
        Header("FROM", "Carl"),
    )
    assert [header.name for header in mail.headers] == [
        "Received",
        "Subject",
        "X-Spam",
        "CC",
        "FROM",
        "Content-Type",
    ]
    assert (mail.header("from"), mail.header("Bcc")) == ("Carl", "")


def test_plain_words_are_read() -> None:
    mail = mail_bytes("You\u2019ll find out.\n\n*Nguyễn* <of> & \U0001f622\n")

    assert words_of_mail(mail) == [[["You\u2019ll find out.", "*Nguyễn* <of> & \U0001f622"]]]


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("quoted-printable", "caf=C3=A9 on the cor=\nner"),
        ("base64", "Y2Fmw6kgb24gdGhlIGNvcm5lcg=="),
        ("base64", "Y2Fmw6kgb24gdGhl\nIGNvcm5lcg"),
        ("8bit", "café on the corner"),
        ("X-UNKNOWN", "café on the corner"),
    ],
)
def test_words_are_unwrapped(encoding: str, body: str) -> None:
    mail = mail_bytes(body, headers=f"{HEADERS}Content-Transfer-Encoding: {encoding}\n")

    assert words_of_mail(mail) == [[["café on the corner"]]]


def test_a_mark_of_utf_8_and_blank_lines_before_the_headers_do_no_harm() -> None:
    assert words_of_mail(b"\xef\xbb\xbf\r\n\n" + mail_bytes("Hello.")) == [[["Hello."]]]


def test_a_line_that_a_mailbox_file_puts_before_a_message_is_no_header() -> None:
    mail = read_mail(b"From carl Thu Mar  5 20:47:00 2026\n" + mail_bytes("Hello."))

    assert mail.header("From") == "Carl Voss <carl.voss@example.com>"


def test_flowed_text_is_joined() -> None:
    mail = mail_bytes("It goes \non here.\n> quoted \n> words\n", kind='text/plain; Format="Flowed"')

    (passage,) = read_mail(mail).passages
    assert words_of_mail(mail) == [[["It goes on here.", "quoted words"]]]
    assert [block.quote for block in passage.versions[0].blocks] == [0, 1]


def test_two_versions_that_say_the_same_are_shown_as_html_once() -> None:
    mail = alternative(
        "Hello *Dana*,\n\n> Stop it.\n", "<p>Hello <b>Dana</b>,</p><blockquote>Stop it.</blockquote>"
    )

    assert words_of_mail(mail) == [[["Hello Dana,", "Stop it."]]]


def test_two_versions_that_differ_are_both_shown() -> None:
    mail = alternative("I know where you live.\n", "<p>Have a nice day.</p>")

    assert words_of_mail(mail) == [[["Have a nice day."], ["I know where you live."]]]


def test_an_empty_version_is_none() -> None:
    assert words_of_mail(alternative("\n", "<p>Hello.</p>")) == [[["Hello."]]]
    assert words_of_mail(alternative("Hello.", "<html></html>")) == [[["Hello."]]]


def test_words_before_and_after_an_attachment_are_both_shown() -> None:
    mail = parts_bytes(
        "multipart/mixed",
        part("before", PLAIN),
        part(b"\x89PNG\r\n\x1a\n", "image/png"),
        part("after", PLAIN),
    )

    assert words_of_mail(mail) == [[["before"]], [["after"]]]


def test_a_version_in_several_parts_is_one_version() -> None:
    inner = parts_bytes(
        "multipart/mixed",
        part("<p>before</p>", HTML),
        part(b"%PDF-1.7", "application/pdf", "Content-Disposition: inline; filename=bill.pdf"),
        part("<p>after</p>", HTML),
        headers="",
        boundary="inner",
    )

    mail = read_mail(parts_bytes("multipart/alternative", part("before\nafter", PLAIN), inner))

    assert words_of_mail(mail) == [[["before", "after"]]]
    assert [each.name for each in mail.attachments] == ["bill.pdf"]


def test_pictures_among_the_words_are_named_after_their_files() -> None:
    mail = parts_bytes(
        "multipart/related",
        part('<p>See <img src="cid:one@example.com"></p>', HTML),
        part(
            b"\x89PNG\r\n\x1a\n",
            "image/png",
            "Content-ID: <one@example.com>",
            "Content-Disposition: inline; filename=map.png",
        ),
    )

    assert words_of_mail(mail) == [[["See map.png"]]]
    assert [(each.name, each.content_id) for each in read_mail(mail).attachments] == [
        ("map.png", "one@example.com")
    ]


def test_a_message_within_a_message_is_an_attachment_byte_for_byte() -> None:
    inner = mail_bytes("inner words   \n\nFrom here\n", headers=f"X-Folded: a \n\tb\n{HEADERS}")

    mail = read_mail(
        parts_bytes("multipart/mixed", part("see", PLAIN), b"Content-Type: message/rfc822\n\n" + inner)
    )

    (attachment,) = mail.attachments
    assert (attachment.content, attachment.kind, attachment.name) == (inner, "mail", "")
    assert words_of_mail(mail) == [[["see"]]]


def test_a_report_that_a_message_was_not_delivered_is_read() -> None:
    mail = read_mail(
        parts_bytes(
            "multipart/report; report-type=delivery-status",
            part("It was not delivered.", PLAIN),
            b"Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\nAction: failed\n",
        )
    )

    assert words_of_mail(mail) == [[["It was not delivered."]]]
    assert [each.declared_type for each in mail.attachments] == ["message/delivery-status"]


def test_text_sent_as_a_file_is_an_attachment() -> None:
    mail = read_mail(
        parts_bytes(
            "multipart/mixed",
            part("words", PLAIN),
            part("a note", PLAIN, "Content-Disposition: attachment"),
            part("a list", 'text/plain; name="list.txt"'),
            part("BEGIN:VCALENDAR", "text/calendar"),
        )
    )

    assert words_of_mail(mail) == [[["words"]]]
    assert [(each.name, each.declared_type) for each in mail.attachments] == [
        ("", "text/plain"),
        ("list.txt", "text/plain"),
        ("", "text/calendar"),
    ]


def test_an_encrypted_message_has_no_words_and_says_so() -> None:
    pgp = read_mail(
        parts_bytes(
            "multipart/encrypted; protocol=application/pgp-encrypted",
            part("Version: 1", "application/pgp-encrypted"),
            part("-----BEGIN PGP MESSAGE-----", "application/octet-stream; name=encrypted.asc"),
        )
    )
    smime = read_mail(
        mail_bytes("MIIB", kind="application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m")
    )

    assert (pgp.is_encrypted, pgp.passages) == (True, ())
    assert [each.kind for each in pgp.attachments] == ["encrypted", "encrypted"]
    assert (smime.is_encrypted, smime.passages) == (True, ())
    assert [(each.name, each.kind) for each in smime.attachments] == [("smime.p7m", "encrypted")]


def test_a_signed_message_is_read_and_its_signature_listed() -> None:
    mail = read_mail(
        parts_bytes(
            "multipart/signed",
            part("words", PLAIN),
            part(b"0\x80", "application/pkcs7-signature; name=smime.p7s"),
        )
    )

    assert (words_of_mail(mail), mail.is_encrypted) == ([[["words"]]], False)
    assert [(each.name, each.kind) for each in mail.attachments] == [("smime.p7s", "signature")]


def test_hidden_words_are_known_even_if_nothing_else_is_said_in_their_version() -> None:
    mail = read_mail(alternative("Hello.", '<p style="display:none">You will pay.</p>'))

    assert (mail.has_hidden, words_of_mail(mail)) == (True, [[["Hello."]]])


def test_characters_that_cannot_be_read_are_counted() -> None:
    assert read_mail(mail_bytes(b"\x81\x07", kind="text/plain; charset=shift_jis")).replaced == 2


def test_html_that_cannot_be_taken_apart_is_an_attachment() -> None:
    mail = read_mail(alternative("Hello.", "<div>" * 5000 + "deep"))

    assert words_of_mail(mail) == [[["Hello."]]]
    assert [each.declared_type for each in mail.attachments] == ["text/html"]


def test_a_part_said_to_have_parts_that_has_none_is_shown_as_it_stands() -> None:
    assert words_of_mail(mail_bytes("words", kind="multipart/mixed")) == [[["words"]]]


def test_a_message_cut_off_in_a_part_is_read_as_far_as_it_goes() -> None:
    whole = parts_bytes("multipart/mixed", part("words", PLAIN), part("more words", PLAIN))

    assert words_of_mail(whole[:-13]) == [[["words"]], [["more wor"]]]


def test_parts_nested_too_deeply_are_refused() -> None:
    inner = part("words", PLAIN)
    for number in range(11):
        inner = parts_bytes("multipart/mixed", inner, headers="", boundary=f"b{number}")

    assert code_of(HEADERS.encode() + inner) == "mail-too-deep"


def test_endless_nesting_is_refused() -> None:
    nested = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3000))

    assert code_of((HEADERS + nested).encode()) in {"mail-too-deep", "mail-damaged"}


def test_too_many_parts_are_refused() -> None:
    parts = [part("", PLAIN)] * 500

    assert code_of(parts_bytes("multipart/mixed", *parts)) == "mail-too-many-parts"
    assert code_of(parts_bytes("multipart/encrypted", *parts)) == "mail-too-many-parts"


def test_headers_that_are_too_long_are_refused() -> None:
    assert code_of(mail_bytes("a", headers=f"Subject: {'x' * (1 << 20)}\n")) == "mail-headers-too-long"


def code_of(data: bytes) -> str:
    """Return why *data* is refused."""
    with pytest.raises(MailError) as caught:
        read_mail(data)
    assert "print it to a PDF" in caught.value.fix
    return caught.value.code


def test_the_digest_of_an_attachment_is_that_of_what_was_sent() -> None:
    content = bytes(range(256)) * 10
    mail = read_mail(
        parts_bytes("multipart/mixed", part("a", PLAIN), part(content, "application/x-odd; name=odd.bin"))
    )

    (attachment,) = mail.attachments
    assert (attachment.sha256, attachment.size) == (hashlib.sha256(content).hexdigest(), 2560)


FRAGMENTS = st.sampled_from(
    [
        *(b"Content-Type: ", b"text/plain", b"text/html", b"multipart/mixed", b"multipart/alternative"),
        *(
            b"; boundary=b",
            b"; boundary=",
            b"; charset=utf-7",
            b"; charset*=x'y'z",
            b"; format=flowed",
            b"\n",
        ),
        *(
            b"\r\n",
            b"\r",
            b"\n\n",
            b"--b\n",
            b"--b--",
            b"message/rfc822",
            b"Content-Transfer-Encoding: base64\n",
        ),
        *(
            b"quoted-printable",
            b"uuencode",
            b"=?utf-8?b?",
            b"?=",
            b"=?x?q?=",
            b"\xff\xfe",
            b"\x00",
            b"<p>",
            b"</p>",
        ),
        *(
            b"Content-Disposition: attachment; filename*0*=a'b'%F",
            b"; name==?utf-8?q?",
            b"From: ",
            b"a ",
            b"=3",
        ),
    ]
)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.lists(FRAGMENTS | st.binary(max_size=8), max_size=40))
def test_whatever_is_sent_is_read_or_refused(fragments: list[bytes]) -> None:
    try:
        read = read_mail(b"From: a\nTo: b\n" + b"".join(fragments))
    except MailError:
        return
    assert isinstance(read, Mail)
