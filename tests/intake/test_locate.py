"""Places found in the file."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from formgen.errors import SourceLocation
from formgen.intake.json_file import parse_json
from formgen.intake.locate import Locator
from formgen.intake.source import SourceText
from formgen.intake.tree import ListNode, MapNode, Node, Scalar
from formgen.intake.yaml_file import parse_yaml

TEXT = """\
declarant:
  name: Dana
  printed_name: D
incidents:
  - id: a
  - id: b
    when: today
    present: [x, y]
"""

LOCATOR = Locator("case.yaml", parse_yaml(SourceText("case.yaml", TEXT)))


@pytest.mark.parametrize(
    ("loc", "path", "line", "column"),
    [
        ((), "", 1, 1),
        (("declarant",), "declarant", 1, 1),
        (("declarant", "printed_name"), "declarant.printed_name", 3, 3),
        (("declarant", "Person", "name"), "declarant.name", 2, 3),
        (("declarant", "zip"), "declarant", 1, 1),
        (("incidents", 1, "when"), "incidents[2].when", 7, 5),
        (
            ("incidents", "tuple[Incident, ...]", 1, "present", "literal['none']"),
            "incidents[2].present",
            8,
            5,
        ),
        (("incidents", 1, "present", 1), "incidents[2].present[2]", 8, 18),
        (("incidents", 2), "incidents", 4, 1),
        (("incidents", -1), "incidents", 4, 1),
        (("incidents", 0, "id", 0), "incidents[1].id", 5, 5),
    ],
)
def test_a_loc_is_written_and_placed(loc: tuple[str | int, ...], path: str, line: int, column: int) -> None:
    assert (path, SourceLocation("case.yaml", line, column)) == LOCATOR.locate(loc)


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ("", 1, 1),
        ("declarant.name", 2, 3),
        ("declarant.address.zip", 1, 1),
        ("incidents[2].when", 7, 5),
        ("incidents[2].where.when", 6, 5),
        ("incidents[9].when", 4, 1),
        ("incidents[0]", 4, 1),
        ("nowhere[1]", 1, 1),
    ],
)
def test_a_written_path_is_placed_at_the_nearest_thing_typed(path: str, line: int, column: int) -> None:
    assert SourceLocation("case.yaml", line, column) == LOCATOR.place_of(path)


def test_the_value_at_a_loc_can_be_asked_for() -> None:
    assert Scalar("today", 7, 11) == LOCATOR.node_at(("incidents", 1, "when"))


KEYS = st.text("abc_", min_size=1, max_size=4)

DATA = st.dictionaries(
    KEYS,
    st.recursive(
        st.just("x"),
        lambda inner: (
            st.lists(inner, min_size=1, max_size=3) | st.dictionaries(KEYS, inner, min_size=1, max_size=3)
        ),
        max_leaves=12,
    ),
    min_size=1,
)


def all_locs(node: Node, loc: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    match node:
        case MapNode():
            inside = [all_locs(entry.value, (*loc, key)) for key, entry in node.entries.items()]
        case ListNode():
            inside = [all_locs(item, (*loc, index)) for index, item in enumerate(node.items)]
        case Scalar():
            inside = []
    return [loc, *(each for part in inside for each in part)]


@settings(derandomize=True, deadline=None)
@given(DATA)
def test_every_loc_and_its_written_path_have_the_same_place(data: dict[str, object]) -> None:
    root = parse_json(SourceText("case.json", json.dumps(data)))
    locator = Locator("case.json", root)
    for loc in all_locs(root):
        path, where = locator.locate(loc)
        assert where == locator.place_of(path)
        assert (path, where) == locator.locate([part for each in loc for part in ("(a tag)", each)])
