"""The bookmarks of a PDF."""

from itertools import pairwise

from exhibit.pdf_files import add_page
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from formgen.exhibit.pdf_objects import place_of
from formgen.exhibit.pdf_outline import parts_of
from formgen.exhibit.prepared import Part


def file_of(pages: int) -> Pdf:
    """Return a file of some pages."""
    pdf = Pdf.new()
    for _ in range(pages):
        add_page(pdf)
    return pdf


def outline(pdf: Pdf, *entries: Dictionary) -> Object:
    """Give *pdf* bookmarks, one after the other, and return the first."""
    made = [pdf.make_indirect(entry) for entry in entries]
    for one, after in pairwise(made):
        one["/Next"] = after
    pdf.Root["/Outlines"] = Dictionary(First=made[0])
    return made[0]


def entry(title: str, goal: object) -> Dictionary:
    """Return a bookmark."""
    return Dictionary(Title=String(title), Dest=goal)


def parts(pdf: Pdf, wanted: tuple[int, ...] | None = None) -> tuple[Part, ...]:
    """Return the parts of *pdf*, of which the pages *wanted*, from 0, are taken."""
    kids = list(pdf.Root["/Pages"]["/Kids"])
    wanted = tuple(range(len(kids))) if wanted is None else wanted
    places = {place_of(kids[page]): number for number, page in enumerate(wanted, 1)}
    return parts_of(pdf, places, {page: number for number, page in enumerate(wanted, 1)})


def goal(pdf: Pdf, page: int) -> Array:
    """Return a place on a page, from 0."""
    return Array([pdf.Root["/Pages"]["/Kids"][page], Name.Fit])


def test_bookmarks_lead_by_place_by_number_by_name_and_by_action() -> None:
    pdf = file_of(6)
    named = Dictionary(Names=Array([String("far"), goal(pdf, 3), String("near"), Dictionary(D=goal(pdf, 2))]))
    pdf.Root["/Names"] = Dictionary(Dests=named)
    pdf.Root["/Dests"] = Dictionary(Old=goal(pdf, 4))
    action = Dictionary(S=Name.GoTo, D=goal(pdf, 5))
    outline(
        pdf,
        entry("Place", goal(pdf, 0)),
        entry("Number", Array([1, Name.Fit])),
        entry("Near", String("near")),
        entry("Far", String("far")),
        entry("Old", Name.Old),
        Dictionary(Title=String("Action"), A=action),
        entry("Lost", String("nowhere")),
        entry("Lost too", Name.Nowhere),
        Dictionary(Title=String("Out"), A=Dictionary(S=Name.URI, URI=String("x"))),
        Dictionary(Title=String("Nothing")),
    )

    assert parts(pdf) == (
        Part("Place", 1),
        Part("Number", 2),
        Part("Near", 3),
        Part("Far", 4),
        Part("Old", 5),
        Part("Action", 6),
    )


def test_three_levels_are_kept() -> None:
    pdf = file_of(1)
    entry_ = outline(pdf, entry("Level 0", goal(pdf, 0)), entry("After", goal(pdf, 0)))
    for level in range(1, 5):
        entry_["/First"] = pdf.make_indirect(entry(f"Level {level}", goal(pdf, 0)))
        entry_ = entry_["/First"]

    assert parts(pdf) == (
        Part("Level 0", 1, 0),
        Part("Level 1", 1, 1),
        Part("Level 2", 1, 2),
        Part("After", 1, 0),
    )


def test_only_bookmarks_of_pages_taken_are_kept() -> None:
    pdf = file_of(4)
    outline(pdf, *(entry(f"Page {page + 1}", goal(pdf, page)) for page in range(4)))

    assert parts(pdf, (1, 3)) == (Part("Page 2", 1), Part("Page 4", 2))


def test_titles_are_one_line_without_what_cannot_be_printed() -> None:
    pdf = file_of(1)
    dirty = ["A\r\nB\tC", "\u202egnp.exe\u0007", "  ", "x" * 500, "José \U0001f600 ñ", "\ud800"[:0] + "\x01"]
    outline(pdf, *(entry(title, goal(pdf, 0)) for title in dirty))

    assert [part.title for part in parts(pdf)] == ["A B C", "gnp.exe", "x" * 120, "José \U0001f600 ñ"]


def test_at_most_two_hundred_are_kept() -> None:
    pdf = file_of(1)
    outline(pdf, *(entry(f"Entry {number}", goal(pdf, 0)) for number in range(300)))

    assert len(parts(pdf)) == 200


def test_bookmarks_in_a_circle_end() -> None:
    pdf = file_of(1)
    first = outline(pdf, entry("One", goal(pdf, 0)), entry("Two", goal(pdf, 0)))
    first["/Next"]["/Next"] = first
    first["/First"] = first

    assert parts(pdf) == (Part("One", 1), Part("Two", 1))


def test_broken_bookmarks_are_passed_over() -> None:
    pdf = file_of(1)
    assert parts(pdf) == ()
    for broken in (Name.x, Dictionary(First=Name.x), Dictionary(First=Dictionary(Title=5, Dest=7))):
        pdf.Root["/Outlines"] = broken
        assert parts(pdf) == ()
    pdf.Root["/Names"] = Dictionary(Dests=Dictionary(Kids=Array([Name.x, 5])))
    outline(pdf, entry("One", goal(pdf, 0)), entry("Lost", String("far")), entry("Two", goal(pdf, 0)))

    assert parts(pdf)[0] == Part("One", 1)
