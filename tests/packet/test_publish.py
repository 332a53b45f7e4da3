"""A set of papers put into its folder, and what is somebody's kept."""

import errno
import hashlib
import os
import stat
import tracemalloc
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from formgen.errors import OutputError, Severity
from formgen.packet.existing import inspect_target
from formgen.packet.manifest import FileDigest, Manifest, PaperRecord, ProblemNote
from formgen.packet.publish import Published, publishing

FILES = {
    "chronology.pdf": b"chronology",
    "exhibits/cover-a.pdf": b"cover",
    "notice-letter.docx": b"letter",
    "notice-letter.txt": b"letter as text",
    "read-first.txt": b"read this",
}
PAPERS = {
    "notice-letter": ("notice-letter.docx", "notice-letter.txt"),
    "chronology": ("chronology.pdf",),
    "exhibits": ("exhibits/cover-a.pdf",),
}
LETTER = {"notice-letter.docx": b"letter 2", "notice-letter.txt": b"text 2", "read-first.txt": b"read 2"}
LETTER_NOTE = ProblemNote(code="no-addressee", severity=Severity.PROMPT)
OTHER_NOTE = ProblemNote(code="date-unknown", severity=Severity.WARNING)


def make_manifest(
    *papers: str, case: bytes = b"case", problems: tuple[ProblemNote, ...] = (LETTER_NOTE,)
) -> Manifest:
    return Manifest(
        program="0.1.0",
        as_of=date(2026, 1, 15),
        jurisdiction="us-ca",
        inputs=(FileDigest.of("case.yaml", case),),
        catalog="ca7a",
        papers=tuple(PaperRecord(paper=paper, files=PAPERS[paper]) for paper in papers or PAPERS),
        problems=problems,
    )


def publish(
    target: Path,
    files: Mapping[str, bytes | Path] = FILES,
    manifest: Manifest | None = None,
    *,
    replace: bool = False,
    only: bool = False,
) -> Published:
    with publishing(target, replace=replace) as publication:
        return publication.publish(files, manifest or make_manifest(), only=only)


def publish_letter(target: Path, *, case: bytes = b"case", replace: bool = False) -> Published:
    return publish(target, LETTER, make_manifest("notice-letter", case=case), replace=replace, only=True)


def refused(target: Path) -> list[tuple[str, str]]:
    """Return the codes and places of the problems that stop a run before any paper is made."""
    with pytest.raises(OutputError) as caught, publishing(target):
        pytest.fail("nothing stopped the run")
    return [(problem.code, problem.path) for problem in caught.value.problems]


def snapshot(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "papers"


@pytest.fixture
def made(target: Path) -> Path:
    publish(target)
    return target


def test_the_folder_holds_the_papers_and_the_manifest_and_nothing_lies_beside_it(target: Path) -> None:
    published = publish(target)
    manifest = Manifest.from_bytes((target / "manifest.json").read_bytes())
    assert manifest is not None
    assert manifest.outputs == tuple(FileDigest.of(name, FILES[name]) for name in sorted(FILES))
    assert snapshot(target) == {**FILES, "manifest.json": manifest.to_bytes()}
    assert published == Published(target, tuple(sorted([*FILES, "manifest.json"])), (), (), ())
    assert list(target.parent.iterdir()) == [target]


def test_what_is_written_is_readable_by_its_owner_only(target: Path) -> None:
    before = os.umask(0)
    try:
        publish(target)
    finally:
        os.umask(before)
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in [target, *target.rglob("*")]}
    assert modes == {path: 0o700 if path.is_dir() else 0o600 for path in modes}


def test_the_same_set_twice_is_the_same_bytes(made: Path) -> None:
    before = snapshot(made)
    assert publish(made).aside == ()
    assert snapshot(made) == before
    assert list(made.parent.iterdir()) == [made]


def test_the_order_in_which_papers_were_made_does_not_show(made: Path, tmp_path: Path) -> None:
    publish(tmp_path / "again", dict(reversed(FILES.items())))
    assert snapshot(tmp_path / "again") == snapshot(made)


def test_a_paper_no_longer_asked_for_goes_with_the_set_it_belonged_to(made: Path) -> None:
    published = publish(made, LETTER, make_manifest("notice-letter"))
    assert set(snapshot(made)) == {*LETTER, "manifest.json"}
    assert published.warnings == ()
    assert list(made.parent.iterdir()) == [made]


def test_an_empty_folder_is_taken_and_made_private(target: Path) -> None:
    target.mkdir(0o755)
    publish(target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o700


def test_a_run_that_makes_nothing_leaves_nothing(target: Path) -> None:
    with publishing(target) as publication:
        assert publication.existing.manifest is None
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize("name", ["Notice.docx", "../notice.docx", "a/b/c.pdf", "manifest.json", "/a.pdf"])
def test_a_name_that_is_not_neutral_is_a_bug(target: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not neutral"):
        publish(target, {name: b""}, make_manifest("chronology"))


def test_a_paper_without_its_file_is_a_bug(target: Path) -> None:
    with pytest.raises(ValueError, match="not made"):
        publish(target, LETTER, make_manifest("chronology"))


def test_links_are_somebodys_even_under_the_name_of_a_paper(made: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "cover-a.pdf").write_bytes(b"cover")
    (elsewhere / "letter.docx").write_bytes(b"letter")
    (made / "notice-letter.docx").unlink()
    (made / "notice-letter.docx").symlink_to(elsewhere / "letter.docx")
    (made / "exhibits" / "cover-a.pdf").unlink()
    (made / "exhibits").rmdir()
    (made / "exhibits").symlink_to(elsewhere)
    (made / "gone").symlink_to(tmp_path / "nowhere")
    assert refused(made) == [
        ("changed-by-hand", "papers/notice-letter.docx"),
        ("not-made-here", "papers/exhibits"),
        ("not-made-here", "papers/gone"),
    ]
    publish(made, replace=True)
    assert snapshot(elsewhere) == {"cover-a.pdf": b"cover", "letter.docx": b"letter"}
    aside = tmp_path / "papers.aside-1"
    assert {path.name for path in aside.iterdir() if path.is_symlink()} == {
        "exhibits",
        "gone",
        "notice-letter.docx",
    }


def test_a_paper_that_somebody_deleted_stops_nothing(made: Path) -> None:
    (made / "notice-letter.docx").unlink()
    (made / "exhibits" / "cover-a.pdf").unlink()
    (made / "exhibits").rmdir()
    publish(made)
    assert FILES.items() < snapshot(made).items()


def test_what_the_desktop_leaves_behind_is_nobodys(made: Path) -> None:
    (made / ".DS_Store").write_bytes(b"icons")
    (made / "Thumbs.db").write_bytes(b"pictures")
    publish(made)
    assert set(snapshot(made)) == {*FILES, "manifest.json"}
    assert list(made.parent.iterdir()) == [made]


def test_a_run_that_is_stopped_changes_nothing(made: Path) -> None:
    (made / "notice-letter.docx").write_bytes(b"edited")
    (made / "signed.pdf").write_bytes(b"scan")
    before = snapshot(made)
    assert refused(made) == [
        ("changed-by-hand", "papers/notice-letter.docx"),
        ("not-made-here", "papers/signed.pdf"),
    ]
    assert snapshot(made) == before
    assert list(made.parent.iterdir()) == [made]


def test_replace_moves_aside_all_that_a_damaged_manifest_leaves_unknown(made: Path) -> None:
    (made / "manifest.json").write_bytes(b"{")
    publish(made, replace=True)
    assert snapshot(made.parent / "papers.aside-1") == {**FILES, "manifest.json": b"{"}


def test_replace_moves_aside_only_what_is_somebodys_and_says_so(made: Path) -> None:
    (made / "notice-letter.docx").write_bytes(b"edited")
    (made / "photos").mkdir()
    (made / "photos" / "one.png").write_bytes(b"photo")
    published = publish(made, replace=True)
    aside = made.parent / "papers.aside-1"
    assert snapshot(aside) == {"notice-letter.docx": b"edited", "photos/one.png": b"photo"}
    assert snapshot(made)["notice-letter.docx"] == b"letter"
    assert stat.S_IMODE(aside.stat().st_mode) == 0o700
    assert [(folder.folder, folder.names) for folder in published.aside] == [
        (aside, ("notice-letter.docx", "photos/one.png"))
    ]
    assert [(problem.severity, problem.code, problem.path) for problem in published.warnings] == [
        (Severity.WARNING, "moved-aside", "papers.aside-1/notice-letter.docx"),
        (Severity.WARNING, "moved-aside", "papers.aside-1/photos/one.png"),
    ]


def test_what_was_moved_aside_before_is_never_written_over(made: Path) -> None:
    (made.parent / "papers.aside-2").write_bytes(b"a file of that name")
    for number in range(1, 4):
        (made / "scan.pdf").write_bytes(b"scan %d" % number)
        publish(made, replace=True)
    assert [snapshot(made.parent / f"papers.aside-{number}") for number in (1, 3, 4)] == [
        {"scan.pdf": b"scan %d" % number} for number in (1, 2, 3)
    ]
    assert (made.parent / "papers.aside-2").read_bytes() == b"a file of that name"


def test_a_letter_saved_while_the_papers_are_made_stops_the_run(made: Path) -> None:
    with publishing(made) as publication:
        (made / "notice-letter.docx").write_bytes(b"edited meanwhile")
        with pytest.raises(OutputError) as caught:
            publication.publish(FILES, make_manifest())
    assert [problem.code for problem in caught.value.problems] == ["changed-by-hand"]
    assert (made / "notice-letter.docx").read_bytes() == b"edited meanwhile"
    assert list(made.parent.iterdir()) == [made]


def test_a_kept_paper_saved_while_it_is_copied_stops_the_run(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def save_and_open(path: Path, *args: int) -> int:
        if path == made / "chronology.pdf":
            path.write_bytes(b"edited meanwhile")
            monkeypatch.undo()
        return real(path, *args)

    monkeypatch.setattr(os, "open", save_and_open)
    with pytest.raises(OutputError) as caught:
        publish_letter(made)
    assert [(problem.code, problem.path) for problem in caught.value.problems] == [
        ("changed-by-hand", "papers/chronology.pdf")
    ]
    assert (made / "chronology.pdf").read_bytes() == b"edited meanwhile"
    assert (made / "notice-letter.docx").read_bytes() == b"letter"
    assert list(made.parent.iterdir()) == [made]


def large_file(folder: Path, megabytes: int = 50) -> Path:
    folder.mkdir(exist_ok=True)
    block = bytes(range(256)) * 4096
    path = folder / "packet.pdf"
    with path.open("wb") as stream:
        for _ in range(megabytes):
            stream.write(block)
    return path


def packet_manifest() -> Manifest:
    return make_manifest("notice-letter").model_copy(
        update={"papers": (PaperRecord(paper="packet", files=("efile/packet.pdf",)),)}
    )


@pytest.mark.parametrize("is_another_disk", [False, True])
def test_a_large_file_is_published_without_being_held_in_memory(
    target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_another_disk: bool
) -> None:
    packet = large_file(tmp_path / "work")
    with packet.open("rb") as stream:
        expected = hashlib.file_digest(stream, "sha256").hexdigest()
    rename = os.rename

    def rename_or_refuse(source: Path, to: Path) -> None:
        if is_another_disk and source == packet:
            raise OSError(errno.EXDEV, "another disk")
        rename(source, to)

    monkeypatch.setattr(os, "rename", rename_or_refuse)
    tracemalloc.start()
    try:
        publish(target, {"efile/packet.pdf": packet}, packet_manifest())
        publish(target, LETTER, make_manifest("notice-letter"), only=True)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 8_000_000
    manifest = inspect_target(target).manifest
    assert manifest is not None
    assert {file.path: (file.sha256, file.size) for file in manifest.outputs}["efile/packet.pdf"] == (
        expected,
        50 << 20,
    )
    assert inspect_target(target).changed == ()
    assert stat.S_IMODE((target / "efile" / "packet.pdf").stat().st_mode) == 0o600
    assert packet.exists() is is_another_disk


def test_a_disk_that_fills_while_a_large_file_is_copied_leaves_nothing_half_made(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packet = large_file(tmp_path / "work", megabytes=3)
    before = snapshot(made)
    write, rename, written = os.write, os.rename, 0

    def fill(descriptor: int, data: bytes) -> int:
        nonlocal written
        if written >= 2 << 20:
            raise OSError(errno.ENOSPC, "full")
        written += write(descriptor, data)
        return len(data)

    def refuse(source: Path, to: Path) -> None:
        if source == packet:
            raise OSError(errno.EXDEV, "another disk")
        rename(source, to)

    monkeypatch.setattr(os, "write", fill)
    monkeypatch.setattr(os, "rename", refuse)
    with pytest.raises(OutputError) as caught:
        publish(made, {"efile/packet.pdf": packet}, packet_manifest())
    assert [problem.code for problem in caught.value.problems] == ["no-room"]
    assert snapshot(made) == before
    assert packet.stat().st_size == 3 << 20
    assert {path.name for path in made.parent.iterdir()} == {"papers", "work"}


@pytest.mark.parametrize("kind", ["link", "dangling link", "folder", "pipe", "nothing"])
def test_a_finished_file_that_is_no_file_stops_the_run(made: Path, tmp_path: Path, kind: str) -> None:
    before = snapshot(made)
    secret = tmp_path / "secret"
    secret.write_bytes(b"somebody's")
    packet = tmp_path / "packet.pdf"
    match kind:
        case "link":
            packet.symlink_to(secret)
        case "dangling link":
            packet.symlink_to(tmp_path / "nowhere")
        case "folder":
            packet.mkdir()
        case "pipe":
            os.mkfifo(packet)
        case _:
            pass
    with pytest.raises(OutputError) as caught:
        publish(made, {"efile/packet.pdf": packet}, packet_manifest())
    assert [problem.code for problem in caught.value.problems] == ["work-file-replaced"]
    assert snapshot(made) == before
    assert secret.read_bytes() == b"somebody's"
    assert not (tmp_path / ".papers.part").exists()


def test_what_mending_moved_aside_is_said_even_if_the_run_then_stops(made: Path) -> None:
    part = made.parent / ".papers.part"
    (part / "spent").mkdir(parents=True)
    (part / "spent" / "scan.pdf").write_bytes(b"scan")
    (made / "photo.png").write_bytes(b"photo")
    assert refused(made) == [
        ("not-made-here", "papers/photo.png"),
        ("moved-aside", "papers.aside-1/scan.pdf"),
    ]
    (made / "photo.png").unlink()
    (part / "spent").mkdir(parents=True)
    (part / "spent" / "scan.pdf").write_bytes(b"scan 2")
    with publishing(made) as publication:
        assert [problem.path for problem in publication.warnings] == ["papers.aside-2/scan.pdf"]


def test_only_keeps_the_other_papers_of_the_same_case(made: Path) -> None:
    with publishing(made) as publication:
        new = make_manifest("notice-letter")
        published = publication.publish(LETTER, new, only=True)
    assert published.kept == ("chronology.pdf", "exhibits/cover-a.pdf")
    assert published.warnings == ()
    found = snapshot(made)
    manifest = Manifest.from_bytes(found.pop("manifest.json"))
    assert found == {**FILES, **LETTER}
    assert manifest is not None
    assert [record.paper for record in manifest.papers] == ["notice-letter", "chronology", "exhibits"]
    assert {file.path: file for file in manifest.outputs} == {
        name: FileDigest.of(name, data) for name, data in found.items()
    }
    assert list(made.parent.iterdir()) == [made]


def test_only_with_the_same_bytes_gives_the_folder_of_a_full_run(made: Path) -> None:
    before = snapshot(made)
    same = {name: FILES[name] for name in LETTER}
    publish(made, same, make_manifest("notice-letter"), only=True)
    assert snapshot(made) == before


def test_only_keeps_the_warnings_of_the_papers_it_keeps(target: Path) -> None:
    publish(target, FILES, make_manifest(problems=(OTHER_NOTE, LETTER_NOTE)))
    publish(target, LETTER, make_manifest("notice-letter", problems=(LETTER_NOTE,)), only=True)
    manifest = inspect_target(target).manifest
    assert manifest is not None
    assert manifest.problems == (OTHER_NOTE, LETTER_NOTE)


def test_only_adds_a_paper_that_was_not_there(target: Path) -> None:
    publish(target, LETTER, make_manifest("notice-letter"))
    publish(target, {"chronology.pdf": b"new"}, make_manifest("chronology"), only=True)
    assert set(snapshot(target)) == {*LETTER, "chronology.pdf", "manifest.json"}
    manifest = inspect_target(target).manifest
    assert manifest is not None
    assert [record.paper for record in manifest.papers] == ["notice-letter", "chronology"]


def test_only_into_an_empty_folder_makes_that_paper(target: Path) -> None:
    assert publish_letter(target).kept == ()
    assert set(snapshot(target)) == {*LETTER, "manifest.json"}


def test_only_moves_the_other_papers_aside_if_the_case_has_changed_and_says_so(made: Path) -> None:
    published = publish_letter(made, case=b"changed")
    others = {name: FILES[name] for name in ("chronology.pdf", "exhibits/cover-a.pdf")}
    assert snapshot(made.parent / "papers.aside-1") == others
    assert set(snapshot(made)) == {*LETTER, "manifest.json"}
    assert published.kept == ()
    assert [(problem.code, problem.severity, problem.path) for problem in published.warnings] == [
        ("outdated-paper-set-aside", Severity.WARNING, "papers.aside-1/chronology.pdf"),
        ("outdated-paper-set-aside", Severity.WARNING, "papers.aside-1/exhibits/cover-a.pdf"),
    ]


def test_only_is_stopped_by_another_paper_that_was_changed(made: Path) -> None:
    (made / "chronology.pdf").write_bytes(b"edited")
    with pytest.raises(OutputError):
        publish_letter(made)
    assert (made / "chronology.pdf").read_bytes() == b"edited"


def test_a_paper_of_which_one_file_was_changed_is_not_kept_in_half(made: Path) -> None:
    (made / "notice-letter.docx").write_bytes(b"edited")
    published = publish(
        made, {"chronology.pdf": b"new"}, make_manifest("chronology"), replace=True, only=True
    )
    assert set(snapshot(made)) == {
        "chronology.pdf",
        "exhibits/cover-a.pdf",
        "read-first.txt",
        "manifest.json",
    }
    assert snapshot(made.parent / "papers.aside-1") == {
        "notice-letter.docx": b"edited",
        "notice-letter.txt": b"letter as text",
    }
    assert [(problem.code, problem.path) for problem in published.warnings] == [
        ("outdated-paper-set-aside", "papers.aside-1/notice-letter.txt"),
        ("moved-aside", "papers.aside-1/notice-letter.docx"),
    ]


def test_a_link_to_a_folder_stays_a_link(target: Path, tmp_path: Path) -> None:
    real = tmp_path / "disk" / "real"
    real.mkdir(parents=True)
    target.symlink_to(real)
    assert publish(target).folder == real
    assert target.is_symlink()
    assert FILES.items() < snapshot(real).items()
    assert list(real.parent.iterdir()) == [real]


def test_a_folder_name_too_long_for_the_disk_stops_the_run(tmp_path: Path) -> None:
    assert [code for code, _ in refused(tmp_path / ("p" * 250))] == ["cannot-write"]
    assert list(tmp_path.iterdir()) == []


def test_a_second_run_into_the_same_folder_stops_before_any_paper_is_made(made: Path) -> None:
    with publishing(made) as first:
        assert refused(made) == [("output-in-use", "papers")]
        first.publish(LETTER, make_manifest("notice-letter"))
    assert set(snapshot(made)) == {*LETTER, "manifest.json"}


def test_of_two_processes_at_once_exactly_one_publishes(target: Path) -> None:
    ready, tell_ready = os.pipe()
    wait, go_on = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            with publishing(target) as publication:
                os.write(tell_ready, b"1")
                os.close(go_on)
                os.read(wait, 1)
                publication.publish(FILES, make_manifest())
            os._exit(0)
        finally:
            os._exit(1)
    assert os.read(ready, 1) == b"1"
    assert refused(target) == [("output-in-use", "papers")]
    os.close(go_on)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    for descriptor in (ready, tell_ready, wait):
        os.close(descriptor)
    assert FILES.items() < snapshot(target).items()
    assert list(target.parent.iterdir()) == [target]


def test_what_goes_wrong_while_the_papers_are_made_passes_through(made: Path) -> None:
    before = snapshot(made)
    with pytest.raises(OSError, match="not about the output folder"), publishing(made):
        raise OSError("not about the output folder")
    assert snapshot(made) == before
    assert list(made.parent.iterdir()) == [made]
