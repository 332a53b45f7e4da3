"""A part of a message, asked in the words of this program."""

from email.parser import BytesParser

import pytest

from formgen.evidence.mail_part import Part


def read(headers: str, body: str = "words") -> Part:
    """Return a part."""
    return BytesParser(Part).parsebytes(f"{headers}\n\n{body}".encode())


@pytest.mark.parametrize(
    ("headers", "is_words"),
    [
        ("Subject: no type", True),
        ("Content-Type: text/plain", True),
        ("Content-Type: text/html", True),
        ("Content-Type: text/plain; name=a.txt", False),
        ("Content-Type: text/plain\nContent-Disposition: attachment", False),
        ("Content-Type: text/plain\nContent-Disposition: inline", True),
        ("Content-Type: text/csv", False),
        ("Content-Type: image/png", False),
        ("Content-Type: nonsense", True),
    ],
)
def test_text_without_a_file_name_is_words(headers: str, is_words: bool) -> None:  # noqa: FBT001 - a case of a table
    assert read(headers).is_words == is_words


@pytest.mark.parametrize(
    ("headers", "name"),
    [
        ('Content-Disposition: attachment; filename="the bill.pdf"', "the bill.pdf"),
        ("Content-Disposition: attachment; filename*=utf-8''na%C3%AFve.txt", "naïve.txt"),
        ("Content-Disposition: attachment; filename*0*=utf-8''a%C3; filename*1*=%A9b", "aéb"),
        ('Content-Disposition: attachment; filename="=?utf-8?q?caf=C3=A9?="', "café"),
        ('Content-Disposition: attachment; filename="a\n\tb"', "a b"),
        ("Content-Type: image/png; name=map.png", "map.png"),
        ("Content-Disposition: attachment; filename*=no-such''caf%C3%A9", "cafÃ©"),
        ("Content-Type: image/png", ""),
    ],
)
def test_a_name_is_decoded(headers: str, name: str) -> None:
    assert read(headers).file_name == name


def test_a_message_within_is_not_taken_apart() -> None:
    part = read("Content-Type: message/rfc822", "Subject: inner\n\nwords")

    assert (part.parts, part.content, part.declared_type) == (
        (),
        b"Subject: inner\n\nwords",
        "message/rfc822",
    )


def test_a_message_within_may_be_wrapped_for_its_way() -> None:
    part = read("Content-Type: message/rfc822\nContent-Transfer-Encoding: base64", "U3ViamVjdDogYQ==")

    assert part.content == b"Subject: a"


def test_parts_are_listed() -> None:
    part = read('Content-Type: multipart/mixed; boundary="b"', "--b\n\none\n--b\n\ntwo\n--b--")

    assert [each.content for each in part.parts] == [b"one", b"two"]
    assert part.content == b""


def test_parameters_are_asked_without_regard_to_case() -> None:
    part = read('Content-Type: text/plain; FORMAT="Flowed"; charset=UTF-8')

    assert (part.is_set("format", "flowed"), part.is_set("delsp", "yes"), part.charset) == (
        True,
        False,
        "utf-8",
    )


def test_a_parameter_in_pieces_is_not_what_is_asked_for() -> None:
    assert not read("Content-Type: text/plain; format*=utf-8'en'flowed").is_set("format", "flowed")


def test_the_name_by_which_a_picture_is_called_has_no_brackets() -> None:
    assert read("Content-ID: <one@example.com>").content_id == "one@example.com"
