"""Which events a chronology lists, and the facts of their rows."""

import pytest
from document.chronologies import (
    MARCH_10,
    MARCH_17,
    court_copy,
    emails,
    letters_copy,
    listed_for_court,
    paths_of,
    with_exhibit,
)
from factories import Typed, facts_of, make_case, make_evidence, make_incident

from formgen.document.chronology_events import caller_of
from formgen.document.chronology_listed import Listed


def one_listed(**changes: object) -> Listed:
    """Return the only row of a small case whose incident has *changes*."""
    (listed,) = listed_for_court(make_case(incidents=[make_incident(**changes)]))
    return listed


def test_the_court_sees_only_what_a_paragraph_swears_to_or_an_exhibit_shows() -> None:
    case = with_exhibit(
        incidents=[
            {"id": "shown", "when": "March 1, 2026", "account": "One.", "exhibits": ["first-email"]},
            {"id": "sworn", "when": "March 2, 2026", "account": "Two."},
            {"id": "neither", "when": "March 3, 2026", "account": "Three."},
        ],
        notices=[MARCH_10],
        requests_to_stop=[MARCH_17],
    )

    paper = court_copy(case, paragraphs={"incidents[2]": (7,), "requests_to_stop[1]": (9,)})

    assert paths_of(paper) == ["incidents[1]", "incidents[2]", "requests_to_stop[1]"]


def test_the_employer_sees_every_incident_that_is_not_withheld() -> None:
    case = make_case(
        incidents=[*emails(2), {"id": "private", "when": "2026-03-09", "withheld_from": ["employer"]}],
        notices=[{**MARCH_10, "about": ["email-1"]}],
        requests_to_stop=[MARCH_17, {**MARCH_17, "withheld_from": ["employer"]}],
    )

    assert paths_of(letters_copy(case)) == [
        "incidents[1]",
        "incidents[2]",
        "notices[1]",
        "requests_to_stop[1]",
    ]


def test_a_notice_of_nothing_but_what_is_withheld_does_not_tell_of_it_by_its_silence() -> None:
    case = make_case(
        incidents=[make_incident(withheld_from=["employer"]), *emails(1)],
        notices=[{**MARCH_10, "account": None, "about": ["first-email"]}],
    )

    assert paths_of(letters_copy(case)) == ["incidents[2]"]


@pytest.mark.parametrize(
    "changes",
    [
        {"withheld_from": ["court"]},
        {"identifies": "yes"},
    ],
    ids=["withheld from the court", "would reveal who is not named"],
)
def test_evidence_that_the_court_may_not_see_is_not_cited(changes: Typed) -> None:
    case = with_exhibit(
        evidence=[make_evidence(**changes)],
        employees=[{"name": "Lee Tran", "referred_to_as": "Employee A"}],
    )

    paper = court_copy(case, paragraphs={})

    assert (paths_of(paper), paper.cites) == ([], ())


def test_a_recording_that_is_kept_out_is_not_cited() -> None:
    case = with_exhibit(
        evidence=[make_evidence(file="evidence/call.mp3")],
        incidents=[make_incident(recording="unsure", exhibits=["first-email"])],
    )

    assert court_copy(case).cites == ()
    assert letters_copy(case).cites == ()


def test_same_day_entries_stand_by_time_then_as_they_were_typed() -> None:
    case = make_case(
        incidents=[
            make_incident(id="late", when="March 5, 2026 at 9 pm"),
            make_incident(id="early", when="March 5, 2026 at 7 am"),
            make_incident(id="some-time", when="March 5, 2026"),
        ]
    )

    assert paths_of(court_copy(case)) == ["incidents[3]", "incidents[2]", "incidents[1]"]


def test_contact_is_marked_with_the_first_request_and_notice_that_it_is_known_to_follow() -> None:
    case = make_case(
        incidents=[
            make_incident(id="before", when="2026-03-01"),
            make_incident(id="after", when="2026-04-01"),
        ],
        notices=[MARCH_10, {**MARCH_10, "when": "March 12, 2026"}],
        requests_to_stop=[MARCH_17],
    )

    marks = {row.event.path: (row.after_request, row.after_notice) for row in listed_for_court(case)}

    assert marks["incidents[1]"] == (None, None)
    assert marks["incidents[2]"] == (4, 2)


def test_contact_on_the_day_of_a_request_without_a_time_is_not_marked() -> None:
    case = make_case(incidents=[make_incident(when="March 17, 2026")], requests_to_stop=[MARCH_17])

    assert [row.after_request for row in listed_for_court(case)] == [None, None]


def test_a_request_that_has_no_row_marks_nothing() -> None:
    case = make_case(incidents=[make_incident(when="2026-04-01")], requests_to_stop=[MARCH_17])

    (row,) = listed_for_court(case, paragraphs={"incidents[1]": (5,)})

    assert row.after_request is None


def test_an_incident_names_the_rows_in_which_the_employer_was_told_and_they_name_it() -> None:
    incident, notice = listed_for_court(make_case(notices=[MARCH_10]))

    assert (incident.told, notice.about) == ((2,), (1,))


def test_an_event_only_known_to_come_after_another_names_its_row() -> None:
    case = make_case(
        incidents=[
            make_incident(),
            {"id": "later", "when": "unknown", "after": "first-email", "account": "So."},
        ]
    )

    assert [(row.placed_after, row.is_undated) for row in listed_for_court(case)] == [
        (None, False),
        (1, False),
    ]


@pytest.mark.parametrize(
    ("changes", "account", "source"),
    [
        ({}, ("Carl Voss emailed me after I called about his unpaid invoice.",), "account"),
        ({"short": "He wrote."}, ("He wrote.",), "short"),
        ({"for_court": "Mr. Voss wrote."}, ("Mr. Voss wrote.",), "for_court"),
        ({"for_court": "Mr. Voss wrote.", "short": "He wrote."}, ("He wrote.",), "short"),
        ({"account": "One.\n\nTwo\nlines."}, ("One.", "Two lines."), "account"),
        ({"account": None}, (), "account"),
    ],
)
def test_what_happened_is_told_in_the_declarants_own_words(
    changes: Typed, account: tuple[str, ...], source: str
) -> None:
    listed = one_listed(**changes)

    assert listed.account == account
    assert listed.account_source == f"incidents[1].{source}"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("{when} he wrote.", "On March 5 at 8:47 p.m. he wrote."),
        ("He wrote {when}.", "He wrote on March 5 at 8:47 p.m."),
        ("He wrote {exhibits}.", "He wrote."),
        ("He wrote ({exhibits}).", "He wrote."),
        ("He wrote ({exhibit note} and {exhibit call-log}).", "He wrote."),
        ("{exhibit note} I wrote it down.", "I wrote it down."),
        ("He wrote {nonsense}.", "He wrote {nonsense}."),
    ],
)
def test_markers_are_filled_or_gone(typed: str, printed: str) -> None:
    listed = one_listed(account=typed)

    assert listed.account_plain == (printed,)
    assert [text.replace("\u00a0", " ") for text in listed.account] == [printed]


def test_the_letters_copy_has_the_words_for_the_employer() -> None:
    case = make_case(
        incidents=[make_incident(account="He wrote about you.", for_court="He wrote about Pat.")]
    )

    (carried,) = (c for c in letters_copy(case).carries if c.path == "incidents[1].account")

    assert carried.text == "He wrote about you."


def test_exact_words_in_the_account_are_not_said_twice() -> None:
    assert one_listed(account='He said, "No."', quotes=["No."]).quotes == ()


def test_exact_words_of_another_stand_under_that_name() -> None:
    (quote,) = one_listed(quotes=[{"text": "He is here.", "speaker": "Lee Tran"}]).quotes

    assert (quote.lead_in, quote.text) == ("Lee Tran said:", "He is here.")


def test_exact_words_that_would_reveal_somebody_are_left_out_and_told_by_their_place() -> None:
    case = make_case(
        employees=[{"name": "Lee Tran", "referred_to_as": "Employee A"}],
        incidents=[make_incident(quotes=["I see you.", {"text": "I see you, Lee.", "identifies": "yes"}])],
    )

    (row,) = listed_for_court(case)

    assert [quote.text for quote in row.quotes] == ["I see you."]
    assert row.hides_words
    assert "incidents[1].quotes[2]" in court_copy(case).withheld


def test_who_is_not_named_is_called_so_by_the_court_and_by_name_in_the_letter() -> None:
    facts = facts_of(make_case(employees=[{"name": "Lee Tran", "referred_to_as": "Employee A"}]))
    chronologies = facts.jurisdiction.chronologies

    assert caller_of(facts, chronologies["chronology"])("Lee Tran") == "Employee A"
    assert caller_of(facts, chronologies["chronology"])("Pat Moreno") == "Pat Moreno"
    assert caller_of(facts, chronologies["enclosure-chronology"])("Lee Tran") == "Lee Tran"
