"""The private folder: what is written there, how, and for whose eyes."""

import os
import stat
from pathlib import Path

import pytest

from formgen.packet.manifest import FileDigest
from formgen.packet.workspace import Workspace

FILES = {"exhibits/cover-a.pdf": b"cover", "notice-letter.docx": b"letter", "empty.txt": b""}


def test_the_private_folder_is_its_owners_from_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    space = Workspace(tmp_path / "papers")
    monkeypatch.delattr(os, "chmod")
    before = os.umask(0)
    try:
        space.write(FILES)
        space.complete(b"manifest", ())
    finally:
        os.umask(before)
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in [space.root, *space.root.rglob("*")]}
    assert modes == {path: 0o700 if path.is_dir() else 0o600 for path in modes}


def test_names_beside_the_folder_say_nothing_but_its_own_name(tmp_path: Path) -> None:
    space = Workspace(tmp_path / "papers")
    space.write(FILES)
    space.complete(b"manifest", ())
    assert [path.name for path in tmp_path.iterdir()] == [".papers.part"]
    assert {path.name for path in space.root.iterdir()} == {"new", "spent.json"}


def test_a_system_that_takes_a_byte_at_a_time_gets_the_whole_paper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write

    def write_one(descriptor: int, data: memoryview) -> int:
        return real(descriptor, data[:1])

    monkeypatch.setattr(os, "write", write_one)
    space = Workspace(tmp_path / "papers")
    space.write(FILES)
    space.complete(b"manifest", ())
    assert (space.new / "manifest.json").read_bytes() == b"manifest"
    assert {name: (space.new / name).read_bytes() for name in FILES} == FILES


def test_bytes_finished_files_and_files_that_stay_are_written_and_counted(tmp_path: Path) -> None:
    space = Workspace(tmp_path / "papers")
    (space.target / "exhibits").mkdir(parents=True)
    (space.target / "exhibits" / "cover-a.pdf").write_bytes(b"cover")
    finished = tmp_path / "finished"
    finished.write_bytes(b"packet")
    written = space.write(
        {"efile/packet.pdf": finished, "read-first.txt": b"read"}, kept=["exhibits/cover-a.pdf"]
    )
    expected = {"exhibits/cover-a.pdf": b"cover", "efile/packet.pdf": b"packet", "read-first.txt": b"read"}
    assert written == tuple(FileDigest.of(name, data) for name, data in expected.items())
    assert {name: (space.new / name).read_bytes() for name in expected} == expected
    assert (space.target / "exhibits" / "cover-a.pdf").read_bytes() == b"cover"


def test_the_list_of_what_may_be_removed_comes_back(tmp_path: Path) -> None:
    space = Workspace(tmp_path / "papers")
    spent = [FileDigest.of(name, data) for name, data in FILES.items()]
    assert space.may_be_removed() == {}
    space.write({})
    space.complete(b"manifest", spent)
    assert space.may_be_removed() == {file.path: file for file in spent}


def test_the_next_folder_for_things_moved_aside_has_a_name_that_nothing_has(tmp_path: Path) -> None:
    space = Workspace(tmp_path / "papers")
    (tmp_path / "papers.aside-1").mkdir()
    (tmp_path / "papers.aside-2").symlink_to(tmp_path / "nowhere")
    assert space.next_aside() == tmp_path / "papers.aside-3"
