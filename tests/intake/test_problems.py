"""What pydantic found, told to a person."""

from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, field_validator
from pydantic_core import PydanticCustomError, PydanticKnownError
from pydantic_core._pydantic_core import list_all_errors

from formgen.errors import Problem, SourceLocation
from formgen.intake.explanations import EXPLANATIONS, UNKNOWN
from formgen.intake.locate import Locator
from formgen.intake.problems import shape_problems
from formgen.intake.source import SourceText
from formgen.intake.tree import plain
from formgen.intake.yaml_file import parse_yaml

EVERY_ERROR: dict[str, dict[str, Any]] = {
    each["type"]: each.get("example_context") or {} for each in list_all_errors()
}


class Frozen(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class Channel(StrEnum):
    EMAIL = "email"
    TEXT = "text"
    PHONE = "phone call"


class Person(Frozen):
    name: str
    printed_name: str | None = None
    age: int | None = None

    @field_validator("name")
    @classmethod
    def name_is_proper(cls, name: str) -> str:
        match name:
            case "Secret One":
                raise PydanticCustomError(
                    "name-odd", "The name on {line} is odd.", {"line": 1, "fix": "Ask."}
                )
            case "Secret Two":
                raise PydanticCustomError("name-even", "The name is even.")
            case "Secret Three":
                raise ValueError(name)
            case "Secret Four":
                raise PydanticKnownError("url_parsing", {"error": name})
        return name


class Mail(Frozen):
    kind: Literal["mail"]
    street: str


class Call(Frozen):
    kind: Literal["call"]
    number: str


class Toy(Frozen):
    title: str = ""
    channel: Channel | None = None
    at_work: Literal["yes", "no", "partly"] | None = None
    mode: Literal["a", "b"] | Literal["c"] = "a"  # noqa: PYI030  # two branches are wanted
    person: Person | None = None
    people: tuple[Person, ...] = ()
    present: Literal["none"] | tuple[Person, ...] = "none"
    wide: str | tuple[str, ...] = ""
    ident: Annotated[str, StringConstraints(pattern="^[a-z]+$", min_length=2, max_length=5)] = "ab"
    told: Literal["unknown"] | Annotated[str, StringConstraints(pattern="^[0-9]+$")] = "unknown"
    few: Annotated[tuple[Person, ...], Field(min_length=1, max_length=2)] | None = None
    pair: tuple[str, str] | None = None
    count: Annotated[int, Field(ge=1)] | None = None
    tagged: Annotated[Mail | Call, Field(discriminator="kind")] | None = None
    listed: list[str] = []
    grouped: dict[str, str] = {}


def problems(text: str, model: type[BaseModel] = Toy) -> list[Problem]:
    root = parse_yaml(SourceText("case.yaml", text))
    with pytest.raises(ValidationError) as raised:
        model.model_validate(plain(root))
    return shape_problems(raised.value, model, Locator("case.yaml", root))


GROUP = "A group of keys with their values belongs here."
TEXT = "A text belongs here, not a list or a group of keys."
WORD = "This is not one of the words that can stand here."
BLANK = "This is blank, and cannot be."


def missing(key: str) -> str:
    return f"The key `{key}` is needed here and missing."


def unknown(key: str) -> str:
    return f"`{key}` is not a key that can stand here."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "person: {printed_name: x}",
            f"1:1 person.name missing-value {missing('name')}",
        ),
        ("titel: x", f"1:1 titel unknown-key {unknown('titel')}"),
        ("title: [Secret]", f"1:1 title not-text {TEXT}"),
        ("title: {Secret: x}", f"1:1 title not-text {TEXT}"),
        ("title:", f"1:1 title blank-value {BLANK}"),
        ("channel: Secret", f"1:1 channel unknown-word {WORD}"),
        ("at_work: Secret", f"1:1 at_work unknown-word {WORD}"),
        ("mode: Secret", f"1:1 mode unknown-word {WORD}"),
        ("mode:", f"1:1 mode blank-value {BLANK}"),
        ("person: Secret", f"1:1 person not-a-group {GROUP}"),
        ("people: Secret", "1:1 people not-a-list A list belongs here, even of one item."),
        ("people: [{name: x}, Secret]", f"1:21 people[2] not-a-group {GROUP}"),
        ("people: [~]", f"1:10 people[1] blank-value {BLANK}"),
        ("present: Secret", f"1:1 present unknown-word {WORD}"),
        ("present: {Secret: x}", f"1:1 present unknown-word {WORD}"),
        ("present: [Secret]", f"1:11 present[1] not-a-group {GROUP}"),
        (
            "present: [{nam: x, name: y}]",
            f"1:12 present[1].nam unknown-key {unknown('nam')}",
        ),
        ("wide: {a: Secret}", "1:1 wide another-kind Another kind of value belongs here."),
        ("ident: S", "1:1 ident text-too-short The text here is too short: at least 2 characters."),
        ("ident: secrets", "1:1 ident text-too-long The text here is too long: at most 5 characters."),
        ("ident: Secr", "1:1 ident text-not-in-form The text here is not in the form it must have."),
        ("told: Secret", "1:1 told text-not-in-form The text here is not in the form it must have."),
        ("told: [Secret]", f"1:1 told unknown-word {WORD}"),
        ("few: []", "1:1 few too-few-items The list is too short: at least 1."),
        ("few: [Secret]", f"1:7 few[1] not-a-group {GROUP}"),
        (
            "few: [{name: a}, {name: b}, {name: c}]",
            "1:1 few too-many-items The list is too long: at most 2.",
        ),
        ("pair: [Secret]", "1:1 pair too-few-items The list is too short here."),
        ("count: Secret", "1:1 count not-a-number A whole number belongs here."),
        ("count: 0", "1:1 count number-out-of-range The number must be at least 1."),
        (
            "tagged: {kind: mail}",
            f"1:1 tagged.street missing-value {missing('street')}",
        ),
        (
            "tagged: {kind: Secret}",
            "1:1 tagged unknown-word The word that says which kind this is, is not one of those known.",
        ),
        ("tagged: {}", "1:1 tagged missing-value The key that says which kind this is, is missing."),
        ("person: {name: Secret One}", "1:10 person.name name-odd The name on 1 is odd."),
        ("person: {name: Secret Two}", "1:10 person.name name-even The name is even."),
        (
            "person: {name: Secret Three}",
            f"1:10 person.name not-accepted {UNKNOWN.what}",
        ),
        ("person: {name: Secret Four}", f"1:10 person.name not-accepted {UNKNOWN.what}"),
    ],
)
def test_one_mistake_is_one_problem_with_its_place_and_nothing_typed(text: str, told: str) -> None:
    found = problems(text)
    assert [told] == [
        f"{each.where} {each.path} {each.code} {each.what}".removeprefix("case.yaml:") for each in found
    ]
    assert not any("ecret" in each.what + each.fix for each in found)


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("titel: x", "Did you mean `title`?"),
        ("person: {name: a, nome: b}", "The keys that can stand here: name, printed_name and age."),
        ("person: {name: a, prnted_name: b}", "Did you mean `printed_name`?"),
        ("channel: emial", "Did you mean email? Choose one: email, text or phone call."),
        ("channel: pigeon", "Choose one: email, text or phone call."),
        ("mode: x", "Choose one: a, b or c."),
        ("present: nobody", "Choose one: none or a list."),
        ("wide: {a: b}", "Write text or a list."),
        ("title:", "Write text here, or take it out."),
        ("mode:", "Write a, b or c here, or take it out."),
        ("tagged: {kind: letter}", "Choose one: mail or call."),
        ("person: {name: Secret One}", "Ask."),
        ("person: {name: Secret Two}", "Change what is written here."),
    ],
)
def test_the_advice_names_what_can_stand_there(text: str, fix: str) -> None:
    assert [fix] == [each.fix for each in problems(text)]


class Nothing(Frozen):
    pass


def test_a_key_where_none_can_stand_is_to_be_deleted() -> None:
    assert [each.fix for each in problems("a: b", Nothing)] == ["Delete it."]


def test_problems_are_in_the_order_typed() -> None:
    text = "mode: x\nwho: x\npeople:\n  - name: x\n    age: x\n  - {}\ntitle: []\nat_work: x\n"
    assert [each.path for each in problems(text)] == [
        "mode",
        "who",
        "people[1].age",
        "people[2].name",
        "title",
        "at_work",
    ]


def test_an_unknown_key_that_may_be_words_is_not_shown() -> None:
    [problem] = problems(f"{'k' * 50}: x")
    assert problem.what == "`…` is not a key that can stand here."


def test_the_hundred_first_problems_are_listed_and_the_others_counted() -> None:
    found = problems("people:\n" + "- x\n" * 130)
    assert (101, SourceLocation("case.yaml", 101, 3)) == (len(found), found[99].where)
    assert found[100].what == "There are 30 more problems, too many to list."


def test_ten_thousand_mistakes_are_only_counted() -> None:
    assert [each.what for each in problems("people: [" + "x," * 10_001 + "]")] == [
        "There are 10,001 more problems, too many to list."
    ]


POSSIBLE = [
    *("missing", "extra_forbidden", "model_type", "model_attributes_type", "dict_type", "invalid_key"),
    *("string_type", "string_unicode", "string_too_short", "string_too_long", "string_pattern_mismatch"),
    *("literal_error", "enum", "tuple_type", "list_type", "too_short", "too_long", "none_required"),
    *("union_tag_invalid", "union_tag_not_found", "value_error", "assertion_error"),
    *("int_type", "int_parsing", "int_parsing_size", "int_from_float", "bool_type", "bool_parsing"),
    *("greater_than", "greater_than_equal", "less_than", "less_than_equal"),
    *("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"),
]


@pytest.mark.parametrize("kind", POSSIBLE)
def test_every_error_that_our_fields_can_give_is_explained(kind: str) -> None:
    assert kind in EXPLANATIONS


@pytest.mark.parametrize("kind", sorted(EXPLANATIONS))
def test_every_explanation_is_of_an_error_that_pydantic_has(kind: str) -> None:
    assert kind in EVERY_ERROR


@pytest.mark.parametrize("kind", sorted(EVERY_ERROR))
def test_whatever_pydantic_says_is_told_in_whole_sentences(kind: str) -> None:
    error = ValidationError.from_exception_data(
        "Toy", [{"type": kind, "loc": ("title",), "input": "Secret", "ctx": EVERY_ERROR[kind]}]
    )
    root = parse_yaml(SourceText("case.yaml", "title: Secret"))
    [problem] = shape_problems(error, Toy, Locator("case.yaml", root))
    told = [problem.what, problem.fix]
    assert kind in EXPLANATIONS or problem.code == UNKNOWN.code
    assert [text for text in told if "{" in text or text[-1] not in ".?" or "Secret" in text] == []
    assert SourceLocation("case.yaml", 1, 1) == problem.where
