"""Digests of what a page shows."""

from io import BytesIO
from pathlib import Path

import pytest
from exhibit.pdf_files import (
    LETTER,
    MARKS,
    add_page,
    exhibit_form,
    form,
    prepare,
    prepared_file,
    save,
    typeface,
)
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, StreamDecodeLevel, String

from formgen.exhibit.digest import Digester, KnottedError
from formgen.exhibit.prepared import EXHIBIT


def assembled(*files: Path) -> Pdf:
    """Return the prepared *files* put into one packet, saved and opened again."""
    packet = Pdf.new()
    # Objects of its own first, so that none of the others keeps its number.
    packet.Root["/Before"] = Array([packet.make_indirect(Dictionary(Number=number)) for number in range(17)])
    kids = packet.Root["/Pages"]["/Kids"]
    for file in files:
        part = Pdf.open(file)
        for page in range(len(part.pages)):
            copied = packet.copy_foreign(exhibit_form(part, page))
            copied["/Matrix"] = Array([2, 0, 0, 2, 5, 5])
            resources = Dictionary(XObject=Dictionary({EXHIBIT: copied}))
            content = packet.make_stream(b"/Exhibit Do")
            kids.append(
                packet.make_indirect(
                    Dictionary(
                        Type=Name.Page,
                        Parent=packet.Root["/Pages"],
                        MediaBox=Array(LETTER),
                        Resources=resources,
                        Contents=content,
                    )
                )
            )
    packet.Root["/Pages"]["/Count"] = len(kids)
    written = BytesIO()
    packet.save(
        written, object_stream_mode=ObjectStreamMode.generate, stream_decode_level=StreamDecodeLevel.none
    )
    return Pdf.open(written)


def digests(pdf: Pdf) -> list[str]:
    """Return the digest of each page of a packet or a prepared file."""
    digester = Digester(pdf)
    return [digester.of_form(exhibit_form(pdf, page)) for page in range(len(pdf.pages))]


def busy(folder: Path, name: str = "busy.pdf", *, mark: bytes = b"") -> Path:
    """Write a file whose pages share a drawing and a typeface, one of them with a drawing that leads back."""
    pdf = Pdf.new()
    shared = form(pdf, b"0 0 10 10 re f " + mark, 10, 10)
    glyph = pdf.make_stream(b"10 0 0 0 10 10 d1 0 0 10 10 re f")
    odd = pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=Array([0, 0, 10, 10]),
            FontMatrix=Array([1, 0, 0, 1, 0, 0]),
            CharProcs=Dictionary(a=glyph),
            Encoding=Dictionary(Differences=Array([97, Name.a])),
            FirstChar=97,
            LastChar=97,
            Widths=Array([10]),
            Note=String("(5 0 R) \\ 7 0 R )"),
        )
    )
    ring = form(pdf, b"/Back Do", 10, 10)
    back = form(pdf, b"/Ring Do", 10, 10, Resources=Dictionary(XObject=Dictionary(Ring=ring)))
    ring["/Resources"] = Dictionary(XObject=Dictionary(Back=back))
    for number in range(3):
        drawings = Dictionary(Shared=shared, Ring=ring if number else back)
        resources = Dictionary(Font=Dictionary(F1=typeface(), F3=odd), XObject=drawings)
        add_page(pdf, MARKS + b" %d 0 m /Shared Do" % number, Resources=resources)
    return save(pdf, folder, name)


def test_a_page_keeps_its_digest_in_a_packet(tmp_path: Path) -> None:
    one, other = busy(tmp_path, "one.pdf"), busy(tmp_path, "other.pdf", mark=b"1 w")
    expected = [page.digest for file in (one, other) for page in prepare(file).pages]

    with assembled(prepared_file(one), prepared_file(other)) as packet:
        assert digests(packet) == expected
    assert len(set(expected)) == 6


def test_pages_looked_at_in_another_order_keep_their_digests(tmp_path: Path) -> None:
    file = busy(tmp_path)
    expected = [page.digest for page in prepare(file).pages]

    with Pdf.open(prepared_file(file)) as pdf:
        digester = Digester(pdf)
        backwards = [digester.of_form(exhibit_form(pdf, page)) for page in (2, 1, 0)]
        alone = [Digester(pdf).of_form(exhibit_form(pdf, page)) for page in range(3)]

    assert backwards[::-1] == expected
    assert alone == expected


def test_where_a_page_is_placed_does_not_count(tmp_path: Path) -> None:
    prepare(busy(tmp_path))

    with Pdf.open(prepared_file(tmp_path / "busy.pdf")) as pdf:
        drawn = exhibit_form(pdf)
        before = Digester(pdf).of_form(drawn)
        drawn["/Matrix"], drawn["/BBox"] = Array([3, 0, 0, 3, 0, 0]), Array([0, 0, 1, 1])

        assert Digester(pdf).of_form(drawn) == before


@given(text=st.binary(max_size=40), other=st.binary(max_size=40))
def test_strings_that_look_like_references_are_words(text: bytes, other: bytes) -> None:
    pdf = Pdf.new()
    target = pdf.make_indirect(Dictionary(Here=1))
    made = [
        form(pdf, b"", 1, 1, Resources=Dictionary(Font=Dictionary(A=Dictionary(S=String(said), T=target))))
        for said in (b"9 0 R " + text, b"9 0 R " + other)
    ]
    one, another = (Digester(pdf).of_form(each) for each in made)

    assert (one == another) == (text == other)


@pytest.mark.parametrize("flipped", [b"0 0 10 11 re f", b"0 0 10 10 re F"])
def test_one_byte_more_or_less_in_what_a_page_draws_with_gives_another_digest(flipped: bytes) -> None:
    pdf = Pdf.new()
    found = {
        Digester(pdf).of_form(
            form(pdf, b"/A Do", 9, 9, Resources=Dictionary(XObject=Dictionary(A=form(pdf, content, 9, 9))))
        )
        for content in (b"0 0 10 10 re f", flipped)
    }

    assert len(found) == 2


def test_content_counts_as_it_reads_and_not_as_it_is_packed() -> None:
    pdf = Pdf.new()
    plain = form(pdf, b"0 0 1 1 re f", 9, 9)
    packed = form(pdf, b"302030203120312072652066>", 9, 9, Filter=Name.ASCIIHexDecode)

    assert Digester(pdf).of_form(packed) == Digester(pdf).of_form(plain)


def test_content_that_cannot_be_unpacked_counts_as_it_is_stored() -> None:
    pdf = Pdf.new()
    one, other = (form(pdf, data, 9, 9, Filter=Name.FlateDecode) for data in (b"not packed", b"nor this"))

    assert Digester(pdf).of_form(one) != Digester(pdf).of_form(other)


def chain(pdf: Pdf, length: int) -> Object:
    """Return a dictionary under which *length* others hang, one below the other."""
    last = pdf.make_indirect(Dictionary())
    for _ in range(length):
        last = pdf.make_indirect(Dictionary(Next=last))
    return last


def test_objects_that_hang_one_under_the_other_without_end_are_refused() -> None:
    pdf = Pdf.new()

    assert Digester(pdf).of_page(b"", chain(pdf, 150)) != Digester(pdf).of_page(b"", chain(pdf, 151))
    with pytest.raises(KnottedError):
        Digester(pdf).of_page(b"", chain(pdf, 100_000))


def test_objects_knotted_on_purpose_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("formgen.exhibit.digest._MOST", 5_000)
    pdf = Pdf.new()
    knots = [pdf.make_indirect(Dictionary()) for _ in range(24)]
    for knot in knots:
        for number, other in enumerate(knots):
            knot[f"/K{number}"] = other

    with pytest.raises(KnottedError):
        Digester(pdf).of_page(b"", knots[0])
