"""Sets a letter: its Word template filled with plain values, the words as typed, the same bytes each time."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from document.letters import compose, copies_of, emails, letter_of
from factories import HARD_TEXTS, Typed, facts_of, make_case, make_evidence, make_incident
from hypothesis import given, settings
from hypothesis import strategies as st
from render.templates import BODY, paragraph, parts_of, set_with, table, texts_of, with_body

from formgen.case import Case
from formgen.checks.letter_sources import template_wording, words_of
from formgen.checks.readback import read_back
from formgen.checks.word_text import paragraphs_in
from formgen.errors import CatalogError
from formgen.render.letter import render_letter

PARTS = ("delivery", "subject", "opening", "before_orders", "after_orders", "closing")
FORMS = {"one": 1, "few": 3, "list": 8, "long": 9}
"""How many incidents a letter of each form tells here."""


HARD = {
    **HARD_TEXTS,
    "docxtpl's own pairs": "{_{ a }_} {_% b %_} {{ 7*7 }} {% for %} {%p if %} {{r x }} {# c #}",
    "XML": "<w:p><w:r><w:t>x</w:t></w:r></w:p> ]]> <!-- --> &lt;",
    "entities": "&amp; &#65; &nbsp; &",
    "spaces of other kinds": "\u00a0a\u2003b\u200bc\u2060d\ufeff",
    "tabs and lines": "a\tb\n\tc\n\n\n\td",
    "5,000 characters": "Wolf " * 1_000,
    "private use, like a token": "\ue0005\ue001",
    "private use": "\ue000\ue001\ue0000\ue123\U0010fffd",
    "a token of the first value": "\ue0000\ue001",
    "marks that close": "”\"’' and “so",
    "combining": "e\u0301 a\u030a \u1112\u1161\u11ab",
    "line ends of Windows": "a\nb",
}


def finished(case: Case) -> tuple[str, list[tuple[str, str]]]:
    """Return the text of the finished letter for *case*, and what the program's own check says of it."""
    facts = facts_of(case)
    letter, document = letter_of(facts), compose(case)
    rendered = render_letter(document)
    problems = read_back(
        rendered,
        carries=document.carries,
        wording=template_wording(letter.template),
        typed=words_of(facts, letter),
    )
    text = "\n".join(p.text for p in paragraphs_in(rendered.content))
    return text, [(problem.code, problem.path) for problem in problems]


def missing(told: Sequence[tuple[str, str]]) -> list[str]:
    """Return what a letter does not have as typed, of an account and exact words for each incident.

    A line end within a paragraph of an account is a space; exact words keep theirs.
    """
    incidents = [
        {**entry, "account": account, "quotes": [quote]}
        for entry, (account, quote) in zip(emails(len(told)), told, strict=True)
    ]
    text, problems = finished(make_case(incidents=incidents))
    wanted = [line for account, _ in told for line in account.split("\n") if line.strip()]
    wanted += [quote.strip("\n") for _, quote in told]
    return [part for part in wanted if part not in text] + [code for code, _ in problems]


def lots(size: int) -> list[list[str]]:
    """Return the hard texts in lots of *size*, the last filled up with the first."""
    texts = [*HARD.values(), *HARD.values()]
    return [texts[start : start + size] for start in range(0, len(HARD), size)]


@pytest.mark.parametrize("texts", [lot for size in FORMS.values() for lot in lots(size)], ids=len)
def test_accounts_and_exact_words_come_out_of_the_finished_file_as_they_were_typed(texts: list[str]) -> None:
    assert missing([(text, text) for text in texts]) == []


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_names_and_her_own_parts_come_out_as_they_were_typed(text: str) -> None:
    line = text.replace("\n", " ")
    case = make_case(
        declarant={"name": f"Dana {line}", "mailing_address": {"street": line}},
        employer={
            "name": line,
            "called": line,
            "attention": {"name": line, "title": line, "salutation": line},
        },
        respondent={"name": f"Voss {line}", "called": line, "relation": line},
        incidents=[make_incident(exhibits=["a"], where=line, channel="on site")],
        evidence=[make_evidence(id="a", description=line)],
        effects=[{"what": line, "kind": "work"}],
        dispute={"about": line, "account": line},
        requests=["bear-cost", {"ask": "copies", "what": line}, f"Please do {line}"],
        letter={**dict.fromkeys(PARTS, line), "copies": [line, line]},
    )
    printed, problems = finished(case)

    assert printed.count(line.strip("\n")) >= 15
    assert problems == []


printable = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn"), include_characters="\n\t"),
    min_size=1,
    max_size=200,
).filter(str.strip)


@pytest.mark.parametrize("form", FORMS)
@settings(derandomize=True, deadline=None, max_examples=12)
@given(data=st.data())
def test_any_words_come_out_of_any_letter_exactly(form: str, data: st.DataObject) -> None:
    size = FORMS[form]
    told = data.draw(st.lists(st.tuples(printable, printable), min_size=size, max_size=size))
    # Markers are filled, as they are meant to be.
    unmarked = [(a.replace("{when}", "when").replace("{exhibits}", "exhibits"), q) for a, q in told]

    assert missing(unmarked) == []


@pytest.mark.parametrize(
    "account",
    [
        "{when} he wrote.",
        "He wrote {when}, I know.",
        "I kept it {exhibits}. It is here.",
        "I kept it {exhibits}",
        "He wrote {when}. I read it.",
    ],
)
@pytest.mark.parametrize("exhibits", [[], ["a"]])
def test_an_account_with_markers_is_found_again(account: str, exhibits: list[str]) -> None:
    incident = make_incident(account=account, exhibits=exhibits)

    assert finished(make_case(incidents=[incident], evidence=[make_evidence(id="a")]))[1] == []


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (paragraph("{{ sendr.name }}"), "template-name-unknown"),
        (paragraph("{{ sender.nam }}"), "template-name-unknown"),
        (paragraph("{{ law.nothing }}"), "template-name-unknown"),
        (paragraph("{{ count.total }}"), "template-name-unknown"),
        (paragraph("{% if %}"), "template-tag-broken"),
        (paragraph("{% if date %}"), "template-tag-broken"),
        (paragraph("{{ date }"), "template-tag-broken"),
        (paragraph("{% unheard of %}"), "template-tag-broken"),
        (paragraph("{{ date | upper }}"), "template-tag-broken"),
        (paragraph("{{ date | safe }}"), "template-tag-broken"),
        (paragraph("{{ date.__class__ }}"), "template-tag-broken"),
        (paragraph("{% include 'other' %}"), "template-tag-broken"),
        (paragraph("{% for x in first_time %}a{% endfor %}"), "template-tag-broken"),
        (paragraph("{% if date &gt; 3 %}a{% endif %}"), "template-tag-broken"),
        (paragraph("{%tr for x in copies %}"), "template-tag-broken"),
        (paragraph("{%p if date %}") + table("{%p endif %}"), "template-tag-broken"),
        (table("{%tr if date %}") + paragraph("{%p endif %}"), "template-tag-broken"),
        ('<w:p><w:hyperlink w:anchor="{{ date }}"/></w:p>', "template-value-misplaced"),
        ("<w:p><w:r><w:instrText>{{ date }}</w:instrText></w:r></w:p>", "template-value-misplaced"),
        (paragraph("{{r date }}"), "template-value-misplaced"),
    ],
)
def test_a_fault_of_the_template_is_told_with_its_file_and_without_typed_words(
    source: str, code: str
) -> None:
    with pytest.raises(CatalogError) as caught:
        set_with(source)
    (problem,) = caught.value.problems

    assert problem.code == code
    assert "letter.docx" in problem.path
    assert not problem.what.endswith("..")
    assert [word for word in ("Dana", "Voss", "May 12") if word in problem.what + problem.fix] == []


def test_a_fault_in_a_header_is_told_too() -> None:
    with pytest.raises(CatalogError) as caught:
        set_with(paragraph("a"), header=paragraph("{{ sendr }}"))

    assert [problem.code for problem in caught.value.problems] == ["template-name-unknown"]


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        (paragraph("{{ sender.name }}"), ["Dana Reyes"]),
        (paragraph("{{ sen", "der.na", "me }}"), ["Dana Reyes"]),
        ("".join(map(paragraph, ["{%p if first_time %}", "a", "{%p endif %}", "b"])), ["b"]),
        (
            "".join(map(paragraph, ["{%p for line in sender.lines %}", "{{ line }}", "{%p endfor %}"])),
            ["100 Example Street", "Davis, CA 95616"],
        ),
        (paragraph("{{ copies | join('; ') }}."), ["."]),
        (paragraph("{# not printed #}a"), ["a"]),
        (paragraph("A &amp; {{ employer.name }}"), ["A & Brightline Heating & Air"]),
    ],
)
def test_a_template_can_be_written_in_word_with_names_choices_and_loops(
    source: str, texts: list[str]
) -> None:
    assert texts_of(set_with(source)) == texts


def test_wording_that_no_value_stands_in_is_read_back_too() -> None:
    footer = paragraph("Confidential")
    case = make_case()
    document = with_body(paragraph("{{ sender.name }}"), compose(case), header=footer)
    rendered = render_letter(document)

    assert [p.text for p in paragraphs_in(rendered.content)] == ["Dana Reyes", "Confidential"]
    assert read_back(rendered, carries=(), wording=["Confidential"], typed=["Dana Reyes"]) == []


def test_the_finished_letter_says_what_each_paragraph_is_made_of() -> None:
    rendered = set_with(paragraph("Dear {{ addressee_name }}:"), header=paragraph("{{ sender.name }}"))

    assert [[(p.text, p.is_value) for p in pieces] for pieces in rendered.paragraphs] == [
        [("Dear ", False), ("Pat Moreno", True), (":", False)],
        [("Dana Reyes", True)],
    ]


def test_a_letter_is_named_after_its_paper() -> None:
    rendered = render_letter(replace(compose(), paper="reminder", title="A reminder"))

    assert (rendered.paper, rendered.file_name) == ("reminder", "reminder.docx")
    assert b"<dc:title>A reminder</dc:title>" in parts_of(rendered.content)["docProps/core.xml"]


def test_one_letter_leaves_nothing_behind_for_the_next() -> None:
    first = render_letter(compose(make_case(declarant={"name": "Lee Tran"})))
    second = render_letter(compose())

    assert second.content == render_letter(compose()).content
    assert b"Lee Tran" in parts_of(first.content)[BODY]
    assert [name for name, part in parts_of(second.content).items() if b"Lee Tran" in part] == []


def test_a_template_that_is_not_changed_between_letters() -> None:
    document = compose()
    before = document.template
    render_letter(document)

    assert document.template == before


SCRIPT = """
import sys
from hashlib import sha256

sys.path.insert(0, "tests")
from render.test_letter import same_each_time

print(sha256(same_each_time()).hexdigest())
"""


def same_each_time() -> bytes:
    """Return a letter of nine events that has every part a letter can have."""
    incidents = [{**entry, "channel": ("email", "on site")[n % 2]} for n, entry in enumerate(emails(9))]
    case = make_case(
        incidents=incidents,
        evidence=copies_of(incidents),
        notices=[{"when": "2026-03-04 20:47", "to": "Pat Moreno", "how": "email"}],
        requests=["reassign-contact", "copies", "no-retaliation", "keep-evidence"],
        employer={"site": {"open_to_public": "yes"}},
    )
    return render_letter(compose(case)).content


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "2", "LC_ALL": "C"},
        {"TZ": "UTC", "PYTHONHASHSEED": "0", "LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8"},
    ],
    ids=lambda environment: environment["TZ"],
)
def test_the_same_values_make_the_same_bytes_wherever_they_are_made(
    environment: Mapping[str, str], root: Path
) -> None:
    paths = os.pathsep.join([str(root), *filter(None, [os.environ.get("PYTHONPATH")])])
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=root,
        env={**os.environ, "PYTHONPATH": paths, **environment},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.stderr, done.stdout.strip()) == ("", sha256(same_each_time()).hexdigest())


def test_the_file_is_a_zip_with_fixed_dates_its_content_types_first() -> None:
    parts = parts_of(same_each_time())

    first, *rest = parts

    assert (first, rest) == ("[Content_Types].xml", sorted(rest))


def test_a_piece_of_evidence_withheld_from_the_employer_leaves_no_trace() -> None:
    evidence: list[Typed] = [
        make_evidence(id="a", description="SECRET", file="SECRET.eml", withheld_from=["employer"])
    ]
    content = render_letter(
        compose(make_case(incidents=[make_incident(exhibits=["a"])], evidence=evidence))
    ).content

    assert [name for name, part in parts_of(content).items() if b"SECRET" in part] == []
