"""Builds the tree of a case file piece by piece, and keeps what was wrong on the way.

YAML and JSON are both built here, so that they mean the same and have the same limits.
"""

from dataclasses import dataclass, field, replace
from typing import NoReturn, TypeAlias

from formgen.errors import CaseDataError, Problem, SourceLocation, in_typed_order
from formgen.intake.faults import (
    DUPLICATE_KEY,
    FILE_EMPTY,
    KEY_NOT_TEXT,
    NOT_A_CASE,
    RECURSIVE_ALIAS,
    TOO_DEEP,
    TOO_MUCH_DATA,
    UNKNOWN_ALIAS,
    Fault,
)
from formgen.intake.shown import MOST_PROBLEMS, left_over, shown_key
from formgen.intake.source import with_line_feeds
from formgen.intake.tree import DEEPEST, MOST_NODES, MOST_TEXT, Entry, ListNode, MapNode, Node, Scalar

Place: TypeAlias = tuple[int, int]
"""Line and column, both counted from one."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A finished part, with what it weighs when it is repeated elsewhere."""

    node: Node
    nodes: int
    letters: int
    height: int


@dataclass(slots=True)
class _Open:
    """A list or group that has begun and not ended."""

    place: Place
    is_map: bool
    anchor: str | None
    nodes_before: int
    letters_before: int
    height: int = 0
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: str | None = None
    """The key whose value comes next; None also after one that was refused."""

    key_place: Place = (1, 1)
    awaits_key: bool = False

    def ended(self) -> Node:
        if self.is_map:
            return MapNode(self.entries, *self.place)
        return ListNode(tuple(self.items), *self.place)


class TreeBuilder:
    """Takes the pieces of a file in the order typed and gives the tree, or every problem found."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self._problems: list[Problem] = []
        self._more_problems = 0
        self._open: list[_Open] = []
        self._anchors: dict[str, _Part | None] = {}
        self._nodes = 0
        self._letters = 0

    @property
    def is_inside(self) -> bool:
        """Say whether a list or group has begun and not ended."""
        return bool(self._open)

    @property
    def in_map(self) -> bool:
        """Say whether the innermost of them is a group of keys."""
        return self._open[-1].is_map

    @property
    def awaits_key(self) -> bool:
        """Say whether what comes next is a key."""
        return bool(self._open) and self._open[-1].awaits_key

    def open(self, place: Place, *, is_map: bool, anchor: str | None = None) -> None:
        """Begin a list, or with *is_map* a group of keys."""
        if len(self._open) >= DEEPEST:
            self.stop(TOO_DEEP, place)
        if anchor is not None:
            self._anchors[anchor] = None
        self._open.append(_Open(place, is_map, anchor, self._nodes, self._letters, awaits_key=is_map))
        self._count(1, 0, place)

    def close(self) -> None:
        """End the innermost list or group."""
        done = self._open.pop()
        node, height = done.ended(), done.height + 1
        if done.anchor is not None:
            nodes, letters = self._nodes - done.nodes_before, self._letters - done.letters_before
            self._anchors[done.anchor] = _Part(node, nodes, letters, height)
        self._add(node, height)

    def scalar(self, text: str | None, place: Place, *, anchor: str | None = None) -> None:
        """Add one value, or the text of a key where a key is due."""
        if text is not None and "\r" in text:
            # Escaped, as in "a\r\nb"; those of the file itself were made plain before.
            text = with_line_feeds(text)
        letters = 0 if text is None else len(text)
        self._count(1, letters, place)
        if anchor is not None:
            self._anchors[anchor] = _Part(Scalar(text, *place), 1, letters, 0)
        if self._open and self._open[-1].awaits_key:
            self._add_key(self._open[-1], text or "", place)
        else:
            self._add(Scalar(text, *place), 0)

    def alias(self, anchor: str, place: Place) -> None:
        """Add again the part that was named *anchor*."""
        if anchor not in self._anchors:
            self.problem(UNKNOWN_ALIAS, place)
            self.scalar(None, place)
            return
        part = self._anchors[anchor]
        if part is None:
            self.stop(RECURSIVE_ALIAS, place)
        self._count(part.nodes, part.letters, place)
        if len(self._open) + part.height > DEEPEST:
            self.stop(TOO_DEEP, place)
        line, column = place
        self._add(replace(part.node, line=line, column=column), part.height)

    def problem(self, fault: Fault, place: Place) -> None:
        """Keep one problem and go on."""
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(fault.at(SourceLocation(self.file, *place), path=self.path()))
        else:
            self._more_problems += 1

    def stop(self, fault: Fault, place: Place) -> NoReturn:
        """Give up with this problem and those kept so far.

        Raises:
            CaseDataError: Always.
        """
        raise self.refusal(fault.at(SourceLocation(self.file, *place), path=self.path()))

    def refusal(self, *others: Problem) -> CaseDataError:
        """Return the error that holds the problems kept so far, and *others*."""
        return CaseDataError([*in_typed_order([*self._problems, *others]), *left_over(self._more_problems)])

    def path(self) -> str:
        """Return the place that comes next as a person would write it: `incidents[2].when`."""
        path = ""
        for part in self._open:
            if not part.is_map:
                path += f"[{len(part.items) + 1}]"
            elif part.key is not None:
                shown = shown_key(part.key)
                path += f".{shown}" if path else shown
        return path

    def finish(self) -> MapNode:
        """Return the tree.

        Raises:
            CaseDataError: Something was wrong on the way, or the file is not a group of keys.
        """
        root = self.root
        if isinstance(root, MapNode) and not self._problems:
            return root
        if self._problems:
            raise self.refusal()
        if root is None or (isinstance(root, Scalar) and root.text is None):
            raise self.refusal(FILE_EMPTY.at(SourceLocation(self.file)))
        raise self.refusal(NOT_A_CASE.at(SourceLocation(self.file, root.line, root.column)))

    def _count(self, nodes: int, letters: int, place: Place) -> None:
        self._nodes += nodes
        self._letters += letters
        if self._nodes > MOST_NODES or self._letters > MOST_TEXT:
            self.stop(TOO_MUCH_DATA, place)

    def _add(self, node: Node, height: int) -> None:
        if not self._open:
            self.root = node
            return
        around = self._open[-1]
        around.height = max(around.height, height)
        if not around.is_map:
            around.items.append(node)
        elif not around.awaits_key:
            if around.key is not None:
                around.entries.setdefault(around.key, Entry(node, *around.key_place))
            around.key, around.awaits_key = None, True
        elif isinstance(node, Scalar):
            self._add_key(around, node.text or "", (node.line, node.column))
        else:
            around.awaits_key = False
            self.problem(KEY_NOT_TEXT, (node.line, node.column))

    def _add_key(self, around: _Open, key: str, place: Place) -> None:
        around.key, around.key_place, around.awaits_key = key, place, False
        if (first := around.entries.get(key)) is not None:
            values = {"key": shown_key(key), "first": first.line, "second": place[0]}
            self.problem(DUPLICATE_KEY.filled(values), place)
