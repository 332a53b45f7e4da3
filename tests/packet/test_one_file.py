"""One finished PDF and its sheet put where they were asked for."""

import os
import stat
from collections.abc import Callable
from errno import EACCES, ENOSPC
from pathlib import Path

import pytest

from formgen.errors import OutputError
from formgen.packet import one_file
from formgen.packet.one_file import put_files, refuse_taken

PDF, SHEET = b"%PDF-1.7 new", b"label,description\r\n"


def targets(folder: Path) -> dict[str, Path]:
    return {"packet": folder / "packet.pdf", "sheet": folder / "packet.csv"}


def sources(tmp_path: Path) -> dict[str, bytes | Path]:
    """Return what is to be put: the PDF as a file of the work folder, the sheet as bytes."""
    made = tmp_path / "work" / "made.pdf"
    made.parent.mkdir(exist_ok=True)
    made.write_bytes(PDF)
    return {"packet": made, "sheet": SHEET}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    return made


def held(folder: Path) -> dict[str, bytes]:
    """Return what is in *folder*, whatever it is called."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def refused(act: Callable[[], object]) -> list[tuple[str, str]]:
    with pytest.raises(OutputError) as error:
        act()
    return [(problem.code, problem.path) for problem in error.value.problems]


def test_both_files_are_put_where_nothing_is(tmp_path: Path, folder: Path) -> None:
    refuse_taken(targets(folder), replace=False)

    assert put_files(sources(tmp_path), targets(folder)) == ()
    assert held(folder) == {"packet.csv": SHEET, "packet.pdf": PDF}


def test_what_is_written_is_its_owners_alone(tmp_path: Path, folder: Path) -> None:
    before = os.umask(0)
    try:
        put_files(sources(tmp_path), targets(folder))
    finally:
        os.umask(before)

    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


@pytest.mark.parametrize("name", ["packet.pdf", "packet.csv"])
def test_a_name_that_is_taken_is_refused_before_any_work(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"old")

    assert refused(lambda: refuse_taken(targets(folder), replace=False)) == [("output-exists", name)]
    refuse_taken(targets(folder), replace=True)
    assert held(folder) == {name: b"old"}


def test_a_folder_that_is_not_there_is_told_by_its_name(folder: Path) -> None:
    wanted = targets(folder / "nowhere")

    assert refused(lambda: refuse_taken(wanted, replace=True)) == [("output-folder-missing", "nowhere")]


def test_a_folder_that_is_a_file_is_no_folder(folder: Path) -> None:
    (folder / "notes.txt").write_bytes(b"")
    wanted = targets(folder / "notes.txt")

    assert refused(lambda: refuse_taken(wanted, replace=True)) == [("output-folder-missing", "notes.txt")]


def test_a_name_without_a_folder_means_the_present_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    refuse_taken({"packet": Path("packet.pdf")}, replace=False)

    assert put_files({"packet": PDF}, {"packet": Path("packet.pdf")}) == ()
    assert held(folder) == {"packet.pdf": PDF}


@pytest.mark.parametrize("replace", [True, False])
def test_a_folder_of_that_name_is_never_set_aside(folder: Path, *, replace: bool) -> None:
    (folder / "packet.csv").mkdir()

    assert refused(lambda: refuse_taken(targets(folder), replace=replace)) == [
        ("output-is-a-folder", "packet.csv")
    ]


@pytest.mark.parametrize("replace", [True, False])
def test_two_files_are_never_put_under_one_name(folder: Path, *, replace: bool) -> None:
    """`-o exhibits.csv` once asked for a PDF and its sheet under one name, and left half of it."""
    both = {"packet": folder / "exhibits.csv", "sheet": folder / "exhibits.csv"}

    assert refused(lambda: refuse_taken(both, replace=replace)) == [("output-exists", "exhibits.csv")]


def test_a_name_that_could_steer_a_terminal_is_not_shown(folder: Path) -> None:
    name = "a\u202eb\x1b.pdf"
    (folder / name).write_bytes(b"old")

    assert refused(lambda: refuse_taken({"packet": folder / name}, replace=False)) == [
        ("output-exists", "a?b?.pdf")
    ]


def test_what_is_there_is_set_aside_under_a_name_that_is_told(tmp_path: Path, folder: Path) -> None:
    (folder / "packet.pdf").write_bytes(b"old")
    (folder / "packet.csv").write_bytes(b"old sheet")
    (folder / "packet.aside-1.pdf").write_bytes(b"older")

    assert put_files(sources(tmp_path), targets(folder)) == ("packet.aside-2.pdf", "packet.aside-1.csv")
    assert held(folder) == {
        "packet.aside-1.csv": b"old sheet",
        "packet.aside-1.pdf": b"older",
        "packet.aside-2.pdf": b"old",
        "packet.csv": SHEET,
        "packet.pdf": PDF,
    }


def test_a_file_that_appeared_meanwhile_is_set_aside_and_not_written_over(
    tmp_path: Path, folder: Path
) -> None:
    refuse_taken(targets(folder), replace=False)
    (folder / "packet.pdf").write_bytes(b"somebody's")

    assert put_files(sources(tmp_path), targets(folder)) == ("packet.aside-1.pdf",)
    assert held(folder)["packet.aside-1.pdf"] == b"somebody's"


@pytest.mark.parametrize("is_there", [True, False])
def test_a_link_is_set_aside_itself_and_what_it_leads_to_is_not_written_over(
    tmp_path: Path, folder: Path, *, is_there: bool
) -> None:
    elsewhere = tmp_path / "elsewhere.pdf"
    if is_there:
        elsewhere.write_bytes(b"elsewhere")
    (folder / "packet.pdf").symlink_to(elsewhere)

    assert refused(lambda: refuse_taken(targets(folder), replace=False)) == [("output-exists", "packet.pdf")]
    refuse_taken(targets(folder), replace=True)
    assert put_files(sources(tmp_path), targets(folder)) == ("packet.aside-1.pdf",)

    assert (folder / "packet.aside-1.pdf").readlink() == elsewhere
    assert (folder / "packet.pdf").is_symlink() is False
    assert (folder / "packet.pdf").read_bytes() == PDF
    assert (elsewhere.read_bytes() if is_there else elsewhere.exists()) == (
        b"elsewhere" if is_there else False
    )


def test_a_link_to_a_folder_is_a_folder(tmp_path: Path, folder: Path) -> None:
    (folder / "packet.pdf").symlink_to(tmp_path, target_is_directory=True)

    assert refused(lambda: refuse_taken(targets(folder), replace=True)) == [
        ("output-is-a-folder", "packet.pdf")
    ]


def test_what_an_earlier_run_left_half_written_is_in_nobodys_way(tmp_path: Path, folder: Path) -> None:
    (folder / ".packet.pdf.part").write_bytes(b"half")

    assert put_files(sources(tmp_path), targets(folder)) == ()
    assert held(folder) == {"packet.csv": SHEET, "packet.pdf": PDF}


def old_files(folder: Path) -> dict[str, bytes]:
    """Put an earlier packet into *folder* and return what it holds."""
    (folder / "packet.pdf").write_bytes(b"old")
    (folder / "packet.csv").write_bytes(b"old sheet")
    return held(folder)


def test_a_full_disk_leaves_everything_as_it_was(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(path: Path, data: bytes) -> None:
        path.write_bytes(data[:3])
        raise OSError(ENOSPC, "no space left")

    before = old_files(folder)
    made = sources(tmp_path)
    monkeypatch.setattr(one_file, "write_file", fails)

    assert refused(lambda: put_files(made, targets(folder))) == [("no-room", "out")]
    assert held(folder) == before


@pytest.mark.parametrize("refused_at", [1, 2, 3, 4])
def test_a_refused_rename_leaves_everything_as_it_was(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, refused_at: int
) -> None:
    before = old_files(folder)
    made = sources(tmp_path)
    rename, count = Path.rename, 0

    def sometimes(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count == refused_at:
            raise OSError(EACCES, "in use")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", sometimes)

    assert refused(lambda: put_files(made, targets(folder))) == [("no-right-to-write", "out")]
    assert held(folder) == before


def test_a_run_that_is_stopped_in_the_middle_leaves_everything_as_it_was(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    before = old_files(folder)
    made = sources(tmp_path)
    monkeypatch.setattr(one_file, "write_file", stopped)

    with pytest.raises(KeyboardInterrupt):
        put_files(made, targets(folder))
    assert held(folder) == before


def test_a_finished_file_that_was_exchanged_for_a_link_is_not_followed(tmp_path: Path, folder: Path) -> None:
    made = tmp_path / "made.pdf"
    made.symlink_to(tmp_path / "secret")
    (tmp_path / "secret").write_bytes(b"secret")

    assert refused(lambda: put_files({"packet": made, "sheet": SHEET}, targets(folder))) == [
        ("work-file-replaced", "")
    ]
    assert held(folder) == {}


def test_a_folder_in_the_way_of_what_is_written_is_told_and_left(tmp_path: Path, folder: Path) -> None:
    """Once the clearing up after it failed too, and the run ended as a bug."""
    in_the_way = folder / ".packet.csv.part"
    in_the_way.mkdir()
    (in_the_way / "kept.txt").write_bytes(b"kept")

    (problem,) = refused(lambda: put_files(sources(tmp_path), targets(folder)))
    assert problem[1] == "out"
    assert held(folder) == {}
    assert held(in_the_way) == {"kept.txt": b"kept"}
