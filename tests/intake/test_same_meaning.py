"""YAML and JSON mean the same, and a text comes back as it was written."""

import json
import string

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from formgen.intake.json_file import parse_json
from formgen.intake.source import SourceText
from formgen.intake.tree import PlainData, plain
from formgen.intake.yaml_file import parse_yaml

every_text = settings(derandomize=True, deadline=None, max_examples=300)

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"))

KEYS = st.text(string.ascii_lowercase + "_é", min_size=1, max_size=8)

DATA = st.dictionaries(
    KEYS,
    st.recursive(
        st.none() | WORDS,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
        max_leaves=20,
    ),
)


def from_yaml(text: str) -> PlainData:
    return plain(parse_yaml(SourceText("case.yaml", text)))


def from_json(text: str) -> PlainData:
    return plain(parse_json(SourceText("case.json", text)))


def block_yaml(data: PlainData, indent: str = "") -> str:
    """Write *data* the way a person writes YAML, one thing a line."""
    match data:
        case dict() if data:
            lines = [f"\n{indent}{key}: {block_yaml(value, indent + '  ')}" for key, value in data.items()]
            return "".join(lines)
        case list() if data:
            return "".join(f"\n{indent}- {block_yaml(item, indent + '  ')}" for item in data)
        case None:
            return ""
        case _:
            return json.dumps(data)


@every_text
@given(DATA)
def test_the_same_data_means_the_same_in_both(data: dict[str, PlainData]) -> None:
    assert data == from_json(json.dumps(data)) == from_json(json.dumps(data, ensure_ascii=False, indent=2))
    assert data == from_yaml(json.dumps(data)) == from_yaml(block_yaml(data) or "{}")


@every_text
@given(WORDS)
@example("\N{GRINNING FACE}\N{WAVING HAND SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-5}")
@example(
    "Nguyễn \N{RIGHT-TO-LEFT OVERRIDE}\N{HEBREW LETTER ALEF} <b>&amp; {{ name }} {% x %}\t#1 \\ud83d\\ude00"
)
def test_a_text_between_double_quotation_marks_comes_back(text: str) -> None:
    quoted = json.dumps(text)
    assert {"a": text} == from_yaml(f"a: {quoted}") == from_json(f'{{"a": {quoted}}}')


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_a_line_end_written_with_escapes_is_a_line_end_like_any_other(end: str) -> None:
    quoted = json.dumps(f"a{end}b{end}{end}c \\r")
    read = {"a": ["a\nb\n\nc \\r"], "b": "a\nb\n\nc \\r"}

    assert read == from_json(f'{{"a": [{quoted}], "b": {quoted}}}')
    assert read == from_yaml(f"a: [{quoted}]\nb: {quoted}") == from_yaml(f"a: [&x {quoted}]\nb: *x")


def test_nothing_else_that_ends_a_line_elsewhere_is_changed() -> None:
    text = " \t a\x0bb\x0cc\x85d\u2028e\u2029f  \n "

    assert {"a": text} == from_yaml(f"a: {json.dumps(text)}") == from_json(json.dumps({"a": text}))


@every_text
@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]) | st.just("\t")))
@example("it's <b> & {{ x }} \\ud83d\\ude00 #1187: \N{GRINNING FACE}")
def test_a_text_between_single_quotation_marks_comes_back(text: str) -> None:
    assert {"a": text} == from_yaml("a: '" + text.replace("'", "''") + "'")


@pytest.mark.parametrize(
    "line", ["Nguyễn <b> & {{ x }}: #1 \\ud83d\\ude00", "\N{GRINNING FACE}\tx", "- 'a' \"b\"", "%TAG"]
)
def test_a_text_on_lines_of_its_own_comes_back(line: str) -> None:
    assert {"a": f"{line}\n{line}\n"} == from_yaml(f"a: |\n  {line}\n  {line}\n")
