"""Files become exhibits' pages while other work goes on: handed over early, asked for when needed."""

import contextlib
import os
import queue
import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from formgen.exhibit.cache import Cache, Kept, key_of
from formgen.exhibit.child import Child
from formgen.exhibit.prepared import ExhibitPages, RefusedError
from formgen.exhibit.source import Limits, Source, WrittenWords

FILES_A_CHILD = 8
"""With more files than these another child is worth its start."""

_LOOK_UP_SECONDS = 0.5
"""How often waiting is broken off, so that Ctrl-C is noticed on every system."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that cannot be made into pages: which, why, and what to do."""

    path: str
    """Its place in the case: `evidence[2]`."""

    code: str
    what: str
    fix: str


_Job = tuple[str, str | None]
"""Its key, and the password if the file is locked."""

_Outcome = Kept | RefusedError | BaseException


class Preparer:
    """Makes files into pages, in child processes that are ended when this is left.

    The readable copies of locked files are deleted then too: what is made of
    prepared files is made before.
    """

    def __init__(
        self,
        folder: Path,
        *,
        limits: Limits,
        words: WrittenWords,
        progress: Callable[[int, int], None] | None = None,
        children: int = 2,
    ) -> None:
        """Start nothing yet.

        Args:
            folder: Where prepared files are kept (`exhibit.cache`); it is made if it is not there.
            limits: How much one file may take.
            words: What is printed on pages made of text.
            progress: Called with how many files are done, and how many there are.
            children: How many processes may work at once; never more than the machine has cores.

        Raises:
            OSError: If the folder cannot be made.
        """
        self._cache = Cache(folder)
        self._limits, self._words, self._progress = limits, words, progress
        most = max(1, min(children, os.cpu_count() or 1))
        self._children = [Child(self._cache.folder, limits, words) for _ in range(most)]
        self._threads: list[threading.Thread] = []
        self._waiting: queue.SimpleQueue[tuple[_Job, Source] | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[tuple[_Job, _Outcome]] = queue.SimpleQueue()
        self._sources: list[tuple[_Job, Source]] = []
        self._handed_over: set[_Job] = set()
        self._outcomes: dict[_Job, _Outcome] = {}
        self._is_closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End every child, whatever it is doing, and delete the readable copies of locked files."""
        self._is_closed = True
        for child in self._children:
            child.close()
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join()
        for child in self._children:
            child.kill()
        self._cache.forget()

    def start(self, files: int = 1, kinds: Collection[str] = ()) -> None:
        """Start the children, if it is sure that they will be needed, and go on at once.

        Args:
            files: How many files there will be, about.
            kinds: Of what kinds they seem to be: what these need is loaded meanwhile.
        """
        for child in self._children[: self._wanted(files)]:
            child.start(kinds)

    def use(self, words: WrittenWords) -> None:
        """Have *words* printed on pages made of text: said before any file is handed over."""
        self._words = words
        for child in self._children:
            child.words = words

    def submit(self, sources: Sequence[Source]) -> None:
        """Hand files over, to be prepared while the caller goes on; each file is prepared once."""
        for source in sources:
            job = (key_of(source, self._limits, self._words), source.password)
            self._sources.append((job, source))
            if job not in self._handed_over:
                self._handed_over.add(job)
                self._waiting.put((job, source))
        while len(self._threads) < self._wanted(len(self._handed_over)):
            child = self._children[len(self._threads)]
            thread = threading.Thread(target=self._work, args=(child,), name="preparing", daemon=True)
            self._threads.append(thread)
            thread.start()

    def results(self) -> tuple[tuple[ExhibitPages, ...], tuple[Refused, ...]]:
        """Wait for every file that was handed over; return the pages, and what was refused, in its order.

        Raises:
            OSError: If the folder cannot be written.
        """
        reported = -1
        while True:
            done = sum(job in self._outcomes for job, _ in self._sources)
            if done != reported and self._progress is not None:
                self._progress(done, len(self._sources))
            reported = done
            if done == len(self._sources):
                break
            with contextlib.suppress(queue.Empty):
                job, outcome = self._done.get(timeout=_LOOK_UP_SECONDS)
                if isinstance(outcome, BaseException) and not isinstance(outcome, RefusedError):
                    raise outcome
                self._outcomes[job] = outcome
        told = [(source, self._outcomes[job]) for job, source in self._sources]
        return (
            tuple(_pages(source, outcome) for source, outcome in told if isinstance(outcome, Kept)),
            tuple(
                Refused(source.path, outcome.code, outcome.what, outcome.fix)
                for source, outcome in told
                if isinstance(outcome, RefusedError)
            ),
        )

    def prepare(self, sources: Sequence[Source]) -> tuple[tuple[ExhibitPages, ...], tuple[Refused, ...]]:
        """Hand files over and wait for them: `submit`, then `results`."""
        self.submit(sources)
        return self.results()

    def _wanted(self, files: int) -> int:
        """Return how many children *files* files are worth."""
        return min(len(self._children), -(-files // FILES_A_CHILD))

    def _work(self, child: Child) -> None:
        """Do what waits, until told to stop; every outcome is told, also a fault of our own."""
        while (next_one := self._waiting.get()) is not None and not self._is_closed:
            job, source = next_one
            try:
                outcome: _Outcome = self._kept(job, source, child)
            except BaseException as error:  # noqa: BLE001 - raised where it is waited for
                outcome = error
            self._done.put((job, outcome))

    def _kept(self, job: _Job, source: Source, child: Child) -> Kept:
        key, password = job
        # A copy that can be read without the password lasts no longer than the run.
        if password is None and (kept := self._cache.find(key, source.sha256)) is not None:
            return kept
        file, converted = child.prepare(source)
        if password is None:
            return self._cache.keep(key, source.sha256, file, converted)
        return self._cache.keep_for_this_run(file, converted)


def _pages(source: Source, kept: Kept) -> ExhibitPages:
    return ExhibitPages(
        path=source.path,
        sha256=source.sha256,
        file=kept.file,
        file_sha256=kept.file_sha256,
        pages=kept.converted.pages,
        source_pages=kept.converted.source_pages,
        parts=kept.converted.parts,
        done=kept.converted.done,
    )
