"""A run stopped while evidence is prepared: nothing half made, no process left, and the next works."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pipeline.packets import NOTE, ROOT, is_running, packet_case, tree

from formgen.pipeline import Job, make

LONG = NOTE * 10_000
"""So much text that its pages take a while."""

RUN = "from formgen.cli import main; main()"
SLEEPY = """
import os, sys, time
sys.stdin.readline()
print('{"is_ready": true}', flush=True)
sys.stdin.readline()
open("asked", "w").close()
time.sleep(60)
"""
"""A child that never answers."""

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="what runs is read from /proc, which only Linux has"
)


def started(job: Job, code: str) -> subprocess.Popen[str]:
    """Start a run of `formgen make` in the folder of the case, with *code* instead of the program's start."""
    words = ["make", job.case_file.name, "--as-of", "2026-05-12", "--only", "packet"]
    return subprocess.Popen(
        [sys.executable, "-c", code, *words],
        cwd=job.case_file.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def soon(happened: Callable[[], bool], *, seconds: float = 20.0) -> bool:
    """Wait until something has happened, and tell whether it has."""
    end = time.monotonic() + seconds
    while not (done := happened()) and time.monotonic() < end:
        time.sleep(0.02)
    return done


def desks(folder: Path) -> list[Path]:
    """Return the folders in which children work."""
    return list((folder / ".papers.work" / "cache").glob("*.part"))


def children_of(number: int) -> list[int]:
    """Return the numbers of the processes that a process has started."""
    tasks = Path(f"/proc/{number}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text(encoding="utf-8").split()]


def test_a_run_that_is_killed_leaves_no_papers_and_no_process_and_the_next_run_works(tmp_path: Path) -> None:
    job = packet_case(tmp_path, {"long.txt": LONG})
    with started(job, RUN) as process:
        # It is at work once there is more than its empty folder.
        assert soon(lambda: any(any(desk.iterdir()) for desk in desks(tmp_path)))
        (child,) = children_of(process.pid)
        process.kill()
        process.communicate()
    assert not (tmp_path / "papers").exists()
    assert soon(lambda: not is_running(child))

    (tmp_path / "evidence" / "long.txt").write_text(NOTE, encoding="utf-8")
    made = make(job, tmp_path / "papers")

    assert "packet.pdf" in made.published.names
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case.json", "evidence", "papers"]


def test_ctrl_c_while_evidence_is_prepared_ends_the_child_and_clears_all_away(tmp_path: Path) -> None:
    job = packet_case(tmp_path, {"note.txt": NOTE})
    before = tree(tmp_path)
    code = f"import formgen.exhibit.child as child\nchild._COMMAND = ('-c', {SLEEPY!r})\n{RUN}"
    with started(job, code) as process:
        assert soon(lambda: any((desk / "asked").exists() for desk in desks(tmp_path)))
        (child,) = children_of(process.pid)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)

    assert (process.returncode, out) == (130, "")
    assert err == "  Stopped before it was done.\n    Nothing was left half made.  [interrupted]\n"
    assert soon(lambda: not is_running(child), seconds=2.0)
    assert tree(tmp_path) == before
