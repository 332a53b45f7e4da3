"""Many files handed over, prepared beside other work, and asked for in the end."""

import dataclasses
import hashlib
import io
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from PIL import Image

from formgen.exhibit.cache import Cache
from formgen.exhibit.child import Child
from formgen.exhibit.prepared import Converted, ExhibitPages, RefusedError
from formgen.exhibit.preparing import Preparer, Refused
from formgen.exhibit.source import Limits, Source, WrittenWords

WORDS = WrittenWords()
USUAL = Limits()
KEY_WORDS = "of Dana"


def picture(shade: int = 0) -> bytes:
    packed = io.BytesIO()
    Image.new("L", (8, 8), shade).save(packed, "PNG")
    return packed.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where prepared files are kept."""
    return tmp_path / "prepared"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the places of the files that a child was asked to prepare."""
    found: list[str] = []
    prepare = Child.prepare

    def noted(self: Child, source: Source) -> tuple[Path, Converted]:
        found.append(source.path)
        return prepare(self, source)

    monkeypatch.setattr(Child, "prepare", noted)
    return found


def offered(folder: Path, number: int, data: bytes | None = None, **changes: object) -> Source:
    file = folder / f"{number}.png"
    data = picture(number) if data is None else data
    file.write_bytes(data)
    source = Source(f"evidence[{number}]", file, hashlib.sha256(data).hexdigest(), "PNG")
    return dataclasses.replace(source, **changes)  # type: ignore[arg-type]


def endless(folder: Path, number: int) -> Source:
    os.mkfifo(folder / f"{number}.png")
    return Source(f"evidence[{number}]", folder / f"{number}.png", "0" * 64, "PNG")


def prepared(
    folder: Path,
    *sources: Source,
    limits: Limits = USUAL,
    children: int = 2,
) -> tuple[tuple[ExhibitPages, ...], tuple[Refused, ...]]:
    with Preparer(folder, limits=limits, words=WORDS, children=children) as preparer:
        return preparer.prepare(sources)


def left_alive(parent: int) -> list[int]:
    """Return the processes whose parent is *parent*, and that have not ended."""
    found = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, above = place.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if int(above) == parent and state != "Z":
            found.append(int(place.parent.name))
    return found


def test_a_prepared_file_is_told_with_all_that_is_needed(folder: Path, tmp_path: Path) -> None:
    source = offered(tmp_path, 1)
    (pages,), refused = prepared(folder, source)

    assert refused == ()
    assert (pages.path, pages.sha256, pages.source_pages) == ("evidence[1]", source.sha256, 1)
    assert pages.file_sha256 == hashlib.sha256(pages.file.read_bytes()).hexdigest()
    assert [(page.width, page.height) for page in pages.pages] == [(42, 42)]
    assert pages.file.parent == folder


def test_all_are_told_together_and_in_their_order(folder: Path, tmp_path: Path) -> None:
    sources = [offered(tmp_path, number) for number in range(1, 13)]
    sources[4] = offered(tmp_path, 5, picture()[:-20])
    sources[8] = dataclasses.replace(sources[8], kind="zip")
    found, refused = prepared(folder, *sources)

    assert [pages.path for pages in found] == [
        f"evidence[{number}]" for number in (1, 2, 3, 4, 6, 7, 8, 10, 11, 12)
    ]
    assert [(each.path, each.code) for each in refused] == [
        ("evidence[5]", "evidence-damaged"),
        ("evidence[9]", "evidence-kind"),
    ]


def test_nothing_handed_over_gives_nothing(folder: Path) -> None:
    assert prepared(folder) == ((), ())


def test_unchanged_evidence_is_not_prepared_twice(folder: Path, tmp_path: Path, asked: list[str]) -> None:
    first = prepared(folder, offered(tmp_path, 1))
    second = prepared(folder, offered(tmp_path, 1))

    assert (asked, second) == (["evidence[1]"], first)


def test_changed_evidence_is_prepared_anew(folder: Path, tmp_path: Path, asked: list[str]) -> None:
    prepared(folder, offered(tmp_path, 1))
    prepared(folder, offered(tmp_path, 1, picture(99)))
    prepared(folder, offered(tmp_path, 1), limits=Limits(pixels=1000))

    assert asked == ["evidence[1]"] * 3


def test_a_file_that_is_offered_twice_is_prepared_once(
    folder: Path, tmp_path: Path, asked: list[str]
) -> None:
    source = offered(tmp_path, 1)
    (first, second), _ = prepared(folder, source, dataclasses.replace(source, path="evidence[2]"))

    assert asked == ["evidence[1]"]
    assert (second.path, second) == ("evidence[2]", dataclasses.replace(first, path="evidence[2]"))


def test_a_file_that_was_spoilt_in_the_folder_is_made_again(
    folder: Path, tmp_path: Path, asked: list[str]
) -> None:
    (pages,), _ = prepared(folder, offered(tmp_path, 1))
    pages.file.write_bytes(b"%PDF-1.7 nothing")
    again = prepared(folder, offered(tmp_path, 1))[0]

    assert (again, asked) == ((pages,), ["evidence[1]"] * 2)
    assert hashlib.sha256(pages.file.read_bytes()).hexdigest() == pages.file_sha256


def test_the_readable_copy_of_a_locked_file_goes_at_the_end(folder: Path, tmp_path: Path) -> None:
    source = offered(tmp_path, 1, password=KEY_WORDS)
    with Preparer(folder, limits=Limits(), words=WORDS) as preparer:
        (pages, same), _ = preparer.prepare([source, dataclasses.replace(source, path="evidence[2]")])
        assert (pages.file, pages.file.exists()) == (same.file, True)
        assert list(folder.glob("*.json")) == []

    assert list(folder.iterdir()) == []


def test_a_locked_file_is_prepared_in_every_run(folder: Path, tmp_path: Path, asked: list[str]) -> None:
    prepared(folder, offered(tmp_path, 1))
    prepared(folder, offered(tmp_path, 1, password=KEY_WORDS))
    prepared(folder, offered(tmp_path, 1, password=KEY_WORDS))

    assert asked == ["evidence[1]"] * 3


def test_a_slow_file_is_refused_and_the_rest_goes_on(folder: Path, tmp_path: Path) -> None:
    sources = [offered(tmp_path, 1), endless(tmp_path, 2), offered(tmp_path, 3)]
    found, refused = prepared(folder, *sources, limits=Limits(seconds=4), children=1)

    assert [pages.path for pages in found] == ["evidence[1]", "evidence[3]"]
    assert [(each.path, each.code) for each in refused] == [("evidence[2]", "evidence-too-slow")]


def test_a_file_that_changed_since_it_was_examined_is_refused(folder: Path, tmp_path: Path) -> None:
    source = offered(tmp_path, 1)
    source.on_disk.write_bytes(picture(7))
    _, (refused,) = prepared(folder, source)

    assert (refused.path, refused.code) == ("evidence[1]", "evidence-changed-since")


def test_handing_over_waits_for_nothing(folder: Path, tmp_path: Path) -> None:
    with Preparer(folder, limits=Limits(seconds=30), words=WORDS) as preparer:
        began = time.monotonic()
        preparer.submit([endless(tmp_path, 1)])
        assert time.monotonic() - began < 5


def test_files_may_be_handed_over_bit_by_bit(folder: Path, tmp_path: Path) -> None:
    with Preparer(folder, limits=Limits(), words=WORDS) as preparer:
        preparer.start()
        preparer.submit([offered(tmp_path, 1)])
        preparer.submit([offered(tmp_path, 2)])
        found, _ = preparer.results()

    assert [pages.path for pages in found] == ["evidence[1]", "evidence[2]"]


def test_how_far_it_is_is_told(folder: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    sources = [offered(tmp_path, number) for number in (1, 2, 3)]
    with Preparer(folder, limits=Limits(), words=WORDS, progress=lambda *how: told.append(how)) as preparer:
        preparer.prepare(sources)

    assert (told[0], told[-1]) == ((0, 3), (3, 3))
    assert told == sorted(set(told))


@pytest.mark.parametrize("how", [(8, 2, 4, 1), (9, 2, 4, 2), (40, 2, 4, 2), (40, 2, 1, 1), (40, 1, 4, 1)])
def test_there_are_as_many_children_as_is_worth_while(
    how: tuple[int, int, int, int], folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files, children, cores, expected = how
    seen: set[int] = set()
    both = threading.Barrier(expected, timeout=20)

    def pretend(self: Child, _: Source) -> tuple[Path, Converted]:
        if id(self) not in seen:
            seen.add(id(self))
            both.wait()
        raise RefusedError("x", "x", "x")

    monkeypatch.setattr(Child, "prepare", pretend)
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    _, refused = prepared(folder, *(offered(tmp_path, n) for n in range(1, files + 1)), children=children)

    assert (len(refused), len(seen)) == (files, expected)


def test_a_fault_of_our_own_is_not_swallowed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Cache, "find", fail)

    with pytest.raises(ZeroDivisionError):
        prepared(folder, offered(tmp_path, 1))


def test_a_folder_that_cannot_be_written_is_told(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Cache, "keep", fail)

    with pytest.raises(PermissionError):
        prepared(folder, offered(tmp_path, 1))


def test_leaving_early_ends_every_child_and_leaves_nothing_half_made(folder: Path, tmp_path: Path) -> None:
    before = set(left_alive(os.getpid()))
    with Preparer(folder, limits=Limits(), words=WORDS) as preparer:
        preparer.submit([endless(tmp_path, number) for number in range(1, 12)])
        time.sleep(0.5)
    # A thread of another test may be about to end its own.
    assert set(left_alive(os.getpid())) - before == set()
    assert list(folder.iterdir()) == []


def test_ctrl_c_leaves_no_child_behind(folder: Path, tmp_path: Path) -> None:
    endless(tmp_path, 1)
    code = (
        "import sys; from pathlib import Path\n"
        "from formgen.exhibit.preparing import Preparer; from formgen.exhibit.source import *\n"
        "source = Source('evidence[1]', Path(sys.argv[1]), '0' * 64, 'PNG')\n"
        "with Preparer(Path(sys.argv[2]), limits=Limits(), words=WrittenWords()) as preparer:\n"
        "    preparer.submit([source])\n"
        "    while preparer._children[0].number is None: pass\n"
        "    print(preparer._children[0].number, flush=True)\n"
        "    preparer.results()\n"
    )
    program = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "1.png"), str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert program.stdout is not None
    number = int(program.stdout.readline())
    time.sleep(0.5)
    os.kill(program.pid, signal.SIGINT)
    _, told = program.communicate(timeout=20)

    assert told.splitlines()[-1] == b"KeyboardInterrupt"
    assert not Path(f"/proc/{number}").exists()
    assert list(folder.iterdir()) == []
