"""Covers, the index, the page of what is lodged, the list for the hearing: what they say."""

from dataclasses import replace

import pytest
from factories import SHEET, Typed, jurisdiction, make_evidence

from formgen.case.evidence import Evidence
from formgen.catalog.exhibit_spec import ExhibitSpec
from formgen.document.blocks import Inline, PageOf, Span, text_of
from formgen.document.exhibit import Cited, Exhibit
from formgen.document.exhibit_leaves import LeafMaker, described
from formgen.document.leaf import Leaf, LeafColumn, LeafRow, LeafSpace, LeafTable, LeafText

HEAD: tuple[tuple[Inline, ...], ...] = (
    (Span("Dana Reyes", "petitioner.name"), Span(" v. Carl Voss")),
    (Span("Case No. 26CV001"),),
)
WIDEST = "8888–8888"


def spec() -> ExhibitSpec:
    found = jurisdiction().exhibits
    assert found is not None
    return found


def maker(*, head: tuple[tuple[Inline, ...], ...] = HEAD, is_bare: bool = False) -> LeafMaker:
    return LeafMaker(spec(), spec().packet, SHEET, "en-US", None, ", ", head, is_bare=is_bare)


def exhibit(label: str = "A", *cited: Cited, date: str = "March 5, 2026", **changes: object) -> Exhibit:
    """Return an exhibit whose evidence has *changes*."""
    item = Evidence.model_validate(make_evidence(**changes))
    return Exhibit(label, item, "evidence[2]", date, "evidence[2].date" if date else "", cited)


def said(leaf: Leaf) -> list[str]:
    """Return what stands in the texts of a leaf, one after the other."""
    return [text_of(block.inlines) for block in leaf.blocks if isinstance(block, LeafText)]


def table(leaf: Leaf) -> LeafTable:
    (found,) = (block for block in leaf.blocks if isinstance(block, LeafTable))
    return found


def test_a_cover_says_the_letter_what_it_is_and_whose_case() -> None:
    cover = maker().cover(exhibit())

    assert (cover.paper, cover.title, cover.language, cover.is_centred) == (
        "exhibit-cover",
        "Exhibit",
        "en-US",
        False,
    )
    assert (cover.sheet, cover.footer) == (None, ())
    assert cover.blocks == (
        LeafText(HEAD[0], 11.0, "centre"),
        LeafText(HEAD[1], 11.0, "centre"),
        LeafSpace(180.0),
        LeafText((Span("EXHIBIT A", bold=True),), 28.0, "centre", anchor="cover A", keeps_next=True),
        LeafText(
            (Span("email of March 5, 2026, 8:47 p.m.", "evidence[2].description"),),
            14.0,
            "centre",
            indent=36.0,
            before=14.0,
        ),
        LeafSpace(60.0),
    )


def test_a_cover_without_a_case_stands_in_the_middle() -> None:
    cover = maker(head=()).cover(exhibit())

    assert cover.is_centred is True
    assert said(cover) == ["EXHIBIT A", "email of March 5, 2026, 8:47 p.m."]


def test_a_bare_cover_says_nothing_but_the_letter() -> None:
    cover = maker(is_bare=True).cover(
        exhibit("B", redactions=[{"what": "a name"}]), ("Repaired.",), "Pages 2–4 of 9."
    )

    assert cover.is_centred is True
    assert cover.blocks == (LeafText((Span("Exhibit B"),), 24.0, "centre", anchor="cover B"),)


@pytest.mark.parametrize(
    ("redaction", "expected"),
    [
        (
            {"what": "a child's name", "why": "it has nothing to do with this"},
            ["Covered in this copy: a child's name. Why: it has nothing to do with this."],
        ),
        (
            {"what": "a child's name.", "why": "it is private."},
            ["Covered in this copy: a child's name. Why: it is private."],
        ),
        ({"what": "a child's name"}, ["Covered in this copy: a child's name."]),
        ({"what": "two\nlines"}, ["Covered in this copy: two lines."]),
        ({"what": "{why}", "why": "{what}"}, ["Covered in this copy: {why}. Why: {what}."]),
        ({"why": "it is private"}, []),
    ],
)
def test_a_cover_says_what_is_covered_and_why(redaction: Typed, expected: list[str]) -> None:
    cover = maker(head=()).cover(exhibit(redactions=[redaction]))

    assert said(cover)[2:] == expected


def test_what_was_typed_on_a_cover_knows_its_place_in_the_case() -> None:
    redactions = [{"what": "a name"}, {"what": "a number", "why": "it is an account"}]
    cover = maker(head=()).cover(exhibit(redactions=redactions))

    typed = [
        (span.text, span.source)
        for block in cover.blocks
        if isinstance(block, LeafText)
        for span in block.inlines
        if isinstance(span, Span) and span.source
    ]
    assert typed == [
        ("email of March 5, 2026, 8:47 p.m.", "evidence[2].description"),
        ("a name", "evidence[2].redactions[1].what"),
        ("a number", "evidence[2].redactions[2].what"),
        ("it is an account", "evidence[2].redactions[2].why"),
    ]


def test_a_cover_says_which_pages_these_are_and_what_was_done_to_the_copy() -> None:
    done = ("The file was damaged.", "", "This page is a rendering.")
    cover = maker(head=()).cover(exhibit(), done, "Pages 2–4 of the 9 pages of the file.")

    assert said(cover)[2:] == [
        "Pages 2–4 of the 9 pages of the file.",
        "The file was damaged.",
        "This page is a rendering.",
    ]


def test_a_cover_says_where_it_is_cited_and_leads_there() -> None:
    cited = (
        Cited("declaration-petitioner", "Declaration of Dana Reyes", (4, 12), is_chronology=False),
        Cited("declaration-witness-1", "Declaration of Lee Tran", (2,), is_chronology=False),
        Cited("chronology", "Chronology", (7,), is_chronology=True),
        Cited("other", "Second chronology", (1, 2, 3), is_chronology=True),
    )
    cover = maker(head=()).cover(exhibit("A", *cited))

    assert said(cover)[2:] == [
        "Cited in: Declaration of Dana Reyes, paragraphs 4, 12",
        "Cited in: Declaration of Lee Tran, paragraph 2",
        "Cited in: Chronology, row 7",
        "Cited in: Second chronology, rows 1, 2, 3",
    ]
    leading = [
        (span.text, span.goes_to)
        for block in cover.blocks
        if isinstance(block, LeafText)
        for span in block.inlines
        if span.goes_to and isinstance(span, Span)
    ]
    assert leading == [
        ("4", "declaration-petitioner.paragraph-4"),
        ("12", "declaration-petitioner.paragraph-12"),
        ("2", "declaration-witness-1.paragraph-2"),
        ("7", "chronology.row-7"),
        ("1", "other.row-1"),
        ("2", "other.row-2"),
        ("3", "other.row-3"),
    ]


def test_words_with_braces_are_printed_as_they_are() -> None:
    cited = (Cited("declaration", "{number} of {title}", (4,), is_chronology=False),)
    cover = maker(head=()).cover(exhibit("{x}", *cited, description="{description} {0}"))

    assert said(cover) == [
        "EXHIBIT {x}",
        "{description} {0}",
        "Cited in: {number} of {title}, paragraph 4",
    ]


def test_the_index_lists_letter_description_date_and_page() -> None:
    index = maker().index([exhibit(), exhibit("B", date="", description=None)])

    assert (index.paper, index.title, index.footer, index.sheet) == (
        "exhibit-index",
        "INDEX OF EXHIBITS",
        ("INDEX OF EXHIBITS",),
        SHEET,
    )
    assert index.blocks[:3] == (
        LeafText(
            (Span("INDEX OF EXHIBITS", bold=True),),
            13.0,
            "centre",
            title="INDEX OF EXHIBITS",
            keeps_next=True,
        ),
        LeafText(HEAD[0], 11.0, "centre", before=4.0, keeps_next=True),
        LeafText(HEAD[1], 11.0, "centre", before=4.0, keeps_next=True),
    )
    assert table(index) == LeafTable(
        (
            LeafColumn("Exhibit", 66.0),
            LeafColumn("Description"),
            LeafColumn("Date", 104.0),
            LeafColumn("Page", 62.0, "right"),
        ),
        (
            LeafRow(
                (
                    (Span("A", goes_to="exhibit A"),),
                    (
                        Span(
                            "email of March 5, 2026, 8:47 p.m.",
                            "evidence[2].description",
                            goes_to="exhibit A",
                        ),
                    ),
                    (Span("March 5, 2026", "evidence[2].date"),),
                    (PageOf("A", WIDEST, "exhibit A"),),
                ),
                "index A",
            ),
            LeafRow(
                ((Span("B", goes_to="exhibit B"),), (), (), (PageOf("B", WIDEST, "exhibit B"),)),
                "index B",
            ),
        ),
        before=16.0,
    )


def test_the_index_of_several_volumes_says_which_holds_each() -> None:
    found = table(maker().index([exhibit(), exhibit("B")], {"A": 1, "B": 3}))

    assert [column.head for column in found.columns] == ["Exhibit", "Description", "Date", "Volume", "Page"]
    assert [row.cells[3] for row in found.rows] == [(Span("1"),), (Span("3"),)]


def test_an_index_of_nothing_is_its_heading() -> None:
    assert table(maker().index([])).rows == ()


@pytest.mark.parametrize(
    ("first", "last", "expected"), [(14, 14, "14"), (14, 20, "14–20"), (8888, 8888, "8888")]
)
def test_pages_stand_in_the_index_as_numbers(first: int, last: int, expected: str) -> None:
    assert maker().pages_in_index(first, last) == expected


def test_a_page_stands_for_what_is_lodged() -> None:
    lodged = maker().lodged(exhibit("C"), ("File: call.mp3", "Size: 1,234 bytes"))

    assert (lodged.paper, lodged.title, lodged.is_centred) == ("exhibit-lodged", "Exhibit", True)
    assert said(lodged) == [
        "This exhibit is lodged separately.",
        "email of March 5, 2026, 8:47 p.m.",
        "File: call.mp3",
        "Size: 1,234 bytes",
    ]
    first = lodged.blocks[0]
    assert isinstance(first, LeafText)
    assert first.anchor == "exhibit C"


def test_the_list_for_the_hearing_has_the_clerks_columns_blank() -> None:
    listed = maker().hearing_list([exhibit(), exhibit("B", date="")])

    assert (listed.paper, listed.title, listed.footer) == (
        "exhibit-list",
        "List of exhibits",
        ("LIST OF EXHIBITS",),
    )
    assert (listed.frame.width, listed.frame.height) == (792.0, 612.0)
    found = table(listed)
    clerk = ["Offered", "Identified", "Admitted", "Refused", "Withdrawn"]
    assert [column.head for column in found.columns] == ["Exhibit", "Description", "Date", *clerk]
    assert [[text_of(cell) for cell in row.cells] for row in found.rows] == [
        ["A", "email of March 5, 2026, 8:47 p.m.", "March 5, 2026", "", "", "", "", ""],
        ["B", "email of March 5, 2026, 8:47 p.m.", "", "", "", "", "", ""],
    ]
    assert not any(inline.goes_to for row in found.rows for cell in row.cells for inline in cell)


def test_a_bookmark_is_letter_and_description() -> None:
    assert maker().bookmark(exhibit("A-1")) == "Exhibit A-1: email of March 5, 2026, 8:47 p.m."


def test_a_bookmark_of_what_has_no_description_is_the_letter() -> None:
    assert maker().bookmark(exhibit("A", description=None)) == "Exhibit A"


def test_enclosures_have_words_of_their_own() -> None:
    enclosures = replace(maker(head=()), words=spec().enclosures)

    assert said(enclosures.cover(exhibit("1")))[0] == "ENCLOSURE 1"
    assert enclosures.index([]).footer == ("ENCLOSURES",)
    assert enclosures.bookmark(exhibit("1")).startswith("Enclosure 1: ")


def test_what_is_described_by_nothing_prints_nothing() -> None:
    assert described(exhibit(description=None)) == ()
    assert described(exhibit(description="\n")) == ()
