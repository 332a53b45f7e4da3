"""Entries and their periods."""

from datetime import date

import pytest
from pydantic import ValidationError

from formgen.catalog.specs import ConclusionWords, PronounWords

ENTRY = {
    "source": "a book",
    "checked_on": "2026-11-24",
    "confidence": "partly",
    "words": ("x",),
    "prompt": "?",
}


def entry(**changes: str) -> ConclusionWords:
    return ConclusionWords.model_validate({**ENTRY, **changes})


@pytest.mark.parametrize(
    ("changes", "day", "answer"),
    [
        ({}, date(1999, 1, 1), True),
        ({"from": "2025-01-01"}, date(2024, 12, 31), False),
        ({"from": "2025-01-01"}, date(2025, 1, 1), True),
        ({"to": "2025-12-31"}, date(2025, 12, 31), True),
        ({"to": "2025-12-31"}, date(2026, 1, 1), False),
    ],
)
def test_an_entry_is_in_force_from_its_first_to_its_last_day(
    changes: dict[str, str],
    day: date,
    answer: bool,  # noqa: FBT001 - a table of answers
) -> None:
    assert entry(**changes).in_force_on(day) is answer


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValidationError) as error:
        entry(**{"from": "2026-01-01", "to": "2025-12-31"})

    assert [problem["type"] for problem in error.value.errors()] == ["period-backwards"]


def test_a_period_of_one_day_is_a_period() -> None:
    assert entry(**{"from": "2026-01-01", "to": "2026-01-01"}).in_force_on(date(2026, 1, 1))


@pytest.mark.parametrize("key", ["source", "checked_on", "confidence"])
def test_an_entry_without_its_source_date_or_confidence_is_refused(key: str) -> None:
    with pytest.raises(ValidationError):
        ConclusionWords.model_validate({name: value for name, value in ENTRY.items() if name != key})


def test_a_pronoun_takes_is_unless_told_otherwise() -> None:
    assert PronounWords(subject="he", object="him", possessive="his").be == "is"
