"""Reads the tags in a Word template's text: which names they use, what is broken, what is plain wording."""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from document.letters import letter_of
from factories import facts_of, make_case

from formgen.checks.word_text import paragraphs_in
from formgen.document.letter_values import LetterValues
from formgen.render.template_text import TemplateFault, TemplateReader, plain_tags, wording_in


@dataclass(frozen=True)
class Inner:
    line: str
    deeper: "Inner | None"


@dataclass(frozen=True)
class Values:
    text: str
    maybe: Inner | None
    either: str | int
    inner: Inner
    lines: tuple[str, ...]
    records: tuple[Inner, ...]
    law: Mapping[str, str]


UNKNOWN = "template-name-unknown"
READER = TemplateReader(Values, ["orders", "own_order"])


def faults(*paragraphs: str) -> list[tuple[str, int, str]]:
    """Return the faults of a template with *paragraphs*."""
    return [(fault.code, fault.paragraph, fault.name) for fault in READER.faults(paragraphs)]


@pytest.mark.parametrize(
    "paragraphs",
    [
        [],
        ["no tags at all", ""],
        ["{{ text }} and {{ inner.line }}"],
        ["{{ maybe.line }}", "{{ maybe.deeper.deeper.line }}", "{{ law.orders }} {{ law.own_order }}"],
        ["{% if text == 'a' and not maybe or inner %}a{% elif text %}b{% else %}c{% endif %}"],
        ["{% for line in lines %}{{ line }}{% if not loop.last %}, {% endif %}{% endfor %}"],
        ["{% for r in records %}{{ r.line }}{{ r.deeper.line }}{{ loop.index }}{% else %}none{% endfor %}"],
        ["{%p for r in records %}", "{{ r.line }}", "{%p endfor %}"],
        ["{%tr for r in records %}", "{{ r.line }}", "{%tr endfor %}"],
        ["{% if text == ‘a’ or text == “b” %}c{% endif %}"],
        ["{{ lines | join('; ') }} {{ lines | first }} {{ records | length }} {{ lines | last }}"],
        ["{{ text if maybe else 'other' }}"],
        ["{# a note #}text"],
        ["{{ text\n}}"],
        ["{{ either }}"],
    ],
)
def test_a_template_that_names_what_there_is_has_no_fault(paragraphs: list[str]) -> None:
    assert faults(*paragraphs) == []


@pytest.mark.parametrize(
    ("paragraphs", "found"),
    [
        (["{{ txt }}"], [(UNKNOWN, 1, "txt")]),
        (["a", "{{ inner.lin }}"], [("template-name-unknown", 2, "lin")]),
        (["{{ maybe.deeper.lin }}"], [(UNKNOWN, 1, "lin")]),
        (["{{ text.line }}"], [(UNKNOWN, 1, "line")]),
        (["{{ lines.first }}"], [(UNKNOWN, 1, "first")]),
        (["{{ law.order }}"], [(UNKNOWN, 1, "order")]),
        (["{{ law.keys }}"], [(UNKNOWN, 1, "keys")]),
        (["{{ inner.__class__ }}"], [(UNKNOWN, 1, "__class__")]),
        (["{% for r in records %}{{ r.lin }}{% endfor %}{{ r }}"], [(UNKNOWN, 1, "lin"), (UNKNOWN, 1, "r")]),
        (["{% for r in record %}{{ r.line }}{% endfor %}"], [(UNKNOWN, 1, "record")]),
        (["{{ loop.last }}"], [(UNKNOWN, 1, "loop")]),
        (["{% for r in records %}{{ loop.lst }}{% endfor %}"], [(UNKNOWN, 1, "lst")]),
        (["{% if txt %}{{ tex }}{% endif %}"], [(UNKNOWN, 1, "txt"), (UNKNOWN, 1, "tex")]),
        (["{% if a == b %}{% endif %}"], [(UNKNOWN, 1, "a"), (UNKNOWN, 1, "b")]),
        (["{{ text | upper }}"], [("template-filter-unknown", 1, "upper")]),
        (["{{ txt | safe }}"], [("template-filter-unknown", 1, "safe"), (UNKNOWN, 1, "txt")]),
        (["{% filter upper %}a{% endfilter %}"], [("template-tag-not-allowed", 1, "filterblock")]),
        (["{{ text.upper() }}"], [("template-tag-not-allowed", 1, "call or index")]),
        (["{{ lines[0] }}"], [("template-tag-not-allowed", 1, "call or index")]),
        (["{% set x = 1 %}"], [("template-tag-not-allowed", 1, "assign")]),
        (["{% include 'x' %}"], [("template-tag-not-allowed", 1, "include")]),
        (["{% macro m() %}{% endmacro %}"], [("template-tag-not-allowed", 1, "macro")]),
        (["{{ 7 * 7 }}"], [("template-tag-not-allowed", 1, "mul")]),
        (["{{ text ~ text }}"], [("template-tag-not-allowed", 1, "concat")]),
        (["{{ text + txt }}"], [("template-tag-not-allowed", 1, "add"), (UNKNOWN, 1, "txt")]),
        (["{{ '%s' % text }}"], [("template-tag-not-allowed", 1, "mod")]),
        (["{{ [text] }}"], [("template-tag-not-allowed", 1, "list")]),
        (["{% if text is defined %}{% endif %}"], [("template-tag-not-allowed", 1, "test")]),
        (["{%p if text %} and more"], [("template-text-lost", 1, "{%p if text %}")]),
        (["{%p if text %}{%p endif %}"], [("template-text-lost", 1, "{%p if text %}")]),
        (["{%tr for r in records %}{{ r.line }}"], [("template-text-lost", 1, "{%tr for r in records %}")]),
    ],
)  # fmt: skip
def test_each_fault_is_told_with_its_paragraph_and_its_name(
    paragraphs: list[str], found: list[tuple[str, int, str]]
) -> None:
    assert faults(*paragraphs) == found


@pytest.mark.parametrize(
    ("paragraphs", "number"),
    [
        (["a", "{{ text"], 2),
        (["{{ text }"], 1),
        (["{% if %}a{% endif %}"], 1),
        (["{% if text %}a"], 1),
        (["a{% endif %}"], 1),
        (["{%p if text %}", "a"], 1),
        (["a", "{% for x in lines %}b"], 2),
        (["{% if text %}{% for x in lines %}{% endif %}{% endfor %}"], 1),
        (["{%p endif %}"], 1),
        (["{%p if text %}", "{%p endfor %}"], 2),
        (["{% unknown %}"], 1),
        (["{{ text text }}"], 1),
    ],
)
def test_a_broken_tag_is_told_with_its_paragraph(paragraphs: list[str], number: int) -> None:
    found = faults(*paragraphs)

    assert [(code, paragraph) for code, paragraph, _ in found] == [("template-tag-broken", number)]


def test_what_is_lost_and_what_is_left_open_is_told_before_any_name() -> None:
    assert faults("{%p if x %} a", "{% if text %}", "{{ txt }}") == [
        ("template-text-lost", 1, "{%p if x %}"),
        ("template-tag-broken", 2, "if without its end in the same paragraph"),
    ]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("{%p if text %}", "{% if text %}"),
        ("{%tr for r in x %}", "{% for r in x %}"),
        ("{%tc if x %}{%r if y %}", "{% if x %}{% if y %}"),
        ("{{p text }}", "{{ text }}"),
        ("{% print %}", "{% print %}"),
        ("“a” {% if x == “b” %}‘c’{% endif %}", '“a” {% if x == "b" %}‘c’{% endif %}'),
        ("a\nb {{\ntext }}", "a b {{ text }}"),
    ],
)
def test_tags_are_read_as_the_engine_reads_them_and_the_text_beside_them_is_kept(
    text: str, plain: str
) -> None:
    assert plain_tags(text) == plain


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("", []),
        ("{{ text }}", []),
        ("Dear {{ name }}:", ["Dear ", ":"]),
        ("{% if a %}one{% else %}two{% endif %} three", ["one", "two", " three"]),
        ("a {# note #} b", ["a ", " b"]),
    ],
)
def test_plain_wording_is_what_stands_between_tags(text: str, wording: list[str]) -> None:
    assert list(wording_in(text)) == wording


def test_the_built_in_template_has_no_fault() -> None:
    letter = letter_of(facts_of(make_case()))
    reader = TemplateReader(LetterValues, [name.replace("-", "_") for name in letter.spec.clauses])
    texts: dict[str, list[str]] = {}
    for paragraph in paragraphs_in(letter.template):
        texts.setdefault(paragraph.part, []).append(paragraph.text)

    assert [fault for found in texts.values() for fault in reader.faults(found)] == []
    assert sorted(texts) == ["word/document.xml", "word/header1.xml"]


def test_faults_are_equal_if_they_say_the_same() -> None:
    assert READER.faults(["{{ x }}"]) == [TemplateFault(UNKNOWN, 1, "x")]
