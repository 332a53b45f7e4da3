"""What the law and the catalog let a court paper be."""

import pytest
from checks.runs import Told, errors_of, petition, stopped
from document.declarations import EMPLOYER, PETITIONER, WITNESS, harassment, make_employee
from factories import Typed, jurisdiction, make_incident

from formgen.case import Case
from formgen.checks.court_asks import set_problems
from formgen.errors import Severity

EMPLOYEE = "declaration-employee"
ATTACHMENTS = ["attachment-7a-3", "attachment-7b"]
HEARD = [{"name": "Lee Tran", "paragraphs": ["I saw him at the door."]}]
ORDERS = ("civil harassment", "workplace violence", "domestic violence", "elder abuse", "CH-100", "WV-100")


def of_set(*named: str) -> list[Told]:
    """Return what is wrong with papers taken together."""
    return [(problem.code, problem.path) for problem in set_problems(named, jurisdiction())]


def test_whole_cases_are_stopped_by_nothing() -> None:
    assert stopped(harassment()) == []
    assert stopped(petition()) == []
    assert stopped(harassment(papers=ATTACHMENTS, why_now={"incident": "first-email"})) == []
    assert stopped(harassment(papers=[WITNESS], witnesses=HEARD)) == []


@pytest.mark.parametrize("relationship", ["dating", "spouse", "family"])
@pytest.mark.parametrize("paper", [PETITIONER, *ATTACHMENTS])
def test_partners_and_close_family_are_sent_elsewhere(relationship: str, paper: str) -> None:
    case = harassment(
        papers=[paper], respondent={"relationship": relationship}, why_now={"incident": "first-email"}
    )
    (problem,) = errors_of(case)

    assert (problem.code, problem.path) == ("family-or-dating", "respondent.relationship")
    assert problem.severity is Severity.ERROR
    assert problem.fix.endswith("(Code Civ. Proc., § 527.6, subd. (w))")


@pytest.mark.parametrize("relationship", ["none", "customer", "coworker", "neighbor", "acquaintance", None])
def test_everyone_else_may_ask(relationship: str | None) -> None:
    assert stopped(harassment(respondent={"relationship": relationship})) == []


@pytest.mark.parametrize(("age", "expected"), [("17", ["minor-asks"]), ("18", []), ("0", ["minor-asks"])])
def test_papers_are_for_adults(age: str, expected: list[str]) -> None:
    cases = [
        harassment(declarant={"age": age}),
        petition(declarant={"age": age}),
        petition(papers=[EMPLOYEE], declarant={"age": age}),
    ]

    assert [[code for code, _ in stopped(case)] for case in cases] == [expected] * 3


def test_an_employee_cannot_be_the_one_who_asks_for_a_workplace_order() -> None:
    named: Typed = {"name": "Dana Reyes", "doing_business_as": None}

    assert stopped(petition(petitioner=named)) == [("employee-asks", "petitioner.name")]
    assert stopped(petition(papers=[EMPLOYEE], declarant={"name": "Dana Reyes"}, petitioner=named)) == [
        ("employee-asks", "petitioner.name")
    ]


@pytest.mark.parametrize("paper", [EMPLOYER, EMPLOYEE])
def test_blank_names_are_asked_for_and_never_taken_for_the_same_person(paper: str) -> None:
    case = petition(
        papers=[paper],
        declarant={"name": None},
        petitioner={"name": None},
        employees=[make_employee(name=None)],
    )

    assert stopped(case) == [("needed-blank", "declarant.name"), ("needed-blank", "petitioner.name")]


@pytest.mark.parametrize("declaration", jurisdiction().declarations)
def test_a_refusal_says_where_to_turn_and_never_which_order_to_seek(declaration: str) -> None:
    for refusal in jurisdiction().declarations[declaration].spec.refuses:
        assert "self-help center" in refusal.fix
        assert [order for order in ORDERS if order.casefold() in refusal.fix.casefold()] == []


def test_a_paper_for_another_kind_of_case_is_told_at_the_kind() -> None:
    (problem,) = errors_of(harassment(court={"kind": "workplace-violence"}))

    assert (problem.code, problem.path) == ("court-kind-other", "court.kind")
    assert problem.fix == "It is for civil-harassment: correct `kind`, or name another paper."


def test_a_paper_for_every_kind_of_case_goes_with_each() -> None:
    for kind in ("civil-harassment", "workplace-violence"):
        assert stopped(harassment(papers=[WITNESS], court={"kind": kind}, witnesses=HEARD)) == []


def test_a_blank_kind_is_asked_for_and_a_refused_case_is_not_told_of_its_kind_too() -> None:
    assert stopped(harassment(court={"kind": None})) == [("needed-blank", "court.kind")]
    assert stopped(
        petition(papers=[EMPLOYER], court={"kind": "civil-harassment"}, declarant={"age": "17"})
    ) == [("minor-asks", "declarant.age")]


def test_what_a_declaration_needs_is_told_where_it_is_blank() -> None:
    case = harassment(
        court={"county": None},
        incidents=[make_incident(account=None, quotes=[], knowledge=None)],
        notices=[{"to": "Pat Moreno"}],
        requests_to_stop="none",
    )

    assert stopped(case) == [
        ("needed-blank", "court.county"),
        ("needed-blank", "incidents[1].account"),
        ("needed-blank", "incidents[1].knowledge"),
        ("needed-blank", "notices[1].when"),
        ("needed-blank", "notices[1].account"),
    ]


def test_words_for_the_court_stand_for_those_to_the_employer() -> None:
    incident = make_incident(account=None, quotes=[], for_court="He emailed me.", knowledge="received")

    assert stopped(harassment(incidents=[incident])) == []


@pytest.mark.parametrize(
    "witnesses", [None, [], [{"name": "Lee Tran"}], [{"name": "Lee Tran", "paragraphs": []}]]
)
def test_a_witness_paper_that_is_named_itself_needs_a_witness_with_words(witnesses: object) -> None:
    assert stopped(harassment(papers=[WITNESS], witnesses=witnesses)) == [
        ("no-witness-paragraphs", "witnesses")
    ]


@pytest.mark.parametrize("witnesses", [None, [], [{"name": "Lee Tran"}], [{"who": "a coworker"}]])
def test_a_packet_asks_for_no_witness(witnesses: object) -> None:
    assert stopped(harassment(papers=["civil-harassment"], witnesses=witnesses)) == []


def test_of_a_witness_with_words_name_and_every_paragraph_are_needed() -> None:
    witnesses = [
        {"who": "a neighbor"},
        {"who": "a coworker", "paragraphs": ["I saw him.", {"exhibits": []}, {"account": " "}]},
    ]

    assert stopped(harassment(papers=[WITNESS], witnesses=witnesses)) == [
        ("needed-blank", "witnesses[2].name"),
        ("needed-blank", "witnesses[2].paragraphs[2].account"),
        ("needed-blank", "witnesses[2].paragraphs[3].account"),
    ]


def test_a_case_holds_the_words_of_one_declarant() -> None:
    assert of_set(EMPLOYER, EMPLOYEE) == [("two-declarants", "papers")]
    assert of_set(PETITIONER, EMPLOYER) == [("two-declarants", "papers")]
    assert of_set(EMPLOYER, WITNESS) == []


@pytest.mark.parametrize("attachment", ATTACHMENTS)
def test_the_same_events_are_not_told_in_a_declaration_and_in_an_attachment(attachment: str) -> None:
    assert of_set(PETITIONER, attachment) == [("narrative-twice", "papers")]
    assert of_set(attachment, WITNESS) == []


def test_two_attachments_tell_different_events() -> None:
    assert of_set(*ATTACHMENTS) == []


def test_a_chronology_goes_with_what_it_guides_through() -> None:
    assert of_set("chronology") == [("chronology-alone", "papers")]
    assert of_set("chronology", WITNESS) == [("chronology-alone", "papers")]
    assert of_set("chronology", "notice-letter") == [("chronology-alone", "papers")]
    assert of_set("chronology", ATTACHMENTS[1]) == []
    assert of_set("enclosure-chronology") == [("chronology-alone", "papers")]
    assert of_set("enclosure-chronology", PETITIONER) == [("chronology-alone", "papers")]
    assert of_set("enclosure-chronology", "notice-letter", "chronology", PETITIONER) == []


def test_papers_are_taken_together_however_few_of_them_a_run_makes() -> None:
    case = petition(papers=[EMPLOYER, EMPLOYEE])

    assert stopped(case, [EMPLOYER]) == [("two-declarants", "papers")]


def test_a_case_without_court_papers_is_not_asked_about_them(empty: Case) -> None:
    assert ("chronology-alone", "papers") not in stopped(empty)


@pytest.fixture
def empty() -> Case:
    """Return a case of which nothing is known but that a letter is wanted."""
    return Case.model_validate({"case": "empty", "jurisdiction": "us-ca", "papers": ["notice-letter"]})


@pytest.mark.parametrize(
    ("county", "is_told"), [("Yolo County", True), ("yolo county ", True), ("Yolo", False)]
)
def test_a_county_is_not_called_so_twice(county: str, *, is_told: bool) -> None:
    found = [p for p in errors_of(harassment(court={"county": county})) if p.code == "county-named-twice"]

    assert [p.path for p in found] == (["court.county"] if is_told else [])
