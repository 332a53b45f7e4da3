"""Turns what pydantic found into problems that say what to do, without a word that was typed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core.core_schema import ErrorType

from formgen.errors import Problem, SourceLocation
from formgen.intake.explanations import ANOTHER_KIND, BLANK, EXPLANATIONS, MISSING_ITEM, OWN_RULE_FIX, UNKNOWN
from formgen.intake.faults import Fault
from formgen.intake.known_keys import known_keys
from formgen.intake.locate import Locator
from formgen.intake.mistakes import NO_BRANCH, SHAPES, WORD_KINDS, Mistake, allowed_words, settle
from formgen.intake.shown import MOST_PROBLEMS, in_words, left_over, nearest, shown_key
from formgen.intake.tree import ListNode, MapNode, Scalar

MOST_MISTAKES = 10_000
"""Beyond this they are only counted; to look at each would take longer than anyone waits."""

_OF_PYDANTIC = frozenset(get_args(ErrorType))


def shape_problems(error: ValidationError, model: type[BaseModel], locator: Locator) -> list[Problem]:
    """Return everything in *error* in the order typed, each with its place and advice.

    Args:
        error: What pydantic raised on the plain data of the file.
        model: The model that refused it; its keys are offered for misspelt ones.
        locator: Knows the places in the file.
    """
    count = error.error_count()
    if count > MOST_MISTAKES:
        return left_over(count)
    found = error.errors(include_url=False, include_input=False)
    mistakes = [Mistake(each["type"], each["msg"], each.get("ctx", {}), each["loc"]) for each in found]
    placed = [
        (*locator.locate(mistake.loc), mistake)
        for mistake in settle(mistakes, locator)
        if not _is_echo(mistake, locator)
    ]
    placed.sort(key=lambda each: (each[1].line or 0, each[1].column or 0))
    explained = [
        _explained(mistake, model, locator, path=path, where=where)
        for path, where, mistake in placed[:MOST_PROBLEMS]
    ]
    return [*explained, *left_over(len(placed) - MOST_PROBLEMS)]


def _is_echo(mistake: Mistake, locator: Locator) -> bool:
    """Say whether a list only seems too short, because pydantic does not count the items it refused."""
    node = locator.node_at(mistake.loc)
    return (
        mistake.kind == "too_short"
        and isinstance(node, ListNode)
        and len(node.items) >= mistake.ctx["min_length"]
    )


def _explained(
    mistake: Mistake, model: type[BaseModel], locator: Locator, *, path: str, where: SourceLocation
) -> Problem:
    ctx = mistake.ctx
    if mistake.kind not in _OF_PYDANTIC and mistake.kind != NO_BRANCH:
        own = Fault(mistake.kind, mistake.message, str(ctx.get("fix", OWN_RULE_FIX)))
        return own.at(where, path=path)
    match mistake.kind:
        case "missing" if isinstance(mistake.loc[-1], str):
            key = mistake.loc[-1]
            said = EXPLANATIONS["missing"].filled({"key": key})
            path = f"{path}.{key}" if path else key
        case "missing":
            said = MISSING_ITEM
        case "extra_forbidden":
            said = _unknown_key(mistake, model, locator)
        case kind if kind == NO_BRANCH or kind in WORD_KINDS or kind in SHAPES:
            said = _wrong_kind(mistake, locator)
        case "union_tag_invalid":
            words = in_words(allowed_words({"expected": ctx["expected_tags"]}))
            said = EXPLANATIONS["union_tag_invalid"].filled({"words": words})
        case kind:
            said = EXPLANATIONS.get(kind, UNKNOWN).filled(ctx)
    return said.at(where, path=path)


def _unknown_key(mistake: Mistake, model: type[BaseModel], locator: Locator) -> Fault:
    around, key = mistake.loc[:-1], str(mistake.loc[-1])
    group = locator.node_at(around)
    present = group.entries if isinstance(group, MapNode) else {}
    known = known_keys(model, around)
    close = nearest(key, [name for name in known if name not in present])
    if close is not None:
        advice = f"Did you mean `{close}`?"
    elif known:
        advice = f"The keys that can stand here: {in_words(known, last='and')}."
    else:
        advice = "Delete it."
    return EXPLANATIONS["extra_forbidden"].filled({"key": shown_key(key), "advice": advice})


def _wrong_kind(mistake: Mistake, locator: Locator) -> Fault:
    words: Sequence[str] = ()
    shapes: Sequence[str] = ()
    if mistake.kind == NO_BRANCH:
        words, shapes = mistake.ctx["words"], mistake.ctx["shapes"]
    elif mistake.kind in WORD_KINDS:
        words = allowed_words(mistake.ctx)
    else:
        shapes = [SHAPES[mistake.kind]]
    node = locator.node_at(mistake.loc)
    typed = node.text if isinstance(node, Scalar) else None
    choices = in_words([*words, *shapes])
    if isinstance(node, Scalar) and typed is None:
        return BLANK.filled({"choices": choices})
    if mistake.kind in SHAPES:
        return EXPLANATIONS[mistake.kind]
    if not words:
        return ANOTHER_KIND.filled({"choices": choices})
    close = nearest(typed, words)
    said = EXPLANATIONS["literal_error"].filled({"words": choices})
    return said if close is None else replace(said, fix=f"Did you mean {close}? {said.fix}")
