"""Which pages of a file are wanted."""

import pytest

from formgen.exhibit.page_range import wanted_pages
from formgen.exhibit.prepared import RefusedError


@pytest.mark.parametrize(
    ("words", "pages"),
    [
        ("", (1, 2, 3, 4, 5, 6, 7)),
        ("  ", (1, 2, 3, 4, 5, 6, 7)),
        ("3", (3,)),
        ("2-4, 7", (2, 3, 4, 7)),
        ("2 - 4,7", (2, 3, 4, 7)),
        ("2–4", (2, 3, 4)),
        ("1-7", (1, 2, 3, 4, 5, 6, 7)),
        ("5-5", (5,)),
    ],
)
def test_pages_are_asked_for_one_by_one_and_in_stretches(words: str, pages: tuple[int, ...]) -> None:
    assert wanted_pages(words, 7) == pages


@pytest.mark.parametrize(
    "words", ["two", "2-", "-3", "1,,2", "1;2", "1.5", "2-3-4", "0x2", "9" * 30, "1,", "\u0000"]
)
def test_what_is_no_list_of_pages_is_refused(words: str) -> None:
    with pytest.raises(RefusedError) as refused:
        wanted_pages(words, 7)

    assert (refused.value.code, refused.value.what, refused.value.fix) == (
        "evidence-pages",
        "What is given for its pages is not a list of pages.",
        "Write single pages and stretches of pages in rising order, such as 2-4, 7.",
    )


@pytest.mark.parametrize("words", ["8", "5-8", "0", "0-2", "1, 900000000"])
def test_a_page_that_the_file_does_not_have_is_refused_with_how_many_it_has(words: str) -> None:
    with pytest.raises(RefusedError) as refused:
        wanted_pages(words, 7)

    assert (refused.value.code, refused.value.what, refused.value.fix) == (
        "evidence-pages",
        "A page is asked for that the file does not have: it has 7 pages.",
        "Ask for pages from 1 to 7.",
    )


def test_a_file_of_one_page_is_said_to_have_1_page() -> None:
    with pytest.raises(RefusedError) as refused:
        wanted_pages("2", 1)

    assert refused.value.what == "A page is asked for that the file does not have: it has 1 page."


@pytest.mark.parametrize("words", ["4-2", "2, 2", "2-4, 3", "5, 1"])
def test_pages_out_of_order_or_twice_are_refused(words: str) -> None:
    with pytest.raises(RefusedError) as refused:
        wanted_pages(words, 7)

    assert refused.value.what == "The pages asked for are not in rising order, or one is asked for twice."
