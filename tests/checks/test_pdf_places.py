"""Reading labels, links and bookmarks of a PDF."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from checks.pdf_papers import drawn, line, paper
from pikepdf import Array, Dictionary, Name, Pdf, String

from formgen.checks.pdf_places import (
    FoundBookmark,
    FoundLink,
    annotations_of,
    bookmarks_of,
    label_of,
    links_of,
    shown_of,
    shown_title,
)
from formgen.checks.pdf_text import PageText, pages_of
from formgen.render.laid_out import Box, OutlineEntry, PlacedLink


def made(change: Callable[[Pdf], object] = lambda _: None) -> bytes:
    """Return a PDF of two pages, with a link and two bookmarks, after *change* was made to it."""
    laid = replace(
        paper(line("one", page=1), line("two", page=2)),
        outline=(OutlineEntry("First", 1, 792.0), OutlineEntry("Nguyễn", 2, 700.0, 1)),
        anchors={"there": (2, 500.0)},
        links=(PlacedLink(1, Box(100.0, 200.0, 150.0, 212.0), "there"),),
    )
    out = BytesIO()
    with pikepdf.open(BytesIO(drawn(laid).content)) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def first(content: bytes, read: Callable[[PageText], object]) -> object:
    """Return what *read* tells of the first page."""
    with pages_of(content) as pages:
        return read(next(pages))


def test_labels_are_read() -> None:
    content = made(
        lambda pdf: setattr(
            pdf.Root.PageLabels, "Nums", Array([0, Dictionary(S=Name.R, St=4, P=String("A-"))])
        )
    )

    with pages_of(content) as pages:
        assert [label_of(page) for page in pages] == ["A-IV", "A-V"]


@pytest.mark.parametrize(("length", "read"), [(31, "x" * 31), (32, "")], ids=["long", "too long"])
def test_a_label_too_long_to_be_ours_is_none(length: int, read: str) -> None:
    label = Dictionary(P=String("x" * length))

    assert first(made(lambda pdf: setattr(pdf.Root.PageLabels, "Nums", Array([0, label]))), label_of) == read


def test_a_file_without_labels_has_none() -> None:
    assert first(made(lambda pdf: pdf.Root.__delitem__("/PageLabels")), label_of) == ""


def test_a_link_is_found_with_the_page_it_leads_to() -> None:
    with pages_of(made()) as pages:
        assert [links_of(page) for page in pages] == [[FoundLink(Box(100.0, 200.0, 150.0, 212.0), 2)], []]


@pytest.mark.parametrize(
    "target",
    [
        {"Dest": String("nowhere")},
        {"Dest": Array([])},
        {"Dest": Array([99, Name.Fit])},
        {"A": Dictionary(S=Name.URI, URI=String("x:y"))},
        {"A": Dictionary(S=Name.Launch, F=String("x"))},
        {},
    ],
    ids=["no such place", "nothing", "no such page", "another machine", "a program", "no target"],
)
def test_a_link_that_leads_nowhere_in_the_file_is_found_all_the_same(
    target: dict[str, pikepdf.Object],
) -> None:
    def change(pdf: Pdf) -> None:
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([1, 2, 3, 4]))
        for key, value in target.items():
            link[f"/{key}"] = value
        pdf.pages[0].Annots = Array([link])

    assert first(made(change), links_of) == [FoundLink(Box(1.0, 2.0, 3.0, 4.0), None)]


def test_a_link_that_jumps_to_a_page_by_an_action_is_followed() -> None:
    def change(pdf: Pdf) -> None:
        action = Dictionary(S=Name.GoTo, D=Array([pdf.pages[1].obj, Name.Fit]))
        pdf.pages[0].Annots[0] = Dictionary(Subtype=Name.Link, Rect=Array([1, 2, 3, 4]), A=action)

    assert first(made(change), links_of) == [FoundLink(Box(1.0, 2.0, 3.0, 4.0), 2)]


def test_notes_and_links_are_counted_together() -> None:
    def change(pdf: Pdf) -> None:
        pdf.pages[0].Annots.append(Dictionary(Subtype=Name.Text, Rect=Array([1, 2, 3, 4])))

    content = made(change)

    assert first(content, annotations_of) == 2
    assert len(list(first(content, links_of))) == 1  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        (lambda _: None, Box(0.0, 0.0, 612.0, 792.0)),
        (lambda page: setattr(page, "MediaBox", Array([10, 20, 110, 220])), Box(10.0, 20.0, 110.0, 220.0)),
        (lambda page: setattr(page, "CropBox", Array([10, 20, 110, 220])), Box(10.0, 20.0, 110.0, 220.0)),
        (lambda page: page.rotate(180, relative=False), None),
    ],
    ids=["whole", "another box", "cropped", "turned"],
)
def test_what_is_shown_of_a_page_is_told(change: Callable[[pikepdf.Page], object], shown: Box | None) -> None:
    assert first(made(lambda pdf: change(pdf.pages[0])), shown_of) == shown


def bookmarks(content: bytes) -> list[FoundBookmark]:
    """Return the bookmarks of a PDF."""
    with pages_of(content) as pages:
        return list(bookmarks_of(next(pages)))


def test_bookmarks_are_found_each_before_those_below_it() -> None:
    assert bookmarks(made()) == [FoundBookmark(0, "First", 1), FoundBookmark(1, "Nguyễn", 2)]


def test_a_file_without_bookmarks_has_none() -> None:
    assert bookmarks(made(lambda pdf: pdf.Root.__delitem__("/Outlines"))) == []


def test_a_bookmark_that_leads_nowhere_is_found_all_the_same() -> None:
    assert bookmarks(made(lambda pdf: pdf.Root.Outlines.First.__delitem__("/Dest")))[0] == FoundBookmark(
        0, "First", None
    )


def test_a_bookmark_without_a_title_is_found_all_the_same() -> None:
    assert bookmarks(made(lambda pdf: pdf.Root.Outlines.First.__delitem__("/Title")))[0] == FoundBookmark(
        0, "", 1
    )


@pytest.mark.parametrize("title", ["two\tcolumns", "a\r\nb", "\x00\x1f", "plain"])
def test_control_characters_in_a_title_are_shown_as_the_library_shows_them(title: str) -> None:
    content = made(lambda pdf: setattr(pdf.Root.Outlines.First, "Title", String(title)))

    assert bookmarks(content)[0].title == shown_title(title)


def ring_of(pdf: Pdf, key: str) -> None:
    entry = pdf.Root.Outlines.First
    entry[key] = entry


def ring_upwards(pdf: Pdf) -> None:
    entry = pdf.Root.Outlines.First
    entry.First.Next = entry


@pytest.mark.parametrize(
    ("change", "count"),
    [
        (lambda pdf: ring_of(pdf, "/Next"), 2),
        (lambda pdf: ring_of(pdf, "/First"), 1),
        (ring_upwards, 2),
    ],
    ids=["next to itself", "below itself", "back up"],
)
def test_bookmarks_that_go_round_in_a_ring_come_to_an_end(
    change: Callable[[Pdf], object], count: int
) -> None:
    assert len(bookmarks(made(change))) == count


def test_bookmarks_nested_beyond_reason_come_to_an_end() -> None:
    def nest(pdf: Pdf) -> None:
        entry = pdf.Root.Outlines.First
        for _ in range(500):
            below = pdf.make_indirect(Dictionary(Title=String("x"), Parent=entry))
            entry.First = entry.Last = below
            entry = below

    assert len(bookmarks(made(nest))) == 65
