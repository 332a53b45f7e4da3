"""Incidents: short ways to type them, and answers that stay the words they are."""

from typing import get_args

import pytest
from factories import make_case, make_incident, refusals

from formgen.case.base import Channel
from formgen.case.incident import (
    Incident,
    Injury,
    Knowledge,
    MissingEvidence,
    Police,
    ProtectedBasis,
    Quote,
    Weapon,
)


def incident(**changes: object) -> Incident:
    return make_case(incidents=[make_incident(**changes)]).incidents[0]


def refused(**changes: object) -> list[tuple[str, str]]:
    return refusals(incidents=[make_incident(**changes)])


def test_a_record_may_be_typed_as_one_line_of_text() -> None:
    found = incident(
        quotes=["You'll find out", {"text": "Nice jacket", "whole": "yes"}],
        knowledge="saw",
        weapon="no",
        injury="yes",
        police="unknown",
        missing_evidence=["the call log", {"what": "the footage", "held_by": "the store"}],
    )

    assert found.quotes == (Quote(text="You'll find out"), Quote(text="Nice jacket", whole="yes"))
    assert found.knowledge == Knowledge(how="saw")
    assert (found.weapon, found.injury, found.police) == (
        Weapon(answer="no"),
        Injury(answer="yes"),
        Police(came="unknown"),
    )
    assert found.missing_evidence == (
        MissingEvidence(what="the call log"),
        MissingEvidence(what="the footage", held_by="the store"),
    )


def test_jsons_true_and_false_answer_in_short_too() -> None:
    found = incident(weapon="false", injury={"answer": "true"}, police="false", at_work="true", lead="true")

    assert (found.weapon, found.injury, found.police) == (
        Weapon(answer="no"),
        Injury(answer="yes"),
        Police(came="no"),
    )
    assert (found.at_work, found.lead) == ("yes", "yes")


@pytest.mark.parametrize(
    "name", ["Lee Tran", "told by Lee", " Nguyễn <&> \U0001f622 ", "Pat, who saw it; saw"]
)
def test_told_by_a_name_says_how_she_knows_and_by_whom(name: str) -> None:
    found = incident(knowledge=f"told by {name}").knowledge

    assert found == Knowledge(how="told", told_by=name)
    assert found == incident(knowledge={"how": "told", "told_by": name}).knowledge


@pytest.mark.parametrize(
    "typed", ["told by", "told by ", "Told by Lee Tran", "told Lee Tran", "told  by Lee", ""]
)
def test_told_by_is_read_in_no_other_way(typed: str) -> None:
    expected = [("literal_error", "incidents.0.knowledge.how")] if typed else []

    assert refused(knowledge=typed) == expected


def test_the_long_form_does_not_take_a_name_in_its_first_field() -> None:
    assert refused(knowledge={"how": "told by Lee Tran"}) == [("literal_error", "incidents.0.knowledge.how")]


def test_a_name_that_no_paper_can_carry_is_refused_as_such() -> None:
    assert refused(knowledge="told by Lee\x07") == [("control-character", "incidents.0.knowledge.told_by")]


def test_a_short_record_that_cannot_be_meant_is_refused_at_its_main_field() -> None:
    assert refused(knowledge="guessed", weapon="maybe", police="soon") == [
        ("literal_error", "incidents.0.knowledge.how"),
        ("literal_error", "incidents.0.weapon.answer"),
        ("literal_error", "incidents.0.police.came"),
    ]


def test_a_record_is_neither_a_list_nor_a_number() -> None:
    assert refused(knowledge=["saw"], quotes=[1]) == [
        ("model_type", "incidents.0.quotes.0"),
        ("model_type", "incidents.0.knowledge"),
    ]


def test_one_quote_without_a_list_around_it_is_refused() -> None:
    assert refused(quotes="You'll find out") == [("tuple_type", "incidents.0.quotes")]


@pytest.mark.parametrize("field", sorted(Incident.model_fields))
def test_every_field_may_be_blank(field: str) -> None:
    assert refused(**{field: None}) == []


@pytest.mark.parametrize("channel", get_args(Channel))
def test_every_channel_is_typed_in_words(channel: str) -> None:
    assert incident(channel=channel).channel == channel


@pytest.mark.parametrize("channel", ["Email", "e-mail", "phone", "fax"])
def test_any_other_channel_is_refused(channel: str) -> None:
    assert refused(channel=channel) == [("literal_error", "incidents.0.channel")]


@pytest.mark.parametrize("answer", ["yes", "no", "partly"])
def test_it_reached_her_at_work_or_not_or_partly(answer: str) -> None:
    assert incident(at_work=answer).at_work == answer


@pytest.mark.parametrize("answer", ["unknown", "Yes", "half"])
def test_any_other_answer_is_refused(answer: str) -> None:
    assert refused(at_work=answer) == [("literal_error", "incidents.0.at_work")]


def test_no_protected_ground_is_a_proper_answer() -> None:
    answers: tuple[object, ...] = ("none", None, [])
    grounds = [incident(protected_basis=typed).protected_basis for typed in answers]

    assert grounds == ["none", None, ()]
    assert incident(protected_basis=[{"basis": "sex", "words": "Women"}]).protected_basis == (
        ProtectedBasis(basis="sex", words="Women"),
    )


def test_nobody_present_is_a_proper_answer() -> None:
    assert [incident(present=typed).present for typed in ("none", None, [], ["Lee Tran"])] == [
        "none",
        None,
        (),
        ("Lee Tran",),
    ]


@pytest.mark.parametrize("answer", ["none", "all consented", "voicemail", "unsure"])
def test_how_it_was_recorded_is_one_of_four_answers(answer: str) -> None:
    assert incident(recording=answer).recording == answer
    assert refused(recording=f"{answer}?") == [("literal_error", "incidents.0.recording")]


def test_words_that_look_like_answers_stay_words_in_a_quote() -> None:
    assert [quote.text for quote in incident(quotes=["no", "true", "0123", "none"]).quotes] == [
        "no",
        "true",
        "0123",
        "none",
    ]


@pytest.mark.parametrize("audience", ["employer", "court", "log"])
def test_an_incident_can_be_withheld_from_a_reader(audience: str) -> None:
    assert incident(withheld_from=[audience]).withheld_from == (audience,)
    assert refused(withheld_from=[f"{audience}s"]) == [("literal_error", "incidents.0.withheld_from.0")]


def test_a_date_is_refused_where_it_stands() -> None:
    assert refused(when="13/5/2026", after="second one") == [
        ("date-does-not-exist", "incidents.0.when"),
        ("id-not-in-form", "incidents.0.after"),
    ]
