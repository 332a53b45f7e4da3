"""Finds where in the case file something was typed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from formgen.errors import SourceLocation
from formgen.intake.shown import shown_key
from formgen.intake.tree import ListNode, MapNode, Node

_PART = re.compile(r"\[(\d{1,9})\]|([^.\[\]]+)")


@dataclass(frozen=True, slots=True)
class Step:
    """One step down the tree: what is there, how a person writes the way to it, and its place."""

    node: Node
    path: str
    line: int
    column: int
    found: bool = True
    """No if the file has nothing of this name; then the step stays where it was."""


@dataclass(frozen=True, slots=True)
class Locator:
    """Knows the place of everything in one case file."""

    file: str
    root: Node

    def locate(self, loc: Sequence[str | int]) -> tuple[str, SourceLocation]:
        """Return *loc* as a person would write it, and where that was typed.

        Parts that are not in the file are stepped over: pydantic adds the
        names of union branches and tags.  A missing value is placed at its
        parent.
        """
        last = self.steps(loc)[-1]
        return last.path, SourceLocation(self.file, last.line, last.column)

    def place_of(self, path: str) -> SourceLocation:
        """Return where `incidents[2].when` was typed, or the nearest thing around it that was."""
        loc = [int(index) - 1 if index else key for index, key in _PART.findall(path)]
        last = self.steps([])[0]
        for step in self.steps(loc)[1:]:
            if not step.found:
                break
            last = step
        return SourceLocation(self.file, last.line, last.column)

    def node_at(self, loc: Sequence[str | int]) -> Node:
        """Return what was typed at *loc*."""
        return self.steps(loc)[-1].node

    def steps(self, loc: Sequence[str | int]) -> list[Step]:
        """Return the way along *loc*: the whole file first, then one step for each part."""
        return list(self._walk(loc))

    def _walk(self, loc: Sequence[str | int]) -> Iterator[Step]:
        step = Step(self.root, "", self.root.line, self.root.column)
        yield step
        for part in loc:
            step = _down(step, part)
            yield step


def _down(step: Step, part: str | int) -> Step:
    match step.node, part:
        case MapNode(entries=entries), str() if part in entries:
            entry = entries[part]
            shown = shown_key(part)
            path = f"{step.path}.{shown}" if step.path else shown
            return Step(entry.value, path, entry.line, entry.column)
        case ListNode(items=items), int() if 0 <= part < len(items):
            item = items[part]
            return Step(item, f"{step.path}[{part + 1}]", item.line, item.column)
        case _:
            return Step(step.node, step.path, step.line, step.column, found=False)
