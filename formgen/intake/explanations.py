"""What each of pydantic's complaints means to the person who typed the file."""

from formgen.intake.faults import Fault

_LIST = Fault(
    "not-a-list",
    "A list belongs here, even of one item.",
    "Begin each item on its own line with a hyphen and a space, or put them between [ and ].",
)
_GROUP = Fault(
    "not-a-group",
    "A group of keys with their values belongs here.",
    "Write the keys on the lines below, indented, each with its value.",
)
_WORD = Fault("unknown-word", "This is not one of the words that can stand here.", "Choose one: {words}.")
_WHOLE = Fault("not-a-number", "A whole number belongs here.", "Write it in digits.")
_NUMBER = Fault("not-a-number", "A number belongs here.", "Write it in digits.")
_YES_NO = Fault("not-yes-or-no", "Yes or no belongs here.", "Write yes or no.")
_DATE = Fault("not-a-date", "A date belongs here.", "Write it as year, month and day: 2026-03-05.")
_RANGE = "number-out-of-range"

UNKNOWN = Fault(
    "not-accepted", "What is written here cannot be used.", "Compare it with the samples, and change it."
)

BLANK = Fault("blank-value", "This is blank, and cannot be.", "Write {choices} here, or take it out.")

MISSING_ITEM = Fault("too-few-items", "The list is too short here.", "Write the items that are missing.")

ANOTHER_KIND = Fault("another-kind", "Another kind of value belongs here.", "Write {choices}.")

OWN_RULE_FIX = "Change what is written here."
"""For a rule of ours that brings no advice of its own."""

EXPLANATIONS = {
    "missing": Fault(
        "missing-value", "The key `{key}` is needed here and missing.", "Write `{key}` and its value."
    ),
    "extra_forbidden": Fault("unknown-key", "`{key}` is not a key that can stand here.", "{advice}"),
    "string_type": Fault(
        "not-text",
        "A text belongs here, not a list or a group of keys.",
        "Write the text after its key; put it between quotation marks if it has brackets, braces or a colon.",
    ),
    "string_unicode": UNKNOWN,
    "string_too_short": Fault(
        "text-too-short", "The text here is too short: at least {min_length} characters.", "Write more."
    ),
    "string_too_long": Fault(
        "text-too-long", "The text here is too long: at most {max_length} characters.", "Shorten it."
    ),
    "string_pattern_mismatch": Fault(
        "text-not-in-form", "The text here is not in the form it must have.", "Compare it with the samples."
    ),
    "list_type": _LIST,
    "tuple_type": _LIST,
    "set_type": _LIST,
    "frozen_set_type": _LIST,
    "iterable_type": _LIST,
    "too_short": Fault(
        "too-few-items",
        "The list is too short: at least {min_length}.",
        "Add to it.",
    ),
    "too_long": Fault(
        "too-many-items", "The list is too long: at most {max_length}.", "Take away what it does not need."
    ),
    "model_type": _GROUP,
    "model_attributes_type": _GROUP,
    "dict_type": _GROUP,
    "mapping_type": _GROUP,
    "dataclass_type": _GROUP,
    "invalid_key": Fault("unknown-key", "This key cannot stand here.", "Compare it with the samples."),
    "literal_error": _WORD,
    "enum": _WORD,
    "union_tag_invalid": Fault(
        "unknown-word",
        "The word that says which kind this is, is not one of those known.",
        "Choose one: {words}.",
    ),
    "union_tag_not_found": Fault(
        "missing-value",
        "The key that says which kind this is, is missing.",
        "Write it; the samples show how.",
    ),
    "none_required": Fault("not-blank", "This must be left blank.", "Delete what is written here."),
    "value_error": UNKNOWN,
    "assertion_error": UNKNOWN,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_parsing_size": _WHOLE,
    "int_from_float": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "decimal_type": _NUMBER,
    "decimal_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "greater_than": Fault(_RANGE, "The number must be more than {gt}.", "Write a larger one."),
    "greater_than_equal": Fault(_RANGE, "The number must be at least {ge}.", "Write a larger one."),
    "less_than": Fault(_RANGE, "The number must be less than {lt}.", "Write a smaller one."),
    "less_than_equal": Fault(_RANGE, "The number must be at most {le}.", "Write a smaller one."),
    "multiple_of": Fault(_RANGE, "The number must be a multiple of {multiple_of}.", "Write another one."),
    "bool_type": _YES_NO,
    "bool_parsing": _YES_NO,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
}
"""Keyed by pydantic's error `type`, never by its message."""
