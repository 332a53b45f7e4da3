"""The tree built piece by piece."""

import pytest

from formgen.errors import CaseDataError, Problem, SourceLocation
from formgen.intake.build import TreeBuilder
from formgen.intake.faults import EXPLICIT_TAG
from formgen.intake.tree import DEEPEST, MOST_NODES, MOST_TEXT, Entry, ListNode, MapNode, Scalar, plain


def problems_of(builder: TreeBuilder) -> list[tuple[str, str, str]]:
    with pytest.raises(CaseDataError) as raised:
        builder.finish()
    return [(each.code, each.path, str(each.where)) for each in raised.value.problems]


def builder_in_map() -> TreeBuilder:
    builder = TreeBuilder("case.yaml")
    builder.open((1, 1), is_map=True)
    return builder


def test_pieces_become_a_tree_with_the_places_of_keys_and_values() -> None:
    builder = builder_in_map()
    builder.scalar("papers", (1, 1))
    builder.open((2, 3), is_map=False)
    builder.scalar("letter", (2, 5))
    builder.close()
    builder.close()
    expected = MapNode({"papers": Entry(ListNode((Scalar("letter", 2, 5),), 2, 3), 1, 1)}, 1, 1)
    assert expected == builder.finish()


def test_carriage_returns_in_a_key_or_a_value_become_line_feeds() -> None:
    builder = builder_in_map()
    builder.scalar("a\r\nb", (1, 1))
    builder.scalar("c\rd\n\re", (1, 9), anchor="x")
    builder.scalar("again", (2, 1))
    builder.alias("x", (2, 8))
    builder.scalar("blank", (3, 1))
    builder.scalar(None, (3, 7))
    builder.close()

    assert plain(builder.finish()) == {"a\nb": "c\nd\n\ne", "again": "c\nd\n\ne", "blank": None}


def test_the_builder_says_where_it_is() -> None:
    builder = TreeBuilder("case.yaml")
    assert (builder.is_inside, builder.awaits_key) == (False, False)
    builder.open((1, 1), is_map=True)
    assert (builder.is_inside, builder.in_map, builder.awaits_key) == (True, True, True)
    builder.scalar("a", (1, 1))
    assert (builder.awaits_key, builder.path()) == (False, "a")
    builder.open((1, 4), is_map=False)
    assert (builder.in_map, builder.path()) == (False, "a[1]")


def test_every_duplicate_key_is_named_with_both_its_lines() -> None:
    builder = builder_in_map()
    for line in (1, 2, 3):
        builder.scalar("when", (line, 1))
        builder.scalar("x", (line, 7))
    builder.close()
    with pytest.raises(CaseDataError) as raised:
        builder.finish()
    assert [
        Problem(
            "duplicate-key",
            f"The key `when` is here twice: on line 1 and again on line {line}.",
            "Keep one of the two.",
            path="when",
            where=SourceLocation("case.yaml", line, 1),
        )
        for line in (2, 3)
    ] == list(raised.value.problems)


def test_a_list_in_the_place_of_a_key_is_refused_and_the_rest_still_read() -> None:
    builder = builder_in_map()
    builder.open((1, 3), is_map=False)
    builder.close()
    builder.scalar("value", (2, 3))
    builder.scalar("key", (3, 1))
    builder.scalar("value", (3, 6))
    builder.scalar("key", (4, 1))
    builder.scalar("value", (4, 6))
    builder.close()
    assert problems_of(builder) == [
        ("key-not-text", "", "case.yaml:1:3"),
        ("duplicate-key", "key", "case.yaml:4:1"),
    ]


def test_a_repeated_part_has_the_place_where_it_is_repeated() -> None:
    builder = builder_in_map()
    builder.scalar("a", (1, 1))
    builder.scalar("text", (1, 4), anchor="x")
    builder.scalar("b", (2, 1))
    builder.alias("x", (2, 4))
    builder.close()
    assert Scalar("text", 2, 4) == builder.finish().entries["b"].value


def test_a_repeated_text_can_be_a_key() -> None:
    builder = builder_in_map()
    builder.scalar("a", (1, 1), anchor="x")
    builder.scalar("1", (1, 4))
    builder.alias("x", (2, 1))
    builder.scalar("2", (2, 4))
    builder.close()
    assert problems_of(builder) == [("duplicate-key", "a", "case.yaml:2:1")]


def test_an_unknown_alias_and_a_recursive_one_are_refused_together() -> None:
    builder = builder_in_map()
    builder.scalar("a", (1, 1))
    builder.alias("nobody", (1, 4))
    builder.scalar("b", (2, 1))
    builder.open((2, 4), is_map=False, anchor="me")
    with pytest.raises(CaseDataError) as raised:
        builder.alias("me", (3, 4))
    assert [
        (each.code, each.path, each.where.line) for each in raised.value.problems if each.where is not None
    ] == [("unknown-alias", "a", 1), ("recursive-alias", "b[1]", 3)]


def test_lists_may_be_fifty_deep_and_no_deeper() -> None:
    builder = TreeBuilder("case.json")
    for _ in range(DEEPEST):
        builder.open((1, 1), is_map=False)
    with pytest.raises(CaseDataError, match="too-deep"):
        builder.open((1, 51), is_map=False)


def test_repeated_parts_count_as_deep_as_they_are() -> None:
    builder = builder_in_map()
    builder.scalar("a", (1, 1))
    builder.open((1, 4), is_map=False, anchor="two")
    builder.open((1, 5), is_map=False)
    builder.close()
    builder.close()
    builder.scalar("b", (2, 1))
    for _ in range(DEEPEST - 3):
        builder.open((2, 1), is_map=False)
    builder.alias("two", (2, 60))
    builder.open((2, 70), is_map=False)
    with pytest.raises(CaseDataError, match="too-deep"):
        builder.alias("two", (2, 71))


def test_repeated_parts_count_as_often_as_they_are_repeated() -> None:
    builder = TreeBuilder("case.yaml")
    builder.open((1, 1), is_map=False)
    builder.open((1, 2), is_map=False, anchor="many")
    for _ in range(999):
        builder.scalar("x", (1, 3))
    builder.close()
    for _ in range(MOST_NODES // 1000 - 2):
        builder.alias("many", (2, 1))
    with pytest.raises(CaseDataError, match="too-much-data"):
        builder.alias("many", (2, 1))


def test_repeated_text_counts_as_often_as_it_is_repeated() -> None:
    builder = TreeBuilder("case.yaml")
    builder.open((1, 1), is_map=False)
    builder.scalar("x" * (MOST_TEXT // 2), (1, 3), anchor="long")
    builder.alias("long", (2, 1))
    with pytest.raises(CaseDataError, match="too-much-data"):
        builder.alias("long", (3, 1))


@pytest.mark.parametrize("text", ["prose", "0"])
def test_a_file_that_is_one_text_is_no_case(text: str) -> None:
    builder = TreeBuilder("case.yaml")
    builder.scalar(text, (2, 1))
    assert problems_of(builder) == [("not-a-case", "", "case.yaml:2:1")]


def test_a_file_of_nothing_or_of_one_blank_is_empty() -> None:
    blank = TreeBuilder("case.yaml")
    blank.scalar(None, (2, 1))
    assert [("file-empty", "", "case.yaml")] == problems_of(blank) == problems_of(TreeBuilder("case.yaml"))


def test_only_a_hundred_problems_are_listed() -> None:
    builder = builder_in_map()
    for line in range(1, 131):
        builder.problem(EXPLICIT_TAG, (line, 1))
    found = problems_of(builder)
    assert (
        len(found),
        found[99],
        found[100][0],
    ) == (101, ("explicit-tag", "", "case.yaml:100:1"), "too-many-problems")
