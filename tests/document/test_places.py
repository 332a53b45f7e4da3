"""Names of the places that links lead to."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from formgen.document.blocks import PageOf, Span
from formgen.document.places import cover_place, exhibit_place, index_place, linked, place_in, stem_of

PLACES = (cover_place, exhibit_place, index_place)


def test_cover_own_pages_and_row_of_an_exhibit_are_three_places() -> None:
    assert [place("A-1") for place in PLACES] == ["cover A-1", "exhibit A-1", "index A-1"]


@settings(derandomize=True, deadline=None)
@given(st.lists(st.text(max_size=8), unique=True, max_size=6))
def test_no_two_exhibits_have_a_place_in_common(labels: list[str]) -> None:
    names = [place(label) for place, label in product(PLACES, labels)]

    assert len(set(names)) == len(names)


def test_a_place_in_a_paper_is_named_after_its_file() -> None:
    assert (
        place_in(stem_of("declaration-witness-1.pdf"), "paragraph-9") == "declaration-witness-1.paragraph-9"
    )


def test_the_name_of_a_file_loses_only_its_own_suffix() -> None:
    assert [stem_of(name) for name in ("a.pdf", "a.pdf.pdf", "a.docx", "pdf", "")] == [
        "a",
        "a.pdf",
        "a.docx",
        "pdf",
        "",
    ]


def test_words_are_linked_and_stay_otherwise_as_they_were() -> None:
    pages = PageOf("A", ", page 8888")
    parts = (Span("Exhibit ", bold=True), pages, "said", Span("A", "evidence[1].label", goes_to="elsewhere"))

    assert linked(parts, "exhibit A") == (
        Span("Exhibit ", bold=True, goes_to="exhibit A"),
        pages,
        "said",
        Span("A", "evidence[1].label", goes_to="exhibit A"),
    )


def test_nothing_has_no_link() -> None:
    assert linked((), "exhibit A") == ()
