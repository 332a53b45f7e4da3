"""Marks before the items of lists."""

import pytest

from formgen.evidence.mail_list import Lists


def marks(tag: str, *values: str, **attributes: str) -> list[str]:
    """Return the marks of a list with an item for each of *values*, which may be empty."""
    lists = Lists()
    lists.begin(tag, attributes)
    found = []
    for value in values:
        lists.item({"value": value} if value else {})
        found.append(lists.take_mark())
    return found


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (marks("ul", "", ""), ["\u2022", "\u2022"]),
        (marks("ol", "", "", "9", ""), ["1.", "2.", "9.", "10."]),
        (marks("ol", "", start="-1"), ["-1."]),
        (marks("ol", "", start="\u00b2"), ["1."]),
        (marks("ol", "", start="1" * 50), ["1."]),
        (marks("ol", "1", "26", "27", "0", type="a"), ["a.", "z.", "aa.", "0."]),
        (marks("ol", "28", type="A"), ["AB."]),
        (marks("ol", "4", "1994", "0", "5000", type="i"), ["iv.", "mcmxciv.", "0.", "5000."]),
        (marks("ol", "9", type="I"), ["IX."]),
        (marks("ol", "1", type="odd"), ["1."]),
    ],
)
def test_items_are_marked_as_the_list_says(made: list[str], expected: list[str]) -> None:
    assert made == expected


def test_a_mark_is_taken_once_and_ends_with_its_item() -> None:
    lists = Lists()
    lists.begin("ul", {})
    lists.item({})

    assert [lists.take_mark(), lists.take_mark()] == ["\u2022", ""]
    lists.item({})
    lists.end_item()
    assert lists.take_mark() == ""


def test_lists_within_lists_count_on_their_own() -> None:
    lists = Lists()
    lists.begin("ol", {})
    lists.item({})
    lists.begin("ol", {})
    lists.item({})
    assert (lists.depth, lists.take_mark()) == (2, "1.")
    lists.end()
    lists.item({})

    assert (lists.depth, lists.take_mark()) == (1, "2.")


def test_an_item_without_a_list_has_a_bullet_and_an_end_too_many_does_no_harm() -> None:
    lists = Lists()
    lists.end()
    lists.item({})

    assert (lists.depth, lists.take_mark()) == (0, "\u2022")
