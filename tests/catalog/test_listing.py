"""What the catalog holds, listed and shown."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from formgen.catalog.listing import Listed, list_entries, show_entry
from formgen.errors import CatalogError

Write = Callable[[Mapping[str, str]], Path]
Make = Callable[..., str]
CHECKED = date(2026, 11, 24)
WORDS = "source: a book\nchecked_on: 2026-11-24\nconfidence: partly\n"


@pytest.fixture
def folder(write_catalog: Write, jurisdiction_yaml: str, texts: Mapping[str, Make]) -> Path:
    return write_catalog(
        {
            "us-ca/jurisdiction.yaml": jurisdiction_yaml,
            "us-ca/law/statutes.yaml": "# Law.\nstatutes:"
            + texts["statute"]("code-1", "to: 2026-12-31")
            + "\n  # It changes.\n"
            + texts["statute"]("code-2")
            + "\n# The new one.\n"
            + texts["statute"]("code-1", "from: 2027-01-01"),
            "us-ca/law/elements.yaml": "elements:\n" + texts["element"](),
            "us-ca/law/banned-words.yaml": WORDS + "phrases: [hereby]\n",
            "us-ca/law/conclusion-words.yaml": WORDS + "words: [always]\nprompt: When?\n",
            "us-ca/letters/short/letter.yaml": texts["letter"](),
            "us-ca/letters/short/letter.docx": "x",
            "us-ca/packets/notice.yaml": texts["packet"]("short"),
        }
    )


def test_every_entry_is_listed_with_its_dates_and_confidence(folder: Path) -> None:
    def listed(kind: str, name: str, title: str, *, confidence: str = "confirmed") -> Listed:
        return Listed("us-ca", kind, name, title, None, None, CHECKED, confidence)  # type: ignore[arg-type] # a word of the closed list

    first, *others = list_entries([folder])

    assert (first.kind, first.id, first.title) == ("jurisdiction", "us-ca", "California")
    assert others == [
        Listed("us-ca", "statute", "code-1", "A title", None, date(2026, 12, 31), CHECKED, "confirmed"),
        listed("statute", "code-2", "A title"),
        Listed("us-ca", "statute", "code-1", "A title", date(2027, 1, 1), None, CHECKED, "confirmed"),
        listed("element", "asked", "The respondent was asked to stop"),
        listed("words", "conclusion-words", "Words that conclude instead of telling", confidence="partly"),
        listed(
            "words", "banned-words", "Words that the program's own wording never uses", confidence="partly"
        ),
        listed("packet", "notice", "A packet"),
        listed("letter", "short", "A letter"),
    ]


def test_an_entry_is_shown_as_it_is_written_without_its_neighbours(folder: Path) -> None:
    assert show_entry("code-2", [folder]) == (
        f"# {folder}/us-ca/law/statutes.yaml:13\n"
        "  - id: code-2\n"
        "    title: A title\n"
        "    citation: Code, § 1\n"
        "    source: a book\n"
        "    checked_on: 2026-11-24\n"
        "    confidence: confirmed\n"
    )


def test_every_version_of_an_entry_is_shown(folder: Path) -> None:
    shown = show_entry("code-1", [folder])

    assert [line for line in shown.splitlines() if line.lstrip().startswith(("#", "to:", "from:"))] == [
        f"# {folder}/us-ca/law/statutes.yaml:3",
        "    to: 2026-12-31",
        f"# {folder}/us-ca/law/statutes.yaml:22",
        "    from: 2027-01-01",
    ]


def test_an_entry_with_a_file_of_its_own_is_shown_whole(folder: Path, packet_yaml: Make) -> None:
    assert show_entry("notice", [folder]) == f"# {folder}/us-ca/packets/notice.yaml:1\n{packet_yaml('short')}"


def test_an_offices_entry_is_shown_in_place_of_the_built_in_one(
    folder: Path, write_catalog: Write, statute: Make
) -> None:
    office = write_catalog({"us-ca/law/statutes.yaml": "statutes:" + statute("code-1", "note: ours")})

    shown = show_entry("code-1", [office, folder])

    assert shown.splitlines()[0] == f"# {office}/us-ca/law/statutes.yaml:2"
    assert shown.splitlines()[-1] == "    note: ours"


def test_an_unknown_entry_is_told_with_the_nearest(folder: Path) -> None:
    with pytest.raises(CatalogError) as error:
        show_entry("code-3", [folder])

    (problem,) = error.value.problems
    assert (problem.code, problem.fix, problem.path) == ("entry-unknown", "Did you mean `code-2`?", "code-3")


def test_a_catalog_that_cannot_be_read_is_not_listed(folder: Path) -> None:
    (folder / "us-ca/packets/notice.yaml").write_text("title: A packet\n")

    with pytest.raises(CatalogError) as error:
        list_entries([folder])

    assert {problem.code for problem in error.value.problems} == {"missing-value"}


def test_a_catalog_folder_that_is_not_there_is_told(folder: Path) -> None:
    with pytest.raises(CatalogError) as error:
        list_entries([folder / "nowhere"])

    assert [problem.code for problem in error.value.problems] == ["catalog-folder-missing"]
