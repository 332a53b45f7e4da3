"""A workplace violence case: the employer or union that asks, and the employees who suffered it."""

from typing import Literal

from formgen.case.base import CaseModel, Text, YesNo
from formgen.case.people import Address, Attorney
from formgen.case.when import When


class Petitioner(CaseModel):
    """Who asks for a workplace violence order: an employer or a union."""

    kind: Literal["employer", "union"] | None = None
    """Whether an employer or a union asks."""

    name: Text | None = None
    """Its full name."""

    doing_business_as: Text | None = None
    """The name of the business, where a person does business under another name."""

    entity: Text | None = None
    """Kind of business, such as sole proprietor, corporation, limited liability company."""

    account: Text | None = None
    """The business and the workplace, in the declarant's own words: how many work there, who can come in."""

    mailing_address: Address | None = None
    """Where mail reaches the petitioner."""

    phone: Text | None = None
    """The petitioner's telephone number; printed on court papers."""

    email: Text | None = None
    """The petitioner's email address; printed on court papers."""

    self_represented: YesNo | None = None
    """Whether the petitioner acts without a lawyer; a corporation generally may not."""

    attorney: Attorney | None = None
    """The petitioner's lawyer, if there is one."""

    representative: Text | None = None
    """The person who signs for it."""

    representative_title: Text | None = None
    """That person's title, such as `Office Manager`."""


class NamingChoice(CaseModel):
    """The opportunity to decline to be named in the temporary order."""

    asked_on: When | None = None
    """When the employee was asked."""

    how: Text | None = None
    """How the employee was asked, such as `in person` or `by email`."""

    by: Text | None = None
    """Who asked."""

    answer: Literal["declined", "not declined"] | None = None
    """Whether the employee declined to be named."""

    answered_on: When | None = None
    """When the employee answered."""

    in_writing: YesNo | None = None
    """Whether the answer is in writing."""


class Employee(CaseModel):
    """Who suffered it, in a workplace violence case."""

    name: Text | None = None
    """The employee's full name."""

    reveals: tuple[Text, ...] = ()
    """What else reveals this person: initials, email, phone, user name, job title."""

    workplace: Text | None = None
    """Where the employee works."""

    naming_choice: NamingChoice | None = None
    """When the employee was asked about being named, and the answer."""

    others_protected: tuple[Text, ...] = ()
    """Other employees whom the order should cover, by name."""

    why_others: Text | None = None
    """Why those others need it too."""

    referred_to_as: Text | None = None
    """`Employee A`, when counsel leaves the name out everywhere."""

    left_out: Text | None = None
    """What is left out because it would identify this person, in a whole sentence for the court."""
