"""One run at a time, whatever became of the run before."""

import fcntl
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from formgen.errors import ExitCode, OutputError
from formgen.packet.lock import only_run


@contextmanager
def another_run(target: Path) -> Iterator[int]:
    """Have another process hold *target* until the block ends; yields its id."""
    ready, tell_ready = os.pipe()
    wait, go_on = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            with only_run(target):
                os.write(tell_ready, b"1")
                os.close(go_on)
                os.read(wait, 1)
        finally:
            os._exit(0)
    os.close(tell_ready)
    os.close(wait)
    assert os.read(ready, 1) == b"1"
    os.close(ready)
    try:
        yield child
    finally:
        os.close(go_on)
        os.waitpid(child, 0)


def assert_free(target: Path) -> None:
    with only_run(target):
        assert (target.parent / ".papers.lock").exists()
    assert list(target.parent.iterdir()) == []


def test_a_second_run_into_the_same_folder_is_stopped_at_once(tmp_path: Path) -> None:
    target = tmp_path / "papers"
    with another_run(target), pytest.raises(OutputError) as caught, only_run(target):
        pytest.fail("two runs at once")
    assert caught.value.exit_code == ExitCode.OUTPUT
    [problem] = caught.value.problems
    assert (problem.code, problem.path) == ("output-in-use", "papers")
    assert problem.fix == "Close the other run, or wait until it is done; then run the command again."
    assert_free(target)


def test_a_run_that_is_killed_leaves_the_folder_free(tmp_path: Path) -> None:
    target = tmp_path / "papers"
    with another_run(target) as run:
        os.kill(run, signal.SIGKILL)
        os.waitid(os.P_PID, run, os.WEXITED | os.WNOWAIT)
        assert (tmp_path / ".papers.lock").exists()
        assert_free(target)


def test_two_folders_side_by_side_do_not_wait_for_each_other(tmp_path: Path) -> None:
    with only_run(tmp_path / "papers"), only_run(tmp_path / "others"):
        assert {path.name for path in tmp_path.iterdir()} == {".papers.lock", ".others.lock"}


def test_the_lock_is_let_go_when_the_run_fails(tmp_path: Path) -> None:
    target = tmp_path / "papers"
    with pytest.raises(KeyboardInterrupt), only_run(target):
        raise KeyboardInterrupt
    assert_free(target)


def test_the_lock_file_is_its_owners_only(tmp_path: Path) -> None:
    with only_run(tmp_path / "papers"):
        assert (tmp_path / ".papers.lock").stat().st_mode & 0o777 == 0o600


def test_a_lock_file_removed_between_opening_and_locking_it_keeps_nobody_out_and_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / ".papers.lock"
    real = fcntl.flock
    tries = []

    def other_run_ends_meanwhile(descriptor: int, operation: int) -> None:
        real(descriptor, operation)
        tries.append(os.fstat(descriptor).st_ino)
        if len(tries) == 1:
            path.unlink()
        if len(tries) == 2:
            path.rename(tmp_path / "kept so that its number is not used again")
            path.touch()

    monkeypatch.setattr(fcntl, "flock", other_run_ends_meanwhile)
    with only_run(tmp_path / "papers"):
        assert len(tries) == 3
        assert path.stat().st_ino == tries[2]


def test_a_lock_file_that_is_never_the_one_opened_stops_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / ".papers.lock"
    real = fcntl.flock

    def remove(descriptor: int, operation: int) -> None:
        real(descriptor, operation)
        path.unlink()

    monkeypatch.setattr(fcntl, "flock", remove)
    with pytest.raises(OutputError) as caught, only_run(tmp_path / "papers"):
        pytest.fail("not locked")
    assert [problem.code for problem in caught.value.problems] == ["output-in-use"]


def test_a_file_of_somebodys_with_the_name_of_the_lock_is_named_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".papers.lock").write_bytes(b"mine")
    with pytest.raises(OutputError) as caught, only_run(tmp_path / "papers"):
        pytest.fail("taken")
    assert [(problem.code, problem.path) for problem in caught.value.problems] == [
        ("name-taken", ".papers.lock")
    ]
    assert (tmp_path / ".papers.lock").read_bytes() == b"mine"


def test_a_pipe_with_the_name_of_the_lock_is_left_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / ".papers.lock")
    with pytest.raises(OutputError) as caught, only_run(tmp_path / "papers"):
        pytest.fail("taken")
    assert [problem.code for problem in caught.value.problems] == ["name-taken"]
    assert (tmp_path / ".papers.lock").exists()


def test_a_link_with_the_name_of_the_lock_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / ".papers.lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError) as caught, only_run(tmp_path / "papers"):
        pytest.fail("taken")
    assert [problem.code for problem in caught.value.problems] == ["cannot-write"]
    assert not (tmp_path / "elsewhere").exists()
