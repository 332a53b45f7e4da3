"""The words that the program puts on court papers, and the sheet that they stand on."""

import pytest
from pydantic import TypeAdapter, ValidationError

from formgen.catalog.court_words import CourtWords, NamingWords, OrdersWords, Phrases, Points
from formgen.catalog.reading import read_contents
from formgen.resources import builtin_catalog

SPEC = read_contents("us-ca", [builtin_catalog()]).spec
DECLARATIONS = {d.id: d.value.spec for d in read_contents("us-ca", [builtin_catalog()]).declarations}
LENGTH: TypeAdapter[float] = TypeAdapter(Points)


def refused(words: Phrases, **changes: object) -> list[tuple[str, str, str]]:
    """Return the slug, the field and the advice of what is refused in *words* with *changes*."""
    try:
        type(words).model_validate({**words.model_dump(), **changes})
    except ValidationError as error:
        return [
            (found["type"], ".".join(map(str, found["loc"])), str(found["ctx"]["fix"]))
            for found in error.errors()
        ]
    return []


@pytest.fixture
def court() -> CourtWords:
    """Return California's words for all court papers."""
    assert SPEC is not None
    assert SPEC.value.court_words is not None
    return SPEC.value.court_words


@pytest.fixture
def naming() -> NamingWords:
    """Return the employer's words on the choice not to be named."""
    found = DECLARATIONS["declaration-employer"].naming
    assert found is not None
    return found


@pytest.fixture
def orders() -> OrdersWords:
    """Return the petitioner's words on the orders asked for."""
    found = DECLARATIONS["declaration-petitioner"].orders
    assert found is not None
    return found


def test_a_phrase_may_name_what_it_is_given(court: CourtWords) -> None:
    assert refused(court) == []
    assert refused(court, opening="I, {name}, say:", footer="A declaration") == []


@pytest.mark.parametrize(
    ("changes", "field", "fix"),
    [
        ({"opening": "I, {who}, declare:"}, "opening", "It may name {name}."),
        ({"opening": "I, {name}, of {county}, declare:"}, "opening", "It may name {name}."),
        ({"opening": "I, {}, declare:"}, "opening", "It may name {name}."),
        ({"opening": "I, {name, declare:"}, "opening", "It may name {name}."),
        ({"versus": "{v}"}, "versus", "It may name nothing."),
        ({"pages": "{first} to {end}"}, "pages", "It may name {first}, {last}."),
        ({"court_title": ("COURT", "COUNTY OF {name}")}, "court_title", "It may name {county}."),
    ],
)
def test_a_phrase_that_names_anything_else_is_refused(
    court: CourtWords, changes: dict[str, object], field: str, fix: str
) -> None:
    assert refused(court, **changes) == [("name-unknown", field, fix)]


def test_every_phrase_of_a_group_may_name_the_same(naming: NamingWords) -> None:
    assert refused(naming) == []
    assert refused(naming, how={"in person": "met with {employee}", "by fax": "faxed {who}"}) == [
        ("name-unknown", "how", "It may name {employee}.")
    ]


def test_the_order_of_orders_names_nothing(orders: OrdersWords) -> None:
    assert refused(orders) == []
    assert refused(orders, no_contact="that {he} not contact me") == [
        ("name-unknown", "no_contact", "It may name {subject}.")
    ]


@pytest.mark.parametrize(("typed", "expected"), [("72", 72.0), ("89.4", 89.4), (0, 0.0), (612, 612.0)])
def test_a_length_is_typed_in_digits(typed: object, expected: float) -> None:
    assert LENGTH.validate_python(typed) == expected


@pytest.mark.parametrize("typed", ["one inch", "", "72pt", "-1", "2001", "\u0667\u0662", "inf", "nan", None])
def test_anything_else_is_no_length(typed: object) -> None:
    with pytest.raises(ValidationError):
        LENGTH.validate_python(typed)
