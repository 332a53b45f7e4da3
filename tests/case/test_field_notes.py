"""The text under each field, which editors show as help."""

import json

from formgen.case import Case
from formgen.case.field_notes import field_notes
from formgen.case.told import Effect, WhyNow


def test_each_field_has_the_text_under_it() -> None:
    assert field_notes(WhyNow) == {
        "incident": "The id of what happened last before you asked, or of what led to it.",
        "account": "Why you ask now, in a sentence of your own.",
    }


def test_a_text_of_several_lines_keeps_them_without_their_indent() -> None:
    assert "\n" in field_notes(Case)["accept"]
    assert "    " not in field_notes(Case)["accept"]


def test_what_is_no_field_has_no_note() -> None:
    assert "main_field" not in field_notes(Effect)


def test_the_schema_gives_every_field_its_note() -> None:
    schema = Case.model_json_schema()
    notes = field_notes(WhyNow)
    properties = schema["$defs"]["WhyNow"]["properties"]

    assert {name: part["description"] for name, part in properties.items()} == notes
    assert json.dumps(schema).count('"description"') > 200
