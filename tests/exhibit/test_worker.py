"""What runs in the child process: a line in, a line out, whatever the file does."""

import dataclasses
import errno
import hashlib
import io
import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from formgen.exhibit import worker
from formgen.exhibit.prepared import RefusedError
from formgen.exhibit.source import Limits, Source, WrittenWords
from formgen.exhibit.worker import LARGEST_FILE, answer_to


def question(folder: Path, data: bytes = b"anything", kind: str = "unknown", **changes: object) -> bytes:
    file = folder / "offered"
    file.write_bytes(data)
    source = Source("evidence[1]", file, hashlib.sha256(data).hexdigest(), kind)
    told = {**dataclasses.asdict(source), "on_disk": str(file), **changes}
    return json.dumps({"source": told, "out": str(folder / "out.pdf")}).encode() + b"\n"


def answer(folder: Path) -> dict[str, Any]:
    return answer_to(question(folder), Limits(), WrittenWords())


def fail_with(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(worker, "prepare", fail)


def picture() -> bytes:
    packed = io.BytesIO()
    Image.new("L", (8, 8)).save(packed, "PNG")
    return packed.getvalue()


def test_what_was_written_is_told_as_plain_values(tmp_path: Path) -> None:
    told = answer_to(question(tmp_path, picture(), "PNG"), Limits(), WrittenWords())
    (page,) = told["converted"]["pages"]

    assert (page["width"], page["height"], len(page["digest"])) == (42, 42, 64)
    assert json.loads(json.dumps(told))["converted"]["source_pages"] == 1


def test_a_refusal_is_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(RefusedError("evidence-damaged", "It is damaged.", "Get it again."), monkeypatch)

    assert answer(tmp_path) == {
        "refused": {"code": "evidence-damaged", "what": "It is damaged.", "fix": "Get it again."}
    }


@pytest.mark.parametrize(
    "error", [MemoryError(), OSError(errno.ENOMEM, "no memory"), OSError(errno.EFBIG, "too large")]
)
def test_a_file_that_takes_too_much_is_told(
    error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_with(error, monkeypatch)

    assert answer(tmp_path) == {"is_too_heavy": True}


@pytest.mark.parametrize(
    "error", [ValueError("Dana"), RecursionError("Dana"), OSError(errno.EIO, "Dana"), KeyError("Dana")]
)
def test_any_other_failure_is_told_without_a_word_of_the_file(
    error: Exception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_with(error, monkeypatch)

    assert answer(tmp_path) == {"has_failed": True}


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(OSError(errno.ENOSPC, "full"), monkeypatch)

    assert answer(tmp_path)["refused"]["code"] == "work-folder-full"


def run(folder: Path, lines: bytes, *, code: str = "") -> tuple[list[dict[str, Any]], bytes]:
    """Run the worker as a process; return what it answered, and what came out beside."""
    program = f"{code}\nfrom formgen.exhibit.worker import main\nmain()"
    done = subprocess.run(
        [sys.executable, "-c", program], input=lines, capture_output=True, check=False, cwd=folder, timeout=60
    )
    return [json.loads(line) for line in done.stdout.splitlines()], done.stderr


def first(**limits: object) -> bytes:
    told = {"limits": {**dataclasses.asdict(Limits()), **limits}, "words": dataclasses.asdict(WrittenWords())}
    return json.dumps(told).encode() + b"\n"


def test_it_answers_line_by_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = io.BytesIO()
    lines = io.TextIOWrapper(io.BytesIO(first() + question(tmp_path, picture(), "PNG")))
    monkeypatch.setattr(worker, "_only_way_out", lambda: said)
    monkeypatch.setattr(worker, "limit_process", lambda _: None)
    monkeypatch.setattr(sys, "stdin", lines)
    worker.main()

    assert [sorted(json.loads(line)) for line in said.getvalue().splitlines()] == [
        ["is_ready"],
        ["converted"],
    ]


def test_limits_are_set_as_far_as_the_system_lets_them(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[int, tuple[int, int]] = {}

    def note(kind: int, most: tuple[int, int]) -> None:
        asked[kind] = most
        raise ValueError

    monkeypatch.setattr(resource, "getrlimit", lambda _: (5, 1000))
    monkeypatch.setattr(resource, "setrlimit", note)
    monkeypatch.setattr(os, "umask", lambda mask: mask)
    worker.limit_process(Limits())

    assert asked == {
        resource.RLIMIT_AS: (1000, 1000),
        resource.RLIMIT_FSIZE: (1000, 1000),
        resource.RLIMIT_CORE: (0, 0),
    }


def test_one_process_serves_many_files_and_ends_when_nothing_more_comes(tmp_path: Path) -> None:
    lines = question(tmp_path, picture(), "PNG")
    answers, beside = run(tmp_path, first() + lines + lines)

    assert [sorted(told) for told in answers] == [["is_ready"], ["converted"], ["converted"]]
    assert beside == b""


def test_what_a_library_prints_does_not_come_between_answers(tmp_path: Path) -> None:
    code = (
        "import os, formgen.exhibit.worker as worker\n"
        "def noisy(*_):\n    print('noise'); os.write(1, b'noise'); raise MemoryError\n"
        "worker.prepare = noisy"
    )
    answers, _ = run(tmp_path, first() + question(tmp_path), code=code)

    assert answers == [{"is_ready": True}, {"is_too_heavy": True}]


def test_a_process_that_nobody_ends_ends_itself(tmp_path: Path) -> None:
    code = (
        "import time, formgen.exhibit.worker as worker\n"
        "worker._GRACE = 0.2\nworker.prepare = lambda *_: time.sleep(60)"
    )
    answers, _ = run(tmp_path, first(seconds=0.1) + question(tmp_path), code=code)

    assert answers == [{"is_ready": True}]


def test_the_process_is_held_to_its_limits(tmp_path: Path) -> None:
    code = (
        "import resource, json, sys, os, formgen.exhibit.worker as worker\n"
        "names = ('RLIMIT_AS', 'RLIMIT_FSIZE', 'RLIMIT_CORE')\n"
        "def look(*_):\n"
        "    found = [resource.getrlimit(getattr(resource, name))[0] for name in names]\n"
        "    raise worker.RefusedError(str(found), oct(os.umask(0)), '')\n"
        "worker.prepare = look"
    )
    answers, _ = run(tmp_path, first(memory=500_000_000) + question(tmp_path), code=code)

    assert answers[1]["refused"] == {"code": str([500_000_000, LARGEST_FILE, 0]), "what": "0o77", "fix": ""}
    assert resource.getrlimit(resource.RLIMIT_AS)[0] != 500_000_000


def test_it_begins_with_as_little_as_possible(tmp_path: Path) -> None:
    code = "import sys, formgen.exhibit.worker; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        cwd=tmp_path,
        timeout=60,
        env={**os.environ},
    )
    loaded = {name.partition(".")[0] for name in done.stdout.decode().split()}

    assert (
        loaded & {"pikepdf", "PIL", "img2pdf", "pillow_heif", "reportlab", "pydantic", "lxml", "uharfbuzz"}
        == set()
    )
