"""`formgen make`."""

from pathlib import Path

import pytest
from cli.running import MINIMAL, Formgen

from formgen import pipeline
from formgen.errors import Problem, Severity
from formgen.packet.publish import Published
from formgen.packet.swap import Aside

AS_OF = ("--as-of", "2026-05-12")
FILES = ["manifest.json", "notice-letter.docx", "read-first.txt"]


def names_in(folder: Path) -> list[str]:
    """Return the names of what is in *folder*, in order."""
    return sorted(path.name for path in folder.iterdir())


def test_papers_go_beside_the_case(formgen: Formgen, case: Path, tmp_path: Path) -> None:
    ran = formgen("make", tmp_path, *AS_OF)

    assert (ran.exit_code, ran.err) == (0, "")
    assert names_in(tmp_path / "papers") == FILES
    assert ran.out.startswith(f"In {tmp_path / 'papers'}:\n  manifest.json\n")


def test_each_file_is_named_and_the_questions_are_counted_not_asked(formgen: Formgen, case: Path) -> None:
    questions = len(formgen("check", case, *AS_OF, "--json").codes)
    ran = formgen("make", case, *AS_OF)

    assert (ran.exit_code, ran.err) == (0, "")
    assert ran.out == (
        "In papers:\n  manifest.json\n  notice-letter.docx\n  read-first.txt\n"
        "Open read-first.txt first.\n"
        f"{questions} questions: `formgen check case.yaml` shows them.\n"
    )


def test_json_gives_the_folder_as_it_was_asked_for(formgen: Formgen, case: Path) -> None:
    ran = formgen("make", case, *AS_OF, "-o", "out", "--json")

    assert (ran.exit_code, ran.err) == (0, "")
    assert ran.told["result"] == {"folder": "out", "files": FILES, "kept": [], "aside": []}
    assert ran.told["ok"] is True
    assert "notices-blank" in ran.codes


def test_a_paper_changed_by_hand_stops_it_until_it_is_to_be_set_aside(formgen: Formgen, case: Path) -> None:
    formgen("make", case, *AS_OF)
    Path("papers/notice-letter.docx").write_bytes(b"signed")
    stopped = formgen("make", case, *AS_OF)
    replaced = formgen("make", case, *AS_OF, "--replace")

    assert stopped.exit_code == 9
    assert stopped.codes_shown == ["changed-by-hand"]
    assert stopped.err.endswith("1 error. Nothing was written.\n")
    assert replaced.exit_code == 0
    assert replaced.codes_shown == ["moved-aside"]
    assert "Set aside in papers.aside-1:\n  notice-letter.docx\n" in replaced.out


def test_an_output_folder_that_is_a_file_is_refused(formgen: Formgen, case: Path) -> None:
    ran = formgen("make", case, *AS_OF, "-o", case)

    assert ran.exit_code == 9
    assert ran.codes_shown == ["output-not-a-folder"]


def test_nothing_is_made_of_a_case_with_an_error(formgen: Formgen, case: Path, tmp_path: Path) -> None:
    case.write_text(MINIMAL.replace("name: Carl Voss", "name:"), encoding="utf-8")
    ran = formgen("make", case, *AS_OF, "--json")

    assert ran.exit_code == 3
    assert ran.told["result"] == {}
    assert ran.codes == ["needed-blank"]
    assert names_in(tmp_path) == ["case.yaml"]


def test_an_unknown_paper_is_answered_with_those_there_are(formgen: Formgen, case: Path) -> None:
    ran = formgen("make", case, *AS_OF, "--only", "declaration")

    assert ran.exit_code == 3
    assert "It names notice-letter." in ran.err


def test_what_was_kept_and_set_aside_is_named(
    formgen: Formgen, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published = Published(
        tmp_path / "papers",
        ("manifest.json", "one.docx", "two.docx"),
        ("two.docx",),
        (Aside(tmp_path / "papers.aside-1", ("old.docx",)),),
        (),
    )
    asked = Problem("notices-blank", "Has anyone been told?", "List it.", severity=Severity.PROMPT)
    monkeypatch.setattr(pipeline, "make", lambda *_, **__: pipeline.Made(published, (asked,)))
    shown, told = formgen("make", case, *AS_OF), formgen("make", case, *AS_OF, "--json")

    assert shown.out == (
        "In papers:\n  manifest.json\n  one.docx\n  two.docx (kept from before)\n"
        "Set aside in papers.aside-1:\n  old.docx\n"
        "1 question: `formgen check case.yaml` shows it.\n"
    )
    assert told.told["result"] == {
        "folder": "papers",
        "files": ["manifest.json", "one.docx", "two.docx"],
        "kept": ["two.docx"],
        "aside": [{"folder": "papers.aside-1", "files": ["old.docx"]}],
    }


def test_a_case_without_questions_speaks_of_none(
    formgen: Formgen, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published = Published(Path("papers"), ("read-first.txt",), (), (), ())
    monkeypatch.setattr(pipeline, "make", lambda *_, **__: pipeline.Made(published, ()))

    assert formgen("make", case, *AS_OF).out == "In papers:\n  read-first.txt\nOpen read-first.txt first.\n"


EVIDENCE = """    exhibits: [note]
evidence: [{id: note, file: note.txt, description: my note}]
"""


@pytest.fixture
def with_evidence(case: Path, tmp_path: Path) -> Path:
    """Return a case whose letter encloses a note."""
    (tmp_path / "note.txt").write_text("I wrote this down.", encoding="utf-8")
    case.write_text(MINIMAL + EVIDENCE, encoding="utf-8")
    return case


def test_the_work_folder_is_kept_if_that_is_asked_for_and_it_is_said_where(
    formgen: Formgen, with_evidence: Path, tmp_path: Path
) -> None:
    told = formgen("make", with_evidence, *AS_OF, "--keep-work", "--json").told["result"]
    ran = formgen("make", with_evidence, *AS_OF, "--keep-work")

    assert isinstance(told, dict)
    assert told["work"] == str(tmp_path / ".papers.work")
    assert ran.exit_code == 0
    assert (
        f"The work folder was kept: {tmp_path / '.papers.work'}. You can delete it at any time.\n" in ran.out
    )
    assert names_in(tmp_path) == [".papers.work", "case.yaml", "note.txt", "papers"]


def test_no_work_folder_stays_without_it(formgen: Formgen, with_evidence: Path, tmp_path: Path) -> None:
    ran = formgen("make", with_evidence, *AS_OF)

    assert "work folder" not in ran.out
    assert names_in(tmp_path) == ["case.yaml", "note.txt", "papers"]
    assert names_in(tmp_path / "papers") == ["enclosures.pdf", *FILES]


def test_evidence_that_cannot_be_used_has_an_exit_code_of_its_own(
    formgen: Formgen, with_evidence: Path, tmp_path: Path
) -> None:
    (tmp_path / "note.txt").write_bytes(b"PK\x03\x04" + bytes(60))
    made, checked = formgen("make", with_evidence, *AS_OF), formgen("check", with_evidence, *AS_OF)

    assert (made.exit_code, checked.exit_code) == (4, 4)
    assert made.codes_shown == ["evidence-not-pages"]
    assert checked.codes_shown[0] == "evidence-not-pages"
    assert names_in(tmp_path) == ["case.yaml", "note.txt"]


def test_only_the_enclosures_can_be_made(formgen: Formgen, with_evidence: Path, tmp_path: Path) -> None:
    ran = formgen("make", with_evidence, *AS_OF, "--only", "enclosures")

    assert ran.exit_code == 0
    assert names_in(tmp_path / "papers") == ["enclosures.pdf", "manifest.json", "read-first.txt"]
