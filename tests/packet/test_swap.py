"""Swaps mended from what is found in the private folder."""

import errno
import os
import stat
from pathlib import Path

import pytest

from formgen.errors import OutputError
from formgen.packet.manifest import FileDigest
from formgen.packet.swap import mend, swap
from formgen.packet.workspace import Workspace

OLD = {"exhibits/cover-a.pdf": b"cover 1", "notice-letter.docx": b"letter 1"}
NEW = {"notice-letter.docx": b"letter 2"}


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    """Return the places of a run, with an old set in its folder and a new one written beside it."""
    space = Workspace(tmp_path / "papers")
    for name, data in OLD.items():
        (space.target / name).parent.mkdir(parents=True, exist_ok=True)
        (space.target / name).write_bytes(data)
    space.write(NEW)
    space.complete(b"manifest 2", [FileDigest.of(name, data) for name, data in OLD.items()])
    return space


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def beside(space: Workspace) -> list[str]:
    return sorted(path.name for path in space.target.parent.iterdir() if path != space.target)


def test_without_a_private_folder_there_is_nothing_to_mend(tmp_path: Path) -> None:
    assert mend(Workspace(tmp_path / "papers")) == []
    assert list(tmp_path.iterdir()) == []


def test_a_run_cut_while_it_wrote_is_cleared(space: Workspace) -> None:
    assert mend(space) == []
    assert snapshot(space.target) == OLD
    assert beside(space) == []


def test_a_swap_cut_between_its_renames_is_undone(space: Workspace) -> None:
    space.target.rename(space.old)
    assert mend(space) == []
    assert snapshot(space.target) == OLD
    assert beside(space) == []


def test_a_swap_that_came_to_its_end_is_cleared(space: Workspace) -> None:
    swap(space)
    assert mend(space) == []
    assert snapshot(space.target) == {**NEW, "manifest.json": b"manifest 2"}
    assert beside(space) == []


def test_a_folder_made_anew_after_a_cut_swap_does_not_cost_the_old_set(space: Workspace) -> None:
    space.target.rename(space.old)
    space.target.mkdir()
    [aside] = mend(space)
    assert aside.folder == space.target.with_name("papers.aside-1")
    assert snapshot(aside.folder) == OLD
    assert beside(space) == ["papers.aside-1"]


@pytest.mark.parametrize("damage", [b"[", b"[{}]", b'[{"path": "../x", "sha256": "", "size": 0}]'])
def test_without_a_list_of_what_may_go_everything_is_moved_aside(space: Workspace, damage: bytes) -> None:
    swap(space)
    space.spent_list.write_bytes(damage)
    [aside] = mend(space)
    assert snapshot(aside.folder) == OLD
    assert aside.names == ("exhibits/cover-a.pdf", "notice-letter.docx")


def test_a_link_found_while_clearing_is_moved_aside_and_not_followed(space: Workspace) -> None:
    swap(space)
    elsewhere = space.target.with_name("elsewhere")
    (space.old / "exhibits").rename(elsewhere)
    (space.old / "exhibits").symlink_to(elsewhere)
    [aside] = mend(space)
    assert aside.names == ("exhibits",)
    assert snapshot(elsewhere) == {"cover-a.pdf": b"cover 1"}


def test_a_link_to_an_empty_folder_is_moved_aside_too(space: Workspace) -> None:
    swap(space)
    elsewhere = space.target.with_name("elsewhere")
    elsewhere.mkdir()
    (space.old / "exhibits" / "cover-a.pdf").unlink()
    (space.old / "exhibits").rmdir()
    (space.old / "exhibits").symlink_to(elsewhere)
    [aside] = mend(space)
    assert aside.names == ("exhibits",)
    assert elsewhere.is_dir()


def test_what_is_moved_aside_is_its_owners_only(space: Workspace) -> None:
    space.target.chmod(0o755)
    (space.target / "signed.pdf").write_bytes(b"a scan")
    swap(space)
    [aside] = mend(space)
    assert stat.S_IMODE(aside.folder.stat().st_mode) == 0o700


def test_a_file_changed_at_the_last_moment_is_moved_aside_and_named(space: Workspace) -> None:
    (space.target / "notice-letter.docx").write_bytes(b"edited")
    swap(space)
    [aside] = mend(space)
    assert snapshot(aside.folder) == {"notice-letter.docx": b"edited"}
    assert [(problem.code, problem.path) for problem in aside.warnings()] == [
        ("moved-aside", "papers.aside-1/notice-letter.docx")
    ]
    assert [problem.code for problem in aside.warnings(["notice-letter.docx"])] == [
        "outdated-paper-set-aside"
    ]


def test_an_empty_folder_of_somebodys_is_moved_aside_too(space: Workspace) -> None:
    (space.target / "scans").mkdir()
    swap(space)
    [aside] = mend(space)
    assert aside.names == ("scans/",)
    assert (aside.folder / "scans").is_dir()


def test_a_folder_of_another_owner_is_moved_aside_all_the_same(
    space: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(errno.EPERM, "not the owner")

    (space.target / "signed.pdf").write_bytes(b"a scan")
    swap(space)
    monkeypatch.setattr(os, "chmod", refuse)
    [aside] = mend(space)
    assert snapshot(aside.folder) == {"signed.pdf": b"a scan"}


@pytest.mark.parametrize("kind", ["file", "link", "folder of something else"])
def test_what_has_the_private_folders_name_is_named_and_left_alone(tmp_path: Path, kind: str) -> None:
    taken = tmp_path / ".papers.part"
    match kind:
        case "file":
            taken.write_bytes(b"mine")
        case "link":
            (tmp_path / "mine").mkdir()
            taken.symlink_to(tmp_path / "mine")
        case _:
            (taken / "mine").mkdir(parents=True)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(OutputError) as caught:
        mend(Workspace(tmp_path / "papers"))
    assert [(problem.code, problem.path) for problem in caught.value.problems] == [
        ("name-taken", ".papers.part")
    ]
    assert sorted(tmp_path.rglob("*")) == before
