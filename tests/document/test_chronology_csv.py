"""The table for a spreadsheet: one fact in each column, and safe to open."""

import csv
from io import StringIO

import pytest
from document.chronologies import MARCH_10, MARCH_17, court_copy, letters_copy, with_exhibit
from factories import HARD_TEXTS, make_case, make_incident

from formgen.case import Case
from formgen.document.spreadsheet import safe


def table(case: Case) -> list[dict[str, str]]:
    """Return the rows of the court's copy as a spreadsheet reads them."""
    text = court_copy(case).csv.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


def told(row: dict[str, str]) -> dict[str, str]:
    """Return the columns of *row* that hold something."""
    return {head: text for head, text in row.items() if text}


def test_an_incident_has_one_fact_in_each_column() -> None:
    case = with_exhibit(
        incidents=[
            make_incident(
                account="He wrote.\n\nI kept it.",
                channel="on site",
                where="parking lot",
                quotes=["One.", {"text": "Dos.", "translation": "Two."}],
                present=["Lee Tran", "Noor Ali"],
                at_work="yes",
                exhibits=["first-email"],
            )
        ],
        notices=[{**MARCH_10, "answered_on": "March 12, 2026", "done": "The door is locked."}],
    )

    assert told(table(case)[0]) == {
        "Number": "1",
        "Kind": "Contact",
        "Date as typed": "March 5, 2026 at 8:47 pm",
        "Date": "March 5, 2026, 8:47 p.m.",
        "First day": "2026-03-05",
        "How": "at work",
        "Place": "parking lot",
        "What happened": "He wrote.\nI kept it.",
        "Exact words": "One.\nDos.",
        "Translation": "Two.",
        "Present": "Lee Tran and Noor Ali",
        "At work": "yes",
        "Employer told": "March 10, 2026 (row 2; answered)",
        "Answer": "Wait.",
        "Answered on": "March 12, 2026",
        "Done": "The door is locked.",
        "Exhibits": "A",
        "Paragraphs": "5",
    }


def test_a_notice_says_who_was_told_and_what_came_of_it() -> None:
    case = make_case(notices=[{**MARCH_10, "answer": "none"}])

    assert told(table(case)[1]) == {
        "Number": "2",
        "Kind": "Notice to the employer",
        "Date as typed": "March 10, 2026",
        "Date": "March 10, 2026",
        "First day": "2026-03-10",
        "How": "in person",
        "What happened": "I showed Pat Moreno the email.",
        "Person told": "Pat Moreno",
        "Answer": "none",
        "Paragraphs": "6",
    }


def test_a_request_to_stop_says_by_whom_and_contact_after_it_is_marked() -> None:
    case = make_case(incidents=[make_incident(when="2026-04-01")], requests_to_stop=[MARCH_17])

    request, after = table(case)

    assert (request["Kind"], request["Told to stop by"]) == ("Request to stop", "Dana Reyes")
    assert after["Marks"] == "After the request to stop (row 1)"


def test_an_answer_told_in_the_words_for_the_court_is_not_said_twice() -> None:
    case = make_case(notices=[{**MARCH_10, "for_court": "I told Pat Moreno, who said to wait."}])

    assert [row["Answer"] for row in table(case)] == ["", ""]


@pytest.mark.parametrize(
    ("when", "first_day"),
    [
        ("about March 5, 2026", "2026-03-05"),
        ("between March 5 and March 9, 2026", "2026-03-05"),
        ("late March 2026", "2026-03-21"),
        ("after March 5, 2026", "2026-03-06"),
        ("before March 5, 2026", ""),
        ("unknown", ""),
        ("2026-03-05 20:47", "2026-03-05"),
    ],
)
def test_a_column_sorts_by_the_first_day_that_it_can_have_been(when: str, first_day: str) -> None:
    (row,) = table(make_case(incidents=[make_incident(when=when)]))

    assert (row["Date as typed"], row["First day"]) == (when, first_day)


def test_excel_finds_utf_8_and_its_own_line_ends() -> None:
    content = court_copy(make_case(incidents=[make_incident(account="One.\n\nTwo.")])).csv

    assert content.startswith(b"\xef\xbb\xbfNumber,Kind,")
    assert content.endswith(b"\r\n")
    assert content.count(b"\r\n") == 2
    assert b'"One.\nTwo."' in content


@pytest.mark.parametrize(
    "text",
    [
        "=cmd()",
        "+1 530 555 0142",
        "-1",
        "@SUM(A1)",
        " =1",
        "\u00a0=1",
        '"=1',
        "'=1",
        "\tindented",
        "\r\n",
        "\n",
        "\uff1dcmd()",
        "\uff20x",
    ],
)
def test_what_a_spreadsheet_may_take_for_a_formula_begins_with_an_apostrophe(text: str) -> None:
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "He wrote.", "5 = 5", "'Yes,' he said.", "\u2014 he wrote", "e=mc"])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert safe(text) == text


def test_a_formula_among_the_exact_words_is_not_run() -> None:
    (row,) = table(make_case(incidents=[make_incident(quotes=["=HYPERLINK(1)"], account="+1")]))

    assert (row["Exact words"], row["What happened"]) == ("'=HYPERLINK(1)", "'+1")


@pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=list(HARD_TEXTS))
def test_hard_texts_come_back_as_they_were_typed(text: str) -> None:
    (row,) = table(make_case(incidents=[make_incident(account="He wrote.", quotes=[text])]))

    assert row["Exact words"] == text


def test_the_letters_copy_has_a_table_too() -> None:
    paper = letters_copy()

    assert paper.csv_name == "enclosure-chronology.csv"
    assert b",Enclosures," in paper.csv
