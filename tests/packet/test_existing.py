"""What is in the output folder before a run, told apart."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from formgen.errors import OutputError
from formgen.packet.existing import Existing, inspect_target, refuse_what_is_not_ours
from formgen.packet.manifest import FileDigest, Manifest

FILES = {
    "chronology.pdf": b"chronology",
    "exhibits/cover-a.pdf": b"cover",
    "notice-letter.docx": b"letter",
}


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """Return a folder with a set of papers in it."""
    target = tmp_path / "papers"
    manifest = Manifest(
        program="0.1.0",
        as_of=date(2026, 1, 15),
        jurisdiction="us-ca",
        inputs=(),
        catalog="ca7a",
        papers=(),
        outputs=tuple(FileDigest.of(name, data) for name, data in FILES.items()),
    )
    for name, data in {**FILES, "manifest.json": manifest.to_bytes()}.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_bytes(data)
    return target


def refused(target: Path) -> list[tuple[str, str]]:
    """Return the codes and places of the problems that stop a run."""
    with pytest.raises(OutputError) as caught:
        refuse_what_is_not_ours(inspect_target(target), replace=False)
    refuse_what_is_not_ours(inspect_target(target), replace=True)
    return [(problem.code, problem.path) for problem in caught.value.problems]


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert inspect_target(tmp_path / "papers") == Existing(tmp_path / "papers")


def test_a_set_that_nobody_touched_is_formgens_own(made: Path) -> None:
    existing = inspect_target(made)
    assert existing.unchanged == tuple(FileDigest.of(name, data) for name, data in FILES.items())
    assert [file.path for file in existing.housekeeping] == ["manifest.json"]
    refuse_what_is_not_ours(existing, replace=False)


def test_a_letter_edited_in_word_stops_the_run_by_name(made: Path) -> None:
    (made / "notice-letter.docx").write_bytes(b"edited")
    assert refused(made) == [("changed-by-hand", "papers/notice-letter.docx")]


def test_a_change_that_keeps_the_length_is_seen(made: Path) -> None:
    (made / "notice-letter.docx").write_bytes(b"lettEr")
    assert refused(made) == [("changed-by-hand", "papers/notice-letter.docx")]


def test_a_signed_scan_and_a_folder_stop_the_run_by_name(made: Path) -> None:
    (made / "Signed letter.pdf").write_bytes(b"scan")
    (made / "photos" / "more").mkdir(parents=True)
    (made / "exhibits" / "note.txt").write_bytes(b"note")
    (made / "exhibits" / "empty").mkdir()
    assert refused(made) == [
        ("not-made-here", "papers/Signed letter.pdf"),
        ("not-made-here", "papers/exhibits/empty/"),
        ("not-made-here", "papers/exhibits/note.txt"),
        ("not-made-here", "papers/photos/"),
    ]


def test_more_than_twenty_files_are_counted(made: Path) -> None:
    for number in range(25):
        (made / f"scan-{number:02}.pdf").touch()
    stops = refused(made)
    assert len(stops) == 21
    assert stops[-1] == ("not-made-here", "papers")


def test_a_link_named_like_what_the_desktop_leaves_is_somebodys(made: Path) -> None:
    (made / ".DS_Store").symlink_to(made.parent)
    assert refused(made) == [("not-made-here", "papers/.DS_Store")]


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"{",
        lambda data: data.replace(b'"notice-letter.docx"', b'"../../x"'),
        lambda data: data + b" " * 16_000_000,
    ],
)
def test_with_a_manifest_that_cannot_be_trusted_every_file_is_somebodys(
    made: Path, damage: Callable[[bytes], bytes]
) -> None:
    data = damage((made / "manifest.json").read_bytes())
    (made / "manifest.json").write_bytes(data)
    assert refused(made) == [
        ("not-made-here", f"papers/{name}")
        for name in [
            "chronology.pdf",
            "exhibits/",
            "manifest.json",
            "notice-letter.docx",
        ]
    ]


def test_a_manifest_that_is_a_link_is_not_read(made: Path, tmp_path: Path) -> None:
    (made / "manifest.json").rename(tmp_path / "manifest.json")
    (made / "manifest.json").symlink_to(tmp_path / "manifest.json")
    assert inspect_target(made).manifest is None
    assert "manifest.json" in inspect_target(made).foreign
