"""Text as a spreadsheet opens it without taking any of it for a formula."""

import re

BYTE_ORDER_MARK = "\ufeff"
"""Tells Excel that the text is UTF-8."""

_FORMULA = re.compile(r"""[\s"']*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]""")
"""How a cell begins that a spreadsheet may take for a formula, its full-width forms too."""


def safe(text: str) -> str:
    """Return *text*, with an apostrophe before it if a spreadsheet could take it for a formula.

    Only the table for a spreadsheet has it; papers print what was typed.
    """
    return f"'{text}" if _FORMULA.match(text) else text
