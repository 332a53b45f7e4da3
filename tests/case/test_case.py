"""A whole case: what loads, what is refused, and what blank, empty and none mean."""

import pytest
from factories import HARD_TEXTS, case_data, make_case, make_incident, refusals
from pydantic import ValidationError

from formgen.case import Case
from formgen.case.base import records


def test_the_smallest_case_that_makes_a_letter_loads() -> None:
    case = make_case()

    assert (case.case, case.jurisdiction, case.papers) == ("invoice-1187", "us-ca", ("notice-letter",))
    assert [quote.text for quote in case.incidents[0].quotes] == ["I hope you get a taste of what it's like."]
    assert case.declarant.mailing_address is not None
    assert case.declarant.mailing_address.zip == "95616"


def test_a_case_needs_its_name_and_its_jurisdiction_and_nothing_else() -> None:
    with pytest.raises(ValidationError) as error:
        Case.model_validate({})

    assert [(found["type"], found["loc"]) for found in error.value.errors()] == [
        ("missing", ("case",)),
        ("missing", ("jurisdiction",)),
    ]
    assert Case.model_validate({"case": "x", "jurisdiction": "us-ca"}).incidents == ()


@pytest.mark.parametrize("part", sorted(set(Case.model_fields) - {"case", "jurisdiction"}))
def test_every_part_but_those_two_may_be_blank(part: str) -> None:
    assert refusals(**{part: None}) == []


@pytest.mark.parametrize("part", ["case", "jurisdiction"])
def test_those_two_may_not(part: str) -> None:
    assert refusals(**{part: None}) == [("missing", part)]


def test_a_blank_key_is_the_same_as_no_key() -> None:
    blank = make_case(declarant={"mailing_address": {"zip": None}}, letter={"date": None}, evidence=None)
    data = case_data()
    declarant = data["declarant"]
    assert isinstance(declarant, dict)
    del declarant["mailing_address"]["zip"]

    assert blank == Case.model_validate(data)


def test_a_blank_entry_of_a_list_is_refused() -> None:
    assert refusals(incidents=[None]) == [("model_type", "incidents.0")]
    assert refusals(papers=[None]) == [("string_type", "papers.0")]


def test_an_unknown_key_is_refused_wherever_it_stands() -> None:
    changed = refusals(
        incident=[],
        declarant={"adress": "x"},
        employer={"attention": {"nmae": "x"}},
        incidents=[make_incident(quotes=[{"txt": "x"}])],
        letter={"dated": "x"},
    )

    assert changed == [
        ("extra_forbidden", "letter.dated"),
        ("extra_forbidden", "declarant.adress"),
        ("extra_forbidden", "employer.attention.nmae"),
        ("extra_forbidden", "incidents.0.quotes.0.txt"),
        ("extra_forbidden", "incident"),
    ]


def test_every_refusal_of_a_case_is_told_at_once() -> None:
    changed = refusals(
        case="in voice",
        time_zone="Mars/Olympus",
        declarant={"mailing_address": {"zip": "9561"}},
        incidents=[make_incident(when="31 June", channel="fax"), make_incident(account="a\x07")],
    )

    assert changed == [
        ("id-not-in-form", "case"),
        ("time-zone-unknown", "time_zone"),
        ("zip-digits", "declarant.mailing_address.zip"),
        ("date-does-not-exist", "incidents.0.when"),
        ("literal_error", "incidents.0.channel"),
        ("control-character", "incidents.1.account"),
    ]


def test_a_refusal_does_not_repeat_what_was_typed() -> None:
    with pytest.raises(ValidationError) as error:
        make_case(declarant={"name": ["Dana Reyes"], "mailing_address": {"zip": "100 Example Street"}})

    assert all(word not in str(error.value) for word in ("Dana", "Example"))


@pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=HARD_TEXTS.keys())
def test_text_passes_through_a_case_unchanged(text: str) -> None:
    case = make_case(
        declarant={"name": text, "other_names": [text]},
        letter={"subject": text, "copies": [text]},
        incidents=[make_incident(account=text, quotes=[text], present=[text])],
        notices=[{"to": text, "answer": text}],
        effects=[text],
    )

    assert case.declarant.name == text
    assert case.declarant.other_names == (text,)
    assert (case.letter.subject, case.letter.copies) == (text, (text,))
    (incident,) = case.incidents
    assert (incident.account, incident.quotes[0].text, incident.present) == (text, text, (text,))
    (notice,) = records(case.notices)
    assert (notice.to, notice.answer) == (text, text)
    assert case.effects[0].what == text
    assert Case.model_validate(case.model_dump()) == case


LISTS_WITH_NONE = ["notices", "requests_to_stop", "protected_persons", "other_cases"]


@pytest.mark.parametrize("name", LISTS_WITH_NONE)
def test_none_blank_and_an_empty_list_are_three_answers(name: str) -> None:
    typed: tuple[object, ...] = ("none", None, [])
    answers = [getattr(make_case(**{name: value}), name) for value in typed]

    assert answers == ["none", None, ()]


@pytest.mark.parametrize("name", LISTS_WITH_NONE)
@pytest.mark.parametrize("typed", ["None", "no", "never", {"when": "March 5, 2026"}])
def test_no_other_word_stands_for_a_list(name: str, typed: object) -> None:
    assert {slug for slug, _ in refusals(**{name: typed})} == {"tuple_type", "literal_error"}


@pytest.mark.parametrize(
    "name", ["America/Los_Angeles", "America/New_York", "Pacific/Honolulu", "UTC", "Asia/Ho_Chi_Minh"]
)
def test_a_time_zone_that_exists_is_kept(name: str) -> None:
    assert make_case(time_zone=name).time_zone == name


@pytest.mark.parametrize(
    "name",
    [
        "Mars/Olympus",
        "California",
        "America",
        "America/Los Angeles",
        "../../etc/passwd",
        "/etc/localtime",
        "Nguyễn",
        "\U0001f622",
        "<&>",
        "\u202bשלום\u202c",
        "x" * 300,
    ],
)
def test_a_time_zone_that_no_clock_keeps_is_refused(name: str) -> None:
    assert refusals(time_zone=name) == [("time-zone-unknown", "time_zone")]


def test_a_time_zone_with_a_control_character_is_refused_for_that() -> None:
    assert refusals(time_zone="UTC\x00") == [("control-character", "time_zone")]


def test_a_part_of_a_case_cannot_be_altered() -> None:
    case = make_case()

    with pytest.raises(ValidationError):
        case.case = "other"  # type: ignore[misc]  # what the test is about
    with pytest.raises(ValidationError):
        case.incidents[0].account = "Something else."  # type: ignore[misc]  # what the test is about
    with pytest.raises(ValidationError):
        del case.declarant.name


def test_the_reason_why_now_may_be_said_to_be_none() -> None:
    assert make_case(why_now="none").why_now == "none"
    assert make_case(why_now=None).why_now is None


@pytest.mark.parametrize("field", ["name", "since", "age_40_or_over", "age"])
def test_an_empty_text_is_a_blank(field: str) -> None:
    assert getattr(make_case(declarant={field: ""}).declarant, field) is None
