"""Contradictions in a case."""

import pytest
from checks.runs import Told
from factories import Typed, facts_of, make_case, make_evidence, make_incident

from formgen.checks.sense import nonsense


def told(**changes: object) -> list[Told]:
    """Return code and path of every contradiction."""
    return [(p.code, p.path) for p in nonsense(facts_of(make_case(**changes)))]


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


def test_contradictions_between_dates_are_among_them() -> None:
    assert told(incidents=[make_incident(when="June 1, 2026")]) == [("date-in-future", "incidents[1].when")]


def test_two_exhibits_with_one_fixed_letter_are_told_at_the_second() -> None:
    evidence = [
        make_evidence(id=name, label=label)
        for name, label in (("a", "A"), ("b", "B"), ("c", " a"), ("d", None), ("e", None), ("f", "B"))
    ]

    assert told(evidence=evidence) == [
        ("label-doubled", "evidence[3].label"),
        ("label-doubled", "evidence[6].label"),
    ]


def test_what_a_witness_cites_is_among_the_evidence() -> None:
    witnesses = [
        {"name": "Lee Tran"},
        {
            "name": "June Park",
            "paragraphs": ["I saw it.", {"account": "And.", "exhibits": ["the-note"]}],
        },
    ]
    (problem,) = nonsense(facts_of(make_case(witnesses=witnesses)))

    assert (problem.code, problem.path) == ("exhibit-not-found", "witnesses[2].paragraphs[2].exhibits[1]")
    assert "June" not in problem.what + problem.fix


@pytest.mark.parametrize("name", ["account", "for_court", "short"])
def test_evidence_cited_by_name_in_an_account_is_listed_beside_it(name: str) -> None:
    incident = make_incident(exhibits=["note"], **{name: "I saw {exhibit photo} and {exhibit note}."})
    evidence = [make_evidence(id="note"), make_evidence(id="photo")]

    assert told(incidents=[incident], evidence=evidence) == [
        ("exhibit-marker-unlisted", f"incidents[1].{name}")
    ]


def test_a_witness_cites_by_name_only_what_is_listed_too() -> None:
    witnesses = [{"paragraphs": [{"account": "I saw {exhibit photo}.", "exhibits": []}]}]

    assert told(witnesses=witnesses) == [("exhibit-marker-unlisted", "witnesses[1].paragraphs[1].account")]


def test_a_witness_has_no_date_to_fill_in() -> None:
    assert told(witnesses=[{"paragraphs": ["{when} I saw him."]}]) == [
        ("marker-misplaced", "witnesses[1].paragraphs[1].account")
    ]


def test_more_about_an_event_has_the_date_and_the_exhibits_of_the_event() -> None:
    more = {"answer": "yes", "account": "{when} I fell ({exhibits})."}
    dated = make_incident(injury=more, exhibits=["first-email"])
    undated = make_incident(injury=more, exhibits=["first-email"], when=None)

    assert told(incidents=[dated], evidence=[make_evidence()]) == []
    assert told(incidents=[undated], evidence=[make_evidence()]) == [
        ("marker-without-date", "incidents[1].injury.account")
    ]


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"declarant": {"background": "See {exhibits}."}}, "declarant.background"),
        ({"petitioner": {"account": "See {exhibits}."}}, "petitioner.account"),
        ({"respondent": {"account": "See {exhibit first-email}."}}, "respondent.account"),
        (
            {"respondent": {"emails": [{"value": "x", "how_known": "{when}"}]}},
            "respondent.emails[1].how_known",
        ),
        ({"employees": [{"why_others": "{when}"}]}, "employees[1].why_others"),
        ({"employees": [{"left_out": "{when}"}]}, "employees[1].left_out"),
        ({"why_now": {"account": "{when}"}}, "why_now.account"),
        ({"fear": {"harm_without_order": "{when}"}}, "fear.harm_without_order"),
        ({"protective_steps": ["{when}"]}, "protective_steps[1].account"),
        ({"temporary_order": {"why_not_told": "{when}"}}, "temporary_order.why_not_told"),
        ({"orders": {"conduct": ["x", "{when}"]}}, "orders.conduct[2]"),
        ({"orders": {"labor_dispute": "{exhibits}"}}, "orders.labor_dispute"),
        ({"protected_persons": [{"name": "x", "why": "{when}"}]}, "protected_persons[1].why"),
        ({"evidence": [make_evidence(how_known="{when}")]}, "evidence[1].how_known"),
        ({"evidence": [make_evidence(true_copy="{exhibits}")]}, "evidence[1].true_copy"),
        ({"dispute": {"for_court": "{exhibits}"}}, "dispute.for_court"),
        ({"requests": ["Write to him {when}."]}, "requests[1].ask"),
        ({"letter": {"delivery": "{when}"}}, "letter.delivery"),
    ],
)
def test_a_marker_is_told_wherever_none_is_filled(changes: Typed, path: str) -> None:
    assert told(**changes) == [("marker-misplaced", path)]


def test_markers_in_exact_words_are_words() -> None:
    assert told(incidents=[make_incident(quotes=["{when} {exhibits}"])]) == []


def test_parts_that_are_none_or_blank_hold_no_contradictions() -> None:
    nothing: Typed = dict.fromkeys(("why_now", "notices", "requests_to_stop", "protected_persons"), "none")
    blank: Typed = dict.fromkeys(
        ("declarant", "employer", "respondent", "incidents", "evidence", "witnesses")
    )

    assert told(**nothing, **blank) == []
