"""The lint of a letter's Word template."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from word_files import paragraph, word_file

from formgen.catalog.reader import Letter, load_jurisdiction
from formgen.checks.template_lint import (
    banned_in_template,
    template_problems,
    text_file_problems,
    text_of_template,
)
from formgen.resources import builtin_catalog


@pytest.fixture(scope="module")
def letter() -> Letter:
    """Return the built-in notice letter."""
    found = load_jurisdiction("us-ca", as_of=date(2026, 5, 12), folders=[builtin_catalog()])
    return found.letters["notice-letter"]


def told(letter: Letter, *paragraphs: str) -> list[tuple[str, str, str]]:
    """Return code, place and first words of what is wrong with a template of these paragraphs."""
    template = word_file("".join(map(paragraph, paragraphs)))
    problems = template_problems(replace(letter, template=template))
    return [(p.code, p.path.removeprefix("word/document.xml, "), p.what) for p in problems]


def test_the_built_in_template_has_no_problems(letter: Letter) -> None:
    assert template_problems(letter) == []


@pytest.mark.parametrize(
    ("paragraphs", "code", "place", "name"),
    [
        (["Dear {{ addresee_name }}"], "template-name-unknown", "paragraph 1", "`addresee_name`"),
        (["x", "{{ respondent.nam }}"], "template-name-unknown", "paragraph 2", "`nam`"),
        (
            ["{%p for n in told %}", "{{ n.whom }}", "{%p endfor %}"],
            "template-name-unknown",
            "paragraph 2",
            "`whom`",
        ),
        (
            ["{% for q in incidents %}{{ loop.frist }}{% endfor %}"],
            "template-name-unknown",
            "paragraph 1",
            "`frist`",
        ),
        (["{{ law.no_such_clause }}"], "template-name-unknown", "paragraph 1", "`no_such_clause`"),
        (["{{ count.firts }}"], "template-name-unknown", "paragraph 1", "`firts`"),
        (["{{ date.year }}"], "template-name-unknown", "paragraph 1", "`year`"),
        (["{{ date | upper }}"], "template-filter-unknown", "paragraph 1", "`upper`"),
        (["{{ date.upper() }}"], "template-tag-not-allowed", "paragraph 1", "call"),
        (["{{ opening[0] }}"], "template-tag-not-allowed", "paragraph 1", "index"),
        (["{% set x = 1 %}"], "template-tag-not-allowed", "paragraph 1", "assign"),
        (["{% include 'x' %}"], "template-tag-not-allowed", "paragraph 1", "include"),
        (["{% if subject %}x"], "template-tag-broken", "paragraph 1", "."),
        (["a", "{{ date"], "template-tag-broken", "paragraph 2", "."),
        (["{%p if subject %}", "x"], "template-tag-broken", "paragraph 1", "."),
        (
            ["lost {%p if subject %}", "{%p endif %}"],
            "template-text-lost",
            "paragraph 1",
            "{%p if subject %}",
        ),
        (["{%p if subject %}{%p endif %}"], "template-text-lost", "paragraph 1", "{%p if subject %}"),
    ],
)
def test_a_fault_is_told_with_its_paragraph_and_name(
    letter: Letter, paragraphs: list[str], code: str, place: str, name: str
) -> None:
    problems = told(letter, *paragraphs)

    assert (code, place) in [(found, where) for found, where, _ in problems]
    assert any(name in what for _, _, what in problems)


def test_several_faults_are_told_at_once(letter: Letter) -> None:
    problems = told(letter, "{{ a }} {{ b }}", "{{ respondent.x }}")

    assert [place for _, place, _ in problems] == ["paragraph 1", "paragraph 1", "paragraph 2"]


def test_curly_quotes_that_word_puts_into_a_tag_are_read_as_straight_ones(letter: Letter) -> None:
    assert told(letter, "{% if form == \u2018one\u2019 %}x{% endif %}") == []


def test_a_name_given_by_a_for_tag_is_known_only_inside_it(letter: Letter) -> None:
    problems = told(letter, "{% for line in addressee %}{{ line }}{% endfor %}{{ line }}")

    assert [code for code, _, _ in problems] == ["template-name-unknown"]


def test_a_damaged_template_is_told(letter: Letter) -> None:
    assert [p.code for p in template_problems(replace(letter, template=b"x"))] == ["template-unreadable"]


def test_comments_and_tracked_changes_would_go_out_with_every_letter(letter: Letter) -> None:
    template = word_file("<w:p><w:ins><w:r><w:t>x</w:t></w:r></w:ins></w:p>")

    assert [p.code for p in template_problems(replace(letter, template=template))] == ["template-has-marks"]


def test_characters_that_stand_in_for_words_may_not_be_in_a_template(letter: Letter) -> None:
    assert [code for code, _, _ in told(letter, "a\ue0000\ue001")] == ["template-private-character"]


def test_the_text_file_must_hold_the_templates_text(letter: Letter, tmp_path: Path) -> None:
    elsewhere = replace(letter, folder=tmp_path)
    (tmp_path / "letter.txt").write_text("Dear Sir,\n", encoding="utf-8")
    differing = [p.code for p in text_file_problems(elsewhere)]
    (tmp_path / "letter.txt").write_text(text_of_template(letter), encoding="utf-8")

    assert differing == ["template-text-differs"]
    assert text_file_problems(elsewhere) == []


def test_a_banned_phrase_in_the_wording_is_told_with_its_paragraph(letter: Letter) -> None:
    template = word_file(paragraph("Hello") + paragraph("I am writing to formally complain, {{ date }}"))
    problems = banned_in_template(replace(letter, template=template), ("I am writing to formally",))

    assert [(p.code, p.path) for p in problems] == [("word-banned", "word/document.xml, paragraph 2")]
