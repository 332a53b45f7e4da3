"""People: addresses that lose no digit, contacts in short, and what is printed where."""

import pytest
from factories import HARD_TEXTS, make_case, refusals

from formgen.case.people import Address, ContactPoint, Declarant, PrintOn
from formgen.case.witness import WitnessParagraph


@pytest.mark.parametrize("code", ["95616", "09561", "00501", "95616-1234", "956161234"])
def test_a_zip_code_with_all_its_digits_is_kept_as_typed(code: str) -> None:
    assert Address.model_validate({"zip": code}).zip == code


@pytest.mark.parametrize(
    "code",
    [
        "9561",
        "956160",
        "95616-",
        "95616-12",
        "9-5616",
        "-95616",
        "95616--1234",
        "95616 1234",
        " 95616",
        "95616\n",
        "9561O",
        "²²²²²",
        "٩٥٦١٦",
        "９５６１６",
        "unknown",
        *HARD_TEXTS.values(),
    ],
)
def test_a_zip_code_that_lost_a_digit_or_has_more_is_refused(code: str) -> None:
    changed = refusals(declarant={"mailing_address": {"zip": code}})

    assert changed == [("zip-digits", "declarant.mailing_address.zip")]


def test_a_zip_code_that_became_a_number_is_refused() -> None:
    assert refusals(employer={"address": {"zip": 95616}}) == [("string_type", "employer.address.zip")]


def test_an_address_abroad_needs_no_zip_code() -> None:
    address = Address.model_validate({"street": "1 Đường Láng", "city": "Hà Nội", "country": "Vietnam"})

    assert (address.zip, address.country) == (None, "Vietnam")


def test_by_default_only_the_mailing_address_is_printed() -> None:
    assert Declarant().print_on == PrintOn(letter=("address",), court=("address",))


def test_the_declarant_chooses_what_is_printed_where() -> None:
    chosen = make_case(declarant={"print_on": {"letter": ["email", "phone"], "court": []}})

    assert (chosen.declarant.print_on.letter, chosen.declarant.print_on.court) == (("email", "phone"), ())


def test_only_an_address_a_phone_or_an_email_can_be_printed() -> None:
    changed = refusals(declarant={"print_on": {"letter": ["home"]}})

    assert changed == [("literal_error", "declarant.print_on.letter.0")]


def test_a_contact_may_be_typed_in_short() -> None:
    case = make_case(
        respondent={
            "emails": ["carl.voss@example.com", {"value": "cv@example.com", "how_known": "He wrote from it."}]
        }
    )

    assert case.respondent.emails == (
        ContactPoint(value="carl.voss@example.com"),
        ContactPoint(value="cv@example.com", how_known="He wrote from it."),
    )


def test_a_witness_paragraph_may_be_typed_in_short() -> None:
    case = make_case(witnesses=[{"name": "Lee Tran", "paragraphs": ["I saw him.", {"exhibits": ["photo"]}]}])

    assert case.witnesses[0].paragraphs == (
        WitnessParagraph(account="I saw him."),
        WitnessParagraph(exhibits=("photo",)),
    )


@pytest.mark.parametrize(("typed", "expected"), [("true", "yes"), ("false", "no"), ("yes", "yes")])
def test_jsons_true_and_false_answer_a_question_of_the_declarants(typed: str, expected: str) -> None:
    assert make_case(declarant={"age_40_or_over": typed}).declarant.age_40_or_over == expected


@pytest.mark.parametrize("typed", ["true", "false", "no", "0123", "1e5"])
def test_no_text_becomes_anything_else(typed: str) -> None:
    case = make_case(declarant={"phone": typed}, respondent={"relation": typed})

    assert (case.declarant.phone, case.respondent.relation) == (typed, typed)


def test_a_count_of_employees_is_a_number() -> None:
    assert make_case(employer={"site": {"most_at_once": "011"}}).employer.site is not None
    site = make_case(employer={"site": {"most_at_once": "011"}}).employer.site
    assert site is not None
    assert site.most_at_once == 11
    assert refusals(employer={"site": {"most_at_once": "eleven"}}) == [
        ("not-a-whole-number", "employer.site.most_at_once")
    ]


@pytest.mark.parametrize("pronouns", ["it", "He", "he/him"])
def test_a_pronoun_that_the_program_has_no_forms_for_is_refused(pronouns: str) -> None:
    assert refusals(respondent={"pronouns": pronouns}) == [("literal_error", "respondent.pronouns")]
