"""A case file once read: texts, lists and groups of keys, each with the place where it was typed."""

from collections.abc import Mapping
from dataclasses import dataclass

MOST_NODES = 200_000
"""Counted with repeated parts written out, so that a small file cannot stand for a huge one."""

MOST_TEXT = 8 * 1024 * 1024
"""In characters, counted likewise: as many as the largest file can hold that repeats nothing."""

DEEPEST = 50
"""Lists and groups inside one another. A case needs about eight."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as the text typed; None if it was left blank."""

    text: str | None
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list, in the order typed."""

    items: tuple["Node", ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a group with its value; the place is that of the key."""

    value: "Node"
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class MapNode:
    """A group of keys with their values, in the order typed."""

    entries: Mapping[str, Entry]
    line: int
    column: int


Node = Scalar | ListNode | MapNode

PlainData = str | None | list["PlainData"] | dict[str, "PlainData"]


def plain(node: Node) -> PlainData:
    """Return what *node* says, without places.

    It calls itself, and safely: no tree is deeper than `DEEPEST`.
    """
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, ListNode):
        return [plain(item) for item in node.items]
    return {key: plain(entry.value) for key, entry in node.entries.items()}
