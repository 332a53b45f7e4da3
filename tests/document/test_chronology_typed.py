"""Typed words without their markers for exhibits."""

import pytest
from factories import jurisdiction

from formgen.document.chronology_typed import without_citations


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("He wrote {exhibits}.", "He wrote."),
        ("He wrote {exhibits} again.", "He wrote again."),
        ("{exhibits} He wrote.", "He wrote."),
        ("He wrote{exhibits}.", "He wrote."),
        ("He wrote ({exhibits}).", "He wrote."),
        ("He wrote ({exhibit a}, {exhibit b}; {exhibit c} or {exhibits}).", "He wrote."),
        ("He wrote (I kept it, {exhibit a}).", "He wrote (I kept it,)."),
        ("He wrote (twice).", "He wrote (twice)."),
        ("{when} he wrote {exhibit a}.", "{when} he wrote."),
        ("{exhibit }", "{exhibit }"),
        ("  two  spaces  ", "  two  spaces  "),
    ],
)
def test_markers_go_with_what_sets_them_off_and_nothing_else_does(typed: str, kept: str) -> None:
    assert without_citations(typed, jurisdiction().spec.lists) == kept
