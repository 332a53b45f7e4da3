"""The people of a court paper: who files, between whom, which paper, who is spoken of."""

import pytest
from document.declarations import (
    WITNESS,
    caption_of,
    column,
    harassment,
    make_employee,
    paper_of,
    spans_of,
    violence,
)
from factories import HARD_TEXTS, Typed, facts_of, jurisdiction

from formgen.case import Case
from formgen.document.blocks import Span
from formgen.document.court_people import (
    asks_for_employer,
    names_in_court,
    petitioner_spans,
    respondent_parts,
)

CONTACT: Typed = {"phone": "(530) 555-0142", "email": "dana.reyes@example.com"}
LAWYER: Typed = {
    "name": "Ana Lopez",
    "bar_number": "123456",
    "firm": "Lopez Law",
    "address": {"street": "1 Court Street\nSuite 2", "city": "Woodland", "state": "CA", "zip": "95695"},
    "phone": "(530) 555-0100",
    "fax": "(530) 555-0101",
    "email": "ana@example.com",
}


def filer(case: Case) -> list[str]:
    """Return who files *case*, line by line."""
    return column(caption_of(case).filer)


def court_side(**court: object) -> list[str]:
    """Return what stands right of the parties, where the court is known as far as *court* says."""
    return column(caption_of(harassment(court=court)).paper)


# Who files


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ([], ["Dana Reyes"]),
        (["address"], ["Dana Reyes", "100 Example Street", "Davis, CA 95616"]),
        (["phone"], ["Dana Reyes", "(530) 555-0142"]),
        (["email"], ["Dana Reyes", "dana.reyes@example.com"]),
        (
            ["email", "phone", "address"],
            [
                "Dana Reyes",
                "100 Example Street",
                "Davis, CA 95616",
                "(530) 555-0142",
                "dana.reyes@example.com",
            ],
        ),
    ],
)
def test_a_person_who_files_shows_only_what_she_chose(shown: list[str], expected: list[str]) -> None:
    assert filer(harassment(declarant={**CONTACT, "print_on": {"court": shown}})) == expected


def test_what_a_letter_may_show_is_not_shown_to_the_court() -> None:
    case = harassment(declarant={**CONTACT, "print_on": {"letter": ["phone", "email"], "court": []}})

    assert filer(case) == ["Dana Reyes"]


@pytest.mark.parametrize(
    ("alone", "last"), [("yes", "Self-represented"), ("no", "Davis, CA 95616"), (None, "Davis, CA 95616")]
)
def test_a_person_without_a_lawyer_says_so_if_it_is_known(alone: str | None, last: str) -> None:
    assert filer(harassment(declarant={"self_represented": alone}))[-1] == last


def test_contacts_that_are_not_given_leave_no_lines() -> None:
    case = harassment(
        declarant={"mailing_address": None, "print_on": {"court": ["address", "phone", "email"]}}
    )

    assert filer(case) == ["Dana Reyes"]


def test_a_lawyer_files_in_place_of_the_party() -> None:
    case = harassment(declarant={**CONTACT, "self_represented": "yes", "attorney": LAWYER})

    assert filer(case) == [
        "Ana Lopez (State Bar No. 123456)",
        "Lopez Law",
        "1 Court Street",
        "Suite 2",
        "Woodland, CA 95695",
        "(530) 555-0100",
        "Fax: (530) 555-0101",
        "ana@example.com",
        "Attorney for Petitioner Dana Reyes",
    ]


def test_a_lawyer_of_whom_only_the_name_is_known_has_two_lines() -> None:
    assert filer(harassment(declarant={"attorney": {"name": "Ana Lopez"}})) == [
        "Ana Lopez",
        "Attorney for Petitioner Dana Reyes",
    ]


def test_a_lawyer_without_a_name_does_not_file() -> None:
    assert filer(harassment(declarant={"attorney": {"firm": "Lopez Law"}}))[0] == "Dana Reyes"


def test_an_employer_files_under_the_name_of_the_business_too() -> None:
    assert filer(violence()) == [
        "Sam Okafor, doing business as Brightline Heating & Air",
        "200 Sample Avenue",
        "Davis, CA 95616",
        "(530) 555-0117",
        "office@example.com",
        "Self-represented",
    ]
    assert filer(violence(petitioner={"doing_business_as": None, "self_represented": None}))[::5] == [
        "Sam Okafor"
    ]


def test_a_business_of_which_only_the_name_it_goes_by_is_known_files_under_it() -> None:
    assert filer(violence(petitioner={"name": None}))[0] == "Brightline Heating & Air"


def test_the_lawyer_of_an_employer_names_both_names() -> None:
    case = violence(petitioner={"attorney": {"name": "Ana Lopez"}}, declarant={"attorney": {"name": "Other"}})

    assert filer(case) == [
        "Ana Lopez",
        "Attorney for Petitioner Sam Okafor, doing business as Brightline Heating & Air",
    ]


def test_an_employer_of_whom_nothing_is_known_leaves_nothing() -> None:
    assert filer(violence(petitioner=None)) == []


def test_whoever_declares_the_party_files() -> None:
    case = harassment(papers=[WITNESS], witnesses=[{"name": "Lee Tran", "paragraphs": ["I saw him."]}])

    assert filer(case) == ["Dana Reyes", "100 Example Street", "Davis, CA 95616"]


# Court and parties


def test_the_court_is_named_with_its_county() -> None:
    assert column(caption_of(harassment(court={"county": "San Luis Obispo"})).court) == [
        "SUPERIOR COURT OF CALIFORNIA",
        "COUNTY OF SAN LUIS OBISPO",
    ]


def test_the_parties_are_named_in_capitals() -> None:
    assert column(caption_of(harassment(respondent={"name": "Minh Nguyễn"})).parties) == [
        "DANA REYES,",
        "Petitioner,",
        "v.",
        "MINH NGUYỄN,",
        "Respondent.",
    ]
    assert column(caption_of(violence()).parties)[0] == (
        "SAM OKAFOR, doing business as BRIGHTLINE HEATING & AIR,"
    )


# Case number, title, hearing


def test_what_is_not_known_yet_is_a_blank() -> None:
    assert court_side() == [
        "Case No. ____________",
        "DECLARATION OF DANA REYES IN SUPPORT OF REQUEST FOR CIVIL HARASSMENT RESTRAINING ORDERS",
        "Hearing: date ________",
        "time ________",
        "dept. ________",
    ]


def test_what_is_known_is_printed() -> None:
    hearing = {"date": "2026-06-05", "time": "8:30 am", "place": "1000 Main Street, Woodland"}
    known: Typed = {"case_number": "CV-{number}", "department": "11", "judge": "Hon. Al Roe"}

    assert court_side(**known, hearing=hearing)[::1] == [
        "Case No. CV-{number}",
        "DECLARATION OF DANA REYES IN SUPPORT OF REQUEST FOR CIVIL HARASSMENT RESTRAINING ORDERS",
        "Hearing: date June 5, 2026",
        "time 8:30 am",
        "dept. 11",
        "Place: 1000 Main Street, Woodland",
        "Judge: Hon. Al Roe",
    ]


def test_part_of_a_hearing_can_be_known() -> None:
    assert court_side(hearing={"time": "8:30 am"})[2:] == [
        "Hearing: date ________",
        "time 8:30 am",
        "dept. ________",
    ]
    assert court_side(hearing={})[2:] == ["Hearing: date ________", "time ________", "dept. ________"]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("11", "dept. 11"),
        ("Courtroom 5", "dept. Courtroom 5"),
        ("Department 11", "Department 11"),
        ("dept. 11", "dept. 11"),
        ("DEPT 11", "DEPT 11"),
    ],
)
def test_a_department_is_not_called_one_twice(typed: str, printed: str) -> None:
    assert court_side(department=typed)[4] == printed


@pytest.mark.parametrize(
    ("case", "title"),
    [
        (
            violence(),
            "DECLARATION OF PAT MORENO IN SUPPORT OF PETITION FOR WORKPLACE VIOLENCE RESTRAINING ORDERS",
        ),
        (
            harassment(papers=[WITNESS], witnesses=[{"name": "Lee {name} Tran", "paragraphs": ["I saw."]}]),
            "DECLARATION OF LEE {NAME} TRAN IN SUPPORT OF REQUEST FOR CIVIL HARASSMENT RESTRAINING ORDERS",
        ),
    ],
    ids=["employer", "witness"],
)
def test_the_title_says_whose_declaration_it_is_and_what_it_supports(case: Case, title: str) -> None:
    assert column(caption_of(case).paper)[1] == title


def test_the_title_is_bold_and_knows_whose_name_it_has() -> None:
    title = caption_of(harassment()).paper[2].inlines

    assert title[1] == Span("DANA REYES", "declarant.name", bold=True)
    assert [part.bold for part in title if isinstance(part, Span)] == [True, True, True, True]


def test_a_kind_of_case_that_the_paper_is_not_for_is_not_named() -> None:
    assert column(caption_of(violence(), "declaration-petitioner").paper)[1] == (
        "DECLARATION OF PAT MORENO IN SUPPORT OF "
    )


# Names


@pytest.mark.parametrize("typed", [*HARD_TEXTS.values(), "{name} {number} {role} {supports} {0}"])
def test_every_name_of_a_caption_passes_through_with_its_place(typed: str) -> None:
    lawyer: Typed = {
        **LAWYER,
        "name": typed,
        "bar_number": typed,
        "firm": typed,
        "fax": typed,
        "address": None,
    }
    case = harassment(
        declarant={"name": typed, "attorney": lawyer},
        respondent={"name": typed},
        court={
            "case_number": typed,
            "judge": typed,
            "department": typed,
            "hearing": {"place": typed, "time": typed},
        },
    )

    found = {(span.source, span.text) for span in spans_of(paper_of(case))}
    attorney = [f"declarant.attorney.{name}" for name in ("name", "bar_number", "firm", "fax")]
    court = ["case_number", "judge", "department", "hearing.place", "hearing.time"]
    places = ["declarant.name", *attorney, *(f"court.{name}" for name in court)]
    assert {(place, typed) for place in places} <= found
    assert {("declarant.name", typed.upper()), ("respondent.name", typed.upper())} <= found


@pytest.mark.parametrize(
    ("respondent", "name", "subject"),
    [
        ({}, Span("Voss", "respondent.name"), Span("Voss", "respondent.name")),
        ({"pronouns": "she"}, Span("Voss", "respondent.name"), Span("she")),
        (
            {"called": "Mr. {subject}", "pronouns": None},
            Span("Mr. {subject}", "respondent.called"),
            Span("Mr. {subject}", "respondent.called"),
        ),
        ({"name": "Carl Voss, Jr."}, Span("Voss", "respondent.name"), Span("Voss", "respondent.name")),
        ({"name": None}, Span("", "respondent.name"), Span("", "respondent.name")),
    ],
)
def test_the_respondent_is_named_again_as_the_case_says(respondent: Typed, name: Span, subject: Span) -> None:
    parts = respondent_parts(harassment(respondent=respondent), jurisdiction().spec)

    assert parts == {"respondent": (name,), "subject": (subject,)}


def test_a_date_can_stand_before_whoever_is_not_named() -> None:
    case = violence(employees=[make_employee(), make_employee(name="Jo Park", referred_to_as=None), {}])
    names = names_in_court(case, jurisdiction().spec)

    assert {"Employee A", "Jo Park", "Carl Voss", "Voss", "Pat Moreno"} <= set(names)
    assert "Dana Reyes" not in names


@pytest.mark.parametrize(
    ("kind", "expected"), [("workplace-violence", True), ("civil-harassment", False), (None, False)]
)
def test_an_employer_asks_only_in_a_workplace_violence_case(kind: str | None, *, expected: bool) -> None:
    assert asks_for_employer(harassment(court={"kind": kind})) is expected


def test_without_a_court_the_declarant_asks() -> None:
    case = harassment(court=None)
    words = facts_of(case).jurisdiction.spec.court_words
    assert words is not None

    assert not asks_for_employer(case)
    assert petitioner_spans(case, words, capitals=False) == (Span("Dana Reyes", "declarant.name"),)
    assert column(caption_of(case).court) == ["SUPERIOR COURT OF CALIFORNIA", "COUNTY OF "]
