"""What whoever files must know of a copy: it shows less than the file, or shows it very small."""

from pathlib import Path

import pytest
from factories import jurisdiction

from formgen.catalog.exhibit_spec import ExhibitSpec
from formgen.exhibit.prepared import Done, ExhibitPages, PreparedPage
from formgen.pipeline.copies import copy_warnings, damage_problems


@pytest.fixture
def spec() -> ExhibitSpec:
    """Return the words of California's exhibits."""
    found = jurisdiction().exhibits
    assert found is not None
    return found


def pages_of(*done: str, sizes: tuple[tuple[float, float], ...] = ((612.0, 792.0),) * 3) -> ExhibitPages:
    """Return a prepared file to which *done* was done."""
    pages = tuple(PreparedPage(width, height, "digest") for width, height in sizes)
    return ExhibitPages(
        "evidence[2]",
        "sha256",
        Path("prepared.pdf"),
        "sha256",
        pages,
        len(pages),
        done=tuple(Done(code) for code in done),
    )


def test_a_damaged_file_with_empty_pages_is_an_error() -> None:
    (problem,) = damage_problems(pages_of("repaired", "page-empty", "page-empty"))

    assert (problem.code, problem.path, problem.severity) == ("evidence-damaged", "evidence[2].file", "error")
    assert "of its 3 pages 2 came out empty" in problem.what
    assert "`evidence-damaged`" in problem.fix


@pytest.mark.parametrize("done", [("repaired",), ("page-empty",), ()])
def test_a_file_that_is_whole_again_or_has_empty_pages_of_its_own_is_none(done: tuple[str, ...]) -> None:
    assert list(damage_problems(pages_of(*done))) == []


def test_what_a_copy_does_not_show_is_told_once(spec: ExhibitSpec) -> None:
    (problem,) = copy_warnings(pages_of("repaired", "repaired", "mail-encrypted"), spec)

    assert (problem.code, problem.severity) == ("copy-shows-less", "warning")
    assert problem.what == (
        "The copy does not show all of this file. The file was damaged. "
        "This copy is what could be read of it. The words of this message are encrypted and cannot be shown."
    )


def test_what_is_meant_to_be_left_out_is_not_told(spec: ExhibitSpec) -> None:
    assert list(copy_warnings(pages_of("location-left-out", "rendering"), spec)) == []


def test_a_page_that_is_shown_very_small_is_told_with_its_number(spec: ExhibitSpec) -> None:
    (problem,) = copy_warnings(pages_of(sizes=((612.0, 792.0), (500.0, 7920.0), (900.0, 1000.0))), spec)

    assert (problem.code, problem.path) == ("page-shown-small", "evidence[2].file")
    assert problem.what == "Page 2 of this file is so large that it is shown at 10% of its size."


def test_a_broad_page_is_held_against_a_sheet_that_lies(spec: ExhibitSpec) -> None:
    assert list(copy_warnings(pages_of(sizes=((1900.0, 612.0),)), spec)) == []
