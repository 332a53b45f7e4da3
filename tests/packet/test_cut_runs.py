"""Runs that are killed, refused or interrupted at every step that writes."""

import errno
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from formgen.errors import OutputError
from formgen.packet.manifest import FileDigest, Manifest, PaperRecord
from formgen.packet.publish import Published, publishing
from formgen.packet.workspace import Workspace

STEPS = ("open", "write", "fsync", "mkdir", "rename", "unlink", "rmdir", "chmod")
"""Every call by which a run changes the disk."""

Files = dict[str, bytes]
Step = Callable[..., object]

FIRST = {
    "chronology.docx": b"chronology 1",
    "exhibits/cover-a.pdf": b"cover 1",
    "notice-letter.docx": b"letter 1",
    "read-first.txt": b"read this",
}
SECOND = {
    "exhibits/cover-b.pdf": b"cover 2",
    "notice-letter.docx": b"letter 2",
    "read-first.txt": b"read this",
}
LETTER_AGAIN = {"notice-letter.docx": b"letter 1 again", "read-first.txt": b"read this again"}


def make_manifest(files: Mapping[str, bytes], case: bytes = b"case 1") -> Manifest:
    papers: dict[str, list[str]] = {}
    for name in files:
        papers.setdefault(name.split("/")[0].split(".")[0], []).append(name)
    papers.pop("read-first")
    return Manifest(
        program="0.1.0",
        as_of=date(2026, 1, 15),
        jurisdiction="us-ca",
        inputs=(FileDigest.of("case.yaml", case),),
        catalog="c" * 64,
        papers=tuple(PaperRecord(paper=paper, files=tuple(names)) for paper, names in papers.items()),
    )


@dataclass(frozen=True)
class Story:
    """What is in the folder before a run, and what the run does."""

    files: Files
    before: Files = field(default_factory=dict)
    theirs: Files = field(default_factory=dict)
    case: bytes = b"case 1"
    replace: bool = False
    only: bool = False
    finished: frozenset[str] = frozenset()
    """Files that the run does not hold in memory, but has in its work folder."""

    on_another_disk: str = ""
    """The one of them that cannot be renamed from there."""

    def prepare(self, target: Path) -> None:
        work_folder(target).mkdir()
        if self.before:
            with publishing(target) as publication:
                publication.publish(self.before, make_manifest(self.before))
        for name, data in self.theirs.items():
            (target / name).parent.mkdir(exist_ok=True)
            (target / name).write_bytes(data)

    def run(self, target: Path) -> Published:
        files: dict[str, bytes | Path] = dict(self.files)
        for name in self.finished:
            place = work_folder(target) / name.replace("/", "-")
            place.write_bytes(self.files[name])
            files[name] = place
        with publishing(target, replace=self.replace) as publication, self.disks(target):
            return publication.publish(files, make_manifest(self.files, self.case), only=self.only)

    @contextmanager
    def disks(self, target: Path) -> Iterator[None]:
        """Refuse to rename a file that is on another disk."""
        rename = os.rename

        def rename_or_refuse(source: Path, to: Path) -> None:
            if source == work_folder(target) / self.on_another_disk:
                raise OSError(errno.EXDEV, "another disk")
            rename(source, to)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, "rename", rename_or_refuse)
            yield


def work_folder(target: Path) -> Path:
    """Return the folder for the finished files of the runs into *target*; it is not beside it."""
    return target.parent.with_name(f"{target.parent.name}.work")


STORIES = {
    "the first set": Story(SECOND),
    "a set in place of another": Story(SECOND, FIRST),
    "a set in place of what is somebody's": Story(
        SECOND,
        FIRST,
        {"notice-letter.docx": b"edited in Word", "signed.pdf": b"a scan", "scans/page-1.txt": b"a page"},
        replace=True,
    ),
    "a set of finished files in place of another": Story(
        SECOND, FIRST, finished=frozenset(SECOND), on_another_disk="read-first.txt"
    ),
    "one paper of the same case": Story(LETTER_AGAIN, FIRST, only=True),
    "one paper of a case that has changed": Story(LETTER_AGAIN, FIRST, case=b"case 2", only=True),
}
OUTDATED = {name: FIRST[name] for name in ("chronology.docx", "exhibits/cover-a.pdf")}


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    # A killed run loses nothing that it wrote; only a power cut would. What is
    # synced, and when, has a test of its own.
    def do_not_wait(_descriptor: int) -> None: ...

    monkeypatch.setattr(os, "fsync", do_not_wait)


@pytest.fixture(params=list(STORIES))
def story(request: pytest.FixtureRequest) -> Story:
    return STORIES[request.param]


def snapshot(folder: Path) -> Files:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def beside(target: Path) -> set[str]:
    return {path.name for path in target.parent.iterdir()} - {target.name}


def set_aside(target: Path) -> Files:
    """Return what the folders of things moved aside hold together; each thing must be there once."""
    found: Files = {}
    for folder in sorted(target.parent.glob(f"{target.name}.aside-*")):
        held = snapshot(folder)
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert found.keys().isdisjoint(held)
        found |= held
    return found


@dataclass(frozen=True)
class Ends:
    """The folder before the run, after it, and what the run moves aside."""

    old: Files
    new: Files
    aside: Files


@pytest.fixture
def ends(story: Story, tmp_path: Path) -> Ends:
    target = tmp_path / "uncut" / "papers"
    target.parent.mkdir()
    story.prepare(target)
    old = snapshot(target)
    story.run(target)
    aside = set_aside(target)
    assert aside == (story.theirs if story.case == b"case 1" else OUTDATED)
    return Ends(old, snapshot(target), aside)


def fresh_target(folder: Path) -> Path:
    folder.mkdir()
    return folder / "papers"


@contextmanager
def counted(act: Callable[[str, int, Step, tuple[object, ...]], None]) -> Iterator[None]:
    """Call *act* with the name, the number, the call itself and its arguments, before every step."""
    count = 0
    real: dict[str, Step] = {name: getattr(os, name) for name in STEPS}

    def wrap(name: str) -> Step:
        def step(*args: object, **kwargs: object) -> object:
            nonlocal count
            count += 1
            act(name, count, real[name], args)
            return real[name](*args, **kwargs)

        return step

    with pytest.MonkeyPatch.context() as patch:
        for name in STEPS:
            patch.setattr(os, name, wrap(name))
        yield


def killed(story: Story, target: Path, at: int) -> bool:
    """Run in a process that is killed at one step; tell whether it came so far."""

    def kill(name: str, count: int, real: Step, args: tuple[object, ...]) -> None:
        if count == at:
            if name == "write":
                descriptor, data = args
                assert isinstance(data, memoryview)
                real(descriptor, data[: len(data) // 2])
            os._exit(9)

    child = os.fork()
    if child == 0:
        try:
            with counted(kill):
                story.run(target)
        finally:
            os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in {0, 9}
    return code == 9


def whole_set(target: Path) -> Files:
    """Return the set as it is found: in its folder or, between two renames, where the next run gets it."""
    return snapshot(target if target.exists() else Workspace(target).old)


def assert_done(story: Story, ends: Ends, target: Path) -> None:
    assert snapshot(target) == ends.new
    assert set_aside(target) == ends.aside
    assert all(name.startswith("papers.aside-") for name in beside(target))
    for path in target.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


def test_a_run_killed_at_any_step_leaves_a_whole_set_and_the_next_run_clears_up(
    story: Story, ends: Ends, tmp_path: Path
) -> None:
    at = 1
    while True:
        target = fresh_target(tmp_path / str(at))
        story.prepare(target)
        if not killed(story, target, at):
            break
        assert whole_set(target) in (ends.old, ends.new)
        lying_around = snapshot(target.parent).values()
        assert set(ends.aside.values()).issubset(lying_around)
        story.run(target)
        assert_done(story, ends, target)
        at += 1
    assert at > 20
    assert_done(story, ends, target)


def test_a_run_killed_twice_loses_nothing(story: Story, ends: Ends, tmp_path: Path) -> None:
    for at in range(1, 200, 4):
        target = fresh_target(tmp_path / str(at))
        story.prepare(target)
        if not killed(story, target, at):
            break
        for again in range(1, 200, 6):
            if not killed(story, target, again):
                break
            assert whole_set(target) in (ends.old, ends.new)
        story.run(target)
        assert_done(story, ends, target)
    else:
        pytest.fail("no run came to its end")


def test_after_a_killed_run_what_is_somebodys_is_still_there_or_moved_aside(tmp_path: Path) -> None:
    story = STORIES["a set in place of what is somebody's"]
    plain = Story(story.files)
    stops: list[set[str]] = []
    at = 1
    while True:
        target = fresh_target(tmp_path / str(at))
        story.prepare(target)
        if not killed(story, target, at):
            break
        try:
            plain.run(target)
        except OutputError as error:
            stops.append({problem.code for problem in error.problems})
            assert story.theirs.items() <= snapshot(target).items()
        else:
            assert set_aside(target) == story.theirs
        assert all(name.startswith("papers.aside-") for name in beside(target))
        at += 1
    assert 10 < len(stops) < at
    assert stops == [{"changed-by-hand", "not-made-here"}] * len(stops)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "no-room"),
        (errno.EACCES, "no-right-to-write"),
    ],
)
def test_a_step_that_is_refused_leaves_the_old_set_or_the_new(
    story: Story, ends: Ends, tmp_path: Path, number: int, code: str
) -> None:
    at, reached = 0, True

    def refuse(_name: str, count: int, _real: Step, _args: tuple[object, ...]) -> None:
        nonlocal reached
        if count == at:
            reached = True
            raise OSError(number, "refused")

    codes: list[list[str]] = []
    while reached:
        at, reached = at + 1, False
        target = fresh_target(tmp_path / str(at))
        story.prepare(target)
        try:
            with counted(refuse):
                published = story.run(target)
        except OutputError as error:
            codes.append([problem.code for problem in error.problems])
            assert snapshot(target) == ends.old
            assert beside(target) == set()
        else:
            assert snapshot(target) == ends.new
            left = {problem.path for problem in published.warnings if problem.code == "not-cleared"}
            assert {name for name in beside(target) if name.endswith(".part")} == left
            assert set(ends.aside.values()).issubset(snapshot(target.parent).values())
        story.run(target)
        assert_done(story, ends, target)
    assert len(codes) > 15
    assert codes == [[code]] * len(codes)


def test_a_disk_that_is_full_from_some_step_on_leaves_the_old_set_and_no_trace(
    story: Story, ends: Ends, tmp_path: Path
) -> None:
    def fill(name: str, count: int, _real: Step, _args: tuple[object, ...]) -> None:
        if count >= at and name in {"write", "mkdir"}:
            raise OSError(errno.ENOSPC, "full")

    for at in range(1, 12):
        target = fresh_target(tmp_path / str(at))
        story.prepare(target)
        with counted(fill), pytest.raises(OutputError) as caught:
            story.run(target)
        assert [problem.code for problem in caught.value.problems] == ["no-room"]
        assert snapshot(target) == ends.old
        assert beside(target) == set()


def test_a_disk_that_refuses_everything_from_some_step_on_still_loses_nothing(
    story: Story, ends: Ends, tmp_path: Path
) -> None:
    at, reached = 0, True
    told: list[tuple[list[str], list[str]]] = []

    def refuse(_name: str, count: int, _real: Step, _args: tuple[object, ...]) -> None:
        nonlocal reached
        if count >= at:
            reached = True
            raise OSError(errno.EIO, "refused")

    while reached:
        at, reached = at + 1, False
        target = fresh_target(tmp_path / str(at))
        story.prepare(target)
        try:
            with counted(refuse):
                story.run(target)
        except OutputError as error:
            halfway = Workspace(target).old.exists()
            expected = ["cannot-write", "swap-was-cut"] if halfway else ["cannot-write"]
            told.append(([problem.code for problem in error.problems], expected))
            assert whole_set(target) == ends.old
        else:
            assert snapshot(target) == ends.new
        story.run(target)
        assert_done(story, ends, target)
    assert [codes for codes, _ in told] == [expected for _, expected in told]


def test_ctrl_c_at_any_step_leaves_a_whole_set_and_no_private_folder(
    story: Story, ends: Ends, tmp_path: Path
) -> None:
    def interrupt(_name: str, count: int, _real: Step, _args: tuple[object, ...]) -> None:
        if count == at:
            raise KeyboardInterrupt

    at, interrupted = 0, True
    while interrupted:
        at, interrupted = at + 1, False
        target = fresh_target(tmp_path / str(at))
        story.prepare(target)
        try:
            with counted(interrupt):
                story.run(target)
        except KeyboardInterrupt:
            interrupted = True
        assert snapshot(target) in (ends.old, ends.new)
        assert ".papers.part" not in beside(target)
        story.run(target)
        assert_done(story, ends, target)
    assert at > 20


def test_a_letter_saved_while_the_sets_are_swapped_is_moved_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = STORIES["a set in place of another"]
    target = fresh_target(tmp_path / "new")
    story.prepare(target)
    real = os.rename

    def save_then_rename(source: Path, to: Path) -> None:
        if to.name == "old":
            (source / "notice-letter.docx").write_bytes(b"saved this moment")
        real(source, to)

    monkeypatch.setattr(os, "rename", save_then_rename)
    published = story.run(target)
    assert set_aside(target) == {"notice-letter.docx": b"saved this moment"}
    assert [(problem.code, problem.path) for problem in published.warnings] == [
        ("moved-aside", "papers.aside-1/notice-letter.docx")
    ]


def test_the_new_set_is_on_the_disk_before_the_first_rename_and_the_names_before_the_old_one_goes(
    tmp_path: Path,
) -> None:
    def note(name: str, _count: int, _real: Step, args: tuple[object, ...]) -> None:
        if name == "fsync" and isinstance(args[0], int):
            number = os.fstat(args[0]).st_ino
            [place] = [path for path in [tmp_path, *tmp_path.rglob("*")] if path.stat().st_ino == number]
            done.append(f"sync {place.relative_to(tmp_path)}")
        elif name in {"rename", "unlink"}:
            done.append(f"{name} {Path(str(args[0])).relative_to(tmp_path)}")

    done: list[str] = []
    target = tmp_path / "papers"
    Story(SECOND, {"notice-letter.docx": b"letter 1", "read-first.txt": b"read this"}).prepare(target)
    with counted(note):
        STORIES["a set in place of another"].run(target)
    assert done == [
        "sync .papers.part/new/exhibits/cover-b.pdf",
        "sync .papers.part/new/notice-letter.docx",
        "sync .papers.part/new/read-first.txt",
        "sync .papers.part/new/manifest.json",
        "sync .papers.part/new/exhibits",
        "sync .papers.part/new",
        "sync .papers.part/spent.json",
        "sync .papers.part",
        "rename papers",
        "rename .papers.part/new",
        "rename .papers.part/old",
        "sync .",
        "unlink .papers.part/spent/manifest.json",
        "unlink .papers.part/spent/notice-letter.docx",
        "unlink .papers.part/spent/read-first.txt",
        "unlink .papers.part/spent.json",
        "unlink .papers.lock",
    ]


def test_a_disk_that_cannot_sync_folders_is_good_enough(tmp_path: Path) -> None:
    def refuse(name: str, _count: int, _real: Step, args: tuple[object, ...]) -> None:
        descriptor = args[0]
        if name == "fsync" and isinstance(descriptor, int) and stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not here")

    target = tmp_path / "papers"
    with counted(refuse):
        Story(SECOND).run(target)
    assert SECOND.items() < snapshot(target).items()
