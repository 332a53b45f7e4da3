"""What `declaration.yaml` may say, and what it must."""

import pytest
from pydantic import ValidationError

from formgen.catalog.declaration_spec import DeclarationSpec

LEAST: dict[str, object] = {
    "title": "A declaration",
    "source": "a book",
    "checked_on": "2026-11-24",
    "confidence": "confirmed",
    "by": "petitioner",
    "kinds": ("civil-harassment",),
    "supports": {"civil-harassment": "Request"},
    "needs": ("declarant.name",),
    "parts": ({"holds": ("fear",)},),
    "clauses": {"perjury": "code-1.perjury"},
}


def refused(**changes: object) -> list[tuple[str, str]]:
    """Return the slug and the place of what is refused in a declaration with *changes*."""
    try:
        DeclarationSpec.model_validate({**LEAST, **changes})
    except ValidationError as error:
        return [(found["type"], ".".join(map(str, found["loc"]))) for found in error.errors()]
    return []


def test_a_declaration_can_be_small() -> None:
    assert refused() == []


def test_its_sources_are_told_in_order_those_of_one_paragraph_too() -> None:
    parts = ({"holds": (("role", "knowledge"), "fear")}, {"holds": ("orders",)})
    spec = DeclarationSpec.model_validate({**LEAST, "parts": parts})

    assert spec.sources == ("role", "knowledge", "fear", "orders")
    assert spec.parts[0].sources == ("role", "knowledge", "fear")


@pytest.mark.parametrize(
    "supports",
    [{}, {"civil-harassment": "Request"}, {"civil-harassment": "Request", "workplace-violence": " "}],
)
def test_what_a_declaration_supports_is_said_for_each_kind_of_case(supports: dict[str, str]) -> None:
    kinds = ("civil-harassment", "workplace-violence")

    assert refused(kinds=kinds, supports=supports) == [("supports-missing", "supports")]
    assert refused(kinds=kinds, supports=supports, attachment="Attachment 7b", clauses={}) == []


def test_a_declaration_names_its_perjury_clause_and_an_attachment_needs_none() -> None:
    assert refused(clauses={}) == [("perjury-clause-missing", "clauses")]
    assert refused(clauses=None) == [("perjury-clause-missing", "clauses")]
    assert refused(by="witness", clauses={}) == [("perjury-clause-missing", "clauses")]
    assert refused(attachment="Attachment 7b", clauses={}, supports={}) == []


def test_what_is_wrong_with_the_kinds_is_not_told_of_what_it_supports_too() -> None:
    assert refused(kinds=("divorce",), supports={}) == [("literal_error", "kinds.0")]


@pytest.mark.parametrize("text", ["About {name}", "{}", "About {dispute", "{dispute.about}"])
def test_a_heading_names_what_is_in_dispute_and_nothing_else(text: str) -> None:
    parts = ({"heading": ({"text": text},), "holds": ("dispute",)},)

    assert refused(parts=parts) == [("name-unknown", "parts.0.heading.0.text")]
    assert refused(parts=({"heading": ({"text": "About {dispute}"},), "holds": ("dispute",)},)) == []


@pytest.mark.parametrize("field", ["role", "knowledge"])
def test_a_sentence_that_is_printed_as_it_stands_names_nothing(field: str) -> None:
    assert refused(**{field: "I am {name}."}) == [("name-unknown", field)]
    assert refused(**{field: "I saw this."}) == []


def test_only_known_sources_can_be_told() -> None:
    assert [slug for slug, _ in refused(parts=({"holds": ("rumours",)},))] != []
