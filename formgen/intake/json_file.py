"""Reads strict JSON with the place of every value; numbers and yes-or-no words stay the text typed."""

import re
from collections.abc import Callable
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]  # typeshed does not know it
from typing import NoReturn

from formgen.intake.build import Place, TreeBuilder
from formgen.intake.faults import LONE_SURROGATE, Fault
from formgen.intake.json_faults import (
    COLON_DUE,
    COMMA_DUE,
    END_DUE,
    FIRST_ITEM_DUE,
    FIRST_KEY_DUE,
    HINTS,
    KEY_DUE,
    LAST_COMMA,
    VALUE_DUE,
    string_fault,
)
from formgen.intake.source import SourceText
from formgen.intake.surrogates import has_lone_surrogate
from formgen.intake.tree import MapNode

_SOLID = re.compile(r"[^ \t\n]")

_WORD = re.compile(r"(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![\w.+-])")


def parse_json(source: SourceText) -> MapNode:
    """Return the tree of a JSON case file.

    Raises:
        CaseDataError: With every problem that can be found before the file is understood.
    """
    scanner = _Scanner(source)
    scanner.run()
    return scanner.builder.finish()


class _Scanner:
    """Goes through the text once; each method takes one piece and returns the one for the next."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.text = source.text
        self.builder = TreeBuilder(source.file)
        self.offset = 0
        self._due: Callable[[], None] = self._value
        self._line = 1
        self._line_start = 0
        self._counted = 0

    def run(self) -> None:
        """Hand every piece to the builder."""
        end = len(self.text)
        while True:
            self._skip_space()
            if self.offset == end and self._due == self._end:
                return
            self._due()

    def _value(self, expected: Fault = VALUE_DUE) -> None:
        character = self._here()
        if character == '"':
            self._take_string()
        elif character in {"{", "["}:
            is_map = character == "{"
            self.builder.open(self._place(), is_map=is_map)
            self.offset += 1
            self._due = self._first_key if is_map else self._first_item
            return
        elif word := _WORD.match(self.text, self.offset):
            text = word.group()
            self.builder.scalar(None if text == "null" else text, self._place())
            self.offset = word.end()
        else:
            self._refuse(expected)
        self._after_value()

    def _first_item(self) -> None:
        if self._here() == "]":
            self._close()
        else:
            self._value(FIRST_ITEM_DUE)

    def _first_key(self) -> None:
        if self._here() == "}":
            self._close()
        else:
            self._key(FIRST_KEY_DUE)

    def _key(self, expected: Fault = KEY_DUE) -> None:
        if self._here() != '"':
            self._refuse(expected)
        self._take_string()
        self._skip_space()
        if self._here() != ":":
            self._refuse(COLON_DUE)
        self.offset += 1
        self._due = self._value

    def _comma(self) -> None:
        character = self._here()
        if character == ("}" if self.builder.in_map else "]"):
            self._close()
            return
        if character != ",":
            self._refuse(COMMA_DUE)
        comma = self.offset
        self.offset += 1
        self._skip_space()
        if self._here() in {"]", "}"}:
            self.offset = comma
            self._refuse(LAST_COMMA)
        self._due = self._key if self.builder.in_map else self._value

    def _end(self) -> None:
        self._refuse(END_DUE)

    def _close(self) -> None:
        self.builder.close()
        self.offset += 1
        self._after_value()

    def _after_value(self) -> None:
        self._due = self._comma if self.builder.is_inside else self._end

    def _take_string(self) -> None:
        place = self._place()
        try:
            text, end = scanstring(self.text, self.offset + 1, True)
        except JSONDecodeError as error:
            self.offset = error.pos
            self._refuse(string_fault(error.msg))
        if has_lone_surrogate(text):
            self.builder.problem(LONE_SURROGATE, place)
        self.builder.scalar(text, place)
        self.offset = end

    def _here(self) -> str:
        return self.text[self.offset : self.offset + 1]

    def _skip_space(self) -> None:
        found = _SOLID.search(self.text, self.offset)
        self.offset = found.start() if found else len(self.text)

    def _place(self) -> Place:
        """Return line and column, counting on from the last time."""
        ends = self.text.count("\n", self._counted, self.offset)
        if ends:
            self._line += ends
            self._line_start = self.text.rfind("\n", self._counted, self.offset) + 1
        self._counted = self.offset
        return self._line, self.offset - self._line_start + 1

    def _refuse(self, fault: Fault) -> NoReturn:
        said = HINTS.get(self._here(), fault) if fault is not LAST_COMMA else fault
        raise self.builder.refusal(said.at(self.source.at(self.offset), path=self.builder.path()))
