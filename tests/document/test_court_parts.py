"""Where the paragraphs of a declaration come from, part by part."""

from dataclasses import replace

import pytest
from document.declarations import (
    EMPLOYER,
    PETITIONER,
    WITNESS,
    body_of,
    events_told,
    harassment,
    headings_of,
    paper_of,
    paragraphs_of,
    typed_at,
    violence,
)
from factories import HARD_TEXTS, Typed, facts_of, make_evidence, make_incident

from formgen.case import Case
from formgen.document.court_parts import LONGEST_TOGETHER
from formgen.document.declaration import compose_declaration

KNOWN = "I saw, heard or received what I describe below, except where I say that someone told me."
PERJURY = (
    "I declare under penalty of perjury under the laws of the State of California that the foregoing is true "
    "and correct."
)
ROLE = f"1. I am the person asking for protection. {KNOWN}"
WHO = "Who I am and how I know this"
RECENT = "What happened most recently"
FOLLOWED = "What I told my employer, and what followed"


def seen(name: str, when: str | None, **changes: object) -> Typed:
    """Return an incident of which her account is that she saw *name*."""
    typed: Typed = {"account": f"I saw {name}.", "quotes": [], "channel": "other", "knowledge": "saw"}
    return make_incident(**{"id": name, "when": when, **typed, **changes})


def under(case: Case, name: str = "") -> dict[str, list[str]]:
    """Return the paragraphs of a declaration by their headings, without numbers and dates."""
    found: dict[str, list[str]] = {}
    paper = paper_of(case, name)
    headings = headings_of(paper)
    heading = ""
    for text in paragraphs_of(paper):
        if text in headings:
            heading = text
        elif text[0].isdigit():
            told = text.partition(". ")[2]
            found.setdefault(heading, []).append(told[told.find("I saw") :] if "I saw " in told else told)
    return found


def told_under(case: Case, name: str = "") -> dict[str, list[str]]:
    """Return which of `seen` stand under which heading."""
    told = {
        heading: [
            text.removeprefix("I saw ").removesuffix(".") for text in texts if text.startswith("I saw ")
        ]
        for heading, texts in under(case, name).items()
    }
    return {heading: names for heading, names in told.items() if names and heading != WHO}


# Who declares, and how it is known


def test_role_and_knowledge_share_a_paragraph() -> None:
    assert body_of(harassment())[0] == ROLE


@pytest.mark.parametrize(
    ("knowledge", "first"),
    [
        ("saw", ROLE),
        ("told by Lee Tran", "1. I am the person asking for protection."),
        (None, "1. I am the person asking for protection."),
    ],
)
def test_nobody_says_to_have_seen_what_was_only_told(knowledge: str | None, first: str) -> None:
    assert body_of(harassment(incidents=[seen("a", "2026-03-05", knowledge=knowledge)]))[0] == first


def test_what_is_withheld_from_the_court_is_not_known_to_it() -> None:
    incidents = [
        seen("a", "2026-03-05", knowledge="told"),
        seen("b", "2026-03-06", withheld_from=["court"]),
    ]

    assert body_of(harassment(incidents=incidents))[0] == "1. I am the person asking for protection."


def test_background_respondent_and_petitioner_are_told_in_her_own_words() -> None:
    case = violence(
        declarant={"background": "I am the manager"},
        petitioner={"account": "It has a shop.\n\nIt has a lot."},
        respondent={"account": "He is a\ncustomer."},
        employees=[],
    )

    assert under(case)["The petitioner, the workplace and the respondent"] == [
        f"I am the manager. {KNOWN.replace(' below', '')}",
        "It has a shop.",
        "It has a lot.",
        "He is a customer.",
    ]


PRINTED = "I printed the exhibits on May 11, 2026."


def test_how_all_exhibits_are_had_is_said_once_at_the_start() -> None:
    evidence = [make_evidence(id=name, how_known=PRINTED) for name in "ab"]
    case = harassment(
        incidents=[seen("x", "2026-03-05", exhibits=["a"]), seen("y", "2026-03-06", exhibits=["b"])],
        evidence=evidence,
    )

    assert body_of(case) == [
        f"{ROLE} {PRINTED}",
        (
            "2. On March 5, 2026, I saw x. Exhibit A is a true and correct copy, as are the other exhibits. "
            "(Exhibit A.)"
        ),
        "3. On March 6, 2026, I saw y. (Exhibit B.)",
    ]
    assert typed_at(paper_of(case), "evidence[1].how_known") == [PRINTED]


def test_evidence_that_is_no_exhibit_does_not_count_among_them() -> None:
    evidence = [make_evidence(id=name, how_known=PRINTED) for name in "ab"]
    others = [make_evidence(id="c", how_known="I wrote it."), make_evidence(id="d", withheld_from=["court"])]
    incident = seen("x", "2026-03-05", exhibits=["a", "b"])

    told = body_of(harassment(incidents=[incident], evidence=[*evidence, *others]))
    alone = body_of(harassment(incidents=[{**incident, "exhibits": ["a"]}], evidence=evidence))
    none = body_of(harassment(incidents=[{**incident, "exhibits": []}], evidence=evidence))

    assert (told[0], alone[0], none[0]) == (f"{ROLE} {PRINTED}", ROLE, ROLE)
    assert alone[1].endswith(f"Exhibit A is a true and correct copy; {PRINTED} (Exhibit A.)")


@pytest.mark.parametrize("paper", ["attachment-7a-3", WITNESS])
def test_a_paper_that_does_not_say_how_all_are_had_says_it_of_each(paper: str) -> None:
    case = harassment(
        papers=[paper],
        incidents=[seen("x", "2026-03-05", exhibits=["a", "b"])],
        why_now={"incident": "x"},
        witnesses=[
            {
                "name": "Lee Tran",
                "paragraphs": [{"account": "I saw x.", "exhibits": ["a", "b"], "attests": "yes"}],
            }
        ],
        evidence=[make_evidence(id=name, how_known=PRINTED) for name in "ab"],
    )

    (told,) = body_of(case)
    how = "" if paper == WITNESS else f"; {PRINTED.removesuffix('.')}"
    assert told.endswith(
        f"I saw x. Exhibit A is a true and correct copy{how}. (Exhibit A.) "
        f"Exhibit B is a true and correct copy{how}. (Exhibit B.)"
    )


# The respondent's addresses


@pytest.mark.parametrize(
    ("point", "told"),
    [
        (
            {"value": "cv@example.com", "how_known": "It is on his account."},
            ["Mr. Voss writes from cv@example.com. It is on his account."],
        ),
        (
            {"value": "cv@example.com", "how_known": "it is on his account"},
            ["Mr. Voss writes from cv@example.com; it is on his account."],
        ),
        (
            {"value": "cv@example.com", "how_known": "The emails came from cv@example.com."},
            ["The emails came from cv@example.com."],
        ),
        ({"how_known": "They came\nfrom him."}, ["They came from him."]),
        ({"value": "cv@example.com"}, []),
        ({}, []),
    ],
)
def test_an_address_of_his_is_told_with_how_it_is_known(point: Typed, told: list[str]) -> None:
    case = harassment(respondent={"called": "Mr. Voss", "emails": [point]})

    assert under(case)[WHO][1:] == told


def test_a_phrase_of_the_catalog_without_a_period_goes_on_too() -> None:
    point = {"value": "cv@example.com", "how_known": "it is on his account"}
    facts = facts_of(harassment(respondent={"emails": [point]}))
    own = facts.jurisdiction.declarations[PETITIONER]
    assert facts.jurisdiction.spec.court_words is not None
    words = facts.jurisdiction.spec.court_words.model_copy(update={"contact_email": "He wrote from {value}"})
    spec = own.spec.model_copy(update={"words": words})

    paper = compose_declaration(facts, replace(own, spec=spec), labels={})

    assert "2. He wrote from cv@example.com; it is on his account." in paragraphs_of(paper)


def test_each_address_and_number_has_a_paragraph() -> None:
    case = harassment(
        respondent={
            "emails": [{"value": "a@example.com", "how_known": "He said so."}],
            "phones": [{"value": "555-0166", "how_known": "he called from it."}],
        }
    )

    assert under(case)[WHO][1:] == [
        "Voss writes from a@example.com. He said so.",
        "Voss uses the telephone number 555-0166; he called from it.",
    ]


@pytest.mark.parametrize("typed", ["{value} {respondent}", "Nguyễn \U0001f622", HARD_TEXTS["right to left"]])
def test_what_is_typed_of_an_address_is_no_phrase(typed: str) -> None:
    paper = paper_of(
        harassment(
            respondent={"called": typed, "phones": [{"value": f"1 {typed}", "how_known": "He called."}]}
        )
    )

    assert typed_at(paper, "respondent.phones[1].value") == [f"1 {typed}"]
    assert typed_at(paper, "respondent.called") == [typed]


# What happened, most recently, before, and after the employer was told


DAYS = [seen("a", "2026-03-01"), seen("b", "2026-03-05"), seen("c", "2026-03-09"), seen("d", "2026-03-13")]


def test_without_a_reason_for_now_all_runs_in_order() -> None:
    assert told_under(harassment(incidents=DAYS)) == {"What happened": ["a", "b", "c", "d"]}


def test_what_happened_last_stands_first_with_what_came_after_it() -> None:
    case = harassment(incidents=DAYS, why_now={"incident": "c", "account": "I ask now."})

    assert told_under(case) == {RECENT: ["c", "d"], "Earlier events, in order": ["a", "b"]}
    assert under(case)[RECENT][0] == "I ask now."


@pytest.mark.parametrize("why_now", ["none", None, {"account": "I ask now."}])
def test_no_event_leads_where_none_is_named(why_now: object) -> None:
    assert told_under(harassment(incidents=DAYS, why_now=why_now)) == {"What happened": ["a", "b", "c", "d"]}


@pytest.mark.parametrize("name", ["nobody", "withheld"])
def test_an_event_that_the_court_is_not_told_of_does_not_lead(name: str) -> None:
    incidents = [*DAYS, seen("withheld", "2026-03-20", withheld_from=["court"])]

    assert told_under(harassment(incidents=incidents, why_now={"incident": name})) == {
        "What happened": ["a", "b", "c", "d"]
    }


def test_an_event_of_no_date_can_lead_alone() -> None:
    case = harassment(incidents=[*DAYS[:2], seen("x", "unknown"), seen("y", None)], why_now={"incident": "x"})

    assert told_under(case) == {RECENT: ["x"], "Earlier events, in order": ["a", "b", "y"]}


def test_an_event_placed_after_the_last_one_follows_it() -> None:
    incidents = [*DAYS, seen("e", "unknown", after="d"), seen("f", "unknown", after="e")]

    assert told_under(harassment(incidents=incidents, why_now={"incident": "d"}))[RECENT] == ["d", "e", "f"]


NOTICE: Typed = {"when": "2026-03-06", "account": "I told them of b."}


def test_what_followed_a_notice_stands_after_it() -> None:
    case = harassment(incidents=DAYS, notices=[NOTICE])

    assert told_under(case) == {"What happened": ["a", "b"], FOLLOWED: ["c", "d"]}
    assert under(case)[FOLLOWED][0] == "On March 6, 2026, I told them of b."


def test_what_followed_the_last_notice_and_is_not_the_most_recent() -> None:
    notices = [{"when": "2026-03-02", "account": "I told them of a."}, NOTICE]

    assert told_under(harassment(incidents=DAYS, notices=notices, why_now={"incident": "d"})) == {
        RECENT: ["d"],
        "Earlier events, in order": ["a", "b"],
        FOLLOWED: ["c"],
    }


def test_requests_to_stop_are_told_among_the_events() -> None:
    stops = [
        {"when": "2026-03-03", "account": "I saw stop."},
        {"when": "2026-03-10", "account": "I saw again."},
    ]

    assert told_under(harassment(incidents=DAYS, notices=[NOTICE], requests_to_stop=stops)) == {
        "What happened": ["a", "stop", "b"],
        FOLLOWED: ["c", "again", "d"],
    }


def test_an_event_reported_on_its_own_day_did_not_follow_the_report() -> None:
    incident = seen("a", "March 6, 2026 at 5:10 pm")

    assert told_under(harassment(incidents=[incident], notices=[NOTICE])) == {"What happened": ["a"]}
    by_the_clock = {**NOTICE, "when": "March 6, 2026 at 5:00 pm"}
    assert told_under(harassment(incidents=[incident], notices=[by_the_clock])) == {FOLLOWED: ["a"]}


def test_a_request_of_no_day_did_not_follow_a_report() -> None:
    stops = [{"when": "unknown", "account": "I saw stop."}, {"account": "I saw more."}]

    assert told_under(harassment(incidents=DAYS[:1], notices=[NOTICE], requests_to_stop=stops)) == {
        "What happened": ["a", "stop", "more"]
    }


def test_nothing_followed_a_notice_that_the_court_is_not_told_of_or_has_no_day() -> None:
    notices = [{**NOTICE, "withheld_from": ["court"]}, {"when": "unknown", "account": "They knew."}]

    assert told_under(harassment(incidents=DAYS, notices=notices)) == {"What happened": ["a", "b", "c", "d"]}


def test_events_withheld_from_the_court_are_told_nowhere() -> None:
    incidents = [{**incident, "withheld_from": ["court"]} for incident in DAYS]
    stops = [{"when": "2026-03-03", "account": "I asked him.", "withheld_from": ["court"]}]

    assert events_told(harassment(incidents=incidents, requests_to_stop=stops)) == []


def test_an_employer_who_rests_on_harassment_alone_tells_all_in_order() -> None:
    case = violence(incidents=DAYS, why_now={"incident": "d"}, notices=[NOTICE])

    assert told_under(case) == {"Harassment of an employee at the workplace": ["a", "b", "c", "d"]}
    assert under(case)["Great or irreparable harm without an order"] == [
        "On March 6, 2026, I told them of b."
    ]


def test_an_employer_who_rests_on_a_threat_leads_with_what_happened_last() -> None:
    case = violence(court={"grounds": ["threat"]}, incidents=DAYS, why_now={"incident": "d"}, employees=[])

    assert told_under(case) == {RECENT: ["d"], "Earlier events, in order": ["a", "b", "c"]}


def test_attachments_share_the_events_between_them() -> None:
    case = harassment(incidents=DAYS, why_now={"incident": "d"}, notices=[NOTICE])

    assert told_under(case, "attachment-7a-3") == {"": ["d"]}
    assert told_under(case, "attachment-7b") == {"What happened": ["a", "b"], FOLLOWED: ["c"]}


def test_an_attachment_about_earlier_events_holds_all_where_none_leads() -> None:
    assert told_under(harassment(incidents=DAYS), "attachment-7b") == {"What happened": ["a", "b", "c", "d"]}


# Requests and the acts after them


def test_an_employer_tells_a_request_and_the_act_after_it_together() -> None:
    stops = [{"when": "2026-03-03", "account": "I asked him to stop"}]
    case = violence(
        incidents=[*DAYS[:2], seen("c", "2026-03-09", account="He came.\n\nI saw c.")], requests_to_stop=stops
    )

    assert events_told(case) == [
        "On March 1, 2026, I saw a.",
        "On March 3, 2026, I asked him to stop. On March 5, 2026, I saw b.",
        "March 9, 2026. He came.",
        "I saw c.",
    ]


def test_requests_in_a_row_do_not_join_each_other() -> None:
    stops = [
        {"when": "2026-03-02", "account": "I asked him."},
        {"when": "2026-03-03", "account": "I asked again."},
    ]

    assert events_told(violence(incidents=DAYS[:2], requests_to_stop=stops)) == [
        "On March 1, 2026, I saw a.",
        "On March 2, 2026, I asked him.",
        "On March 3, 2026, I asked again. On March 5, 2026, I saw b.",
    ]


def test_a_request_in_several_paragraphs_stands_alone() -> None:
    stops = [{"when": "2026-03-03", "account": "I asked him.\n\nHe laughed."}, {"when": "2026-03-04"}]

    assert events_told(violence(incidents=DAYS[:2], requests_to_stop=stops))[1:] == [
        "On March 3, 2026, I asked him.",
        "He laughed.",
        "On March 5, 2026, I saw b.",
    ]


def test_a_person_tells_a_request_and_the_act_after_it_apart() -> None:
    stops = [{"when": "2026-03-03", "account": "I asked him to stop."}]

    assert events_told(harassment(incidents=DAYS[:2], requests_to_stop=stops))[1:] == [
        "On March 3, 2026, I asked him to stop.",
        "On March 5, 2026, I saw b.",
    ]


# Notices


def notices(*accounts: str, **changes: object) -> list[str]:
    """Return how notices are told, one a day from March 10, each with *changes*."""
    typed: list[Typed] = [
        {"when": f"2026-03-{day}", "account": account, **changes} for day, account in enumerate(accounts, 10)
    ]
    evidence = [make_evidence(id="a", how_known=None)]
    return under(harassment(notices=typed, evidence=evidence))[FOLLOWED]


def test_short_notices_stand_together_up_to_three() -> None:
    one, two, three, four = (f"On March {day}, 2026, I told them." for day in (10, 11, 12, 13))

    told = "I told them."
    assert notices(told) == [one]
    assert notices(told, told, told) == [f"{one} {two} {three}"]
    assert notices(told, told, told, told) == [f"{one} {two} {three}", four]


def test_a_notice_in_paragraphs_or_long_or_with_an_exhibit_stands_alone() -> None:
    told, long = "I told them.", "I told them at length. " + "They knew. " * (LONGEST_TOGETHER // 11)
    one, two = (f"On March {day}, 2026, I told them." for day in (10, 11))

    assert notices(told, "I told them.\n\nThey knew.") == [one, two, "They knew."]
    assert [len(text) > LONGEST_TOGETHER for text in notices(told, long.strip(), told)] == [
        False,
        True,
        False,
    ]
    shown = notices(told, told, exhibits=["a"])
    assert shown == [f"{one} Exhibit A is a true and correct copy. (Exhibit A.)", f"{two} (Exhibit A.)"]


def test_a_notice_that_cites_by_name_stands_alone() -> None:
    told = notices("I told them.", "I wrote {exhibit a}.", exhibits=["a"])

    assert told[1] == "On March 11, 2026, I wrote (Exhibit A)."
    assert len(told) == 2


def test_a_notice_whose_exhibit_is_withheld_is_short() -> None:
    typed: list[Typed] = [
        {"when": f"2026-03-{day}", "account": "I told them.", "exhibits": ["a"]} for day in (10, 11)
    ]
    case = harassment(notices=typed, evidence=[make_evidence(id="a", withheld_from=["court"])])

    assert under(case)[FOLLOWED] == ["On March 10, 2026, I told them. On March 11, 2026, I told them."]


def test_notices_of_which_nothing_is_told_leave_no_heading() -> None:
    case = harassment(notices=[{"when": "2026-03-10"}, {**NOTICE, "withheld_from": ["court"]}])

    assert FOLLOWED not in headings_of(paper_of(case))


def test_notices_come_in_order_and_those_of_no_date_last() -> None:
    typed = [
        {"when": "unknown", "account": "They knew."},
        {"when": "2026-03-11", "account": "I told them twice."},
        {"when": "2026-03-10", "account": "I told them once."},
    ]

    assert under(harassment(notices=typed))[FOLLOWED] == [
        (
            "On March 10, 2026, I told them once. On March 11, 2026, I told them twice. "
            "Date not recalled. They knew."
        )
    ]


# The rest


def test_effects_steps_fear_and_the_dispute_are_told_in_her_own_words() -> None:
    case = harassment(
        protective_steps=["My desk was moved.", {"account": "I blocked him.", "by": "me"}, {"by": "me"}],
        effects=["I sleep badly.", {"what": "I left\nearly.", "kind": "work"}, {"kind": "health"}],
        fear={"account": "I am afraid.\n\nHe knows where I work.", "harm_without_order": "He may come"},
        temporary_order={"asked": "yes", "respondent_told": "no"},
        dispute={"about": "the\nbill", "account": "I write of it.", "for_court": "He disputes it."},
    )
    told = under(case)

    assert told[FOLLOWED] == ["My desk was moved.", "I blocked him."]
    assert told["How this has affected me"] == ["I sleep badly.", "I left early."]
    assert told["What is about the bill and what is not"] == ["He disputes it."]
    assert told["Why I ask for an order, and for one now"] == [
        "I am afraid.",
        "He knows where I work.",
        "He may come. I have not told Voss that I am asking for a temporary order.",
    ]
    assert paper_of(case).paragraphs["effects[2]"] == (7,)


def test_an_employer_tells_fear_notices_steps_and_harm_in_one_paragraph() -> None:
    case = violence(
        fear={
            "account": "They use one door",
            "harm_without_order": "I know of no other step.\n\nWe are few.",
        },
        notices=[{"when": "2026-03-10", "for_court": "On March 10 I was told."}],
        protective_steps=["We lock it."],
    )

    assert under(case)["Great or irreparable harm without an order"] == [
        "They use one door. On March 10 I was told. We lock it. I know of no other step.",
        "We are few.",
    ]


@pytest.mark.parametrize(
    ("changes", "heading"),
    [
        ({"dispute": {"account": "He disputes it."}}, "What this is not about"),
        (
            {"dispute": {"about": "{dispute}", "account": "He does."}},
            "What is about {dispute} and what is not",
        ),
        ({"fear": {"account": "I am afraid."}}, "Why I ask for an order"),
        (
            {"fear": {"account": "I am afraid."}, "temporary_order": {"asked": "no"}},
            "Why I ask for an order",
        ),
    ],
)
def test_a_heading_says_what_stands_under_it(changes: Typed, heading: str) -> None:
    assert headings_of(paper_of(harassment(**changes)))[-1] == heading


def test_a_heading_with_words_of_hers_knows_their_place() -> None:
    paper = paper_of(harassment(dispute={"about": "the {bill}", "account": "He disputes it."}))

    assert typed_at(paper, "dispute.about") == ["the {bill}"]


@pytest.mark.parametrize("paper", [PETITIONER, EMPLOYER, "declaration-employee", "attachment-7b"])
def test_headings_vanish_with_what_stands_under_them(paper: str) -> None:
    case = (
        harassment(incidents=[])
        if paper in (PETITIONER, "attachment-7b")
        else violence(incidents=[], employees=[])
    )

    assert headings_of(paper_of(case, paper)) == ([WHO] if paper == PETITIONER else [])


# Witnesses


def witness(*paragraphs: object, evidence: object = ()) -> list[str]:
    """Return the declaration of a witness of *paragraphs*."""
    witnesses = [{"name": "Lee Tran", "paragraphs": list(paragraphs)}]
    return body_of(harassment(papers=[WITNESS], witnesses=witnesses, evidence=evidence))


SCANNED = make_evidence(id="a", how_known="I scanned it.", true_copy="of a note that Lee gave to me")


def test_a_witness_tells_it_in_paragraphs_of_the_witness() -> None:
    assert witness(
        "I saw him.\n\nHe left.", {"account": None, "exhibits": ["a"]}, "I left.", evidence=[SCANNED]
    ) == [
        "1. I saw him.",
        "2. He left.",
        "3. I left.",
    ]


@pytest.mark.parametrize(
    ("attests", "account", "expected"),
    [
        ("yes", "I wrote it.", "1. I wrote it. Exhibit A is a true and correct copy. (Exhibit A.)"),
        ("yes", "I wrote it {exhibits}.", "1. I wrote it (Exhibit A). Exhibit A is a true and correct copy."),
        (
            "yes",
            "{exhibits} It is mine.",
            "1. Exhibit A is a true and correct copy. (Exhibit A.) It is mine.",
        ),
        ("no", "I saw it.", "1. I saw it. (Exhibit A.)"),
        (None, "I saw it {exhibit a} there.", "1. I saw it (Exhibit A) there."),
        (None, "I saw it. {exhibits}", "1. I saw it. (Exhibit A.)"),
    ],
)
def test_a_witness_attests_only_what_the_witness_says_is_genuine(
    attests: str | None, account: str, expected: str
) -> None:
    paragraph = {"account": account, "exhibits": ["a"], "attests": attests}

    assert witness(paragraph, evidence=[SCANNED]) == [expected]


def test_a_witness_cites_nothing_that_is_withheld() -> None:
    evidence = [make_evidence(id="a", withheld_from=["court"])]

    assert witness({"account": "I wrote it {exhibits}.", "exhibits": ["a"]}, evidence=evidence) == [
        "1. I wrote it."
    ]


@pytest.mark.parametrize("typed", [*HARD_TEXTS.values(), "{name} {list}"])
def test_words_of_a_witness_pass_through_unchanged(typed: str) -> None:
    case = harassment(papers=[WITNESS], witnesses=[{"name": typed, "paragraphs": [typed]}])
    paper = paper_of(case)

    assert " ".join(typed_at(paper, "witnesses[1].paragraphs[1].account")).split() == typed.split()
    assert typed in typed_at(paper, "witnesses[1].name")


def test_a_witness_paper_without_a_witness_says_nothing() -> None:
    facts = facts_of(harassment())
    paper = compose_declaration(facts, facts.jurisdiction.declarations[WITNESS], labels={})

    assert [text.partition("\n")[0] for text in paragraphs_of(paper)] == ["I, Dana Reyes, declare:", PERJURY]


def test_a_petitioner_explains_what_was_covered_in_exhibits_too() -> None:
    case = harassment(
        incidents=[make_incident(account="I saw it.", quotes=[], knowledge="saw", exhibits=["a"])],
        evidence=[make_evidence(id="a", how_known=None, redactions=["my telephone number"])],
        exhibits={"originals": "my mailbox"},
    )
    told = under(case)

    assert told[WHO][-1] == (
        "In the exhibits I covered my telephone number, and nothing else. The covered places say so. "
        "The originals remain in my mailbox."
    )
    assert "Exhibit A is a true and correct copy, with covering as described in paragraph 2." in str(told)


@pytest.mark.parametrize("grounds", [["harassment"], ["threat"], ["harassment", "violence"]])
def test_why_the_employer_asks_now_is_told_whatever_the_petition_rests_on(grounds: list[str]) -> None:
    case = violence(
        court={"grounds": grounds},
        incidents=[make_incident(account="I saw it.", knowledge="saw")],
        why_now={"incident": "first-email", "account": "He came back last night."},
    )

    assert sum("He came back last night." in text for part in under(case).values() for text in part) == 1
