"""The counts on the first page, each of which can be made again from the rows."""

import re

import pytest
from document.chronologies import MARCH_10, MARCH_17, court_copy, emails, letters_copy, rows_of
from document.letters import plain
from factories import Typed, make_case, make_incident


def counted(**changes: object) -> list[str]:
    """Return the sentences of the court's copy for a case with *changes*."""
    return [plain(sentence) for sentence in court_copy(make_case(**changes)).summary]


def dated(*whens: str) -> list[Typed]:
    """Return an email for each of *whens*."""
    return [make_incident(id=f"e-{n}", when=when) for n, when in enumerate(whens)]


@pytest.mark.parametrize(
    ("whens", "expected"),
    [
        (["2026-03-05"], "This chronology lists one contact, the email of March 5, 2026."),
        (["March 2026"], "This chronology lists one contact, the email of March 2026."),
        (["unknown"], "This chronology lists one contact, for which no day is known: the email."),
        (
            ["2026-03-05", "2026-05-09"],
            "Between March 5 and May 9, 2026, this chronology lists two contacts: two emails.",
        ),
        (
            ["2025-12-31", "2026-01-01"],
            "Between December 31, 2025 and January 1, 2026, this chronology lists two contacts: two emails.",
        ),
        (
            ["2026-03-05", "2026-03-05 20:47"],
            "On March 5, 2026, this chronology lists two contacts: two emails.",
        ),
        (
            ["2026-03-05", "about March 5, 2026"],
            "On or about March 5, 2026, this chronology lists two contacts: two emails.",
        ),
        (["March 2026", "2026-03-31"], "In March 2026, this chronology lists two contacts: two emails."),
        (
            ["March 2026", "about May 9, 2026"],
            "Between March 2026 and about May 9, 2026, this chronology lists two contacts: two emails.",
        ),
        (
            ["between March 5 and May 9, 2026", "2026-03-20"],
            "Between March 5 and May 9, 2026, this chronology lists two contacts: two emails.",
        ),
        (
            ["unknown", "before March 5, 2026"],
            "This chronology lists two contacts for which no day is known: two emails.",
        ),
    ],
)
def test_the_first_sentence_counts_all_contacts_of_which_a_day_is_known(
    whens: list[str], expected: str
) -> None:
    assert counted(incidents=dated(*whens)) == [expected]


def test_contacts_without_a_day_are_counted_apart() -> None:
    calls = [make_incident(id=f"c-{n}", when="unknown", channel="phone call") for n in range(2)]

    assert counted(incidents=[*dated("2026-03-05", "2026-03-09"), *calls])[1:] == [
        "It also lists two for which no day is known: two calls."
    ]
    assert counted(incidents=[*dated("2026-03-05"), *calls[:1]]) == [
        "On March 5, 2026, this chronology lists one contact: one email.",
        "It also lists one for which no day is known: the call.",
    ]


def test_kinds_are_counted_the_most_frequent_first() -> None:
    kinds = ["phone call", "email", "email", "on site"]
    incidents = [
        make_incident(id=f"k-{n}", when=f"2026-03-{n + 1:02d}", channel=k) for n, k in enumerate(kinds)
    ]

    assert counted(incidents=incidents) == [
        (
            "Between March 1 and March 4, 2026, this chronology lists four contacts: "
            "two emails, one call and one visit."
        ),
    ]


def test_what_came_after_each_request_and_each_notice_is_counted() -> None:
    sentences = counted(
        incidents=dated("2026-03-01", "2026-03-12", "2026-04-01"),
        notices=[{**MARCH_10, "about": []}],
        requests_to_stop=[MARCH_17, {**MARCH_17, "when": "April 20, 2026"}],
    )

    assert sentences[1:] == [
        (
            "Of these, one came after the request to stop in row 4 (March 17, 2026) "
            "and none after the one in row 6 (April 20, 2026)."
        ),
        "Of these, two came after the notice to the employer in row 2 (March 10, 2026).",
    ]


def test_nothing_is_claimed_of_contact_that_is_not_known_to_have_come_after() -> None:
    assert counted(incidents=dated("2026-03-17", "unknown"), requests_to_stop=[MARCH_17])[2:] == [
        "Of these, none is known to have come after the request to stop in row 2 (March 17, 2026)."
    ]


def test_a_single_contact_is_said_to_have_come_after_or_nothing_is_said() -> None:
    after = counted(incidents=dated("2026-04-01"), requests_to_stop=[MARCH_17], notices=[MARCH_10])
    before = counted(incidents=dated("2026-03-01"), requests_to_stop=[MARCH_17], notices=[MARCH_10])

    assert after[1:] == [
        "It came after the request to stop in row 2 (March 17, 2026).",
        "It came after the notice to the employer in row 1 (March 10, 2026).",
    ]
    assert before[1:] == []


def test_of_many_requests_the_first_and_the_last_are_told_of() -> None:
    requests = [{**MARCH_17, "when": f"2026-03-{day}"} for day in (10, 12, 14, 16)]

    (sentence,) = counted(incidents=dated("2026-03-01", "2026-03-11"), requests_to_stop=requests)[1:]

    assert sentence == (
        "Of these, one came after the request to stop in row 2 (March 10, 2026) "
        "and none after the one in row 6 (March 16, 2026)."
    )


def test_a_copy_without_contacts_says_so() -> None:
    paper = court_copy(make_case(notices=[MARCH_10]), paragraphs={"notices[1]": (4,)})

    assert paper.summary == ("This chronology lists no contacts.",)


def test_only_what_the_reader_may_see_is_counted() -> None:
    case = make_case(incidents=[*emails(3), make_incident(when="2026-03-09", withheld_from=["employer"])])

    assert [plain(sentence) for sentence in letters_copy(case).summary] == [
        "Between March 1 and March 3, 2026, this chronology lists three contacts: three emails."
    ]


def test_every_count_can_be_made_again_from_the_rows() -> None:
    whens = [f"2026-{month:02d}-{day:02d}" for month in range(1, 5) for day in range(1, 29, 3)]
    case = make_case(
        incidents=[*dated(*whens), make_incident(id="undated", when="unknown")],
        requests_to_stop=[{**MARCH_17, "when": "February 2, 2026"}],
    )
    paper = court_copy(case)
    rows = [row for row in rows_of(paper) if row.path.startswith("incidents")]
    marked = [row for row in rows if any("After the request" in str(block) for block in row.what)]

    known, undated, after = paper.summary

    assert re.search(r"lists (\d+) contacts", known).group(1) == str(len(rows) - 1)  # type: ignore[union-attr]
    assert "one for which no day is known" in undated
    assert re.search(r"these, (\d+) came", after).group(1) == str(len(marked))  # type: ignore[union-attr]
