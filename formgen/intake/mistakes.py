"""What pydantic found wrong, one mistake at a time.

Where a model allows several kinds of value, pydantic tries each and reports
what was wrong with all of them; a person made one mistake, and hears of one.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from formgen.intake.locate import Locator

Loc = tuple[str | int, ...]

NO_BRANCH = "no_branch_fits"
"""The kind of mistake where a value is none of the several things it may be."""

WORD_KINDS = frozenset({"literal_error", "enum"})

SHAPES = {
    "string_type": "text",
    "list_type": "a list",
    "tuple_type": "a list",
    "set_type": "a list",
    "frozen_set_type": "a list",
    "model_type": "a group of keys",
    "model_attributes_type": "a group of keys",
    "dict_type": "a group of keys",
    "mapping_type": "a group of keys",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "date_type": "a date",
    "date_parsing": "a date",
    "date_from_datetime_parsing": "a date",
    "none_required": "blank",
}
"""The mistakes of giving one kind of thing where another belongs, and what belongs there."""

_QUOTED = re.compile(r"'([^']*)'")


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that does not fit the model."""

    kind: str
    """Pydantic's name for it, or the slug of a rule of ours."""

    message: str
    ctx: Mapping[str, Any]
    loc: Loc


def allowed_words(ctx: Mapping[str, Any]) -> list[str]:
    """Return the words of the closed list that pydantic says were expected."""
    expected = str(ctx.get("expected", ""))
    return _QUOTED.findall(expected) or [word for word in re.split(r", | or ", expected) if word]


def settle(mistakes: Iterable[Mistake], locator: Locator) -> list[Mistake]:
    """Return *mistakes* with those of one value that may be several things made one."""
    settled = []
    unions: dict[Loc, dict[str | int, list[Mistake]]] = {}
    for mistake in mistakes:
        at = _first_tag(mistake, locator)
        if at is None:
            settled.append(mistake)
        else:
            loc = mistake.loc
            branches = unions.setdefault(loc[:at], {})
            branches.setdefault(loc[at], []).append(replace(mistake, loc=loc[:at] + loc[at + 1 :]))
    for loc, branches in unions.items():
        settled += _settle_union(loc, list(branches.values()), locator)
    return settled


def _first_tag(mistake: Mistake, locator: Locator) -> int | None:
    """Return the index of the first part of the place that is not in the file.

    It is the name of a branch, unless it is the last and what is missing.
    """
    for index, step in enumerate(locator.steps(mistake.loc)[1:]):
        if not step.found:
            is_missing_key = mistake.kind == "missing" and index == len(mistake.loc) - 1
            return None if is_missing_key else index
    return None


def _settle_union(loc: Loc, branches: Sequence[list[Mistake]], locator: Locator) -> list[Mistake]:
    settled = [settle(branch, locator) for branch in branches]
    if len(settled) == 1:
        return settled[0]
    meant = [branch for branch in settled if not any(_is_of_another_kind(mistake, loc) for mistake in branch)]
    if meant:
        return min(meant, key=len)
    failed = [mistake for branch in settled for mistake in branch if _is_of_another_kind(mistake, loc)]
    words = [word for mistake in failed for word in _words(mistake)]
    shapes = [shape for mistake in failed for shape in _shapes(mistake)]
    ctx = {"words": tuple(dict.fromkeys(words)), "shapes": tuple(dict.fromkeys(shapes))}
    return [Mistake(NO_BRANCH, "", ctx, loc)]


def _is_of_another_kind(mistake: Mistake, loc: Loc) -> bool:
    kinds = mistake.kind in SHAPES or mistake.kind in WORD_KINDS or mistake.kind == NO_BRANCH
    return kinds and mistake.loc == loc


def _words(mistake: Mistake) -> Sequence[str]:
    if mistake.kind == NO_BRANCH:
        words: tuple[str, ...] = mistake.ctx["words"]
        return words
    return allowed_words(mistake.ctx) if mistake.kind in WORD_KINDS else []


def _shapes(mistake: Mistake) -> Sequence[str]:
    if mistake.kind == NO_BRANCH:
        shapes: tuple[str, ...] = mistake.ctx["shapes"]
        return shapes
    return [SHAPES[mistake.kind]] if mistake.kind in SHAPES else []
