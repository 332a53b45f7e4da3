"""Says on stderr how far long work has come; short work is done before it says anything."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

FIRST = 1.0
"""Seconds before anything is said on a terminal; in a file it is as long as between two reports."""

ON_TERMINAL, IN_FILE = 0.2, 10.0
"""Seconds between two reports: a line that is written over, or one below the other."""

_WORDS = {"exhibits": "Preparing exhibits", "files": "Putting files together"}


@contextmanager
def progress_shown(*, quiet: bool) -> Iterator[Callable[[str, int, int], None] | None]:
    """Give what reports progress while the block lasts; nothing if it is to be *quiet*."""
    if quiet:
        yield None
        return
    reporter = _Reporter(is_terminal=sys.stderr.isatty())
    try:
        yield reporter.report
    finally:
        reporter.clear()


class _Reporter:
    def __init__(self, *, is_terminal: bool) -> None:
        self._is_terminal = is_terminal
        self._next = time.monotonic() + (FIRST if is_terminal else IN_FILE)
        self._wide = 0

    def report(self, what: str, done: int, of: int) -> None:
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + (ON_TERMINAL if self._is_terminal else IN_FILE)
        line = f"{_WORDS.get(what, what)}: {done} of {of}"
        if self._is_terminal:
            sys.stderr.write("\r" + line.ljust(self._wide))
            self._wide = len(line)
        else:
            sys.stderr.write(line + "\n")
        sys.stderr.flush()

    def clear(self) -> None:
        if self._wide:
            sys.stderr.write("\r" + " " * self._wide + "\r")
            sys.stderr.flush()
