"""Files moved and copied without being held in memory: what is counted, and what is refused."""

import errno
import os
import stat
from pathlib import Path

import pytest

from formgen.errors import OutputError
from formgen.packet import large_files
from formgen.packet.large_files import copy_file, take_file, write_file
from formgen.packet.manifest import FileDigest

DATA = bytes(range(256)) * 40


@pytest.fixture
def finished(tmp_path: Path) -> Path:
    path = tmp_path / "finished.pdf"
    path.write_bytes(DATA)
    path.chmod(0o644)
    return path


@pytest.fixture
def other_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_source: Path, _target: Path) -> None:
        raise OSError(errno.EXDEV, "another disk")

    monkeypatch.setattr(os, "rename", refuse)


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "letter").write_bytes(b"somebody's")
    with pytest.raises(FileExistsError):
        write_file(tmp_path / "letter", b"ours")
    assert (tmp_path / "letter").read_bytes() == b"somebody's"


def test_a_finished_file_is_renamed_and_made_private(tmp_path: Path, finished: Path) -> None:
    number = finished.stat().st_ino
    assert take_file(finished, tmp_path / "a.pdf", "efile/a.pdf") == FileDigest.of("efile/a.pdf", DATA)
    assert (tmp_path / "a.pdf").stat().st_ino == number
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o600
    assert not finished.exists()


@pytest.mark.usefixtures("other_disk")
def test_a_finished_file_on_another_disk_is_copied_a_block_at_a_time(
    tmp_path: Path, finished: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large_files, "READ_AT_ONCE", 1000)
    assert take_file(finished, tmp_path / "a.pdf", "a.pdf") == FileDigest.of("a.pdf", DATA)
    assert (tmp_path / "a.pdf").read_bytes() == DATA
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o600


def test_a_finished_file_may_be_empty(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert take_file(tmp_path / "empty", tmp_path / "a.csv", "a.csv") == FileDigest.of("a.csv", b"")


def test_a_file_put_in_the_place_of_a_finished_one_while_it_is_counted_is_refused(
    tmp_path: Path, finished: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = os.rename

    def put_another_and_rename(source: Path, target: Path) -> None:
        (tmp_path / "another").write_bytes(b"another")
        rename(tmp_path / "another", source)
        rename(source, target)

    monkeypatch.setattr(os, "rename", put_another_and_rename)
    with pytest.raises(OutputError) as caught:
        take_file(finished, tmp_path / "a.pdf", "a.pdf")
    assert [problem.code for problem in caught.value.problems] == ["work-file-replaced"]


@pytest.mark.usefixtures("other_disk")
def test_a_finished_file_that_changes_before_it_is_copied_is_refused(
    tmp_path: Path, finished: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = large_files.copy_file

    def change_and_copy(source: Path, target: Path, name: str) -> FileDigest:
        source.write_bytes(b"another")
        return real(source, target, name)

    monkeypatch.setattr(large_files, "copy_file", change_and_copy)
    with pytest.raises(OutputError):
        take_file(finished, tmp_path / "a.pdf", "a.pdf")


def test_a_system_that_refuses_a_rename_is_heard(
    tmp_path: Path, finished: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_source: Path, _target: Path) -> None:
        raise OSError(errno.EIO, "refused")

    monkeypatch.setattr(os, "rename", refuse)
    with pytest.raises(OSError, match="refused"):
        take_file(finished, tmp_path / "a.pdf", "a.pdf")
    assert finished.read_bytes() == DATA


def test_a_system_that_refuses_to_open_a_finished_file_is_heard(
    tmp_path: Path, finished: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> int:
        raise PermissionError(errno.EACCES, "not yours")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(PermissionError):
        take_file(finished, tmp_path / "a.pdf", "a.pdf")


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_what_is_no_plain_file_is_not_copied(tmp_path: Path, finished: Path, kind: str) -> None:
    source = tmp_path / "source"
    match kind:
        case "link":
            source.symlink_to(finished)
        case "pipe":
            os.mkfifo(source)
        case _:
            source.mkdir()
    with pytest.raises(OSError, match=r"."):
        copy_file(source, tmp_path / "a.pdf", "a.pdf")
    assert not (tmp_path / "a.pdf").exists()
