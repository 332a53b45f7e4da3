"""Mistakes settled: one for each thing a person did wrong."""

from collections.abc import Mapping

import pytest

from formgen.intake.json_file import parse_json
from formgen.intake.locate import Locator
from formgen.intake.mistakes import NO_BRANCH, Mistake, allowed_words, settle
from formgen.intake.source import SourceText

TEXT = '{"a": "x", "list": [{"name": "n"}, "y"], "group": {"name": "n"}}'
LOCATOR = Locator("case.json", parse_json(SourceText("case.json", TEXT)))


def mistake(kind: str, *loc: str | int, **ctx: object) -> Mistake:
    return Mistake(kind, "", ctx, loc)


@pytest.mark.parametrize(
    ("ctx", "words"),
    [
        ({"expected": "'a', 'b' or 'phone call'"}, ["a", "b", "phone call"]),
        ({"expected": "1, 2 or 3"}, ["1", "2", "3"]),
        ({}, []),
    ],
)
def test_the_allowed_words_are_read_from_the_context(ctx: Mapping[str, str], words: list[str]) -> None:
    assert words == allowed_words(ctx)


def test_mistakes_without_branches_stay_as_they_are() -> None:
    both = [mistake("string_type", "a"), mistake("missing", "group", "zip")]
    assert both == settle(both, LOCATOR)


def test_a_value_that_fits_no_branch_is_one_mistake() -> None:
    found = settle(
        [
            mistake("literal_error", "a", "literal['none']", expected="'none'"),
            mistake("enum", "a", "Channel", expected="'email'"),
            mistake("tuple_type", "a", "tuple[...]"),
            mistake("list_type", "a", "list[...]"),
        ],
        LOCATOR,
    )
    assert [mistake(NO_BRANCH, "a", words=("none", "email"), shapes=("a list",))] == found


def test_the_branch_whose_shape_fits_is_the_one_meant() -> None:
    found = settle(
        [
            mistake("literal_error", "list", "literal['none']", expected="'none'"),
            mistake("missing", "list", "tuple[...]", 0, "zip"),
            mistake("model_type", "list", "tuple[...]", 1),
        ],
        LOCATOR,
    )
    assert [mistake("missing", "list", 0, "zip"), mistake("model_type", "list", 1)] == found


def test_of_two_branches_that_fit_the_one_with_fewer_mistakes_is_meant() -> None:
    found = settle(
        [
            mistake("missing", "group", "Place", "street"),
            mistake("extra_forbidden", "group", "Place", "name"),
            mistake("missing", "group", "Person", "age"),
        ],
        LOCATOR,
    )
    assert [mistake("missing", "group", "age")] == found


def test_the_one_branch_of_a_tagged_union_is_meant() -> None:
    assert [mistake("missing", "group", "age")] == settle(
        [mistake("missing", "group", "person", "age")], LOCATOR
    )


def test_branches_inside_branches_are_settled_too() -> None:
    found = settle(
        [
            mistake("literal_error", "a", "outer", "literal['x']", expected="'x'"),
            mistake("string_type", "a", "outer", "str"),
            mistake("model_type", "a", "Person"),
        ],
        LOCATOR,
    )
    assert [mistake(NO_BRANCH, "a", words=("x",), shapes=("text", "a group of keys"))] == found
