"""The four columns of a row."""

import pytest
from document.chronologies import (
    MARCH_10,
    MARCH_17,
    court_copy,
    letters_copy,
    maker_for,
    read,
    rows_of,
    with_exhibit,
)
from document.letters import plain
from factories import Typed, make_case, make_evidence, make_incident

from formgen.document.blocks import PageOf, Quotation, Span
from formgen.document.chronology_cells import filled, ranges, rows_in_words
from formgen.document.chronology_values import Row


def one_row(**changes: object) -> Row:
    """Return the only row of the court's copy when the incident has *changes*."""
    (row,) = rows_of(court_copy(make_case(incidents=[make_incident(**changes)])))
    return row


def notice_row(**changes: object) -> Row:
    """Return the row of a notice with *changes*, after that of the incident."""
    return rows_of(court_copy(make_case(notices=[{**MARCH_10, **changes}])))[1]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ["March 5, 2026, 8:47 p.m., email"]),
        ({"channel": "on site", "where": "parking lot."}, ["March 5, 2026, 8:47 p.m., parking lot"]),
        ({"channel": "email", "where": "at home"}, ["March 5, 2026, 8:47 p.m., email"]),
        ({"channel": "other"}, ["March 5, 2026, 8:47 p.m."]),
        ({"when": "about March 5, 2026"}, ["About March 5, 2026, email"]),
        ({"when": "between March 1 and March 9, 2026"}, ["March 1 to March 9, 2026, email"]),
        ({"when": "late March 2026"}, ["Late March 2026, email"]),
        ({"when": "before March 5, 2026"}, ["Before March 5, 2026, email"]),
        ({"when": "unknown"}, ["Date not recalled, email"]),
        ({"when": None}, ["Email"]),
        ({"when": None, "channel": "on site", "where": "parking lot"}, ["parking lot"]),
        ({"when": None, "channel": "other"}, []),
    ],
)
def test_when_gives_date_and_time_as_known_and_how_it_came(changes: Typed, expected: list[str]) -> None:
    assert read(one_row(**changes).when) == expected


def test_an_event_only_known_to_come_after_another_says_after_which_row() -> None:
    case = make_case(incidents=[make_incident(), make_incident(id="b", when="unknown", after="first-email")])

    assert read(rows_of(court_copy(case))[1].when) == ["Date not recalled, email", "After row 1"]


def test_what_happened_stands_before_the_exact_words_set_off_in_marks() -> None:
    row = one_row(quotes=["One.", "Two\nlines."])

    assert read(row.what) == [
        "Carl Voss emailed me after I called about his unpaid invoice.",
        "\u201cOne.\u201d",
        "It also says:",
        "\u201cTwo\nlines.\u201d",
    ]
    assert [isinstance(block, Quotation) for block in row.what] == [False, True, False, True]


def test_marks_are_straight_where_the_case_is_typed_so() -> None:
    row = one_row(account='He wrote "soon".', quotes=["One."])

    assert read(row.what)[1] == '"One."'


def test_typed_words_know_their_place_in_the_case() -> None:
    row = one_row(quotes=[{"text": "Uno.", "translation": "One.", "translator": "Ana Ruiz"}])

    sources = [inline.source for block in row.what for inline in block.inlines if isinstance(inline, Span)]

    assert [source for source in sources if source] == [
        "incidents[1].account",
        "incidents[1].quotes[1]",
        "incidents[1].quotes[1].translator",
        "incidents[1].quotes[1].translation",
    ]


@pytest.mark.parametrize(
    ("translator", "expected"),
    [
        ("Ana Ruiz", "In English, translated by Ana Ruiz: \u201cOne.\u201d"),
        (None, "In English: \u201cOne.\u201d"),
    ],
)
def test_a_translation_stands_below_the_exact_words(translator: str | None, expected: str) -> None:
    row = one_row(quotes=[{"text": "Uno.", "translation": "One.", "translator": translator}])

    assert read(row.what)[-1] == expected


def test_words_that_lead_to_a_quote_stay_with_it() -> None:
    row = one_row(account="He wrote:", quotes=["One.", "Two."])

    assert [getattr(block, "keeps_next", None) for block in row.what] == [True, None, True, None]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"present": ["Lee Tran"]}, ["Present: Lee Tran"]),
        ({"present": ["Lee Tran", "Noor Ali"]}, ["Present: Lee Tran and Noor Ali"]),
        ({"present": "none"}, ["Present: no one else"]),
        ({"at_work": "yes"}, ["At work: yes"]),
        ({"at_work": "no"}, ["At work: no"]),
        ({"at_work": "partly"}, ["At work: in part"]),
    ],
)
def test_who_was_there_and_the_tie_to_work_are_told_only_where_they_are_typed(
    changes: Typed, expected: list[str]
) -> None:
    assert read(one_row(**changes).who) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "Employer told: March 10, 2026 (row 2; answered)"),
        ({"answer": None}, "Employer told: March 10, 2026 (row 2)"),
        ({"answer": " "}, "Employer told: March 10, 2026 (row 2)"),
        ({"answer": "none"}, "Employer told: March 10, 2026 (row 2; no answer)"),
        ({"when": "March 10, 2026 at 9 am"}, "Employer told: March 10, 2026 (row 2; answered)"),
        ({"when": "unknown"}, "Employer told: Date not recalled (row 2; answered)"),
    ],
)
def test_an_incident_says_when_the_employer_was_told_of_it(changes: Typed, expected: str) -> None:
    case = make_case(notices=[{**MARCH_10, **changes}])

    assert read(rows_of(court_copy(case))[0].who) == [expected]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ["Told: Pat Moreno", "About: row 1"]),
        ({"to": None}, ["About: row 1"]),
        ({"about": []}, ["Told: Pat Moreno"]),
    ],
)
def test_a_notice_says_who_was_told_and_of_what(changes: Typed, expected: list[str]) -> None:
    assert read(notice_row(**changes).who) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ["Answer: Wait."]),
        ({"answer": "none"}, ["Answer: none"]),
        ({"answer": None}, []),
        ({"answer": " "}, []),
        ({"answer": "One.\n\nTwo."}, ["Answer: One.", "Two."]),
        (
            {"answered_on": "March 12, 2026", "done": "The door\nis locked."},
            ["Answer, March 12, 2026: Wait.", "Done: The door is locked."],
        ),
        ({"answered_on": "unknown"}, ["Answer: Wait."]),
        ({"answer": None, "done": "The door is locked."}, ["Done: The door is locked."]),
        ({"answer": None, "done": " "}, []),
    ],
)
def test_a_notice_says_what_was_answered_and_done(changes: Typed, expected: list[str]) -> None:
    assert read(notice_row(**changes).what) == [
        "Notice to the employer",
        "I showed Pat Moreno the email.",
        *expected,
    ]


def test_what_the_words_for_the_court_tell_is_not_told_again() -> None:
    told = "I told Pat Moreno, who said to wait."

    assert read(notice_row(for_court=told).what) == ["Notice to the employer", told]
    assert read(notice_row(for_court=told, answer="none").what)[2:] == ["Answer: none"]


@pytest.mark.parametrize(("by", "expected"), [(None, "By: Dana Reyes"), ("Pat Moreno", "By: Pat Moreno")])
def test_a_request_to_stop_says_who_made_it(by: str | None, expected: str) -> None:
    row = rows_of(court_copy(make_case(requests_to_stop=[{**MARCH_17, "by": by}])))[1]

    assert read(row.what) == ["Request to stop", "I asked him to stop."]
    assert read(row.who) == [expected]


def test_contact_after_a_request_and_after_notice_is_marked_in_words() -> None:
    case = make_case(
        incidents=[make_incident(when="April 1, 2026", quotes=[])],
        notices=[{**MARCH_10, "about": []}],
        requests_to_stop=[MARCH_17],
    )

    row = rows_of(court_copy(case))[2]

    assert read(row.what)[1:] == ["After the request to stop (row 2)", "After notice to the employer (row 1)"]
    assert all(
        inline.italic for block in row.what[1:] for inline in block.inlines if isinstance(inline, Span)
    )


def test_words_left_out_are_told_of_without_a_name() -> None:
    case = make_case(
        employees=[{"name": "Lee Tran", "referred_to_as": "Employee A"}],
        incidents=[make_incident(quotes=[{"text": "Lee!", "identifies": "yes"}], present=["Lee Tran"])],
    )

    (row,) = rows_of(court_copy(case))

    assert read(row.what)[-1] == "Exact words that would identify a person who is not named are left out."
    assert read(row.who) == ["Present: Employee A"]


def test_the_courts_copy_cites_exhibits_with_their_pages_and_paragraphs() -> None:
    (row,) = rows_of(court_copy(with_exhibit(), paragraphs={"incidents[1]": (9,)}))

    assert read(row.where) == ["Exhibit A", "\u00b6 9"]
    assert row.where[0].inlines[1] == PageOf("A", ", pages 8888\u20138888", goes_to="exhibit A")


def test_the_letters_copy_cites_enclosures_by_their_numbers() -> None:
    case = with_exhibit(
        evidence=[make_evidence(), make_evidence(id="note")],
        incidents=[make_incident(exhibits=["first-email", "note"])],
    )

    (row,) = rows_of(letters_copy(case))

    assert read(row.where) == ["Enclosure 1", "Enclosure 2"]
    assert not any(isinstance(inline, PageOf) for block in row.where for inline in block.inlines)


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ((9,), "\u00b6 9"),
        ((9, 10), "\u00b6\u00b6 9, 10"),
        ((12, 9, 10, 11, 20), "\u00b6\u00b6 9\u201312, 20"),
    ],
)
def test_several_paragraphs_are_cited_together(paragraphs: tuple[int, ...], expected: str) -> None:
    (row,) = rows_of(court_copy(paragraphs={"incidents[1]": paragraphs}))

    assert read(row.where) == [expected]


def test_each_run_of_three_numbers_is_read_as_one() -> None:
    assert ranges((1, 2, 4, 5, 6, 9, 9), "{first} to {last}") == ["1", "2", "4 to 6", "9"]
    assert rows_in_words((3, 1, 2, 8), maker_for(make_case()).namer, "{first} to {last}") == "1 to 3 and 8"


def test_typed_words_in_a_phrase_keep_their_source() -> None:
    assert filled("Told: {name}, {day}.", name=Span("Pat", "notices[1].to"), day="March 5") == (
        Span("Told: "),
        Span("Pat", "notices[1].to"),
        Span(", March 5."),
    )


def test_no_line_ends_between_an_exhibit_and_its_letter() -> None:
    (row,) = rows_of(court_copy(with_exhibit()))

    first = row.where[0].inlines[0]

    assert isinstance(first, Span)
    assert (first.text, plain(first.text)) == ("Exhibit\u00a0A", "Exhibit A")
