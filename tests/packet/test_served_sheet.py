"""The sheet that was served: found in the folder of the case, or not at all."""

import os
from pathlib import Path

import pytest

from formgen.errors import CaseDataError
from formgen.facts.served import ExhibitRow
from formgen.packet.exhibit_sheet import sheet_bytes
from formgen.packet.manifest import FileDigest
from formgen.packet.served_sheet import read_served

DATA = sheet_bytes([ExhibitRow("A", "a letter", file="../../etc/passwd", sha256="1" * 64)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "case" / "served").mkdir(parents=True)
    (tmp_path / "case" / "served" / "exhibits é.csv").write_bytes(DATA)
    (tmp_path / "outside.csv").write_bytes(DATA)
    return tmp_path / "case"


def refused(folder: Path, name: str) -> list[tuple[str, str]]:
    with pytest.raises(CaseDataError) as caught:
        read_served(folder, name)
    return [(problem.code, problem.path) for problem in caught.value.problems]


@pytest.mark.parametrize("name", ["served/exhibits é.csv", "./served/../served/exhibits é.csv"])
def test_the_sheet_is_read_and_counted_and_no_path_in_it_is_opened(folder: Path, name: str) -> None:
    found = read_served(folder, name)

    assert found.rows == (ExhibitRow("A", "a letter", file="../../etc/passwd", sha256="1" * 64),)
    assert found.digest == FileDigest.of("served/exhibits é.csv", DATA)
    assert found.on_disk == folder.resolve() / "served" / "exhibits é.csv"


def test_a_link_within_the_case_is_followed_and_one_that_leads_out_is_not(folder: Path) -> None:
    (folder / "in.csv").symlink_to(folder / "served" / "exhibits é.csv")
    (folder / "out.csv").symlink_to(folder.parent / "outside.csv")

    assert read_served(folder, "in.csv").digest.path == "served/exhibits é.csv"
    assert refused(folder, "out.csv") == [("served-outside", "exhibits.served")]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../outside.csv", "served-outside"),
        ("served/../../outside.csv", "served-outside"),
        ("/etc/hostname", "served-path"),
        ("served\\exhibits é.csv", "served-path"),
        ("a\nb.csv", "served-path"),
        ("gone.csv", "served-missing"),
        ("served", "served-missing"),
        ("", "served-missing"),
        ("a\0.csv", "served-unreadable"),
    ],
)
def test_a_sheet_that_cannot_be_had_is_refused_with_what_to_do(folder: Path, name: str, code: str) -> None:
    assert refused(folder, name) == [(code, "exhibits.served")]


def test_a_link_that_leads_to_itself_is_refused(folder: Path) -> None:
    (folder / "circle.csv").symlink_to(folder / "circle.csv")
    [(code, path)] = refused(folder, "circle.csv")

    # Which of the two depends on the version of Python.
    assert code in {"served-missing", "served-unreadable"}
    assert path == "exhibits.served"


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.csv")

    assert refused(folder, "pipe.csv") == [("served-missing", "exhibits.served")]


def test_a_sheet_that_cannot_be_opened_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert refused(folder, "served/exhibits é.csv") == [("served-unreadable", "exhibits.served")]


def test_a_sheet_that_cannot_be_understood_is_told_at_its_place(folder: Path) -> None:
    (folder / "bad.csv").write_bytes(b"label,file\r\nA,a.pdf\r\n")
    with pytest.raises(CaseDataError) as caught:
        read_served(folder, "bad.csv")

    assert [(problem.code, str(problem.where)) for problem in caught.value.problems] == [
        ("sheet-column-missing", "bad.csv:1")
    ]
