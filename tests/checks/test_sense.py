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
