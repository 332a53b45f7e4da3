"""Questions to the declarant, and warnings."""

import pytest
from checks.runs import Told, questions_of, to_make
from document.declarations import harassment
from factories import AS_OF, Typed, jurisdiction, make_case, make_evidence, make_incident, merged

from formgen.checks.prompts import prompts
from formgen.errors import Severity
from formgen.facts.facts import derive

COMPLETE: Typed = {
    "letter": {"opening": "Carl Voss is a customer with an unpaid invoice."},
    "notices": [{"when": "March 6, 2026", "to": "Pat Moreno", "how": "email", "answer": "none"}],
    "requests_to_stop": "none",
    "requests": ["investigate", {"ask": "answer", "by": "May 20, 2026"}],
}


def asked(**changes: object) -> list[Told]:
    """Return code and path of every question about an otherwise complete case."""
    return [(p.code, p.path) for p in questions_of(make_case(**{**COMPLETE, **changes}))]


def asked_of_both(*only: str, **changes: object) -> list[str]:
    """Return the codes of every question about a case for a letter and a court, of the papers *only*."""
    case: Typed = {
        **COMPLETE,
        "papers": ["notice-letter", "civil-harassment"],
        "temporary_order": {"asked": "no"},
    }
    return [p.code for p in questions_of(harassment(**merged(case, changes)), only)]


def test_a_complete_case_is_asked_nothing() -> None:
    assert asked() == []


@pytest.mark.parametrize(
    ("changes", "code", "path"),
    [
        ({"notices": None}, "notices-blank", "notices"),
        ({"notices": [{"when": "March 6, 2026", "to": "Pat Moreno"}]}, "answer-blank", "notices[1]"),
        ({"requests_to_stop": None}, "no-asked-to-stop", "requests_to_stop"),
        ({"requests": None}, "requests-blank", "requests"),
        ({"requests": ["investigate"]}, "answer-day-blank", "requests"),
        ({"requests": [{"ask": "answer", "by": "May 16, 2026"}]}, "answer-day-weekend", "requests[1].by"),
        ({"effects": ["I am tired."]}, "effect-kind-blank", "effects[1]"),
        ({"incidents": [make_incident(channel=None)]}, "channel-blank", "incidents[1]"),
        ({"incidents": [make_incident(when="unknown")]}, "date-not-recalled", "incidents[1].when"),
        ({"incidents": [make_incident(channel="voicemail")]}, "recording-blank", "incidents[1]"),
        ({"incidents": [make_incident(recording="unsure")]}, "recording-unsure", "incidents[1].recording"),
        ({"incidents": [make_incident(knowledge="told")]}, "hearsay", "incidents[1].knowledge"),
        (
            {"incidents": [make_incident(quotes=[{"text": "x", "speaker": "Lee Tran"}])]},
            "quote-of-another",
            "incidents[1].quotes[1]",
        ),
        (
            {"incidents": [make_incident(id=str(n), lead="yes") for n in range(6)]},
            "too-many-leads",
            "incidents",
        ),
        ({"respondent": {"name": "Wolfe" * 60}}, "name-long", "respondent.name"),
        ({"evidence": [make_evidence()]}, "evidence-not-cited", "evidence[1]"),
        ({"letter": None}, "opening-blank", "letter.opening"),
        ({"incidents": [make_incident(quotes=["“Go.”"])]}, "quote-in-marks", "incidents[1].quotes[1]"),
        (
            {"letter": {"opening": "x", "closing": "It is constantly so."}},
            "conclusion-word",
            "letter.closing",
        ),
        (
            {"requests": ["Stop the threat.", {"ask": "answer", "by": "May 20, 2026"}]},
            "conclusion-word",
            "requests[1]",
        ),
        ({"respondent": {"relationship": "spouse"}}, "own-order-left-out", "respondent.relationship"),
        (
            {"incidents": [make_incident(missing_evidence=["the call log"])]},
            "evidence-still-to-get",
            "incidents[1].missing_evidence[1]",
        ),
        (
            {"incidents": [make_incident(recording="voicemail", duplicate_given="no")]},
            "recording-question",
            "incidents[1].transcript",
        ),
    ],
)
def test_what_is_blank_or_unclear_is_asked_about(changes: Typed, code: str, path: str) -> None:
    assert asked(**changes) == [(code, path)]


def test_evidence_that_is_cited_but_not_described_is_asked_about() -> None:
    incident = make_incident(exhibits=["first-email"])

    assert asked(incidents=[incident], evidence=[make_evidence(description=None)]) == [
        ("evidence-undescribed", "evidence[1].description")
    ]


def test_the_ground_of_age_asks_whether_she_is_40_or_over() -> None:
    incident = make_incident(quotes=["Old hag."], protected_basis=[{"basis": "age", "words": "Old"}])
    found = asked(incidents=[incident])

    assert [path for _, path in found].count("declarant.age_40_or_over") == 1
    assert "declarant.age_40_or_over" not in [
        path for _, path in asked(incidents=[incident], declarant={"age_40_or_over": "no"})
    ]


def test_a_picture_of_a_message_is_asked_about_as_far_as_it_is_not_answered() -> None:
    case = make_case(
        **{
            **COMPLETE,
            "incidents": [make_incident(exhibits=["first-email"])],
            "evidence": [make_evidence(shows_sender="yes", taken_by="Dana Reyes")],
        }
    )
    facts = derive(case, jurisdiction(), as_of=AS_OF, kinds={"evidence[1]": "PNG"})

    assert [(p.code, p.path) for p in prompts(facts, to_make(case))] == [
        ("picture-question", "evidence[1].shows_date"),
        ("picture-question", "evidence[1].complete"),
        ("picture-question", "evidence[1].taken_on"),
    ]


def test_a_word_that_concludes_stays_and_is_asked_about_each_time_it_is_used() -> None:
    incident = make_incident(account="I felt a threat. He constantly wrote. A threat again.")
    found = questions_of(make_case(**{**COMPLETE, "incidents": [incident]}))

    assert [(p.code, p.path) for p in found] == [("conclusion-word", "incidents[1].account")] * 2
    assert [p.what for p in found] == [
        "The word “threat” concludes. It stays as typed.",
        "The word “constantly” concludes. It stays as typed.",
    ]


def test_words_that_conclude_are_not_sought_in_the_respondents_own_words() -> None:
    assert asked(incidents=[make_incident(quotes=["This is a threat."])]) == []


def test_what_the_case_accepts_is_not_asked_again() -> None:
    assert asked(notices=None, accept=["notices-blank"]) == []


def test_only_evidence_nobody_cites_and_long_names_are_warnings() -> None:
    case = make_case(**{**COMPLETE, "evidence": [make_evidence()], "effects": ["x"]})
    found = {p.code: p.severity for p in questions_of(case)}

    assert found == {"evidence-not-cited": Severity.WARNING, "effect-kind-blank": Severity.PROMPT}


LETTER = "notice-letter"
DECLARATION = "declaration-petitioner"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"letter": None}, "opening-blank"),
        ({"requests": None}, "requests-blank"),
        ({"requests": ["investigate"]}, "answer-day-blank"),
        ({"effects": [{"what": "I wake at night."}]}, "effect-kind-blank"),
        ({"letter": {"closing": "It is constantly so."}}, "conclusion-word"),
        (
            {
                "incidents": [
                    make_incident(knowledge="received", protected_basis=[{"basis": "sex", "words": "it"}])
                ]
            },
            "no-employer-control",
        ),
        (
            {"notices": [{"when": "March 6, 2026", "account": "I told you.", "for_court": "I told Pat."}]},
            "answer-blank",
        ),
    ],
)
def test_questions_about_a_letter_are_asked_only_if_one_is_made(changes: Typed, code: str) -> None:
    assert code in asked_of_both(LETTER, **changes)
    assert code in asked_of_both(**changes)
    assert code not in asked_of_both(DECLARATION, **changes)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, "no-civil-course-of-conduct"),
        ({"temporary_order": None}, "temporary-order-blank"),
        ({"fear": {"account": "He is dangerous."}}, "conclusion-word"),
        ({"incidents": [make_incident(knowledge="received", for_court="He stalked me.")]}, "conclusion-word"),
        ({"witnesses": [{"name": "Lee Tran", "paragraphs": ["He stalked her."]}]}, "conclusion-word"),
        ({"evidence": [make_evidence(how_known="He always sends it.")]}, "conclusion-word"),
    ],
)
def test_questions_about_a_court_are_asked_only_if_a_paper_for_it_is_made(changes: Typed, code: str) -> None:
    assert code in asked_of_both(DECLARATION, **changes)
    assert code in asked_of_both(**changes)
    assert code not in asked_of_both(LETTER, **changes)


@pytest.mark.parametrize("only", [LETTER, DECLARATION])
def test_whether_the_respondent_was_asked_to_stop_matters_to_every_paper(only: str) -> None:
    assert "no-asked-to-stop" in asked_of_both(only, requests_to_stop=None)


def test_what_a_declarant_asks_a_court_to_forbid_may_be_called_by_its_name() -> None:
    orders = {"conduct": ["harass, stalk or threaten me"], "others": ["Do not threaten me."]}

    assert "conclusion-word" not in asked_of_both(orders=orders)


def test_an_answer_is_asked_for_where_some_paper_prints_it() -> None:
    notice: Typed = {"when": "March 6, 2026", "account": "I told Pat Moreno."}

    assert "answer-blank" in asked_of_both(DECLARATION, notices=[notice])
    assert "answer-blank" not in asked_of_both(DECLARATION, notices=[{**notice, "answer": "none"}])
    assert "answer-blank" not in asked_of_both(
        notices=[{"when": "March 6, 2026", "for_court": "I told Pat."}]
    )


@pytest.mark.parametrize(
    "part",
    [
        "letter",
        "court",
        "declarant",
        "petitioner",
        "employees",
        "employer",
        "respondent",
        "protected_persons",
        "incidents",
        "why_now",
        "notices",
        "requests_to_stop",
        "dispute",
        "effects",
        "fear",
        "protective_steps",
        "requests",
        "orders",
        "temporary_order",
        "witnesses",
        "evidence",
    ],
)
def test_any_part_may_be_blank(part: str) -> None:
    for value in (
        (None, "none") if part in ("protected_persons", "why_now", "notices", "requests_to_stop") else (None,)
    ):
        assert isinstance(asked_of_both(**{part: value}), list)
