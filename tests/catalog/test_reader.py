"""The law and the papers of one day."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from formgen.catalog.reader import Jurisdiction, load_jurisdiction, papers_named
from formgen.errors import CaseDataError, CatalogError, Problem

Write = Callable[[Mapping[str, str]], Path]
Make = Callable[..., str]
TODAY = date(2026, 11, 24)


@pytest.fixture
def folder(write_catalog: Write, jurisdiction_yaml: str, texts: Mapping[str, Make]) -> Path:
    """A catalog with a law that changed, one element of each of two statutes, two letters and a packet."""
    return write_catalog(
        {
            "us-ca/jurisdiction.yaml": jurisdiction_yaml,
            "us-ca/read-first.txt": "Read every page.\r\n",
            "us-ca/law/statutes.yaml": "statutes:"
            + texts["statute"]("code-1", "to: 2026-12-31", "clauses: {orders: Old words.}")
            + texts["statute"]("code-1", "from: 2027-01-01", "clauses: {orders: New words.}")
            + texts["statute"]("code-2", "from: 2027-01-01", "clauses: {orders: Other words.}"),
            "us-ca/law/elements.yaml": "elements:\n"
            + texts["element"]()
            + texts["element"](id="other", statute="code-2"),
            "us-ca/law/conclusion-words.yaml": "source: a book\nchecked_on: 2026-11-24\nconfidence: partly\n"
            "from: 2026-01-01\nwords: [always]\nprompt: When?\n",
            "us-ca/letters/short/letter.yaml": texts["letter"](),
            "us-ca/letters/short/letter.docx": "short",
            "us-ca/letters/long/letter.yaml": texts["letter"](),
            "us-ca/letters/long/letter.docx": "long",
            "us-ca/packets/both.yaml": texts["packet"]("short", "long"),
        }
    )


@pytest.fixture
def jurisdiction(folder: Path) -> Jurisdiction:
    return load_jurisdiction("us-ca", as_of=TODAY, folders=[folder])


def test_the_law_is_the_law_of_the_day(folder: Path) -> None:
    old = load_jurisdiction("us-ca", as_of=date(2026, 12, 31), folders=[folder])
    new = load_jurisdiction("us-ca", as_of=date(2027, 1, 1), folders=[folder])

    assert (old.clause("code-1.orders"), new.clause("code-1.orders")) == ("Old words.", "New words.")
    assert (list(old.statutes), list(new.statutes)) == (["code-1"], ["code-1", "code-2"])


def test_an_element_matters_only_while_its_statute_is_in_force(folder: Path) -> None:
    old = load_jurisdiction("us-ca", as_of=date(2026, 12, 31), folders=[folder])
    new = load_jurisdiction("us-ca", as_of=date(2027, 1, 1), folders=[folder])

    assert [element.id for element in old.elements] == ["asked"]
    assert [element.id for element in new.elements] == ["asked", "other"]


def test_conclusion_words_have_their_time_too(folder: Path, jurisdiction: Jurisdiction) -> None:
    before = load_jurisdiction("us-ca", as_of=date(2025, 12, 31), folders=[folder])

    assert jurisdiction.conclusion_words is not None
    assert jurisdiction.conclusion_words.words == ("always",)
    assert before.conclusion_words is None


def test_a_jurisdiction_holds_its_words_papers_and_digest(jurisdiction: Jurisdiction) -> None:
    assert (jurisdiction.id, jurisdiction.as_of) == ("us-ca", TODAY)
    assert jurisdiction.spec.time_zone == "America/Los_Angeles"
    assert jurisdiction.papers == ("long", "short")
    assert jurisdiction.letters["long"].template == b"long"
    assert jurisdiction.read_first == "Read every page.\n"
    assert len(jurisdiction.digest) == 64


def test_an_offices_own_folder_is_searched_first(
    folder: Path, write_catalog: Write, statute: Make, letter_yaml: Make
) -> None:
    office = write_catalog(
        {
            "us-ca/law/statutes.yaml": "statutes:" + statute("code-1", "clauses: {orders: Our words.}"),
            "us-ca/letters/long/letter.yaml": letter_yaml(),
            "us-ca/letters/long/letter.docx": "ours",
        }
    )

    found = load_jurisdiction("us-ca", as_of=date(2027, 1, 1), folders=[office, folder])

    assert found.clause("code-1.orders") == "Our words."
    assert found.clause("code-2.orders") == "Other words."
    assert found.letters["long"].template == b"ours"
    assert found.letters["short"].template == b"short"


def test_a_clause_that_no_law_in_force_has_is_told_with_the_nearest(jurisdiction: Jurisdiction) -> None:
    with pytest.raises(CatalogError) as error:
        jurisdiction.clause("code-1.order")

    assert error.value.problems == (
        Problem(
            code="clause-unknown",
            what="No law in force on 2026-11-24 has the clause `code-1.order`.",
            fix="Did you mean `code-1.orders`?",
            path="code-1.order",
        ),
    )


def test_a_clause_of_a_law_not_yet_in_force_is_not_found(jurisdiction: Jurisdiction) -> None:
    with pytest.raises(CatalogError) as error:
        jurisdiction.clause("code-2.orders")

    assert [problem.code for problem in error.value.problems] == ["clause-unknown"]


def test_an_unknown_jurisdiction_is_told_with_those_there_are(folder: Path) -> None:
    with pytest.raises(CaseDataError) as error:
        load_jurisdiction("fr", as_of=TODAY, folders=[folder])

    assert error.value.problems == (
        Problem(
            code="jurisdiction-unknown",
            what="The catalog has no jurisdiction of this name.",
            fix="There is: us-ca.",
            path="jurisdiction",
        ),
    )


def test_a_misspelt_jurisdiction_is_told_with_the_nearest(folder: Path) -> None:
    with pytest.raises(CaseDataError) as error:
        load_jurisdiction("us-cal", as_of=TODAY, folders=[folder])

    assert error.value.problems[0].fix == "Did you mean `us-ca`?"


def test_a_catalog_folder_that_is_not_there_is_told(folder: Path) -> None:
    with pytest.raises(CatalogError) as error:
        load_jurisdiction("us-ca", as_of=TODAY, folders=[folder / "nowhere", folder])

    assert [problem.code for problem in error.value.problems] == ["catalog-folder-missing"]


def test_every_problem_of_a_catalog_is_told_in_the_order_of_the_files(folder: Path) -> None:
    (folder / "us-ca/letters/long/letter.docx").unlink()
    (folder / "us-ca/read-first.txt").write_bytes(b"\xff\xfe\xff")
    statutes = folder / "us-ca/law/statutes.yaml"
    statutes.write_text(statutes.read_text().replace("title:", "titel:", 1))

    with pytest.raises(CatalogError) as error:
        load_jurisdiction("us-ca", as_of=TODAY, folders=[folder])

    files = [problem.where and Path(problem.where.file).name for problem in error.value.problems]
    assert list(dict.fromkeys(files)) == ["statutes.yaml", "letter.docx", "read-first.txt"]


def test_a_packet_stands_for_its_papers_each_once(jurisdiction: Jurisdiction) -> None:
    assert papers_named(["long", "both"], jurisdiction) == ("long", "short")
    assert papers_named(["both"], jurisdiction) == ("short", "long")
    assert papers_named([], jurisdiction) == ()


def test_unknown_papers_are_told_all_at_once(jurisdiction: Jurisdiction) -> None:
    with pytest.raises(CaseDataError) as error:
        papers_named(["longer", "short", "xyz"], jurisdiction)

    assert error.value.problems == (
        Problem(
            code="paper-unknown",
            what="`longer` is neither a paper nor a packet of papers.",
            fix="Did you mean `long`?",
            path="papers[1]",
        ),
        Problem(
            code="paper-unknown",
            what="`xyz` is neither a paper nor a packet of papers.",
            fix="There is: long, short and both.",
            path="papers[3]",
        ),
    )
