"""One kind of mistake in plain words, and those that YAML and JSON have in common."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from formgen.errors import Problem, SourceLocation
from formgen.intake.tree import DEEPEST, MOST_NODES, MOST_TEXT


@dataclass(frozen=True, slots=True)
class Fault:
    """What can be wrong, before it is known where."""

    code: str
    what: str
    fix: str

    def filled(self, values: Mapping[str, object]) -> "Fault":
        """Return the fault with the names in braces filled in."""
        return replace(self, what=self.what.format_map(values), fix=self.fix.format_map(values))

    def at(self, where: SourceLocation, *, path: str = "") -> Problem:
        """Return the fault as a problem with its place."""
        return Problem(self.code, self.what, self.fix, path=path, where=where)


DUPLICATE_KEY = Fault(
    "duplicate-key",
    "The key `{key}` is here twice: on line {first} and again on line {second}.",
    "Keep one of the two.",
)
EXPLICIT_TAG = Fault(
    "explicit-tag",
    "A value that begins with ! asks for a kind of its own, and a case has none.",
    "If it is meant as text, put it between quotation marks; else delete the word with the !.",
)
FILE_EMPTY = Fault(
    "file-empty",
    "The file is empty: nothing in it can be read as a case.",
    "Write the case into it, or start from one of the samples.",
)
KEY_NOT_TEXT = Fault(
    "key-not-text",
    "A list or a group of keys stands here in the place of a key.",
    "Begin the line with a word as the key; put a text that begins with { or [ between quotation marks.",
)
LONE_SURROGATE = Fault(
    "lone-surrogate",
    r"A text here holds one half of a two-part character, such as \ud83d without the part after it.",
    "Write the character itself, or both parts.",
)
NOT_A_CASE = Fault(
    "not-a-case",
    "The file is not made of keys with their values.",
    "Begin with a key, such as `case: parking-lot`; the samples show how.",
)
RECURSIVE_ALIAS = Fault(
    "recursive-alias",
    "A value that begins with * stands here for the part it is inside of, which would never end.",
    "If it is meant as text, put it between quotation marks; else write the part out.",
)
SEVERAL_DOCUMENTS = Fault(
    "several-documents",
    "A line of three hyphens begins a second document here; a case is one document.",
    "Delete the line, or keep each case in a file of its own.",
)
TAG_DIRECTIVE = Fault(
    "explicit-tag",
    "A line that begins with %TAG defines kinds of values, and a case has none.",
    "Delete the line.",
)
TEXT_CUT_SHORT = Fault(
    "text-cut-short",
    "A # after a space begins a note, so the rest of this line would be left out of the text.",
    "Put the text between quotation marks; if it is a note, put a space after the #.",
)
TOO_DEEP = Fault(
    "too-deep",
    f"Lists and groups are inside one another more than {DEEPEST} deep here.",
    "Check the indentation and the brackets; a case needs far fewer.",
)
TOO_MUCH_DATA = Fault(
    "too-much-data",
    f"The file holds more than a case can: over {MOST_NODES:,} keys and values, or {MOST_TEXT:,} characters, "
    "with repeated parts written out.",
    "Give the file of one case.",
)
UNUSED_ANCHOR = Fault(
    "unused-anchor",
    "YAML takes & and the word after it for the name of a part, so they would be lost.",
    "If it is meant as text, put it between quotation marks.",
)
UNKNOWN_ALIAS = Fault(
    "unknown-alias",
    "A value that begins with * stands for a part named earlier with &, and no part has this name.",
    "If it is meant as text, put it between quotation marks.",
)
