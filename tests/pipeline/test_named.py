"""A problem about evidence names its id and its file, so that nobody has to count."""

import pytest
from factories import make_case, make_evidence

from formgen.errors import Problem
from formgen.pipeline.named import with_evidence_named

CASE = make_case(evidence=[make_evidence(), make_evidence(id="log", file="evidence/log\u202e.pdf")])


def test_the_id_and_the_file_come_before_what_is_wrong() -> None:
    problem = Problem("evidence-locked", "The file is locked.", "Give its password.", path="evidence[1].file")

    assert with_evidence_named(problem, CASE).what == (
        "first-email, evidence/first-email.eml: The file is locked."
    )


def test_a_name_that_would_change_what_is_read_is_shown_without_that() -> None:
    problem = Problem("evidence-locked", "The file is locked.", "Give its password.", path="evidence[2]")

    assert "\u202e" not in with_evidence_named(problem, CASE).what


@pytest.mark.parametrize("path", ["", "papers", "evidence[3].file", "evidence[0]", "incidents[1].exhibits"])
def test_what_is_about_no_evidence_stays_as_it_is(path: str) -> None:
    problem = Problem("some-code", "Something is wrong.", "Put it right.", path=path)

    assert with_evidence_named(problem, CASE) == problem
