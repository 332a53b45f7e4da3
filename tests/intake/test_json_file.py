"""JSON read with places, meaning the same as YAML."""

import pytest

from formgen.errors import CaseDataError, Problem
from formgen.intake.json_file import parse_json
from formgen.intake.source import SourceText
from formgen.intake.tree import Entry, ListNode, MapNode, PlainData, Scalar, plain


def read(text: str) -> PlainData:
    return plain(parse_json(SourceText("case.json", text)))


def problems(text: str) -> list[Problem]:
    with pytest.raises(CaseDataError) as raised:
        parse_json(SourceText("case.json", text))
    return list(raised.value.problems)


def marks(text: str) -> list[str]:
    return [f"{each.where} {each.path} {each.code}" for each in problems(text)]


@pytest.mark.parametrize("typed", ["0", "-1", "1e5", "1.50", "95616", "1E+400", "true", "false"])
def test_a_number_or_a_yes_or_no_is_the_text_typed(typed: str) -> None:
    assert {"a": typed} == read(f'{{"a": {typed}}}')


def test_null_is_blank_and_a_quoted_null_is_text() -> None:
    assert read('{"a": null, "b": "null", "c": ""}') == {"a": None, "b": "null", "c": ""}


def test_empty_lists_and_groups_are_read() -> None:
    assert read('{"a": [ ], "b": { }, "c": [[],{}]}') == {"a": [], "b": {}, "c": [[], {}]}


def test_every_value_and_key_has_its_place() -> None:
    inner = MapNode({"c": Entry(Scalar("\N{GRINNING FACE}", 3, 9), 3, 4)}, 3, 3)
    expected = MapNode(
        {"a": Entry(Scalar("1", 1, 7), 1, 2), "b": Entry(ListNode((Scalar(None, 2, 8), inner), 2, 7), 2, 2)},
        1,
        1,
    )
    text = '{"a": 1,\n "b": [null,\n  {"c": "\\ud83d\\ude00"}]}\n'
    assert expected == parse_json(SourceText("case.json", text))


def test_characters_that_trouble_yaml_are_text_in_json() -> None:
    assert read('{"a": "x\x85\u2028\x7f"}') == {"a": "x\x85\u2028\x7f"}


def test_all_problems_are_found_at_once() -> None:
    text = '{"a": 1,\n"a": 2,\n"b": ["\\ud83d"],\n"c": {"d": 1, "d": 2},\n"e": 1,}'
    assert marks(text) == [
        "case.json:2:1 a duplicate-key",
        "case.json:3:7 b[1] lone-surrogate",
        "case.json:4:15 c.d duplicate-key",
        "case.json:5:7  syntax",
    ]


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ('{"a":1,}', "1:7", "A comma stands here after the last one, where JSON allows none."),
        ('{"a":[1,\n]}', "1:8", "A comma stands here after the last one, where JSON allows none."),
        ('{"a" 1}', "1:6", "A colon should stand here, between a key and its value."),
        ("{a:1}", "1:2", "A key should stand here, or the } that closes the group."),
        ("{'a':1}", "1:2", "Text in JSON stands between double quotation marks."),
        ('{"a":1, b:2}', "1:9", "A key should stand here."),
        ("// Secret\n{}", "1:1", "JSON has no notes, and this begins nothing else."),
        ('{"a":1 # Secret\n}', "1:8", "JSON has no notes, and this begins nothing else."),
        ('{"a":NaN}', "1:6", "A value should stand here."),
        ('{"a":-Infinity}', "1:6", "A value should stand here."),
        ('{"a":01}', "1:6", "A value should stand here."),
        ('{"a":1.}', "1:6", "A value should stand here."),
        ('{"a":[Secret]}', "1:7", "A value should stand here, or the ] that closes the list."),
        ('{"a":1 "b":2}', "1:8", "A comma should stand here, or what closes the list or group."),
        ('{"a":1]', "1:7", "A comma should stand here, or what closes the list or group."),
        ('{"a":[1}', "1:8", "A comma should stand here, or what closes the list or group."),
        ('{"a":1} Secret', "1:9", "The file goes on here after the case has ended."),
        ('{"a":"Secret', "1:6", "A text that begins with a quotation mark here never ends."),
        ('{"a":"Secret\n"}', "1:13", "A line or a tab ends here inside a text, where JSON allows none."),
        ('{"a":"\\Secret"}', "1:7", "A backslash stands here before a character it cannot be used with."),
        ('{"a":"\\uSecret"}', "1:8", "After \\u there must be four digits or letters from a to f."),
        ("{", "1:2", "A key should stand here, or the } that closes the group."),
        ('{"a":', "1:6", "A value should stand here."),
    ],
)
def test_a_fault_is_placed_and_told_without_the_text(text: str, where: str, what: str) -> None:
    [problem] = problems(text)
    assert ("syntax", f"case.json:{where}", what) == (problem.code, str(problem.where), problem.what)
    assert "ecret" not in problem.fix


@pytest.mark.parametrize("text", ["[1]", '"prose"', "12"])
def test_a_file_that_is_no_group_of_keys_is_no_case(text: str) -> None:
    assert marks(text) == ["case.json:1:1  not-a-case"]


def test_a_file_that_says_null_is_empty() -> None:
    assert marks("null") == ["case.json  file-empty"]


def test_lists_more_than_fifty_deep_are_refused() -> None:
    assert [mark.replace("[1]", "") for mark in marks('{"a":' + "[" * 60)] == ["case.json:1:55 a too-deep"]
