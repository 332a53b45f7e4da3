"""What a fault in the spelling of a YAML file means, in plain words."""

import re
from dataclasses import dataclass

from ruamel.yaml.error import MarkedYAMLError

from formgen.errors import Problem
from formgen.intake.source import SourceText

_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Plain:
    what: str
    fix: str
    at_start: bool = False
    """The beginning of the part helps more than the place where the reader gave up."""


_QUOTE = "If it is part of a text, put the whole text between quotation marks, or on the next line after a |."
_INDENT = "Give all keys of one group the same number of spaces before them, and all hyphens of one list too."
_ESCAPE = "Between double quotation marks write \\\\ for a backslash; or use single quotation marks."

# Keyed by the beginnings of libyaml's own sentences, which have not changed in ten years.
_PLAIN = {
    "mapping values are not allowed": _Plain(
        "A colon with a space after it makes a key of what stands before it, and no key can stand here.",
        f"{_QUOTE} If it is a key, check the line before it and the indentation.",
    ),
    "block sequence entries are not allowed": _Plain(
        "A hyphen with a space begins an item of a list, and no list can begin here.",
        f"Begin the list on a line of its own. {_QUOTE}",
    ),
    "mapping keys are not allowed": _Plain("A question mark with a space cannot begin a value.", _QUOTE),
    "found character that cannot start": _Plain(
        "A value cannot begin with the character that stands here.", _QUOTE
    ),
    "could not find expected ':'": _Plain(
        "This line has no key: a word, a colon and a space are missing.",
        "Write `key: value`; if the line goes on with the text before it, indent it further than its key.",
        at_start=True,
    ),
    "did not find expected key": _Plain(
        "What stands here does not belong to the value before it, and is no key of this group.",
        "If a text begins with a quotation mark, bracket or brace, put all of it on the next line after a |. "
        f"{_INDENT}",
    ),
    "did not find expected '-'": _Plain(
        "A list ends here in the middle: this line has no hyphen before it.", _INDENT
    ),
    "did not find expected ',' or ']'": _Plain(
        "A list that begins with [ is not closed, or a comma is missing in it.",
        "Close it with ]. If the bracket is part of a text, put the text between quotation marks.",
        at_start=True,
    ),
    "did not find expected ',' or '}'": _Plain(
        "A group that begins with { is not closed, or a comma is missing in it.",
        "Close it with }. If the brace is part of a text, put the text between quotation marks.",
        at_start=True,
    ),
    "did not find expected node content": _Plain(
        "A value should stand here, and what does cannot begin one.",
        _QUOTE,
    ),
    "found unexpected ':'": _Plain(
        "Between braces or brackets a colon needs a space after it.",
        "Write a space after it if it ends a key; else put the text between quotation marks.",
    ),
    "found unexpected end of stream": _Plain(
        "A text that begins with a quotation mark here never ends.",
        'Write the closing one. Inside double quotation marks, write \\" for one; inside single ones, two.',
        at_start=True,
    ),
    "found unexpected document indicator": _Plain(
        "A line of three hyphens or dots stands inside a text between quotation marks.",
        "Close the quotation marks before it, or indent the line.",
    ),
    "found unknown escape character": _Plain(
        "A backslash stands before a character it cannot be used with.", _ESCAPE
    ),
    "did not find expected hexdecimal": _Plain(
        "The digits after a backslash are not those of a character.", _ESCAPE
    ),
    "found invalid unicode character": _Plain(
        "The digits after a backslash are not those of a character.", _ESCAPE
    ),
    "did not find expected alphabetic": _Plain(
        "A text cannot begin with & or * here.", _QUOTE, at_start=True
    ),
    "found undefined tag handle": _Plain("A text cannot begin with ! here.", _QUOTE),
    "did not find expected tag uri": _Plain("A text cannot begin with ! here.", _QUOTE, at_start=True),
    "found an indentation indicator": _Plain("The digit after | or > cannot be used.", "Delete the digit."),
    "did not find expected comment or line break": _Plain(
        "After | or > the text begins on the next line.",
        "Move the text to the next line and indent it; or put it between quotation marks.",
    ),
    "did not find expected <document start>": _Plain(
        "The file goes on here after the case has ended.", "Check the brackets and braces before it."
    ),
}

_UNKNOWN = _Plain(
    "The spelling of the file cannot be understood from here on.",
    "Check quotation marks, brackets and indentation on this line and the one before it.",
)


def syntax_problem(error: MarkedYAMLError, source: SourceText) -> Problem:
    """Return in plain words what stopped the YAML reader, without a word of the text."""
    mark = error.problem_mark or error.context_mark
    if source.text[mark.index : mark.index + 1] == "\t":
        return _tab_problem(source, mark.index)
    said = (error.problem or "").lower()
    plain = next((plain for start, plain in _PLAIN.items() if said.startswith(start)), _UNKNOWN)
    if plain.at_start and error.context_mark is not None:
        mark = error.context_mark
    return Problem("syntax", plain.what, plain.fix, where=source.at(mark.index))


def _tab_problem(source: SourceText, offset: int) -> Problem:
    others = sum(1 for _ in _TAB_INDENT.finditer(source.text, offset + 1))
    lines = "line begins" if others == 1 else "lines begin"
    return Problem(
        code="tab-indent",
        what="A tab stands here, where YAML wants spaces."
        + (f" {others:,} more {lines} with one." if others else ""),
        fix="Replace the tab by spaces; an editor can do it for the whole file.",
        where=source.at(offset),
    )
