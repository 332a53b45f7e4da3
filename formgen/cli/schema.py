"""`formgen schema`: what a case file may hold, for editors that help while one types."""

import json
from typing import Any

from formgen.cli.outcome import Outcome

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_BLANK = {"type": "null"}


def schema() -> Outcome:
    """Print what a case file may hold, as JSON Schema."""
    # The models load pydantic, which takes as long to start as all the rest.
    from formgen.case import Case  # noqa: PLC0415

    told = {"$schema": DIALECT, **_as_it_is_read(Case.model_json_schema())}
    return Outcome(text=json.dumps(told, ensure_ascii=False, indent=2) + "\n")


def _as_it_is_read(node: Any) -> Any:  # noqa: ANN401 - any part of a JSON document
    """Return a schema that takes what a case file may hold before its fields decide what it means.

    Every value is read as the text that was typed, so a number can stand for
    a text; and whatever is not required may be left blank.
    """
    if isinstance(node, list):
        return [_as_it_is_read(entry) for entry in node]
    if not isinstance(node, dict):
        return node
    read = {key: _as_it_is_read(value) for key, value in node.items() if key != "default"}
    if node.get("type") == "string" and not {"const", "enum"} & node.keys():
        read["type"] = ["string", "number"]
    if "properties" in node:
        required = node.get("required", ())
        read["properties"] = {
            name: value if name in required else _or_blank(value)
            for name, value in read["properties"].items()
        }
    return read


def _or_blank(schema: dict[str, Any]) -> dict[str, Any]:
    choices = schema.get("anyOf")
    if choices is not None:
        return schema if _BLANK in choices else {**schema, "anyOf": [*choices, _BLANK]}
    notes = {key: value for key, value in schema.items() if key in {"title", "description"}}
    meant = {key: value for key, value in schema.items() if key not in notes}
    return {**notes, "anyOf": [meant, _BLANK]}
