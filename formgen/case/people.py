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
    court: tuple[Contact, ...] = ("address",)


class Attorney(CaseModel):
    """The lawyer who files, if there is one."""

    name: Text | None = None
    bar_number: Text | None = None
    firm: Text | None = None


class Declarant(CaseModel):
    """Whose words these are, and who signs: the harassed person, or an employer's representative."""

    name: Text | None = None
    """Full name, as it is to be printed."""

    other_names: tuple[Text, ...] = ()
    job_title: Text | None = None
    since: When | None = None
    """Since when in this job."""

    background: Text | None = None
    """What the job is, in the declarant's own words."""

    mailing_address: Address | None = None
    """Any address where mail arrives; it need not be home."""

    phone: Text | None = None
    email: Text | None = None
    print_on: PrintOn = PrintOn()
    age_40_or_over: YesNo | None = None
    """Whether 40 or over; never a birth date."""

    age: Count | None = None
    """Only if a form asks."""

    gender: Text | None = None
    """Only if a form asks."""

    self_represented: YesNo | None = None
    attorney: Attorney | None = None


class Petitioner(CaseModel):
    """Who asks for a workplace violence order: an employer or a union."""

    kind: Literal["employer", "union"] | None = None
    name: Text | None = None
    entity: Text | None = None
    """Kind of business, such as sole proprietor, corporation, limited liability company."""

    representative: Text | None = None
    representative_title: Text | None = None


class NamingChoice(CaseModel):
    """The opportunity to decline to be named in the temporary order."""

    asked_on: When | None = None
    how: Text | None = None
    by: Text | None = None
    answer: Literal["declined", "not declined"] | None = None
    in_writing: YesNo | None = None


class Employee(CaseModel):
    """Who suffered it, in a workplace violence case."""

    name: Text | None = None
    reveals: tuple[Text, ...] = ()
    """What else reveals this person: initials, email, phone, user name, job title."""

    workplace: Text | None = None
    naming_choice: NamingChoice | None = None
    others_protected: tuple[Text, ...] = ()
    why_others: Text | None = None
    referred_to_as: Text | None = None
    """`Employee A`, when counsel leaves the name out everywhere."""


class Attention(CaseModel):
    """The person at the employer to whom the letter is addressed."""

    name: Text | None = None
    title: Text | None = None
    salutation: Text | None = None
    """The greeting without its colon, such as `Dear Pat`; by default `Dear` and the full name."""


class Site(CaseModel):
    """The place of work, as the workplace-safety law asks about it."""

    called: Text | None = None
    """What the declarant calls it, such as `our office`."""

    most_at_once: Count | None = None
    """How many employees work there at the same time, at most."""

    open_to_public: YesNoUnknown | None = None
    telework_only: YesNo | None = None
    """Whether the declarant works only from a place of her own choosing."""


class Employer(CaseModel):
    """The addressee of the notice letter."""

    name: Text | None = None
    entity: Text | None = None
    called: Text | None = None
    """Short name after the first mention, such as `Brightline`; by default the full name."""

    attention: Attention | None = None
    report_to: Text | None = None
    """The route that the harassment policy names for a report."""

    address: Address | None = None
    site: Site | None = None
    policy_seen: YesNo | None = None
    """Whether the declarant has seen a written harassment policy."""

    plan_seen: YesNo | None = None
    """Whether the declarant has seen a written workplace violence prevention plan."""

    control: Text | None = None
    """What the employer can do about the respondent: close the account, warn, bar from the premises."""


class LawEnforcementData(CaseModel):
    """What only the confidential form CLETS-001 asks about the respondent."""

    age: Count | None = None
    marks: Text | None = None
    driver_license: Text | None = None
    vehicle: Text | None = None
    employer: Text | None = None
    speaks_english: YesNoUnknown | None = None
    language: Text | None = None


class Respondent(CaseModel):
    """Whose conduct the case is about."""

    name: Text | None = None
    other_names: tuple[Text, ...] = ()
    called: Text | None = None
    """How papers name the respondent after the first mention; by default the last word of the name."""

    pronouns: Literal["he", "she", "they"] | None = None
    """Used only if given; otherwise papers repeat the name."""

    relation: Text | None = None
    """Who this is to the declarant, such as `a customer of my employer`."""

    relationship: (
        Literal["none", "customer", "coworker", "neighbor", "acquaintance", "dating", "spouse", "family"]
        | None
    ) = None
    """Kind of relationship; some belong in another court form."""

    address: Address | None = None
    emails: tuple[ContactPoint, ...] = ()
    phones: tuple[ContactPoint, ...] = ()
    employee: YesNoUnknown | None = None
    """Whether an employee of the employer or petitioner."""

    law_enforcement: LawEnforcementData | None = None


class ProtectedPerson(CaseModel):
    """Someone else whom the order should cover."""

    name: Text | None = None
    relation: Text | None = None
    why: Text | None = None
    age: Count | None = None
    gender: Text | None = None
    in_household: YesNo | None = None


class WitnessParagraph(ShorthandModel):
    """One numbered paragraph of a witness's own declaration."""

    main_field: ClassVar[str] = "account"

    account: Text | None = None
    exhibits: tuple[Text, ...] = ()


class Witness(CaseModel):
    """Someone who saw or heard, and may sign a declaration of their own."""

    name: Text | None = None
    who: Text | None = None
    """Who this is, such as `a coworker`."""

    mailing_address: Address | None = None
    paragraphs: tuple[WitnessParagraph, ...] = ()
