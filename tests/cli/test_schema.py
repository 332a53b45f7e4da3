"""`formgen schema`: takes every case that formgen takes, as far as shapes go."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from cli.running import ROOT, Formgen
from ruamel.yaml import YAML

from formgen.case import Case

SAMPLES = [
    *sorted((ROOT / "tests" / "golden" / "cases").glob("*.yaml")),
    ROOT / "samples" / "dana" / "case.yaml",
]
TYPES: Mapping[str, type | tuple[type, ...]] = {
    "string": str,
    "array": list,
    "object": dict,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}


@pytest.fixture
def schema(formgen: Formgen) -> dict[str, Any]:
    """Return what the command prints."""
    told = json.loads(formgen("schema").out)
    assert isinstance(told, dict)
    return told


def allows(schema: Mapping[str, Any], node: Mapping[str, Any], value: object) -> bool:
    """Return whether *node* of *schema* takes *value*: the keywords that the schema uses, no others."""
    if "$ref" in node:
        return allows(schema, schema["$defs"][node["$ref"].rpartition("/")[2]], value)
    if "anyOf" in node:
        return any(allows(schema, choice, value) for choice in node["anyOf"])
    if "const" in node or "enum" in node:
        return value in node.get("enum", [node.get("const")])
    types = node["type"] if isinstance(node["type"], list) else [node["type"]]
    if not any(isinstance(value, TYPES[name]) for name in types):
        return False
    if isinstance(value, list):
        return all(allows(schema, node["items"], entry) for entry in value)
    if isinstance(value, dict):
        properties = node["properties"]
        return set(node.get("required", ())) <= value.keys() and all(
            key in properties and allows(schema, properties[key], entry) for key, entry in value.items()
        )
    return True


def nodes(node: object) -> Iterator[dict[str, Any]]:
    """Yield every group of keys in a JSON document."""
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from nodes(value)
    elif isinstance(node, list):
        for value in node:
            yield from nodes(value)


def test_it_is_one_json_document_of_the_dialect_it_names(formgen: Formgen) -> None:
    out = formgen("schema").out

    assert out.startswith('{\n  "$schema": "https://json-schema.org/draft/2020-12/schema",\n')
    assert out.endswith("}\n")
    assert "\\u" not in out


def test_keys_stand_in_the_order_of_the_case(schema: dict[str, Any]) -> None:
    assert list(schema["properties"]) == list(Case.model_fields)
    assert schema["title"] == "Case"
    assert schema["description"].startswith("Who, what, when")
    assert schema["properties"]["papers"]["description"].startswith("What to make")


def test_whatever_is_not_required_may_be_blank(schema: dict[str, Any]) -> None:
    strict = [
        (node["title"], name)
        for node in nodes(schema)
        if "properties" in node and "title" in node
        for name, value in node["properties"].items()
        if name not in node.get("required", ()) and not allows(schema, value, None)
    ]

    assert strict == []
    assert schema["required"] == ["case", "jurisdiction"]


def test_no_default_pretends_to_be_an_answer(schema: dict[str, Any]) -> None:
    assert [node for node in nodes(schema) if "default" in node] == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_sample_is_taken(schema: dict[str, Any], path: Path) -> None:
    assert allows(schema, schema, YAML(typ="safe", pure=True).load(path))


def test_numbers_and_blanks_are_taken_where_texts_are_meant(schema: dict[str, Any]) -> None:
    typed = {
        "case": "a",
        "jurisdiction": "us-ca",
        "other_cases": [{"year": 2025, "kind": None}],
        "employer": None,
    }

    assert allows(schema, schema, typed)


@pytest.mark.parametrize(
    "wrong", [{"incident": []}, {"papers": "notice-letter"}, {"incidents": [{"channel": "fax"}]}]
)
def test_what_cannot_be_meant_is_refused(schema: dict[str, Any], wrong: dict[str, object]) -> None:
    assert not allows(schema, schema, {"case": "a", "jurisdiction": "us-ca", **wrong})
