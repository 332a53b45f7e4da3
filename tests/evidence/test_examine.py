"""Files that are there, and files that cannot be used."""

import hashlib
import os
from pathlib import Path
from typing import Any

import pytest
from factories import make_case, make_evidence

from formgen.case.evidence import Evidence
from formgen.errors import Problem, Severity
from formgen.evidence.examine import READ_AT_ONCE, Examined, examine

SAMPLE = Path(__file__).parents[2] / "samples" / "dana"
SAMPLE_KINDS = {
    "2026-03-05-email.eml": "mail",
    "2026-03-09-email.eml": "mail",
    "2026-03-16-email.eml": "mail",
    "2026-03-17-email.eml": "mail",
    "2026-03-24-call-log.pdf": "PDF",
    "2026-03-24-note.txt": "text",
    "2026-03-25-email.eml": "mail",
    "2026-04-02-email.eml": "mail",
    "2026-04-14-photo.jpg": "JPEG",
    "2026-04-15-note.tiff": "TIFF",
    "2026-04-20-text-message.png": "PNG",
    "2026-04-22-email.eml": "mail",
    "2026-04-28-email.eml": "mail",
    "2026-05-09-email.eml": "mail",
}
NOTE = b"He came at five.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A case folder with a note in it, and something beside it."""
    (tmp_path / "secret.txt").write_bytes(b"not of this case")
    home = tmp_path / "case"
    (home / "evidence").mkdir(parents=True)
    (home / "evidence" / "note.txt").write_bytes(NOTE)
    return home


def offered(*files: str | None, sha256: str | None = None) -> tuple[Evidence, ...]:
    return make_case(evidence=[make_evidence(file=file, sha256=sha256) for file in files]).evidence


def code_of(file: str, folder: Path, *, sha256: str | None = None) -> str:
    """Return under which code *file* is refused, with its place."""
    found, (problem,) = examine(offered(file, sha256=sha256), folder)
    assert (found, problem.path, problem.severity) == ((), "evidence[1].file", Severity.ERROR)
    return problem.code


def test_a_file_is_told_with_its_kind_size_and_digest(folder: Path) -> None:
    found, problems = examine(offered("evidence/note.txt"), folder)

    assert problems == ()
    assert found == (
        Examined(
            "evidence[1]",
            "evidence/note.txt",
            "text",
            len(NOTE),
            hashlib.sha256(NOTE).hexdigest(),
            folder / "evidence/note.txt",
        ),
    )


def test_evidence_without_a_file_is_passed_over_and_counted(folder: Path) -> None:
    found, problems = examine(offered(None, "evidence/note.txt", None, "gone.txt", ""), folder)

    assert [item.path for item in found] == ["evidence[2]"]
    assert [problem.path for problem in problems] == ["evidence[4].file"]


def test_every_file_is_looked_at_whatever_is_wrong_with_others(folder: Path) -> None:
    (folder / "empty.txt").touch()
    found, problems = examine(offered("gone.txt", "../secret.txt", "evidence/note.txt", "empty.txt"), folder)

    assert [item.path for item in found] == ["evidence[3]"]
    assert [problem.code for problem in problems] == [
        "evidence-missing",
        "evidence-outside",
        "evidence-empty",
    ]


def test_a_missing_file_is_told(folder: Path) -> None:
    _, problems = examine(offered("evidence/gone.txt"), folder)

    assert problems == (
        Problem(
            code="evidence-missing",
            what="This file is not there.",
            fix="Put the file in the case folder, or correct its path.",
            path="evidence[1].file",
        ),
    )


@pytest.mark.parametrize("name", ["evidence", "evidence/", ".", "evidence/.."])
def test_a_folder_is_told_apart_from_a_file(name: str, folder: Path) -> None:
    _, problems = examine(offered(name), folder)

    assert [(problem.code, problem.what) for problem in problems] == [
        ("evidence-missing", "This is a folder, not a file.")
    ]


@pytest.mark.parametrize("name", ["../secret.txt", "evidence/../../secret.txt", "..", "../case-2/x.txt"])
def test_no_path_leads_out_of_the_case_folder(name: str, folder: Path) -> None:
    assert code_of(name, folder) == "evidence-outside"


@pytest.mark.parametrize("typed", ["{folder}/mail.eml", "evidence\\mail.eml", "mail.eml\n", "a\tb"])
def test_a_path_that_does_not_begin_at_the_case_folder_is_refused(typed: str, folder: Path) -> None:
    (folder / "mail.eml").write_text("x", encoding="utf-8")

    assert code_of(typed.format(folder=folder), folder) == "evidence-path"


def test_a_roundabout_path_inside_the_case_folder_is_kept_in_its_short_form(folder: Path) -> None:
    (folder / "evidence").mkdir(exist_ok=True)
    (folder / "mail.eml").write_text("x", encoding="utf-8")
    found, problems = examine([Evidence.model_validate({"file": "evidence/../mail.eml"})], folder)

    assert ([each.file for each in found], problems) == (["mail.eml"], ())


def test_a_link_to_a_file_outside_leads_out_of_the_case_folder(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")

    assert code_of("link.txt", folder) == "evidence-outside"


def test_a_link_to_a_folder_outside_leads_out_of_the_case_folder(folder: Path) -> None:
    (folder / "up").symlink_to(folder.parent, target_is_directory=True)

    assert code_of("up/secret.txt", folder) == "evidence-outside"


def test_a_folder_of_a_longer_name_is_outside_too(folder: Path) -> None:
    beside = folder.with_name("case-2")
    beside.mkdir()
    (beside / "note.txt").write_bytes(NOTE)

    assert code_of("../case-2/note.txt", folder) == "evidence-outside"


def test_a_link_within_the_case_folder_is_followed(folder: Path) -> None:
    (folder / "link.txt").symlink_to("evidence/note.txt")
    found, problems = examine(offered("link.txt"), folder)

    assert ([item.size for item in found], problems) == ([len(NOTE)], ())


def test_the_case_folder_itself_may_be_a_link(folder: Path) -> None:
    link = folder.with_name("link-to-case")
    link.symlink_to(folder, target_is_directory=True)
    found, problems = examine(offered("evidence/note.txt"), link)

    assert ([item.file for item in found], problems) == (["evidence/note.txt"], ())


def test_a_path_may_go_up_and_come_back(folder: Path) -> None:
    found, problems = examine(offered("evidence/../evidence/note.txt"), folder)

    assert ([item.kind for item in found], problems) == (["text"], ())


def test_links_in_a_circle_are_refused_and_do_no_harm(folder: Path) -> None:
    (folder / "a.txt").symlink_to("b.txt")
    (folder / "b.txt").symlink_to("a.txt")

    # Python 3.13 and later follow no circle, and then there is no file.
    assert code_of("a.txt", folder) in {"evidence-unreadable", "evidence-missing"}


def test_a_broken_link_is_missing(folder: Path) -> None:
    (folder / "link.txt").symlink_to("evidence/gone.txt")

    assert code_of("link.txt", folder) == "evidence-missing"


def test_a_name_too_long_for_any_file_is_refused_and_does_no_harm(folder: Path) -> None:
    # Whether such a name is missing or a failure differs between versions of Python.
    assert code_of("x" * 300, folder) in {"evidence-unreadable", "evidence-missing"}


def test_an_empty_file_is_told(folder: Path) -> None:
    (folder / "empty.pdf").touch()

    assert code_of("empty.pdf", folder) == "evidence-empty"


@pytest.mark.parametrize(
    "error", [PermissionError("secret.txt"), OSError(5, "I/O error"), ValueError("null")]
)
def test_a_file_that_cannot_be_read_is_told(
    error: Exception, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:  # noqa: ANN401 - stands for Path.open
        raise error

    monkeypatch.setattr(Path, "open", refuse)

    assert code_of("evidence/note.txt", folder) == "evidence-unreadable"


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn & Söhne <1>.txt",
        "\U0001f622.txt",
        "\u202bשלום\u202c.txt",
        "a b  c.txt",
        "%2e%2e.txt",
        "..txt",
        "x" * 200,
    ],
)
def test_a_file_may_have_any_name(name: str, folder: Path) -> None:
    (folder / name).write_bytes(NOTE)
    found, problems = examine(offered(name), folder)

    assert ([(item.file, item.size) for item in found], problems) == ([(name, len(NOTE))], ())


@pytest.mark.parametrize("is_upper", [False, True])
def test_a_file_with_the_digest_that_was_recorded_is_accepted(is_upper: bool, folder: Path) -> None:  # noqa: FBT001 - a column of the table
    digest = hashlib.sha256(NOTE).hexdigest()
    recorded = digest.upper() if is_upper else digest
    found, problems = examine(offered("evidence/note.txt", sha256=recorded), folder)

    assert ([item.sha256 for item in found], problems) == ([digest], ())


@pytest.mark.parametrize(
    "recorded", ["0" * 64, hashlib.sha256(NOTE).hexdigest()[:-1], "no digest", "\U0001f622"]
)
def test_a_file_that_changed_since_it_was_recorded_is_refused(recorded: str, folder: Path) -> None:
    assert code_of("evidence/note.txt", folder, sha256=recorded) == "evidence-changed"


@pytest.mark.parametrize("more", [-1, 0, 1, READ_AT_ONCE])
def test_a_big_file_is_read_block_by_block(more: int, folder: Path) -> None:
    content = b"%PDF-" + bytes(READ_AT_ONCE + more - 5)
    (folder / "big.pdf").write_bytes(content)
    found, problems = examine(offered("big.pdf"), folder)

    assert problems == ()
    assert found == (
        Examined(
            "evidence[1]",
            "big.pdf",
            "PDF",
            len(content),
            hashlib.sha256(content).hexdigest(),
            folder / "big.pdf",
        ),
    )


def test_a_problem_names_no_file(folder: Path) -> None:
    _, problems = examine(offered("../Dana Reyes.pdf", "Dana Reyes.pdf"), folder)

    assert not any("Dana" in problem.what + problem.fix + problem.path for problem in problems)


def test_the_samples_evidence_is_of_the_kinds_it_should_be() -> None:
    names = sorted(path.name for path in (SAMPLE / "evidence").iterdir())
    found, problems = examine(offered(*(f"evidence/{name}" for name in names)), SAMPLE)

    assert problems == ()
    assert {Path(item.file).name: item.kind for item in found} == SAMPLE_KINDS


def test_evidence_from_outside_the_case_folder_is_taken_if_the_user_says_so(folder: Path) -> None:
    item = Evidence.model_validate({"file": "../secret.txt"})
    found, problems = examine([item], folder, outside_allowed=True)

    assert problems == ()
    assert [(each.file, each.on_disk) for each in found] == [
        ("outside/evidence[1]", (folder.parent / "secret.txt").resolve())
    ]


def with_pages(*files: tuple[str, str | None]) -> tuple[Evidence, ...]:
    return tuple(Evidence.model_validate({"file": file, "pages": pages}) for file, pages in files)


def test_a_file_under_two_ids_is_told_at_the_second(folder: Path) -> None:
    found, problems = examine(offered("evidence/note.txt", "evidence/../evidence/note.txt"), folder)

    assert problems == (
        Problem(
            code="evidence-twice",
            what="This file is already evidence under another id.",
            fix="Keep one of the two, or give each its own `pages`.",
            path="evidence[2].file",
        ),
    )
    assert [item.path for item in found] == ["evidence[1]", "evidence[2]"]


def test_a_link_to_a_file_is_the_same_file(folder: Path) -> None:
    (folder / "link.txt").symlink_to("evidence/note.txt")
    _, problems = examine(offered("link.txt", "evidence/note.txt"), folder)

    assert [(problem.code, problem.path) for problem in problems] == [("evidence-twice", "evidence[2].file")]


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        (["1-2", "3"], []),
        (["1-2", "3", "4-5"], []),
        (["1-2", "1 - 2"], ["evidence[2].file"]),
        (["1-2", "3", "1-2"], ["evidence[3].file"]),
        ([None, "3"], ["evidence[2].file"]),
        (["3", None], ["evidence[2].file"]),
        ([None, None, None], ["evidence[2].file", "evidence[3].file"]),
    ],
)
def test_two_parts_of_a_file_may_be_two_exhibits(
    ranges: list[str | None], expected: list[str], folder: Path
) -> None:
    _, problems = examine(with_pages(*(("evidence/note.txt", pages) for pages in ranges)), folder)

    assert [problem.path for problem in problems if problem.code == "evidence-twice"] == expected


def test_two_files_that_hold_the_same_are_two(folder: Path) -> None:
    (folder / "copy.txt").write_bytes(NOTE)
    _, problems = examine(offered("copy.txt", "evidence/note.txt"), folder)

    assert problems == ()


@pytest.mark.parametrize("change", ["longer", "touched", "another"])
def test_a_file_that_changes_while_it_is_read_is_refused(
    change: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = folder / "evidence/note.txt"
    look = os.fstat

    def changed(opened: int) -> os.stat_result:
        found = look(opened)
        if change == "longer":
            file.write_bytes(NOTE * 2)
        elif change == "touched":
            os.utime(file, ns=(1, 1))
        else:
            beside = folder / "new"
            beside.write_bytes(NOTE)
            os.utime(beside, ns=(found.st_atime_ns, found.st_mtime_ns))
            beside.replace(file)
        return found

    monkeypatch.setattr(os, "fstat", changed)

    assert code_of("evidence/note.txt", folder) == "evidence-changing"
