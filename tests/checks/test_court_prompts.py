"""Questions about court papers: before they are composed, and about the composed papers themselves."""

import pytest
from checks.runs import (
    Told,
    asked,
    asked_of_papers,
    drawn,
    petition,
    questions_of,
    questions_of_papers,
)
from document.declarations import EMPLOYER, PETITIONER, WITNESS, harassment, make_employee
from factories import Typed, make_case, make_evidence, make_incident, merged

from formgen.case import Case
from formgen.checks.court_prompts import length_prompt, speaks_to_you
from formgen.document.blocks import Paragraph, Span
from formgen.document.court_paper import CourtPaper
from formgen.document.court_text import emphasised
from formgen.errors import Severity

EMPLOYEE = "declaration-employee"
ATTACHMENTS = ["attachment-7a-3", "attachment-7b"]
WHOLE: Typed = {
    "declarant": {"self_represented": "yes"},
    "incidents": [
        make_incident(knowledge="received", directed_at="me", about={"alarming": "All of it."}),
        make_incident(
            id="visit",
            when="March 9, 2026",
            channel="on site",
            quotes=[],
            account="I saw Carl Voss at the door.",
            knowledge="saw",
        ),
    ],
    "dispute": {"about": "the bill", "account": "He disputes a bill."},
    "effects": [{"what": "I wake at night.", "kind": "health"}],
    "fear": {"account": "I am afraid.", "harm_without_order": "He may come to the door."},
    "notices": "none",
    "requests_to_stop": "none",
    "temporary_order": {"asked": "yes", "respondent_told": "yes", "told_on": "May 11, 2026"},
}
"""Everything that a civil harassment case is asked about."""

LAWYER: Typed = {
    "name": "Alex Rivera",
    "bar_number": "000000",
    "address": {"street": "1 Sample Street", "city": "Davis", "state": "CA", "zip": "95616"},
}


def whole(**changes: object) -> Case:
    """Return a case for a petitioner about which nothing is left to ask, with *changes*."""
    return harassment(**merged(WHOLE, changes))


def told(**changes: object) -> Case:
    """Return that case with one incident in place of its own: the first, with *changes*."""
    incident: Typed = {"knowledge": "received", "directed_at": "me", "about": {"alarming": "All of it."}}
    return whole(incidents=[make_incident(**merged(incident, changes))])


def codes(found: list[Told], *without: str) -> list[Told]:
    """Return *found* less the codes *without*."""
    return [each for each in found if each[0] not in without]


def test_a_whole_case_is_asked_nothing() -> None:
    assert asked(whole()) == []
    assert asked_of_papers(whole()) == []


def test_every_question_is_a_prompt_and_stops_nothing() -> None:
    case = whole(
        incidents=[make_incident(account="Yesterday you told me.", exhibits=["first-email"])],
        evidence=[make_evidence(how_known=None)],
        temporary_order=None,
        declarant={"print_on": {"court": []}},
    )
    found = [*questions_of(case), *questions_of_papers(case, pages=11)]

    assert {"speaks-to-you", "date-at-the-head", "hearsay", "temporary-order-blank"} <= {
        p.code for p in found
    }
    assert {problem.severity for problem in found} == {Severity.PROMPT}


# What is asked before the papers are composed


@pytest.mark.parametrize(
    ("temporary", "expected"),
    [
        (None, [("temporary-order-blank", "temporary_order")]),
        ({"asked": None}, [("temporary-order-blank", "temporary_order")]),
        ({"asked": "no", "respondent_told": None}, []),
        (
            {"asked": "yes", "respondent_told": None},
            [("respondent-told-blank", "temporary_order.respondent_told")],
        ),
        (
            {"asked": "yes", "respondent_told": "no"},
            [("why-not-told-blank", "temporary_order.why_not_told")],
        ),
        (
            {"asked": "yes", "respondent_told": "no", "why_not_told": " "},
            [("why-not-told-blank", "temporary_order.why_not_told")],
        ),
        ({"asked": "yes", "respondent_told": "no", "why_not_told": "He may come."}, []),
    ],
)
def test_whether_the_respondent_was_told_of_a_temporary_order_is_asked(
    temporary: object, expected: list[Told]
) -> None:
    assert asked(whole(temporary_order=temporary)) == expected


def test_papers_that_say_nothing_of_a_temporary_order_ask_nothing_of_it() -> None:
    papers: list[tuple[str, Case]] = [
        ("attachment-7b", whole(papers=["attachment-7b"], temporary_order=None)),
        (WITNESS, whole(papers=[WITNESS], temporary_order=None, witnesses=[{"paragraphs": ["I saw."]}])),
        (EMPLOYEE, petition(papers=[EMPLOYEE], temporary_order=None)),
    ]

    for _, case in papers:
        assert "temporary-order-blank" not in [code for code, _ in asked(case)]


@pytest.mark.parametrize(
    "account",
    [
        "Lee Tran told me that he had called.",
        "I was told that he had called.",
        "“Go,” he said. Then Lee Tran told us to stay.",
        "I heard from Lee Tran that he had called.",
    ],
)
def test_what_somebody_else_told_is_hearsay(account: str) -> None:
    assert asked(told(account=account)) == [
        ("no-civil-course-of-conduct", "incidents"),
        ("hearsay", "incidents[1].account"),
    ]


@pytest.mark.parametrize(
    "account",
    [
        "He told me to wait.",
        "Carl Voss told me to wait.",
        "Mr. Voss told me to wait.",
        "I remember that Voss told me to wait.",
        "He wrote, “Pat told me that you are new.”",
        "I told Pat Moreno.",
        None,
    ],
)
def test_what_the_respondent_told_is_no_hearsay_and_neither_is_what_is_quoted(account: str | None) -> None:
    assert "hearsay" not in [code for code, _ in asked(told(account=account))]


def test_hearsay_is_asked_about_once_where_it_is_marked_as_told() -> None:
    case = told(account="Lee Tran told me that he had called.", knowledge="told by Lee Tran")

    assert [each for each in asked(case) if each[0] == "hearsay"] == [("hearsay", "incidents[1].knowledge")]


def test_what_the_court_may_not_see_is_not_asked_about() -> None:
    case = told(account="Lee Tran told me.", withheld_from=["court"])

    assert "hearsay" not in [code for code, _ in asked(case)]


def test_words_for_the_court_are_asked_about_in_place_of_those_to_the_employer() -> None:
    case = told(account="Lee Tran told me.", for_court="I saw him at the door.")

    assert "hearsay" not in [code for code, _ in asked(case)]


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("entity", "corporation"),
        ("entity", "a California Corporation"),
        ("entity", "an incorporated business"),
        ("entity", "limited liability company"),
        ("entity", "LLC"),
        ("entity", "L.L.C."),
        ("name", "Brightline Heating & Air, Inc."),
        ("name", "Brightline Inc"),
        ("name", "Brightline Heating LLC"),
        ("name", "Brightline Corp."),
    ],
)
def test_a_company_that_asks_without_a_lawyer_is_asked_about_it(field: str, typed: str) -> None:
    case = petition(petitioner={field: typed, "self_represented": None})

    assert ("company-without-lawyer", f"petitioner.{field}") in asked(case)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("entity", "sole proprietor since 2010"),
        ("entity", "a principal and her partner"),
        ("entity", "an unincorporated association"),
        ("entity", "partnership"),
        ("entity", None),
        ("name", "Incline Heating"),
        ("name", "Vincent Corporal"),
        ("name", "Sinclair & Lincoln"),
    ],
)
def test_no_other_business_is_taken_for_a_company(field: str, typed: str | None) -> None:
    assert "company-without-lawyer" not in [code for code, _ in asked(petition(petitioner={field: typed}))]


def test_a_company_with_a_lawyer_is_asked_nothing_and_one_whose_lawyer_has_no_name_is() -> None:
    def company(attorney: object) -> list[str]:
        case = petition(petitioner={"entity": "corporation", "attorney": attorney})
        return [code for code, _ in asked(case)]

    assert "company-without-lawyer" not in company(LAWYER)
    assert "company-without-lawyer" in company({"firm": "Rivera Law Office"})


def test_a_person_who_asks_alone_is_not_taken_for_a_company() -> None:
    assert asked(whole(petitioner={"entity": "corporation"})) == []


def test_how_far_the_choice_not_to_be_named_reaches_is_told() -> None:
    found = [each for each in asked(petition()) if "nam" in each[0]]

    assert found == [("naming-choice-reach", "employees[1].referred_to_as")]


def test_an_employee_who_declined_and_is_named_is_asked_about() -> None:
    named = make_employee(referred_to_as=None)
    willing = merged(named, {"naming_choice": {"answer": "not declined"}})

    assert ("declined-but-named", "employees[1]") in asked(petition(employees=[named]))
    assert "declined-but-named" not in [code for code, _ in asked(petition(employees=[willing]))]


@pytest.mark.parametrize(
    ("protected", "expected"),
    [([{"name": "Sam Okafor"}], True), ([], False), ("none", False), (None, False)],
)
def test_others_who_are_named_beside_someone_who_is_not_are_asked_about(
    protected: object,
    expected: bool,  # noqa: FBT001 - a column of the table
) -> None:
    case = petition(protected_persons=protected)

    assert (("protected-persons-named", "protected_persons") in asked(case)) is expected


def test_a_letter_alone_asks_nothing_about_a_court() -> None:
    case = whole(papers=["notice-letter", "civil-harassment"], temporary_order=None, fear=None, dispute=None)
    of_court = {"temporary-order-blank", "no-civil-harm-without-order", "no-civil-no-legitimate-purpose"}

    assert of_court <= {code for code, _ in asked(case)}
    assert of_court.isdisjoint(code for code, _ in asked(case, ["notice-letter"]))


# What is asked about the composed papers


@pytest.mark.parametrize(
    "text",
    [
        "I told you.",
        "You said so.",
        "It was your letter.",
        "It is yours.",
        "You're late.",
        "You’ve seen it.",
        "You see it yourself.",
        "He said, “Go,” and you heard it.",
    ],
)
def test_words_that_speak_to_their_reader_are_known(text: str) -> None:
    assert speaks_to_you(text)


@pytest.mark.parametrize(
    "text", ["He wrote, “I see you.”", 'He wrote, "I see your door."', "He is young.", "The youth left.", ""]
)
def test_words_that_quote_somebody_or_speak_of_the_young_do_not(text: str) -> None:
    assert not speaks_to_you(text)


@pytest.mark.parametrize(
    ("changes", "path", "has_another_place"),
    [
        ({"incidents": [make_incident(account="I told you.")]}, "incidents[1].account", True),
        ({"notices": [{"when": "March 6, 2026", "account": "I told you."}]}, "notices[1].account", True),
        (
            {"notices": [{"when": "March 6, 2026", "account": "I said so.", "answer": "You did not."}]},
            "notices[1].answer",
            True,
        ),
        (
            {"notices": [{"when": "March 6, 2026", "account": "I said so.", "done": "You left."}]},
            "notices[1].done",
            True,
        ),
        (
            {"requests_to_stop": [{"when": "March 6, 2026", "account": "You wrote to him."}]},
            "requests_to_stop[1].account",
            True,
        ),
        ({"dispute": {"account": "That is between you and him."}}, "dispute.account", True),
        ({"dispute": {"account": "I am not writing about the bill."}}, "dispute.account", True),
        ({"dispute": {"for_court": "That is yours to decide."}}, "dispute.for_court", False),
        ({"incidents": [make_incident(for_court="I told you.")]}, "incidents[1].for_court", False),
        ({"effects": [{"what": "I no longer greet your customers."}]}, "effects[1].what", False),
        ({"fear": {"account": "I fear him, as you know."}}, "fear.account", False),
        ({"respondent": {"account": "You know him."}}, "respondent.account", False),
        ({"orders": {"others": ["I ask you for a key."]}}, "orders.others[1]", False),
    ],
)
def test_words_to_the_employer_that_the_court_would_read_are_asked_about_where_they_stand(
    changes: Typed,
    path: str,
    has_another_place: bool,  # noqa: FBT001 - a column of the table
) -> None:
    found = [p for p in questions_of_papers(whole(**changes)) if p.code == "speaks-to-you"]

    assert [problem.path for problem in found] == [path]
    assert ("for_court" in found[0].fix) is has_another_place


def test_words_that_no_court_paper_prints_may_speak_to_the_employer() -> None:
    case = whole(
        letter={"opening": "You know him."},
        incidents=[
            make_incident(account="I told you.", for_court="I told Pat Moreno.", knowledge="saw"),
            make_incident(id="other", account="You saw it.", withheld_from=["court"]),
        ],
        dispute={"account": "That is between you and him.", "for_court": "He disputes a bill."},
        notices=[
            {"when": "March 6, 2026", "account": "I told you.", "answer": "You left.", "for_court": "I did."}
        ],
    )

    assert "speaks-to-you" not in [code for code, _ in asked_of_papers(case)]


def test_exact_words_and_names_may_hold_the_word_you() -> None:
    case = told(quotes=["I see you.", {"text": "Te veo.", "translation": "I see you."}])
    named = petition(petitioner={"doing_business_as": "You & Yours Heating"})

    assert asked_of_papers(case) == []
    assert "speaks-to-you" not in [code for code, _ in asked_of_papers(named)]


def test_a_witness_who_speaks_to_somebody_is_asked_too() -> None:
    case = whole(papers=[WITNESS], witnesses=[{"name": "Lee Tran", "paragraphs": ["I told you so."]}])

    assert asked_of_papers(case) == [("speaks-to-you", "witnesses[1].paragraphs[1].account")]


def test_the_chronology_of_a_court_is_asked_about_and_that_of_a_letter_is_not() -> None:
    incidents = [make_incident(short="You saw it.", account="I saw Carl Voss on March 5.", knowledge="saw")]
    for_court = whole(papers=[PETITIONER, "chronology"], incidents=incidents)
    for_employer = whole(papers=["notice-letter", "enclosure-chronology"], incidents=incidents)

    assert asked_of_papers(for_court) == [("speaks-to-you", "incidents[1].short")]
    assert asked_of_papers(for_employer) == []


@pytest.mark.parametrize(
    ("account", "stands_apart"),
    [
        ("I saw him at the door.", False),
        ("Carl Voss came to the door.", False),
        ("{when}, he came to the door.", False),
        ("It was March 5, 2026. He came to the door.", False),
        ("On March 5 he came to the door.", False),
        ("He came to the door.", True),
        ("He came to the door at 8:47 p.m.", True),
        ("Yesterday he came to the door, and 2 others too.", True),
        ("It began at 5.", True),
        ("He came.\n\nIt was March 5, 2026.", False),
        (None, False),
    ],
)
def test_a_date_is_asked_about_exactly_where_the_paper_sets_it_apart(
    account: str | None,
    stands_apart: bool,  # noqa: FBT001 - a column of the table
) -> None:
    case = told(account=account)
    (paper,) = drawn(case)
    assert isinstance(paper, CourtPaper)
    heads = [
        inline
        for block in paper.blocks
        if isinstance(block, Paragraph)
        for inline in block.inlines
        if isinstance(inline, Span) and inline == emphasised(inline.text)
    ]

    assert bool(heads) is stands_apart
    assert asked_of_papers(case) == [("date-at-the-head", "incidents[1].account")] * stands_apart


def test_a_time_of_the_day_told_just_before_needs_no_date_and_asks_nothing() -> None:
    incidents = [
        make_incident(when="March 5, 2026 at 8:47 pm", knowledge="received", account="I saw his email."),
        make_incident(
            id="second", when="March 5, 2026 at 9:05 pm", knowledge="received", account="At 9:05 he called."
        ),
    ]

    assert asked_of_papers(whole(incidents=incidents)) == []


def test_the_dates_of_notices_and_requests_are_asked_about_too() -> None:
    case = whole(
        notices=[{"when": "March 6, 2026", "account": "We spoke.", "answer": "Pat Moreno left."}],
        requests_to_stop=[{"when": "March 7, 2026", "account": "My answer was short."}],
    )

    assert asked_of_papers(case) == [
        ("date-at-the-head", "notices[1].account"),
        ("date-at-the-head", "requests_to_stop[1].account"),
    ]


def test_how_the_declarant_has_each_exhibit_is_asked_of_those_that_are_cited() -> None:
    case = told(exhibits=["first-email"])
    evidence = [
        make_evidence(how_known=" "),
        make_evidence(id="uncited", how_known=None),
        make_evidence(id="noted", how_known=None, true_copy="of my note"),
    ]

    assert asked_of_papers(case.model_copy(update={"evidence": whole(evidence=evidence).evidence})) == [
        ("how-known-blank", "evidence[1].how_known")
    ]


def test_exhibits_that_the_court_does_not_see_are_not_asked_about() -> None:
    evidence = [make_evidence(how_known=None, withheld_from=["court"])]

    assert asked_of_papers(whole(incidents=told(exhibits=["first-email"]).incidents, evidence=evidence)) == []


def test_a_witness_is_not_asked_how_the_declarant_has_an_exhibit() -> None:
    case = whole(
        papers=[WITNESS],
        witnesses=[
            {"name": "Lee Tran", "paragraphs": [{"account": "I saw it.", "exhibits": ["first-email"]}]}
        ],
        evidence=[make_evidence(how_known=None)],
    )

    assert asked_of_papers(case) == []


@pytest.mark.parametrize(
    ("account", "expected"),
    [
        ("I saw Carl Voss.", ["evidence[1].true_copy"]),
        ("I saw Carl Voss. {exhibits}", ["evidence[1].true_copy"]),
        ("I saw {exhibit first-email} and then {exhibit note}.", []),
        ("I saw {exhibit first-email}.", []),
    ],
)
def test_which_exhibit_is_which_is_asked_where_several_are_cited_together(
    account: str, expected: list[str]
) -> None:
    case = whole(
        incidents=[make_incident(account=account, exhibits=["first-email", "note"], knowledge="saw")],
        evidence=[make_evidence(), make_evidence(id="note", true_copy="of my note")],
    )

    assert asked_of_papers(case) == [("true-copy-blank", path) for path in expected]


def test_an_exhibit_that_is_cited_alone_is_not_asked_which_it_is() -> None:
    case = whole(incidents=told(exhibits=["first-email"]).incidents, evidence=[make_evidence()])

    assert asked_of_papers(case) == []


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"declarant": {"print_on": {"court": ["phone"]}}}, "declarant.print_on.court"),
        ({"declarant": {"mailing_address": None}}, "declarant.mailing_address"),
        ({"declarant": {"attorney": merged(LAWYER, {"address": None})}}, "declarant.attorney.address"),
    ],
)
def test_a_first_page_without_an_address_is_asked_about(changes: Typed, path: str) -> None:
    assert asked_of_papers(whole(**changes)) == [("address-not-printed", path)]


def test_the_address_of_a_lawyer_or_of_the_business_is_an_address() -> None:
    hers = whole(declarant={"print_on": {"court": []}, "attorney": LAWYER})
    theirs = petition(petitioner={"mailing_address": None})

    assert "address-not-printed" not in [code for code, _ in asked_of_papers(hers)]
    assert "address-not-printed" not in [code for code, _ in asked_of_papers(petition())]
    assert ("address-not-printed", "petitioner.mailing_address") in asked_of_papers(theirs)


def test_an_attachment_has_no_first_page_to_show_an_address_on() -> None:
    case = whole(papers=["attachment-7b"], declarant={"mailing_address": None})

    assert asked_of_papers(case) == []


@pytest.mark.parametrize(("pages", "asks"), [(1, False), (10, False), (11, True)])
def test_a_long_account_is_asked_about_with_its_longest_paragraphs(
    pages: int,
    asks: bool,  # noqa: FBT001 - a column of the table
) -> None:
    case = whole(fear={"account": "I fear him. " * 40, "harm_without_order": "He may come."})
    (paper,) = drawn(case)
    assert isinstance(paper, CourtPaper)
    problem = length_prompt(paper, pages)

    assert (problem is not None) is asks
    if problem is not None:
        assert (problem.code, problem.path) == ("narrative-long", "papers")
        assert problem.what == "declaration-petitioner.pdf has 11 pages. Its longest paragraphs are 1, 2, 6."


def test_each_long_paper_of_a_witness_is_told_by_its_file() -> None:
    witnesses = [{"name": name, "paragraphs": ["I saw him."]} for name in ("Lee Tran", "June Park")]
    found = questions_of_papers(whole(papers=[WITNESS], witnesses=witnesses), pages=12)

    assert [problem.what for problem in found] == [
        "declaration-witness-1.pdf has 12 pages. Its longest paragraph is 1.",
        "declaration-witness-2.pdf has 12 pages. Its longest paragraph is 1.",
    ]


def test_a_question_about_two_papers_is_asked_once() -> None:
    case = whole(papers=[PETITIONER, "chronology"], incidents=[make_incident(account="I told you.")])

    assert [each for each in asked_of_papers(case) if each[0] == "speaks-to-you"] == [
        ("speaks-to-you", "incidents[1].account")
    ]


@pytest.mark.parametrize(
    "code",
    [
        "speaks-to-you",
        "date-at-the-head",
        "how-known-blank",
        "true-copy-blank",
        "address-not-printed",
        "narrative-long",
    ],
)
def test_a_question_that_the_case_accepts_is_not_asked_again(code: str) -> None:
    changes: Typed = {
        "declarant": {"mailing_address": None},
        "incidents": [make_incident(account="You know.", exhibits=["first-email", "note"])],
        "evidence": [make_evidence(how_known=None), make_evidence(id="note")],
    }
    before = {each for each, _ in asked_of_papers(whole(**changes), pages=11)}
    after = {each for each, _ in asked_of_papers(whole(**changes, accept=[code]), pages=11)}

    assert before - after == {code}


def test_an_accepted_question_about_a_case_is_not_asked_again() -> None:
    assert asked(whole(temporary_order=None)) == [("temporary-order-blank", "temporary_order")]
    assert asked(whole(temporary_order=None, accept=["temporary-order-blank"])) == []


@pytest.mark.parametrize("paper", [PETITIONER, *ATTACHMENTS, EMPLOYER, EMPLOYEE, WITNESS])
def test_blank_and_absent_parts_of_a_case_are_asked_about_and_break_nothing(paper: str) -> None:
    blank: Typed = dict.fromkeys(("declarant", "employer", "respondent", "incidents", "court"))
    nothing: Typed = dict.fromkeys(("why_now", "notices", "requests_to_stop", "protected_persons"), "none")
    empty = make_case(papers=[paper], **blank, **nothing)
    with_court = make_case(papers=[paper], **{**blank, "court": {"county": "Yolo"}}, **nothing)

    assert {code for code, _ in asked(empty)} <= {
        "temporary-order-blank",
        "address-not-printed",
        "no-civil-course-of-conduct",
    }
    assert {code for code, _ in asked_of_papers(with_court)} <= {"address-not-printed"}


@pytest.mark.parametrize(
    ("changes", "is_asked"),
    [
        ({"account": "He wrote:", "quotes": []}, True),
        ({"account": "He wrote:", "quotes": ["No."]}, False),
        ({"account": "He wrote.", "quotes": []}, False),
        ({"account": 'He wrote "No." and then:', "quotes": ["No."]}, True),
    ],
)
def test_an_account_that_leads_to_words_which_are_not_printed_is_asked_about(
    changes: Typed, *, is_asked: bool
) -> None:
    expected = [("leads-to-nothing", "incidents[1].account")] if is_asked else []

    assert [each for each in asked(told(**changes)) if each[0] == "leads-to-nothing"] == expected


def test_an_account_whose_words_are_left_out_is_asked_about() -> None:
    quote = {"text": "I know you.", "identifies": "yes"}
    incident = make_incident(account="He wrote to Employee A:", quotes=[quote], knowledge="received")
    case = petition(employees=[make_employee()], incidents=[incident])

    assert ("leads-to-nothing", "incidents[1].account") in asked(case)


def test_a_date_beside_a_sentence_that_does_not_give_it_is_asked_about() -> None:
    effects = [
        {"what": "I wake at night.", "kind": "health", "since": "March 9, 2026"},
        {"what": "Since March 9 I wake at night.", "kind": "health", "since": "March 9, 2026"},
        {"what": "I went home.", "on": "unknown"},
    ]
    steps = [{"account": "The door is locked.", "when": "April 2, 2026"}]

    assert [
        each
        for each in asked(whole(effects=effects, protective_steps=steps))
        if each[0] == "date-not-printed"
    ] == [("date-not-printed", "effects[1].since"), ("date-not-printed", "protective_steps[1].when")]
