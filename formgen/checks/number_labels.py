"""What the words beside a number say that it is: English, and the Spanish of forms and bank papers.

Texts are plain, as `number_text` makes them.
"""

import re
from typing import Literal

Label = Literal["social-security", "card", "routing", "account", "other"]
"""What a number is said to be; `other` is one that is nobody's secret, such as an invoice's."""

_NUMBER = r"(?:\s*(?:number|num\b\.?|no\b\.?|nbr\b\.?|n[\u00ba\u00b0]|\u2116|\#))"
_NUMERO = r"(?:n[\u00fau]mero|n[\u00fau]m\b\.?|no\b\.?|n[\u00ba\u00b0])"

_LABELS = re.compile(
    rf"""
      (?P<other>
          \b(?:customer|client|user|utility|e-?mail|service|membership)(?:'s)?\s+(?:account|acct\b\.?){_NUMBER}?
        | \b(?:case|docket|invoice|order|phone|telephone|tel|fax|mobile|cell|tracking|confirmation|reference
             |ref|part|model|serial|ticket|receipt|report|citation|warrant|permit|zip|message
             |factura|caso|pedido|tel[\u00e9e]fono)\b\.?{_NUMBER}?
      )
    | (?P<social>
          \bs\.?\s?s\.?\s?ns?\b\.?{_NUMBER}?
        | \bsocial\s+security\b{_NUMBER}?
        | \bsoc\b\.?\s*sec\b\.?{_NUMBER}?
        | \bss{_NUMBER}
        | \bseguro\s+social\b
        | \bi?tin\b
        | \btax(?:payer)?(?:'s)?\s+(?:id\b|i\.d\.|identification\b){_NUMBER}?
      )
    | (?P<routing>
          \brouting\b(?:\s+(?:transit\s+)?{_NUMBER})?
        | \b(?:aba|rtn)\b{_NUMBER}?
        | \btransit{_NUMBER}
        | \b{_NUMERO}\s+de\s+ruta\b
        | \u2446
      )
    | (?P<account>
          \baccount(?:{_NUMBER}|\s+id\b|(?=\s*[:=]))
        | \bacct\b\.?{_NUMBER}?
        | \ba/c\b{_NUMBER}?
        | \b(?:checking|savings?|bank|deposit|brokerage|loan)\s+(?:account|acct\b\.?){_NUMBER}?
        | \b{_NUMERO}\s+de\s+(?:la\s+)?cuenta\b
        | \bcuenta(?:\s+(?:bancaria|corriente|de\s+ahorros?))?(?:\s*{_NUMERO}|(?=\s*:)|\s*\#)
      )
    | (?P<card>
          \b(?:card|visa|master\s?card|amex|american\s+express|discover|tarjeta|ccn?)\b{_NUMBER}?
      )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LABEL_OF: dict[str, Label] = {
    "other": "other",
    "social": "social-security",
    "routing": "routing",
    "account": "account",
    "card": "card",
}

_STEMS = (
    *("account", "acct", "a/c", "cuenta", "routing", "aba", "rtn", "transit", "ruta", "\u2446", "\u2448"),
    *("ssn", "s.s.n", "s. s.", "s s n", "ss#", "ss #", "ss n", "social", "soc", "tin", "tax"),
)
"""One of them is in each label that makes a number private by itself."""

_BEHIND = re.compile(
    r"\s{0,2}[(\[]?\s?(?:(?P<social>(?:ssn|social\s+security|itin)\b)|(?P<card>(?:visa|mastercard|amex)\b)"
    r"|(?P<routing>(?:aba|routing)\b)|(?P<account>\u2448))",
    re.IGNORECASE,
)

_SOMETHING_ELSE = re.compile(r"\d{3}|[.!?][\"')]*\s+[\"'(]*[A-Z]")
"""Another number, or the end of a sentence."""

_THREE_DIGITS = re.compile(r"\d{3}")
"""In the head of a table there is no number."""

_SAYS_NUMBER = re.compile(r"[\s#.]")
"""Part and report are words of any line; `part no.` is a label that can stand above its number."""

_WORD = re.compile(r"[^\W\d_]+")
_MASKED_LETTERS = re.compile(r"\b[xX]+\b|[xX]{2,}")

_LOOKS_BACK = 64
"""Characters before a number in which its label is looked for, on its own line or the one before."""

_LINE = 160
"""Characters of the line above, which may be the head of a table."""

_WORDS_BETWEEN: dict[Label, int] = {"social-security": 6, "card": 4, "routing": 3, "account": 3, "other": 0}
"""How many words may stand between the label and the number."""

NEAR = _LOOKS_BACK + 2 * _LINE
"""Characters around a number in which all stands that can label it."""

_SHORTEST_IN_A_COLUMN = 8
"""Digits; what stands below the head of a table and is shorter is no account's number."""


def may_have_labels(text: str) -> bool:
    """Return whether *text* can hold words that make a number private by themselves."""
    folded = text.lower()
    return any(stem in folded for stem in _STEMS)


def label_of(text: str, start: int, end: int) -> Label | None:
    """Return what the words beside the number from *start* to *end* say that it is; None if they say nothing.

    Looks at the words before it, then at those behind it, then at the line
    above if no word stands before it on its own: a table has its labels there.
    """
    before = text[max(0, start - _LOOKS_BACK) : start]
    for match in reversed(list(_LABELS.finditer(before))):
        label = _LABEL_OF[match.lastgroup or ""]
        between = _MASKED_LETTERS.sub("", before[match.end() - match[0].endswith(".") :])
        if label == "other" and "\n" in between and not _SAYS_NUMBER.search(match[0]):
            continue
        if len(_WORD.findall(between)) <= _WORDS_BETWEEN[label] and not _SOMETHING_ELSE.search(between):
            return label
    behind = _BEHIND.match(text, end)
    if behind is not None:
        return _LABEL_OF[behind.lastgroup or ""]
    return _head_of_column(text, start, end)


def _head_of_column(text: str, start: int, end: int) -> Label | None:
    line = text.rfind("\n", 0, start)
    if (
        line < 0
        or end - start < _SHORTEST_IN_A_COLUMN
        or _WORD.search(_MASKED_LETTERS.sub("", text[line:start]))
    ):
        return None
    above = text[max(text.rfind("\n", 0, line), line - _LINE, 0) : line]
    if _THREE_DIGITS.search(above):
        return None
    labels = {_LABEL_OF[match.lastgroup or ""] for match in _LABELS.finditer(above)}
    ranked: tuple[Label, ...] = ("social-security", "account", "routing", "card")
    return next((label for label in ranked if label in labels), None)
