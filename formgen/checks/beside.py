"""A second process that looks at PDF while this one goes on: PDFium is not safe for threads.

It is ours, and is told and tells plain values only.  If there is none, or it
ends before its time, this process looks itself.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from formgen.checks.pdf_text import NotAPdfError
from formgen.exhibit.child import environment_in

T = TypeVar("T")

WORTH_IT = 60
"""Pages from which on a second process is worth its start."""

_COMMAND = ("-P", "-m", "formgen.checks.beside_worker")


class GoneError(Exception):
    """The second process is not there any more."""


class Beside:
    """The second process, asked one thing after the other."""

    def __init__(self, folder: Path) -> None:
        """Start it.

        Args:
            folder: Where it may put temporary files.
        """
        self._process = subprocess.Popen(  # noqa: S603 - our own program, its own module
            [sys.executable, *_COMMAND],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment_in(folder),
            # Ctrl-C reaches this process alone, which ends the other.
            start_new_session=True,
        )
        self._asking = ThreadPoolExecutor(1, "beside")

    def ask(self, what: str, file: Path, about: Sequence[object]) -> Callable[[], list[Any]]:
        """Have something looked at in *file*, and return what waits for what was found.

        That raises `GoneError` if nobody looks at it any more, and `NotAPdfError` if it cannot be read.
        """
        told = json.dumps([what, str(file), about])
        return self._asking.submit(self._answer, told.encode() + b"\n").result

    def close(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()
        self._asking.shutdown(cancel_futures=True)
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()

    def _answer(self, question: bytes) -> list[Any]:
        questions, answers = self._process.stdin, self._process.stdout
        if questions is None or answers is None:
            raise GoneError
        try:
            questions.write(question)
            questions.flush()
            found = json.loads(answers.readline())
        except (OSError, ValueError):
            raise GoneError from None
        if found is None:
            raise NotAPdfError
        return list(found)


@contextmanager
def beside(folder: Path, *, pages: int) -> Iterator[Beside | None]:
    """Hold a second process while the block lasts, if *pages* are worth it and there is a core for it."""
    if pages < WORTH_IT or (os.cpu_count() or 1) < 2:
        yield None
        return
    try:
        process = Beside(folder)
    except OSError:
        yield None
        return
    try:
        yield process
    finally:
        process.close()
