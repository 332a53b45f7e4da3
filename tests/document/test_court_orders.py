"""What the court is asked for, what it is not, and whether the respondent was told."""

import pytest
from document.declarations import EMPLOYER, body_of, harassment, paper_of, typed_at, violence
from factories import HARD_TEXTS, Typed

from formgen.case import Case

MARKED = "I ask for the orders marked in my Request (form CH-100): "
NO_CONTACT = "that he not contact me, directly or through anyone else"
HE: Typed = {"called": "Mr. Voss", "pronouns": "he"}


def last(case: Case) -> str:
    """Return the last paragraph of the declaration of *case*, without its number."""
    return body_of(case)[-1].partition(". ")[2]


def asked(*, respondent: Typed = HE, **orders: object) -> str:
    """Return the orders that a person asks for."""
    return last(harassment(orders=orders, respondent=respondent))


def asked_by_employer(**orders: object) -> str:
    """Return the orders that an employer asks for."""
    return last(violence(orders=orders, respondent=HE))


# Orders in the catalog's words


@pytest.mark.parametrize(
    ("orders", "clauses"),
    [
        ({"no_contact": "yes"}, NO_CONTACT),
        (
            {"stay_away": {"yards": "100", "places": ["me"]}},
            "that he stay 100 yards away from me",
        ),
        (
            {"stay_away": {"yards": "100", "places": ["me", "my home."]}},
            "that he stay 100 yards away from me and my home",
        ),
        (
            {"stay_away": {"yards": "50", "places": ["me", "my home", "my\ncar"]}},
            "that he stay 50 yards away from me, my home and my car",
        ),
        ({"conduct": ["contact nobody at Brightline"]}, "that he contact nobody at Brightline"),
        ({"conduct": ["stop calling.", "keep off"]}, "that he stop calling, and that he keep off"),
        (
            {"conduct": ["keep off", "keep quiet"], "no_contact": "yes"},
            f"{NO_CONTACT}, that he keep off, and that he keep quiet",
        ),
        (
            {"conduct": ["keep off"], "no_contact": "yes", "stay_away": {"yards": "9", "places": ["me"]}},
            f"{NO_CONTACT}, that he stay 9 yards away from me, and that he keep off",
        ),
    ],
)
def test_orders_are_read_out_in_one_sentence(orders: Typed, clauses: str) -> None:
    assert last(harassment(orders=orders, respondent=HE)) == f"{MARKED}{clauses}."


def test_an_employer_asks_in_its_own_order_and_words() -> None:
    orders: Typed = {
        "no_contact": "yes",
        "stay_away": {"yards": "100", "places": ["200 Sample Avenue", "its lot"]},
        "conduct": ["write to me alone"],
    }

    assert asked_by_employer(**orders) == (
        "The petition asks that he stay 100 yards from 200 Sample Avenue and its lot, that he contact no "
        "employee, directly or through anyone else, and that he write to me alone."
    )


@pytest.mark.parametrize(
    ("respondent", "subject"),
    [
        ({"pronouns": "she"}, "she"),
        ({"pronouns": "they"}, "they"),
        ({}, "Voss"),
        ({"called": "Mr. Voss"}, "Mr. Voss"),
    ],
)
def test_a_pronoun_is_used_only_if_it_is_given(respondent: Typed, subject: str) -> None:
    assert asked(respondent=respondent, no_contact="yes").startswith(f"{MARKED}that {subject} not contact me")


@pytest.mark.parametrize(
    "orders",
    [
        {},
        {"no_contact": "no"},
        {"stay_away": {"yards": "100"}},
        {"stay_away": {"places": ["me"]}},
        {"conduct": [" ", "\n"], "others": [""]},
    ],
)
def test_nothing_is_asked_for_that_is_not_typed(orders: Typed) -> None:
    assert paper_of(harassment(orders=orders)).paragraphs.keys() == {"incidents[1]"}


def test_without_orders_the_heading_vanishes() -> None:
    assert "Why I ask for an order" not in str(paper_of(harassment()).blocks)


# Orders in her own words


def test_a_whole_sentence_stands_by_itself() -> None:
    assert asked(conduct=["Do not follow me.", "Do not call\nmy desk"]) == (
        "I ask, in my own words: Do not follow me. Do not call my desk."
    )
    assert asked(no_contact="yes", conduct=["Do not follow me!"]) == (
        f"{MARKED}{NO_CONTACT}. I ask, in my own words: Do not follow me!"
    )


def test_other_orders_stand_as_typed() -> None:
    assert asked(no_contact="yes", others=["I ask for my keys", "And for my book."]) == (
        f"{MARKED}{NO_CONTACT}. I ask for my keys. And for my book."
    )


def test_a_reason_for_short_notice_comes_last() -> None:
    case = harassment(
        orders={"others": ["I ask for my keys."]},
        temporary_order={"short_notice_reason": "He travels until\nJune."},
    )

    assert last(case) == "I ask for my keys. He travels until June."
    assert typed_at(paper_of(case), "temporary_order.short_notice_reason") == ["He travels until June."]


# Others whom the order should cover


@pytest.mark.parametrize(
    ("person", "sentence"),
    [
        ({"name": "Mia Reyes", "relation": "my daughter"}, "protect Mia Reyes, my daughter."),
        ({"name": "Mia Reyes", "relation": "my daughter."}, "protect Mia Reyes, my daughter."),
        ({"name": "Mia Reyes"}, "protect Mia Reyes."),
        ({"name": "Al Roe, Jr."}, "protect Al Roe, Jr."),
        (
            {"name": "Mia Reyes", "relation": "my daughter", "why": "She was there."},
            "protect Mia Reyes, my daughter. She was there.",
        ),
    ],
)
def test_others_are_named_with_who_they_are_and_why(person: Typed, sentence: str) -> None:
    assert last(harassment(protected_persons=[person])) == f"I ask that the order also {sentence}"
    assert body_of(violence(protected_persons=[person]))[-1].endswith(
        f" The petition asks that the order also {sentence}"
    )


def test_each_of_the_others_has_a_sentence() -> None:
    people = [{"name": "Mia", "relation": "my daughter"}, {"relation": "my son"}, {"name": "Al"}]

    assert last(harassment(protected_persons=people)) == (
        "I ask that the order also protect Mia, my daughter. I ask that the order also protect Al."
    )
    assert typed_at(paper_of(harassment(protected_persons=people)), "protected_persons[3].name") == ["Al"]


@pytest.mark.parametrize("people", ["none", None, []])
def test_nobody_else_is_protected_where_nobody_is_named(people: object) -> None:
    assert asked(no_contact="yes") == last(
        harassment(orders={"no_contact": "yes"}, respondent=HE, protected_persons=people)
    )


# Whether the respondent was told


@pytest.mark.parametrize(
    ("temporary", "told"),
    [
        ({"respondent_told": "no"}, "I have not told Mr. Voss that I am asking for a temporary order."),
        (
            {"respondent_told": "no", "why_not_told": "He would\ncome."},
            "I have not told Mr. Voss that I am asking for a temporary order. He would come.",
        ),
        (
            {"respondent_told": "yes", "told_on": "May 11, 2026"},
            "On May 11, 2026, I told Mr. Voss that I am asking for a temporary order.",
        ),
        (
            {"respondent_told": "yes", "told_on": "May 11, 2026 at 8:47 pm"},
            "On May 11, 2026, at 8:47 p.m., I told Mr. Voss that I am asking for a temporary order.",
        ),
        (
            {"respondent_told": "yes", "told_on": "unknown"},
            "I have told Mr. Voss that I am asking for a temporary order.",
        ),
        ({"respondent_told": "yes"}, "I have told Mr. Voss that I am asking for a temporary order."),
    ],
)
def test_the_court_is_told_whether_he_knows(temporary: Typed, told: str) -> None:
    assert last(harassment(respondent=HE, temporary_order={"asked": "yes", **temporary})) == told


def test_an_employer_speaks_of_its_request() -> None:
    case = violence(respondent=HE, temporary_order={"asked": "yes", "respondent_told": "no"})

    assert last(case) == "I have not told Mr. Voss of this request."


@pytest.mark.parametrize(
    "temporary",
    [
        None,
        {"asked": "yes"},
        {"asked": "yes", "why_not_told": "He would come."},
        {"asked": "no", "respondent_told": "no"},
        # Nobody swears to ask for what is still to be asked.
        {"respondent_told": "no"},
    ],
)
def test_nothing_is_said_of_telling_him_before_it_is_known(temporary: Typed | None) -> None:
    assert "temporary_order" not in paper_of(harassment(temporary_order=temporary)).paragraphs


# What the petition does not ask


@pytest.mark.parametrize(
    ("free", "read_out"),
    [
        (["disputing it"], "disputing it"),
        (["disputing it", "suing"], "disputing it or suing"),
        (["disputing it", "writing\nabout it", "suing."], "disputing it, writing about it, or suing"),
    ],
)
def test_what_he_stays_free_to_do_is_read_out(free: list[str], read_out: str) -> None:
    assert asked_by_employer(does_not_ask=free) == (
        f"The petition does not ask the court to keep Mr. Voss from {read_out}."
    )


def test_a_labor_dispute_is_told_after_it_or_alone() -> None:
    assert asked_by_employer(does_not_ask=["suing"], labor_dispute="I know of none.") == (
        "The petition does not ask the court to keep Mr. Voss from suing. I know of none."
    )
    assert asked_by_employer(labor_dispute="I know of none.") == "I know of none."


@pytest.mark.parametrize("free", [[], [""], ["."]])
def test_nothing_is_said_to_be_left_free_where_nothing_is_typed(free: list[str]) -> None:
    assert "does not ask" not in str(paper_of(violence(orders={"does_not_ask": free})).blocks)


def test_a_person_who_asks_for_herself_says_nothing_of_it() -> None:
    assert "suing" not in str(paper_of(harassment(orders={"does_not_ask": ["suing"]})).blocks)


# Typed words


@pytest.mark.parametrize(
    "typed", [*HARD_TEXTS.values(), "{list} {words} {places} {yards} {subject} {respondent}"]
)
def test_typed_words_pass_through_and_are_no_phrases(typed: str) -> None:
    orders: Typed = {
        "stay_away": {"yards": "100", "places": [f"my {typed}"]},
        "conduct": [f"not {typed}", f"Do not {typed}!"],
        "others": [f"I ask for {typed}"],
        "does_not_ask": [f"saying {typed}"],
        "labor_dispute": f"About {typed}",
    }
    case = violence(
        orders=orders,
        respondent={"called": f"Mr. {typed}", "pronouns": None},
        protected_persons=[{"name": typed, "relation": f"my {typed}", "why": f"For {typed}"}],
    )
    paper = paper_of(case, EMPLOYER)

    def one(place: str) -> str:
        (text,) = {" ".join(text.split()) for text in typed_at(paper, place)}
        return text

    spaced = " ".join(typed.split())
    assert one("orders.stay_away.yards") == "100"
    assert one("orders.stay_away.places[1]") == f"my {spaced}".removesuffix(".")
    assert one("orders.conduct[1]") == f"not {spaced}".removesuffix(".")
    assert one("orders.conduct[2]") == " ".join(f"Do not {typed}!".split())
    assert one("orders.others[1]") == f"I ask for {spaced}"
    assert one("orders.does_not_ask[1]") == f"saying {spaced}".removesuffix(".")
    assert one("orders.labor_dispute") == f"About {spaced}"
    assert one("protected_persons[1].name") == spaced
    assert one("protected_persons[1].relation") == f"my {spaced}".removesuffix(".")
    assert one("protected_persons[1].why") == f"For {spaced}"
    assert one("respondent.called") == f"Mr. {spaced}"
