"""What a letter may say of the law: clauses in force on its date, and the facts that call for them."""

from collections.abc import Mapping
from datetime import date

import pytest
from document.letters import compose, events_of, letter_of, namer_of, plain, values_of
from factories import AS_OF, Typed, facts_of, jurisdiction, make_case, make_incident

from formgen.document.letter_law import (
    basis_sentences,
    clause_names,
    law_in_force,
    plan_law,
    recorded_bases,
    respondent_words,
)
from formgen.document.letter_values import BasisSentence

SEX: Typed = {"basis": "sex", "words": "A woman", "speaks_of": "my being a woman"}
AGE: Typed = {"basis": "age", "words": "middle-aged"}
RACE: Typed = {"basis": "race", "words": "You people"}
OVER_40: Typed = {"age_40_or_over": "yes"}


@pytest.mark.parametrize(
    ("respondent", "words"),
    [
        ({}, ("Carl Voss", "Voss", "Voss", "Voss", "Voss's", "is")),
        ({"called": "Mr. Voss"}, ("Carl Voss", "Mr. Voss", "Mr. Voss", "Mr. Voss", "Mr. Voss's", "is")),
        ({"pronouns": "he"}, ("Carl Voss", "Voss", "he", "him", "his", "is")),
        ({"pronouns": "she"}, ("Carl Voss", "Voss", "she", "her", "her", "is")),
        ({"pronouns": "they"}, ("Carl Voss", "Voss", "they", "them", "their", "are")),
        ({"name": "Nguyễn Thị Minh"}, ("Nguyễn Thị Minh", "Minh", "Minh", "Minh", "Minh's", "is")),
        ({"name": "Voss"}, ("Voss", "Voss", "Voss", "Voss", "Voss's", "is")),
        ({"name": " "}, (" ", "", "", "", "'s", "is")),
        ({"name": None}, ("", "", "", "", "'s", "is")),
    ],
)
def test_the_program_adds_no_title_and_no_pronoun(
    respondent: Mapping[str, object], words: tuple[str, ...]
) -> None:
    found = respondent_words(make_case(respondent=respondent), jurisdiction().spec)

    assert (
        found.name,
        found.called,
        found.subject,
        found.object,
        found.possessive,
        found.be,
    ) == words


@pytest.mark.parametrize(
    ("declarant", "basis", "found"),
    [
        ({}, None, {}),
        ({}, "none", {}),
        ({}, [], {}),
        ({}, [SEX], {"sex": "my being a woman"}),
        ({}, [{**SEX, "speaks_of": None}], {"sex": "my sex"}),
        ({}, [{"basis": "sex"}], {}),
        ({}, [{"words": "A woman"}], {}),
        ({}, [{"basis": "unheard-of", "words": "A woman"}], {}),
        ({}, [AGE], {}),
        ({"age_40_or_over": "no"}, [AGE], {}),
        (OVER_40, [AGE], {"age": "my age"}),
        (OVER_40, [SEX, AGE], {"sex": "my being a woman", "age": "my age"}),
        ({}, [SEX, {**SEX, "speaks_of": "my sex"}], {"sex": "my being a woman"}),
    ],
)
def test_a_ground_counts_only_with_the_words_that_show_it_and_age_only_from_40(
    declarant: Mapping[str, object], basis: object, found: dict[str, str]
) -> None:
    facts, events = events_of(declarant=declarant, incidents=[make_incident(protected_basis=basis)])

    assert recorded_bases(events[0], facts.case, facts.jurisdiction.spec) == found


@pytest.mark.parametrize(
    ("directed_at", "speaks_of", "found"),
    [
        (None, None, {"sex": "my sex"}),
        ("me", None, {"sex": "my sex"}),
        ("Lee Tran", None, {}),
        ("Lee Tran", "her being a woman", {"sex": "her being a woman"}),
    ],
)
def test_words_directed_at_another_are_not_said_to_speak_of_her_own_grounds(
    directed_at: str | None, speaks_of: str | None, found: dict[str, str]
) -> None:
    basis = [{**SEX, "speaks_of": speaks_of}]
    facts, events = events_of(incidents=[make_incident(directed_at=directed_at, protected_basis=basis)])

    assert recorded_bases(events[0], facts.case, facts.jurisdiction.spec) == found


def test_only_incidents_show_a_protected_ground() -> None:
    facts = facts_of(make_case(notices=[{"when": "2026-03-10"}]))
    (notice,) = [event for event in facts.chronology.all if event.path == "notices[1]"]

    assert recorded_bases(notice, facts.case, facts.jurisdiction.spec) == {}


def bases(*grounds: object, declarant: Mapping[str, object] = OVER_40) -> list[tuple[str, bool, str, bool]]:
    """Return the sentences about grounds for emails from March 1, one a day."""
    incidents = [
        make_incident(id=f"i{n}", when=f"2026-03-0{n}", protected_basis=ground)
        for n, ground in enumerate(grounds, 1)
    ]
    facts, _ = events_of(declarant=declarant, incidents=incidents)
    return [
        (plain(b.subject), b.many, b.phrases, b.age_40_or_over)
        for b in basis_sentences(facts.case, namer_of(facts))
    ]


@pytest.mark.parametrize(
    ("grounds", "sentences"),
    [
        (["none"], []),
        ([[SEX]], [("The email", False, "my being a woman", False)]),
        ([[SEX], "none"], [("The email of March 1", False, "my being a woman", False)]),
        (
            [[SEX, AGE], "none", [SEX, AGE]],
            [("The emails of March 1 and March 3", True, "my being a woman and of my age", True)],
        ),
        (
            [[SEX], [AGE], [SEX]],
            [
                ("The emails of March 1 and March 3", True, "my being a woman", False),
                ("The email of March 2", False, "my age", True),
            ],
        ),
        (
            [[AGE], [SEX]],
            [
                ("The email of March 1", False, "my age", True),
                ("The email of March 2", False, "my being a woman", False),
            ],
        ),
        (
            [[SEX, AGE, RACE]],
            [("The email", False, "my being a woman and of my age and of my race", True)],
        ),
        (
            [[SEX]] * 4,
            [("The emails of March 1, March 2, March 3 and March 4", True, "my being a woman", False)],
        ),
        ([[SEX]] * 5, [("Five emails", True, "my being a woman", False)]),
        (
            [[SEX], [{**SEX, "speaks_of": "my sex"}]],
            [
                ("The email of March 1", False, "my being a woman", False),
                ("The email of March 2", False, "my sex", False),
            ],
        ),
    ],
)
def test_events_that_speak_of_the_same_grounds_share_a_sentence_and_age_is_told_at_the_end(
    grounds: list[object], sentences: list[tuple[str, bool, str, bool]]
) -> None:
    assert bases(*grounds) == sentences


@pytest.mark.parametrize(
    ("channels", "subject", "many"),
    [
        (["phone call"], "The words in the call", True),
        (["on site", "on site"], "The words in the visits of March 1 and March 2", True),
        (["email", "phone call"], "The words in the email and the call", True),
        (["voicemail"], "The voicemail", False),
        (["on site"] * 5, "The words in five visits", True),
    ],
)
def test_a_call_or_a_visit_does_not_speak_but_the_words_in_it_do(
    channels: list[str],
    subject: str,
    many: bool,  # noqa: FBT001 - a table of answers
) -> None:
    incidents = [
        make_incident(id=f"i{n}", when=f"2026-03-0{n}", channel=channel, protected_basis=[SEX])
        for n, channel in enumerate(channels, 1)
    ]
    facts, _ = events_of(incidents=incidents)
    (sentence,) = basis_sentences(facts.case, namer_of(facts))

    assert (plain(sentence.subject), sentence.many) == (subject, many)


def test_age_is_not_spoken_of_below_40() -> None:
    assert bases([SEX, AGE], declarant={}) == [("The email", False, "my being a woman", False)]


@pytest.mark.parametrize(
    ("grounds", "listed"),
    [
        ([], "another protected ground"),
        ([SEX], "sex or another protected ground"),
        ([SEX, AGE], "sex, age (40 and over) or another protected ground"),
        ([RACE, SEX, AGE], "race, sex, age (40 and over) or another protected ground"),
    ],
)
def test_the_law_names_the_recorded_grounds_each_once_and_that_there_are_others(
    grounds: list[Typed], listed: str
) -> None:
    incidents = [make_incident(id=f"i{n}", protected_basis=grounds) for n in range(2)]
    facts, _ = events_of(declarant=OVER_40, incidents=incidents)

    assert clause_names(facts.case, letter_of(facts).spec, namer_of(facts)).bases == listed


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ("", "our workplace", "email", True, False)),
        ({"dispute": {"about": "the bill"}}, ("the bill", "our workplace", "email", True, False)),
        ({"dispute": {"account": "He may be right."}}, ("", "our workplace", "email", True, False)),
        ({"employer": {"site": {"called": "our office"}}}, ("", "our office", "email", True, False)),
        ({"employer": {"site": {"open_to_public": "yes"}}}, ("", "our workplace", "email", True, False)),
        ({"incidents": [make_incident(channel="on site")]}, ("", "our workplace", "visit", False, False)),
        ({"incidents": [make_incident(), make_incident(id="b")]}, ("", "our workplace", "", False, True)),
        ({"incidents": []}, ("", "our workplace", "", False, False)),
    ],
)
def test_wording_may_name_what_the_case_holds(
    changes: Mapping[str, object], expected: tuple[object, ...]
) -> None:
    facts, _ = events_of(**changes)
    names = clause_names(facts.case, letter_of(facts).spec, namer_of(facts))

    assert (names.dispute, names.site, names.message, names.one_message, names.several) == expected


SPEC = jurisdiction().letters["notice-letter"].spec


SITES = [
    # site, plan seen, whether the plan law applies
    (None, None, "if"),
    (None, "no", "if"),
    (None, "yes", ""),
    ({}, None, "if"),
    ({}, "yes", ""),
    ({"open_to_public": "yes"}, None, "public"),
    ({"open_to_public": "yes"}, "yes", "public"),
    ({"open_to_public": "yes", "most_at_once": "3"}, None, "public"),
    ({"open_to_public": "yes", "telework_only": "yes"}, None, ""),
    ({"telework_only": "yes"}, None, ""),
    ({"telework_only": "no"}, None, "if"),
    ({"open_to_public": "no"}, None, "if"),
    ({"open_to_public": "unknown"}, None, "if"),
    ({"most_at_once": "9"}, None, "if"),
    ({"most_at_once": "10"}, None, "headcount"),
    ({"most_at_once": "10", "open_to_public": "no"}, None, "headcount"),
    ({"most_at_once": "200", "open_to_public": "unknown"}, "yes", "headcount"),
    ({"most_at_once": "9", "open_to_public": "no"}, None, ""),
    ({"most_at_once": "0", "open_to_public": "no"}, None, ""),
    ({"most_at_once": "9", "open_to_public": "unknown"}, None, "if"),
    ({"most_at_once": "9", "open_to_public": "unknown"}, "yes", ""),
]


@pytest.mark.parametrize(("site", "plan_seen", "plan"), SITES)
def test_the_plan_law_applies_by_public_access_and_headcount_and_is_asked_about_where_unknown(
    site: Mapping[str, object] | None, plan_seen: str | None, plan: str
) -> None:
    case = make_case(employer={"site": site, "plan_seen": plan_seen})

    assert plan_law(case, jurisdiction(), SPEC) == plan


@pytest.mark.parametrize(("site", "plan_seen", "plan"), SITES)
def test_before_the_plan_law_was_in_force_nothing_is_said_of_it(
    site: Mapping[str, object] | None, plan_seen: str | None, plan: str
) -> None:
    case = make_case(employer={"site": site, "plan_seen": plan_seen})

    assert plan_law(case, jurisdiction(date(2024, 6, 30)), SPEC) == ""


CLAUSES = [
    "nonemployee", "plan_public", "plan_headcount", "safe_workplace", "good_faith", "orders", "orders_short",
    "own_order", "own_order_alone",
]  # fmt: skip


@pytest.mark.parametrize(
    ("as_of", "missing"),
    [
        (AS_OF, set()),
        (date(2026, 1, 1), set()),
        (date(2025, 12, 31), {"own_order", "own_order_alone"}),
        (date(2024, 12, 31), {"own_order", "own_order_alone", "orders", "orders_short"}),
        (
            date(2024, 6, 30),
            {"own_order", "own_order_alone", "orders", "orders_short", "plan_public", "plan_headcount"},
        ),
        (date(2018, 12, 31), {*CLAUSES} - {"safe_workplace", "good_faith"}),
    ],
)
def test_a_law_that_is_not_in_force_on_the_letters_date_gives_no_clause(
    as_of: date, missing: set[str]
) -> None:
    facts = facts_of(make_case(), as_of)
    spec = letter_of(facts).spec
    law = law_in_force(facts.case, facts.jurisdiction, spec, clause_names(facts.case, spec, namer_of(facts)))

    assert list(law) == CLAUSES
    assert {name for name, wording in law.items() if not wording} == missing


@pytest.mark.parametrize(
    ("respondent", "missing"),
    [
        ({}, []),
        ({"employee": "no"}, []),
        ({"employee": "unknown"}, []),
        ({"employee": "yes"}, ["nonemployee"]),
        ({"relationship": "customer"}, []),
        ({"relationship": "dating"}, ["own_order", "own_order_alone"]),
        ({"relationship": "spouse"}, ["own_order", "own_order_alone"]),
        ({"relationship": "family"}, ["own_order", "own_order_alone"]),
    ],
)
def test_a_clause_whose_condition_does_not_hold_is_left_out(
    respondent: Mapping[str, object], missing: list[str]
) -> None:
    law = values_of(respondent=respondent).law

    assert [name for name, wording in law.items() if not wording] == missing


def test_a_clause_is_filled_with_the_words_of_the_case() -> None:
    law = values_of(employer={"site": {"called": "our <shop> & {{ yard }}"}}).law

    assert law["plan_public"] == (
        "Because our <shop> & {{ yard }} is open to the public, I also understand that Labor Code section "
        "6401.9 calls for a written prevention plan and an incident log."
    )


def test_the_letter_tells_which_clauses_it_may_print() -> None:
    in_2025 = compose(as_of=date(2025, 6, 1))

    assert sorted(in_2025.law) == [
        "code-civ-proc-527-8.orders",
        "code-civ-proc-527-8.orders-short",
        "gov-code-12940.nonemployee",
        "labor-code-6310.good-faith",
        "labor-code-6400.safe-workplace",
        "labor-code-6401-9.plan-headcount",
        "labor-code-6401-9.plan-public",
    ]


@pytest.mark.parametrize(
    ("grounds", "has_basis"), [([SEX], True), ([AGE], False), ("none", False), (None, False)]
)
def test_the_letter_speaks_of_protected_grounds_only_if_one_is_recorded(
    grounds: object,
    has_basis: bool,  # noqa: FBT001 - a table of answers
) -> None:
    values = values_of(incidents=[make_incident(protected_basis=grounds)])
    sentence = BasisSentence("The email", many=False, phrases="my being a woman", age_40_or_over=False)

    assert values.has_basis is has_basis
    assert values.basis == ((sentence,) if has_basis else ())
