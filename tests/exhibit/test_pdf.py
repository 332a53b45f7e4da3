"""A PDF offered as evidence becomes prepared pages."""

import hashlib
import zlib
from pathlib import Path

import pytest
from exhibit.pdf_files import (
    LETTER,
    MARKS,
    add_field,
    add_note,
    add_page,
    done,
    exhibit_form,
    form,
    look_alike,
    picture,
    prepare,
    prepared_file,
    raw_pdf,
    save,
    text_of,
    typeface,
)
from pikepdf import Array, Dictionary, Encryption, Name, Object, Pdf, Stream, String

from formgen.exhibit.prepared import Done, Part, RefusedError
from formgen.exhibit.source import Limits


def refusal(file: Path, *, pages: str = "") -> str:
    """Return the code with which *file* is refused."""
    with pytest.raises(RefusedError) as refused:
        prepare(file, pages=pages)
    return refused.value.code


def two_pages() -> Pdf:
    """Return a plain file of two pages."""
    pdf = Pdf.new()
    add_page(pdf)
    add_page(pdf, b"BT /F1 20 Tf 50 50 Td (Second) Tj ET")
    return pdf


def test_a_plain_file_is_taken_over_as_it_is(tmp_path: Path) -> None:
    file = save(two_pages(), tmp_path)
    before = file.read_bytes()
    converted = prepare(file)

    assert [(page.width, page.height, page.is_changed) for page in converted.pages] == [
        (612.0, 792.0, False),
        (612.0, 792.0, False),
    ]
    assert (converted.source_pages, converted.parts, converted.done) == (2, (), ())
    assert file.read_bytes() == before
    assert look_alike(file)


def test_a_prepared_page_is_one_drawing_and_nothing_else(tmp_path: Path) -> None:
    file = save(two_pages(), tmp_path)
    prepare(file)

    with Pdf.open(prepared_file(file)) as pdf:
        page = pdf.pages[0].obj
        drawn = exhibit_form(pdf)
        assert set(page.keys()) == {"/Type", "/Parent", "/MediaBox", "/Contents", "/Resources"}
        assert page["/Contents"].read_bytes() == b"/Exhibit Do"
        assert set(page["/Resources"].keys()) == {"/XObject"}
        assert [int(side) for side in page["/MediaBox"]] == list(LETTER)
        assert set(drawn.keys()) == {
            "/BBox", "/Filter", "/Length", "/Matrix", "/Resources", "/Subtype", "/Type",
        }  # fmt: skip
        assert drawn.read_bytes() == MARKS
        assert set(pdf.Root.keys()) == {"/Type", "/Pages"}
        assert set(pdf.trailer.keys()) <= {
            "/ID",
            "/Root",
            "/Size",
            "/Type",
            "/W",
            "/Index",
            "/Filter",
            "/Length",
            "/DecodeParms",
        }


def test_a_prepared_file_is_for_its_owner_only_and_always_the_same(tmp_path: Path) -> None:
    file = save(two_pages(), tmp_path)
    prepare(file)
    once = prepared_file(file).read_bytes()
    mode = prepared_file(file).stat().st_mode & 0o777
    prepare(file)

    assert mode == 0o600
    assert hashlib.sha256(prepared_file(file).read_bytes()).digest() == hashlib.sha256(once).digest()


@pytest.mark.parametrize("packing", [Name.FlateDecode, Array([Name.FlateDecode])])
def test_packed_content_keeps_its_bytes(tmp_path: Path, packing: Object) -> None:
    pdf = Pdf.new()
    page = add_page(pdf)
    packed = zlib.compress(MARKS, 1)
    page["/Contents"] = pdf.make_stream(packed, Filter=packing)
    file = save(pdf, tmp_path)
    prepare(file)

    with Pdf.open(prepared_file(file)) as prepared:
        assert exhibit_form(prepared).read_raw_bytes() == packed
    assert look_alike(file)


@pytest.mark.parametrize("unit", [1, 2])
@pytest.mark.parametrize("crop", [LETTER, (100, 200, 500, 700), (-100, -100, 400, 2000)])
@pytest.mark.parametrize("turn", [0, 90, 180, 270, -90, 450])
def test_a_page_looks_as_it_was_seen_however_it_is_turned_cut_and_scaled(
    tmp_path: Path, turn: int, crop: tuple[int, ...], unit: int
) -> None:
    pdf = Pdf.new()
    add_page(pdf, Rotate=turn, CropBox=Array(crop), UserUnit=unit)
    file = save(pdf, tmp_path)
    (page,) = prepare(file).pages
    left, bottom, right, top = max(crop[0], 0), max(crop[1], 0), min(crop[2], 612), min(crop[3], 792)
    across, down = unit * (right - left), unit * (top - bottom)

    assert (page.width, page.height) == ((down, across) if turn % 180 else (across, down))
    assert look_alike(file)


def test_size_turn_and_typefaces_are_taken_from_above(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf)
    pages = pdf.Root["/Pages"]
    for key in ("/MediaBox", "/Resources"):
        pages[key] = page[key]
        del page[key]
    pages["/Rotate"] = 90
    file = save(pdf, tmp_path)

    assert prepare(file).pages[0].width == 792.0
    assert look_alike(file)


@pytest.mark.parametrize(
    "content",
    [
        b"q q q " + MARKS,
        b"0.5 0 0 0.5 50 50 cm " + MARKS,
        b"Q Q " + MARKS,
        b"q 3 0 0 3 0 0 cm Q 0.7 0 0 0.7 0 0 cm q " + MARKS + b" BT",
    ],
)
def test_what_a_page_leaves_open_does_not_move_its_notes(tmp_path: Path, content: bytes) -> None:
    pdf = Pdf.new()
    page = add_page(pdf, content)
    stamp = form(pdf, b"1 0 0 rg 0 0 100 50 re f", 100, 50)
    add_note(pdf, page, "Stamp", (450, 700, 550, 750), AP=Dictionary(N=stamp))
    file = save(pdf, tmp_path)
    (prepared,) = prepare(file).pages
    seen = picture(prepared_file(file))

    assert prepared.is_changed
    assert seen.getpixel((int(500 / 1.2), int((792 - 725) / 1.2))) == (255, 0, 0)
    assert look_alike(file)


def test_content_in_parts_is_joined_as_words_are_parted(tmp_path: Path) -> None:
    pdf = Pdf.new()
    add_page(pdf, [b"0 0 1 rg 100 100 200", b"200 re", b"", b"f BT /F1 30 Tf 50 500 Td", b"(Joined) Tj ET"])
    file = save(pdf, tmp_path)
    prepare(file)

    with Pdf.open(prepared_file(file)) as prepared:
        content = exhibit_form(prepared).read_bytes()
    assert content == (b"0 0 1 rg 100 100 200\n200 re\n\nf BT /F1 30 Tf 50 500 Td\n(Joined) Tj ET")
    assert look_alike(file)


@pytest.mark.parametrize("content", [None, Array([]), Name.Nothing, Dictionary(A=1), Array([None, 5])])
def test_a_page_without_content_is_an_empty_page(tmp_path: Path, content: object) -> None:
    pdf = Pdf.new()
    page = add_page(pdf)
    del page["/Contents"]
    if content is not None:
        page["/Contents"] = content
    file = save(pdf, tmp_path)
    converted = prepare(file)

    with Pdf.open(prepared_file(file)) as prepared:
        assert exhibit_form(prepared).read_bytes() == b""
    assert [(page.width, page.height) for page in converted.pages] == [(612.0, 792.0)]


def test_pages_that_share_content_but_not_their_shape_are_drawn_each(tmp_path: Path) -> None:
    pdf = Pdf.new()
    first = add_page(pdf)
    for entries in ({}, {"Rotate": 90}, {"CropBox": Array([0, 0, 300, 300])}):
        add_page(
            pdf, Contents=first["/Contents"], Resources=pdf.make_indirect(first["/Resources"]), **entries
        )
    file = save(pdf, tmp_path)
    converted = prepare(file)

    assert [page.width for page in converted.pages] == [612.0, 612.0, 792.0, 300.0]
    assert [look_alike(file, page) for page in range(4)] == [True] * 4


def test_a_thousand_pages_of_one_content_are_stored_once(tmp_path: Path) -> None:
    pdf = Pdf.new()
    resources = pdf.make_indirect(Dictionary(Font=Dictionary(F1=typeface())))
    content = pdf.make_stream(
        hashlib.sha512(b"noise").hexdigest().encode() * 2000 + b" n", Filter=Name.ASCIIHexDecode
    )
    for _ in range(1000):
        add_page(pdf, Contents=content, Resources=resources)
    file = save(pdf, tmp_path)

    assert len(prepare(file).pages) == 1000
    assert prepared_file(file).stat().st_size < 2 * file.stat().st_size


def test_a_range_of_pages_is_taken(tmp_path: Path) -> None:
    pdf = Pdf.new()
    for number in range(1, 8):
        add_page(pdf, b"BT /F1 20 Tf 50 50 Td (Number %d) Tj ET" % number)
    file = save(pdf, tmp_path)
    converted = prepare(file, pages="2-3, 7")

    assert (len(converted.pages), converted.source_pages) == (3, 7)
    assert [text_of(prepared_file(file), page) for page in range(3)] == ["Number 2", "Number 3", "Number 7"]
    assert refusal(file, pages="2-8") == "evidence-pages"
    assert refusal(file, pages="all") == "evidence-pages"


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


def test_a_file_whose_page_cannot_be_read_keeps_the_others(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf, [MARKS, b""])
    page["/Contents"][1] = pdf.make_stream(b"this is not packed", Filter=Name.FlateDecode)
    file = save(pdf, tmp_path)
    converted = prepare(file)

    assert Done("content-damaged", page=1) in converted.done
    assert look_alike(file)


def test_pages_whose_one_content_is_damaged_are_said_to_be(tmp_path: Path) -> None:
    pdf = two_pages()
    page = pdf.pages[1].obj
    page["/Contents"] = pdf.make_stream(b"this is not packed", Filter=Name.FlateDecode)

    assert Done("content-damaged", page=2) in prepare(save(pdf, tmp_path)).done


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


def test_a_page_of_an_absurd_size_is_refused_with_its_number(tmp_path: Path) -> None:
    pdf = two_pages()
    pdf.pages[1].obj["/MediaBox"] = Array([0, 0, 900000000, 5])
    file = save(pdf, tmp_path)

    assert refusal(file) == "evidence-page-size"
    assert len(prepare(file, pages="1").pages) == 1


def test_a_page_without_a_size_is_us_letter_and_that_is_said(tmp_path: Path) -> None:
    file = tmp_path / "offered.pdf"
    file.write_bytes(
        raw_pdf(
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /MediaBox [0 0 nan nan] /Parent 2 0 R >>",
        )
    )
    converted = prepare(file)

    assert [(page.width, page.height) for page in converted.pages] == [(612.0, 792.0)]
    assert Done("page-size-assumed", page=1) in converted.done


def test_a_giant_page_is_made_smaller_and_that_is_said(tmp_path: Path) -> None:
    pdf = Pdf.new()
    add_page(pdf, MARKS, MediaBox=Array([0, 0, 6120, 7920]), UserUnit=10)
    file = save(pdf, tmp_path)
    converted = prepare(file)

    assert (converted.pages[0].height, converted.done) == (14400.0, (Done("page-scaled", page=1),))


def test_a_picture_too_large_is_refused(tmp_path: Path) -> None:
    pdf = Pdf.new()
    huge = pdf.make_stream(
        b"", Type=Name.XObject, Subtype=Name.Image, Width=20000, Height=20000, BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
    )  # fmt: skip
    inner = form(pdf, b"/I Do", 10, 10, Resources=Dictionary(XObject=Dictionary(I=huge)))
    add_page(pdf, b"/A Do", Resources=Dictionary(XObject=Dictionary(A=inner)))
    file = save(pdf, tmp_path)

    assert refusal(file) == "evidence-picture-too-large"
    assert len(prepare(file, limits=Limits(pixels=400_000_000)).pages) == 1


def test_what_is_not_seen_is_not_carried_over(tmp_path: Path) -> None:
    pdf = Pdf.new()
    image = pdf.make_stream(
        b"\x00", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
    )  # fmt: skip
    secret = pdf.make_stream(b"SECRET")
    image["/Metadata"] = image["/Alternates"] = image["/AF"] = secret
    inner = form(pdf, b"/I Do", 10, 10, Resources=Dictionary(XObject=Dictionary(I=image), Odd=secret))
    inner["/PieceInfo"] = Dictionary(Made=secret)
    inner["/Ref"] = Dictionary(F=secret)
    marks = Dictionary(M=Dictionary(Metadata=secret, ActualText=String("read aloud")), N=secret)
    page = add_page(
        pdf, b"/A Do /P Do",
        Resources=Dictionary(
            XObject=Dictionary(A=inner, P=pdf.make_stream(b"SECRET", Subtype=Name.PS)),
            Font=Dictionary(F1=Dictionary(Type=Name.Font, Metadata=secret)),
            Properties=marks, Odd=secret,
        ),
        Metadata=secret, PieceInfo=Dictionary(Made=secret), Thumb=secret, StructParents=0,
        Group=Dictionary(S=Name.Transparency),
    )  # fmt: skip
    page["/Contents"]["/Metadata"] = secret
    pdf.Root["/Metadata"] = pdf.Root["/StructTreeRoot"] = secret
    pdf.docinfo["/Author"] = String("SECRET")
    file = save(pdf, tmp_path)
    prepare(file)

    with Pdf.open(prepared_file(file)) as prepared:
        streams = [each.read_bytes() for each in prepared.objects if isinstance(each, Stream)]
        drawn = exhibit_form(prepared)
        assert b"SECRET" not in streams
        assert drawn["/Group"] == Dictionary(S=Name.Transparency)
        assert drawn["/Resources"]["/Properties"] == Dictionary(M=Dictionary(ActualText=String("read aloud")))
        assert "/Info" not in prepared.trailer


def test_what_acts_is_left_out_and_counted(tmp_path: Path) -> None:
    pdf = Pdf.new()
    page = add_page(pdf)
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert('x')"))
    pdf.Root["/OpenAction"] = script
    pdf.Root["/AA"] = Dictionary(WC=Dictionary(S=Name.Launch, F=String("x")))
    page["/AA"] = Dictionary(O=Dictionary(S=Name.GoTo, D=Array([page, Name.Fit]), Next=Array([script])))
    attached = Dictionary(Names=Array([String("a"), Dictionary(), String("b"), Dictionary()]))
    pdf.Root["/Names"] = Dictionary(
        JavaScript=Dictionary(Names=Array([String("a"), script])), EmbeddedFiles=attached
    )
    pdf.Root["/Collection"] = Dictionary(View=Name.D)
    add_note(pdf, page, "Link", (0, 0, 9, 9), A=Dictionary(S=Name.URI, URI=String("https://example.org")))
    add_note(pdf, page, "Link", (0, 0, 9, 9), A=Dictionary(S=Name.GoToR, F=String("x")))
    add_note(pdf, page, "Link", (0, 0, 9, 9), A=Dictionary(S=Name.Launch, F=String("x")))
    add_note(pdf, page, "Link", (0, 0, 9, 9), Dest=Array([page, Name.Fit]))
    add_note(pdf, page, "FileAttachment", (0, 0, 9, 9), FS=Dictionary())
    add_note(pdf, page, "Screen", (0, 0, 9, 9), A=Dictionary(S=Name.Rendition))
    add_note(pdf, page, "RichMedia", (0, 0, 9, 9))
    add_field(pdf, page, (0, 0, 9, 9), FT=Name.Btn, Ff=1 << 16, A=Dictionary(S=Name.SubmitForm))
    converted = prepare(save(pdf, tmp_path))

    assert converted.done == (
        Done("actions-left-out", 3),
        Done("attached-files-left-out", 3),
        Done("links-left-out", 2),
        Done("media-left-out", 2),
        Done("portfolio", 1),
        Done("scripts-left-out", 3),
    )
    with Pdf.open(prepared_file(tmp_path / "offered.pdf")) as prepared:
        assert not any(
            b"/S /" in each.unparse(resolved=True)
            for each in prepared.objects
            if isinstance(each, Dictionary)
        )


def test_bookmarks_are_parts_on_the_pages_taken(tmp_path: Path) -> None:
    pdf = two_pages()
    first, second = pdf.pages[0].obj, pdf.pages[1].obj
    second_entry = pdf.make_indirect(Dictionary(Title=String("Second"), Dest=Array([second, Name.Fit])))
    first_entry = pdf.make_indirect(
        Dictionary(Title=String("First"), Dest=Array([first, Name.Fit]), Next=second_entry)
    )
    pdf.Root["/Outlines"] = Dictionary(First=first_entry, Last=second_entry)
    file = save(pdf, tmp_path)

    assert prepare(file).parts == (Part("First", 1), Part("Second", 2))
    assert prepare(file, pages="2").parts == (Part("Second", 1),)


@pytest.mark.parametrize("parts", [1, 2])
def test_content_that_unpacks_without_end_is_refused(tmp_path: Path, parts: int) -> None:
    pdf = Pdf.new()
    page = add_page(pdf, [b""] * parts)
    page["/Contents"][0] = pdf.make_stream(zlib.compress(bytes(20_000_000)), Filter=Name.FlateDecode)
    file = save(pdf, tmp_path)

    with pytest.raises(RefusedError) as refused:
        prepare(file, limits=Limits(memory=40_000_000))

    assert (refused.value.code, refused.value.what, refused.value.fix) == (
        "evidence-too-large",
        "Something in the file takes up more room, once unpacked, than formgen gives one file.",
        "Open the file in a PDF reader, print it to a new PDF, and offer that.",
    )
    assert len(prepare(file).pages) == 1
