"""The work folder: for its owner's eyes, cleared at the end, and never anything of somebody's."""

import errno
import os
import shutil
import stat
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from formgen.errors import OutputError, Severity
from formgen.packet.work_folder import scratch_folder, work_folder


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "papers"


@pytest.fixture
def work(target: Path) -> Path:
    return target.with_name(".papers.work")


@pytest.fixture
def kept(target: Path, work: Path) -> Path:
    with work_folder(target, keep=True) as folder:
        (folder.cache / "abc.pdf").write_bytes(b"prepared")
        (folder.out / "packet.pdf").write_bytes(b"finished")
    return work


def names_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def refused(target: Path) -> list[tuple[str, str]]:
    with pytest.raises(OutputError) as caught, work_folder(target):
        pytest.fail("nothing stopped the run")
    return [(problem.code, problem.path) for problem in caught.value.problems]


def test_the_folder_is_beside_the_papers_and_its_owners_only(target: Path, work: Path) -> None:
    before = os.umask(0)
    try:
        with work_folder(target) as folder:
            assert (folder.path, folder.was_there, folder.warnings) == (work, False, [])
            assert (folder.cache, folder.out) == (work / "cache", work / "out")
            modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in [work, *work.iterdir()]}
    finally:
        os.umask(before)
    assert modes == {".papers.work": 0o700, "cache": 0o700, "out": 0o700, "made-by-formgen": 0o600}


def test_nothing_of_it_is_left_after_the_run(target: Path) -> None:
    with work_folder(target) as folder:
        (folder.cache / "abc.pdf").write_bytes(b"prepared")
        (folder.out / "parts").mkdir()
        (folder.out / "parts" / "packet.pdf").write_bytes(b"finished")
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_nothing_of_it_is_left_after_a_run_that_failed(target: Path, error: type[BaseException]) -> None:
    def fail() -> None:
        with work_folder(target) as folder:
            (folder.out / "packet.pdf").write_bytes(b"finished")
            raise error

    with pytest.raises(error):
        fail()
    assert list(target.parent.iterdir()) == []


def test_a_folder_that_is_kept_holds_what_was_prepared_and_nothing_that_was_finished(kept: Path) -> None:
    assert names_in(kept) == ["cache", "cache/abc.pdf", "kept", "made-by-formgen"]


def test_a_folder_that_was_kept_is_used_and_stays(target: Path, kept: Path) -> None:
    kept.chmod(0o755)
    with work_folder(target) as folder:
        assert folder.was_there
        assert (folder.cache / "abc.pdf").read_bytes() == b"prepared"
        assert stat.S_IMODE(kept.stat().st_mode) == 0o700
        (folder.cache / "def.pdf").write_bytes(b"prepared too")
        (folder.out / "packet.pdf").write_bytes(b"finished")
    assert names_in(kept) == ["cache", "cache/abc.pdf", "cache/def.pdf", "kept", "made-by-formgen"]


def test_what_a_cut_run_finished_in_a_kept_folder_is_not_found_by_the_next(target: Path, kept: Path) -> None:
    (kept / "out").mkdir()
    (kept / "out" / "packet.pdf").write_bytes(b"half of it")
    with work_folder(target) as folder:
        assert list(folder.out.iterdir()) == []


def test_what_a_cut_run_left_is_cleared_before_and_after(target: Path, work: Path) -> None:
    for name in ("cache", "out"):
        (work / name).mkdir(parents=True)
        (work / name / "half.pdf").write_bytes(b"half")
    (work / "made-by-formgen").touch()
    with work_folder(target) as folder:
        assert not folder.was_there
        assert names_in(work) == ["cache", "made-by-formgen", "out"]
    assert list(target.parent.iterdir()) == []


def test_a_folder_cut_as_it_was_made_is_taken_over(target: Path, work: Path) -> None:
    work.mkdir()
    with work_folder(target) as folder:
        assert not folder.was_there
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize(
    "kind",
    [
        "a file",
        "a link to a folder",
        "a dangling link",
        "a folder with the same names",
        "a kept folder with a file of somebody's",
        "a kept folder with a folder of somebody's",
        "a cache that is a link",
        "a mark that is a link",
        "a mark that is a folder",
    ],
)
def test_what_formgen_did_not_make_is_named_and_left_alone(
    target: Path, work: Path, kept: Path, kind: str
) -> None:
    mine = target.with_name("mine")
    mine.mkdir()
    (mine / "photo.png").write_bytes(b"photo")
    match kind:
        case "a file" | "a link to a folder" | "a dangling link":
            shutil.rmtree(kept)
            if kind == "a file":
                work.write_bytes(b"mine")
            else:
                work.symlink_to(mine if kind == "a link to a folder" else mine / "nowhere")
        case "a folder with the same names":
            (kept / "made-by-formgen").unlink()
        case "a kept folder with a file of somebody's":
            (kept / "notes.txt").write_bytes(b"mine")
        case "a kept folder with a folder of somebody's":
            (kept / "scans").mkdir()
        case "a cache that is a link":
            shutil.rmtree(kept / "cache")
            (kept / "cache").symlink_to(mine)
        case "a mark that is a link":
            (kept / "kept").unlink()
            (kept / "kept").symlink_to(mine / "photo.png")
        case _:
            (kept / "kept").unlink()
            (kept / "kept").mkdir()
    before = names_in(target.parent)
    assert refused(target) == [("name-taken", ".papers.work")]
    assert names_in(target.parent) == before
    assert (mine / "photo.png").read_bytes() == b"photo"


@pytest.mark.usefixtures("kept")
def test_a_folder_of_another_user_is_not_trusted(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nobody = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: nobody)
    assert refused(target) == [("name-taken", ".papers.work")]


def test_links_in_it_are_removed_and_not_followed(target: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "photo.png").write_bytes(b"photo")
    for keep in (True, False):
        with work_folder(target, keep=keep) as folder:
            (folder.out / "folder").symlink_to(mine)
            (folder.out / "file").symlink_to(mine / "photo.png")
            folder.out.chmod(0o500)
    assert names_in(mine) == ["photo.png"]


def test_a_finished_file_folder_made_a_link_costs_nobody_anything(target: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "photo.png").write_bytes(b"photo")
    with work_folder(target, keep=True) as folder:
        folder.out.rmdir()
        folder.out.symlink_to(mine)
    assert names_in(mine) == ["photo.png"]
    assert [(problem.code, problem.severity, problem.path) for problem in folder.warnings] == [
        ("work-not-cleared", Severity.WARNING, ".papers.work")
    ]


def test_a_folder_that_cannot_be_made_stops_the_run(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(errno.EACCES, "read only")

    monkeypatch.setattr(os, "mkdir", refuse)
    assert refused(target) == [("no-right-to-write", ".papers.work")]
    assert list(target.parent.iterdir()) == []


def test_a_folder_that_cannot_be_cleared_is_told_and_stops_nothing(
    target: Path, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(errno.EACCES, "open in another program")

    with work_folder(target) as folder:
        monkeypatch.setattr(os, "rmdir", refuse)
    monkeypatch.undo()
    assert [problem.code for problem in folder.warnings] == ["work-not-cleared"]
    with work_folder(target):
        pass
    assert not work.exists()


def test_a_run_cut_at_any_step_leaves_a_folder_that_the_next_one_clears(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = {name: getattr(os, name) for name in ("open", "mkdir", "unlink", "rmdir")}
    count = at = 0

    def cut(name: str) -> Callable[..., object]:
        def step(*args: object, **kwargs: object) -> object:
            nonlocal count
            count += 1
            if count >= at:
                raise OSError(errno.EIO, "cut")
            return real[name](*args, **kwargs)

        return step

    while count >= at:
        at, count = at + 1, 0
        with monkeypatch.context() as patch:
            for name in real:
                patch.setattr(os, name, cut(name))
            with suppress(OutputError), work_folder(target) as folder:
                (folder.cache / "abc.pdf").write_bytes(b"prepared")
        with work_folder(target) as folder:
            assert not folder.was_there
        assert list(target.parent.iterdir()) == []
    assert at > 10


def test_a_second_run_cannot_have_it_at_the_same_time(target: Path) -> None:
    with work_folder(target) as folder:
        (folder.out / "packet.pdf").write_bytes(b"finished")
        assert refused(target) == [("output-in-use", "papers.work")]
        assert (folder.out / "packet.pdf").read_bytes() == b"finished"


def test_papers_whose_parent_is_not_there_have_no_work_folder(tmp_path: Path) -> None:
    assert refused(tmp_path / "no" / "papers") == [("output-folder-missing", "no")]


def test_papers_behind_a_link_have_their_work_folder_on_the_same_disk(target: Path, tmp_path: Path) -> None:
    real = tmp_path / "disk" / "real"
    real.mkdir(parents=True)
    target.symlink_to(real)
    with work_folder(target) as folder:
        assert folder.path == real.with_name(".real.work")


def test_a_scratch_folder_is_private_and_gone_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with scratch_folder() as folder:
        assert folder.path.parent == tmp_path
        assert folder.path.name.startswith("formgen-")
        assert {stat.S_IMODE(path.stat().st_mode) for path in (folder.path, folder.cache, folder.out)} == {
            0o700
        }
        (folder.cache / "abc.pdf").write_bytes(b"prepared")
    assert list(tmp_path.iterdir()) == []


def test_without_room_for_temporary_files_there_is_no_scratch_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(os, "mkdir", refuse)
    with pytest.raises(OutputError) as caught, scratch_folder():
        pytest.fail("nothing stopped the run")
    assert [problem.code for problem in caught.value.problems] == ["no-room"]
