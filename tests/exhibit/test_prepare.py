"""Which file is made into pages by whom, and what is refused before anybody looks into it."""

import base64
import hashlib
import io
import os
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from formgen.evidence.kinds import SOUND_KINDS
from formgen.exhibit import prepare as module
from formgen.exhibit.prepare import prepare
from formgen.exhibit.prepared import Converted, PreparedPage, RefusedError
from formgen.exhibit.source import Limits, Source, WrittenWords

PAGE = PreparedPage(612, 792, "0" * 64)


def offered(folder: Path, data: bytes, kind: str) -> Source:
    file = folder / "offered"
    file.write_bytes(data)
    return Source("evidence[1]", file, hashlib.sha256(data).hexdigest(), kind)


def picture() -> bytes:
    packed = io.BytesIO()
    Image.new("L", (8, 8)).save(packed, "PNG")
    return packed.getvalue()


def done_with(source: Source, out: Path) -> Converted:
    return prepare(source, out, Limits(), WrittenWords())


def refused(source: Source, folder: Path) -> RefusedError:
    with pytest.raises(RefusedError) as caught:
        done_with(source, folder / "out.pdf")
    return caught.value


def test_a_picture_becomes_a_page(tmp_path: Path) -> None:
    converted = done_with(offered(tmp_path, picture(), "PNG"), tmp_path / "out.pdf")

    assert [(page.width, page.height) for page in converted.pages] == [(42, 42)]
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")


def test_a_text_becomes_a_page(tmp_path: Path) -> None:
    assert done_with(offered(tmp_path, b"He came at five.\n", "text"), tmp_path / "out.pdf").source_pages == 1


def test_a_pdf_becomes_pages(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(300, 400))
        pdf.save(packed)
    converted = done_with(offered(tmp_path, packed.getvalue(), "PDF"), tmp_path / "out.pdf")

    assert [(page.width, page.height) for page in converted.pages] == [(300, 400)]


def test_what_is_attached_to_a_message_becomes_pages_too(tmp_path: Path) -> None:
    mail = (
        "From: x@example.com\nTo: y@example.com\nSubject: a picture\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nSee.\n--b\n'
        "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\n"
    )
    body = mail + base64.b64encode(picture()).decode() + "\n--b--\n"
    converted = done_with(offered(tmp_path, body.encode(), "mail"), tmp_path / "out.pdf")

    assert [round(page.width) for page in converted.pages] == [612, 42]


def test_messages_attached_to_messages_end_somewhere(tmp_path: Path) -> None:
    source = offered(tmp_path, b"From: x\nTo: y\n\n", "mail")

    with pytest.raises(RefusedError) as caught:
        module._convert(source, tmp_path / "out.pdf", Limits(), WrittenWords(), module.DEEPEST_MAIL)
    assert caught.value.code == "evidence-kind"


@pytest.mark.parametrize("kind", ["unknown", "zip", "web page", "AVIF", "RTF", *sorted(SOUND_KINDS)])
def test_a_kind_without_pages_is_refused_with_what_to_do(kind: str, tmp_path: Path) -> None:
    error = refused(offered(tmp_path, b"anything", kind), tmp_path)

    assert (error.code, error.what) == (
        "evidence-kind",
        "This file is of a kind that cannot become pages.",
    )
    assert error.fix.endswith(".")


def test_a_file_that_is_another_than_the_one_examined_is_refused(tmp_path: Path) -> None:
    source = offered(tmp_path, picture(), "PNG")
    source.on_disk.write_bytes(picture() + b"more")

    assert refused(source, tmp_path).code == "evidence-changed-since"


def test_a_file_that_changes_while_it_is_made_into_pages_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = offered(tmp_path, picture(), "PNG")

    def touch(*_: object, **__: object) -> Converted:
        os.utime(source.on_disk, ns=(1, 1))
        return Converted((PAGE,), 1)

    monkeypatch.setattr(module, "_convert", touch)

    assert refused(source, tmp_path).code == "evidence-changed-since"


def test_a_digest_may_be_written_in_capitals(tmp_path: Path) -> None:
    source = offered(tmp_path, picture(), "PNG")
    shouted = Source(source.path, source.on_disk, source.sha256.upper(), source.kind)

    assert done_with(shouted, tmp_path / "out.pdf").source_pages == 1


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    source = offered(tmp_path, picture(), "PNG")
    source.on_disk.unlink()

    assert refused(source, tmp_path).code == "evidence-changed-since"
