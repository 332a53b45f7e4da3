"""Whether two versions of a message say the same, whatever the marks that programs set around the words."""

import re
import unicodedata

_LINKS = re.compile(
    r"<?(?:https?://|www\.|mailto:|cid:)[^\s<>]*>?"
    r"|<[^\s<>@]{1,200}@[^\s<>]{1,200}>"
    r"|\[(?:image|cid|inline image|picture)[^\]\n]{0,300}\]",
    re.IGNORECASE,
)
_ITEM = re.compile(r"^[\s>]*(?:\d{1,3}|[a-z])[.)]\s", re.MULTILINE)
"""The number of an item in a list: one version types it, the other's is drawn by the program."""

_WORDS = re.compile(r"[^\W_]+|[^\w\s]")
_MEANT = "!?%"
"""Signs that change what is said."""

_OTHER_SPELLINGS = str.maketrans({"\u2026": "...", "\u00a0": " "})


def say_the_same(one: str, other: str) -> bool:
    """Return whether two texts are the same words in the same order.

    White space, links, marks of quotes and lists, names of pictures and
    punctuation other than `!`, `?` and `%` do not count.
    """
    return _said(one) == _said(other)


def _said(text: str) -> list[str]:
    text = unicodedata.normalize("NFKC", text.translate(_OTHER_SPELLINGS))
    text = _ITEM.sub(" ", _LINKS.sub(" ", text))
    return [word for word in _WORDS.findall(text) if word[0].isalnum() or _is_meant(word)]


def _is_meant(sign: str) -> bool:
    return sign in _MEANT or unicodedata.category(sign) in {"So", "Sc"}
