"""Places in a case written as a person would: `employer.site`, `incidents[].account`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from types import UnionType
from typing import Annotated, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from formgen.case.base import NONE, records

EACH = "[]"
"""After the name of a list, to speak of each record in it."""


@dataclass(frozen=True, slots=True)
class UnknownPart:
    """The part of a path that the case does not have, and what it has there."""

    part: str
    choices: tuple[str, ...]


def unknown_part(roots: Mapping[str, object], path: str) -> UnknownPart | None:
    """Return the first part of *path* that does not exist, or None if all of it does.

    Args:
        roots: The names that a path may begin with, and the type each stands for.
        path: Such as `case.incidents[].protected_basis[].words`.
    """
    choices = roots
    for part in path.split("."):
        name = part.removesuffix(EACH)
        if name not in choices:
            return UnknownPart(part, tuple(choices))
        here = _members(choices[name])
        if part.endswith(EACH):
            here = tuple(_records(here))
            if not here:
                return UnknownPart(part, (name,))
        elif any(get_origin(kind) is tuple for kind in here):
            # What follows would be asked of the list itself.
            choices = {EACH: tuple}
            continue
        choices = {name: kind for member in here for name, kind in _parts_of(member).items()}
    return None


def values_at(root: object, path: str) -> Iterator[object]:
    """Yield what stands at *path* in *root*: one value, or one for each record of the lists on the way.

    A blank on the way gives a single blank; an empty list gives nothing.
    """
    head, _, rest = path.partition(".")
    value = None if root is None else getattr(root, head.removesuffix(EACH))
    found = records(value) if head.endswith(EACH) else (value,)
    for entry in found:
        if rest:
            yield from values_at(entry, rest)
        else:
            yield entry


def is_given(value: object) -> bool:
    """Return whether *value* says something: not blank, not empty, and not the word `none`."""
    match value:
        case None:
            return False
        case str():
            return value.strip() not in ("", NONE)
        case tuple() | list():
            return any(is_given(entry) for entry in value)
        case BaseModel():
            return any(is_given(getattr(value, name)) for name in value.model_fields_set)
    return True


def _members(kind: object) -> tuple[object, ...]:
    """Return the types that a value of type *kind* can have."""
    origin = get_origin(kind)
    if origin is Annotated:
        return _members(get_args(kind)[0])
    if origin in (Union, UnionType):
        return tuple(member for choice in get_args(kind) for member in _members(choice))
    return (kind,)


def _records(kinds: tuple[object, ...]) -> Iterator[object]:
    """Yield the types of the records in those of *kinds* that are lists."""
    for kind in kinds:
        if get_origin(kind) is tuple:
            for record in get_args(kind):
                if record is not ...:
                    yield from _members(record)


def _parts_of(kind: object) -> Mapping[str, object]:
    """Return the fields of a model, or the fields and properties of a value such as a date."""
    if not isinstance(kind, type):
        return {}
    if issubclass(kind, BaseModel):
        return {name: field.annotation for name, field in kind.model_fields.items()}
    if is_dataclass(kind):
        computed = {
            name: get_type_hints(found.fget).get("return")
            for name, found in vars(kind).items()
            if isinstance(found, property) and found.fget is not None
        }
        return {**get_type_hints(kind), **computed}
    return {}
