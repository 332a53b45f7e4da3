"""Someone who is not to be named is named nowhere."""

import pytest
from checks.runs import Told, drawn, petition
from document.declarations import EMPLOYER, WITNESS, harassment, make_employee
from factories import Typed, facts_of, jurisdiction, make_case, make_evidence, make_incident, merged

from formgen.case import Case
from formgen.checks.unnamed import MAY_NAME, NAMES, reveals, unnamed_problems

WORDS = jurisdiction().spec.date_words
CALENDAR = (*WORDS.months, *WORDS.weekdays)


def of_papers(case: Case) -> list[Told]:
    """Return code and place of everything in the papers of *case* that shows who is not named."""
    return [(p.code, p.path) for p in unnamed_problems(facts_of(case), drawn(case))]


def of_employee(name: str, *reveals: str, **changes: object) -> Case:
    """Return a case with an employee called *name*, who is not named, with *changes*."""
    return petition(**merged({"employees": [make_employee(name=name, reveals=list(reveals))]}, changes))


def code_of(text: str, name: str, *revealing: str, accept: tuple[str, ...] = ()) -> str:
    """Return the code of what *text* shows of an employee called *name*; empty if it shows nothing."""
    case = of_employee(name, *revealing, accept=list(accept))
    found = reveals(case, [(text, "fear.account")], calendar=CALENDAR)
    return "".join(problem.code for problem in found)


def events(**changes: object) -> list[Typed]:
    """Return one event that names nobody, with *changes*."""
    incident: Typed = {
        "account": "He wrote to Employee A.",
        "knowledge": "received",
        "quotes": ["I see you."],
    }
    return [make_incident(**merged(incident, changes))]


def test_papers_that_name_nobody_show_nobody() -> None:
    assert of_papers(petition(papers=[EMPLOYER, "chronology"])) == []


def test_where_everybody_is_named_nothing_is_looked_for() -> None:
    named = make_employee(referred_to_as=None, reveals=["Brightline"])
    case = petition(employees=[named], incidents=events(account="He wrote to Dana Reyes."))

    assert of_papers(case) == []
    assert of_papers(harassment()) == []


@pytest.mark.parametrize(
    "text",
    [
        "He wrote to Dana Reyes.",
        "DANA REYES",
        "dana reyes",
        "Dana  Reyes'",
        "Dana\nReyes",
        "Dana-Reyes",
        "Dana_Reyes",
        "Reyes, Dana",
        "“Dana Reyes”",
        "Dana Reyes's desk",
        "Da\u00adna Reyes",
        "Dàna Rey\u0301es",
        "\uff24ana Reyes",
        "write to dana.reyes@example.com",
        "write to danareyes@example.com",
        "write to reyesdana7@example.com",
    ],
)
def test_the_full_name_is_found_however_it_is_written(text: str) -> None:
    assert code_of(text, "Dana Reyes") == NAMES


@pytest.mark.parametrize("text", ["Dana Reyes", "Reyes Dana", "Maria Reyes", "Dana Maria Reyes"])
def test_two_words_of_a_longer_name_are_the_name(text: str) -> None:
    assert code_of(text, "Dana Maria Reyes") == NAMES


@pytest.mark.parametrize(
    "text", ["He wrote to Dana.", "REYES", "Ms. Reyes’s desk", "dana", "dreyes@example.com", "DanaReyes"]
)
def test_a_single_word_of_the_name_may_name(text: str) -> None:
    assert code_of(text, "Dana Reyes") == MAY_NAME
    assert code_of(text, "Dana Reyes", accept=(MAY_NAME,)) == ""


@pytest.mark.parametrize("text", ["Danae wrote.", "He reyesed.", "the Danakil", "", "@", "d r", "A. B."])
def test_a_part_of_another_word_does_not(text: str) -> None:
    assert code_of(text, "Dana Reyes") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On May 5, 2026, he came.", ""),
        ("He may come in May.", ""),
        ("On Friday he came.", ""),
        ("May Park", NAMES),
        ("Park", MAY_NAME),
        ("He parked in the parking lot.", ""),
        ("He came to the park.", MAY_NAME),
    ],
)
def test_months_and_days_are_no_sign_of_a_person_who_is_called_so(text: str, expected: str) -> None:
    assert code_of(text, "May Park") == expected


def test_a_name_that_is_nothing_but_days_and_months_is_found_as_a_whole() -> None:
    assert code_of("April May came.", "April May Park") == ""
    assert code_of("May Friday Park came.", "May Friday Park") == NAMES


@pytest.mark.parametrize(
    ("text", "expected"), [("Noor told me.", NAMES), ("noor@example.com", NAMES), ("At noon.", "")]
)
def test_a_name_of_one_word_is_the_whole_name(text: str, expected: str) -> None:
    assert code_of(text, "Noor") == expected


def test_words_that_only_hold_the_letters_of_a_short_name_are_not_the_name() -> None:
    assert code_of("It will not be long.", "Bel Ong") == ""
    assert code_of("It does not belong here.", "Bel Ong") == MAY_NAME
    assert code_of("All of them usually came.", "Al Ly") == ""


@pytest.mark.parametrize(
    ("text", "name"), [("他写信给山田太郎。", "山田太郎"), ("Он писал Ивановой.", "Анна Иванов")]
)
def test_names_in_other_scripts_are_found_within_a_run_of_letters(text: str, name: str) -> None:
    assert code_of(text, name) == MAY_NAME


@pytest.mark.parametrize(
    ("revealing", "text"),
    [
        ("front desk clerk", "He asked for the Front-Desk clerk."),
        ("front  desk\nclerk", "the front desk clerk"),
        ("dreyes", "dreyes@example.com"),
        ("dana.r@example.com", "Write to DANA.R@EXAMPLE.COM."),
        ("530-555-0142", "(530) 555-0142"),
        ("530-555-0142", "5305550142"),
        ("D.R.", "D. R. was there."),
        ("D.R.", "DR was there."),
        ("DR", "D.R. was there."),
        ("ext. 142", "Ext. 142"),
    ],
)
def test_what_else_reveals_the_person_is_found_however_it_is_written(revealing: str, text: str) -> None:
    assert code_of(text, "Dana Reyes", revealing) == NAMES


@pytest.mark.parametrize(
    ("revealing", "text"),
    [
        ("D.R.", "He saw Dr. Park."),
        ("A.S.", "It was as he said."),
        ("I.T.", "It is so."),
        ("clerk", "He asked at the clerkship."),
        ("intern", "An internal matter."),
        (" ", "Anything."),
        ("-", "Any-thing."),
    ],
)
def test_what_is_written_inside_other_words_reveals_nobody(revealing: str, text: str) -> None:
    assert code_of(text, "Dana Reyes", revealing) == ""


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"incidents": events(account="He wrote to Dana Reyes.")}, "incidents[1].account"),
        ({"incidents": events(for_court="He wrote to Dana Reyes.")}, "incidents[1].for_court"),
        ({"incidents": events(quotes=["Dana Reyes, I see you."])}, "incidents[1].quotes[1]"),
        (
            {"incidents": events(quotes=[{"text": "Te veo.", "translation": "I see you, Dana Reyes."}])},
            "incidents[1].quotes[1].translation",
        ),
        (
            {"incidents": events(quotes=[{"text": "Go.", "speaker": "Dana Reyes"}])},
            "incidents[1].quotes[1].speaker",
        ),
        ({"incidents": events(present=["Lee Tran", "Dana Reyes"])}, "incidents[1].present[2]"),
        (
            {"incidents": events(channel="on site", where="Dana Reyes’s desk")},
            "incidents[1].where",
        ),
        (
            {"incidents": events(knowledge="told by Dana Reyes")},
            "incidents[1].knowledge.told_by",
        ),
        ({"notices": [{"when": "March 6, 2026", "account": "Dana Reyes told me."}]}, "notices[1].account"),
        ({"effects": ["Dana Reyes wakes at night."]}, "effects[1].what"),
        ({"fear": {"account": "Dana Reyes is afraid."}}, "fear.account"),
        ({"respondent": {"account": "He asked for Dana Reyes."}}, "respondent.account"),
        ({"dispute": {"about": "Dana Reyes’s bill"}}, "dispute.about"),
        ({"respondent": {"called": "Mr. Reyes, Dana"}}, "respondent.called"),
        ({"case": "dana-reyes"}, "case"),
        ({"protected_persons": [{"name": "Dana Reyes"}]}, "protected_persons[1].name"),
        ({"orders": {"conduct": ["contact Dana Reyes"]}}, "orders.conduct[1]"),
        ({"evidence": [make_evidence(id="Dana-Reyes")]}, "evidence[1].id"),
        ({"evidence": [make_evidence(file="evidence/DanaReyes.eml")]}, "evidence[1].file"),
        ({"evidence": [make_evidence(description="email to Dana Reyes")]}, "evidence[1].description"),
        ({"evidence": [make_evidence(label="Dana Reyes 1")]}, "evidence[1].label"),
    ],
)
def test_the_name_is_found_wherever_a_paper_would_print_or_show_it(changes: Typed, path: str) -> None:
    assert of_papers(petition(**changes)) == [(NAMES, path)]


def test_a_witness_names_nobody_either() -> None:
    case = petition(
        papers=[EMPLOYER, WITNESS],
        witnesses=[{"name": "Lee Tran", "paragraphs": ["I work with Dana Reyes."]}],
    )

    assert of_papers(case) == [(NAMES, "witnesses[1].paragraphs[1].account")]


def test_a_file_or_an_address_with_a_word_of_the_name_may_name() -> None:
    files = [make_evidence(file=f"evidence/{name}.eml") for name in ("dreyes", "reyes-2", "2026")]
    address = {"emails": [{"value": "mreyes@example.com", "how_known": "It is his."}]}

    assert of_papers(petition(evidence=files)) == [
        (MAY_NAME, "evidence[1].file"),
        (MAY_NAME, "evidence[2].file"),
    ]
    assert of_papers(petition(respondent=address)) == [(MAY_NAME, "respondent.emails[1].value")]


def test_exact_words_and_evidence_that_identify_are_left_out_without_a_word() -> None:
    case = petition(
        papers=[EMPLOYER, "chronology"],
        incidents=events(
            quotes=["I see you.", {"text": "I see you, Dana Reyes.", "identifies": "yes"}],
            exhibits=["first-email", "other"],
        ),
        evidence=[
            make_evidence(),
            make_evidence(id="other", file="dana-reyes.eml", description="to Dana Reyes", identifies="yes"),
            make_evidence(id="third", file="dana-reyes-2.eml", withheld_from=["court"]),
        ],
    )

    assert of_papers(case) == []


def test_an_incident_that_the_court_may_not_see_is_not_looked_at() -> None:
    assert of_papers(petition(incidents=[*events(), make_incident(id="x", withheld_from=["court"])])) == []
    hidden = events(account="He wrote to Dana Reyes.", withheld_from=["court"])

    assert of_papers(petition(incidents=[*events(id="other"), *hidden])) == []


def test_the_table_for_a_spreadsheet_names_nobody_even_where_the_paper_does_not_print_it() -> None:
    case = petition(papers=[EMPLOYER, "chronology"], incidents=events(where="Dana Reyes’s desk"))

    assert of_papers(case) == [(NAMES, "incidents[1]")]


def test_the_chronology_of_a_letter_names_everybody() -> None:
    case = make_case(
        papers=["notice-letter", "enclosure-chronology"],
        employees=[make_employee()],
        incidents=[make_incident(account="He wrote to Dana Reyes.")],
        declarant={"name": "Pat Moreno"},
    )

    assert of_papers(case) == []


def test_an_accepted_word_of_the_name_does_not_let_the_whole_name_through() -> None:
    case = of_employee(
        "Bill Park",
        accept=[MAY_NAME],
        incidents=events(account="He wrote about the bill to Bill Park, and went to the park."),
    )

    assert of_papers(case) == [(NAMES, "incidents[1].account")]


def test_one_place_is_told_once_by_the_worse_of_its_faults() -> None:
    case = of_employee(
        "Dana Reyes", "front desk", incidents=events(account="Dana, Dana Reyes of the front desk.")
    )

    assert of_papers(case) == [(NAMES, "incidents[1].account")]


def test_everyone_who_is_not_named_is_looked_for() -> None:
    case = petition(
        employees=[make_employee(), make_employee(name="June Park", referred_to_as="Employee B")],
        incidents=events(account="He wrote to June Park.", quotes=["Reyes."]),
    )

    assert of_papers(case) == [(NAMES, "incidents[1].account"), (MAY_NAME, "incidents[1].quotes[1]")]


def test_an_employee_of_whom_no_name_is_typed_is_known_by_what_reveals_only() -> None:
    case = petition(
        employees=[make_employee(name=None, reveals=["front desk"])],
        incidents=events(account="He asked at the front desk."),
    )

    assert of_papers(case) == [(NAMES, "incidents[1].account")]
