"""Contradictions in a case."""

from datetime import date

import pytest
from factories import facts_of, make_case, make_evidence, make_incident

from formgen.checks.sense import nonsense


def told(as_of: date = date(2026, 5, 12), /, **changes: object) -> list[tuple[str, str]]:
    """Return code and path of every contradiction."""
    return [(p.code, p.path) for p in nonsense(facts_of(make_case(**changes), as_of))]


def test_a_sound_case_has_no_contradictions() -> None:
    assert told(incidents=[make_incident(exhibits=["first-email"])], evidence=[make_evidence()]) == []


def test_two_records_of_one_id_are_told_at_the_second() -> None:
    assert told(
        incidents=[make_incident(), make_incident()], evidence=[make_evidence(), make_evidence()]
    ) == [
        ("id-doubled", "incidents[2].id"),
        ("id-doubled", "evidence[2].id"),
    ]


def test_records_without_an_id_are_never_doubled() -> None:
    assert told(incidents=[make_incident(id=None), make_incident(id=None)]) == []


def test_every_reference_to_nothing_is_told_where_it_stands() -> None:
    case = {
        "incidents": [make_incident(exhibits=["a"], transcript="b", when="unknown", after="c")],
        "notices": [{"when": "March 9, 2026", "about": ["first-email", "d"], "exhibits": ["e"]}],
        "requests_to_stop": [{"when": "March 9, 2026", "exhibits": ["f"]}],
        "why_now": {"incident": "g"},
    }

    assert sorted(told(**case)) == [
        ("exhibit-not-found", "incidents[1].exhibits[1]"),
        ("exhibit-not-found", "incidents[1].transcript"),
        ("exhibit-not-found", "notices[1].exhibits[1]"),
        ("exhibit-not-found", "requests_to_stop[1].exhibits[1]"),
        ("incident-not-found", "incidents[1].after"),
        ("incident-not-found", "notices[1].about[2]"),
        ("incident-not-found", "why_now.incident"),
    ]


def test_no_leading_event_is_an_answer() -> None:
    assert told(why_now="none") == []


@pytest.mark.parametrize(
    ("when", "as_of", "expected"),
    [
        ("March 5, 2026", date(2026, 3, 5), []),
        ("March 6, 2026", date(2026, 3, 5), [("date-in-future", "incidents[1].when")]),
        ("March 2026", date(2026, 3, 5), []),
        ("before June 1, 2026", date(2026, 3, 5), []),
        ("after March 5, 2026", date(2026, 3, 5), [("date-in-future", "incidents[1].when")]),
        ("2026-03-06 05:00 +09:00", date(2026, 3, 5), []),
    ],
)
def test_an_event_may_not_come_after_the_day_of_making(
    when: str, as_of: date, expected: list[tuple[str, str]]
) -> None:
    assert told(as_of, incidents=[make_incident(when=when)]) == expected


def test_an_event_may_not_come_after_the_date_of_the_letter() -> None:
    assert told(letter={"date": "March 4, 2026"}) == [("date-after-letter", "incidents[1].when")]


def test_a_time_that_the_clocks_skipped_is_told() -> None:
    assert told(incidents=[make_incident(when="2026-03-08 02:30")]) == [("time-skipped", "incidents[1].when")]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("March 4, 2026", [("notice-too-early", "notices[1].when")]),
        ("March 5, 2026", []),
        ("between March 1 and March 9, 2026", []),
        ("after March 1, 2026", []),
        ("unknown", []),
        (None, []),
    ],
)
def test_a_notice_comes_no_sooner_than_what_it_reports(
    when: str | None, expected: list[tuple[str, str]]
) -> None:
    assert told(notices=[{"when": when, "to": "Pat Moreno", "about": ["first-email"]}]) == expected


@pytest.mark.parametrize(
    ("by", "expected"),
    [("May 12, 2026", [("answer-day-past", "requests[1].by")]), ("May 13, 2026", [])],
)
def test_an_answer_is_asked_for_after_the_date_of_the_letter(
    by: str, expected: list[tuple[str, str]]
) -> None:
    assert told(requests=[{"ask": "answer", "by": by}]) == expected


def test_a_protected_ground_is_one_that_the_catalog_knows_and_its_words_stand_in_the_incident() -> None:
    incident = make_incident(
        quotes=["A middle-aged woman."],
        protected_basis=[
            {"basis": "sex", "words": "A middle-aged woman"},
            {"basis": "height", "words": "middle-aged"},
            {"basis": "age", "words": "Middle-Aged"},
        ],
    )

    assert told(incidents=[incident]) == [
        ("basis-unknown", "incidents[1].protected_basis[2].basis"),
        ("basis-words-not-found", "incidents[1].protected_basis[3].words"),
    ]


def test_a_marker_with_nothing_behind_it_is_never_printed() -> None:
    case = {
        "notices": [{"to": "Pat Moreno", "account": "{when} I told you.", "answer": "You said so {when}."}],
        "requests_to_stop": [{"account": "I wrote {when}."}],
        "letter": {"opening": "{when} it began {exhibits}."},
        "effects": [{"what": "Since {when} I am tired.", "kind": "work"}],
        "dispute": {"account": "See {exhibits}."},
    }

    assert sorted(told(**case)) == [
        ("marker-misplaced", "dispute.account"),
        ("marker-misplaced", "effects[1].what"),
        ("marker-misplaced", "letter.opening"),
        ("marker-misplaced", "notices[1].answer"),
        ("marker-without-date", "notices[1].account"),
        ("marker-without-date", "requests_to_stop[1].account"),
    ]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("March 5, 2026 at 8:47 pm", []),
        ("March 5, 2026 at about 9 pm", []),
        ("March 5, 2026", []),
        ("March 5, 2026 at 8:48 pm", [("date-disagrees", "incidents[1].when")]),
        ("March 6, 2026 at 8:47 pm", [("date-disagrees", "incidents[1].when")]),
        ("March 6, 2026 at about 8:47 pm", [("date-disagrees", "incidents[1].when")]),
    ],
)
def test_a_typed_time_that_is_not_the_messages_own_is_to_be_settled(
    when: str, expected: list[tuple[str, str]]
) -> None:
    message = {"date": "Thu, 05 Mar 2026 20:47:22 -0800"}
    evidence = [make_evidence(message=message)]

    assert told(incidents=[make_incident(when=when, exhibits=["first-email"])], evidence=evidence) == expected


@pytest.mark.parametrize("header", ["", "yesterday", "Thu, 05 Mar 2026 20:47:22 -0000"])
def test_a_header_that_gives_no_certain_time_settles_nothing(header: str) -> None:
    evidence = [make_evidence(message={"date": header})]

    assert told(incidents=[make_incident(exhibits=["first-email"])], evidence=evidence) == []


def test_days_that_have_not_come_are_told_wherever_they_stand() -> None:
    case = {
        "effects": [{"what": "x", "kind": "work", "since": "June 1, 2026"}],
        "evidence": [make_evidence(taken_on="June 1, 2026")],
        "notices": [{"when": "March 6, 2026", "answered_on": "June 1, 2026"}],
    }

    assert sorted(told(**case)) == [
        ("date-in-future", "effects[1].since"),
        ("date-in-future", "evidence[1].taken_on"),
        ("date-in-future", "notices[1].answered_on"),
    ]


def test_an_answer_comes_no_sooner_than_the_notice() -> None:
    notice = {"when": "March 6, 2026", "answered_on": "March 5, 2026"}

    assert told(notices=[notice]) == [("answer-too-early", "notices[1].answered_on")]


def test_a_day_is_given_only_for_the_answer() -> None:
    assert told(requests=[{"ask": "investigate", "by": "June 1, 2026"}]) == [
        ("by-without-answer", "requests[1].by")
    ]
