"""Every typed stretch of a paper stands in the case where it is said to come from, and is printed whole."""

from dataclasses import replace

import pytest
from checks.runs import drawn, petition
from document.declarations import EMPLOYER, PETITIONER, WITNESS, harassment, make_employee
from factories import Typed, make_case, make_evidence, make_incident
from hypothesis import given, settings
from hypothesis import strategies as st

from formgen.case import Case
from formgen.checks.paper_sources import printed_by, source_problems, value_at
from formgen.document.blocks import Inline, Paragraph, Span
from formgen.document.court_paper import CourtPaper
from formgen.errors import Severity

ACCOUNT = "I saw him at the door. He raised his hand."
MARKED = "{when}, I saw him ({exhibit photo}) and left. {exhibits} I went home."
RICH: Typed = {
    "papers": [PETITIONER, WITNESS, "chronology"],
    "court": {
        "county": "Yolo",
        "case_number": "CH-0000",
        "department": "Department 11",
        "judge": "Hon. June Park",
        "hearing": {"date": "June 9, 2026", "time": "8:30 am", "place": "1000 Sample Street"},
    },
    "declarant": {"background": "I answer the telephone.\n\nI have done so for years."},
    "respondent": {
        "called": "Mr. Voss",
        "account": "He is a customer.",
        "emails": [{"value": "carl.voss@example.com", "how_known": "It is on his account."}],
        "phones": [{"value": "530-555-0166", "how_known": "I know 530-555-0166 from his account."}],
    },
    "incidents": [
        make_incident(account=MARKED, exhibits=["photo", "note"], knowledge="saw", when="March 5, 2026"),
        make_incident(
            id="visit",
            when="about March 9, 2026",
            channel="on site",
            where="the door.",
            account="One: he came\nto the door\n\nand left.",
            quotes=[
                "Two\nlines.",
                {"text": "Te veo.", "translation": "I see you.", "translator": "Ana Ruiz"},
            ],
            knowledge="told by Lee Tran",
            present=["Lee Tran", "June Park", "Sam Okafor"],
            police={"came": "yes", "account": "Two officers came."},
        ),
    ],
    "why_now": {"incident": "visit", "account": "I ask because of this."},
    "notices": [
        {"when": "March 10, 2026", "to": "Pat Moreno", "account": "{when} I told her.", "answer": "none"},
        {"when": "March 11, 2026", "account": "I told her.", "answer": "She nodded.", "done": "She left."},
    ],
    "requests_to_stop": [{"when": "March 12, 2026", "by": "Pat Moreno", "account": "She wrote to him."}],
    "dispute": {"about": "the bill", "account": "He disputes a bill."},
    "effects": ["I wake at night."],
    "fear": {"account": "I fear him.", "harm_without_order": "He may come."},
    "temporary_order": {"asked": "yes", "respondent_told": "no", "why_not_told": "He may come."},
    "orders": {
        "no_contact": "yes",
        "conduct": ["follow me", "Do not follow me."],
        "stay_away": {"yards": "100", "places": ["me", "my home."]},
        "others": ["I ask for a key."],
    },
    "protected_persons": [{"name": "Sam Okafor", "relation": "my son", "why": "He lives with me."}],
    "protective_steps": ["We lock the door."],
    "witnesses": [
        {"name": "Lee Tran", "paragraphs": [{"account": "I saw it. {exhibits}", "exhibits": ["photo"]}]}
    ],
    "evidence": [
        make_evidence(id="photo", true_copy="of a photograph that I took."),
        make_evidence(id="note", how_known="I wrote it.", redactions=[{"what": "a number"}]),
    ],
}
"""A case that prints something from nearly every place that a paper of the court can print."""

WORDS = st.sampled_from(
    ["He came", "to the door", "again", "“Go,”", "I said", "(so)", "e.g.", "100", "C\u00f4te"]
)
MARKERS = st.sampled_from(
    ["{when}", "{exhibits}", "({exhibits})", "{exhibit photo}", "({exhibit photo}, {exhibit note})"]
)
GAPS = st.sampled_from([" ", " ", "  ", "\n", "\n\n", ", ", ". "])
ACCOUNTS = st.lists(st.tuples(WORDS | MARKERS, GAPS), min_size=1, max_size=8).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)


def astray(case: Case, *printed: tuple[str, str]) -> list[str]:
    """Return the places whose words are printed otherwise than they are typed."""
    return [problem.path for problem in source_problems(case, printed)]


def of_papers(case: Case) -> list[str]:
    """Return the places whose words the papers of *case* print otherwise than they are typed."""
    return astray(case, *(stretch for paper in drawn(case) for stretch in printed_by(paper)))


def told(account: str = ACCOUNT, **changes: object) -> Case:
    """Return a case with one incident told as *account*, and *changes*."""
    return harassment(incidents=[make_incident(account=account, **changes)])


def test_the_papers_of_a_rich_case_print_everything_as_it_is_typed() -> None:
    case = harassment(**RICH)
    places = {path for paper in drawn(case) for _, path in printed_by(paper)}

    assert of_papers(case) == []
    assert len(places) > 60


def test_the_papers_of_an_employer_do_so_too() -> None:
    attorney = {
        "name": "Alex Rivera",
        "bar_number": "000000",
        "firm": "Rivera Law Office",
        "address": {
            "street": "1 Sample Street\nSuite 2, rear",
            "city": "Davis",
            "state": "CA",
            "zip": "95616",
        },
        "phone": "530-555-0100",
        "fax": "530-555-0101",
        "email": "rivera@example.com",
    }
    employees = [
        make_employee(
            others_protected=["Lee Tran", "June Park"], why_others="They work there.", left_out="I did."
        )
    ]
    case = petition(
        papers=[EMPLOYER, "chronology"],
        petitioner={"attorney": attorney, "account": "It sells heaters."},
        employees=employees,
        incidents=[
            make_incident(
                account="He wrote to Employee A.",
                present=["Dana Reyes", "Lee Tran"],
                knowledge="told by Dana Reyes",
            )
        ],
        notices=[
            {"when": "March 6, 2026", "to": "Dana Reyes", "account": "We spoke.", "about": ["first-email"]}
        ],
        orders={"does_not_ask": ["disputing the bill"], "labor_dispute": "There is none."},
        exhibits={"originals": "the office’s file"},
    )

    assert of_papers(case) == []


def test_the_chronology_of_a_letter_does_so_too() -> None:
    case = make_case(**{**RICH, "papers": ["notice-letter", "enclosure-chronology"]})

    assert of_papers(case) == []


@pytest.mark.parametrize(
    "text",
    [
        "I saw her at the door. He raised his hand.",
        "I saw him at the door.",
        "He raised his hand.",
        "I saw him at the door. He raised his hand. And left.",
        "I saw him at the door. He raised his hands.",
        "i saw him at the door. He raised his hand.",
        "I SAW HIM AT THE DOOR. HE RAISED HIS HAND.",
        "He raised his hand. I saw him at the door.",
        "I saw him at the door, He raised his hand.",
    ],
)
def test_words_that_were_altered_left_out_or_added_are_found(text: str) -> None:
    assert astray(told(), (text, "incidents[1].account")) == ["incidents[1].account"]


@pytest.mark.parametrize(
    "texts",
    [
        [ACCOUNT],
        [ACCOUNT, ACCOUNT],
        ["I saw him at the door. ", "He raised his hand."],
        ["I saw him\nat the  door.", "He raised\u00a0his hand."],
        ["I saw him at the door. He raised his hand"],
    ],
)
def test_words_may_be_printed_in_pieces_and_more_than_once_with_other_spaces(texts: list[str]) -> None:
    assert astray(told(), *((text, "incidents[1].account") for text in texts)) == []


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["On March 5, 2026, I saw him (", ") and left. ", " I went home."], True),
        ([", I saw him (", ") and left. ", " I went home."], True),
        (["On or about March 5, 2026, I saw him and left. I went home."], True),
        ([", I saw him and left.", " I went home."], True),
        ([", I saw him (", ") and left. "], False),
        ([", I saw him (", ") and ran. ", " I went home."], False),
        (["x" * 81 + ", I saw him and left.", " I went home."], False),
    ],
)
def test_where_markers_stand_only_a_date_or_a_citation_may(
    texts: list[str],
    expected: bool,  # noqa: FBT001 - a column of the table
) -> None:
    case = told(MARKED, exhibits=["photo"])

    assert (astray(case, *((text, "incidents[1].account") for text in texts)) == []) is expected


def test_two_citations_go_with_what_joins_them() -> None:
    case = told("I saw him ({exhibit photo} and {exhibit note}).", exhibits=["photo", "note"])

    assert astray(case, ("I saw him.", "incidents[1].account")) == []
    assert astray(case, ("I saw him (and).", "incidents[1].account")) == []
    assert astray(case, ("I saw (and).", "incidents[1].account")) == ["incidents[1].account"]


@pytest.mark.parametrize(
    "path",
    [
        "incidents[2].account",
        "incidents[0].account",
        "incidents[x].account",
        "fear.account",
        "nothing",
        "why_now.x",
    ],
)
def test_a_place_where_nothing_stands_is_found(path: str) -> None:
    assert astray(harassment(why_now="none"), ("Words.", path)) == [path]


def test_a_caption_prints_names_in_capitals_and_nothing_else() -> None:
    case = harassment()

    assert astray(case, ("DANA REYES", "declarant.name"), ("Dana Reyes", "declarant.name")) == []
    assert astray(case, ("YOLO", "court.county")) == []
    assert astray(case, ("DANA", "declarant.name")) == ["declarant.name"]
    assert astray(case, ("dana reyes", "declarant.name")) == ["declarant.name"]
    assert astray(case, ("EMAIL", "incidents[1].channel")) == ["incidents[1].channel"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["100 Example Street", "Davis, CA 95616"], True),
        (["100 Example Street", "Davis, CA 95616"] * 2, True),
        (["100 Example Street", "Davis, CA 95617"], False),
        (["100 Example Street"], False),
        (["Davis, CA 95616", "100 Example Street"], False),
        (["100 Example Street", "Davis, CA"], False),
        (["100 Example Street", "CA, Davis 95616"], False),
    ],
)
def test_an_address_is_printed_line_by_line_as_a_whole(
    lines: list[str],
    expected: bool,  # noqa: FBT001 - a column of the table
) -> None:
    path = "declarant.mailing_address"

    assert (astray(harassment(), *((line, path) for line in lines)) == []) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lee Tran, Ana Ruiz and Employee A", True),
        ("Lee Tran; Ana Ruiz; Employee A", True),
        ("Lee Tran, Ana Ruiz and Dana Reyes", True),
        ("Lee Tran and Employee A", False),
        ("Ana Ruiz, Lee Tran and Employee A", False),
        ("Lee Tran, the friend of Ana Ruiz and Employee A", False),
        ("Lee Tran, Ana Ruiz and Employee B", False),
    ],
)
def test_a_list_is_read_out_name_by_name_with_what_is_called_instead(
    text: str,
    expected: bool,  # noqa: FBT001 - a column of the table
) -> None:
    case = petition(incidents=[make_incident(present=["Lee Tran", "Ana Ruiz", "Dana Reyes"])])

    assert (astray(case, (text, "incidents[1].present")) == []) is expected


def test_someone_who_is_not_named_is_printed_as_called_only_where_the_name_was_typed() -> None:
    case = petition(notices=[{"to": "Dana Reyes"}, {"to": "Lee Tran"}])

    assert astray(case, ("Employee A", "notices[1].to")) == []
    assert astray(case, ("Employee A", "notices[2].to")) == ["notices[2].to"]


def test_exact_words_are_printed_whole_and_a_translation_between_marks() -> None:
    case = told(quotes=[{"text": "Te veo.", "translation": "I see you."}])

    assert astray(case, ("Te veo.", "incidents[1].quotes[1]")) == []
    assert astray(case, ("Te", "incidents[1].quotes[1]")) == ["incidents[1].quotes[1]"]
    assert astray(case, ("I see you.", "incidents[1].quotes[1]")) == ["incidents[1].quotes[1]"]
    assert astray(case, ("“I see you.”", "incidents[1].quotes[1].translation")) == []
    assert astray(case, ("“I saw you.”", "incidents[1].quotes[1].translation")) != []


def test_dates_and_none_are_printed_in_words_of_the_catalog() -> None:
    case = told(present="none")

    assert astray(case, ("March 5, 2026, 8:47 p.m.", "incidents[1].when")) == []
    assert astray(case, ("no one else", "incidents[1].present")) == []


def test_a_whole_record_is_no_place_that_words_come_from() -> None:
    assert astray(harassment(), ("Dana Reyes", "declarant"), ("x", "incidents")) == ["declarant", "incidents"]


def test_words_astray_are_a_fault_of_the_program_and_show_nothing_that_was_typed() -> None:
    (problem,) = source_problems(told(), [("I saw her.", "incidents[1].account")])

    assert (problem.code, problem.severity) == ("words-astray", Severity.ERROR)
    assert "saw" not in problem.what + problem.fix


def test_a_word_changed_in_a_composed_paper_is_found() -> None:
    case = told()
    (paper,) = drawn(case)
    assert isinstance(paper, CourtPaper)
    changed = [
        replace(block, inlines=tuple(_altered(each) for each in block.inlines))
        if isinstance(block, Paragraph)
        else block
        for block in paper.blocks
    ]

    assert astray(case, *printed_by(replace(paper, blocks=tuple(changed)))) == ["incidents[1].account"]


def _altered(inline: Inline) -> Inline:
    if isinstance(inline, Span) and inline.source == "incidents[1].account":
        return replace(inline, text=inline.text.replace("door", "gate"))
    return inline


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("declarant.name", "Dana Reyes"),
        ("incidents[1].id", "first-email"),
        ("incidents[1].quotes[1].text", "I hope you get a taste of what it's like."),
        ("incidents[9].id", None),
        ("declarant.nothing", None),
        ("why_now.incident", None),
    ],
)
def test_a_place_is_found_as_a_person_writes_it(path: str, expected: object) -> None:
    assert value_at(harassment(why_now="none"), path) == expected


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    ACCOUNTS, ACCOUNTS, st.booleans(), st.sampled_from(["March 5, 2026", "unknown", "about March 5, 2026"])
)
def test_whatever_is_typed_is_printed_as_it_is_typed(
    account: str,
    other: str,
    cited: bool,  # noqa: FBT001 - drawn
    when: str,
) -> None:
    exhibits = ["photo", "note"] if cited else []
    case = harassment(
        papers=[PETITIONER, "chronology"],
        incidents=[
            make_incident(account=account, when=when, exhibits=exhibits, knowledge="saw"),
            make_incident(id="other", for_court=other, exhibits=exhibits[:1], knowledge="saw"),
        ],
        notices=[{"when": when, "account": other, "answer": "No (not yet)", "about": ["other"]}],
        evidence=[make_evidence(id="photo"), make_evidence(id="note", how_known="I wrote it")],
    )

    assert of_papers(case) == []
