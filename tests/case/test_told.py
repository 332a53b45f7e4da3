"""Notices, requests and the letter's choices."""

from datetime import date

import pytest
from factories import make_case, refusals

from formgen.case.base import records
from formgen.case.told import Effect, ProtectiveStep, Request
from formgen.case.when import When


def test_a_request_may_be_typed_in_short() -> None:
    case = make_case(
        requests=["reassign-contact", {"ask": "answer", "by": "May 20, 2026"}, "Tell him not to come."]
    )

    assert case.requests == (
        Request(ask="reassign-contact"),
        Request(ask="answer", by=date(2026, 5, 20)),
        Request(ask="Tell him not to come."),
    )


def test_an_answer_is_asked_for_by_an_exact_day() -> None:
    assert refusals(requests=[{"ask": "answer", "by": "about May 20, 2026"}]) == [
        ("not-an-exact-day", "requests.0.by")
    ]


def test_effects_and_steps_may_be_typed_in_short() -> None:
    case = make_case(effects=["I wake at night."], protective_steps=["We lock the door.", {"by": "Pat"}])

    assert case.effects == (Effect(what="I wake at night."),)
    assert case.protective_steps == (
        ProtectiveStep(account="We lock the door."),
        ProtectiveStep(by="Pat"),
    )


def test_silence_words_and_a_blank_are_three_answers_to_a_notice() -> None:
    case = make_case(notices=[{"answer": "none"}, {"answer": "He said none of it."}, {"answer": None}])

    assert [notice.answer for notice in records(case.notices)] == ["none", "He said none of it.", None]


def test_a_notice_keeps_what_was_typed() -> None:
    (notice,) = records(
        make_case(
            notices=[
                {
                    "when": "about March 10, 2026",
                    "to": "Pat Moreno",
                    "how": "in person",
                    "about": ["first-email"],
                    "account": "{when} I showed you the email.",
                }
            ]
        ).notices
    )

    assert notice.when == When.parse("about March 10, 2026")
    assert (notice.to, notice.how, notice.about) == ("Pat Moreno", "in person", ("first-email",))
    assert notice.account == "{when} I showed you the email."


def test_an_effect_has_lasted_since_a_day_or_was_on_one() -> None:
    case = make_case(
        effects=[
            {"what": "x", "since": "late March 2026"},
            {"what": "y", "on": "March 17, 2026"},
            {"on": None},
        ]
    )

    assert [(effect.since, effect.on) for effect in case.effects] == [
        (When.parse("late March 2026"), None),
        (None, When.parse("March 17, 2026")),
        (None, None),
    ]
    assert refusals(effects=[{"on": "31 June"}]) == [("date-does-not-exist", "effects.0.on")]


@pytest.mark.parametrize("kind", ["Work", "sleep"])
def test_an_effect_is_of_one_of_three_kinds(kind: str) -> None:
    assert refusals(effects=[{"what": "x", "kind": kind}]) == [("literal_error", "effects.0.kind")]
    assert [make_case(effects=[{"kind": k}]).effects[0].kind for k in ("work", "health", "other")] == [
        "work",
        "health",
        "other",
    ]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("April 17, 2026", date(2026, 4, 17)), ("2026-04-17", date(2026, 4, 17)), (None, None)],
)
def test_the_day_on_the_letter_is_an_exact_day_or_blank(typed: str | None, expected: date | None) -> None:
    assert make_case(letter={"date": typed}).letter.date == expected


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("April 2026", "not-an-exact-day"),
        ("unknown", "not-an-exact-day"),
        ("13/5/2026", "date-does-not-exist"),
        ("today", "date-not-understood"),
        (20260417, "text-expected"),
    ],
)
def test_any_other_day_on_the_letter_is_refused(typed: object, slug: str) -> None:
    assert refusals(letter={"date": typed}) == [(slug, "letter.date")]


def test_who_gets_a_copy_is_a_list() -> None:
    assert refusals(letter={"copies": "Lee Tran"}) == [("tuple_type", "letter.copies")]
