"""The keys a model knows at a place."""

from collections.abc import Mapping, Sequence
from types import SimpleNamespace
from typing import Annotated, Literal

import pytest
from pydantic import AliasChoices, AliasPath, BaseModel, Field, RootModel

from formgen.intake import known_keys as module
from formgen.intake.known_keys import known_keys


class Person(BaseModel):
    name: str
    called: str | None = None


class Place(BaseModel):
    street: str


class People(RootModel[tuple[Person, ...]]):
    pass


class Toy(BaseModel):
    person: Annotated[Person, Field(description="who")]
    maybe: Person | None = None
    several: Annotated[tuple[Person, ...], Field(min_length=1)]
    pair: tuple[Person, Place] | None = None
    some: Literal["none"] | tuple[Person, ...] = "none"
    either: Person | Place | None = None
    by_name: dict[str, Place] = {}
    mapped: Mapping[str, Place] = {}
    sequence: Sequence[Place] = ()
    people: People | None = None
    zip_code: str = Field("", alias="zip")
    time: str = Field("", validation_alias=AliasChoices("when", AliasPath("date", 0)))
    path_only: str = Field("", validation_alias=AliasChoices(AliasPath("x", 0)))
    first: str = Field("", validation_alias=AliasPath("firsts", 0))


TOP = [
    *("person", "maybe", "several", "pair", "some", "either", "by_name", "mapped", "sequence", "people"),
    *("zip", "when", "path_only", "firsts"),
]


@pytest.mark.parametrize(
    ("loc", "keys"),
    [
        ((), TOP),
        (("person",), ["name", "called"]),
        (("maybe",), ["name", "called"]),
        (("several", 7), ["name", "called"]),
        (("pair", 0), ["name", "called"]),
        (("pair", 1), ["street"]),
        (("some", "tuple[Person, ...]", 0), ["name", "called"]),
        (("either",), ["name", "called", "street"]),
        (("by_name", "home"), ["street"]),
        (("mapped", "home"), ["street"]),
        (("sequence", 0), ["street"]),
        (("people", 0), ["name", "called"]),
        (("when",), []),
        (("person", "name"), []),
        (("person", "name", 0), []),
    ],
)
def test_the_keys_at_a_place_are_known(loc: tuple[str | int, ...], keys: list[str]) -> None:
    assert keys == known_keys(Toy, loc)


def test_an_alias_of_a_kind_is_seen_through() -> None:
    assert [Person] == list(module._branches(SimpleNamespace(__value__=Annotated[Person, "alias"])))
