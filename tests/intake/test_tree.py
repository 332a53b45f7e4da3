"""The tree of a file, and what it says without places."""

from formgen.intake.tree import Entry, ListNode, MapNode, Scalar, plain


def test_a_tree_without_its_places_is_plain_data() -> None:
    root = MapNode(
        {
            "case": Entry(Scalar("a", 1, 7), 1, 1),
            "papers": Entry(ListNode((Scalar("b", 2, 10), Scalar(None, 2, 13)), 2, 9), 2, 1),
        },
        1,
        1,
    )
    assert plain(root) == {"case": "a", "papers": ["b", None]}
