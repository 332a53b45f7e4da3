"""The plain values that a letter's Word template may name."""

from collections.abc import Iterator, Mapping
from dataclasses import FrozenInstanceError, fields, is_dataclass
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from document.letters import values_of
from factories import make_incident

from formgen.document.letter_values import LetterValues

PLAIN = (str, bool, int, type(None))


def kinds_in(kind: Any) -> Iterator[type]:  # noqa: ANN401 - types of many kinds
    """Yield the plain types that *kind*, a type in a record, is made of."""
    origin = get_origin(kind)
    if origin is Literal:
        yield from {type(choice) for choice in get_args(kind)}
    elif origin in (tuple, Mapping, UnionType):
        for part in get_args(kind):
            if part is not Ellipsis:
                yield from kinds_in(part)
    elif is_dataclass(kind):
        for part in get_type_hints(kind).values():
            yield from kinds_in(part)
    else:
        yield kind


def texts_in(value: object) -> Iterator[object]:
    """Yield everything in *value* that is no record and no list."""
    if isinstance(value, tuple):
        for entry in value:
            yield from texts_in(entry)
    elif isinstance(value, Mapping):
        yield from value.values()
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))
    else:
        yield value


def test_every_value_is_text_a_yes_or_no_or_a_number_or_a_list_of_such() -> None:
    assert set(kinds_in(LetterValues)) == set(PLAIN)


def test_no_value_is_anything_but_what_its_type_says() -> None:
    incidents = [make_incident(id=f"i{n}", when=f"2026-03-{n}") for n in range(10, 19)]

    assert {type(value) for value in texts_in(values_of(incidents=incidents))} <= set(PLAIN)


def test_a_value_cannot_be_altered() -> None:
    values = values_of()

    with pytest.raises(FrozenInstanceError):
        values.date = "another day"  # type: ignore[misc]
