"""What the catalog says of a chronology."""

from pathlib import Path

import pytest
from factories import jurisdiction

from formgen.catalog.chronology_spec import ChronologySpec
from formgen.errors import CaseDataError
from formgen.intake.reader import load, load_text

PAPERS = ("chronology", "enclosure-chronology")


def text_of(root: Path, paper: str = "chronology") -> str:
    """Return the file of a chronology."""
    file = root / "form_templates" / "us-ca" / "chronologies" / paper / "chronology.yaml"
    return file.read_text(encoding="utf-8")


def problems(text: str) -> list[tuple[str, str]]:
    """Return what is refused in *text*: each code, and its place."""
    with pytest.raises(CaseDataError) as refused:
        load_text(text, "chronology.yaml", ChronologySpec)
    return [(problem.code, problem.path) for problem in refused.value.problems]


@pytest.mark.parametrize("paper", PAPERS)
def test_both_copies_are_read(root: Path, paper: str) -> None:
    file = root / "form_templates" / "us-ca" / "chronologies" / paper / "chronology.yaml"

    assert load(file, ChronologySpec).value == jurisdiction().chronologies[paper]


def test_the_courts_copy_lists_only_what_it_can_cite_with_its_pages() -> None:
    court, letter = (jurisdiction().chronologies[paper] for paper in PAPERS)

    assert (court.audience, court.cited_only, court.cites_pages) == ("court", True, True)
    assert (letter.audience, letter.cited_only, letter.cites_pages) == ("employer", False, False)


def test_both_copies_say_the_same_but_what_they_go_with() -> None:
    court, letter = (jurisdiction().chronologies[paper] for paper in PAPERS)

    assert court.summary == letter.summary
    assert court.timeline == letter.timeline
    assert court.page == letter.page
    assert court.rows.model_copy(update={"exhibit": letter.rows.exhibit}) == letter.rows


@pytest.mark.parametrize(
    ("typed", "changed", "place"),
    [
        ('present: "Present: {names}"', 'present: "Present: {nobody}"', "rows.present"),
        ("undated: Date not recalled", 'undated: "{date}"', "rows.undated"),
        ('done: "Done: {text}"', 'done: "Done: {text"', "rows.done"),
        ("of_these: Of these, {clauses}.", "of_these: Of these, {}.", "summary.of_these"),
        ("footer_short: Chronology", 'footer_short: "{judge}"', "words.footer_short"),
    ],
)
def test_a_phrase_may_name_only_what_it_is_given(root: Path, typed: str, changed: str, place: str) -> None:
    text = text_of(root)
    assert typed in text

    assert problems(text.replace(typed, changed)) == [("name-unknown", place)]


def test_there_are_twelve_months(root: Path) -> None:
    text = text_of(root).replace("[Jan., ", "[")

    assert problems(text) == [("months-missing", "timeline.months_short")]


def test_a_length_is_typed_in_digits(root: Path) -> None:
    text = text_of(root).replace("left: 72", "left: an inch")

    assert problems(text) == [("not-a-length", "page.left")]


def test_a_word_that_is_not_there_is_asked_for(root: Path) -> None:
    text = text_of(root).replace("  continued: continued\n", "")

    assert [place for _, place in problems(text)] == ["rows.continued"]


@pytest.mark.parametrize("paper", PAPERS)
def test_no_word_argues(paper: str) -> None:
    spec = jurisdiction().chronologies[paper]
    words = " ".join(str(part) for part in (spec.columns, spec.words, spec.rows, spec.summary, spec.timeline))

    assert [word for word in ("issue", "harass", "threat", "abus", "victim") if word in words.lower()] == []
