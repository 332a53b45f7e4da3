"""The parent's side of the child process: it is started, asked, and killed when it takes too long."""

import dataclasses
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Collection
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

import formgen
from formgen.exhibit.cache import DESK, is_sound
from formgen.exhibit.prepared import Converted, RefusedError
from formgen.exhibit.source import Limits, Source, WrittenWords

_COMMAND = ("-P", "-m", "formgen.exhibit.worker")
"""`-P`: nothing that lies in the folder it is started in is taken for a part of Python."""

_KEPT = (
    "HOME",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
    "PATH",
    "SYSTEMROOT",
    "USERPROFILE",
    "APPDATA",
    "WINDIR",
)
"""What the child is told of the environment: as much as Python needs to find itself."""

_START_SECONDS = 60.0
_LONGEST_ANSWER = 1 << 26
"""Bytes."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Refusal:
    code: str
    what: str
    fix: str


@dataclasses.dataclass(frozen=True, slots=True)
class _Answer:
    """One line from the child; anything else is taken for its death."""

    is_ready: bool = False
    converted: Converted | None = None
    refused: _Refusal | None = None
    is_too_heavy: bool = False
    has_failed: bool = False


_ANSWER = TypeAdapter(_Answer)


class Child:
    """One child process; after it was killed or has died, the next file gets a new one."""

    def __init__(self, folder: Path, limits: Limits, words: WrittenWords) -> None:
        """Start nothing yet.

        Args:
            folder: Where it gets a folder of its own, which goes when it ends; all it writes is in there.
            limits: How much one file may take.
            words: What is printed on pages made of text.
        """
        self._folder, self._limits, self.words = folder, limits, words
        self._process: subprocess.Popen[bytes] | None = None
        self._desk: Path | None = None
        """The folder of its own."""

        self._files = 0
        self._is_ready = False
        self._is_closed = False
        self._lock = threading.Lock()

    @property
    def number(self) -> int | None:
        """The process's number, if there is one."""
        return self._process.pid if self._process else None

    def start(self, kinds: Collection[str] = ()) -> None:
        """Start the process and go on at once; it loads what files of these *kinds* need meanwhile."""
        with self._lock:
            if self._process is not None or self._is_closed:
                return
            self._desk = desk = Path(tempfile.mkdtemp(suffix=DESK, prefix="", dir=self._folder))
            self._process = subprocess.Popen(  # noqa: S603 - our own program, its own module
                [sys.executable, *_COMMAND, *kinds],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=desk,
                env=environment_in(desk),
                # Ctrl-C reaches the parent alone, which ends the child.
                start_new_session=True,
            )

    def prepare(self, source: Source) -> tuple[Path, Converted]:
        """Return the file that the child wrote, which is to be moved away, and what its pages are.

        Raises:
            OSError: If there can be no folder for it.
            RefusedError: What the child said, or `evidence-too-slow`, `evidence-too-heavy`,
                `evidence-failed` or `preparing-failed`.
        """
        if self._process is not None and self._process.poll() is not None:
            self.kill()  # it died since, which is not the fault of this file
        self.start()
        if not self._is_ready:
            self._tell({"limits": dataclasses.asdict(self._limits), "words": dataclasses.asdict(self.words)})
            answer, _ = self._hear(_START_SECONDS)
            if answer is None or not answer.is_ready:
                self.kill()
                raise _not_started()
            self._is_ready = True
        self._files += 1
        out = (self._desk or self._folder) / f"{self._files}.pdf"
        self._tell({"source": _told(source), "out": str(out)})
        answer, was_slow = self._hear(self._limits.seconds)
        if answer is None or answer.is_too_heavy or was_slow:
            # A process that ran out of memory once is full of what it did not finish.
            self.kill()
            raise _too_slow(self._limits.seconds) if was_slow else _too_heavy(self._limits.memory)
        if answer.converted is not None and is_sound(answer.converted):
            return out, answer.converted
        out.unlink(missing_ok=True)
        refused = answer.refused
        raise _failed() if refused is None else RefusedError(refused.code, refused.what, refused.fix)

    def kill(self) -> None:
        """End the process, if there is one, with everything it started."""
        with self._lock:
            process, self._process = self._process, None
            desk, self._desk = self._desk, None
            self._is_ready = False
        if process is not None:
            _kill(process)
            process.wait()
            for pipe in (process.stdin, process.stdout):
                _close(pipe)
        if desk is not None:
            shutil.rmtree(desk, ignore_errors=True)

    def close(self) -> None:
        """End the process for good; somebody may be waiting for its answer in another thread."""
        with self._lock:
            self._is_closed = True
            if self._process is not None:
                _kill(self._process)

    def _tell(self, message: dict[str, Any]) -> None:
        process = self._process
        if process is None or process.stdin is None:
            return
        try:
            process.stdin.write(json.dumps(message).encode() + b"\n")
            process.stdin.flush()
        except OSError:
            pass  # it has died, and is not heard either

    def _hear(self, seconds: float) -> tuple[_Answer | None, bool]:
        """Return the next answer, None if there is none; and whether the time ran out."""
        process = self._process
        if process is None or process.stdout is None:
            return None, False
        was_slow = threading.Event()

        def end() -> None:
            was_slow.set()
            _kill(process)

        clock = threading.Timer(seconds, end)
        clock.daemon = True
        clock.start()
        try:
            line = process.stdout.readline(_LONGEST_ANSWER)
        finally:
            clock.cancel()
        try:
            return _ANSWER.validate_json(line, strict=True), was_slow.is_set()
        except ValidationError:
            return None, was_slow.is_set()


def _told(source: Source) -> dict[str, Any]:
    """Return *source* as plain values; where it is, as a process reads it that takes names for UTF-8."""
    place = os.fsencode(source.on_disk.absolute()).decode("utf-8", "surrogateescape")
    return {**dataclasses.asdict(source), "on_disk": place}


def _kill(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    try:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        process.kill()


def _close(pipe: Any) -> None:  # noqa: ANN401 - a pipe or None
    try:
        if pipe is not None:
            pipe.close()
    except OSError:
        pass  # what was not yet sent to a dead process is sent nowhere


def environment_in(folder: Path) -> dict[str, str]:
    """Return what a process of ours is told of the environment whose own folder is *folder*."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    home = Path(formgen.__file__).parents[1]
    if home.name not in {"site-packages", "dist-packages"}:
        kept["PYTHONPATH"] = str(home)  # run from a checkout
    # One arena: each reserves address space, which is what is limited.
    kept |= {"MALLOC_ARENA_MAX": "1", "PYTHONUTF8": "1", "PYTHONHASHSEED": "0", "TZ": "UTC"}
    return kept | {name: str(folder) for name in ("TMPDIR", "TEMP", "TMP")}


def _too_slow(seconds: float) -> RefusedError:
    return RefusedError(
        "evidence-too-slow",
        f"This file could not be made into pages within {seconds:g} seconds.",
        "Open it, print it to a new PDF or save a smaller copy, and name that file.",
    )


def _too_heavy(memory: int) -> RefusedError:
    return RefusedError(
        "evidence-too-heavy",
        f"This file could not be made into pages within {memory / (1 << 20):,.0f} MiB of memory.",
        "Open it, print it to a new PDF or save a smaller copy, and name that file.",
    )


def _failed() -> RefusedError:
    return RefusedError(
        "evidence-failed",
        "This file could not be made into pages; it may be damaged.",
        "Open it, print it to a new PDF, and name that file.",
    )


def _not_started() -> RefusedError:
    return RefusedError(
        "preparing-failed",
        "The part of the program that makes files into pages did not start.",
        "See that memory is free, then run this again; if it stays so, install the program anew.",
    )
