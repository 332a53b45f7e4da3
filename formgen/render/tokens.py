"""Stands a token in for each typed text while the template is filled.

The template engine works on XML with regular expressions and replaces some
character pairs on the way.  Typed words must not pass through that, so it
is handed tokens: two private-use characters around a number.  The words
themselves are put into the finished XML tree afterwards.
"""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

OPEN, CLOSE = "\ue000", "\ue001"
TOKEN = re.compile(f"{OPEN}(\\d+){CLOSE}")


class TypedText(str):
    """Text that a template can compare and test, but prints as its token."""

    __slots__ = ("token",)

    token: str

    def __html__(self) -> str:
        """Return what stands in for the words in markup."""
        return self.token


class Tokens:
    """Gives out tokens for one letter and remembers what they stand for."""

    def __init__(self) -> None:
        self._texts: list[str] = []

    def text_of(self, number: int) -> str:
        """Return the text that token *number* stands for."""
        return self._texts[number]

    def names(self, values: object) -> dict[str, Any]:
        """Return the fields of *values*, a frozen record, by name, every text in them under a token."""
        return {field.name: self._covered(getattr(values, field.name)) for field in fields(values)}  # type: ignore[arg-type]

    def _covered(self, value: Any) -> Any:  # noqa: ANN401 - values of many kinds go to an untyped engine
        if isinstance(value, str):
            return self._token(value)
        if isinstance(value, tuple):
            return tuple(self._covered(entry) for entry in value)
        if isinstance(value, Mapping):
            return {name: self._covered(entry) for name, entry in value.items()}
        if is_dataclass(value):
            return self.names(value)
        return value

    def _token(self, text: str) -> TypedText:
        covered = TypedText(text)
        covered.token = f"{OPEN}{len(self._texts)}{CLOSE}" if text else ""
        self._texts.append(text)
        return covered
