"""Finds listed words and phrases in a text, as whole words and in any spelling of capitals."""

import re
from collections.abc import Iterator
from functools import cache

CURLY = "\N{RIGHT SINGLE QUOTATION MARK}"
"""How many editors write an apostrophe."""


def words_in(text: str, words: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Yield each of *words* that stands in *text*, as it is listed, with where it begins."""
    if not words:
        return
    listed, firsts, pattern = _listed(words), _first_words(words), _pattern(words)
    end = 0
    # Only where a listed word begins is the whole list tried: most words of a text begin none.
    for token in _TOKEN.finditer(text):
        if token.start() < end or token.group().lower() not in firsts:
            continue
        if found := pattern.match(text, token.start()):
            yield listed[_folded(found.group())], found.start()
            end = found.end()


def _folded(word: str) -> str:
    return " ".join(word.lower().replace(CURLY, "'").split())


_TOKEN = re.compile(r"\w+|[^\w\s]")


@cache
def _first_words(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(found.group().lower() for word in words if (found := _TOKEN.match(word)))


@cache
def _listed(words: tuple[str, ...]) -> dict[str, str]:
    return {_folded(word): word for word in words}


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    # The longest first, so that a phrase is found rather than a word of it.
    choices = "|".join(_one(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(choices, re.IGNORECASE)


def _one(word: str) -> str:
    inside = r"\s+".join(re.escape(part).replace("'", f"['{CURLY}]") for part in word.split())
    before = r"(?<!\w)" if word[0].isalnum() else ""
    after = r"(?!\w)" if word[-1].isalnum() else ""
    return f"{before}{inside}{after}"
