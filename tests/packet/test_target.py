"""Where the papers may go."""

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from formgen.errors import OutputError
from formgen.packet.target import real_target


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "papers"


def refused(target: Path, inputs: Iterable[Path] = ()) -> list[tuple[str, str]]:
    """Return the codes and places of the problems that stop a run."""
    with pytest.raises(OutputError) as caught:
        real_target(target, inputs)
    return [(problem.code, problem.path) for problem in caught.value.problems]


def test_an_output_folder_that_is_a_file_stops_the_run(target: Path) -> None:
    target.write_bytes(b"mine")
    assert refused(target) == [("output-not-a-folder", "papers")]
    assert target.read_bytes() == b"mine"


@pytest.mark.parametrize("leads_to", ["nowhere", "papers"])
def test_an_output_folder_that_is_a_link_to_nothing_stops_the_run(target: Path, leads_to: str) -> None:
    target.symlink_to(target.parent / leads_to)
    assert refused(target) == [("output-not-a-folder", "papers")]
    assert target.is_symlink()


def test_an_output_folder_in_a_folder_that_is_not_there_stops_the_run(tmp_path: Path) -> None:
    assert refused(tmp_path / "missing" / "papers") == [("output-folder-missing", "missing")]
    assert list(tmp_path.iterdir()) == []


def test_the_folder_that_the_command_is_run_from_is_not_replaced_under_the_shell(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (target / "exhibits").mkdir(parents=True)
    monkeypatch.chdir(target / "exhibits")
    assert refused(target) == [("output-is-this-folder", "papers")]
    assert refused(Path("..")) == [("output-is-this-folder", "..")]
    assert refused(Path()) == [("output-is-this-folder", "exhibits")]
    assert refused(Path("/")) == [("output-is-this-folder", "")]


def test_a_folder_that_holds_the_case_is_not_taken(target: Path) -> None:
    assert refused(target, [target / "case.yaml"]) == [("output-holds-the-case", "papers")]


def test_a_case_beside_the_papers_stops_nothing(target: Path) -> None:
    assert real_target(target, [target.parent / "case.yaml"]) == target


def test_a_relative_name_is_beside_where_the_command_is_run(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(target.parent)
    assert real_target(Path("papers")) == target


def test_a_folder_that_may_not_be_written_to_stops_the_run(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _mode: int) -> bool:
        return False

    target.mkdir()
    monkeypatch.setattr(os, "access", refuse)
    assert refused(target) == [("no-right-to-write", "papers")]
