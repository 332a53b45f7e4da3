"""YAML read so that every value is the text typed."""

import pytest

from formgen.errors import CaseDataError, Problem
from formgen.intake.source import SourceText
from formgen.intake.tree import Entry, ListNode, MapNode, PlainData, Scalar, plain
from formgen.intake.yaml_file import parse_yaml

SMILEY = "\N{GRINNING FACE}"


def read(text: str) -> PlainData:
    return plain(parse_yaml(SourceText("case.yaml", text)))


def problems(text: str) -> list[Problem]:
    with pytest.raises(CaseDataError) as raised:
        parse_yaml(SourceText("case.yaml", text))
    return list(raised.value.problems)


def marks(text: str) -> list[str]:
    return [f"{each.where} {each.path} {each.code}" for each in problems(text)]


@pytest.mark.parametrize(
    "typed",
    ["no", "on", "1e5", "0123", "2026-03-05", "95616", "0x1F", "1_000", "12:30:45", ".5", "True", "Null"],
)
def test_a_value_is_the_text_typed(typed: str) -> None:
    assert {"a": typed} == read(f"a: {typed}")


@pytest.mark.parametrize("typed", ["", "~", "null", "  # a note"])
def test_what_is_left_blank_is_none(typed: str) -> None:
    assert read(f"a: {typed}") == {"a": None}


@pytest.mark.parametrize(
    ("typed", "text"), [('""', ""), ("'~'", "~"), ('"null"', "null"), ("|\n  null", "null")]
)
def test_a_quoted_blank_is_text(typed: str, text: str) -> None:
    assert {"a": text} == read(f"a: {typed}")


def test_a_key_is_the_text_typed() -> None:
    assert read("~: a\nnull: b\nno: c\n1: d") == {"~": "a", "null": "b", "no": "c", "1": "d"}


def test_every_value_and_key_has_its_place() -> None:
    text = f"{SMILEY}: [b, 'c']\nd:\n  - e: f\n"
    inner = MapNode({"e": Entry(Scalar("f", 3, 8), 3, 5)}, 3, 5)
    expected = MapNode(
        {
            SMILEY: Entry(ListNode((Scalar("b", 1, 5), Scalar("c", 1, 8)), 1, 4), 1, 1),
            "d": Entry(ListNode((inner,), 3, 3), 2, 1),
        },
        1,
        1,
    )
    assert expected == parse_yaml(SourceText("case.yaml", text))


def test_texts_over_many_lines_are_read_as_yaml_says() -> None:
    text = 'a: |\n  one\n   two\n\nb: >-\n  one\n  two\nc: one\n  two\nd: "one\\\n  two"\n'
    assert read(text) == {"a": "one\n two\n", "b": "one two", "c": "one two", "d": "onetwo"}


def test_a_marked_start_and_end_and_version_are_allowed() -> None:
    assert read("%YAML 1.2\n---\na: b\n...\n") == {"a": "b"}


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ('"\\ud83d\\ude00 \\ud83d\\ude00"', f"{SMILEY} {SMILEY}"),
        ("\\ud83d\\ude00", "\\ud83d\\ude00"),
        ("'\\ud83d\\ude00'", "\\ud83d\\ude00"),
        ('"\\\\ud83d"', "\\ud83d"),
    ],
)
def test_a_two_part_escape_is_one_character_between_double_quotation_marks_only(
    typed: str, text: str
) -> None:
    assert {"a": text} == read(f"a: {typed}")


def test_half_a_character_is_refused_where_its_text_begins() -> None:
    assert marks('a: "x \\ud83d"\n"\\ude00": b') == [
        "case.yaml:1:4 a lone-surrogate",
        "case.yaml:2:1  lone-surrogate",
    ]


def test_parts_can_be_repeated() -> None:
    assert read("a: &x {b: c}\nd: [*x]\n<<: *x\n") == {"a": {"b": "c"}, "d": [{"b": "c"}], "<<": {"b": "c"}}


def test_all_problems_are_found_at_once() -> None:
    text = "a: 1\na: 2\nb: !foo x\nc: *who\nd: !!python/object:x {}\ne: {f: 1, f: 2}\ng: [h\n"
    assert marks(text) == [
        "case.yaml:2:1 a duplicate-key",
        "case.yaml:3:4 b explicit-tag",
        "case.yaml:4:4 c unknown-alias",
        "case.yaml:5:4 d explicit-tag",
        "case.yaml:6:11 e.f duplicate-key",
        "case.yaml:7:4  syntax",
    ]


def test_a_second_document_is_refused() -> None:
    assert marks("a: 1\n---\nb: 2\n") == ["case.yaml:2:1  several-documents"]


def test_a_list_as_a_key_is_refused() -> None:
    assert marks("[a]: b\n? {c: d}\n: e\n") == ["case.yaml:1:1  key-not-text", "case.yaml:2:3  key-not-text"]


def test_a_file_that_is_a_list_is_no_case() -> None:
    assert marks("# list\n- a\n") == ["case.yaml:2:1  not-a-case"]


@pytest.mark.parametrize("text", ["# a note\n", "---\n", "~"])
def test_a_file_of_notes_is_empty(text: str) -> None:
    assert marks(text) == ["case.yaml  file-empty"]


def test_a_problem_matters_more_than_an_empty_file() -> None:
    assert marks("*x") == ["case.yaml:1:1  unknown-alias"]


@pytest.mark.parametrize(
    ("character", "reason"),
    [
        ("\x85", "U+0085 stands here, and YAML would take it for the end of a line"),
        ("\u2028", "U+2028 stands here, and YAML would take it for the end of a line"),
        ("\u2029", "U+2029 stands here, and YAML would take it for the end of a line"),
        ("\x07", "U+0007 stands here, and YAML cannot read it"),
        ("\x9f", "U+009F stands here, and YAML cannot read it"),
        ("\uffff", "U+FFFF stands here, and YAML cannot read it"),
    ],
)
def test_a_character_that_yaml_would_change_is_placed(character: str, reason: str) -> None:
    [problem] = problems(f"a: b\nc: 'd{character}'")
    assert ("case.yaml:2:6", f"The invisible character {reason}.") == (str(problem.where), problem.what)


def test_definitions_of_tags_are_refused_before_reading() -> None:
    assert marks("\x01\n%TAG ! x\n---\na: b") == [
        "case.yaml:1:1  control-character",
        "case.yaml:2:1  explicit-tag",
    ]


def test_a_percent_sign_and_tag_inside_a_line_are_text() -> None:
    assert read("a: 100 %TAG") == {"a": "100 %TAG"}


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("a: invoice #1187 unpaid", "case.yaml:1:11 a text-cut-short"),
        ("a:\n  - \N{GRINNING FACE} #me", "case.yaml:2:6 a[1] text-cut-short"),
        ("a: #1", "case.yaml:1:3 a text-cut-short"),
    ],
)
def test_a_number_sign_that_would_cut_a_text_short_is_refused(text: str, mark: str) -> None:
    assert [mark] == marks(text)


@pytest.mark.parametrize(
    "text", ["a: b # note", "a: 'b' #note", "a: |  #note\n  b", "#note\na: b", "a: b\n#note"]
)
def test_a_note_is_no_text_cut_short(text: str) -> None:
    assert str(read(text)["a"]).strip() == "b"  # type: ignore[call-overload, index]  # a group of keys


def test_no_problem_repeats_what_was_typed() -> None:
    text = "a: &Secret Secret\nb: *Secrets\nc: !Secret Secret\nd: Secret #Secret\ne: Secret: Secret"
    found = problems(text)
    assert len(found) == 4
    assert not any("ecret" in each.what + each.fix + each.path for each in found)


def test_a_name_that_begins_with_an_ampersand_is_not_lost_without_a_word() -> None:
    assert marks("employer:\n  name: &Sons Ltd\n") == ["case.yaml:2:9  unused-anchor"]


def test_a_part_named_once_and_used_later_is_no_problem() -> None:
    assert read("a: &home {city: Davis}\nb: *home\n") == {"a": {"city": "Davis"}, "b": {"city": "Davis"}}
