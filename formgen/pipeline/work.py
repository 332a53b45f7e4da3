"""How exhibits are prepared in a run: where, with what limits, and by which processes."""

from collections.abc import Callable, Collection, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from formgen.exhibit.preparing import Preparer
from formgen.exhibit.source import Limits, WrittenWords

Unlock: TypeAlias = Callable[[str, str], str | None]
"""Gives the password of a locked file, by its place in the case and its path; None if it is not known."""

Progress: TypeAlias = Callable[[str, int, int], None]
"""Is told what is done, how much of it, and of how much."""


@dataclass(frozen=True, slots=True)
class Work:
    """Where a run keeps what it prepares, and how it may go about it."""

    folder: Path
    closing: ExitStack
    """Ends what is being prepared, once everything is made of it."""

    limits: Limits = field(default_factory=Limits)
    unlock: Unlock | None = None
    progress: Progress | None = None
    accept: Collection[str] = ()
    """The codes that the case accepts."""

    preparer: Preparer | None = None
    """What prepares files, if it was started already."""


def started(work: Work, files: Sequence[Path]) -> Work:
    """Return *work* with its processes starting, while it is found out what is in *files*."""
    preparer = preparer_for(work)
    preparer.start(len(files), {"PDF"} if any(file.suffix.lower() == ".pdf" for file in files) else ())
    return replace(work, preparer=preparer)


def preparer_for(work: Work) -> Preparer:
    """Return what prepares the files of a run; it ends when the run does."""
    progress = work.progress
    preparer = Preparer(
        work.folder,
        limits=work.limits,
        words=WrittenWords(),
        progress=(lambda done, of: progress("exhibits", done, of)) if progress else None,
    )
    # Readable copies of locked files last until everything is made of them.
    work.closing.callback(preparer.close)
    return preparer
