"""An office adds a letter of its own by copying a folder and changing words; no Python is written."""

import shutil
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from formgen.checks.template_lint import text_of_template
from formgen.checks.word_text import paragraphs_in
from formgen.pipeline import Job, make, prepare

AS_OF = date(2026, 5, 12)
ROOT = Path(__file__).parent.parent
NOTICE_LETTER = ROOT / "form_templates" / "us-ca" / "letters" / "notice-letter"
MINIMAL = (ROOT / "samples" / "minimal.yaml").read_text(encoding="utf-8")


def change_words(template: Path, old: str, new: str) -> None:
    """Change words in a Word file, as somebody does in Word."""
    out = BytesIO()
    with ZipFile(template) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(old.encode(), new.encode()))
    template.write_bytes(out.getvalue())


@pytest.fixture
def job(tmp_path: Path) -> Job:
    """Return a case that asks for both letters, with an office's own catalog beside it."""
    folder = tmp_path / "office" / "us-ca" / "letters" / "reminder"
    shutil.copytree(NOTICE_LETTER, folder)
    change_words(folder / "letter.docx", "Sincerely,", "With kind regards,")
    spec = folder / "letter.yaml"
    spec.write_text(
        spec.read_text(encoding="utf-8").replace("title: Notice letter", "title: Reminder"), "utf-8"
    )
    case = tmp_path / "case.yaml"
    case.write_text(MINIMAL.replace("[notice-letter]", "[notice-letter, reminder]"), encoding="utf-8")
    return Job(case, AS_OF, catalog=tmp_path / "office")


def closing_of(papers: Path, name: str) -> list[str]:
    """Return which of the two closings a finished letter has."""
    texts = [paragraph.text for paragraph in paragraphs_in((papers / name).read_bytes())]
    return [text for text in texts if text in ("Sincerely,", "With kind regards,")]


def test_a_copied_folder_is_a_letter_of_its_own(job: Job, tmp_path: Path) -> None:
    made = make(job, tmp_path / "papers")

    assert made.published.names == ("manifest.json", "notice-letter.docx", "read-first.txt", "reminder.docx")
    assert closing_of(tmp_path / "papers", "notice-letter.docx") == ["Sincerely,"]
    assert closing_of(tmp_path / "papers", "reminder.docx") == ["With kind regards,"]


def test_its_title_is_in_the_files_properties(job: Job, tmp_path: Path) -> None:
    make(job, tmp_path / "papers")
    with ZipFile(tmp_path / "papers" / "reminder.docx") as letter:
        properties = letter.read("docProps/core.xml").decode()

    assert "<dc:title>Reminder</dc:title>" in properties


def test_only_keeps_the_other_letter_while_the_case_is_unchanged(job: Job, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    make(job, papers)
    before = (papers / "notice-letter.docx").read_bytes()
    made = make(Job(job.case_file, AS_OF, only=("reminder",), catalog=job.catalog), papers)

    assert made.published.kept == ("notice-letter.docx",)
    assert (papers / "notice-letter.docx").read_bytes() == before


def test_only_sets_the_other_letter_aside_once_the_case_has_changed(job: Job, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    make(job, papers)
    job.case_file.write_text(job.case_file.read_text("utf-8").replace("Dana Reyes", "Dana M. Reyes"), "utf-8")
    made = make(Job(job.case_file, AS_OF, only=("reminder",), catalog=job.catalog), papers)

    assert [p.code for p in made.problems if p.severity == "warning"] == ["outdated-paper-set-aside"]
    assert sorted(path.name for path in papers.iterdir()) == [
        "manifest.json",
        "read-first.txt",
        "reminder.docx",
    ]
    assert [path.name for path in (tmp_path / "papers.aside-1").iterdir()] == ["notice-letter.docx"]


def test_what_to_read_first_lists_the_enclosures_of_both(job: Job, tmp_path: Path) -> None:
    make(job, tmp_path / "papers")
    text = (tmp_path / "papers" / "read-first.txt").read_text(encoding="utf-8")

    assert "  notice-letter.docx: nothing\n  reminder.docx: nothing\n" in text


def test_the_text_file_of_the_built_in_letter_is_the_text_of_its_template(tmp_path: Path) -> None:
    letter = prepare(Job(ROOT / "samples" / "minimal.yaml", AS_OF)).facts.jurisdiction.letters[
        "notice-letter"
    ]

    assert (letter.folder / "letter.txt").read_text(encoding="utf-8") == text_of_template(letter)
