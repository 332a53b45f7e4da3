"""`formgen exhibits`."""

import csv
from pathlib import Path

import pytest
from cli.running import Formgen

from formgen.pipeline import bundle as bundling


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return two notes in the folder that commands are run from."""
    monkeypatch.chdir(tmp_path)
    made = [Path("one.txt"), Path("two \U0001f622.txt")]
    for path in made:
        path.write_text(f"What {path.stem[:3]} says.", encoding="utf-8")
    return made


def rows_in(sheet: str) -> list[dict[str, str]]:
    """Return the rows of a sheet."""
    with Path(sheet).open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_files_are_bound_without_a_case_and_what_was_made_is_said(
    formgen: Formgen, files: list[Path], tmp_path: Path
) -> None:
    ran = formgen("exhibits", *files, "-o", "packet.pdf")

    assert (ran.exit_code, ran.err) == (0, "")
    assert ran.out == "In .:\n  packet.pdf\n  packet.csv\n5 pages, 2 exhibits.\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        ["one.txt", "two \U0001f622.txt", "packet.csv", "packet.pdf"]
    )


def test_json_gives_the_folder_the_files_and_the_pages(formgen: Formgen, files: list[Path]) -> None:
    ran = formgen("exhibits", *files, "-o", "packet.pdf", "--json")

    assert (ran.exit_code, ran.err) == (0, "")
    assert ran.told["result"] == {
        "folder": ".",
        "files": ["packet.pdf", "packet.csv"],
        "aside": [],
        "pages": 5,
    }


def test_numbers_and_titles_are_as_asked_for(formgen: Formgen, files: list[Path]) -> None:
    formgen("exhibits", *files, "-o", "packet.pdf")
    sheet = Path("packet.csv").read_text(encoding="utf-8")
    Path("titles.csv").write_text(
        sheet.replace("A,one.txt,", "1,my note,").replace("B,", "2,"), encoding="utf-8"
    )
    words = ("-o", "again.pdf", "--labels", "numbers", "--titles", "titles.csv")
    ran = formgen("exhibits", *files, *words)

    assert (ran.exit_code, ran.err) == (0, "")
    assert [(row["label"], row["description"], row["file"]) for row in rows_in("again.csv")] == [
        ("1", "my note", "one.txt"),
        ("2", "two \U0001f622.txt", "two \U0001f622.txt"),
    ]


def test_labels_are_of_two_kinds(formgen: Formgen, files: list[Path]) -> None:
    ran = formgen("exhibits", *files, "-o", "packet.pdf", "--labels", "stars")

    assert ran.exit_code == 2
    assert "'letters', 'numbers'" in ran.err


def test_a_place_for_the_pdf_is_needed(formgen: Formgen, files: list[Path]) -> None:
    assert formgen("exhibits", *files).exit_code == 2
    assert formgen("exhibits", "-o", "packet.pdf").exit_code == 2


def test_what_is_there_is_refused_or_set_aside(formgen: Formgen, files: list[Path]) -> None:
    Path("packet.pdf").write_text("mine", encoding="utf-8")
    stopped = formgen("exhibits", *files, "-o", "packet.pdf")
    replaced = formgen("exhibits", *files, "-o", "packet.pdf", "--replace")

    assert (stopped.exit_code, stopped.codes_shown) == (9, ["output-exists"])
    assert replaced.exit_code == 0
    assert "Set aside: packet.aside-1.pdf\n" in replaced.out
    assert Path("packet.aside-1.pdf").read_text(encoding="utf-8") == "mine"


def test_a_file_that_cannot_be_bound_is_told_by_its_name(formgen: Formgen, files: list[Path]) -> None:
    Path("empty.txt").touch()
    ran = formgen("exhibits", *files, "empty.txt", "gone.txt", "-o", "packet.pdf")

    assert (ran.exit_code, ran.out) == (4, "")
    assert ran.codes_shown == ["evidence-empty", "evidence-missing"]
    assert "empty.txt\n" in ran.err
    assert not Path("packet.pdf").exists()


def test_a_row_for_another_file_is_told_with_its_place(formgen: Formgen, files: list[Path]) -> None:
    Path("titles.csv").write_text("file,description\nthree.txt,x\n", encoding="utf-8")
    ran = formgen("exhibits", *files, "-o", "packet.pdf", "--titles", "titles.csv")

    assert (ran.exit_code, ran.codes_shown) == (3, ["sheet-file-not-given"])
    assert "titles.csv" in ran.err


def test_a_private_number_stops_it_until_it_is_accepted(formgen: Formgen, files: list[Path]) -> None:
    files[0].write_text("SSN 219-09-4321", encoding="utf-8")
    stopped = formgen("exhibits", *files, "-o", "packet.pdf")
    accepted = formgen("exhibits", *files, "-o", "packet.pdf", "--accept", "social-security-number")

    assert (stopped.exit_code, stopped.codes_shown) == (4, ["social-security-number"])
    assert (accepted.exit_code, accepted.codes_shown) == (0, ["social-security-number"])
    assert "219" not in stopped.err + accepted.err


def test_a_password_comes_from_the_key_file(
    formgen: Formgen, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str | None] = []

    def noting(bundle: bundling.Bundle) -> bundling.Bundled:
        assert bundle.unlock is not None
        asked.append(bundle.unlock("one.txt", "one.txt"))
        return bundling.Bundled(("packet.pdf",), (), 1, ())

    monkeypatch.setattr(bundling, "make_bundle", noting)
    Path("keys").write_text("one.txt: Lantern\n", encoding="utf-8")
    formgen("exhibits", *files, "-o", "packet.pdf", "--passwords", "keys")

    assert asked == ["Lantern"]


def test_progress_is_said_beside_the_result_and_not_in_it(
    formgen: Formgen, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("formgen.cli.progress.IN_FILE", 0.0)
    shown = formgen("exhibits", *files, "-o", "packet.pdf")
    told = formgen("exhibits", *files, "-o", "again.pdf", "--json")

    assert "Preparing exhibits: 2 of 2\n" in shown.err
    assert "Preparing" not in shown.out
    assert told.err == ""
