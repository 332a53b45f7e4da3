"""Reads YAML so that every value is the text typed: no, on, 0123 and 2026-03-05 stay what they are."""

import re
from itertools import islice

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
)

from formgen.errors import CaseDataError, in_typed_order
from formgen.intake.build import Place, TreeBuilder
from formgen.intake.faults import (
    EXPLICIT_TAG,
    LONE_SURROGATE,
    SEVERAL_DOCUMENTS,
    TAG_DIRECTIVE,
    TEXT_CUT_SHORT,
    UNUSED_ANCHOR,
    Fault,
)
from formgen.intake.shown import MOST_PROBLEMS
from formgen.intake.source import SourceText
from formgen.intake.surrogates import Surrogates
from formgen.intake.tree import MapNode
from formgen.intake.yaml_faults import syntax_problem

_BLANK = frozenset({"", "~", "null"})

_LINE_ENDS = frozenset("\x85\u2028\u2029")
"""YAML 1.1 takes these for line ends, and would change them in a text."""

_UNREADABLE = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\u2028\u2029]")

_CONTROL_CHARACTER = Fault(
    "control-character",
    "The invisible character U+{point:04X} stands here, and {reason}.",
    "Delete the character; it often comes with copied text.",
)

# Thousands of these take the reader minutes; they serve nothing but tags, which are refused.
_TAG_DIRECTIVE = re.compile(r"^%TAG\b", re.MULTILINE)

# `invoice #1187` would silently become `invoice`; a real note has a space after its mark.
_CUT_SHORT = re.compile(r"[ \t]+#\w")


def parse_yaml(source: SourceText) -> MapNode:
    """Return the tree of a YAML case file.

    Raises:
        CaseDataError: With every problem that can be found before the file is understood.
    """
    _refuse_unreadable(source)
    reading = _Reading(source)
    try:
        reading.run()
    except MarkedYAMLError as error:
        raise reading.builder.refusal(syntax_problem(error, source)) from None
    return reading.builder.finish()


def _refuse_unreadable(source: SourceText) -> None:
    problems = []
    for found in islice(_UNREADABLE.finditer(source.text), MOST_PROBLEMS):
        is_line_end = found.group() in _LINE_ENDS
        reason = "YAML would take it for the end of a line" if is_line_end else "YAML cannot read it"
        fault = _CONTROL_CHARACTER.filled({"point": ord(found.group()), "reason": reason})
        problems.append(fault.at(source.at(found.start())))
    if "%TAG" in source.text and (directive := _TAG_DIRECTIVE.search(source.text)):
        problems.append(TAG_DIRECTIVE.at(source.at(directive.start())))
    if problems:
        raise CaseDataError(in_typed_order(problems))


class _Reading:
    """Hands the events of the C library to the builder.

    The library's own composer would lose places and follow aliases without limit.
    """

    def __init__(self, source: SourceText) -> None:
        self.text = source.text
        self.builder = TreeBuilder(source.file)
        self.surrogates = Surrogates(source.text)
        self.has_notes = "#" in source.text
        self.unused_anchors: dict[str, Place] = {}

    def run(self) -> None:
        documents = 0
        for event in YAML(typ="safe", pure=False).parse(self.surrogates.marked):
            place = event.start_mark.line + 1, event.start_mark.column + 1
            self._note_anchor(event, place)
            match event:
                case ScalarEvent():
                    self._add_scalar(event, place)
                case CollectionStartEvent():
                    if event.ctag is not None:
                        self.builder.problem(EXPLICIT_TAG, place)
                    is_map = isinstance(event, MappingStartEvent)
                    self.builder.open(place, is_map=is_map, anchor=event.anchor)
                case CollectionEndEvent():
                    self.builder.close()
                case AliasEvent():
                    self.builder.alias(event.anchor, place)
                case DocumentStartEvent():
                    documents += 1
                    if documents > 1:
                        self.builder.stop(SEVERAL_DOCUMENTS, place)
        for place in islice(self.unused_anchors.values(), MOST_PROBLEMS):
            self.builder.problem(UNUSED_ANCHOR, place)

    def _note_anchor(self, event: Event, place: Place) -> None:
        """Remember a name given to a part until something uses it: `&Sons` may have been meant as text."""
        if isinstance(event, AliasEvent):
            self.unused_anchors.pop(event.anchor, None)
        elif (anchor := getattr(event, "anchor", None)) is not None:
            self.unused_anchors[anchor] = place

    def _add_scalar(self, event: ScalarEvent, place: Place) -> None:
        if event.ctag is not None:
            self.builder.problem(EXPLICIT_TAG, place)
        text: str | None = event.value
        if self.surrogates.mark:
            text = self.surrogates.restored(event.value, is_escaped=event.style == '"')
            if text is None:
                self.builder.problem(LONE_SURROGATE, place)
        if not event.style:
            if self.has_notes and _CUT_SHORT.match(self.text, event.end_mark.index):
                self.builder.problem(TEXT_CUT_SHORT, (event.end_mark.line + 1, event.end_mark.column + 1))
            if text in _BLANK and not self.builder.awaits_key:
                text = None
        self.builder.scalar(text, place, anchor=event.anchor)
