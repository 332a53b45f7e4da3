"""The text of every sample letter, paragraph by paragraph; a change is read before it is accepted."""

from datetime import date
from pathlib import Path

import pytest

from formgen.checks.word_text import paragraphs_in
from formgen.pipeline import Job, finish, prepare

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
AS_OF = date(2026, 5, 12)

CASES = {
    "six-incidents": HERE / "cases" / "six-incidents.yaml",
    "one-incident": HERE / "cases" / "one-incident.yaml",
    "two-incidents": HERE / "cases" / "two-incidents.yaml",
    "nine-incidents": HERE / "cases" / "nine-incidents.yaml",
    "forty-incidents": HERE / "cases" / "forty-incidents.yaml",
    "minimal": ROOT / "samples" / "minimal.yaml",
    "dana": ROOT / "samples" / "dana" / "case.yaml",
    "example": ROOT / "form_templates/us-ca/letters/notice-letter/example.yaml",
}

pytestmark = pytest.mark.golden


def letter_text(case_file: Path) -> str:
    """Return the finished letter's text, read back from its file, a paragraph a line."""
    if case_file == CASES["dana"]:
        # As `make demo` makes it: its chronology is a paper of its own.
        prepared = prepare(Job(case_file, AS_OF, only=("notice-letter",)))
    else:
        prepared = prepare(Job(case_file, AS_OF), example_of="notice-letter")
    content = finish(prepared).letters[0].content
    return "\n".join(paragraph.text.replace("\n", " ⏎ ") for paragraph in paragraphs_in(content)) + "\n"


@pytest.mark.parametrize("name", CASES)
def test_the_letter_reads_as_it_was_last_read_and_accepted(name: str, request: pytest.FixtureRequest) -> None:
    expected = HERE / "letters" / f"{name}.txt"
    actual = letter_text(CASES[name])
    if request.config.getoption("--update-golden"):
        expected.write_text(actual, encoding="utf-8")

    assert actual == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["six-incidents", "one-incident"])
def test_the_letter_yields_its_model_text_sentence_for_sentence(name: str) -> None:
    model = (HERE / "models" / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    actual = letter_text(CASES[name]).replace("\u00a0", " ").split("\n")

    assert [line for line in actual if line][: len(model) - 1] == [line for line in model if line]
