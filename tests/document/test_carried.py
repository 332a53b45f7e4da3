"""What a finished letter must hold: its names, its exact words, the dates that it prints."""

from collections.abc import Mapping

import pytest
from document.letters import compose, emails, plain
from factories import Typed, make_case, make_incident

NAMES = [
    ("Dana Reyes", "declarant.name"),
    ("Brightline Heating & Air", "employer.name"),
    ("Pat Moreno", "employer.attention.name"),
    ("Carl Voss", "respondent.name"),
]
DATE = [("May 12, 2026", "letter.date")]
WORDS = ("I hope you get a taste of what it's like.", "incidents[1].quotes[1]")
WHEN = [("March 5", "incidents[1].when"), ("On March 5 at 8:47 p.m.,", "incidents")]


def carried(**changes: object) -> list[tuple[str, str]]:
    """Return what a letter must hold, with common spaces in its dates."""
    return [(plain(c.text), c.path) for c in compose(make_case(**changes)).carries]


def test_a_letter_must_hold_its_names_its_date_the_exact_words_and_the_dates_it_prints() -> None:
    assert carried() == [*NAMES, *DATE, WORDS, *WHEN]


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"employer": {"attention": None}}, "employer.attention.name"),
        ({"employer": {"attention": {"name": None}}}, "employer.attention.name"),
        ({"employer": {"name": None}}, "employer.name"),
        ({"declarant": {"name": None}}, "declarant.name"),
        ({"respondent": {"name": None}}, "respondent.name"),
    ],
)
def test_a_name_that_is_not_typed_is_not_looked_for(changes: Mapping[str, object], missing: str) -> None:
    account = {"incidents": [make_incident(account="I was alone.")]}

    assert carried(**account, **changes) == [
        *(name for name in NAMES if name[1] != missing),
        *DATE,
        WORDS,
        *WHEN,
    ]


def test_the_day_for_the_answer_must_be_there() -> None:
    assert ("Friday, May 22", "letter.date") in carried(requests=[{"ask": "answer", "by": "2026-05-22"}])


def test_every_quote_must_be_there_also_one_that_the_account_holds() -> None:
    incidents = [
        make_incident(account='He wrote "No."', quotes=["No.", {"text": None}, "Never."]),
        make_incident(id="b", quotes=[{"text": "Go.\n", "speaker": "Lee Tran"}]),
    ]
    quotes = [entry for entry in carried(incidents=incidents) if "quotes" in entry[1]]

    assert quotes == [
        ("No.", "incidents[1].quotes[1]"),
        ("Never.", "incidents[1].quotes[3]"),
        ("Go.\n", "incidents[2].quotes[1]"),
    ]


def test_quotes_withheld_from_the_employer_are_not_looked_for() -> None:
    incidents = [make_incident(), make_incident(id="b", quotes=["Secret."], withheld_from=["employer"])]

    assert [text for text, path in carried(incidents=incidents) if "quotes" in path] == [WORDS[0]]


def test_the_dates_of_list_entries_of_requests_to_stop_and_of_rows_must_be_there() -> None:
    stop: Typed = {"when": "2026-03-17", "account": "We asked him to stop."}
    dates = [
        text for text, path in carried(incidents=emails(9), requests_to_stop=[stop]) if path == "incidents"
    ]

    assert dates == [
        "March 1, email",
        "March 9, email",
        "The request to stop was made on March 17.",
        *(f"March {day}" for day in range(1, 10)),
    ]
