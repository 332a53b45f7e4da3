"""Files offered, as they are typed."""

import pytest
from factories import make_case, make_evidence, refusals

from formgen.case.evidence import Evidence, Message, Redaction
from formgen.case.when import When


def evidence(**changes: object) -> Evidence:
    return make_case(evidence=[make_evidence(**changes)]).evidence[0]


def test_evidence_keeps_what_was_typed() -> None:
    found = evidence(
        redactions=["his home address", {"what": "an account number", "why": "privacy"}],
        pages="2-4",
        taken_on="April 20, 2026",
        date="about April 14, 2026",
        shows_date="true",
        lodged="no",
        message={"sender": "carl.voss@example.com", "to": ["dana.reyes@example.com"]},
    )

    assert found.redactions == (
        Redaction(what="his home address"),
        Redaction(what="an account number", why="privacy"),
    )
    assert (found.pages, found.shows_date, found.lodged) == ("2-4", "yes", "no")
    assert found.taken_on == When.parse("April 20, 2026")
    assert found.date == When.parse("about April 14, 2026")
    assert found.message == Message(sender="carl.voss@example.com", to=("dana.reyes@example.com",))


@pytest.mark.parametrize("field", sorted(Evidence.model_fields))
def test_every_field_may_be_blank(field: str) -> None:
    assert refusals(evidence=[make_evidence(**{field: None})]) == []


@pytest.mark.parametrize(
    "name", ["Nguyễn & Söhne <1>.pdf", "\U0001f622.png", "\u202bשלום\u202c.pdf", "x" * 300, "a\\b.pdf", ".."]
)
def test_a_file_may_have_any_name(name: str) -> None:
    assert evidence(file=name).file == name


@pytest.mark.parametrize("name", ["a\x00.pdf", "a\r.pdf", "\ud800.pdf"])
def test_a_file_name_with_a_control_character_is_refused(name: str) -> None:
    assert refusals(evidence=[make_evidence(file=name)]) == [("control-character", "evidence.0.file")]


def test_a_password_has_no_place() -> None:
    assert refusals(evidence=[make_evidence(password="hunter2")]) == [  # noqa: S106 - it is refused
        ("extra_forbidden", "evidence.0.password")
    ]


@pytest.mark.parametrize("labels", ["letters", "numbers", None])
def test_exhibits_have_letters_or_numbers(labels: str | None) -> None:
    assert make_case(exhibits={"labels": labels}).exhibits.labels == labels
    assert refusals(exhibits={"labels": "roman"}) == [("literal_error", "exhibits.labels")]
