"""What every part of a case accepts, refuses and tells editors."""

import ast
import inspect
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from factories import HARD_TEXTS
from pydantic import BaseModel, ValidationError

import formgen.case
from formgen.case import Case
from formgen.case.base import (
    CaseModel,
    Count,
    Identifier,
    NoneGiven,
    ShorthandModel,
    Text,
    YesNo,
    YesNoPartly,
    YesNoUnknown,
    records,
)


class Part(CaseModel):
    """One field of each kind."""

    text: Text | None = None
    id: Identifier | None = None
    count: Count | None = None
    yes_no: YesNo | None = None
    known: YesNoUnknown | None = None
    partly: YesNoPartly | None = None
    listed: tuple[Text, ...] | NoneGiven | None = None


def slug(field: str, value: object) -> str | None:
    """Return the slug under which *value* is refused, or None if it is accepted unchanged."""
    try:
        part = Part.model_validate({field: value})
    except ValidationError as error:
        (found,) = error.errors()
        return found["type"]
    assert getattr(part, field) == value
    return None


@pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=HARD_TEXTS.keys())
def test_text_passes_unchanged(text: str) -> None:
    assert slug("text", text) is None


@pytest.mark.parametrize(
    "text",
    ["no", "on", "true", "null", "~", "1e5", "0123", "2026-03-05", "0x1F", "{when}", "\ufeff", "\u200b"],
)
def test_text_that_looks_like_something_else_stays_text(text: str) -> None:
    assert slug("text", text) is None


REFUSED_CHARACTERS = [
    "\x00",
    "\x07",
    "\x0b",
    "\x0c",
    "\r",
    "\x1b",
    "\x1f",
    "\x7f",
    "\x80",
    "\x85",
    "\x9f",
    "\u2028",
    "\u2029",
    "\ud800",
    "\udfff",
    "\ud83d",
    "\ufdd0",
    "\ufdef",
    "\ufffe",
    "\uffff",
    "\U0001fffe",
    "\U0010ffff",
]


@pytest.mark.parametrize("character", REFUSED_CHARACTERS, ids=lambda character: f"U+{ord(character):04X}")
@pytest.mark.parametrize("around", ["{}", "He wrote {} to me", "\U0001f622\n{}"])
def test_a_character_that_no_paper_can_carry_is_refused(character: str, around: str) -> None:
    assert slug("text", around.format(character)) == "control-character"


@pytest.mark.parametrize(
    "character",
    [
        "\t",
        "\n",
        " ",
        "~",
        "\u00a0",
        "\u200d",
        "\u202b",
        "\ue000",
        "\ufdcf",
        "\ufdf0",
        "\ufffd",
        "\U0001fffd",
    ],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_the_neighbours_of_those_characters_pass(character: str) -> None:
    assert slug("text", f"a{character}b") is None


def test_a_refused_character_is_named_by_its_number_and_nothing_else_is_shown() -> None:
    with pytest.raises(ValidationError) as error:
        Part.model_validate({"text": "Dana Reyes\x07, 100 Example Street"})
    (found,) = error.value.errors(include_input=False)

    assert found["msg"] == "This text holds a character that cannot be printed (U+0007)."
    assert found["ctx"]["fix"] == "Delete the character; it often comes with copied text."
    assert "Dana" not in str(error.value)


@pytest.mark.parametrize("value", [1, 0, True, False, 1.5, ["x"], {"a": "b"}])
def test_what_is_not_text_is_never_made_into_text(value: object) -> None:
    assert slug("text", value) == "string_type"


@pytest.mark.parametrize("name", ["a", "first-email", "invoice-1187", "A-1-b", "0123", "x" * 60])
def test_a_name_of_letters_digits_and_hyphens_is_accepted(name: str) -> None:
    assert slug("id", name) is None


@pytest.mark.parametrize(
    "name",
    [
        "-a",
        "a-",
        "a--b",
        "a b",
        "a\n",
        "\na",
        "a_b",
        "a.b",
        "../a",
        "Nguyễn",
        "٣",
        "²",
        "\U0001f622",
        "\u202ba\u202c",
        "x" * 61,
        "x" * 300,
        "a\x00",
        "\ud800",
    ],
)
def test_any_other_name_is_refused(name: str) -> None:
    assert slug("id", name) == "id-not-in-form"


@pytest.mark.parametrize(
    ("value", "expected"),
    [("0", 0), ("11", 11), ("007", 7), ("999999999", 999_999_999), (11, 11), (0, 0)],
)
def test_digits_are_read_as_a_number(value: object, expected: int) -> None:
    assert Part.model_validate({"count": value}).count == expected


@pytest.mark.parametrize(
    "value",
    ["eleven", "-1", "+1", "1.0", "1,000", "1e3", " 11", "11\n", "²", "٣", "1" * 10, "\x00", "11 or so"],
)
def test_anything_but_digits_is_no_number(value: str) -> None:
    assert slug("count", value) == "not-a-whole-number"


@pytest.mark.parametrize("value", [-1, 1.0, True, False, ["11"], {}])
def test_a_number_is_never_rounded_or_made_up(value: object) -> None:
    assert slug("count", value) == "not-a-whole-number"


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("yes_no", ["yes", "no"]),
        ("known", ["yes", "no", "unknown"]),
        ("partly", ["yes", "no", "partly"]),
    ],
)
def test_yes_and_no_stay_the_words_they_are(field: str, words: list[str]) -> None:
    every = ["yes", "no", "unknown", "partly", "Yes", "NO", "y", "on", "off", "1", "True"]

    assert [word for word in every if slug(field, word) is None] == words


@pytest.mark.parametrize("field", ["yes_no", "known", "partly"])
def test_jsons_true_and_false_mean_yes_and_no(field: str) -> None:
    answers = [getattr(Part.model_validate({field: word}), field) for word in ("true", "false")]

    assert answers == ["yes", "no"]


@pytest.mark.parametrize("field", ["yes_no", "known", "partly"])
@pytest.mark.parametrize("value", [True, False, 1, 0, [], {}])
def test_only_words_answer_a_question(field: str, value: object) -> None:
    assert slug(field, value) == "literal_error"


def test_a_list_can_be_blank_or_empty_or_said_to_be_none_and_these_differ() -> None:
    typed: tuple[object, ...] = (None, [], "none")
    blank, empty, none = (Part.model_validate({"listed": value}).listed for value in typed)

    assert (blank, empty, none) == (None, (), "none")
    assert [records(listed) for listed in (blank, empty, none)] == [(), (), ()]
    assert records(("a", "b")) == ("a", "b")


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValidationError) as error:
        Part.model_validate({"txet": "x"})

    assert [(found["type"], found["loc"]) for found in error.value.errors()] == [
        ("extra_forbidden", ("txet",))
    ]


def test_a_part_may_be_given_ready_made_but_not_as_a_list() -> None:
    part = Part(text="x")

    assert Part.model_validate(part) is part
    with pytest.raises(ValidationError):
        Part.model_validate([])


def _models() -> list[type[BaseModel]]:
    """Return every model that a case is made of."""
    found: dict[str, type[BaseModel]] = {}
    waiting: list[type[BaseModel]] = [Case]
    while waiting:
        model = waiting.pop()
        if model.__name__ in found:
            continue
        found[model.__name__] = model
        for field in model.model_fields.values():
            waiting += _models_in(field.annotation)
    return list(found.values())


def _models_in(annotation: Any) -> list[type[BaseModel]]:  # noqa: ANN401 - an annotation can be anything
    if inspect.isclass(annotation) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for inner in getattr(annotation, "__args__", ()) for model in _models_in(inner)]


MODELS = _models()
SHORTHANDS = [model for model in MODELS if issubclass(model, ShorthandModel)]


@cache
def _documented() -> dict[str, dict[str, str]]:
    """Return what the source says of each field, by class: read as text, not by way of pydantic."""
    said: dict[str, dict[str, str]] = {}
    for source in sorted(Path(inspect.getfile(formgen.case)).parent.glob("*.py")):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                said[node.name] = {
                    field.target.id: inspect.cleandoc(words.value.value)
                    for field, words in zip(node.body, node.body[1:], strict=False)
                    if isinstance(field, ast.AnnAssign)
                    and isinstance(field.target, ast.Name)
                    and isinstance(words, ast.Expr)
                    and isinstance(words.value, ast.Constant)
                    and isinstance(words.value.value, str)
                }
    return said


@cache
def _case_schema() -> dict[str, Any]:
    return Case.model_json_schema()


def _schema_of(model: type[BaseModel]) -> dict[str, Any]:
    """Return the description of the long form of *model*, as it stands in the schema of the case."""
    whole = _case_schema()
    schema: dict[str, Any] = whole if model is Case else whole["$defs"][model.__name__]
    if issubclass(model, ShorthandModel):
        schema = schema["anyOf"][1]
        if "$ref" in schema:
            schema = whole["$defs"][schema["$ref"].rpartition("/")[2]]
    return schema


def test_there_are_models_to_look_at() -> None:
    names = {model.__name__ for model in MODELS}

    assert {"Case", "Incident", "Quote", "Notice", "Evidence", "Hearing", "Attorney"} <= names
    assert {model.__name__ for model in SHORTHANDS} >= {"Quote", "Knowledge", "Request", "Redaction"}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_documented_field_is_described_to_editors(model: type[BaseModel]) -> None:
    properties = _schema_of(model)["properties"]
    expected = _documented()[model.__name__]

    assert {field: properties[field].get("description") for field in expected} == expected


def test_every_key_that_a_case_can_hold_is_explained_to_editors() -> None:
    whole = _case_schema()
    blank = [
        f"{name}.{key}"
        for name, definition in {"Case": whole, **whole["$defs"]}.items()
        for form in definition.get("anyOf", [definition])
        for key, told in form.get("properties", {}).items()
        if not told.get("description", "").strip()
    ]

    assert blank == []


def test_no_explanation_stands_for_two_keys_of_one_part() -> None:
    for said in _documented().values():
        assert len(set(said.values())) == len(said), said


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_part_says_what_it_is_and_takes_no_unknown_key(model: type[BaseModel]) -> None:
    schema = _schema_of(model)

    assert (schema["description"], schema["additionalProperties"]) == (inspect.getdoc(model), False)


@pytest.mark.parametrize("model", SHORTHANDS, ids=lambda model: model.__name__)
def test_both_ways_to_type_a_record_are_described_to_editors(model: type[BaseModel]) -> None:
    short_form, _ = _case_schema()["$defs"][model.__name__]["anyOf"]

    assert short_form == {"type": "string"}
    assert _schema_of(model)["type"] == "object"


@pytest.mark.parametrize("model", SHORTHANDS, ids=lambda model: model.__name__)
def test_the_field_that_a_bare_text_fills_exists(model: type[ShorthandModel]) -> None:
    assert model.main_field in model.model_fields


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_part_may_be_wholly_blank(model: type[BaseModel]) -> None:
    needed = {"case": "x", "jurisdiction": "us-ca"} if model is Case else {}
    blanks = dict.fromkeys(model.model_fields) | needed

    assert model.model_validate(blanks) == model.model_validate(needed)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_nothing_in_a_case_can_be_altered(model: type[BaseModel]) -> None:
    part = model.model_validate({"case": "x", "jurisdiction": "us-ca"} if model is Case else {})
    field = next(iter(model.model_fields))

    with pytest.raises(ValidationError) as error:
        setattr(part, field, None)
    assert [found["type"] for found in error.value.errors()] == ["frozen_instance"]
