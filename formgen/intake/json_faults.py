"""What can be wrong in the spelling of a JSON file, in plain words."""

from formgen.intake.faults import Fault


def _syntax(what: str, fix: str) -> Fault:
    return Fault("syntax", what, fix)


VALUE_DUE = _syntax(
    "A value should stand here.", 'Write one: "text", a list in [ ], a group in { }, or null for a blank.'
)
FIRST_ITEM_DUE = _syntax("A value should stand here, or the ] that closes the list.", "Write it.")
KEY_DUE = _syntax("A key should stand here.", 'Write it, as in "key": "value".')
FIRST_KEY_DUE = _syntax(
    "A key should stand here, or the } that closes the group.", 'Write it, as in "key": "value".'
)
COLON_DUE = _syntax(
    "A colon should stand here, between a key and its value.", 'Write it, as in "key": "value".'
)
COMMA_DUE = _syntax("A comma should stand here, or what closes the list or group.", "Write it.")
END_DUE = _syntax(
    "The file goes on here after the case has ended.", "Delete it, or check the braces before it."
)
LAST_COMMA = _syntax("A comma stands here after the last one, where JSON allows none.", "Delete the comma.")

_NO_NOTES = _syntax(
    "JSON has no notes, and this begins nothing else.", "Delete the note; or write the case in YAML."
)

HINTS = {
    "'": _syntax("Text in JSON stands between double quotation marks.", "Write \" in place of '."),
    "/": _NO_NOTES,
    "#": _NO_NOTES,
}
"""For characters that tell what was meant."""

_BACKSLASH = "For a backslash that is part of the text write \\\\."

_STRINGS = {
    "Unterminated": _syntax(
        "A text that begins with a quotation mark here never ends.",
        'Write the closing quotation mark; for one inside the text write \\".',
    ),
    "Invalid control character": _syntax(
        "A line or a tab ends here inside a text, where JSON allows none.",
        "Write \\n or \\t in its place; or write the case in YAML, where a text may have many lines.",
    ),
    "Invalid \\u": _syntax("After \\u there must be four digits or letters from a to f.", _BACKSLASH),
}

_ESCAPE = _syntax("A backslash stands here before a character it cannot be used with.", _BACKSLASH)


def string_fault(said: str) -> Fault:
    """Return what Python's own words *said* about a text mean."""
    return next((fault for start, fault in _STRINGS.items() if said.startswith(start)), _ESCAPE)
