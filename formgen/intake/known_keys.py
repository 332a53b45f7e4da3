"""Which keys a model knows at a place in the file."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import AliasChoices, AliasPath, BaseModel
from pydantic.fields import FieldInfo

_LISTS = (tuple, list, set, frozenset, Sequence, AbstractSet)


def known_keys(model: type[BaseModel], loc: Sequence[str | int]) -> list[str]:
    """Return the keys that *model* knows in the group at *loc*, in the order of the model.

    Parts of *loc* that are no keys of the model, such as the names pydantic
    gives to union branches, are stepped over.
    """
    kinds = list(_branches(model))
    for part in loc:
        below = [branch for kind in kinds for inner in _inside(kind, part) for branch in _branches(inner)]
        kinds = below or kinds
    return list(dict.fromkeys(name for kind in kinds if _is_model(kind) for name in _names(kind)))


def _names(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield _typed_names(name, field)[0]


def _typed_names(name: str, field: FieldInfo) -> list[str]:
    """Return what a person may type for a field, the proper name first."""
    match field.validation_alias:
        case str() as alias:
            return [alias]
        case AliasChoices(choices=choices):
            return [choice for choice in choices if isinstance(choice, str)] or [name]
        case AliasPath(path=[str() as first, *_]):
            return [first]
        case _:
            return [name]


def _inside(kind: Any, part: str | int) -> list[Any]:  # noqa: ANN401  # an annotation has no type of its own
    """Return what *kind* holds at *part*; nothing if it has no such part."""
    origin, arguments = get_origin(kind), get_args(kind)
    if isinstance(part, int):
        if origin not in _LISTS:
            return []
        if origin is tuple and Ellipsis not in arguments:
            return list(arguments[part : part + 1])
        return [argument for argument in arguments if argument is not Ellipsis]
    if _is_model(kind):
        return [
            field.annotation for name, field in kind.model_fields.items() if part in _typed_names(name, field)
        ]
    if origin in {dict, Mapping}:
        return [arguments[1]]
    return []


def _branches(kind: Any) -> Iterator[Any]:  # noqa: ANN401  # an annotation has no type of its own
    """Give each kind of value that *kind* allows, without its wrappings."""
    # Python 3.12's `type X = ...`, which 3.11 has no name for.
    if (aliased := getattr(kind, "__value__", None)) is not None:
        yield from _branches(aliased)
    elif get_origin(kind) is Annotated:
        yield from _branches(get_args(kind)[0])
    elif get_origin(kind) in {Union, UnionType}:
        for argument in get_args(kind):
            yield from _branches(argument)
    elif _is_model(kind) and kind.__pydantic_root_model__:
        yield from _branches(kind.model_fields["root"].annotation)
    else:
        yield kind


def _is_model(kind: Any) -> bool:  # noqa: ANN401  # an annotation has no type of its own
    return isinstance(kind, type) and issubclass(kind, BaseModel)
