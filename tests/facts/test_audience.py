"""What each reader may not see."""

import pytest
from factories import Typed, make_case, make_evidence, make_incident

from formgen.case.base import Audience
from formgen.case.told import Effect
from formgen.facts.audience import tells_of_work, withheld

AUDIENCES: tuple[Audience, ...] = ("employer", "court", "log")
CONTACTS: Typed = {"phone": "530-555-0142", "email": "dana.reyes@example.com"}


def withheld_contacts(audience: Audience, **print_on: object) -> list[str]:
    case = make_case(declarant={**CONTACTS, "print_on": print_on})
    contacts = ("declarant.mailing_address", "declarant.phone", "declarant.email")
    return [path for path in withheld(case, audience) if path in contacts]


@pytest.mark.parametrize("audience", ["employer", "court"])
def test_by_default_phone_and_email_are_kept_back_and_the_address_is_not(audience: Audience) -> None:
    assert withheld_contacts(audience) == ["declarant.phone", "declarant.email"]


def test_each_paper_shows_only_what_she_chose_for_it() -> None:
    chosen: Typed = {"letter": ["email"], "court": ["address", "phone"]}

    assert withheld_contacts("employer", **chosen) == ["declarant.mailing_address", "declarant.phone"]
    assert withheld_contacts("court", **chosen) == ["declarant.email"]


def test_the_log_never_shows_how_to_reach_her() -> None:
    everything: Typed = {name: ["address", "phone", "email"] for name in ("letter", "court")}

    assert withheld_contacts("log", **everything) == [
        "declarant.mailing_address",
        "declarant.phone",
        "declarant.email",
    ]
    assert withheld_contacts("employer", **everything) == []


def test_what_is_not_in_the_case_is_not_listed_as_kept_back() -> None:
    assert withheld(make_case(declarant={"mailing_address": None}), "court") == ()


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_record_withheld_from_a_reader_is_listed_by_its_place(audience: Audience) -> None:
    hidden: Typed = {"withheld_from": [audience]}
    shown: Typed = {"withheld_from": []}
    case = make_case(
        incidents=[make_incident(**shown), make_incident(**hidden)],
        notices=[hidden, shown],
        requests_to_stop=[shown, shown, hidden],
        evidence=[make_evidence(**hidden)],
    )
    others = [other for other in AUDIENCES if other != audience]

    listed = ["incidents[2]", "notices[1]", "requests_to_stop[3]", "evidence[1]"]
    assert [path for path in withheld(case, audience) if "[" in path] == listed
    assert [path for other in others for path in withheld(case, other) if "[" in path] == []


def test_the_employer_reads_of_work_and_of_nothing_that_only_the_court_asks() -> None:
    case = make_case(
        effects=["I wake at night.", {"what": "I let calls ring.", "kind": "work"}, {"kind": "health"}],
        fear={"account": "He may come again."},
        orders={"no_contact": "yes"},
        protected_persons=[{"name": "Lee Tran"}],
        other_cases=[{"kind": "small claims"}],
        firearms={"answer": "unknown"},
        animals={"which": ["a dog"]},
        temporary_order={"asked": "yes"},
    )

    assert withheld(case, "employer") == (
        "effects[1]",
        "effects[3]",
        "fear",
        "orders",
        "protected_persons",
        "other_cases",
        "firearms",
        "animals",
        "temporary_order",
    )
    assert withheld(case, "court") == ()


def test_the_smallest_case_keeps_nothing_back_from_employer_or_court() -> None:
    assert (withheld(make_case(), "employer"), withheld(make_case(), "court")) == ((), ())


def test_lists_said_to_be_none_hold_no_record_to_keep_back() -> None:
    case = make_case(notices="none", requests_to_stop="none")

    assert withheld(case, "court") == ()


def test_the_log_leaves_out_all_that_tells_who_anyone_is() -> None:
    case = make_case(respondent={"emails": ["carl.voss@example.com"]}, witnesses=[{"name": "Lee Tran"}])

    assert set(withheld(case, "log")) >= {
        "declarant.name",
        "declarant.job_title",
        "declarant.mailing_address",
        "employer.name",
        "employer.attention",
        "employer.address",
        "respondent.name",
        "respondent.emails",
        "witnesses",
    }


@pytest.mark.parametrize(
    ("kind", "expected"), [("work", True), ("health", False), ("other", False), (None, False)]
)
def test_only_an_effect_said_to_touch_the_work_does(kind: str | None, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    assert tells_of_work(Effect.model_validate({"what": "x", "kind": kind})) is expected
