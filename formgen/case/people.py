"""The people of a case: who declares, who is asked for help, and whose conduct it is about."""

import re
from typing import ClassVar, Literal

from pydantic import field_validator
from pydantic_core import PydanticCustomError

from formgen.case.base import CaseModel, Count, ShorthandModel, Text, YesNo, YesNoUnknown
from formgen.case.when import When

ZIP_CODE = re.compile(r"[0-9]{5}(-?[0-9]{4})?")

Contact = Literal["address", "phone", "email"]
"""A way to reach someone that a paper can print."""


class Address(CaseModel):
    """Where mail reaches someone."""

    street: Text | None = None
    """Street and number, or a post office box; more lines if needed."""

    city: Text | None = None
    """City or town."""

    state: Text | None = None
    """Two letters, such as CA."""

    zip: Text | None = None
    """ZIP code: five digits, or five and four."""

    country: Text | None = None
    """Only outside the United States."""

    @field_validator("zip")
    @classmethod
    def zip_has_all_its_digits(cls, code: str | None) -> str | None:
        """Refuse a ZIP code that lost its leading zero."""
        if code is not None and ZIP_CODE.fullmatch(code) is None:
            raise PydanticCustomError(
                "zip-digits",
                "A ZIP code has five digits, or five, a hyphen and four.",
                {"fix": "Write every digit, a leading zero too, in quotation marks; leave it blank abroad."},
            )
        return code


class ContactPoint(ShorthandModel):
    """An email address or telephone number, and how it is known whose it is."""

    main_field: ClassVar[str] = "value"

    value: Text | None = None
    """The address or number."""

    how_known: Text | None = None
    """How it is known to be the respondent's, such as `it is the address on his customer account`."""


class PrintOn(CaseModel):
    """What may be printed where.  By default the mailing address on both papers, and nothing else."""

    letter: tuple[Contact, ...] = ("address",)
    """What of yours the letter may show: `address`, `phone`, `email`; `[]` for nothing."""

    court: tuple[Contact, ...] = ("address",)
    """What of yours the court papers may show; the respondent can read them."""


class Attorney(CaseModel):
    """The lawyer who files, if there is one."""

    name: Text | None = None
    """The lawyer's full name."""

    bar_number: Text | None = None
    """The lawyer's State Bar number."""

    firm: Text | None = None
    """The lawyer's firm, if there is one."""

    address: Address | None = None
    """The lawyer's office address."""

    phone: Text | None = None
    """The lawyer's telephone number."""

    fax: Text | None = None
    """The lawyer's fax number, if there is one."""

    email: Text | None = None
    """The lawyer's email address."""


class Declarant(CaseModel):
    """Whose words these are, and who signs: the harassed person, or an employer's representative."""

    name: Text | None = None
    """Full name, as it is to be printed."""

    other_names: tuple[Text, ...] = ()
    """Other names you go by or went by, such as a maiden name."""

    job_title: Text | None = None
    """What your job is called, such as `Assistant to the office manager`."""

    since: When | None = None
    """Since when in this job."""

    background: Text | None = None
    """What the job is, in your own words."""

    mailing_address: Address | None = None
    """Any address where mail arrives; it need not be home."""

    phone: Text | None = None
    """A telephone number; printed only where `print_on` says so."""

    email: Text | None = None
    """An email address; printed only where `print_on` says so."""

    print_on: PrintOn = PrintOn()
    """Which of your address, telephone and email each paper may show."""

    age_40_or_over: YesNo | None = None
    """Whether 40 or over; never a birth date."""

    age: Count | None = None
    """Your age in years, only if a form asks."""

    gender: Text | None = None
    """Your gender, only if a form asks."""

    self_represented: YesNo | None = None
    """Whether you act for yourself, without a lawyer."""

    attorney: Attorney | None = None
    """Your lawyer, if you have one."""


class Attention(CaseModel):
    """The person at the employer to whom the letter is addressed."""

    name: Text | None = None
    """Full name of the person who is to read the letter."""

    title: Text | None = None
    """That person's title, such as `Office Manager`."""

    salutation: Text | None = None
    """The greeting without its colon, such as `Dear Pat`; by default `Dear` and the full name."""


class Site(CaseModel):
    """The place of work, as the workplace-safety law asks about it."""

    called: Text | None = None
    """What you call it, such as `our office`."""

    most_at_once: Count | None = None
    """How many employees work there at the same time, at most."""

    open_to_public: YesNoUnknown | None = None
    """Whether customers or other people from outside can come in."""

    telework_only: YesNo | None = None
    """Whether you work only from a place that you choose yourself."""


class Employer(CaseModel):
    """The addressee of the notice letter."""

    name: Text | None = None
    """The employer's full name, as on a pay stub."""

    entity: Text | None = None
    """Kind of business, such as `a corporation` or `a sole proprietor`; blank if you do not know."""

    called: Text | None = None
    """Short name after the first mention, such as `Brightline`; by default the full name."""

    attention: Attention | None = None
    """The person who is to read the letter."""

    report_to: Text | None = None
    """The route that the harassment policy names for a report."""

    address: Address | None = None
    """Where the letter goes."""

    site: Site | None = None
    """The place where you work, and how many work there."""

    policy_seen: YesNo | None = None
    """Whether you have seen a written harassment policy."""

    plan_seen: YesNo | None = None
    """Whether you have seen a written workplace violence prevention plan."""

    control: Text | None = None
    """What the employer can do about the respondent: close the account, warn, bar from the premises."""


class LawEnforcementData(CaseModel):
    """What only the confidential form CLETS-001 asks about the respondent."""

    age: Count | None = None
    """The respondent's age in years, about if you are not sure."""

    marks: Text | None = None
    """Scars, tattoos or other marks, such as `an anchor on the left arm`."""

    driver_license: Text | None = None
    """Driver's license number and state, if you know them."""

    vehicle: Text | None = None
    """Kind, model, year, color and license plate of the respondent's vehicle."""

    employer: Text | None = None
    """Where the respondent works."""

    speaks_english: YesNoUnknown | None = None
    """Whether the respondent speaks English."""

    language: Text | None = None
    """The language that the respondent speaks, if not English."""


class Respondent(CaseModel):
    """Whose conduct the case is about."""

    name: Text | None = None
    """Full name, as far as you know it."""

    other_names: tuple[Text, ...] = ()
    """Other names this person uses, such as a user name."""

    called: Text | None = None
    """How papers name the respondent after the first mention; by default the last word of the name."""

    pronouns: Literal["he", "she", "they"] | None = None
    """Used only if given; otherwise papers repeat the name."""

    relation: Text | None = None
    """Who this is to you, such as `a customer of my employer`."""

    relationship: (
        Literal["none", "customer", "coworker", "neighbor", "acquaintance", "dating", "spouse", "family"]
        | None
    ) = None
    """Kind of relationship; some belong in another court form."""

    account: Text | None = None
    """Who this is and how you know, in your own words for the court, in whole sentences."""

    address: Address | None = None
    """Where mail reaches this person, if you know; blank if you do not."""

    emails: tuple[ContactPoint, ...] = ()
    """Email addresses that this person writes from, and how you know whose they are."""

    phones: tuple[ContactPoint, ...] = ()
    """Telephone numbers that this person uses, and how you know whose they are."""

    employee: YesNoUnknown | None = None
    """Whether an employee of the employer or petitioner."""

    law_enforcement: LawEnforcementData | None = None
    """What the police need to find the right person; it goes on one confidential form only."""


class ProtectedPerson(CaseModel):
    """Someone else whom the order should cover."""

    name: Text | None = None
    """Full name."""

    relation: Text | None = None
    """Who this is to you, such as `my daughter`."""

    why: Text | None = None
    """Why this person needs it, in a sentence."""

    age: Count | None = None
    """Age in years, only if a form asks."""

    gender: Text | None = None
    """Gender, only if a form asks."""

    in_household: YesNo | None = None
    """Whether this person lives with you."""
