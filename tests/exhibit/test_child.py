"""The child process as its parent sees it: asked, timed, and replaced."""

import hashlib
import io
import os
import signal
import struct
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from formgen.exhibit import child as module
from formgen.exhibit.child import Child
from formgen.exhibit.prepared import RefusedError
from formgen.exhibit.source import Limits, Source, WrittenWords

WORDS = WrittenWords()
KEY_WORDS = "of Dana"


def picture() -> bytes:
    packed = io.BytesIO()
    Image.new("L", (8, 8)).save(packed, "PNG")
    return packed.getvalue()


def heavy_picture() -> bytes:
    """Return a small file that holds a hundred million pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    packer = zlib.compressobj(1)
    row = bytes(30_001)
    rows = b"".join(packer.compress(row) for _ in range(10_000)) + packer.flush()
    header = struct.pack(">IIBBBBB", 10_000, 10_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def offered(folder: Path, data: bytes, kind: str = "PNG", name: str = "offered") -> Source:
    file = folder / name
    file.write_bytes(data)
    return Source("evidence[1]", file, hashlib.sha256(data).hexdigest(), kind)


def endless(folder: Path) -> Source:
    """Return a file that never ends and never begins: nobody writes into the pipe."""
    os.mkfifo(folder / "endless")
    return Source("evidence[1]", folder / "endless", "0" * 64, "PNG")


@pytest.fixture
def work(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


@pytest.fixture
def child(work: Path) -> Iterator[Child]:
    found = Child(work, Limits(seconds=30), WORDS)
    yield found
    found.close()
    found.kill()


def refused(child: Child, source: Source) -> RefusedError:
    with pytest.raises(RefusedError) as caught:
        child.prepare(source)
    return caught.value


def is_alive(number: int | None) -> bool:
    if number is None:
        return False
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_child_serves_many_files(child: Child, tmp_path: Path) -> None:
    first, converted = child.prepare(offered(tmp_path, picture()))
    number = child.number
    second, _ = child.prepare(offered(tmp_path, picture()))

    assert (converted.source_pages, child.number) == (1, number)
    assert first != second
    assert first.read_bytes() == second.read_bytes()


def test_what_a_child_refuses_is_raised(child: Child, tmp_path: Path) -> None:
    error = refused(child, offered(tmp_path, picture()[:-20]))

    assert error.code == "evidence-damaged"
    assert child.prepare(offered(tmp_path, picture()))[1].source_pages == 1


def test_a_file_that_takes_too_long_is_refused_and_the_child_replaced(work: Path, tmp_path: Path) -> None:
    child = Child(work, Limits(seconds=1), WORDS)
    child.start()
    number = child.number
    began = time.monotonic()
    error = refused(child, endless(tmp_path))

    assert (error.code, error.what) == (
        "evidence-too-slow",
        "This file could not be made into pages within 1 seconds.",
    )
    assert time.monotonic() - began < 15
    assert not is_alive(number)
    assert list(work.iterdir()) == []
    child.kill()


def test_after_a_child_was_killed_the_next_file_gets_a_new_one(work: Path, tmp_path: Path) -> None:
    child = Child(work, Limits(seconds=5), WORDS)
    refused(child, endless(tmp_path))

    assert child.prepare(offered(tmp_path, picture()))[1].source_pages == 1
    child.kill()


def test_a_file_that_takes_too_much_memory_is_refused(work: Path, tmp_path: Path) -> None:
    child = Child(work, Limits(memory=250 << 20), WORDS)
    error = refused(child, offered(tmp_path, heavy_picture()))

    assert (error.code, error.what) == (
        "evidence-too-heavy",
        "This file could not be made into pages within 250 MiB of memory.",
    )
    assert child.number is None
    assert child.prepare(offered(tmp_path, picture()))[1].source_pages == 1
    child.kill()


def test_a_child_that_dies_over_a_file_is_replaced(child: Child, tmp_path: Path) -> None:
    child.prepare(offered(tmp_path, picture()))
    number = child.number
    assert number is not None
    threading.Timer(0.5, os.kill, (number, signal.SIGKILL)).start()

    assert refused(child, endless(tmp_path)).code == "evidence-too-heavy"
    assert child.prepare(offered(tmp_path, picture()))[1].source_pages == 1


def test_a_child_that_died_between_two_files_is_not_the_fault_of_the_second(
    child: Child, tmp_path: Path
) -> None:
    child.prepare(offered(tmp_path, picture()))
    number = child.number
    assert number is not None
    os.kill(number, signal.SIGKILL)
    time.sleep(0.2)

    assert child.prepare(offered(tmp_path, picture()))[1].source_pages == 1


def test_a_child_that_cannot_start_is_told(
    work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_COMMAND", ("-c", "pass"))

    assert refused(Child(work, Limits(), WORDS), offered(tmp_path, picture())).code == "preparing-failed"
    assert list(work.iterdir()) == []


@pytest.mark.parametrize(
    "answer",
    [
        "{}",
        "nonsense",
        "",
        '{"converted": {"pages": [], "source_pages": 1}}',
        '{"converted": {"pages": [{"width": "wide", "height": 1, "digest": "x"}], "source_pages": 1}}',
        '{"converted": {"pages": [{"width": NaN, "height": 1, "digest": "x"}], "source_pages": 1}}',
    ],
)
def test_an_answer_that_cannot_be_is_a_failure(
    answer: str, work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = f"""
import sys
sys.stdin.readline()
print('{{"is_ready": true}}', flush=True)
sys.stdin.readline()
print({answer!r}, flush=True)
"""
    monkeypatch.setattr(module, "_COMMAND", ("-c", code))
    child = Child(work, Limits(), WORDS)

    assert refused(child, offered(tmp_path, picture())).code in {"evidence-failed", "evidence-too-heavy"}
    child.kill()


def test_a_password_is_told_through_the_pipe_alone(
    work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = (
        "import sys, os, json\n"
        "sys.stdin.readline(); print('{\"is_ready\": true}', flush=True)\n"
        "told = json.loads(sys.stdin.readline())['source']['password']\n"
        "seen = told in ' '.join([*sys.argv[1:], *os.environ.values()])\n"
        "print(json.dumps({'refused': {'code': told, 'what': str(seen), 'fix': ''}}), flush=True)"
    )
    monkeypatch.setattr(module, "_COMMAND", ("-c", code))
    child = Child(work, Limits(), WORDS)
    source = offered(tmp_path, picture())
    error = refused(child, Source(source.path, source.on_disk, source.sha256, "PDF", password=KEY_WORDS))

    assert (error.code, error.what) == (KEY_WORDS, "False")
    child.kill()


def test_a_child_is_told_little_of_the_environment(
    work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OFFICE_SECRET", "x")
    code = (
        "import sys, os, json\n"
        "sys.stdin.readline(); print('{\"is_ready\": true}', flush=True); sys.stdin.readline()\n"
        "told = {'code': ' '.join(sorted(os.environ)), 'what': os.getcwd(), 'fix': ''}\n"
        "print(json.dumps({'refused': told}))"
    )
    monkeypatch.setattr(module, "_COMMAND", ("-c", code))
    child = Child(work, Limits(), WORDS)
    error = refused(child, offered(tmp_path, picture()))

    assert "OFFICE_SECRET" not in error.code.split()
    assert {"TMPDIR", "TZ", "PYTHONUTF8"} <= set(error.code.split())
    assert Path(error.what).parent == work
    child.kill()


def test_what_lies_beside_the_child_is_not_taken_for_a_part_of_python(child: Child, work: Path) -> None:
    (work / "json.py").write_text("raise SystemExit", encoding="utf-8")
    source = offered(work, picture())

    assert child.prepare(source)[1].source_pages == 1


@pytest.mark.parametrize("name", ["Nguyễn & Söhne.png", "a\nb.png", os.fsdecode(b"caf\xe9.png"), "'\".png"])
def test_a_file_may_have_any_name(name: str, child: Child, tmp_path: Path) -> None:
    assert child.prepare(offered(tmp_path, picture(), name=name))[1].source_pages == 1


def test_a_path_from_where_the_parent_is_leads_to_the_same_file(
    child: Child, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = offered(tmp_path, picture())
    monkeypatch.chdir(tmp_path)
    here = Source(source.path, Path("offered"), source.sha256, source.kind)

    assert child.prepare(here)[1].source_pages == 1


def test_a_child_that_is_closed_stays_so(work: Path, tmp_path: Path) -> None:
    child = Child(work, Limits(), WORDS)
    child.prepare(offered(tmp_path, picture()))
    number = child.number
    child.close()
    child.kill()

    assert refused(child, offered(tmp_path, picture())).code == "preparing-failed"
    assert (is_alive(number), list(work.iterdir())) == (False, [])


def test_a_child_whose_parent_was_killed_ends(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from formgen.exhibit.child import Child\n"
        "from formgen.exhibit.source import *\n"
        "child = Child(Path(sys.argv[1]), Limits(), WrittenWords()); child.start()\n"
        "print(child.number, flush=True); sys.stdin.read()"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert parent.stdout is not None
    assert parent.stdin is not None
    number = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    parent.stdin.close()
    until = time.monotonic() + 15
    while is_alive(number) and time.monotonic() < until:
        time.sleep(0.05)

    assert not is_alive(number)
