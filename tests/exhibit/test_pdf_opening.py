"""Opening a PDF that was offered."""

import re
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from exhibit.pdf_files import (
    MARKS,
    add_field,
    add_note,
    add_page,
    done,
    form,
    prepare,
    prepared_file,
    raw_pdf,
    save,
    text_of,
    two_pages,
    typeface,
)
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import (
    Array,
    Dictionary,
    Encryption,
    Name,
    ObjectStreamMode,
    Pdf,
    StreamDecodeLevel,
    String,
)

from formgen.exhibit.prepared import Done, RefusedError


def locked(folder: Path, *, user: str, **strength: int) -> Path:
    """Write a file locked with the password *user*, which may be empty."""
    pdf = two_pages()
    file = folder / "locked.pdf"
    if strength.get("R") == 4:
        pdf.save(file, encryption=Encryption(user=user, owner="owner", R=4, aes=True))
    else:
        pdf.save(file, encryption=Encryption(user=user, owner="owner"))
    return file


def test_a_locked_file_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as refused:
        prepare(locked(tmp_path, user="secret"))

    assert (refused.value.code, refused.value.what, refused.value.fix) == (
        "evidence-locked",
        "The file is locked with a password.",
        "Give its password when formgen asks for it, or offer a copy that is not locked.",
    )


def test_a_wrong_password_is_told_and_not_shown(tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as refused:
        prepare(locked(tmp_path, user="secret"), password="Secret!")  # noqa: S106

    assert refused.value.code == "password-wrong"
    assert "Secret" not in refused.value.what + refused.value.fix


@pytest.mark.parametrize("revision", [4, 6])
@pytest.mark.parametrize("password", ["secret", "pässwörd", "owner", ""])
def test_a_locked_file_opens_with_its_password_and_the_copy_is_not_locked(
    tmp_path: Path, password: str, revision: int
) -> None:
    file = locked(tmp_path, user="secret" if password == "owner" else password, R=revision)  # noqa: S105
    plain = save(two_pages(), tmp_path)
    converted = prepare(file, password=password or None)

    assert converted.done == (Done("encryption-left-out"),)
    assert [page.digest for page in converted.pages] == [page.digest for page in prepare(plain).pages]
    with Pdf.open(prepared_file(file)) as prepared:
        assert not prepared.is_encrypted
    assert text_of(prepared_file(file), 1) == "Second"


def test_a_file_locked_by_an_old_program_opens_with_an_accented_password(tmp_path: Path) -> None:
    file = tmp_path / "old.pdf"
    pdf = two_pages()
    pdf.save(file, encryption=Encryption(user="pässwörd", owner="owner", R=3, aes=False, metadata=False))

    assert prepare(file, password="pässwörd").done == (Done("encryption-left-out"),)  # noqa: S106


def test_a_damaged_file_is_repaired_and_that_is_said(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    file = save(two_pages(), tmp_path)
    content = file.read_bytes()
    file.write_bytes(content[: content.rindex(b"startxref")] + b"startxref\n12\n%%EOF")

    assert prepare(file).done == (Done("repaired"),)
    assert text_of(prepared_file(file), 1) == "Second"
    assert capfd.readouterr() == ("", "")


def test_a_file_cut_short_gives_its_pages_or_is_refused(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    whole = save(two_pages(), tmp_path).read_bytes()
    for length in range(8, len(whole), 37):
        file = tmp_path / "cut.pdf"
        file.write_bytes(whole[:length])
        try:
            assert "repaired" in done(prepare(file))
        except RefusedError as refused:
            assert refused.code in {"evidence-damaged", "evidence-no-pages"}  # noqa: PT017 - either is right
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.7\nPK\x03\x04nothing",
        b"%PDF-" + bytes(5000),
        b"%PDF-1.4\n%%EOF",
        b"%PDF-1.4 1 0 obj",
    ],
)
def test_a_file_that_only_begins_like_a_pdf_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "offered.pdf"
    file.write_bytes(content)

    with pytest.raises(RefusedError) as refused:
        prepare(file)

    assert (refused.value.code, refused.value.what, refused.value.fix) == (
        "evidence-damaged",
        "The file begins like a PDF, but is so damaged that it cannot be opened.",
        "Get the file again, or try to open it in a PDF reader and print it to a new PDF.",
    )


@pytest.mark.parametrize("entries", [{"NeedsRendering": True}, {}])
def test_a_form_that_only_its_own_program_shows_is_refused(tmp_path: Path, entries: dict[str, bool]) -> None:
    pdf = Pdf.new()
    add_page(pdf, b"BT /F1 12 Tf 50 700 Td (Please wait...) Tj ET")
    pdf.Root["/AcroForm"] = Dictionary(Fields=Array(), XFA=pdf.make_stream(b"<xdp/>"))
    for key, value in entries.items():
        pdf.Root[f"/{key}"] = value
    with pytest.raises(RefusedError) as refused:
        prepare(save(pdf, tmp_path))

    assert (refused.value.code, refused.value.what, refused.value.fix) == (
        "evidence-xfa",
        "The file is a form whose pages are made by the program it was written for (XFA).",
        "Open it in that program, such as Adobe Acrobat Reader, print it to a new PDF, and offer that.",
    )


def test_a_form_that_has_its_fields_on_its_pages_is_taken_whatever_else_it_holds(tmp_path: Path) -> None:
    pdf = Pdf.new()
    add_field(pdf, add_page(pdf), (50, 50, 250, 80), "Typed here")
    pdf.Root["/AcroForm"]["/XFA"] = pdf.make_stream(b"<xdp/>")
    file = save(pdf, tmp_path)
    prepare(file)

    assert "Typed here" in text_of(prepared_file(file))


def test_a_password_that_no_old_program_could_write_is_tried_as_it_is(tmp_path: Path) -> None:
    assert prepare(locked(tmp_path, user="秘密"), password="秘密").done == (Done("encryption-left-out"),)  # noqa: S106


def test_a_file_locked_with_a_certificate_says_so(tmp_path: Path) -> None:
    file = tmp_path / "certificate.pdf"
    content = raw_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>")
    locks = b"/Encrypt << /Filter /Adobe.PubSec /V 4 >> /ID [<00> <00>] /Root"
    file.write_bytes(content.replace(b"trailer\n<< /Root", b"trailer\n<< " + locks))

    with pytest.raises(RefusedError) as refused:
        prepare(file)

    assert (refused.value.code, refused.value.what, refused.value.fix) == (
        "evidence-locked",
        "The file is locked in a way that no password opens, such as with a certificate.",
        "Open it in the program that can, print it to a new PDF, and offer that.",
    )


SPOTS = re.compile(rb"\d+ 0 R|/\w+|\d+|\([^)]*\)|\[[^\]]*\]|<<[^<>]*>>")
INSTEAD = [
    b"null", b"5", b"(x)", b"/X", b"/X#e9", b"[]", b"<<>>", b"-1", b"1e9", b"0.0001", b"true", b"<FF>",
    b"99 0 R", b"1 0 R", b"2 0 R", b"3 0 R", b"5 0 R", b"7 0 R", b"9 0 R", b"999999999999",
]  # fmt: skip


@given(changes=st.lists(st.tuples(st.integers(0, 10_000), st.sampled_from(INSTEAD)), min_size=1, max_size=4))
def test_whatever_stands_where_something_else_should_the_file_is_prepared_or_refused(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, bytes]]
) -> None:
    content = busy_file()
    for place, other in changes:
        spots = [found.span() for found in SPOTS.finditer(content)]
        start, end = spots[place % len(spots)]
        content = content[:start] + other + content[end:]
    file = tmp_path_factory.mktemp("dirty") / "offered.pdf"
    file.write_bytes(content)

    try:
        converted = prepare(file)
    except RefusedError as refused:
        assert refused.code.startswith("evidence-")  # noqa: PT017 - either is right
    else:
        with Pdf.open(prepared_file(file)) as prepared:
            assert len(prepared.pages) == len(converted.pages)


@cache
def busy_file() -> bytes:
    """Return a file with a note, fields, a layer, bookmarks, names and scripts."""
    pdf = Pdf.new()
    page = add_page(pdf, [MARKS, MARKS])
    look = form(pdf, b"0 1 0 rg 0 0 50 50 re f", 50, 50)
    add_note(pdf, page, "Stamp", (100, 100, 150, 150), AP=Dictionary(N=look), Contents=String("x"))
    add_field(pdf, page, (100, 200, 300, 220), "x", AP=Dictionary(N=look))
    ticked = Dictionary(N=Dictionary(Yes=look))
    add_field(pdf, page, (100, 300, 300, 320), FT=Name.Btn, AS=Name.Yes, V=Name.Yes, AP=ticked)
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("l"), Usage=Dictionary()))
    drawings, marks = Dictionary(N=look), Dictionary(L=layer)
    add_page(
        pdf, b"/N Do /OC /L BDC " + MARKS + b"EMC", Rotate=90, CropBox=Array([0, 0, 300, 400]), UserUnit=2,
        Resources=Dictionary(Font=Dictionary(F1=typeface()), XObject=drawings, Properties=marks),
        AA=Dictionary(O=Dictionary(S=Name.JavaScript)),
    )  # fmt: skip
    root = pdf.Root
    root["/OCProperties"] = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    goal = Array([page, Name.Fit])
    root["/Outlines"] = Dictionary(First=pdf.make_indirect(Dictionary(Title=String("t"), Dest=String("a"))))
    names = Dictionary(Names=Array([String("a"), goal]))
    root["/Names"] = Dictionary(Dests=names, EmbeddedFiles=names, JavaScript=names)
    written = BytesIO()
    pdf.save(
        written,
        compress_streams=False,
        stream_decode_level=StreamDecodeLevel.none,
        object_stream_mode=ObjectStreamMode.disable,
    )
    return written.getvalue()
