"""Looking at what a finished PDF is made of."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from checks.pdf_papers import HEIGHT, LANGUAGE, TITLE, WIDTH, drawn, line, paper, tampered
from pypdf import PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NullObject,
    NumberObject,
    RectangleObject,
    StreamObject,
    TextStringObject,
)
from reportlab.pdfgen.canvas import Canvas

from formgen.checks.pdf_structure import structure_faults
from formgen.checks.pdf_text import NotAPdfError
from formgen.render.laid_out import LaidOut, OutlineEntry

STARTS = "The finished PDF holds a script, a form, or something that starts when it is opened."
ATTACHED = "The finished PDF has another file attached."
LEADS = "Page 1 of the finished PDF holds a note, a field, or a link that leads elsewhere."
BOOKMARKS = "The bookmarks of the finished PDF are not those that were laid out."
PLACES = "The named places of the finished PDF are not those that were laid out."
LABELS = "The pages of the finished PDF are not labelled with the numbers printed on them."
NAMES = "The finished PDF holds properties that may name who made it, or on what machine."
OTHER_TITLE = "The finished PDF has another title in its properties than the paper's."
NO_LANGUAGE = "The finished PDF does not say in which language it is written."
SIZE = "Page 2 of the finished PDF has another size than it was laid out for."
NOT_EMBEDDED = "A typeface is not in the finished PDF, so that another computer would show another."
NO_LETTERS = "A typeface of the finished PDF does not say which letters its shapes stand for."
NO_TAG = "A typeface of the finished PDF is not marked as holding only what the paper needs."


def laid_out() -> LaidOut:
    """Return a paper of two pages, with bookmarks and named places, one of them in each kind of typeface."""
    lines = (line("Nguyễn said \u2612 and \u592a\u90ce", page=1), line("again", page=2))
    outline = (OutlineEntry("What happened", 1, 700.0), OutlineEntry("In May", 2, 600.0, level=1))
    return replace(
        paper(*lines), outline=outline, anchors={"paragraph-1": (1, 700.0), "paragraph-2": (2, 600.0)}
    )


def faults(
    content: bytes, wanted: LaidOut | None = None, *, title: str = TITLE, language: str = LANGUAGE
) -> list[str]:
    """Return what is wrong with the make of a PDF."""
    return list(structure_faults(content, wanted or laid_out(), title=title, language=language))


def changed(change: Callable[[PdfWriter], object]) -> list[str]:
    """Return what is wrong once *change* was made to a sound PDF."""
    return faults(tampered(drawn(laid_out()).content, change))


def named(**entries: object) -> DictionaryObject:
    """Return a dictionary of a PDF."""
    return DictionaryObject({NameObject(f"/{name}"): value for name, value in entries.items()})


def action(kind: str, **entries: object) -> DictionaryObject:
    """Return what a PDF may do when something in it is touched."""
    return named(S=NameObject(f"/{kind}"), **entries)


def link_to(writer: PdfWriter, **entries: object) -> None:
    """Put a link onto the first page."""
    box = RectangleObject((0, 0, 10, 10))
    link = named(Type=NameObject("/Annot"), Subtype=NameObject("/Link"), Rect=box, **entries)
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(link)])


def fonts_of(writer: PdfWriter, kind: str) -> list[DictionaryObject]:
    """Return the typefaces of one kind."""
    found = [each.get_object() for each in writer._objects if each is not None]
    return [
        each
        for each in found
        if isinstance(each, DictionaryObject)
        and each.get("/Type") == "/Font"
        and str(each.get("/Subtype")).startswith(kind)
    ]


def test_a_sound_file_has_no_faults() -> None:
    assert faults(drawn(laid_out()).content) == []


def test_a_sound_file_copied_by_another_library_has_no_faults() -> None:
    assert changed(lambda _: None) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda entry: replace(entry, title="What occurred"), BOOKMARKS),
        (lambda entry: replace(entry, page=2), BOOKMARKS),
        (lambda entry: replace(entry, title=entry.title + " "), BOOKMARKS),
    ],
    ids=["another title", "another page", "a space more"],
)
def test_a_bookmark_that_is_not_the_one_laid_out_is_told(
    change: Callable[[OutlineEntry], OutlineEntry], fault: str
) -> None:
    said = laid_out()
    other = replace(said, outline=(change(said.outline[0]), said.outline[1]))

    assert faults(drawn(other).content) == [fault]


def test_bookmarks_at_another_level_or_missing_are_told() -> None:
    said = laid_out()
    flat = replace(said, outline=(said.outline[0], replace(said.outline[1], level=0)))

    assert faults(drawn(flat).content) == [BOOKMARKS]
    assert faults(drawn(replace(said, outline=())).content) == [BOOKMARKS]


@pytest.mark.parametrize("anchors", [{}, {"paragraph-1": (1, 700.0), "paragraph-2": (1, 600.0)}])
def test_a_named_place_that_is_missing_or_elsewhere_is_told(anchors: dict[str, tuple[int, float]]) -> None:
    assert faults(drawn(replace(laid_out(), anchors=anchors)).content) == [PLACES]


def test_too_few_and_too_many_pages_are_told() -> None:
    content = drawn(laid_out()).content

    assert faults(content, replace(laid_out(), page_count=3)) == [
        "The finished PDF has 2 pages, and was laid out on 3."
    ]
    assert faults(content, replace(laid_out(), page_count=1)) == [
        "The finished PDF has 2 pages, and was laid out on 1."
    ]


@pytest.mark.parametrize(
    "box",
    [(0, 0, 595.28, HEIGHT), (0, 0, WIDTH, 1008), (1, 0, WIDTH, HEIGHT)],
    ids=["A4", "Legal", "shifted"],
)
@pytest.mark.parametrize("kind", ["/MediaBox", "/CropBox"])
def test_a_page_of_another_size_is_told(box: tuple[float, float, float, float], kind: str) -> None:
    def resize(writer: PdfWriter) -> None:
        writer.pages[1][NameObject(kind)] = RectangleObject(box)

    assert changed(resize) == [SIZE]


def test_a_page_in_another_unit_is_told() -> None:
    def enlarge(writer: PdfWriter) -> None:
        writer.pages[1][NameObject("/UserUnit")] = FloatObject(2)

    assert changed(enlarge) == [SIZE]


def test_a_page_that_is_turned_is_told() -> None:
    assert changed(lambda writer: writer.pages[1].rotate(90)) == ["Page 2 of the finished PDF is turned."]


@pytest.mark.parametrize(
    "label", [{"St": NumberObject(2)}, {"S": NameObject("/r")}, {"P": TextStringObject("A-")}]
)
def test_pages_that_are_not_labelled_from_one_are_told(label: dict[str, object]) -> None:
    def relabel(writer: PdfWriter) -> None:
        entry = named(**{"S": NameObject("/D"), **label})
        writer.root_object[NameObject("/PageLabels")] = named(Nums=ArrayObject([NumberObject(0), entry]))

    assert changed(relabel) == [LABELS]


@pytest.mark.parametrize("key", ["/Author", "/Creator", "/Subject", "/Keywords", "/Company"])
def test_a_property_that_may_name_somebody_is_told(key: str) -> None:
    assert changed(lambda writer: writer.add_metadata({key: "Dana Reyes"})) == [NAMES]
    assert changed(lambda writer: writer.add_metadata({key: ""})) == []


@pytest.mark.parametrize("title", ["Another", "", None])
def test_another_title_or_none_is_told(title: str | None) -> None:
    def retitle(writer: PdfWriter) -> None:
        writer.metadata = {"/Producer": "formgen"} if title is None else {"/Title": title}

    assert changed(retitle) == [OTHER_TITLE]


def test_a_second_set_of_properties_is_told() -> None:
    def add(writer: PdfWriter) -> None:
        stream = StreamObject()
        stream.set_data(b"<x:xmpmeta/>")
        writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)

    assert changed(add) == ["The finished PDF holds a second set of properties."]


def test_another_language_or_none_is_told() -> None:
    assert faults(drawn(laid_out()).content, language="es-US") == [NO_LANGUAGE]
    assert changed(lambda writer: writer.root_object.pop("/Lang")) == [NO_LANGUAGE]


def test_a_typeface_that_is_not_in_the_file_is_told() -> None:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1, lang=LANGUAGE)
    canvas.setTitle(TITLE)
    canvas.drawString(100, 700, "Helvetica, from wherever it is opened")
    canvas.save()

    assert faults(out.getvalue(), paper(line("x"))) == [NAMES, NOT_EMBEDDED, NO_LETTERS]


@pytest.mark.parametrize("kind", ["/CIDFontType0", "/CIDFontType2"])
def test_each_kind_of_typeface_that_lost_its_file_is_told(kind: str) -> None:
    def strip(writer: PdfWriter) -> None:
        [font, *_] = fonts_of(writer, kind)
        descriptor = font["/FontDescriptor"]
        assert isinstance(descriptor, DictionaryObject)
        for key in {"/FontFile2", "/FontFile3"} & descriptor.keys():
            del descriptor[key]

    assert changed(strip) == [NOT_EMBEDDED]


@pytest.mark.parametrize("kind", ["/Type0", "/Type3"])
def test_each_kind_of_typeface_that_does_not_say_its_letters_is_told(kind: str) -> None:
    def strip(writer: PdfWriter) -> None:
        del fonts_of(writer, kind)[0]["/ToUnicode"]

    assert changed(strip) == [NO_LETTERS]


def test_a_typeface_without_the_letters_of_a_subset_is_told() -> None:
    def rename(writer: PdfWriter) -> None:
        fonts_of(writer, "/CIDFontType2")[0][NameObject("/BaseFont")] = NameObject("/Arimo-Regular")

    assert changed(rename) == [NO_TAG]


def test_a_script_is_told() -> None:
    def add(writer: PdfWriter) -> None:
        script = action("JavaScript", JS=TextStringObject("app.alert(1)"))
        names = writer.root_object["/Names"]
        assert isinstance(names, DictionaryObject)
        names[NameObject("/JavaScript")] = named(Names=ArrayObject([TextStringObject("a"), script]))

    assert changed(add) == [STARTS]


@pytest.mark.parametrize("key", ["/OpenAction", "/AA", "/AcroForm"])
def test_what_starts_when_the_file_is_opened_is_told(key: str) -> None:
    assert changed(lambda writer: writer.root_object.update({NameObject(key): DictionaryObject()})) == [
        STARTS
    ]


def test_what_starts_when_a_page_is_opened_is_told() -> None:
    def add(writer: PdfWriter) -> None:
        writer.pages[1][NameObject("/AA")] = named(O=action("Launch", F=TextStringObject("calc")))

    assert changed(add) == [STARTS]


def test_an_attached_file_is_told() -> None:
    assert changed(lambda writer: writer.add_attachment("notes.txt", b"private")) == [ATTACHED]


@pytest.mark.parametrize("kind", ["URI", "Launch", "GoToR", "JavaScript", "SubmitForm", "Named"])
def test_a_link_that_leaves_the_paper_is_told(kind: str) -> None:
    target = TextStringObject("paragraph-2")

    assert changed(lambda writer: link_to(writer, A=action(kind, D=target))) == [LEADS, STARTS]


def test_a_link_within_the_paper_is_no_fault() -> None:
    name = TextStringObject("paragraph-2")

    def to_page(writer: PdfWriter) -> None:
        place = ArrayObject([writer.pages[1].indirect_reference, NameObject("/Fit")])
        link_to(writer, A=action("GoTo", D=place))

    assert changed(to_page) == []
    assert changed(lambda writer: link_to(writer, Dest=name)) == []
    assert changed(lambda writer: link_to(writer, A=action("GoTo", D=name))) == []


@pytest.mark.parametrize(
    "target",
    [
        TextStringObject("paragraph-9"),
        ArrayObject(),
        ArrayObject([NumberObject(7), NameObject("/Fit")]),
        NullObject(),
        DictionaryObject(),
    ],
    ids=["an unknown name", "nowhere", "a page's number", "nothing", "something else"],
)
def test_a_link_to_no_place_in_the_paper_is_told(target: object) -> None:
    assert changed(lambda writer: link_to(writer, Dest=target)) == [LEADS]
    assert changed(lambda writer: link_to(writer, A=action("GoTo", D=target))) == [LEADS]


def test_a_note_on_a_page_is_told() -> None:
    note = FreeText(text="remember", rect=(0, 0, 99, 99))
    note[NameObject("/Dest")] = TextStringObject("paragraph-2")

    assert changed(lambda writer: writer.add_annotation(0, note)) == [LEADS]


def test_no_page_content_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    def unpacked(_: object) -> bytes:
        raise AssertionError

    content = drawn(laid_out()).content
    monkeypatch.setattr("pypdf.generic.StreamObject.get_data", unpacked)
    monkeypatch.setattr("pypdf.generic.EncodedStreamObject.get_data", unpacked)

    assert faults(content) == []


def test_a_locked_file_is_told() -> None:
    assert changed(lambda writer: writer.encrypt("", "owner", algorithm="RC4-128")) == [
        "The finished PDF is locked."
    ]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04" * 100])
def test_what_is_no_pdf_is_refused(content: bytes) -> None:
    with pytest.raises(NotAPdfError):
        faults(content)


def test_every_place_where_a_file_may_be_cut_short_ends_in_a_refusal_or_a_fault() -> None:
    content = drawn(laid_out()).content
    sound = 0
    for cut in range(0, len(content), 997):
        try:
            sound += not faults(content[:cut])
        except NotAPdfError:
            continue
    assert sound == 0
