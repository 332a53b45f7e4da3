"""Stands a token in for each typed text while the template is filled."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from factories import HARD_TEXTS

from formgen.render.sandbox import sandbox
from formgen.render.tokens import CLOSE, OPEN, TOKEN, Tokens, TypedText


@dataclass(frozen=True)
class Inner:
    line: str


@dataclass(frozen=True)
class Values:
    text: str = "typed"
    empty: str = ""
    count: int = 3
    yes: bool = True
    nothing: Inner | None = None
    inner: Inner = Inner("inside")
    listed: tuple[str, ...] = ("a", "")
    records: tuple[Inner, ...] = (Inner("x"), Inner("y"))
    law: Mapping[str, str] | None = None


def filled(source: str, values: Values, tokens: Tokens) -> str:
    """Return *source* as the engine of templates fills it with the covered *values*."""
    return sandbox().from_string(source).render(tokens.names(values))


def put_back(text: str, tokens: Tokens) -> str:
    """Return *text* with the words for its tokens."""
    return TOKEN.sub(lambda token: tokens.text_of(int(token.group(1))), text)


def test_every_text_is_covered_wherever_it_stands() -> None:
    tokens = Tokens()
    names = tokens.names(Values(law={"orders": "The law."}))

    def tokens_in(value: Any) -> list[str]:  # noqa: ANN401 - values of many kinds
        if isinstance(value, TypedText):
            return [value.token]
        if isinstance(value, dict):
            return [token for entry in value.values() for token in tokens_in(entry)]
        return [token for entry in value for token in tokens_in(entry)] if isinstance(value, tuple) else []

    covered = tokens_in(names)

    assert [put_back(token, tokens) for token in covered] == [
        "typed", "", "inside", "a", "", "x", "y", "The law.",
    ]  # fmt: skip
    assert len({token for token in covered if token}) == 6


def test_what_is_not_text_is_as_it_was() -> None:
    names = Tokens().names(Values())

    assert (names["count"], names["yes"], names["nothing"], names["law"]) == (3, True, None, None)


def test_a_covered_text_can_be_compared_and_tested_but_prints_as_its_token() -> None:
    tokens = Tokens()
    source = "{% if text == 'typed' and not empty %}{{ text }}{% endif %}{{ empty }}"

    assert filled(source, Values(), tokens) == f"{OPEN}0{CLOSE}"


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("{{ inner.line }}", "inside"),
        ("{% for r in records %}{{ r.line }}{% if not loop.last %}, {% endif %}{% endfor %}", "x, y"),
        ("{{ listed | join('; ') }}", "a; "),
        ("{{ listed | first }}", "a"),
        ("{{ law.orders }}", "The law."),
        ("{{ count }} {{ yes }} {{ listed | length }}", "3 True 2"),
    ],
)
def test_a_template_prints_tokens_that_stand_for_the_words(source: str, printed: str) -> None:
    tokens = Tokens()

    assert put_back(filled(source, Values(law={"orders": "The law."}), tokens), tokens) == printed


@pytest.mark.parametrize("text", [*HARD_TEXTS.values(), f"{OPEN}0{CLOSE}"])
def test_the_engine_never_sees_typed_words(text: str) -> None:
    tokens = Tokens()
    printed = filled("<{{ text }}>", Values(text=text), tokens)

    assert printed == f"<{OPEN}0{CLOSE}>"
    assert tokens.text_of(0) == text


def test_two_letters_do_not_share_their_tokens() -> None:
    first, second = Tokens(), Tokens()
    first.names(Values(text="hers"))
    second.names(Values(text="his"))

    assert (first.text_of(0), second.text_of(0)) == ("hers", "his")
