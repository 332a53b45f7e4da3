"""`formgen catalog`: lists, shows and lints law, letters and packets."""

import shutil
from pathlib import Path

import pytest
from cli.running import ROOT, Formgen

from formgen import lint
from formgen.catalog.listing import list_entries
from formgen.resources import builtin_catalog

LETTERS = Path("us-ca/letters")
NOTICE_LETTER = ROOT / "form_templates" / LETTERS / "notice-letter"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an office's own catalog with a letter `reminder`, in the folder that commands are run from."""
    monkeypatch.chdir(tmp_path)
    folder = Path("office")
    reminder = folder / LETTERS / "reminder"
    shutil.copytree(NOTICE_LETTER, reminder)
    return folder


def test_the_list_has_a_line_for_every_entry(formgen: Formgen) -> None:
    ran = formgen("catalog", "list")
    head, *lines = ran.out.splitlines()

    assert (ran.exit_code, ran.err) == (0, "")
    assert head.split() == ["KIND", "ID", "IN", "FORCE", "CHECKED", "ON", "CONFIDENCE", "TITLE"]
    assert [tuple(line.split()[:2]) for line in lines] == [
        (entry.kind, entry.id) for entry in list_entries([builtin_catalog()])
    ]


def test_the_list_says_from_when_to_when_a_law_is_in_force(formgen: Formgen) -> None:
    out = formgen("catalog", "list").out

    assert "2025-01-01 to 2025-12-31" in out
    assert all(line == line.rstrip() for line in out.splitlines())


def test_an_offices_own_entries_are_in_the_list(formgen: Formgen, office: Path) -> None:
    assert any(
        line.split()[:2] == ["letter", "reminder"]
        for line in formgen("catalog", "list", "--catalog", office).out.splitlines()
    )


def test_an_entry_is_shown_as_it_is_written(formgen: Formgen) -> None:
    ran = formgen("catalog", "show", "labor-code-6310")

    assert ran.exit_code == 0
    assert ran.out.startswith(f"# {builtin_catalog()}")
    assert "  - id: labor-code-6310\n" in ran.out


def test_an_entry_that_is_not_there_is_answered_with_the_nearest(formgen: Formgen) -> None:
    ran = formgen("catalog", "show", "labor-code-6301")

    assert ran.exit_code == 5
    assert ran.codes_shown == ["entry-unknown"]
    assert "Did you mean `labor-code-6310`?" in ran.err


def test_the_catalog_that_travels_with_the_program_has_no_errors(formgen: Formgen) -> None:
    ran = formgen("catalog", "lint")

    assert ran.exit_code == 0
    assert ran.out.startswith("No errors; ") or ran.out == "Nothing to put right.\n"


def test_a_catalog_without_doubts_is_told_so(formgen: Formgen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lint, "catalog_problems", lambda *_, **__: [])

    assert formgen("catalog", "lint").out == "Nothing to put right.\n"


def test_an_error_in_an_offices_catalog_ends_with_the_catalogs_exit_code(
    formgen: Formgen, office: Path
) -> None:
    (office / LETTERS / "reminder" / "letter.docx").write_bytes(b"not a Word file")
    ran = formgen("catalog", "lint", "--catalog", office)

    assert ran.exit_code == 5
    assert "template-unreadable" in ran.codes_shown
    assert "Nothing was written" not in ran.err


def test_an_example_that_no_longer_makes_its_letter_is_an_error(formgen: Formgen, office: Path) -> None:
    example = office / LETTERS / "reminder" / "example.yaml"
    example.write_text(example.read_text(encoding="utf-8").replace("name: Noor Haddad", "name:"), "utf-8")
    ran = formgen("catalog", "lint", "--catalog", office)

    assert ran.exit_code == 5
    assert ran.codes_shown[0] == "needed-blank"


def test_an_office_writes_the_text_of_its_own_letters_anew_and_of_no_others(
    formgen: Formgen, office: Path
) -> None:
    text = office / LETTERS / "reminder" / "letter.txt"
    whole = text.read_bytes()
    text.write_text("old", encoding="utf-8")
    stale = formgen("catalog", "lint", "--catalog", office)
    first = formgen("catalog", "lint", "--catalog", office, "--write-text")
    second = formgen("catalog", "lint", "--catalog", office, "--write-text")

    assert (stale.exit_code, stale.codes_shown[0]) == (5, "template-text-differs")
    assert (first.exit_code, first.out.splitlines()[0]) == (0, f"Written: {text}")
    assert text.read_bytes() == whole
    assert "Written" not in second.out


def test_the_text_of_a_template_that_cannot_be_read_stays(formgen: Formgen, office: Path) -> None:
    (office / LETTERS / "reminder" / "letter.docx").write_bytes(b"not a Word file")
    text = office / LETTERS / "reminder" / "letter.txt"
    whole = text.read_bytes()
    ran = formgen("catalog", "lint", "--catalog", office, "--write-text")

    assert ran.exit_code == 5
    assert text.read_bytes() == whole


def test_the_letters_of_an_installed_program_are_not_written(
    formgen: Formgen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lint, "builtin_catalog", lambda: tmp_path / "_form_templates")
    ran = formgen("catalog", "lint", "--write-text")

    assert ran.exit_code == 9
    assert ran.codes_shown == ["catalog-built-in"]


def test_a_catalog_that_is_not_there_is_told(formgen: Formgen, tmp_path: Path) -> None:
    for words in (("list",), ("show", "notice-letter"), ("lint",)):
        ran = formgen("catalog", *words, "--catalog", tmp_path / "none")

        assert ran.exit_code == 5
        assert ran.codes_shown[0] == "catalog-folder-missing"
