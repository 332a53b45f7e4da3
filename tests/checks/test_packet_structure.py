"""Looking at what a finished packet is made of."""

from collections.abc import Callable

import pikepdf
import pytest
from checks.volumes import Bound
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

STARTS = "The finished PDF holds a script, a form, or something that starts when it is opened."
ATTACHED = "The finished PDF has another file attached."
BESIDE = "The finished PDF holds something beside its pages, their names and its bookmarks."
OTHER_TITLE = "The finished PDF has another title in its properties than the paper's."
NAMES = "The finished PDF holds properties that may name who made it, or on what machine."
NO_LANGUAGE = "The finished PDF does not say in which language it is written."
NO_LETTERS = "A typeface of the finished PDF does not say which letters its shapes stand for."
NOT_EMBEDDED = "A typeface is not in the finished PDF, so that another computer would show another."
ODD = "Page 5 of packet.pdf holds something that was not laid out."


def script() -> Dictionary:
    """Return a script."""
    return Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def attached(pdf: Pdf) -> Dictionary:
    """Return a file that is attached."""
    return Dictionary(
        Type=Name.Filespec, F=String("x"), EF=Dictionary(F=Stream(pdf, b"x", Type=Name.EmbeddedFile))
    )


def form_of(pdf: Pdf) -> pikepdf.Object:
    """Return what is drawn of the first page of exhibit A."""
    return pdf.pages[4].Resources.XObject["/Exhibit"]


def with_metadata(pdf: Pdf) -> None:
    pdf.Root.Metadata = pdf.make_stream(b"<x/>", Type=Name.Metadata, Subtype=Name.XML)


def with_author(pdf: Pdf) -> None:
    pdf.docinfo["/Author"] = "somebody"


def without_fonts(pdf: Pdf) -> None:
    for found in pdf.objects:
        if isinstance(found, Dictionary) and "/FontFile2" in found:
            del found["/FontFile2"]


def without_letters(pdf: Pdf) -> None:
    for found in pdf.objects:
        if isinstance(found, Dictionary) and found.get("/Subtype") == Name.Type0:
            del found["/ToUnicode"]


def with_bookmark_script(pdf: Pdf) -> None:
    pdf.Root.Outlines.First.A = script()


def with_link_script(pdf: Pdf) -> None:
    pdf.pages[4].Annots[0].A = Dictionary(S=Name.GoTo, D=String("index A"), Next=script())


def with_picture(pdf: Pdf) -> None:
    picture = Stream(pdf, b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8)
    picture.ColorSpace = Name.DeviceGray
    pdf.pages[4].Resources.XObject["/Seal"] = picture


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        (lambda pdf: setattr(pdf.Root, "OpenAction", script()), [BESIDE, STARTS]),
        (lambda pdf: setattr(pdf.Root, "AA", Dictionary(WC=script())), [BESIDE, STARTS]),
        (lambda pdf: setattr(pdf.Root, "AcroForm", Dictionary(Fields=Array())), [BESIDE]),
        (lambda pdf: setattr(pdf.Root, "Collection", Dictionary()), [BESIDE]),
        (lambda pdf: setattr(pdf.Root, "StructTreeRoot", Dictionary()), [BESIDE]),
        (
            lambda pdf: setattr(
                pdf.Root.Names, "JavaScript", Dictionary(Names=Array([String("a"), script()]))
            ),
            [BESIDE, STARTS],
        ),
        (
            lambda pdf: setattr(
                pdf.Root.Names, "EmbeddedFiles", Dictionary(Names=Array([String("a"), attached(pdf)]))
            ),
            [BESIDE, ATTACHED],
        ),
        (lambda pdf: setattr(pdf.Root, "AF", Array([attached(pdf)])), [BESIDE, ATTACHED]),
        (lambda pdf: setattr(pdf.pages[4], "AA", Dictionary(O=script())), [STARTS, ODD]),
        (lambda pdf: setattr(pdf.pages[4], "Metadata", pdf.make_stream(b"<x/>")), [ODD]),
        (lambda pdf: setattr(pdf.pages[4], "PieceInfo", Dictionary()), [ODD]),
        (with_link_script, [STARTS, ODD]),
        (with_bookmark_script, [STARTS]),
        (with_picture, [ODD]),
        (with_author, [NAMES]),
        (with_metadata, [NAMES]),
        (lambda pdf: pdf.docinfo.__setitem__("/Title", "Other"), [OTHER_TITLE]),
        (lambda pdf: pdf.trailer.__delitem__("/Info"), [OTHER_TITLE]),
        (lambda pdf: setattr(pdf.Root, "Lang", String("es")), [NO_LANGUAGE]),
        (lambda pdf: pdf.Root.__delitem__("/Lang"), [NO_LANGUAGE]),
        (without_fonts, [NOT_EMBEDDED]),
        (without_letters, [NO_LETTERS]),
    ],
)
def test_what_does_not_belong_into_a_packet_is_told(
    packet: Bound, change: Callable[[Pdf], object], faults: list[str]
) -> None:
    assert [what for code, what in packet.faults_after(change) if code == "packet-structure"] == faults


@pytest.mark.parametrize(
    "kind",
    [
        "GoToE",
        "GoToR",
        "ImportData",
        "JavaScript",
        "Launch",
        "Movie",
        "Named",
        "Rendition",
        "SubmitForm",
        "URI",
    ],
)
def test_what_acts_is_told_wherever_it_hangs_in_the_evidence(packet: Bound, kind: str) -> None:
    def hide(pdf: Pdf) -> None:
        action = Dictionary(S=Name(f"/{kind}"))
        form_of(pdf).PieceInfo = Dictionary(Deep=Array([Dictionary(Down=Array([action]))]))

    assert ("packet-structure", STARTS) in packet.faults_after(hide)


def test_a_file_attached_to_the_evidence_is_told(packet: Bound) -> None:
    def attach(pdf: Pdf) -> None:
        form_of(pdf).AF = Array([attached(pdf)])

    assert ("packet-structure", ATTACHED) in packet.faults_after(attach)


def test_words_that_look_like_an_action_are_none(packet: Bound) -> None:
    def add(pdf: Pdf) -> None:
        form_of(pdf).Name = String("see << /S /JavaScript /JS (x) >> and /EF and /Type /Filespec")

    assert packet.faults_after(add) == []


def test_names_of_what_evidence_draws_with_are_no_actions(packet: Bound) -> None:
    def add(pdf: Pdf) -> None:
        font = form_of(pdf).Resources.Font.F1
        for name in ("JS", "EF", "AA", "A", "OpenAction", "URI"):
            form_of(pdf)[f"/Used{name}"] = Dictionary({f"/{name}": font, "/S": font})

    assert packet.faults_after(add) == []


def test_evidence_may_use_typefaces_that_it_does_not_hold(packet: Bound) -> None:
    with pikepdf.open(packet.path) as pdf:
        font = form_of(pdf).Resources.Font.F1
        assert "/FontDescriptor" not in font

    assert packet.problems() == []


def test_layers_of_the_evidence_may_stay(packet: Bound) -> None:
    def add(pdf: Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Drawing")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(Order=Array([layer])))

    assert packet.faults_after(add) == []


def test_a_file_locked_for_changes_only_is_told(packet: Bound) -> None:
    path = packet.path.with_name("locked.pdf")
    with pikepdf.open(packet.path) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="one", user=""))

    assert ("packet-structure", "The finished PDF is locked.") in packet.faults(path)
