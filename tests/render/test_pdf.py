"""Laid-out pages drawn into a PDF, and what that PDF is made of."""

import hashlib
import re
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from types import FrameType
from typing import Any

import pypdf
import pytest
from pypdf.generic import StreamObject
from render.pleading.measured import measure
from render.pleading.papers import EXECUTION, caption, court_paper, heading, paragraph, quotation
from reportlab import rl_config

from formgen.document.blocks import Block, PageOf, Span
from formgen.render.fonts.book import FontBook
from formgen.render.laid_out import (
    Box,
    LaidOut,
    OutlineEntry,
    PlacedLine,
    PlacedLink,
    PlacedMark,
    PlacedRule,
)
from formgen.render.pdf import draw, draw_together
from formgen.render.pleading.layout import lay_out
from formgen.render.rendered import RenderedPdf

BLOCKS: list[Block] = [
    heading("What happened"),
    *(
        paragraph("He wrote to me again and again. " * 9, number=n, anchor=f"paragraph-{n}")
        for n in range(1, 13)
    ),
    heading("Später — 後で"),
    quotation("Résumé 😀 שלום"),
    EXECUTION,
]
EMPTY = LaidOut(width=612, height=792, page_count=1, lines=())


@cache
def book() -> FontBook:
    return FontBook.open()


@cache
def laid_out(copies: int = 1) -> LaidOut:
    return lay_out(court_paper(*BLOCKS * copies, head=caption()), book(), draft=True)


def drawn(laid: LaidOut, *, title: str = "Declaration", language: str = "en-US") -> RenderedPdf:
    return draw(
        laid, book(), paper="declaration", file_name="declaration.pdf", title=title, language=language
    )


@cache
def declaration() -> RenderedPdf:
    return drawn(laid_out())


@pytest.fixture
def reader() -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(declaration().content), strict=True)


def within(value: Mapping[Any, Any], *names: str) -> Any:  # noqa: ANN401 - whatever a PDF holds there
    """Return what stands under *names*, one within the other."""
    found: Any = value
    for name in names:
        found = found[name]
    return found


def placed(words: str, *, page: int = 1, y: float = 500) -> PlacedLine:
    return PlacedLine(page, 100, y, 12, (Span(words),), Box(100, y - 4, 300, y + 12))


def test_the_same_pages_always_give_the_same_bytes() -> None:
    assert drawn(laid_out()).content == declaration().content


def test_it_tells_what_it_is_and_what_it_was_made_of() -> None:
    rendered = declaration()
    assert (rendered.paper, rendered.file_name) == ("declaration", "declaration.pdf")
    assert rendered.laid_out is laid_out()
    assert "Arimo[wght].ttf" in {font.name for font in rendered.fonts}
    assert all(re.fullmatch("[0-9a-f]{64}", font.sha256) for font in rendered.fonts)


def test_every_page_is_there_in_its_size(reader: pypdf.PdfReader) -> None:
    assert len(reader.pages) == laid_out().page_count > 2
    assert {tuple(page.mediabox) for page in reader.pages} == {(0, 0, 612, 792)}


def test_its_properties_hold_a_title_and_nothing_about_a_person_a_machine_or_a_day(
    reader: pypdf.PdfReader,
) -> None:
    metadata: Mapping[str, Any] = reader.metadata or {}
    assert dict(metadata) == {"/Title": "Declaration", "/Producer": "formgen"}
    assert reader.xmp_metadata is None


def test_a_viewer_shows_its_title(reader: pypdf.PdfReader) -> None:
    assert within(reader.root_object, "/ViewerPreferences", "/DisplayDocTitle").value is True


def test_its_language_is_set() -> None:
    content = drawn(EMPTY, language="es-MX").content
    assert within(pypdf.PdfReader(BytesIO(content)).root_object, "/Lang") == "es-MX"


@pytest.mark.parametrize("title", ["Declaration (draft) \\ copy", "Déclaration", "声明"])
def test_a_title_may_hold_any_letters(title: str) -> None:
    metadata = pypdf.PdfReader(BytesIO(drawn(EMPTY, title=title).content)).metadata
    assert metadata is not None
    assert metadata.title == title


def test_pages_are_labelled_from_1(reader: pypdf.PdfReader) -> None:
    assert reader.page_labels == [str(number) for number in range(1, len(reader.pages) + 1)]


def test_every_heading_is_a_bookmark(reader: pypdf.PdfReader) -> None:
    entries = [entry for entry in reader.outline if not isinstance(entry, list)]
    assert [entry.title for entry in entries] == ["What happened", "Später — 後で"]
    for entry, told in zip(entries, laid_out().outline, strict=True):
        assert reader.get_destination_page_number(entry) == told.page - 1
        assert entry.top == pytest.approx(told.top)


def test_bookmarks_may_stand_under_others() -> None:
    outline = (OutlineEntry("A", 1, 700), OutlineEntry("A.1", 1, 600, level=1), OutlineEntry("B", 1, 500))
    found: Any = pypdf.PdfReader(BytesIO(drawn(replace(EMPTY, outline=outline)).content)).outline
    titles = [
        [each["/Title"] for each in entry] if isinstance(entry, list) else entry["/Title"] for entry in found
    ]
    assert titles == ["A", ["A.1"], "B"]


def test_every_anchor_is_a_named_place(reader: pypdf.PdfReader) -> None:
    places = reader.named_destinations
    assert sorted(places) == sorted(laid_out().anchors)
    for name, (page, top) in laid_out().anchors.items():
        assert reader.get_destination_page_number(places[name]) == page - 1
        assert places[name].top == pytest.approx(top)


def test_named_places_stand_in_the_order_of_their_names() -> None:
    anchors = {f"paragraph-{number}": (1, 700.0) for number in range(1, 12)} | {"(odd) name": (1, 1.0)}
    content = drawn(replace(EMPTY, anchors=anchors)).content
    tree = within(pypdf.PdfReader(BytesIO(content)).root_object, "/Names", "/Dests", "/Names")
    assert tree[::2] == sorted(anchors)


def test_every_font_is_in_the_file(reader: pypdf.PdfReader) -> None:
    for page in reader.pages:
        fonts = within(page, "/Resources", "/Font")
        assert fonts
        for font in fonts.values():
            (inner,) = font["/DescendantFonts"]
            assert {"/FontFile2", "/FontFile3"} & inner.get_object()["/FontDescriptor"].keys()
    assert b"Helvetica" not in declaration().content


def test_what_all_pages_share_is_stored_once(reader: pypdf.PdfReader) -> None:
    frames = {within(page, "/Resources", "/XObject").raw_get("/FormXob.frame").idnum for page in reader.pages}
    assert len(frames) == 1
    (page,) = {page.extract_text().count("DRAFT") for page in reader.pages}
    assert page == 1


PLAIN = """
import sys
from formgen.document.blocks import Paragraph, Span
from formgen.render.fonts.book import FontBook
from formgen.render.pdf import draw
from formgen.render.pleading.layout import lay_out

sys.path.insert(0, "tests")
from render.pleading.papers import court_paper

book = FontBook.open()
laid = lay_out(court_paper(Paragraph((Span("I know what he wrote."),), number=1)), book)
draw(laid, book, paper="declaration", file_name="declaration.pdf", title="Declaration", language="en-US")
print(*sys.modules)
"""


def test_a_paper_of_plain_words_loads_nothing_that_only_other_words_need(root: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", PLAIN], cwd=root, check=True, capture_output=True, text=True)
    loaded = set(ran.stdout.split())
    fonts = "formgen.render.fonts"
    assert f"{fonts}.writer" in loaded
    assert loaded & {"regex", f"{fonts}.bidi", f"{fonts}.bidi_types", f"{fonts}.composites"} == set()


def streams(content: bytes) -> Iterator[StreamObject]:
    reader = pypdf.PdfReader(BytesIO(content))
    for number in range(1, len(reader.xref[0]) + 1):
        found = reader.get_object(number)
        if isinstance(found, StreamObject):
            yield found


def test_streams_are_packed_and_not_written_out_in_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rl_config, "useA85", 1)
    content = drawn(laid_out()).content
    assert content == declaration().content
    assert len(list(streams(content))) > 5
    for stream in streams(content):
        assert str(stream["/Filter"]).strip("['/]") == "FlateDecode"
    assert rl_config.useA85 == 1


def test_lines_stand_where_they_were_laid() -> None:
    page, other = measure(
        drawn(replace(EMPTY, page_count=2, lines=(placed("one"), placed("two", page=2)))).content
    )
    assert [(line.text, line.x, round(line.baseline, 3)) for line in page.printed] == [("one", 100, 292)]
    assert [line.text for line in other.printed] == ["two"]


def test_a_line_of_several_styles_is_drawn_in_each() -> None:
    spans = (Span("He wrote "), Span("always", italic=True), Span(" and "), Span("never", bold=True))
    (page,) = measure(drawn(replace(EMPTY, lines=(replace(placed(""), inlines=spans),))).content)
    (line,) = page.printed
    assert line.text == "He wrote always and never"
    fonts = {glyph.text: glyph.font.partition("+")[2] for glyph in line.inked}
    assert (fonts["H"], fonts["y"], fonts["v"]) == ("Arimo-Regular", "Arimo-Italic", "Arimo-Bold")


@pytest.mark.parametrize("inlines", [(), (Span(""),), (PageOf("A", ", page 9"),)])
def test_a_line_with_nothing_on_it_draws_nothing(inlines: tuple[Span | PageOf, ...]) -> None:
    (page,) = measure(drawn(replace(EMPTY, lines=(replace(placed(""), inlines=inlines),))).content)
    assert page.printed == []


def test_rules_have_their_thickness_and_their_dashes() -> None:
    rules = (
        PlacedRule(1, 50, 100, 550, 100, 0.7),
        PlacedRule(1, 50, 200, 550, 200, 2, dashes=(3, 2)),
        PlacedRule(1, 60, 300, 60, 400, 1),
    )
    content = drawn(replace(EMPTY, rules=rules)).content
    (page,) = measure(content)
    assert [
        (stroke.left, stroke.top, stroke.right, stroke.bottom, stroke.width) for stroke in page.strokes
    ] == [
        pytest.approx((50, 692, 550, 692, 0.7), abs=0.01),
        pytest.approx((50, 592, 550, 592, 2), abs=0.01),
        pytest.approx((60, 392, 60, 492, 1), abs=0.01),
    ]
    drawing = pypdf.PdfReader(BytesIO(content)).pages[0].get_contents()
    assert drawing is not None
    dashes = re.findall(rb"\[([\d ]*)\] 0 d", drawing.get_data())
    assert [dash.split() for dash in dashes] == [[], [b"3", b"2"], []]


def test_marks_are_filled_or_outlined_in_their_grey_and_leave_the_text_black() -> None:
    marks = (
        PlacedMark(1, Box(100, 100, 200, 200), grey=0.5),
        PlacedMark(1, Box(300, 100, 400, 200), is_filled=False),
    )
    content = drawn(replace(EMPTY, marks=marks, lines=(placed("text", y=150),))).content
    import pypdfium2  # noqa: PLC0415 - only here are pixels looked at

    pdf = pypdfium2.PdfDocument(content)
    image = pdf[0].render(scale=1).to_pil().convert("L")
    assert image.getpixel((190, 792 - 110)) == pytest.approx(128, abs=2)
    assert image.getpixel((350, 792 - 150)) == 255
    assert image.getpixel((300, 792 - 150)) < 200
    assert image.crop((100, 630, 130, 650)).getextrema()[0] < 40
    pdf.close()


def part(name: str = "", *, width: float = 612, height: float = 792, first_page: int = 1) -> LaidOut:
    """Return one page of a file of several papers, with its number on it."""
    laid = LaidOut(width, height, 1, (placed(f"{name} {first_page}"),))
    return replace(laid, name=name, first_page=first_page)


def leading(*places: str, page: int = 1) -> tuple[PlacedLink, ...]:
    """Return a link to each of *places*, one above the other."""
    return tuple(
        PlacedLink(page, Box(100, 100 + 20 * number, 200, 110 + 20 * number), place)
        for number, place in enumerate(places)
    )


def together(*parts: LaidOut) -> bytes:
    return draw_together(parts, book(), title="Papers", language="en-US").content


def links_on(page: pypdf.PageObject, reader: pypdf.PdfReader) -> list[tuple[int, float]]:
    """Return the page from 1, and the height on it, to which each link of *page* leads."""
    found = []
    for note in page.get("/Annots", []):
        place = reader.named_destinations[note.get_object()["/Dest"]]
        number = reader.get_destination_page_number(place)
        found.append(((number if number is not None else -1) + 1, float(str(place.top))))
    return found


def test_papers_drawn_together_keep_their_sizes_and_their_order() -> None:
    content = together(
        part("a"), part("b", width=792, height=612), replace(part("c"), page_count=2), part("d")
    )

    pages = measure(content)
    assert [(page.width, page.height) for page in pages] == [
        (612, 792),
        (792, 612),
        (612, 792),
        (612, 792),
        (612, 792),
    ]
    assert [[line.text for line in page.printed] for page in pages] == [
        ["a 1"],
        ["b 1"],
        ["c 1"],
        [],
        ["d 1"],
    ]


def test_pages_are_labelled_on_from_the_number_of_the_first() -> None:
    content = together(part(first_page=118), replace(part(first_page=119), page_count=3))

    assert pypdf.PdfReader(BytesIO(content)).page_labels == ["118", "119", "120", "121"]


def test_links_lead_to_places_in_other_papers() -> None:
    first = replace(part("declaration"), links=leading("exhibit A", "declaration.paragraph-1"))
    first = replace(first, anchors={"paragraph-1": (1, 500.0)})
    second = replace(part(), page_count=2, anchors={"exhibit A": (2, 700.0)})
    third = replace(part(), links=leading("declaration.paragraph-1"))
    reader = pypdf.PdfReader(BytesIO(together(first, second, third)))

    assert [links_on(page, reader) for page in reader.pages] == [
        [(3, 700.0), (1, 500.0)],
        [],
        [],
        [(1, 500.0)],
    ]


def test_two_papers_may_have_a_place_of_one_name() -> None:
    one = replace(part("one"), anchors={"paragraph-1": (1, 500.0)}, links=leading("two.paragraph-1"))
    two = replace(part("two"), anchors={"paragraph-1": (1, 300.0)}, links=leading("one.paragraph-1"))
    reader = pypdf.PdfReader(BytesIO(together(one, two)))

    assert [links_on(page, reader) for page in reader.pages] == [[(2, 300.0)], [(1, 500.0)]]


def test_a_link_whose_place_is_in_another_file_is_left_out() -> None:
    content = together(
        replace(part("a"), links=leading("exhibit Z", "a.here"), anchors={"here": (1, 9.0)}),
        replace(part("b"), links=leading("here")),
    )
    reader = pypdf.PdfReader(BytesIO(content))

    assert [links_on(page, reader) for page in reader.pages] == [[(1, 9.0)], []]
    assert "/Annots" not in reader.pages[1]


def test_a_link_stands_where_it_was_laid_without_a_border_or_an_action() -> None:
    link = PlacedLink(1, Box(100.004, 200.5, 300.25, 212.126), "here")
    content = together(replace(part(), links=(link,), anchors={"here": (1, 9.0)}))

    (note,) = within(pypdf.PdfReader(BytesIO(content)).pages[0], "/Annots")
    assert dict(note.get_object()) == {
        "/Type": "/Annot",
        "/Subtype": "/Link",
        "/Rect": [100, pytest.approx(200.5), pytest.approx(300.25), pytest.approx(212.13)],
        "/Border": [0, 0, 0],
        "/Dest": "here",
    }


@pytest.mark.parametrize("label", ["Ж", "甲", "Ü", "ÿ", "\U0001f600", "(a", "\\u0416", "a\nb"])
def test_a_place_named_after_any_label_is_found(label: str) -> None:
    """Names beyond ASCII were not in the order in which readers look for them."""
    import pypdfium2  # noqa: PLC0415 - as readers look for them
    from pypdfium2 import raw  # noqa: PLC0415

    places = {
        f"{kind} {each}": (1, 100.0 * (number + 1))
        for number, kind in enumerate(("cover", "exhibit", "index"))
        for each in ("A", label, "Z")
    }
    laid = replace(part(), anchors=places, links=leading(*places))
    content = together(laid)
    tree = within(pypdf.PdfReader(BytesIO(content)).root_object, "/Names", "/Dests", "/Names")
    names = tree[::2]

    assert all(name.isascii() for name in names)
    assert names == sorted(names)
    assert len(set(names)) == len(places)
    pdf = pypdfium2.PdfDocument(content)
    assert all(raw.FPDF_GetNamedDestByName(pdf.raw, name.encode() + b"\0") for name in names)
    pdf.close()


def test_each_paper_has_its_own_frame_stored_once() -> None:
    framed = replace(
        part("a"), page_count=2, frame=(placed("frame of a", y=300), PlacedRule(1, 50, 40, 550, 40, 0.4))
    )
    other = replace(part("c"), frame=(placed("frame of c", y=300),))
    content = together(framed, part("b"), other)
    reader = pypdf.PdfReader(BytesIO(content))

    assert [[line.text for line in page.printed if "frame" in line.text] for page in measure(content)] == [
        ["frame of a"],
        ["frame of a"],
        [],
        ["frame of c"],
    ]
    forms = [stream for stream in streams(content) if stream.get("/Subtype") == "/Form"]
    assert len(forms) == 2
    assert len(reader.pages) == 4


def test_papers_drawn_together_share_one_typeface() -> None:
    content = together(part("a"), part("b"), replace(part("c"), frame=(placed("frame", y=300),)))

    files = [stream for stream in streams(content) if "/Length1" in stream]
    names = {
        font.get_object()["/BaseFont"]
        for page in pypdf.PdfReader(BytesIO(content)).pages
        for font in within(page, "/Resources", "/Font").values()
    }
    assert (len(files), len(names)) == (1, 1)


def test_bookmarks_of_every_paper_lead_to_its_pages() -> None:
    first = replace(part("a"), outline=(OutlineEntry("Declaration", 1, 792),))
    second = replace(
        part("b"),
        page_count=3,
        outline=(OutlineEntry("Exhibit A", 1, 792), OutlineEntry("Its end", 3, 792, 1)),
    )
    reader = pypdf.PdfReader(BytesIO(together(first, second)))

    declaration, exhibit, below = reader.outline
    assert isinstance(below, list)
    found = [declaration, exhibit, *below]
    assert [(each["/Title"], reader.get_destination_page_number(each)) for each in found] == [  # type: ignore[arg-type,call-overload]
        ("Declaration", 0),
        ("Exhibit A", 1),
        ("Its end", 3),
    ]


def test_papers_drawn_together_always_give_the_same_bytes() -> None:
    parts = (replace(part("a"), links=leading("b.x")), replace(part("b"), anchors={"x": (1, 9.0)}))

    assert together(*parts) == together(*parts)
    assert together(*parts) != together(*reversed(parts))


def test_other_words_give_another_mark_of_identity() -> None:
    def identity(words: str) -> object:
        content = drawn(replace(EMPTY, lines=(placed(words),))).content
        return pypdf.PdfReader(BytesIO(content)).trailer["/ID"]

    assert identity("one") != identity("two")
    assert identity("one") == identity("one")


def calls(laid: LaidOut) -> int:
    """Return how many Python functions are called to draw *laid*."""
    count = 0

    def note(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event == "call"

    drawn(laid)
    before = sys.getprofile()
    sys.setprofile(note)
    try:
        drawn(laid)
    finally:
        sys.setprofile(before)
    return count


def test_a_page_takes_no_more_work_in_a_long_paper_than_in_a_short_one() -> None:
    few, many = laid_out(6), laid_out(100)
    assert few.page_count >= 10
    assert many.page_count >= 200
    assert calls(many) / many.page_count <= 1.05 * calls(few) / few.page_count


def test_a_long_paper_needs_little_more_memory_than_its_file() -> None:
    laid = laid_out(80)
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    size = len(drawn(laid).content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak - before <= size + 10_000_000


def test_the_digest_of_a_font_is_that_of_its_file() -> None:
    from formgen.render.fonts.packages import needed_font  # noqa: PLC0415 - where fonts come from

    for font in declaration().fonts:
        if font.name.startswith("Arimo"):
            assert font.sha256 == hashlib.sha256(needed_font(font.name).read_bytes()).hexdigest()
