"""What a case asks of a letter, against what the letter can say."""

import pytest
from factories import jurisdiction, make_case, make_evidence, make_incident

from formgen.checks.letter_asks import letter_problems


def told(**changes: object) -> list[tuple[str, str, str]]:
    """Return code, path and remedy of every problem."""
    letter = jurisdiction().letters["notice-letter"]
    return [(p.code, p.path, p.fix) for p in letter_problems(make_case(**changes), letter)]


def test_requests_of_the_catalog_and_sentences_of_her_own_are_fine() -> None:
    assert (
        told(requests=["investigate", "Take me off the telephone.", {"ask": "answer", "by": "May 20, 2026"}])
        == []
    )


def test_a_misspelt_request_is_told_with_the_nearest() -> None:
    assert told(requests=["investigate", "reasign-contact"]) == [
        ("request-unknown", "requests[2]", "Did you mean `reassign-contact`?")
    ]


@pytest.mark.parametrize(("count", "expected"), [(8, []), (9, ["requests-too-many"])])
def test_more_than_eight_requests_are_to_be_cut(count: int, expected: list[str]) -> None:
    own = [f"Do thing number {n}." for n in range(count)]

    assert [code for code, _, _ in told(requests=[*own, {"ask": "answer", "by": "May 20, 2026"}])] == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"letter": {"subject": "Messages"}, "respondent": {"relation": None}}, ["respondent-not-named"]),
        ({"letter": {"subject": "Messages from Carl Voss"}, "respondent": {"relation": None}}, []),
        (
            {
                "letter": {"subject": "Messages", "opening": "It is Carl Voss."},
                "respondent": {"relation": None},
            },
            [],
        ),
        ({"letter": {"subject": "Messages"}}, []),
        ({"respondent": {"relation": None}}, []),
    ],
)
def test_the_respondent_is_named_in_full_at_least_once(
    changes: dict[str, dict[str, object]], expected: list[str]
) -> None:
    incident = make_incident(account="He emailed me.")

    assert [code for code, _, _ in told(incidents=[incident], **changes)] == expected


@pytest.mark.parametrize(
    ("declarant", "expected"),
    [
        ({"mailing_address": None}, [("needed-blank", "declarant.mailing_address.street")]),
        ({"mailing_address": {"street": None}}, [("needed-blank", "declarant.mailing_address.street")]),
        ({"mailing_address": None, "print_on": {"letter": ["email"]}, "email": "dana@example.com"}, []),
    ],
)
def test_an_address_is_needed_only_if_the_letter_shows_it(
    declarant: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    assert [(code, path) for code, path, _ in told(declarant=declarant)] == expected


def test_a_letter_needs_an_incident_that_its_reader_may_see() -> None:
    hidden = make_incident(withheld_from=["employer"])

    assert [code for code, _, _ in told(incidents=[hidden])] == ["nothing-to-tell"]
    assert told(incidents=[hidden, make_incident(id="b")]) == []


def test_a_relation_is_words_not_a_sentence() -> None:
    assert [(code, path) for code, path, _ in told(respondent={"relation": "He is a customer."})] == [
        ("relation-not-words", "respondent.relation")
    ]


def test_nothing_is_said_to_be_enclosed_that_has_no_file() -> None:
    incident = make_incident(exhibits=["first-email"])
    evidence = [make_evidence(file=None)]

    assert [path for _, path, _ in told(incidents=[incident], evidence=evidence)] == ["evidence[1].file"]
    assert told(incidents=[make_incident()], evidence=evidence) == []
