"""The choice not to be named, what was covered in exhibits, and what was left out."""

import pytest
from document.declarations import (
    EMPLOYER,
    body_of,
    headings_of,
    make_employee,
    paper_of,
    spans_of,
    typed_at,
    violence,
)
from factories import HARD_TEXTS, Typed, make_evidence, make_incident

from formgen.case import Case

OFFERED = "gave that employee the opportunity to decline to be named in the temporary restraining order."
ON_MAY_11 = "On May 11, 2026, before this petition was filed,"
DECLINED = "The employee declined in writing the same day."
MESSAGES = "the employee who received the messages described below"
CALLED = "In this declaration that person is “Employee A.”"
OTHERS = "The petition asks for orders on behalf of the other employees at 200 Sample Avenue."
INCIDENT = make_incident(account="I saw it.", quotes=["No."], knowledge="saw", exhibits=["a"])


def told(*employees: Typed, **changes: object) -> list[str]:
    """Return the paragraphs about *employees*, without their numbers."""
    paper = paper_of(violence(employees=list(employees), incidents=[INCIDENT], **changes))
    numbers = [
        paper.paragraphs[f"employees[{n}]"]
        for n in range(1, len(employees) + 1)
        if f"employees[{n}]" in paper.paragraphs
    ]
    return [
        body.partition(". ")[2]
        for (number,) in numbers
        for body in body_of(violence(employees=list(employees), incidents=[INCIDENT], **changes))
        if body.startswith(f"{number}. ")
    ]


def choice(**changes: object) -> str:
    """Return how the choice of one employee who is not named is told, with *changes* to it."""
    (only,) = told(make_employee(naming_choice=changes))
    return only


def about(case: Case, words: str) -> str:
    """Return the paragraph of *case* that has *words*, without its number."""
    (found,) = (body.partition(". ")[2] for body in body_of(case, EMPLOYER) if words in body)
    return found


# The choice


def test_the_choice_is_told_with_when_and_how_it_was_offered_and_the_answer() -> None:
    assert choice() == (f"{ON_MAY_11} I met with {MESSAGES} and {OFFERED} {DECLINED} {CALLED} {OTHERS}")


@pytest.mark.parametrize(
    ("how", "done"),
    [
        ("in person", f"met with {MESSAGES}"),
        ("In Person", f"met with {MESSAGES}"),
        ("by email", f"wrote by email to {MESSAGES}"),
        ("by telephone", f"telephoned {MESSAGES}"),
        ("by letter", f"wrote to {MESSAGES}"),
        (None, f"asked {MESSAGES}"),
        ("over {employee} coffee", f"asked {MESSAGES} over {{employee}} coffee"),
    ],
)
def test_how_it_was_offered(how: str | None, done: str) -> None:
    assert f", before this petition was filed, I {done} and {OFFERED}" in choice(how=how)


@pytest.mark.parametrize(
    ("by", "who"),
    [(None, "I"), ("me", "I"), ("I", "I"), ("Pat Moreno", "I"), ("Sam {who} Okafor", "Sam {who} Okafor")],
)
def test_who_offered_it(by: str | None, who: str) -> None:
    assert f"before this petition was filed, {who} met with" in choice(by=by)


@pytest.mark.parametrize(
    ("changes", "answer"),
    [
        ({}, "The employee declined in writing the same day."),
        ({"in_writing": "no"}, "The employee declined the same day."),
        ({"in_writing": None}, "The employee declined the same day."),
        ({"answered_on": None}, "The employee declined in writing."),
        ({"answered_on": "May 12, 2026"}, "The employee declined in writing on May 12, 2026."),
        (
            {"answered_on": "May 12, 2026 at 8:47 pm"},
            "The employee declined in writing on May 12, 2026, at 8:47 p.m.",
        ),
        ({"answered_on": "May 11, 2026 at 8:47 pm"}, "The employee declined in writing the same day."),
        (
            {"asked_on": "unknown", "answered_on": "unknown"},
            "The employee declined in writing on a date I do not recall.",
        ),
        (
            {"asked_on": "between May 1 and May 9, 2026", "answered_on": "May 1, 2026"},
            "The employee declined in writing on May 1, 2026.",
        ),
        ({"answer": "not declined"}, "The employee did not decline."),
    ],
)
def test_the_answer(changes: Typed, answer: str) -> None:
    assert f"{OFFERED} {answer} {CALLED}" in choice(**changes)


def test_orders_for_others_are_told_only_where_someone_declined() -> None:
    assert choice(answer="not declined").endswith(f"The employee did not decline. {CALLED}")
    (only,) = told(make_employee(workplace=None))
    assert only.endswith(CALLED)


def test_no_answer_is_made_up() -> None:
    assert choice(answer=None).endswith(f"{OFFERED} {CALLED}")


def test_no_day_is_made_up() -> None:
    assert choice(asked_on=None) == f"The employee declined in writing on May 11, 2026. {CALLED} {OTHERS}"


def test_an_employee_of_no_choice_has_no_paragraph() -> None:
    assert told(make_employee(naming_choice=None)) == []
    assert "employees[1]" not in paper_of(violence(employees=[])).paragraphs


def test_an_employee_who_is_named_is_named() -> None:
    assert told(make_employee(referred_to_as=None, naming_choice={"answer": "not declined"})) == [
        f"{ON_MAY_11} I met with Dana Reyes and {OFFERED} Dana Reyes did not decline."
    ]
    named = violence(employees=[make_employee(referred_to_as=None)])
    assert headings_of(paper_of(named))[1] == "The employee"
    assert headings_of(paper_of(violence()))[1] == "The employee who is not named"


def test_an_employee_of_whom_nothing_is_known_is_described() -> None:
    assert told(make_employee(referred_to_as=None, name=None)) == [
        f"{ON_MAY_11} I met with {MESSAGES} and {OFFERED} {DECLINED} {OTHERS}"
    ]


def test_two_who_are_not_named_are_told_apart() -> None:
    first, second = told(make_employee(), make_employee(name="Jo Park", referred_to_as="Employee B"))

    assert first == (
        f"{ON_MAY_11} I met with Employee A and {OFFERED} "
        f"Employee A declined in writing the same day. {OTHERS}"
    )
    assert "I met with Employee B and" in second


def test_an_employee_of_no_messages_is_whom_the_events_concern() -> None:
    incident = {**INCIDENT, "channel": "on site"}

    assert "I met with the employee whom the events described below concern and" in about(
        violence(incidents=[incident]), "Employee A.”"
    )


def test_others_are_named_with_the_reason() -> None:
    (only,) = told(
        make_employee(others_protected=["Lee Tran", "Jo Park"], why_others="They use\nthe same door.")
    )

    assert only.endswith(
        "The petition also asks for orders for Lee Tran and Jo Park. They use the same door."
    )


def test_the_name_that_stands_for_another_ends_its_sentence_once() -> None:
    (only,) = told(make_employee(referred_to_as="Employee A."))

    assert "that person is “Employee A.” The petition" in only


def test_nobody_who_is_not_named_is_named() -> None:
    assert not any("Dana" in span.text for span in spans_of(paper_of(violence(incidents=[INCIDENT]))))


@pytest.mark.parametrize("typed", [*HARD_TEXTS.values(), "{who} {on} {how} {employee} {name}"])
def test_typed_words_about_an_employee_pass_through(typed: str) -> None:
    employee = make_employee(
        referred_to_as=f"E {typed}",
        workplace=f"at {typed}",
        others_protected=[f"O {typed}"],
        why_others=f"As {typed}",
        left_out=f"I left out {typed}",
        naming_choice={"by": f"B {typed}", "how": f"by {typed}"},
    )
    paper = paper_of(violence(employees=[employee], incidents=[INCIDENT]))
    spaced = " ".join(typed.split())
    places = {
        "referred_to_as": f"E {spaced}",
        "workplace": f"at {spaced}",
        "others_protected[1]": f"O {spaced}",
        "why_others": f"As {spaced}",
        "left_out": f"I left out {spaced}",
        "naming_choice.by": f"B {spaced}",
        "naming_choice.how": f"by {spaced}",
    }

    for place, expected in places.items():
        assert {" ".join(text.split()) for text in typed_at(paper, f"employees[1].{place}")} == {expected}, (
            place
        )


# Coverings


def covered(*items: Typed, **changes: object) -> Case:
    """Return a case whose exhibits are *items*."""
    incident = {**INCIDENT, "exhibits": [item["id"] for item in items]}
    return violence(incidents=[incident], evidence=list(items), **changes)


def test_what_was_covered_is_told_once_and_referred_to_by_its_number() -> None:
    case = covered(
        make_evidence(id="a", how_known=None, redactions=["a name.", {"what": "a number", "why": "private"}]),
        make_evidence(id="b", how_known=None, redactions=["a name"]),
        make_evidence(id="c", how_known=None),
    )

    assert (
        body_of(case)[2]
        == "3. In the exhibits I covered a name and a number, and nothing else. The covered places say so."
    )
    assert body_of(case)[3].endswith(
        "Exhibit A is a true and correct copy, with covering as described in paragraph 3. (Exhibit A.) "
        "Exhibit B is a true and correct copy, with covering as described in paragraph 3. (Exhibit B.) "
        "Exhibit C is a true and correct copy. (Exhibit C.)"
    )


def test_coverings_are_told_of_the_exhibits_alone() -> None:
    case = violence(
        incidents=[INCIDENT],
        evidence=[make_evidence(id="a", how_known=None), make_evidence(id="b", redactions=["a name"])],
    )

    assert not any("covered" in body for body in body_of(case))


def test_the_originals_are_told_where_something_is_covered() -> None:
    item = make_evidence(id="a", redactions=["a name"])

    assert about(covered(item, exhibits={"originals": "our {originals} mail."}), "In the exhibits") == (
        "In the exhibits I covered a name, and nothing else. The covered places say so. "
        "The originals remain in our {originals} mail."
    )
    assert not any(
        "remain" in body for body in body_of(covered(make_evidence(id="a"), exhibits={"originals": "it"}))
    )


def test_a_redaction_that_does_not_say_what_is_covered_refers_to_nothing() -> None:
    case = covered(make_evidence(id="a", how_known=None, redactions=[{"why": "private"}, "."]))

    assert body_of(case)[-1].endswith("Exhibit A is a true and correct copy. (Exhibit A.)")


# What was left out


LEFT_OUT = "I left out what would identify Employee A."


def test_it_is_told_that_something_was_left_out() -> None:
    hidden = {**INCIDENT, "quotes": [{"text": "You, Dana.", "identifies": "yes"}]}

    assert about(violence(incidents=[hidden]), "left out") == LEFT_OUT
    assert about(covered(make_evidence(id="a", identifies="yes")), "left out") == LEFT_OUT


def test_evidence_that_would_identify_someone_not_named_is_never_cited() -> None:
    case = covered(make_evidence(id="a", identifies="yes"), make_evidence(id="b", how_known=None))

    assert paper_of(case).cites == ("b",)
    assert "evidence[1]" in paper_of(case).withheld


def test_her_own_words_tell_what_was_left_out() -> None:
    hidden = {**INCIDENT, "quotes": [{"text": "You, Dana.", "identifies": "yes"}]}
    case = violence(incidents=[hidden], employees=[make_employee(left_out="One email names\nEmployee A.")])

    assert about(case, "names") == "One email names Employee A."


def test_all_who_are_not_named_are_told_of_together() -> None:
    hidden = {**INCIDENT, "quotes": [{"text": "You, Dana.", "identifies": "yes"}]}
    employees = [make_employee(), make_employee(name="Jo Park", referred_to_as="Employee B")]

    assert about(violence(incidents=[hidden], employees=employees), "left out") == (
        "I left out what would identify Employee A and Employee B."
    )


@pytest.mark.parametrize(
    "case",
    [
        violence(incidents=[{**INCIDENT, "quotes": [{"text": "No.", "identifies": "no"}]}]),
        violence(
            incidents=[
                {**INCIDENT, "quotes": [{"text": "You.", "identifies": "yes"}], "withheld_from": ["court"]}
            ]
        ),
        covered(make_evidence(id="a", identifies="yes", withheld_from=["court"])),
        covered(make_evidence(id="a", identifies="yes"), employees=[make_employee(referred_to_as=None)]),
    ],
    ids=["not identifying", "event withheld", "evidence withheld", "all named"],
)
def test_nothing_is_said_to_be_left_out_where_nothing_is(case: Case) -> None:
    assert not any("left out" in body for body in body_of(case))
